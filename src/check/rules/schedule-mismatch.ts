import { fieldOf } from "../../build/fields.ts";
import { DAY, type RunTimes, runTimes, shareRuns, steadyDelta } from "../../build/logical-dates.ts";
import type { Dag, External } from "../../model/dag.ts";
import type { Finding } from "../../model/finding.ts";
import type { Project } from "../../model/project.ts";
import { cronOf, scheduleField, startField, staticDate, timedeltaOf } from "../dag-schedule.ts";
import { findingOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

/** A year that has a 29 February, so that no schedule looks as if it never ran, and that year with one on each side. */
const YEAR = { from: Date.UTC(2024, 0, 1) / DAY, days: 366 };
const AROUND = { from: Date.UTC(2023, 0, 1) / DAY, days: 3 * 366 };

export const scheduleMismatch: Rule = {
  name: "schedule-mismatch",
  severity: "warning",
  effect: "hangs",
  summary: "a sensor for a DAG whose schedule never has the same logical date, and no `execution_delta` between them",
  explains:
    "An ExternalTaskSensor waits for the run of the other DAG with its own logical date, less its `execution_delta`. Where the two schedules never meet within a year, it waits until its timeout, every time. Compared are the real logical dates of cron schedules, in their time zones; where the distance is always the same, the message has the `execution_delta` that bridges it.",
  source: "airflow/sensors/external_task.py, ExternalTaskSensor._get_dttm_filter",
  wrong: {
    shows: "dags/shop/sell.yml",
    files: {
      "dags/bakery/METADATA.yml":
        "schedule: '0 4 * * *'\ncatchup: false\ndefault_args: {start_date: !datetime [2024, 1, 1]}\n",
      "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
      "dags/shop/METADATA.yml":
        "schedule: '0 6 * * *'\ncatchup: false\ndefault_args: {start_date: !datetime [2024, 1, 1]}\n",
      "dags/shop/sell.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  - bakery: bake\n",
    },
  },
  right: {
    shows: "dags/shop/sell.yml",
    files: {
      "dags/bakery/METADATA.yml":
        "schedule: '0 4 * * *'\ncatchup: false\ndefault_args: {start_date: !datetime [2024, 1, 1]}\n",
      "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
      "dags/shop/METADATA.yml":
        "schedule: '0 6 * * *'\ncatchup: false\ndefault_args: {start_date: !datetime [2024, 1, 1]}\n",
      "dags/shop/sell.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  bakery:\n    tasks: [bake]\n    execution_delta: !timedelta 'hours: 2'\n",
    },
  },
  check: ({ project }) => {
    const known = new Map<Dag, Times | null>();
    const timesOf = (dag: Dag): Times | null => {
      const found = known.get(dag);
      if (found !== undefined) return found;
      const made = timesOfDag(dag);
      known.set(dag, made);
      return made;
    };
    return project.dags.flatMap((dag) =>
      dag.externals.flatMap((external) => mismatch(project, dag, external, timesOf) ?? []),
    );
  },
};

interface Times {
  readonly year: RunTimes;
  readonly around: RunTimes;
}

/** A DAG's logical dates; `null` where its schedule is no cron, or its time zone is not known. */
function timesOfDag(dag: Dag): Times | null {
  const cron = cronOf(dag);
  const start = startField(dag);
  const date = start ? staticDate(start.value) : { zone: null };
  if (!cron || !date) return null;
  const year = runTimes(cron, date.zone, YEAR.from, YEAR.days);
  const around = runTimes(cron, date.zone, AROUND.from, AROUND.days);
  return year && around && year.days.length > 0 ? { year, around } : null;
}

function mismatch(project: Project, dag: Dag, external: External, timesOf: (dag: Dag) => Times | null): Finding | null {
  const targets = project.dags.filter((candidate) => candidate.id === external.dag);
  const [target] = targets;
  const sensor = dag.tasks.find((task) => task.id === external.sensor);
  if (!target || targets.length > 1 || target === dag || sensor?.operator?.name !== "ExternalTaskSensor") return null;
  if (fieldOf(sensor.arguments, "execution_date_fn")) return null;
  const given = fieldOf(sensor.arguments, "execution_delta");
  const delta = deltaOf(given?.value);
  const own = timesOf(dag)?.year;
  const other = timesOf(target)?.around;
  if (delta === null || Math.abs(delta) > 365 * DAY || !own || !other) return null;
  if ((own.zone === null) !== (other.zone === null) || shareRuns(own, other, delta)) return null;
  return findingOf(scheduleMismatch, {
    at: external.uses[0]?.at ?? dag.site.declared,
    message: `\`${external.sensor}\` waits for a run of \`${external.dag}\` (${written(target)}) ${given ? "its `execution_delta` before" : "at"} each logical date of \`${dag.id}\` (${written(dag)}), and there is none all year: it waits until its timeout each time.`,
    advice: wayOut(external, steadyDelta(own, other)),
    related: relatedTo(target),
    subject: { dag: dag.id, task: external.sensor },
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
function deltaOf(value: Parameters<typeof staticDate>[0] | undefined): number | null {
  if (value === undefined || value.t === "null") return 0;
  return value.t === "call" && value.fn === "datetime.timedelta" ? timedeltaOf(value) : null;
}

function written(dag: Dag): string {
  const value = scheduleField(dag)?.value;
  return value?.t === "str" ? `\`${value.v}\`` : "no schedule";
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
