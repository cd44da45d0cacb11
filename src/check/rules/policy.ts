import { fieldOf } from "../../build/fields.ts";
import { matchesPath } from "../../discover/path-pattern.ts";
import type { Dag, Task } from "../../model/dag.ts";
import type { Finding } from "../../model/finding.ts";
import type { Policy, PolicyCondition } from "../../model/policy.ts";
import type { Span } from "../../model/span.ts";
import { findingOf } from "../findings.ts";
import {
  dagValue,
  isAmong,
  matchesPolicy,
  operatorName,
  type PolicyValue,
  taskValue,
  textOf,
} from "../policy-values.ts";
import type { Rule } from "../rule.ts";

export const policy: Rule = {
  name: "policy",
  severity: "error",
  effect: "policy",
  summary: "what the project's own `policies:` in `windsock.yml` ask for, and a DAG or task does not do",
  explains:
    "A policy says what every DAG or task must have (`require`), must not have (`forbid`), or how it is named (`naming`); `of:` narrows it to DAGs, tasks, paths, tags or operators. A field is a path into the settings of the DAG (`default_args.owner`, `tags`, `schedule`), or starts with `task.` (`task.retries`, `task.operator`, `task.id`). Values are plain, or patterns with `*`, or regular expressions between slashes, which run in linear time. Its own `message` and `link` are what the report says.",
  source: "Windsock's own configuration, docs/configuration.md",
  wrong: {
    shows: "windsock.yml",
    files: {
      "windsock.yml":
        "policies:\n  - name: owned\n    require: { default_args.owner: [bakers, millers] }\n    message: Every DAG has an owner, see handbook/owners.md\n",
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  right: {
    shows: "dags/bakery/METADATA.yml",
    files: {
      "windsock.yml":
        "policies:\n  - name: owned\n    require: { default_args.owner: [bakers, millers] }\n    message: Every DAG has an owner, see handbook/owners.md\n",
      "dags/bakery/METADATA.yml": "default_args:\n  owner: bakers\n",
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  check: ({ project }) =>
    project.config.policies.flatMap((one) =>
      project.dags.flatMap((dag) => (takesDag(one, dag) ? judgeDag(one, dag) : [])),
    ),
};

const anyMatches = (texts: readonly string[], patterns: readonly string[]): boolean =>
  patterns.some((pattern) => texts.some((text) => matchesPolicy(text, pattern)));

function takesDag({ of }: Policy, dag: Dag): boolean {
  const tags = fieldOf(dag.metadata, "tags")?.value;
  const names = tags && (tags.t === "list" || tags.t === "set" || tags.t === "tuple") ? tags.v.map(textOf) : [];
  return (of.dags === null || anyMatches([dag.id], of.dags)) && (of.tags === null || anyMatches(names, of.tags));
}

/** True for a task that every selector takes; paths are those of its file. */
function takesTask({ of }: Policy, task: Task): boolean {
  const file = task.spec?.file ?? null;
  const operator = operatorName(task);
  return (
    task.kind === "spec" &&
    !task.broken &&
    (of.tasks === null || anyMatches([task.id], of.tasks)) &&
    (of.operators === null || (operator !== undefined && anyMatches([textOf(operator)], of.operators))) &&
    (of.paths === null || (file !== null && of.paths.some((pattern) => matchesPath(pattern, file))))
  );
}

function judgeDag(one: Policy, dag: Dag): readonly Finding[] {
  const tasks = dag.tasks.filter((task) => takesTask(one, task));
  const narrowed = one.of.tasks !== null || one.of.operators !== null;
  const inPath = one.of.paths === null || one.of.paths.some((pattern) => matchesPath(pattern, dag.site.folder));
  // A policy about some tasks says nothing of the DAG, but for the fields of the DAG that it names.
  const whole = narrowed ? tasks.length > 0 : inPath || tasks.length > 0;
  const of = (condition: PolicyCondition) => condition.field.startsWith("task.");
  const conditions = [
    ...one.require.map((condition) => ({ condition, required: true })),
    ...one.forbid.map((condition) => ({ condition, required: false })),
  ];
  return [
    ...conditions
      .filter(({ condition }) => whole && !of(condition))
      .flatMap(({ condition, required }) => judge(one, dag, null, condition, required)),
    ...conditions
      .filter(({ condition }) => of(condition))
      .flatMap(({ condition, required }) => tasks.flatMap((task) => judge(one, dag, task, condition, required))),
    ...naming(one, dag, tasks, whole),
  ];
}

function judge(
  one: Policy,
  dag: Dag,
  task: Task | null,
  condition: PolicyCondition,
  required: boolean,
): readonly Finding[] {
  const path = task ? condition.field.slice("task.".length) : condition.field;
  const found = task ? taskValue(dag, task, path) : dagValue(dag, path);
  const wrong = whatIsWrong(found, condition, required);
  if (wrong === null) return [];
  const what = task ? `task \`${task.id}\` of \`${dag.id}\`` : `DAG \`${dag.id}\``;
  const at = found.at ?? task?.source ?? placeOf(dag);
  return [
    said(one, dag, task, condition.field, at, `The ${what} breaks the policy \`${one.name}\`: \`${path}\` ${wrong}.`),
  ];
}

/** What is wrong with a value, as the end of a sentence; `null` where nothing is, or only Python knows. */
function whatIsWrong({ value }: PolicyValue, { values }: PolicyCondition, required: boolean): string | null {
  const missing = value === undefined || value.t === "null";
  if (values === null) {
    const empty =
      missing ||
      ("v" in value && Array.isArray(value.v) && value.v.length === 0) ||
      (value.t === "str" && value.v === "");
    return required ? (empty ? "is not set" : null) : missing ? null : "is set";
  }
  const wanted = values.map((one) => `\`${one.t === "null" ? "null" : textOf(one)}\``).join(", ");
  if (value === undefined)
    return required ? `is not set, and must be ${values.length > 1 ? "one of " : ""}${wanted}` : null;
  const among = isAmong(value, values);
  if (required)
    return among === "no" ? `is \`${shown(value)}\`, and must be ${values.length > 1 ? "one of " : ""}${wanted}` : null;
  return among === "yes" ? `must not be \`${shown(value)}\`` : null;
}

const shown = (value: PolicyValue["value"]): string => {
  if (value === undefined || value.t === "null") return "null";
  if (value.t === "list" || value.t === "tuple" || value.t === "set") return value.v.map(shown).join(", ");
  return textOf(value).slice(0, 100).replaceAll("`", "'");
};

function naming(one: Policy, dag: Dag, tasks: readonly Task[], whole: boolean): readonly Finding[] {
  const { dag: dagName, task: taskName, group: groupName } = one.naming;
  const wrong = (what: string, id: string, pattern: string): string =>
    `The ${what} \`${id}\` breaks the policy \`${one.name}\`: its id does not match \`${pattern}\`.`;
  const ofTasks = tasks.filter((task) => taskName !== null && !matchesPolicy(task.gustyId, taskName));
  const ofGroups = whole
    ? dag.groups.filter((group) => groupName !== null && !matchesPolicy(group.name, groupName))
    : [];
  return [
    ...(whole && dagName !== null && !matchesPolicy(dag.id, dagName)
      ? [said(one, dag, null, "naming.dag", placeOf(dag), wrong("DAG", dag.id, dagName))]
      : []),
    ...ofTasks.map((task) =>
      said(one, dag, task, "naming.task", task.source ?? placeOf(dag), wrong("task", task.gustyId, taskName ?? "")),
    ),
    ...ofGroups.map((group) => {
      const at = { file: group.metadata ?? group.folder, start: 0, end: 0 };
      return said(
        one,
        dag,
        null,
        `naming.group.${group.id}`,
        group.metadata ? at : placeOf(dag),
        wrong("task group", group.name, groupName ?? ""),
      );
    }),
  ];
}

const placeOf = (dag: Dag): Span =>
  dag.metadataFile ? { file: dag.metadataFile, start: 0, end: 0 } : dag.site.declared;

function said(one: Policy, dag: Dag, task: Task | null, key: string, at: Span, message: string): Finding {
  return findingOf(policy, {
    at,
    severity: one.severity,
    message: one.message === null ? message : `${message} ${one.message.replace(/\s+/g, " ").trim()}`,
    advice: one.link === null ? null : `See ${one.link}`,
    subject: { dag: dag.id, ...(task ? { task: task.id } : {}), key: `${one.name} ${key}` },
  });
}
