import { isOwn } from "../config/deployments.ts";
import type { Dag } from "../model/dag.ts";
import { isWithin, joinPath, type Path } from "../model/path.ts";
import type { Project } from "../model/project.ts";

/** One deployment in both versions. `name` is `null` where there is only one. */
export interface DeploymentPair {
  readonly name: string | null;
  readonly base: Project | null;
  readonly head: Project;
}

/** The deployments of a project: itself, where there is only one. */
export const deploymentsOf = (project: Project): readonly Project[] => project.deployments ?? [project];

/** How a deployment is called: its root. */
export const deploymentName = ({ config: { root } }: Project): string => (root === null || root === "" ? "." : root);

/** A DAG's id as it is told in a project of several deployments. No id of Airflow holds a colon. */
export const nameIn = (deployment: string | null, id: string): string =>
  deployment === null ? id : `${deployment}:${id}`;

/** A DAG with the deployment's name before its id, and before those of the DAGs that it waits for. */
export const dagIn = (deployment: string | null, dag: Dag): Dag =>
  deployment === null
    ? dag
    : {
        ...dag,
        id: nameIn(deployment, dag.id),
        externals: dag.externals.map((external) => ({ ...external, dag: nameIn(deployment, external.dag) })),
      };

/**
 * Several deployments as one project: all their DAGs, told apart by the deployment's name before each id. `whole` is what
 * does not belong to one of them alone.
 */
export function joinDeployments(
  whole: Pick<Project, "commit" | "date" | "config" | "problems"> & Partial<Pick<Project, "texts">>,
  deployments: readonly Project[],
): Project {
  const [first] = deployments;
  if (first === undefined) throw new Error("a project has at least one deployment");
  const dags = deployments.flatMap((one) => one.dags.map((dag) => dagIn(deploymentName(one), dag)));
  return {
    commit: whole.commit,
    date: whole.date,
    config: whole.config,
    problems: whole.problems,
    versions: first.versions,
    generatedIn: [...new Set(deployments.flatMap((one) => one.generatedIn))],
    discovery: {
      sites: deployments.flatMap(({ discovery }) => discovery.sites),
      undecided: deployments.flatMap(({ discovery }) => discovery.undecided),
      entryPoints: [...new Set(deployments.flatMap(({ discovery }) => discovery.entryPoints))].sort(),
      overruled: deployments.flatMap(({ discovery }) => discovery.overruled),
      plainDags: deployments.flatMap(({ discovery }) => discovery.plainDags),
      airflowHome: null,
      importRoots: [...new Set(deployments.flatMap(({ discovery }) => discovery.importRoots))],
    },
    dags: dags.sort((a, b) => compare(a.id, b.id) || compare(a.site.folder, b.site.folder)),
    operatorFiles: new Map(deployments.flatMap((one) => [...one.operatorFiles])),
    texts: new Map([...(whole.texts ?? []), ...deployments.flatMap((one) => [...one.texts])]),
    deployments,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Each deployment of head with the same one of base; of versions that `alignDeployments` gave. */
export const pairDeployments = (base: Project | null, head: Project): readonly DeploymentPair[] =>
  head.deployments === undefined
    ? [{ name: null, base, head }]
    : head.deployments.map((one) => ({
        name: deploymentName(one),
        base: base?.deployments?.find(({ config }) => config.root === one.config.root) ?? null,
        head: one,
      }));

/**
 * Two versions with the same deployments. Where one of them has a deployment that the other has not (a change that adds
 * the second one), the other's DAGs are told by the folder in which they lie, and what is not there has no DAG.
 */
export function alignDeployments(base: Project, head: Project): readonly [Project, Project] {
  if (base.deployments === undefined && head.deployments === undefined) return [base, head];
  const roots = [
    ...new Set([base, head].flatMap((one) => (one.deployments ?? []).flatMap(({ config }) => config.root ?? []))),
  ].sort();
  return [divide(base, roots), divide(head, roots)];
}

function divide(project: Project, roots: readonly Path[]): Project {
  const own = deploymentsOf(project);
  if (project.deployments !== undefined && own.length === roots.length) return project;
  const parts = roots.map((root) => {
    const around = own.filter((one) => one.config.root === null || isWithin(root, one.config.root));
    const nearest = around.reduce<Project | null>((best, one) => (depth(one) >= depth(best) ? one : best), null);
    return partOf(
      nearest ?? own[0] ?? project,
      root,
      roots.filter((other) => other !== root),
    );
  });
  if (project.deployments !== undefined) return joinDeployments(project, parts);
  const problems = project.problems.filter(({ at }) => !parts.some(({ config }) => isOwn(config, at.file)));
  return joinDeployments({ ...project, problems }, parts);
}

const depth = (project: Project | null): number => project?.config.root?.length ?? -1;

/** What of a project lies in one deployment. */
function partOf(project: Project, root: Path, elsewhere: readonly Path[]): Project {
  const { generated, ...rest } = project.config;
  // One of several has its folder of generated files below its root.
  const directory = rest.elsewhere.length > 0 ? generated.directory : joinPath(root, generated.directory);
  const config = { ...rest, root, elsewhere, generated: { ...generated, directory } };
  const own = (path: Path): boolean => isOwn(config, path);
  const { discovery } = project;
  return {
    ...project,
    config,
    discovery: {
      ...discovery,
      sites: discovery.sites.filter(({ declared, folder, entryPoint }) =>
        own(entryPoint === null ? folder : declared.file),
      ),
      undecided: discovery.undecided.filter(({ at }) => own(at.file)),
      entryPoints: discovery.entryPoints.filter(own),
    },
    dags: project.dags.filter(({ site }) => own(site.entryPoint ?? site.folder)),
    problems: project.problems.filter(({ at }) => own(at.file)),
    ...(project.others ? { others: project.others.map((one) => partOf(one, root, elsewhere)) } : {}),
  };
}
