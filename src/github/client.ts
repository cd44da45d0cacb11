import { setTimeout } from "node:timers/promises";
import { defaults } from "@actions/github/lib/utils";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Octokit } from "@octokit/rest";
import Bottleneck from "bottleneck/light.js";
import { PACE, type Pace } from "./pace.ts";

/** GitHub's API for one token. */
export type Client = Octokit;

/** One repository of one server. */
export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

/** The longest wait, in seconds, that GitHub may ask for: a job should not sit and wait for an hour. */
const LONGEST_WAIT = 90;

/** How often a request that met a rate limit is tried again. */
const LIMIT_RETRIES = 2;

/** The toolkit's `fetch` goes through the runner's proxy, where there is one; Node's own does not. */
export const throughProxy: typeof fetch = defaults.request?.fetch ?? fetch;

const Extended = Octokit.plugin(retry, throttling);

/**
 * A client for `apiUrl` (GITHUB_API_URL). Failing servers, broken connections and rate limits are met with bounded
 * retries (three on failures, after 1, 4 and 9 seconds; two on limits); a request that still fails is thrown. `deadline`
 * ends all of it.
 */
export function createClient(options: {
  readonly token: string;
  readonly apiUrl: string;
  readonly userAgent: string;
  readonly deadline: AbortSignal;
  readonly pace?: Pace;
  /** The longest wait for a rate limit, in seconds; a longer one is thrown at once. */
  readonly longestWait?: number;
}): Client {
  const { pace = PACE, longestWait = LONGEST_WAIT } = options;
  const retryAfterBaseValue = pace.second;
  const onLimit = (seconds: number, _request: unknown, _client: unknown, tried: number): boolean =>
    tried < LIMIT_RETRIES && seconds <= longestWait;
  return new Extended({
    auth: options.token,
    baseUrl: options.apiUrl,
    userAgent: options.userAgent,
    log: { debug: silent, info: silent, warn: silent, error: silent },
    retry: { retryAfterBaseValue },
    throttle: {
      onRateLimit: onLimit,
      onSecondaryRateLimit: onLimit,
      write: atOnce,
      notifications: atOnce,
      retryAfterBaseValue,
    },
    request: {
      fetch: (url: string, init: RequestInit): Promise<Response> =>
        throughProxy(url, { ...init, signal: AbortSignal.any([AbortSignal.timeout(pace.answer), options.deadline]) }),
    },
  });
}

/**
 * Asks for what a review cannot do without. A refusal that was only a moment's is no reason to end without a verdict, so it
 * is asked again once, `second` milliseconds later.
 */
export async function askTwice<T>(ask: () => Promise<T>, second: number): Promise<T> {
  try {
    return await ask();
  } catch {
    await setTimeout(second);
    return ask();
  }
}

const silent = (): void => {};

/** One review makes a handful of requests: they are not spaced out in advance, but limits that GitHub names are kept. */
const atOnce = new Bottleneck.Group({ maxConcurrent: 1 });

/** Splits `owner/name`; `null` where it is none. */
export function splitName(fullName: string): RepositoryName | null {
  const match = /^([\w.-]+)\/([\w.-]+)$/.exec(fullName);
  return match ? { owner: match[1] ?? "", repo: match[2] ?? "" } : null;
}
