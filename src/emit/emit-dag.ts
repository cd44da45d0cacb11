import type { Dag } from "../model/dag.ts";
import { joinPath, type Path } from "../model/path.ts";
import type { GeneratedFile } from "../model/review.ts";
import type { Field } from "../model/value.ts";
import { writeDag } from "./dag-body.ts";
import { createFileScope } from "./file-scope.ts";
import { createWriter } from "./file-writer.ts";
import { laterStatements } from "./later-statements.ts";
import { nestingRefusal } from "./nesting.ts";
import { collectOwnCode } from "./own-code.ts";
import { writePreamble } from "./preamble.ts";
import { refusalOf } from "./refusal.ts";
import { withSearchPath } from "./search-path.ts";
import { createSourceText } from "./source-text.ts";

/** Where generated files go, and the text of every file into which the DAG's spans point. */
export interface EmitOptions {
  /** The folder of generated files, from the repository's root. */
  readonly directory: Path;
  readonly texts: ReadonlyMap<Path, string>;
}

export type Emitted =
  | { readonly ok: true; readonly file: GeneratedFile }
  | { readonly ok: false; readonly why: string };

/** gusty always gives the DAG its macros; Airflow does the same without them as with none. */
const saysNothing = ({ key, value }: Field): boolean =>
  key === "user_defined_macros" && value.t === "map" && value.v.length === 0;

/**
 * A DAG as one plain Airflow file, the same DAG as gusty builds, formatted as ruff formats it at 100 columns.
 *
 * @returns the file with a source map, or why it cannot be written: the DAG fails, or something of it is not known
 */
export function emitDag(dag: Dag, options: EmitOptions): Emitted {
  const refusal = refusalOf(dag) ?? nestingRefusal(dag);
  if (refusal !== null) return { ok: false, why: refusal };
  const settings = withSearchPath(dag, options.directory).filter((field) => !saysNothing(field));
  const own = collectOwnCode({ ...dag, settings }, options.texts);
  if (own.refusal !== null) return { ok: false, why: own.refusal };

  const scope = createFileScope(own.names, own.imports);
  const writer = createWriter(dag, scope, own.renames);
  const body = writeDag({ ...dag, settings }, writer, options.texts);
  const later = laterStatements(dag, writer);
  const out = createSourceText();
  writePreamble(out, { dag, own, writer, directory: options.directory, files: options.texts.keys() });
  body(out);
  later(out);
  if (scope.refusal !== null) return { ok: false, why: scope.refusal };
  const path = joinPath(options.directory, `${dag.id}.py`);
  return { ok: true, file: { dag: dag.id, path, text: out.text(), lines: out.lines } };
}
