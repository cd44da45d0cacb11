import { stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { createGit, type Git } from "./git.ts";
import { UserError } from "./user-error.ts";

/** A repository as found from one of its folders; `root` is the top of its working tree, or `null` where it is bare. */
export interface Repository {
  readonly git: Git;
  readonly root: string | null;
}

/**
 * The git repository that `directory` lies in, or is (a bare one); `null` where there is none.
 * Throws a `UserError` if the folder is missing, or if git refuses the repository.
 */
export async function openRepository(directory: string): Promise<Repository | null> {
  if (!(await stat(directory).catch(() => null))?.isDirectory()) {
    throw new UserError(`there is no folder \`${directory}\``);
  }
  if (await isBare(directory)) return { git: await createGit({ gitDir: resolve(directory) }), root: null };
  // A plain folder needs no git at all.
  if (!(await hasGitFolder(resolve(directory)))) return null;
  const git = await createGit({ directory });
  const found = await git.attempt(["rev-parse", "--show-toplevel"]);
  if (found.code === 0) return { git, root: found.stdout.toString("utf8").replace(/\r?\n$/, "") };
  if (found.stderr.includes("not a git repository")) return null;
  // Says in git's words what is wrong with it: another owner, a format that this git does not know.
  await git.output(["rev-parse", "--show-toplevel"]);
  return null;
}

async function isBare(directory: string): Promise<boolean> {
  const parts = await Promise.all(
    ["HEAD", "objects", "refs"].map((name) => stat(join(directory, name)).catch(() => null)),
  );
  const inside = await stat(join(directory, ".git")).catch(() => null);
  return inside === null && parts.every((part) => part !== null);
}

/** True where the folder, or one above it, has a `.git`: a folder, or a file in linked working trees and submodules. */
async function hasGitFolder(directory: string): Promise<boolean> {
  if ((await stat(join(directory, ".git")).catch(() => null)) !== null) return true;
  const above = dirname(directory);
  return above !== directory && hasGitFolder(above);
}
