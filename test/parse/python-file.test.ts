import { describe, expect, test } from "vitest";
import { asPath } from "../../src/model/path.ts";
import { parse, tasksOf } from "./parsing.ts";

const file = asPath("dags/a/t.py");
const operator = "airflow.providers.standard.operators.python.PythonOperator";
const runFile = { t: "run-file", file };
const callable = (name: string, more: object = {}) => ({ t: "function", file, name, ...more });
const plainTask = [["t", { operator, python_callable: runFile }]];

/** Truth taken from gusty 0.23.1 with jupytext 1.19. */
describe("the header of a Python file", () => {
  test.each<[string, string]>([
    ["# ---\n# retries: 1\n# ---\nx = 1\n", "as people write it"],
    ["#---\n#retries: 1\n#---\nx = 1\n", "without spaces"],
    [
      "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n# ---\n# retries: 1\n# ---\n",
      "behind a shebang and an encoding",
    ],
    ["#\n# ---\n# retries: 1\n# ---\n", "behind an empty comment"],
    ["# ---\n# jupyter:\n#   kernel: x\n# retries: 1\n# ---\n", "with a part for jupytext"],
    ["# ---\n# re---tries: 1\n# ---\n", "with dashes in it, which go"],
    ["# ---\r\n# retries: 1\r\n# ---\r\n", "with Windows line ends"],
    ["# %% [raw]\n# retries: 1\n\n# %%\nx = 1\n", "in a raw cell that begins the file"],
    ["#%% Settings [raw]\n# ---\n# retries: 1\n# ---\n", "in a raw cell with a title, with dashes in it"],
  ])("%j is read (%s)", (text) => {
    expect(tasksOf("t.py", text)).toEqual([["t", { operator, retries: 1n, python_callable: runFile }]]);
  });

  test.each<[string, string]>([
    ["\n# ---\n# retries: 1\n# ---\n", "behind an empty line"],
    ["# hi\n# ---\n# retries: 1\n# ---\n", "behind a comment"],
    ["\ufeff# ---\n# retries: 1\n# ---\n", "behind a byte order mark"],
    ["# ---\n# retries: 1\nx = 1\n# ---\n", "with code in it"],
    ["# ---\n# retries: 1\n", "that is not closed"],
    ["# ----\n# retries: 1\n# ---\n", "that begins with four dashes"],
    ["# ---\n# ---\nx = 1\n", "that is empty"],
    ["x = 1\n", "that is not there"],
    ["# %%\n# retries: 1\n", "in a cell of code"],
    ["# hi\n# %% [raw]\n# retries: 1\n", "in a raw cell behind another"],
  ])("%j has none (%s): the file's text is the task", (text) => {
    expect(tasksOf("t.py", text)).toEqual(plainTask);
  });

  test.each(['# %% [raw]\n"""\nretries: 1\n"""\n', "# + [raw]\n# retries: 1\n# -\n", "# %% [raw]\n# a: 1\n\n# b: 1\n"])(
    "of %j is known only to jupytext",
    (text) => {
      expect(parse("t.py", text)).toMatchObject({ specs: [], problems: [{ kind: "not-static", affects: "shape" }] });
    },
  );

  test("the default operator is that of the Airflow major", () => {
    expect(tasksOf("t.py", "x = 1\n", { airflow: 2 })).toEqual([
      ["t", { operator: "airflow.operators.python.PythonOperator", python_callable: runFile }],
    ]);
  });

  test("an operator in the header takes the place of the default", () => {
    expect(
      parse("t.py", "# ---\n# retries: 1\n# operator: local.X\n# ---\n").specs[0]?.fields.map(({ key }) => key),
    ).toEqual(["operator", "retries", "python_callable"]);
  });

  test.each<[string, string, string]>([
    ["", "front-matter", "The file is empty."],
    ["# ---\n# ---\n", "front-matter", "The header is empty, and nothing follows it."],
    [
      "# coding: latin-1\n",
      "front-matter",
      "jupytext reads this line as the encoding `latin-1`, and refuses all but `utf-8`.",
    ],
    ["# ---\n# # only this\n# ---\nx = 1\n", "front-matter", "The header says nothing."],
    ["# ---\n# - x\n# ---\n", "front-matter", "The header is a list, not a mapping."],
    [
      "# ---\n# on: 1\n# ---\n",
      "raises",
      "A key of the header is a boolean, and in `.py` files gusty takes only texts.",
    ],
  ])("%j is refused", (text, kind, detail) => {
    expect(parse("t.py", text).problems).toMatchObject([{ kind, detail }]);
  });

  test("places are those of the file", () => {
    const text = "# ---\n# operator: x\n# doc_md: |\n#   one\n#   two\n# tags:\n#   - 'a'\n# ---\n";
    const fields = parse("t.py", text).specs[0]?.fields ?? [];
    const slices = fields.map(({ value }) => value.span && text.slice(value.span.start, value.span.end));
    expect(slices).toEqual(["x", "|\n#   one\n#   two", "- 'a'", undefined]);
    expect(fields[1]?.value).toMatchObject({ v: "one\ntwo\n" });
  });
});

describe("callables", () => {
  const header = (...lines: string[]) => `# ---\n${lines.map((line) => `# ${line}\n`).join("")}# ---\n`;
  const code =
    "import os\nfrom os.path import join\ndef f(x=1):\n    def inner(): pass\nasync def h(): pass\nclass K:\n    def method(self): pass\nconst = lambda: 1\nif True:\n    def late(): pass\n";

  test.each(["f", "late"])("`%s` is a function of the module", (name) => {
    expect(tasksOf("t.py", header(`python_callable: ${name}`) + code)).toEqual([
      ["t", { operator, python_callable: callable(name) }],
    ]);
  });

  test.each<[string, string]>([
    ["nope", "absent"],
    ["inner", "nested"],
    ["method", "nested"],
    ["h", "async"],
    ["K", "class"],
    ["join", "imported"],
    ["const", "absent"],
    ["os.path.join", "not-a-name"],
    ["1", "not-a-name"],
    ["", "not-a-name"],
  ])("`%s` is not found: %s", (name, because) => {
    expect(parse("t.py", header(`python_callable: ${name}`) + code).problems).toMatchObject([
      { kind: "missing-callable", key: "python_callable", because, functions: ["f", "late"] },
    ]);
  });

  test("extra callables become arguments", () => {
    expect(
      tasksOf("t.py", header("python_callable: f", "extra_callables:", "  on_failure_callback: late") + code),
    ).toMatchObject([["t", { python_callable: callable("f"), on_failure_callback: callable("late") }]]);
    expect(parse("t.py", header("extra_callables:", "  a: nope", "  b: f", "  c: K") + code).problems).toMatchObject([
      { key: "a", because: "absent" },
      { key: "c", because: "class" },
    ]);
    expect(parse("t.py", header("extra_callables: [f]") + code).problems).toMatchObject([{ kind: "raises" }]);
  });

  test("partials make one task for each entry", () => {
    const text = header("python_callable: f", "python_callable_partials:", "  One: {x: 1}", "  two: {}") + code;
    expect(tasksOf("t.py", text)).toMatchObject([
      ["One", { python_callable: callable("f", { partial: [["x", { t: "int", v: 1n }]] }) }],
      ["two", { python_callable: callable("f", { partial: [] }) }],
    ]);
  });

  test("partials meet multi_task_spec by id", () => {
    const text =
      header(
        "python_callable: f",
        "multi_task_spec:",
        "  a: {retries: 1}",
        "python_callable_partials:",
        "  a: {x: 1}",
        "  b: {x: 2}",
      ) + code;
    expect(
      parse("t.py", text).specs.map(({ taskId, fields }) => [taskId, fields.some(({ key }) => key === "retries")]),
    ).toEqual([
      ["a", true],
      ["b", false],
    ]);
  });

  test("a bound name that is no text breaks only the run, and that is said", () => {
    const { problems } = parse("t.py", header("python_callable: f", "python_callable_partials:", "  a: {1: 2}") + code);
    expect(problems).toMatchObject([{ kind: "not-static", affects: "python_callable_partials" }]);
  });

  test.each(["  a:", "  a: [1]"])("partials that are %j raise", (line) => {
    expect(
      parse("t.py", header("python_callable: f", "python_callable_partials:", line) + code).problems,
    ).toMatchObject([{ kind: "raises" }]);
  });

  test("arguments are bound to the text of a file too, which takes none", () => {
    const [one, two] = parse("t.py", header("python_callable_partials:", "  a: {x: 1}", "  b: {}") + code).specs;
    const callableOf = (spec: typeof one) => spec?.fields.find(({ key }) => key === "python_callable")?.value;
    expect(callableOf(one)).toMatchObject({ t: "run-file", partial: [["x", { t: "int", v: 1n }]] });
    expect(callableOf(two)).toMatchObject({ t: "run-file", partial: [] });
  });
});
