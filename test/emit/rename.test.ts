import { describe, expect, test } from "vitest";
import { canRename, renamed } from "../../src/emit/rename.ts";

describe("a name of copied code", () => {
  test.each<[string, boolean]>([
    ["X = 1", true],
    ["def f(a):\n    return X + a.X", true],
    ['Y = "X"  # X', true],
    ['Y = f"{X}"', false],
    ["f(X=1)", false],
    ["f(a == X)", true],
    ["class A:\n    X = 1", false],
  ])("%j: can be another one: %j", (source, expected) => {
    expect(canRename(source, "X")).toBe(expected);
  });

  test("is exchanged where it is one, and nowhere else", () => {
    const names = new Map([["X", "X_2"]]);
    expect(renamed('X = a.X + X["X"]  # X', names)).toBe('X_2 = a.X + X_2["X"]  # X');
    expect(renamed("XX = 1", names)).toBe("XX = 1");
  });
});
