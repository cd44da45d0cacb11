import { expect, test } from "vitest";
import type { Expr, StringPart } from "../../src/python/ast.ts";
import { readPython } from "../../src/python/read-python.ts";

/** An expression with every operation in brackets. */
function show(node: Expr | null): string {
  if (node === null) return "";
  switch (node.k) {
    case "name":
      return node.id;
    case "number":
      return node.text;
    case "string":
      return `"${node.parts.map(part).join("")}"`;
    case "bytes":
      return `b${[...node.value].join(".")}`;
    case "bool":
      return node.value ? "True" : "False";
    case "list":
    case "tuple":
    case "set":
      return `${node.k}(${node.items.map(show).join(", ")})`;
    case "dict":
      return `dict(${node.items.map((item) => (item.k === "pair" ? `${show(item.key)}: ${show(item.value)}` : `**${show(item.value)}`)).join(", ")})`;
    case "call":
      return `${show(node.fn)}(${node.args.map((one) => `${one.star}${one.name ? `${one.name}=` : ""}${show(one.value)}`).join(", ")})`;
    case "attribute":
      return `${show(node.of)}.${node.name}`;
    case "index":
      return `${show(node.of)}[${show(node.index)}]`;
    case "slice":
      return `${show(node.from)}:${show(node.to)}:${show(node.step)}`;
    case "unary":
      return `(${node.op} ${show(node.of)})`;
    case "binary":
    case "logic":
      return `(${show(node.left)} ${node.op} ${show(node.right)})`;
    case "compare":
      return `(${[show(node.first), ...node.rest.map((one) => `${one.op} ${show(one.right)}`)].join(" ")})`;
    case "condition":
      return `(${show(node.yes)} if ${show(node.test)} else ${show(node.no)})`;
    case "lambda":
      return `(lambda ${node.params.map((one) => one.star + one.name + (one.fallback ? `=${show(one.fallback)}` : "")).join(", ")}: ${show(node.body)})`;
    case "comprehension": {
      const clauses = node.clauses.map((one) =>
        one.k === "if" ? `if ${show(one.test)}` : `for ${show(one.target)} in ${show(one.iter)}`,
      );
      return `${node.of}(${show(node.element)}${node.value ? `: ${show(node.value)}` : ""} ${clauses.join(" ")})`;
    }
    case "star":
      return `*${show(node.of)}`;
    case "assign":
      return `(${show(node.target)} := ${show(node.value)})`;
    case "await":
    case "yield":
      return `(${node.k} ${show(node.of)})`;
    default:
      return node.k;
  }
}

const part = (one: StringPart): string =>
  one.k === "text"
    ? one.text
    : `{${show(one.value)}${one.conversion ? `!${one.conversion}` : ""}${one.spec ? `:${one.spec.map(part).join("")}` : ""}}`;

function read(source: string): string {
  const [first] = readPython(source).body;
  return first?.k === "expression" ? show(first.value) : (first?.k ?? "nothing");
}

test.each([
  ["not a or b", "((not a) or b)"],
  ["not a in b and not not c or d", "(((not (a in b)) and (not (not c))) or d)"],
  ["a and not (b or c)", "(a and (not (b or c)))"],
  ["a < b not in c is not d", "(a < b not in c is not d)"],
  ["(a < b) < c", "((a < b) < c)"],
  ["a + b * c ** -d", "(a + (b * (c ** (- d))))"],
  ["a if b else c if d else e", "(a if b else (c if d else e))"],
  ["a | b in c", "((a | b) in c)"],
])("operators group as in Python: %s", (source, expected) => {
  expect(read(source)).toBe(expected);
});

test.each([
  ["f(a, *b, k=c, **d)", "f(a, *b, k=c, **d)"],
  ["f(x for x in y if x)", "f(generator(x for x in y if x))"],
  ["f(a)(b).c[d]", "f(a)(b).c[d]"],
  ["x[1:, ::2]", "x[tuple(1::, ::2)]"],
  ["x[-1]", "x[(- 1)]"],
  ["{**a, 'b': 1}", 'dict(**a, "b": 1)'],
  ["{k: v for k, v in x.items() if k for z in v}", "dict(k: v for tuple(k, v) in x.items() if k for z in v)"],
  ["(a,)", "tuple(a)"],
  ["a, *b", "tuple(a, *b)"],
  ["()", "tuple()"],
  ["(y := 3)", "(y := 3)"],
  ["lambda a, *b, c=1, **d: a", "(lambda a, *b, c=1, **d: a)"],
  ["await x", "(await x)"],
])("calls, collections and the like: %s", (source, expected) => {
  expect(read(source)).toBe(expected);
});

test.each([
  ["'a' \"b\" r'\\n'", '"ab\\n"'],
  ["'\\x41\\u00e9\\101\\\n\\q'", '"AéA\\q"'],
  ["f'a{b!r:>{c}}{{d}}' 'e'", '"a{b!r:>{c}}{d}e"'],
  ["f'{a}' f\"{b['c']}\"", '"{a}{b["c"]}"'],
  ["b'a\\xff' b'\\n'", "b97.255.10"],
  ["'''a\r\n'b'\n'''", "\"a\n'b'\n\""],
  ["rb'\\x'", "b92.120"],
  ["u'x'", '"x"'],
  ["'\\N{DASH}'", "unread"],
  ["'\\ud800'", "unread"],
])("string literals: %s", (source, expected) => {
  expect(read(source)).toBe(expected);
});

test.each([
  ["lambda x, /, y: x", "(lambda x, y: x)"],
  ["lambda x, /: x", "(lambda x: x)"],
  ["t'a{b}'", '"a{b}"'],
  ["with (open(a) as f,\n  b as g,\n):\n  d\n", "with"],
  ["@d(x).y[0]\ndef f(): pass\n", "function"],
  ["def f[T = int, *Ts = ()](a): pass\n", "function"],
])("what the parser does not know is read all the same: %s", (source, expected) => {
  expect([read(source), readPython(source).unread]).toEqual([expected, []]);
});

test("text that is no Python is marked, and what stands around it is read", () => {
  const source = "a = 1\nx = = 2\ndef f(:\n  pass\nb = 3\n";
  const { body, unread } = readPython(source);
  expect(unread.length).toBeGreaterThan(0);
  expect([body[0]?.k, body.at(-1)?.k]).toEqual(["assignment", "assignment"]);
});
