import { describe, expect, test } from "vitest";
import { parse, tasksOf } from "./parsing.ts";

const spec = (...lines: string[]) =>
  `operator: x\nparams: {p: 1}\nmulti_task_spec:\n${lines.map((line) => `  ${line}\n`).join("")}`;

/** Truth taken from gusty 0.23.1. */
describe("multi_task_spec", () => {
  test("makes a task for each entry, with ids as written; mappings merge, all else replaces", () => {
    expect(tasksOf("t.yml", spec("One: {retries: 1}", "two: {params: {q: 2}, operator: y}"))).toMatchObject([
      ["One", { operator: "x", params: new Map([["p", 1n]]), retries: 1n }],
      [
        "two",
        {
          operator: "y",
          params: new Map([
            ["p", 1n],
            ["q", 2n],
          ]),
        },
      ],
    ]);
  });

  test("the id of a task is placed at its key", () => {
    const text = spec("One: {retries: 1}");
    const [one] = parse("t.yml", text).specs;
    expect(text.slice(one?.idSpan?.start, one?.idSpan?.end)).toBe("One");
  });

  test("a `task_id` of an entry goes before its key", () => {
    expect(parse("t.yml", spec("a: {task_id: other}")).specs.map(({ taskId }) => taskId)).toEqual(["other"]);
  });

  test.each(["{}", "", "[]", "false", "0"])("%j makes one task by the file's name", (value) => {
    expect(parse("t.yml", `operator: x\nmulti_task_spec: ${value}\n`).specs.map(({ taskId }) => taskId)).toEqual(["t"]);
  });

  test.each<[string, string]>([
    ["a:", "The task `a` of `multi_task_spec` is empty, not a mapping."],
    ["a: [1]", "The task `a` of `multi_task_spec` is a list, not a mapping."],
    ["a: {operator: {b: 1}}", "A mapping of the task `a` meets a value of the file that is no mapping."],
    ["1: {}", "A task id must be a text: put it in quotes."],
  ])("%j is refused", (line, detail) => {
    expect(parse("t.yml", spec(line)).problems).toMatchObject([{ detail }]);
    expect(parse("t.yml", spec(line)).specs).toEqual([]);
  });

  test("a list or a text is refused", () => {
    expect(parse("t.yml", "operator: x\nmulti_task_spec: [a]\n").problems).toMatchObject([{ kind: "raises" }]);
    expect(parse("t.yml", "operator: x\nmulti_task_spec: a\n").problems).toMatchObject([{ kind: "raises" }]);
  });

  test("partials in a YAML file have no function to bind to", () => {
    expect(
      parse("t.yml", "operator: x\npython_callable: f\npython_callable_partials: {a: {}}\n").problems,
    ).toMatchObject([{ kind: "raises" }]);
  });
});
