import fc from "fast-check";
import { expect, test } from "vitest";
import { mapBranchLines, matchLines } from "../../src/github/branch-lines.ts";
import { asPath } from "../../src/model/path.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

const lines = (...texts: string[]): string => texts.join("\n");

test("lines that others added above do not count in the branch", async () => {
  const path = asPath("a.yml");
  const merged = memorySnapshot({ "a.yml": lines("theirs", "one", "two"), "same.yml": "x", "theirs.yml": "y" });
  const branch = memorySnapshot({ "a.yml": lines("one", "two"), "same.yml": "x" });
  const texts = new Map([
    [path, lines("theirs", "one", "two")],
    [asPath("same.yml"), "x"],
    [asPath("theirs.yml"), "y"],
  ]);
  const map = await mapBranchLines(merged, branch, texts);
  expect([1, 2, 3].map((line) => map.lineOf(path, line))).toEqual([1, 1, 2]);
  expect(map.lineOf(asPath("same.yml"), 9)).toBe(9);
  expect(map.lineOf(asPath("theirs.yml"), 1)).toBeNull();
});

test("every line of the merged text has a line of the branch's text, in order", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", "c", ""), { minLength: 1, maxLength: 12 })
    .map((parts) => lines(...parts));
  fc.assert(
    fc.property(text, text, (from, to) => {
      const table = matchLines(from, to) ?? [];
      const [sources, targets] = [from.split("\n"), to.split("\n")];
      expect(table).toHaveLength(sources.length);
      expect([...table].sort((a, b) => a - b)).toEqual(table);
      for (const line of table) expect(line >= 1 && line <= targets.length).toBe(true);
    }),
  );
});

test("the same text maps every line to itself", () => {
  expect(matchLines(lines("a", "b", "c"), lines("a", "b", "c"))).toEqual([1, 2, 3]);
});

test("texts that differ too much are not matched", () => {
  const many = (word: string): string => lines(...Array.from({ length: 3000 }, (_, n) => `${word}${n}`));
  expect(matchLines(many("a"), many("b"))).toBeNull();
});
