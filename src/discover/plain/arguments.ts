import type { Argument } from "../../python/ast.ts";
import type { Place } from "./place.ts";
import { type Plain, UNKNOWN } from "./values.ts";

/** The argument of that name, where it is given by its name. */
export const namedArgument = (args: readonly Argument[], key: string): Argument | undefined =>
  args.find(({ name }) => name === key);

/** The arguments that are given by their position. */
export const positional = (args: readonly Argument[]): readonly Argument[] =>
  args.filter(({ name, star }) => name === null && star === "");

/** An argument by its name or its position; `otherwise` where it is not given; unknown where `**` may give it. */
export function argument(
  args: readonly Argument[],
  key: string,
  position: number,
  place: Place,
  otherwise: Plain,
): Plain {
  const given = namedArgument(args, key) ?? positional(args)[position];
  if (given) return place.run.evaluate(given.value, place);
  return args.some(({ star }) => star !== "") ? UNKNOWN : otherwise;
}

/** Whether a task group stands before the ids of what is in it, by its arguments. */
export function prefixes(args: readonly Argument[], place: Place): boolean {
  const given = namedArgument(args, "prefix_group_id");
  const value = given ? place.run.evaluate(given.value, place) : UNKNOWN;
  return !(value.t === "bool" && !value.v);
}
