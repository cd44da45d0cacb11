import type { RepositoryName } from "../github/client.ts";
import type { CommitsTarget, PullRequestTarget } from "../github/event.ts";
import type { CheckAnnotation } from "../github/write-check.ts";

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
  /** The page of the check run, which has the full report. */
  readonly report: string | null;
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
}

/** What a review's own process answers: JSON on its standard output. */
export type ReviewAnswer =
  | { readonly ok: true; readonly review: RenderedReview }
  /** A version cannot be had; `message` says why, and is safe to publish. */
  | { readonly ok: false; readonly message: string };
