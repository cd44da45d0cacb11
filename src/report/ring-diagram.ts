import { drawScene } from "../draw/draw-scene.ts";
import { ringScene } from "../draw/ring-scene.ts";
import type { ReviewedFinding } from "../model/finding.ts";
import type { Review } from "../model/review.ts";
import { dagRings } from "./dag-rings.ts";
import { drawingMarkdown } from "./diagram.ts";

/** The diagrams, as Markdown, of the rings of DAGs among these findings; each made when it is asked for. */
export function ringDiagrams(review: Review, findings: readonly ReviewedFinding[]): (() => string)[] {
  const { nodes, direction } = review.head.config.comment;
  return dagRings(review, findings).map(
    ({ steps }) =>
      () =>
        drawingMarkdown(drawScene(ringScene(steps), { nodes, direction }), "task"),
  );
}
