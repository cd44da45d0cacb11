import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type CommandOutcome, runAskJob } from "../../../src/bot/command-job.ts";
import { openDatabase } from "../../../src/bot/database.ts";
import { signIn } from "../../../src/bot/installation-tokens.ts";
import type { ReviewJob } from "../../../src/bot/job.ts";
import { openMirrors } from "../../../src/bot/mirrors.ts";
import type { RunningJob } from "../../../src/bot/queue.ts";
import { type JobOutcome, runReviewJob } from "../../../src/bot/review-job.ts";
import { readSettings } from "../../../src/bot/settings.ts";
import { migrate } from "../../../src/bot/tables.ts";
import { askOf } from "../../../src/bot/webhook-asks.ts";
import { reviewsOf } from "../../../src/bot/webhook-jobs.ts";
import { readMarker } from "../../../src/github/marker.ts";
import { type Comment, newId, now } from "../../github/fake/state.ts";
import { bundledCli } from "./bundle.ts";
import { APP, example, type Installed, makeScene, repositoryPayload, type Scene } from "./scene.ts";

/** The bot's jobs in this process, with PGlite, the fake GitHub and real reviews: no server, no waiting. */
export interface Room {
  readonly scene: Scene;
  /** Takes a webhook and does all that it asks for. Gives what the commands in it came to. */
  deliver(event: string, payload: unknown): Promise<readonly CommandOutcome[]>;
  /** Reviews what waits; gives what the reviews came to. */
  settle(): Promise<readonly JobOutcome[]>;
  /** Asks for a review of the newest commit of a pull request, and does it. */
  review(installed: Installed, number?: number): Promise<readonly JobOutcome[]>;
  /** Writes a comment as a person, and does what it asks for. */
  say(installed: Installed, login: string, body: string, number?: number): Promise<Said>;
  close(): Promise<void>;
}

export interface Said {
  readonly comment: Comment;
  readonly outcome: CommandOutcome | undefined;
  /** What the bot answered in a comment of its own, or `null`. */
  readonly answer: string | null;
}

/** Opens a room. */
export async function openRoom(): Promise<Room> {
  const scene = await makeScene();
  const folder = mkdtempSync(join(scene.folder, "room-"));
  const settings = readSettings({ ...scene.environment, DATA_FOLDER: folder, DATABASE_URL: "" }, "/");
  const database = await openDatabase(settings, (error) => {
    throw error;
  });
  await migrate(database);
  const waiting: ReviewJob[] = [];
  const queue = {
    async add(job: ReviewJob) {
      waiting.push(job);
      return "added" as const;
    },
  };
  const mirrors = await openMirrors(join(folder, "mirrors"), 1000);
  const places = {
    settings,
    github: signIn(settings),
    database,
    mirrors,
    child: [bundledCli(), "serve-review"],
    queue,
  };
  const signal = new AbortController().signal;
  let jobs = 0;
  const settle = async (): Promise<JobOutcome[]> => {
    const outcomes: JobOutcome[] = [];
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      jobs += 1;
      const running: RunningJob = {
        id: `${jobs}`,
        job,
        attempt: 1,
        isLast: false,
        signal,
        isReplaced: async () => false,
      };
      outcomes.push(await runReviewJob(places, running, signal));
    }
    return outcomes;
  };
  const deliver = async (event: string, payload: unknown): Promise<CommandOutcome[]> => {
    waiting.push(...reviewsOf(event, payload, "d", String(APP)));
    const ask = askOf(event, payload, "d", String(APP));
    return ask === null ? [] : [(await runAskJob(places, ask, signal)).outcome];
  };
  return {
    scene,
    deliver,
    settle,
    async review(installed, number = 1) {
      const { id, owner, name } = installed.repository;
      const head = installed.repository.git.resolve(`refs/pull/${number}/head`) ?? "";
      const repository = { id, owner, repo: name };
      const subject = { kind: "pull-request", number, head } as const;
      waiting.push({ installation: installed.installation, repository, subject, again: false, delivery: "d" });
      return settle();
    },
    async say(installed, login, body, number = 1) {
      const comment = writeComment(scene, installed, login, body, number);
      const [outcome] = await deliver("issue_comment", commentPayload(installed, comment));
      return { comment, outcome, answer: answerTo(installed, `${comment.id}`) };
    },
    async close() {
      await database.close();
      await scene.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Writes a comment as a person. */
export function writeComment(
  scene: Scene,
  { repository }: Installed,
  author: string,
  body: string,
  issue: number,
): Comment {
  const { state } = scene.github;
  const at = now(state);
  const id = newId(state);
  const comment: Comment = { id, issue, author, body, createdAt: at, updatedAt: at, edits: 0, minimized: false };
  repository.comments.push(comment);
  return comment;
}

/** The payload of `issue_comment` with a comment of the fake, in all other fields GitHub's own example. */
export function commentPayload({ repository, installation }: Installed, comment: Comment): Record<string, unknown> {
  const payload = example("issue_comment", "created");
  const user = { login: comment.author, type: comment.author.endsWith("[bot]") ? "Bot" : "User" };
  return {
    ...payload,
    issue: { ...(payload.issue as object), number: comment.issue, state: "open", pull_request: {} },
    comment: { ...(payload.comment as object), id: comment.id, body: comment.body, user },
    repository: repositoryPayload(payload.repository, repository),
    installation: { id: installation },
  };
}

/** The bot's answer to what was asked, or `null`. */
export function answerTo({ repository }: Installed, asked: string): string | null {
  const found = repository.comments.map(({ body }) => readMarker(body));
  return found.find((read) => read?.marker.instance === `command ${asked}`)?.text ?? null;
}

/** The bot's one comment on a pull request, without its marker; `null` where there is none. */
export function reportOf({ repository }: Installed, number = 1): string | null {
  const own = repository.comments
    .filter(({ issue }) => issue === number)
    .map(({ body }) => readMarker(body))
    .filter((read) => read?.marker.instance === "default");
  if (own.length > 1) throw new Error("there are two reports");
  return own[0]?.text ?? null;
}
