import type { Embedded } from "../model/span.ts";
import { embed, type Run, withoutMatches } from "../yaml/embedded.ts";
import { type Header, noHeader } from "./header.ts";
import { findJsonStrings, type JsonPath } from "./json-strings.ts";

const EXPECTED = "A Markdown cell whose text begins with ```yaml or ```yml, with the YAML in it.";

/** The YAML of a notebook: its first Markdown cell that begins with ```` ```yaml ```` or ```` ```yml ```` (`gusty/parsing/parsers.py`, `parse_ipynb`). */
export function cutNotebook(source: Embedded): Header {
  let notebook: unknown;
  try {
    notebook = JSON.parse(source.text);
  } catch {
    return noHeader(source, "The file is no valid JSON, so that no notebook can be read.", "A Jupyter notebook.");
  }
  const cells = cellsOf(notebook);
  if (cells === null) {
    return noHeader(
      source,
      "The notebook is not of format 3 or 4, and is not read.",
      "A Jupyter notebook of format 3 or 4.",
    );
  }
  for (const { cell, path } of cells) {
    if (!isMarkdown(cell, notebook)) continue;
    const text = sourceOf(cell);
    if (text === null) return noHeader(source, "A Markdown cell of the notebook has no text.", EXPECTED);
    if (!/^```(?:yaml|yml)/.test(text)) continue;
    const inside = cellText(source, [...path, "source"]);
    return { ok: true, yaml: withoutMatches(inside, /```(?:yaml|yml)?/g), body: null };
  }
  return noHeader(source, "No Markdown cell of the notebook begins with ```yaml.", EXPECTED);
}

/** Before format 4 there were HTML cells, which become Markdown cells when they are read. */
function isMarkdown(cell: unknown, notebook: unknown): boolean {
  const kind = memberOf(cell, "cell_type");
  return kind === "markdown" || (kind === "html" && memberOf(notebook, "nbformat") !== 4);
}

const memberOf = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

/** The cells of format 4, or of all worksheets of format 3 (`nbformat/v4/convert.py`, `upgrade`). */
function cellsOf(notebook: unknown): { cell: unknown; path: JsonPath }[] | null {
  const version = memberOf(notebook, "nbformat");
  if (version === 4) return listOf(memberOf(notebook, "cells"), ["cells"]);
  if (version !== 3) return null;
  const sheets = listOf(memberOf(notebook, "worksheets"), ["worksheets"]);
  return sheets?.flatMap(({ cell, path }) => listOf(memberOf(cell, "cells"), [...path, "cells"]) ?? []) ?? null;
}

const listOf = (value: unknown, path: JsonPath): { cell: unknown; path: JsonPath }[] | null =>
  Array.isArray(value) ? value.map((cell: unknown, index) => ({ cell, path: [...path, index] })) : null;

function sourceOf(cell: unknown): string | null {
  const text = memberOf(cell, "source");
  if (typeof text === "string") return text;
  return Array.isArray(text) && text.every((line) => typeof line === "string") ? text.join("") : null;
}

/** The text of one cell, every character with its place in the JSON. */
function cellText(source: Embedded, path: JsonPath): Embedded {
  const runs: Run[] = [];
  let text = "";
  for (const { start, end } of findJsonStrings(source.text, path)) {
    let at = start + 1;
    while (at < end - 1) {
      const length = source.text[at] !== "\\" ? 1 : source.text[at + 1] === "u" ? 6 : 2;
      const raw = source.text.slice(at, at + length);
      const character = length === 1 ? raw : String(JSON.parse(`"${raw}"`));
      if (character !== "\r" || !isLineFeed(source.text, at + length)) {
        if (runs.length === 0 || length > 1 || !continues(runs.at(-1), text.length, at))
          runs.push({ at: text.length, from: at });
        text += character === "\r" ? "\n" : character;
      }
      at += length;
    }
    runs.push({ at: text.length, from: at });
  }
  const inside = embed(source.file, text, runs);
  return { file: source.file, text, toFile: (offset) => source.toFile(inside.toFile(offset)) };
}

const continues = (run: Run | undefined, at: number, from: number): boolean =>
  run !== undefined && from - run.from === at - run.at;

const isLineFeed = (json: string, at: number): boolean =>
  json.startsWith("\\n", at) || json.startsWith("\\u000a", at) || json.startsWith("\\u000A", at);
