import { describe, expect, test } from "vitest";
import { simpleExpression } from "../../src/emit/expression-code.ts";
import { flat } from "../../src/emit/layout.ts";

const printed = (source: string): string | null => {
  const code = simpleExpression(source);
  return code === null ? null : flat(code);
};

describe("a simple expression of the repository is printed in the file's own style", () => {
  test.each([
    ["notify", "notify"],
    ["Variable.get( 'x',default_var = None )", 'Variable.get("x", default_var=None)'],
    ["{'a': [1, 2.5,], 'b': f(g(1))}", '{"a": [1, 2.5], "b": f(g(1))}'],
    ["make(1).value", "make(1).value"],
  ])("%s", (source, wanted) => {
    expect(printed(source)).toBe(wanted);
  });

  test.each([
    "lambda: 1",
    "a + b",
    "f'x'",
    "x if y else z",
    "[a for a in b]",
    "'a\\n'",
    "a[0]",
    "f(*x)",
    "(1)",
    "a == b",
    "1_000",
    "f(",
    "",
  ])("all else stays as it is written: %s", (source) => {
    expect(printed(source)).toBeNull();
  });
});
