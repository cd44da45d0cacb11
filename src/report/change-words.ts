import type { DagChange, FieldChange, TaskChange } from "../model/change.ts";
import type { Dag, Task } from "../model/dag.ts";
import type { Value } from "../model/value.ts";
import { newNames, rewired } from "./edge-words.ts";
import { code, codes, count, joinRich, listOf, type Rich, strong } from "./rich.ts";
import { SCHEDULE_KEYS, scheduleOf } from "./schedule-text.ts";
import { fieldInWords } from "./value-change.ts";

/** At most this many lines of one kind; the rest are counted. */
const MOST = 12;

function capped<T>(items: readonly T[], line: (item: T) => Rich, what: string): Rich[] {
  const lines = items.slice(0, MOST).map(line);
  const rest = items.length - lines.length;
  return rest > 0 ? [...lines, [`and ${rest} more ${what}`]] : lines;
}

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

function renamedLines({ tasks }: DagChange): Rich[] {
  return [
    ...capped(
      tasks.renamed,
      ({ from, to, likeness }) => [
        code(from),
        " → ",
        strong(code(to)),
        ` (renamed, ${Math.floor(likeness * 100)} % alike): for Airflow a new task; its run history stays with the old name`,
      ],
      "renamed tasks",
    ),
    ...capped(
      tasks.moved,
      ({ id, from, to }) => [code(id), " moves from ", ...groupName(from), " to ", ...groupName(to)],
      "moved tasks",
    ),
  ];
}

const groupName = (id: string | null): Rich => (id === null ? ["the top level"] : ["group ", code(id)]);

function taskLines(change: DagChange): Rich[] {
  return [
    ...capped(change.tasks.added, (id) => [strong(code(id)), " is new", ...placeOf(change.head, id)], "new tasks"),
    ...capped(change.tasks.removed, (id) => [code(id), " is removed", ...formerPlaceOf(change, id)], "removed tasks"),
  ];
}

/** The operator of a task, and what runs before and after it. */
function placeOf(dag: Dag | null, id: string): Rich {
  const task = dag?.tasks.find((one) => one.id === id);
  if (!dag || !task) return [];
  const up = dag.edges.filter(({ down }) => down === id).map((edge) => edge.up);
  const down = dag.edges.filter((edge) => edge.up === id).map((edge) => edge.down);
  const parts: Rich[] = [];
  if (task.operator) parts.push([code(task.operator.name)]);
  if (up.length > 0) parts.push(["after ", ...listOf(codes([...new Set(up)]), 3)]);
  if (down.length > 0) parts.push(["before ", ...listOf(codes([...new Set(down)]), 3)]);
  return parts.length > 0 ? [": ", ...joinRich(parts, ", ")] : [];
}

/** The tasks of head that ran after a removed one. */
function formerPlaceOf({ base, head }: DagChange, id: string): Rich {
  const still = new Set(head?.tasks.map((task) => task.id));
  const down = (base?.edges ?? []).filter((edge) => edge.up === id && still.has(edge.down)).map((edge) => edge.down);
  return down.length > 0 ? [": ", ...listOf(codes([...new Set(down)]), 3), " ran after it"] : [];
}

/** Edges between tasks of both versions; those of new and removed tasks are said with the task. */
function edgeLines(change: DagChange): Rich[] {
  if (change.kind === "added") return [];
  const names = newNames(change);
  const fresh = new Set(change.tasks.added);
  const gone = new Set(change.tasks.removed);
  const { added, removed } = rewired(change);
  return [
    ...capped(
      added.filter(([up, down]) => !fresh.has(up) && !fresh.has(down)),
      ([up, down]) => [code(down), " now waits for ", code(up)],
      "new dependencies",
    ),
    ...capped(
      removed.filter(([up, down]) => !gone.has(up) && !gone.has(down)),
      ([up, down]) => [code(names.get(down) ?? down), " no longer waits for ", code(names.get(up) ?? up)],
      "removed dependencies",
    ),
  ];
}

function changedTaskLines({ tasks }: DagChange): Rich[] {
  const line = ({ id, fields, code: changed }: TaskChange): Rich => {
    const ordered = [...fields].sort((a, b) => Number(b.path === "operator") - Number(a.path === "operator"));
    const facts = ordered.slice(0, 4).map(fieldInWords);
    if (fields.length > 4) facts.push([`${fields.length - 4} more arguments`]);
    if (changed) facts.push(["its Python code changed"]);
    return [code(id), ": ", ...(facts.length > 0 ? joinRich(facts, "; ") : ["changed"])];
  };
  return capped(tasks.changed, line, "changed tasks");
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
        " waits for this DAG in ",
        ...listOf(codes(tasks), 3),
        ...(owners.length > 0 ? [" (owner: ", owners.slice(0, 3).join(", "), ")"] : []),
      ];
    },
    "waiting DAGs",
  );
  return [...lines, ...waiting];
}
