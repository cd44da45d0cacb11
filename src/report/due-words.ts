import { reachOfDefault } from "../compare/default-args.ts";
import { runRate } from "../compare/run-rate.ts";
import type { Backfill, DagChange, FieldChange } from "../model/change.ts";
import type { Dag } from "../model/dag.ts";
import { capped } from "./capped.ts";
import { code, codes, count, joinRich, listOf, type Rich, strong } from "./rich.ts";
import { SCHEDULE_KEYS } from "./schedule-text.ts";

/** How many tasks take a changed default argument; nothing for another setting. */
export function reachInWords({ path }: FieldChange, head: Dag | null): Rich {
  if (!path.startsWith("default_args.") || !head) return [];
  const reached = reachOfDefault(head, path);
  if (reached === null) return [": reaches the tasks whose operators take it"];
  return [`: reaches ${reached} of ${count(head.tasks.length, "task")}`];
}

/** How much more or less often a DAG runs by a changed schedule; nothing where that is not known, or nearly the same. */
export function rateInWords({ path, from, to }: FieldChange): Rich {
  const rate = SCHEDULE_KEYS.has(path) ? runRate(from, to) : null;
  if (rate === null || rate === 0) return [];
  const times = rate >= 1 ? rate : 1 / rate;
  if (times < 1.1) return [];
  const rounded = times < 10 ? Math.round(times * 10) / 10 : Math.round(times);
  const amount = `${Math.abs(times - rounded) < 0.001 ? "" : "about "}${rounded}`;
  return [rate >= 1 ? `: ${amount} times as many runs` : `: one run where there were ${amount}`];
}

const WHY: Readonly<Record<Backfill["cause"], Rich>> = {
  new: [": ", code("catchup"), " is on"],
  catchup: [": ", code("catchup"), " is on now, and Airflow goes on after the last run it made"],
  schedule: [": there is a schedule now, and ", code("catchup"), " is on"],
};

/** The runs of the past that become due. */
export function backfillLines({ backfill }: DagChange): Rich[] {
  if (!backfill) return [];
  const { cause, since, runs, atOnce } = backfill;
  const most = cause === "new" ? "" : "up to ";
  const due = runs === null ? "all runs" : `${most}${count(runs, "run")}`;
  const limit = atOnce === null || runs === 1 ? "" : `, ${atOnce} at a time`;
  return [
    [
      strong("backfill"),
      `: ${due} since ${since} ${runs === 1 ? "becomes" : "become"} due${cause === "new" ? " once the DAG is unpaused" : ""}${limit}`,
      ...WHY[cause],
    ],
  ];
}

/** Operators of the repository whose source changed, with the tasks that use them. */
export const operatorLines = ({ operators, head }: DagChange): Rich[] =>
  capped(
    operators,
    ({ operator, files, tasks }) => [
      "operator ",
      code(operator.slice(operator.lastIndexOf(".") + 1)),
      " changed in ",
      ...joinRich(
        codes(files.slice(0, 3)).map((file) => [file]),
        ", ",
      ),
      `: used by ${tasks.length === (head?.tasks.length ?? 0) ? "all " : ""}${count(tasks.length, "task")}, `,
      ...listOf(codes(tasks), 4),
    ],
    "changed operators",
  );
