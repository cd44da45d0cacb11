import { describe, expect, test } from "vitest";
import { valueOfA } from "./reading.ts";

/** Truth taken from PyYAML 6.0.4, SafeLoader. */
describe("plain scalars are what PyYAML makes of them", () => {
  test.each<[string, unknown]>([
    ["yes", true],
    ["Off", false],
    ["y", "y"],
    ["n", "n"],
    ["tRue", "tRue"],
    ["~", null],
    ["", null],
    ["Null", null],
    ["nULL", "nULL"],
    ["12", 12n],
    ["-0", 0n],
    ["+1", 1n],
    ["1_000", 1000n],
    ["010", 8n],
    ["0755", 493n],
    ["0o755", "0o755"],
    ["08", "08"],
    ["089", "089"],
    ["0x1F", 31n],
    ["0b101", 5n],
    ["1:30", 90n],
    ["1:30:00", 5400n],
    ["0:0", "0:0"],
    ["-1:30", -90n],
    ["1e3", "1e3"],
    ["1.5e3", "1.5e3"],
    ["1.5e+3", 1500],
    ["1.", 1],
    [".5", 0.5],
    ["-.5", "-.5"],
    [".inf", Infinity],
    ["-.INF", -Infinity],
    [".nan", Number.NaN],
    [".", "."],
    ["190:20:30.15", 685230.15],
    ["2024-01-02", { date: "2024-01-02" }],
    ["2024-1-2", "2024-1-2"],
    ["2024-01-02 03:04:05", { datetime: "2024-01-02T03:04:05" }],
    ["2001-12-14t21:59:43.10-05:00", { datetime: "2001-12-14T21:59:43.100000-05:00" }],
    ["2001-12-14 21:59:43.1 Z", { datetime: "2001-12-14T21:59:43.100000+00:00" }],
    ["2001-1-2 1:02:03.1234567", { datetime: "2001-01-02T01:02:03.123456" }],
    ["2024-01-02T00:00:00-00:00", { datetime: "2024-01-02T00:00:00+00:00" }],
    ["key:value", "key:value"],
    ["a#b", "a#b"],
    ["http://x.y/z?q=1", "http://x.y/z?q=1"],
  ])("a: %s", (text, expected) => {
    expect(valueOfA(`a: ${text}\n`)).toEqual(expected);
  });

  test("integers of any size stay whole", () => {
    expect(valueOfA("a: 123456789012345678901234567890")).toBe(123456789012345678901234567890n);
  });

  test.each([
    "2020-02-30",
    "2020-13-01",
    "2020-01-01 25:00:00",
    "2020-01-01T00:00:00+25:00",
    "0x_",
    "0b_",
    "1".repeat(4301),
  ])("%s raises in Python", (text) => {
    expect(valueOfA(`a: ${text}\n`)).toBe("refused");
  });
});

describe("explicit tags", () => {
  test.each<[string, unknown]>([
    ["!!str 5", "5"],
    ["!!int '1_0'", 10n],
    ["!!float 3", 3],
    ["!!float '1e3'", 1000],
    ["!!bool 'Yes'", true],
    ["!!null x", null],
    ["! 12", 12n],
    ["! '12'", 12n],
    ["!", null],
    ["!!binary aGk=", { bytes: [104, 105] }],
    ["!!timestamp '2020-1-1'", { date: "2020-01-01" }],
    ["!!set {x, y}", { set: ["x", "y"] }],
    ["!!omap [x: 1]", [{ tuple: ["x", 1n] }]],
    ["!!pairs [x: 1, x: 2]", [{ tuple: ["x", 1n] }, { tuple: ["x", 2n] }]],
    ["!!str {=: x}", "x"],
    ["!<tag:yaml.org,2002:str> 1", "1"],
  ])("a: %s", (text, expected) => {
    expect(valueOfA(`a: ${text}\n`)).toEqual(expected);
  });

  test.each([
    "!!bool x",
    "!!int x",
    "!!binary YQ",
    "!!binary é",
    "!!python/none",
    "!!str [x]",
    "!!set [x]",
    "!!omap {x: 1}",
    "!!timestamp x",
  ])("a: %s raises in Python", (text) => {
    expect(valueOfA(`a: ${text}\n`)).toBe("refused");
  });
});

describe("texts", () => {
  test.each<[string, string]>([
    ["|\n  x\n", "x\n"],
    ["|\n  x", "x"],
    ["|+\n  x\n\n", "x\n\n"],
    ["|-\n  x\n\n", "x"],
    [">\n  x\n  y\n\n  z\n", "x y\nz\n"],
    [">\n  x\n   y\n  z\n", "x\n y\nz\n"],
    ["|2\n    x\n", "  x\n"],
    ["'it''s'", "it's"],
    ["'x\n\n  y'", "x\ny"],
    ['"x\\\n   y"', "xy"],
    ['"x\\\n  \n  y"', "x\ny"],
    ['"\\x41\\u00e9\\U0001F600\\t"', "Aé😀\t"],
    ['"x\ny"', "x y"],
    ["x\n  y\n\n  z", "x y\nz"],
    ["x\u0085  y", "x y"],
  ])("a: %j", (text, expected) => {
    expect(valueOfA(`a: ${text}`)).toBe(expected);
  });
});
