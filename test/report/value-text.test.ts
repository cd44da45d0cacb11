import { expect, test } from "vitest";
import type { Value } from "../../src/model/value.ts";
import { valueText } from "../../src/report/value-text.ts";
import { call, literal } from "../support/dag.ts";

test.each<[Value, string]>([
  [literal(null), "None"],
  [literal(true), "True"],
  [literal(3), "3"],
  [{ t: "float", v: 3 }, "3.0"],
  [{ t: "float", v: Number.NEGATIVE_INFINITY }, "-inf"],
  [literal("it's\n"), '"it\'s\\n"'],
  [literal(["a", 1]), "['a', 1]"],
  [{ t: "tuple", v: [literal(1)] }, "(1,)"],
  [{ t: "set", v: [] }, "set()"],
  [literal({ a: { b: 1 } }), "{'a': {'b': 1}}"],
  [call("datetime.timedelta", [], { minutes: 5 }), "timedelta(minutes=5)"],
  [{ t: "name", path: "airflow.utils.trigger_rule.TriggerRule.ALL_DONE" }, "ALL_DONE"],
  [{ t: "date", v: "2024-01-01" }, "2024-01-01"],
  [{ t: "bytes", v: new Uint8Array(3) }, "3 bytes"],
  [{ t: "expr", source: "f(x)", needs: [], free: [], why: "" }, "f(x)"],
  [literal("\u202ea"), "'\\u202ea'"],
])("%o is written %s", (value, text) => expect(valueText(value)).toBe(text));

test("what is long is shortened at whole characters, with its length", () => {
  expect(valueText(literal("🎉".repeat(100)), "", 10)).toBe(`'${"🎉".repeat(7)}… (102 characters)`);
  expect(valueText(literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))).toBe("[1, 2, 3, 4, 5, 6, 7, 8, … 2 more]");
});

test("secrets are hidden by their key and inside addresses; names under which they are read are not", () => {
  expect(valueText(literal("hunter2"), "default_args.password")).toBe("***");
  expect(valueText(literal({ user: "me", password: "hunter2" }), "conf")).toBe("{'user': 'me', 'password': ***}");
  expect(valueText(literal("db://me:hunter2@host"), "uri")).toBe("'db://me:***@host'");
  expect(valueText(call("os.environ.get", ["TOKEN"]), "token")).toBe("get('TOKEN')");
  expect(valueText(literal(null), "password")).toBe("None");
});
