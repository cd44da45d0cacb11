import type { Expr } from "../../python/ast.ts";
import { type Place, spend } from "./place.ts";
import { type Plain, UNKNOWN } from "./values.ts";

/** A loop of more turns counts as one whose items are not known. */
export const MOST_TURNS = 500;

/** Gives a value to a name, or the items of a list to several. */
export function bind(target: Expr, value: Plain, place: Place): void {
  if (target.k === "name") place.scope.names.set(target.id, value);
  else if (target.k === "tuple" || target.k === "list") {
    const items = value.t === "list" && value.items.length === target.items.length ? value.items : [];
    for (const [index, item] of target.items.entries()) bind(item, items[index] ?? UNKNOWN, place);
  }
}

/** Runs something for each item; where they are not known, once, and then what it makes is not all. */
export function runFor(
  target: Expr | null,
  items: readonly Plain[] | null,
  place: Place,
  turn: (place: Place) => void,
): void {
  const { run, dag } = place;
  if (items && items.length <= MOST_TURNS) {
    for (const item of items) {
      if (target) bind(target, item, place);
      if (spend(run)) turn(place);
    }
    return;
  }
  const before = dag?.tasks.size;
  const known = run.dags.length;
  if (target) bind(target, UNKNOWN, place);
  turn(place);
  if (dag && dag.tasks.size !== before) dag.complete = false;
  for (const made of run.dags.slice(known)) made.complete = false;
}
