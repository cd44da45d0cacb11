import { stopsText } from "../consequence.ts";
import { failsWith, findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const refusedArgument: Rule = {
  name: "refused-argument",
  severity: "error",
  effect: "fails",
  summary: "an argument that gusty passes on and the operator refuses",
  explains:
    "gusty also passes on what `template_fields` and the direct base's signature name, and the bare names of a signature such as `kwargs`. Some classes set such an argument themselves, or take it from elsewhere, and then raise TypeError for it: `sql` of SQLColumnCheckOperator, `conn_id` of SnowflakeSqlApiOperator.",
  source: "gusty/building.py, build_task; airflow/models/baseoperator.py, BaseOperator.__init__",
  wrong: {
    shows: "dags/bakery/count.yml",
    files: {
      "dags/bakery/count.yml":
        "operator: airflow.providers.common.sql.operators.sql.SQLColumnCheckOperator\nconn_id: bakery\ntable: loaves\ncolumn_mapping: {weight: {min: {geq_to: 1}}}\nsql: SELECT 1\n",
    },
  },
  right: {
    shows: "dags/bakery/count.yml",
    files: {
      "dags/bakery/count.yml":
        "operator: airflow.providers.common.sql.operators.sql.SQLColumnCheckOperator\nconn_id: bakery\ntable: loaves\ncolumn_mapping: {weight: {min: {geq_to: 1}}}\n",
    },
  },
  check: ({ project }) =>
    problemsOf(project, "refused-argument").map(({ problem, dag }) => {
      const operator = problem.operator.slice(problem.operator.lastIndexOf(".") + 1);
      const { stops } = failsWith(project, dag, problem.at);
      return findingOf(refusedArgument, {
        at: problem.at,
        message: `\`${operator}\` refuses \`${problem.keyName}\` with TypeError, although gusty passes it on.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
        advice: "Take it out.",
        subject: { ...(dag ? { dag: dag.id } : {}), task: problem.task, key: problem.keyName },
        stops,
      });
    }),
};
