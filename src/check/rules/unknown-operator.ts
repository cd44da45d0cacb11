import { movedInAirflow3 } from "../../catalogue/moved.ts";
import type { Finding } from "../../model/finding.ts";
import type { Project } from "../../model/project.ts";
import { stopsText } from "../consequence.ts";
import { clause, failsWith, findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const unknownOperator: Rule = {
  name: "unknown-operator",
  severity: "error",
  effect: "fails",
  summary: "an operator class that is not in the package that should hold it",
  explains:
    "gusty imports the module and takes the class from it. A class that is not there raises, which ends the whole entry point. Known are Airflow and its providers as of the versions that Windsock ships, and the classes of the repository itself; of any other package a notice says that its operators are not known, once for each package; `operators.catalogues` makes them known.",
  source: "gusty/importing.py, get_operator",
  wrong: {
    shows: "dags/bakery/knead.yml",
    files: { "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperater\nbash_command: echo knead\n" },
  },
  right: {
    shows: "dags/bakery/knead.yml",
    files: { "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n" },
  },
  check: ({ project }) => [...absentOperators(project), ...unreadOperators(project)],
};

const absentOperators = (project: Project): readonly Finding[] =>
  problemsOf(project, "unknown-operator").map(({ problem, dag }) => {
    const { subject, stops } = failsWith(project, dag, problem.at);
    return findingOf(unknownOperator, {
      at: problem.at,
      message: `There is no operator \`${problem.operator}\`: ${clause(problem.detail)}.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
      advice: problem.nearest ? `Did you mean \`${problem.nearest}\`?` : null,
      fix: problem.nearest
        ? {
            description: `Replace \`${problem.operator}\` by \`${problem.nearest}\``,
            safe: isMove(problem.operator, problem.nearest),
            edits: [{ at: problem.at, text: problem.nearest }],
          }
        : null,
      subject: { ...subject, key: problem.operator },
      stops,
    });
  });

/**
 * The class that Airflow 3 has in another place, under the same name: nothing but its path changes. What providers have
 * replaced may take other arguments.
 */
const isMove = (operator: string, to: string): boolean =>
  !operator.startsWith("airflow.providers.") &&
  movedInAirflow3(operator)?.to === to &&
  operator.slice(operator.lastIndexOf(".")) === to.slice(to.lastIndexOf("."));

/** Operators that cannot be looked up, one notice for each package, or for each operator that Python alone knows. */
function unreadOperators(project: Project): readonly Finding[] {
  const all = problemsOf(project, "unread-operator");
  const groups = new Map<string, (typeof all)[number][]>();
  for (const one of all) {
    const key = one.problem.package ?? one.problem.operator;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].flatMap(([key, [first, ...rest]]) => {
    if (!first) return [];
    const { problem, dag } = first;
    const ofPackage = problem.package !== null;
    const same = ofPackage ? `operators of \`${key}\`` : "this operator";
    const more =
      rest.length === 0 ? "" : ` ${rest.length} more ${rest.length === 1 ? "task uses" : "tasks use"} ${same}.`;
    return [
      findingOf(unknownOperator, {
        at: problem.at,
        severity: "notice",
        effect: "surprises",
        message: `What \`${problem.operator}\` takes is not known: ${clause(problem.detail)}. Its arguments are taken as they are written, and nothing is said of them.${more}`,
        advice: ofPackage
          ? "Describe the package in a catalogue, under `operators.catalogues` in `windsock.yml`."
          : null,
        subject: { ...(dag ? { dag: dag.id } : {}), key },
      }),
    ];
  });
}
