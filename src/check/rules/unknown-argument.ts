import { isAnchorHome } from "../anchor-home.ts";
import { findingOf, problemsOf } from "../findings.ts";
import { isPrivateKey, isReadElsewhere } from "../known-keys.ts";
import { oncePerPlace } from "../once.ts";
import type { Rule } from "../rule.ts";

export const unknownArgument: Rule = {
  name: "unknown-argument",
  severity: "warning",
  effect: "dropped",
  summary: "a key of a task file that the operator does not take, so that gusty drops it",
  explains:
    "gusty passes to an operator what `BaseOperator`, the class itself, its direct base, or their `template_fields` name. Any other key of a task file is dropped without a word. That is an error where the key is plainly a misspelling of an argument that the operator takes. Nothing is said of operators that are not known, nor of keys that R Markdown, Quarto or jupytext read; `allow-keys:` in `windsock.yml` names more of those.",
  source: "gusty/building.py, build_task, _get_operator_parameters",
  wrong: {
    shows: "dags/bakery/knead.yml",
    files: {
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\nretires: 3\n",
    },
    airflow: 2,
  },
  right: {
    shows: "dags/bakery/knead.yml",
    files: {
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\nretries: 3\n",
    },
    airflow: 2,
  },
  check: ({ project }) =>
    oncePerPlace(problemsOf(project, "dropped-argument"), ({ problem }) => problem.at).flatMap(({ problem, dag }) => {
      const { keyName, instead, task } = problem;
      const known = isReadElsewhere(project, keyName) || isPrivateKey(keyName) || isAnchorHome(project, problem.at);
      const misnamed = dag?.problems.some(
        (other) =>
          other.kind === "misnamed-key" && other.at.start === problem.at.start && other.at.file === problem.at.file,
      );
      if (!dag || problem.through || misnamed || (known && instead === null)) return [];
      const operator = problem.operator.slice(problem.operator.lastIndexOf(".") + 1);
      return [
        findingOf(unknownArgument, {
          at: problem.at,
          severity: instead === null ? "warning" : "error",
          message: `\`${operator}\` takes no \`${keyName}\`: gusty drops it, and it has no effect.`,
          advice:
            instead === null
              ? "Take it out. If something else reads it, add it to `allow-keys:` in `windsock.yml`."
              : `Write \`${instead}\`.`,
          subject: { dag: dag.id, task, key: keyName },
          fix:
            instead === null
              ? null
              : {
                  description: `Rename \`${keyName}\` to \`${instead}\``,
                  safe: true,
                  edits: [{ at: problem.at, text: instead }],
                },
        }),
      ];
    }),
};
