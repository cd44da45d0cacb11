import { describe, expect, test } from "vitest";
import { parse, tasksOf } from "./parsing.ts";

const task = (sql: string, fields: object = {}) => [["t", { operator: "x", ...fields, sql }]];

/** Truth taken from gusty 0.23.1 with ABSQL 0.8.0. */
describe("front matter of SQL files", () => {
  test.each<[string, string, string]>([
    ["between dashes", "---\noperator: x\n---\nSELECT 1\n", "SELECT 1"],
    ["newlines are stripped from the text, spaces are not", "---\noperator: x\n---\n\n  SELECT 1 \n\n", "  SELECT 1 "],
    ["more dashes", "-----\noperator: x\n----\nSELECT 1", "SELECT 1"],
    ["blanks behind the dashes", "--- \noperator: x\n---  \nSELECT 1", "SELECT 1"],
    ["a later line of dashes belongs to the text", "---\noperator: x\n---\nSELECT 1\n---\n2", "SELECT 1\n---\n2"],
    ["a line that only begins with dashes is no end", "---\noperator: x\n# c\n---\nSELECT\n--- c\n", "SELECT\n--- c"],
    ["no text", "---\noperator: x\n---", ""],
    ["in a comment", "/*\noperator: x\n*/\nSELECT /* c */ 1\n", "SELECT /* c */ 1"],
    ["in a comment on one line", "/* operator: x */\nSELECT 1", "SELECT 1"],
  ])("%s", (_, text, sql) => {
    expect(tasksOf("t.sql", text)).toEqual(task(sql));
  });

  test("what gray-matter would take for a language, gusty passes over", () => {
    expect(tasksOf("t.sql", "---js\nwhatever: [\n---\noperator: x\n---\nSELECT 1")).toEqual(task("SELECT 1"));
  });

  test("`sql` of the front matter is replaced in its place", () => {
    const { specs } = parse("t.sql", "---\nsql: old\noperator: x\n---\nnew");
    expect(specs[0]?.fields.map(({ key, value }) => [key, value.t === "str" && value.v])).toEqual([
      ["sql", "new"],
      ["operator", "x"],
    ]);
  });

  test.each<[string, string]>([
    ["SELECT 1\n", "The file has no front matter."],
    [
      "\n---\noperator: x\n---\n",
      "Something stands before the front matter, which gusty wants at the very start of the file.",
    ],
    [
      "\ufeff---\noperator: x\n---\n",
      "Something stands before the front matter, which gusty wants at the very start of the file.",
    ],
    [
      " /*\noperator: x\n*/\n",
      "Something stands before the front matter, which gusty wants at the very start of the file.",
    ],
    ["---\noperator: x\nSELECT 1\n", "The front matter has no end: no second line of dashes alone follows the first."],
    [
      "---\noperator: x\n ---\nSELECT 1\n",
      "The front matter has no end: no second line of dashes alone follows the first.",
    ],
    [
      "/*\noperator: x\n*/ \nSELECT 1\n",
      "Something stands behind `*/` on its line, so that gusty finds no end of the front matter.",
    ],
    ["/*\noperator: x\n", "The comment at the start of the file has no end."],
    ["{a: b}", "The file begins with `{`, and gusty reads it as one text."],
    ["---\n---\nSELECT 1\n", "The file says nothing: its YAML is empty."],
    ["---\n- x\n---\nSELECT 1\n", "The YAML of the file is a list, not a mapping."],
  ])("%j is refused", (text, detail) => {
    expect(parse("t.sql", text).problems).toMatchObject([{ kind: "front-matter", detail }]);
  });

  test("places are those of the file, with Windows line ends, too", () => {
    const text = "---\r\noperator: x.Y\r\nretries: 3\r\n---\r\n\r\nSELECT\r\n 1\r\n";
    const fields = parse("t.sql", text).specs[0]?.fields ?? [];
    expect(
      fields.map(({ keySpan, value }) => [
        text.slice(keySpan?.start, keySpan?.end),
        text.slice(value.span?.start, value.span?.end),
      ]),
    ).toEqual([
      ["operator", "x.Y"],
      ["retries", "3"],
      [text, "SELECT\r\n 1"],
    ]);
    expect(fields[2]?.value).toMatchObject({ v: "SELECT\n 1" });
  });
});

describe("R Markdown", () => {
  test("only the front matter counts", () => {
    expect(tasksOf("t.Rmd", "---\noperator: x\n---\n# Title\n")).toEqual([["t", { operator: "x" }]]);
  });

  test("without front matter the whole file is YAML", () => {
    expect(tasksOf("t.Rmd", "operator: x\n")).toEqual([["t", { operator: "x" }]]);
  });
});
