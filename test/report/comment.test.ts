import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Review } from "../../src/model/review.ts";
import { renderComment } from "../../src/report/comment.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { detailsBalance, parseMarkdown, smuggled, smuggledIn } from "./github-markdown.ts";
import { expectGolden } from "./golden.ts";
import { randomReview, SECRET } from "./random-review.ts";
import { sampleLinks, sampleReview } from "./sample-review.ts";

const isOwn = (address: string): boolean =>
  address.startsWith("https://github.com/acme/flows/") || address.startsWith("https://windsock.example/docs/rules/");

const limit = fc.oneof(fc.constantFrom(900, 65_536), fc.integer({ min: 900, max: 20_000 }));

describe("the comment", () => {
  for (const size of [900, 10_000, 65_536]) {
    test(`of the sample in ${size} characters`, () => {
      const comment = renderComment(sampleReview(), { limit: size, links: sampleLinks });
      expect(comment.length).toBeLessThanOrEqual(size);
      expectGolden(`comment-${size}.md`, comment);
    });
  }

  test("never exceeds its limit, is balanced, lets nothing through, and is the same twice", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(randomReview(), limit, (review, size) => {
        const comment = renderComment(review, { limit: size, links: sampleLinks });
        expect(comment.length).toBeLessThanOrEqual(size);
        const root = parseMarkdown(comment);
        const { opened, closed } = detailsBalance(root);
        expect(opened).toBe(closed);
        expect(smuggledIn(root, isOwn)).toEqual([]);
        expect(comment).not.toContain(SECRET);
        expect(renderComment(structuredClone(review), { limit: size, links: sampleLinks })).toBe(comment);
      }),
      { numRuns: 60 },
    );
  });
});

test("the summary holds what the comment holds, within its bytes", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(randomReview(2), (review: Review) => {
      const summary = renderSummary(review, { links: sampleLinks, limit: 30_000 });
      expect(new TextEncoder().encode(summary).length).toBeLessThanOrEqual(30_000);
      expect(smuggled(summary, isOwn)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});
