import type { Import } from "./imports.ts";
import { isDottedPath, isIdentifier } from "./python-names.ts";
import { tokenize } from "./tokens.ts";

/** `a.b as c` or `a`: the name and what it is called here. */
function readAlias(words: readonly string[]): { name: string; as: string | null } | null {
  const [name, keyword, as] = words;
  if (name === undefined || !isDottedPath(name)) return null;
  if (words.length === 1) return { name, as: null };
  return words.length === 3 && keyword === "as" && as !== undefined && isIdentifier(as) ? { name, as } : null;
}

/**
 * What an import statement binds, or `null` where the text is no plain absolute import: another statement, `import *`,
 * a relative import.
 */
export function readImport(statement: string): Import[] | null {
  const tokens = tokenize(statement).filter(({ t }) => t !== "comment" && t !== "newline");
  const words: string[] = [];
  let joins = false;
  for (const { text } of tokens) {
    const last = words.length - 1;
    if (text === "." || joins) words[last] = `${words[last] ?? ""}${text}`;
    else words.push(text);
    joins = text === ".";
  }
  const kind = words.shift();
  if (kind !== "import" && kind !== "from") return null;
  const module = kind === "from" ? words.shift() : undefined;
  if (kind === "from" && (module === undefined || !isDottedPath(module) || words.shift() !== "import")) return null;
  if (words[0] === "(" && words.at(-1) === ")") words.splice(0, words.length, ...words.slice(1, -1));
  if (words.at(-1) === ",") words.pop();
  const imports: Import[] = [];
  let alias: string[] = [];
  for (const word of [...words, ","]) {
    if (word !== ",") {
      alias.push(word);
      continue;
    }
    const read = readAlias(alias);
    if (read === null) return null;
    if (module === undefined) imports.push({ module: read.name, member: null, as: read.as });
    else if (isIdentifier(read.name))
      imports.push({ module, member: read.name, as: read.as === read.name ? null : read.as });
    else return null;
    alias = [];
  }
  return imports;
}
