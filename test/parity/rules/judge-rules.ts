import { readProject } from "../../../src/build/read-project.ts";
import { checkProject } from "../../../src/check/check-project.ts";
import { differences } from "../../../src/cli/verify/differences.ts";
import type { Effect, Finding } from "../../../src/model/finding.ts";
import type { AirflowMajor } from "../../../src/model/version.ts";
import { memorySnapshot } from "../../../src/snapshot/memory.ts";
import type { Tree } from "../generator/projects.ts";
import type { Job, Judge, World } from "../judge.ts";
import { neverDone, type RunsById } from "./never-done.ts";
import { isRemoval, removeFlagged } from "./remove-flagged.ts";
import { writeProject } from "./write-project.ts";

/** A project whose findings are judged. */
export interface Case {
  readonly name: string;
  readonly tree: Tree;
  readonly before?: Tree;
  /** The rule whose fault was planted: of what is dropped, its findings are taken out first. */
  readonly rule?: string;
  /** Only what is said to fail is judged. */
  readonly failsOnly?: boolean;
}

/** What the real gusty and Airflow say of one finding. `null`: they cannot be asked here. */
export interface JudgedFinding {
  readonly finding: Finding;
  readonly right: boolean | null;
  readonly detail: string;
}

/** One project with its findings. `unsaid`: what gusty or Airflow raises, where no finding says that it does. */
export interface JudgedCase {
  readonly name: string;
  readonly findings: readonly JudgedFinding[];
  readonly world: World;
  readonly unsaid: string | null;
}

/** What judges: the real gusty on one Airflow, and the logical dates of its DAGs. */
export interface Judges {
  readonly airflow: AirflowMajor;
  readonly gusty: string;
  readonly worlds: Judge;
  readonly runs: (jobs: readonly unknown[]) => Promise<readonly RunsById[]>;
}

/** Effects that gusty and Airflow can judge. */
export const JUDGED: readonly Effect[] = ["fails", "dropped", "hangs"];

/** So many entries that are dropped are taken out of one project, each alone, and so many of one rule. */
const MOST_DROPPED = 4;
const MOST_OF_RULE = 2;
const PINS: Readonly<Record<AirflowMajor, string>> = { 2: "2.11.2", 3: "3.3.2" };

/**
 * Judges every finding of some projects by what it says: *fails*: gusty or Airflow raises, and does not build the DAGs
 * that it names; *dropped*: without the flagged text gusty builds the same; *hangs*: in no run at the real logical dates
 * is the sensor done.
 */
export async function judgeRules(cases: readonly Case[], judges: Judges): Promise<readonly JudgedCase[]> {
  const { airflow, gusty } = judges;
  const pins = { "requirements.txt": `apache-airflow==${PINS[airflow]}\ngusty==${gusty}\n` };
  const read = [];
  const jobs: Job[] = [];
  for (const one of cases) {
    const tree = { ...pins, ...one.tree };
    const before = one.before ? await readProject(memorySnapshot({ ...pins, ...one.before })) : null;
    const project = await readProject(memorySnapshot(tree));
    const undecided =
      project.problems.some(({ kind }) => kind === "not-static") ||
      project.dags.some(({ outcome, computed }) => outcome === "undecided" || computed !== null);
    const findings = checkProject(project, before).filter(({ effect }) => JUDGED.includes(effect));
    const ids = project.dags.map(({ id }) => id);
    const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
    const declared = project.dags.flatMap(({ site }) => (site.entryPoint === null ? [site.folder] : []));
    read.push({ ...one, tree, findings, undecided, twice, declared });
    jobs.push(await writeProject(`airflow-${airflow}/${one.name}`, tree, declared));
  }
  const worlds = await judges.worlds.load(jobs);
  const built = (index: number): boolean => Object.keys(worlds[index]?.errors ?? { "": "" }).length === 0;
  const hanging = read.flatMap(({ findings, failsOnly }, index) =>
    built(index) && !failsOnly && findings.some(({ effect }) => effect === "hangs") ? [index] : [],
  );
  const runs = await judges.runs(hanging.map((index) => jobs[index]));
  const without = await loadWithout(
    read.map((one, index) => ({ ...one, built: built(index) && !one.failsOnly })),
    judges,
  );
  return read.map(({ name, findings, undecided, twice, failsOnly }, index): JudgedCase => {
    const world = worlds[index] ?? { dags: {}, errors: { judge: "no answer" } };
    const never = neverDone(world, runs[hanging.indexOf(index)] ?? {});
    const judged = findings.map((finding): JudgedFinding => {
      if (finding.effect === "fails") return { finding, ...judgeFails(finding, world, twice) };
      if (!built(index) || failsOnly) return { finding, right: null, detail: "" };
      if (finding.effect === "hangs") {
        const right = never(finding.subject.dag ?? "", finding.subject.task ?? "");
        return { finding, right, detail: "the sensor is done in some run" };
      }
      const other = without.get(finding);
      if (!other) return { finding, right: null, detail: "" };
      const found = [
        ...Object.values(other.errors),
        ...differences(world.dags, other.dags).filter((line) => !isRemoval(line, finding)),
      ];
      return { finding, right: found.length === 0, detail: found[0] ?? "" };
    });
    const said = undecided || findings.some(({ effect }) => effect === "fails");
    return {
      name,
      findings: judged,
      world,
      unsaid: built(index) || said ? null : (Object.values(world.errors)[0] ?? ""),
    };
  });
}

/** `twice`: ids that two entry points give, so that one of them may stand although the other fails. */
function judgeFails({ stops }: Finding, world: World, twice: ReadonlySet<string>): { right: boolean; detail: string } {
  const standing = stops.filter((id) => id in world.dags && !twice.has(id));
  const raises = Object.keys(world.errors).length > 0;
  return {
    right: raises && standing.length === 0,
    detail: raises ? `${standing.join(", ")} is built` : "nothing raises",
  };
}

/** What is dropped and will be taken out: of a planted fault its own findings only. */
function chosen(findings: readonly Finding[], rule: string | undefined): readonly Finding[] {
  const counts = new Map<string, number>();
  return findings
    .filter((finding) => {
      const count = (counts.get(finding.rule) ?? 0) + 1;
      counts.set(finding.rule, count);
      return finding.effect === "dropped" && count <= MOST_OF_RULE && (rule ?? finding.rule) === finding.rule;
    })
    .slice(0, MOST_DROPPED);
}

async function loadWithout(
  read: readonly (Case & {
    readonly findings: readonly Finding[];
    readonly built: boolean;
    readonly declared: readonly string[];
  })[],
  { airflow, worlds }: Judges,
): Promise<ReadonlyMap<Finding, World>> {
  const tries = read.flatMap(({ name, tree, findings, built, rule, declared }) =>
    (built ? chosen(findings, rule) : []).flatMap((finding, nth) => {
      const files = removeFlagged(tree, finding);
      return files ? [{ name: `airflow-${airflow}/${name}-${nth}`, files, finding, declared }] : [];
    }),
  );
  const jobs: Job[] = [];
  for (const { name, files, declared } of tries) jobs.push(await writeProject(name, files, declared));
  const found = await worlds.load(jobs);
  return new Map(
    tries.flatMap(({ finding }, index) => {
      const world = found[index];
      return world ? [[finding, world]] : [];
    }),
  );
}
