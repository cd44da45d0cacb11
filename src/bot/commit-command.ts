import { type CommitRequest, commitFiles, findCommit, NOT_TO_A_FORK } from "../github/commit-files.ts";
import { GENERATED, generatedMessage } from "../github/commit-generated.ts";
import { explainError, reason, statusOf } from "../github/explain-error.ts";
import { VERSION } from "../model/tool-version.ts";
import { fence, markdown } from "../report/escape.ts";
import { code } from "../report/rich.ts";
import type { Asked, CommandPlaces, Done } from "./command-job.ts";
import { requestOf } from "./job.ts";
import { text } from "./payload.ts";
import { recallPull } from "./pull-memory.ts";
import { readPull } from "./pull-target.ts";
import type { BranchCommit } from "./rendered-review.ts";
import { runWork } from "./run-work.ts";
import { recall, remember } from "./tables.ts";

/** Fixes that a commit's message lists. */
const MOST_LINES = 50;

/**
 * `fix` and `commit`: works out a commit in a process of its own and makes it, one commit on top of the branch's newest.
 * Nothing is written to a fork: there the fixes are given as a patch.
 */
export async function commitToBranch(places: CommandPlaces, asked: Asked, word: "fix" | "commit"): Promise<Done> {
  const { job, client, signal } = asked;
  const open = await readPull(client, job.repository, job.number);
  if (open === null) return { outcome: "closed", answer: null };
  if (open.fork && word === "commit") return { outcome: "not possible", answer: `${NOT_TO_A_FORK} ${BY_HAND.commit}` };
  if (await isCommitted(places, asked, open.about.head)) return { outcome: "done", answer: null };
  const key = { repository: job.repository.id, number: job.number };
  const { acceptances } = await recallPull(places.database, key);
  const work = word === "fix" ? ({ kind: "fix", acceptances } as const) : ({ kind: "commit" } as const);
  const result = await runWork(places, job, open.about, work, signal);
  if (result.kind === "aborted") throw new Error("the work was stopped, because this process ends");
  if (result.kind === "stopped") return { outcome: "not possible", answer: `The work was stopped: ${result.why}.` };
  if (result.kind === "crashed") {
    const trouble = reason(result.words, 2000);
    return { outcome: "not possible", answer: "The work met a defect of Windsock.", trouble };
  }
  if (!result.answer.ok) return { outcome: "not possible", answer: `${result.answer.message}. Ask again.` };
  if (!("commit" in result.answer)) throw new Error("the process answered something else");
  const { commit } = result.answer;
  if (commit.nothing !== null) return { outcome: "not possible", answer: commit.nothing };
  if (open.fork) return { outcome: "done", answer: forFork(commit) };
  return write(places, asked, open.about.head, word, commit);
}

const BY_HAND = {
  fix: "Run `windsock check --fix` on the branch, and commit the result.",
  commit: "Run `windsock compile` on the branch, and commit the result.",
};

/** The fixes as a patch, where the branch is not to be written to. */
const forFork = ({ patch }: BranchCommit): string =>
  patch === ""
    ? `${NOT_TO_A_FORK} ${BY_HAND.fix}`
    : `${NOT_TO_A_FORK} These are the fixes, for \`git apply\`:\n\n${fence("diff", patch)}`;

/** What was asked for, to note the commit that it makes. */
const noteOf = ({ job }: Asked): string => `command/${job.repository.id}/${requestOf(job)}/commit`;

/** True where this very request has made its commit before, and was ended before it could say so. */
async function isCommitted({ database, github }: CommandPlaces, asked: Asked, head: string): Promise<boolean> {
  const { job, signal } = asked;
  const noted = await recall(database, noteOf(asked));
  const before = text(noted, "head");
  if (before === "" || before === head) return false;
  const { owner, repo } = job.repository;
  const message = { headline: text(noted, "message", "headline"), body: text(noted, "message", "body") };
  const client = await github.client(job.installation, job.repository.id, signal, "commit");
  return (
    (await findCommit(client, { repository: { owner, repo }, number: job.number, head: before, message })) !== null
  );
}

async function write(
  { github, database }: CommandPlaces,
  asked: Asked,
  head: string,
  word: "fix" | "commit",
  { additions, deletions, command, done }: BranchCommit,
): Promise<Done> {
  const { job, signal } = asked;
  const what = word === "fix" ? "the fixes" : GENERATED;
  const { owner, repo } = job.repository;
  const message = word === "fix" ? fixMessage(head, done) : generatedMessage(head);
  const request = {
    repository: { owner, repo },
    number: job.number,
    head,
    additions,
    deletions,
    command,
    what,
    message,
  };
  try {
    const client = await github.client(job.installation, job.repository.id, signal, "commit");
    await remember(database, noteOf(asked), { head, message });
    const outcome = await commitFiles(client, request);
    if (outcome.what === "committed") return { outcome: "done", answer: null };
    if (outcome.what === "outdated") {
      const answer = `A newer push has come meanwhile, so ${what} of ${markdown([code(head.slice(0, 7))])} were not committed. Ask again.`;
      return { outcome: "not possible", answer };
    }
    return { outcome: "not possible", answer: outcome.why };
  } catch (error) {
    // The App was installed without the right to write contents.
    if (statusOf(error) !== 422) throw error;
    const why = explainError(
      error,
      { action: `commit ${what}`, permission: "{ contents: write, pull-requests: read }" },
      false,
    );
    return { outcome: "not possible", answer: `${why} The App needs the permission *Contents: read and write*.` };
  }
}

const fixMessage = (head: string, done: readonly string[]): CommitRequest["message"] => ({
  headline: "Apply the fixes of Windsock",
  body: [
    ...done.slice(0, MOST_LINES).map((line) => `- ${line}`),
    ...(done.length > MOST_LINES ? [`- and ${done.length - MOST_LINES} more`] : []),
    "",
    `Worked out for ${head} by Windsock ${VERSION}.`,
  ].join("\n"),
});
