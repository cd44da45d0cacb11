import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createGit } from "../../src/snapshot/git.ts";
import { gitEnvironment } from "../../src/snapshot/git-environment.ts";
import { openRepository } from "../../src/snapshot/repository.ts";
import { defaultBranch, findCommit, mergeBase, resolveCommit } from "../../src/snapshot/revisions.ts";
import { sampleRepository, temporaryFolder, writeFiles } from "./sample-repository.ts";

test("the merge base is where a branch left main", async () => {
  const { root, git, commitAll } = sampleRepository({ "a.yml": "a" });
  const start = git("rev-parse", "HEAD");
  git("checkout", "-q", "-b", "change");
  writeFiles(root, { "b.yml": "b" });
  commitAll("change");
  git("checkout", "-q", "main");
  writeFiles(root, { "c.yml": "c" });
  commitAll("meanwhile");
  const own = await createGit({ directory: root });
  expect(await mergeBase(own, "main", "change")).toBe(start);
});

test("the default branch is what the remote says, else main or master, else none", async () => {
  const { root, git } = sampleRepository({ "a.yml": "a" });
  const own = await createGit({ directory: root });
  expect(await defaultBranch(own)).toBe("main");
  git("update-ref", "refs/remotes/origin/trunk", "HEAD");
  git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
  expect(await defaultBranch(own)).toBe("origin/trunk");
  git("symbolic-ref", "-d", "refs/remotes/origin/HEAD");
  git("branch", "-m", "main", "work");
  expect(await defaultBranch(own)).toBeNull();
});

test("a missing commit is one message with what to do", async () => {
  const { root, git, commitAll } = sampleRepository({ "a.yml": "a" });
  const own = await createGit({ directory: root });
  await expect(resolveCommit(own, "nowhere")).rejects.toMatchObject({
    message: "there is no commit `nowhere` in this repository",
    hint: "Check the name, or fetch it: git fetch origin",
  });
  const first = git("rev-parse", "HEAD");
  commitAll("second");
  const shallow = join(temporaryFolder(), "shallow");
  execFileSync("git", ["clone", "-q", "--depth=1", `file://${root}`, shallow], { stdio: "ignore" });
  await expect(resolveCommit(await createGit({ directory: shallow }), first)).rejects.toMatchObject({
    hint: "This is a shallow clone. Run: git fetch --unshallow",
  });
});

test.each(["--all", "-n1", "", "a\nb", "a\0b", "HEAD:a.yml"])("%j is no commit and no option", async (rev) => {
  const { root } = sampleRepository({ "a.yml": "a" });
  expect(await findCommit(await createGit({ directory: root }), rev)).toBeNull();
});

test("finds the repository from a folder inside it, a bare one by its own folder, and none in a plain folder", async () => {
  const { root } = sampleRepository({ "dags/a.yml": "a" });
  expect((await openRepository(join(root, "dags")))?.root).toBe(root);
  const bare = join(temporaryFolder(), "bare.git");
  execFileSync("git", ["clone", "-q", "--bare", root, bare], { stdio: "ignore" });
  const found = await openRepository(bare);
  expect(found?.root).toBeNull();
  expect(found && (await findCommit(found.git, "main"))).toMatch(/^[0-9a-f]{40}$/);
  expect(await openRepository(temporaryFolder())).toBeNull();
  await expect(openRepository(join(root, "nowhere"))).rejects.toThrow(/there is no folder/);
});

test("the environment of git loses what points elsewhere or starts programs, and never asks", () => {
  const inherited = {
    PATH: "/bin",
    GIT_DIR: "/x",
    GIT_EXTERNAL_DIFF: "evil",
    GIT_SSH_COMMAND: "evil",
    SSH_ASKPASS: "evil",
    "INPUT_GITHUB-TOKEN": "evil",
    ACTIONS_RUNTIME_TOKEN: "evil",
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "safe.directory",
  };
  const environment = gitEnvironment(inherited, { network: false, own: true, extra: { GIT_CONFIG_COUNT: "0" } });
  const users = gitEnvironment(inherited, { network: true, own: false, extra: {} });
  expect(users).toMatchObject({ GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "safe.directory" });
  expect(users).not.toHaveProperty("GIT_ALLOW_PROTOCOL");
  expect(environment).not.toHaveProperty("GIT_CONFIG_KEY_0");
  expect(environment).toMatchObject({
    PATH: "/bin",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_COUNT: "0",
  });
  expect(Object.keys(environment)).not.toContain("GIT_DIR");
  expect(Object.values(environment)).not.toContain("evil");
});

test("output over the limit ends the process with a clear message", async () => {
  const { root } = sampleRepository({ "a.yml": "a".repeat(100_000) });
  const own = await createGit({ directory: root });
  await expect(own.output(["cat-file", "-p", "HEAD:a.yml"], { limit: 1000 })).rejects.toThrow(/more than 1000 bytes/);
});
