import type { Tree } from "../generator/projects.ts";
import { BASH, dagFolder, ownDags, type Pick, type Planter } from "./planters.ts";

const generated = `# windsock: generated
from airflow import DAG
from airflow.providers.standard.operators.bash import BashOperator

with DAG(dag_id="meadow") as dag:
    mow = BashOperator(task_id="mow", bash_command="echo")
`;

/** Schedules as METADATA.yml has them. */
const SCHEDULES = [
  "'@daily'",
  "'@hourly'",
  "'@weekly'",
  "'@monthly'",
  "'0 4 * * *'",
  "'0 6 * * *'",
  "'30 */6 * * *'",
  "'0 0 * * mon-fri'",
  "'0 0 * * fri#2'",
  "'0 0 l * *'",
  "'0 4 * * * 30'",
  "!timedelta 'hours: 6'",
  "!timedelta 'days: 1'",
  "!timedelta 'minutes: 45'",
  "!timedelta 'days: 7'",
  "null",
  "'@once'",
];
const ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"];
const STARTS = ["2024, 1, 1", "2024, 1, 1, 2, 30", "2023, 11, 5"];
const DELTAS = ["", "", "", "hours: 2", "days: 1", "minutes: 90"];

const waiting = (dag: string, task: string, delta: string): string =>
  `${BASH}external_dependencies:\n  ${dag}:\n    tasks: [${task}]\n${delta ? `    execution_delta: !timedelta '${delta}'\n` : ""}`;

/** A DAG folder of its own entry point, on a schedule and with a start in a time zone. */
function scheduled(tree: Tree, pick: Pick, entry: string, dag: string, files: Readonly<Record<string, string>>): Tree {
  const start = `default_args={"start_date": pendulum.datetime(${pick(STARTS)}, tz="${pick(ZONES)}")}`;
  const metadata = `schedule: ${pick(SCHEDULES)}\n${pick(["", "catchup: true\n", "catchup: false\n"])}`;
  const own = Object.fromEntries(Object.entries(files).map(([name, text]) => [`${dag}/${name}`, text]));
  return ownDags(
    tree,
    { [`${dag}/METADATA.yml`]: metadata, ...own },
    {
      call: `latest_only=False, ${start}`,
      head: "import pendulum\n",
      entry,
    },
  );
}

/** For each rule whose fault lies between DAGs what puts it into a project. */
export const DAG_FAULTS: Readonly<Record<string, Planter>> = {
  "duplicate-dag-id": (tree, pick) => {
    const id = dagFolder(tree, pick).slice("dags/farm/".length);
    return { tree: ownDags(tree, { [`${pick([id, id, "meadow"])}/planted.yml`]: BASH }) };
  },
  "defined-twice": (tree, pick) => {
    const inside = pick([true, true, false]);
    const folder = inside ? "dags/generated" : "generated";
    const text = pick([generated, generated, generated.replaceAll("meadow", "byre")]);
    const files = {
      "windsock.yml": `generated: {directory: ${folder}}\n`,
      [`${folder}/${/dag_id="(\w+)"/.exec(text)?.[1]}.py`]: text,
    };
    return { tree: { ...ownDags(tree, { "meadow/mow.yml": BASH }), ...files } };
  },
  "unknown-external": (tree, pick) => {
    const target = pick([
      ["meadow", "mown"],
      ["medow", "mow"],
      ["nowhere", "all"],
      ["meadow", "plot.mow"],
      ["meadow", "mow"],
      ["meadow", "all"],
    ] as const);
    const settings = pick(["", "    timeout: 600\n", "    check_existence: true\n", "    soft_fail: true\n"]);
    return {
      tree: ownDags(tree, {
        "meadow/mow.yml": BASH,
        "byre/feed.yml": waiting(target[0], target[1], "") + settings,
      }),
    };
  },
  "orphaned-sensor": (tree, pick) => {
    const feed = { "byre/feed.yml": waiting("meadow", pick(["mow", "mow", "all"]), "") };
    const after = pick<Readonly<Record<string, string>>>([
      { "meadow/rake.yml": BASH },
      { "meadow/mow_all.yml": BASH },
      { "pasture/mow.yml": BASH },
      {},
      { "meadow/mow.yml": BASH },
    ]);
    return { tree: ownDags(tree, { ...feed, ...after }), before: ownDags(tree, { ...feed, "meadow/mow.yml": BASH }) };
  },
  "cross-dag-cycle": (tree, pick) => {
    const delta = pick(["", "", "days: 1"]);
    const shape = pick(["two", "three", "behind", "whole", "none"]);
    const files: Record<string, string> = {
      "byre/feed.yml": waiting("meadow", shape === "whole" ? "all" : "mow", delta),
    };
    if (shape === "two" || shape === "whole") files["meadow/mow.yml"] = waiting("byre", "feed", "");
    if (shape === "three") {
      files["meadow/mow.yml"] = waiting("pasture", "graze", "");
      files["pasture/graze.yml"] = waiting("byre", "feed", "");
    }
    if (shape === "behind") {
      files["meadow/rake.yml"] = waiting("byre", "feed", "");
      files["meadow/mow.yml"] = `${BASH}dependencies: [rake]\n`;
    }
    if (shape === "none") {
      files["meadow/rake.yml"] = waiting("byre", "feed", "");
      files["meadow/mow.yml"] = BASH;
    }
    return { tree: ownDags(tree, files) };
  },
  "schedule-mismatch": (tree, pick) => {
    const target = scheduled(tree, pick, "planted", "meadow", { "mow.yml": BASH });
    const feed = { "feed.yml": waiting("meadow", "mow", pick(DELTAS)) };
    return { tree: scheduled(target, pick, "planted_too", "byre", feed) };
  },
};

/** Projects for gusty before 0.8, which most others are too new for: DAGs that wait for each other's tasks by lists. */
export const oldProject: Planter = (_, pick) => {
  const entries = Array.from({ length: pick([1, 2, 3, 4]) }, () => {
    const [dag, task] = [pick(["meadow", "pasture", "nowhere"]), pick(["mow", "rake", "all"])];
    return `  - ${dag}: ${task}\n`;
  });
  const names = ["byre", "meadow", "pasture"];
  const calls = names.map((name) => `${name} = create_dag(os.path.join(here, "${name}"), latest_only=False)\n`);
  const entry = `import os\n\nfrom airflow import DAG  # noqa: F401\nfrom gusty import create_dag\n\nhere = os.path.dirname(__file__)\n${calls.join("")}`;
  const files = Object.fromEntries(
    names.slice(1).flatMap((name) => ["mow", "rake"].map((task) => [`dags/${name}/${task}.yml`, BASH])),
  );
  const feed = `${BASH}${pick(["", "retries: 2\n"])}external_dependencies:\n${entries.join("")}${pick(["", "dependencies: [clean]\n"])}`;
  return { tree: { "dags/entry.py": entry, ...files, "dags/byre/feed.yml": feed, "dags/byre/clean.yml": BASH } };
};
