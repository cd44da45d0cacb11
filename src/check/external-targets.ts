import type { Dag } from "../model/dag.ts";
import type { Project } from "../model/project.ts";
import type { PlainDag } from "../model/site.ts";
import { dagIndex } from "./dag-index.ts";

/** The DAGs of a project with one id: those of gusty, and those that Python files make without it. */
export interface Targets {
  readonly gusty: readonly Dag[];
  readonly plain: readonly PlainDag[];
}

export const targetsOf = (project: Project, id: string): Targets => ({
  gusty: dagIndex(project).dags.get(id) ?? [],
  plain: dagIndex(project).plain.get(id) ?? [],
});

/** Whether a DAG with one of its tasks is there, or with `null` the DAG; `"maybe"`: Python may make the task. */
export function hasTarget({ gusty, plain }: Targets, task: string | null): boolean | "maybe" {
  if (task === null) return gusty.length + plain.length > 0;
  const known =
    gusty.some(({ tasks }) => tasks.some(({ id }) => id === task)) || plain.some(({ tasks }) => tasks.includes(task));
  return known || (plain.some(({ complete }) => !complete) && "maybe");
}
