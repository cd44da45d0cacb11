import type { Dag } from "../model/dag.ts";
import type { Project } from "../model/project.ts";

/** The DAGs that one Python file makes: an exception in it ends them all. A declared folder stands alone. */
export function dagsOfEntryPoint(project: Project, dag: Dag): readonly string[] {
  const { entryPoint } = dag.site;
  if (!entryPoint) return [dag.id];
  return project.dags.filter((other) => other.site.entryPoint === entryPoint).map((other) => other.id);
}

/** Says what an exception in gusty takes with it: the other DAGs of the same entry point. */
export function stopsText(project: Project, dag: Dag): string {
  const { entryPoint } = dag.site;
  if (!entryPoint) return `\`${dag.id}\` is not built`;
  const count = dagsOfEntryPoint(project, dag).length;
  if (count === 1) return `Airflow cannot import \`${entryPoint}\`, and \`${dag.id}\` disappears`;
  return `Airflow cannot import \`${entryPoint}\`, and all ${count} DAGs that it makes disappear`;
}
