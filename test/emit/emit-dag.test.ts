import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emitDag } from "../../src/emit/emit-dag.ts";
import type { Dag } from "../../src/model/dag.ts";
import { asPath } from "../../src/model/path.ts";
import type { Problem } from "../../src/model/problem.ts";
import type { Span } from "../../src/model/span.ts";
import type { Value } from "../../src/model/value.ts";
import { dags, ownText } from "./arbitraries.ts";
import { dag, directory, fields, group, link, span, task } from "./dag-builder.ts";

const BASH = "airflow.operators.bash.BashOperator";
const bash = (id: string, given: Record<string, unknown> = {}) =>
  task({ id, of: BASH, file: `dags/breakfast/${id}.yml`, with: given });

function emit(input: Dag, texts: Record<string, string> = {}, folder = directory) {
  const known = new Map(Object.entries(texts).map(([path, text]) => [asPath(path), text]));
  return emitDag(input, { directory: folder, texts: known });
}

function textOf(input: Dag, texts: Record<string, string> = {}, folder = directory): string {
  const emitted = emit(input, texts, folder);
  if (!emitted.ok) throw new Error(emitted.why);
  return emitted.file.text;
}

function why(input: Dag, texts: Record<string, string> = {}): string | null {
  const emitted = emit(input, texts);
  return emitted.ok ? null : emitted.why;
}

const expr = (source: string, needs: Span[] = [], free: string[] = []): Value => ({
  t: "expr",
  source,
  needs,
  free,
  why: "it is computed",
});

describe("what cannot be written", () => {
  const problem: Problem = { kind: "missing-operator", at: span("dags/breakfast/a.yml") };
  const open: Problem = {
    kind: "not-static",
    at: span("dags/dags.py"),
    expression: "load()",
    why: "it is computed",
    affects: "schedule",
  };

  test("a DAG that fails names the first problem", () => {
    expect(why(dag({ outcome: "fails", problems: [problem] }))).toBe(
      "gusty or Airflow would fail: dags/breakfast/a.yml names no operator",
    );
  });

  test("a DAG that is not decided names the expression", () => {
    expect(why(dag({ outcome: "undecided", problems: [problem, open] }))).toBe(
      "not everything is known: `load()` in dags/dags.py is known only to Python: it is computed",
    );
  });

  test("an id that is no file name, or an operator that is no class", () => {
    expect(why(dag({ id: "a/b" }))).toBe("`a/b` cannot be a file's name");
    expect(why(dag({ tasks: [task({ id: "a", of: "os; evil().Operator" })] }))).toBe(
      "the operator of task `a` is no class that Python can import",
    );
  });

  test("an expression with a name that only a running module has", () => {
    expect(why(dag({ settings: { schedule: expr("name.upper()", [], ["name"]) } }))).toBe(
      "`name.upper()` uses `name`, which only a running entry point defines",
    );
  });

  test("a search path of which only Python knows what it is gets its folder when the file is loaded", () => {
    const settings = { template_searchpath: expr("paths()") };
    const emitted = emitDag(dag({ settings, tasks: [bash("a", { bash_command: "scripts/a.sh" })] }), {
      directory: asPath("generated"),
      texts: new Map(),
    });
    expect(emitted.ok && emitted.file.text).toMatch(/template_searchpath=TEMPLATE_SEARCHPATH_FUNCTION\(.*paths\(\)/);
  });
});

describe("code of the repository", () => {
  const source = 'import sys\nsys.path.append("lib")\nimport shop\nA = 1\n\n\ndef f():\n    return __file__\n';
  const at = (first: string, last = first): Span => {
    const start = source.indexOf(first);
    return span("dags/dags.py", start, source.indexOf(last, start) + last.length);
  };

  test("is copied once, in the order of its file, imports to the top", () => {
    const needs = [at("def f", "__file__"), at("import sys"), at("A = 1")];
    const settings = { schedule: expr("f() + sys.argv[A]", needs), on_failure_callback: expr("f", needs) };
    const text = textOf(dag({ settings }), { "dags/dags.py": source });
    expect(text).toContain("import sys\nfrom pathlib import Path\n");
    expect(text).toContain(
      '# from dags/dags.py\nA = 1\n\n\ndef f():\n    return str(ROOT / "dags/dags.py")\n\n\nSCHEDULE = f() + sys.argv[A]\n',
    );
    expect(text).toContain("    schedule=SCHEDULE,\n    on_failure_callback=f,\n");
  });

  test("keeps an import behind the statement that makes it possible", () => {
    const needs = [at("import sys"), at("sys.path", '")'), at("import shop")];
    const text = textOf(dag({ settings: { schedule: expr("shop.when", needs) } }), { "dags/dags.py": source });
    expect(text).toContain('# from dags/dags.py\nsys.path.append("lib")\nimport shop\n');
  });

  test("may be imported in two files alike; what two files define is told apart, where its names can be", () => {
    const files = { "dags/a.py": "import os\nX = 1\n", "dags/b.py": "import os, sys\nX = 2\n" };
    const both = (end: number, other: number) =>
      dag({
        settings: {
          schedule: expr("f(os)", [span("dags/a.py", 0, 9), ...(end > 9 ? [span("dags/a.py", 10, end)] : [])]),
          description: expr("sys.f(os)", [
            span("dags/b.py", 0, 14),
            ...(other > 14 ? [span("dags/b.py", 15, other)] : []),
          ]),
        },
      });
    expect(textOf(both(9, 14), files)).toContain("import os\nimport sys\n");
    expect(textOf(both(15, 20), files)).toMatch(/\nX = 1\n(?:.*\n)*X_2 = 2\n/);
    const quoted = { ...files, "dags/b.py": 'import os, sys\nX = f"{X}"\n' };
    expect(why(both(15, 25), quoted)).toBe("`X` is defined twice for this DAG");
  });

  test("never shares a name with what the file itself defines", () => {
    const own = "timedelta = 1\nROOT = 2\nload = 3\n";
    const settings = {
      schedule: { t: "call", fn: "datetime.timedelta", args: [], kwargs: [["days", { t: "int", v: 1n }]] },
      default_args: { owner: expr("timedelta + ROOT + load", [span("dags/dags.py", 0, own.length)]) },
    };
    const text = textOf(dag({ settings, tasks: [bash("load", { file: { t: "file-path", file: "a" } })] }), {
      "dags/dags.py": own,
    });
    expect(text).toContain("from datetime import timedelta as timedelta_\n");
    expect(text).toContain("ROOT_ = Path(__file__)");
    expect(text).toContain("    load_ = BashOperator(\n");
  });
});

describe("paths", () => {
  const tasks = [bash("a", { file_path: { t: "file-path", file: "dags/a.yml" } })];

  test("are found from the generated file, wherever its folder lies", () => {
    expect(textOf(dag({ tasks }), {}, asPath(""))).toContain("parents[0]");
    expect(textOf(dag({ tasks }), {}, asPath("dags/generated__"))).toContain("parents[2]");
  });

  test("of templates are looked up where gusty's DAG looks: beside the entry point", () => {
    const searched = (command: string, settings = {}): boolean =>
      textOf(dag({ settings, tasks: [bash("a", { bash_command: command })] })).includes("template_searchpath");
    expect(searched("scripts/a.sh")).toBe(true);
    expect(["bash a.sh", "{{ x }}.sh", "s3://a/b.sql", "/etc/a.sh", "echo"].filter((text) => searched(text))).toEqual(
      [],
    );
  });
});

test("a file's name cannot leave its comment", () => {
  const text = textOf(dag({ tasks: [task({ id: "a", of: BASH, file: "dags/breakfast/a\nimport evil #.yml" })] }));
  expect(text).not.toMatch(/^import evil/m);
  expect(text).toContain("    # dags/breakfast/a?import evil #.yml\n");
});

test("deep and wide values take time in proportion to their size", () => {
  let deep: Value = { t: "str", v: "x" };
  for (let depth = 0; depth < 50; depth += 1) deep = { t: "map", v: [[{ t: "str", v: "k".repeat(120) }, deep]] };
  const wide = "word ".repeat(20_000) + "x".repeat(100_000);
  expect(textOf(dag({ tasks: [bash("a", { deep, wide })] })).length).toBeLessThan(1_000_000);
  for (let depth = 0; depth < 20_000; depth += 1) deep = { t: "list", v: [deep] };
  expect(why(dag({ settings: { deep } }))).toBe("the value of `deep` is nested more than 60 levels deep");
});

test("groups of Airflow 3 keep no common record of ids where an id is used twice", () => {
  const twice = { groups: [group("a"), group("b")], tasks: [task({ id: "a", of: BASH, group: "b" })] };
  expect(textOf(dag({ airflow: 3, ...twice }))).toContain(
    'TaskGroup(group_id="a", prefix_group_id=False, parent_group=None, dag=dag)',
  );
  expect(textOf(dag({ airflow: 2, ...twice }))).not.toContain("parent_group");
});

test("the source map leads from every statement and argument to where it is written", () => {
  const settings = fields({ description: "x", tags: ["a"] }).map((field, index) => ({
    ...field,
    keySpan: span("dags/dags.py", 10 * index, 10 * index + 4),
    value: { ...field.value, span: span("dags/dags.py", 10 * index + 5, 10 * index + 8) },
  }));
  const links = [{ ...link("a > b"), from: span("dags/breakfast/b.yml", 40, 41) }];
  const emitted = emit({ ...dag({ tasks: [bash("a"), bash("b", { bash_command: "x" })], links }), settings });
  if (!emitted.ok) throw new Error(emitted.why);
  const lines = emitted.file.text.split("\n");
  const mapped = emitted.file.lines.map(({ line, endLine, source }) => [
    lines[line - 1]?.trim(),
    endLine - line,
    source.file,
    source.start,
    source.end,
  ]);
  expect(mapped).toEqual([
    ["with DAG(", 4, "dags/dags.py", 0, 1],
    ['description="x",', 0, "dags/dags.py", 0, 8],
    ['tags=["a"],', 0, "dags/dags.py", 10, 18],
    ["# dags/breakfast/a.yml", 0, "dags/breakfast/a.yml", 0, 1],
    ['a = BashOperator(task_id="a")', 0, "dags/breakfast/a.yml", 0, 1],
    ["# dags/breakfast/b.yml", 0, "dags/breakfast/b.yml", 0, 1],
    ["b = BashOperator(", 3, "dags/breakfast/b.yml", 0, 1],
    ["a >> b", 0, "dags/breakfast/b.yml", 40, 41],
  ]);
});

test("every line of the DAG itself has a source: its groups', too, with a METADATA file or without", () => {
  const groups = [group("load")];
  const emitted = emit(dag({ groups, tasks: [{ ...bash("a"), group: "load" }] }));
  if (!emitted.ok) throw new Error(emitted.why);
  const { text, lines } = emitted.file;
  const body = text.split("\n").flatMap((line, at) => (/^ {4}\S/.test(line) || /^ {8}/.test(line) ? [at + 1] : []));
  const without = body.filter((number) => !lines.some(({ line, endLine }) => line <= number && number <= endLine));
  expect(without.map((number) => text.split("\n")[number - 1])).toEqual([]);
});

test("the same DAG gives the same bytes, every line of the map is in the file, no absolute path is in it", () => {
  const texts = { "dags/dags.py": ownText };
  fc.assert(
    fc.property(dags, (sample) => {
      const first = emit(sample, texts);
      expect(emit(sample, texts)).toEqual(first);
      if (!first.ok) return;
      const count = first.file.text.split("\n").length - 1;
      expect(first.file.lines.every(({ line, endLine }) => line >= 1 && endLine >= line && endLine <= count)).toBe(
        true,
      );
      expect(first.file.text.startsWith("# windsock: generated\n")).toBe(true);
    }),
    { numRuns: 30 },
  );
});
