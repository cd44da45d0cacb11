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
