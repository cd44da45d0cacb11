/** `inspect.cleandoc` of Python 3.11: tabs become 8 columns, common indentation and outer blank lines go. */
export function cleandoc(text: string): string {
  const lines = expandTabs(text).split("\n");
  let margin = Infinity;
  for (const line of lines.slice(1)) {
    const indent = line.length - leftStripped(line).length;
    if (indent < line.length) margin = Math.min(margin, indent);
  }
  const cut = lines.map((line, index) =>
    index === 0 ? leftStripped(line) : margin < Infinity ? line.slice(margin) : line,
  );
  let from = 0;
  let to = cut.length;
  while (to > 0 && cut[to - 1] === "") to -= 1;
  while (from < to && cut[from] === "") from += 1;
  return cut.slice(from, to).join("\n");
}

/** What Python's `str.isspace` calls white space. */
const SPACE = /^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

const leftStripped = (line: string): string => line.replace(SPACE, "");

/** `str.expandtabs()`: columns count from the last line end. */
function expandTabs(text: string): string {
  if (!text.includes("\t")) return text;
  let column = 0;
  let out = "";
  for (const character of text) {
    if (character === "\t") {
      const width = 8 - (column % 8);
      out += " ".repeat(width);
      column += width;
      continue;
    }
    out += character;
    column = character === "\n" || character === "\r" ? 0 : column + 1;
  }
  return out;
}
