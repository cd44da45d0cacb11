import type { Expr } from "../../python/ast.ts";
import type { Plain } from "./values.ts";

/** Calls that make no tasks, although it is not known what they do: modules of Python and of Airflow that give values. */
const HARMLESS =
  /^(?:datetime|pendulum|os|pathlib|json|re|logging|time|math|random|itertools|functools|collections|typing|zoneinfo|airflow\.(?:datasets|assets|models\.(?:Variable|Param|param|baseoperator\.(?:chain|cross_downstream))|utils\.(?:dates|edgemodifier|trigger_rule|timezone)|timetables|sdk\.(?:Asset|Variable|Param|Label|Metadata|chain|cross_downstream|timezone|get_current_context)|configuration|hooks|providers\.\w+(?:\.\w+)*\.hooks))(?:\.|$)/;
const BUILTINS = new Set(
  "len range print str int float bool dict list set tuple sorted enumerate zip min max sum repr isinstance getattr open format any all map filter reversed abs round type".split(
    " ",
  ),
);

/** A function of Python itself that makes no tasks. */
export const isBuiltin = (name: string): boolean => BUILTINS.has(name);

/** A call of a method, or of something imported that only gives values. `path`: its import path. */
export const isHarmless = (fn: Expr, path: string | null): boolean =>
  path === null ? fn.k === "attribute" : HARMLESS.test(path);

/** The id, or where it is taken, with the number that Airflow gives it (`airflow/decorators/base.py`, `get_unique_task_id`). */
export function unused(id: string, taken: ReadonlySet<string>): string {
  let full = id;
  for (let number = 1; taken.has(full); number += 1) full = `${id}__${number}`;
  return full;
}

/** What a loop over a value goes through, or `null` where that is not known. */
export const itemsOf = (value: Plain): readonly Plain[] | null =>
  value.t === "list" ? value.items : value.t === "dict" ? value.items.map(([key]) => key) : null;

/** What `keys`, `values` or `items` of a mapping give. */
export const partOf = ({ items }: Plain & { readonly t: "dict" }, name: string): Plain => ({
  t: "list",
  items: items.map(([key, value]) =>
    name === "keys" ? key : name === "values" ? value : { t: "list", items: [key, value] },
  ),
});

/** The last name of `a.b.c`. */
export const lastName = (expr: Expr): string => (expr.k === "attribute" ? expr.name : expr.k === "name" ? expr.id : "");

/** `if __name__ == "__main__":`, which is false where Airflow imports the file. */
export const isMainGuard = (test: Expr): boolean =>
  test.k === "compare" && test.first.k === "name" && test.first.id === "__name__" && test.rest[0]?.op === "==";

/** The numbers of `range(n)` and `range(a, b)`, where they are known and not more than `most`. */
export function rangeOf(values: readonly Plain[], most: number): Plain {
  const numbers = values.map((value) => (value.t === "int" ? value.v : null));
  const [first, second, step] = numbers;
  if (numbers.includes(null) || step !== undefined || typeof first !== "number") return { t: "unknown" };
  const [from, to] = typeof second === "number" ? [first, second] : [0, first];
  if (to - from > most) return { t: "unknown" };
  return { t: "list", items: Array.from({ length: Math.max(0, to - from) }, (_, at) => ({ t: "int", v: from + at })) };
}
