import { resolve } from "node:path";
import type { Snapshot } from "../model/snapshot.ts";
import { openFolder } from "../snapshot/folder-snapshot.ts";
import type { Git } from "../snapshot/git.ts";
import { openCommit } from "../snapshot/git-snapshot.ts";
import { openRepository } from "../snapshot/repository.ts";
import type { OpenedSnapshot } from "../snapshot/tree-paths.ts";
import { UserError } from "../snapshot/user-error.ts";
import { openWorktree } from "../snapshot/worktree-snapshot.ts";
import type { Host } from "./host.ts";
import type { CommonOptions, Say } from "./say.ts";

/** What a command reads from: a git repository, or a plain folder. */
export interface Source {
  /** `null` for a plain folder. */
  readonly git: Git | null;
  /** The top folder on disk; `null` for a bare repository. */
  readonly root: string | null;
  /** The version that `ref` names, or the files on disk. Notes names that cannot be paths. */
  open(ref: string | undefined): Promise<Snapshot>;
}

/** Finds what to read from. Throws a `UserError` where there is nothing. */
export async function openSource(host: Host, options: CommonOptions, say: Say): Promise<Source> {
  const folder = resolve(host.cwd, options.repo ?? ".");
  say.step("opening the repository");
  const repository = await openRepository(folder);
  const git = repository?.git ?? null;
  const root = repository ? repository.root : folder;
  const open = async (ref: string | undefined): Promise<OpenedSnapshot> => {
    if (ref !== undefined) {
      if (git === null) throw new UserError(`\`${folder}\` is no git repository, so it has no version \`${ref}\``);
      return openCommit(git, ref);
    }
    if (git === null) return openFolder(folder);
    if (root === null) throw new UserError("a bare repository has no working tree", "Name a commit: --ref or --head.");
    return openWorktree(git, root);
  };
  return {
    git,
    root,
    async open(ref) {
      const snapshot = await open(ref);
      const [first] = snapshot.refused;
      if (first !== undefined) {
        const others = snapshot.refused.length - 1;
        say.note(
          `left out, since its name is no usable UTF-8 path: ${first}${others > 0 ? ` and ${others} more` : ""}`,
        );
      }
      return snapshot;
    },
  };
}
