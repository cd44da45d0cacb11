import type { Dag } from "../model/dag.ts";
import type { Path } from "../model/path.ts";
import type { Span } from "../model/span.ts";
import { comment } from "./comments.ts";
import type { FileWriter } from "./file-writer.ts";
import type { SourceText } from "./source-text.ts";

/**
 * Prepares the statements of the entry point that deal with the DAG once it is made, as they stand there. Adds to the
 * file what they need; the result writes them.
 */
export function laterStatements(dag: Dag, writer: FileWriter): (out: SourceText) => void {
  const lines: { readonly code: string; readonly at: Span | null }[] = [];
  let file: Path | null = null;
  const known = new Set(["dag"]);
  for (const { at, source, names, values, binds } of dag.site.statements ?? []) {
    if (at.file !== file) lines.push({ code: comment(`from ${at.file}`, 0), at: null });
    file = at.file;
    for (const name of names.filter((own) => !known.has(own))) {
      known.add(name);
      lines.push({ code: `${name} = dag`, at: null });
    }
    for (const [name, value] of values) {
      known.delete(name);
      lines.push({ code: `${name} = ${writer.inFile(value.source, at.file)}`, at });
    }
    lines.push({ code: writer.inFile(source, at.file), at });
    for (const name of binds) if (!names.includes(name)) known.delete(name);
  }
  return (out) => {
    if (lines.length === 0) return;
    out.gap(1);
    out.add("# fmt: off");
    for (const { code, at } of lines) out.add(code, 0, at);
    out.add("# fmt: on");
  };
}
