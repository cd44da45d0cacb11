/** `npm run bench`: how long Windsock compiles 1,000 task files, and how long Airflow parses the result. */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { readProject } from "../../src/build/read-project.ts";
import { emitDag } from "../../src/emit/emit-dag.ts";
import { openFolder } from "../../src/snapshot/folder-snapshot.ts";
import { makeEnvironments } from "../../tools/python/make-environments.ts";
import { writeTree } from "./compile-tree.ts";
import { largeProject } from "./large-project.ts";

const RUNS = 5;
const root = resolve(import.meta.dirname, "../../.cache/parity/bench");
const tree = largeProject(10, 100);
const tasks = Object.keys(tree).filter((path) => path.startsWith("dags/farm/") && !path.endsWith("METADATA.yml"));

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const ms = (seconds: number): string => `${(seconds * 1000).toFixed(0).padStart(6)} ms`;

rmSync(root, { recursive: true, force: true });
await writeTree(tree, root);
const { airflow2, airflow3 } = await makeEnvironments();
console.log(
  `${tasks.length} task files in 10 DAGs; Node ${process.version}, ${cpus().length} cores; medians of ${RUNS} runs`,
);
for (const airflow of [2, 3] as const) {
  const times: number[] = [];
  let files: Record<string, string> = {};
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const project = await readProject(await openFolder(root), { airflow });
    files = {};
    for (const dag of project.dags) {
      const emitted = emitDag(dag, { directory: project.config.generated.directory, texts: project.texts });
      if (!emitted.ok) throw new Error(`${dag.id}: ${emitted.why}`);
      files[emitted.file.path] = emitted.file.text;
    }
    times.push((performance.now() - start) / 1000);
  }
  const place = `${root}-airflow-${airflow}`;
  rmSync(place, { recursive: true, force: true });
  await writeTree({ ...tree, ...files }, place);
  const job = {
    root: place,
    gusty: [join(place, "dags/entry.py")],
    generated: Object.keys(files).map((path) => join(place, path)),
    tasks: tasks.map((path) => join(place, path)),
  };
  const python = airflow === 2 ? airflow2 : airflow3;
  const { stdout, stderr, status } = spawnSync(python, [join(import.meta.dirname, "bench_parse.py")], {
    input: JSON.stringify(job),
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  if (status !== 0) throw new Error(stderr.slice(-3000));
  const found = JSON.parse(stdout) as Record<string, number>;
  const of = (name: string): number => found[name] ?? 0;
  const compile = median(times);
  console.log(
    [
      `Airflow ${airflow}`,
      `  Windsock compiles them        ${ms(compile)}   (the first run ${ms(times[0] ?? 0).trim()})`,
      `  PyYAML reads them             ${ms(of("yaml"))}   Windsock takes ${(compile / of("yaml")).toFixed(2)} times as long`,
      `  gusty's entry point, first    ${ms(of("gusty first"))}`,
      `  generated files, first        ${ms(of("generated first"))}   ${(of("gusty first") / of("generated first")).toFixed(1)} times as fast as gusty`,
      `  gusty's entry point, warm     ${ms(of("gusty warm"))}`,
      `  generated files, warm         ${ms(of("generated warm"))}   ${(of("gusty warm") / of("generated warm")).toFixed(1)} times as fast as gusty`,
    ].join("\n"),
  );
}
