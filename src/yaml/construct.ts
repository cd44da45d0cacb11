import type { Embedded, Span } from "../model/span.ts";
import type { Value } from "../model/value.ts";
import { spanIn } from "./embedded.ts";
import { flattenMapping } from "./flatten-mapping.ts";
import type { YamlIssue, YamlNode } from "./node.ts";
import { issue } from "./node.ts";
import { pythonKey } from "./python-key.ts";
import { SCALARS, scalarOf, WORDS } from "./scalar-values.ts";

/** More values than this, aliases counted each time, are not read: gusty would, but nothing reasonable has them. */
const MOST_VALUES = 200_000;

/** What construction needs besides the node: the text's place, the tags that are functions, and where problems go. */
export interface Construction {
  readonly source: Embedded;
  readonly issues: YamlIssue[];
  /** Makes the value of a node with a tag of the application (`!timedelta`); `null` where there is no such tag. */
  readonly tagged: (node: YamlNode) => Value | null;
  count: number;
}

const NOTHING: Value = { t: "null" };
/** `SafeConstructor.construct_object` of PyYAML (`yaml/constructor.py`). What it raises is added to `issues`. */
export function construct(node: YamlNode, into: Construction): Value {
  into.count += 1;
  if (into.count > MOST_VALUES) {
    if (into.count === MOST_VALUES + 1)
      into.issues.push(issue(node.start, node.end, "The aliases stand for too many values to read."));
    return NOTHING;
  }
  if (node.tag.startsWith("!")) {
    const value = into.tagged(node);
    if (value) return value;
  }
  const span = spanIn(into.source, node.outer, node.end);
  switch (node.tag) {
    case "map":
      return { t: "map", v: constructPairs(node, into), span };
    case "set":
      return { t: "set", v: constructPairs(node, into).map(([key]) => key), span };
    case "seq":
      return { t: "list", v: constructItems(node, into), span };
    case "omap":
    case "pairs":
      return { t: "list", v: constructTuples(node, into), span };
    default:
      return constructScalar(node, into, span);
  }
}

function constructScalar(node: YamlNode, into: Construction, span: Span): Value {
  const known = SCALARS.get(node.tag);
  if (!known) return refuseTag(into, node);
  const scalar = scalarOf(node);
  if (scalar === null) return refuse(into, node, `The tag \`!!${node.tag}\` needs a single value here.`);
  const data = known(scalar);
  if (data === null)
    return refuse(
      into,
      node,
      `\`${shorten(scalar)}\` is no valid ${WORDS.get(node.tag) ?? node.tag}.`,
      WORDS.has(node.tag) ? "Put it in quotes if it is meant as text." : null,
    );
  return { ...data, span };
}

function refuseTag(into: Construction, node: YamlNode): Value {
  const hint = "Remove the tag, or put the text in quotes.";
  if (node.tag === "value")
    return refuse(into, node, "A lone `=` is a special value of YAML that Python cannot read.", hint);
  if (node.tag === "merge")
    return refuse(into, node, "`<<` is no value: it merges mappings where it stands as a key.", hint);
  const tag = `${node.tag.startsWith("!") ? "" : "!!"}${node.tag}`;
  into.issues.push({ ...issue(node.outer, node.end, `Nothing is known of the tag \`${tag}\`.`, hint), tag });
  return NOTHING;
}

function constructItems(node: YamlNode, into: Construction): Value[] {
  if (node.kind !== "sequence") {
    refuse(into, node, "The tag `!!seq` needs a list here.");
    return [];
  }
  return node.items.map((item) => construct(item, into));
}

/** The pairs of a mapping as a Python dictionary has them: a later equal key keeps the place of the first and brings its value. */
function constructPairs(node: YamlNode, into: Construction): (readonly [Value, Value])[] {
  if (node.kind !== "mapping") {
    refuse(into, node, `The tag \`!!${node.tag}\` needs a mapping here.`);
    return [];
  }
  const places = new Map<string, number>();
  const pairs: (readonly [Value, Value])[] = [];
  for (const [keyNode, valueNode] of flattenMapping(node, into.issues, () => into.count++ < MOST_VALUES)) {
    const key = construct(keyNode, into);
    const value = construct(valueNode, into);
    const identity = pythonKey(key, () => `only ${pairs.length}`);
    if (identity === null) {
      into.issues.push(unhashable(keyNode));
      continue;
    }
    const place = places.get(identity);
    if (place === undefined) {
      places.set(identity, pairs.length);
      pairs.push([key, value]);
    } else {
      const first = pairs[place]?.[0] ?? key;
      pairs[place] = [{ ...first, ...(key.span ? { span: key.span } : {}) }, value];
    }
  }
  return pairs;
}

const unhashable = (node: YamlNode): YamlIssue =>
  issue(
    node.start,
    node.end,
    `A ${node.kind === "sequence" ? "list" : node.kind} cannot be a key.`,
    node.kind === "mapping" ? "Put a text that begins with `{` in quotes." : null,
  );

function constructTuples(node: YamlNode, into: Construction): Value[] {
  const refusal = `The tag \`!!${node.tag}\` needs a list of mappings with one key each.`;
  if (node.kind !== "sequence") return [refuse(into, node, refusal)];
  return node.items.map((item): Value => {
    const pair = item.kind === "mapping" && item.pairs.length === 1 ? item.pairs[0] : undefined;
    if (!pair) return refuse(into, item, refusal);
    return {
      t: "tuple",
      v: pair.map((part) => construct(part, into)),
      span: spanIn(into.source, item.outer, item.end),
    };
  });
}

function refuse(into: Construction, node: YamlNode, detail: string, hint: string | null = null): Value {
  into.issues.push(issue(node.outer, node.end, detail, hint));
  return NOTHING;
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
