import { nearest as nearestName } from "../config/nearest.ts";
import type { Dag, NodeRef } from "../model/dag.ts";
import type { Project } from "../model/project.ts";
import { dagIndex } from "./dag-index.ts";
import { namesInReach } from "./reach.ts";

/** Why a name under `dependencies` names nothing, and what to write instead. */
export interface WhyUnknown {
  /** A clause that goes on after "`name` is no task or task group in reach". */
  readonly because: string | null;
  /** The way out, in a sentence, with lines to paste where there are some. */
  readonly advice: string | null;
  /** What to write in its place, where one name is plainly meant. */
  readonly instead: string | null;
  /** The task of another DAG that it names, or `all` for the DAG. */
  readonly external?: { readonly dag: string; readonly task: string };
}

/** Finds out what was meant by a name that gusty drops: the most certain reason first. */
export function whyUnknown(name: string, of: NodeRef, dag: Dag, project: Project, other: Project | null): WhyUnknown {
  return (
    wrongForm(name, of, dag) ??
    movedAway(name, of, dag, other) ??
    replacedBySeveral(name, dag) ??
    outOfReach(name, of, dag) ??
    otherDag(name, dag, project) ??
    misspelt(name, of, dag) ?? { because: null, advice: null, instead: null }
  );
}

/** The id in another case, as Airflow shows it, or with the file's extension. */
function wrongForm(name: string, of: NodeRef, dag: Dag): WhyUnknown | null {
  const names = namesInReach(dag, of);
  const lower = names.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  if (lower !== undefined)
    return { because: "names are case-sensitive", advice: `Write \`${lower}\`.`, instead: lower };
  const bare = name.replace(/\.(ya?ml|sql|py|ipynb|Rmd)$/, "").toLowerCase();
  if (bare !== name && names.includes(bare)) {
    return { because: "a task is named without its file's extension", advice: `Write \`${bare}\`.`, instead: bare };
  }
  const shown = dag.tasks.find((task) => task.id === name && task.gustyId !== name && task.kind === "spec");
  if (shown) {
    const because = "gusty does not know the id with the group in front that Airflow shows";
    return { because, advice: `Write \`${shown.gustyId}\`.`, instead: shown.gustyId };
  }
  if (name === "latest_only" || name.startsWith("wait_for_")) {
    const made = dag.tasks.find((task) => task.id === name && task.kind !== "spec");
    if (made) {
      const because = "gusty makes that task itself, after all dependencies are set";
      return {
        because,
        advice: name === "latest_only" ? null : "Use `external_dependencies` here too.",
        instead: null,
      };
    }
  }
  return null;
}

/** The other version has a task of that name here: this change removed or renamed it. */
function movedAway(name: string, of: NodeRef, dag: Dag, other: Project | null): WhyUnknown | null {
  const before = other?.dags.find((candidate) => candidate.id === dag.id);
  const old = before?.tasks.find((task) => task.kind === "spec" && task.gustyId === name);
  if (!before || !old) return null;
  const added = dag.tasks.filter(
    (task) => task.kind === "spec" && !before.tasks.some((earlier) => earlier.gustyId === task.gustyId),
  );
  const sameFolder = added
    .filter((task) => task.group === old.group && task.gustyId !== of.id)
    .map((task) => task.gustyId);
  const nearest = nearestName(name, sameFolder) ?? (sameFolder.length === 1 ? sameFolder[0] : null) ?? null;
  const because = "this change removes or renames that task";
  const advice = nearest ? `Its new name may be \`${nearest}\`.` : "Take the dependency out, or name what replaces it.";
  return { because, advice, instead: nearest };
}

/** A file of that name makes several tasks, none of which has its name. */
function replacedBySeveral(name: string, dag: Dag): WhyUnknown | null {
  const file = `/${name}.`;
  const made = dag.tasks.filter((task) => task.spec?.idSpan && task.spec.file.toLowerCase().includes(file));
  const [first] = made;
  if (!first) return null;
  const because = "the file of that name makes other tasks, with `multi_task_spec` or `python_callable_partials`";
  const names = made.slice(0, 5).map((task) => `\`${task.gustyId}\``);
  return { because, advice: `Name its tasks: ${names.join(", ")}.`, instead: null };
}

/** A task group of that name exists, and gusty does not look there. */
function outOfReach(name: string, of: NodeRef, dag: Dag): WhyUnknown | null {
  const group = dag.groups.find((candidate) => candidate.name === name);
  if (group) {
    const where =
      of.t === "task"
        ? "a task can name only the groups right inside its own folder"
        : "a group can name only tasks and groups of its parent folder";
    const last = dag.tasks.filter((task) => task.group === group.id && !dag.edges.some((edge) => edge.up === task.id));
    const advice =
      of.t === "task" && last[0] ? `Name the last tasks of the group instead, such as \`${last[0].gustyId}\`.` : null;
    return { because: `that is a task group, and ${where}`, advice, instead: null };
  }
  if (of.t === "group" && dag.tasks.some((task) => task.kind === "spec" && task.gustyId === name)) {
    return { because: "a task group can name only tasks and groups of its parent folder", advice: null, instead: null };
  }
  return null;
}

/** A task of another DAG, or another DAG as a whole: then `external_dependencies` says it. */
function otherDag(name: string, dag: Dag, project: Project): WhyUnknown | null {
  const { dags, byTask, plain, byPlainTask } = dagIndex(project);
  const whole = name === dag.id ? undefined : (dags.get(name)?.[0] ?? plain.get(name)?.[0]);
  const made = byTask.get(name)?.find((candidate) => candidate.id !== dag.id);
  const owner = whole ?? made ?? byPlainTask.get(name)?.[0];
  if (!owner) return null;
  const task = whole ? "all" : (made?.tasks.find((candidate) => candidate.gustyId === name)?.id ?? name);
  const because = whole ? "that is another DAG" : `that is a task of the DAG \`${owner.id}\``;
  return {
    because,
    advice: `Wait for it with:\nexternal_dependencies:\n  - ${owner.id}: ${task}`,
    instead: null,
    external: { dag: owner.id, task },
  };
}

function misspelt(name: string, of: NodeRef, dag: Dag): WhyUnknown | null {
  const nearest = nearestName(name, namesInReach(dag, of));
  return nearest === null ? null : { because: null, advice: `Did you mean \`${nearest}\`?`, instead: nearest };
}
