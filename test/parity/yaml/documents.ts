import fc from "fast-check";

/** Pieces of YAML that readers disagree about, and a grammar that puts them together. */
const SCALARS = [
  "a", "b", "key", "foo", "", "~", "null", "Null", "y", "n", "yes", "No", "on", "OFF", "true", "False", "TRUE", "tRue",
  "0", "-0", "+1", "1", "12", "010", "08", "0o10", "0x1F", "0x", "0b101", "1_000", "_1", "1__0", "1e3", "1.5", "1.", ".5", "-.5", "1.5e3", "1.5e+3", "1e+3", ".inf", "-.INF", ".nan", ".", "+", "-",
  "1:30", "1:30:00", "190:20:30.15", "0:0", "00:30", "1:60", "-1:30",
  "2024-01-02", "2024-1-2", "2020-02-30", "2020-13-01", "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.1 Z", "2020-01-01 1:02:03", "2020-01-01T00:00:00+25:00",
  "=", "<<", "<", "@x", "`x`", "%x", "a#b", "a #b", "#", "a:b", "a: b", "a:", ":a", "::", "?a", "? a", "-a", "- a", "--", "---", "...", "&a", "*a", "!t", "!!str", "|", ">", "a, b", "a]", "{a", "[a", "]", "}", ",", "http://x.y/z?q=1", "{{ ds }}", "é", "日本", "😀", "\u00a0", "\ufeff", "a\tb", "\ta", "a\t", "x\u0085y", "\u0007", "a  b", "'", '"', "it's", 'say "x"', "\\n", "a\\", "key value", "<<a",
] as const;
const QUOTED = [
  "'a'", "''", "'it''s'", "'a b'", "'a\n b'", "'a\n\n  b'", "'1'", "'a\nb'", '"a"', '""', '"a\\nb"', '"a\\tb"', '"\\x41"', '"\\u00e9"', '"\\q"', '"a\n  b"', '"a\\\n  b"', '"a\n\n b"', '"a\nb"', '"a\\', '"', "'", '"a"b', "'a'b", '"\\/"', '"a\\  b"', '"\ta"', '"a\t\n\tb"', '"\\ud83d\\ude00"', '"\\U0001F600"', '"\\U00110000"', '"---\n---"', "'a: b'", '"a" #c', '"a"#c', "'#'",
] as const;
const TAGS = ["!!str ", "!!int ", "!!float ", "!!bool ", "!!null ", "!!binary ", "!!timestamp ", "!!seq ", "!!map ", "!!set ", "!!omap ", "!!pairs ", "! ", "!t ", "!", "!!", "!!python/none ", "!<tag:yaml.org,2002:str> ", "!a!b ", "!!value ", "!!merge "] as const;
const ANCHORS = ["&a ", "&b ", "&a\n", "&x1-_ ", "&a:b ", "& "] as const;
const ALIASES = ["*a", "*b", "*a ", "*x1-_"] as const;
const COMMENTS = [" # c", "#c", " #", "\t# c", "  "] as const;

const plain = fc.constantFrom(...SCALARS);
const quoted = fc.constantFrom(...QUOTED);
const property = fc.oneof({ weight: 8, arbitrary: fc.constant("") }, { weight: 2, arbitrary: fc.constantFrom(...TAGS) }, { weight: 1, arbitrary: fc.constantFrom(...ANCHORS) });
const multiline = fc.array(fc.constantFrom("a", "b c", "", " d", "- e", "k: v", "# c", "1"), { minLength: 2, maxLength: 4 });
const comment = fc.oneof({ weight: 9, arbitrary: fc.constant("") }, { weight: 1, arbitrary: fc.constantFrom(...COMMENTS) });

const block = fc
  .tuple(fc.constantFrom("|", ">", "|-", ">-", "|+", ">+", "|2", "|1-", ">1+", "|0", "|a", "| # c", "|#c", "|\t"), fc.array(fc.constantFrom("x", "  y", "", " ", "   ", "\tz", "# c", "- i", "k: v", "---", "long text"), { maxLength: 5 }), fc.integer({ min: 0, max: 3 }))
  .map(([header, lines, indent]) => [header, ...lines.map((line) => " ".repeat(indent) + line)]);

const scalar: fc.Arbitrary<string[]> = fc.oneof(
  { weight: 6, arbitrary: plain.map((text) => [text]) },
  { weight: 3, arbitrary: quoted.map((text) => text.split("\n")) },
  { weight: 1, arbitrary: multiline },
  { weight: 1, arbitrary: fc.constantFrom(...ALIASES).map((text) => [text]) },
  { weight: 2, arbitrary: block },
);

const flowScalar = fc.oneof({ weight: 4, arbitrary: plain }, { weight: 2, arbitrary: quoted }, { weight: 1, arbitrary: fc.constantFrom(...ALIASES) });
const flow: fc.Arbitrary<string> = fc.letrec<{ node: string; list: string; map: string }>((tie) => ({
  node: fc.oneof({ maxDepth: 3, depthSize: "small" }, fc.tuple(property, flowScalar).map(([p, s]) => p + s), tie("list"), tie("map")),
  list: fc.tuple(fc.array(fc.oneof(tie("node"), fc.tuple(tie("node"), tie("node")).map(([k, v]) => `${k}: ${v}`)), { maxLength: 3 }), fc.constantFrom(", ", ",", ",\n", ",\n  ", " ,", "\n,"), fc.constantFrom("", " ", "\n", "\n  ", ", ", ","), fc.constantFrom("", " ", "\n", "\n  "))
    .map(([items, separator, end, start]) => `[${start}${items.join(separator)}${end}]`),
  map: fc.tuple(fc.array(fc.tuple(fc.oneof({ weight: 5, arbitrary: flowScalar }, { weight: 1, arbitrary: tie("node") }), fc.constantFrom(": ", ":", " : ", "", ":\n", ": \n  ", "\n: "), tie("node")), { maxLength: 3 }), fc.constantFrom(", ", ",", ",\n  "), fc.constantFrom("", " ", "\n", ","))
    .map(([pairs, separator, end]) => `{${pairs.map(([k, s, v]) => (s === "" ? k : k + s + v)).join(separator)}${end}}`),
})).node;

const indent = (lines: readonly string[], by: number): string[] => lines.map((line) => (line === "" ? line : " ".repeat(by) + line));

const blockNode: fc.Arbitrary<string[]> = fc.letrec<{ node: string[]; list: string[]; map: string[] }>((tie) => ({
  node: fc.oneof({ maxDepth: 4, depthSize: "small" }, fc.tuple(property, scalar).map(([p, lines]) => [p + (lines[0] ?? ""), ...lines.slice(1)]), flow.map((text) => text.split("\n")), tie("list"), tie("map"), tie("map")),
  list: fc.array(fc.tuple(tie("node"), fc.constantFrom("- ", "-  ", "-", "-\n", "-\t"), fc.constantFrom(2, 2, 2, 1, 0, 3)), { minLength: 1, maxLength: 3 })
    .map((items) => items.flatMap(([node, dash, by]) => (dash === "-\n" ? ["-", ...indent(node, by)] : [dash + (node[0] ?? ""), ...indent(node.slice(1), by)]))),
  map: fc.array(fc.tuple(fc.oneof({ weight: 9, arbitrary: fc.constantFrom("a", "b", "c", "key", "1", "true", "1.0", "'a'", "<<", "=", "y", "on", "2024-01-02", "?  a", "*a", "&a a", "!!str a", "") }, { weight: 2, arbitrary: flowScalar }), tie("node"), fc.constantFrom(": ", ":", ":\n", " : ", ":\t", ": \n", ""), fc.constantFrom(2, 2, 2, 1, 0, 4), comment, property), { minLength: 1, maxLength: 4 })
    .map((pairs) => pairs.flatMap(([key, node, colon, by, note, prop]) => (colon.endsWith("\n") ? [`${key}${colon.trimEnd()}${prop === "" ? "" : ` ${prop}`}${note}`, ...indent(node, by)] : [`${key}${colon}${node[0] ?? ""}${note}`, ...indent(node.slice(1), by)]))),
})).node;

/** A whole document, sometimes with markers, directives, a byte order mark, CRLF, and damage at one place. */
export const documents: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof({ weight: 12, arbitrary: fc.constant("") }, { weight: 1, arbitrary: fc.constantFrom("---\n", "--- ", "\ufeff", "%YAML 1.1\n---\n", "%YAML 2.0\n---\n", "%TAG ! tag:yaml.org,2002:\n---\n", "# c\n", "\n", "...\n", "%FOO\n---\n", "---\n---\n", " ") }),
    blockNode,
    fc.oneof({ weight: 6, arbitrary: fc.constant("\n") }, { weight: 4, arbitrary: fc.constantFrom("", "\n\n", "\n...\n", "\n---\n", "\n--- x", "\n# c", " ", "\n  ", "\t", "\n\t\n") }),
    fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.tuple(fc.nat(1000), fc.constantFrom(" ", "\n", ":", "-", "?", ",", "'", '"', "#", "]", "}", "\t", "&", "*", "|", "")) }),
    fc.oneof({ weight: 12, arbitrary: fc.constant("\n") }, { weight: 1, arbitrary: fc.constant("\r\n") }),
  )
  .map(([start, lines, end, damage, newline]) => {
    const text = start + lines.join("\n") + end;
    if (damage === null) return newline === "\n" ? text : text.replaceAll("\n", newline);
    const at = text.length === 0 ? 0 : damage[0] % text.length;
    return text.slice(0, at) + damage[1] + text.slice(at + (damage[1] === "" ? 1 : 0));
  });
