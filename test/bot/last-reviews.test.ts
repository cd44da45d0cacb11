import { expect, test } from "vitest";
import { lastReviewed } from "../../src/bot/last-reviews.ts";

const commit = (n: number): string => `${n}`.repeat(40);
const review = (login: string, n: number, state = "COMMENTED", type = "User") => ({
  user: { login, type },
  state,
  commit_id: commit(n),
});

test("the last review of each person counts, the latest first, and people of one commit stand together", () => {
  const reviews = [
    review("ada", 1),
    review("bob", 2, "APPROVED"),
    review("eve", 1),
    review("ada", 2, "CHANGES_REQUESTED"),
  ];
  expect(lastReviewed(reviews, "author", commit(9))).toEqual([
    { commit: commit(2), reviewers: ["ada", "bob"] },
    { commit: commit(1), reviewers: ["eve"] },
  ]);
});

test("the author's answers, Apps, reviews that are being written, and reviews of the newest commit do not count", () => {
  const reviews = [
    review("author", 1),
    review("helper[bot]", 1, "COMMENTED", "Bot"),
    review("ada", 1, "PENDING"),
    review("bob", 1),
    review("bob", 9, "APPROVED"),
    { user: null, state: "COMMENTED", commit_id: commit(1) },
    { user: { login: "eve", type: "User" }, state: "COMMENTED", commit_id: null },
  ];
  expect(lastReviewed(reviews, "author", commit(9))).toEqual([]);
});

test("only the last three commits are compared", () => {
  const reviews = [1, 2, 3, 4].map((n) => review(`person-${n}`, n));
  expect(lastReviewed(reviews, "author", commit(9)).map((one) => one.commit)).toEqual([4, 3, 2].map(commit));
});
