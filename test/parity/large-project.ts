import type { Tree } from "./generator/projects.ts";

const ENTRY = `import os
from datetime import datetime

from airflow import DAG
from gusty import create_dags

create_dags(
    os.path.join(os.path.dirname(__file__), "farm"),
    globals(),
    schedule="@daily",
    start_date=datetime(2024, 1, 1),
    default_args={"owner": "farm", "retries": 2},
)
`;

/** A project of so many DAGs with so many task files each: YAML, SQL and Python, a quarter of them in groups. */
export function largeProject(dags: number, tasks: number): Tree {
  const files: Record<string, string> = { "dags/entry.py": ENTRY };
  for (let dag = 0; dag < dags; dag++) {
    const folder = `dags/farm/field_${dag}`;
    files[`${folder}/METADATA.yml`] = `description: Field ${dag}\ntags: [farm, field]\nmax_active_runs: 1\n`;
    for (let group = 0; group < 5; group++) {
      files[`${folder}/group_${group}/METADATA.yml`] = `tooltip: Group ${group}\nprefix_group_id: true\n`;
    }
    for (let task = 0; task < tasks; task++) {
      const place = task % 4 === 0 ? `${folder}/group_${(task / 4) % 5}` : folder;
      const [name, text] = taskFile(task);
      files[`${place}/${name}`] = text;
    }
  }
  return files;
}

function taskFile(task: number): readonly [string, string] {
  const before = [task - 1, task - 7, task - 20].filter((other) => other >= 0).map((other) => `task_${other}`);
  const common = `dependencies: [${before.join(", ")}]\nretries: ${task % 4}\ndoc_md: |\n  # Task ${task}\n\n  What it does, and why.\n`;
  const name = `task_${task}`;
  switch (task % 3) {
    case 0:
      return [
        `${name}.yml`,
        `operator: airflow.providers.standard.operators.bash.BashOperator\n${common}bash_command: echo {{ ds }} ${task}\nexternal_dependencies:\n  - other_${task % 5}: all\n`,
      ];
    case 1:
      return [
        `${name}.sql`,
        `---\noperator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator\nconn_id: db\n${common}---\n\nselect *\nfrom field\nwhere day = '{{ ds }}' and id = ${task}\n`,
      ];
    default: {
      const header = `python_callable: work\nop_kwargs: {task: ${task}}\n${common}`;
      const lines = header
        .trimEnd()
        .split("\n")
        .map((line) => (line === "" ? "#" : `# ${line}`));
      return [`${name}.py`, `# ---\n${lines.join("\n")}\n# ---\n\n\ndef work(task):\n    return task\n`];
    }
  }
}
