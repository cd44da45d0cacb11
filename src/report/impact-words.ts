import type { Project } from "../model/project.ts";
import type { Impact } from "../trace/impact.ts";
import { ownersOf } from "./owners.ts";
import { code, codes, count, joinRich, listOf, type Rich, strong } from "./rich.ts";
import type { Told } from "./told.ts";
import { limitsInWords, subjectName } from "./why-words.ts";

const MOST_NAMES = 12;

/** The owners of a DAG of a project. */
export function ownersIn(project: Project, id: string): string[] {
  const dag = project.dags.find((one) => one.id === id);
  return dag ? ownersOf(dag) : [];
}

/** What lies downstream, in words. */
export function impactInWords(impact: Impact, project: Project): Told {
  const name = strong(code(subjectName(impact.subject)));
  const [own, ...others] = impact.dags;
  const tasks = impact.dags.reduce((sum, dag) => sum + dag.tasks.length, 0);
  const limits = limitsOf(impact, project);
  if (tasks === 0) return { first: ["Nothing comes after ", name, ".", limits], lists: [] };
  const inOthers: Rich = others.length === 0 ? ["in no other DAG"] : [`in ${count(others.length, "other DAG")} too`];
  const line = ({ dag, tasks: after, sensors }: Impact["dags"][number]): Rich => {
    const owners = ownersIn(project, dag);
    const waits = sensors.map(
      ({ sensor, dag: of, task }): Rich => [
        code(sensor),
        " waits for ",
        ...(task === null ? ["all of ", code(of)] : [code(`${of}.${task}`)]),
      ],
    );
    return [
      strong(code(dag)),
      ...(owners.length > 0
        ? [` (${owners.length === 1 ? "owner" : "owners"} `, ...listOf(owners, MOST_NAMES), ")"]
        : []),
      ": ",
      ...(waits.length > 0 ? [...joinRich(waits.slice(0, MOST_NAMES), ", "), "; "] : []),
      `${count(after.length, "task")}: `,
      ...listOf(codes(after), MOST_NAMES),
    ];
  };
  return {
    first: [`${count(tasks, "task")} after `, name, ", ", ...inOthers, ".", limits],
    lists: [
      { title: "In its own DAG", lines: own && own.tasks.length > 0 ? [line(own)] : [] },
      { title: "In other DAGs", lines: others.map(line) },
    ],
  };
}

/** What may be missing, as a sentence after others; empty where all is known. */
function limitsOf({ subject }: Impact, { discovery }: Project): string {
  const own = limitsInWords(subject.dag);
  if (own !== null) return ` ${own}`;
  const hidden = discovery.undecided.some(({ hides }) => hides.what === "sites");
  return hidden ? " Not every entry point is known without running Python, so there may be more." : "";
}
