import { readMarker } from "../../../src/github/marker.ts";
import type { Pace } from "../../../src/github/pace.ts";
import type { FakeRequest, Fault } from "../../github/fake/faults.ts";
import type { Files } from "../../github/fake/git-repository.ts";
import { pullRequestEvent } from "../../github/fake/pull-request.ts";
import { latestOf } from "../../github/fake/rest.ts";
import { type FakeGitHub, startFakeGitHub } from "../../github/fake/server.ts";
import { newId, now, type Permissions } from "../../github/fake/state.ts";
import { type ActionProcess, startActionProcess } from "./action-processes.ts";
import type { ActionRun } from "./run-action.ts";
import { BOT, makeScene, type Scene } from "./scene.ts";

/** Waiting times of walked runs: a hundredth of the real ones, but for answers, which a busy machine may keep waiting. */
export const PACE: Pace = { second: 10, answer: 30_000, all: 120_000 };

/** The longest that a walked run may take, in milliseconds. */
export const BOUND = 60_000;

/** How many runs go on at once: they mostly wait. */
const AT_ONCE = 4;

/** One request: its number in its run, from 0. */
export type Request = FakeRequest & { readonly number: number };

/** What is asked at every request of one token. */
export type Hook = (request: Request) => Fault | null;

export interface WalkedRun {
  readonly run: Omit<ActionRun, "git" | "watched">;
  /** The operations that it asked for, in order. */
  readonly operations: readonly string[];
}

/** A repository and a process for one run after the other. */
export interface Slot {
  readonly scene: Scene;
  /** Runs the Action. `event` and `payload` are a push to the pull request's branch, where they are not given. */
  run(hook: Hook, options?: { event?: string; payload?: unknown; inputs?: Record<string, string> }): Promise<WalkedRun>;
  /** Another run, at the same time, of another process. */
  runBeside(payload?: unknown): Promise<WalkedRun>;
  /** Puts everything back to before the first run. */
  reset(): void;
}

export interface Walk {
  readonly github: FakeGitHub;
  /** Does all jobs, some at once, each in a slot that is as new. */
  all<T>(jobs: readonly ((slot: Slot) => Promise<T>)[]): Promise<readonly T[]>;
  stop(): Promise<void>;
}

/** A fake GitHub with some slots; each has a repository of its own with one pull request of `change`. */
export async function startWalk(options: {
  readonly base: Files;
  readonly change: Files;
  readonly rights: Partial<Permissions>;
  readonly inputs: Readonly<Record<string, string>>;
  readonly pace?: Pace;
  /** Each slot has a second process, for runs at the same time. */
  readonly beside?: boolean;
}): Promise<Walk> {
  const github = await startFakeGitHub();
  const hooks = new Map<string, (request: FakeRequest) => Fault | null>();
  github.fault = (request) => hooks.get(tokenOf(request.headers.authorization))?.(request) ?? null;
  const processes: ActionProcess[] = [];
  const start = (): ActionProcess => {
    const made = startActionProcess(options.pace ?? PACE);
    processes.push(made);
    return made;
  };
  const makeSlot = (): Slot => {
    const scene = makeScene(github, options.change, { base: options.base, rights: options.rights });
    const { repository, pull } = scene;
    const refs = ["refs/heads/main", "refs/heads/feature", "refs/pull/1/head", "refs/pull/1/merge"].map(
      (ref) => [ref, repository.git.resolve(ref)] as const,
    );
    let runs = 0;
    const rights = { contents: "read", "pull-requests": "write", ...options.rights } as const;
    const runIn = async (
      process: ActionProcess,
      hook: Hook,
      given: { event?: string; payload?: unknown; inputs?: Record<string, string> },
    ): Promise<WalkedRun> => {
      const token = github.createToken(BOT, rights);
      const operations: string[] = [];
      runs += 1;
      hooks.set(token, (request) => {
        operations.push(request.operation);
        return hook({ ...request, number: operations.length - 1 });
      });
      const run = await process.run(github, repository, {
        token,
        event: given.event ?? "pull_request",
        payload: given.payload ?? pullRequestEvent(repository, pull),
        inputs: { ...options.inputs, ...given.inputs },
        environment: { GITHUB_RUN_ID: String(runs) },
      });
      hooks.delete(token);
      return { run, operations };
    };
    const own = start();
    const other = options.beside ? start() : null;
    return {
      scene,
      run: (hook, given = {}) => runIn(own, hook, given),
      runBeside(payload) {
        if (other === null) throw new Error("this walk has no second process");
        return runIn(other, () => null, payload === undefined ? {} : { payload });
      },
      reset() {
        repository.comments.length = 0;
        repository.checkRuns.length = 0;
        repository.before = null;
        pull.state = "open";
        for (const [ref, oid] of refs) if (repository.git.resolve(ref) !== oid) repository.git.setRef(ref, oid);
      },
    };
  };
  const slots = Array.from({ length: AT_ONCE }, makeSlot);
  return {
    github,
    async all(jobs) {
      const queue = [...jobs.entries()];
      const failures: string[] = [];
      const results = new Map<number, Awaited<ReturnType<(typeof jobs)[number]>>>();
      const work = async (slot: Slot): Promise<void> => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          slot.reset();
          try {
            results.set(next[0], await next[1](slot));
          } catch (error) {
            failures.push(error instanceof Error ? error.message : String(error));
          }
        }
      };
      await Promise.all(slots.map(work));
      // One that goes wrong does not hide the others.
      if (failures.length > 0) throw new Error([`${failures.length} of ${jobs.length}`, ...failures].join("\n\n"));
      return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
    },
    async stop() {
      for (const process of processes) process.stop();
      await github.close();
    },
  };
}

/** The token of the API's or of git's authorization. */
function tokenOf(header: string | string[] | undefined): string {
  const [scheme = "", value = ""] = String(header ?? "").split(" ");
  return scheme.toLowerCase() === "basic" ? (Buffer.from(value, "base64").toString().split(":")[1] ?? "") : value;
}

/** A fault at the request of one number. */
export const at =
  (number: number, fault: Fault): Hook =>
  (request) =>
    request.number === number ? fault : null;

/** What is on the server after a run. */
export function left({ repository }: Scene): {
  comments: number;
  /** Our first comment is about the branch's head. */
  current: boolean;
  /** Check results of the branch's head, as GitHub shows them: the newest of each name. */
  checks: number;
  /** Check results of any commit. */
  allChecks: number;
  commits: number;
  head: string | null;
} {
  const head = repository.git.resolve("refs/heads/feature");
  const own = repository.comments.filter(({ author }) => author === BOT);
  const results = latestOf(repository.checkRuns);
  return {
    comments: own.length,
    current: readMarker(own[0]?.body ?? "")?.marker.head === head,
    checks: results.filter(({ headSha }) => headSha === head).length,
    allChecks: results.length,
    commits: Number(
      repository.git.git(["rev-list", "--count", "--author=Ada", "--grep=^Write the generated", "main..feature"]),
    ),
    head,
  };
}

/** Writes a comment as a person, or as the Action where no author is given. */
export function plant({ repository }: Scene, github: FakeGitHub, body: string, author = BOT): void {
  const at = now(github.state);
  const fresh = { id: newId(github.state), issue: 1, author, body, createdAt: at, updatedAt: at };
  repository.comments.push({ ...fresh, edits: 0, minimized: false });
}

/** The lines that the run wrote as warnings and errors of its own, none of a finding. */
export const saidBy = (run: { stdout: string }): string[] =>
  run.stdout.split("\n").filter((line) => /^::(?:warning|error)::/.test(line));
