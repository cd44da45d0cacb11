import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Path } from "../../model/path.ts";
import type { Project } from "../../model/project.ts";
import { UserError } from "../../snapshot/user-error.ts";
import { refuseListedFolder } from "../generated-place.ts";
import type { Host } from "../host.ts";
import { noteNoDags, pickDags } from "../pick-dags.ts";
import { oneDeployment } from "../pick-deployment.ts";
import { readOne } from "../read-versions.ts";
import { type CommonOptions, createSay } from "../say.ts";
import { findPython, type Python } from "../verify/find-python.ts";
import { makeWorlds } from "../verify/make-worlds.ts";
import { runJudge, type World } from "../verify/start-judge.ts";
import { verdictText } from "../verify/verdict-text.ts";
import { verdictsOf } from "../verify/verdicts.ts";
import { writeOutput } from "../write-output.ts";

/** Options of `windsock verify`. */
export interface VerifyOptions extends CommonOptions {
  readonly python?: string;
}

/**
 * `windsock verify`: loads the DAGs of the working tree through gusty and through the generated Python, with the Python
 * of the caller's own environment, and prints every difference. It runs the project's code: the one command that does.
 * 1 where something differs or could not be compared.
 */
export async function verify(host: Host, named: readonly string[], options: VerifyOptions): Promise<number> {
  const say = createSay(host, options);
  say.step("asking Python for its packages");
  const python = await findPython(host, options.python);
  const airflow = options.airflow ?? (python.airflow.startsWith("2.") ? "2" : "3");
  if (!python.airflow.startsWith(`${airflow}.`))
    throw new UserError(`\`${python.path}\` has Airflow ${python.airflow}`, `Leave --airflow ${airflow} out.`);
  const { source, snapshot, project: whole } = await readOne(host, { ...options, airflow }, say);
  if (source.root === null) throw new UserError("a bare repository has no working tree", "Run it in a clone.");
  const { project, ids } = oneDeployment(whole, named);
  await refuseListedFolder(snapshot, project, project.config.generated.directory);
  const dags = pickDags(project.dags, ids);
  noteNoDags(project.dags, say);
  const others = ids.length === 0 ? undecidedEntryPoints(project) : [];

  const copy = await realpath(await mkdtemp(join(tmpdir(), "windsock-verify-")));
  try {
    say.step("copying the project");
    const root = await realpath(source.root);
    const worlds = await makeWorlds({
      project,
      snapshot,
      dags,
      others,
      root,
      copy,
      airflowHome: host.env.AIRFLOW_HOME,
    });
    say.step("loading the DAGs in Airflow");
    const [gusty, generated] = await load(python, [worlds.gusty, worlds.generated], host);
    const { verdicts, strangers } = verdictsOf(project, dags, worlds, gusty, generated);
    say.note(`${python.path}: Airflow ${python.airflow}, gusty ${python.gusty}`);
    await writeOutput(host, options, say, verdictText(verdicts));
    if (ids.length === 0 && strangers.length > 0)
      say.note(`not compared, since Windsock finds no such gusty DAG: ${strangers.join(", ")}`);
    for (const file of others)
      say.note(`\`${file}\` is not all known: ${gusty.errors[`<project>/${file}`] ?? "see windsock check"}`);
    return others.length > 0 || verdicts.some(({ is }) => is === "differs" || is === "open") ? 1 : 0;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** Entry points of which parts are known only to Python, so that they may make DAGs that Windsock does not see. */
const undecidedEntryPoints = (project: Project): readonly Path[] => [
  ...new Set(project.discovery.undecided.flatMap(({ at, hides }) => (hides.what === "sites" ? [at.file] : []))),
];

async function load(python: Python, jobs: Parameters<typeof runJudge>[1], host: Host): Promise<[World, World]> {
  const answer = await runJudge(python.path, jobs, host.env).catch((error: Error) => {
    throw new UserError(`Airflow could not be started: ${error.message.trim().split("\n").at(-1) ?? ""}`);
  });
  const [gusty, generated] = answer;
  if (gusty === undefined || generated === undefined) throw new Error("the judge gave no answer");
  return [gusty, generated];
}
