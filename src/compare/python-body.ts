/**
 * The text of a `.py` task file after its header: the lines between `# ---` and `# ---` at the start, where gusty finds
 * its YAML (`gusty/parsing/parsers.py`, `parse_py`); a shebang or coding line may stand before it. Line ends are `\n`.
 * Without a header it is the whole text.
 */
export function pythonBody(text: string): string {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const open = lines.findIndex((line) => !/^#(?:!|.*coding[:=])/.test(line));
  if (!isFence(lines[open])) return lines.join("\n");
  const close = lines.findIndex((line, index) => index > open && (isFence(line) || !line.startsWith("#")));
  return isFence(lines[close]) ? [...lines.slice(0, open), ...lines.slice(close + 1)].join("\n") : lines.join("\n");
}

const isFence = (line: string | undefined): boolean => line !== undefined && /^#[ \t]*---[ \t]*$/.test(line);
