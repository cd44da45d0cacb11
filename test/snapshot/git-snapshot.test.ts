import { execFileSync } from "node:child_process";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { asPath } from "../../src/model/path.ts";
import type { Snapshot } from "../../src/model/snapshot.ts";
import { createGit } from "../../src/snapshot/git.ts";
import { openCommit } from "../../src/snapshot/git-snapshot.ts";
import { openWorktree } from "../../src/snapshot/worktree-snapshot.ts";
import { sampleRepository, temporaryFolder } from "./sample-repository.ts";

async function textOf(snapshot: Snapshot, path: string): Promise<string> {
  const content = (await snapshot.load([asPath(path)])).get(asPath(path));
  return content?.ok ? Buffer.from(content.bytes).toString("utf8") : `refused: ${content?.why}`;
}

test.each(["sha1", "sha256"] as const)("reads the files of a commit by git objects (%s)", async (format) => {
  const repository = sampleRepository({ "dags/a/b.yml": "operator: x\n", "z.sql": "select 1", empty: "" }, format);
  const git = await createGit({ directory: repository.root });
  const snapshot = await openCommit(git, "main");
  expect([...snapshot.tree.keys()]).toEqual(["dags/a/b.yml", "empty", "z.sql"]);
  expect(await textOf(snapshot, "dags/a/b.yml")).toBe("operator: x\n");
  expect(await textOf(snapshot, "empty")).toBe("");
  expect(await textOf(snapshot, "nowhere")).toBe("refused: missing");
  expect(snapshot.commit).toBe(repository.git("rev-parse", "HEAD"));
});

test("keeps names with line ends, quotes and non-ASCII as they are", async () => {
  const names = ["new\nline.yml", 'quo"te.yml', "tab\t.yml", "ünï.yml", " blank .yml", "-dash.yml"];
  const repository = sampleRepository(Object.fromEntries(names.map((name) => [name, name])));
  const snapshot = await openCommit(await createGit({ directory: repository.root }), "HEAD");
  expect([...snapshot.tree.keys()]).toEqual([...names].sort());
  for (const name of names) expect(await textOf(snapshot, name)).toBe(name);
});

test("leaves out names that are no UTF-8 and says so", async () => {
  const repository = sampleRepository({ "a.yml": "a" });
  writeFileSync(Buffer.concat([Buffer.from(`${repository.root}/b`), Buffer.from([0xff]), Buffer.from(".yml")]), "b");
  repository.commitAll("odd");
  const git = await createGit({ directory: repository.root });
  for (const snapshot of [await openCommit(git, "HEAD"), await openWorktree(git, repository.root)]) {
    expect([...snapshot.tree.keys()]).toEqual(["a.yml"]);
    expect(snapshot.refused).toEqual(["b\\xff.yml"]);
  }
});

test("says links, submodules, LFS pointers and large files instead of reading them", async () => {
  const repository = sampleRepository({
    "pointer.bin": "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n",
    "large.sql": Buffer.alloc(5 * 1024 * 1024 + 1, 32),
    "full.sql": Buffer.alloc(5 * 1024 * 1024, 32),
  });
  symlinkSync("/etc/passwd", join(repository.root, "link.yml"));
  repository.git("update-index", "--add", "--cacheinfo", `160000,${repository.git("rev-parse", "HEAD")},module`);
  repository.git("add", "link.yml");
  repository.git("commit", "-q", "-m", "odd");
  const snapshot = await openCommit(await createGit({ directory: repository.root }), "HEAD");
  expect(await textOf(snapshot, "link.yml")).toBe("refused: symlink");
  expect(await textOf(snapshot, "module")).toBe("refused: submodule");
  expect(await textOf(snapshot, "pointer.bin")).toBe("refused: lfs");
  expect(await textOf(snapshot, "large.sql")).toBe("refused: too-large");
  expect((await textOf(snapshot, "full.sql")).length).toBe(5 * 1024 * 1024);
});

test("reads a bare repository that is named outright", async () => {
  const repository = sampleRepository({ "a.yml": "a" });
  const bare = join(temporaryFolder(), "bare.git");
  execFileSync("git", ["clone", "-q", "--bare", repository.root, bare], { stdio: "ignore" });
  const git = await createGit({ gitDir: bare, own: true });
  expect(await textOf(await openCommit(git, "main"), "a.yml")).toBe("a");
});

test("what two versions share is read once, and an equal content has an equal id", async () => {
  const repository = sampleRepository({ "a.yml": "same", "b.yml": "old" });
  const first = repository.git("rev-parse", "HEAD");
  writeFileSync(join(repository.root, "b.yml"), "same");
  repository.commitAll("second");
  const git = await createGit({ directory: repository.root });
  const [base, head] = [await openCommit(git, first), await openCommit(git, "HEAD")];
  expect(await textOf(base, "a.yml")).toBe("same");
  expect(git.blobs.size).toBe(1);
  expect(await textOf(head, "b.yml")).toBe("same");
  expect(git.blobs.size).toBe(1);
  expect(head.tree.get(asPath("b.yml"))).toEqual(base.tree.get(asPath("a.yml")));
});

test("a blob that a partial clone lacks is missing, and is not fetched", async () => {
  const repository = sampleRepository({ "a.yml": "a", "b.yml": "b" });
  repository.git("config", "uploadpack.allowFilter", "true");
  const bare = join(temporaryFolder(), "partial.git");
  execFileSync("git", ["clone", "-q", "--bare", "--filter=blob:none", `file://${repository.root}`, bare], {
    stdio: "ignore",
  });
  const snapshot = await openCommit(await createGit({ gitDir: bare, own: true }), "main");
  expect(await textOf(snapshot, "a.yml")).toBe("refused: missing");
});

test("an object that the repository has lost is missing, and the others are read", async () => {
  const repository = sampleRepository({ "a.yml": "a", "b.yml": "b" });
  const oid = repository.git("rev-parse", "HEAD:a.yml");
  rmSync(join(repository.root, ".git/objects", oid.slice(0, 2), oid.slice(2)));
  const snapshot = await openCommit(await createGit({ directory: repository.root }), "HEAD");
  expect(await textOf(snapshot, "a.yml")).toBe("refused: missing");
  expect(await textOf(snapshot, "b.yml")).toBe("b");
});
