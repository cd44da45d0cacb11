import type { Path } from "../model/path.ts";
import type { Side } from "./positions.ts";

/** Where a report may link to. `null`: there is no such page, and the report shows plain text. */
export interface Links {
  /** A file at a line (1-based, `endLine` inclusive) of the head commit, or of the base. */
  file(path: Path, line: number, endLine?: number, side?: Side): string | null;
  /** The page of a rule. */
  rule(name: string): string | null;
  /** The head commit as people know it: the pull request's own, not the merge result; left out: the commit that was reviewed. */
  readonly commit?: string;
  /** The full report. */
  readonly report: string | null;
  /** The full report as files that are kept for a while; left out where there are none. */
  readonly artifacts?: readonly Artifact[];
}

/** A file of the report that is kept beside it. */
export interface Artifact {
  /** `HTML` or `JSON`. */
  readonly label: string;
  readonly url: string;
}

/** For places where nothing can be linked. */
export const noLinks: Links = { file: () => null, rule: () => null, report: null };
