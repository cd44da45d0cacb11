import { expect, test } from "vitest";
import { findDefinitions } from "../../src/python/functions.ts";

const brief = (source: string): string[] =>
  findDefinitions(source).map((one) => `${one.kind} ${one.name}${one.nested ? " (nested)" : ""}`);

test("functions, classes, imports and assignments are found at every depth", () => {
  const source = [
    "from z import q as w, v",
    "import os.path",
    "x, *y = 1, 2",
    "async def c(): pass",
    "def a():",
    "  def b(): pass",
    "class D:",
    "  def e(self): pass",
    "if x:",
    "  def g(): pass",
    "",
  ].join("\n");
  expect(brief(source)).toEqual([
    "import w",
    "import v",
    "import os",
    "assignment x",
    "assignment y",
    "async c",
    "function a",
    "function b (nested)",
    "class D",
    "function e (nested)",
    "function g",
  ]);
});

test("a definition's range is its whole statement, decorators included", () => {
  const source = "x = 1\n@task\ndef a():\n  return 1\n\n\ny = 2\n";
  const [, a] = findDefinitions(source);
  expect(a && source.slice(a.start, a.end)).toBe("@task\ndef a():\n  return 1");
});

test("a byte order mark and CRLF do not move or hide a definition", () => {
  const source = "\ufeffimport a\r\ndef x():\r\n  pass\r\n";
  expect(findDefinitions(source).map((one) => source.slice(one.start, one.end))).toEqual([
    "import a",
    "def x():\r\n  pass",
  ]);
});

test("a broken place hides nothing that follows it", () => {
  expect(brief("x = = 1\ndef a(:\n  pass\n\ndef b():\n  return 1\n")).toContain("function b");
});
