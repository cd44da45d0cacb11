import { expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

const EMPTY = "airflow.operators.empty.EmptyOperator";

const entry = (hooks: string, before = ""): string => `import json, os, yaml
from gusty import create_dag
${before}
dag = create_dag(os.path.join(os.path.dirname(__file__), "mill"), schedule=None, parse_hooks=${hooks})
`;

async function read(files: Readonly<Record<string, string>>) {
  const pins = { "requirements.txt": "gusty==0.23.1\napache-airflow==3.3.2\n" };
  const [dag] = (await readProject(memorySnapshot({ ...pins, ...files }))).dags;
  if (!dag) throw new Error("no DAG");
  const problems = dag.problems.map((problem) => ("why" in problem ? `${problem.kind}: ${problem.why}` : problem.kind));
  return { tasks: dag.tasks.map(({ id }) => id), outcome: dag.outcome, problems, dag };
}

const OPEN = `def read(path, loader, runner):
    return runner.render(path)
`;

test("a function's mapping makes the task, and its extension makes the file one", async () => {
  const { tasks, outcome } = await read({
    "dags/entry.py": entry(
      '{".note": read}',
      `def read(path):\n    return {"operator": "${EMPTY}", "doc": open(path).read()}\n`,
    ),
    "dags/mill/a.note": "hello",
    "dags/mill/b.other": "no task",
  });
  expect(tasks).toEqual(["a", "latest_only"]);
  expect(outcome).toBe("built");
});

test("what only Python reads leaves the DAG open, and `values` tells it", async () => {
  const files = { "dags/entry.py": entry('{".note": read}', OPEN), "dags/mill/a.note": "hello" };
  const open = await read(files);
  expect(open.outcome).toBe("undecided");
  expect(open.problems[0]).toMatch(/^not-static: The function in `parse_hooks` gives what only Python knows/);
  const told = { ...files, "windsock.yml": `values: { "read('dags/mill/a.note')": { operator: ${EMPTY} } }\n` };
  expect((await read(told)).outcome).toBe("built");
});

test("a function that never ends is given up", async () => {
  const { outcome } = await read({
    "dags/entry.py": entry('{".note": read}', "def read(path):\n    while True:\n        path = path\n"),
    "dags/mill/a.note": "hello",
  });
  expect(outcome).toBe("undecided");
});

test.each([
  ["nothing", "lambda path: None", "fails"],
  ["a text", "lambda path: open(path).read()", "fails"],
  ["no operator", "lambda path: {}", "fails"],
])("%s instead of a task fails", async (_, hook, outcome) => {
  const files = { "dags/entry.py": entry(`{".note": ${hook}}`), "dags/mill/a.note": "hello" };
  expect((await read(files)).outcome).toBe(outcome);
});

test("an extension of two parts is looked for by its last", async () => {
  const { outcome, problems } = await read({
    "dags/entry.py": entry(`{".x.note": lambda path: {"operator": "${EMPTY}"}}`),
    "dags/mill/a.x.note": "hello",
  });
  expect(outcome).toBe("fails");
  expect(problems).toContain("raises");
});
