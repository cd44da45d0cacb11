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
}

/** Every fixture, by name. `fixture.json` may limit it to some Airflow majors. */
export function readFixtures(): Fixture[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const settings = join(folder, name, "fixture.json");
      const { airflow } = existsSync(settings)
        ? (JSON.parse(readFileSync(settings, "utf8")) as { airflow: AirflowMajor[] })
        : { airflow: [2, 3] as const };
      return { name, folder: join(folder, name), airflow };
    });
}
