/** A command in a comment: the word after `/windsock`, in small letters, and what follows it. */
export interface Command {
  readonly word: string;
  readonly rest: string;
}

const LINE = /^\/windsock(?:[ \t]+(\S{1,60})(?:[ \t]+(\S.{0,500}))?)?[ \t]*$/i;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Lines of a comment that are looked at. */
const LINES = 500;

/**
 * The command of a comment: its first line of its own that begins with `/windsock`, outside quotes, code and hidden text.
 * `null`: there is none. `/windsock` alone asks for help.
 */
export function parseCommand(body: string): Command | null {
  let fence: string | null = null;
  let hidden = false;
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
    const found = hidden ? null : LINE.exec(line);
    if (found !== null) return { word: (found[1] ?? "help").toLowerCase(), rest: (found[2] ?? "").trim() };
    hidden = endsHidden(line, hidden);
  }
  return null;
}

/** True where an HTML comment is still open at the end of a line. */
function endsHidden(line: string, hidden: boolean): boolean {
  const [open, close] = [line.lastIndexOf("<!--"), line.lastIndexOf("-->")];
  return open > close || (hidden && close < 0);
}
