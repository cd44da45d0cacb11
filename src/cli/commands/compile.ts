import { resolve } from "node:path";
import { emitDag } from "../../emit/emit-dag.ts";
import type { Dag } from "../../model/dag.ts";
import { baseName, type Path } from "../../model/path.ts";
import type { Project } from "../../model/project.ts";
import type { GeneratedFile } from "../../model/review.ts";
import { visibleLine } from "../../report/visible.ts";
import { generatedNames, standingOf, writeGenerated } from "../generated-files.ts";
import { refuseListedFolder } from "../generated-place.ts";
import type { Host } from "../host.ts";
import { noteNoDags, pickDags } from "../pick-dags.ts";
import { readOne } from "../read-versions.ts";
import { type CommonOptions, createSay } from "../say.ts";
import { placeInside } from "../tree-place.ts";

/** Options of `windsock compile`. */
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
  const complain = (text: string) => host.err(`${visibleLine(text)}\n`);
  const { source, snapshot, project } = await readOne(host, options, say);
  const folder = resolve(host.cwd, options.out);
  const inside = source.root === null ? null : await placeInside(source.root, folder);
  if (inside !== null) await refuseListedFolder(snapshot, project, inside);
  const directory = inside ?? project.config.generated.directory;
  const { files, leftOut } = emitDags(project, pickDags(project.dags, options.dag ?? []), directory);
  say.done();
  if (inside === null)
    say.note(`${options.out} lies outside of the repository: the code expects to lie in ${directory}/`);

  noteNoDags(project.dags, say);
  for (const line of leftOut) complain(`not compiled: ${line}`);
  let foreign = 0;
  let stale = 0;
  for (const [name, file] of files) {
    const standing = await standingOf(folder, file);
    if (standing === "same") continue;
    if (standing === "foreign") {
      foreign += 1;
      complain(`${options.out}/${name} was not written by Windsock and stays. Move it away, or choose another --out`);
      continue;
    }
    stale += 1;
    if (options.check) complain(`${options.out}/${name} is ${standing}`);
    else {
      await writeGenerated(folder, file);
      host.out(`${visibleLine(`wrote ${options.out}/${name}`)}\n`);
    }
  }
  const left = options.dag === undefined ? await namesWithoutDag(folder, project) : [];
  for (const name of left) complain(`${options.out}/${name} belongs to no DAG any more. Remove it`);

  const wrong = leftOut.length + foreign + (options.check ? stale + left.length : 0);
  if (!options.check)
    say.note(`${stale} written, ${files.size - stale - foreign} unchanged, ${leftOut.length} not compiled`);
  else if (wrong === 0) say.note(`${files.size} generated files are what the sources give`);
  else say.note(`${options.out} is not what the sources give. Run: windsock compile --out ${options.out}`);
  return wrong > 0 ? 1 : 0;
}

/** Generated files for which there is no DAG any more. One whose DAG is there, but is left out, is none of them. */
async function namesWithoutDag(folder: string, project: Project): Promise<readonly string[]> {
  const known = new Set(project.dags.map((dag) => `${dag.id}.py`));
  return (await generatedNames(folder)).filter((name) => !known.has(name));
}

/** The generated files by name, and the DAGs that have none, each with why. */
function emitDags(project: Project, dags: readonly Dag[], directory: Path) {
  const files = new Map<string, GeneratedFile>();
  const leftOut: string[] = [];
  for (const dag of dags) {
    const emitted = emitDag(dag, { directory, texts: project.texts });
    if (!emitted.ok) leftOut.push(`${dag.id}: ${emitted.why}`);
    else if (files.has(baseName(emitted.file.path))) leftOut.push(`${dag.id}: there is another DAG with this id`);
    else files.set(baseName(emitted.file.path), emitted.file);
  }
  return { files, leftOut };
}
