import { homeOfSite } from "../../discover/homes.ts";
import type { DagSite } from "../../model/site.ts";
import { dagIndex } from "../dag-index.ts";
import { findingOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

const entry = (folder: string): string =>
  `import os\n\nfrom gusty import create_dag\n\nhere = os.path.dirname(__file__)\ndag = create_dag(os.path.join(here, "${folder}"), latest_only=False)\n`;

export const duplicateDagId: Rule = {
  name: "duplicate-dag-id",
  severity: "error",
  effect: "fails",
  summary: "two folders that make a DAG with one id",
  explains:
    "A DAG's id is the name of its folder, so two folders of one name make two DAGs with one id, wherever they lie. Airflow keeps one of them: loaded together the second raises AirflowDagDuplicatedIdException, and the scheduler, which loads each file for itself, lets the files overwrite each other's DAG again and again. From one and the same entry point the one that is made last counts. Two folders below `dags` folders of their own may be two Airflows: then it is a warning, until `deployments:` in `windsock.yml` says so.",
  source: "airflow/models/dagbag.py, DagBag._bag_dag (2.11); airflow/dag_processing/dagbag.py (3.3)",
  wrong: {
    shows: "dags/shop.py",
    files: {
      "dags/bakery.py": entry("north/orders"),
      "dags/shop.py": entry("south/orders"),
      "dags/north/orders/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
      "dags/south/orders/sell.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\n",
    },
  },
  right: {
    shows: "dags/shop.py",
    files: {
      "dags/bakery.py": entry("north/orders"),
      "dags/shop.py": entry("south/sales"),
      "dags/north/orders/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
      "dags/south/sales/sell.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\n",
    },
  },
  check: ({ project }) =>
    project.dags.flatMap((dag) => {
      const first = dagIndex(project).dags.get(dag.id)?.[0];
      if (!first || first === dag) return [];
      const together = dag.site.entryPoint === first.site.entryPoint;
      if (together && dag.site.folder === first.site.folder) return [];
      const apart = inTwoHomes(dag.site, first.site);
      const message = together
        ? `This makes a second DAG \`${dag.id}\`, of \`${dag.site.folder}\`: Airflow keeps only the one that is made last.`
        : `This makes a second DAG \`${dag.id}\`, of \`${dag.site.folder}\`: Airflow refuses it where it loads both files, and else they overwrite each other.${apart ? " That is so if one Airflow loads both." : ""}`;
      return [
        findingOf(duplicateDagId, {
          at: dag.site.declared,
          effect: together ? "surprises" : "fails",
          ...(apart ? { severity: "warning" } : {}),
          message,
          advice: apart
            ? "If two Airflows load them, list both under `deployments:` in `windsock.yml`. Else rename one of the folders, and what waits for its DAG."
            : "Rename one of the folders, and what waits for its DAG.",
          related: [{ at: first.site.declared, message: `this makes \`${first.id}\` of \`${first.site.folder}\`` }],
          subject: { dag: dag.id, key: dag.site.folder },
        }),
      ];
    }),
};

/** Each lies below a `dags` folder of its own, so that it may be another Airflow that loads it. */
function inTwoHomes(a: DagSite, b: DagSite): boolean {
  const [one, other] = [homeOfSite(a), homeOfSite(b)];
  return one !== null && other !== null && one !== other;
}
