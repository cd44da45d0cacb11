import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { AirflowMajor } from "../../src/model/version.ts";

const folder = join(import.meta.dirname, "fixtures");

/** One small project with one behaviour, which its name says. */
export interface Fixture {
  readonly name: string;
  /** AIRFLOW_HOME of the project: `dags/` and, where it has them, `operators/` lie in it. */
  readonly folder: string;
  readonly airflow: readonly AirflowMajor[];
  /** Only Python could know its DAGs: Windsock has to say so. */
  readonly undecided: boolean;
  /** gusty raises, and only Python can tell: Windsock builds the DAG as far as known, and the generated file raises too. */
  readonly leftToPython: boolean;
}

/** Every fixture, by name. `fixture.json` may limit it to some Airflow majors, or say that Windsock leaves it open. */
export function readFixtures(): Fixture[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const file = join(folder, name, "fixture.json");
      const own = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Partial<Fixture>) : {};
      return { airflow: [2, 3], undecided: false, leftToPython: false, ...own, name, folder: join(folder, name) };
    });
}
