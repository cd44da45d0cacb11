import { diffLines } from "diff";
import type { FieldChange } from "../model/change.ts";
import type { Value } from "../model/value.ts";
import { code, type Rich } from "./rich.ts";
import { SCHEDULE_KEYS, scheduleInWords } from "./schedule-text.ts";
import { isHidden, valueText } from "./value-text.ts";

/** Texts of several lines are counted, not shown. */
const isLong = (value: Value | null): boolean => value?.t === "str" && (value.v.includes("\n") || value.v.length > 120);

/** `+3 −1 lines`; `null` where only line ends differ, or `null` where the texts are too different to count in bounded work. */
function lineCounts(from: string, to: string): string | null {
  const parts = diffLines(from.endsWith("\n") ? from : `${from}\n`, to.endsWith("\n") ? to : `${to}\n`, {
    maxEditLength: 2000,
  });
  if (!parts) return null;
  const added = parts.reduce((sum, part) => sum + (part.added ? part.count : 0), 0);
  const removed = parts.reduce((sum, part) => sum + (part.removed ? part.count : 0), 0);
  const counts = [added > 0 ? `+${added}` : "", removed > 0 ? `−${removed}` : ""].filter((count) => count !== "");
  return counts.length === 0 ? null : `${counts.join(" ")} ${added + removed === 1 ? "line" : "lines"}`;
}

/** One changed value in words: `retries 1 → 3`, `sql changed, +3 −1 lines`, a schedule with its meaning; a secret only as changed. */
export function fieldInWords({ path, from, to }: FieldChange): Rich {
  const name = code(path);
  if (isHidden(path) && from && to && valueText(from, path) === valueText(to, path))
    return [name, " changed (value hidden)"];
  if (SCHEDULE_KEYS.has(path)) return [name, " ", ...scheduleChange(from, to)];
  if (isLong(from) || isLong(to)) {
    const before = from?.t === "str" ? from.v : "";
    const after = to?.t === "str" ? to.v : "";
    const lines = lineCounts(before, after);
    const verb = from === null ? "added" : to === null ? "removed" : "changed";
    return [name, ` ${verb}`, lines === null || !from || !to ? "" : `, ${lines}`].filter((part) => part !== "");
  }
  if (!from && to) return [name, " set to ", code(valueText(to, path))];
  if (from && !to) return [name, " no longer set (was ", code(valueText(from, path)), ")"];
  return from && to ? [name, " ", code(valueText(from, path)), " → ", code(valueText(to, path))] : [name, " changed"];
}

/** `every day at 02:00 → every hour (0 2 * * * → 0 * * * *)`. */
function scheduleChange(from: Value | null, to: Value | null): Rich {
  const words = (value: Value | null): Rich => (value ? scheduleInWords(value) : ["not set"]);
  const raw = (value: Value | null): Rich => (value?.t === "str" ? [code(value.v)] : []);
  const codes = [raw(from), raw(to)].filter((one) => one.length > 0);
  const plain = (rich: Rich): boolean => rich.length === 1 && typeof rich[0] === "string";
  const exact = plain(words(from)) || plain(words(to)) ? codes : [];
  return [
    ...words(from),
    " → ",
    ...words(to),
    ...(exact.length === 2 ? [" (", ...(exact[0] ?? []), " → ", ...(exact[1] ?? []), ")"] : []),
  ];
}
