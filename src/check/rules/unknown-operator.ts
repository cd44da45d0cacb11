import { stopsText } from "../consequence.ts";
import { clause, failsWith, findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const unknownOperator: Rule = {
  name: "unknown-operator",
  severity: "error",
  effect: "fails",
  summary: "an operator class that is not in the package that should hold it",
  explains:
    "gusty imports the module and takes the class from it. A class that is not there raises, which ends the whole entry point. Known are Airflow and its providers as of the versions that Windsock ships, and the classes of the repository itself; of any other package nothing is said.",
  source: "gusty/importing.py, get_operator",
  wrong: {
    shows: "dags/bakery/knead.yml",
    files: { "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperater\nbash_command: echo knead\n" },
  },
  right: {
    shows: "dags/bakery/knead.yml",
    files: { "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n" },
  },
  check: ({ project }) =>
    problemsOf(project, "unknown-operator").map(({ problem, dag }) => {
      const { subject, stops } = failsWith(project, dag, problem.at);
      return findingOf(unknownOperator, {
        at: problem.at,
        message: `There is no operator \`${problem.operator}\`: ${clause(problem.detail)}.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
        advice: problem.nearest ? `Did you mean \`${problem.nearest}\`?` : null,
        fix: problem.nearest
          ? {
              description: `Replace \`${problem.operator}\` by \`${problem.nearest}\``,
              safe: false,
              edits: [{ at: problem.at, text: problem.nearest }],
            }
          : null,
        subject: { ...subject, key: problem.operator },
        stops,
      });
    }),
};
