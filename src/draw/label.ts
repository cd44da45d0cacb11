/** Longer names lose their middle. */
const MAX_LENGTH = 60;

/**
 * A name as it can be shown on one line: white space becomes single spaces, characters that cannot be seen or that turn
 * the direction of text become U+FFFD, and a name over 60 characters loses its middle. So does
 * the pilcrow, and the ligature U+FB02 becomes `fl`: Mermaid marks entities with them (`encodeEntities`). Nothing at all is
 * shown as `(no name)`.
 */
export function visibleName(name: string): string {
  const shown = name
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}\u00B6]/gu, "\uFFFD")
    .replace(/\uFB02/g, "fl");
  if (shown === "") return "(no name)";
  const characters = [...shown];
  if (characters.length <= MAX_LENGTH) return shown;
  return [...characters.slice(0, MAX_LENGTH - 20), "…", ...characters.slice(-19)].join("");
}

/**
 * Text as it stands between the quotes of a Mermaid label, safe in Mermaid 10.9 to 12.3: all but ASCII letters, inner
 * digits and spaces as `#NN;`. Older versions read Markdown in labels (`+ x` is a list, `__init__` bold, `1. x` a list,
 * `www.x.y` a link), and every version looks for directives (`%%{`) and entities before it reads the diagram.
 */
export const escapeLabel = (text: string): string =>
  [...text]
    .map((character, index) =>
      /[A-Za-z ]/.test(character) || (/[0-9]/.test(character) && index > 0)
        ? character
        : `#${character.codePointAt(0)};`,
    )
    .join("");
