import type { Finding } from "../../model/finding.ts";
import type { Problem } from "../../model/problem.ts";
import type { Project } from "../../model/project.ts";
import { LOST_DAG_ARGUMENTS } from "../airflow-3-names.ts";
import { isAnchorHome } from "../anchor-home.ts";
import { findingOf, problemsOf } from "../findings.ts";
import { isPrivateKey, isReadElsewhere } from "../known-keys.ts";
import { moveKey } from "../move-key.ts";
import type { Rule } from "../rule.ts";

type Dropped = Extract<Problem, { kind: "dropped-metadata" }>;

export const unknownMetadataKey: Rule = {
  name: "unknown-metadata-key",
  severity: "warning",
  effect: "dropped",
  summary: "a key of METADATA.yml, or of its `default_args`, that reaches nothing",
  explains:
    "From the METADATA.yml of a DAG gusty passes to `DAG` what its signature names, and from that of a task group what `TaskGroup` names; a few keys it reads itself. Anything else is dropped without a word. `default_args` reach the operators that take them, and are dropped where none does. It is an error where the key plainly belongs elsewhere (`catchup` under `default_args`, `retries` outside of them) or is misspelt. A key that a template of the same file uses is left alone, and so is one of `allow-keys:`.",
  source: "gusty/building.py, build_structure, GustyBuilder.parse_metadata",
  wrong: {
    shows: "dags/bakery/METADATA.yml",
    files: {
      "dags/bakery/METADATA.yml":
        "schedule: '@daily'\ndefault_args:\n  start_date: !datetime [2024, 1, 1]\n  catchup: false\n",
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  right: {
    shows: "dags/bakery/METADATA.yml",
    files: {
      "dags/bakery/METADATA.yml":
        "schedule: '@daily'\ncatchup: false\ndefault_args:\n  start_date: !datetime [2024, 1, 1]\n",
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  check: ({ project }) =>
    problemsOf(project, "dropped-metadata").flatMap(({ problem, dag }) => {
      const { keyName, group } = problem;
      if (!dag || isLeftAlone(project, problem) || dag.problems.some(names(problem))) return [];
      const { message, advice } = wordsOf(problem);
      const certain = problem.belongs !== null || problem.instead !== null;
      return [
        findingOf(unknownMetadataKey, {
          at: problem.at,
          severity: certain ? "error" : "warning",
          message,
          advice,
          subject: {
            dag: dag.id,
            ...(group === null ? {} : { group }),
            key: problem.inDefaultArgs ? `default_args.${keyName}` : keyName,
          },
          fix: fixOf(problem, project.texts.get(problem.at.file) ?? ""),
        }),
      ];
    }),
};

const names =
  ({ at }: Dropped) =>
  (other: Problem): boolean =>
    other.kind === "misnamed-key" && other.at.file === at.file && other.at.start === at.start;

function isLeftAlone(project: Project, { keyName, at, instead, belongs }: Dropped): boolean {
  if (isPrivateKey(keyName) || isAnchorHome(project, at)) return true;
  if (project.versions.airflow.major === 3 && LOST_DAG_ARGUMENTS.has(keyName)) return true;
  if (instead === null && belongs === null && isReadElsewhere(project, keyName)) return true;
  const text = project.texts.get(at.file) ?? "";
  return usedByTemplate(text, keyName);
}

/** True where a template of the file speaks of the key. */
function usedByTemplate(text: string, key: string): boolean {
  if (!text.includes("{{") && !text.includes("{%")) return false;
  return text
    .split(/\{[{%]/)
    .slice(1)
    .some((part) =>
      part
        .slice(0, 500)
        .split(/[^\w]+/)
        .includes(key),
    );
}

function wordsOf({ keyName, group, inDefaultArgs, belongs, instead }: Dropped): Pick<Finding, "message" | "advice"> {
  const of = group === null ? "DAG" : `task group \`${group}\``;
  if (belongs === "dag") {
    const message = `\`${keyName}\` is an argument of the DAG, and no operator takes it: under \`default_args\` it has no effect.`;
    return { message, advice: `Move it out of \`default_args\`, to the keys of the DAG.` };
  }
  if (belongs === "default_args") {
    const message = `\`${keyName}\` is an argument of tasks, and no ${group === null ? "DAG" : "task group"} takes it: gusty drops it, and no task gets it.`;
    return { message, advice: "Move it under `default_args`." };
  }
  const message = inDefaultArgs
    ? `No operator of this ${of} takes \`${keyName}\`: under \`default_args\` it has no effect.`
    : `No ${group === null ? "DAG" : "task group"} takes \`${keyName}\`: gusty drops it, and it has no effect.`;
  const out = "Take it out. If something else reads it, add it to `allow-keys:` in `windsock.yml`.";
  return { message, advice: instead === null ? out : `Write \`${instead}\`.` };
}

function fixOf({ at, keyName, belongs, instead }: Dropped, text: string): Finding["fix"] {
  if (belongs !== null) {
    const edits = moveKey(text, at, belongs === "dag" ? "out" : "in");
    const way = belongs === "dag" ? "out of" : "under";
    return edits && { description: `Move \`${keyName}\` ${way} \`default_args\``, safe: true, edits };
  }
  if (instead === null) return null;
  return { description: `Rename \`${keyName}\` to \`${instead}\``, safe: true, edits: [{ at, text: instead }] };
}
