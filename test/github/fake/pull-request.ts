import type { Files } from "./git-repository.ts";
import type { Pull, Repository } from "./state.ts";

/** Opens a pull request of `branch` into `base` and makes its refs. */
export function openPull(
  repository: Repository,
  branch: string,
  options: { base?: string; from?: string | null } = {},
): Pull {
  const pull: Pull = {
    number: repository.pulls.size + 1,
    title: "A change",
    branch,
    base: options.base ?? repository.defaultBranch,
    state: "open",
    headRepository: options.from === undefined ? `${repository.owner}/${repository.name}` : options.from,
  };
  repository.pulls.set(pull.number, pull);
  updatePull(repository, pull);
  return pull;
}

/** Moves `refs/pull/N/head` to the branch and makes `refs/pull/N/merge` anew; under a conflict there is none. */
export function updatePull(repository: Repository, pull: Pull): void {
  const head = repository.git.resolve(`refs/heads/${pull.branch}`);
  const base = repository.git.resolve(`refs/heads/${pull.base}`);
  if (head === null || base === null) throw new Error("a pull request needs both branches");
  repository.git.setRef(`refs/pull/${pull.number}/head`, head);
  repository.git.setRef(`refs/pull/${pull.number}/merge`, repository.git.merge(base, head));
}

/** After a push over HTTP: the refs of open pull requests follow their branches. */
export function pushed(repository: Repository): void {
  repository.git.git(["rev-parse", "--git-dir"]);
  for (const pull of repository.pulls.values()) {
    const branches = [pull.branch, pull.base].every((name) => repository.git.resolve(`refs/heads/${name}`) !== null);
    if (pull.state === "open" && branches) updatePull(repository, pull);
  }
}

/** Commits to the branch of a pull request, as a push does. Gives the new head. */
export function push(repository: Repository, pull: Pull, files: Files, options: { force?: boolean } = {}): string {
  const from = options.force ? `refs/heads/${pull.base}` : undefined;
  const head = repository.git.commit(pull.branch, files, { ...options, from });
  updatePull(repository, pull);
  return head;
}

/** The payload of a `pull_request` event, as the runner writes it to GITHUB_EVENT_PATH. */
export function pullRequestEvent(repository: Repository, pull: Pull, action = "synchronize"): Record<string, unknown> {
  const full = `${repository.owner}/${repository.name}`;
  const base = { ref: pull.base, sha: repository.git.resolve(`refs/heads/${pull.base}`), repo: { full_name: full } };
  const sha = repository.git.resolve(`refs/pull/${pull.number}/head`);
  return {
    action,
    number: pull.number,
    pull_request: {
      number: pull.number,
      state: pull.state,
      title: pull.title,
      draft: pull.draft ?? false,
      head: {
        ref: pull.branch,
        sha,
        repo:
          pull.headRepository === null ? null : { full_name: pull.headRepository, fork: pull.headRepository !== full },
      },
      base,
    },
    repository: {
      full_name: full,
      name: repository.name,
      owner: { login: repository.owner },
      default_branch: repository.defaultBranch,
    },
  };
}
