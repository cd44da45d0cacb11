import { createHash } from "node:crypto";
import type { GitRepository } from "./git-repository.ts";

export type Access = "none" | "read" | "write";

/** What a token may do, by the names that `permissions:` of a workflow has. */
export interface Permissions {
  readonly contents: Access;
  readonly "pull-requests": Access;
  readonly issues: Access;
  readonly checks: Access;
}

export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly author: string;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
  /** How often the body was written after it was created. */
  edits: number;
  minimized: boolean;
}

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  status: string;
  conclusion: string | null;
  externalId: string | null;
  output: { title: string | null; summary: string | null; text: string | null };
  annotations: Record<string, unknown>[];
}

export interface Pull {
  readonly number: number;
  readonly title: string;
  readonly branch: string;
  base: string;
  state: "open" | "closed";
  /** `owner/name` of the repository that holds the head branch. */
  readonly headRepository: string;
}

export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  readonly git: GitRepository;
  readonly pulls: Map<number, Pull>;
  readonly comments: Comment[];
  readonly checkRuns: CheckRun[];
}

export interface State {
  readonly tokens: Map<string, { readonly login: string; readonly permissions: Permissions }>;
  readonly repositories: Map<string, Repository>;
  nextId: number;
  clock: number;
  remaining: number;
}

export const newState = (): State => ({
  tokens: new Map(),
  repositories: new Map(),
  // As on GitHub today: more than 32 bits.
  nextId: 3_000_000_000,
  clock: 0,
  remaining: 5000,
});

/** Each call is one second later. */
export const now = (state: State): string => {
  state.clock += 1;
  return new Date(Date.UTC(2024, 0, 1) + state.clock * 1000).toISOString().replace(".000", "");
};

export const newId = (state: State): number => {
  state.nextId += 1;
  return state.nextId;
};

/** The global id of GraphQL. */
export const nodeId = (type: string, id: number): string =>
  createHash("sha256").update(`${type}:${id}`).digest("base64url").slice(0, 20);
