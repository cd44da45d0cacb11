import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { brackets, type Code, item, itemHeights, print, text } from "../../src/emit/layout.ts";
import { bytesLiteral, splitText, stringLiteral, tripleQuoted } from "../../src/emit/string-literal.ts";
import { widthOf } from "../../src/emit/width.ts";

const string = (content: string): Code => ({ t: "string", text: content });

describe("a string", () => {
  test.each([
    ["plain", '"plain"'],
    ["it's", '"it\'s"'],
    ['say "x"', "'say \"x\"'"],
    [`"a" 'b'`, `"\\"a\\" 'b'"`],
    ["a\\b\tc\r\n", '"a\\\\b\\tc\\r\\n"'],
    ["\u0000\u00ad\u202e\u{1d11e}\ud800", '"\\x00\\xad\\u202e\\U0001d11e\\ud800"'],
    ["naïve 日本 ✅", '"naïve 日本 ✅"'],
  ])("%j", (content, literal) => {
    expect(stringLiteral(content)).toBe(literal);
  });

  test("of bytes", () => {
    expect(bytesLiteral(Uint8Array.from([0, 34, 65, 92, 255]))).toBe("b'\\x00\"A\\\\\\xff'");
  });

  test("of several lines is in triple quotes, raw where it has backslashes", () => {
    expect(tripleQuoted("a\nb")).toBe('"""a\nb"""');
    expect(tripleQuoted("a \\\nb")).toBe('r"""a \\\nb"""');
  });

  test.each(['a\n"', 'a\n"""b', "a \nb", "a\tb\nc", "a\nb\\", "a\n\u202eb"])("but not %j", (content) => {
    expect(tripleQuoted(content)).toBeNull();
  });

  test("is cut into parts that fit and are the whole again", () => {
    const content = fc.string({ unit: fc.constantFrom(..."ab '\"\\\n日"), maxLength: 300 });
    fc.assert(
      fc.property(content, fc.integer({ min: 10, max: 60 }), (whole, room) => {
        const columns = (char: string): number => widthOf(stringLiteral(char)) - 2;
        const parts = splitText(whole, room, columns);
        expect(parts.join("")).toBe(whole);
        expect(parts.every((part) => Array.from(part).reduce((sum, char) => sum + columns(char), 0) <= room)).toBe(
          true,
        );
      }),
    );
  });
});

describe("brackets", () => {
  const call = brackets("f(", [item(text("a")), item(string("b"), "b=")], ")");

  test("stay on the line where they fit, and have one item a line where they do not", () => {
    expect(print(call, 4, 0, 0)).toBe('f(a, b="b")');
    expect(print(call, 90, 0, 0)).toBe(`f(\n${" ".repeat(94)}a,\n${" ".repeat(94)}b="b",\n${" ".repeat(90)})`);
    expect(itemHeights(call, 4, 0, 0)).toEqual([]);
    expect(itemHeights(call, 90, 0, 0)).toEqual([1, 1]);
  });

  test("break around what takes several lines", () => {
    expect(print(brackets("[", [item(string("a\nb\n"))], "]"), 0, 0, 0)).toBe('[\n    """a\nb\n""",\n]');
  });

  test("of one item are a tuple with a comma", () => {
    expect(print(brackets("(", [item(text("1"))], ")"), 0, 0, 0)).toBe("(1,)");
  });
});
