import type { ReviewedFinding } from "../model/finding.ts";
import { maskMessage, maskYaml } from "./mask.ts";
import { type Rich, richOf } from "./rich.ts";
import { shorten, visibleLine } from "./visible.ts";

/** The words of a finding, ready for every report: secrets hidden. */
export interface FindingText {
  /** The whole message. */
  readonly message: Rich;
  /** The message's first clause, without its full stop or colon. */
  readonly headline: Rich;
  /** The rest of the message; may be empty. */
  readonly rest: Rich;
  readonly advice: readonly AdvicePart[];
}

export type AdvicePart = { readonly t: "sentence"; readonly of: Rich } | { readonly t: "lines"; readonly text: string };

/** A headline is not shorter than this. */
const SHORTEST = 12;

/** Offset after the first clause: a full stop, colon or semicolon and a space, outside of backticks. */
function endOfClause(message: string): number {
  let inCode = false;
  for (let at = 0; at < message.length; at++) {
    const here = message.charAt(at);
    if (here === "`") inCode = !inCode;
    if (!inCode && at >= SHORTEST && ".:;".includes(here) && message.charAt(at + 1) === " ") return at + 1;
  }
  return message.length;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The words of a finding; with `limit`, the message is shortened to that many code points. */
export function findingText({ message, advice, rule }: ReviewedFinding, limit = 4000): FindingText {
  const whole = shorten(maskMessage(visibleLine(message)).trim() || rule, limit);
  const end = endOfClause(whole);
  return {
    message: richOf(whole),
    headline: richOf(whole.slice(0, end).replace(/[.:;]$/, "")),
    rest: richOf(capital(whole.slice(end).trim())),
    advice: adviceParts(advice ?? ""),
  };
}

/** Sentences, and the lines to paste that follow a line with a colon at its end, up to an empty line. */
function adviceParts(advice: string): AdvicePart[] {
  const parts: AdvicePart[] = [];
  let pasted: string[] | null = null;
  const flush = (): void => {
    if (pasted && pasted.length > 0) parts.push({ t: "lines", text: maskYaml(pasted.join("\n")) });
    pasted = null;
  };
  for (const line of advice.split(/\r\n|\r|\n/)) {
    if (pasted && line.trim() !== "") {
      pasted.push(line);
      continue;
    }
    flush();
    if (line.trim() === "") continue;
    parts.push({ t: "sentence", of: richOf(maskMessage(line.trim())) });
    if (line.trimEnd().endsWith(":")) pasted = [];
  }
  flush();
  return parts;
}
