import { fieldOf } from "../../build/fields.ts";
import { DAY } from "../../build/logical-dates.ts";
import type { Dag, External } from "../../model/dag.ts";
import type { Finding } from "../../model/finding.ts";
import type { Project } from "../../model/project.ts";
import type { Value } from "../../model/value.ts";
import { intervalOf, scheduleField, timedeltaOf } from "../dag-schedule.ts";
import { targetsOf } from "../external-targets.ts";
import { findingOf } from "../findings.ts";
import type { Rule } from "../rule.ts";
import { haveCommonRuns, type OpenDates, type RunDates, runDatesOf, steadyDistance } from "../run-dates.ts";
import { secondsInWords, waitsInVain } from "../sensor-wait.ts";

/** Two DAGs, the second two hours after the first. */
const schedules = {
  "dags/bakery/METADATA.yml":
    "schedule: '0 4 * * *'\ncatchup: false\ndefault_args: {start_date: !datetime [2024, 1, 1]}\n",
  "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
  "dags/shop/METADATA.yml":
    "schedule: '0 6 * * *'\ncatchup: false\ndefault_args: {start_date: !datetime [2024, 1, 1]}\n",
};

export const scheduleMismatch: Rule = {
  name: "schedule-mismatch",
  severity: "warning",
  effect: "hangs",
  summary: "a sensor for a DAG whose schedule never has the same logical date, and no `execution_delta` between them",
  explains:
    "An ExternalTaskSensor waits for the run of the other DAG with its own logical date, less its `execution_delta`. Where the two schedules never meet within a year, it waits until its timeout, every time. Compared are the real logical dates of cron schedules and presets, in their time zones, and of timedeltas from their start dates; where the distance is always the same, the message has the `execution_delta` that bridges it. Where nobody can tell the dates (datasets and assets, `@continuous`, a timedelta without `catchup`), that is a notice.",
  source: "airflow/sensors/external_task.py, ExternalTaskSensor._get_dttm_filter",
  wrong: {
    shows: "dags/shop/sell.yml",
    files: {
      ...schedules,
      "dags/shop/sell.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  - bakery: bake\n",
    },
  },
  right: {
    shows: "dags/shop/sell.yml",
    files: {
      ...schedules,
      "dags/shop/sell.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  bakery:\n    tasks: [bake]\n    execution_delta: !timedelta 'hours: 2'\n",
    },
  },
  check: ({ project }) => {
    const known = new Map<Dag, Dates>();
    const datesOf = (dag: Dag): Dates => {
      const found = known.get(dag);
      if (found !== undefined) return found;
      const made = runDatesOf(dag);
      known.set(dag, made);
      return made;
    };
    return project.dags.flatMap((dag) =>
      dag.externals.flatMap((external) => mismatch(project, dag, external, datesOf) ?? []),
    );
  },
};

type Dates = RunDates | OpenDates | null;

function mismatch(project: Project, dag: Dag, external: External, datesOf: (dag: Dag) => Dates): Finding | null {
  const targets = targetsOf(project, external.dag).gusty;
  const [target] = targets;
  const sensor = dag.tasks.find((task) => task.id === external.sensor);
  if (!target || targets.length > 1 || target === dag || sensor?.operator?.name !== "ExternalTaskSensor") return null;
  if (fieldOf(sensor.arguments, "execution_date_fn")) return null;
  const given = fieldOf(sensor.arguments, "execution_delta");
  const delta = deltaOf(given?.value);
  const [own, other] = [datesOf(dag), datesOf(target)];
  if (delta === null || Math.abs(delta) > 365 * DAY || !own || !other) return null;
  const base = {
    at: external.uses[0]?.at ?? dag.site.declared,
    related: relatedTo(target),
    subject: { dag: dag.id, task: external.sensor },
  };
  const open = other.t === "open" ? other : own.t === "open" ? own : null;
  if (own.t === "open" || other.t === "open")
    return findingOf(scheduleMismatch, {
      ...base,
      severity: "notice",
      effect: "surprises",
      message: `Nobody can tell whether \`${external.sensor}\` ever finds a run of \`${external.dag}\`: ${open?.why ?? ""}. Where there is none of its own logical date, it ${waitsInVain(sensor, true)}.`,
      advice: "Give both DAGs a schedule by the clock, or let one start the other.",
    });
  if (own.zoned !== other.zoned || haveCommonRuns(own, other, delta)) return null;
  return findingOf(scheduleMismatch, {
    ...base,
    message: `\`${external.sensor}\` waits for a run of \`${external.dag}\` (${written(target)}) ${given ? "its `execution_delta` before" : "at"} each logical date of \`${dag.id}\` (${written(dag)}), and there is none all year: each time it ${waitsInVain(sensor, true)}.`,
    advice: wayOut(external, steadyDistance(own, other)),
  });
}

function wayOut(external: External, delta: number | null): string {
  if (delta === null) return "Align the schedules, or give the sensor an `execution_date_fn`.";
  const tasks = external.task ?? "all";
  return `This delta aligns them:\nexternal_dependencies:\n  ${external.dag}:\n    tasks: [${tasks}]\n    execution_delta: !timedelta '${inUnits(delta)}'`;
}

function relatedTo(target: Dag): Finding["related"] {
  const at = scheduleField(target)?.value.span;
  return at ? [{ at, message: `the schedule of \`${target.id}\`` }] : [];
}

/** Milliseconds; `null` where only Python knows. */
function deltaOf(value: Value | undefined): number | null {
  if (value === undefined || value.t === "null") return 0;
  return value.t === "call" && value.fn === "datetime.timedelta" ? timedeltaOf(value) : null;
}

/** The schedule as it is written, a timedelta in words. */
function written(dag: Dag): string {
  const value = scheduleField(dag)?.value;
  if (value?.t === "str") return `\`${value.v}\``;
  const interval = intervalOf(dag);
  return interval === null
    ? "no schedule"
    : `every ${secondsInWords(interval / 1000).replace(/^1 (?=\w+$)/, "")} from its start date`;
}

/** `hours: 2`, as `!timedelta` takes it; in the largest unit that is whole. */
function inUnits(ms: number): string {
  const units = [
    ["days", DAY],
    ["hours", 3_600_000],
    ["minutes", 60_000],
  ] as const;
  const [unit, size] = units.find(([, one]) => ms % one === 0) ?? ["seconds", 1000];
  return `${unit}: ${ms / size}`;
}
