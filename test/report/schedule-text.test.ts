import { describe, expect, test } from "vitest";
import type { Value } from "../../src/model/value.ts";
import { cronInWords, scheduleInWords, scheduleOf } from "../../src/report/schedule-text.ts";
import { call, literal, makeDag } from "../support/dag.ts";

const words = (value: Value): string =>
  scheduleInWords(value)
    .map((piece) => (typeof piece === "string" ? piece : piece.t === "code" ? `\`${piece.text}\`` : ""))
    .join("");

test.each<[Value, string]>([
  [literal("@daily"), "every day at 00:00"],
  [literal("0 2 * * *"), "every day at 02:00"],
  [literal("0 2,14 * * *"), "every day at 02:00 and 14:00"],
  [literal("*/15 * * * *"), "every 15 minutes"],
  [literal("30 6 * * 1-5"), "at 06:30, Monday through Friday"],
  [literal(null), "no schedule"],
  [call("datetime.timedelta", [], { hours: 6 }), "every 6 hours"],
  [call("datetime.timedelta", [], { days: 1, hours: 12 }), "every 36 hours"],
  [call("datetime.timedelta", [], { days: 7 }), "every week"],
  [call("datetime.timedelta", [], { hours: 0 }), "`timedelta(hours=0)`"],
  [literal([{ value: call("airflow.sdk.Asset", ["s3://x"]) }]), "when `s3://x` is updated"],
  [literal("every now and then"), "`'every now and then'`"],
  [call("my.Timetable"), "`Timetable()`"],
])("%o is %s", (value, text) => expect(words(value)).toBe(text));

test("six fields are not guessed: Airflow has the seconds last", () => {
  expect(cronInWords("0 0 2 * * *")).toBeNull();
  expect(cronInWords("99 99 * * *")).toBeNull();
  expect(cronInWords(`${"1,".repeat(80)}1 * * * *`)).toBeNull();
});

describe("without a schedule", () => {
  test("Airflow 2 runs a DAG every day, Airflow 3 does not", () => {
    expect(scheduleOf({ ...makeDag("a"), airflow: 2 })).toEqual(["every day, Airflow's default"]);
    expect(scheduleOf(makeDag("a"))).toEqual(["no schedule"]);
  });
});
