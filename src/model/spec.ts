import type { Path } from "./path.ts";
import type { Problem } from "./problem.ts";
import type { Span } from "./span.ts";
import type { Field } from "./value.ts";

/** What one task file says of one task, by the rules of `gusty/parsing` (a file with `multi_task_spec` gives several). */
export interface Spec {
  readonly file: Path;
  /** The id before a group's prefix or suffix: the file's name, lower-cased, or a key of `multi_task_spec`, as written. */
  readonly taskId: string;
  /** Where the id is written: the key of `multi_task_spec`, or `null` where it is the file's name. */
  readonly idSpan: Span | null;
  /** Every key of the spec in order, after gusty's own rules: `sql`, `python_callable` included; not the ones that gusty adds to all. */
  readonly fields: readonly Field[];
}

/** One task file as read. Where `specs` is empty, the file is broken: gusty raises, and `problems` says why. */
export interface TaskFile {
  readonly file: Path;
  /** The id that the file's name gives, known even if the file cannot be read. */
  readonly taskId: string;
  readonly specs: readonly Spec[];
  readonly problems: readonly Problem[];
}

/** One `METADATA.yml` as read and rendered. `fields` is `null` where gusty raises. */
export interface MetadataFile {
  readonly file: Path;
  readonly fields: readonly Field[] | null;
  readonly problems: readonly Problem[];
}
