/**
 * Text with code, emphasis and links, before it becomes Markdown or terminal text. Strings are plain text: whoever
 * renders escapes them. So every sentence is written once, and no name of a repository is ever markup.
 */
export type Rich = readonly Piece[];
export type Piece =
  | string
  | { readonly t: "code"; readonly text: string }
  | { readonly t: "strong"; readonly of: Rich }
  | { readonly t: "link"; readonly to: string | null; readonly of: Rich };

export const code = (text: string): Piece => ({ t: "code", text });
export const strong = (...of: Rich): Piece => ({ t: "strong", of });
export const link = (to: string | null, ...of: Rich): Piece => ({ t: "link", to, of });

/** Plain text with names in backticks, as findings have it. A backtick without its pair stays a backtick. */
export function richOf(message: string): Rich {
  const parts = message.split("`");
  const paired = parts.length % 2 === 1 ? parts.length : parts.length - 1;
  const pieces: Piece[] = parts.slice(0, paired).map((part, at) => (at % 2 === 1 ? code(part) : part));
  if (paired < parts.length) pieces.push(`\`${parts[paired] ?? ""}`);
  return pieces.filter((piece) => piece !== "");
}

/** `a`, `b` and `c`; at most `most` of them, and how many more there are. */
export function listOf(items: readonly Piece[], most: number): Rich {
  const shown = items.slice(0, most);
  const rest = items.length - shown.length;
  return shown
    .flatMap((item, at): Rich => {
      if (at === 0) return [item];
      return [rest === 0 && at === shown.length - 1 ? " and " : ", ", item];
    })
    .concat(rest > 0 ? [` and ${rest} more`] : []);
}

/** Code pieces of names. */
export const codes = (names: readonly string[]): Piece[] => names.map((name) => code(name));

/** `1 task`, `2 tasks`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** Rich pieces in a row, with a text between them. */
export const joinRich = (parts: readonly Rich[], between: string): Rich =>
  parts.flatMap((part, at): Rich => (at === 0 ? part : [between, ...part]));
