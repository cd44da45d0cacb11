import type { RepositoryName } from "../github/client.ts";

/** A repository as a job names it; the id stays when it is renamed. */
export interface JobRepository extends RepositoryName {
  readonly id: number;
}

/** What is to be reviewed. */
export type Subject =
  | { readonly kind: "pull-request"; readonly number: number; readonly head: string }
  /** The head of a merge queue: no comment, only a check. */
  | {
      readonly kind: "commits";
      readonly head: string;
      readonly base: string;
      readonly branch: string;
      /** The pull request that it adds to the queue, whose accepted findings count; `null`: not known. */
      readonly pull: number | null;
    };

/** One review that is asked for. What a pull request is at the time is read again when the job runs. */
export interface ReviewJob {
  readonly installation: number;
  readonly repository: JobRepository;
  readonly subject: Subject;
  /** A person asked for the same head once more. */
  readonly again: boolean;
  /** The delivery that asked for it, for the logs. */
  readonly delivery: string;
  /** The id of the job that this one goes on with, after a rate limit: its check run is the same. */
  readonly goesOn?: string;
}

/** What a job is about: one review at a time for each. */
export const keyOf = ({ repository, subject }: Pick<ReviewJob, "repository" | "subject">): string =>
  subject.kind === "pull-request"
    ? `${repository.id}/pull/${subject.number}`
    : `${repository.id}/commit/${subject.head}`;

/** Something that a person asks for. */
export type AskJob = CommandJob | ButtonJob | RerunJob;

interface JobOrigin {
  readonly installation: number;
  readonly repository: JobRepository;
  readonly delivery: string;
}

/** A command in a comment. */
export interface CommandJob extends JobOrigin {
  readonly kind: "comment";
  readonly number: number;
  /** The comment's id, and the login of who wrote it. */
  readonly comment: number;
  readonly author: string;
  /** The word after `/windsock`, and what follows it. */
  readonly word: string;
  readonly rest: string;
}

/** A button of a check run. */
export interface ButtonJob extends JobOrigin {
  readonly kind: "button";
  readonly number: number;
  /** The check run's id and commit. */
  readonly check: number;
  readonly head: string;
  readonly author: string;
  readonly word: string;
}

/** All checks of a commit once more, where the webhook does not say of which pull request. */
export interface RerunJob extends JobOrigin {
  readonly kind: "rerun";
  readonly head: string;
  /** The default branch, for a merge queue's commit. */
  readonly branch: string;
}

/** What a job that somebody asked for is about: one at a time for each. */
export function askKeyOf(job: AskJob): string {
  const of = `${job.repository.id}`;
  if (job.kind === "comment") return `${of}/comment/${job.comment}`;
  return job.kind === "button" ? `${of}/check/${job.check}/${job.word}` : `${of}/rerun/${job.head}`;
}

/** What the log says of a job that somebody asked for. */
export const fieldsOfAsk = (job: AskJob) => ({
  delivery: job.delivery,
  installation: job.installation,
  repository: `${job.repository.owner}/${job.repository.repo}`,
  ...(job.kind === "rerun" ? { word: "rerun", head: job.head } : { word: job.word, number: job.number }),
});

/** What tells one request of a pull request from the others: the comment's id, or the check run's and the button's word. */
export const requestOf = (job: CommandJob | ButtonJob): string =>
  job.kind === "comment" ? `${job.comment}` : `${job.check} ${job.word}`;
