import { expect, test } from "vitest";
import type { FieldChange } from "../../src/model/change.ts";
import { markdown } from "../../src/report/escape.ts";
import { fieldInWords } from "../../src/report/value-change.ts";
import { literal, type Plain } from "../support/dag.ts";

const words = (path: string, from: Plain | undefined, to: Plain | undefined): string => {
  const value = (plain: Plain | undefined): FieldChange["from"] => (plain === undefined ? null : literal(plain));
  return markdown(fieldInWords({ path, from: value(from), to: value(to) }));
};

test("old and new value, or that it is set or not any more", () => {
  expect(words("retries", 1, 3)).toBe("`retries` `1` → `3`");
  expect(words("retries", undefined, 3)).toBe("`retries` set to `3`");
  expect(words("pool", "big", undefined)).toBe("`pool` no longer set (was `'big'`)");
  expect(words("pool", "big", null)).toBe("`pool` `'big'` → `None`");
});

test("long texts are shown where they differ, texts of several lines are counted", () => {
  const before = "Orders of the shop, loaded, cleaned and published every night, and then some more";
  expect(words("description", before, before.replace("night", "hour"))).toBe(
    "`description` `'…and published every night, and then some more'` → `'…and published every hour, and then some more'`",
  );
  expect(words("sql", "select 1\nfrom a\n", "select 2\nfrom a\nwhere b\n")).toBe("`sql` changed, +2 −1 lines");
  expect(words("sql", undefined, "a\nb\n")).toBe("`sql` added");
});

test("a schedule is said in words, with its code", () => {
  expect(words("schedule", "0 2 * * *", "@hourly")).toBe(
    "`schedule` every day at 02:00 → every hour (`0 2 * * *` → `@hourly`)",
  );
  expect(words("schedule", "@daily", null)).toBe("`schedule` every day at 00:00 → no schedule");
});

test("a changed secret is only said to have changed, wherever it stands", () => {
  expect(words("default_args.password", "hunter2", "hunter3")).toBe("`default_args.password` changed (value hidden)");
  const command = (secret: string): string =>
    `./bin/load --from warehouse --db-password=${secret} --into the-lake --all`;
  expect(words("bash_command", command("hunter2"), command("hunter3"))).toBe("`bash_command` changed (value hidden)");
});
