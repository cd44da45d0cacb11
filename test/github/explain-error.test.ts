import { expect, test } from "vitest";
import { explainError } from "../../src/github/explain-error.ts";

const attempt = { action: "comment on the pull request", permission: "pull-requests: write" };
const http = (status: number, message = "No") => Object.assign(new Error(message), { status });

test.each([
  [
    "a missing permission",
    http(403, "Resource not accessible by integration"),
    false,
    /Give the job `permissions: pull-requests: write`/,
  ],
  ["a hidden repository", http(404), false, /`permissions: pull-requests: write`/],
  [
    "GraphQL's own refusal",
    Object.assign(new Error("No"), { errors: [{ type: "FORBIDDEN" }] }),
    false,
    /`permissions: pull/,
  ],
  ["a fork", http(403), true, /fork gets a read-only token.*`pull_request_target`/],
  ["an unknown token", http(401), false, /`github-token`/],
  ["a used up limit", http(403, "API rate limit exceeded"), true, /rate limit.*later/],
  ["too many requests", http(429), false, /rate limit.*later/],
  ["a failing server", http(502, "Bad Gateway"), false, /did not answer \(Bad Gateway\)/],
  ["anything else", new Error("odd"), false, /odd\. The report is in the job summary\.$/],
])("%s gets one line with what to do", (_, error, fork, expected) => {
  const line = explainError(error, attempt, fork);
  expect(line).toMatch(expected);
  expect(line).toMatch(/^Windsock could not comment on the pull request: /);
});

test("the words of a server cannot break the line", () => {
  expect(explainError(http(500, "a\r\n::error::b\u2028c"), attempt, false)).not.toMatch(/[\r\n\u2028]/);
});
