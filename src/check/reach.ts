import type { Dag, NodeRef } from "../model/dag.ts";

/** The names that a task or group may use under `dependencies`, by gusty's rules (see `src/build/dependencies.ts`). */
export function namesInReach(dag: Dag, node: NodeRef): readonly string[] {
  const groupsIn = (parent: string | null): string[] =>
    dag.groups.filter((group) => group.parent === parent && group.id !== node.id).map((group) => group.name);
  if (node.t === "group") {
    const parent = dag.groups.find((group) => group.id === node.id)?.parent ?? null;
    const tasks = dag.tasks.filter((task) => task.kind === "spec" && task.group === parent);
    return [...tasks.map((task) => task.gustyId), ...groupsIn(parent)];
  }
  const own = dag.tasks.find((task) => task.id === node.id);
  const others = dag.tasks.filter((task) => task.kind === "spec" && task !== own);
  return [...others.map((task) => task.gustyId), ...groupsIn(own?.group ?? null)];
}
