import { expect, test } from "vitest";
import { asPath } from "../../src/model/path.ts";
import type { Review } from "../../src/model/review.ts";
import { markdown } from "../../src/report/escape.ts";
import { verdictOf } from "../../src/report/verdict.ts";
import { makeDag, makeProject } from "../support/dag.ts";
import { finding, plainChange, sampleReview } from "./sample-review.ts";

const dags = Array.from({ length: 12 }, (_, at) => makeDag(`dag_${at}`));
const quiet: Review = {
  tool: { name: "windsock", version: "0.1.0" },
  base: makeProject(dags),
  head: makeProject(dags),
  changes: [],
  findings: [],
  generated: [],
  counts: { error: 0, warning: 0, notice: 0 },
  conclusion: "success",
};
const at = { file: asPath("dags/a.yml"), start: 0, end: 1 };
const line = (review: Partial<Review>): string => markdown(verdictOf({ ...quiet, ...review }).words);

test("an error says what it stops: all DAGs of an entry point", () => {
  const error = finding({ rule: "yaml-syntax", effect: "fails", at, message: "x", stops: dags.map(({ id }) => id) });
  expect(line({ conclusion: "failure", findings: [error] })).toBe(
    "1 error · merging would stop all 12 DAGs of `dags/dags.py`",
  );
});

test("an error says what it stops: one DAG, or some", () => {
  const error = finding({ rule: "dependency-cycle", effect: "fails", at, message: "x", stops: ["dag_1"] });
  expect(line({ conclusion: "failure", findings: [error] })).toBe("1 error · merging would stop `dag_1`");
  const two = [error, { ...error, stops: ["dag_2"] }];
  expect(line({ conclusion: "failure", findings: two })).toBe("2 errors · merging would stop 2 DAGs");
});

test("without a base it does not speak of merging", () => {
  const error = finding({ rule: "unknown-dependency", at, message: "x" });
  expect(line({ base: null, conclusion: "failure", findings: [error] })).toBe("1 error · losing 1 dependency");
});

test("equal hashes prove that the graph is unchanged, and without them nothing is claimed", () => {
  const [dag = makeDag("a")] = dags;
  const same = { ...plainChange("dag_0", "unchanged", dag, dag), files: ["a", "b"] };
  expect(line({ changes: [same] })).toBe("Graph unchanged: 2 files changed, the DAG is identical · no problems found");
  const unknown = { ...same, hash: { base: null, head: null } };
  expect(line({ changes: [unknown] })).toBe(
    "2 files changed, no difference of the graph found, but not all of it is known · no problems found",
  );
});

test("changes are counted by kind", () => {
  const [dag = makeDag("a")] = dags;
  const [added, removed] = [plainChange("b", "added", null, dag), plainChange("c", "removed", dag, null)];
  expect(line({ changes: [added] })).toBe("1 new DAG · no problems found");
  expect(line({ changes: [plainChange("a", "changed", dag, dag), added, removed] })).toBe(
    "1 DAG changed, 1 new, 1 removed · no problems found",
  );
});

test("warnings do not fail, and repairs are said", () => {
  const warning = finding({ rule: "x", severity: "warning", gates: false, at, message: "x" });
  const fixed = finding({ rule: "x", state: "fixed", at, message: "x" });
  const [dag = makeDag("a")] = dags;
  const changed = plainChange("dag_0", "changed", dag, dag);
  expect(verdictOf({ ...quiet, changes: [changed], findings: [warning, fixed] }).mark).toBe("warning");
  expect(line({ changes: [changed], findings: [warning, fixed] })).toBe("1 warning · 1 DAG changed · fixes 1 finding");
});

test("report-only says what would have blocked", () => {
  const error = finding({ rule: "unknown-dependency", gates: false, at, message: "x" });
  expect(line({ findings: [error] })).toBe("1 error would block (report only) · merging would lose 1 dependency");
});

test("the sample's line reads in a mail", () => {
  expect(markdown(verdictOf(sampleReview()).words)).toBe("2 errors · merging would stop `sales` and lose 1 dependency");
});
