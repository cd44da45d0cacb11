import { expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { planCommit, staleDags } from "../../src/github/commit-plan.ts";
import { asPath } from "../../src/model/path.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { LISTED, TWO_DEPLOYMENTS } from "../support/two-deployments.ts";

const entry = (...dags: string[]): string =>
  [
    "import os",
    "from gusty import create_dag",
    ...dags.map((id) => `${id} = create_dag(os.path.join(os.path.dirname(__file__), "${id}"), latest_only=False)`),
    "",
  ].join("\n");
const bash = (command: string): string => `operator: airflow.operators.bash.BashOperator\nbash_command: ${command}\n`;

const PROJECT = {
  "requirements.txt": "apache-airflow==2.11.2\ngusty==0.23.1\n",
  "windsock.yml": "generated: { directory: generated, commit: write }\n",
  "dags/entry.py": entry("bread"),
  "dags/bread/METADATA.yml": "default_args: { owner: ada, start_date: !datetime [2024, 1, 1] }\n",
  "dags/bread/knead.yml": bash("echo knead"),
};

async function planOf(files: Record<string, string>) {
  const snapshot = memorySnapshot(files);
  return planCommit(await readProject(snapshot), snapshot.tree);
}

async function staleIn(files: Record<string, string>) {
  const snapshot = memorySnapshot(files);
  return [...staleDags(await readProject(snapshot), snapshot.tree)].sort();
}

const MARK = "# windsock: generated\n";
const old = (folder: string): string => `${MARK}# The DAG that gusty builds on Airflow 2 from ${folder}\n`;

test("a DAG without its file is written, and a file that is what the sources give is left alone", async () => {
  const first = await planOf(PROJECT);
  expect(first.additions.map(({ path }) => path)).toEqual(["generated/bread.py"]);
  const text = first.additions[0]?.text ?? "";
  expect(await planOf({ ...PROJECT, "generated/bread.py": text })).toEqual({ additions: [], deletions: [] });
  const crlf = text.replace(/\n/g, "\r\n");
  expect((await planOf({ ...PROJECT, "generated/bread.py": crlf })).additions).toEqual([]);
  expect((await planOf({ ...PROJECT, "generated/bread.py": `${text}\n` })).additions).toHaveLength(1);
});

test("a file without Windsock's mark is not touched", async () => {
  expect(
    await planOf({ ...PROJECT, "generated/bread.py": "import os\n", "generated/other.py": "import os\n" }),
  ).toEqual({
    additions: [],
    deletions: [],
  });
});

test("a file is deleted where its folder is gone and every DAG is known", async () => {
  const files = { ...PROJECT, "generated/cake.py": old("dags/cake") };
  expect((await planOf(files)).deletions).toEqual(["generated/cake.py"]);
  expect(await staleIn(files)).toEqual(["bread", "cake"]);
});

test.each([
  ["its folder is still there", { "dags/cake/notes.txt": "x" }],
  ["an entry point cannot be read", { "dags/broken.py": "from gusty import create_dag\ncreate_dag(\n" }],
  [
    "an entry point decides while it runs",
    {
      "dags/open.py":
        "import os\nfrom gusty import create_dag\nfor name in os.environ['DAGS'].split():\n    globals()[name] = create_dag(name)\n",
    },
  ],
  [
    "another DAG fails",
    { "dags/entry.py": entry("bread", "pie"), "dags/pie/bake.yml": "operator: nothing.Nowhere\ndependencies: [1\n" },
  ],
  ["it names a folder in a way that cannot be told", {}],
])("no file is deleted where %s", async (name, more) => {
  const folder = name.startsWith("it names") ? "dags/ca`ke" : "dags/cake";
  expect((await planOf({ ...PROJECT, ...more, "generated/cake.py": old(folder) })).deletions).toEqual([]);
});

test.each([
  ["fails", "operator: airflow.operators.bash.BashOperator\nbash_command: [\n"],
  ["is open until Python runs", "operator: airflow.operators.bash.BashOperator\nbash_command: !unknown_tag x\n"],
])("a DAG that %s is not written", async (_, text) => {
  expect((await planOf({ ...PROJECT, "dags/bread/bad.yml": text })).additions).toEqual([]);
});

test.each([".github", ".github/generated", ".git/hooks"])("nothing is written to %s", async (directory) => {
  const snapshot = memorySnapshot(PROJECT);
  const project = await readProject(snapshot);
  const config = { ...project.config, generated: { directory: asPath(directory), commit: "write" as const } };
  expect(planCommit({ ...project, config }, snapshot.tree)).toEqual({ additions: [], deletions: [] });
});

test("nothing is written through a link", async () => {
  const snapshot = memorySnapshot(PROJECT);
  const tree = new Map([...snapshot.tree, [asPath("generated"), { kind: "symlink", oid: "1" } as const]]);
  expect(planCommit(await readProject(snapshot), tree).additions).toEqual([]);
});

test("each deployment has its own folder of generated files, and a file of one is none of another", async () => {
  const files = {
    ...TWO_DEPLOYMENTS,
    "windsock.yml": `${LISTED}generated: { directory: compiled, commit: write }\n`,
    "dev/compiled/finance.py": old("dev/dags/finance"),
    "prd/compiled/finance.py": `${MARK}old\n`,
    "compiled/sales.py": old("dags/sales"),
  };
  const plan = await planOf(files);
  expect(plan.additions.map(({ path }) => path)).toEqual([
    "dev/compiled/sales.py",
    "prd/compiled/finance.py",
    "prd/compiled/sales.py",
  ]);
  expect(plan.deletions).toEqual(["dev/compiled/finance.py"]);
  expect(await staleIn(files)).toEqual(["dev:finance", "dev:sales", "prd:finance", "prd:sales"]);
  const written = Object.fromEntries(plan.additions.map(({ path, text }) => [path, text]));
  const { "dev/compiled/finance.py": _, ...left } = files;
  expect(await planOf({ ...left, ...written })).toEqual({ additions: [], deletions: [] });
});
