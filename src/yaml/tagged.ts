import type { Problem } from "../model/problem.ts";
import type { Embedded, Span } from "../model/span.ts";
import type { Value } from "../model/value.ts";
import { refusedArguments } from "./call-arguments.ts";
import type { TagFunction } from "./constructors.ts";
import { embed, spanIn } from "./embedded.ts";
import type { MappingNode, ScalarNode, YamlNode } from "./node.ts";
import { pythonKey } from "./python-key.ts";
import { pythonFloat, pythonInt } from "./python-number.ts";
import { evalTripleQuoted } from "./python-string.ts";
import { readPlainYaml } from "./read-plain.ts";

/** Where tagged nodes stand, what the tags call, and where what raises is written to. */
export interface TagContext {
  readonly source: Embedded;
  readonly tags: ReadonlyMap<string, TagFunction>;
  readonly raised: Problem[];
}

type Arguments = { readonly args: readonly Value[]; readonly kwargs: readonly (readonly [Value, Value])[] };

const NOTHING: Value = { t: "null" };
/** Stands where something raised: nothing more is said of the call around it. */
const RAISED: Value = { t: "expr", source: "", needs: [], free: [], why: "It raises." };

/** The call that a tagged node makes (`absql/files/loader.py`, `wrap_yaml`), or `null` where nothing defines the tag. */
export function constructTagged(node: YamlNode, context: TagContext): Value | null {
  const fn = context.tags.get(node.tag);
  if (fn === undefined) return null;
  if (node.kind === "sequence") {
    return call(fn, { args: node.items.map((item) => nestedValue(item, context)), kwargs: [] }, node, context);
  }
  if (node.kind === "mapping") return call(fn, { args: [], kwargs: nestedPairs(node, context) }, node, context);
  const read = readPlainYaml(textOf(node, context.source));
  context.raised.push(...read.problems);
  if (read.value === null) return RAISED;
  return call(fn, argumentsOf(read.value), node, context);
}

function argumentsOf(value: Value): Arguments {
  if (value.t === "null") return { args: [], kwargs: [] };
  if (value.t === "list") return { args: value.v, kwargs: [] };
  if (value.t === "map") return { args: [], kwargs: value.v };
  return { args: [value], kwargs: [] };
}

/** A scalar's content as a text of its own. Its places are exact where it is written without escapes and on one line. */
function textOf(node: ScalarNode, source: Embedded): Embedded {
  const quoted = /^['"]/.test(source.text.slice(node.start, node.start + 1));
  const from = node.start + (quoted ? 1 : 0);
  if (source.text.slice(from, from + node.value.length) === node.value) {
    return { file: source.file, text: node.value, toFile: (offset) => source.toFile(from + offset) };
  }
  return {
    ...embed(source.file, node.value, []),
    toFile: (offset) => source.toFile(offset === 0 ? node.start : node.end),
  };
}

function call(fn: TagFunction, { args, kwargs }: Arguments, node: YamlNode, context: TagContext): Value {
  const span = spanIn(context.source, node.outer, node.end);
  const named: (readonly [string, Value])[] = [];
  for (const [key, value] of kwargs) {
    if (key.t === "str") named.push([key.v, value]);
    else
      raise(
        context,
        key.span ?? span,
        `The tag \`${node.tag}\` gets an argument whose name is no text.`,
        "Names of arguments as plain words, such as `minutes: 5`.",
      );
  }
  const refused = typeof fn === "string" ? refusedArguments(fn, args, named) : null;
  if (refused) raise(context, span, `\`${node.tag}\` raises: ${refused.detail}`, refused.expected);
  return { t: "call", fn, args, kwargs: named, span };
}

/** `scalar_to_value` of ABSQL: what a node inside a tagged collection becomes, by other rules than YAML's own. */
function nestedValue(node: YamlNode, context: TagContext): Value {
  const span = spanIn(context.source, node.outer, node.end);
  const fn = context.tags.get(node.tag.slice(node.tag.lastIndexOf(":") + 1));
  if (node.kind !== "scalar") {
    if (fn === undefined) {
      raise(
        context,
        span,
        `A ${node.kind === "sequence" ? "list" : "mapping"} stands inside a tagged list or mapping, which ABSQL cannot read.`,
        "Single values only inside a tag.",
      );
      return RAISED;
    }
    const args = node.kind === "sequence" ? node.items.map((item) => nestedValue(item, context)) : [];
    const kwargs = node.kind === "mapping" ? nestedPairs(node, context) : [];
    return call(fn, { args, kwargs }, node, context);
  }
  if (node.tag.startsWith("!")) {
    if (fn !== undefined) return call(fn, { args: [{ t: "str", v: node.value, span }], kwargs: [] }, node, context);
    context.raised.push({ kind: "unknown-tag", at: span, tag: node.tag, known: [] });
    return RAISED;
  }
  return { ...evaluated(node, span, context), span };
}

function evaluated(node: ScalarNode, span: Span, context: TagContext): Value {
  const text = node.value;
  if (node.tag === "null") return NOTHING;
  if (node.tag === "bool") return { t: "bool", v: ["y", "yes", "true", "on"].includes(text.toLowerCase().trim()) };
  const literal = evalTripleQuoted(text);
  if (literal.ok) {
    if (node.tag === "str") return { t: "str", v: literal.text };
    const int = node.tag === "int" ? pythonInt(literal.text) : null;
    if (int !== null) return { t: "int", v: int };
    const float = node.tag === "float" ? pythonFloat(literal.text) : null;
    if (float !== null) return { t: "float", v: float };
  } else if (!literal.raises) {
    const why = "ABSQL evaluates this text as Python, and the quotes in it make it more than a text.";
    context.raised.push({ kind: "not-static", at: span, expression: text, why, affects: "arguments" });
    return { t: "expr", source: `"""${text}"""`, needs: [], free: [], why };
  }
  const what = { str: 'A text that ends in `"` or a lone backslash', timestamp: "A date", merge: "`<<`" }[node.tag];
  raise(
    context,
    span,
    `${what ?? `\`${text.slice(0, 60)}\``} inside a tagged list or mapping is nothing that ABSQL can read.`,
    "Plain decimal numbers, texts, `true`, `false` or `null` inside a tag.",
  );
  return RAISED;
}

/** The pairs of a tagged mapping; equal keys as in a Python dictionary, merge keys not honoured. */
function nestedPairs(node: MappingNode, context: TagContext): (readonly [Value, Value])[] {
  const pairs = new Map<string, readonly [Value, Value]>();
  for (const [keyNode, valueNode] of node.pairs) {
    const key = nestedValue(keyNode, context);
    const value = nestedValue(valueNode, context);
    pairs.set(pythonKey(key, () => `only ${pairs.size}`) ?? `only ${pairs.size}`, [key, value]);
  }
  return [...pairs.values()];
}

function raise(context: TagContext, at: Span, detail: string, expected: string): void {
  context.raised.push({ kind: "raises", at, detail, expected });
}
