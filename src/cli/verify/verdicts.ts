import type { Dag } from "../../model/dag.ts";
import type { Project } from "../../model/project.ts";
import { differences } from "./differences.ts";
import type { Worlds } from "./make-worlds.ts";
import type { World } from "./start-judge.ts";

/**
 * What the two worlds say of one DAG. `same`: equal in all that Airflow knows. `fails`: gusty raises, as Windsock says.
 * `differs`: with every difference. `open`: it could not be compared, and why.
 */
export type Verdict = { readonly id: string } & (
  | { readonly is: "same" }
  | { readonly is: "fails"; readonly raises: string }
  | { readonly is: "differs"; readonly places: readonly string[] }
  | { readonly is: "open"; readonly why: string }
);

/** The verdict on every DAG, in the order of their ids, and the DAGs that only gusty's world has. */
export function verdictsOf(
  project: Project,
  dags: readonly Dag[],
  worlds: Worlds,
  gusty: World,
  generated: World,
): { readonly verdicts: readonly Verdict[]; readonly strangers: readonly string[] } {
  const failing = new Set(dags.filter(({ outcome }) => outcome === "fails").map(fileOf));
  const known = new Set(project.dags.map(({ id }) => id));
  return {
    verdicts: dags.map((dag) => verdictOn(project, dag, worlds, gusty, generated, failing)),
    strangers: Object.keys(gusty.dags).filter((id) => !known.has(id)),
  };
}

function verdictOn(
  project: Project,
  dag: Dag,
  worlds: Worlds,
  gusty: World,
  generated: World,
  failing: ReadonlySet<string>,
): Verdict {
  const { id } = dag;
  if (project.dags.some((other) => other !== dag && other.id === id))
    return { id, is: "open", why: "there is another DAG with this id" };
  const raised = gusty.errors[fileOf(dag)];
  const built = Object.hasOwn(gusty.dags, id) ? gusty.dags[id] : undefined;
  if (built === undefined) {
    const raises = raised ?? gusty.errors[id];
    if (raises === undefined) return { id, is: "differs", places: ["gusty builds no such DAG"] };
    // One DAG that fails ends the entry point, and so the other DAGs of it.
    if (failing.has(fileOf(dag))) return { id, is: "fails", raises };
    return { id, is: "differs", places: [`gusty raises ${raises}\n    Windsock says that it builds`] };
  }
  if (dag.outcome === "fails")
    return { id, is: "differs", places: ["gusty builds it\n    Windsock says that it fails"] };
  const why = worlds.refused.get(id);
  if (why !== undefined) return { id, is: "open", why };
  const broken = generated.errors[`<project>/${worlds.files.get(id) ?? ""}`] ?? generated.errors[id];
  if (broken !== undefined) return { id, is: "differs", places: [`the generated Python raises ${broken}`] };
  const places = differences(built, generated.dags[id]);
  return places.length === 0 ? { id, is: "same" } : { id, is: "differs", places };
}

/** The file whose import makes the DAG, or the declared folder, as the judge names it. */
const fileOf = ({ site }: Dag): string => `<project>/${site.entryPoint ?? site.folder}`;
