import { fork } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Pace } from "../../../src/github/pace.ts";
import type { FakeGitHub } from "../../github/fake/server.ts";
import type { Repository } from "../../github/fake/state.ts";
import type { JobMessage } from "./action-process.ts";
import { type ActionRun, makeJob, type RunOptions } from "./run-action.ts";

/** A process that has the Action's code loaded and runs jobs one after the other. */
export interface ActionProcess {
  run(
    github: Pick<FakeGitHub, "url" | "apiUrl">,
    repository: Pick<Repository, "owner" | "name">,
    options: RunOptions & { payload: unknown; event: string },
  ): Promise<Omit<ActionRun, "git" | "watched">>;
  stop(): void;
}

const END = "\u0000the job has ended with ";

/** The Action's sources, with other waiting times than usual; all else is as on a runner. */
export function startActionProcess(pace: Pace): ActionProcess {
  const home = mkdtempSync(join(tmpdir(), "windsock-jobs-"));
  const child = fork(resolve(import.meta.dirname, "action-process.ts"), [], {
    cwd: home,
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let [stdout, stderr] = ["", ""];
  let heard = (): void => {};
  let failed = (_: Error): void => {};
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    stdout += chunk;
    heard();
  });
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  child.on("exit", (code) => failed(new Error(`the process of the Action ended with ${code}: ${stderr}`)));
  return {
    async run(github, repository, options) {
      const folder = join(home, "job");
      mkdirSync(folder);
      const job = makeJob(folder, github, repository, options);
      [stdout, stderr] = ["", ""];
      const started = performance.now();
      const code = await new Promise<number>((resolve, reject) => {
        failed = reject;
        heard = () => {
          const at = stdout.indexOf(END);
          if (at >= 0 && stdout.endsWith("\n")) resolve(Number(stdout.slice(at + END.length)));
        };
        const message: JobMessage = { environment: job.environment, pace, end: END };
        child.send(message);
      });
      const milliseconds = performance.now() - started;
      const run = { code, stdout: stdout.slice(0, stdout.indexOf(END)), stderr, ...job.read(), milliseconds };
      rmSync(folder, { recursive: true, force: true });
      return run;
    },
    stop() {
      failed = () => {};
      child.disconnect();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
