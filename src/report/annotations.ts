import type { ReviewedFinding, Severity } from "../model/finding.ts";
import type { Path } from "../model/path.ts";
import type { Review } from "../model/review.ts";
import { maskMessage } from "./mask.ts";
import { type Places, placesOf } from "./positions.ts";
import { visibleLine, visibleLines } from "./visible.ts";

/** A note at lines of a file of head. Lines and columns are 1-based and, as GitHub has them, inclusive. */
export interface Annotation {
  readonly path: Path;
  readonly startLine: number;
  readonly endLine: number;
  /** Columns are given only where the range lies in one line, as GitHub asks. */
  readonly startColumn: number | null;
  readonly endColumn: number | null;
  readonly level: Severity;
  readonly title: string;
  /** Plain text of one or more lines. */
  readonly message: string;
}

/** At most so many related places are named. */
const MOST_RELATED = 4;

/**
 * The new findings but those that people have accepted, and those that gate, as annotations, the most important first.
 * `lineOf` gives the line that a reader knows where it is not the reviewed version's; `null` where there is none.
 */
export function annotationsOf(
  review: Review,
  lineOf: (path: Path, line: number) => number | null = (_, line) => line,
): Annotation[] {
  const places = placesOf(review);
  return review.findings
    .filter(({ state, gates, accepted }) => accepted === null && (state === "new" || gates))
    .map((finding): Annotation => {
      const place = places.at(finding.at, "head");
      const endsBefore = place.endColumn === 1 && place.endLine > place.line;
      const endLine = endsBefore ? place.endLine - 1 : place.endLine;
      const inLine = place.line === place.endLine;
      return {
        path: place.file,
        startLine: place.line,
        endLine,
        startColumn: inLine ? place.column : null,
        endColumn: inLine ? Math.max(place.column, place.endColumn - 1) : null,
        level: finding.severity,
        title: visibleLine(finding.rule),
        message: [messageOf(finding), ...relatedOf(finding, places, lineOf)].join("\n"),
      };
    });
}

const messageOf = ({ message, advice, fix }: ReviewedFinding): string =>
  [
    visibleLine(message),
    ...(advice === null ? [] : [visibleLines(advice)]),
    ...(advice === null && fix ? [visibleLine(fix.description)] : []),
  ]
    .map(maskMessage)
    .join("\n");

/** `dags/sales/refresh.yml:5: what it says`, a line each. */
const relatedOf = (
  { related }: ReviewedFinding,
  places: Places,
  lineOf: (path: Path, line: number) => number | null,
): string[] =>
  related.slice(0, MOST_RELATED).map(({ at, message }) => {
    const { file, line } = places.at(at, "head");
    const known = lineOf(file, line);
    return `${visibleLine(file)}${known === null ? "" : `:${known}`}: ${maskMessage(visibleLine(message))}`;
  });
