import { describe, expect, test } from "vitest";
import { syntaxFault } from "../../src/python/syntax-fault.ts";
import { find } from "./find.ts";

const header = (...lines: readonly string[]): string =>
  ["# ---", ...lines.map((line) => `# ${line}`), "# ---", ""].join("\n");

test("with python_callable gusty raises; without it the task fails when it runs", async () => {
  const body = "\n\ndef f()\n    return 1\n";
  expect(await find("python-syntax", { "dags/o/a.py": header("python_callable: f") + body })).toMatchObject([
    { severity: "error", effect: "fails", stops: ["o"] },
  ]);
  expect(await find("python-syntax", { "dags/o/a.py": header("retries: 2") + body })).toMatchObject([
    { severity: "warning", effect: "surprises", stops: [] },
  ]);
});

test("a missing function is not said too where the file cannot be parsed at all", async () => {
  const files = { "dags/o/a.py": `${header("python_callable: g")}\n\ndef f()\n    return 1\n` };
  expect(await find("missing-callable", files)).toEqual([]);
});

test("nothing is said of a file whose text nobody runs", async () => {
  const files = {
    "dags/o/a.py": `${header("operator: airflow.operators.bash.BashOperator", "bash_command: echo")}\nthis is no Python\n`,
  };
  expect(await find("python-syntax", files)).toEqual([]);
});

describe("what Python certainly refuses", () => {
  test.each<[string, string]>([
    ["def f()\n    pass\n", "the line of `def` has no `:` at its end"],
    ["if x:\npass\n", "nothing is indented below `if`, where Python wants at least one line"],
    ["x = 1\n    y = 2\n", "this line is indented, and no line above it wants that"],
    ["if x:\n        a\n    b\n", "this line is indented like no line above it that it could belong to"],
    ["x = (1,\ny = 2\n", "the `(` is never closed"],
    ["x = 1)\n", "this `)` closes nothing"],
    ["x = [1)\n", "this `)` cannot close the `[` before it"],
    ["x = 'abc\n", "this text has no closing `'`"],
    ['x = """abc\n', 'this text has no closing `"""`'],
    ["x = \n", "the line ends after `=`"],
    ["x = 1 +\n", "the line ends after `+`"],
    ['print "hello"\n', 'something is missing between `print` and `"hello"`: in Python 3 `print` is a function'],
    ["x = a b\n", "something is missing between `a` and `b`"],
    ["x = y?\n", "`?` means nothing in Python"],
  ])("%j", (text, detail) => {
    expect(syntaxFault(text)?.detail).toBe(detail);
  });

  test.each([
    "match x:\n    case [1, 2]:\n        pass\n    case Point(x=0) as p if p:\n        pass\n",
    "match (x)\n",
    "type X = int\nprint(x, end='')\nasync def f():\n    async with a as b, c: pass\n",
    "def f(a, /, b, *, c): yield\nx = 5.\ny = 1if z else 2\n",
    "with (open(a) as b,\n      open(c) as d):\n    pass\n",
    "x = f'{a['b']}' f\"{x!r:>{width}}\"\n",
    "lambda: (yield)\nfrom a import *\nx: int\n@d\nclass A: ...\n",
    "x = 'a' \\\n    'b'\nif x: y = 1; z = 2\n",
  ])("is not said of %j", (text) => {
    expect(syntaxFault(text)).toBeNull();
  });
});
