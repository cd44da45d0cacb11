import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeLabel, visibleName } from "../../src/draw/label.ts";

test("a plain name stays as it reads, but for its underscores", () => {
  expect(escapeLabel("load_orders 2")).toBe("load#95;orders 2");
});

test.each([
  ["+ x", "#43; x"],
  ["1. x", "#49;#46; x"],
  ['a"b', "a#34;b"],
  ["#quot;", "#35;quot#59;"],
  ["é🚀", "#233;#128640;"],
])("%s is escaped", (name, expected) => {
  expect(escapeLabel(name)).toBe(expected);
});

test("an escaped label holds nothing that Mermaid could read, whatever the name", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const escaped = escapeLabel(visibleName(name));
      expect(escaped).toMatch(/^([A-Za-z0-9 ]|#[0-9]+;)+$/);
      expect(escaped).not.toMatch(/^[0-9]/);
      const back = escaped.replace(/#([0-9]+);/g, (_, code) => String.fromCodePoint(Number(code)));
      expect(back).toBe(visibleName(name));
    }),
    { seed: 3 },
  );
});

test("what cannot be seen is shown as a mark, and white space as one space", () => {
  expect(visibleName("a\n\t b")).toBe("a b");
  expect(visibleName("a\u202eb\u200bc\u0000")).toBe("a\uFFFDb\uFFFDc\uFFFD");
  expect(visibleName(" \n")).toBe("(no name)");
});

test("a long name loses its middle, never half a character", () => {
  const name = "🚀".repeat(100);
  expect([...visibleName(name)]).toHaveLength(60);
  expect(visibleName(name)).toMatch(/^🚀{40}…🚀{19}$/u);
});
