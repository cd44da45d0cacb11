import fc from "fast-check";
import { expect, test } from "vitest";
import { matchesPattern } from "../../src/check/match-pattern.ts";

test.each([
  ["legacy_orders", "legacy_*", true],
  ["orders", "legacy_*", false],
  ["a_b_c", "*_b_*", true],
  ["ab", "a?", true],
  ["a", "a?", false],
  ["", "*", true],
])("%s against %s is %s", (text, pattern, expected) => {
  expect(matchesPattern(text, pattern)).toBe(expected);
});

test("agrees with a regular expression of the same meaning", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 8 });
  const words = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 });
  fc.assert(
    fc.property(words, letters, (text, pattern) => {
      const regexp = new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`);
      expect(matchesPattern(text, pattern)).toBe(regexp.test(text));
    }),
  );
});
