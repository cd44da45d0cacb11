import { expect, test } from "vitest";
import { readProject } from "../../../src/build/read-project.ts";
import { haveCommonRuns, runDatesOf, steadyDistance } from "../../../src/check/run-dates.ts";
import { memorySnapshot } from "../../../src/snapshot/memory.ts";
import { makeEnvironments } from "../../../tools/python/make-environments.ts";
import type { RunsById } from "../rules/never-done.ts";
import { writeProject } from "../rules/write-project.ts";
import { askPython } from "./ask-python.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Schedule, start date and time zone, and `catchup`, as Python. */
const DAGS: readonly (readonly [string, string, string?])[] = [
  ['"@daily"', '2024, 1, 1, tz="UTC"'],
  ['"@hourly"', '2024, 1, 1, tz="UTC"'],
  ['"@weekly"', '2024, 1, 1, tz="Europe/Berlin"'],
  ['"@monthly"', '2024, 1, 1, tz="UTC"'],
  ['"@quarterly"', '2024, 1, 1, tz="America/New_York"'],
  ['"0 4 * * *"', '2024, 1, 1, tz="UTC"'],
  ['"0 6 * * *"', '2024, 1, 1, tz="Europe/Berlin"'],
  ['"0 5 * * *"', '2024, 1, 1, tz="Asia/Kolkata"'],
  ['"30 23 * * *"', '2024, 1, 1, tz="Asia/Kolkata"'],
  ['"0 0 * * *"', '2024, 1, 1, tz="America/New_York"'],
  ['"0 0 * * mon-fri"', '2024, 1, 1, tz="UTC"'],
  ['"0 12 * * fri#2"', '2024, 1, 1, tz="UTC"'],
  ['"0 12 l * *"', '2024, 1, 1, tz="UTC"'],
  ['"0 4 * * * 30"', '2024, 1, 1, tz="UTC"'],
  ['"15 */6 * * *"', '2024, 1, 1, tz="UTC"'],
  ['"0 12 * jan,jul sun"', '2024, 1, 1, tz="Australia/Sydney"'],
  ["timedelta(days=1)", '2023, 12, 5, tz="UTC"'],
  ["timedelta(days=1)", '2023, 12, 5, 4, tz="UTC"'],
  ["timedelta(hours=6)", '2023, 12, 5, 2, 30, tz="UTC"'],
  ["timedelta(hours=6)", '2023, 12, 5, 5, 30, tz="Asia/Kolkata"'],
  ["timedelta(minutes=90)", '2023, 12, 5, tz="Europe/Berlin"'],
  ["timedelta(weeks=1)", '2023, 12, 3, tz="UTC"'],
  ["timedelta(hours=36)", '2023, 12, 3, tz="America/New_York"'],
  ["timedelta(hours=6)", '2023, 12, 5, tz="UTC"', "False"],
  ["timedelta(days=1)", '2023, 12, 5, tz="UTC"', "False"],
  ["timedelta(hours=7)", '2023, 12, 5, tz="UTC"', "False"],
  ["timedelta(days=1)", '2023, 12, 5, 3, tz="UTC"', "False"],
  ["None", '2024, 1, 1, tz="UTC"'],
  ['"@once"', '2024, 1, 1, tz="UTC"'],
  ['"@continuous"', '2024, 1, 1, tz="UTC"'],
];
const DELTAS = [0, 1, 4, 24, -2, 1.5].map((hours) => hours * HOUR);

const call = ([schedule, start, catchup = "True"]: (typeof DAGS)[number], at: number): string =>
  `d${at} = create_dag(os.path.join(here, "d${at}"), latest_only=False, max_active_runs=1, schedule=${schedule}, catchup=${catchup}, start_date=pendulum.datetime(${start}))\n`;

const files: Readonly<Record<string, string>> = {
  "dags/entry.py": `import os\nfrom datetime import timedelta\n\nimport pendulum\nfrom airflow import DAG  # noqa: F401\nfrom gusty import create_dag\n\nhere = os.path.dirname(__file__)\n${DAGS.map(call).join("")}`,
  ...Object.fromEntries(
    DAGS.map((_, at) => [`dags/d${at}/t.yml`, "operator: airflow.providers.standard.operators.empty.EmptyOperator\n"]),
  ),
};

const environments = makeEnvironments();

test.each([2, 3] as const)(
  "Airflow %i: two schedules meet, or keep their distance, as the logical dates of its own scheduler do",
  async (airflow) => {
    const { airflow2, airflow3 } = await environments;
    const job = await writeProject(`airflow-${airflow}/logical-dates`, files);
    const [real = {}] = await askPython<readonly RunsById[]>(
      airflow === 2 ? airflow2 : airflow3,
      "../rules/logical_runs.py",
      [job],
    );
    const { dags } = await readProject(memorySnapshot(files), { airflow });
    expect(Object.keys(real).sort()).toEqual(dags.map(({ id }) => id));
    const own = new Map(dags.map((dag) => [dag.id, runDatesOf(dag)]));
    const wrong: string[] = [];
    const counts = { met: 0, never: 0, bridged: 0, open: 0 };
    for (const [a, mine] of own) {
      if (!mine || mine.t === "open") {
        counts.open += 1;
        continue;
      }
      for (const [b, theirs] of own) {
        const [runs, others] = [real[a], real[b]];
        if (!theirs || theirs.t === "open") continue;
        if (!runs || !others) {
          wrong.push(`${a} or ${b} has no dates`);
          continue;
        }
        const from = Math.max(runs.dates[0] ?? 0, others.dates[0] ?? 0) + 32 * DAY;
        const until = Math.min(runs.until, others.until);
        const asked = runs.dates.filter((date) => date >= from && date <= until);
        const around = new Set(others.dates);
        // Where one has more runs than were asked for, the rest of the year is not known.
        const whole = until >= from + 366 * DAY;
        for (const delta of DELTAS) {
          const meets = asked.some((date) => around.has(date - delta));
          meets ? counts.met++ : counts.never++;
          const said = haveCommonRuns(mine, theirs, delta);
          if (meets ? !said : said && whole)
            wrong.push(
              `${DAGS[Number(a.slice(1))]} waits for ${DAGS[Number(b.slice(1))]} less ${delta}: Airflow ${meets}`,
            );
        }
        const bridge = steadyDistance(mine, theirs);
        if (bridge === null || bridge > 30 * DAY) continue;
        counts.bridged += 1;
        if (!asked.every((date) => around.has(date - bridge))) wrong.push(`${a} to ${b}: ${bridge}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(Math.min(counts.met, counts.never, counts.bridged)).toBeGreaterThan(50);
    expect(counts.open).toBeGreaterThanOrEqual(airflow === 2 ? 5 : 7);
  },
);
