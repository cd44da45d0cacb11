import { describe, expect, test } from "vitest";
import { jinjaFault } from "../../src/check/jinja-fault.ts";
import { bash, find, said } from "./find.ts";

/** How Bash says the length of an array. */
const LENGTH = `$${"{#x[@]}"}`;

const echo = (command: string): string => `operator: airflow.operators.bash.BashOperator\nbash_command: ${command}\n`;

test("the place is the template's own, inside of quotes and of blocks too", async () => {
  const files = { "dags/o/a.yml": echo("'echo {{ ds }'"), "dags/o/b.yml": echo(`echo ${LENGTH} y`) };
  expect(said(files, await find("jinja-syntax", files))).toEqual([
    ["}", "Jinja cannot parse `bash_command`: this `}` closes nothing. `a` fails whenever it runs."],
    [
      "{#",
      "Jinja cannot parse `bash_command`: `{#` begins a comment, and no `#}` ends it. `b` fails whenever it runs.",
    ],
  ]);
});

test("values inside lists and mappings are templates too", async () => {
  const files = { "dags/o/a.yml": bash("env:", "  A: fine", "  B: '{% if x %}'") };
  expect(said(files, await find("jinja-syntax", files)).map(([text]) => text)).toEqual(["{% if x %}"]);
});

test("fields that are no templates, files, and unknown operators are left alone", async () => {
  const files = {
    "dags/o/a.yml": bash("doc_md: 'a {% b'"),
    "dags/o/b.yml": echo("scripts/x.sh"),
    "dags/o/c.yml": "operator: elsewhere.Other\nsql: '{{'\n",
  };
  expect(await find("jinja-syntax", files)).toEqual([]);
});

describe("what Jinja certainly refuses", () => {
  test.each<[string, string]>([
    ["{{ ds", "`{{` has no `}}`"],
    ["{{ }}", "`{{ }}` is empty"],
    ["{{ a b }}", "something is missing between `a` and `b`"],
    ["{{ a | }}", "the expression ends after `|`"],
    ["{{ $x }}", "`$` means nothing inside Jinja"],
    ["{{ 'a }}", "this `'` has no end"],
    ["{% if a %}x", "`{% if %}` has no `{% endif %}`"],
    ["{% endif %}", "`endif` ends nothing"],
    ["{% if a %}{% endfor %}", "`endfor` stands where `endif` is expected"],
    ["{% fi a %}", "`fi` is no statement of Jinja"],
    ["{% else %}", "`else` has no `if` before it"],
    ["{% raw %}x", "`{% raw %}` has no `{% endraw %}`"],
  ])("%j", (text, detail) => {
    expect(jinjaFault(text)?.detail).toBe(detail);
  });

  test.each([
    "{{ ds }}{# note #}{% if a is divisibleby 3 %}x{% elif b %}y{% else %}z{% endif %}",
    "{{ {'a': {'b': 1}}['a'] }} {{ x | default('}}') }} {{- a -}}",
    "{% for k, v in d.items() if v recursive %}{{ k }}{% else %}{% endfor %}",
    `{% raw %}{{ {% ${LENGTH} {% endraw %}`,
    "{% set x = 1 %}{% set y %}z{% endset %}{% do x.append(1) %}",
    "{{ 'a' 'b' }} { } } %} }} #}",
  ])("is not said of %j", (text) => {
    expect(jinjaFault(text)).toBeNull();
  });
});
