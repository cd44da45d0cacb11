import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { expect, test } from "vitest";
import { reviewToSarif } from "../../src/report/sarif.ts";
import { expectGolden } from "./golden.ts";
import { randomReview, runs, SECRET } from "./random-review.ts";
import { sampleLinks, sampleReview } from "./sample-review.ts";

/** The schema of SARIF 2.1.0 as published; it is of JSON Schema's draft 4, whose `id` later drafts write `$id`. */
const {
  $schema: _,
  id: $id,
  ...schema
} = JSON.parse(readFileSync(resolve(import.meta.dirname, "schema/sarif-2.1.0.json"), "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile({ ...schema, $id });

test("the sample as SARIF", () => {
  expectGolden("review.sarif", `${JSON.stringify(reviewToSarif(sampleReview(), sampleLinks), null, 2)}\n`);
});

test("every review is valid against the published schema, and the same twice", { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(randomReview(4), (review) => {
      const text = JSON.stringify(reviewToSarif(review));
      validate(JSON.parse(text));
      expect(validate.errors ?? []).toEqual([]);
      expect(text).not.toContain(SECRET);
      expect(JSON.stringify(reviewToSarif(structuredClone(review)))).toBe(text);
      const { results } = JSON.parse(text).runs[0];
      expect(results).toHaveLength(review.findings.filter(({ state }) => state !== "fixed").length);
    }),
    runs(80),
  );
});

test("the schema refuses what is no SARIF", () => {
  expect(validate({ version: "2.1.0", runs: [{ results: [] }] })).toBe(false);
});

test("each result has its place, its rule's page and, where there is one, its fix", () => {
  const sarif = JSON.parse(JSON.stringify(reviewToSarif(sampleReview(), sampleLinks)));
  const [run] = sarif.runs;
  const result = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === "unknown-dependency");
  expect(result.locations[0].physicalLocation).toMatchObject({
    artifactLocation: { uri: "dags/orders_daily/clean.sql", uriBaseId: "%SRCROOT%" },
    region: { startLine: 4, startColumn: 5, endLine: 4, endColumn: 15 },
  });
  expect(result.partialFingerprints["windsock/v1"]).toMatch(/^[0-9a-f]{16}$/);
  expect(result.fixes[0].artifactChanges[0].replacements[0]).toEqual({
    deletedRegion: { startLine: 4, startColumn: 5, endLine: 4, endColumn: 15 },
    insertedContent: { text: "load_orders" },
  });
  const rule = run.tool.driver.rules[result.ruleIndex];
  expect(rule).toMatchObject({ id: "unknown-dependency", helpUri: sampleLinks.rule("unknown-dependency") });
  expect(rule.help.markdown).toContain("## Wrong");
});
