import fc from "fast-check";

/** How valid and broken parts mix: in a valid project `odd` never gives its second choice, in a broken one now and then. */
export interface Chances {
  /** Whether the project should build: then ids meet each other seldom, and dependencies go one way. */
  readonly valid: boolean;
  readonly odd: <T>(valid: fc.Arbitrary<T>, broken: fc.Arbitrary<T>, weight?: number) => fc.Arbitrary<T>;
}

export const VALID: Chances = { valid: true, odd: (valid) => valid };

const ODDS = 110;

export const BROKEN: Chances = {
  valid: false,
  odd: (valid, broken, weight = 1) =>
    fc.oneof({ withCrossShrink: true }, { arbitrary: valid, weight: ODDS }, { arbitrary: broken, weight }),
};

/** Nothing, or now and then something: `share` in a hundred. */
export const sometimes = <T>(arbitrary: fc.Arbitrary<T>, share: number): fc.Arbitrary<T | null> =>
  fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.constant(null), weight: 100 - share },
    { arbitrary, weight: share },
  );

/** Text of one key in a YAML mapping: what stands behind `key:`, further lines indented below it. */
export interface Setting {
  readonly key: string;
  readonly text: string;
}

/** A setting with one of these texts. */
export const setting = (key: string, ...texts: readonly string[]): fc.Arbitrary<Setting> =>
  fc.constantFrom(...texts).map((text) => ({ key, text }));

/** The lines of a YAML mapping in block style. */
export const mapping = (settings: readonly Setting[]): string =>
  settings.map(({ key, text }) => `${key}:${text === "" || text.startsWith("\n") ? "" : " "}${text}\n`).join("");
