import { describe, expect, test } from "vitest";
import { parse, tasksOf } from "./parsing.ts";

const cell = (source: unknown, type = "markdown") => ({ cell_type: type, metadata: {}, source });
const notebook = (...cells: unknown[]) =>
  JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 4 }, null, 1);
const found = [["t", { operator: "x" }]];

/** Truth taken from gusty 0.23.1 with nbformat 5.11. */
describe("notebooks", () => {
  test.each<[string, unknown]>([
    ["a list of lines", ["```yaml\n", "operator: x\n", "```"]],
    ["one text", "```yml\noperator: x\n```"],
    ["escapes", "```yaml\noperator: \u0022x\u0022\n```"],
  ])("%s", (_, source) => {
    expect(
      tasksOf("t.ipynb", notebook(cell(["# Title"]), cell(source, "markdown"), cell("```yaml\noperator: second\n```"))),
    ).toEqual(found);
  });

  test("format 3, where cells stand in worksheets", () => {
    const text = JSON.stringify({
      worksheets: [{ cells: [cell("# a"), cell("```yaml\noperator: x\n```")] }],
      metadata: {},
      nbformat: 3,
      nbformat_minor: 0,
    });
    expect(tasksOf("t.ipynb", text)).toEqual(found);
  });

  test("cells of code do not count", () => {
    expect(
      tasksOf("t.ipynb", notebook(cell("```yaml\noperator: y\n```", "code"), cell("```yaml\noperator: x\n```"))),
    ).toEqual(found);
  });

  test.each<[string, string, string]>([
    ["no JSON", "{", "The file is no valid JSON, so that no notebook can be read."],
    ["another format", '{"nbformat": 5, "cells": []}', "The notebook is not of format 3 or 4, and is not read."],
    [
      "no such cell",
      notebook(cell("``` yaml\noperator: x\n```")),
      "No Markdown cell of the notebook begins with ```yaml.",
    ],
  ])("%s is refused", (_, text, detail) => {
    expect(parse("t.ipynb", text).problems).toMatchObject([{ kind: "front-matter", detail }]);
  });

  test("places are those of the JSON", () => {
    const text = notebook(cell(["```yaml\n", 'operator: "x\\ty"\n', "retries: 3\n", "```"]));
    const fields = parse("t.ipynb", text).specs[0]?.fields ?? [];
    expect(fields.map(({ value }) => text.slice(value.span?.start, value.span?.end))).toEqual(['\\"x\\\\ty\\"', "3"]);
  });
});
