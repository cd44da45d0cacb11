import { headerOf, reason, statusOf } from "./explain-error.ts";

/** Milliseconds to wait where GitHub names no time (https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api). */
const MINUTE = 60_000;

/** No limit of GitHub lasts longer than an hour: a clock that is wrong does not stop the work for days. */
const LONGEST = 3_600_000;

/**
 * When a rate limit of GitHub ends that made a request fail, in milliseconds since 1970: as `retry-after` or
 * `x-ratelimit-reset` say, at least a second and at most an hour from `now`. `null`: the request failed for another reason.
 */
export function rateLimitEnd(error: unknown, now: number): number | null {
  const status = statusOf(error);
  if (status !== 403 && status !== 429) return null;
  const header = (name: string): number => headerOf(error, name);
  const within = (at: number): number => Math.min(Math.max(at, now + 1000), now + LONGEST);
  const wait = header("retry-after");
  if (Number.isFinite(wait)) return within(now + wait * 1000);
  const reset = header("x-ratelimit-reset");
  if (header("x-ratelimit-remaining") === 0) return within(Number.isFinite(reset) ? reset * 1000 : now + MINUTE);
  return status === 429 || /rate limit/i.test(reason(error)) ? now + MINUTE : null;
}
