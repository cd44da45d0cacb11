import type { Client } from "../github/client.ts";
import { statusOf } from "../github/explain-error.ts";
import { acceptFinding, takeBackAcceptance } from "./accept-command.ts";
import { commandSpec, HELP, unknownCommand, wrongUse } from "./commands.ts";
import { commitToBranch } from "./commit-command.ts";
import type { Database } from "./database.ts";
import { type AskJob, type ButtonJob, type CommandJob, requestOf } from "./job.ts";
import { ask, countQuestions } from "./pull-memory.ts";
import { readPull } from "./pull-target.ts";
import type { Queue } from "./queue.ts";
import { rerunChecks } from "./rerun-checks.ts";
import type { WorkPlaces } from "./run-work.ts";
import type { Settings } from "./settings.ts";
import { recall, remember } from "./tables.ts";
import { writeAnswer } from "./write-answer.ts";

export interface CommandPlaces extends WorkPlaces {
  readonly settings: WorkPlaces["settings"] & Pick<Settings, "appId">;
  readonly database: Database;
  readonly queue: Pick<Queue, "add">;
}

export type CommandOutcome = "done" | "done already" | "not allowed" | "not understood" | "not possible" | "closed";

/** What a command came to; `answer`: what to say of it in a comment of its own, as Markdown. */
export interface Done {
  readonly outcome: CommandOutcome;
  readonly answer: string | null;
  /** What the log should say of it. */
  readonly trouble?: string;
}

/** A command, whether it was written in a comment or is that of a button. */
export interface Asked {
  readonly job: CommandJob | ButtonJob;
  readonly client: Client;
  readonly signal: AbortSignal;
}

/**
 * Does what somebody asks for: a reaction to a comment at once, then what was asked for, and an answer where one is needed.
 * Running a job again changes nothing. Throws what makes another try worth it.
 */
export async function runAskJob(
  places: CommandPlaces,
  job: AskJob,
  signal: AbortSignal,
): Promise<Pick<Done, "outcome" | "trouble">> {
  const { github, database } = places;
  const client = await github.client(job.installation, job.repository.id, signal);
  if (job.kind === "rerun") {
    await rerunChecks(places, client, job);
    return { outcome: "done" };
  }
  const done = job.kind === "comment" ? `command/${job.repository.id}/${job.comment}` : null;
  if (done !== null && (await recall(database, done)) !== null) return { outcome: "done already" };
  const react = reactionsTo(client, job);
  await react("eyes");
  const { outcome, answer, trouble } = await runCommand(places, { job, client, signal });
  if (outcome === "not allowed" || outcome === "not understood" || outcome === "not possible") await react("confused");
  if (answer !== null) {
    const asked = requestOf(job);
    const head = (await readPull(client, job.repository, job.number))?.about.head;
    const { owner, repo } = job.repository;
    if (head !== undefined) {
      await writeAnswer(client, { repository: { owner, repo }, number: job.number, asked, head, text: answer });
    }
  }
  if (outcome === "done" && CHANGING.has(job.word)) await react("rocket");
  if (done !== null) await remember(database, done, outcome);
  return { outcome, ...(trouble === undefined ? {} : { trouble }) };
}

/** Words whose effect is seen elsewhere, so that a sign at the comment says that it is done. */
const CHANGING = new Set(["fix", "commit", "accept", "unaccept"]);

async function runCommand(places: CommandPlaces, asked: Asked): Promise<Done> {
  const { job, client } = asked;
  const spec = commandSpec(job.word);
  if (spec === null) return { outcome: "not understood", answer: unknownCommand(job.word) };
  if (spec.who === "write" && !(await mayWrite(client, job))) {
    const answer = `\`/windsock ${spec.word}\` is for those with write access to this repository.`;
    return { outcome: "not allowed", answer };
  }
  const rest = job.kind === "comment" ? job.rest : "";
  switch (spec.word) {
    case "help":
      return { outcome: "done", answer: HELP };
    case "review":
      return (await reviewAgain(places, asked, true)) ? DONE : CLOSED;
    case "fix":
    case "commit":
      return commitToBranch(places, asked, spec.word);
    case "accept":
    case "unaccept": {
      const key = { repository: job.repository.id, number: job.number };
      const change =
        spec.word === "accept"
          ? await acceptFinding(places.database, key, job.author, rest)
          : await takeBackAcceptance(places.database, key, rest);
      if (change !== null) return { outcome: "not understood", answer: wrongUse(spec, change) };
      return (await reviewAgain(places, asked, false)) ? DONE : CLOSED;
    }
    default:
      return takeQuestion(places, asked, rest);
  }
}

const DONE: Done = { outcome: "done", answer: null };
const CLOSED: Done = { outcome: "closed", answer: null };

/** Keeps a question; the report's next version has the answer, and is written at once. */
async function takeQuestion(places: CommandPlaces, asked: Asked, given: string): Promise<Done> {
  const { job, client } = asked;
  const spec = commandSpec(job.word);
  if (job.kind !== "comment" || spec === null) return { outcome: "not understood", answer: HELP };
  // People write names as code.
  const rest = given.replaceAll("`", "").trim();
  if (rest === "" && job.word !== "graph") {
    return { outcome: "not understood", answer: wrongUse(spec, "The name is missing.") };
  }
  const key = { repository: job.repository.id, number: job.number };
  const question = { comment: job.comment, author: job.author, word: job.word, rest };
  const most = (await countQuestions(places.database, key, job.comment)) >= MOST_QUESTIONS;
  if (most && !(await mayWrite(client, job))) {
    const answer = `There are many questions here already. On your own machine, \`windsock ${job.word}\` answers without limit.`;
    return { outcome: "not possible", answer };
  }
  await ask(places.database, key, question);
  return (await reviewAgain(places, asked, false)) ? DONE : CLOSED;
}

/** So many questions of one pull request are taken from everybody, as each costs a review; more from those who may write. */
const MOST_QUESTIONS = 50;

/** Asks for a review of the newest commit; `again`: with a new check run. False where the pull request is closed. */
async function reviewAgain({ queue }: CommandPlaces, { job, client }: Asked, again: boolean): Promise<boolean> {
  const { installation, repository, delivery, number } = job;
  const open = await readPull(client, repository, number);
  if (open === null) return false;
  const subject = { kind: "pull-request", number, head: open.about.head } as const;
  await queue.add({ installation, repository, subject, again, delivery });
  return true;
}

/** What reacts to the comment of a command: GitHub keeps one reaction of a kind for each author. A button has none. */
function reactionsTo(client: Client, job: CommandJob | ButtonJob) {
  return async (content: "eyes" | "confused" | "rocket"): Promise<void> => {
    if (job.kind !== "comment") return;
    const { owner, repo } = job.repository;
    try {
      await client.rest.reactions.createForIssueComment({ owner, repo, comment_id: job.comment, content });
    } catch (error) {
      // The comment may be deleted again: what it asked for is done all the same.
      if (statusOf(error) !== 404) throw error;
    }
  };
}

/** Asks GitHub for a person's real permission: `maintain` counts as `write` there. */
async function mayWrite(client: Client, { repository, author }: CommandJob | ButtonJob): Promise<boolean> {
  try {
    const { data } = await client.rest.repos.getCollaboratorPermissionLevel({
      owner: repository.owner,
      repo: repository.repo,
      username: author,
    });
    return data.permission === "admin" || data.permission === "write";
  } catch (error) {
    if (statusOf(error) === 404) return false;
    throw error;
  }
}
