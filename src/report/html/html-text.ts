import type { Piece, Rich } from "../rich.ts";
import { visibleLine, visibleLines } from "../visible.ts";

/** Markup that was made here. Only `element` and `joinHtml` make it, so no text of a repository ever becomes markup. */
export type Html = { readonly html: string };

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");

/** Text as markup, on one line; nothing in it is hidden. */
export const text = (words: string): Html => ({ html: escaped(visibleLine(words)) });

/** Text of several lines as markup. */
export const lines = (words: string): Html => ({ html: escaped(visibleLines(words)) });

/** Markup in a row; strings are text. */
export const joinHtml = (parts: readonly (Html | string)[], between = ""): Html => ({
  html: parts.map((part) => (typeof part === "string" ? text(part).html : part.html)).join(between),
});

/** HTML elements that have no end tag. */
const VOID = new Set(["meta", "input", "br", "hr", "link"]);

/** An element; an attribute is left out where its value is `null` or `false`, and without a value where it is `true`. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | boolean | null>>,
  ...children: readonly (Html | string)[]
): Html {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== false)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escaped(visibleLine(String(value)))}"`))
    .join("");
  const end = VOID.has(name) ? "" : `${joinHtml(children).html}</${name}>`;
  return { html: `<${name}${given}>${end}` };
}

function piece(part: Piece): Html {
  if (typeof part === "string") return text(part);
  if (part.t === "code") return element("code", {}, part.text);
  return element(part.t === "strong" ? "strong" : "span", {}, rich(part.of));
}

/** Rich text as markup; links are plain, since the report stands alone. */
export const rich = (words: Rich): Html => joinHtml(words.map(piece));

/** JSON for a `<script type="application/json">`: no character in it can end the element or begin another. */
export const jsonText = (data: unknown): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
