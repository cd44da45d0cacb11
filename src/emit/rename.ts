import { tokenize } from "./tokens.ts";

/**
 * Whether a name of a module can be given another one in a piece of its code by its words alone: it stands in no f-string,
 * names no keyword argument and is set in no class.
 */
export function canRename(source: string, name: string): boolean {
  const tokens = tokenize(source).filter(({ t }) => t !== "comment" && t !== "newline");
  const isClass = tokens.some(({ t, text }) => t === "name" && text === "class");
  let depth = 0;
  return tokens.every(({ t, text }, at) => {
    if (t === "other" && "([{".includes(text)) depth += 1;
    if (t === "other" && ")]}".includes(text)) depth -= 1;
    if (t === "string") return !(/^[rR]?[fF]/.test(text) && text.includes(name));
    if (t !== "name" || text !== name || tokens[at - 1]?.text === ".") return true;
    const assigned = tokens[at + 1]?.text === "=" && tokens[at + 2]?.text !== "=";
    return !isClass && !(assigned && depth > 0);
  });
}

/** The code with names exchanged where they stand as names of the module. */
export function renamed(source: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return source;
  let result = "";
  let at = 0;
  let before = "";
  for (const { t, text, start } of tokenize(source)) {
    const instead = t === "name" && before !== "." ? names.get(text) : undefined;
    before = text;
    if (instead === undefined) continue;
    result += source.slice(at, start) + instead;
    at = start + text.length;
  }
  return result + source.slice(at);
}
