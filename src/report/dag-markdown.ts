import type { DagChange } from "../model/change.ts";
import { type Node, step } from "./budget.ts";
import { changeInWords, downstreamInWords } from "./change-words.ts";
import type { DagRow } from "./dag-rows.ts";
import { fence, html, paragraph } from "./escape.ts";
import type { FindingContext } from "./finding-markdown.ts";
import { maskMessage, maskPython } from "./mask.ts";
import { type PythonPart, pythonDiff, pythonPart } from "./python-diff.ts";
import { code, count, type Rich, richOf, strong } from "./rich.ts";

/** Ranks of a DAG's parts in the budget. */
export interface DagRanks {
  readonly words: number;
  readonly diagram: number;
  readonly python: number;
}

export const details = (open: boolean, summary: Rich): string =>
  `<details${open ? " open" : ""}><summary>${html(summary)}</summary>\n\n`;
export const DETAILS_END = "</details>\n\n";

/** The foldable section of a changed DAG: diagram, the changes in words with what lies downstream, generated Python. */
export function dagSection(
  row: DagRow,
  context: FindingContext,
  options: { readonly open: boolean; readonly ranks: DagRanks; readonly diagram: (() => string) | null },
): Node {
  const { change } = row;
  const { ranks, diagram } = options;
  const backfill = change.backfill ? ["backfill"] : [];
  const risks = change.kind === "added" ? ["new", ...backfill] : change.kind === "removed" ? ["removed"] : change.risk;
  const title: Rich = [strong(code(change.id)), ...(risks.length > 0 ? [` · ${risks.join(", ")}`] : [])];
  return {
    open: details(options.open, title),
    close: DETAILS_END,
    inOrder: false,
    children: [
      ...(diagram === null ? [] : [{ what: "diagram", steps: [step(ranks.diagram, () => `${diagram()}\n\n`)] }]),
      { what: "list of changes", steps: [step(ranks.words, () => changeList(change, context))] },
      ...pythonNodes(change, context, ranks.python),
    ],
  };
}

function downstream(change: DagChange, { review }: FindingContext): Rich[] {
  return downstreamInWords(change, review);
}

/** What stays open in this DAG without running Python. */
function undecidedInWords({ head }: DagChange, { review }: FindingContext): Rich[] {
  if (!head) return [];
  return review.head.discovery.undecided.flatMap(({ hides, expression }): Rich[] =>
    hides.what === "argument" && hides.folder === head.site.folder
      ? [[code(hides.path), " is not known without running Python: ", code(maskPython(expression))]]
      : [],
  );
}

function pythonNodes(change: DagChange, { review }: FindingContext, rank: number): Node[] {
  const part = pythonPart(review, change);
  if (!part) return [];
  if (part.t === "undecided") {
    const why: Rich = ["No generated Python: ", ...richOf(maskMessage(part.why).replace(/\.$/, "")), "."];
    return [{ what: "", steps: [step(rank, () => `${paragraph(why)}\n\n`)] }];
  }
  return [{ what: "diff of generated Python", steps: [step(rank, () => pythonText(part))] }];
}

function pythonText(part: Exclude<PythonPart, { t: "undecided" }>): string {
  if (part.t === "same") return "The generated Python is the same.\n\n";
  if (part.t === "new") return folded(["Generated Python, ", count(part.lines, "line")], fence("python", part.text));
  const diff = pythonDiff(part);
  if (!diff) return "The generated Python is different in most lines.\n\n";
  return folded([`Generated Python, +${diff.added} −${diff.removed}`], fence("diff", diff.lines.join("\n")));
}

const folded = (summary: Rich, text: string): string => `${details(false, summary)}${text}\n\n${DETAILS_END}`;

/** The changes in words, with what stays open and what lies downstream. */
function changeList(change: DagChange, context: FindingContext): string {
  const lines = [...changeInWords(change), ...undecidedInWords(change, context), ...downstream(change, context)];
  return `${lines.map((line) => `- ${paragraph(line)}`).join("\n")}\n\n`;
}
