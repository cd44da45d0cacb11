/** Whether one name matches a shell pattern with `*`, `?` and `[…]` (Python's `fnmatch`), in time linear in both for each `*`. */
export function matchesWildcard(pattern: string, name: string): boolean {
  const tokens = tokensOf(pattern);
  let [token, at, starToken, starAt] = [0, 0, -1, 0];
  while (at < name.length) {
    const one = tokens[token];
    if (one === "*") {
      starToken = token;
      starAt = at;
      token += 1;
    } else if (one?.(name[at] ?? "")) {
      token += 1;
      at += 1;
    } else if (starToken >= 0) {
      token = starToken + 1;
      starAt += 1;
      at = starAt;
    } else return false;
  }
  while (tokens[token] === "*") token += 1;
  return token === tokens.length;
}

type Token = "*" | ((char: string) => boolean);

function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at] ?? "";
    const end = char === "[" ? pattern.indexOf("]", at + (pattern[at + 1] === "!" ? 3 : 2)) : -1;
    if (char === "*") {
      if (tokens.at(-1) !== "*") tokens.push("*");
    } else if (char === "?") tokens.push(() => true);
    else if (end > 0) {
      const inside = pattern.slice(at + 1, end);
      tokens.push(setOf(inside.startsWith("!") ? inside.slice(1) : inside, inside.startsWith("!")));
      at = end;
    } else tokens.push((other) => other === char);
  }
  return tokens;
}

function setOf(inside: string, negated: boolean): (char: string) => boolean {
  const ranges: [string, string][] = [];
  for (let at = 0; at < inside.length; at += 1) {
    const char = inside[at] ?? "";
    const last = inside[at + 2];
    if (inside[at + 1] === "-" && last !== undefined) {
      ranges.push([char, last]);
      at += 2;
    } else ranges.push([char, char]);
  }
  return (char) => ranges.some(([from, to]) => from <= char && char <= to) !== negated;
}
