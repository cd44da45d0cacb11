import { parser } from "@lezer/python";
import type { Module, Range } from "./ast.ts";
import { readStatements } from "./read-statement.ts";
import { repairText } from "./repair.ts";
import { childrenOf, type Reading } from "./tree.ts";

/**
 * Reads Python text without running it. Never throws: what cannot be read is `unread`, and the rest is still there.
 * Offsets count in `source` as given, byte order mark and CR included. It does not judge whether Python accepts the text.
 */
export function readPython(source: string): Module {
  const marked = source.startsWith("\ufeff") ? `\n${source.slice(1)}` : source;
  const plain = read(marked);
  if (plain.unread.length === 0) return { source, ...plain };
  const repaired = repairText(marked);
  const better = repaired === marked ? plain : read(repaired);
  return { source, ...(better.unread.length < plain.unread.length ? better : plain) };
}

function read(text: string): Omit<Module, "source"> {
  const tree = parser.parse(text);
  const reading: Reading = { text, unread: [], depth: 0 };
  const body = readStatements(reading, childrenOf(tree.topNode));
  const unread: Range[] = [];
  for (const range of reading.unread.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = unread.at(-1);
    if (!last || range.end > last.end) unread.push(range);
  }
  return { body, unread };
}
