import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { reviewToJson } from "../../src/report/json.ts";
import { expectGolden } from "./golden.ts";
import { randomReview, runs, SECRET } from "./random-review.ts";
import { sampleReview } from "./sample-review.ts";

const schema = JSON.parse(readFileSync(resolve(import.meta.dirname, "../../docs/schema/review-1.json"), "utf8"));
const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema);

test("the sample as JSON", () => {
  expectGolden("review.json", `${JSON.stringify(reviewToJson(sampleReview()), null, 2)}\n`);
});

test("every review is valid against the published schema, and the same twice", { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(randomReview(3), (review) => {
      const text = JSON.stringify(reviewToJson(review));
      validate(JSON.parse(text));
      expect(validate.errors ?? []).toEqual([]);
      expect(text).not.toContain(SECRET);
      expect(JSON.stringify(reviewToJson(structuredClone(review)))).toBe(text);
    }),
    runs(60),
  );
});

test("timing is only there if it is given", () => {
  expect(reviewToJson(sampleReview())).not.toHaveProperty("timing");
  const timed = JSON.parse(JSON.stringify(reviewToJson(sampleReview(), { totalMs: 12 })));
  expect(timed.timing).toEqual({ totalMs: 12 });
  expect(validate(timed)).toBe(true);
});

test("secrets are hidden", () => {
  expect(JSON.stringify(reviewToJson(sampleReview()))).not.toMatch(/hunter/);
});
