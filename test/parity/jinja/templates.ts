import fc from "fast-check";

const name = fc.constantFrom(
  "a",
  "n",
  "none_",
  "yes",
  "half",
  "items",
  "conf",
  "empty",
  "ghost",
  "conf.k",
  "conf.deep.z",
  "conf.lost",
  "conf['list']",
  "items[0]",
  "items[9]",
  "ghost.x",
);
const literal = fc.constantFrom(
  "1",
  "0",
  "2.5",
  "'t'",
  '"u v"',
  "true",
  "none",
  "[1, 'c']",
  "(1,)",
  "()",
  "{'q': 2}",
  "''",
  "'a' 'b'",
  "-3",
);
const filter = fc.constantFrom(
  "upper",
  "lower",
  "capitalize",
  "title",
  "trim",
  "string",
  "default('d')",
  "d('e', true)",
  "length",
  "count",
  "join('-')",
  "join",
  "replace('x', 'z')",
  "first",
  "last",
  "list",
  "abs",
  "int",
  "sort",
  "round",
);
const check = fc.constantFrom(
  "defined",
  "undefined",
  "none",
  "string",
  "mapping",
  "boolean",
  "number",
  "not defined",
  "odd",
  "iterable",
);
const operator = fc.constantFrom(
  "+",
  "-",
  "*",
  "/",
  "//",
  "%",
  "**",
  "~",
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "in",
  "not in",
  "and",
  "or",
);
const call = fc.constantFrom(
  "a.upper()",
  "a.split(' ')",
  "conf.get('k')",
  "conf.get('no', 5)",
  "conf.items()",
  "range(3)",
  "'%s-%s' % (n, a)",
  "'{}'.format(n)",
  "ghost()",
  "a.nothing()",
);

/** Expressions of Jinja, right and wrong ones. */
const expression: fc.Arbitrary<string> = fc.letrec<{ expr: string }>((tie) => ({
  expr: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    name,
    literal,
    call,
    fc.tuple(tie("expr"), operator, tie("expr")).map((parts) => parts.join(" ")),
    fc.tuple(tie("expr"), filter).map(([of, own]) => `${of} | ${own}`),
    fc.tuple(tie("expr"), check).map(([of, own]) => `${of} is ${own}`),
    tie("expr").map((of) => `(${of})`),
    tie("expr").map((of) => `not ${of}`),
    tie("expr").map((of) => `-${of}`),
    fc.tuple(tie("expr"), tie("expr"), tie("expr")).map(([yes, test, no]) => `${yes} if ${test} else ${no}`),
  ),
})).expr;

const space = fc.constantFrom("", " ", "-");
const print = fc.tuple(space, expression, space).map(([left, own, right]) => `{{${left} ${own} ${right}}}`);
const text = fc.constantFrom("t", " ", "\n", "  x\n", "a { b", "}}", "\n\n  y ", "%", "#");

/** Templates as METADATA.yml may hold them. */
export const templates: fc.Arbitrary<string> = fc.letrec<{ part: string }>((tie) => {
  const body = fc.array(tie("part"), { maxLength: 3 }).map((parts) => parts.join(""));
  return {
    part: fc.oneof(
      { depthSize: "small" },
      text,
      print,
      print,
      fc.tuple(expression, body, body).map(([test, yes, no]) => `{% if ${test} %}${yes}{% else %}${no}{% endif %}`),
      fc.tuple(expression, body).map(([test, yes]) => `{%- if ${test} -%}${yes}{%- endif -%}`),
      fc
        .tuple(expression, body)
        .map(([iter, own]) => `{% for i in ${iter} %}${own}{{ loop.index }}{{ i }}{% else %}e{% endfor %}`),
      fc.tuple(expression, body).map(([value, own]) => `{% set a = ${value} %}${own}{{ a }}`),
      fc.constantFrom("{# c #}", "{#- c -#}", "{% raw %}{{ a }}{% endraw %}", "{{ }}", "{{ a", "{% if %}", "{% end %}"),
    ),
  };
}).part;
