import { findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const ignoredFile: Rule = {
  name: "ignored-file",
  severity: "warning",
  effect: "dropped",
  summary: "a file that looks like a task or like METADATA.yml, and that gusty passes over",
  explains:
    "gusty reads files whose names end in `.yml`, `.yaml`, `.Rmd`, `.py`, `.ipynb` or `.sql`, letter by letter, and METADATA.yml in exactly this spelling. `bake.YML` or `report.rmd` is no task, and nobody says so. Files and folders that start with `_` or `.` are meant to be passed over, so nothing is said of them, but for a METADATA.yml in a folder that starts with `_`: that is a notice.",
  source: "gusty/building.py, create_schematic",
  wrong: {
    shows: "dags/bakery/bake.YML",
    files: {
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
      "dags/bakery/bake.YML": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
    },
  },
  right: {
    shows: "dags/bakery/bake.yml",
    files: {
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
      "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
    },
  },
  check: ({ project }) =>
    problemsOf(project, "ignored-file").map(({ problem, dag }) => {
      const metadata = problem.at.file.endsWith("/METADATA.yml");
      return findingOf(ignoredFile, {
        at: problem.at,
        severity: metadata ? "notice" : "warning",
        message: metadata
          ? `gusty does not read this METADATA.yml: ${problem.detail}.`
          : `gusty does not read \`${problem.at.file}\`: ${problem.detail}.`,
        advice: problem.instead
          ? `Rename the ${metadata ? "folder" : "file"} to \`${problem.instead}\`, if it is meant to count.`
          : null,
        subject: { ...(dag ? { dag: dag.id } : {}), key: problem.at.file },
      });
    }),
};
