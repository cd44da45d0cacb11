import fc from "fast-check";
import { ALIASES, ANCHORS, COMMENTS, QUOTED, SCALARS, TAGS } from "./pieces.ts";

/** Pieces that are damage in most places; calm documents leave them out, so that more of them can be read. */
const WILD =
  /^(?:[&*?:|>#%@`\]}[{,!]|- |<<|=$|\t|['"]$|---|\.\.\.|it's|say)|: |, | #|[\t\x07\x85]|\\$|\\q|U0011|"b$|'b$|\n---/;

/** A whole document from a set of pieces. `calm`: mostly valid; else half of them are broken in some way. */
const documentsOf = (calm: boolean): fc.Arbitrary<string> => {
  const tame = <T extends string>(pieces: readonly T[]): T[] => pieces.filter((piece) => !calm || !WILD.test(piece));
  const plain = fc.constantFrom(...tame(SCALARS));
  const quoted = fc.constantFrom(...tame(QUOTED));
  const pick = (calmly: readonly string[], wildly: readonly string[]) =>
    fc.constantFrom(...calmly, ...(calm ? [] : wildly));
  const property = fc.oneof(
    { weight: calm ? 30 : 8, arbitrary: fc.constant("") },
    { weight: 2, arbitrary: pick(["!!str ", "! ", "!!null "], TAGS) },
    { weight: 1, arbitrary: pick(["&a ", "&b ", "&x1-_ "], ANCHORS) },
  );
  const multiline = fc.array(pick(["a", "b c", "", " d", "1"], ["- e", "k: v", "# c"]), {
    minLength: 2,
    maxLength: 4,
  });
  const comment = fc.oneof(
    { weight: 9, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: fc.constantFrom(...COMMENTS) },
  );

  const block = fc
    .tuple(
      pick(["|", ">", "|-", ">-", "|+", ">+", "| # c"], ["|2", "|1-", ">1+", "|0", "|a", "|#c", "|\t"]),
      fc.array(fc.constantFrom("x", "  y", "", " ", "   ", "\tz", "# c", "- i", "k: v", "---", "long text"), {
        maxLength: 5,
      }),
      fc.integer({ min: calm ? 2 : 0, max: 3 }),
    )
    .map(([header, lines, indent]) => [header, ...lines.map((line) => " ".repeat(indent) + line)]);

  const scalar: fc.Arbitrary<string[]> = fc.oneof(
    { weight: 6, arbitrary: plain.map((text) => [text]) },
    { weight: 3, arbitrary: quoted.map((text) => text.split("\n")) },
    { weight: 1, arbitrary: multiline },
    { weight: calm ? 0 : 1, arbitrary: fc.constantFrom(...ALIASES).map((text) => [text]) },
    { weight: 2, arbitrary: block },
  );

  const flowScalar = fc.oneof(
    { weight: 4, arbitrary: plain },
    { weight: 2, arbitrary: quoted },
    { weight: calm ? 0 : 1, arbitrary: fc.constantFrom(...ALIASES) },
  );
  const flow: fc.Arbitrary<string> = fc.letrec<{ node: string; list: string; map: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      fc.tuple(property, flowScalar).map(([p, s]) => p + s),
      tie("list"),
      tie("map"),
    ),
    list: fc
      .tuple(
        fc.array(
          fc.oneof(
            tie("node"),
            fc.tuple(tie("node"), tie("node")).map(([k, v]) => `${k}: ${v}`),
          ),
          { maxLength: 3 },
        ),
        fc.constantFrom(", ", ",", ",\n", ",\n  ", " ,", "\n,"),
        fc.constantFrom("", " ", "\n", "\n  ", ", ", ","),
        fc.constantFrom("", " ", "\n", "\n  "),
      )
      .map(([items, separator, end, start]) => `[${start}${items.join(separator)}${end}]`),
    map: fc
      .tuple(
        fc.array(
          fc.tuple(
            fc.oneof({ weight: 5, arbitrary: flowScalar }, { weight: 1, arbitrary: tie("node") }),
            pick([": ", " : ", ": \n  "], [":", "", ":\n", "\n: "]),
            tie("node"),
          ),
          { maxLength: 3 },
        ),
        fc.constantFrom(", ", ",", ",\n  "),
        fc.constantFrom("", " ", "\n", ","),
      )
      .map(
        ([pairs, separator, end]) => `{${pairs.map(([k, s, v]) => (s === "" ? k : k + s + v)).join(separator)}${end}}`,
      ),
  })).node;

  const indent = (lines: readonly string[], by: number): string[] =>
    lines.map((line) => (line === "" ? line : " ".repeat(by) + line));

  const blockNode: fc.Arbitrary<string[]> = fc.letrec<{ node: string[]; list: string[]; map: string[] }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      fc.tuple(property, scalar).map(([p, lines]) => [p + (lines[0] ?? ""), ...lines.slice(1)]),
      flow.map((text) => text.split("\n")),
      tie("list"),
      tie("map"),
      tie("map"),
    ),
    list: fc
      .array(
        fc.tuple(
          tie("node"),
          pick(["- ", "-\n"], ["-  ", "-", "-\t"]),
          fc.constantFrom(2, ...(calm ? [] : [2, 2, 1, 0, 3])),
        ),
        {
          minLength: 1,
          maxLength: 3,
        },
      )
      .map((items) =>
        items.flatMap(([node, dash, by]) =>
          dash === "-\n" ? ["-", ...indent(node, by)] : [dash + (node[0] ?? ""), ...indent(node.slice(1), by)],
        ),
      ),
    map: fc
      .array(
        fc.tuple(
          fc.oneof(
            {
              weight: 9,
              arbitrary: fc.constantFrom(
                "a",
                "b",
                "c",
                "key",
                "1",
                "true",
                "1.0",
                "'a'",
                "<<",
                "=",
                "y",
                "on",
                "2024-01-02",
                "?  a",
                "*a",
                "&a a",
                "!!str a",
                "",
              ),
            },
            { weight: 2, arbitrary: flowScalar },
          ),
          tie("node"),
          pick([": ", ":\n"], [":", " : ", ":\t", ": \n", ""]),
          fc.constantFrom(2, 4, ...(calm ? [] : [2, 2, 1, 0])),
          comment,
          property,
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((pairs) =>
        pairs.flatMap(([key, node, colon, by, note, prop]) =>
          colon.endsWith("\n")
            ? [`${key}${colon.trimEnd()}${prop === "" ? "" : ` ${prop}`}${note}`, ...indent(node, by)]
            : [`${key}${colon}${node[0] ?? ""}${note}`, ...indent(node.slice(1), by)],
        ),
      ),
  })).node;

  return fc
    .tuple(
      fc.oneof(
        { weight: 12, arbitrary: fc.constant("") },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            "---\n",
            "--- ",
            "\ufeff",
            "%YAML 1.1\n---\n",
            "%YAML 2.0\n---\n",
            "%TAG ! tag:yaml.org,2002:\n---\n",
            "# c\n",
            "\n",
            "...\n",
            "%FOO\n---\n",
            "---\n---\n",
            " ",
          ),
        },
      ),
      blockNode,
      fc.oneof(
        { weight: 6, arbitrary: fc.constant("\n") },
        {
          weight: 4,
          arbitrary: fc.constantFrom("", "\n\n", "\n...\n", "\n---\n", "\n--- x", "\n# c", " ", "\n  ", "\t", "\n\t\n"),
        },
      ),
      fc.oneof(
        { weight: 6, arbitrary: fc.constant(null) },
        {
          weight: 1,
          arbitrary: fc.tuple(
            fc.nat(1000),
            fc.constantFrom(" ", "\n", ":", "-", "?", ",", "'", '"', "#", "]", "}", "\t", "&", "*", "|", ""),
          ),
        },
      ),
      fc.oneof({ weight: 12, arbitrary: fc.constant("\n") }, { weight: 1, arbitrary: fc.constant("\r\n") }),
    )
    .map(([start, lines, end, damage, newline]) => {
      const text = start + lines.join("\n") + end;
      if (damage === null || calm) return newline === "\n" ? text : text.replaceAll("\n", newline);
      const at = text.length === 0 ? 0 : damage[0] % text.length;
      return text.slice(0, at) + damage[1] + text.slice(at + (damage[1] === "" ? 1 : 0));
    });
};

/** Documents with markers, directives, byte order marks, CRLF, and damage at one place, and as many that are mostly valid. */
export const documents: fc.Arbitrary<string> = fc.oneof(documentsOf(false), documentsOf(true));
