import type { Catalogue, OperatorSignature } from "../model/catalogue.ts";
import type { Spec } from "../model/spec.ts";
import type { Field } from "../model/value.ts";

/** Keys that gusty itself reads from a spec: they need not reach an operator to count. */
const READ_BY_GUSTY = new Set([
  "operator",
  "dependencies",
  "external_dependencies",
  "multi_task_spec",
  "python_callable_partials",
  "extra_callables",
]);

/** Keys that gusty writes over whatever the file says (`gusty/parsing/__init__.py`, `parse`; `gusty/building.py`, `build_task`). */
const WRITTEN_BY_GUSTY = new Set(["task_id", "file_path", "absql_runner", "dag", "task_group"]);

/**
 * What of a spec reaches the operator, and what gusty drops (`gusty/building.py`, `build_task`). Without a signature
 * everything is kept that is not gusty's own.
 */
export function taskArguments(
  spec: Spec,
  signature: OperatorSignature | null,
  catalogue: Catalogue,
): { readonly kept: readonly Field[]; readonly dropped: readonly Field[] } {
  const accepts = (key: string): boolean =>
    signature ? signature.accepts.has(key) : !READ_BY_GUSTY.has(key) || catalogue.baseOperator.has(key);
  const own = spec.fields.filter((field) => !WRITTEN_BY_GUSTY.has(field.key));
  const added: Field[] = [
    { key: "file_path", keySpan: null, value: { t: "file-path", file: spec.file } },
    { key: "absql_runner", keySpan: null, value: { t: "absql-runner" } },
  ];
  return {
    kept: [
      ...own.filter((field) => accepts(field.key)),
      ...added.filter((field) => signature?.accepts.has(field.key) ?? false),
    ],
    dropped: own.filter((field) => !accepts(field.key) && !READ_BY_GUSTY.has(field.key)),
  };
}
