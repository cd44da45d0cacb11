import { isAbsolute, relative, resolve, sep } from "node:path";
import { emitDag } from "../../emit/emit-dag.ts";
import type { Dag } from "../../model/dag.ts";
import { asPath, baseName, type Path } from "../../model/path.ts";
import type { Project } from "../../model/project.ts";
import type { GeneratedFile } from "../../model/review.ts";
import { visibleLine } from "../../report/visible.ts";
import { generatedNames, standingOf, writeGenerated } from "../generated-files.ts";
import type { Host } from "../host.ts";
import { pickDags } from "../pick-dags.ts";
import { readOne } from "../read-versions.ts";
import { type CommonOptions, createSay } from "../say.ts";

export interface CompileOptions extends CommonOptions {
  readonly out: string;
  readonly ref?: string;
  readonly dag?: readonly string[];
  readonly check?: boolean;
}

/**
 * `windsock compile`: writes the generated Python. 1 where a DAG is left out or a file is in the way, and with
 * `--check` where the folder is not what would be written.
 */
export async function compile(host: Host, options: CompileOptions): Promise<number> {
  const say = createSay(host, options);
  const { source, project } = await readOne(host, options, say);
  const folder = resolve(host.cwd, options.out);
  const { files, leftOut } = emitDags(
    project,
    pickDags(project.dags, options.dag ?? []),
    placeOf(folder, source.root, project),
  );
  say.done();

  const names = new Map<string, GeneratedFile>();
  for (const file of files) {
    const name = baseName(file.path);
    if (names.has(name)) leftOut.push(`${file.dag}: another DAG has the file ${name}`);
    else names.set(name, file);
  }
  const complain = (text: string) => host.err(`${visibleLine(text)}\n`);
  for (const line of leftOut) complain(`not compiled: ${line}`);

  let wrong = leftOut.length;
  let written = 0;
  for (const [name, file] of names) {
    const standing = await standingOf(folder, file);
    if (standing === "same") continue;
    if (standing === "foreign") {
      complain(`${options.out}/${name} was not written by Windsock and stays. Move it away, or choose another --out`);
      wrong += 1;
    } else if (options.check) {
      complain(`${options.out}/${name} is ${standing}`);
      wrong += 1;
    } else {
      await writeGenerated(folder, file);
      host.out(`${visibleLine(`wrote ${options.out}/${name}`)}\n`);
      written += 1;
    }
  }
  wrong += await reportLeftovers(folder, options, project, names, complain);
  if (options.check && wrong > 0) say.note(`stale. Run: windsock compile --out ${options.out}`);
  if (options.check && wrong === 0) say.note(`${names.size} generated file(s) are what the sources give`);
  if (!options.check)
    say.note(`${written} written, ${names.size - written} unchanged or kept, ${leftOut.length} not compiled`);
  return wrong > 0 && (options.check || leftOut.length > 0 || written < names.size) ? 1 : 0;
}

/** Generated files for which there is no DAG any more. They are named, never removed; with `--check` they count. */
async function reportLeftovers(
  folder: string,
  options: CompileOptions,
  project: Project,
  names: ReadonlyMap<string, GeneratedFile>,
  complain: (text: string) => void,
): Promise<number> {
  if (options.dag !== undefined) return 0;
  const known = new Set(project.dags.map((dag) => `${dag.id}.py`));
  const left = (await generatedNames(folder)).filter((name) => !names.has(name) && !known.has(name));
  for (const name of left) complain(`${options.out}/${name} belongs to no DAG any more. Remove it`);
  return options.check ? left.length : 0;
}

function emitDags(
  project: Project,
  dags: readonly Dag[],
  directory: Path,
): { files: GeneratedFile[]; leftOut: string[] } {
  const files: GeneratedFile[] = [];
  const leftOut: string[] = [];
  for (const dag of dags) {
    const emitted = emitDag(dag, { directory, texts: project.texts });
    if (emitted.ok) files.push(emitted.file);
    else leftOut.push(`${dag.id}: ${emitted.why}`);
  }
  return { files, leftOut };
}

/** The folder as the generated code is to know it: from the repository's root, or as configured where it lies outside. */
function placeOf(folder: string, root: string | null, project: Project): Path {
  const inside = root === null ? ".." : relative(root, folder);
  if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return project.config.generated.directory;
  return asPath(inside.split(sep).join("/"));
}
