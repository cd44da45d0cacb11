import { tasksAfter } from "../compare/reach.ts";
import type { External, Group, Task } from "../model/dag.ts";
import type { Project } from "../model/project.ts";
import type { Field } from "../model/value.ts";
import type { TraceSubject } from "./find-subject.ts";
import { indexLinks, type TraceLink } from "./links.ts";
import type { TracedValue } from "./origin.ts";
import { pathBetween } from "./path-between.ts";
import { tasksOfSubject } from "./subject-tasks.ts";
import { dagValues, groupValues, taskValues } from "./why-values.ts";

/** Why a DAG, a task, a group or one value is as it is. */
export interface Why {
  readonly subject: TraceSubject;
  readonly task: Task | null;
  readonly group: Group | null;
  /** For a sensor that gusty makes: what it waits for, and who asks for that. */
  readonly waitsFor: External | null;
  /** What reaches Airflow, with where it comes from; with a key in the subject, only that and what lies below it. */
  readonly values: readonly TracedValue[];
  /** What is written and reaches nothing. */
  readonly dropped: readonly Field[];
  /** Right before and after, with what sets it; from and to other DAGs too. For a DAG: only from and to other DAGs. */
  readonly before: readonly TraceLink[];
  readonly after: readonly TraceLink[];
  /** Tasks of the same DAG that end before it begins, in the DAG's order. */
  readonly upstream: readonly string[];
}

/** Explains a subject of a project. */
export function whyOf(project: Project, subject: TraceSubject): Why {
  const { dag, node, key } = subject;
  const task = node?.t === "task" ? (dag.tasks.find(({ id }) => id === node.id) ?? null) : null;
  const group = node?.t === "group" ? (dag.groups.find(({ id }) => id === node.id) ?? null) : null;
  const all = task ? taskValues(dag, task) : group ? groupValues(dag, group) : dagValues(dag);
  const waitsFor = dag.externals.find(({ sensor }) => task?.kind === "sensor" && sensor === task.id) ?? null;
  const isAsked = (name: string): boolean => key === null || name === key || name.startsWith(`${key}.`);
  const values = all.filter((value) => isAsked(value.key));
  const dropped = (task?.dropped ?? []).filter((field) => isAsked(field.key));
  if (key !== null) return { subject, task, group, waitsFor, values, dropped, before: [], after: [], upstream: [] };
  const links = indexLinks(project);
  const own = tasksOfSubject(subject);
  const inside = new Set(own.map((ref) => ref.task));
  const isOutside = (ref: { dag: string; task: string }): boolean => ref.dag !== dag.id || !inside.has(ref.task);
  const before = own.flatMap((ref) => links.before(ref)).filter(({ up }) => isOutside(up));
  const after = own
    .flatMap((ref) => links.after(ref).filter(({ whole }) => !whole))
    .filter(({ down }) => isOutside(down));
  const first = own[0];
  const whole = first
    ? links.waitingForWhole(dag.id).map(({ sensor, from }): TraceLink => {
        return { up: first, down: sensor, via: "waits", whole: true, from };
      })
    : [];
  const turned = dag.edges.map(({ up, down }) => ({ up: down, down: up }));
  const earlier = node === null ? new Set<string>() : tasksAfter(inside, turned);
  return {
    subject,
    task,
    group,
    waitsFor,
    values,
    dropped,
    before,
    after: [...after, ...whole],
    upstream: dag.tasks.map(({ id }) => id).filter((id) => earlier.has(id) && !inside.has(id)),
  };
}

/** How one thing comes to be before another. */
export interface WhyBefore {
  readonly from: TraceSubject;
  readonly to: TraceSubject;
  /** The shortest way; `null`: there is none. */
  readonly path: readonly TraceLink[] | null;
  /** There is a way from `to` to `from` instead. */
  readonly reversed: boolean;
}

/** The shortest way from one subject to another. */
export function whyBefore(project: Project, from: TraceSubject, to: TraceSubject): WhyBefore {
  const links = indexLinks(project);
  const [starts, goals] = [tasksOfSubject(from), tasksOfSubject(to)];
  const path = pathBetween(links, starts, goals);
  return { from, to, path, reversed: path === null && pathBetween(links, goals, starts) !== null };
}
