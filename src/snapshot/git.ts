import { spawn } from "node:child_process";
import type { Content } from "../model/snapshot.ts";
import { gitEnvironment, SAFE_OPTIONS } from "./git-environment.ts";
import { UserError } from "./user-error.ts";

/** The least git: `fetch --stdin`, `--no-write-fetch-head` and sha256 repositories came with it. */
export const LEAST_GIT = "2.29";

const MIB = 1024 * 1024;

/** Which repository, and how far git may reach. */
export interface GitOptions {
  /** A folder of the repository; the current folder if not given. */
  readonly directory?: string;
  /** The repository itself, named outright: the only way to a bare one. */
  readonly gitDir?: string;
  /** Set for a repository of our own: the user's and the system's configuration are not read. */
  readonly own?: boolean;
  /** Lets commands such as `fetch` reach a server. */
  readonly network?: boolean;
  /** Variables to add: `GIT_CONFIG_COUNT` and its like, `GIT_ALTERNATE_OBJECT_DIRECTORIES`, author and dates. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Input and limits of one command. */
export interface GitRun {
  /** Bytes or text for standard input; nothing if not given. */
  readonly input?: Uint8Array | string;
  /** Bytes of output that are too many; 256 MiB if not given. */
  readonly limit?: number;
  /** Milliseconds after which the process is ended; none if not given. */
  readonly timeout?: number;
}

/** What a command gave; `code` is its exit code, or 1 where it was ended. */
export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** git for one repository, as a child process in a clean environment. */
export interface Git {
  /** Runs a command and gives whatever it says; only a git that cannot be started, or too much output, is an error. */
  attempt(args: readonly string[], run?: GitRun): Promise<GitResult>;
  /** Runs a command that must succeed; throws a `UserError` with git's own last words if it does not. */
  output(args: readonly string[], run?: GitRun): Promise<Buffer>;
  /** The content that was read so far, by object id: what two versions share is read once. */
  readonly blobs: Map<string, Content>;
}

/** git for the repository that `options` name. Throws a `UserError` where git is missing or older than `LEAST_GIT`. */
export async function createGit(options: GitOptions = {}): Promise<Git> {
  const environment = gitEnvironment(process.env, {
    network: options.network ?? false,
    own: options.own ?? false,
    extra: options.environment ?? {},
  });
  const place = [
    ...(options.directory === undefined ? [] : ["-C", options.directory]),
    ...(options.gitDir === undefined ? [] : [`--git-dir=${options.gitDir}`]),
  ];
  const attempt = (args: readonly string[], run: GitRun = {}) =>
    runGit([...place, ...SAFE_OPTIONS, ...args], environment, run);
  checkVersion((await runGit(["version"], environment, {})).stdout.toString("latin1"));
  return {
    attempt,
    blobs: new Map(),
    async output(args, run) {
      const result = await attempt(args, run);
      if (result.code !== 0) throw gitFailure(args[0] ?? "", result.stderr);
      return result.stdout;
    },
  };
}

function checkVersion(said: string): void {
  const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(said)?.slice(1) ?? []).map(Number);
  const [leastMajor = 0, leastMinor = 0] = LEAST_GIT.split(".").map(Number);
  if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
    throw new UserError(`git ${major}.${minor} is too old`, `Install git ${LEAST_GIT} or newer.`);
  }
}

/** What git said when a command failed, as one line, and what to do where that is known. */
export function gitFailure(command: string, stderr: string): UserError {
  if (stderr.includes("dubious ownership")) {
    const directory = /safe\.directory (\S+)/.exec(stderr)?.[1] ?? "DIR";
    return new UserError(
      "git does not trust this repository: it belongs to another user",
      `Run: git config --global --add safe.directory ${directory}`,
    );
  }
  const lines = stderr.trim().split("\n");
  const fatal = lines.find((line) => /^(fatal|error):/.test(line)) ?? lines.at(-1) ?? "";
  return new UserError(`git ${command} failed: ${fatal.replace(/^(fatal|error): /, "") || "no reason given"}`);
}

function runGit(args: readonly string[], env: Record<string, string>, run: GitRun): Promise<GitResult> {
  const limit = run.limit ?? 256 * MIB;
  return new Promise((resolve, reject) => {
    const child = spawn("git", args, { env, stdio: ["pipe", "pipe", "pipe"], windowsHide: true, timeout: run.timeout });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    let size = 0;
    let said = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) out.push(chunk);
      else child.kill("SIGKILL");
    });
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.length;
      if (said <= MIB) err.push(chunk);
    });
    child.on("error", () => {
      reject(new UserError("git cannot be started", `Install git ${LEAST_GIT} or newer and put it on the PATH.`));
    });
    child.on("close", (code) => {
      if (size > limit) reject(new UserError(`git gave more than ${limit} bytes of output`));
      else resolve({ code: code ?? 1, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString("utf8") });
    });
    // git may end before it has read everything; its exit code says so.
    child.stdin.on("error", () => {});
    child.stdin.end(run.input);
  });
}
