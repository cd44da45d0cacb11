/** A command in a comment: the word after `/windsock`, in small letters, and what follows it. */
export interface Command {
  readonly word: string;
  readonly rest: string;
}

const LINE = /^\/windsock(?:[ \t]+(\S{1,60})(?:[ \t]+(\S.{0,500}))?)?[ \t]*$/i;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** Begins a quote, or HTML: what follows belongs to it until an empty line. */
const QUOTE = /^ {0,3}(?:>|<\/?[a-z])/i;
const BLANK = /^[ \t]*$/;

/** HTML in which text is code, a comment, or not shown. */
const OPENING = /<(pre|code|script|style|textarea|details|blockquote|samp|kbd)\b/gi;
const CLOSING = /<\/(pre|code|script|style|textarea|details|blockquote|samp|kbd)\s*>/gi;

/** Lines of a comment that are looked at. */
const LINES = 500;

/**
 * The command of a comment: its first line of its own that begins with `/windsock`, outside quotes, code and hidden text.
 * `null`: there is none. `/windsock` alone asks for help. Where it is not sure that a line is the writer's own words (the line
 * after a quote belongs to the quote in Markdown; a backtick may begin code that goes on), there is no command.
 */
export function parseCommand(body: string): Command | null {
  let fence: string | null = null;
  let hidden = false;
  let elements = 0;
  let quoted = false;
  /** Lengths of backtick runs of the paragraph that have no partner yet. */
  const open = new Set<number>();
  for (const line of body.split(/\r?\n/, LINES)) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (mark !== undefined && mark[0] === fence[0] && mark.length >= fence.length) fence = null;
      continue;
    }
    if (!hidden && mark !== undefined) {
      fence = mark;
      continue;
    }
    if (BLANK.test(line)) {
      quoted = false;
      open.clear();
    } else if (QUOTE.test(line)) quoted = true;
    const own = !hidden && elements === 0 && !quoted && open.size === 0;
    const found = own ? LINE.exec(line) : null;
    if (found !== null) return { word: (found[1] ?? "help").toLowerCase(), rest: (found[2] ?? "").trim() };
    hidden = endsHidden(line, hidden);
    elements = Math.max(0, elements + count(line, OPENING) - count(line, CLOSING));
    for (const [{ length }] of line.matchAll(/`+/g)) if (!open.delete(length)) open.add(length);
  }
  return null;
}

const count = (line: string, pattern: RegExp): number => line.match(pattern)?.length ?? 0;

/** True where an HTML comment is still open at the end of a line. */
function endsHidden(line: string, hidden: boolean): boolean {
  const [open, close] = [line.lastIndexOf("<!--"), line.lastIndexOf("-->")];
  return open > close || (hidden && close < 0);
}
