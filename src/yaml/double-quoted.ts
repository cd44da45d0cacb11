const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\x08"],
  ["t", "\t"],
  ["\t", "\t"],
  ["n", "\n"],
  ["v", "\x0b"],
  ["f", "\x0c"],
  ["r", "\r"],
  ["e", "\x1b"],
  [" ", " "],
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["N", "\x85"],
  ["_", "\xa0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
]);

const PART =
  /[^\\ \t\n]+|([ \t]*)(\n[ \t\n]*)|[ \t]+|\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(\n[ \t\n]*)|([\s\S]))/g;

/**
 * The content of a double-quoted scalar as PyYAML's scanner reads it (`scan_flow_scalar`): line ends fold, and behind an
 * escaped line end only empty lines count. `source` has its quotes, and its escapes are valid.
 */
export function readDoubleQuoted(source: string): string {
  return source.slice(1, -1).replace(PART, (part, _blanks, lines, x, u, long, escapedLines, letter) => {
    if (lines !== undefined) return fold(lines);
    if (escapedLines !== undefined) return "\n".repeat(countLines(escapedLines) - 1);
    const digits: string | undefined = x ?? u ?? long;
    if (digits !== undefined) {
      const code = Number.parseInt(digits, 16);
      return code > 0x10ffff ? "" : String.fromCodePoint(code);
    }
    return letter === undefined ? part : (ESCAPES.get(letter) ?? "");
  });
}

const countLines = (text: string): number => text.split("\n").length - 1;

const fold = (lines: string): string => (countLines(lines) === 1 ? " " : "\n".repeat(countLines(lines) - 1));
