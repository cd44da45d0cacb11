import { drawChange } from "../draw/draw-change.ts";
import type { Drawing } from "../draw/drawing.ts";
import type { DagChange } from "../model/change.ts";
import type { Review } from "../model/review.ts";
import { fence, html } from "./escape.ts";
import { code, count, joinRich, type Rich } from "./rich.ts";

/** Signs that stand in the picture as they are; others are words for a look. */
const isSign = (sign: string): boolean => sign.length === 1;

/** The diagram of a change as Markdown: Mermaid in its fence, and the legend under it. */
export function diagramOf(review: Review, change: DagChange): string {
  const { nodes, direction } = review.head.config.comment;
  return drawingMarkdown(drawChange(change, { nodes, direction }), "task");
}

/** A drawing as Markdown; `noun` is what it folds. */
export function drawingMarkdown({ mermaid, legend, hidden }: Drawing, noun: string): string {
  const entries = legend.map(
    ({ sign, meaning }): Rich => [isSign(sign) ? code(sign) : sign, isSign(sign) ? ` ${meaning}` : `: ${meaning}`],
  );
  if (hidden > 0) entries.push([`${count(hidden, noun)} folded`]);
  const line = entries.length > 0 ? `\n<sub>${html(joinRich(entries, " · "))}</sub>` : "";
  return `${fence("mermaid", mermaid)}${line}`;
}
