/**
 * Characters that show nothing, or change how others are shown: controls, format characters (zero-width, bidirectional,
 * tags), line and paragraph separators, halves of surrogate pairs, and what Unicode lists as ignorable by default;
 * not the selector that makes a sign an emoji.
 */
const UNSEEN = /(?!\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}

/** One line of text in which nothing is hidden: line breaks and tabs become spaces, unseen characters their Python escapes. */
export const visibleLine = (text: string): string => text.replace(/\r\n|[\t\n\r]/g, " ").replace(UNSEEN, escapeOf);

/** The same for text of several lines: line breaks become LF, tabs stay. */
export const visibleLines = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .split(/([\n\t])/)
    .map((part) => (part === "\n" || part === "\t" ? part : part.replace(UNSEEN, escapeOf)))
    .join("");

/** At most `limit` code points of a line, and an ellipsis in place of the rest. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const points = Array.from(text.slice(0, 2 * limit + 2));
  return points.length <= limit ? text : `${points.slice(0, Math.max(1, limit - 1)).join("")}…`;
}
