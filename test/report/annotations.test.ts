import { describe, expect, test } from "vitest";
import { asPath } from "../../src/model/path.ts";
import { type Annotation, annotationsOf } from "../../src/report/annotations.ts";
import { workflowCommand, workflowCommands } from "../../src/report/workflow-commands.ts";
import { sampleReview } from "./sample-review.ts";

test("annotations are the new findings at their lines, the most important first", () => {
  const annotations = annotationsOf(sampleReview());
  expect(annotations.map(({ level, title }) => [level, title])).toEqual([
    ["error", "dependency-cycle"],
    ["error", "unknown-dependency"],
    ["warning", "unknown-external"],
    ["notice", "not-static"],
  ]);
  expect(annotations[1]).toMatchObject({
    path: "dags/orders_daily/clean.sql",
    startLine: 4,
    endLine: 4,
    startColumn: 5,
    endColumn: 14,
    message:
      "`load_order` is no task or task group in reach: gusty drops it, and `clean` starts without waiting for it.\nDid you mean `load_orders`?",
  });
});

test("related places are named below the message, at the lines that a reader knows", () => {
  const review = sampleReview();
  const [first] = review.findings;
  if (!first) throw new Error("the sample has findings");
  const at = { ...first.at, start: 0, end: 1 };
  const related = [1, 2, 3, 4, 5].map((number) => ({ at, message: `note ${number} @team` }));
  const findings = [{ ...first, related }];
  const lines = (lineOf?: (path: string, line: number) => number | null): string[] =>
    annotationsOf({ ...review, findings }, lineOf)[0]
      ?.message.split("\n")
      .slice(-4) ?? [];
  expect(lines()[0]).toBe(`${first.at.file}:1: note 1 @team`);
  expect(lines(() => 9)[3]).toBe(`${first.at.file}:9: note 4 @team`);
  expect(lines(() => null)[1]).toBe(`${first.at.file}: note 2 @team`);
});

const annotation: Annotation = {
  path: asPath("dags/a,b:c.yml"),
  startLine: 3,
  endLine: 4,
  startColumn: null,
  endColumn: null,
  level: "error",
  title: "rule",
  message: "100 %\r\nlost: a, b",
};

describe("workflow commands", () => {
  test("escape what GitHub would read as their own", () => {
    expect(workflowCommand(annotation)).toBe(
      "::error title=rule,file=dags/a%2Cb%3Ac.yml,line=3,endLine=4::100 %25%0D%0Alost: a, b",
    );
  });

  test("are at most ten of a level, the first ones", () => {
    const many = Array.from(
      { length: 30 },
      (_, at): Annotation => ({ ...annotation, startLine: at, level: at % 2 ? "error" : "warning" }),
    );
    const lines = workflowCommands(many).trimEnd().split("\n");
    expect(lines).toHaveLength(20);
    expect(lines[0]).toContain("line=0,");
    expect(lines.at(-1)).toContain("line=19,");
  });
});
