import { expect, test } from "vitest";
import { makeEnvironments } from "../../tools/python/make-environments.ts";
import { PLAIN_FILES, PLAIN_HEAD } from "../support/plain-dag-files.ts";
import { type Json, runJudge } from "./judge.ts";
import { writeProject } from "./rules/write-project.ts";

const environments = makeEnvironments();

/** The same files as in `test/discover/plain/dags.test.ts`, which says what Windsock reads in them. */
test.each([2, 3] as const)("Airflow %i makes these DAGs and tasks of plain Python files", async (airflow) => {
  const { airflow2, airflow3 } = await environments;
  const jobs = [];
  for (const [index, [, source]] of PLAIN_FILES.entries())
    jobs.push(await writeProject(`airflow-${airflow}/plain-${index}`, { "dags/plain.py": PLAIN_HEAD + source }));
  const worlds = await runJudge(airflow === 2 ? airflow2 : airflow3, jobs);
  const made = worlds.map(({ dags, errors }) => [
    ...Object.entries(dags).map(([id, dag]) => [id, ...tasksOf(dag)].join(" ")),
    ...Object.values(errors),
  ]);
  expect(made).toEqual(PLAIN_FILES.map(([, , expected]) => expected));
});

const isMap = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const tasksOf = (dag: Json): readonly string[] => (isMap(dag) && isMap(dag.tasks) ? Object.keys(dag.tasks).sort() : []);
