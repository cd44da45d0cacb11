import { createHash } from "node:crypto";
import { operatorPath } from "../build/operators.ts";
import { isAsFarAsKnown } from "../build/outcome.ts";
import type { Dag, NodeRef, Task } from "../model/dag.ts";
import type { Path } from "../model/path.ts";
import { type Canonical, canonicalFields, unordered, type ValueContext } from "./canonical.ts";

/**
 * SHA-256 in hex of what a DAG is for Airflow: settings, groups, tasks with their operators and arguments, edges, the
 * groups' own edges, external sensors. Its id, file names, places and every order that makes no difference are not in
 * it. `null` where the DAG is not known in full. `texts` are those of the DAG's own version (`Project.texts`).
 */
export function dagHash(dag: Dag, texts: ReadonlyMap<Path, string>): string | null {
  if (dag.outcome !== "built" || isAsFarAsKnown(dag)) return null;
  const context: ValueContext = { texts, folder: dag.site.folder };
  const node = (ref: NodeRef): Canonical => [ref.t, ref.id];
  const groupLinks = dag.links.filter(({ up, down }) => up.t === "group" || down.t === "group");
  const content: Canonical = [
    canonicalFields(dag.settings, context),
    unordered(
      dag.groups.map((group) => [
        group.id,
        group.parent,
        group.prefixGroupId,
        canonicalFields(group.arguments, context),
      ]),
    ),
    unordered(dag.tasks.map((task) => [task.id, task.group, canonicalTask(task, context)])),
    distinct(dag.edges.map(({ up, down }) => [up, down])),
    distinct(groupLinks.map(({ up, down }) => [node(up), node(down)])),
    unordered(dag.externals.map(({ dag: other, task, sensor }) => [other, task, sensor])),
  ];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/** What a task does, without its id, group and edges. */
export const canonicalTask = (task: Task, context: ValueContext): Canonical => [
  task.kind,
  operatorOf(task),
  task.broken,
  canonicalFields(task.arguments, context),
];

/** As `operatorPath` in `build/operators.ts`; `null` where the operator is unknown. */
export const operatorOf = ({ operator }: Task): string | null => operator && operatorPath(operator);

const distinct = (items: readonly Canonical[]): Canonical[] => {
  const sorted = unordered(items);
  return sorted.filter((item, index) => index === 0 || JSON.stringify(item) !== JSON.stringify(sorted[index - 1]));
};
