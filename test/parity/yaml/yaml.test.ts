import fc from "fast-check";
import { expect, test } from "vitest";
import { documents } from "./documents.ts";
import { type Both, readBoth } from "./read-both.ts";

const runs = Number(process.env.WINDSOCK_RUNS ?? 2000);
const seed = Number(process.env.WINDSOCK_SEED ?? 20260101);

/**
 * Where reading differs from PyYAML: mostly by refusing what PyYAML reads (`refusal` is how the reason begins). Each is
 * a form that people do not write, which the package `yaml` reads otherwise. About one of 7,000 random documents has one.
 */
const DIFFERENCES: readonly { refusal: string | null; in: RegExp; why: string }[] = [
  { refusal: "A `?` stands in a plain text", in: /\?/, why: "`[?a]`: a key mark without a space after it" },
  { refusal: "The anchor `&", in: /&\S*:\S/, why: "`&a:b`: a text that begins with `:` right behind an anchor" },
  { refusal: "A `:` stands here", in: /& ?\S+ :\S/, why: "`[&a :b]`: the same in brackets" },
  {
    refusal: "This line is no `key: value`",
    in: /^[|>]/m,
    why: "a block text whose `|` is no further right than its key",
  },
  {
    refusal: "This line fits nothing above it",
    in: /^ *[|>]/m,
    why: "a block text whose `|` is no further right than its `-`",
  },
  { refusal: "The nesting is deeper", in: /[[{]/, why: "nesting between 400 and about 490 levels" },
  {
    refusal: null,
    in: /^\? .*(?:\n\s*)?#/m,
    why: "a text behind `?` that goes on after a comment: read, where PyYAML refuses",
  },
  { refusal: null, in: /.\ufeff/s, why: "a second byte order mark, which is a text for PyYAML" },
  { refusal: null, in: /\\u[dD]8/, why: "escapes of half characters, which Python does not put together" },
];

test(`${runs} documents are read as PyYAML reads them`, () => {
  const both = readBoth(fc.sample(documents, { numRuns: runs, seed }));
  const isKnown = ({ text, refusal }: Both): boolean =>
    DIFFERENCES.some(
      (known) => known.in.test(text) && (known.refusal === null || refusal?.startsWith(known.refusal) === true),
    );
  const differences = both.filter((one) => !one.same && !isKnown(one));
  expect(differences.map((one) => JSON.stringify(one))).toEqual([]);
  expect(both.filter(({ theirs }) => "ok" in theirs).length).toBeGreaterThan(runs / 10);
});
