import type { Client } from "../github/client.ts";
import { statusOf } from "../github/explain-error.ts";
import { writeComment } from "../github/write-comment.ts";
import type { Database } from "./database.ts";
import type { GitHubApp } from "./installation-tokens.ts";
import type { CommandJob } from "./job.ts";
import type { Queue } from "./queue.ts";
import { recall, remember } from "./tables.ts";

export interface CommandPlaces {
  readonly github: GitHubApp;
  readonly database: Database;
  readonly queue: Pick<Queue, "add">;
}

export type CommandOutcome = "done" | "done already" | "not allowed" | "not understood" | "closed";

const HELP = `Commands, each on a line of its own in a comment:

| command | what it does | who may |
|---|---|---|
| \`/windsock review\` | reviews the newest commit once more | those with write access |
| \`/windsock help\` | shows this | everybody |`;

/**
 * Does what a comment asks for: a reaction at once, then the command, and an answer where one is needed. Running a job again
 * changes nothing. Throws what makes another try worth it.
 */
export async function runCommandJob(
  places: CommandPlaces,
  job: CommandJob,
  signal: AbortSignal,
): Promise<CommandOutcome> {
  const { github, database, queue } = places;
  const done = `command/${job.repository.id}/${job.comment}`;
  if ((await recall(database, done)) !== null) return "done already";
  const client = await github.client(job.installation, job.repository.id, signal);
  const place = { owner: job.repository.owner, repo: job.repository.repo };
  const head = await openHead(client, job);
  if (head === null) return "closed";
  const react = async (content: "eyes" | "confused"): Promise<void> => {
    // GitHub keeps one reaction of a kind for each author.
    await client.rest.reactions.createForIssueComment({ ...place, comment_id: job.comment, content });
  };
  const answer = (text: string) =>
    writeComment(client, {
      repository: place,
      number: job.number,
      instance: `command ${job.comment}`,
      head,
      formerHead: null,
      text,
      gone: text,
    });
  const outcome = await (async (): Promise<CommandOutcome> => {
    switch (job.word) {
      case "help":
        await react("eyes");
        await answer(HELP);
        return "done";
      case "review": {
        if (!(await mayWrite(client, job))) {
          await react("confused");
          await answer("`/windsock review` is for those with write access to this repository.");
          return "not allowed";
        }
        await react("eyes");
        const subject = { kind: "pull-request", number: job.number, head } as const;
        const { installation, repository, delivery } = job;
        await queue.add({ installation, repository, subject, again: true, delivery });
        return "done";
      }
      default:
        await react("confused");
        await answer(`There is no such command.\n\n${HELP}`);
        return "not understood";
    }
  })();
  await remember(database, done, outcome);
  return outcome;
}

async function openHead(client: Client, { repository, number }: CommandJob): Promise<string | null> {
  try {
    const { data } = await client.rest.pulls.get({
      owner: repository.owner,
      repo: repository.repo,
      pull_number: number,
    });
    return data.state === "open" ? data.head.sha : null;
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

/** Asks GitHub for a person's real permission: `maintain` counts as `write` there. */
async function mayWrite(client: Client, { repository, author }: CommandJob): Promise<boolean> {
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
