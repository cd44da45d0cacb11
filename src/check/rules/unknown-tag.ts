import { nearest as nearestName } from "../../config/nearest.ts";
import { stopsText } from "../consequence.ts";
import { failsWith, findingOf, inWords, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const unknownTag: Rule = {
  name: "unknown-tag",
  severity: "error",
  effect: "fails",
  summary: "a YAML tag that neither gusty nor the project defines",
  explains:
    "gusty knows `!datetime`, `!timedelta`, `!days_ago`, `!env_var`, `!env_switch`, `!previous_date` and `!previous_hour`, and what `create_dag` gets as `dag_constructors` and `user_defined_macros`. For any other tag PyYAML raises ConstructorError, which ends the whole entry point.",
  source: "gusty/parsing/loaders.py, generate_loader; absql/files/loader.py, generate_loader",
  wrong: {
    shows: "dags/bakery/METADATA.yml",
    files: {
      "dags/bakery/METADATA.yml": "default_args:\n  retry_delay: !time_delta 'minutes: 5'\n",
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  right: {
    shows: "dags/bakery/METADATA.yml",
    files: {
      "dags/bakery/METADATA.yml": "default_args:\n  retry_delay: !timedelta 'minutes: 5'\n",
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  check: ({ project }) =>
    problemsOf(project, "unknown-tag").map(({ problem, dag }) => {
      const nearest = nearestName(problem.tag, problem.known);
      const { subject, stops } = failsWith(project, dag, problem.at);
      return findingOf(unknownTag, {
        at: problem.at,
        message: `Nothing defines the tag \`${problem.tag}\`, and PyYAML raises.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
        advice: nearest
          ? `Did you mean \`${nearest}\`?`
          : `Take the tag out, put the text in quotes, or define it in \`dag_constructors\`. Tags here: ${inWords(problem.known)}.`,
        fix: nearest
          ? {
              description: `Replace \`${problem.tag}\` by \`${nearest}\``,
              safe: false,
              edits: [{ at: { ...problem.at, end: problem.at.start + problem.tag.length }, text: nearest }],
            }
          : null,
        subject: { ...subject, key: problem.tag },
        stops,
      });
    }),
};
