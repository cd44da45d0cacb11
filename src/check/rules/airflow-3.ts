import { fieldOf, fieldsOfMap } from "../../build/fields.ts";
import { movedInAirflow3 } from "../../catalogue/moved.ts";
import type { Dag, Task } from "../../model/dag.ts";
import type { Finding } from "../../model/finding.ts";
import type { Field } from "../../model/value.ts";
import {
  IDLE_ARGUMENTS,
  LOST_DAG_ARGUMENTS,
  LOST_TASK_ARGUMENTS,
  LOST_TRIGGER_RULES,
  LOST_VARIABLES,
} from "../airflow-3-names.ts";
import { type FindingParts, findingOf } from "../findings.ts";
import { oncePerPlace } from "../once.ts";
import type { Rule } from "../rule.ts";
import { textsIn } from "../strings-of.ts";

export const airflow3: Rule = {
  name: "airflow-3",
  severity: "warning",
  effect: "dropped",
  summary: "what Airflow 3 has removed, moved, or does nothing with any more",
  explains:
    "Off on Airflow 2 until `upgrade: 3` stands in `windsock.yml`; then a warning for what will not work after the upgrade. On Airflow 3 it is an error where a setting of a DAG is lost: gusty drops `schedule_interval` without a word, and the DAG never runs. Also said: operators that have moved, `sla`, trigger rules and template variables that are gone.",
  source:
    "airflow/sdk/definitions/dag.py, DAG; https://airflow.apache.org/docs/apache-airflow/stable/installation/upgrading_to_airflow3.html",
  wrong: {
    shows: "dags/bakery/METADATA.yml",
    airflow: 3,
    files: {
      "dags/bakery/METADATA.yml": "schedule_interval: '@daily'\ndefault_args:\n  start_date: !datetime [2024, 1, 1]\n",
      "dags/bakery/knead.yml":
        "operator: airflow.providers.standard.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  right: {
    shows: "dags/bakery/METADATA.yml",
    airflow: 3,
    files: {
      "dags/bakery/METADATA.yml": "schedule: '@daily'\ndefault_args:\n  start_date: !datetime [2024, 1, 1]\n",
      "dags/bakery/knead.yml":
        "operator: airflow.providers.standard.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  check: ({ project }) => {
    const { major } = project.versions.airflow;
    if (major === 2 && project.config.upgrade !== 3) return [];
    const found = project.dags.flatMap((dag) => [
      ...dagFindings(dag),
      ...dag.tasks.filter((task) => task.kind === "spec").flatMap((task) => taskFindings(dag, task)),
    ]);
    return oncePerPlace(found, ({ at }) => at);
  },
};

function dagFindings(dag: Dag): readonly Finding[] {
  const defaults = fieldOf(dag.metadata, "default_args");
  const inside = (defaults && fieldsOfMap(defaults.value)) ?? [];
  return [
    ...dag.metadata.flatMap((field) => lostSetting(dag, field)),
    ...inside.flatMap((field) => argumentFinding(dag, null, field)),
  ];
}

function lostSetting(dag: Dag, field: Field): readonly Finding[] {
  const instead = LOST_DAG_ARGUMENTS.get(field.key);
  if (instead === undefined) return IDLE_ARGUMENTS.has(field.key) ? idle(dag, null, field) : [];
  const now = dag.airflow === 3;
  const free = instead !== null && !fieldOf(dag.metadata, instead);
  const effect = field.key === "schedule_interval" && free && now ? ", so the DAG has no schedule" : "";
  return said(dag, null, field, {
    severity: now ? "error" : "warning",
    effect: now ? "dropped" : "surprises",
    message: `Airflow 3 has no \`${field.key}\`: gusty ${now ? "drops" : "will drop"} it without a word${effect}.`,
    advice: instead === null ? "Take it out: nothing takes its place." : `Write \`${instead}\`.`,
    // `fail_fast` is new in Airflow 3, and on 3 the new name changes what the DAG does.
    fix: free ? rename(field, instead, !now && field.key !== "fail_stop") : null,
  });
}

function taskFindings(dag: Dag, task: Task): readonly Finding[] {
  const fields = [...task.arguments, ...task.dropped];
  return [
    ...fields.flatMap((field) => argumentFinding(dag, task, field)),
    ...(dag.airflow === 2 ? movedOperator(dag, task) : []),
    ...lostVariables(dag, task),
  ];
}

function argumentFinding(dag: Dag, task: Task | null, field: Field): readonly Finding[] {
  const instead = LOST_TASK_ARGUMENTS.get(field.key);
  if (instead !== undefined) {
    return said(dag, task, field, {
      effect: dag.airflow === 3 ? "dropped" : "surprises",
      message: `Airflow 3 has no \`${field.key}\`: it ${dag.airflow === 3 ? "has" : "will have"} no effect.`,
      advice: `Write \`${instead}\`.`,
      fix: rename(field, instead, dag.airflow === 2),
    });
  }
  const rule =
    field.key === "trigger_rule" && field.value.t === "str" ? LOST_TRIGGER_RULES.get(field.value.v) : undefined;
  if (rule !== undefined && dag.airflow === 2 && field.value.span) {
    const at = field.value.span;
    return said(dag, task, field, {
      at,
      effect: "surprises",
      message: `Airflow 3 has no trigger rule \`${field.value.t === "str" ? field.value.v : ""}\`: the DAG will not be built.`,
      advice: `Write \`${rule}\`, which means the same.`,
      fix: { description: `Write \`${rule}\``, safe: true, edits: [{ at, text: rule }] },
    });
  }
  return IDLE_ARGUMENTS.has(field.key) ? idle(dag, task, field) : [];
}

function idle(dag: Dag, task: Task | null, field: Field): readonly Finding[] {
  if (field.value.t === "null") return [];
  return said(dag, task, field, {
    // Airflow 3 still keeps it with the task, so that the DAG is not the same without it.
    effect: "surprises",
    message: `\`${field.key}\` does nothing in Airflow 3: nobody is told of a missed deadline.`,
    advice: "Take it out, and watch deadlines with `deadline` of the DAG or from outside.",
  });
}

function movedOperator(dag: Dag, task: Task): readonly Finding[] {
  const field = task.spec ? fieldOf(task.spec.fields, "operator") : undefined;
  if (field?.value.t !== "str" || !field.value.span) return [];
  const moved = movedInAirflow3(field.value.v);
  if (!moved) return [];
  return said(dag, task, field, {
    at: field.value.span,
    effect: "surprises",
    message: `Airflow 3 has no \`${field.value.v}\`: the DAG will not be built.`,
    advice:
      moved.to === null
        ? "Nothing takes its place."
        : `It is \`${moved.to}\` there, and in Airflow 2 with that provider installed.`,
    fix:
      moved.to === null
        ? null
        : { description: `Write \`${moved.to}\``, safe: false, edits: [{ at: field.value.span, text: moved.to }] },
  });
}

/** Names that the templates of a task use and that Airflow 3 does not give. */
function lostVariables(dag: Dag, task: Task): readonly Finding[] {
  const macros = fieldOf(dag.settings, "user_defined_macros");
  const own = macros ? fieldsOfMap(macros.value) : [];
  if (own === null) return [];
  return textsIn(task.arguments).flatMap(({ key, text, at }) => {
    const found = variablesOf(text).find((name) => LOST_VARIABLES.has(name) && !fieldOf(own, name));
    if (found === undefined || at === null) return [];
    const instead = LOST_VARIABLES.get(found) ?? null;
    const field: Field = { key, keySpan: at, value: { t: "str", v: text, span: at } };
    return said(dag, task, field, {
      at,
      effect: "surprises",
      message: `Airflow 3 has no \`${found}\` in templates: where \`${key}\` is a template, the task fails when it runs.`,
      advice: instead === null ? null : `Use \`${instead}\`.`,
    });
  });
}

/** The names at the head of each expression of a template, without those that it sets itself. */
function variablesOf(text: string): readonly string[] {
  if (!text.includes("{{") && !text.includes("{%")) return [];
  const inside = text
    .split(/\{[{%]/)
    .slice(1)
    .map((part) => part.split(/[}%]\}/, 1)[0] ?? "");
  const names = inside.flatMap((part) =>
    [
      ...part
        .slice(0, 2000)
        .replace(/"[^"]*"|'[^']*'/g, "")
        .matchAll(/(?<![\w.])([A-Za-z_]\w*)/g),
    ].map((match) => match[1] ?? ""),
  );
  const set = new Set(inside.flatMap((part) => /^-?\s*(?:set|for)\s+(\w+)/.exec(part.slice(0, 200))?.[1] ?? []));
  return names.filter((name) => !set.has(name));
}

function rename(field: Field, name: string, safe: boolean): Finding["fix"] {
  const at = field.keySpan;
  if (!at) return null;
  const plain = /\.ya?ml$/.test(at.file);
  return { description: `Rename \`${field.key}\` to \`${name}\``, safe: safe && plain, edits: [{ at, text: name }] };
}

type Parts = Omit<FindingParts, "at" | "subject"> & Partial<Pick<FindingParts, "at">>;

function said(dag: Dag, task: Task | null, field: Field, parts: Parts): readonly Finding[] {
  const at = field.keySpan ?? field.value.span;
  if (!at && !parts.at) return [];
  const subject = { dag: dag.id, ...(task ? { task: task.id } : {}), key: field.key };
  return [findingOf(airflow3, { at: at ?? dag.site.declared, ...parts, subject })];
}
