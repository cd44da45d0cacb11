import { readProject } from "../../build/read-project.ts";
import { CONFIG_FILES, readConfig } from "../../config/read-config.ts";
import { emitDag } from "../../emit/emit-dag.ts";
import type { Dag } from "../../model/dag.ts";
import { asPath, isWithin, joinPath, type Path } from "../../model/path.ts";
import type { Project } from "../../model/project.ts";
import type { Snapshot } from "../../model/snapshot.ts";
import { UserError } from "../../snapshot/user-error.ts";
import { declareFolders } from "./declare-folders.ts";
import { isSpent, withoutDags } from "./entry-point.ts";
import { type Changes, withChanges } from "./overlay.ts";

/**
 * The change that takes DAGs from gusty to their generated Python: the generated files, the entry points without
 * them, and their folders declared in the configuration, so that Windsock goes on compiling and checking them. It is
 * proved before it is given: with it the same DAGs are there, those that move compile to the same text, and all others come
 * from the same calls with the same arguments. Throws a `UserError` where no such change is known.
 */
export async function planMigration(snapshot: Snapshot, project: Project, dags: readonly Dag[]): Promise<Changes> {
  const changes = new Map<Path, string | null>();
  for (const dag of dags) {
    const file = generatedFile(dag, project);
    changes.set(file.path, file.text);
  }
  refuseOutside(project, dags);
  for (const [file, own] of byEntryPoint(dags)) {
    const text = await withoutDags(snapshot, project, file, own);
    changes.set(file, (await isSpent(snapshot, file, text)) ? null : text);
  }
  const config = project.config.file ?? CONFIG_FILES[0] ?? asPath("windsock.yml");
  const sites = dags.map(({ site }) => site);
  changes.set(
    config,
    declareFolders(project.config.file === null ? null : (project.texts.get(config) ?? ""), sites, config),
  );
  await proveSame(snapshot, project, dags, changes);
  return new Map([...changes].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function generatedFile(dag: Dag, project: Project): { path: Path; text: string } {
  if (dag.site.entryPoint === null) {
    throw new UserError(
      `\`${dag.id}\` is declared in \`${dag.site.declared.file}\`: no entry point makes it, so there is nothing to take out of one`,
    );
  }
  if (project.dags.filter(({ id }) => id === dag.id).length > 1) {
    throw new UserError(`there are two DAGs \`${dag.id}\``, "Rename the folder of one of them first.");
  }
  const emitted = emitDag(dag, { directory: project.config.generated.directory, texts: project.texts });
  if (!emitted.ok) throw new UserError(`\`${dag.id}\` cannot be written as plain Python: ${emitted.why}`);
  return emitted.file;
}

/** Airflow loads what lies in its DAGs folder: a generated file elsewhere would be a DAG that is gone. */
function refuseOutside({ discovery, config }: Project, dags: readonly Dag[]): void {
  const { airflowHome } = discovery;
  if (airflowHome === null) return;
  const folder = joinPath(airflowHome, "dags");
  const { directory } = config.generated;
  const loaded = dags.every(({ site }) => site.entryPoint !== null && isWithin(site.entryPoint, folder));
  if (!loaded || isWithin(directory, folder)) return;
  throw new UserError(
    `generated files go to \`${directory}\`, which is outside of the DAGs folder \`${folder}\`: Airflow would not find them`,
    `Write into windsock.yml: generated: { directory: ${joinPath(asPath(config.elsewhere.length > 0 ? "dags" : folder), "generated__")} }`,
  );
}

function byEntryPoint(dags: readonly Dag[]): ReadonlyMap<Path, readonly Dag[]> {
  const found = new Map<Path, Dag[]>();
  for (const dag of dags) {
    const file = dag.site.entryPoint;
    if (file !== null) found.set(file, [...(found.get(file) ?? []), dag]);
  }
  return found;
}

/** Reads the whole project with the change, and compares every DAG with the one before. */
async function proveSame(snapshot: Snapshot, project: Project, dags: readonly Dag[], changes: Changes): Promise<void> {
  const changed = withChanges(snapshot, changes);
  const { config } = await readConfig(changed);
  const whole = await readProject(changed, { config, airflow: project.versions.airflow.major });
  const after = whole.deployments?.find((one) => one.config.root === project.config.root) ?? whole;
  const moving = new Set(dags.map(({ id }) => id));
  const ids = (of: Project): string => JSON.stringify(of.dags.map(({ id, site }) => [id, site.folder]));
  const problem = (id: string): UserError =>
    new UserError(
      `\`${id}\` would not stay the same DAG`,
      "Leave it with gusty, and report this with the entry point.",
    );
  if (ids(project) !== ids(after)) throw problem(dags[0]?.id ?? "");
  for (const [index, dag] of after.dags.entries()) {
    const before = project.dags[index];
    if (!before) throw problem(dag.id);
    const options = { directory: project.config.generated.directory };
    const [old, fresh] = [
      emitDag(before, { ...options, texts: project.texts }),
      emitDag(dag, { ...options, texts: after.texts }),
    ];
    const same =
      old.ok && fresh.ok ? old.file.text === fresh.file.text : !old.ok && !fresh.ok && before.outcome === dag.outcome;
    if (!same || (moving.has(dag.id) && dag.site.entryPoint !== null)) throw problem(dag.id);
  }
}
