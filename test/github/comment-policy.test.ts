import { expect, test } from "vitest";
import { COMMENT_WHEN, isWorthAComment } from "../../src/github/comment-policy.ts";
import { printable } from "../../src/github/conclude.ts";
import { notesInMarkdown, notesOf } from "../../src/github/notes.ts";
import type { Review } from "../../src/model/review.ts";

const review = (findings: readonly { state: string; gates: boolean }[], kinds: readonly string[]): Review =>
  ({ findings, changes: kinds.map((kind) => ({ kind })) }) as unknown as Review;

const NEW = { state: "new", gates: false };
const OLD = { state: "existing", gates: false };

test.each([
  ["nothing", review([], ["unchanged"]), ["always"]],
  ["findings that were there before", review([OLD], ["unchanged"]), ["always"]],
  ["a changed DAG", review([OLD], ["unchanged", "changed"]), ["changes", "always"]],
  ["a DAG that waits for a changed one", review([], ["affected"]), ["changes", "always"]],
  ["a new finding", review([NEW], ["unchanged"]), ["changes", "always", "findings"]],
  ["an old finding that gates", review([{ ...OLD, gates: true }], []), ["changes", "always", "findings"]],
])("%s is worth a comment under the right words", (_, given, words) => {
  expect(COMMENT_WHEN.filter((when) => isWorthAComment(given, when)).sort()).toEqual([...words].sort());
});

test("a line of the log is one line and no command", () => {
  expect(printable("a\n::error::b\r\u001b[31m##[add-path]/x\u2028c")).toBe("a ::error::b [31m## [add-path]/x c");
});

test("notes are said only where there is something to say", () => {
  expect(notesInMarkdown(notesOf({ compared: "merge", configChanges: false, commit: null, movedByBase: [] }))).toBe("");
  expect(notesOf({ compared: "branch", configChanges: true, commit: null, movedByBase: [] })).toHaveLength(2);
});
