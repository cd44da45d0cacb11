import type { DagChange } from "../model/change.ts";
import type { Node } from "./budget.ts";
import { changeInWords, downstreamInWords } from "./change-words.ts";
import type { DagRow } from "./dag-rows.ts";
import { fence, html, paragraph } from "./escape.ts";
import type { FindingContext } from "./finding-markdown.ts";
import { ownersOf } from "./owners.ts";
import { pythonPart } from "./python-diff.ts";
import { code, count, type Rich, strong } from "./rich.ts";

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
  options: { readonly open: boolean; readonly ranks: DagRanks; readonly diagram: string | null },
): Node {
  const { change } = row;
  const { ranks, diagram } = options;
  const risks = change.kind === "added" ? ["new"] : change.kind === "removed" ? ["removed"] : change.risk;
  const title: Rich = [strong(code(change.id)), ...(risks.length > 0 ? [` · ${risks.join(", ")}`] : [])];
  const lines = [...changeInWords(change), ...undecidedInWords(change, context), ...downstream(change, context)];
  const words = `${lines.map((line) => `- ${paragraph(line)}`).join("\n")}\n\n`;
  return {
    open: details(options.open, title),
    close: DETAILS_END,
    inOrder: false,
    children: [
      ...(diagram === null ? [] : [{ what: "diagram", steps: [{ rank: ranks.diagram, text: `${diagram}\n\n` }] }]),
      { what: "list of changes", steps: [{ rank: ranks.words, text: words }] },
      ...pythonNodes(change, context, ranks.python),
    ],
  };
}

function downstream(change: DagChange, { review }: FindingContext): Rich[] {
  const byId = new Map(review.head.dags.map((dag) => [dag.id, dag]));
  return downstreamInWords(change, (id) => {
    const dag = byId.get(id);
    return dag ? ownersOf(dag) : [];
  });
}

/** What stays open in this DAG without running Python. */
function undecidedInWords({ head }: DagChange, { review }: FindingContext): Rich[] {
  if (!head) return [];
  return review.head.discovery.undecided.flatMap(({ hides, expression }): Rich[] =>
    hides.what === "argument" && hides.folder === head.site.folder
      ? [[code(hides.path), " is not known without running Python: ", code(expression)]]
      : [],
  );
}

function pythonNodes(change: DagChange, { review }: FindingContext, rank: number): Node[] {
  const part = pythonPart(review, change);
  if (!part) return [];
  const note = (text: Rich): Node[] => [{ what: "", steps: [{ rank, text: `${paragraph(text)}\n\n` }] }];
  switch (part.t) {
    case "same":
      return note(["The generated Python is the same."]);
    case "undecided":
      return note(["No generated Python: ", part.why.replace(/\.$/, ""), "."]);
    case "too-different":
      return note([`The generated Python is new in most lines: ${part.before} lines before, ${part.after} after.`]);
    case "new":
      return [folded(["Generated Python, ", count(part.lines, "line")], fence("python", part.text), rank)];
    case "diff": {
      const { added, removed, lines } = part.diff;
      return [folded([`Generated Python, +${added} −${removed}`], fence("diff", lines.join("\n")), rank)];
    }
  }
}

const folded = (summary: Rich, text: string, rank: number): Node => ({
  open: details(false, summary),
  close: DETAILS_END,
  inOrder: false,
  children: [{ what: "diff of generated Python", steps: [{ rank, text: `${text}\n\n` }] }],
});
