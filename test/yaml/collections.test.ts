import { describe, expect, test } from "vitest";
import { plain, read, valueOfA } from "./reading.ts";

const map = (...pairs: [unknown, unknown][]) => new Map(pairs);

/** Truth taken from PyYAML 6.0.4, SafeLoader. */
describe("keys are those of a Python dictionary", () => {
  test("the last of two equal keys wins, at the place of the first", () => {
    expect([...(plain(read("a: 1\nb: 2\na: 3\n").value) as Map<unknown, unknown>)]).toEqual([
      ["a", 3n],
      ["b", 2n],
    ]);
  });

  test("1, True and 1.0 are one key, which stays the first", () => {
    expect(plain(read("1: x\ntrue: y\n1.0: z\n").value)).toEqual(map([1n, "z"]));
  });

  test("`on` is a boolean, and `y` a text", () => {
    expect(plain(read("on: 1\ny: 2\n").value)).toEqual(map([true, 1n], ["y", 2n]));
  });

  test("two moments are one key where they are the same moment", () => {
    expect(plain(read("2024-01-01T12:00:00Z: 1\n2024-01-01T13:00:00+01:00: 2\n").value)).toEqual(
      map([{ datetime: "2024-01-01T12:00:00+00:00" }, 2n]),
    );
  });

  test("`__proto__` is a key like others", () => {
    expect(plain(read("__proto__: {x: 1}\n").value)).toEqual(map(["__proto__", map(["x", 1n])]));
  });

  test.each(["[1, 2]: x", "{a: 1}: x", "? [b]\n: c", "a: {{ ds }}", "{{ ds }}", "{{ a: 1 }: b}"])(
    "%s raises in Python",
    (text) => {
      expect(read(text).value).toBeNull();
    },
  );
});

describe("merge keys", () => {
  test("own keys win, wherever the merge stands", () => {
    expect(valueOfA("x: &x {foo: 1, bar: 2}\na: {foo: 3, <<: *x}\n")).toEqual(map(["foo", 3n], ["bar", 2n]));
  });

  test("of a list, the last mapping wins for long keys and the first for keys of one letter", () => {
    expect(valueOfA("x: &x {foo: 1, b: 1}\ny: &y {foo: 2, b: 2}\na: {<<: [*x, *y]}\n")).toEqual(
      map(["foo", 2n], ["b", 1n]),
    );
  });

  test.each(["<<: 1", "a: <<", "<<: [[{a: 1}]]", "<<: [1]"])("%s raises in Python", (text) => {
    expect(read(text).value).toBeNull();
  });
});

describe("what PyYAML accepts and others do not", () => {
  test.each<[string, unknown]>([
    ["a: [\n1\n]", [1n]],
    ["a: [\n1,\n'x\ny',\n# ]\n2]\nb: 1", [1n, "x y", 2n]],
    ["a: {\nx: 1,\ny: [\n2\n]\n}", map(["x", 1n], ["y", [2n]])],
    ['a: "x\ny"', "x y"],
    ["a: 'x'#c", "x"],
    ["a: [x]#c", ["x"]],
    ["\ufeffa: 1", 1n],
    ["%YAML 1.3\n---\na: 1", 1n],
    ["%FOO\n---\na: 1", 1n],
    ["a: 1\n...\n...\n", 1n],
    ["b: &b 1\na: *b", 1n],
    ["b: &b x\na: {*b: 1}", map(["x", 1n])],
    ["b: &b x\na:\n  *b: 1", map(["x", 1n])],
    ["a: [x:y, z:]", ["x:y", map(["z", null])]],
    ["a: [-, 'x', -]", ["-", "x", "-"]],
    ["a: {-: -}", map(["-", "-"])],
    ["a:\n- 1\n- 2", [1n, 2n]],
    ["? a\n: 1", 1n],
  ])("%j", (text, expected) => {
    expect(valueOfA(text)).toEqual(expected);
  });

  test("a text without any document is None", () => {
    for (const text of ["", "\n", "# only a comment\n", "---\n", "  \n"]) expect(read(text).value?.t).toBe("null");
  });
});

describe("bounds", () => {
  test("aliases that stand for millions of values are refused", () => {
    const lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"];
    for (let level = 1; level < 9; level += 1)
      lines.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(",")}]`,
      );
    expect(read(lines.join("\n")).problems).toHaveLength(1);
  });

  test("merges that double at each step are read once for each key", () => {
    const lines = ["b0: &b0 {x: 1}"];
    for (let level = 1; level < 12; level += 1)
      lines.push(`b${level}: &b${level} {<<: [*b${level - 1}, *b${level - 1}]}`);
    expect(read(lines.join("\n")).value).not.toBeNull();
  });

  test.each([["["], ["{a: "], ["- "], ["? "]])("20,000 times %j is refused with one problem", (piece) => {
    expect(read(piece.repeat(20_000)).problems).toHaveLength(1);
  });

  test("nesting as deep as Python reads is read", () => {
    expect(read("[".repeat(300) + "]".repeat(300)).value).not.toBeNull();
  });
});
