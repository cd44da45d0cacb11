import { markdown, paragraph } from "./escape.ts";
import type { Rich } from "./rich.ts";
import { type TerminalOptions, terminalOf } from "./terminal-style.ts";
import { wrap } from "./terminal-wrap.ts";

/** An answer in words: a first line, and lists with titles. */
export interface Told {
  readonly first: Rich;
  readonly lists: readonly { readonly title: string; readonly lines: readonly Rich[] }[];
}

/** Lines of one list that are shown; more are counted. */
const MOST_LINES = 60;

/** An answer as Markdown. Ends in a newline. */
export function toldMarkdown({ first, lists }: Told, most = MOST_LINES): string {
  const blocks = lists
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => {
      const items = lines.slice(0, most).map((line) => `- ${markdown(line)}`);
      return [`${title}:`, "", ...items, ...restOf(lines, most).map((rest) => `- ${rest}`)].join("\n");
    });
  return `${[paragraph(first), ...blocks].join("\n\n")}\n`;
}

/** An answer for a terminal. Ends in a newline. */
export function toldText({ first, lists }: Told, options: TerminalOptions, most = MOST_LINES): string {
  const terminal = terminalOf(options);
  const bullet = `  ${terminal.text("•")} `;
  const blocks = lists
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => [
      terminal.paint(`${title}:`, "bold"),
      ...lines.slice(0, most).flatMap((line) => wrap(line, terminal, { first: bullet })),
      ...restOf(lines, most).map((rest) => `${bullet}${terminal.text(rest)}`),
    ]);
  const all = [wrap(first, terminal, { first: "" }), ...blocks];
  return `${all.map((lines) => lines.map((line) => line.trimEnd()).join("\n")).join("\n\n")}\n`;
}

const restOf = (lines: readonly Rich[], most: number): string[] =>
  lines.length > most ? [`and ${lines.length - most} more`] : [];
