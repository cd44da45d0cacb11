import { RE2JS } from "re2js";
import type { Policy, PolicyCondition, PolicySelector } from "../model/policy.ts";
import type { Value } from "../model/value.ts";
import { readPattern } from "./paths.ts";
import {
  complain,
  expectedName,
  fieldsOf,
  type Reading,
  readKeys,
  readText,
  readTexts,
  readWord,
} from "./read-fields.ts";

const SEVERITIES = ["error", "warning", "notice"] as const;

/** `policies:`, the project's own rules. One that cannot be read is left out, with a problem. */
export function readPolicies(reading: Reading, value: Value): readonly Policy[] {
  if (value.t !== "list") {
    complain(reading, value.span, "`policies` is no list", "a list of mappings, each with `name`");
    return [];
  }
  const policies = value.v.flatMap((item) => readPolicy(reading, item) ?? []);
  const names = new Set<string>();
  for (const policy of policies) {
    if (names.has(policy.name))
      complain(
        reading,
        policy.at,
        `there are two policies \`${policy.name}\``,
        "another name: findings are told apart by it",
      );
    names.add(policy.name);
  }
  return policies;
}

type Draft = { -readonly [key in keyof Policy]: Policy[key] };

function readPolicy(reading: Reading, item: Value): Policy | null {
  const at = item.span ?? reading.whole;
  const draft: Draft = {
    name: "",
    at,
    of: { dags: null, tasks: null, paths: null, tags: null, operators: null },
    require: [],
    forbid: [],
    naming: { dag: null, task: null, group: null },
    message: null,
    link: null,
    severity: "error",
  };
  readKeys(reading, item, "a policy", {
    name: (value) => {
      draft.name = readName(reading, value) ?? draft.name;
    },
    of: (value) => {
      draft.of = readSelector(reading, value);
    },
    require: (value) => {
      draft.require = readConditions(reading, value, "require");
    },
    forbid: (value) => {
      draft.forbid = readConditions(reading, value, "forbid");
    },
    naming: (value) => {
      draft.naming = readNaming(reading, value);
    },
    message: (value) => {
      draft.message = readText(reading, value, "message");
    },
    link: (value) => {
      draft.link = readLink(reading, value);
    },
    severity: (value) => {
      draft.severity = readWord(reading, value, "severity", SEVERITIES) ?? draft.severity;
    },
  });
  if (item.t !== "map") return null;
  const { dag, task, group } = draft.naming;
  const asks = draft.require.length + draft.forbid.length > 0 || dag !== null || task !== null || group !== null;
  const has = (key: string): boolean => item.v.some(([name]) => name.t === "str" && name.v === key);
  if (!has("name")) complain(reading, at, "a policy has no `name`", "`name:` in kebab case, such as `owned`");
  if (!asks && !has("require") && !has("forbid") && !has("naming"))
    complain(reading, at, "a policy asks for nothing", "one of `require`, `forbid`, `naming`");
  return draft.name !== "" && asks ? draft : null;
}

function readName(reading: Reading, value: Value): string | null {
  const text = readText(reading, value, "name");
  if (text === null || /^[a-z][a-z0-9-]{0,59}$/.test(text)) return text;
  complain(
    reading,
    value.span,
    `\`${text.slice(0, 60)}\` is no name of a policy`,
    "a name in kebab case, such as `owned`",
  );
  return null;
}

function readLink(reading: Reading, value: Value): string | null {
  const text = readText(reading, value, "link");
  if (text === null || /^https:\/\/[^\s"'<>`\\]{1,500}$/.test(text)) return text;
  complain(reading, value.span, "`link` is no address", "an address that starts with `https://`");
  return null;
}

function readSelector(reading: Reading, value: Value): PolicySelector {
  const found: { -readonly [key in keyof PolicySelector]: PolicySelector[key] } = {
    dags: null,
    tasks: null,
    paths: null,
    tags: null,
    operators: null,
  };
  const patterns = (key: "dags" | "tasks" | "tags" | "operators") => (given: Value) => {
    found[key] = readTexts(reading, given, key, (item, text) => isMatcher(reading, item, text));
  };
  readKeys(reading, value, "`of`", {
    dags: patterns("dags"),
    tasks: patterns("tasks"),
    tags: patterns("tags"),
    operators: patterns("operators"),
    paths: (given) => {
      found.paths = readTexts(reading, given, "paths", (item, text) => readPattern(reading, item, text));
    },
  });
  return found;
}

/** What a condition may look at: settings of the DAG by their path, or `task.` and an argument, `id` or `operator`. */
const FIELD = /^[A-Za-z_][A-Za-z0-9_]{0,99}(\.[A-Za-z_][A-Za-z0-9_]{0,99}){0,5}$/;

function readConditions(reading: Reading, value: Value, key: string): readonly PolicyCondition[] {
  if (value.t === "str" || value.t === "list") {
    const names = readTexts(reading, value, key, (item, text) => isField(reading, item, text));
    return names.map((field) => ({ field, values: null, at: value.span ?? reading.whole }));
  }
  return (fieldsOf(reading, value, `\`${key}\``) ?? []).flatMap((field): PolicyCondition[] => {
    const at = field.keySpan ?? reading.whole;
    if (!isField(reading, { ...field.value, span: at }, field.key)) return [];
    if (field.value.t === "bool" && field.value.v && key === "require") return [{ field: field.key, values: null, at }];
    const values = field.value.t === "list" ? field.value.v : [field.value];
    const bad = values.find((one) => !["str", "int", "float", "bool", "null"].includes(one.t));
    if (bad)
      complain(
        reading,
        bad.span,
        `a value of \`${field.key}\` is neither text nor number`,
        "a text, a number, or a list of these",
      );
    const usable = values.every((one) => one.t !== "str" || isMatcher(reading, one, one.v));
    return bad || !usable ? [] : [{ field: field.key, values, at }];
  });
}

function isField(reading: Reading, value: Value, text: string): boolean {
  if (FIELD.test(text)) return true;
  complain(
    reading,
    value.span,
    `\`${text.slice(0, 60)}\` is no field`,
    "a path such as `default_args.owner` or `task.retries`",
  );
  return false;
}

function readNaming(reading: Reading, value: Value): Policy["naming"] {
  const found: { dag: string | null; task: string | null; group: string | null } = {
    dag: null,
    task: null,
    group: null,
  };
  const pattern = (key: keyof typeof found) => (given: Value) => {
    const text = readText(reading, given, key);
    found[key] = text !== null && isMatcher(reading, given, text) ? text : null;
  };
  readKeys(reading, value, "`naming`", { dag: pattern("dag"), task: pattern("task"), group: pattern("group") });
  return found;
}

/** True for a pattern with `*` and `?`, and for a regular expression between slashes that RE2 reads. */
function isMatcher(reading: Reading, value: Value, text: string): boolean {
  const inner = /^\/(.*)\/$/s.exec(text)?.[1];
  if (text.length > 500) complain(reading, value.span, "a pattern is too long", "at most 500 characters");
  if (inner === undefined || text.length > 500) return text.length <= 500;
  try {
    RE2JS.compile(inner);
    return true;
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/\s+/g, " ").slice(0, 100) : "";
    complain(
      reading,
      value.span,
      `\`${text.slice(0, 60)}\` is no regular expression: ${why}`,
      expectedName("", ["/^[a-z_]+$/"]),
    );
    return false;
  }
}
