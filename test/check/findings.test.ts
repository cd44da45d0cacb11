import { expect, test } from "vitest";
import { clause, inWords } from "../../src/check/findings.ts";

test.each([
  ["This quote is never closed.", "this quote is never closed"],
  ["Airflow takes letters only", "Airflow takes letters only"],
  ["`load` is taken.", "`load` is taken"],
  ["YAML ends here", "YAML ends here"],
])("%s goes on in a sentence as %s", (detail, expected) => {
  expect(clause(detail)).toBe(expected);
});

test("names in a sentence are listed as people list them", () => {
  expect([inWords([]), inWords(["a"]), inWords(["a", "b", "c"])]).toEqual(["", "`a`", "`a`, `b` and `c`"]);
});
