import fc from "fast-check";
import { expect, test } from "vitest";
import { findDefinitions } from "../../src/python/functions.ts";
import { readPython } from "../../src/python/read-python.ts";
import { matchesWildcard } from "../../src/python/wildcard.ts";

const PIECES = [
  "import os",
  "from gusty import create_dag",
  "create_dag(",
  ")",
  "[",
  "]",
  "{",
  "}",
  "(",
  ":",
  ",",
  "=",
  "\n",
  "\n    ",
  "if ",
  "else",
  "for x in ",
  "def f(a, *b, **c)",
  "lambda x, /: ",
  "return ",
  "x",
  "f",
  "'",
  '"',
  '"""',
  "f'{x!r:>{w}}'",
  "\\",
  "1",
  "0x",
  "1e9",
  "*",
  "**",
  "with (a as b)",
  "try",
  "except ",
  "match x",
  "case ",
  "async ",
  "await ",
  "yield ",
  "class A",
  "@d",
  "not ",
  " in ",
  " is ",
  "global x",
  ":=",
  "...",
  "#",
  "\t",
  "\r",
  "\ufeff",
  "é",
  "😀",
  "del x",
  "while True",
];

/** Text that is near Python. */
export const pythonish = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));

test("any text is read without an error, and every place lies inside it", () => {
  fc.assert(
    fc.property(fc.oneof(pythonish, fc.string()), (source) => {
      const module = readPython(source);
      for (const range of [...module.body, ...module.unread, ...findDefinitions(source)]) {
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThanOrEqual(source.length);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
      }
    }),
    { numRuns: 500 },
  );
});

test("deep nesting is read in bounded depth", () => {
  for (const source of [
    "(".repeat(5000),
    `${"[".repeat(2000)}${"]".repeat(2000)}`,
    `x = ${"a + ".repeat(5000)}a`,
    `${"if x:\n".repeat(500)}`,
    `${"not ".repeat(3000)}x`,
  ]) {
    expect(readPython(source).source).toBe(source);
  }
});

test("a wildcard without special characters matches itself alone", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z._-]{0,8}$/), fc.stringMatching(/^[a-z._-]{0,8}$/), (a, b) => {
      expect(matchesWildcard(a, b)).toBe(a === b);
      expect(matchesWildcard(`*${a}*`, b)).toBe(b.includes(a));
      expect(matchesWildcard(`${a}*`, b)).toBe(b.startsWith(a));
    }),
  );
});
