import {
  chmodSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { asPath } from "../../src/model/path.ts";
import type { Snapshot } from "../../src/model/snapshot.ts";
import { openFolder } from "../../src/snapshot/folder-snapshot.ts";
import { createGit } from "../../src/snapshot/git.ts";
import { openCommit } from "../../src/snapshot/git-snapshot.ts";
import { openRepository } from "../../src/snapshot/repository.ts";
import { openWorktree } from "../../src/snapshot/worktree-snapshot.ts";
import { sampleRepository, temporaryFolder, writeFiles } from "./sample-repository.ts";

async function textOf(snapshot: Snapshot, path: string): Promise<string> {
  const content = (await snapshot.load([asPath(path)])).get(asPath(path));
  return content?.ok ? Buffer.from(content.bytes).toString("utf8") : `refused: ${content?.why}`;
}

test("holds changed, staged and untracked files, and neither ignored nor deleted ones", async () => {
  const { root, git } = sampleRepository({
    ".gitignore": "*.log\n",
    "a.yml": "a",
    "b.yml": "b",
    "c.yml": "c",
    "d.yml": "d",
  });
  writeFiles(root, { "a.yml": "changed", "new/e.yml": "e", "x.log": "log", "staged.yml": "s" });
  git("add", "staged.yml");
  rmSync(join(root, "b.yml"));
  git("rm", "-q", "c.yml");
  const snapshot = await openWorktree(await createGit({ directory: root }), root);
  expect([...snapshot.tree.keys()]).toEqual([".gitignore", "a.yml", "d.yml", "new/e.yml", "staged.yml"]);
  expect(await textOf(snapshot, "a.yml")).toBe("changed");
  expect(await textOf(snapshot, "new/e.yml")).toBe("e");
  expect(await textOf(snapshot, "d.yml")).toBe("d");
  expect(await textOf(snapshot, "b.yml")).toBe("refused: missing");
  expect(snapshot.commit).toBeNull();
});

test.each(["sha1", "sha256"] as const)("gives the ids that the files get once committed (%s)", async (format) => {
  const { root, commitAll } = sampleRepository({ "a.yml": "a", "b.yml": "b" }, format);
  writeFiles(root, { "a.yml": "changed", "ü.yml": "new" });
  const git = await createGit({ directory: root });
  const before = await openWorktree(git, root);
  commitAll("second");
  const after = await openCommit(git, "HEAD");
  expect([...before.tree]).toEqual([...after.tree]);
});

test("sees the whole tree from one of its folders", async () => {
  const { root } = sampleRepository({ "dags/a.yml": "a", "b.yml": "b" });
  writeFiles(root, { "c.yml": "c", "b.yml": "changed" });
  const snapshot = await openWorktree(await createGit({ directory: join(root, "dags") }), root);
  expect([...snapshot.tree.keys()]).toEqual(["b.yml", "c.yml", "dags/a.yml"]);
  expect(await textOf(snapshot, "b.yml")).toBe("changed");
});

test("never follows a link out of the tree, neither a file's nor a folder's", async () => {
  const outside = temporaryFolder();
  writeFiles(outside, { "a.yml": "secret" });
  const { root } = sampleRepository({ "dags/a.yml": "a", "real/b.yml": "b" });
  renameSync(join(root, "dags"), join(outside, "moved"));
  symlinkSync(outside, join(root, "dags"));
  symlinkSync(join(outside, "a.yml"), join(root, "link.yml"));
  const snapshot = await openWorktree(await createGit({ directory: root }), root);
  expect([...snapshot.tree.keys()]).toEqual(["dags", "link.yml", "real/b.yml"]);
  expect(await textOf(snapshot, "dags/a.yml")).toBe("refused: missing");
  expect(await textOf(snapshot, "link.yml")).toBe("refused: symlink");
  expect(await textOf(snapshot, "dags")).toBe("refused: symlink");
});

test("starts no program that the repository's configuration names", async () => {
  const { root, git } = sampleRepository({ "a.yml": "a", ".gitattributes": "*.yml filter=evil diff=evil\n" });
  const mark = join(temporaryFolder(), "ran");
  const program = join(temporaryFolder(), "program.sh");
  writeFileSync(program, `#!/bin/sh\ntouch ${mark}\ncat\n`);
  chmodSync(program, 0o755);
  for (const key of [
    "core.fsmonitor",
    "filter.evil.clean",
    "filter.evil.process",
    "diff.evil.textconv",
    "core.pager",
  ]) {
    git("config", key, program);
  }
  writeFiles(root, { "a.yml": "b" });
  const snapshot = await openWorktree(await createGit({ directory: root }), root);
  expect(await textOf(snapshot, "a.yml")).toBe("b");
  expect(existsSync(mark)).toBe(false);
});

test("keeps the repository's line ends where git turned them on checkout", async () => {
  const { root, git } = sampleRepository({ "a.yml": "one\ntwo\n" });
  git("config", "core.autocrlf", "true");
  rmSync(join(root, "a.yml"));
  git("checkout", "-q", "--", "a.yml");
  const own = await createGit({ directory: root });
  const snapshot = await openWorktree(own, root);
  expect(await textOf(snapshot, "a.yml")).toBe("one\ntwo\n");
  expect(snapshot.tree.get(asPath("a.yml"))).toEqual((await openCommit(own, "HEAD")).tree.get(asPath("a.yml")));
});

test("an inner repository is named, not entered", async () => {
  const { root, git } = sampleRepository({ "a.yml": "a" });
  mkdirSync(join(root, "inner"));
  git("-C", "inner", "init", "-q");
  writeFiles(root, { "inner/b.yml": "b" });
  git("-C", "inner", "add", "b.yml");
  git("-C", "inner", "commit", "-q", "-m", "b");
  const snapshot = await openWorktree(await createGit({ directory: root }), root);
  expect(snapshot.tree.get(asPath("inner"))).toEqual({ kind: "submodule" });
  expect([...snapshot.tree.keys()]).toEqual(["a.yml", "inner"]);
});

test("a plain folder is read without git, its links are named, and .git and node_modules are left out", async () => {
  const root = temporaryFolder();
  writeFiles(root, { "dags/a.yml": "a", ".git/config": "x", "node_modules/p/b.yml": "x", "c\n.yml": "c" });
  symlinkSync("/etc/passwd", join(root, "link.yml"));
  writeFileSync(Buffer.concat([Buffer.from(`${root}/b`), Buffer.from([0xff])]), "b");
  const snapshot = await openFolder(root);
  expect([...snapshot.tree.keys()]).toEqual(["c\n.yml", "dags/a.yml", "link.yml"]);
  expect(await textOf(snapshot, "dags/a.yml")).toBe("a");
  expect(await textOf(snapshot, "c\n.yml")).toBe("c");
  expect(await textOf(snapshot, "link.yml")).toBe("refused: symlink");
  expect(await textOf(snapshot, "../outside")).toBe("refused: missing");
  expect(snapshot.refused).toEqual(["b\\xff"]);
});

test("in a merge conflict the file on disk counts, and a file only promised to git does too", async () => {
  const { root, git, commitAll } = sampleRepository({ "a.yml": "a\n", "b.yml": "b" });
  git("checkout", "-q", "-b", "other");
  writeFiles(root, { "a.yml": "theirs\n" });
  commitAll("theirs");
  git("checkout", "-q", "main");
  writeFiles(root, { "a.yml": "ours\n" });
  commitAll("ours");
  expect(() => git("merge", "-q", "other")).toThrow();
  writeFiles(root, { "c.yml": "c" });
  git("add", "--intent-to-add", "c.yml");
  const snapshot = await openWorktree(await createGit({ directory: root }), root);
  expect([...snapshot.tree.keys()]).toEqual(["a.yml", "b.yml", "c.yml"]);
  expect(await textOf(snapshot, "a.yml")).toMatch(/^<<<<<<< [\s\S]*ours[\s\S]*theirs/);
  expect(await textOf(snapshot, "c.yml")).toBe("c");
});

test("files that a sparse checkout leaves out are still there", async () => {
  const { root, git } = sampleRepository({ "dags/a.yml": "a", "other/b.yml": "b" });
  git("sparse-checkout", "set", "dags");
  expect(existsSync(join(root, "other"))).toBe(false);
  const snapshot = await openWorktree(await createGit({ directory: root }), root);
  expect(await textOf(snapshot, "other/b.yml")).toBe("b");
});

test("a linked working tree is read as itself, also where its path has blanks and letters beyond ASCII", async () => {
  const { git } = sampleRepository({ "a.yml": "a" });
  const linked = join(temporaryFolder(), "l inked ü");
  git("worktree", "add", "-q", "--detach", linked);
  writeFiles(linked, { "new.yml": "n" });
  const repository = await openRepository(linked);
  const root = repository?.root ?? "";
  expect(realpathSync(root)).toBe(realpathSync(linked));
  const snapshot = await openWorktree(await createGit({ directory: linked }), root);
  expect([...snapshot.tree.keys()]).toEqual(["a.yml", "new.yml"]);
});
