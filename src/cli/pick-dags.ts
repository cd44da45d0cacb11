import { nearest } from "../config/nearest.ts";
import { UserError } from "../snapshot/user-error.ts";
import type { Say } from "./say.ts";

/**
 * The DAGs with these ids, or all where none is named. Of several deployments an id without the deployment's name means
 * the DAG in each of them. Throws a `UserError` with the nearest id where there is none.
 */
export function pickDags<T extends { readonly id: string }>(dags: readonly T[], ids: readonly string[]): readonly T[] {
  const known = dags.map((dag) => dag.id);
  for (const id of ids) {
    if (known.some((one) => isNamed(one, id))) continue;
    if (known.length === 0) throw new UserError(`there is no DAG \`${id}\`: no gusty DAG was found here`);
    throw new UserError(`there is no DAG \`${id}\`: ${didYouMean(id, known)}`);
  }
  return ids.length === 0 ? dags : dags.filter((dag) => ids.some((id) => isNamed(dag.id, id)));
}

const isNamed = (known: string, id: string): boolean => known === id || known.endsWith(`:${id}`);

/** Says so where a version has no DAG at all: most likely the wrong folder, or an entry point that is not understood. */
export function noteNoDags(dags: readonly unknown[], say: Say): void {
  if (dags.length > 0) return;
  say.note("no gusty DAG was found: no Python file that calls create_dag, and no `dags:` in windsock.yml");
}

/** How many names a message lists. */
const MOST_NAMES = 12;

/** The nearest name as a question, or the names there are. */
export function didYouMean(word: string, names: readonly string[]): string {
  const near = nearest(word, names);
  if (near !== null) return `did you mean \`${near}\`?`;
  const shown = names.slice(0, MOST_NAMES).map((name) => `\`${name}\``);
  return `there are ${shown.join(", ")}${names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ""}`;
}
