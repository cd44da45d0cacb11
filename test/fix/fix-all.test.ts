import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { checkProject } from "../../src/check/check-project.ts";
import { dagHash } from "../../src/compare/dag-hash.ts";
import { applyFixes } from "../../src/fix/apply-edits.ts";
import { fixAll, withTexts } from "../../src/fix/fix-all.ts";
import { asPath } from "../../src/model/path.ts";
import type { Project } from "../../src/model/project.ts";
import type { Snapshot } from "../../src/model/snapshot.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

const BASH = "operator: airflow.operators.bash.BashOperator\nbash_command: echo\n";

type Files = Readonly<Record<string, string>>;

const ENTRY = `import os
from gusty import create_dags
create_dags(os.path.dirname(__file__), globals(), latest_only=False)
`;
const read = (snapshot: Snapshot): Promise<Project> => readProject(snapshot, { airflow: 2 });
const compiled = (project: Project) => project.dags.map((dag) => [dag.id, dagHash(dag, project.texts)]);

async function fixed(files: Files) {
  const snapshot = memorySnapshot({
    "dags/dags.py": ENTRY,
    "requirements.txt": "gusty==0.23.1\napache-airflow==2.11.2\n",
    ...files,
  });
  const result = await fixAll(snapshot, read);
  return { ...result, snapshot: withTexts(snapshot, result.files) };
}

/** One letter of a word left out, doubled or swapped with the next. */
const typo = (word: string, at: number, how: number): string => {
  const place = 1 + (at % (word.length - 2));
  const [head, letter, next, tail] = [
    word.slice(0, place),
    word.charAt(place),
    word.charAt(place + 1),
    word.slice(place + 2),
  ];
  if (how === 0) return head + next + tail;
  return how === 1 ? head + letter + letter + next + tail : head + next + letter + tail;
};

const KEYS = [
  "retries",
  "bash_command",
  "trigger_rule",
  "priority_weight",
  "execution_timeout",
  "depends_on_past",
  "max_active_tis_per_dag",
];
const VALUES: Readonly<Record<string, string>> = {
  retries: "3",
  bash_command: "echo loaf",
  trigger_rule: "all_done",
  priority_weight: "7",
  execution_timeout: "!timedelta 'minutes: 5'",
  depends_on_past: "true",
  max_active_tis_per_dag: "2",
};
const TASKS = ["sift_flour", "knead_dough", "heat_oven", "bake_bread", "cool_loaves", "wrap_orders"];

/** A right project, and the same one with some words mistyped. */
const project = fc
  .record({
    keys: fc.uniqueArray(fc.constantFrom(...KEYS.filter((key) => key !== "bash_command")), { maxLength: 4 }),
    edges: fc.uniqueArray(
      fc.tuple(fc.nat(4), fc.nat(4)).map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const),
      {
        maxLength: 6,
        selector: (edge) => edge.join(),
      },
    ),
    slips: fc.array(fc.record({ word: fc.nat(30), at: fc.nat(30), how: fc.nat(2) }), { minLength: 1, maxLength: 4 }),
    comment: fc.constantFrom("", "  # as the recipe says", "  # ä ö 🍞"),
    ends: fc.constantFrom("\n", "\r\n"),
    // Keys of METADATA.yml on the wrong level, and files with the wrong name: a task by number, 6 for METADATA.yml.
    misplaced: fc.subarray(["catchup", "retry_delay"]),
    misnamed: fc.uniqueArray(fc.nat(6), { maxLength: 2 }),
  })
  .map(({ keys, edges, slips, comment, ends, misplaced, misnamed }) => {
    const write = (spell: (word: string) => string, wrongly: boolean): Files => {
      const isMisplaced = (key: string) => wrongly && misplaced.includes(key);
      const named = (right: string, wrong: string, index: number) =>
        wrongly && misnamed.includes(index) ? wrong : right;
      const task = (index: number) => {
        const own = keys.map((key) => `${spell(key)}: ${VALUES[key]}${comment}`);
        const before = edges
          .filter(([, down]) => down === index)
          .map(([up]) => `  - ${spell(TASKS[up] ?? "")}${comment}`);
        const lines = ["operator: airflow.operators.bash.BashOperator", "bash_command: echo loaf", ...own];
        return [...lines, ...(before.length > 0 ? ["dependencies:", ...before] : []), ""].join(ends);
      };
      const catchup = ["# Only from today", `catchup: false${comment}`];
      const delay = `${isMisplaced("retry_delay") ? "retry_delay" : spell("retry_delay")}: !timedelta 'minutes: 1'`;
      const metadata = [
        "schedule: '@daily'",
        ...(isMisplaced("catchup") ? [] : catchup),
        ...(isMisplaced("retry_delay") ? [delay] : []),
        `${spell("description")}: Bread`,
        `${spell("max_active_runs")}: 1`,
      ];
      const defaults = [
        "default_args:",
        "  start_date: !datetime [2024, 1, 1]",
        ...(isMisplaced("catchup") ? catchup.map((line) => `  ${line}`) : []),
        ...(isMisplaced("retry_delay") ? [] : [`  ${delay}`]),
        "",
      ];
      return {
        [`dags/bakery/METADATA.${named("yml", "yaml", 6)}`]: [...metadata, ...defaults].join(ends),
        ...Object.fromEntries(
          TASKS.map((name, index) => [`dags/bakery/${name}.${named("yml", "YML", index)}`, task(index)]),
        ),
      };
    };
    const words = [...keys, ...edges.map(([up]) => TASKS[up] ?? ""), "description", "max_active_runs", "retry_delay"];
    const wrong = new Map(
      slips.map(({ word, at, how }) => {
        const meant = words[word % words.length] ?? "";
        return [meant, typo(meant, at, how)];
      }),
    );
    return { right: write((word) => word, false), wrong: write((word) => wrong.get(word) ?? word, true), slips: wrong };
  });

let trips = 0;
let edits = 0;

test("what is fixed compiles to what was meant, and a second run changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(project, async ({ right, wrong }) => {
      const once = await fixed(wrong);
      const meant = await fixed(right);
      expect([...meant.files.keys()]).toEqual([]);
      const result = await read(once.snapshot);
      const left = checkProject(result, null);
      // Every word that gets a safe fix is mended; what is left has none.
      expect(left.filter((finding) => finding.fix?.safe)).toEqual([]);
      if (left.length === 0) expect(compiled(result)).toEqual(compiled(await read(meant.snapshot)));
      expect((await fixAll(once.snapshot, read)).files.size).toBe(0);
      trips += left.length === 0 ? 1 : 0;
      edits += once.applied.length;
    }),
    { numRuns: 60, seed: 6 },
  );
  expect(trips).toBeGreaterThan(40);
  expect(edits).toBeGreaterThan(100);
}, 30_000);

describe("fixes", () => {
  test("keep comments, quotes, line ends and everything else", async () => {
    const { files } = await fixed({
      "dags/bakery/bake.yml":
        "operator: airflow.operators.bash.BashOperator # bash\r\nbash_command: 'echo'   # says nothing\r\nretires: 3  # three\r\n",
    });
    expect(files.get(asPath("dags/bakery/bake.yml"))?.after).toBe(
      "operator: airflow.operators.bash.BashOperator # bash\r\nbash_command: 'echo'   # says nothing\r\nretries: 3  # three\r\n",
    );
  });

  test("what stands under `default_args` by mistake moves out with its comments, and the other way round", async () => {
    const { files } = await fixed({
      "dags/bakery/METADATA.yml": [
        "schedule: '@daily'",
        "# Of each task",
        "retries: 2  # two",
        "",
        "# For all of them",
        "default_args:  # here",
        "  owner: baker",
        "  # Only from today",
        "  catchup: false  # no",
        "  tags:",
        "  - bread",
        "  start_date: !datetime [2024, 1, 1]",
        "",
      ].join("\r\n"),
      "dags/bakery/bake.yml": BASH,
    });
    expect(files.get(asPath("dags/bakery/METADATA.yml"))?.after.split("\r\n")).toEqual([
      "schedule: '@daily'",
      "",
      "# Only from today",
      "catchup: false  # no",
      "tags:",
      "- bread",
      "# For all of them",
      "default_args:  # here",
      "  owner: baker",
      "  start_date: !datetime [2024, 1, 1]",
      "  # Of each task",
      "  retries: 2  # two",
      "",
    ]);
  });

  test("a key alone under `default_args`, and one without any", async () => {
    const alone = await fixed({
      "dags/bakery/METADATA.yml": "schedule: null\ndefault_args:\n  catchup: false\n",
      "dags/bakery/bake.yml": BASH,
    });
    expect([...alone.files.values()].map(({ after }) => after)).toEqual(["schedule: null\ncatchup: false\n"]);
    const none = await fixed({
      "dags/bakery/METADATA.yml": "schedule: null\nretries: 2",
      "dags/bakery/bake.yml": BASH,
    });
    expect([...none.files.values()].map(({ after }) => after)).toEqual([
      "schedule: null\ndefault_args:\n  retries: 2\n",
    ]);
  });

  test.each([
    ["default_args: {catchup: false, owner: baker}\n"],
    ["catchup: true\ndefault_args:\n  owner: baker\n  catchup: false\n"],
    ["default_args: &all\n  owner: baker\n  catchup: false\n"],
  ])("%j is left as it is", async (text) => {
    const { files } = await fixed({ "dags/bakery/METADATA.yml": text, "dags/bakery/bake.yml": BASH });
    expect(files.size).toBe(0);
  });

  test("files get the names that gusty reads", async () => {
    const { files, snapshot } = await fixed({
      "dags/bakery/metadata.yaml": "catchup: false\n",
      "dags/bakery/oven/METADATA.YML": "tooltip: hot\n",
      "dags/bakery/knead.YML": BASH,
      "dags/bakery/oven/bake.yml": `${BASH}dependencies: [kneed]\n`,
    });
    expect([...files].map(([path, { from }]) => `${from} ${path}`).sort()).toEqual([
      "dags/bakery/knead.YML dags/bakery/knead.yml",
      "dags/bakery/metadata.yaml dags/bakery/METADATA.yml",
      "dags/bakery/oven/METADATA.YML dags/bakery/oven/METADATA.yml",
      "dags/bakery/oven/bake.yml dags/bakery/oven/bake.yml",
    ]);
    const [dag] = (await read(snapshot)).dags;
    expect(dag?.tasks.map(({ id }) => id)).toEqual(["knead", "bake"]);
    expect(dag?.settings.map(({ key }) => key)).toContain("catchup");
  });

  test("nothing is renamed onto another file, or to a task that is there", async () => {
    const { files } = await fixed({
      "dags/bakery/METADATA.yml": "catchup: false\n",
      "dags/bakery/METADATA.YML": "catchup: true\n",
      "dags/bakery/bake.yml": BASH,
      "dags/bakery/bake.YML": BASH,
      "dags/bakery/sift.SQL": `---\n${BASH}---\n`,
      "dags/bakery/sift.yml": BASH,
      "dags/bakery/cool.YML": BASH,
      "dags/bakery/cool.Yml": BASH,
      "dags/bakery/notes.YML": "buy: flour\n",
    });
    expect([...files.keys()]).toEqual([]);
  });

  test("moves to Airflow 3 leave the DAG of Airflow 2 as it is", async () => {
    const task = "operator: airflow.operators.bash.BashOperator\nbash_command: echo\n";
    const files = {
      "windsock.yml": "upgrade: 3\n",
      "dags/bakery/METADATA.yml":
        "schedule_interval: '@daily'\nconcurrency: 4\ncatchup: false\ndefault_args: {start_date: !datetime [2024, 1, 1]}\n",
      "dags/bakery/bake.yml": `${task}task_concurrency: 2\ntrigger_rule: dummy\n`,
    };
    const { snapshot, applied } = await fixed(files);
    expect(applied.map((finding) => finding.fix?.description)).toEqual([
      "Rename `schedule_interval` to `schedule`",
      "Rename `concurrency` to `max_active_tasks`",
      "Rename `task_concurrency` to `max_active_tis_per_dag`",
      "Write `always`",
    ]);
    const now = await read(snapshot);
    expect(now.dags[0]?.settings.map(({ key }) => key)).toEqual(
      expect.arrayContaining(["schedule", "max_active_tasks", "catchup"]),
    );
    expect(checkProject(now, null).filter((finding) => finding.rule === "airflow-3" && finding.fix?.safe)).toEqual([]);
  });

  test("on Airflow 3 an operator of Airflow 2 gets the path that it has now, and nothing else is guessed", async () => {
    const snapshot = memorySnapshot({
      "dags/dags.py": ENTRY,
      "requirements.txt": "gusty==0.23.1\napache-airflow==3.3.2\n",
      "dags/bakery/bake.yml": "operator: airflow.operators.bash_operator.BashOperator  # old\nbash_command: echo\n",
      "dags/bakery/sift.yml": "operator: airflow.operators.bash.BashOperater\nbash_command: echo\n",
    });
    const { files } = await fixAll(snapshot, readProject);
    expect([...files].map(([path, { after }]) => [path, after])).toEqual([
      [
        "dags/bakery/bake.yml",
        "operator: airflow.providers.standard.operators.bash.BashOperator  # old\nbash_command: echo\n",
      ],
    ]);
  });

  test("a fix that overlaps another is left out as a whole", () => {
    const file = asPath("a.yml");
    const edit = (start: number, end: number, text: string) => ({ at: { file, start, end }, text });
    const fix = (...edits: ReturnType<typeof edit>[]) => ({ description: "", safe: true, edits });
    const texts = new Map([[file, "abcdef"]]);
    const both = [
      fix(edit(0, 2, "X")),
      fix(edit(1, 3, "Y"), edit(4, 5, "Z")),
      fix(edit(5, 6, "W")),
      fix(edit(0, 2, "X")),
    ];
    expect(applyFixes(texts, both).get(file)).toBe("XcdeW");
  });
});
