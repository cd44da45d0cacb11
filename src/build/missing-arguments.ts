import type { OperatorSignature } from "../model/catalogue.ts";
import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import type { Field } from "../model/value.ts";
import { fieldOf, fieldsOfMap } from "./fields.ts";

/**
 * Required arguments of an operator that neither the task nor any `default_args` around it gives: Airflow raises
 * (`airflow/models/baseoperator.py`, `BaseOperatorMeta._apply_defaults`; `airflow/sdk/bases/operator.py` in 3). Nothing
 * is said where one of the `default_args` is not known.
 */
export function missingArguments(
  signature: OperatorSignature,
  given: readonly Field[],
  around: readonly (readonly Field[])[],
  place: Span,
): readonly Problem[] {
  const missing = signature.required.filter((name) => name !== "task_id" && !fieldOf(given, name));
  if (missing.length === 0) return [];
  const defaults = [given, ...around]
    .map((fields) => fieldOf(fields, "default_args")?.value)
    .map((value) => (value ? fieldsOfMap(value) : []));
  if (defaults.some((fields) => fields === null)) return [];
  const names = missing.filter((name) => !defaults.some((fields) => fieldOf(fields ?? [], name)));
  return names.length > 0 ? [{ kind: "missing-argument", at: place, operator: signature.path, names }] : [];
}
