import { isGustyBefore } from "../config/gusty-release.ts";
import type { Path } from "../model/path.ts";
import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import type { Spec } from "../model/spec.ts";
import type { Field, Value } from "../model/value.ts";
import { fieldNamed, fieldsOf } from "./fields.ts";
import { nestedUpdate } from "./nested-update.ts";
import { overwrittenKeys } from "./overwritten-keys.ts";
import { nameOf } from "./task-rules.ts";

type Pairs = readonly (readonly [Value, Value])[];
type Entry = readonly [id: Value, update: Value];

/** Keys that gusty sets in every spec; what the file says of them is lost. */
const OWN_KEYS = new Set(["task_id", "file_path", "absql_runner"]);

/** Each task of a file gets a copy of all its keys: more copies than these are not made. */
const MOST_FIELDS = 1_000_000;

/**
 * The specs of one file: one, or one for each entry of `multi_task_spec` and `python_callable_partials`
 * (`gusty/parsing/__init__.py`, `parse`; before 0.9 always one). What raises is added to `problems`.
 */
export function specsOf(
  file: Path,
  taskId: string,
  fields: readonly Field[],
  at: Span,
  problems: Problem[],
  gusty: string | null,
): Spec[] {
  problems.push(...overwrittenKeys(fields, taskId));
  const own = fields.filter(({ key }) => !OWN_KEYS.has(key));
  const one = isGustyBefore(gusty, "0.9");
  const entries = one ? [] : withPartials(multiTasks(fields, at, problems), fields, at, problems);
  if (entries.length === 0) return [{ file, taskId, idSpan: null, fields: own }];
  if (entries.length * own.length > MOST_FIELDS) {
    const why = "There are too many tasks with too many keys to read them here.";
    problems.push({ kind: "not-static", at, expression: "multi_task_spec", why, affects: "shape" });
    return [];
  }
  const base: Pairs = own.map(({ key, keySpan, value }) => [
    { t: "str", v: key, ...(keySpan ? { span: keySpan } : {}) },
    value,
  ]);
  return entries.flatMap(([id, update]): Spec[] => {
    const place = id.span ?? at;
    if (update.t !== "map") {
      raise(
        problems,
        update.span ?? place,
        `The task \`${idText(id)}\` of \`multi_task_spec\` is ${nameOf(update)}, not a mapping.`,
        "At least one key below the task, or `{}`.",
      );
      return [];
    }
    const updated = nestedUpdate(base, update.v);
    if (!updated.ok) {
      raise(
        problems,
        updated.at.span ?? place,
        `A mapping of the task \`${idText(id)}\` meets a value of the file that is no mapping.`,
        "The same kind of value in both places.",
      );
      return [];
    }
    const own = fieldNamed(fieldsOf(update.v), "dependencies")?.value;
    if (own && own.t !== "list") {
      // gusty asks only the file's own `dependencies` for their shape, and adds these to a list.
      raise(
        problems,
        own.span ?? place,
        `\`dependencies\` of the task \`${idText(id)}\` is ${nameOf(own)}, not a list.`,
        "A list of names of tasks.",
      );
    }
    const all = fieldsOf(updated.pairs);
    const final = fieldNamed(fieldsOf(update.v), "task_id")?.value ?? id;
    if (final.t !== "str") {
      problems.push({
        kind: "invalid-id",
        at: final.span ?? place,
        id: idText(final),
        what: "task",
        detail: "A task id must be a text: put it in quotes.",
      });
      return [];
    }
    return [{ file, taskId: final.v, idSpan: final.span ?? null, fields: all.filter(({ key }) => !OWN_KEYS.has(key)) }];
  });
}

function multiTasks(fields: readonly Field[], at: Span, problems: Problem[]): Entry[] {
  const field = fieldNamed(fields, "multi_task_spec");
  if (!field || isFalsy(field.value)) return [];
  if (field.value.t === "map") return [...field.value.v];
  raise(
    problems,
    field.value.span ?? at,
    `\`multi_task_spec\` is ${nameOf(field.value)}, not a mapping.`,
    "A mapping of task ids to what each task adds.",
  );
  return [];
}

/** `python_callable_partials` binds arguments to the callable of each entry's task; a new id makes a new task. */
function withPartials(entries: readonly Entry[], fields: readonly Field[], at: Span, problems: Problem[]): Entry[] {
  const callable = fieldNamed(fields, "python_callable");
  const partials = fieldNamed(fields, "python_callable_partials");
  if (!callable || !partials || isFalsy(callable.value) || isFalsy(partials.value)) return [...entries];
  const place = partials.value.span ?? at;
  if (partials.value.t !== "map") {
    raise(
      problems,
      place,
      `\`python_callable_partials\` is ${nameOf(partials.value)}, not a mapping.`,
      "A mapping of task ids to keyword arguments.",
    );
    return [...entries];
  }
  const all = [...entries];
  for (const [id, bound] of partials.value.v) {
    const odd = bound.t === "map" ? bound.v.find(([key]) => key.t !== "str")?.[0] : undefined;
    if (odd) {
      // `functools.partial` takes any key, and the call fails.
      problems.push({
        kind: "not-static",
        at: odd.span ?? bound.span ?? place,
        expression: `python_callable_partials: ${idText(id)}`,
        why: "a name in it is no text: gusty binds it, and the task fails when it runs",
        affects: "python_callable_partials",
      });
    }
    const value = bindArguments(callable.value, bound);
    if (value === null) {
      raise(
        problems,
        bound.span ?? id.span ?? place,
        `The arguments of \`${idText(id)}\` cannot be bound to \`python_callable\`.`,
        "A function of this file, and a mapping of argument names to values.",
      );
      continue;
    }
    const update: readonly [Value, Value] = [{ t: "str", v: "python_callable" }, value];
    const index = all.findIndex(([other]) => other.t === id.t && idText(other) === idText(id));
    const old = all[index];
    if (!old) all.push([id, { t: "map", v: [update] }]);
    else if (old[1].t === "map") {
      const rest = old[1].v.filter(([key]) => key.t !== "str" || key.v !== "python_callable");
      all[index] = [old[0], { ...old[1], v: [...rest, update] }];
    }
  }
  return all;
}

function bindArguments(callable: Value, bound: Value): Value | null {
  if (bound.t !== "map" || (callable.t !== "function" && callable.t !== "run-file")) return null;
  const named = bound.v.flatMap(([key, value]): readonly (readonly [string, Value])[] =>
    key.t === "str" ? [[key.v, value]] : [],
  );
  return { ...callable, partial: named };
}

/** What Python's `or` passes over. */
function isFalsy(value: Value): boolean {
  if (value.t === "null") return true;
  if (value.t === "bool") return !value.v;
  if (value.t === "int") return value.v === 0n;
  if (value.t === "float") return value.v === 0;
  return (value.t === "str" || value.t === "list" || value.t === "map" || value.t === "set") && value.v.length === 0;
}

const idText = (id: Value): string =>
  id.t === "str"
    ? id.v
    : id.t === "int" || id.t === "float" || id.t === "bool"
      ? String(id.v)
      : id.t === "date" || id.t === "datetime"
        ? id.v
        : id.t;

function raise(problems: Problem[], at: Span, detail: string, expected: string): void {
  problems.push({ kind: "raises", at, detail, expected });
}
