import type { Tree } from "../generator/projects.ts";

/** One of some items, by the seed. */
export type Pick = <T>(items: readonly T[]) => T;

/** A project with a fault in it, and for rules about changes the version before. */
export interface Planted {
  readonly tree: Tree;
  readonly before?: Tree;
}

/** Puts a fault for one rule into a project; `null` where there is no place for it. Some faults are none, to see that nothing is said. */
export type Planter = (tree: Tree, pick: Pick) => Planted | null;

export const BASH = "operator: airflow.providers.standard.operators.bash.BashOperator\nbash_command: echo\n";
const SQL = "airflow.providers.common.sql.operators.sql";
const SENSORS = "airflow.providers.standard.sensors";

/** The folder of one of the DAGs. */
export function dagFolder(tree: Tree, pick: Pick): string {
  const folders = Object.keys(tree).flatMap((path) => /^dags\/farm\/[^/]+(?=\/)/.exec(path)?.[0] ?? []);
  return pick([...new Set(folders)]);
}

/** A file of a DAG: new, or instead of one. */
const withFile =
  (name: string, ...texts: readonly (string | Uint8Array)[]): Planter =>
  (tree, pick) => ({ tree: { ...tree, [`${dagFolder(tree, pick)}/${name}`]: pick(texts) } });

/** Another file each time. */
const withFiles =
  (...files: readonly Readonly<Record<string, string | Uint8Array>>[]): Planter =>
  (tree, pick) => {
    const folder = dagFolder(tree, pick);
    const own = Object.entries(pick(files)).map(([name, text]) => [`${folder}/${name}`, text] as const);
    return { tree: { ...tree, ...Object.fromEntries(own) } };
  };

const isMapping = (text: string | Uint8Array | undefined): text is string =>
  typeof text === "string" && text.endsWith("\n") && !text.includes("\r");

/** Lines behind those of a task file in YAML that has not got the key; a new task where there is none. */
const inTask =
  (...lines: readonly string[]): Planter =>
  (tree, pick) => {
    const line = pick(lines);
    const key = /^[\w"'-]+/.exec(line)?.[0] ?? line;
    const own = `${dagFolder(tree, pick)}/planted.yml`;
    const found = Object.keys(tree).filter(
      (path) =>
        /^dags\/farm\/.*(?<!METADATA)\.ya?ml$/.test(path) &&
        isMapping(tree[path]) &&
        !`\n${tree[path]}`.includes(`\n${key}`),
    );
    const path = pick([own, ...found]);
    return { tree: { ...tree, [path]: `${tree[path] ?? BASH}${line}\n` } };
  };

/** The same in the METADATA.yml of a DAG. */
export const inMetadata =
  (...lines: readonly string[]): Planter =>
  (tree, pick) => {
    const path = `${dagFolder(tree, pick)}/METADATA.yml`;
    const line = pick(lines);
    const before = tree[path] ?? "";
    const key = /^[\w"'-]+/.exec(line)?.[0] ?? line;
    if (typeof before !== "string" || `\n${before}`.includes(`\n${key}:`)) return null;
    return { tree: { ...tree, [path]: `${before}${line}\n` } };
  };

/** Two planters one after the other. */
const both =
  (first: Planter, second: Planter): Planter =>
  (tree, pick) => {
    const one = first(tree, pick);
    return one && second(one.tree, pick);
  };

/** DAGs of an entry point of their own. */
export const ownDags = (
  tree: Tree,
  files: Readonly<Record<string, string>>,
  { call = "latest_only=False", head = "", entry = "planted" } = {},
): Tree => ({
  ...tree,
  [`dags/${entry}.py`]: `import os\nfrom datetime import datetime, timedelta\n\nfrom gusty import create_dags\n${head}\ncreate_dags(os.path.join(os.path.dirname(__file__), "${entry}"), globals(), ${call})\n`,
  ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`dags/${entry}/${name}`, text])),
});

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const PY = (header: string, body: string): string => `# ---\n${header.replaceAll(/^/gm, "# ")}\n# ---\n\n${body}`;

const CRONS = [
  "0 25 * * *",
  "* * *",
  "61 * * * *",
  "0 0 * * mon-fri",
  "0 0 l * *",
  "0 0 * * fri#2",
  "0 0 * * l5",
  "0 0 31 2 *",
  "0 4 * * * 30",
  "30 0 4 * * 8",
  "0 0 * 13 *",
  "@dayly",
  "@quarterly",
  "@weekly",
  "every day",
  "0 0 ? * 1",
  "0 0 * * 1#6",
  "5/15 * * * *",
  "0 0 * * sun,wed#1",
];

/** For each rule of effect *fails* or *dropped* what puts its fault into a project. */
export const FAULTS: Readonly<Record<string, Planter>> = {
  "unreadable-file": withFiles(
    { "planted.yml": latin1(`${BASH}doc: caf\xe9\n`) },
    { "planted.sql": latin1(`---\noperator: ${SQL}.SQLExecuteQueryOperator\n---\nselect 'caf\xe9'\n`) },
    { "planted.py": latin1("# ---\n# doc: caf\xe9\n# ---\n\nprint(1)\n") },
  ),
  "yaml-syntax": inTask(
    "planted: [a",
    'planted: "x',
    "planted: x: y",
    "planted:\n\t- x",
    "planted: @x",
    "planted: `x`",
    "planted: %x",
    "planted: {a: 1]",
    "- planted",
    "planted: 'it''s fine'",
    "planted: {a: [1, 2]}",
    "planted: 'a'b",
    "planted: &x 1\nplanted_too: *y",
  ),
  "unknown-tag": inTask(
    "doc_md: !nothing x",
    "retry_delay: !time_delta 'minutes: 5'",
    "retry_delay: !Timedelta 'minutes: 5'",
    "retry_delay: !timedelta 'minutes: 5'",
    "start_date: !date [2024, 1, 1]",
    "params: !!python/tuple [1]",
    "params: {a: !mine [1]}",
  ),
  "front-matter": withFiles(
    { "planted.sql": "select 1\n" },
    { "planted.sql": `---\noperator: ${SQL}.SQLExecuteQueryOperator\n\nselect 1\n` },
    { "planted.sql": `\n---\noperator: ${SQL}.SQLExecuteQueryOperator\n---\nselect 1\n` },
    { "planted.Rmd": "# Only words\n" },
    { "planted.yml": "- a\n- b\n" },
    { "planted.yml": "just words\n" },
    { "planted.yml": "" },
    { "planted.yml": `---\n${BASH}---\n` },
    { "planted.yml": `---\n${BASH}` },
    { "planted.ipynb": '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}' },
  ),
  "missing-operator": withFile("planted.yml", "retries: 1\n", "Operator: x\n", "operator:\n", BASH),
  "python-syntax": withFile(
    "planted.py",
    PY("python_callable: sow", "def sow()\n    return 1\n"),
    PY("python_callable: sow", "def sow():\n    return (1\n"),
    PY("python_callable: sow", "def sow():\n    return 1\n\n  x = 2\n"),
    PY("python_callable: sow", "def sow():\n    return 1\n\nprint 'old'\n"),
    PY("python_callable: sow", "def sow():\n    return 1\n"),
    PY("retries: 1", "print(1\n"),
  ),
  "missing-callable": withFile(
    "planted.py",
    PY("python_callable: sow", "def reap():\n    return 1\n"),
    PY("python_callable: sow", "async def sow():\n    return 1\n"),
    PY("python_callable: sow", "class Field:\n    def sow(self):\n        return 1\n"),
    PY("python_callable: sow", "from os import getcwd as sow\n"),
    PY("python_callable: sow", "if True:\n    def sow():\n        return 1\n"),
    PY("python_callable: sow\nextra_callables: {on_failure_callback: tell}", "def sow():\n    return 1\n"),
    PY("python_callable: sow", "def sow():\n    return 1\n"),
  ),
  "folder-shape": withFiles(
    { "_aside/deep/planted.yml": BASH },
    { ".aside/deep/planted.yml": BASH },
    { "farm/planted.yml": BASH },
    { "_aside/planted.yml": BASH },
  ),
  "invalid-id": withFiles(
    { "sow seeds.yml": BASH },
    { "all.yml": BASH },
    { "säen.yml": BASH },
    { [`${"s".repeat(251)}.yml`]: BASH },
    { [`${"s".repeat(249)}.yml`]: BASH },
    { "sow.seeds.yml": BASH },
    { "sow+seeds.yml": BASH },
    { "plot.one/METADATA.yml": "tooltip: x\n", "plot.one/planted.yml": BASH },
    { "plot one/METADATA.yml": "prefix_group_id: true\n", "plot one/planted.yml": BASH },
  ),
  "duplicate-task-id": withFiles(
    { "planted.yml": BASH, "planted.yaml": BASH },
    { "planted.yml": BASH, "Planted.yaml": BASH },
    { "planted.yml": BASH, "plot/planted.yml": BASH },
    { "plot.yml": BASH, "plot/planted.yml": BASH },
    { "plot_planted.yml": BASH, "plot/METADATA.yml": "prefix_group_id: true\n", "plot/planted.yml": BASH },
    { "latest_only.yml": BASH },
    { "planted.yml": `${BASH}multi_task_spec:\n  sow: {}\n`, "sow.yml": BASH },
  ),
  "dependency-shape": inTask(
    "dependencies: sow",
    "dependencies: [[sow]]",
    "dependencies: 5",
    "dependencies: [1]",
    "dependencies: {sow: x}",
    "external_dependencies: [o]",
    "external_dependencies: o",
    "external_dependencies: {o: [a]}",
    "external_dependencies: {o: {tasks: all}}",
    "external_dependencies: [{o: [a]}]",
    "external_dependencies: {o: {timeout: 5}}",
  ),
  "dependency-cycle": withFiles(
    { "sow.yml": `${BASH}dependencies: [reap]\n`, "reap.yml": `${BASH}dependencies: [sow]\n` },
    { "sow.yml": `${BASH}dependencies: [sow]\n` },
    {
      "sow.yml": `${BASH}dependencies: [plot]\n`,
      "plot/METADATA.yml": "dependencies: [sow]\n",
      "plot/weed.yml": BASH,
    },
    {
      "sow.yml": `${BASH}dependencies: [weed]\n`,
      "weed.yml": `${BASH}dependencies: [reap]\n`,
      "reap.yml": `${BASH}dependencies: [sow]\n`,
    },
    { "sow.yml": `${BASH}dependencies: [reap]\n`, "reap.yml": BASH },
  ),
  "root-or-leaf-edges": both(
    inMetadata(
      "root_tasks: [sow]",
      "leaf_tasks: [reap]",
      "root_tasks: [reap]",
      "leaf_tasks: [sow]",
      "root_tasks: [weed]",
    ),
    withFiles({
      "sow.yml": BASH,
      "reap.yml": `${BASH}dependencies: [sow]\n`,
      "weed.yml": BASH,
    }),
  ),
  "refused-argument": withFile(
    "planted.yml",
    `operator: ${SQL}.SQLColumnCheckOperator\ntable: x\ncolumn_mapping: {a: {min: {geq_to: 1}}}\nsql: select 1\n`,
    `operator: ${SQL}.SQLTableCheckOperator\ntable: x\nchecks: {a: {check_statement: 'a > 1'}}\nsql: select 1\n`,
    `operator: ${SQL}.SQLTableCheckOperator\ntable: x\nchecks: {a: {check_statement: 'a > 1'}}\n`,
    `operator: ${SQL}.SQLIntervalCheckOperator\ntable: x\nmetrics_thresholds: {a: 1}\nsql1: select 1\n`,
    `${BASH}kwargs: {a: 1}\n`,
    `${BASH}self: x\n`,
    `operator: ${SENSORS}.bash.BashSensor\nbash_command: 'true'\nkwargs: {a: 1}\n`,
  ),
  "missing-argument": withFile(
    "planted.yml",
    "operator: airflow.providers.standard.operators.bash.BashOperator\nretries: 1\n",
    `operator: ${SENSORS}.bash.BashSensor\n`,
    `operator: ${SQL}.SQLExecuteQueryOperator\n`,
    `operator: ${SQL}.SQLValueCheckOperator\nsql: select 1\n`,
    "operator: airflow.providers.standard.operators.trigger_dagrun.TriggerDagRunOperator\n",
    `operator: ${SENSORS}.time_delta.TimeDeltaSensor\n`,
    "operator: airflow.providers.standard.operators.empty.EmptyOperator\n",
  ),
  "unknown-operator": withFile(
    "planted.yml",
    "operator: airflow.providers.standard.operators.bash.BashOperater\nbash_command: echo\n",
    "operator: airflow.providers.standard.operators.bsh.BashOperator\nbash_command: echo\n",
    "operator: BashOperator\nbash_command: echo\n",
    "operator: local.Nowhere\n",
    "operator: airflow.providers.standard.operators.bash\n",
    `operator: ${SENSORS}.bash.BashSensors\nbash_command: 'true'\n`,
    "operator: airflow.operators.bash.BashOperator\nbash_command: echo\n",
  ),
  "invalid-schedule": inMetadata(...CRONS.map((cron) => `schedule: '${cron}'`)),
  "missing-start-date": (tree, pick) => ({
    tree: ownDags(tree, {
      "meadow/METADATA.yml": pick([
        "schedule: '@daily'\n",
        "schedule: '0 4 * * *'\ncatchup: true\n",
        "schedule: null\n",
        "tags: [a]\n",
        "schedule: '@daily'\ndefault_args: {start_date: !datetime [2024, 1, 1]}\n",
      ]),
      "meadow/planted.yml": `${BASH}${pick(["", "start_date: !datetime [2024, 1, 1]\n"])}`,
    }),
  }),
  "fails-to-build": inMetadata(
    "text: x",
    "self: x",
    "1: x",
    "root_tasks: 5",
    "description: '{{ open'",
    "default_args: text",
    "dag_id: x",
    "start_date: 5",
    "default_args: {trigger_rule: all_fine}",
    "params: [1]",
  ),
  "ignored-file": withFiles(
    { "planted.YML": BASH },
    { "planted.Yaml": BASH },
    { "planted.rmd": `---\n${BASH}---\n` },
    { "planted.SQL": `---\noperator: ${SQL}.SQLExecuteQueryOperator\n---\nselect 1\n` },
    { "planted.Py": "print(1)\n" },
    { "_aside/METADATA.yml": "tooltip: x\n" },
    { "planted.md": BASH },
  ),
  "unknown-dependency": inTask(
    "dependencies:\n  - sow",
    "dependencies:\n  - a\n  - sow",
    "dependencies: [sow, a]",
    "dependencies: [latest_only]",
    "dependencies: [A]",
    "dependencies: [planted.yml]",
    "dependencies:\n  - barn",
  ),
  "misnamed-key": inTask(
    "depends_on: [a]",
    "depends_on:\n  - a",
    "dependency: [a]",
    "external_dependency:\n  - o: a",
    "Dependencies: [a]",
    "upstream: [a]",
    "external-dependencies:\n  - o: a",
  ),
  "unknown-root-or-leaf": inMetadata(
    "root_tasks: [sow]",
    "leaf_tasks: [sow]",
    "root_tasks:\n  - sow",
    "leaf_tasks:\n  - sow\n  - reap",
    "root_tasks: [sow.yml]",
  ),
  "unused-dependency-list": inMetadata(
    "dependencies: [a]",
    "dependencies:\n  - a\n  - barn",
    "dependencies: [o]",
    "dependencies: []",
  ),
  "sensor-override-lost": withFiles(
    {
      "planted.yml": `${BASH}external_dependencies:\n  tide:\n    tasks: [low]\n    timeout: 60\n`,
      "planted_too.yml": `${BASH}external_dependencies:\n  tide:\n    tasks: [low]\n    timeout: 90\n`,
    },
    {
      "planted.yml": `${BASH}external_dependencies:\n  - tide: ebb\n`,
      "planted_too.yml": `${BASH}external_dependencies:\n  tide:\n    tasks: [ebb]\n    mode: reschedule\n    retries: 1\n`,
    },
    {
      "planted.yml": `${BASH}external_dependencies:\n  tide:\n    tasks: [ebb]\n    timeout: 77\n`,
      "planted_too.yml": `${BASH}external_dependencies:\n  tide:\n    tasks: [ebb]\n    timeout: 77\n`,
    },
  ),
  "unknown-metadata-key": inMetadata(
    "retries: 4",
    "flavour: x",
    "owner: me",
    "default_args:\n  catchup: false\n  owner: me",
    "default_args:\n  owner: me\n  flavour: x",
    "max_active_run: 1",
    "retry_delay: !timedelta 'minutes: 1'",
  ),
  "unknown-argument": inTask(
    "retires: 3",
    "flavour: x",
    "retry_dely: !timedelta 'minutes: 1'",
    "layer: {a: 1}",
    "Retries: 3",
    "bash_comand: x",
  ),
  "dropped-argument": withFile(
    "planted.yml",
    `operator: ${SENSORS}.time_delta.TimeDeltaSensorAsync\ndelta: !timedelta 'hours: 1'\nmode: reschedule\n`,
    `operator: ${SENSORS}.time_delta.TimeDeltaSensorAsync\ndelta: !timedelta 'hours: 1'\ntimeout: 60\npoke_interval: 5\n`,
    `operator: ${SENSORS}.date_time.DateTimeSensorAsync\ntarget_time: '2024-01-01T00:00:00'\nsoft_fail: true\n`,
    `operator: ${SENSORS}.time_delta.TimeDeltaSensor\ndelta: !timedelta 'hours: 1'\nmode: reschedule\n`,
  ),
  "overwritten-key": inTask("task_id: other", "file_path: x", "absql_runner: x", "dag: x"),
  "airflow-3": inMetadata(
    "schedule_interval: '@daily'",
    "concurrency: 3",
    "orientation: LR",
    "default_view: grid",
    "fail_stop: true",
    "sla_miss_callback: null",
  ),
};
