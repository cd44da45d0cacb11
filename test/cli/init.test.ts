import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { planInit } from "../../src/cli/init/plan.ts";
import { workflowText } from "../../src/cli/init/workflow.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { sampleRepository } from "../snapshot/sample-repository.ts";
import { type Files, LISTED, TWO_DEPLOYMENTS } from "../support/two-deployments.ts";
import { windsock } from "./run-cli.ts";

const TASK = "operator: airflow.operators.bash.BashOperator\nbash_command: run\n";
const PROJECT: Files = {
  "requirements.txt": "apache-airflow==2.11.2\ngusty==0.23.1\n",
  "dags/entry.py": `import os

from gusty import create_dag

sales = create_dag(os.path.join(os.path.dirname(__file__), "sales"), latest_only=False)
`,
  "dags/sales/load.yml": TASK,
};
const WORKFLOW = ".github/workflows/windsock.yml";

/** What is done with each file: the new text, the lines that are added, or why nothing is. */
async function planned(files: Files, options: { action?: string; forks?: boolean } = {}) {
  const snapshot = memorySnapshot(files);
  const { action = null, forks = false } = options;
  const steps = await planInit(snapshot, await readProject(snapshot), { action, forks });
  const texts = steps.map((step): [string, string] => [
    step.path,
    step.what === "write" ? step.after.slice((step.before ?? "").length) : `${step.what}: ${step.why}`,
  ]);
  return Object.fromEntries(texts);
}

describe("the workflow", () => {
  const page = readFileSync(resolve(import.meta.dirname, "../../docs/github.md"), "utf8");

  test.each([false, true])("is the one of the documentation, which is linted (forks: %s)", (forks) => {
    expect(page).toContain(`\`\`\`yaml\n# ${WORKFLOW}\n${workflowText("OWNER/windsock@VERSION", forks)}\`\`\``);
  });

  test("names the Action as given, and is not written where one is there", async () => {
    const text = (await planned(PROJECT, { action: "acme/windsock@v1" }))[WORKFLOW];
    expect(text).toBe(workflowText("acme/windsock@v1", false));
    const other = ".github/workflows/review.yml";
    const there = await planned({ ...PROJECT, [other]: "jobs:\n  a:\n    steps:\n      - uses: acme/windsock@v1\n" });
    expect([there[other], there[WORKFLOW]]).toEqual(["leave: it is there and stays as it is", undefined]);
  });
});

describe("windsock.yml", () => {
  /** The text that is written, which has to be valid. */
  const written = async (files: Files): Promise<string | undefined> => {
    const text = (await planned(files))["windsock.yml"];
    expect((await readConfig(memorySnapshot({ "windsock.yml": text ?? "" }))).problems).toEqual([]);
    const active = (text ?? "").replaceAll(/^(\s*)# (?=\S+:| {2})/gm, "$1");
    expect((await readConfig(memorySnapshot({ "windsock.yml": active }))).problems).toEqual([]);
    return text;
  };

  test("is not written where everything is found, nor where it is there", async () => {
    expect((await planned(PROJECT))["windsock.yml"]).toBe("unneeded: everything is found");
    expect((await planned({ ...PROJECT, "windsock.yml": "gate: all\n" }))["windsock.yml"]).toMatch(/^leave: /);
    const hidden = await planned({ ...PROJECT, ".github/windsock.yml": "gate: all\n" });
    expect([hidden[".github/windsock.yml"], hidden["windsock.yml"]]).toEqual([
      "leave: it is there and stays as it is",
      undefined,
    ]);
  });

  test("lists deployments that are plain to see", async () => {
    expect(await written(TWO_DEPLOYMENTS)).toContain("\ndeployments:\n  - root: dev\n  - root: prd\n");
  });

  test("asks for versions that nothing pins, or that pins disagree about, and guesses none", async () => {
    const none = await written({ ...PROJECT, "requirements.txt": "" });
    expect(none).toContain('# deployments:\n#   - airflow: "3"  # nothing in the repository names it\n#     gusty: ');
    const both = await written({ ...PROJECT, Dockerfile: "FROM apache/airflow:3.0.1\n" });
    expect(both).toContain('#   - airflow: "2.11.2"  # but 3.0.1 in Dockerfile\n');
    expect(both).not.toContain("gusty:");
  });

  test("asks for what only Python knows, by the expression and its file", async () => {
    const entry = `from shop import folder\n${PROJECT["dags/entry.py"]}\nmore = create_dag(folder())\n`;
    const text = await written({ ...PROJECT, "dags/entry.py": entry });
    expect(text).toMatch(/^# values:\n# {3}"folder\(\)": {2}# the value that it has; in dags\/entry\.py$/m);
  });

  test("names another folder where the default one would be taken for tasks", async () => {
    const files = {
      ...PROJECT,
      "make.py":
        "import os\n\nfrom gusty import create_dags\n\ncreate_dags(os.path.dirname(os.path.abspath(__file__)), globals())\n",
    };
    expect(await written(files)).toContain("\ngenerated: { directory: generated__ }\n");
    expect((await planned(files))[".gitattributes"]).toBe("generated__/*.py linguist-generated\n");
  });
});

describe(".gitattributes", () => {
  test("gets a line for each folder of generated files, once", async () => {
    expect((await planned(PROJECT))[".gitattributes"]).toBe("generated/*.py linguist-generated\n");
    const there = { ...PROJECT, ".gitattributes": "*.ipynb -diff\ngenerated/*.py linguist-generated" };
    expect((await planned(there))[".gitattributes"]).toBe("leave: it says so already");
    expect((await planned({ ...PROJECT, ".gitattributes": "*.ipynb -diff" }))[".gitattributes"]).toBe(
      "\ngenerated/*.py linguist-generated\n",
    );
    expect((await planned(TWO_DEPLOYMENTS))[".gitattributes"]).toBe(
      "dev/generated/*.py linguist-generated\nprd/generated/*.py linguist-generated\n",
    );
  });
});

describe(".airflowignore", () => {
  const inside = (pins: string): Files => ({
    ...PROJECT,
    "requirements.txt": pins,
    "windsock.yml": "generated: { directory: dags/built.py }\n",
  });
  const file = "dags/.airflowignore";

  test("hides the generated files beside gusty: a regular expression on Airflow 2, a glob on 3", async () => {
    expect((await planned(inside("apache-airflow==2.11.2\n")))[file]).toBe("^built\\.py/\n");
    expect((await planned(inside("apache-airflow==3.3.2\n")))[file]).toBe("/built.py/\n");
    expect((await planned(inside("")))[file]).toBe("built.py/\n");
  });

  test("needs nothing where they lie outside of the DAGs folder, or are hidden already", async () => {
    expect((await planned(PROJECT))[file]).toBeUndefined();
    const hidden = { ...inside("apache-airflow==2.11.2\n"), [file]: "built\n" };
    expect((await planned(hidden))[file]).toBe("leave: it says so already");
  });

  test("hides the task folders where the generated files are what Airflow loads", async () => {
    const { "dags/entry.py": _, ...files } = inside("apache-airflow==2.11.2\n");
    const declared = `${files["windsock.yml"]}dags: [{ path: dags/sales }]\n`;
    expect((await planned({ ...files, "windsock.yml": declared }))[file]).toBe("^sales/\n");
    const mixed: Files = { ...inside("apache-airflow==2.11.2\n"), "dags/books/close.yml": TASK };
    const some = `${mixed["windsock.yml"]}dags: [{ path: dags/books }]\n`;
    expect((await planned({ ...mixed, "windsock.yml": some }))[file]).toMatch(/^unneeded: some DAGs come from gusty/);
  });

  test("is one for each deployment", async () => {
    const config = { "windsock.yml": `${LISTED}generated: { directory: dags/built__ }\n` };
    const all = await planned({ ...TWO_DEPLOYMENTS, ...config });
    expect([all["dev/dags/.airflowignore"], all["prd/dags/.airflowignore"]]).toEqual(["/built__/\n", "^built__/\n"]);
  });
});

test("says what it found and did, writes it once, and replaces nothing", async () => {
  const { root, git } = sampleRepository({ ...PROJECT, ".gitattributes": "*.ipynb -diff\n" });
  const dry = await windsock(root, ["init", "--dry-run"]);
  expect([dry.code, git("status", "--porcelain")]).toEqual([0, ""]);
  expect(dry.out).toContain("+++ b/.gitattributes");
  const first = await windsock(root, ["init", "--action", "acme/windsock@v1"]);
  expect([first.code, first.out]).toEqual([
    0,
    `found 1 DAG in 1 entry point · gusty 0.23.1 (from requirements.txt), Airflow 2.11.2 (from requirements.txt)
wrote .github/workflows/windsock.yml: it reviews pull requests
no windsock.yml: everything is found
added to .gitattributes: reviews fold the generated Python
`,
  ]);
  expect(readFileSync(join(root, ".gitattributes"), "utf8")).toBe("*.ipynb -diff\ngenerated/*.py linguist-generated\n");
  const second = await windsock(root, ["init", "--action", "acme/windsock@v2", "--forks"]);
  expect(second.out).not.toMatch(/^(wrote|added)/m);
  expect(readFileSync(join(root, WORKFLOW), "utf8")).toContain("acme/windsock@v1");
});

test("writes through no link, and says so", async () => {
  const { root } = sampleRepository(PROJECT);
  const outside = sampleRepository({ "a.txt": "a" }).root;
  mkdirSync(join(outside, "workflows"));
  symlinkSync(outside, join(root, ".github"));
  const { code, out } = await windsock(root, ["init"]);
  expect([code, out]).toEqual([1, expect.stringContaining(`not written ${WORKFLOW}: something else is there`)]);
});

test.each(["windsock", "acme/windsock", "acme/windsock@v1\nrun: x", "$x"])("refuses %j as a place", async (action) => {
  const { root } = sampleRepository(PROJECT);
  expect((await windsock(root, ["init", "--action", action])).code).toBe(2);
});
