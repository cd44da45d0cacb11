/** True where all of `text` matches `pattern`: `*` stands for any run of characters, `?` for one. Linear in both for one star run. */
export function matchesPattern(text: string, pattern: string): boolean {
  let t = 0;
  let p = 0;
  let star = -1;
  let back = 0;
  while (t < text.length) {
    if (pattern[p] === "*") {
      star = p;
      back = t;
      p += 1;
    } else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === text[t])) {
      t += 1;
      p += 1;
    } else if (star >= 0) {
      p = star + 1;
      back += 1;
      t = back;
    } else return false;
  }
  while (pattern[p] === "*") p += 1;
  return p === pattern.length;
}
