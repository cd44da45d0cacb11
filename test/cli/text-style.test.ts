import { expect, test } from "vitest";
import type { Host } from "../../src/cli/host.ts";
import { textStyle } from "../../src/cli/write-output.ts";

const style = (
  env: Record<string, string>,
  { columns = 100, color = "auto" as "auto" | "always" | "never", output = undefined as string | undefined } = {},
) => {
  const host: Host = {
    command: "windsock",
    cwd: "/",
    env,
    columns: columns === 0 ? null : columns,
    watched: false,
    out: () => {},
    err: () => {},
  };
  return textStyle(host, { color, ...(output === undefined ? {} : { output }) });
};

test("colours are for terminals, unless someone says otherwise", () => {
  expect(style({}).color).toBe(true);
  expect(style({}, { columns: 0 }).color).toBe(false);
  expect(style({}, { output: "review.txt" }).color).toBe(false);
  expect(style({ TERM: "dumb" }).color).toBe(false);
  expect(style({ NO_COLOR: "1" }).color).toBe(false);
  expect(style({ NO_COLOR: "" }).color).toBe(true);
  expect(style({ FORCE_COLOR: "1" }, { columns: 0 }).color).toBe(true);
  expect(style({ FORCE_COLOR: "0" }).color).toBe(false);
  expect(style({ FORCE_COLOR: "1", NO_COLOR: "1" }).color).toBe(true);
  expect(style({ NO_COLOR: "1" }, { color: "always" }).color).toBe(true);
  expect(style({ FORCE_COLOR: "1" }, { color: "never" }).color).toBe(false);
});

test("the width is the terminal's, from 40 to 120 columns; elsewhere 100", () => {
  expect([10, 40, 77, 500, 0].map((columns) => style({}, { columns }).width)).toEqual([40, 40, 77, 120, 100]);
});

test("signs beyond ASCII need a UTF-8 locale", () => {
  expect(style({ LANG: "de_DE.UTF-8" }).unicode).toBe(true);
  expect(style({ LC_ALL: "C", LANG: "de_DE.UTF-8" }).unicode).toBe(process.platform !== "linux");
  expect(style({}, { columns: 0 }).unicode).toBe(true);
});
