import { readMarker } from "../../../src/github/marker.ts";
import type { Files } from "../../github/fake/git-repository.ts";
import { openPull } from "../../github/fake/pull-request.ts";
import type { FakeGitHub } from "../../github/fake/server.ts";
import type { Permissions, Pull, Repository } from "../../github/fake/state.ts";
import { gustyProject, task } from "./gusty-project.ts";
import { type ActionRun, runAction } from "./run-action.ts";

/** The author of comments that a workflow's own token writes. */
export const BOT = "github-actions[bot]";

/** A change with one misspelt dependency, and one that is right. */
export const BROKEN: Files = { "dags/gusty/orders/publish.yml": task("echo publish", ["claen"]) };
export const GOOD: Files = { "dags/gusty/orders/archive.yml": task("echo archive", ["publish"]) };

/** A repository with the sample project and one open pull request. */
export interface Scene {
  readonly repository: Repository;
  readonly pull: Pull;
  readonly token: string;
  run(inputs?: Record<string, string>): Promise<ActionRun>;
  /** The texts of all comments, without our marker. */
  bodies(): string[];
}

export function makeScene(
  github: FakeGitHub,
  change: Files,
  options: {
    tasks?: number;
    rights?: Partial<Permissions>;
    objectFormat?: "sha1" | "sha256";
    /** More files of the base. */
    base?: Files;
    /** The repository of the head branch. */
    from?: string | null;
  } = {},
): Scene {
  const name = `acme/shop-${github.state.repositories.size + 1}`;
  const repository = github.createRepository(name, options.objectFormat);
  repository.git.commit("main", { ...gustyProject(options.tasks), ...options.base });
  repository.git.commit("feature", change, { from: "main" });
  const pull = openPull(repository, "feature", options.from === undefined ? {} : { from: options.from });
  const token = github.createToken(BOT, { contents: "read", "pull-requests": "write", ...options.rights });
  return {
    repository,
    pull,
    token,
    run: (inputs = {}) => runAction(github, repository, pull, { token, inputs }),
    bodies: () => repository.comments.map((comment) => readMarker(comment.body)?.text ?? comment.body),
  };
}
