import type { Dag } from "../model/dag.ts";
import type { Project } from "../model/project.ts";
import { renamedDags } from "./renamed-dags.ts";

/** One DAG in both versions; one side is `null` where the DAG is not there. */
export interface DagPair {
  readonly base: Dag | null;
  readonly head: Dag | null;
}

/**
 * Every DAG of either version once, by the id in head (in base where it is removed): same id, then renamed. Two DAGs
 * with one id are told apart by their folder, then by their order.
 */
export function pairDags(base: Project, head: Project): DagPair[] {
  const left = [...base.dags];
  const pairs: DagPair[] = [];
  const take = (fits: (from: Dag, to: Dag) => boolean, dags: readonly Dag[]): Dag[] =>
    dags.filter((to) => {
      const index = left.findIndex((from) => fits(from, to));
      const from = left[index];
      if (!from) return true;
      left.splice(index, 1);
      pairs.push({ base: from, head: to });
      return false;
    });
  const inPlace = take((from, to) => from.id === to.id && from.site.folder === to.site.folder, head.dags);
  const added = take((from, to) => from.id === to.id, inPlace);
  const renamed = renamedDags(left, added, { base, head });
  const origins = new Map([...renamed].map(([from, to]) => [to, from]));
  return [
    ...pairs,
    ...added.map((dag) => ({ base: origins.get(dag) ?? null, head: dag })),
    ...left.filter((dag) => !renamed.has(dag)).map((dag) => ({ base: dag, head: null })),
  ].sort((a, b) => compare(idOf(a), idOf(b)) || compare(folderOf(a), folderOf(b)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const idOf = ({ base, head }: DagPair): string => (head ?? base)?.id ?? "";
const folderOf = ({ base, head }: DagPair): string => (head ?? base)?.site.folder ?? "";
