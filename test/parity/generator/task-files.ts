import fc from "fast-check";
import { type Chances, mapping, type Setting, sometimes } from "./chances.ts";
import { externals } from "./externals.ts";
import { dependencyOf, taskName } from "./names.ts";
import { OPERATORS, operatorPath } from "./operators.ts";
import { commonSetting } from "./task-settings.ts";

/** One file of a DAG folder: its name, and what stands in it. */
export interface TaskText {
  readonly name: string;
  readonly text: string | Uint8Array;
}

type Form = "yml" | "yaml" | "sql" | "comment" | "rmd" | "ipynb" | "py" | "bare";

const PLAIN = OPERATORS.filter(({ plain }) => plain);
const PYTHON = OPERATORS.filter(({ plain }) => !plain);

const FORMS: readonly [Form, number][] = [
  ["yml", 10],
  ["yaml", 2],
  ["sql", 2],
  ["comment", 2],
  ["rmd", 1],
  ["ipynb", 1],
  ["py", 4],
  ["bare", 1],
];

const body = `import os

FACTOR = 2


def work(n=1, **kwargs):
    def inner():
        return n

    return inner() * FACTOR


def other(*args, **kwargs):
    return args


async def later():
    return 1


class Maker:
    def method(self):
        return 1


made = work
`;

/** One task file, of any form, with any operator. */
export function taskFile(chances: Chances): fc.Arbitrary<TaskText> {
  const form = fc.oneof(...FORMS.map(([name, weight]) => ({ arbitrary: fc.constant(name), weight })));
  return form.chain((kind) =>
    taskName(chances).chain((stem) =>
      fc.tuple(header(stem, kind, chances), mangled(chances)).map(([settings, mangle]) => {
        const [name, text] = written(kind, stem, mapping(settings));
        return { name, text: mangle(text) };
      }),
    ),
  );
}

function header(stem: string, form: Form, chances: Chances): fc.Arbitrary<readonly Setting[]> {
  const python = form === "py";
  return fc.constantFrom(...(python ? [...PYTHON, ...PYTHON, ...PLAIN] : PLAIN)).chain((operator) => {
    const own = [...operator.optional, commonSetting(chances), commonSetting(chances), commonSetting(chances)];
    const required = operator.required.map((one) =>
      chances.odd(one as fc.Arbitrary<Setting | null>, fc.constant(null)),
    );
    return fc
      .tuple(
        chances.odd(
          operatorPath(operator, chances).map((path): Setting | null => ({ key: "operator", text: path })),
          fc.constant(null),
        ),
        sometimes(fc.constant(true), python && !operator.plain ? 40 : 0),
        fc.tuple(...required),
        fc.uniqueArray(fc.oneof(...own), { maxLength: 4, selector: ({ key }) => key }),
        sometimes(dependencies(stem, chances), 45),
        sometimes(externals(chances), 15),
        sometimes(several(stem, chances), 10),
        python ? callables(stem, chances) : fc.constant([]),
      )
      .map(([path, bare, must, may, ...rest]) =>
        [bare ? null : path, ...must, ...may, ...rest.flat()].flatMap((one) => one ?? []),
      );
  });
}

const dependencies = (stem: string, chances: Chances): fc.Arbitrary<Setting> =>
  chances
    .odd(
      fc.array(dependencyOf(stem, chances), { minLength: 1, maxLength: 3 }).map((names) => `[${names.join(", ")}]`),
      fc.constantFrom("a", "", "[1]", "{a: b}", "[]", "[[a]]", "!!set {a}", "[~]"),
      3,
    )
    .map((text) => ({ key: "dependencies", text }));

const several = (stem: string, { odd }: Chances): fc.Arbitrary<Setting> =>
  odd(
    fc
      .uniqueArray(
        fc.tuple(
          fc.constantFrom(`${stem}_1`, `${stem}-two`, "x1", `Note_${stem}`),
          fc.constantFrom(
            "{retries: 8}",
            "{params: {size: other}}",
            "{dependencies: [x1, b]}",
            "{bash_command: echo x}",
            "{}",
            "{external_dependencies: [{o: a}]}",
          ),
        ),
        { minLength: 1, maxLength: 3, selector: ([id]) => id },
      )
      .map((tasks) => tasks.map(([id, text]) => `\n  ${id}: ${text}`).join("")),
    fc.constantFrom(
      "",
      "text",
      "[a]",
      "{x1: }",
      "{x1: text}",
      "{1: {retries: 1}}",
      "{}",
      "5",
      "{x 1: {}}",
      "{x1: {dependencies: a}}",
      "{x1: {operator: local.BakeCake}}",
      "{x1: {task_id: x2}}",
    ),
    3,
  ).map((text) => ({ key: "multi_task_spec", text }));

function callables(stem: string, { odd }: Chances): fc.Arbitrary<readonly Setting[]> {
  const main = odd(
    fc.constantFrom("work", "other"),
    fc.constantFrom("inner", "later", "method", "Maker", "made", "nobody", "5", "", "[work]", "os"),
    3,
  );
  const extra = odd(
    fc.constantFrom("{on_failure_callback: other}", "{on_success_callback: work}"),
    fc.constantFrom(
      "{on_failure_callback: nobody}",
      "text",
      "",
      "[work]",
      "{note: other}",
      "{on_execute_callback: inner}",
    ),
    3,
  );
  const partials = odd(
    fc.constantFrom(`{${stem}_p: {n: 2}, ${stem}_q: {n: 3}}`, `{${stem}_1: {n: 5}}`, `{${stem}: {}}`),
    fc.constantFrom("text", "", "{p1: }", "{p1: text}", "[p1]", "{1: {n: 1}}", "{p1: {2: 3}}"),
    3,
  );
  return fc
    .tuple(sometimes(main, 70), sometimes(extra, 20), sometimes(partials, 20))
    .map(([python_callable, extra_callables, python_callable_partials]) =>
      Object.entries({ python_callable, extra_callables, python_callable_partials }).flatMap(([key, text]) =>
        text === null ? [] : [{ key, text }],
      ),
    );
}

function written(form: Form, stem: string, yaml: string): [string, string] {
  switch (form) {
    case "yml":
    case "yaml":
      return [`${stem}.${form}`, yaml];
    case "sql":
      return [`${stem}.sql`, `---\n${yaml}---\n\nselect '{{ ds }}'\n`];
    case "comment":
      return [`${stem}.sql`, `/*\n${yaml}*/\nselect 2;\n`];
    case "rmd":
      return [`${stem}.Rmd`, `---\n${yaml}---\n\n# Text\n`];
    case "ipynb":
      return [`${stem}.ipynb`, notebook(yaml)];
    case "py":
      return [
        `${stem}.py`,
        `# ---\n${yaml
          .trimEnd()
          .split("\n")
          .map((line) => (line === "" ? "#" : `# ${line}`))
          .join("\n")}\n# ---\n\n${body}`,
      ];
    case "bare":
      return [`${stem}.py`, body];
  }
}

const notebook = (yaml: string): string =>
  JSON.stringify(
    {
      cells: [
        { cell_type: "code", execution_count: null, metadata: {}, outputs: [], source: ["1 + 1"] },
        { cell_type: "markdown", metadata: {}, source: `\`\`\`yaml\n${yaml}\`\`\``.split(/(?<=\n)/) },
      ],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 4,
    },
    null,
    1,
  );

type Mangle = (text: string) => string | Uint8Array;

const MANGLES: readonly Mangle[] = [
  (text) => `\ufeff${text}`,
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => `\n${text}`,
  (text) => ` ${text}`,
  (text) => `${text}---\nb: 2\n`,
  (text) => `---\n${text}`,
  (text) => `---\n${text}---\n`,
  (text) => `${text}...\n`,
  (text) => text.replace("\n", "\n\t"),
  (text) => text.replace(/---\n$|\*\/|# ---\n\n/, ""),
  (text) => text.replace("---\n\n", "--- \n"),
  (text) => text.replace("*/", "*/  "),
  (text) => text.replace("operator", "Operator"),
  (text) => text.replace("# ---", "#---"),
  (text) => text.replaceAll("# ", "#"),
  (text) => `#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n${text}`,
  (text) => `# A comment\n${text}`,
  (text) => `"""A docstring."""\n${text}`,
  (text) => `${text}\ndef broken(:\n`,
  (text) => text.slice(0, text.length / 2),
  () => "",
  () => "\n",
  () => "just words\n",
  () => "- a list\n",
  (text) => new Uint8Array([...Buffer.from(text), 0xff, 0x0a]),
  (text) => text.replace("markdown", "raw"),
  (text) => text.replace("```yaml", "```yml"),
  (text) => text.replace("```yaml", "```YAML"),
  (text) => text.replace('"nbformat": 4', '"nbformat": 3'),
];

const mangled = ({ odd }: Chances): fc.Arbitrary<Mangle> =>
  odd(
    fc.constant((text) => text),
    fc.constantFrom(...MANGLES),
    2,
  );
