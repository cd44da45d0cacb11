import { spawn } from "node:child_process";
import { join } from "node:path";

/** Any value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One world that `judge.py` loads: see there. */
export interface Job {
  readonly root: string;
  readonly home: string;
  readonly files: readonly string[];
  readonly declared: string | null;
  /** Folders of the entry points. */
  readonly folders: readonly string[];
  readonly gusty: boolean;
}

/** What Airflow holds after loading: DAGs by id, and `Class: message` by file. */
export interface World {
  readonly dags: Readonly<Record<string, Json>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** Loads every job in the real Airflow of `python`, in the order given. */
export function runJudge(python: string, jobs: readonly Job[]): Promise<World[]> {
  return new Promise((resolve, reject) => {
    const environment = { PATH: process.env.PATH, HOME: process.env.HOME, PYTHONHASHSEED: "0" };
    const child = spawn(python, [join(import.meta.dirname, "judge.py")], { env: environment });
    let answer = "";
    let complaints = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      answer += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaints += text;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(JSON.parse(answer) as World[]);
      else reject(new Error(`judge.py ended with ${code}:\n${complaints.slice(-4000)}`));
    });
    child.stdin.end(JSON.stringify(jobs));
  });
}
