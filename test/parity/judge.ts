import {
  type Job,
  type Judge,
  runJudge as runJudgeIn,
  startJudge as startJudgeIn,
  type World,
} from "../../src/cli/verify/start-judge.ts";

export type { Job, Json, Judge, World } from "../../src/cli/verify/start-judge.ts";

/** Nothing of the caller's environment but where programs are: what DAGs read from it is unset. */
const ENVIRONMENT = { PATH: process.env.PATH, HOME: process.env.HOME };

/** Starts the judge of `windsock verify` in the real Airflow of `python`; packages in `first` come before its own. */
export const startJudge = (python: string, first?: string): Judge =>
  startJudgeIn(python, first === undefined ? ENVIRONMENT : { ...ENVIRONMENT, PYTHONPATH: first });

/** Loads every job in the real Airflow of `python`, in the order given. */
export const runJudge = (python: string, jobs: readonly Job[]): Promise<World[]> =>
  runJudgeIn(python, jobs, ENVIRONMENT);
