import { stopsText } from "../consequence.ts";
import { clause, failsWith, findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const frontMatter: Rule = {
  name: "front-matter",
  severity: "error",
  effect: "fails",
  summary: "a task file or METADATA.yml whose header is missing, unterminated or not a mapping",
  explains:
    "Every task file says what it is in a header of YAML: a `.yml` file as a whole, a `.sql` file between two lines of `---` or in a comment at its very start, a `.py` file between two lines of `# ---`, a notebook in a markdown cell. Where gusty does not find a mapping there, it raises, and every DAG of the entry point disappears.",
  source: "absql/files/parsers.py, frontmatter_load; gusty/parsing/parsers.py",
  wrong: {
    shows: "dags/bakery/load.sql",
    files: {
      "dags/bakery/load.sql":
        "---\noperator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator\n\nSELECT 1\n",
    },
  },
  right: {
    shows: "dags/bakery/load.sql",
    files: {
      "dags/bakery/load.sql":
        "---\noperator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator\n---\n\nSELECT 1\n",
    },
  },
  check: ({ project }) =>
    problemsOf(project, "front-matter").map(({ problem, dag }) =>
      findingOf(frontMatter, {
        at: problem.at,
        message: `gusty cannot read this header: ${clause(problem.detail)}.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
        advice: `Expected ${clause(problem.expected)}.`,
        ...failsWith(project, dag, problem.at),
      }),
    ),
};
