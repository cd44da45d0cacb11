import { join, resolve } from "node:path";
import { deploymentsOf } from "../../build/deployments.ts";
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
 * `windsock compile`: writes the generated Python, of several deployments each below a folder of its own. 1 where a DAG is
 * left out or a file is in the way, and with `--check` where the folder is not what would be written.
 */
export async function compile(host: Host, options: CompileOptions): Promise<number> {
  const say = createSay(host, options);
  const { source, snapshot, project } = await readOne(host, options, say);
  const wanted = new Set(pickDags(project.dags, options.dag ?? []).map(({ site }) => site));
  const places: Place[] = [];
  for (const one of deploymentsOf(project)) {
    const shown = project.deployments === undefined ? options.out : join(options.out, one.config.root ?? "");
    const folder = resolve(host.cwd, shown);
    const inside = source.root === null ? null : await placeInside(source.root, folder);
    if (inside !== null) {
      for (const other of deploymentsOf(project)) await refuseListedFolder(snapshot, other, inside);
    }
    const dags = one.dags.filter(({ site }) => wanted.has(site));
    places.push({ project: one, dags, shown, folder, directory: inside ?? one.config.generated.directory });
    if (inside === null)
      say.note(
        `${shown} lies outside of the repository: the code expects to lie in ${one.config.generated.directory}/`,
      );
  }
  say.done();
  noteNoDags(project.dags, say);
  const done: Done[] = [];
  for (const place of places) done.push(await compileTo(host, options, place));

  const sum = (of: (one: Done) => number): number => done.reduce((all, one) => all + of(one), 0);
  const [files, stale, foreign] = [sum((one) => one.files), sum((one) => one.stale), sum((one) => one.foreign)];
  const leftOut = sum((one) => one.leftOut);
  const wrong = leftOut + foreign + (options.check ? stale + sum((one) => one.left) : 0);
  if (!options.check) say.note(`${stale} written, ${files - stale - foreign} unchanged, ${leftOut} not compiled`);
  else if (wrong === 0) say.note(`${files} generated files are what the sources give`);
  else {
    const only = options.deployment === undefined ? "" : `--deployment ${options.deployment} `;
    say.note(`${options.out} is not what the sources give. Run: windsock compile ${only}--out ${options.out}`);
  }
  return wrong > 0 ? 1 : 0;
}

/** Where the generated files of one deployment go. */
interface Place {
  readonly project: Project;
  readonly dags: readonly Dag[];
  /** The folder as it is named to the caller, as it is on disk, and as the code takes it to lie in the repository. */
  readonly shown: string;
  readonly folder: string;
  readonly directory: Path;
}

/** How many files there are, and of them not up to date and in the way; DAGs without one, and files without a DAG. */
interface Done {
  readonly files: number;
  readonly stale: number;
  readonly foreign: number;
  readonly leftOut: number;
  readonly left: number;
}

async function compileTo(host: Host, options: CompileOptions, place: Place): Promise<Done> {
  const { shown, folder } = place;
  const complain = (text: string) => host.err(`${visibleLine(text)}\n`);
  const { files, leftOut } = emitDags(place.project, place.dags, place.directory);
  for (const line of leftOut) complain(`not compiled: ${line}`);
  let foreign = 0;
  let stale = 0;
  for (const [name, file] of files) {
    const standing = await standingOf(folder, file);
    if (standing === "same") continue;
    if (standing === "foreign") {
      foreign += 1;
      complain(`${shown}/${name} was not written by Windsock and stays. Move it away, or choose another --out`);
      continue;
    }
    stale += 1;
    if (options.check) complain(`${shown}/${name} is ${standing}`);
    else {
      await writeGenerated(folder, file);
      host.out(`${visibleLine(`wrote ${shown}/${name}`)}\n`);
    }
  }
  const left = options.dag === undefined ? await namesWithoutDag(folder, place.project) : [];
  for (const name of left) complain(`${shown}/${name} belongs to no DAG any more. Remove it`);
  return { files: files.size, stale, foreign, leftOut: leftOut.length, left: left.length };
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
