import { expect, test } from "vitest";
import { renderComment } from "../../src/report/comment.ts";
import { expectGolden } from "./golden.ts";
import { sampleLinks, sampleReview } from "./sample-review.ts";

for (const limit of [900, 10_000, 65_536]) {
  test(`the sample's comment in ${limit} characters`, () => {
    const comment = renderComment(sampleReview(), { limit, links: sampleLinks });
    expect(comment.length).toBeLessThanOrEqual(limit);
    expectGolden(`comment-${limit}.md`, comment);
  });
}
