import type { DagChange, FieldChange } from "../model/change.ts";
import type { Dag, Task } from "../model/dag.ts";
import type { Value } from "../model/value.ts";
import { capped } from "./capped.ts";
import { code, codes, count, listOf, type Rich, strong } from "./rich.ts";
import { SCHEDULE_KEYS, scheduleOf } from "./schedule-text.ts";
import { changedTaskLines, edgeLines, renamedLines, taskLines } from "./task-words.ts";
import { fieldInWords } from "./value-change.ts";

/** What changed in one DAG, a line a fact, the weightiest first: the DAG itself, schedule, settings, tasks, edges, arguments. */
export function changeInWords(change: DagChange): Rich[] {
  if (change.kind === "removed") return [removedDag(change)];
  const lines = [
    ...dagLines(change),
    ...settingLines(change),
    ...renamedLines(change),
    ...(change.kind === "added" ? [] : taskLines(change)),
    ...edgeLines(change),
    ...changedTaskLines(change),
  ];
  return lines.length > 0 ? lines : [[noDifference(change)]];
}

/** Nothing differs: that it is so, or that more cannot be known. */
function noDifference({ base, head }: DagChange): string {
  if (head?.outcome === "fails") return "what else changes is not known until it loads";
  return base?.outcome === "built" && head?.outcome === "built"
    ? "no difference in what Airflow gets"
    : "no difference found, but not all of it is known";
}

function dagLines(change: DagChange): Rich[] {
  if (change.kind === "added" && change.head) {
    const { tasks, groups } = change.head;
    const size =
      groups.length > 0
        ? `${count(tasks.length, "task")} in ${count(groups.length, "group")}`
        : count(tasks.length, "task");
    return [["new DAG: ", size, ", ", ...scheduleOf(change.head)]];
  }
  if (change.kind === "renamed" && change.base && change.head) {
    return [
      [
        code(change.base.id),
        " is now ",
        strong(code(change.head.id)),
        ": for Airflow a new DAG; its run history stays with the old id",
      ],
    ];
  }
  return [];
}

const removedDag = ({ base }: DagChange): Rich => [
  `the DAG goes, with its ${count(base?.tasks.length ?? 0, "task")}; its run history stays in Airflow's database`,
];

function settingLines(change: DagChange): Rich[] {
  if (change.kind === "added") return [];
  const ordered = [...change.settings].sort(
    (a, b) => Number(SCHEDULE_KEYS.has(b.path)) - Number(SCHEDULE_KEYS.has(a.path)),
  );
  return capped(ordered, (field) => [...fieldInWords(field), ...reachOf(field, change.head)], "settings");
}

/** How many tasks take a changed default argument: those that do not set it themselves, nor by a group's own `default_args`. */
function reachOf({ path }: FieldChange, head: Dag | null): Rich {
  const key = /^default_args\.([^.]+)/.exec(path)?.[1];
  if (key === undefined || !head) return [];
  const reached = head.tasks.filter(
    (task) => !task.arguments.some((field) => field.key === key) && !groupSets(head, task, key),
  );
  return [`: reaches ${reached.length} of ${count(head.tasks.length, "task")}`];
}

function groupSets(dag: Dag, task: Task, key: string): boolean {
  const byId = new Map(dag.groups.map((group) => [group.id, group]));
  const seen = new Set<string>();
  for (let id = task.group; id !== null && !seen.has(id); id = byId.get(id)?.parent ?? null) {
    seen.add(id);
    const given: Value | undefined = byId.get(id)?.arguments.find((field) => field.key === "default_args")?.value;
    if (given?.t === "map" && given.v.some(([name]) => name.t === "str" && name.v === key)) return true;
  }
  return false;
}

/** What runs after the change: tasks of the same DAG, and other DAGs that wait for it with their owners. */
export function downstreamInWords(change: DagChange, ownersOf: (dag: string) => readonly string[]): Rich[] {
  const lines: Rich[] = [];
  if (change.affected.length > 0 && change.kind !== "added") {
    lines.push(["also affected: ", ...listOf(codes(change.affected), 6)]);
  }
  const waiting = capped(
    change.downstream,
    ({ dag, tasks }): Rich => {
      const owners = ownersOf(dag);
      return [
        code(dag),
        " waits for this DAG",
        ...(tasks.length > 0 ? [" in ", ...listOf(codes(tasks), 3)] : []),
        ...(owners.length > 0 ? [" (owner: ", owners.slice(0, 3).join(", "), ")"] : []),
      ];
    },
    "waiting DAGs",
  );
  return [...lines, ...waiting];
}
