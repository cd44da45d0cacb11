import { fieldOf, fieldsOfMap } from "../../build/fields.ts";
import type { Dag } from "../../model/dag.ts";
import type { Field, Value } from "../../model/value.ts";
import { findingOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

/** Calls that give another date each day. */
const MOVING = /(^|\.)(days_ago|now|utcnow|today|yesterday|tomorrow)$/;

export const movingStartDate: Rule = {
  name: "moving-start-date",
  severity: "notice",
  effect: "surprises",
  summary: "a `start_date` that moves with the clock",
  explains:
    "`!days_ago 1` is another date each time Airflow parses the DAG. A schedule whose interval is longer than that never gets a run, and with `catchup` the number of runs depends on when the DAG was switched on. A fixed date in the past says the same thing once.",
  source: "gusty/utils/__init__.py, days_ago; https://airflow.apache.org/docs/apache-airflow/stable/faq.html",
  wrong: {
    shows: "dags/bakery/METADATA.yml",
    files: {
      "dags/bakery/METADATA.yml": "schedule: '@weekly'\ncatchup: false\ndefault_args:\n  start_date: !days_ago 1\n",
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  right: {
    shows: "dags/bakery/METADATA.yml",
    files: {
      "dags/bakery/METADATA.yml":
        "schedule: '@weekly'\ncatchup: false\ndefault_args:\n  start_date: !datetime [2024, 1, 1]\n",
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  check: ({ project }) =>
    project.dags.flatMap((dag) =>
      startDates(dag).map(({ field, task }) =>
        findingOf(movingStartDate, {
          at: field.value.span ?? field.keySpan ?? dag.site.declared,
          message: `\`start_date\` is another date each time Airflow reads the DAG: what is due depends on when that happens.`,
          advice: "Write a fixed date, such as `!datetime [2024, 1, 1]`.",
          subject: { dag: dag.id, ...(task === null ? {} : { task }), key: "start_date" },
        }),
      ),
    ),
};

function startDates(dag: Dag): readonly { readonly field: Field; readonly task: string | null }[] {
  const defaults = fieldOf(dag.settings, "default_args");
  const inside = defaults ? (fieldsOfMap(defaults.value) ?? []) : [];
  const own = [...dag.settings, ...inside].map((field) => ({ field, task: null }));
  const tasks = dag.tasks.flatMap((task) => task.arguments.map((field) => ({ field, task: task.id })));
  return [...own, ...tasks].filter(({ field }) => field.key === "start_date" && isMoving(field.value));
}

const isMoving = (value: Value): boolean => value.t === "call" && typeof value.fn === "string" && MOVING.test(value.fn);
