import { fieldOf, fieldsOfMap, truthOf } from "../../build/fields.ts";
import { pairDags } from "../../compare/paired-dags.ts";
import type { Dag, Task } from "../../model/dag.ts";
import { findingOf } from "../findings.ts";
import { renamesOf } from "../lost-target.ts";
import type { Rule } from "../rule.ts";

export const taskRenamed: Rule = {
  name: "task-renamed",
  severity: "notice",
  effect: "surprises",
  summary: "a task or DAG that lives on under another id: for Airflow it is a new one",
  explains:
    "Airflow keeps history by id. A renamed file is a new task: its past runs stay with the old id, it has no state in runs that are over, and with `depends_on_past` its first run finds no run before it. A renamed folder is a new DAG, which starts paused where `dags_are_paused_at_creation` is on, and with `catchup` makes all runs since its `start_date` once more. Tasks are told apart by what they do, not by their names.",
  source:
    "airflow/models/taskinstance.py, TaskInstance (dag_id, task_id, run_id); airflow/ti_deps/deps/prev_dagrun_dep.py",
  wrong: {
    shows: "dags/bakery/bake_bread.yml",
    files: {
      "dags/bakery/bake_bread.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake the bread\nretries: 3\ndepends_on_past: true\n",
    },
    before: {
      "dags/bakery/bake_bread.yml": null,
      "dags/bakery/bake.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake the bread\nretries: 3\ndepends_on_past: true\n",
    },
  },
  right: {
    shows: "dags/bakery/bake.yml",
    files: {
      "dags/bakery/bake.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake the bread\nretries: 3\ndepends_on_past: true\n",
    },
    before: {
      "dags/bakery/bake.yml":
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake bread\nretries: 3\n",
    },
  },
  check: ({ project, other }) => {
    if (!other) return [];
    return pairDags(other, project).flatMap(({ base, head }) => {
      if (!base || !head) return [];
      const renamed = renamesOf(base, head, other, project).flatMap(({ from, to }) => {
        const task = head.tasks.find((candidate) => candidate.id === to);
        if (!task) return [];
        const past = dependsOnPast(task, head) ? ", and with `depends_on_past` its first run finds none before it" : "";
        return [
          findingOf(taskRenamed, {
            at: task.source ?? head.site.declared,
            message: `\`${from}\` is now \`${to}\`, for Airflow a new task: its history stays with the old id${past}.`,
            advice: "To keep its history, let the file keep its name.",
            subject: { dag: head.id, task: to },
          }),
        ];
      });
      if (base.id === head.id) return renamed;
      const at = head.metadataFile ? { file: head.metadataFile, start: 0, end: 0 } : head.site.declared;
      const catchup = fieldOf(head.settings, "catchup");
      const again =
        catchup && truthOf(catchup.value) ? ", and `catchup` makes all runs since `start_date` once more" : "";
      return [
        findingOf(taskRenamed, {
          at,
          message: `The DAG \`${base.id}\` is now \`${head.id}\`, for Airflow a new one: its history stays with the old id${again}.`,
          advice: "A new DAG starts paused where `dags_are_paused_at_creation` is on.",
          subject: { dag: head.id },
        }),
        ...renamed,
      ];
    });
  },
};

function dependsOnPast(task: Task, dag: Dag): boolean {
  const defaults = fieldOf(dag.settings, "default_args");
  const field =
    fieldOf(task.arguments, "depends_on_past") ??
    fieldOf((defaults && fieldsOfMap(defaults.value)) ?? [], "depends_on_past");
  return field !== undefined && truthOf(field.value) === true;
}
