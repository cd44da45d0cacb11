import { isAlias, isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import type { LexedToken } from "./lex-text.ts";
import { issue, MOST_LEVELS, TOO_DEEP, type YamlIssue, type YamlNode } from "./node.ts";
import { refusedPair } from "./refused-pairs.ts";
import { resolveScalar } from "./resolve-scalar.ts";
import { scalarContent } from "./scalar-content.ts";

/** What composing a document gathers, and the text and tokens that it looks into. */
export interface Composing {
  readonly text: string;
  readonly tokens: readonly LexedToken[];
  readonly issues: YamlIssue[];
  readonly anchors: Map<string, YamlNode>;
  /** Anchors of collections that are not closed yet. */
  readonly open: Set<string>;
}

/** How many collections are around a node, and the column of the innermost one in block style (-1: none). */
interface Level {
  readonly depth: number;
  readonly column: number;
}

const PREFIX = "tag:yaml.org,2002:";

/** `Composer.compose_node` of PyYAML (`yaml/composer.py`), from a node of the package `yaml`. */
export function composeNode(node: Node, state: Composing, level: Level): YamlNode {
  const [start, valueEnd] = node.range ?? [0, 0];
  if (level.depth > MOST_LEVELS) {
    if (!state.issues.some(({ detail }) => detail === TOO_DEEP)) state.issues.push(issue(start, start + 1, TOO_DEEP));
    return emptyNode(start);
  }
  if (isAlias(node)) return composeAlias(node.source, start, valueEnd, state);
  const outer = outerStart(state.tokens, node, start);
  const anchor = "anchor" in node ? node.anchor : undefined;
  if (anchor === undefined) return composeContent(node, state, level, outer);
  if (state.anchors.has(anchor) || state.open.has(anchor)) {
    const hint = "Give each anchor its own name.";
    state.issues.push(issue(outer, start, `The anchor \`&${anchor}\` is defined twice.`, hint));
  }
  state.open.add(anchor);
  const composed = composeContent(node, state, level, outer);
  state.open.delete(anchor);
  state.anchors.set(anchor, composed);
  return composed;
}

function composeContent(node: Node, state: Composing, level: Level, outer: number): YamlNode {
  const [offset, valueEnd] = node.range ?? [0, 0];
  const start = isMap(node) ? Math.min(offset, startOfKey(node.items[0]) ?? offset) : offset;
  const tag = node.tag?.startsWith(PREFIX) ? node.tag.slice(PREFIX.length) : node.tag;
  if (isScalar(node)) {
    const { value, end } = scalarContent(node, state.text, level.column, state.issues);
    const plain = node.type === "PLAIN" || node.type === undefined || tag === "!";
    const implicit = plain ? resolveScalar(value) : "str";
    return {
      kind: "scalar",
      tag: tag === undefined || tag === "!" ? implicit : tag,
      value,
      identity: {},
      start,
      end,
      outer,
    };
  }
  const flow = (isSeq(node) || isMap(node)) && node.flow === true;
  const inner: Level = {
    depth: level.depth + 1,
    column: flow ? level.column : start - (state.text.lastIndexOf("\n", start - 1) + 1),
  };
  if (isSeq(node)) {
    const items = (node.items as Node[]).map((item) => composeNode(item, state, inner));
    const end = flow ? valueEnd : Math.max(start + 1, items.at(-1)?.end ?? 0);
    return { kind: "sequence", tag: tag ?? "seq", items, start, end, outer };
  }
  const pairs = isMap(node)
    ? (node.items as Pair<Node, Node | null>[]).map((pair) => composePair(pair, flow, state, inner))
    : [];
  const end = flow && state.text[start] === "{" ? valueEnd : Math.max(start, pairs.at(-1)?.[1].end ?? 0);
  return { kind: "mapping", tag: tag ?? "map", pairs, start, end, outer };
}

function composePair(
  pair: Pair<Node, Node | null>,
  flow: boolean,
  state: Composing,
  inner: Level,
): readonly [YamlNode, YamlNode] {
  const refused = refusedPair(pair, flow, state.text);
  if (refused) state.issues.push(refused);
  const key = composeNode(pair.key, state, inner);
  return [key, pair.value ? composeNode(pair.value, state, inner) : emptyNode(key.end)];
}

/** Where a key with a tag or an anchor begins: there begins a mapping in block style, too. */
function startOfKey(pair: Pair | undefined): number | undefined {
  const item = pair?.srcToken;
  return item?.start.find(({ type }) => type === "tag" || type === "anchor" || type === "explicit-key-ind")?.offset;
}

const emptyNode = (at: number): YamlNode => ({
  kind: "scalar",
  tag: "null",
  value: "",
  identity: {},
  start: at,
  end: at,
  outer: at,
});

function composeAlias(name: string, start: number, end: number, state: Composing): YamlNode {
  const target = state.anchors.get(name);
  if (target) return { ...target, start, end, outer: start };
  const why = state.open.has(name)
    ? issue(start, end, `The alias \`*${name}\` stands inside the value that it names.`)
    : issue(
        start,
        end,
        `The alias \`*${name}\` names no anchor before it.`,
        `Define \`&${name}\` first, or put the text in quotes.`,
      );
  state.issues.push(why);
  return emptyNode(start);
}

/** Where the node's own tag or anchor begins: they are the last such tokens before it. */
function outerStart(tokens: readonly LexedToken[], node: Node, start: number): number {
  const wanted = Number(node.tag !== undefined) + Number("anchor" in node && node.anchor !== undefined);
  if (wanted === 0) return start;
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.offset ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let outer = start;
  let found = 0;
  for (let index = low - 1; index >= 0 && found < wanted; index -= 1) {
    const token = tokens[index];
    if (!token || token.scalar || (token.source[0] !== "!" && token.source[0] !== "&")) continue;
    outer = token.offset;
    found += 1;
  }
  return outer;
}
