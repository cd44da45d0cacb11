import type { DagChange, TaskChange } from "../model/change.ts";
import type { Dag } from "../model/dag.ts";
import { capped } from "./capped.ts";
import { newNames, rewired } from "./edge-words.ts";
import { groupName } from "./group-words.ts";
import { code, codes, joinRich, listOf, type Rich, strong } from "./rich.ts";
import { fieldInWords } from "./value-change.ts";

/** Renamed tasks, and tasks that move between groups. */
export function renamedLines({ tasks }: DagChange): Rich[] {
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
      movedTogether(tasks.moved),
      ({ ids, from, to }) => [
        ...(ids.length > 3 ? [`${ids.length} tasks: `] : []),
        ...listOf(codes(ids), 3),
        ids.length === 1 ? " moves from " : " move from ",
        ...groupName(from),
        " to ",
        ...groupName(to),
      ],
      "moves of tasks",
    ),
  ];
}

type Moved = DagChange["tasks"]["moved"][number];

/** Tasks that move from one place to one other, together. */
function movedTogether(
  moved: readonly Moved[],
): { readonly ids: string[]; readonly from: Moved["from"]; readonly to: Moved["to"] }[] {
  const found = new Map<string, { ids: string[]; from: Moved["from"]; to: Moved["to"] }>();
  for (const { id, from, to } of moved) {
    const key = JSON.stringify([from, to]);
    const known = found.get(key);
    if (known) known.ids.push(id);
    else found.set(key, { ids: [id], from, to });
  }
  return [...found.values()];
}

/** New and removed tasks, with where they stand in the graph. */
export function taskLines(change: DagChange): Rich[] {
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
export function edgeLines(change: DagChange): Rich[] {
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

/** Arguments and code of tasks that are in both versions. */
export function changedTaskLines({ tasks }: DagChange): Rich[] {
  const line = ({ id, fields, code: changed }: TaskChange): Rich => {
    const ordered = [...fields].sort((a, b) => Number(b.path === "operator") - Number(a.path === "operator"));
    const facts = ordered.slice(0, 4).map(fieldInWords);
    if (fields.length > 4) facts.push([`${fields.length - 4} more arguments`]);
    if (changed) facts.push(["its code changed"]);
    return [code(id), ": ", ...(facts.length > 0 ? joinRich(facts, "; ") : ["changed"])];
  };
  return capped(tasks.changed, line, "changed tasks");
}
