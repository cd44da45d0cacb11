import { structuredPatch } from "diff";
import type { Path } from "../../model/path.ts";
import { visibleLine } from "../visible.ts";
import type { PageFile } from "./page-data.ts";

/** One file in both versions: as it is, to be compared, and as it may be shown, line by line. `null`: not there. */
export interface TwoTexts {
  readonly raw: { readonly base: string | null; readonly head: string | null };
  readonly shown: { readonly base: readonly string[]; readonly head: readonly string[] };
}

/** Collects the files that a page shows, each file and each text once. */
export interface FilePool {
  /** The index of a file; `read` is called at its first mention only. */
  index(kind: "source" | "python", path: Path, read: () => TwoTexts): number;
  readonly files: readonly PageFile[];
  readonly texts: readonly string[];
}

/** More edits than this are not looked for: the work grows with their square. */
const MOST_EDITS = 2000;

/** An empty pool. */
export function createFilePool(): FilePool {
  const files: PageFile[] = [];
  const texts: string[] = [];
  const byText = new Map<string, number>();
  const byPath = new Map<string, number>();
  const textIndex = (shown: readonly string[]): number => {
    const text = shown.map((line) => visibleLine(line.replaceAll("\t", "    "))).join("\n");
    const known = byText.get(text);
    if (known !== undefined) return known;
    byText.set(text, texts.length);
    return texts.push(text) - 1;
  };
  return {
    files,
    texts,
    index(kind, path, read) {
      const key = `${kind} ${path}`;
      const known = byPath.get(key);
      if (known !== undefined) return known;
      byPath.set(key, files.length);
      const { raw, shown } = read();
      const { removed, added } = changedLines(raw.base, raw.head);
      return (
        files.push({
          path: visibleLine(path),
          base: raw.base === null ? null : textIndex(shown.base),
          head: raw.head === null ? null : textIndex(shown.head),
          removed,
          added,
        }) - 1
      );
    },
  };
}

/** Numbers of the lines that one version alone has; none where a version is missing, or they differ too much to compare. */
function changedLines(base: string | null, head: string | null): { removed: number[]; added: number[] } {
  const removed: number[] = [];
  const added: number[] = [];
  if (base === null || head === null || base === head) return { removed, added };
  const patch = structuredPatch("a", "b", base, head, undefined, undefined, { context: 0, maxEditLength: MOST_EDITS });
  for (const hunk of patch?.hunks ?? []) {
    // A hunk without lines on one side names the line before it.
    for (let at = 0; at < hunk.oldLines; at++) removed.push(hunk.oldStart + at);
    for (let at = 0; at < hunk.newLines; at++) added.push(hunk.newStart + at);
  }
  return { removed, added };
}
