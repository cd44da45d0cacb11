import type { Fault } from "./faults.ts";

const status = (code: number, when: "before" | "after", message?: string, headers?: Record<string, string>): Fault => ({
  kind: "status",
  when,
  status: code,
  ...(message === undefined ? {} : { message }),
  ...(headers === undefined ? {} : { headers }),
});

const WAIT = { "retry-after": "1" };
const LIMITED = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";

/** Faults that pass: what is asked for goes well all the same. */
export const PASSING: Readonly<Record<string, Fault>> = {
  "500 before the effect": status(500, "before"),
  "500 after the effect": status(500, "after"),
  "502 before the effect": status(502, "before"),
  "502 after the effect": status(502, "after"),
  "reset before the effect": { kind: "reset", when: "before" },
  "reset after the effect": { kind: "reset", when: "after" },
  "slow answer": { kind: "delay", milliseconds: 50 },
  "429 with retry-after": status(429, "before", "Too many requests", WAIT),
  "secondary limit with retry-after": status(403, "before", LIMITED, WAIT),
  "422 by length": status(422, "before", "Validation Failed: Body is too long (maximum is 65536 characters)"),
  "stale read": { kind: "stale" },
};

/** An answer that comes so late, in milliseconds, that nobody waits for it; its effect is there long before. */
export const lateAnswer = (milliseconds: number): Fault => ({ kind: "delay", milliseconds, effect: "after" });

/** Faults by which GitHub refuses what is asked for. */
export const REFUSALS: Readonly<Record<string, Fault>> = {
  "401": status(401, "before", "Bad credentials"),
  "403 by missing scope": status(403, "before", "Resource not accessible by integration"),
  "404": status(404, "before", "Not Found"),
};
