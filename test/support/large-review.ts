import { readProject } from "../../src/build/read-project.ts";
import type { Review } from "../../src/model/review.ts";
import { reviewProjects } from "../../src/review.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

const ENTRY = `import os

from airflow import DAG
from gusty import create_dag

here = os.path.dirname(os.path.abspath(__file__))
warehouse = create_dag(os.path.join(here, "warehouse"), latest_only=False)
books = create_dag(os.path.join(here, "books"), latest_only=False)
`;

const METADATA = `description: "The warehouse"
schedule: "0 2 * * *"
start_date: !datetime [2024, 1, 1]
catchup: false
default_args:
  owner: data
  retries: 1
`;

const BOOKS = `operator: airflow.operators.bash.BashOperator
bash_command: close
external_dependencies:
  - warehouse: all
`;

/** Tasks of one folder. */
const STAGE = 20;

/** The tasks that task `index` waits for: of its own folder and of the one before. */
function upstream(index: number): string[] {
  const found = index % STAGE === 0 ? [] : [index - 1 - (index % 3)];
  if (index >= STAGE && index % 4 === 0) found.push(index - STAGE + ((index * 7) % 5));
  return found.filter((up) => up >= 0).map((up) => `task_${up}`);
}

function files(size: number, changed: boolean): Record<string, string> {
  const made: Record<string, string> = {
    "requirements.txt": "apache-airflow==2.11.2\ngusty==0.23.1\n",
    "dags/dags.py": ENTRY,
    "dags/warehouse/METADATA.yml": METADATA,
    "dags/books/METADATA.yml": METADATA,
    "dags/books/close.yml": BOOKS,
  };
  for (let index = 0; index < size; index++) {
    const folder = `dags/warehouse/stage_${Math.floor(index / STAGE)}`;
    const touched = changed && index % 97 === 30;
    const waits = [...upstream(index), ...(touched && index > 3 ? [`task_${index - 3}`] : [])];
    const dependencies = waits.length === 0 ? "" : `dependencies: [${[...new Set(waits)].join(", ")}]\n`;
    if (index % 2 === 0) {
      made[`${folder}/task_${index}.yml`] =
        `operator: airflow.operators.bash.BashOperator\nbash_command: "run --step ${index}${touched ? " --fast" : ""}"\nretries: ${touched ? 3 : 1}\n${dependencies}`;
    } else {
      made[`${folder}/task_${index}.sql`] =
        `---\noperator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator\nconn_id: warehouse\n${dependencies}---\n\ninsert into mart.t_${index}\nselect id, amount${touched ? ", day" : ""}\nfrom raw.t_${index}\nwhere day = '{{ ds }}'\n`;
    }
  }
  if (changed) {
    made["dags/warehouse/stage_1/extra.yml"] =
      "operator: airflow.operators.bash.BashOperator\nbash_command: extra\ndependencies: [task_20, task_missing]\n";
    delete made["dags/warehouse/stage_0/task_11.sql"];
  }
  return made;
}

/** The review of a change to a DAG of `size` tasks in folders of twenty, as read from files. */
export async function largeReview(size: number): Promise<Review> {
  const [base, head] = await Promise.all(
    [false, true].map((changed) =>
      readProject(memorySnapshot(files(size, changed), changed ? "b".repeat(40) : "a".repeat(40))),
    ),
  );
  if (!base || !head) throw new Error("unreachable");
  return reviewProjects(base, head);
}
