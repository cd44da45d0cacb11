import type { Dag } from "../../src/model/dag.ts";
import type { Project } from "../../src/model/project.ts";
import type { World } from "./judge.ts";

/**
 * What Windsock leaves to Python where gusty raises though all DAGs are built: edges that operators compute, and packages
 * that it does not know. `null` unless each error is one of a DAG of which Windsock says so, whose generated file then
 * raises the same.
 */
export function leftToPython(project: Project, gusty: World, generated: World | undefined): readonly string[] | null {
  const causes = Object.entries(gusty.errors).map(([file, error]) => {
    const dags = project.dags.filter(({ site }) => site.entryPoint === null || file === `<project>/${site.entryPoint}`);
    const found = dags.map((dag) => causeOf(dag, error, errorOf(project, dag, generated)));
    return found.find((cause) => cause !== null) ?? null;
  });
  const known = causes.filter((cause) => cause !== null);
  return known.length > 0 && known.length === causes.length ? known : null;
}

const errorOf = (project: Project, { id }: Dag, generated: World | undefined): string =>
  generated?.errors[`<project>/${project.config.generated.directory}/${id}.py`] ?? "";

function causeOf({ id, computed, problems }: Dag, error: string, own: string): string | null {
  const isRing = /Cycle detected in d/i.test(error) && whereRing(own) === whereRing(error);
  if (computed && (isRing || (isOfEnds(error, id) && own.startsWith("AssertionError"))))
    return "edges that operators compute";
  const missing = /^ModuleNotFoundError: No module named '([^'.]+)/.exec(error)?.[1];
  const isUnread = problems.some((problem) => problem.kind === "unread-operator" && problem.package === missing);
  return missing !== undefined && isUnread && own === error ? `package ${missing}` : null;
}

/** The message without the task at which Airflow noticed the ring. */
const whereRing = (error: string): string => error.replace(/ Faulty task: .*/, "");

/** A root or leaf task with edges of its own: gusty's message of it fails itself on Airflow 3. */
const isOfEnds = (error: string, dag: string): boolean =>
  error.includes(` in DAG ${dag} is listed as a `) || error.endsWith("object has no attribute '_dag_id'");
