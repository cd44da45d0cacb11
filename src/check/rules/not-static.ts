import { LATER_CHANGES } from "../../build/outcome.ts";
import { findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

/** Statements of an entry point, which no value stands for. */
const STATEMENTS = new Set([LATER_CHANGES, "statements after create_dag", "setup of the process"]);

/** What it depends on, and how the configuration can tell. */
function adviceOn(expression: string, affects: string): string | null {
  if (expression === "") return null;
  const what = `It depends on \`${expression}\`.`;
  if (affects === "sites" || STATEMENTS.has(affects) || affects.startsWith("*")) return what;
  return affects === "edges"
    ? `${what} \`operators.dependencies\` in \`windsock.yml\` can say how it finds them.`
    : `${what} \`values:\` in \`windsock.yml\` can say what that is.`;
}

export const notStatic: Rule = {
  name: "not-static",
  severity: "notice",
  effect: "surprises",
  summary: "something that cannot be known without running Python",
  explains:
    "Windsock never runs code of a pull request. What an entry point computes from anything but its own files, what an operator sets on itself, and what a template calls stays open: it is named here with the expression, and no DAG is called proved because of it.",
  source: "Windsock's own promise: unknown is said, never guessed",
  wrong: {
    shows: "dags/bakery.py",
    files: {
      "dags/bakery.py":
        'import os\n\nimport requests\nfrom gusty import create_dag\n\nhere = os.path.dirname(__file__)\nfor name in requests.get("https://example.com/shops").json():\n    globals()[name] = create_dag(os.path.join(here, name))\n',
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  right: {
    shows: "dags/bakery.py",
    files: {
      "dags/bakery.py":
        'import os\n\nfrom gusty import create_dag\n\nhere = os.path.dirname(__file__)\nfor name in ["bakery"]:\n    globals()[name] = create_dag(os.path.join(here, name))\n',
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  check: ({ project }) =>
    problemsOf(project, "not-static").map(({ problem, dag }) =>
      findingOf(notStatic, {
        at: problem.at,
        message:
          problem.affects === "sites"
            ? `Which DAGs this makes is not known: ${problem.why}.`
            : `\`${problem.affects}\`${dag ? ` of \`${dag.id}\`` : ""} is not known: ${problem.why}.`,
        advice: adviceOn(problem.expression, problem.affects),
        subject: { ...(dag ? { dag: dag.id } : {}), key: problem.affects },
      }),
    ),
};
