import { expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { emitDag } from "../../src/emit/emit-dag.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { bash, find } from "./find.ts";

const load = "operator: airflow.operators.bash.BashOperator\nbash_command: load every order of the day\nretries: 4\n";
const create = (folder: string, more = ""): string =>
  `import os\nfrom gusty import create_dag\n\ndag = create_dag(os.path.join(os.path.dirname(__file__), "${folder}"), latest_only=False${more})\n`;

test("a renamed task says what does not follow", async () => {
  const files = { "dags/o/load_all.yml": load, "dags/o/b.yml": bash() };
  const before = { "dags/o/load_all.yml": null, "dags/o/load.yml": load };
  const [finding] = await find("task-renamed", files, { before });
  expect(finding?.message).toBe("`load` is now `load_all`, for Airflow a new task: its history stays with the old id.");
  const past = { "dags/o/METADATA.yml": "default_args:\n  depends_on_past: true\n" };
  const [more] = await find("task-renamed", { ...files, ...past }, { before });
  expect(more?.message).toContain(", and with `depends_on_past` its first run finds none before it.");
});

test("a renamed folder is a new DAG", async () => {
  const files = { "dags/p/METADATA.yml": "catchup: true\n", "dags/p/a.yml": load, "dags/p/b.yml": bash() };
  const before = {
    "dags/p/METADATA.yml": null,
    "dags/p/a.yml": null,
    "dags/p/b.yml": null,
    "dags/o/METADATA.yml": "catchup: true\n",
    "dags/o/a.yml": load,
    "dags/o/b.yml": bash(),
  };
  expect((await find("task-renamed", files, { before })).map(({ message }) => message)).toEqual([
    "The DAG `o` is now `p`, for Airflow a new one: its history stays with the old id, and `catchup` makes all runs since `start_date` once more.",
  ]);
});

test("a task that is new, or gone, is no renamed one", async () => {
  const files = { "dags/o/b.yml": bash() };
  expect(await find("task-renamed", files, { before: { "dags/o/load.yml": load } })).toEqual([]);
  expect(await find("task-renamed", files)).toEqual([]);
});

test("two entry points, or one, that make a DAG of one name", async () => {
  const folders = { "dags/n/o/a.yml": bash(), "dags/s/o/b.yml": bash() };
  const apart = { ...folders, "dags/e.py": create("n/o"), "dags/f.py": create("s/o") };
  expect(await find("duplicate-dag-id", apart)).toMatchObject([{ effect: "fails", at: { file: "dags/f.py" } }]);
  const together = {
    ...folders,
    "dags/e.py": create("n/o") + create("s/o").split("\n").slice(3).join("\n").replace("dag =", "other ="),
  };
  expect(await find("duplicate-dag-id", together)).toMatchObject([{ effect: "surprises" }]);
});

test("one folder that two entry points take is doubled too", async () => {
  const files = { "dags/o/a.yml": bash(), "dags/e.py": create("o"), "dags/f.py": create("o") };
  expect(await find("duplicate-dag-id", files)).toHaveLength(1);
});

const generated = (id: string): string =>
  `# windsock: generated\nfrom airflow import DAG\n\nwith DAG(dag_id="${id}") as dag:\n    pass\n`;

test("a generated file whose DAG is gone is stale", async () => {
  const files = { "dags/o/a.yml": bash(), "generated/p.py": generated("p") };
  expect(await find("generated-stale", files)).toMatchObject([{ advice: "Delete the file.", subject: { dag: "p" } }]);
});

test("a stale line leads to the source that it is made from", async () => {
  const files = { "dags/o/a.yml": bash(), "dags/e.py": create("o") };
  const project = await readProject(memorySnapshot(files), { airflow: 2 });
  const [dag] = project.dags;
  const emitted = dag && emitDag(dag, { directory: project.config.generated.directory, texts: project.texts });
  if (!emitted?.ok) throw new Error("the DAG can be written");
  const edited = emitted.file.text.replace(/bash_command="[^"]*"/, 'bash_command="by hand"');
  const [finding, ...others] = await find("generated-stale", { ...files, "generated/o.py": edited });
  expect(others).toEqual([]);
  expect(edited.slice(finding?.at.start, finding?.at.end)).toContain("by hand");
  const [related] = finding?.related ?? [];
  expect(related).toMatchObject({ message: "what this line is made from", at: { file: "dags/o/a.yml" } });
  expect(files["dags/o/a.yml"].slice(related?.at.start, related?.at.end)).toContain("bash_command");
});

test("files without the mark are nobody's business", async () => {
  const files = { "dags/o/a.yml": bash(), "generated/o.py": "import os\n", "generated/__init__.py": "" };
  expect(await find("generated-stale", files)).toEqual([]);
});

test("a DAG is defined twice only where Airflow loads both", async () => {
  const files = {
    "windsock.yml": "generated:\n  directory: dags/generated\n",
    "dags/e.py": create("o"),
    "dags/o/a.yml": bash(),
    "dags/generated/o.py": generated("o"),
  };
  expect(await find("defined-twice", files)).toHaveLength(1);
  expect(await find("defined-twice", { ...files, "dags/.airflowignore": "generated\n" })).toEqual([]);
  expect(await find("defined-twice", { ...files, "dags/.airflowignore": "e.py\n" })).toEqual([]);
});
