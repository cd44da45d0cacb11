import type { Dag } from "../../model/dag.ts";
import type { Finding } from "../../model/finding.ts";
import { folderOf, joinPath } from "../../model/path.ts";
import type { Problem } from "../../model/problem.ts";
import { taskIdOf } from "../../parse/task-file.ts";
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
        fix: fixOf(problem, dag, project.texts.get(problem.at.file) ?? ""),
      });
    }),
};

/**
 * The file under the name that gusty reads, where no file has it. Safe where it then plainly is what it looks like: a
 * METADATA.yml with keys, or a task with an operator whose id no task has.
 */
function fixOf(
  { at, instead, free }: Extract<Problem, { kind: "ignored-file" }>,
  dag: Dag | null,
  text: string,
): Finding["fix"] {
  if (instead === null || !free) return null;
  const to = joinPath(folderOf(at.file), instead);
  const id = taskIdOf(to);
  const taken = dag?.tasks.some((task) => task.id === id || task.id.endsWith(`_${id}`) || task.id.startsWith(`${id}_`));
  const safe = instead === "METADATA.yml" ? /^\w+:/m.test(text) : /^(?:# ?)?operator:/m.test(text) && !taken;
  return { description: `Rename the file to \`${instead}\``, safe, edits: [], renames: [{ from: at.file, to }] };
}
