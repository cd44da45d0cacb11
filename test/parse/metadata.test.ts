import { describe, expect, test } from "vitest";
import { cleandoc } from "../../src/parse/cleandoc.ts";
import { metadata, plainFields } from "./parsing.ts";

const fieldsOf = (text: string): unknown => {
  const { fields } = metadata(text);
  return fields && Object.fromEntries(plainFields(fields));
};

/** Truth taken from gusty 0.23.1 with ABSQL 0.8.0 and Jinja 3.1. */
describe("METADATA.yml is rendered", () => {
  test.each<[string, unknown]>([
    ["a: '{{ ds }}'", { a: "{{ ds }}" }],
    ["a: '{{ds}} x'", { a: "{{ ds }} x" }],
    ["a: x\nb: '{{ a }} y'", { a: "x", b: "x y" }],
    ["a: '{{ ds }}'\nb: '{{ a }}'", { a: "{{ ds }}", b: "{{ ds }}" }],
    ["b: '{{ a }}'\na: ' x '", { b: "x ", a: "x " }],
    ["a: 3\nb: '{{ a }}'", { a: 3n, b: "3" }],
    ["a: true\nb: '{{ a }}'", { a: true, b: "True" }],
    ["a: '{{ 1 }}{{ \"q\" }}'", { a: "1q" }],
    [
      "a: {b: '{{ ds }} ', c: [' x']}",
      {
        a: new Map<string, unknown>([
          ["b", "{{ ds }} "],
          ["c", ["x"]],
        ]),
      },
    ],
    ["a: |\n  one\n    two\n\n", { a: "one\ntwo" }],
    ['a: "\\tx\\n\\t  y"', { a: "x\ny" }],
    ["a: 1\nb: 2024-01-01", { a: 1n, b: { date: "2024-01-01" } }],
  ])("%j", (text, expected) => {
    expect(fieldsOf(text)).toEqual(expected);
  });

  test.each<[string, string]>([
    ["a: '{{ datetime }}'", "datetime"],
    ["a: '{{ env_var(\"X\") | upper }}'", "env_var"],
    ["a: '{{ b | sort }}'\nb: [1]", "b"],
    ["a: '{% macro m() %}{% endmacro %}{{ b }}'\nb: 1", "b"],
  ])("%j is rendered by ABSQL when Airflow parses the DAG", (text, name) => {
    const { fields, problems } = metadata(text);
    expect(problems).toEqual([]);
    const value = fields?.[0]?.value;
    expect(value).toMatchObject({ t: "call", fn: "absql.render.render_text" });
    expect(value?.t === "call" && value.kwargs.map(([key]) => key)).toEqual([name]);
  });

  test.each<[string, string, string]>([
    ["latest_only: '{{ env_var(\"X\") }}'", '{{ env_var("X") }}', "latest_only"],
    ["dependencies: ['{{ x | random }}']", "{{ x | random }}", "dependencies"],
    ["a: {b: x, c: '{{ a.b }}'}", "{{ a.b }}", "a.c"],
  ])("%j is only known to Python", (text, expression, affects) => {
    expect(metadata(text).problems).toMatchObject([{ kind: "not-static", expression, affects }]);
  });

  test.each<[string, string]>([
    ["a: '{{ params.x }}'", "raises"],
    ["a: '{{ macros.ds_add(ds, 1) }}'", "raises"],
    ["a: '{{ x[\"y\"] }}'", "raises"],
    ["a: '{{ '", "raises"],
    ["text: x", "raises"],
    ["self: x", "raises"],
    ["a: x\non: 1", "raises"],
    ["", "front-matter"],
    ["# c\n", "front-matter"],
    ["- a\n", "front-matter"],
    ["{a: 1}", "front-matter"],
    ["a: 1\n---\nb: 2", "front-matter"],
    ["a: [", "yaml-syntax"],
  ])("%j raises", (text, kind) => {
    const { fields, problems } = metadata(text);
    expect(fields).toBeNull();
    expect(problems).toMatchObject([{ kind }]);
  });
});

describe("cleandoc", () => {
  test.each<[string, string]>([
    ["", ""],
    ["  x", "x"],
    ["\n\n  x\n    y\n\n", "x\n  y"],
    ["x\n  y\n z", "x\n y\nz"],
    ["x\n\ty\n        z", "x\ny\nz"],
    ["a\tb", "a       b"],
    ["x\n  ", "x\n  "],
    ["x\n  y\n ", "x\ny"],
    ["  \n  ", "  "],
  ])("%j", (text, expected) => {
    expect(cleandoc(text)).toBe(expected);
  });
});
