import { isGustyBefore } from "../config/gusty-release.ts";
import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import type { Field, Value } from "../model/value.ts";
import { fieldsOfMap, keyThatIsNoText } from "./fields.ts";
import { openPart, openProblem } from "./open-values.ts";

/** One pair of DAG and task that something waits for, as it is written. */
export interface ExternalPair {
  readonly dag: string;
  /** `all` waits for the whole DAG. */
  readonly task: string;
  readonly at: Span | null;
  /** Both as they are written: what the sensor gets. */
  readonly values: { readonly dag: Value; readonly task: Value };
  /** Arguments for the sensor, from the form `dag: {tasks: […], …}`. */
  readonly overrides: readonly Field[];
  /** Among those arguments a name that is no text. */
  readonly oddKey: Value | null;
}

/** The pairs of an `external_dependencies` field, and what gusty cannot read in it. */
export interface ExternalPairs {
  readonly pairs: readonly ExternalPair[];
  readonly problems: readonly Problem[];
}

/**
 * Reads `external_dependencies`: a list of mappings from DAG to task, or one mapping from DAG to `{tasks: […]}` with
 * arguments for the sensor (`gusty/building.py`, `parse_external_dependencies` and `parse_wait_for_overrides`). Before
 * gusty 0.8 only the list could be read, and of several entries for one DAG the last one counted.
 */
export function externalPairs(field: Field, gusty: string | null): ExternalPairs {
  if (!isGustyBefore(gusty, "0.8")) return allPairs(field);
  const { value } = field;
  const at = value.span ?? field.keySpan;
  if (value.t === "map")
    return { pairs: [], problems: shapeProblem(at, "gusty before 0.8 reads only a list of `dag: task`") };
  const { pairs, problems } = allPairs(field);
  const last = new Map(pairs.map((pair) => [pair.dag, pair]));
  return { pairs: [...last.values()], problems };
}

function allPairs(field: Field): ExternalPairs {
  const place = field.value.span ?? field.keySpan;
  const refuse = (value: Value | null, detail: string): ExternalPairs => {
    const open = openPart(value ?? field.value);
    const at = place ?? value?.span;
    if (open && at) return { pairs: [], problems: openProblem(field, open, at, []) };
    return { pairs: [], problems: shapeProblem(value?.span ?? place, detail) };
  };
  const { value } = field;
  if (value.t === "map") return joined(value.v.map(([dag, details]) => pairsOfDag(dag, details, refuse)));
  if ((value.t === "str" || value.t === "bytes" || value.t === "set") && value.v.length === 0)
    return { pairs: [], problems: [] };
  if (value.t !== "list" && value.t !== "tuple") {
    return refuse(null, "it must be a list of `dag: task`, or a mapping from a DAG to its `tasks:`");
  }
  return joined(
    value.v.map((item) => {
      if (item.t !== "map")
        return refuse(item, "each item must be a mapping from a DAG to a task, such as `- orders: load`");
      return joined(
        item.v.map(([dag, task]) => {
          const dagId = pythonText(dag);
          const taskId = pythonText(task);
          if (dagId === null || taskId === null) {
            return refuse(task, "each item must name one task of one DAG, such as `- orders: load`");
          }
          return {
            pairs: [
              {
                dag: dagId,
                task: taskId,
                at: task.span ?? dag.span ?? place,
                values: { dag, task },
                overrides: [],
                oddKey: null,
              },
            ],
            problems: [],
          };
        }),
      );
    }),
  );
}

type Refuse = (value: Value | null, detail: string) => ExternalPairs;

function pairsOfDag(dag: Value, details: Value, refuse: Refuse): ExternalPairs {
  const dagId = pythonText(dag);
  const fields = fieldsOfMap(details);
  if (dagId === null || !fields)
    return refuse(details, "each DAG must hold a mapping with `tasks:`, a list of task ids or `[all]`");
  const tasks = fields.find((entry) => entry.key === "tasks");
  if (!tasks) return refuse(details, `\`tasks:\` is missing for the DAG \`${dagId}\``);
  const overrides = fields.filter((entry) => entry.key !== "tasks");
  const pair = (text: string, task: Value, at: Span | null): ExternalPair => ({
    dag: dagId,
    task: text,
    at,
    values: { dag, task },
    overrides,
    oddKey: keyThatIsNoText(details),
  });
  const { value } = tasks;
  if (value.t === "str") {
    const at = value.span ?? tasks.keySpan;
    const detail = `\`tasks: ${value.v}\` is a text, and gusty waits for each of its letters as a task: write \`tasks: [${value.v}]\``;
    return {
      pairs: [...value.v].map((letter) => pair(letter, { t: "str", v: letter }, at)),
      problems: at ? [{ kind: "dependency-shape", at, key: "external_dependencies", detail, raises: false }] : [],
    };
  }
  const items = value.t === "map" ? value.v.map(([key]) => key) : itemsOf(value);
  if (!items) {
    return refuse(value, `\`tasks:\` of the DAG \`${dagId}\` must be a list of task ids, or \`[all]\``);
  }
  const found = items.map((task): ExternalPairs => {
    const taskId = pythonText(task);
    if (taskId === null) return refuse(task, `each of the \`tasks:\` of the DAG \`${dagId}\` must be the id of a task`);
    return { pairs: [pair(taskId, task, task.span ?? null)], problems: [] };
  });
  return joined([...found, { pairs: [], problems: value.t === "map" ? keysProblem(value, dagId) : [] }]);
}

/** Of binary data Python gives its bytes as numbers. */
const itemsOf = (value: Value): readonly Value[] | null =>
  value.t === "bytes"
    ? Array.from(value.v, (byte) => ({ t: "int", v: BigInt(byte) }))
    : value.t === "list" || value.t === "tuple" || value.t === "set"
      ? value.v
      : null;

function keysProblem({ span }: Value, dag: string): readonly Problem[] {
  const detail = `\`tasks:\` of the DAG \`${dag}\` is a mapping, and gusty waits for its keys as tasks: write a list`;
  return span ? [{ kind: "dependency-shape", at: span, key: "external_dependencies", detail, raises: false }] : [];
}

/** `str(value)`, which becomes a part of the sensor's id; `null` where Airflow refuses such an id. */
function pythonText(value: Value): string | null {
  switch (value.t) {
    case "str":
    case "date":
      return value.v;
    case "int":
      return String(value.v);
    case "float":
      return Number.isInteger(value.v) ? `${value.v}.0` : String(value.v);
    case "bool":
      return value.v ? "True" : "False";
    case "null":
      return "None";
    default:
      return null;
  }
}

const joined = (parts: readonly ExternalPairs[]): ExternalPairs => ({
  pairs: parts.flatMap((part) => part.pairs),
  problems: parts.flatMap((part) => part.problems),
});

const shapeProblem = (at: Span | null, detail: string): readonly Problem[] =>
  at ? [{ kind: "dependency-shape", at, key: "external_dependencies", detail, raises: true }] : [];

/** The sensor's task id (`gusty/external_sensor.py`, `make_external_task_name`); before gusty 0.14 without the DAG. */
export function sensorId(dag: string, task: string, gusty: string | null): string {
  if (task === "all") return `wait_for_DAG_${dag}`;
  return isGustyBefore(gusty, "0.14") ? `wait_for_${task}` : `wait_for_${dag}_${task}`;
}
