import { nearest } from "../config/nearest.ts";
import type { Dag, NodeRef } from "../model/dag.ts";
import type { Project } from "../model/project.ts";

/** What a question is about: a DAG, one of its tasks or groups, or one key of these. */
export interface TraceSubject {
  readonly dag: Dag;
  /** `null`: the DAG itself. */
  readonly node: NodeRef | null;
  /** `null`: all of it. */
  readonly key: string | null;
}

export type FoundSubject =
  | { readonly ok: true; readonly subject: TraceSubject }
  /** `message`: what there is not, with names in backticks. `near`: what was most likely meant. `names`: what there is. */
  | { readonly ok: false; readonly message: string; readonly near: string | null; readonly names: readonly string[] };

/** Longer names are none of a DAG and a task: Airflow takes 250 characters each. */
const LONGEST = 800;

/**
 * Reads `DAG`, `DAG.TASK`, `DAG.GROUP` or one of these with `.KEY`. Ids may hold dots: the longest DAG id that fits counts
 * (of several deployments also without the deployment's name, where one alone has it), then a task by its id in Airflow, by
 * gusty's name, or by its file's below its group, then a group, then a key of what is before the last dots.
 */
export function findSubject(project: Project, text: string): FoundSubject {
  const given = text.slice(0, LONGEST);
  const begins = (id: string): boolean => given === id || given.startsWith(`${id}.`);
  const [alone, another] = project.dags.some(({ id }) => begins(id))
    ? []
    : project.dags.filter(({ site }) => begins(site.id));
  const name = alone && !another ? `${alone.id}${given.slice(alone.site.id.length)}` : given;
  const dags = project.dags.filter(({ id }) => name === id || name.startsWith(`${id}.`));
  const dag = dags.reduce<Dag | null>(
    (best, one) => (best !== null && best.id.length >= one.id.length ? best : one),
    null,
  );
  if (dag === null) {
    const asked = name.split(".")[0] ?? "";
    const ids = project.dags.map(({ id }) => id);
    return {
      ok: false,
      message: `there is no DAG \`${asked}\``,
      near: nearest(name, ids) ?? nearest(asked, ids),
      names: ids,
    };
  }
  if (name === dag.id) return { ok: true, subject: { dag, node: null, key: null } };
  const rest = name.slice(dag.id.length + 1);
  const whole = findNode(dag, rest);
  if (whole !== null) return { ok: true, subject: { dag, node: whole, key: null } };
  for (let dot = rest.lastIndexOf("."); dot > 0; dot = rest.lastIndexOf(".", dot - 1)) {
    const node = findNode(dag, rest.slice(0, dot));
    const key = rest.slice(dot + 1);
    // What a group has not is more likely a task that is not in it.
    if (node !== null && (node.t === "task" || groupHas(dag, node.id, key))) {
      return { ok: true, subject: { dag, node, key } };
    }
  }
  const top = rest.split(".")[0] ?? "";
  if (dag.metadata.some(({ key }) => key === top)) return { ok: true, subject: { dag, node: null, key: rest } };
  const near = nearest(rest, namesIn(dag)) ?? nearest(top, namesIn(dag));
  return {
    ok: false,
    message: `there is no task or task group \`${rest}\` in \`${dag.id}\``,
    near: near === null ? null : `${dag.id}.${near}`,
    names: namesIn(dag).map((one) => `${dag.id}.${one}`),
  };
}

function findNode(dag: Dag, name: string): NodeRef | null {
  const task =
    dag.tasks.find(({ id }) => id === name) ??
    dag.tasks.find(({ gustyId }) => gustyId === name) ??
    dag.tasks.find(({ group, spec }) => spec !== null && `${group}.${spec.taskId}` === name);
  if (task !== undefined) return { t: "task", id: task.id };
  const group = dag.groups.find(({ id }) => id === name) ?? dag.groups.find((one) => one.name === name);
  return group === undefined ? null : { t: "group", id: group.id };
}

const groupHas = (dag: Dag, id: string, key: string): boolean =>
  dag.groups.find((group) => group.id === id)?.arguments.some((field) => field.key === key.split(".")[0]) ?? false;

const namesIn = (dag: Dag): string[] => [
  ...new Set([...dag.tasks.map(({ id }) => id), ...dag.groups.map(({ id }) => id)]),
];
