import type { Problem } from "../model/problem.ts";
import type { Embedded } from "../model/span.ts";
import { keepParts, withoutMatches } from "../yaml/embedded.ts";
import { noHeader } from "./header.ts";

/** The header of a `.py` task file, that it has none (the whole file is then the task), or why it cannot be read. */
export type PyHeader =
  | { readonly kind: "yaml"; readonly yaml: Embedded }
  | { readonly kind: "none" }
  | { readonly kind: "broken"; readonly problem: Problem };

const EXPECTED = "A first line `# ---`, the YAML with `# ` before each line, and a last line `# ---`.";
const ENCODING = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/;

/**
 * The header as jupytext cuts it (`jupytext/header.py`, `header_to_metadata_and_cell`) and gusty cleans it: every `---`
 * in it is taken out (`gusty/parsing/parsers.py`, `parse_py`). A `jupyter:` part belongs to jupytext and is left out.
 */
export function cutPyHeader(source: Embedded): PyHeader {
  const { text } = source;
  if (text === "") return broken(source, "The file is empty.");
  const lines = text.split("\n");
  if (RAW_CELL.test(lines[0] ?? "")) return rawCell(source, lines);
  const kept: (readonly [number, number])[] = [];
  let at = 0;
  let started = false;
  let jupyter = false;
  for (const [index, line] of lines.entries()) {
    const start = at;
    at += line.length + 1;
    if (index === 0 && line.startsWith("#!")) continue;
    const encoding = index === 0 || (index === 1 && !ENCODING.test(lines[0] ?? "")) ? ENCODING.exec(line) : null;
    if (encoding) {
      if (encoding[1] === "utf-8") continue;
      return broken(
        source,
        `jupytext reads this line as the encoding \`${encoding[1]}\`, and refuses all but \`utf-8\`.`,
        start,
      );
    }
    if (!line.startsWith("#")) return { kind: "none" };
    const prefix = line.startsWith("# ") ? 2 : 1;
    const content = line.slice(prefix);
    if (/^---\s*$/.test(content)) {
      if (started) return headerOf(source, kept, at);
      started = true;
      continue;
    }
    if (!started && content.trim() !== "") return { kind: "none" };
    if (/^jupyter\s*:\s*$/.test(content)) jupyter = true;
    else if (content !== "" && !/^\s/.test(content)) jupyter = false;
    if (!jupyter) kept.push([start + prefix, Math.min(at, text.length)]);
  }
  return { kind: "none" };
}

/** The first line of a raw cell in the percent and the light format (`jupytext/cell_reader.py`). */
const RAW_CELL = /^#(?: ?%%(?: .{0,200})? \[raw\]| \+ (?:.{0,200} )?\[raw\])/;

/**
 * A file that begins with a raw cell: in the percent format gusty reads that as the header. It is read here where each
 * of its lines is a comment, up to the next `# %%`; what else jupytext makes of such a cell is not known.
 */
function rawCell(source: Embedded, lines: readonly string[]): PyHeader {
  const next = lines.findIndex((line, index) => index > 0 && /^# ?%%/.test(line));
  const body = lines.slice(1, next < 0 ? lines.length : next);
  while (body.length > 0 && body.at(-1)?.trim() === "") body.pop();
  const [first = ""] = lines;
  if (
    body.length === 0 ||
    !/^# ?%%/.test(first) ||
    lines.some((line) => /^# ?[+-]/.test(line) && !/^# ?---/.test(line))
  )
    return openCell(source, first);
  const kept: (readonly [number, number])[] = [];
  let at = first.length + 1;
  for (const line of body) {
    if (!line.startsWith("# ") && line !== "#") return openCell(source, first);
    kept.push([at + Math.min(2, line.length), Math.min(at + line.length + 1, source.text.length)]);
    at += line.length + 1;
  }
  return { kind: "yaml", yaml: withoutMatches(keepParts(source, kept), /---/g) };
}

function openCell(source: Embedded, line: string): PyHeader {
  const at = { file: source.file, start: source.toFile(0), end: source.toFile(line.length) };
  const why = "jupytext reads the file as a notebook whose first cell is raw, and gusty takes that for the header";
  return { kind: "broken", problem: { kind: "not-static", at, expression: line, why, affects: "shape" } };
}

/** `end` is where the text behind the header begins: jupytext finds no cell at all where neither holds anything. */
function headerOf(source: Embedded, kept: readonly (readonly [number, number])[], end: number): PyHeader {
  if (kept.length > 0) return { kind: "yaml", yaml: withoutMatches(keepParts(source, kept), /---/g) };
  const rest = source.text.slice(end).replace(/\n$/, "");
  const nothing = !rest.includes("\n") && /^(?:# ?)?\s*$/.test(rest);
  if (nothing) return broken(source, "The header is empty, and nothing follows it.");
  return { kind: "none" };
}

function broken(source: Embedded, detail: string, start = 0): PyHeader {
  const header = noHeader(source, detail, EXPECTED, start);
  return header.ok ? { kind: "none" } : { kind: "broken", problem: header.problem };
}
