import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { deploymentsOf } from "../../build/deployments.ts";
import { emitDag } from "../../emit/emit-dag.ts";
import { sourceLineOf } from "../../emit/source-line-of.ts";
import { baseName } from "../../model/path.ts";
import type { Project } from "../../model/project.ts";
import type { GeneratedFile } from "../../model/review.ts";
import { codeFrame } from "../../report/code-frame.ts";
import { maskPython } from "../../report/mask.ts";
import { placesOf } from "../../report/positions.ts";
import { placeOfLine } from "../../report/source-line.ts";
import { terminalOf } from "../../report/terminal-style.ts";
import { UserError } from "../../snapshot/user-error.ts";
import type { Host } from "../host.ts";
import { didYouMean } from "../pick-dags.ts";
import { readOne } from "../read-versions.ts";
import { type CommonOptions, createSay } from "../say.ts";
import { placeInside } from "../tree-place.ts";
import { textStyle, writeOutput } from "../write-output.ts";

/** Options of `windsock explain`. */
export interface ExplainOptions extends CommonOptions {
  readonly ref?: string;
}

/** `FILE.py:LINE` as file and line, or `null` for what is the name of a rule. */
export function lineAsked(words: string): { file: string; line: number } | null {
  const match = /^(.+\.py):(\d{1,9})(?::\d+)?$/.exec(words);
  return match ? { file: match[1] ?? "", line: Number(match[2]) } : null;
}

/**
 * `windsock explain FILE.py:LINE`: the source line that a line of generated Python comes from, by compiling the version
 * anew. The file itself need not be there.
 */
export async function explainLine(
  host: Host,
  { file, line }: { readonly file: string; readonly line: number },
  options: ExplainOptions,
): Promise<number> {
  const say = createSay(host, options);
  const { source, project } = await readOne(host, options, say);
  const absolute = resolve(host.cwd, file);
  const inside = source.root === null ? null : await placeInside(source.root, absolute);
  const generated = generatedFile(project, inside ?? file, file);
  const all = generated.text.split("\n");
  if (line < 1 || line > all.length) {
    throw new UserError(`\`${file}\` has no line ${line}`, `The generated file has ${all.length - 1} lines.`);
  }
  const onDisk = options.ref === undefined ? await readFile(absolute, "utf8").catch(() => null) : null;
  if (onDisk !== null && onDisk !== generated.text) {
    say.note(`${file} is not what the sources give now, so its lines may be others. Run: windsock compile --out DIR`);
  }
  const written = (maskPython(generated.text).split("\n")[line - 1] ?? "").trim();
  const terminal = terminalOf(textStyle(host, options));
  const shown = terminal.text(`${generated.path}:${line}`);
  const found = sourceLineOf(generated, line);
  if (found === null) {
    const text = `${shown} comes from no source line: Windsock adds it, as a heading, an import or a helper.\n\n  ${terminal.text(written)}\n`;
    await writeOutput(host, options, say, text);
    return 0;
  }
  const places = placesOf({ base: null, head: project });
  const lines = places.lines(found.source.file, "head");
  const place = placeOfLine(found, places.at(found.source, "head"), line, lines);
  const frame = codeFrame(place, places, "head", terminal, "blue");
  const head = `${shown} comes from ${terminal.text(place.file)}:${place.line}\n\n  ${terminal.text(written)}\n\n`;
  await writeOutput(
    host,
    options,
    say,
    `${head}${frame
      .map((one) => one.trimEnd())
      .join("\n")
      .trimEnd()}\n`,
  );
  return 0;
}

/** The generated file at a path, or else of that name. Throws a `UserError` where there is none. */
function generatedFile(project: Project, path: string, named: string): GeneratedFile {
  const emitted = deploymentsOf(project).flatMap(({ dags, config, texts }) =>
    dags.map((dag) => ({ dag, made: emitDag(dag, { directory: config.generated.directory, texts }) })),
  );
  const files = emitted.flatMap(({ made }) => (made.ok ? [made.file] : []));
  const name = path.slice(path.lastIndexOf("/") + 1);
  const found = files.find((file) => file.path === path) ?? files.find((file) => baseName(file.path) === name);
  if (found) return found;
  const left = emitted.find(({ dag }) => `${dag.id}.py` === name)?.made;
  if (left && !left.ok) throw new UserError(`the DAG of \`${named}\` is not compiled: ${left.why}`);
  if (files.length === 0) throw new UserError(`\`${named}\` is no generated file: no DAG here compiles`);
  throw new UserError(
    `\`${named}\` is no generated file: ${didYouMean(
      name,
      files.map((file) => baseName(file.path)),
    )}`,
  );
}
