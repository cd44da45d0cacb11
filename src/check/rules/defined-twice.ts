import { certainMajor } from "../../config/versions.ts";
import { ignoreSyntax, isIgnored, readIgnoreFile } from "../../discover/airflow-ignore.ts";
import { baseName, isWithin, joinPath, type Path } from "../../model/path.ts";
import type { Project } from "../../model/project.ts";
import { findingOf } from "../findings.ts";
import { generatedExample } from "../generated-example.ts";
import { committedFiles } from "../generated-files.ts";
import type { Rule } from "../rule.ts";

const entry =
  'import os\n\nfrom gusty import create_dag\n\nhere = os.path.dirname(__file__)\ndag = create_dag(os.path.join(here, "bakery"), latest_only=False)\n';

const generated = generatedExample("echo knead");

export const definedTwice: Rule = {
  name: "defined-twice",
  severity: "error",
  effect: "fails",
  summary: "a DAG that Airflow loads both through gusty and from its committed Python",
  explains:
    "A generated file in the DAGs folder defines its DAG, and so does the entry point that still calls gusty. Loaded together the second raises AirflowDagDuplicatedIdException; the scheduler, which loads each file for itself, lets them overwrite each other again and again. Nothing is said where the generated folder lies outside the DAGs folder, where `.airflowignore` names one of the two, or where the folder is declared in `windsock.yml` and has no entry point.",
  source: "airflow/models/dagbag.py, DagBag._bag_dag (2.11); airflow/dag_processing/dagbag.py (3.3)",
  wrong: {
    shows: "dags/generated/bakery.py",
    files: {
      "windsock.yml": "generated:\n  directory: dags/generated\n",
      "dags/entry.py": entry,
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
      "dags/generated/bakery.py": generated,
    },
  },
  right: {
    shows: "generated/bakery.py",
    files: {
      "dags/entry.py": entry,
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
      "generated/bakery.py": generated,
    },
  },
  check: ({ project }) =>
    committedFiles(project).flatMap(({ file, dag: id }) => {
      const dag = project.dags.find((candidate) => candidate.id === id && candidate.site.entryPoint !== null);
      const { entryPoint } = dag?.site ?? { entryPoint: null };
      if (!dag || !entryPoint || !isLoaded(project, file) || !isLoaded(project, entryPoint)) return [];
      return [
        findingOf(definedTwice, {
          at: { file, start: 0, end: 0 },
          message: `Airflow finds the DAG \`${id}\` twice: here, and through gusty in \`${entryPoint}\`. Loaded together the second is refused; else they overwrite each other.`,
          advice: `Take the DAG out of \`${entryPoint}\` and declare its folder in \`windsock.yml\`, or keep generated files outside of the DAGs folder.`,
          related: [{ at: dag.site.declared, message: `this makes \`${id}\` through gusty` }],
          subject: { dag: id },
        }),
      ];
    }),
};

/** Whether Airflow loads a Python file: it lies in the DAGs folder, and no `.airflowignore` names it. */
function isLoaded(project: Project, file: Path): boolean {
  const home = project.discovery.airflowHome;
  if (home === null || !isWithin(file, joinPath(home, "dags"))) return false;
  const ignores = [...project.texts].filter(([path]) => baseName(path) === ".airflowignore");
  const files = ignores.map(([path, text]) => readIgnoreFile(path, text));
  return !isIgnored(file, files, ignoreSyntax(certainMajor(project.versions)));
}
