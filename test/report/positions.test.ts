import fc from "fast-check";
import { expect, test } from "vitest";
import { asPath } from "../../src/model/path.ts";
import { lineIndexOf, placesOf, positionAt } from "../../src/report/positions.ts";
import { makeProject } from "../support/dag.ts";

test("lines end at LF, CRLF and a lone CR; columns count UTF-16 units", () => {
  const index = lineIndexOf("a\r\n🎉b\rc\n");
  expect(index).toEqual([0, 3, 7, 9]);
  expect(positionAt(index, 0)).toEqual({ line: 1, column: 1 });
  expect(positionAt(index, 5)).toEqual({ line: 2, column: 3 });
  expect(positionAt(index, 7)).toEqual({ line: 3, column: 1 });
  expect(positionAt(index, 9)).toEqual({ line: 4, column: 1 });
});

test("positions lead back to their offsets", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "\n", "\r", "🎉") }), fc.nat(40), (text, offset) => {
      const index = lineIndexOf(text);
      const at = Math.min(offset, text.length);
      const { line, column } = positionAt(index, at);
      expect((index[line - 1] ?? Number.NaN) + column - 1).toBe(at);
    }),
  );
});

test("a span is a place with an exclusive end, and line 1 where the text is not known", () => {
  const places = placesOf({ base: null, head: makeProject([], { "a.yml": "x: 1\ny: 2\n" }) });
  const place = places.at({ file: asPath("a.yml"), start: 5, end: 9 }, "head");
  expect(place).toEqual({ file: "a.yml", line: 2, column: 1, endLine: 2, endColumn: 5 });
  const unknown = places.at({ file: asPath("b.yml"), start: 5, end: 9 }, "head");
  expect(unknown).toEqual({ file: "b.yml", line: 1, column: 1, endLine: 1, endColumn: 1 });
});
