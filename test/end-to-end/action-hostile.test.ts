import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Files } from "../github/fake/git-repository.ts";
import { openPull } from "../github/fake/pull-request.ts";
import { type FakeGitHub, startFakeGitHub } from "../github/fake/server.ts";
import type { Repository } from "../github/fake/state.ts";
import { gustyProject, task } from "./support/gusty-project.ts";
import { type ActionRun, runAction, runOnEvent } from "./support/run-action.ts";
import { STRACE } from "./support/watch.ts";

let github: FakeGitHub;
let names = 0;

beforeAll(async () => {
  github = await startFakeGitHub();
});

afterAll(async () => {
  expect(github.invalid).toEqual([]);
  await github.close();
});

async function runOn(change: Files, strace?: string): Promise<ActionRun & { body: string }> {
  names += 1;
  const repository = github.createRepository(`acme/hostile-${names}`);
  repository.git.commit("main", gustyProject());
  repository.git.commit("feature", change, { from: "main" });
  const pull = openPull(repository, "feature");
  const token = github.createToken("github-actions[bot]", { "pull-requests": "write" });
  const run = await runAction(github, repository, pull, { token, ...(strace === undefined ? {} : { strace }) });
  return { ...run, body: repository.comments[0]?.body ?? "" };
}

/** A commit whose tree has names that git itself would not write: fsck refuses them, a server may hold them. */
function withPathsAbove(repository: Repository): void {
  const { git } = repository;
  const blob = git.git(["hash-object", "-w", "--stdin"], "operator: x\n");
  const entry = (mode: string, name: string, oid: string): Buffer =>
    Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, "hex")]);
  const tree = (...entries: Buffer[]): string =>
    git.git(["hash-object", "-w", "-t", "tree", "--literally", "--stdin"], Buffer.concat(entries));
  const above = tree(entry("40000", "..", tree(entry("100644", "escaped.yml", blob))));
  const inside = tree(entry("40000", ".git", tree(entry("100644", "config", blob))), entry("40000", "orders", above));
  const tasks = git.git(["ls-tree", "feature"]);
  const top = git.git(["mktree", "--missing"], `${tasks}\n040000 tree ${inside}\tzz\n`);
  git.setRef("refs/heads/feature", git.git(["commit-tree", top, "-p", "main", "-m", "x"]));
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
  expect([...run.files.keys()].sort()).toEqual(["windsock/report.html", "windsock/report.json", "windsock/report.md"]);
});

/** Only git and this Node run, and nothing is written but below the run's own temporary folder and the runner's two files. */
function expectOnlyGit({ watched }: ActionRun): void {
  if (watched === null) throw new Error("the run was not watched");
  const programs = [...watched.programs].filter((path) => path !== process.execPath);
  expect(programs.length).toBeGreaterThan(0);
  expect(programs.filter((path) => !/\/(?:git|git-remote-https?)$/.test(path))).toEqual([]);
  const { temp, folder } = watched;
  const allowed = [`${folder}/output`, `${folder}/summary.md`, "/dev/null", "/dev/tty"];
  const outside = [...watched.written].filter(
    (path) => !allowed.includes(path) && (!`${path}/`.startsWith(`${temp}/`) || path.split("/").includes("..")),
  );
  expect(outside).toEqual([]);
  expect([...watched.written].some((path) => path.startsWith(`${temp}/windsock-`))).toBe(true);
  // The one server, and the system's name service on the way to it.
  expect([...watched.reached].filter((address) => !/^127\.0\.0\.1:|:(?:53|0)$/.test(address))).toEqual([]);
}

/** Every hostile file at once, among 100,000 others. */
const everything: Files = {
  ...Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`data/${n % 100}/file_${n}.txt`, ""])),
  ...Object.assign({}, ...trees.map(([, files], index) => moved(files, index))),
  "dags/gusty/orders/new\nline\u001b[31m.yml": task("echo"),
  "dags/gusty/orders/$(touch x);`touch y`.yml": task("echo"),
  "dags/gusty/orders/--upload-pack=touch.yml": task("echo"),
  "dags\\gusty\\orders\\windows.yml": task("echo"),
  "dags/gusty/orders/publish.yml": task("echo publish", ["claen"]),
  ".gitmodules": `[submodule "x"]\n\tpath = x\n\turl = ext::sh -c touch% ${canary}\n`,
  ".gitattributes": "* filter=evil diff=evil\n",
};

/** The files of one tree in a DAG folder of its own, so that all can be together. */
function moved(files: Files, index: number): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [path.replace("gusty/orders/", `gusty/orders/g${index}/`), content]),
  );
}

if (STRACE === null) {
  // Only Linux has it, and there `npm test` installs it or stops.
  test("watching the Action takes strace, which this system does not have", () => {
    expect(process.platform).not.toBe("linux");
  });
} else {
  const strace = STRACE;
  const name = "acme/hostile-all";
  const head = { ref: "feature", repo: { full_name: "mallory/hostile-all", fork: true } };
  let repository: Repository;
  let sha: string;

  beforeAll(() => {
    repository = github.createRepository(name);
    repository.git.commit("main", gustyProject());
    repository.git.commit("feature", everything, { from: "main" });
    withPathsAbove(repository);
    openPull(repository, "feature", { from: head.repo.full_name });
    sha = repository.git.resolve("refs/heads/feature") ?? "";
  });

  test.each([
    ["pull_request", { "pull-requests": "read" }, 0],
    ["pull_request_target", { "pull-requests": "write" }, 1],
    ["workflow_run", { "pull-requests": "write", checks: "write" }, 1],
  ] as const)(
    "every hostile file of a fork by %s: git alone is started, and nothing is written outside the run's own folder",
    async (event, rights, comments) => {
      repository.comments.length = 0;
      const base = { sha: repository.git.resolve("refs/heads/main") };
      const payload = {
        pull_request: { number: 1, head: { ...head, sha }, base },
        workflow_run: {
          event: "pull_request",
          head_sha: sha,
          head_branch: head.ref,
          head_repository: head.repo,
          artifacts_url: `${github.apiUrl}/evil`,
        },
        repository: { full_name: name, default_branch: "main" },
      };
      const token = github.createToken("github-actions[bot]", rights);
      const asked = github.requests.length;
      const run = await runOnEvent(github, repository, { event, payload, token, strace });
      expect([run.code, run.outputs.conclusion], run.stdout).toEqual([1, "failure"]);
      expect(run.summary).toContain("claen");
      expect(repository.comments.length).toBe(comments);
      expectOnlyGit(run);
      // No process of the list has the token in its arguments, in either form; strace shows them whole.
      const commands = run.watched?.commands ?? [];
      expect(commands.filter((line) => line.includes("fetch")).length).toBeGreaterThan(2);
      const secrets = [token, Buffer.from(`x-access-token:${token}`).toString("base64")];
      expect(commands.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
      expect(commands.filter((line) => /\.\.\.\]?$/.test(line))).toEqual([]);
      expect(existsSync(canary)).toBe(false);
      // Nothing that a run made is taken: no artifact, no log, no cache.
      const urls = github.requests.slice(asked).map(({ url }) => url);
      expect(urls.filter((url) => /artifacts|\/logs|\/jobs|cache|evil/.test(url))).toEqual([]);
    },
  );
}
