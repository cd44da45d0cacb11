import { stopsText } from "../consequence.ts";
import { clause, failsWith, findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const yamlSyntax: Rule = {
  name: "yaml-syntax",
  severity: "error",
  effect: "fails",
  summary: "YAML that PyYAML rejects",
  explains:
    "gusty reads every header and every METADATA.yml with PyYAML. Where PyYAML raises, the whole entry point fails: Airflow shows an import error, and every DAG that the entry point makes disappears.",
  source: "gusty/parsing/parsers.py, parse_generic; absql/files/parsers.py, frontmatter_load",
  wrong: {
    shows: "dags/bakery/knead.yml",
    files: { "dags/bakery/knead.yml": 'operator: airflow.operators.bash.BashOperator\nbash_command: "echo knead\n' },
  },
  right: {
    shows: "dags/bakery/knead.yml",
    files: { "dags/bakery/knead.yml": 'operator: airflow.operators.bash.BashOperator\nbash_command: "echo knead"\n' },
  },
  check: ({ project }) =>
    problemsOf(project, "yaml-syntax").map(({ problem, dag }) =>
      findingOf(yamlSyntax, {
        at: problem.at,
        message: `This is no valid YAML: ${clause(problem.detail)}.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
        advice: problem.hint,
        ...failsWith(project, dag, problem.at),
      }),
    ),
};
