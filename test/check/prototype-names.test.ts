import { expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { renderComment } from "../../src/report/comment.ts";
import { renderHtml } from "../../src/report/html/render-html.ts";
import { reviewToJson } from "../../src/report/json.ts";
import { renderJunit } from "../../src/report/junit.ts";
import { noLinks } from "../../src/report/links.ts";
import { reviewToSarif } from "../../src/report/sarif.ts";
import { renderText } from "../../src/report/text.ts";
import { reviewProjects } from "../../src/review.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { PROTOTYPE_NAMES } from "../report/random-review.ts";

/** gusty passes over files whose names begin with two underscores. */
const fileOf = (name: string): string => name.replace(/^__/, "a__");

/** A project in which `name` stands wherever a project may write a word of its own. */
const projectOf = (name: string, word: string, file = fileOf(name)): Record<string, string> => ({
  "windsock.yml": `values: { ${name}: ${name} }\nrules: { unknown-argument: warning }\nallow-keys: [${name}]\n`,
  "dags/dags.py": [
    "import os",
    "from datetime import timedelta",
    `from ${name} import ${name} as helper`,
    "from gusty import create_dag",
    `def ${name}(${name}=1):`,
    "    try:",
    `        return isinstance(${name}, ${name})`,
    `    except ${name}:`,
    `        return {"${name}": "${name}"}["${name}"].${name}()`,
    `kind = "${name}"`,
    `made = "{${name}}".format(${name}="${name}")`,
    `dag = create_dag(os.path.join(os.path.dirname(__file__), "${file}"), tags=[kind, made], description=${name}(), ${name}=helper,`,
    `  default_args={"${name}": timedelta(**{"${name}": 1}), "retry_delay": timedelta(days=1)}, user_defined_macros={"${name}": ${name}})`,
    "",
  ].join("\n"),
  [`dags/${file}/METADATA.yml`]: `schedule: ${word === "one" ? "@daily" : name}\n${name}: ${word}\ndefault_args: { ${name}: ${name}, owner: ${name} }\n`,
  [`dags/${file}/${file}.yml`]: `operator: airflow.operators.bash.BashOperator\nbash_command: "{% ${name} %} {{ ${name}.${name} }}"\n${name}: ${word}\ndependencies: [${name}, two]\ntrigger_rule: ${name}\nretry_delay: !timedelta '${name}: 1'\n`,
  [`dags/${file}/two.yml`]: `operator: ${name}\n${name}: !${name} ${name}\nexternal_dependencies:\n  - ${name}: ${name}\n  - other: all\n`,
  [`dags/${file}/three.yml`]: `operator: local.${name}\n? ${name}\n: { ${name}: ${word} }\n`,
  [`dags/${file}/four.py`]: `# ---\n# python_callable: ${name}\n# op_kwargs: { ${name}: ${word} }\n# ---\ndef ${name}(): pass\n`,
  [`dags/${file}/five.sql`]: `---\noperator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator\nconn_id: ${name}\n---\nselect {{ ${name} }}\n`,
  [`dags/${file}/${file}_group/METADATA.yml`]: `tooltip: ${name}\n${name}: ${word}\n`,
  [`dags/${file}/${file}_group/${file}_six.yml`]: `operator: airflow.operators.bash.BashOperator\nbash_command: ${word}\ndependencies: [${name}]\n`,
  "dags/plain.py": `from airflow import DAG\nwith DAG("${name}", schedule="${name}") as ${name}:\n    pass\n`,
  "plugins/local.py": `class ${name}(${name}):\n    def __init__(self, ${name}, **kwargs): pass\n`,
});

test.each(PROTOTYPE_NAMES.filter((name) => name in {}))(
  "`%s` is a name like any other, in every place and every format",
  async (name) => {
    for (const airflow of [2, 3] as const) {
      const base = await readProject(memorySnapshot(projectOf(name, "one")), { airflow });
      const head = await readProject(memorySnapshot(projectOf(name, "two")), { airflow });
      const review = reviewProjects(base, head);
      expect(head.dags.map(({ id }) => id)).toEqual([fileOf(name)]);
      expect(head.dags[0]?.tasks).toHaveLength(7);
      const written = [
        renderComment(review, { links: noLinks }),
        renderHtml(review),
        renderText(review, { color: false, width: 80, unicode: true }),
        renderJunit(review),
        JSON.stringify(reviewToJson(review)),
        JSON.stringify(reviewToSarif(review)),
      ];
      for (const text of written) {
        expect(text).toContain(name);
        expect(text).not.toMatch(/\[native code\]|\[object |undefined/);
      }
    }
  },
);
