import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { joinPath, type Path } from "../../model/path.ts";
import { visibleLine } from "../../report/visible.ts";
import { UserError } from "../../snapshot/user-error.ts";
import { standingOf } from "../generated-files.ts";
import { refuseListedFolder } from "../generated-place.ts";
import type { Host } from "../host.ts";
import { planMigration } from "../migrate/plan.ts";
import { patchOf } from "../patch.ts";
import { pickDags } from "../pick-dags.ts";
import { oneDeployment } from "../pick-deployment.ts";
import { readOne } from "../read-versions.ts";
import { type CommonOptions, createSay } from "../say.ts";

/** Options of `windsock migrate`. */
export interface MigrateOptions extends CommonOptions {
  readonly dryRun?: boolean;
}

/**
 * `windsock migrate`: takes DAGs from gusty to their generated Python in one change of the working tree. `--dry-run`
 * prints it as a patch and writes nothing. Throws a `UserError` where no safe change is known.
 */
export async function migrate(host: Host, named: readonly string[], options: MigrateOptions): Promise<number> {
  const say = createSay(host, options);
  const { source, snapshot, project: whole } = await readOne(host, options, say);
  const { project, ids } = oneDeployment(whole, named);
  const { root } = source;
  if (root === null) throw new UserError("a bare repository has no working tree to change");
  const dags = pickDags(project.dags, ids);
  const { directory } = project.config.generated;
  await refuseListedFolder(snapshot, project, directory);
  for (const { id } of dags) await refuseForeign(root, directory, id);
  say.step("proving the change");
  const changes = await planMigration(snapshot, project, dags);
  say.done();
  if (options.dryRun) {
    for (const [path, text] of changes) host.out(patchOf(path, project.texts.get(path) ?? null, text));
    say.note("nothing was written. Without --dry-run, this change is made in the working tree");
    return 0;
  }
  for (const [path, text] of changes) {
    const place = join(root, path);
    if (text === null) await rm(place);
    else {
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, text);
    }
    host.out(`${visibleLine(`${text === null ? "removed" : "wrote"} ${path}`)}\n`);
  }
  say.note(
    `${dags.length === 1 ? "1 DAG comes" : `${dags.length} DAGs come`} from plain Python now: the same ids, the same DAGs. Review it with: ${host.command} review`,
  );
  return 0;
}

/** A file that Windsock did not write is never replaced. */
async function refuseForeign(root: string, directory: Path, id: string): Promise<void> {
  const folder = join(root, directory);
  const file = { dag: id, path: joinPath(directory, `${id}.py`), text: "", lines: [] };
  if ((await standingOf(folder, file)) !== "foreign") return;
  throw new UserError(`\`${file.path}\` is there and was not written by Windsock`, "Move it away first.");
}
