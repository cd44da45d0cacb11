/** How long Windsock waits for GitHub, in milliseconds. It is passed in, so that tests can have shorter times. */
export interface Pace {
  /** A second: what the waits between two tries are multiples of. */
  readonly second: number;
  /** The longest that one try of a request to the API may take, and that git waits while nothing comes. */
  readonly answer: number;
  /** The longest that the requests to the API before the review, and those after it, may take together. */
  readonly all: number;
}

export const PACE: Pace = { second: 1000, answer: 30_000, all: 300_000 };
