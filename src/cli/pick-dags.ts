import { suggestion } from "../config/read-fields.ts";
import { UserError } from "../snapshot/user-error.ts";

/** The DAGs with these ids, or all where none is named. Throws a `UserError` with the nearest id where there is none. */
export function pickDags<T extends { readonly id: string }>(dags: readonly T[], ids: readonly string[]): readonly T[] {
  const known = dags.map((dag) => dag.id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    if (known.length === 0) throw new UserError(`there is no DAG \`${id}\`: no gusty DAG was found here`);
    throw new UserError(`there is no DAG \`${id}\`: ${suggestion(id, known)}`);
  }
  return ids.length === 0 ? dags : dags.filter((dag) => ids.includes(dag.id));
}
