import type { Finding } from "../../model/finding.ts";
import { folderOf, joinPath, type Path } from "../../model/path.ts";
import type { Project } from "../../model/project.ts";
import { stopsText } from "../consequence.ts";
import { failsWith, findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const missingOperator: Rule = {
  name: "missing-operator",
  severity: "error",
  effect: "fails",
  summary: "a task file without `operator`",
  explains:
    "Every task file but a `.py` one must name the class of its operator. Without it gusty stops with AssertionError, and every DAG of the entry point disappears.",
  source: "gusty/parsing/__init__.py, parse",
  wrong: { shows: "dags/bakery/knead.yml", files: { "dags/bakery/knead.yml": "bash_command: echo knead\n" } },
  right: {
    shows: "dags/bakery/knead.yml",
    files: { "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n" },
  },
  check: ({ project }) =>
    problemsOf(project, "missing-operator").map(({ problem, dag }) => {
      const metadata = /(?:^|\/)metadata\.ya?ml$/i.test(problem.at.file);
      const taken = metadata ? ", and gusty takes it for a task: only `METADATA.yml`, in this spelling, is none" : "";
      return findingOf(missingOperator, {
        at: problem.at,
        message: `\`${problem.at.file}\` names no \`operator\`${taken}.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
        advice: metadata
          ? "Rename the file to `METADATA.yml`."
          : "Add `operator:` with the whole path of a class, such as `airflow.operators.bash.BashOperator`.",
        ...failsWith(project, dag, problem.at),
        fix: metadata ? asMetadata(project, problem.at.file) : null,
      });
    }),
};

/** The file under the name that gusty reads, where no file has it. */
function asMetadata(project: Project, from: Path): Finding["fix"] {
  const to = joinPath(folderOf(from), "METADATA.yml");
  if (project.texts.has(to)) return null;
  return { description: "Rename the file to `METADATA.yml`", safe: true, edits: [], renames: [{ from, to }] };
}
