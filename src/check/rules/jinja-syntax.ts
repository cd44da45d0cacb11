import { fieldOf } from "../../build/fields.ts";
import { openShipped } from "../../catalogue/shipped.ts";
import type { Dag, Task } from "../../model/dag.ts";
import type { Project } from "../../model/project.ts";
import type { Value } from "../../model/value.ts";
import { findingOf } from "../findings.ts";
import { type JinjaFault, jinjaFault } from "../jinja-fault.ts";
import type { Rule } from "../rule.ts";

/** How Bash says the length of an array. */
const LENGTH = `$${"{#loaves[@]}"}`;

/** Values nest no deeper than this in anything that people write. */
const DEEPEST = 20;

export const jinjaSyntax: Rule = {
  name: "jinja-syntax",
  severity: "warning",
  effect: "surprises",
  summary: "a template that Jinja refuses, so that the task fails whenever it runs",
  explains: `Airflow renders the template fields of an operator with Jinja when the task runs. A template that Jinja cannot parse is found only then: every run of the task fails. Bash is the usual trap: \`${LENGTH}\` begins a comment of Jinja. Looked at are the template fields of operators that Windsock's catalogue knows; files that a field names are not read.`,
  source: "airflow/models/abstractoperator.py, AbstractOperator.render_template; jinja2/lexer.py, Lexer.tokeniter",
  wrong: {
    shows: "dags/bakery/count.yml",
    files: {
      "dags/bakery/count.yml": `operator: airflow.operators.bash.BashOperator\nbash_command: loaves=(rye spelt); echo ${LENGTH} {{ ds }}\n`,
    },
  },
  right: {
    shows: "dags/bakery/count.yml",
    files: {
      "dags/bakery/count.yml": `operator: airflow.operators.bash.BashOperator\nbash_command: 'loaves=(rye spelt); echo {% raw %}${LENGTH}{% endraw %} {{ ds }}'\n`,
    },
  },
  check: ({ project }) =>
    project.dags.flatMap((dag) =>
      fieldOf(dag.settings, "jinja_environment_kwargs")
        ? []
        : dag.tasks.flatMap((task) => checkTask(project, dag, task)),
    ),
};

function checkTask(project: Project, dag: Dag, task: Task) {
  const { operator } = task;
  if (task.kind !== "spec" || !operator || operator.local) return [];
  const shipped = openShipped(project.versions.airflow.major).find(`${operator.module}.${operator.name}`);
  if (!shipped) return [];
  return task.arguments
    .filter(({ key }) => shipped.templateFields.includes(key))
    .flatMap(({ key, value }) => {
      const found = firstFault(value, 0);
      if (!found) return [];
      return [
        findingOf(jinjaSyntax, {
          at: placeOf(found, project) ?? task.source ?? dag.site.declared,
          message: `Jinja cannot parse \`${key}\`: ${found.fault.detail}. \`${task.id}\` fails whenever it runs.`,
          advice: "Text that is not meant for Jinja goes between `{% raw %}` and `{% endraw %}`.",
          subject: { dag: dag.id, task: task.id, key },
        }),
      ];
    });
}

interface Found {
  readonly text: string;
  readonly value: Value;
  readonly fault: JinjaFault;
}

function firstFault(value: Value, depth: number): Found | null {
  if (value.t === "str") {
    const file = /^\S+\.[a-z]{1,5}$/.test(value.v);
    const fault = file ? null : jinjaFault(value.v);
    return fault && { text: value.v, value, fault };
  }
  const parts =
    value.t === "list" || value.t === "tuple" ? value.v : value.t === "map" ? value.v.map(([, part]) => part) : [];
  if (depth >= DEEPEST) return null;
  for (const part of parts) {
    const found = firstFault(part, depth + 1);
    if (found) return found;
  }
  return null;
}

/** The fault's own place where the file holds the text as it is, else the whole value's. */
function placeOf({ text, value, fault }: Found, project: Project) {
  const { span } = value;
  if (!span) return null;
  const written = project.texts.get(span.file)?.slice(span.start, span.end) ?? "";
  const from = written === text ? 0 : written.slice(1, -1) === text ? 1 : -1;
  if (from < 0) return span;
  return { file: span.file, start: span.start + from + fault.start, end: span.start + from + fault.end };
}
