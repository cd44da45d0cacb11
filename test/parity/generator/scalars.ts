import fc from "fast-check";

/** YAML texts of values of many kinds, as they stand behind `key: ` or `- ` in a block of two spaces. */
export const anyScalar = fc.constantFrom(
  "1",
  "0755",
  "0o755",
  "1:30",
  "-0",
  "1e3",
  "1.5",
  ".inf",
  "yes",
  "off",
  "~",
  "null",
  "y",
  "''",
  "'01'",
  "plain words",
  "'{{ ds }}'",
  '"a\\tb\\n"',
  "'it''s'",
  "2024-01-02",
  "2024-01-02 03:04:05",
  "2024-01-02T03:04:05+02:00",
  "été 日本 ✅",
  "0x1F",
  "1_000",
  "!!str 12",
  "!!binary aGVsbG8=",
  "> # note\n    folded\n    text\n",
  "|-\n    kept\n      as is\n",
);

export const anyValue = fc.oneof(
  { arbitrary: anyScalar, weight: 8 },
  {
    arbitrary: fc.constantFrom("[]", "{}", "[1, two, '3']", "{a: 1, b: [x, y]}", "\n  - 1\n  - x: 2", "!!set {a, b}"),
    weight: 3,
  },
  {
    arbitrary: fc.constantFrom(
      "!timedelta {hours: 2}",
      "!timedelta 'minutes: 2'",
      "!days_ago 3",
      "!datetime [2024, 1, 5]",
    ),
    weight: 2,
  },
);

/** Texts that are no YAML, or use a tag that nobody knows. */
export const brokenValue = fc.constantFrom(
  "[1",
  "{a",
  "'open",
  "!nobody 1",
  "*nothing",
  "a: b: c",
  "@x",
  "`x`",
  "\tx",
  "=",
  "!timedelta {ours: 1}",
  "!days_ago {x}",
  "%x",
  "!datetime 2024-01-01",
  "!datetime 'a: 1'",
  "!timedelta [a]",
);
