import * as core from "@actions/core";
import { type Client, createClient, type RepositoryName } from "../github/client.ts";
import { log, writeSummary } from "../github/conclude.ts";
import { type CommitsTarget, type PullRequestTarget, readEvent, type Target } from "../github/event.ts";
import { reason } from "../github/explain-error.ts";
import { basicCredentials } from "../github/git-repository.ts";
import { type Inputs, readInputs } from "../github/inputs.ts";
import { PACE, type Pace } from "../github/pace.ts";
import { findPullRequest, findPullRequestsOf } from "../github/pull-request.ts";
import { reviewTarget } from "../github/review-target.ts";
import { type Runner, readRunner } from "../github/runner.ts";
import { VERSION } from "../model/tool-version.ts";
import { paragraph } from "../report/escape.ts";
import { UserError } from "../snapshot/user-error.ts";
import { reportReview } from "./report-review.ts";

/** Runs the Action in the environment of a job. Gives the exit code: that of the findings, or 1 where there is no verdict. */
export async function runAction(pace: Pace = PACE): Promise<0 | 1> {
  try {
    return await run(pace);
  } catch (error) {
    await fail(error);
    return 1;
  }
}

/** Reviews what the event names and publishes it. Gives the exit code, which findings alone decide. */
async function run(pace: Pace): Promise<0 | 1> {
  const inputs = readInputs();
  core.setSecret(inputs.token);
  core.setSecret(basicCredentials(inputs.token));
  const runner = await readRunner(process.env);
  const event = readEvent(runner.event, runner.payload);
  if (!event.ok) {
    if (!event.skip) throw new UserError(event.message);
    log(event.message);
    return 0;
  }
  const client = connect(inputs, runner, pace);
  const { repository, serverUrl, temp } = runner;
  const targets = await targetsOf(client, repository, event.target, pace.second);
  if (targets.length === 0) log("no open pull request has this commit as its head any more");
  let code: 0 | 1 = 0;
  for (const target of targets) {
    log(`reviewing ${target.head}`);
    const { token } = inputs;
    const places = { client, repository, serverUrl, token, temp, objects: runner.objects, pace };
    const reviewed = await reviewTarget(places, target);
    // The time of the review does not count against the requests that follow.
    const reporting = { inputs, runner, client: connect(inputs, runner, pace), pace };
    const ended = await reportReview(reporting, reviewed, targets.length > 1);
    code = ended === 1 ? 1 : code;
  }
  return code;
}

/** What an event's target comes to: itself, or the pull requests that it stands for. */
async function targetsOf(
  client: Client,
  repository: RepositoryName,
  target: Target,
  second: number,
): Promise<readonly (PullRequestTarget | CommitsTarget)[]> {
  if (target.kind === "finished-run") return findPullRequestsOf(client, repository, target, second);
  if (target.kind === "pull-request-number") return [await findPullRequest(client, repository, target.number, second)];
  return [target];
}

const connect = (inputs: Inputs, runner: Runner, pace: Pace): Client =>
  createClient({
    token: inputs.token,
    apiUrl: runner.apiUrl,
    userAgent: `windsock/${VERSION}`,
    deadline: AbortSignal.timeout(pace.all),
    pace,
  });

/** Says what went wrong. A run that ends here has no verdict, so it never passes. */
async function fail(error: unknown): Promise<void> {
  const known = error instanceof UserError;
  const message = known ? [error.message, error.hint].filter((part) => part !== null).join(". ") : defect(error);
  core.error(message);
  if (!known && error instanceof Error) log(`where it happened: ${reason(error.stack ?? "", 2000)}`);
  await writeSummary(`### ✖ Windsock could not review this change\n\n${paragraph([message])}\n`);
}

function defect(error: unknown): string {
  const server = process.env.GITHUB_SERVER_URL ?? "https://github.com";
  const repository = process.env.GITHUB_ACTION_REPOSITORY ?? "";
  const where = repository === "" ? "to the action's authors" : `at ${server}/${repository}/issues/new`;
  return `Windsock met a defect of its own and has no verdict: ${reason(error)}. Please report it ${where}, with the log of this job.`;
}
