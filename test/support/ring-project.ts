import { readProject } from "../../src/build/read-project.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

const ENTRY = `import os

from gusty import create_dag

here = os.path.dirname(__file__)
dags = [create_dag(os.path.join(here, name), latest_only=False) for name in ("sales", "finance", "mail")]
`;
const task = (more: string): string => `operator: airflow.operators.bash.BashOperator\nbash_command: run\n${more}`;

/** Two DAGs that wait for each other, if `ring`; and one that waits for the second. */
export const ringProject = (ring: boolean) =>
  readProject(
    memorySnapshot({
      "dags/dags.py": ENTRY,
      ...Object.fromEntries(
        ["sales", "finance", "mail"].map((dag) => [
          `dags/${dag}/METADATA.yml`,
          `schedule: "@daily"\nstart_date: !datetime [2024, 1, 1]\ndefault_args:\n  owner: team_${dag}\n`,
        ]),
      ),
      "dags/sales/load.yml": task(ring ? "external_dependencies:\n  - finance: close\n" : ""),
      "dags/sales/report.yml": task("dependencies: [load]\n"),
      "dags/finance/close.yml": task("external_dependencies:\n  - sales: report\n"),
      "dags/mail/send.yml": task("external_dependencies:\n  - finance: all\n"),
    }),
    { airflow: 2 },
  );
