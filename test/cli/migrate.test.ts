import { describe, expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { withChanges } from "../../src/cli/migrate/overlay.ts";
import { planMigration } from "../../src/cli/migrate/plan.ts";
import { asPath } from "../../src/model/path.ts";
import { renderComment } from "../../src/report/comment.ts";
import { reviewToJson } from "../../src/report/json.ts";
import { noLinks } from "../../src/report/links.ts";
import { reviewProjects } from "../../src/review.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

const TASK = "operator: airflow.operators.bash.BashOperator\nbash_command: run\n";
const IMPORTS = "import os\n\nfrom gusty import create_dag\n\nhere = os.path.dirname(__file__)\n";
const ARGUMENTS = "latest_only=False, default_args={'owner': 'data'}";

const tree = (entry: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  "dags/entry.py": entry,
  "dags/sales/load.yml": TASK,
  "dags/sales/mart/report.yml": `${TASK}dependencies: [load]\n`,
  "dags/mail/send.yml": `${TASK}external_dependencies:\n  - sales: report\n`,
  "dags/books/close.yml": TASK,
  "windsock.yml": "# ours\ngenerated:\n  directory: dags/generated__\n",
  ...more,
});

/** What migrating these DAGs does to a project: the changed files, and the project before and after. */
async function migrated(files: Readonly<Record<string, string>>, ids: readonly string[]) {
  const snapshot = memorySnapshot(files);
  const before = await readProject(snapshot, { airflow: 2 });
  const changes = await planMigration(
    snapshot,
    before,
    before.dags.filter(({ id }) => ids.includes(id)),
  );
  return { before, changes, changed: withChanges(snapshot, changes) };
}

const entryAfter = async (entry: string, ids: readonly string[], more = {}): Promise<string | null | undefined> =>
  (await migrated(tree(entry, more), ids)).changes.get(asPath("dags/entry.py"));

describe("an entry point loses", () => {
  test("the statement that makes the DAG, and what only it imported", async () => {
    const entry = `from datetime import datetime\n${IMPORTS}\nsales = create_dag(\n    os.path.join(here, "sales"),\n    start_date=datetime(2024, 1, 1),\n)\n\nmail = create_dag(os.path.join(here, "mail"), latest_only=False)  # stays\n`;
    expect(await entryAfter(entry, ["sales"])).toBe(
      `${IMPORTS}\nmail = create_dag(os.path.join(here, "mail"), latest_only=False)  # stays\n`,
    );
  });

  test("a name in a list that is written out", async () => {
    const loop = (names: string) =>
      `${IMPORTS}\nfor name in (${names}):\n    globals()[name] = create_dag(os.path.join(here, name), ${ARGUMENTS})\n`;
    expect(await entryAfter(loop('"sales", "mail", "books"'), ["sales"])).toBe(loop('"mail", "books"'));
    expect(await entryAfter(loop('"sales", "mail", "books"'), ["books", "sales"])).toBe(loop('"mail",'));
    expect(await entryAfter(loop('"sales", "mail"'), ["sales"])).toBe(loop('"mail",'));
    expect(await entryAfter(loop('"mail", "sales"'), ["sales"])).toBe(loop('"mail",'));
  });

  test("a name in a list that another name stands for, a line each", async () => {
    const entry = (lines: string) =>
      `${IMPORTS}\nFOLDERS = [\n${lines}]\ndags = [create_dag(os.path.join(here, name), ${ARGUMENTS}) for name in FOLDERS]\n`;
    expect(await entryAfter(entry('    "sales",  # old\n    "mail",\n'), ["sales"])).toBe(entry('    "mail",\n'));
  });

  test("one turn of a loop over a listing", async () => {
    const loop = (guard: string) =>
      `${IMPORTS}\nfor name in sorted(os.listdir(here)):\n    folder = os.path.join(here, name)\n    if os.path.isdir(folder) and not name.endswith("__"):\n${guard}        globals()[name] = create_dag(folder, ${ARGUMENTS})\n`;
    expect(await entryAfter(loop(""), ["sales"])).toBe(
      loop('        if os.path.basename(folder) == "sales":\n            continue\n'),
    );
    expect(await entryAfter(loop(""), ["sales", "mail"])).toBe(
      loop('        if os.path.basename(folder) in ("mail", "sales"):\n            continue\n'),
    );
  });

  test("one turn of a comprehension over a listing", async () => {
    const entry = (more: string) =>
      `from pathlib import Path\n\nfrom gusty import create_dag\n\ndags = {p.name: create_dag(p, latest_only=False) for p in Path(__file__).parent.iterdir() if p.is_dir() and not p.name.endswith("__")${more}}\nglobals().update(dags)\n`;
    expect(await entryAfter(entry(""), ["sales"])).toBe(entry(' if Path(p).name != "sales"'));
  });

  test("one turn more, in the condition that leaves out another already", async () => {
    const loop = (guard: string) =>
      `${IMPORTS}\nfor name in sorted(os.listdir(here)):\n    folder = os.path.join(here, name)\n    if os.path.isdir(folder) and not name.endswith("__"):\n        if ${guard}:\n            continue\n        globals()[name] = create_dag(folder, ${ARGUMENTS})\n`;
    const name = "os.path.basename(folder)";
    expect(await entryAfter(loop(`${name} == "sales"`), ["mail"])).toBe(loop(`${name} in ("mail", "sales")`));
    expect(await entryAfter(loop(`${name} in ["sales"]`), ["mail"])).toBe(loop(`${name} in ("mail", "sales")`));
    expect(await entryAfter(loop(`${name} in ("sales", 'mail')`), ["books"])).toBe(
      loop(`${name} in ("books", 'mail', "sales")`),
    );
    expect(await entryAfter(loop('name == "sales"'), ["mail", "books"])).toBe(
      loop('name in ("books", "mail", "sales")'),
    );
    const dags = (test: string) =>
      `from pathlib import Path\n\nfrom gusty import create_dag\n\ndags = {p.name: create_dag(p, latest_only=False) for p in Path(__file__).parent.iterdir() if p.is_dir() and not p.name.endswith("__") if Path(p).name ${test}}\nglobals().update(dags)\n`;
    expect(await entryAfter(dags('!= "sales"'), ["mail"])).toBe(dags('not in ("mail", "sales")'));
  });

  test("a turn by a condition of its own, where the one that is there means something else", async () => {
    const entry = (more: string) =>
      `${IMPORTS}\nfor name in sorted(os.listdir(here)):\n    if name[0] == "g":\n        continue\n    folder = os.path.join(here, name)\n    if not os.path.isdir(folder):\n        continue\n${more}    globals()[name] = create_dag(folder, ${ARGUMENTS})\n`;
    expect(await entryAfter(entry(""), ["sales"])).toBe(
      entry('    if os.path.basename(folder) == "sales":\n        continue\n'),
    );
  });

  test("the call of create_dags, for the loop that it runs", async () => {
    const entry = `import os\n\nfrom gusty import create_dags\n\ncreate_dags(os.path.dirname(__file__), globals(), concurrent=True, latest_only=False)\n`;
    expect(await entryAfter(entry, ["sales"])).toBe(
      [
        "import os\n\nfrom gusty import create_dag\n",
        "dags_dir = os.path.dirname(__file__)",
        "for name in os.listdir(dags_dir):",
        '    if not os.path.isdir(os.path.join(dags_dir, name)) or name.endswith("__"):\n        continue',
        '    if name == "sales":\n        continue',
        "    globals()[name] = create_dag(\n        os.path.join(dags_dir, name),\n        latest_only=False,\n    )\n",
      ].join("\n"),
    );
  });

  test("everything, and goes itself, where nothing else is in it and no file imports it", async () => {
    const entry = `"""Sales."""\n\n${IMPORTS}dag = create_dag(os.path.join(here, "sales"), latest_only=False)\n`;
    expect(await entryAfter(entry, ["sales"])).toBeNull();
    const used = await entryAfter(entry, ["sales"], { "plugins/x.py": "from dags.entry import here\n" });
    expect(used).toBe('"""Sales."""\n\nimport os\n\nhere = os.path.dirname(__file__)\n');
  });
});

const SALES = `${IMPORTS}sales = create_dag(os.path.join(here, "sales"), ${ARGUMENTS}, start_date=__START__)\nmail = create_dag(os.path.join(here, "mail"), latest_only=False)\n`;
const withStart = (start: string, imports = ""): string => `${imports}${SALES.replace("__START__", start)}`;

describe("the change", () => {
  const entry = withStart("datetime(2024, 1, 1)", "from datetime import datetime\n");

  test("declares the folder and keeps what the configuration said", async () => {
    const { changes } = await migrated(tree(entry), ["sales"]);
    expect([...changes.keys()]).toEqual(["dags/entry.py", "dags/generated__/sales.py", "windsock.yml"]);
    expect(changes.get(asPath("windsock.yml"))).toBe(
      "# ours\ngenerated:\n  directory: dags/generated__\n\ndags:\n  - path: dags/sales\n    arguments:\n      latest_only: false\n      default_args:\n        owner: data\n      start_date: !datetime [2024, 1, 1]\n",
    );
  });

  test("adds to folders that are declared already", async () => {
    const config =
      "dags:\n- path: dags/books # kept\n  arguments: { latest_only: false }\n\ngenerated:\n  directory: dags/generated__\n";
    const { changes, changed } = await migrated(tree(entry, { "windsock.yml": config }), ["sales"]);
    expect(changes.get(asPath("windsock.yml"))).toContain(
      "- path: dags/books # kept\n  arguments: { latest_only: false }\n- path: dags/sales\n",
    );
    const after = await readProject(changed, { airflow: 2 });
    expect(after.dags.map(({ id, site }) => [id, site.by])).toEqual([
      ["books", "windsock.yml"],
      ["mail", "create_dag"],
      ["sales", "windsock.yml"],
    ]);
  });

  test("is shown as the identical DAG, now from plain Python, by the configuration of the base", async () => {
    const { before, changed } = await migrated(tree(entry), ["sales"]);
    const head = await readProject(changed, { airflow: 2, config: before.config });
    expect(head.dags.map(({ id }) => id)).toEqual(["mail"]);
    const review = reviewProjects(before, head);
    expect(review.findings.filter(({ state }) => state === "new")).toEqual([]);
    const found = review.changes.find(({ id }) => id === "sales");
    expect(found).toMatchObject({ kind: "unchanged", migrated: "dags/generated__/sales.py" });
    expect(found?.hash.base).toBe(found?.hash.head);
    const comment = renderComment(review, { links: noLinks });
    expect(comment).toContain("1 identical DAG, now from plain Python");
    expect(comment).toContain("<summary><b>From gusty to plain Python</b> · 1 DAG</summary>");
    expect(JSON.stringify(reviewToJson(review))).toContain('"migrated":"dags/generated__/sales.py"');
  });

  test("that also edits the generated file, or its sources, is no such thing", async () => {
    const { before, changed } = await migrated(tree(entry), ["sales"]);
    const file = asPath("dags/generated__/sales.py");
    const content = (await changed.load([file])).get(file);
    const text = content?.ok ? new TextDecoder().decode(content.bytes) : "";
    const edited = withChanges(changed, new Map([[file, text.replace('"run"', '"walk"')]]));
    const head = await readProject(edited, { airflow: 2, config: before.config });
    const review = reviewProjects(before, head);
    expect(review.changes.find(({ id }) => id === "sales")).toMatchObject({ kind: "removed", migrated: null });
  });
});

describe("nothing is changed, and said why,", () => {
  const refused = async (files: Readonly<Record<string, string>>, ids = ["sales"]): Promise<string> =>
    migrated(files, ids).then(
      () => "",
      (error: unknown) => (error instanceof Error ? error.message : ""),
    );

  test("where only Python knows an argument", async () => {
    const entry = withStart("START", "from settings import START\n");
    expect(await refused(tree(entry))).toContain("its argument `start_date` is known only to Python");
  });

  test("where the call stands in a function", async () => {
    const entry = `${IMPORTS}\ndef make(name):\n    return create_dag(os.path.join(here, name), latest_only=False)\n\nsales = make("sales")\nmail = make("mail")\n`;
    expect(await refused(tree(entry))).toContain("`sales` is made at `dags/entry.py:8`");
  });

  test("where something else uses the DAG", async () => {
    const entry = `${IMPORTS}sales = create_dag(os.path.join(here, "sales"), latest_only=False)\nALL = [sales]\n`;
    expect(await refused(tree(entry))).toContain("in a way that no edit is known to be safe for");
  });

  test("where Airflow would not find the generated file", async () => {
    const entry = withStart("None");
    expect(await refused(tree(entry, { "windsock.yml": "" }))).toContain("which is outside of the DAGs folder `dags`");
  });

  test("where no entry point makes the DAG", async () => {
    const config = "dags:\n  - path: dags/books\ngenerated:\n  directory: dags/generated__\n";
    expect(await refused(tree(withStart("None"), { "windsock.yml": config }), ["books"])).toContain(
      "no entry point makes it",
    );
  });
});
