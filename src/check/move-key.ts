import { canonicalText } from "../compare/canonical.ts";
import type { Fix } from "../model/finding.ts";
import { asPath } from "../model/path.ts";
import type { Span } from "../model/span.ts";
import type { Value } from "../model/value.ts";
import { wholeFile } from "../yaml/embedded.ts";
import { readYaml } from "../yaml/read-yaml.ts";

type Edits = Fix["edits"];

interface Line {
  readonly start: number;
  /** After its line end. */
  readonly end: number;
  readonly text: string;
  readonly indent: number;
  /** A comment or a blank line, as far as one line tells. */
  readonly empty: boolean;
}

/**
 * The edits that move a key of METADATA.yml out of `default_args` to the keys of the DAG or the group, or into it, with
 * its value and the comments right above it. `null` where the file is not written in blocks, where the key is there
 * already, or where anything else would change: the result is read again to know.
 */
export function moveKey(source: string, at: Span, where: "out" | "in"): Edits | null {
  const lines = linesOf(source);
  const own = lines.findIndex((line) => line.start + line.indent === at.start && !line.empty);
  if (own < 0) return null;
  const range = entryAt(lines, own);
  const edits = where === "out" ? movedOut(source, lines, range, at) : movedIn(source, lines, range, at);
  return edits && movesOnly(source, applied(source, edits), source.slice(at.start, at.end), where) ? edits : null;
}

const eolOf = (source: string): string => (source.includes("\r\n") ? "\r\n" : "\n");

function linesOf(source: string): readonly Line[] {
  let start = 0;
  return source.split("\n").map((raw) => {
    const text = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    const bare = text.trimStart();
    const end = Math.min(source.length, start + raw.length + 1);
    const line = { start, end, text, indent: text.length - bare.length, empty: bare === "" || bare.startsWith("#") };
    start = end;
    return line;
  });
}

/** The first and last line of an entry: comments right above it, the key, and what is indented below it. */
function entryAt(lines: readonly Line[], own: number): readonly [number, number] {
  const indent = lines[own]?.indent ?? 0;
  let first = own;
  while (isComment(lines[first - 1]) && lines[first - 1]?.indent === indent) first -= 1;
  let last = own;
  for (let at = own + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || line.text.trim() === "") continue;
    const item = line.indent === indent && /^-(?: |$)/.test(line.text.slice(indent));
    if (line.indent > indent || item) last = at;
    else if (!line.empty) break;
  }
  return [first, last];
}

const isComment = (line: Line | undefined): boolean => line?.empty === true && line.text.trim() !== "";

function movedOut(
  source: string,
  lines: readonly Line[],
  [first, last]: readonly [number, number],
  { file }: Span,
): Edits | null {
  const indent = lines[first]?.indent ?? 0;
  const parent = lines.findLastIndex((line, at) => at < first && !line.empty && line.indent < indent);
  if (indent === 0 || !/^default_args:[ \t]*(?:#.*)?$/.test(lines[parent]?.text ?? "")) return null;
  const text = shifted(source, lines.slice(first, last + 1), -indent);
  const [start, end] = [lines[first]?.start ?? 0, lines[last]?.end ?? 0];
  if (isAlone(lines, parent, [first, last])) {
    const bare = first === parent + 1 && lines[parent]?.text.trimEnd() === "default_args:";
    return bare ? [{ at: { file, start: lines[parent]?.start ?? 0, end }, text }] : null;
  }
  let above = parent;
  while (isComment(lines[above - 1]) && lines[above - 1]?.indent === 0) above -= 1;
  const place = lines[above]?.start ?? 0;
  return [
    { at: { file, start: place, end: place }, text },
    { at: { file, start, end }, text: "" },
  ];
}

/** True where `default_args` has nothing but this entry. */
function isAlone(lines: readonly Line[], parent: number, [first, last]: readonly [number, number]): boolean {
  const [, end] = entryAt(lines, parent);
  return lines.every((line, at) => at <= parent || at > end || line.empty || (at >= first && at <= last));
}

function movedIn(
  source: string,
  lines: readonly Line[],
  [first, last]: readonly [number, number],
  { file }: Span,
): Edits | null {
  if (lines[first]?.indent !== 0) return null;
  const moved = lines.slice(first, last + 1);
  const at = { file, start: lines[first]?.start ?? 0, end: lines[last]?.end ?? 0 };
  const parent = lines.findIndex((line) => line.text.startsWith("default_args:"));
  if (parent < 0) return [{ at, text: `default_args:${eolOf(source)}${shifted(source, moved, 2)}` }];
  const [, end] = entryAt(lines, parent);
  const child = lines.find((line, index) => index > parent && index <= end && !line.empty);
  const place = lines[end];
  if (!child || !place || child.indent === 0) return null;
  const text = shifted(source, moved, child.indent);
  const open = place.end === place.start + place.text.length;
  return [
    { at, text: "" },
    { at: { file, start: place.end, end: place.end }, text: open ? eolOf(source) + text.trimEnd() : text },
  ];
}

/** Lines with more or less indentation, each with its line end. */
const shifted = (source: string, lines: readonly Line[], by: number): string =>
  lines
    .map(({ text, start, end }) => {
      const close = source.slice(start + text.length, end) || eolOf(source);
      if (text.trim() === "") return text + close;
      return (by < 0 ? text.slice(-by) : " ".repeat(by) + text) + close;
    })
    .join("");

const applied = (source: string, edits: Edits): string =>
  [...edits]
    .sort((a, b) => b.at.start - a.at.start || b.at.end - a.at.end)
    .reduce((text, { at, text: fresh }) => text.slice(0, at.start) + fresh + text.slice(at.end), source);

/** True where the YAML of `after` is that of `before` with the key elsewhere, and nothing else changed. */
function movesOnly(before: string, after: string, key: string, where: "out" | "in"): boolean {
  const [old, fresh] = [pairsOf(before), pairsOf(after)];
  const inside = old && pairsIn(old.find(([name]) => nameOf(name) === "default_args")?.[1]);
  if (!old || !fresh || !inside) return false;
  const [from, to] = where === "out" ? [inside, old] : [old, inside];
  const entry = from.find(([name]) => nameOf(name) === key);
  if (!entry || to.some(([name]) => nameOf(name) === key)) return false;
  const without = (pairs: Pairs, gone: string): Pairs => pairs.filter(([name]) => nameOf(name) !== gone);
  const defaults = where === "out" ? without(inside, key) : [...inside, entry];
  const top = without(without(old, "default_args"), key);
  const expected: Pairs = [
    ...top,
    ...(where === "out" ? [entry] : []),
    ...(defaults.length > 0 ? [[DEFAULTS, { t: "map", v: defaults }] as const] : []),
  ];
  return textOf(expected) === textOf(fresh);
}

type Pairs = readonly (readonly [Value, Value])[];

const DEFAULTS: Value = { t: "str", v: "default_args" };

const nameOf = (value: Value): string | null => (value.t === "str" ? value.v : null);

const pairsIn = (value: Value | undefined): Pairs | null =>
  value === undefined ? [] : value.t === "map" ? value.v : null;

function pairsOf(text: string): Pairs | null {
  const { value, problems } = readYaml(wholeFile(asPath("METADATA.yml"), text), new Map());
  return value?.t === "map" && problems.length === 0 ? value.v : null;
}

const textOf = (pairs: Pairs): string =>
  canonicalText({ t: "map", v: pairs }, { texts: new Map(), folder: asPath("") });
