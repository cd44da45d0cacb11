import { escapeDestination, markdown } from "./escape.ts";
import { count, link, listOf, type Rich } from "./rich.ts";

const KINDS: readonly string[] = [
  "finding",
  "table row",
  "diagram",
  "list of changes",
  "diff of generated Python",
  "warning or notice",
];
const PLURALS: Readonly<Record<string, [string, string]>> = {
  finding: ["finding", "findings"],
  "table row": ["line of the table", "lines of the table"],
  diagram: ["diagram", "diagrams"],
  "list of changes": ["list of changes", "lists of changes"],
  "diff of generated Python": ["file of generated Python", "files of generated Python"],
  "warning or notice": ["warning or notice", "warnings and notices"],
};

/** Room that the longest note takes. */
export const leftOutRoom = (report: string | null): number =>
  leftOutNote(new Map(KINDS.map((kind) => [kind, 99_999])), report).length;

/** What was left out for length, and where it is; empty where nothing was. */
export function leftOutNote(leftOut: ReadonlyMap<string, number>, report: string | null): string {
  const parts = KINDS.flatMap((kind) => {
    const number = leftOut.get(kind) ?? 0;
    const [one, many] = PLURALS[kind] ?? [kind, kind];
    return number > 0 ? [count(number, one, many)] : [];
  });
  if (parts.length === 0) return "";
  const where: Rich =
    (escapeDestination(report) ?? "").length <= 200 && report !== null
      ? [" See the ", link(report, "full report"), "."]
      : [];
  return `${markdown(["Left out for length: ", ...listOf(parts, KINDS.length), ".", ...where])}\n\n`;
}
