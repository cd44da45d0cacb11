/**
 * Characters that show nothing, or change how others are shown: C0 and C1 controls, zero-width and bidirectional
 * controls (UAX 9), line and paragraph separators, variation selectors, tags, and halves of surrogate pairs.
 */
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]|\p{Surrogate}/gu;

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
