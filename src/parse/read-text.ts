import type { Path } from "../model/path.ts";
import type { Problem } from "../model/problem.ts";
import type { Content } from "../model/snapshot.ts";
import { decodeText } from "../snapshot/text.ts";

/** The text of a file, or why it cannot be had. */
export type ReadText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: Problem };

/** Decodes a file as Python's `open()` does in a UTF-8 locale. */
export function readText(file: Path, content: Content): ReadText {
  const at = { file, start: 0, end: 0 };
  if (!content.ok) return { ok: false, problem: { kind: "unreadable-file", at, why: content.why } };
  const decoded = decodeText(content.bytes);
  if (decoded.ok) return decoded;
  return { ok: false, problem: { kind: "unreadable-file", at, why: "not-utf8", byte: decoded.byte } };
}
