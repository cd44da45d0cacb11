import { describe, expect, test } from "vitest";
import { problemsOf, read } from "./reading.ts";

/** Each is refused by PyYAML 6.0.4, too. */
describe("what cannot be read is said where it stands", () => {
  test.each<[string, string, string]>([
    ["a: b: c", ":", "A second `: ` stands in this value, so that YAML takes the text before it for a key."],
    ["a: 1\n b: 2\n", "b: 2", "This line is indented further than the line it belongs with."],
    ["a: 1\nfoo\nb: 2\n", "foo", "This line is no `key: value`."],
    ["a: 'x\nb: 1\n", "'", "This quote is never closed."],
    ["a: [1, 2\nb: 3\n", "[", "The `[` is never closed."],
    ["a: {x: 1\nb: 2\n", "{", "The `{` is never closed."],
    ["a: @x", "@", "A value cannot begin with `@`."],
    ["a: `x`", "`", "A value cannot begin with a backtick."],
    ["a:\n\tb: 1", "\t", "A tab stands where YAML wants spaces."],
    ["a: x\ty", "\t", "A tab stands where YAML wants spaces."],
    ["a: 1\t# c", "\t", "A tab stands where YAML wants spaces."],
    ['a: "\\q"', "\\q", "`\\q` means nothing inside double quotes."],
    ["- a\nb: 1", "b: 1", "This line fits nothing above it."],
    ["a: 1\n- b", "-", "A list entry stands where a key is expected."],
    ["a:\n  - x\n y: 1", "y: 1", "This line is not indented like the keys that it stands with."],
    ["a: *x", "*x", "The alias `*x` names no anchor before it."],
    ["a: &x 1\nb: &x 2", "&x ", "The anchor `&x` is defined twice."],
    ["a: &x [*x]", "*x", "The alias `*x` stands inside the value that it names."],
    ["a: 'it's'", "s'", "Text stands behind the closing quote."],
    ["a: ]", "]", "This `]` closes nothing."],
    ["a: - b", "-", "A list entry stands on the line of its key."],
    ["a: [,]", ",", "A comma stands here with nothing before it."],
    [
      "a: [http://x/?y=1]",
      "?",
      "A `?` stands in a plain text inside brackets, where YAML reads it as the start of a key.",
    ],
    ["a: 2020-02-30", "2020-02-30", "`2020-02-30` is no valid date."],
    ["a: {{ ds }}", "{ ds }", "A mapping cannot be a key."],
    ["a: =", "=", "A lone `=` is a special value of YAML that Python cannot read."],
    ["a: |x\n  b", "x", "After `|` or `>` stands text on the same line."],
    ["a: \u0007", "\u0007", "The character U+0007 is not allowed in YAML."],
    [": 1", ":", "A `:` stands here without a key before it."],
    ["a: 1\n---\nb: 2\n", "---", "A second YAML document begins here."],
    ["%YAML 2.0\n---\na: 1", "%YAML 2.0", "The document says that it is not YAML 1, which Python cannot read."],
    ["...\n", "...", "A document ends here before anything is in it."],
    ["{a\n b: 1}", "a\n b", "A key and its `:` must stand on one line."],
  ])("%j", (text, place, detail) => {
    expect(problemsOf(text)).toContainEqual(["yaml-syntax", place, detail]);
  });

  test("an unknown tag is named, beside those that there are", () => {
    expect(read("a: !foo x").problems).toMatchObject([{ kind: "unknown-tag", tag: "!foo", at: { start: 3, end: 9 } }]);
    expect(read("a: !env_var [!foo x]").problems).toMatchObject([{ kind: "unknown-tag", tag: "!foo" }]);
    const own = new Map([["make", { t: "name", path: "m.make" } as const]]);
    expect(read("a: !foo x", own).problems).toMatchObject([{ known: expect.arrayContaining(["!days_ago", "!make"]) }]);
  });

  test("every refusal of a value in one document is said", () => {
    expect(problemsOf("a: !x 1\nb: =\nc: 2020-13-01\n").map((problem) => (problem as string[])[1])).toEqual([
      "!x 1",
      "=",
      "2020-13-01",
    ]);
  });

  test("a hint says what to do, where that is known", () => {
    expect(read("a: {{ ds }}").problems).toMatchObject([{ hint: "Put a text that begins with `{` in quotes." }]);
  });
});
