import type { RepositoryName } from "../github/client.ts";

/** A repository as a job names it; the id stays when it is renamed. */
export interface JobRepository extends RepositoryName {
  readonly id: number;
}

/** What is to be reviewed. */
export type Subject =
  | { readonly kind: "pull-request"; readonly number: number; readonly head: string }
  /** The head of a merge queue: no comment, only a check. */
  | { readonly kind: "commits"; readonly head: string; readonly base: string; readonly branch: string };

/** One review that is asked for. What a pull request is at the time is read again when the job runs. */
export interface ReviewJob {
  readonly installation: number;
  readonly repository: JobRepository;
  readonly subject: Subject;
  /** A person asked for the same head once more. */
  readonly again: boolean;
  /** The delivery that asked for it, for the logs. */
  readonly delivery: string;
}

/** What a job is about: one review at a time for each. */
export const keyOf = ({ repository, subject }: Pick<ReviewJob, "repository" | "subject">): string =>
  subject.kind === "pull-request"
    ? `${repository.id}/pull/${subject.number}`
    : `${repository.id}/commit/${subject.head}`;

/** A command in a comment. */
export interface CommandJob {
  readonly installation: number;
  readonly repository: JobRepository;
  readonly number: number;
  /** The comment's id, and the login of who wrote it. */
  readonly comment: number;
  readonly author: string;
  readonly word: string;
  readonly delivery: string;
}
