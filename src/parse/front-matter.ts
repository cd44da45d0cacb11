import matter from "gray-matter";
import type { Embedded } from "../model/span.ts";
import { partOf } from "../yaml/embedded.ts";
import { type Header, noHeader, stripNewlines } from "./header.ts";

/** A line of three or more dashes, as ABSQL finds it (`absql/files/parsers.py`, FM_BOUNDARY); blank lines after it belong to it. */
const BOUNDARY = /(?<![^\n])-{3,}\s*(?![^\n])/g;

const MARKERS = "`---`, the YAML, `---` on a line of its own, then the text.";
const COMMENT = "`/*`, the YAML, `*/` at the end of a line, then the text; or the YAML between two lines `---`.";

/** `frontmatter_load` of ABSQL for `.sql` and `.Rmd` (`absql/files/parsers.py`). */
export function cutFrontMatter(source: Embedded, kind: "sql" | "Rmd"): Header {
  const { text } = source;
  if (text.startsWith("---")) return betweenMarkers(source);
  if (text.startsWith("{"))
    return noHeader(source, "The file begins with `{`, and gusty reads it as one text.", MARKERS);
  if (kind === "Rmd") return { ok: true, yaml: source, body: null };
  if (text.startsWith("/*")) return inComment(source);
  const why = /^\ufeff?\s*(?:---|\/\*)/.test(text)
    ? "Something stands before the front matter, which gusty wants at the very start of the file."
    : "The file has no front matter.";
  return noHeader(source, why, COMMENT);
}

/**
 * gray-matter finds the end of common front matter. Its rules are wider than gusty's: it also ends at a line that only
 * begins with `---`, needs no end, and reads a language after the first dashes. What it finds counts only where gusty's
 * own pattern finds the same; else that pattern decides.
 */
function betweenMarkers(source: Embedded): Header {
  const { text } = source;
  const found = cutByGrayMatter(text) ?? cutByBoundaries(text);
  if (found === null) {
    return noHeader(source, "The front matter has no end: no second line of dashes alone follows the first.", MARKERS);
  }
  const { start, end, bodyStart } = found;
  return {
    ok: true,
    yaml: partOf(source, start, end),
    body: partOf(source, ...stripNewlines(source, bodyStart, text.length)),
  };
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly bodyStart: number;
}

/** Engines that read nothing: gray-matter only cuts. None of its own is left, since that for JavaScript runs the text. */
const nothing = { parse: () => ({}) };
const ENGINES = {
  yaml: nothing,
  yml: nothing,
  json: nothing,
  javascript: nothing,
  js: nothing,
  coffee: nothing,
  toml: nothing,
};

function cutByGrayMatter(text: string): Cut | null {
  const opening = /^---[ \t]*\n/.exec(text);
  if (!opening || hasLongBlank(text)) return null;
  const { matter: yaml } = matter(text, { engines: ENGINES, language: "yaml" });
  const end = 3 + yaml.length;
  const closing = boundaryAt(text, end + 1);
  if (text[end] !== "\n" || closing === null || boundaryAt(text, 0) === null) return null;
  return { start: 3, end: end + 1, bodyStart: closing };
}

/** True where so much white space stands in one place that gray-matter, which takes its square in time, should not see it. */
function hasLongBlank(text: string): boolean {
  let run = 0;
  for (let at = 0; at < text.length && run < MOST_BLANK; at += 1)
    run = text.charCodeAt(at) <= 0x20 || /\s/.test(text[at] ?? "") ? run + 1 : 0;
  return run >= MOST_BLANK;
}

const MOST_BLANK = 1000;

/** Where a boundary that begins at `at` ends; `null` where none does. */
function boundaryAt(text: string, at: number): number | null {
  const pattern = new RegExp(BOUNDARY.source, "y");
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function cutByBoundaries(text: string): Cut | null {
  const boundaries = text.matchAll(BOUNDARY);
  const first = boundaries.next().value;
  const second = boundaries.next().value;
  if (!first || !second) return null;
  return { start: first.index + first[0].length, end: second.index, bodyStart: second.index + second[0].length };
}

/** The YAML ends at the first comment end that ends a line; the body begins after the first one at all. */
function inComment(source: Embedded): Header {
  const { text } = source;
  const end = /\*\/(?![^\n])/.exec(text.slice(2));
  if (!end) {
    const last = text.indexOf("*/", 2);
    const detail =
      last < 0
        ? "The comment at the start of the file has no end."
        : "Something stands behind `*/` on its line, so that gusty finds no end of the front matter.";
    return noHeader(source, detail, COMMENT, Math.max(0, last));
  }
  const bodyStart = text.indexOf("*/") + 2;
  return {
    ok: true,
    yaml: partOf(source, 2, end.index + 2),
    body: partOf(source, ...stripNewlines(source, bodyStart, text.length)),
  };
}
