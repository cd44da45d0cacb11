import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Octokit } from "@octokit/rest";
import { createGitRepository, type Files } from "../../github/fake/git-repository.ts";
import { type ActionRun, runOnEvent } from "./run-action.ts";

/** A repository on some GitHub, and a token that may write its contents, pull requests and (for an App) checks. */
export interface LivePlace {
  readonly url: string;
  readonly apiUrl: string;
  readonly owner: string;
  readonly name: string;
  readonly token: string;
}

/** One pull request between two branches that were made for it. */
export interface LivePull {
  readonly number: number;
  push(files: Files): Promise<void>;
  head(): Promise<string>;
  comments(): Promise<readonly { readonly id: number; readonly body: string }[]>;
  run(inputs?: Readonly<Record<string, string>>): Promise<ActionRun>;
  /** Closes it and removes its branches. */
  remove(): Promise<void>;
}

/** Makes two branches of files, and a pull request of one into the other. Nothing else of the repository is touched. */
export async function openLivePull(place: LivePlace, base: Files, change: Files): Promise<LivePull> {
  const { owner, name, token } = place;
  const folder = mkdtempSync(join(tmpdir(), "windsock-live-"));
  const local = createGitRepository(folder);
  const octokit = new Octokit({ auth: token, baseUrl: place.apiUrl });
  const repo = { owner, repo: name };
  const [baseBranch, branch] = ["base", "change"].map((part) => `windsock-live/${folder.slice(-6)}/${part}`) as [
    string,
    string,
  ];
  local.commit("base", base);
  local.commit("change", change, { from: "base" });
  await pushTo(place, folder, [`base:refs/heads/${baseBranch}`, `change:refs/heads/${branch}`]);
  const { data } = await octokit.rest.pulls.create({
    ...repo,
    title: "Windsock: a live test",
    head: branch,
    base: baseBranch,
  });
  const pull_number = data.number;
  const read = async () => (await octokit.rest.pulls.get({ ...repo, pull_number })).data;
  return {
    number: pull_number,
    async push(files) {
      local.commit("change", files);
      await pushTo(place, folder, [`change:refs/heads/${branch}`]);
    },
    head: async () => (await read()).head.sha,
    async comments() {
      const all = await octokit.paginate(octokit.rest.issues.listComments, { ...repo, issue_number: pull_number });
      return all.map(({ id, body }) => ({ id, body: body ?? "" }));
    },
    async run(inputs = {}) {
      const { head, base: target } = await read();
      const full_name = `${owner}/${name}`;
      const payload = {
        pull_request: {
          number: pull_number,
          head: { sha: head.sha, repo: { full_name } },
          base: { sha: target.sha },
        },
        repository: { full_name, default_branch: "main" },
      };
      return runOnEvent(place, { owner, name }, { event: "pull_request", payload, token, inputs });
    },
    async remove() {
      await octokit.rest.pulls.update({ ...repo, pull_number, state: "closed" });
      await pushTo(place, folder, [`:refs/heads/${branch}`, `:refs/heads/${baseBranch}`]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Pushes by HTTP; the token goes by the environment, so no argument has it. */
function pushTo(place: LivePlace, folder: string, refs: readonly string[]): Promise<void> {
  const basic = Buffer.from(`x-access-token:${place.token}`).toString("base64");
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: folder,
    GIT_TERMINAL_PROMPT: "0",
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `http.${new URL(place.url).origin}/.extraHeader`,
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(
      "git",
      ["push", "--quiet", "--force", `${place.url}/${place.owner}/${place.name}.git`, ...refs],
      { cwd: folder, env, stdio: ["ignore", "ignore", "pipe"] },
    );
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`git push: ${said}`))));
  });
}
