import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import type { Field, Value } from "../model/value.ts";
import { fieldNamed } from "./fields.ts";

/** What `parse` of gusty asserts of one task file before it makes specs of it (`gusty/parsing/__init__.py`). */
export function brokenRules(fields: readonly Field[], taskId: string, file: Span, text: string): Problem[] {
  const problems: Problem[] = [];
  const operator = fieldNamed(fields, "operator");
  if (!operator) problems.push({ kind: "missing-operator", at: fields[0]?.keySpan ?? file });
  else if (operator.value.t === "null") problems.push({ kind: "missing-operator", at: operator.keySpan ?? file });
  else if (operator.value.t !== "str" && operator.value.t !== "call" && operator.value.t !== "expr") {
    problems.push({
      kind: "raises",
      at: placeOf(operator, file),
      detail: "`operator` is no text.",
      expected: "The path of an operator class, such as `airflow.providers.standard.operators.bash.BashOperator`.",
    });
  }
  if (taskId === "all") {
    problems.push({
      kind: "invalid-id",
      at: file,
      id: "all",
      what: "task",
      detail: "gusty keeps the name `all` for itself: it means all tasks of a DAG.",
    });
  }
  const dependencies = fieldNamed(fields, "dependencies");
  if (dependencies) problems.push(...brokenDependencies(dependencies, file, text));
  return problems;
}

const placeOf = (field: Field, file: Span): Span => field.value.span ?? field.keySpan ?? file;

function brokenDependencies(field: Field, file: Span, text: string): Problem[] {
  const at = placeOf(field, file);
  const problem = (place: Span, detail: string): Problem => ({
    kind: "dependency-shape",
    key: "dependencies",
    at: place,
    detail,
    raises: true,
  });
  const { value } = field;
  const open = (place: Span): Problem => ({
    kind: "not-static",
    at: place,
    expression: text.slice(place.start, place.end).trim() || "dependencies",
    why: "Only Python knows what this tag gives.",
    affects: "shape",
  });
  if (value.t === "call" || value.t === "expr") return [open(at)];
  if (value.t !== "list") return [problem(at, `\`dependencies\` is ${nameOf(value)}, not a list of task names.`)];
  return value.v.flatMap((item): Problem[] =>
    item.t === "str"
      ? []
      : item.t === "call" || item.t === "expr" || item.t === "name"
        ? [open(item.span ?? at)]
        : [problem(item.span ?? at, `An entry of \`dependencies\` is ${nameOf(item)}, not a task name.`)],
  );
}

const NAMES: Readonly<Record<string, string>> = {
  null: "empty",
  bool: "a boolean",
  int: "a number",
  float: "a number",
  str: "a text",
  date: "a date",
  datetime: "a date",
  map: "a mapping",
  list: "a list",
  set: "a set",
};

/** What a value is, in a word for people. */
export const nameOf = (value: Value): string => NAMES[value.t] ?? "another value";
