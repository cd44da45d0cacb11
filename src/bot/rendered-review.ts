import type { RepositoryName } from "../github/client.ts";
import type { CommitsTarget, PullRequestTarget } from "../github/event.ts";
import type { CheckAnnotation } from "../github/write-check.ts";
import type { Acceptance } from "../model/finding.ts";
import type { ButtonWord } from "./check-run.ts";
import type { Question } from "./pull-memory.ts";

/** What a review's own process is told: one line of JSON on its standard input. */
export interface ReviewRequest {
  readonly repository: RepositoryName;
  readonly target: PullRequestTarget | CommitsTarget;
  /** May read this one repository, and nothing more. */
  readonly token: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** A bare repository of our own, for this review alone. */
  readonly mirror: string;
  readonly work: ReviewWork | CommitWork | FixWork;
}

/** Review, and write the report. */
export interface ReviewWork {
  readonly kind: "review";
  /** The page of the check run, which has the full report. */
  readonly report: string | null;
  /** Where the report will have a page of its own; `null`: it will not. */
  readonly page: string | null;
  readonly acceptances: readonly Acceptance[];
  readonly questions: readonly Question[];
  /** Commits that people have reviewed, of which the report says what is new since. */
  readonly reviewed: readonly ReviewedCommit[];
  /** The branch is in this repository, so that it can be committed to. */
  readonly buttons: boolean;
}

/** Work out a commit of the generated Python to the branch, without making it. */
export interface CommitWork {
  readonly kind: "commit";
}

/** Work out a commit of the safe fixes to the branch, without making it. */
export interface FixWork {
  readonly kind: "fix";
  readonly acceptances: readonly Acceptance[];
}

/** A commit that people have reviewed the last time that they reviewed. */
export interface ReviewedCommit {
  readonly commit: string;
  /** Logins, sorted. */
  readonly reviewers: readonly string[];
}

/** A finding of a report, as commands name it. */
export interface KnownFinding {
  readonly fingerprint: string;
  /** By `findingDigest`. */
  readonly digest: string;
}

/** The answer to a question. `apart`: the report has no room for it, so it needs a comment of its own. */
export interface Answered {
  readonly comment: number;
  readonly text: string;
  readonly apart: boolean;
}

/** A review, ready to be published. */
export interface RenderedReview {
  readonly conclusion: "success" | "failure";
  readonly title: string;
  readonly summary: string;
  /** The comment's text without its marker line; `null` where nothing is worth one. */
  readonly comment: string | null;
  /** True where the project wants no comment at all. */
  readonly silent: boolean;
  readonly annotations: readonly CheckAnnotation[];
  /** Buttons of the check run. */
  readonly actions: readonly ButtonWord[];
  readonly findings: readonly KnownFinding[];
  readonly answers: readonly Answered[];
  /** The report as a page; `null` where none was asked for, or it is too long. */
  readonly page: RenderedPage | null;
}

/** An HTML file, compressed (gzip, base64), and its content security policy. */
export interface RenderedPage {
  readonly policy: string;
  readonly content: string;
}

/** A commit to a branch, worked out. */
export interface BranchCommit {
  /** What a person runs to write the same files. */
  readonly command: string;
  readonly additions: readonly { readonly path: string; readonly text: string }[];
  readonly deletions: readonly string[];
  /** Why there is nothing to commit, as Markdown; `null` where there is something. */
  readonly nothing: string | null;
  /** What is fixed, a line each, as plain text; empty for generated files. */
  readonly done: readonly string[];
  /** The same as a patch for `git apply`; empty where it is too long. */
  readonly patch: string;
}

/** What a review's own process answers: JSON on its standard output. */
export type ReviewAnswer =
  | { readonly ok: true; readonly review: RenderedReview }
  | { readonly ok: true; readonly commit: BranchCommit }
  /** A version cannot be had; `message` says why, and is safe to publish. */
  | { readonly ok: false; readonly message: string }
  /** GitHub's rate limit is used up until then, in milliseconds since 1970. */
  | { readonly ok: false; readonly message: string; readonly limitedUntil: number };
