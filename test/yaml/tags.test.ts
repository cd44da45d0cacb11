import { describe, expect, test } from "vitest";
import type { Value } from "../../src/model/value.ts";
import { plain, problemsOf, read, valueOfA } from "./reading.ts";

const call = (fn: string, args: unknown[], kwargs: Record<string, unknown> = {}) => ({ call: fn, args, kwargs });
const timedelta = (kwargs: Record<string, unknown>) => call("datetime.timedelta", [], kwargs);

/** Truth taken from gusty 0.23.1 with ABSQL 0.8.0. */
describe("a tag calls its function", () => {
  test.each<[string, unknown]>([
    ["!timedelta 'minutes: 2'", timedelta({ minutes: 2n })],
    ["!timedelta '{hours: 1, minutes: 2}'", timedelta({ hours: 1n, minutes: 2n })],
    ["!timedelta {minutes: 2}", timedelta({ minutes: 2n })],
    ["!timedelta\n  minutes: 2\n", timedelta({ minutes: 2n })],
    ["!timedelta |\n  minutes: 2\n", timedelta({ minutes: 2n })],
    ["!timedelta 1", call("datetime.timedelta", [1n])],
    ["!timedelta", call("datetime.timedelta", [])],
    ["!timedelta ~", call("datetime.timedelta", [])],
    ["!days_ago 1", call("gusty.utils.days_ago", [1n])],
    ["!days_ago '1'", call("gusty.utils.days_ago", [1n])],
    ["!days_ago 010", call("gusty.utils.days_ago", [8n])],
    ["!days_ago [010]", call("gusty.utils.days_ago", [10n])],
    ["!datetime [2024, 1, 2]", call("datetime.datetime", [2024n, 1n, 2n])],
    ["!datetime '[2024, 1, 2]'", call("datetime.datetime", [2024n, 1n, 2n])],
    ["!env_var HOME", call("absql.functions.env_var", ["HOME"])],
    ["!env_var [HOME, 'x\\ty']", call("absql.functions.env_var", ["HOME", "x\ty"])],
    [
      "!env_switch {default: 1, dev: yes, prod: y}",
      call("absql.functions.env_switch", [], { default: 1n, dev: true, prod: "y" }),
    ],
    ["!previous_date {tz: UTC, days: 2}", call("absql.functions.time.previous_date", [], { tz: "UTC", days: 2n })],
    ["!previous_hour", call("absql.functions.time.previous_hour", [])],
    ["!env_switch [!env_var HOME]", call("absql.functions.env_switch", [call("absql.functions.env_var", ["HOME"])])],
    [
      "!env_switch {default: !timedelta {days: 1}}",
      call("absql.functions.env_switch", [], { default: timedelta({ days: 1n }) }),
    ],
    ["!env_switch [on]", call("absql.functions.env_switch", [true])],
    ["!env_switch ['\\x41\\101\\q']", call("absql.functions.env_switch", ["AA\\q"])],
  ])("a: %s", (text, expected) => {
    expect(valueOfA(`a: ${text}`)).toEqual(expected);
  });

  test.each([
    "!timedelta 'minutes: x'",
    "!timedelta 'nope: 1'",
    "!timedelta 'a: 1, b: 2'",
    "!timedelta '1: 2'",
    "!timedelta {minutes: 0x1F}",
    "!timedelta {minutes: 1:30}",
    "!timedelta [.inf]",
    "!timedelta {<<: {days: 1}}",
    "!timedelta [[1]]",
    "!timedelta [1, 2, 3, 4, 5, 6, 7, 8]",
    "!timedelta 'weeks: 9999999999'",
    "!datetime ''",
    "!datetime 2024-01-01",
    "!datetime [2024, 13, 1]",
    "!datetime [2023, 2, 29]",
    "!datetime [2024, 1, 1, 24]",
    "!datetime {year: 2024}",
    "!datetime {year: 2024, month: 01, day: 08}",
    "!days_ago",
    "!days_ago x",
    "!days_ago 20240101",
    "!days_ago [1, 2]",
    "!env_var",
    "!env_var 1",
    "!env_var ['x\"']",
    "!env_var ['x\\']",
    "!env_var [2024-01-01]",
    "!env_switch [1, 2]",
    "!previous_date {days: x}",
    "!previous_hour {tz: 2024-01-01}",
  ])("a: %s raises", (text) => {
    const { value, problems } = read(`a: ${text}`);
    expect(value).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
  });

  test("what raises is said at the tag, with what is expected", () => {
    expect(problemsOf("a: !timedelta 'minutes: x'\n")).toEqual([
      ["raises", "!timedelta 'minutes: x'", "`!timedelta` raises: its argument `minutes` cannot be a value like this."],
    ]);
  });

  test("a text that ABSQL would run as Python is not guessed", () => {
    expect(read('a: !env_var [\'""" + x + """\']').problems).toMatchObject([{ kind: "not-static" }]);
  });

  test("places inside a tag are those of the file", () => {
    const text = "a: !timedelta 'minutes: 25'\n";
    const value = read(text).value;
    const inner = value?.t === "map" && value.v[0]?.[1].t === "call" ? value.v[0][1].kwargs[0]?.[1].span : undefined;
    expect(text.slice(inner?.start, inner?.end)).toBe("25");
  });
});

describe("the project's own tags", () => {
  const name: Value = { t: "name", path: "my.module.make" };
  const code: Value = { t: "expr", source: "make", needs: [], free: [], why: "defined in the entry point" };

  test("call an importable function, or an expression", () => {
    expect(valueOfA("a: !make {x: 1}", new Map([["make", name]]))).toEqual(call("my.module.make", [], { x: 1n }));
    expect(plain(read("!make 1", new Map([["make", code]])).value)).toEqual({
      call: { expr: "make" },
      args: [1n],
      kwargs: {},
    });
  });

  test("replace gusty's of the same name", () => {
    expect(valueOfA("a: !days_ago x", new Map([["days_ago", name]]))).toEqual(call("my.module.make", ["x"]));
  });
});
