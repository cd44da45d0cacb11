/** What could not be written, and the permission that it takes. */
export interface Attempt {
  /** Such as `comment on the pull request`. */
  readonly action: string;
  /** As under `permissions:` of a workflow, such as `pull-requests: write`. */
  readonly permission: string;
}

/** One line: why something could not be written to GitHub, and what to do. `fork`: the pull request comes from a fork. */
export function explainError(error: unknown, attempt: Attempt, fork: boolean): string {
  const status = statusOf(error);
  if (status === 401)
    return `Windsock could not ${attempt.action}: GitHub does not know the token. Check the input \`github-token\`.`;
  if (status === 403 || status === 404 || isForbidden(error)) {
    if (isRateLimit(error))
      return `Windsock could not ${attempt.action}: GitHub's rate limit is used up. Run the job again later.`;
    return fork
      ? `Windsock could not ${attempt.action}: a pull request from a fork gets a read-only token. Run the workflow on \`pull_request_target\` with \`permissions: ${attempt.permission}\`.`
      : `Windsock could not ${attempt.action}: the token lacks a permission. Give the job \`permissions: ${attempt.permission}\`.`;
  }
  if (status === 429)
    return `Windsock could not ${attempt.action}: GitHub's rate limit is used up. Run the job again later.`;
  if (status !== null && status >= 500)
    return `Windsock could not ${attempt.action}: GitHub did not answer (${reason(error)}). Run the job again.`;
  return `Windsock could not ${attempt.action}: ${reason(error).replace(/[.!?]?$/, ".")} The report is in the job summary.`;
}

/** GraphQL answers with status 200 and a typed error where REST says 403 or 404. */
function isForbidden(error: unknown): boolean {
  const errors = typeof error === "object" && error !== null ? Reflect.get(error, "errors") : null;
  const types = Array.isArray(errors) ? errors.map((item) => item?.type) : [];
  return types.some((type) => type === "FORBIDDEN" || type === "NOT_FOUND" || type === "INSUFFICIENT_SCOPES");
}

const isRateLimit = (error: unknown): boolean => /rate limit/i.test(reason(error));

/** The error's own words in one line of at most `longest` characters, without control characters. */
export function reason(error: unknown, longest = 300): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
    .trim()
    .slice(0, longest);
}

/** True where GitHub finds a text too long. */
export const isTooLong = (error: unknown): boolean => statusOf(error) === 422 && /too long/i.test(reason(error));

/** True where the same request may pass the next time: the server failed, the connection broke, or there were too many requests. */
export const mayPassLater = (error: unknown): boolean => {
  const status = statusOf(error);
  return status !== null && (status >= 500 || status === 429);
};

/** The longest wait that a server may ask for, in seconds. */
const LONGEST_WAIT = 90;

/** The seconds to wait before another try: what `retry-after` asks for, within bounds, or `least`. */
export function waitAfter(error: unknown, least: number): number {
  const asked = headerOf(error, "retry-after");
  return Number.isFinite(asked) ? Math.min(Math.max(asked, least), LONGEST_WAIT) : least;
}

/** A header of the answer that an API error came with, as a number; `NaN` where there is none. */
export function headerOf(error: unknown, name: string): number {
  const response: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "response") : null;
  const headers: unknown = typeof response === "object" && response !== null ? Reflect.get(response, "headers") : null;
  const value: unknown = typeof headers === "object" && headers !== null ? Reflect.get(headers, name) : null;
  return value === null || value === undefined || value === "" ? Number.NaN : Number(value);
}

/** The HTTP status of an error of the API, or `null`. */
export function statusOf(error: unknown): number | null {
  const status = typeof error === "object" && error !== null ? Reflect.get(error, "status") : null;
  return typeof status === "number" ? status : null;
}
