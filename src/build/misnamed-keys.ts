import type { NodeRef, Task } from "../model/dag.ts";
import type { Problem } from "../model/problem.ts";
import type { Field } from "../model/value.ts";
import type { Structure } from "./structure.ts";

/** Words for gusty's own keys that people bring along from other tools, or get nearly right. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
  ...["depends_on", "depends", "dependency", "dependencys", "dependancies", "dependancy", "dependencie"].map(
    dependencies,
  ),
  ...["dependecies", "dependences", "depedencies", "depencies", "dependecy", "dependson"].map(dependencies),
  ...["upstream", "upstreams", "upstream_tasks", "upstream_task_ids", "task_dependencies"].map(dependencies),
  ...["external_dependency", "external_dependancies", "external_dependecies", "external_dependences"].map(external),
  ...["external_depends_on", "external_tasks", "externals", "externaldependencies"].map(external),
  ["root_task", "root_tasks"],
  ["leaf_task", "leaf_tasks"],
]);

function dependencies(word: string): [string, string] {
  return [word, "dependencies"];
}

function external(word: string): [string, string] {
  return [word, "external_dependencies"];
}

/** The key of gusty that a key plainly means, or `null`: letter case, dashes and spaces aside. */
export function misnamedKey(key: string): string | null {
  const plain = key.toLowerCase().replaceAll("-", "_").replaceAll(" ", "_").slice(0, 40);
  const means = MEANINGS.get(plain) ?? ([...MEANINGS.values()].includes(plain) ? plain : null);
  return means === key ? null : means;
}

/**
 * Keys that gusty drops and that plainly mean another: of task files whose operator is known not to take them, and of
 * METADATA.yml (`gusty/building.py`, `build_task`, `build_structure`).
 */
export function misnamedKeys(structures: readonly Structure[], tasks: readonly Task[]): readonly Problem[] {
  const ofTasks = tasks
    .filter((task) => task.operatorKnown)
    .flatMap((task) => among(task.dropped, task.spec?.fields ?? [], { t: "task", id: task.id }));
  const ofLevels = structures.flatMap(({ own, group }) => among(own, own, group ? { t: "group", id: group.id } : null));
  return [...ofTasks, ...ofLevels];
}

function among(fields: readonly Field[], all: readonly Field[], of: NodeRef | null): readonly Problem[] {
  return fields.flatMap(({ key, keySpan, value }): Problem[] => {
    const means = misnamedKey(key);
    const at = keySpan ?? value.span;
    const ends = means === "root_tasks" || means === "leaf_tasks";
    if (means === null || !at || (ends && of !== null)) return [];
    return [{ kind: "misnamed-key", at, key, means, of, taken: all.some((field) => field.key === means) }];
  });
}
