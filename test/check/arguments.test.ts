import { describe, expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { checkProject } from "../../src/check/check-project.ts";
import { looksSecret } from "../../src/check/secrets.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { beforeOf, filesOf } from "../support/rule-example.ts";
import { bash, find, said } from "./find.ts";

const task = (operator: string, ...lines: readonly string[]): string =>
  [`operator: ${operator}`, ...lines, ""].join("\n");
const meta = (...lines: readonly string[]): string => [...lines, ""].join("\n");
const keys = async (rule: string, files: Readonly<Record<string, string>>) =>
  said(files, await find(rule, files)).map(([text]) => text);

describe("unknown-argument", () => {
  test("is an error with a fix where one letter is wrong, else a warning", async () => {
    const files = { "dags/a/t.yml": bash("pool_slot: 2", "colour: red") };
    const found = await find("unknown-argument", files);
    expect(found.map(({ severity, fix }) => [severity, fix?.safe])).toEqual([
      ["error", true],
      ["warning", undefined],
    ]);
  });

  test("says nothing of an operator that is not known, nor of keys of documents, anchors and gusty", async () => {
    const known = bash("title: Bread", "x-note: 1", "_a: 1", "extra_callables: []", "common: &c {a: b}", "env: *c");
    expect(await keys("unknown-argument", { "dags/a/t.yml": known })).toEqual([]);
    expect(await keys("unknown-argument", { "dags/a/t.yml": task("somewhere.else.Operator", "colour: red") })).toEqual(
      [],
    );
  });

  test("a key of several tasks is one finding", async () => {
    const files = { "dags/a/t.yml": bash("colour: red", "multi_task_spec: {a: {retries: 1}, b: {}}") };
    expect(await keys("unknown-argument", files)).toEqual(["colour"]);
  });
});

describe("dropped-argument", () => {
  const sensor = "airflow.providers.standard.sensors.time_delta.TimeDeltaSensorAsync";

  test("moves a plain line into default_args, on demand", async () => {
    const files = { "dags/a/t.yml": task(sensor, "delta: !timedelta 'hours: 1'", "mode: reschedule") };
    const [finding] = await find("dropped-argument", files);
    expect([finding?.fix?.safe, finding?.fix?.edits[0]?.text]).toEqual([false, "default_args:\n  mode: reschedule"]);
  });

  test("leaves a sensor alone whose direct base takes it", async () => {
    expect(
      await keys("dropped-argument", {
        "dags/a/t.yml": task("airflow.sensors.bash.BashSensor", "bash_command: echo", "mode: reschedule"),
      }),
    ).toEqual([]);
  });
});

test("refused-argument: what the class sets itself, and the bare names of a signature", async () => {
  const files = {
    "dags/a/t.yml": task(
      "airflow.operators.python.PythonOperator",
      "python_callable: !timedelta 'days: 1'",
      "kwargs: {a: 1}",
    ),
    "dags/a/u.yml": bash("kwargs: {}"),
  };
  expect(await keys("refused-argument", files)).toEqual(["kwargs", "kwargs"]);
});

test("missing-argument: what a class above needs, too", async () => {
  const files = { "dags/a/t.yml": task("airflow.operators.python.ShortCircuitOperator", "retries: 1") };
  expect((await find("missing-argument", files)).map(({ message }) => message.slice(0, 48))).toEqual([
    "`ShortCircuitOperator` needs `python_callable`, ",
  ]);
});

describe("unknown-metadata-key", () => {
  const files = (...lines: readonly string[]) => ({ "dags/a/METADATA.yml": meta(...lines), "dags/a/t.yml": bash() });

  test("what is misplaced or misspelt is an error", async () => {
    const found = await find(
      "unknown-metadata-key",
      files("retries: 2", "descripton: x", "default_args: {max_active_runs: 1, ownre: me}", "layer: gold"),
    );
    expect(found.map(({ severity, subject }) => `${severity} ${subject.key}`)).toEqual([
      "error retries",
      "error descripton",
      "error default_args.max_active_runs",
      "error default_args.ownre",
      "warning layer",
    ]);
  });

  test("what a template of the file uses, and what some operator takes, is left alone", async () => {
    expect(await keys("unknown-metadata-key", files("layer: gold", "description: 'the {{ layer }} layer'"))).toEqual(
      [],
    );
    expect(await keys("unknown-metadata-key", files("default_args: {cwd: /tmp, bash_command: x}"))).toEqual([]);
  });

  test("default_args are not judged where an operator is not known", async () => {
    const some = { ...files("default_args: {colour: red}"), "dags/a/u.yml": task("somewhere.else.Operator") };
    expect(await keys("unknown-metadata-key", some)).toEqual([]);
  });

  test("groups have keys of their own", async () => {
    const group = {
      "dags/a/g/METADATA.yml": meta("tooltip: x", "suffix_group_id: true", "schedule: '@daily'"),
      "dags/a/g/t.yml": bash(),
    };
    expect(await keys("unknown-metadata-key", group)).toEqual(["schedule"]);
  });
});

describe("catchup-backfill", () => {
  const runs = async (lines: readonly string[], before: string | null, config = "") => {
    const file = "dags/a/METADATA.yml";
    const example = {
      shows: "",
      files: { [file]: meta(...lines), "dags/a/t.yml": bash(), "windsock.yml": config || "{}\n" },
      before: { [file]: before, "dags/a/t.yml": before === null ? null : bash() },
    };
    const head = await readProject(memorySnapshot(filesOf(example), "head", Date.UTC(2024, 0, 11)));
    const other = await readProject(memorySnapshot(beforeOf(example) ?? {}));
    return checkProject(head, other)
      .filter(({ rule }) => rule === "catchup-backfill")
      .map(({ message }) => message.slice(0, 16));
  };
  const START = "start_date: !datetime [2024, 1, 1]";

  test("of a new DAG, by cron, preset and timedelta, to the date of the commit", async () => {
    expect(await runs(["schedule: '0 4 * * *'", START], null)).toEqual(["Up to 9 runs of "]);
    expect(await runs(["schedule: '@hourly'", START, "catchup: true"], null)).toEqual(["Up to 240 runs o"]);
    expect(await runs(["schedule: !timedelta 'hours: 12'", START], null)).toEqual(["Up to 20 runs of"]);
    expect(await runs(["schedule: '@daily'", START, "end_date: !datetime [2024, 1, 4]"], null)).toEqual([
      "Up to 4 runs of ",
    ]);
  });

  test("of an old DAG only where `catchup` turns on, and never without it", async () => {
    const off = meta("schedule: '@daily'", START, "catchup: false");
    expect(await runs(["schedule: '@daily'", START, "catchup: true"], off)).toEqual(["Up to 10 runs of"]);
    expect(await runs(["schedule: '@daily'", START], meta("schedule: '@daily'", START))).toEqual([]);
    expect(await runs(["schedule: '@daily'", START, "catchup: false"], null)).toEqual([]);
  });

  test("from as many runs on as the configuration says", async () => {
    expect(await runs(["schedule: '@daily'", START], null, "rules: { catchup-backfill: { above: 10 } }\n")).toEqual([]);
  });
});

describe("literal-secret", () => {
  test.each([
    ["db_password", "correct-horse"],
    ["api_key", "3f9a8c7b6d5e4f3a2b1c"],
    ["url", "postgresql://baker:s3cr3t@db.example.com/loaves"],
    ["note", `ghp_${"a1B2".repeat(9)}`],
  ])("%s: %s is one", (key, value) => {
    expect(looksSecret(key, value)).not.toBeNull();
  });

  test.each([
    ["password", "{{ conn.mill.password }}"],
    ["password", "MILL_PASSWORD"],
    ["password", "changeme"],
    ["secret", "mill-password-secret"],
    ["token", "next_page"],
    ["url", "postgresql://baker:{{ var.value.pw }}@db/loaves"],
    ["url", "https://example.com:8080/a@b"],
    ["postgres_conn_id", "warehouse_primary"],
    ["sql", "select password from users where token = 'x'"],
  ])("%s: %s is none", (key, value) => {
    expect(looksSecret(key, value)).toBeNull();
  });
});

describe("the way out", () => {
  test("of a dropped argument names the class that would take it", async () => {
    const sensor =
      "operator: airflow.providers.standard.sensors.time_delta.TimeDeltaSensorAsync\ndelta: !timedelta 'hours: 1'\nmode: poke\n";
    const own =
      "from airflow.models import BaseOperator\nclass Base(BaseOperator):\n    def __init__(self, oven, **kwargs):\n        super().__init__(**kwargs)\nclass Middle(Base):\n    def __init__(self, **kwargs):\n        super().__init__(**kwargs)\nclass Bake(Middle):\n    def __init__(self, loaves, **kwargs):\n        super().__init__(**kwargs)\n";
    const files = {
      "dags/a/wait.yml": sensor,
      "dags/a/bake.yml": "operator: local.Bake\nloaves: 2\noven: hot\n",
      "operators/bake.py": own,
    };
    expect((await find("dropped-argument", files)).map(({ message }) => message)).toEqual([
      "`oven` does not reach `Bake`: gusty does not pass it on, although `Base` above it would take it.",
      "`mode` does not reach `TimeDeltaSensorAsync`: gusty does not pass it on, although `BaseSensorOperator` above it would take it.",
    ]);
  });

  test("of dependencies in another shape shows the shape", async () => {
    const files = { "dags/a/t.yml": bash("dependencies: knead"), "dags/b/t.yml": bash("external_dependencies: a") };
    expect((await find("dependency-shape", files)).map(({ advice }) => advice?.split("\n").slice(1))).toEqual([
      ["dependencies:", "  - name_of_a_task"],
      ["external_dependencies:", "  a:", "    tasks: [name_of_a_task]", "    timeout: 600"],
    ]);
  });

  test("of a task that is not there names those that are", async () => {
    const files = {
      "dags/a/t.yml": bash("external_dependencies:", "  - b: something_else"),
      ...Object.fromEntries(["p", "q", "r", "s", "u", "v"].map((name) => [`dags/b/${name}.yml`, bash()])),
    };
    expect((await find("unknown-external", files)).map(({ advice }) => advice)).toEqual([
      "Tasks of `b`: `p`, `q`, `r`, `s`, `u` and 1 more; `all` waits for the whole DAG.",
    ]);
  });
});

describe("schedule-mismatch", () => {
  const at = (schedule: string, start = "!datetime [2024, 1, 1]") =>
    meta(`schedule: '${schedule}'`, "catchup: false", `default_args: {start_date: ${start}}`);
  const pair = (own: string, other: string, ...lines: readonly string[]) => ({
    "dags/shop/METADATA.yml": own,
    "dags/shop/sell.yml": bash(...(lines.length > 0 ? lines : ["external_dependencies: [{bakery: bake}]"])),
    "dags/bakery/METADATA.yml": other,
    "dags/bakery/bake.yml": bash(),
  });
  const advice = async (files: Readonly<Record<string, string>>) =>
    (await find("schedule-mismatch", files)).map((one) => one.advice?.split("\n").at(-1)?.trim());

  test("the delta that aligns them, where there is one", async () => {
    expect(await advice(pair(at("0 6 * * *"), at("30 4 * * *")))).toEqual([
      "execution_delta: !timedelta 'minutes: 90'",
    ]);
    expect(await advice(pair(at("0 6 * * *"), at("0 6 1 * *").replace("0 6 1", "0 5 1")))).toEqual([
      "Align the schedules, or give the sensor an `execution_date_fn`.",
    ]);
  });

  test("nothing where they meet sometimes, where a delta bridges them, or where one is not by the clock", async () => {
    expect(await advice(pair(at("0 6 * * *"), at("0 */6 * * *")))).toEqual([]);
    expect(
      await advice(
        pair(
          at("0 0 1 1 *"),
          at("0 0 31 12 *"),
          "external_dependencies: {bakery: {tasks: [bake], execution_delta: !timedelta 'days: 1'}}",
        ),
      ),
    ).toEqual([]);
    expect(await advice(pair(at("0 6 * * *"), meta("schedule: null")))).toEqual([]);
    expect(await advice(pair(at("0 6 * * *"), at("@once")))).toEqual([]);
  });

  const every = (delta: string, start: string, catchup = "true") =>
    meta(`schedule: !timedelta '${delta}'`, `catchup: ${catchup}`, `default_args: {start_date: !datetime [${start}]}`);

  test("presets, timedeltas and cron expressions are compared with each other", async () => {
    const sixAt = (minutes: string) => every("hours: 6", `2024, 1, 1, 0, ${minutes}`);
    expect(await advice(pair(at("@daily"), at("0 0 * * *")))).toEqual([]);
    expect(await advice(pair(at("@daily"), at("0 4 * * *")))).toEqual(["execution_delta: !timedelta 'hours: 20'"]);
    expect(await advice(pair(at("0 6 * * *"), sixAt("0")))).toEqual([]);
    expect(await advice(pair(at("0 6 * * *"), sixAt("30")))).toEqual(["execution_delta: !timedelta 'minutes: 330'"]);
    expect(await advice(pair(sixAt("30"), at("0 * * * *")))).toEqual(["execution_delta: !timedelta 'minutes: 30'"]);
    expect(await advice(pair(sixAt("0"), every("minutes: 90", "2023, 5, 1")))).toEqual([]);
    expect(await advice(pair(sixAt("30"), every("hours: 2", "2023, 5, 1")))).toEqual([
      "execution_delta: !timedelta 'minutes: 30'",
    ]);
    expect(await advice(pair(every("hours: 2", "2024, 1, 1, 0, 30"), sixAt("0")))).toEqual([
      "Align the schedules, or give the sensor an `execution_date_fn`.",
    ]);
    const [finding] = await find("schedule-mismatch", pair(at("0 6 * * *"), sixAt("30")));
    expect(finding?.message).toBe(
      "`wait_for_bakery_bake` waits for a run of `bakery` (every 6 hours from its start date) at each logical date of `shop` (`0 6 * * *`), and there is none all year: each time it waits 1 hour and then fails, once: sensor timeouts are not retried.",
    );
  });

  test("what nobody can tell is a notice", async () => {
    const said = async (files: Readonly<Record<string, string>>) =>
      (await find("schedule-mismatch", files)).map(({ severity, message }) => [
        severity,
        message.split(":")[1]?.trim(),
      ]);
    const late = every("hours: 7", "2024, 1, 1", "false");
    expect(await said(pair(at("0 6 * * *"), late))).toEqual([
      [
        "notice",
        "`bakery` has a timedelta as schedule and no `catchup`, so that its dates depend on when it is switched on. Where there is none of its own logical date, it waits 1 hour and then fails, once",
      ],
    ]);
    // Airflow 2 counts from 1970 then, and this start date is one of those dates.
    expect(await said(pair(at("0 6 * * *"), every("hours: 6", "2024, 1, 1", "false")))).toEqual([]);
    expect(await said(pair(at("0 6 * * *"), meta("schedule: '@continuous'", "max_active_runs: 1")))).toEqual([
      [
        "notice",
        "`bakery` runs continuously, at no fixed dates. Where there is none of its own logical date, it waits 1 hour and then fails, once",
      ],
    ]);
  });

  test.each(['[Dataset("s3://bread")]', 'Dataset("s3://bread") | Dataset("s3://rolls")'])(
    "a schedule of %s has no dates that anybody can tell",
    async (schedule) => {
      const files = {
        ...pair(at("0 6 * * *"), ""),
        "dags/dags.py": `import os\nfrom airflow.datasets import Dataset\nfrom gusty import create_dag\nhere = os.path.dirname(__file__)\nshop = create_dag(os.path.join(here, "shop"), latest_only=False)\nbakery = create_dag(os.path.join(here, "bakery"), latest_only=False, schedule=${schedule})\n`,
        "dags/bakery/METADATA.yml": "tags: [a]\n",
      };
      const [finding] = await find("schedule-mismatch", files);
      expect([finding?.severity, finding?.effect]).toEqual(["notice", "surprises"]);
      expect(finding?.message).toContain("`bakery` runs when its datasets are updated, at no fixed dates");
    },
  );

  test("a delta that misses is said too", async () => {
    const files = pair(
      at("0 6 * * *"),
      at("0 4 * * *"),
      "external_dependencies: {bakery: {tasks: [bake], execution_delta: !timedelta 'hours: 1'}}",
    );
    expect(await advice(files)).toEqual(["execution_delta: !timedelta 'hours: 2'"]);
  });
});
