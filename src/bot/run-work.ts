import type { CommitsTarget, PullRequestTarget } from "../github/event.ts";
import type { GitHubApp } from "./installation-tokens.ts";
import type { JobRepository } from "./job.ts";
import type { Mirrors } from "./mirrors.ts";
import { RateLimited } from "./pauses.ts";
import type { ReviewRequest } from "./rendered-review.ts";
import { type ChildResult, runChild } from "./run-child.ts";
import type { Settings } from "./settings.ts";

/** What it takes to read a repository in a process of its own. */
export interface WorkPlaces {
  readonly settings: Pick<Settings, "serverUrl" | "apiUrl" | "reviewSeconds" | "reviewMemory">;
  readonly github: GitHubApp;
  readonly mirrors: Mirrors;
  /** The arguments of Node that start `reviewChild`. */
  readonly child: readonly string[];
}

/** Runs work on a target in a process of its own, within the limits, with a mirror for it alone. */
export async function runWork(
  places: WorkPlaces,
  of: { readonly installation: number; readonly repository: JobRepository },
  target: PullRequestTarget | CommitsTarget,
  work: ReviewRequest["work"],
  signal: AbortSignal,
): Promise<ChildResult> {
  const { settings, github, mirrors, child } = places;
  const token = await github.token(of.installation, of.repository.id, "read");
  const mirror = await mirrors.take(of.repository.id, target.head.length === 64 ? "sha256" : "sha1");
  let result: ChildResult | null = null;
  try {
    const { serverUrl, apiUrl, reviewSeconds: seconds, reviewMemory: memory } = settings;
    const { owner, repo } = of.repository;
    const request = { repository: { owner, repo }, target, token, serverUrl, apiUrl, mirror: mirror.directory, work };
    result = await runChild(child, request, { seconds, memory }, signal);
    if (result.kind === "answer" && "limitedUntil" in result.answer) throw new RateLimited(result.answer.limitedUntil);
    return result;
  } finally {
    await mirror.release(result?.kind === "answer");
  }
}
