import { expect, test } from "vitest";
import { rateLimitEnd } from "../../src/github/rate-limit.ts";

const NOW = Date.UTC(2026, 0, 15, 12);

test.each([
  [403, { "retry-after": "30" }, "", 30_000],
  [429, {}, "", 60_000],
  [403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(NOW / 1000 + 90) }, "", 90_000],
  [403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(NOW / 1000 + 900_000) }, "", 3_600_000],
  [403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1" }, "", 1000],
  [403, {}, "You have exceeded a secondary rate limit.", 60_000],
  [403, { "x-ratelimit-remaining": "4000" }, "Resource not accessible by integration", null],
  [500, { "retry-after": "30" }, "", null],
])("a rate limit ends when GitHub says: %i %j %s", (status, headers, message, wait) => {
  const error = Object.assign(new Error(message), { status, response: { headers } });
  const end = rateLimitEnd(error, NOW);
  expect(end === null ? null : end - NOW).toBe(wait);
});
