import fc from "fast-check";
import { expect, test } from "vitest";
import { fill, type Leaf, type Node, step } from "../../src/report/budget.ts";

const leaf = (what: string, rank: number, ...texts: string[]): Leaf => ({
  what,
  steps: texts.map((text, at) => step(rank + 10 * at, () => text)),
});
const list = (...children: Node[]): Node => ({ open: "<", close: ">", inOrder: true, children });

test("what is more important is filled first, wherever it stands", () => {
  expect(fill([leaf("a", 2, "aaaa"), leaf("b", 1, "bbbb")], 5).text).toBe("bbbb");
});

test("a longer version comes in place of the short one when there is room", () => {
  const nodes = [leaf("a", 1, "a", "aaa"), leaf("b", 2, "b", "bbb")];
  expect(fill(nodes, 2).text).toBe("ab");
  expect(fill(nodes, 4).text).toBe("aaab");
  expect(fill(nodes, 6).text).toBe("aaabbb");
});

test("a section opens only with a piece, and a list has no holes", () => {
  const nodes = [list(leaf("x", 1, "1"), leaf("x", 1, "2222"), leaf("x", 1, "3"))];
  expect(fill(nodes, 2)).toEqual({ text: "", leftOut: new Map([["x", 3]]) });
  expect(fill(nodes, 5)).toEqual({ text: "<1>", leftOut: new Map([["x", 2]]) });
  expect(fill(nodes, 8)).toEqual({ text: "<12222 3>".replace(" ", ""), leftOut: new Map() });
});

test("never more than the limit, and what is not there is counted", () => {
  const leaves = fc.record({ rank: fc.nat(5), lengths: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }) });
  fc.assert(
    fc.property(fc.array(fc.array(leaves, { maxLength: 4 }), { maxLength: 4 }), fc.nat(60), (lists, limit) => {
      const texts = (lengths: readonly number[]): string[] =>
        [...lengths].sort((a, b) => a - b).map((length) => `{${"x".repeat(length)}`);
      const nodes = lists.map((items) => list(...items.map(({ rank, lengths }) => leaf("x", rank, ...texts(lengths)))));
      const { text, leftOut } = fill(nodes, limit);
      const total = lists.reduce((sum, items) => sum + items.length, 0);
      expect(text.length).toBeLessThanOrEqual(limit);
      expect(text.split("{").length - 1 + (leftOut.get("x") ?? 0)).toBe(total);
      const whole = fill(nodes, 100_000);
      expect(text === whole.text).toBe(whole.text.length <= limit);
    }),
  );
});
