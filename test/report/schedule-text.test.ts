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

test.each<[string, string]>([
  ["@once", "once"],
  ["@hourly", "every hour"],
  ["@weekly", "every Sunday at 00:00"],
  ["@monthly", "on day 1 of every month at 00:00"],
  ["@quarterly", "on day 1 of every third month at 00:00"],
  ["@yearly", "on 1 January at 00:00"],
  ["@continuous", "continuously"],
  ["0 0 L * *", "at 00:00, on the last day of the month"],
  ["0 0 * * L5", "at 00:00, on the last Friday of the month"],
  ["0 0 * * fri#2", "at 00:00, on the second Friday of the month"],
  ["0 0 15W * *", "at 00:00, on the weekday nearest day 15 of the month"],
  ["0 0 1 * 5", "at 00:00, on day 1 of the month, or on Friday"],
  ["0 0 * jan,jul mon", "at 00:00, only on Monday, only in January and July"],
  ["0 2 * * * 30", "every day at 02:00:30"],
  ["0 2 * * mon 0 2030", "at 02:00, only on Monday, only in 2030"],
])("%s is %s", (cron, text) => expect(words(literal(cron))).toBe(text));

const asset = (name: string) => call("airflow.sdk.Asset", [name]);
const source = (text: string): Value => ({ t: "expr", source: text, needs: [], free: [], why: "" });

test.each<[Value, string]>([
  [asset("a"), "when `a` is updated"],
  [
    literal([{ value: asset("a") }, { value: call("airflow.datasets.Dataset", ["b"]) }]),
    "when `a` and `b` are updated",
  ],
  [call("airflow.sdk.Asset", [], { name: "a", uri: "s3://a" }), "when `a` is updated"],
  [call("airflow.sdk.AssetAny", [{ value: asset("a") }, { value: asset("b") }]), "when `a` or `b` is updated"],
  [source('Asset("a") & ORDERS | Dataset(uri="s3://c")'), "when (`a` and `ORDERS`) or `s3://c` is updated"],
  [source('(Asset("a") | Asset("b")) & C & D'), "when (`a` or `b`) and `C` and `D` are updated"],
  [source("choose() | A"), "`choose() | A`"],
  [source("SCHEDULE"), "`SCHEDULE`"],
  [call("datetime.timedelta", [1]), "every day"],
  [call("dateutil.relativedelta.relativedelta", [], { months: 1 }), "every month"],
  [
    call("airflow.timetables.trigger.CronTriggerTimetable", ["0 1 * * *"], { timezone: "Europe/Rome" }),
    "every day at 01:00, time zone `Europe/Rome`",
  ],
  [
    call("airflow.timetables.assets.AssetOrTimeSchedule", [], {
      timetable: { value: call("airflow.timetables.trigger.CronTriggerTimetable", ["@daily"]) },
      assets: { value: asset("a") },
    }),
    "every day at 00:00, and when `a` is updated",
  ],
])("%o is %s", (value, text) => expect(words(value)).toBe(text));

test("what Airflow refuses has no words", () => {
  expect(cronInWords("0 0 L-3 * *")).toBeNull();
  expect(cronInWords("99 99 * * *")).toBeNull();
  expect(cronInWords(`${"1,".repeat(80)}1 * * * *`)).toBeNull();
});

describe("without a schedule", () => {
  test("Airflow 2 runs a DAG every day, Airflow 3 does not", () => {
    expect(scheduleOf({ ...makeDag("a"), airflow: 2 })).toEqual(["every day, Airflow's default"]);
    expect(scheduleOf(makeDag("a"))).toEqual(["no schedule"]);
  });
});
