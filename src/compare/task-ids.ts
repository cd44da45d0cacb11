import type { Dag } from "../model/dag.ts";

/** The ids of a DAG's tasks in their order, each once: a duplicate is the author's mistake, not a second task. */
export const taskIds = (dag: Dag): string[] => [...new Set(dag.tasks.map(({ id }) => id))];
