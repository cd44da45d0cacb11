import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { raises } from "../../src/build/outcome.ts";
import type { Problem } from "../../src/model/problem.ts";
import type { Span } from "../../src/model/span.ts";
import type { Field, Value } from "../../src/model/value.ts";
import { files } from "../parity/parse/files.ts";
import { documents } from "../parity/yaml/documents.ts";
import { plain, read } from "../yaml/reading.ts";
import { metadata, parse } from "./parsing.ts";

const sampling = {
  numRuns: Number(process.env.WINDSOCK_RUNS ?? 300),
  seed: Number(process.env.WINDSOCK_SEED ?? 20260101),
};

/** All places of a value, of what is in it, and of problems. */
function spansOf(values: readonly Value[]): Span[] {
  return values.flatMap((value): Span[] => {
    const own = value.span ? [value.span] : [];
    if (value.t === "list" || value.t === "tuple" || value.t === "set") return [...own, ...spansOf(value.v)];
    if (value.t === "map") return [...own, ...spansOf(value.v.flat())];
    if (value.t === "call") return [...own, ...spansOf([...value.args, ...value.kwargs.map(([, part]) => part)])];
    return own;
  });
}

const fieldSpans = (fields: readonly Field[]): Span[] =>
  fields.flatMap(({ keySpan, value }) => [...(keySpan ? [keySpan] : []), ...spansOf([value])]);

const placesOf = (problems: readonly Problem[]): Span[] => problems.map(({ at }) => at);

function expectInside(text: string, spans: readonly Span[]): void {
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
}

describe("places", () => {
  test("of any document lie in it, and reading never throws", () => {
    fc.assert(
      fc.property(fc.oneof(documents, fc.string({ unit: "binary" })), (text) => {
        const { value, problems } = read(text);
        expectInside(text, [...(value ? spansOf([value]) : []), ...placesOf(problems)]);
        expect(value === null).toBe(problems.some(({ kind }) => kind !== "not-static"));
      }),
      sampling,
    );
  });

  test("of any file lie in it, and parsing never throws", () => {
    fc.assert(
      fc.property(files, ({ name, text }) => {
        if (name === "METADATA.yml") {
          const { fields, problems } = metadata(text);
          expectInside(text, [...fieldSpans(fields ?? []), ...placesOf(problems)]);
          return;
        }
        const { specs, problems } = parse(name, text);
        expectInside(text, [...specs.flatMap(({ fields }) => fieldSpans(fields)), ...placesOf(problems)]);
        expect(specs.length === 0).toBe(problems.some(raises));
      }),
      sampling,
    );
  });

  test("of a plain text are where it is written", () => {
    const word = fc
      .stringMatching(/^[a-zé日😀][a-z0-9é日😀_ .-]{0,12}[a-zé日😀]$/u)
      .filter((text) => !/---|^(?:yes|no|on|off|true|false|null)$/i.test(text));
    const lines = fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 5 });
    const shape = fc.constantFrom<[string, (yaml: string) => string]>(
      ["t.yml", (yaml) => yaml],
      ["t.yml", (yaml) => `\ufeff# c\n${yaml}`],
      ["t.sql", (yaml) => `---\n${yaml}---\nSELECT 1`],
      ["t.sql", (yaml) => `/*\n${yaml}*/\nSELECT 1`],
      ["t.py", (yaml) => `# ---\n${yaml.replace(/^/gm, "# ").replace(/# $/, "")}# ---\n`],
      [
        "t.ipynb",
        (yaml) =>
          JSON.stringify({ nbformat: 4, cells: [{ cell_type: "markdown", source: `\`\`\`yaml\n${yaml}\`\`\`` }] }),
      ],
    );
    fc.assert(
      fc.property(lines, shape, fc.constantFrom("\n", "\r\n"), (pairs, [name, wrap], newline) => {
        const yaml = `operator: x\n${pairs.map(([key, value]) => `${key}: ${value}\n`).join("")}`;
        const text = name === "t.ipynb" ? wrap(yaml) : wrap(yaml).replaceAll("\n", newline);
        const { specs } = parse(name, text);
        for (const { key, keySpan, value } of specs[0]?.fields ?? []) {
          if (keySpan) expect(text.slice(keySpan.start, keySpan.end)).toBe(key);
          if (keySpan && value.t === "str" && value.span)
            expect(text.slice(value.span.start, value.span.end)).toBe(value.v);
        }
        expect(specs).toHaveLength(1);
      }),
      sampling,
    );
  });
});

const withoutPlaces = (value: unknown): string =>
  JSON.stringify(value, (key, item: unknown) =>
    /span$/i.test(key) ? undefined : typeof item === "bigint" ? `${item}n` : item,
  );

describe("line ends", () => {
  test("do not change what a file says", () => {
    fc.assert(
      fc.property(files, ({ name, text }) => {
        if (name === "t.ipynb" || text.includes("\r")) return;
        const unix = parse(name, text);
        const windows = parse(name, text.replaceAll("\n", "\r\n"));
        expect(withoutPlaces(windows.specs)).toBe(withoutPlaces(unix.specs));
        expect(windows.problems.map(({ kind }) => kind)).toEqual(unix.problems.map(({ kind }) => kind));
      }),
      sampling,
    );
  });

  test("a byte order mark does not change what a YAML file says", () => {
    const text = "operator: x\nretries: 3\n";
    expect(plain(read(`\ufeff${text}`).value)).toEqual(plain(read(text).value));
  });
});
