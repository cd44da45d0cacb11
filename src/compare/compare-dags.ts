import { templateFiles } from "../build/template-files.ts";
import type { DagChange, TaskChange } from "../model/change.ts";
import type { Dag, Task } from "../model/dag.ts";
import type { Path } from "../model/path.ts";
import type { Project } from "../model/project.ts";
import type { Field } from "../model/value.ts";
import { backfillOf } from "./backfill.ts";
import { pythonChanged, templatesChanged } from "./code-changes.ts";
import { dagHash, operatorOf } from "./dag-hash.ts";
import { fieldChanges, type Sides } from "./field-changes.ts";
import { groupChanges } from "./group-changes.ts";
import { migratedTo } from "./migrated.ts";
import { movedFiles } from "./moved-files.ts";
import { operatorChanges, operatorSources } from "./operator-changes.ts";
import { tasksAfter } from "./reach.ts";
import { renamedTasks } from "./renamed-tasks.ts";
import { risksOf } from "./risk.ts";
import { statementChanges } from "./statement-changes.ts";
import { taskIds } from "./task-ids.ts";

/** One DAG in both versions, as far as it can be said without looking at other DAGs: `downstream` is empty. */
export function compareDags(base: Dag, head: Dag, projects: { base: Project; head: Project }): DagChange {
  const sides: Sides = {
    base: { texts: projects.base.texts, folder: base.site.folder },
    head: { texts: projects.head.texts, folder: head.site.folder },
  };
  const before = tasksById(base, head);
  const after = tasksById(head, base);
  const renamed = renamedTasks(base, head, sides);
  const names = new Map(renamed.map(({ from, to }) => [from, to]));
  const origins = new Map(renamed.map(({ from, to }) => [to, from]));

  const moved = [...after.values()].flatMap(({ id, group }) => {
    const from = before.get(id);
    return from && from.group !== group ? [{ id, from: from.group, to: group }] : [];
  });
  const changed = [...after.values()].flatMap((task) => {
    const from = before.get(origins.get(task.id) ?? task.id);
    return from ? taskChange(from, task, { base, head }, sides) : [];
  });
  const tasks: DagChange["tasks"] = {
    added: [...after.keys()].filter((id) => !before.has(id) && !origins.has(id)),
    removed: [...before.keys()].filter((id) => !after.has(id) && !names.has(id)),
    renamed,
    moved,
    changed,
  };
  const edges = edgeChanges(base, head, names);
  const links = edges.added.length + edges.removed.length === 0;
  const settings = [
    ...fieldChanges(base.settings, head.settings, sides),
    ...groupChanges(base, head, sides, { links, names }),
    ...statementChanges(base, head, projects),
  ];
  const operators = operatorChanges(base, head, projects);
  const backfill = backfillOf(base, head, projects.head.date ?? projects.base.date);
  const files = changedFiles(base, head, projects);
  const hash = { base: dagHash(base, projects.base.texts), head: dagHash(head, projects.head.texts) };
  const lists = [...Object.values(tasks), ...Object.values(edges), settings, operators];
  const isSame = lists.every((list) => list.length === 0) && base.outcome === head.outcome && hash.base === hash.head;
  const kind = base.id !== head.id ? "renamed" : isSame ? "unchanged" : "changed";
  return {
    id: head.id,
    kind,
    base,
    head,
    hash,
    tasks,
    edges,
    settings,
    operators,
    backfill,
    risk: risksOf({ kind, tasks, edges, settings, operators, backfill }),
    downstream: [],
    affected: affectedTasks(head, { tasks, edges, operators }),
    files,
    migrated: head.site.entryPoint === null ? migratedTo(base, projects) : null,
    filesMoved: movedFiles(files, projects.base.texts, projects.head.texts),
  };
}

/** Each id once. Of two tasks with one id (Airflow refuses the later) the one whose file the other version has too, else the first. */
function tasksById(dag: Dag, other: Dag): Map<string, Task> {
  const elsewhere = new Set(other.tasks.map((task) => JSON.stringify([task.id, task.source?.file])));
  const found = new Map<string, Task>();
  for (const task of dag.tasks) {
    const isKnown = (one: Task): boolean => elsewhere.has(JSON.stringify([one.id, one.source?.file]));
    const earlier = found.get(task.id);
    if (!earlier || (!isKnown(earlier) && isKnown(task))) found.set(task.id, task);
  }
  return found;
}

/** What differs in one task; nothing where it is the same. Of a broken one only that is known. */
function taskChange(base: Task, head: Task, dags: { base: Dag; head: Dag }, sides: Sides): TaskChange[] {
  if (base.broken || head.broken) return base.broken === head.broken ? [] : [{ id: head.id, fields: [], code: false }];
  const fields = fieldChanges(comparable(base), comparable(head), sides);
  const code = pythonChanged(base, head, sides) || templatesChanged(base, head, dags, sides);
  return fields.length > 0 || code ? [{ id: head.id, fields, code }] : [];
}

const comparable = (task: Task): Field[] => {
  const path = operatorOf(task);
  const operator: Field[] = path === null ? [] : [{ key: "operator", keySpan: null, value: { t: "name", path } }];
  return [...operator, ...task.arguments];
};

/** Pairs in the order of their version; ids of renamed tasks are those of head on both sides, so that a rename alone shows none. */
function edgeChanges(base: Dag, head: Dag, names: ReadonlyMap<string, string>): DagChange["edges"] {
  const pairs = (dag: Dag, nameOf: (id: string) => string): Map<string, readonly [string, string]> =>
    new Map(
      dag.edges.map(({ up, down }) => {
        const pair = [nameOf(up), nameOf(down)] as const;
        return [JSON.stringify(pair), pair];
      }),
    );
  const before = pairs(base, (id) => names.get(id) ?? id);
  const after = pairs(head, (id) => id);
  const without = (a: typeof before, b: typeof before) => [...a].flatMap(([key, pair]) => (b.has(key) ? [] : [pair]));
  return { added: without(after, before), removed: without(before, after) };
}

function affectedTasks(
  head: Dag,
  { tasks, edges, operators }: Pick<DagChange, "tasks" | "edges" | "operators">,
): string[] {
  const touched = new Set([
    ...tasks.added,
    ...tasks.renamed.map(({ to }) => to),
    ...tasks.changed.map(({ id }) => id),
    ...operators.flatMap((operator) => operator.tasks),
    ...[...edges.added, ...edges.removed].map(([, down]) => down),
  ]);
  const reached = tasksAfter(touched, head.edges);
  return taskIds(head).filter((id) => reached.has(id) && !touched.has(id));
}

function changedFiles(base: Dag, head: Dag, projects: { base: Project; head: Project }): Path[] {
  const filesOf = (dag: Dag, project: Project): Set<Path> => {
    const sources = [...operatorSources(dag, project).values()].flatMap((files) => [...files.keys()]);
    const templates = dag.tasks.flatMap((task) => templateFiles(dag, task));
    return new Set([...dag.files, ...sources, ...templates.filter((file) => project.texts.has(file))]);
  };
  const [before, after] = [filesOf(base, projects.base), filesOf(head, projects.head)];
  return [...new Set([...before, ...after])]
    .filter(
      (file) => before.has(file) !== after.has(file) || projects.base.texts.get(file) !== projects.head.texts.get(file),
    )
    .sort();
}
