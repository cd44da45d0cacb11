import type { Dag } from "../model/dag.ts";
import type { Value } from "../model/value.ts";
import { maskLoose } from "./mask.ts";
import { shorten, visibleLine } from "./visible.ts";

const text = (value: Value | undefined): string[] =>
  value?.t === "str" && value.v !== "" ? [shorten(visibleLine(maskLoose(value.v)), 40)] : [];

/** The owners of a DAG: `default_args.owner`, then those that tasks name, each once, in their order. Only literal text. */
export function ownersOf(dag: Pick<Dag, "settings" | "tasks">): string[] {
  const given = dag.settings.find(({ key }) => key === "default_args")?.value;
  const common = given?.t === "map" ? given.v.find(([key]) => key.t === "str" && key.v === "owner")?.[1] : undefined;
  const own = dag.tasks.flatMap((task) => text(task.arguments.find(({ key }) => key === "owner")?.value));
  return [...new Set([...text(common), ...own])];
}
