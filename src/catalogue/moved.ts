import { openShipped, type Shipped } from "./shipped.ts";

/** Where a class of this name can be imported: its one home, if there is one. */
export function homeOf(shipped: Shipped, path: string): string | null {
  const name = path.slice(path.lastIndexOf(".") + 1);
  const homes = new Set(shipped.paths(name).flatMap((one) => shipped.find(one)?.path ?? []));
  const [home, ...others] = [...homes].sort();
  return home !== undefined && others.length === 0 ? home : null;
}

/**
 * What becomes of an operator's import path of Airflow 2 in Airflow 3: `null` where it stays, or is none of Airflow's; else
 * its new path, or `to: null` where the class is gone.
 */
export function movedInAirflow3(path: string): { readonly to: string | null } | null {
  const old = openShipped(2).find(path);
  const now = openShipped(3);
  if (!old || now.find(path)) return null;
  return { to: now.find(old.path)?.path ?? homeOf(now, old.path) };
}
