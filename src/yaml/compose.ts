import { isAlias, isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import { issue, type MappingNode, type SequenceNode, type YamlIssue, type YamlNode } from "./node.ts";
import { type ParsedText, parseText } from "./parse-text.ts";
import { refusedCharacter } from "./refused-characters.ts";
import { refusedPair } from "./refused-pairs.ts";
import type { LexedToken } from "./refused-tokens.ts";
import { resolveScalar } from "./resolve-scalar.ts";

/** Deeper nesting raises RecursionError in Python, at about 490 levels from an empty stack. */
const MOST_LEVELS = 400;
const PREFIX = "tag:yaml.org,2002:";

/** The root node of the one document that a text holds (`null`: it holds none), or what PyYAML refuses. */
export type Composed =
  | { readonly ok: true; readonly root: YamlNode | null }
  | { readonly ok: false; readonly issues: readonly YamlIssue[] };

/** `Composer.get_single_node` of PyYAML (`yaml/composer.py`), with the place of every node. */
export function compose(text: string): Composed {
  const bad = refusedCharacter(text);
  if (bad) return { ok: false, issues: [bad] };
  const breaks = text.replace(/\r(?!\n)|\x85/g, "\n");
  const parsed = parseText(breaks);
  const state: State = { text: breaks, parsed, issues: [], anchors: new Map(), open: new Set() };
  const root = parsed.document?.contents ?? null;
  const empty = root === null || isEmptyDocument(parsed);
  const node = empty ? null : composeNode(root as Node, state, 0);
  const issues = parsed.issues.length > 0 ? parsed.issues : state.issues;
  return issues.length > 0 ? { ok: false, issues } : { ok: true, root: node };
}

interface State {
  readonly text: string;
  readonly parsed: ParsedText;
  readonly issues: YamlIssue[];
  readonly anchors: Map<string, YamlNode>;
  /** Anchors of collections that are not closed yet. */
  readonly open: Set<string>;
}

/** True where the text has no document at all: nothing but blanks, comments and directives. */
function isEmptyDocument(parsed: ParsedText): boolean {
  return parsed.tokens.every(({ source, scalar }) => !scalar && /^(?:[ \t\n\r#\ufeff]|$)/.test(source));
}

function composeNode(node: Node, state: State, depth: number): YamlNode {
  const [start, valueEnd] = node.range ?? [0, 0];
  if (depth > MOST_LEVELS) {
    state.issues.push(
      issue(start, start + 1, `The nesting is deeper than ${MOST_LEVELS} levels, which Python cannot read.`),
    );
    return { kind: "scalar", tag: "null", value: "", identity: {}, start, end: start, outer: start };
  }
  if (isAlias(node)) return composeAlias(node.source, start, valueEnd, state);
  const outer = outerStart(state.parsed.tokens, node, start);
  const tag = node.tag?.startsWith(PREFIX) ? node.tag.slice(PREFIX.length) : node.tag;
  const anchor = "anchor" in node ? node.anchor : undefined;
  if (anchor !== undefined && (state.anchors.has(anchor) || state.open.has(anchor))) {
    state.issues.push(
      issue(outer, start, `The anchor \`&${anchor}\` is defined twice.`, "Give each anchor its own name."),
    );
  }
  if (isScalar(node)) {
    const value = blockScalarAtEnd(String(node.source ?? node.value ?? ""), node.type, valueEnd, state.text);
    const plain = node.type === "PLAIN" || node.type === undefined || tag === "!";
    const resolved = tag === undefined || tag === "!" ? (plain ? resolveScalar(value) : "str") : tag;
    const end = node.type?.startsWith("BLOCK") ? trimmedEnd(state.text, start, valueEnd) : valueEnd;
    const scalar: YamlNode = { kind: "scalar", tag: resolved, value, identity: {}, start, end, outer };
    if (anchor !== undefined) state.anchors.set(anchor, scalar);
    return scalar;
  }
  if (anchor !== undefined) state.open.add(anchor);
  const collection = isSeq(node)
    ? composeSequence(node.items as Node[], node.flow === true, tag, [start, valueEnd, outer], state, depth)
    : composeMapping(
        isMap(node) ? (node.items as Pair<Node, Node>[]) : [],
        isMap(node) && node.flow === true,
        tag,
        [start, valueEnd, outer],
        state,
        depth,
      );
  if (anchor !== undefined) {
    state.open.delete(anchor);
    state.anchors.set(anchor, collection);
  }
  return collection;
}

type Place = readonly [start: number, end: number, outer: number];

function composeSequence(
  nodes: readonly Node[],
  flow: boolean,
  tag: string | undefined,
  [start, valueEnd, outer]: Place,
  state: State,
  depth: number,
): SequenceNode {
  const items = nodes.map((item) => composeNode(item, state, depth + 1));
  const end = flow ? valueEnd : Math.max(start + 1, items.at(-1)?.end ?? 0);
  return { kind: "sequence", tag: tag ?? "seq", items, start, end, outer };
}

function composeMapping(
  nodes: readonly Pair<Node, Node>[],
  flow: boolean,
  tag: string | undefined,
  [start, valueEnd, outer]: Place,
  state: State,
  depth: number,
): MappingNode {
  const pairs = nodes.map((pair): readonly [YamlNode, YamlNode] => {
    const refused = refusedPair(pair, flow, state.text);
    if (refused) state.issues.push(refused);
    const key = composeNode(pair.key, state, depth + 1);
    if (pair.value) return [key, composeNode(pair.value, state, depth + 1)];
    return [
      key,
      { kind: "scalar", tag: "null", value: "", identity: {}, start: key.end, end: key.end, outer: key.end },
    ];
  });
  const end = flow && state.text[start] === "{" ? valueEnd : Math.max(start, pairs.at(-1)?.[1].end ?? 0);
  return { kind: "mapping", tag: tag ?? "map", pairs, start, end, outer };
}

function composeAlias(name: string, start: number, end: number, state: State): YamlNode {
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
  return { kind: "scalar", tag: "null", value: "", identity: {}, start, end, outer: start };
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
    if (!token || token.scalar) continue;
    if (token.source[0] === "!" || token.source[0] === "&") {
      outer = token.offset;
      found += 1;
    }
  }
  return outer;
}

/** PyYAML adds no line end to the last line of a block scalar where the text has none. */
function blockScalarAtEnd(value: string, type: string | undefined, end: number, text: string): string {
  const cut = type?.startsWith("BLOCK") && end >= text.length && !text.endsWith("\n") && value.endsWith("\n");
  return cut ? value.slice(0, -1) : value;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/.test(text[last - 1] ?? "")) last -= 1;
  return last;
}
