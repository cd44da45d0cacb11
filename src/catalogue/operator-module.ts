/** Where gusty looks for an operator: a module and a name in it. `local`: in `$AIRFLOW_HOME/operators`. */
export interface OperatorPlace {
  readonly module: string;
  readonly name: string;
  readonly local: boolean;
}

/**
 * Splits an operator's path as gusty does (`gusty/importing.py`, `get_operator`): `local.FooBar` is `FooBar` of
 * `foo_bar`, all else is module and name. `null` where there is no module: gusty raises.
 */
export function operatorPlace(operator: string): OperatorPlace | null {
  const parts = operator.split(".");
  const name = parts[parts.length - 1] ?? "";
  if (parts[0] === "local") return { module: underscore(name), name, local: true };
  const module = parts.slice(0, -1).join(".");
  return module === "" ? null : { module, name, local: false };
}

/** `FooBarOperator` as `foo_bar_operator` (Python's `inflection.underscore`). */
export function underscore(name: string): string {
  return name
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replaceAll("-", "_")
    .toLowerCase();
}
