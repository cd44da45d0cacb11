import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
  /** Kinds of reactions, each once. */
  reactions?: readonly string[];
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
  /** Where its *Details* lead, as the App said. */
  detailsUrl?: string;
  /** Buttons, as they were given last. */
  actions?: readonly unknown[];
}

/** A review that somebody gave of a pull request. */
export interface GivenReview {
  readonly id: number;
  readonly pull: number;
  readonly author: string;
  readonly state: string;
  readonly commit: string;
}

export interface Pull {
  readonly number: number;
  readonly title: string;
  readonly branch: string;
  base: string;
  state: "open" | "closed";
  /** `owner/name` of the repository that holds the head branch; `null` where it was deleted. */
  readonly headRepository: string | null;
  /** Who opened it. */
  readonly author?: string;
  draft?: boolean;
}

/** What one repository's branches demand. */
export interface Protection {
  /** Checks that a pull request into a branch must have. */
  readonly requiredChecks: readonly string[];
  /** The same by a ruleset. */
  readonly rules: readonly string[];
  /** Nobody may push. */
  readonly locked: boolean;
}

/** What a reader that lags behind still sees: the conversation, checks and refs from before the last write. */
export interface Before {
  readonly comments: readonly Comment[];
  readonly checkRuns: readonly CheckRun[];
  readonly refs: ReadonlyMap<string, string | null>;
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
  /** Reviews of pull requests, the oldest first. */
  readonly reviews?: GivenReview[];
  /** Permissions of people, by login; `read` for all others. */
  readonly people?: Map<string, string>;
  readonly protection: Map<string, Protection>;
  before: Before | null;
  /** Seen only by those who are in `people`. */
  isPrivate?: boolean;
}

/** Keeps what is there, for reads that lag behind the write that follows. */
export function remember(repository: Repository): void {
  const refs = [...repository.pulls.values()].flatMap(({ number, branch }) => [
    `refs/heads/${branch}`,
    `refs/pull/${number}/head`,
    `refs/pull/${number}/merge`,
  ]);
  repository.before = {
    comments: structuredClone(repository.comments),
    checkRuns: structuredClone(repository.checkRuns),
    refs: new Map(refs.map((ref) => [ref, repository.git.resolve(ref)])),
  };
}

/** The repository as a lagging reader sees it. */
export function lagging(repository: Repository): Repository {
  const { before, git } = repository;
  if (before === null) return repository;
  return {
    ...repository,
    comments: [...before.comments],
    checkRuns: [...before.checkRuns],
    git: { ...git, resolve: (ref) => (before.refs.has(ref) ? (before.refs.get(ref) ?? null) : git.resolve(ref)) },
  };
}

/** A repository with the same objects whose refs are those that a lagging reader sees. Gives its folder, beside the real one. */
export function laggingDirectory(repository: Repository): string {
  const { git, before } = repository;
  const directory = git.directory.replace(/\.git$/, ".lagging.git");
  for (const part of ["objects/info", "refs"]) mkdirSync(join(directory, part), { recursive: true });
  for (const file of ["HEAD", "config"]) copyFileSync(join(git.directory, file), join(directory, file));
  writeFileSync(join(directory, "objects/info/alternates"), `${join(git.directory, "objects")}\n`);
  const lines = git.git(["for-each-ref", "--format=%(refname) %(objectname)"]).split("\n");
  const now = lines.map((line) => line.split(" ") as [string, string]);
  const refs = new Map<string, string | null>([...now, ...(before?.refs ?? [])]);
  const packed = [...refs].flatMap(([ref, oid]) => (oid === null ? [] : [`${oid} ${ref}\n`]));
  writeFileSync(join(directory, "packed-refs"), packed.sort((a, b) => (a.slice(41) < b.slice(41) ? -1 : 1)).join(""));
  return directory;
}

/** The App on some repositories (`owner/name`) of one account. */
export interface Installation {
  readonly id: number;
  readonly account: string;
  readonly repositories: string[];
  /** What the account let the App do with contents; `write` where it is left out. */
  readonly contents?: "read";
}

/** A webhook that was sent at `at` (ISO 8601). */
export interface FakeDelivery {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly at: string;
  status: number;
}

/** A GitHub App. */
export interface FakeApp {
  readonly id: number;
  /** The author of what its installations write. */
  readonly login: string;
  readonly publicKey: string;
  readonly installations: Map<number, Installation>;
  /** Webhooks that were sent, the oldest first; `status` is what they were answered with, 0 where nobody answered. */
  readonly deliveries: FakeDelivery[];
  /** Deliveries that the App asked for again. */
  readonly redelivered: number[];
  /** For signing people in. */
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface State {
  /** `repositories`: the only ones that the token reaches, by id; all where it is left out. */
  readonly tokens: Map<
    string,
    { readonly login: string; readonly permissions: Permissions; readonly repositories?: readonly number[] }
  >;
  readonly repositories: Map<string, Repository>;
  app: FakeApp | null;
  /** The login of whoever sits at the browser. */
  person: string;
  /** Manifests of Apps that wait to be exchanged, and people who agreed to sign in, by the code that stands for them. */
  readonly manifests: Map<string, Readonly<Record<string, unknown>>>;
  readonly codes: Map<string, string>;
  nextId: number;
  clock: number;
  remaining: number;
}

export const newState = (): State => ({
  tokens: new Map(),
  repositories: new Map(),
  app: null,
  person: "ada",
  manifests: new Map(),
  codes: new Map(),
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
