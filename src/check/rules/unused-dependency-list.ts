import { fieldOf } from "../../build/fields.ts";
import { findingOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const unusedDependencyList: Rule = {
  name: "unused-dependency-list",
  severity: "error",
  effect: "dropped",
  summary: "`dependencies` in the METADATA.yml of the DAG, which gusty reads and never uses",
  explains:
    "`dependencies` of a METADATA.yml put a task group behind tasks and groups of its parent folder. In the folder of the DAG itself there is nothing to put: the list has no effect. What the whole DAG waits for belongs under `external_dependencies`. One thing the list does: where it stands, `external_dependencies` given to `create_dag` are not used.",
  source: "gusty/building.py, GustyBuilder.create_level_dependencies, parse_metadata",
  wrong: {
    shows: "dags/bakery/METADATA.yml",
    files: {
      "dags/mill/grind.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo grind\n",
      "dags/bakery/METADATA.yml": "dependencies:\n  - mill\n",
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  right: {
    shows: "dags/bakery/METADATA.yml",
    files: {
      "dags/mill/grind.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo grind\n",
      "dags/bakery/METADATA.yml": "external_dependencies:\n  - mill: all\n",
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
  },
  check: ({ project }) =>
    project.dags.flatMap((dag) => {
      const field = fieldOf(dag.metadata, "dependencies");
      const items = field?.value.t === "list" || field?.value.t === "str" ? field.value : null;
      if (!field || !items || items.v.length === 0) return [];
      const names = items.t === "list" ? items.v.flatMap((item) => (item.t === "str" ? [item.v] : [])) : [items.v];
      const others = names.filter((name) => name !== dag.id && project.dags.some((other) => other.id === name));
      const hides = fieldOf(dag.site.arguments, "external_dependencies") && dag.metadataFile === field.keySpan?.file;
      return [
        findingOf(unusedDependencyList, {
          at: field.keySpan ?? field.value.span ?? dag.site.declared,
          // Taking it out would bring those of the call back.
          effect: hides ? "surprises" : "dropped",
          message: `\`dependencies\` of a DAG have no effect: \`${dag.id}\` waits for nothing of this list.${hides ? " Because of it `external_dependencies` of `create_dag` do not count either." : ""}`,
          advice:
            others.length > 0
              ? `Wait for other DAGs with:\nexternal_dependencies:\n${others.map((name) => `  - ${name}: all`).join("\n")}`
              : "Put the names into the `dependencies` of the tasks, or take the list out.",
          subject: { dag: dag.id, key: "dependencies" },
        }),
      ];
    }),
};
