import { brackets, type Code, flat, type Item, item, text } from "./layout.ts";
import { isIdentifier } from "./python-names.ts";
import { type Token, tokenize } from "./tokens.ts";

/** A plain string literal's text: no prefix, no escape. */
function plainString(literal: string): string | null {
  const match = /^(?:"([^"\\\n]*)"|'([^'\\\n]*)')$/.exec(literal);
  return match === null ? null : (match[1] ?? match[2] ?? "");
}

/**
 * A simple expression (names, attributes, plain literals, calls, lists and dicts of such) in the layout of generated
 * code, or `null` for all else, which must be kept as it is written.
 */
export function simpleExpression(source: string): Code | null {
  const tokens = tokenize(source).filter(({ t }) => t !== "newline");
  let at = 0;
  const peek = (offset = 0): Token | undefined => tokens[at + offset];
  const takes = (mark: string): boolean => {
    if (peek()?.t !== "other" || peek()?.text !== mark) return false;
    at += 1;
    return true;
  };

  const items = (close: string, read: () => Item | null): Item[] | null => {
    const found: Item[] = [];
    while (!takes(close)) {
      const next = read();
      if (next === null) return null;
      found.push(next);
      if (takes(",")) continue;
      return takes(close) ? found : null;
    }
    return found;
  };

  const element = (depth: number) => (): Item | null => {
    const value = expression(depth + 1);
    return value === null ? null : item(value);
  };
  const argument = (depth: number) => (): Item | null => {
    const name = peek();
    const named = name?.t === "name" && isIdentifier(name.text) && peek(1)?.text === "=" && peek(2)?.text !== "=";
    if (named) at += 2;
    const value = expression(depth + 1);
    return value === null ? null : item(value, named ? `${name.text}=` : "");
  };
  const entry = (depth: number) => (): Item | null => {
    const key = expression(depth + 1);
    const line = key === null ? null : flat(key);
    if (line === null || !takes(":")) return null;
    const value = expression(depth + 1);
    return value === null ? null : item(value, `${line}: `);
  };

  const atom = (depth: number): Code | null => {
    const token = peek();
    if (token === undefined) return null;
    if (takes("[")) {
      const found = items("]", element(depth));
      return found === null ? null : brackets("[", found, "]");
    }
    if (takes("{")) {
      const found = items("}", entry(depth));
      return found === null ? null : brackets("{", found, "}");
    }
    at += 1;
    if (token.t === "string") {
      const content = plainString(token.text);
      return content === null ? null : { t: "string", text: content };
    }
    if (token.t === "number") return /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(token.text) ? text(token.text) : null;
    const constant = /^(?:True|False|None)$/.test(token.text);
    return token.t === "name" && (constant || isIdentifier(token.text)) ? text(token.text) : null;
  };

  const expression = (depth: number): Code | null => {
    if (depth > 20) return null;
    let code = atom(depth);
    let calls = 0;
    while (code !== null) {
      const before: string | null = flat(code);
      if (takes(".")) {
        const name = peek();
        if (before === null || name?.t !== "name" || !isIdentifier(name.text)) return null;
        at += 1;
        code = text(`${before}.${name.text}`);
      } else if (takes("(")) {
        const found: Item[] | null = items(")", argument(depth));
        calls += 1;
        if (before === null || found === null || calls > 1 || !/^[\w.]+$/.test(before)) return null;
        code = brackets(`${before}(`, found, ")");
      } else break;
    }
    return code;
  };

  const code = expression(0);
  return at === tokens.length ? code : null;
}
