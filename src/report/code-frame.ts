import type { Place, Places, Side } from "./positions.ts";
import { columnsOf, type Style, type Terminal } from "./terminal-style.ts";
import { visibleLine } from "./visible.ts";

/** Lines of the marked range that are shown. */
const MOST_LINES = 4;
const TAB = "    ";

/** One line as shown, and the columns of its underline. */
interface FrameLine {
  readonly number: number;
  readonly text: string;
  readonly mark: { readonly from: number; readonly to: number } | null;
}

/**
 * The lines of a place with the range underlined, and a line before and after. Secrets are hidden, tabs are four
 * spaces, and lines that are too long are shown from where the range starts.
 */
export function codeFrame(place: Place, places: Places, side: Side, terminal: Terminal, style: Style): string[] {
  const { paint, text: show } = terminal;
  const width = String(Math.min(place.endLine, place.line + MOST_LINES) + 1).length;
  const gutter = (number: string): string => paint(`${number.padStart(width)} ${show("│")}`, "blue");
  const head = `${" ".repeat(width)} ${paint(show("┌─"), "blue")} ${show(place.file)}:${place.line}:${place.column}`;
  const source = places.lines(place.file, side);
  if (source.length === 0) return [head];
  const lines = frameLines(place, source, terminal, terminal.width - width - 3);
  const body = lines.flatMap(({ number, text, mark }) => {
    const shown = `${gutter(String(number))} ${mark ? text : paint(text, "dim")}`.trimEnd();
    if (!mark) return [shown];
    const carets = "^".repeat(Math.max(1, mark.to - mark.from));
    return [shown, `${gutter("")} ${" ".repeat(mark.from)}${paint(carets, style, "bold")}`];
  });
  return [head, gutter(""), ...body, gutter("")];
}

function frameLines(place: Place, all: readonly string[], terminal: Terminal, room: number): FrameLine[] {
  const last = place.endColumn === 1 && place.endLine > place.line ? place.endLine - 1 : place.endLine;
  const shownLast = Math.min(last, place.line + MOST_LINES - 1);
  const numbers: number[] = [];
  for (let number = Math.max(1, place.line - 1); number <= Math.min(all.length, shownLast + 1); number++)
    numbers.push(number);
  return numbers.flatMap((number): FrameLine[] => {
    const line = all[number - 1] ?? "";
    const outside = number < place.line || number > shownLast;
    if (outside && line.trim() === "") return [];
    const show = (text: string): string => terminal.text(visibleLine(text.replaceAll("\t", TAB)));
    const marked = !outside && !(number > place.line && line.trim() === "");
    const start = number === place.line ? place.column - 1 : line.length - line.trimStart().length;
    const end = number === last ? place.endColumn - 1 : line.trimEnd().length;
    const before = show(line.slice(0, start));
    const range = show(line.slice(start, Math.max(start, end)));
    const skip = columnsOf(before) + Math.min(columnsOf(range), 20) > room ? Math.max(0, before.length - 8) : 0;
    const dots = skip > 0 ? terminal.text("…") : "";
    const text = fit(dots + show(line).slice(skip), room, terminal);
    const from = columnsOf(dots + before.slice(skip));
    const mark = marked ? { from, to: Math.min(from + columnsOf(range), room) } : null;
    return [{ number, text, mark }];
  });
}

/** At most `room` columns of a line, and an ellipsis for the rest. */
function fit(text: string, room: number, terminal: Terminal): string {
  if (columnsOf(text) <= room) return text;
  const dots = terminal.text("…");
  let out = "";
  let columns = columnsOf(dots);
  for (const character of text) {
    columns += columnsOf(character);
    if (columns > room) break;
    out += character;
  }
  return out + dots;
}
