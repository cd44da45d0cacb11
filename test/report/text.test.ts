import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsOf } from "../../src/report/terminal-style.ts";
import { stripped } from "../../src/report/terminal-wrap.ts";
import { renderText } from "../../src/report/text.ts";
import { expectGolden } from "./golden.ts";
import { randomReview, runs, SECRET } from "./random-review.ts";
import { sampleReview } from "./sample-review.ts";

describe("the terminal report of the sample", () => {
  test("with colours and Unicode", () => {
    expectGolden("terminal-color.txt", renderText(sampleReview(), { color: true, width: 100, unicode: true }));
  });

  test("without colours", () => {
    expectGolden("terminal.txt", renderText(sampleReview(), { color: false, width: 100, unicode: true }));
  });

  test("narrow and in ASCII", () => {
    expectGolden("terminal-narrow-ascii.txt", renderText(sampleReview(), { color: false, width: 50, unicode: false }));
  });

  test("says the same with colours and without, but for the backticks", () => {
    const colored = stripped(renderText(sampleReview(), { color: true, width: 400, unicode: true }));
    const plain = renderText(sampleReview(), { color: false, width: 400, unicode: true });
    expect(colored.replaceAll("`", "")).toBe(plain.replaceAll("`", ""));
  });
});

test("no control character comes through, and ASCII is ASCII", { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(randomReview(3), fc.integer({ min: 20, max: 150 }), (review, width) => {
      const text = renderText(review, { color: false, width, unicode: true });
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      expect(stripped(renderText(review, { color: true, width, unicode: true }))).not.toContain("\u001b");
      expect(text).not.toContain(SECRET);
      expect(renderText(review, { color: false, width, unicode: false })).toMatch(/^[\n\x20-\x7e]*$/);
      expect(renderText(structuredClone(review), { color: false, width, unicode: true })).toBe(text);
    }),
    runs(40),
  );
});

test("sentences keep to the width", () => {
  const lines = renderText(sampleReview(), { color: false, width: 60, unicode: true }).split("\n");
  expect(lines.filter((line) => columnsOf(line) > 60)).toEqual([]);
});
