import { underscore } from "../catalogue/operator-module.ts";
import type { OperatorRef } from "../model/dag.ts";
import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import type { Field, Value } from "../model/value.ts";
import type { AirflowMajor } from "../model/version.ts";

/** The class that `operator:` names, or why gusty raises (`gusty/importing.py`, `get_operator`). */
export function operatorOf(
  field: Field,
  place: Span,
): { readonly operator: OperatorRef | null; readonly problems: readonly Problem[] } {
  const { value } = field;
  const at = value.span ?? field.keySpan ?? place;
  if (value.t !== "str") {
    return {
      operator: null,
      problems: [
        raises(at, "`operator` is no text", "the path of a class, such as `airflow.operators.bash.BashOperator`"),
      ],
    };
  }
  const operator = operatorRef(value.v, value.span ?? null);
  if (operator) return { operator, problems: [] };
  const detail = `the operator \`${value.v}\` names no package`;
  return {
    operator: null,
    problems: [
      raises(
        at,
        detail,
        "the whole path of the class, such as `airflow.operators.bash.BashOperator`, or `local.` and the name",
      ),
    ],
  };
}

/** `a.b.C` as module `a.b` and name `C`; `local.FooBar` as `foo_bar`; `null` where there is no module. */
export function operatorRef(path: string, span: Span | null): OperatorRef | null {
  const dot = path.lastIndexOf(".");
  if (dot <= 0) return null;
  const name = path.slice(dot + 1);
  if (path.split(".")[0] === "local") return { module: underscore(name), name, local: true, span };
  return { module: path.slice(0, dot), name, local: false, span };
}

/** The import path of an operator; of one that gusty finds in `$AIRFLOW_HOME/operators`, `local.` and its module's path. */
export const operatorPath = ({ local, module, name }: OperatorRef): string =>
  `${local ? "local." : ""}${module}.${name}`;

const raises = (at: Span, detail: string, expected: string): Problem => ({ kind: "raises", at, detail, expected });

/** The operators that gusty itself adds, where it imports them from (`gusty/building.py`, `gusty/external_sensor.py`). */
export const latestOnlyOperator = (airflow: AirflowMajor): OperatorRef => ({
  module: airflow === 2 ? "airflow.operators.latest_only" : "airflow.providers.standard.operators.latest_only",
  name: "LatestOnlyOperator",
  local: false,
  span: null,
});

export const externalTaskSensor = (airflow: AirflowMajor): OperatorRef => ({
  module: airflow === 2 ? "airflow.sensors.external_task" : "airflow.providers.standard.sensors.external_task",
  name: "ExternalTaskSensor",
  local: false,
  span: null,
});

/** The class given as `wait_for_class`, or `null` where its path is not known, or it is none. */
export function sensorClass(value: Value | undefined, airflow: AirflowMajor): OperatorRef | null {
  if (!value) return externalTaskSensor(airflow);
  return value.t === "name" ? operatorRef(value.path, value.span ?? null) : null;
}

/** Values of Python that have no `__name__`, for which gusty asks every class of sensors (`gusty/external_sensor.py`). */
export const isNoClass = ({ t }: Value): boolean => !["name", "call", "expr", "function", "run-file"].includes(t);

/** Sensors of these classes get no arguments (`gusty/external_sensor.py`, `create_external_sensor`). */
export const isEmptyOperator = (operator: OperatorRef): boolean =>
  operator.name === "EmptyOperator" || operator.name === "DummyOperator";
