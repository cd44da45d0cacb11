import type { Piece, Rich } from "./rich.ts";
import { shorten, visibleLine, visibleLines } from "./visible.ts";

/** A zero-width space as an entity: GitHub's filters look at the rendered text, where a backslash is gone, and find no name. */
const BREAK = "&#8203;";

const entity = (character: string): string => `&#${character.codePointAt(0) ?? 32};`;

/**
 * Plain text as Markdown text that shows the same and is nothing else: no markup, HTML, image, math, footnote; and none
 * of what GitHub makes of rendered text (mentions, `#1`, `GH-1`, commit ids, addresses, e-mail, `:emoji:`).
 * Safe in table cells and, being without backslashes, in HTML blocks.
 * Rules: GFM 0.29 (autolinks extension), docs.github.com "Autolinked references and URLs", and html-pipeline's filters.
 */
export function escapeText(text: string): string {
  return (
    visibleLine(text)
      .replace(/[&<>`*_[\]|~$\\!^]/g, entity)
      // The order matters: entities hold `#` and `;`, so what follows names only characters that entities have not.
      .replace(/@/g, `@${BREAK}`)
      .replace(/(?<!&)#(?=\w)/g, `#${BREAK}`)
      .replace(/(gh)-(?=\d)/gi, `$1-${BREAK}`)
      .replace(/:(?=[\w+-]+:|\/\/)/g, `:${BREAK}`)
      .replace(/(mailto|xmpp):/gi, `$1${BREAK}:`)
      .replace(/(www)\./gi, `$1${BREAK}.`)
      .replace(/(?<![\w#])[0-9a-f]{7,}(?!\w)/gi, (hex) => hex.replace(/.{6}/g, `$&${BREAK}`))
  );
}

/** Markdown text that starts a line: what would start a list, a heading or a rule there is an entity. */
const atLineStart = (text: string): string =>
  text
    .replace(/^\s*/, "")
    .replace(/^[-+=#:]/, entity)
    .replace(/^(\d{1,9})([.)])/, (_, number: string, mark: string) => number + entity(mark));

/** Text of a `code` element, in which Markdown still works: everything special is an entity, and no address is one. */
const escapeElement = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N} .,;/+=-]/gu, entity)
    .replace(/(www)\./gi, `$1${BREAK}.`)
    .replace(/&#64;|&#58;(?=\/\/)/g, `$&${BREAK}`)
    .replace(/(mailto|xmpp)&/gi, `$1${BREAK}&`);

/** Code points of a name in a sentence; more are an ellipsis. */
const LONGEST_NAME = 160;

/**
 * A name as code, in which GitHub looks for nothing: between backticks, or as a `code` element where the text has
 * backticks or pipes (a pipe ends a table cell, even in code), or stands in HTML.
 */
export function escapeCode(text: string, inHtml = false): string {
  const line = shorten(visibleLine(text), LONGEST_NAME);
  if (line.trim() === "") return line === "" ? "(empty)" : "(blank)";
  if (inHtml || /[`|]|^ | $/.test(line)) return `<code>${escapeElement(line)}</code>`;
  return `\`${line}\``;
}

/** Lines as a fenced block, its fence longer than any run of backticks in them. `language` is a word of ours. */
export function fence(language: string, text: string): string {
  const lines = visibleLines(text).replace(/\n+$/, "");
  const longest = Math.max(2, ...Array.from(lines.matchAll(/`+/g), (run) => run[0].length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${language}\n${lines}\n${ticks}`;
}

/** A destination for `[…](…)` or `href`: an http(s) address or an anchor, everything unusual percent-encoded; else `null`. */
export function escapeDestination(address: string | null): string | null {
  if (address === null || !/^(https?:\/\/|#)/i.test(address)) return null;
  return Array.from(address, (character) =>
    /^[\w\-.~:/?#@!,;=%+&]$/.test(character)
      ? character.replace("&", "&amp;")
      : Array.from(
          new TextEncoder().encode(character),
          (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
        ).join(""),
  ).join("");
}

function markdownPiece(piece: Piece): string {
  if (typeof piece === "string") return escapeText(piece);
  if (piece.t === "code") return escapeCode(piece.text);
  if (piece.t === "strong") return `**${markdown(piece.of)}**`;
  const to = escapeDestination(piece.to);
  return to === null ? markdown(piece.of) : `[${markdown(piece.of)}](${to})`;
}

/** Rich text as Markdown of one line that does not start it: a table cell, or after words of ours. */
export function markdown(rich: Rich): string {
  return rich.map(markdownPiece).join("");
}

/** Rich text as a line of its own, or a list item: a paragraph whatever it begins with. */
export const paragraph = (rich: Rich): string => atLineStart(markdown(rich));

/** Rich text as HTML of one line, for `<summary>` and `<sub>`. */
export function html(rich: Rich): string {
  return rich
    .map((piece) => {
      if (typeof piece === "string") return escapeText(piece);
      if (piece.t === "code") return escapeCode(piece.text, true);
      if (piece.t === "strong") return `<b>${html(piece.of)}</b>`;
      const to = escapeDestination(piece.to);
      return to === null ? html(piece.of) : `<a href="${to}">${html(piece.of)}</a>`;
    })
    .join("");
}
