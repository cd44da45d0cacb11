import { stopsText } from "../consequence.ts";
import { dependencyExample } from "../dependency-example.ts";
import { clause, failsWith, findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const dependencyShape: Rule = {
  name: "dependency-shape",
  severity: "error",
  effect: "fails",
  summary: "`dependencies` or `external_dependencies` in a shape that gusty cannot read",
  explains:
    "`dependencies` is a list of names. `external_dependencies` is a list of `dag: task`, or a mapping from a DAG to `tasks: […]` with arguments for the sensor. In a task file gusty raises for anything else; in METADATA.yml, and for `tasks:`, a text is walked letter by letter, so that nothing, or nonsense, is waited for.",
  source: "gusty/parsing/__init__.py, parse; gusty/building.py, parse_external_dependencies",
  wrong: dependencyExample("dependencies: knead\n"),
  right: dependencyExample("dependencies:\n  - knead\n"),
  check: ({ project }) =>
    problemsOf(project, "dependency-shape").map(({ problem, dag }) => {
      const { subject, stops } = failsWith(project, dag, problem.at);
      const ofDag = project.dags.find((other) => other !== dag && other.tasks.length > 0)?.id ?? "other_dag";
      const consequence = problem.raises && dag ? ` ${stopsText(project, dag)}.` : "";
      return findingOf(dependencyShape, {
        at: problem.at,
        effect: problem.raises ? "fails" : "dropped",
        message: `gusty cannot read \`${problem.key}\` as it is written: ${clause(problem.detail)}.${consequence}`,
        advice: wayOut(problem.key, ofDag),
        subject: { ...subject, key: problem.key },
        stops: problem.raises ? stops : [],
      });
    }),
};

/** How the key is written. */
const wayOut = (key: string, dag: string): string =>
  key === "dependencies"
    ? "Write a list of names:\ndependencies:\n  - name_of_a_task"
    : `Write a list of \`dag: task\`, or a mapping with settings of the sensor:\nexternal_dependencies:\n  ${dag}:\n    tasks: [name_of_a_task]\n    timeout: 600`;
