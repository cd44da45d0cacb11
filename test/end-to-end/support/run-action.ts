import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { parse } from "yaml";
import { pullRequestEvent } from "../../github/fake/pull-request.ts";
import type { FakeGitHub } from "../../github/fake/server.ts";
import type { Pull, Repository } from "../../github/fake/state.ts";
import { readFiles } from "./read-files.ts";
import { readTrace, TRACED, type Watched } from "./watch.ts";

const root = resolve(import.meta.dirname, "../../..");

export interface ActionRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The arguments of every git process, one line each. */
  readonly git: string;
  /** Everything that the run left below RUNNER_TEMP, by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly milliseconds: number;
  /** What strace saw; `null` where it did not watch. `temp` is where the run's RUNNER_TEMP was, `folder` what holds its other files. */
  readonly watched: (Watched & { readonly temp: string; readonly folder: string }) | null;
}

export interface RunOptions {
  readonly token: string;
  readonly event?: string;
  readonly payload?: unknown;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Watch the process and its children with this strace. */
  readonly strace?: string;
  /** Variables that are other than usual. */
  readonly environment?: Readonly<Record<string, string>>;
}

const STRACE_OPTIONS = ["-f", "-y", "-s", "4096", "-e", `trace=${TRACED}`, "-o"];

/** Starts the Action for a pull request, as the runner does: a child process, inputs and files in an almost empty environment. */
export async function runAction(
  github: FakeGitHub,
  repository: Repository,
  pull: Pull,
  options: RunOptions,
): Promise<ActionRun> {
  return runOnEvent(github, repository, {
    payload: pullRequestEvent(repository, pull),
    event: "pull_request",
    ...options,
  });
}

/** Starts the Action for any event. */
export async function runOnEvent(
  github: Pick<FakeGitHub, "url" | "apiUrl">,
  repository: Pick<Repository, "owner" | "name">,
  options: RunOptions & { payload: unknown; event: string },
): Promise<ActionRun> {
  const folder = mkdtempSync(join(tmpdir(), "windsock-action-"));
  const at = (name: string): string => join(folder, name);
  const job = makeJob(folder, github, repository, options);
  if (options.strace === undefined) {
    mkdirSync(at("bin"));
    writeFileSync(at("git.log"), "");
    writeGitWrapper(at("bin"), at("git.log"));
  }
  const started = performance.now();
  const { code, stdout, stderr } = await start(
    readAction().main,
    { ...job.environment, PATH: `${at("bin")}${delimiter}${process.env.PATH ?? ""}`, ...options.environment },
    job.temp,
    options.strace === undefined ? [] : [options.strace, ...STRACE_OPTIONS, at("trace")],
  );
  const milliseconds = performance.now() - started;
  const run: ActionRun = {
    code,
    stdout,
    stderr,
    ...job.read(),
    git: options.strace === undefined ? readFileSync(at("git.log"), "utf8") : "",
    milliseconds,
    watched:
      options.strace === undefined
        ? null
        : { ...readTrace(readFileSync(at("trace"), "latin1"), job.temp), temp: job.temp, folder },
  };
  rmSync(folder, { recursive: true, force: true });
  return run;
}

/** What a runner makes for one job: its files in a folder, and the environment of the Action. */
export interface Job {
  readonly temp: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What the Action wrote. */
  read(): Pick<ActionRun, "outputs" | "summary" | "files">;
}

/** Prepares a job in an existing, empty folder. */
export function makeJob(
  folder: string,
  github: Pick<FakeGitHub, "url" | "apiUrl">,
  repository: Pick<Repository, "owner" | "name">,
  options: RunOptions & { payload: unknown; event: string },
): Job {
  const at = (name: string): string => join(folder, name);
  const temp = at("temp");
  for (const name of ["temp", "home"]) mkdirSync(at(name));
  for (const name of ["output", "summary.md"]) writeFileSync(at(name), "");
  writeFileSync(at("event.json"), JSON.stringify(options.payload));
  const inputs = { ...readAction().defaults, ...options.inputs };
  const environment: Record<string, string> = {
    PATH: process.env.PATH ?? "",
    HOME: at("home"),
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: options.event,
    GITHUB_EVENT_PATH: at("event.json"),
    GITHUB_REPOSITORY: `${repository.owner}/${repository.name}`,
    GITHUB_SERVER_URL: github.url,
    GITHUB_API_URL: github.apiUrl,
    GITHUB_GRAPHQL_URL: github.apiUrl.replace(/\/v3$|$/, "/graphql"),
    GITHUB_RUN_ID: "42",
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_ACTION_REPOSITORY: "windsock/windsock",
    GITHUB_ACTION_REF: "v0",
    GITHUB_SHA: "0".repeat(40),
    GITHUB_OUTPUT: at("output"),
    GITHUB_STEP_SUMMARY: at("summary.md"),
    RUNNER_TEMP: temp,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [
        `INPUT_${name.toUpperCase()}`,
        // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's own expression
        value === "${{ github.token }}" ? options.token : value,
      ]),
    ),
    ...options.environment,
  };
  return {
    temp,
    environment,
    read: () => ({
      outputs: readOutputs(readFileSync(at("output"), "utf8")),
      summary: readFileSync(at("summary.md"), "utf8"),
      files: readFiles(temp),
    }),
  };
}

/** `action.yml`: the defaults of the inputs, and the file that is started. */
function readAction(): { defaults: Record<string, string>; main: string } {
  const action: { inputs: Record<string, { default: string }>; runs: { main: string } } = parse(
    readFileSync(join(root, "action.yml"), "utf8"),
  );
  const main = join(process.env.WINDSOCK_DIST ?? join(root, "dist"), "..", action.runs.main);
  if (!existsSync(main)) throw new Error(`${action.runs.main} is not built: run \`npm run build\` first`);
  const defaults = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default]));
  return { defaults, main };
}

/** A `git` that notes its arguments and becomes the real one. */
function writeGitWrapper(folder: string, logFile: string): void {
  const real = (process.env.PATH ?? "").split(delimiter).find((part) => existsSync(join(part, "git")));
  writeFileSync(join(folder, "git"), `#!/bin/sh\nprintf '%s\\n' "$*" >> '${logFile}'\nexec '${real}/git' "$@"\n`);
  chmodSync(join(folder, "git"), 0o755);
}

function start(
  main: string,
  env: Record<string, string>,
  cwd: string,
  before: readonly string[],
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const [command = process.execPath, ...rest] = [...before, process.execPath, main];
    const child = spawn(command, rest, { env, cwd, timeout: 120_000 });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** GITHUB_OUTPUT as @actions/core writes it: `name<<DELIMITER`, lines, `DELIMITER`. */
function readOutputs(text: string): Record<string, string> {
  const found = text.matchAll(/^(.+?)<<(ghadelimiter_[\w-]+)\r?\n([\s\S]*?)\r?\n\2$/gm);
  return Object.fromEntries([...found].map((match) => [match[1] ?? "", match[3] ?? ""]));
}
