import { isAsFarAsKnown } from "../build/outcome.ts";
import type { DagChange } from "../model/change.ts";
import { asPath } from "../model/path.ts";
import type { Node } from "./budget.ts";
import { step } from "./budget.ts";
import { DETAILS_END, details } from "./dag-markdown.ts";
import { paragraph } from "./escape.ts";
import type { FindingContext } from "./finding-markdown.ts";
import { code, count, link, type Rich, strong } from "./rich.ts";

const sameness = ({ head }: DagChange): string =>
  head !== null && isAsFarAsKnown(head) ? "the same DAG as far as known" : "identical DAG";

/** What is said of one DAG that went from gusty to plain Python. */
export const migratedInWords = (change: DagChange): Rich => [
  "Airflow loads ",
  code(change.migrated ?? ""),
  ", byte for byte what ",
  code(change.base?.site.folder ?? ""),
  " gave through gusty; the id stays, and so does the run history",
];

/** The section about DAGs that went from gusty to plain Python. */
export function migratedSection(changes: readonly DagChange[], { links }: FindingContext, rank: number): Node[] {
  const migrated = changes.filter((change) => change.migrated !== null);
  if (migrated.length === 0) return [];
  const line = (change: DagChange): Rich => {
    const to = links.file(asPath(change.migrated ?? ""), 1);
    return migratedInWords(change).map((piece, at) => (at === 1 ? link(to, piece) : piece));
  };
  const children = migrated.map((change): Node => {
    const text = (): string =>
      `- ${paragraph([strong(code(change.id)), `: ${sameness(change)}, now from plain Python. `, ...line(change), "."])}\n`;
    return { what: "list of changes", steps: [step(rank, text)] };
  });
  const title: Rich = [strong("From gusty to plain Python"), ` · ${count(migrated.length, "DAG")}`];
  return [{ open: details(true, title), close: `\n${DETAILS_END}`, inOrder: true, children }];
}
