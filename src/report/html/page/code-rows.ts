import type { PageFile } from "../page-data.ts";
import type { Mode } from "./visible-graph.ts";

/** One line of code as shown: its number in each version (`null`: not there). */
export interface CodeRow {
  readonly base: number | null;
  readonly head: number | null;
  readonly text: string;
}

/** The lines of a file in a mode: one version, or both with what is gone before what is new. */
export function codeRows(file: PageFile, texts: readonly string[], mode: Mode): CodeRow[] {
  const read = (index: number | null): string[] => (index === null ? [] : (texts[index] ?? "").split("\n"));
  const [base, head] = [read(file.base), read(file.head)];
  const [removed, added] = [new Set(file.removed), new Set(file.added)];
  const rows: CodeRow[] = [];
  let [old, now] = [1, 1];
  if (file.head === null || file.base === null) {
    const side = file.head === null ? "base" : "head";
    if (mode === (side === "base" ? "after" : "before")) return [];
    return (side === "base" ? base : head).map((text, at) => ({
      base: side === "base" ? at + 1 : null,
      head: side === "head" ? at + 1 : null,
      text,
    }));
  }
  while (old <= base.length || now <= head.length) {
    if (removed.has(old) && old <= base.length) rows.push({ base: old, head: null, text: base[old++ - 1] ?? "" });
    else if (added.has(now) && now <= head.length) rows.push({ base: null, head: now, text: head[now++ - 1] ?? "" });
    else {
      const there = { base: old <= base.length ? old : null, head: now <= head.length ? now : null };
      rows.push({ ...there, text: head[now - 1] ?? base[old - 1] ?? "" });
      old++;
      now++;
    }
  }
  if (mode === "both") return rows;
  return rows.filter((row) => row[mode === "before" ? "base" : "head"] !== null);
}

/** Ranges of line numbers, inclusive, by version. */
export type Ranges = Readonly<Record<"base" | "head", readonly (readonly [number, number])[]>>;

const CONTEXT = 3;

/** The rows in some ranges with a few lines around, in pieces where lines between them are left out. */
export function rowsIn(rows: readonly CodeRow[], ranges: Ranges): CodeRow[][] {
  const near = new Set<number>();
  rows.forEach((row, at) => {
    const inside = (["base", "head"] as const).some((side) => {
      const number = row[side];
      return number !== null && ranges[side].some(([from, to]) => number >= from && number <= to);
    });
    if (inside) for (let beside = at - CONTEXT; beside <= at + CONTEXT; beside++) near.add(beside);
  });
  const pieces: CodeRow[][] = [];
  let last = -2;
  rows.forEach((row, at) => {
    if (!near.has(at)) return;
    const piece = pieces.at(-1);
    if (piece && last === at - 1) piece.push(row);
    else pieces.push([row]);
    last = at;
  });
  return pieces;
}
