import type { ReviewedFinding, Severity } from "../model/finding.ts";
import type { Path } from "../model/path.ts";
import type { Review } from "../model/review.ts";
import { maskMessage } from "./mask.ts";
import { placesOf } from "./positions.ts";
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

/** The new findings but those that people have accepted, and those that gate, as annotations, the most important first. */
export function annotationsOf(review: Review): Annotation[] {
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
        message: messageOf(finding),
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
