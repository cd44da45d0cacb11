import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** Any value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One world that `python/judge.py` loads: see there. */
export interface Job {
  readonly root: string;
  readonly home: string;
  readonly files: readonly string[];
  readonly declared: { readonly configuration: string; readonly folders: readonly string[] } | null;
  /** Folders of the entry points. */
  readonly folders: readonly string[];
  readonly gusty: boolean;
}

/** What Airflow holds after loading: DAGs by id, and `Class: message` by file. */
export interface World {
  readonly dags: Readonly<Record<string, Json>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** A judge that has imported Airflow and waits for jobs. */
export interface Judge {
  /** Loads every job, each in a process of its own, and answers in the order given. */
  load(jobs: readonly Job[]): Promise<World[]>;
  /** Ends when its process has ended. */
  stop(): Promise<void>;
}

/** Starts `judge.py` in the real Airflow of `python`, with these environment variables and no others. */
export function startJudge(python: string, environment: Readonly<Record<string, string | undefined>>): Judge {
  const folder = writeProgram();
  const child = spawn(python, [join(folder, "judge.py")], { env: { ...environment, PYTHONHASHSEED: "0" } });
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints = (complaints + text).slice(-4000);
  });
  const ended = new Promise<never>((_, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      rmSync(folder, { recursive: true, force: true });
      reject(new Error(`judge.py ended with ${code}:\n${complaints}`));
    });
  });
  ended.catch(() => {});
  // A process that ended is told of by `ended`.
  child.stdin.on("error", () => {});
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async load(jobs) {
      child.stdin.write(`${JSON.stringify(jobs)}\n`);
      const answer = await Promise.race([answers.next(), ended]);
      if (answer.done) return ended;
      return JSON.parse(answer.value) as World[];
    },
    async stop() {
      child.stdin.end();
      await ended.catch(() => {});
    },
  };
}

/** Loads every job in the real Airflow of `python`, in the order given. */
export async function runJudge(
  python: string,
  jobs: readonly Job[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<World[]> {
  const judge = startJudge(python, environment);
  try {
    return await judge.load(jobs);
  } finally {
    await judge.stop();
  }
}

/** The judge's Python in a temporary folder. Each file is named where it is read, so that the bundle takes it along. */
function writeProgram(): string {
  const folder = mkdtempSync(join(tmpdir(), "windsock-judge-"));
  mkdirSync(join(folder, "windsock_judge"));
  const main = readFileSync(new URL("./python/judge.py", import.meta.url));
  const canonical = readFileSync(new URL("./python/windsock_judge/canonical.py", import.meta.url));
  const dag = readFileSync(new URL("./python/windsock_judge/dag.py", import.meta.url));
  writeFileSync(join(folder, "judge.py"), main);
  writeFileSync(join(folder, "windsock_judge/canonical.py"), canonical);
  writeFileSync(join(folder, "windsock_judge/dag.py"), dag);
  return folder;
}
