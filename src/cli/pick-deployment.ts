import { deploymentName, deploymentsOf, nameIn } from "../build/deployments.ts";
import { cleanPath } from "../config/paths.ts";
import type { Project } from "../model/project.ts";
import { UserError } from "../snapshot/user-error.ts";
import { didYouMean, pickDags } from "./pick-dags.ts";

/** The deployment of `--deployment`, by itself: its DAGs have their plain ids. Throws a `UserError` where there is none. */
export function pickDeployment(project: Project, named: string): Project {
  if (project.deployments === undefined) {
    throw new UserError("there is one deployment here", `Leave --deployment ${named} out.`);
  }
  const name = cleanPath(named) || ".";
  const found = project.deployments.find((one) => deploymentName(one) === name);
  if (found) return { ...found, problems: [...project.problems, ...found.problems] };
  const names = project.deployments.map(deploymentName);
  throw new UserError(`there is no deployment \`${named}\`: ${didYouMean(name, names)}`);
}

/**
 * The one deployment in which these DAGs are, with their plain ids: for commands that work on one alone. Throws a
 * `UserError` where they are in several, or where none is named and there are several.
 */
export function oneDeployment(project: Project, ids: readonly string[]): { project: Project; ids: readonly string[] } {
  if (project.deployments === undefined) return { project, ids };
  const sites = new Set(pickDags(project.dags, ids).map(({ site }) => site));
  const holding = deploymentsOf(project).filter(({ dags }) => dags.some(({ site }) => sites.has(site)));
  const [only] = holding;
  if (only === undefined || holding.length > 1) {
    const names = (holding.length > 0 ? holding : project.deployments).map(deploymentName);
    throw new UserError(
      `this command works on one deployment, and here are ${names.map((name) => `\`${name}\``).join(", ")}`,
      `Name it: --deployment ${names[0] ?? "ROOT"}.`,
    );
  }
  const name = deploymentName(only);
  const own = only.dags.flatMap(({ id }) => (ids.includes(id) || ids.includes(nameIn(name, id)) ? [id] : []));
  return { project: only, ids: [...new Set(own)] };
}
