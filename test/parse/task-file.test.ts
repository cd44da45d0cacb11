import { describe, expect, test } from "vitest";
import { asPath } from "../../src/model/path.ts";
import { isTaskFile, parseTaskFile, taskIdOf } from "../../src/parse/task-file.ts";
import { options, parse, tasksOf } from "./parsing.ts";

/** Truth taken from gusty 0.23.1. */
describe("which files are tasks", () => {
  test.each(["a.yml", "A.yaml", "x.Rmd", "x.py", "x.ipynb", "x.sql", "METADATA.yaml", "metadata.yml", "a.b.sql"])(
    "%s is one",
    (name) => {
      expect(isTaskFile(name)).toBe(true);
    },
  );

  test.each(["METADATA.yml", "_x.py", ".x.yml", "x.SQL", "x.rmd", "x.txt", "README.md", "yml", "x.yml.bak"])(
    "%s is none",
    (name) => {
      expect(isTaskFile(name)).toBe(false);
    },
  );

  test("the id is the file's name, lower-cased and stripped", () => {
    expect(["a/B c.yml", "a/ X .sql", "a/load.v2.py"].map((path) => taskIdOf(asPath(path)))).toEqual([
      "b c",
      "x",
      "load.v2",
    ]);
  });
});

describe("rules that hold for every file", () => {
  test("a task needs an operator", () => {
    expect(tasksOf("t.yml", "retries: 1\n")).toEqual([["missing-operator", "retries", ""]]);
    expect(tasksOf("t.yml", "operator:\n")).toEqual([["missing-operator", "operator", ""]]);
    expect(tasksOf("t.yml", "operator: [x]\n")).toEqual([["raises", "[x]", "`operator` is no text."]]);
  });

  test("the name `all` is refused", () => {
    expect(parse("ALL.yml", "operator: x\n").problems).toMatchObject([{ kind: "invalid-id", id: "all" }]);
  });

  test("what the file says of task_id, file_path and absql_runner is lost", () => {
    const { specs, problems } = parse("t.yml", "operator: x\ntask_id: other\nfile_path: y\nabsql_runner: z\n");
    expect(specs.map(({ taskId, fields }) => [taskId, fields.map(({ key }) => key)])).toEqual([["t", ["operator"]]]);
    expect(problems.map((problem) => problem.kind)).toEqual(Array(3).fill("overwritten-key"));
    expect(parse("t.yml", "operator: x\ntask_id: t\n").problems).toEqual([]);
  });

  test.each<[string, string, string]>([
    ["dependencies: a\n", "a", "`dependencies` is a text, not a list of task names."],
    ["dependencies: {a: b}\n", "{a: b}", "`dependencies` is a mapping, not a list of task names."],
    ["dependencies: [a, 1]\n", "1", "An entry of `dependencies` is a number, not a task name."],
    ["dependencies: [a, on]\n", "on", "An entry of `dependencies` is a boolean, not a task name."],
    ["dependencies:\n", "", "`dependencies` is empty, not a list of task names."],
  ])("%j is no list of names", (line, place, detail) => {
    expect(tasksOf("t.yml", `operator: x\n${line}`)).toEqual([["dependency-shape", place, detail]]);
  });

  test("dependencies that a tag computes are not decided, and the task is still there", () => {
    const { specs, problems } = parse("t.yml", "operator: x\ndependencies: !env_switch [a]\n");
    expect(problems).toMatchObject([{ kind: "not-static", affects: "shape" }]);
    expect(specs).toHaveLength(1);
  });

  test("all that is wrong is said at once", () => {
    expect(parse("all.yml", "dependencies: [1]\n").problems.map(({ kind }) => kind)).toEqual([
      "missing-operator",
      "invalid-id",
      "dependency-shape",
    ]);
  });

  test("a key that is no text is passed over in YAML files", () => {
    expect(tasksOf("t.yml", "operator: x\non: 1\n2: 3\n")).toEqual([["t", { operator: "x" }]]);
  });

  test("a file without bytes, or without UTF-8, says so", () => {
    const path = asPath("dags/a/t.yml");
    expect(parseTaskFile(path, { ok: false, why: "too-large" }, options).problems).toMatchObject([
      { kind: "unreadable-file", why: "too-large" },
    ]);
    const bytes = Uint8Array.from([97, 58, 32, 0xff]);
    expect(parseTaskFile(path, { ok: true, bytes }, options).problems).toMatchObject([
      { kind: "unreadable-file", why: "not-utf8", byte: 3 },
    ]);
  });
});

describe("YAML files are one document", () => {
  test("a marker before it is fine, one behind it is not", () => {
    expect(tasksOf("t.yml", "---\noperator: x\n")).toEqual([["t", { operator: "x" }]]);
    expect(tasksOf("t.yml", "---\noperator: x\n---\nbody\n")).toEqual([
      ["front-matter", "---", "A second YAML document begins here."],
    ]);
  });

  test.each(["{operator: x}", "{\n  operator: x\n}\n"])(
    "%j begins with a brace, which gusty reads as a text",
    (text) => {
      expect(parse("t.yml", text).problems).toMatchObject([{ kind: "front-matter" }]);
    },
  );

  test.each<[string, string]>([
    ["", "The file says nothing: its YAML is empty."],
    ["# only a comment\n", "The file says nothing: its YAML is empty."],
    ["- operator: x\n", "The YAML of the file is a list, not a mapping."],
    ["operator x\n", "The YAML of the file is a text, not a mapping."],
  ])("%j is no mapping", (text, detail) => {
    expect(parse("t.yml", text).problems).toMatchObject([{ kind: "front-matter", detail }]);
  });

  test("the last of two equal keys wins, at the place of the first", () => {
    const text = "operator: x\nretries: 1\noperator: y\n";
    const [operator, retries] = parse("t.yml", text).specs[0]?.fields ?? [];
    expect([operator?.key, retries?.key]).toEqual(["operator", "retries"]);
    expect(operator?.value).toMatchObject({ v: "y", span: { start: 33, end: 34 } });
    expect(operator?.keySpan).toMatchObject({ start: 23, end: 31 });
  });
});
