import type { Value } from "../model/value.ts";
import { cleandoc } from "./cleandoc.ts";

/** What Jinja makes of a text: the text, an exception, or an expression that only Python knows. */
export type Rendered =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "raises"; readonly detail: string }
  | { readonly kind: "unknown"; readonly expression: string; readonly why: string };

/** Names that every Jinja template has, and words that are no names. */
const JINJA = new Set([
  "range",
  "dict",
  "lipsum",
  "cycler",
  "joiner",
  "namespace",
  "true",
  "false",
  "none",
  "True",
  "False",
  "None",
  "not",
  "loop",
  "self",
  "varargs",
  "kwargs",
  "caller",
]);
const NAME = /^[A-Za-z_]\w*$/;

/**
 * Renders a text of METADATA.yml as ABSQL does (`absql/render/__init__.py`, `render_text`): Jinja with `DebugUndefined`,
 * then `cleandoc`. Read are plain text and `{{ name }}` or `{{ literal }}`; of all else it is said that it is not known.
 * @param known the values that are there by name, or `"unknown"` for names whose values only Python knows
 * @param most how many characters may come out
 */
export function renderText(text: string, known: ReadonlyMap<string, Value | "unknown">, most: number): Rendered {
  let out = "";
  let at = 0;
  const template = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (;;) {
    const open = template.slice(at).search(/\{[{%#]/);
    if (open < 0) return { kind: "text", text: cleandoc(out + template.slice(at)) };
    const start = at + open;
    out += template.slice(at, start);
    if (template[start + 1] !== "{")
      return unknown(template.slice(start), "Only Python runs Jinja statements and comments.");
    const end = template.indexOf("}}", start + 2);
    if (end < 0) return { kind: "raises", detail: "A `{{` has no `}}`." };
    const expression = template.slice(start + 2, end);
    const value = evaluate(expression, known);
    if (value.kind !== "text") return value;
    out += value.text;
    if (out.length > most) return unknown(text, "The text becomes too long to render here.");
    at = end + 2;
  }
}

const unknown = (expression: string, why: string): Rendered => ({
  kind: "unknown",
  expression: expression.slice(0, 200),
  why,
});

function evaluate(source: string, known: ReadonlyMap<string, Value | "unknown">): Rendered {
  const whole = `{{${source}}}`;
  const expression = source.trim();
  if (expression === "") return { kind: "raises", detail: "`{{ }}` is empty." };
  if (/^-?\d+$/.test(expression) && !/^-?0\d/.test(expression))
    return { kind: "text", text: String(BigInt(expression)) };
  const literal = /^(?:'([^'\\{}]*)'|"([^"\\{}]*)")$/.exec(expression);
  if (literal) return { kind: "text", text: literal[1] ?? literal[2] ?? "" };
  const name = /^[A-Za-z_]\w*/.exec(expression)?.[0];
  if (name === undefined || JINJA.has(name)) return unknown(whole, "Only Python evaluates this expression.");
  const value = known.get(name);
  if (NAME.test(expression)) {
    if (value === undefined) return { kind: "text", text: `{{ ${name} }}` };
    const text = value === "unknown" ? null : pythonText(value);
    return text === null ? unknown(whole, `Only Python knows the text of \`${name}\`.`) : { kind: "text", text };
  }
  if (value === undefined && /^\w+(?:\.\w+|\[[^\][(){}]*\]|\([^()[\]{}]*\))+$/.test(expression)) {
    return {
      kind: "raises",
      detail: `\`${whole}\` asks for a part of \`${name}\`, which is not known when METADATA.yml is read.`,
    };
  }
  return unknown(whole, "Only Python evaluates this expression.");
}

/** `str(value)` of Python; `null` where it is not plain. */
function pythonText(value: Value): string | null {
  if (value.t === "str") return value.v;
  if (value.t === "int") return String(value.v);
  if (value.t === "bool") return value.v ? "True" : "False";
  return value.t === "null" ? "None" : value.t === "date" ? value.v : null;
}
