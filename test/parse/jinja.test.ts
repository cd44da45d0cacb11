import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Value } from "../../src/model/value.ts";
import { renderText } from "../../src/parse/render-text.ts";

const str = (v: string): Value => ({ t: "str", v });

/** Names of the project's functions, and what they give here. */
const KNOWN = new Map<string, Value | "function">([
  ["town", str("York")],
  ["road", "function"],
  ["machine", "function"],
]);

const render = (text: string) =>
  renderText(text, KNOWN, 1000, (name, args) =>
    name === "road" && args[0]?.t === "str" ? str(`${args[0].v}!`) : null,
  );

describe("texts rendered by Jinja", () => {
  test.each<[string, string]>([
    ["{{ road(town) }}", "York!"],
    ["{{ town | road }}", "York!"],
    ["{{ nobody }} {{ nobody | default('x') }}", "{{ nobody }} x"],
    ["{% if town == 'York' %}a{% else %}b{% endif %}", "a"],
    ["{% for c in 'ab' %}{{ c }}{{ loop.index }}{% endfor %}", "a1b2"],
    ["{{ '}}' }}{# {{ #}", "}}"],
  ])("%j", (text, expected) => {
    expect(render(text)).toEqual({ kind: "text", text: expected });
  });

  test.each<[string, string]>([
    ["{{ machine() }}", "{{ machine() }}"],
    ["a {{ town | sort }} b", "{{ town | sort }}"],
    ["{% macro m() %}{% endmacro %}", "{% macro m() %}{% endmacro %}"],
    ["{{ (1).__class__ }}", "{{ (1).__class__ }}"],
  ])("%j is only known to Python", (text, expression) => {
    expect(render(text)).toMatchObject({ kind: "unknown", expression });
  });

  test.each(["{{ nobody.x }}", "{{ nobody + 1 }}", "{{ nobody() }}", "{{ 1 / 0 }}", "{{ town", "{{ }}"])(
    "%j raises",
    (text) => {
      expect(render(text).kind).toBe("raises");
    },
  );

  test("always end, whatever they hold, and take no longer than they are", () => {
    const piece = fc.constantFrom(
      "{{",
      "}}",
      "{%",
      "%}",
      "{#",
      "#}",
      "if",
      "for",
      "in",
      "x",
      "(",
      ")",
      "[",
      "|",
      "'",
      "\n",
      "-",
      "not ",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 40 }), (parts) => {
        expect(["text", "raises", "unknown"]).toContain(render(parts.join("")).kind);
      }),
    );
    const nested = `{% for a in range(900) %}{% for b in range(900) %}x{% endfor %}{% endfor %}`;
    expect(render(nested).kind).toBe("unknown");
    expect(render(`{{ ${"(".repeat(5000)}1${")".repeat(5000)} }}`).kind).toBe("unknown");
    expect(render("{% if a %}".repeat(5000)).kind).not.toBe("text");
    expect(render(`{{ ${"not ".repeat(20_000)}1 }}`).kind).not.toBe("raises");
  });
});
