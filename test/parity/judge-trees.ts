import { join, resolve } from "node:path";
import { raises } from "../../src/build/outcome.ts";
import { differences } from "../../src/cli/verify/differences.ts";
import type { Problem } from "../../src/model/problem.ts";
import type { Project } from "../../src/model/project.ts";
import type { AirflowMajor } from "../../src/model/version.ts";
import { type CompiledTree, compileTree } from "./compile-tree.ts";
import type { Tree } from "./generator/projects.ts";
import type { Judge, World } from "./judge.ts";
import { leftToPython } from "./left-to-python.ts";

/** Where the worlds of generated projects lie while they are judged. */
export const treesFolder = resolve(import.meta.dirname, "../../.cache/parity/trees");

/** What became of one project in both worlds. */
export interface Verdict {
  readonly windsock: "fails" | "built" | "undecided";
  readonly gusty: "raises" | "builds";
  /** Where the worlds disagree: `kind` is the same for all projects that disagree for one cause, as far as one can tell. */
  readonly difference: { readonly kind: string; readonly detail: string } | null;
  /** Why Windsock does not decide. */
  readonly open: readonly string[];
  /** What gusty or Airflow raises, without names. */
  readonly raised: readonly string[];
}

/** Compiles projects for one Airflow, loads them in both worlds, and compares. */
export const judgeTrees = async (
  trees: readonly Tree[],
  airflow: AirflowMajor,
  judge: Judge,
  name = `${process.pid}`,
): Promise<Verdict[]> => judgeCompiled(await compileTrees(trees, airflow, name), judge);

/** Compiles projects for one Airflow. `name` is of the folder in which their worlds stay until they are judged. */
export async function compileTrees(
  trees: readonly Tree[],
  airflow: AirflowMajor,
  name: string,
): Promise<(CompiledTree | Error)[]> {
  const compiled: (CompiledTree | Error)[] = [];
  for (const [position, tree] of trees.entries()) {
    const folder = join(treesFolder, `${name}-airflow-${airflow}`, `t${position}`);
    compiled.push(await compileTree(tree, airflow, folder).catch((error: Error) => error));
  }
  return compiled;
}

/** Loads compiled projects in both worlds, and compares. */
export async function judgeCompiled(compiled: readonly (CompiledTree | Error)[], judge: Judge): Promise<Verdict[]> {
  const jobs = compiled.flatMap((one) =>
    one instanceof Error ? [] : [one.jobs.gusty, ...(one.jobs.generated ? [one.jobs.generated] : [])],
  );
  const worlds = await judge.load(jobs);
  let next = 0;
  return compiled.map((one): Verdict => {
    if (one instanceof Error) {
      const detail = one.stack ?? one.message;
      return {
        windsock: "undecided",
        gusty: "builds",
        difference: { kind: `crash: ${plain(one.message)}`, detail },
        open: [],
        raised: [],
      };
    }
    const gusty = worlds[next++];
    const generated = one.jobs.generated ? worlds[next++] : undefined;
    return verdictOf(one, gusty ?? { dags: {}, errors: { judge: "no answer" } }, generated);
  });
}

function verdictOf({ project, refused }: CompiledTree, gusty: World, generated: World | undefined): Verdict {
  const outcomes = project.dags.map((dag) => dag.outcome);
  const hidden = project.discovery.undecided.filter(({ hides }) => hides.what === "sites");
  const open = [...openReasons(project), ...hidden.map(({ why }) => why)];
  const windsock =
    outcomes.includes("fails") || project.problems.some(raises)
      ? "fails"
      : outcomes.includes("undecided") || hidden.length > 0
        ? "undecided"
        : "built";
  const errors = Object.values(gusty.errors);
  const stops = errors.length > 0;
  const raised = errors.map((error) => (error.startsWith("ModuleNotFound") ? error : plain(error)));
  const difference = (kind: string, detail: string): Verdict => ({
    windsock,
    gusty: stops ? "raises" : "builds",
    difference: { kind, detail },
    open,
    raised,
  });
  if (windsock === "fails" && !stops) {
    const problems = project.dags.flatMap((dag) => (dag.outcome === "fails" ? dag.problems : []));
    return difference(`gusty builds: ${kindsOf(problems)}`, problems.map(showProblem).join("\n"));
  }
  const left = windsock === "built" && stops ? leftToPython(project, gusty, generated) : null;
  if (left) return { windsock: "undecided", gusty: "raises", difference: null, open: left, raised };
  if (windsock === "built" && stops) return difference(`gusty raises: ${plain(errors[0] ?? "")}`, errors.join("\n"));
  if (!stops) {
    const [first] = refused;
    if (first) return difference(`refused: ${plain(first[1])}`, first.join(": "));
    const failed = Object.values(generated?.errors ?? {});
    if (failed.length > 0) return difference(`generated raises: ${plain(failed[0] ?? "")}`, failed.join("\n"));
    const built = project.dags.filter((dag) => dag.outcome === "built").map((dag) => dag.id);
    const known = windsock === "built" ? Object.keys(gusty.dags) : built;
    const found = [...new Set([...known, ...built])].flatMap((id) =>
      differences(gusty.dags[id], generated?.dags[id], id),
    );
    if (found.length > 0) return difference(`differs: ${pathOf(found[0] ?? "")}`, found.slice(0, 12).join("\n"));
  }
  return { windsock, gusty: stops ? "raises" : "builds", difference: null, open, raised };
}

const openReasons = (project: Project): string[] =>
  project.dags.flatMap((dag) =>
    dag.outcome === "undecided"
      ? dag.problems.flatMap((problem) =>
          problem.kind === "not-static" ? [`${problem.why} (${problem.affects})`] : [],
        )
      : [],
  );

const kindsOf = (problems: readonly Problem[]): string =>
  [...new Set(problems.map(({ kind }) => kind))].filter((kind) => !kind.startsWith("unknown-dep")).join(" ");

const showProblem = ({ kind, at, ...rest }: Problem): string =>
  `${kind} at ${at.file}:${at.start} ${JSON.stringify(rest, (_, value) => (typeof value === "bigint" ? String(value) : value))}`;

/** A message without what is of one project only: quoted names, numbers, paths. */
const plain = (message: string): string =>
  message
    .replace(/<project>[^\s'":]*/g, "P")
    .replace(/(['"`]).*?\1/gs, "X")
    .replace(/\d+/g, "N")
    .slice(0, 90);

/** Where two DAGs differ, without ids. */
const pathOf = (difference: string): string => {
  const parts = (difference.split("\n")[0] ?? "").split(" / ").slice(1);
  return parts
    .filter(
      (part, at) => !/^\d+$/.test(part) && !(at === 1 && ["tasks", "groups", "rendered"].includes(parts[0] ?? "")),
    )
    .slice(0, 4)
    .join(" / ");
};
