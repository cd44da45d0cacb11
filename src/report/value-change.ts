import { diffLines } from "diff";
import type { FieldChange } from "../model/change.ts";
import type { Value } from "../model/value.ts";
import { MASK, maskCommand } from "./mask.ts";
import { code, type Rich } from "./rich.ts";
import { SCHEDULE_KEYS, scheduleInWords } from "./schedule-text.ts";
import { valueText } from "./value-text.ts";

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
  if (!from || !to) return [name, " changed"];
  const [before, after] = whereTheyDiffer(from, to);
  const [old, fresh] = [valueText(before, path), valueText(after, path)];
  if (old === fresh) return [name, old.includes(MASK) ? " changed (value hidden)" : " changed"];
  return [name, " ", code(old), " → ", code(fresh)];
}

/** Characters of a long text that stay on each side of what differs. */
const AROUND = 20;

/** Two long texts of one line cut down to where they differ, after their secrets are hidden; other values as they are. */
function whereTheyDiffer(from: Value, to: Value): [Value, Value] {
  if (from.t !== "str" || to.t !== "str" || Math.max(from.v.length, to.v.length) < 3 * AROUND) return [from, to];
  const [before, after] = [Array.from(maskCommand(from.v)), Array.from(maskCommand(to.v))];
  if (before.join("") === after.join("")) {
    const hidden: Value = { t: "str", v: MASK };
    return [hidden, hidden];
  }
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const part = (characters: readonly string[]): Value => {
    const [first, last] = [start - AROUND, characters.length - end + AROUND];
    const middle = characters.slice(Math.max(0, first), last).join("");
    return { t: "str", v: `${first > 0 ? "…" : ""}${middle}${last < characters.length ? "…" : ""}` };
  };
  return [part(before), part(after)];
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
