import type { Dag } from "../../model/dag.ts";
import type { Fix } from "../../model/finding.ts";
import type { Project } from "../../model/project.ts";
import { findingOf, problemsOf } from "../findings.ts";
import { isReadElsewhere } from "../known-keys.ts";
import { oncePerPlace } from "../once.ts";
import type { Rule } from "../rule.ts";

export const droppedArgument: Rule = {
  name: "dropped-argument",
  severity: "warning",
  effect: "dropped",
  summary: "an argument that the operator would take through `**kwargs`, and that gusty does not pass on",
  explains:
    "gusty looks at the signatures of the class and of its direct base, not further up. What a class higher up takes through `**kwargs` is dropped: `mode: reschedule` on many sensors of providers, whose base is a sensor class of their own. `default_args` of the task do reach every class on the way up, so the argument counts there.",
  source: "gusty/building.py, build_task; airflow/models/baseoperator.py, BaseOperatorMeta._apply_defaults",
  wrong: {
    shows: "dags/bakery/rise.yml",
    files: {
      "dags/bakery/rise.yml":
        "operator: airflow.providers.standard.sensors.time_delta.TimeDeltaSensorAsync\ndelta: !timedelta 'hours: 2'\npoke_interval: 300\n",
    },
  },
  right: {
    shows: "dags/bakery/rise.yml",
    files: {
      "dags/bakery/rise.yml":
        "operator: airflow.providers.standard.sensors.time_delta.TimeDeltaSensorAsync\ndelta: !timedelta 'hours: 2'\ndefault_args:\n  poke_interval: 300\n",
    },
  },
  check: ({ project }) =>
    oncePerPlace(problemsOf(project, "dropped-argument"), ({ problem }) => problem.at).flatMap(({ problem, dag }) => {
      const { keyName, task } = problem;
      if (!dag || !problem.through || isReadElsewhere(project, keyName)) return [];
      const operator = problem.operator.slice(problem.operator.lastIndexOf(".") + 1);
      const fix = fixOf(project, dag, task, keyName);
      return [
        findingOf(droppedArgument, {
          at: problem.at,
          message: `\`${keyName}\` does not reach \`${operator}\`: gusty does not pass it on, although ${problem.takenBy === null ? "a class above it" : `\`${problem.takenBy}\` above it`} would take it.`,
          advice: `Set it in the \`default_args\` of the task, which do reach it:\ndefault_args:\n  ${keyName}: …`,
          subject: { dag: dag.id, task, key: keyName },
          fix,
        }),
      ];
    }),
};

/** Moves the line `key: value` of a task without `default_args` below them, where that is one plain line of a YAML file. */
function fixOf(project: Project, dag: Dag, taskId: string, key: string): Fix | null {
  const fields = dag.tasks.find((task) => task.id === taskId)?.spec?.fields ?? [];
  const field = fields.find((candidate) => candidate.key === key);
  const span = field?.value.span;
  const at = field?.keySpan;
  if (!span || !at || span.file !== at.file || fields.some((other) => other.key === "default_args")) return null;
  const text = project.texts.get(at.file) ?? "";
  const line = text.slice(text.lastIndexOf("\n", at.start - 1) + 1, span.end);
  const rest = /^[^\n]*/.exec(text.slice(span.end))?.[0] ?? "";
  if (line !== text.slice(at.start, span.end) || line.includes("\n") || rest.trim() !== "") return null;
  return {
    description: `Move \`${key}\` into \`default_args\``,
    safe: false,
    edits: [{ at: { file: at.file, start: at.start, end: span.end }, text: `default_args:\n  ${line}` }],
  };
}
