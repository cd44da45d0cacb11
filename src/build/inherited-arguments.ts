import type { Field } from "../model/value.ts";
import { fieldOf, fieldsOfMap, updateFields } from "./fields.ts";

/** Dates as text in `default_args` of a DAG, which the DAG itself reads before any task sees them. */
const READ_BY_DAG = new Set(["start_date", "end_date"]);

/**
 * What a task gets from the `default_args` around it and does not say itself: the DAG's, beaten by those of its groups
 * from the outside in (`airflow/models/baseoperator.py`, `BaseOperatorMeta._apply_defaults`). What is not known is left out.
 */
export function inheritedArguments(own: readonly Field[], around: readonly (readonly Field[])[]): readonly Field[] {
  const [dag, ...groups] = around.map((fields) => {
    const defaults = fieldOf(fields, "default_args")?.value;
    return (defaults && fieldsOfMap(defaults)) ?? [];
  });
  const ofDag = (dag ?? []).filter(({ key }) => !READ_BY_DAG.has(key));
  const all = groups.reduce((outer, inner) => updateFields(outer, inner), ofDag);
  return all.filter(({ key }) => !fieldOf(own, key));
}
