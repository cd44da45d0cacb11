import fc from "fast-check";
import { expect, test } from "vitest";
import { nearest } from "../../src/config/nearest.ts";

test.each([
  ["gates", ["gate", "rules"], "gate"],
  ["load_order", ["load_orders", "report"], "load_orders"],
  ["CLEAN", ["clean", "load"], "clean"],
  ["claen", ["clean", "plan"], "clean"],
  ["a", ["b", "c"], null],
  ["report", ["extract", "load"], null],
  ["", ["abc"], null],
])("%s of %j is %s", (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

test("a word is nearest to itself, and the answer is one of the candidates, in whatever order they come", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.array(fc.string()), (word, candidates) => {
      expect(nearest(word, [...candidates, word])?.toLowerCase()).toBe(word.toLowerCase());
      const found = nearest(word, candidates);
      expect(found === null || candidates.includes(found)).toBe(true);
      expect(nearest(word, [...candidates].reverse())).toBe(found);
    }),
  );
});

/** Optimal string alignment by its definition, without any shortcut. */
function alignment(a: string, b: string): number {
  const known = new Map<string, number>();
  const steps = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j;
    const key = `${i},${j}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const same = a[i - 1] === b[j - 1] ? 0 : 1;
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const least = Math.min(
      steps(i - 1, j) + 1,
      steps(i, j - 1) + 1,
      steps(i - 1, j - 1) + same,
      swapped ? steps(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
    );
    known.set(key, least);
    return least;
  };
  return steps(a.length, b.length);
}

test("what is near is what few letters away means", () => {
  const words = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(words, words, (word, other) => {
      const most = Math.min(3, Math.max(1, Math.floor(word.length / 3)), word.length - 1);
      expect(nearest(word, [other])).toBe(alignment(word, other) <= most ? other : null);
    }),
    { numRuns: 500 },
  );
});
