import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Files } from "../github/fake/git-repository.ts";
import { openPull } from "../github/fake/pull-request.ts";
import { type FakeGitHub, startFakeGitHub } from "../github/fake/server.ts";
import { gustyProject, task } from "./support/gusty-project.ts";
import { type ActionRun, runAction } from "./support/run-action.ts";

let github: FakeGitHub;
let names = 0;

beforeAll(async () => {
  github = await startFakeGitHub();
});

afterAll(async () => {
  expect(github.invalid).toEqual([]);
  await github.close();
});

async function runOn(change: Files): Promise<ActionRun & { body: string }> {
  names += 1;
  const repository = github.createRepository(`acme/hostile-${names}`);
  repository.git.commit("main", gustyProject());
  repository.git.commit("feature", change, { from: "main" });
  const pull = openPull(repository, "feature");
  const token = github.createToken("github-actions[bot]", { "pull-requests": "write" });
  const run = await runAction(github, repository, pull, { token });
  return { ...run, body: repository.comments[0]?.body ?? "" };
}

const canary = join(tmpdir(), "windsock-canary");
const lfs = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 12345\n`;

const trees: readonly (readonly [string, Files])[] = [
  ["a symbolic link out of the tree", { "dags/gusty/orders/link.yml": { link: "/etc/passwd" } }],
  ["a symbolic link to a folder above", { "dags/gusty/orders/up": { link: "../../.." } }],
  ["a submodule among the tasks", { "dags/gusty/orders/module": { submodule: "1".repeat(40) } }],
  ["a Git LFS pointer", { "dags/gusty/orders/big.yml": lfs }],
  ["a file that is too large", { "dags/gusty/orders/large.yml": `operator: x\nsql: ${"a".repeat(6_000_000)}\n` }],
  ["bytes that are no text", { "dags/gusty/orders/bytes.yml": new Uint8Array([0xff, 0xfe, 0x00, 0x80]) }],
  [
    "a YAML bomb",
    {
      "dags/gusty/orders/bomb.yml": `a0: &a0 [x]\n${Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`)}]\n`).join("")}`,
    },
  ],
  ["deep nesting", { "dags/gusty/orders/deep.yml": `operator: ${"[".repeat(50_000)}` }],
  [
    "a Python object in YAML",
    { "dags/gusty/orders/object.yml": `operator: !!python/object/apply:os.system ["touch ${canary}"]\n` },
  ],
  [
    "Python that acts when it is imported",
    {
      "dags/evil.py": `import gusty, os\nos.system("touch ${canary}")\nopen("${canary}", "w").write("x")\n`,
      "dags/gusty/orders/evil.py": `# ---\n# operator: airflow.operators.python.PythonOperator\n# ---\n__import__("os").system("touch ${canary}")\n`,
    },
  ],
  [
    "front matter that would be run",
    { "dags/gusty/orders/js.sql": `---js\nrequire("fs").writeFileSync("${canary}", "x")\n---\nSELECT 1\n` },
  ],
  [
    "a template that calls",
    { "dags/gusty/orders/METADATA.yml": `description: "{{ ''.__class__.__mro__[1].__subclasses__() }}"\n` },
  ],
];

test.each(trees)("%s: the rest is reviewed, nothing is run, nothing is left behind", async (_, change) => {
  const run = await runOn({ ...change, "dags/gusty/orders/publish.yml": task("echo publish", ["claen"]) });
  expect(run.stderr).toBe("");
  expect([run.code, run.outputs.conclusion]).toEqual([1, "failure"]);
  expect(run.summary).toContain("claen");
  expect(run.body).toContain("claen");
  expect(run.stdout).not.toMatch(/defect/);
  expect(run.summary).not.toContain("root:");
  expect(existsSync(canary)).toBe(false);
  expect([...run.files.keys()].sort()).toEqual(["windsock/report.json", "windsock/report.md"]);
});
