import { findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

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
        advice: problem.expression === "" ? null : `It depends on \`${problem.expression}\`.`,
        subject: { ...(dag ? { dag: dag.id } : {}), key: problem.affects },
      }),
    ),
};
