import fc from "fast-check";

/** A task file or METADATA.yml of a random kind. */
export interface RandomFile {
  readonly name: string;
  readonly text: string;
}

const oneOf = (...texts: string[]) => fc.constantFrom(...texts);
/** Mostly `usual`; now and then one of `odd`. */
const mostly = (usual: string[], odd: string[]) =>
  fc.oneof({ weight: 6, arbitrary: oneOf(...usual) }, { weight: 1, arbitrary: oneOf(...odd) });

const tagScalars = [
  "'minutes: 2'",
  "minutes: 2",
  "1",
  "'1'",
  "010",
  "0x1F",
  "",
  "~",
  "'a: 1, b: 2'",
  "'{hours: 1, minutes: 2}'",
  "[1]",
  "[1, 2]",
  "'[2024, 1, 2]'",
  "'minutes: x'",
  "x",
  "'x'",
  "2024-01-01",
  "1.5",
  "true",
  "yes",
  "'a b'",
  '"x"',
  "'minutes: -1'",
  "'nope: 1'",
  "'days: 1e9'",
  "'weeks: 9999999999'",
  "'1: 2'",
  "{minutes: 2}",
  "{minutes: 010}",
  "{minutes: 0x1F}",
  "{minutes: 1.5}",
  "{minutes: 1_0}",
  "{minutes: yes}",
  "{minutes: 'x'}",
  "{minutes: }",
  "{days: 1, days: 2}",
  "{<<: {days: 1}}",
  "{1: 2}",
  "[2024, 1, 2]",
  "[2024, 13, 2]",
  "[2024, 2, 29]",
  "[2023, 2, 29]",
  "[2024, 1, 2, 25]",
  "[2024, 1, 2, 3, 4, 5, 6]",
  "{year: 2024, month: 1, day: 2}",
  "{year: 2024, month: 01, day: 08}",
  "{year: 2024}",
  "[010, 1, 1]",
  "[.inf]",
  "[1:30]",
  "[[1]]",
  "[{a: 1}]",
  "[!env_var HOME]",
  "[!days_ago 1]",
  "[!env_var [HOME]]",
  "[!timedelta {days: 1}]",
  "[2024-01-01]",
  "[null]",
  "[~, ~]",
  "['a\"']",
  "['a\\nb']",
  "['a\\']",
  '["a\\tb"]',
  '[\'"""\']',
  "HOME",
  "[HOME, x]",
  "{var: HOME, default: 1}",
  "{var: 1}",
  "{default: 1, dev: 2}",
  "{dev: 2, prod: '3'}",
  "{tz: UTC, days: 2}",
  "[UTC, 2]",
  "{hours: 2}",
  "{hours: x}",
  "{tz: Europe/Berlin}",
  "[1, 2, 3, 4, 5, 6, 7]",
  "[1, 2, 3, 4, 5, 6, 7, 8]",
  "!!str 1",
  "&a 1",
  "*a",
  "|\n  minutes: 2",
  ">\n  1",
  "\n  minutes: 2",
  "\n  - 2024\n  - 1\n  - 2",
  "- 1",
  "{minutes: !!int '5'}",
  "{minutes: !!str 5}",
  "[ y, n, Y ]",
  "[on, off]",
  "['\\x41', '\\u00e9', '\\101', '\\q']",
  "[=]",
  "[<<]",
  "[a, b: c]",
  "{a}",
  "[+1, -2, +.5, 1., 1e3]",
  "[1__0]",
  "[0b1]",
  "[0o7]",
  "[-010]",
  "['']",
  "[ ]",
  "{ }",
  "'{}'",
  "'[]'",
];
const tags = [
  "!timedelta",
  "!datetime",
  "!days_ago",
  "!env_var",
  "!env_switch",
  "!previous_date",
  "!previous_hour",
  "!unknown",
];
const tagged = fc
  .tuple(mostly(tags.slice(0, 7), ["!unknown", "!!timedelta"]), fc.constantFrom(...tagScalars))
  .map(([tag, text]) => `${tag} ${text}`);

const value = fc.oneof(
  {
    weight: 4,
    arbitrary: oneOf(
      "1",
      "x",
      "'y'",
      "true",
      "[a, b]",
      "{k: v}",
      "{k: {l: 1}, m: [1]}",
      "2024-01-01",
      "null",
      "",
      '"z"',
      "1.5",
      "|\n  text\n  more",
      "'{{ ds }}'",
    ),
  },
  { weight: 2, arbitrary: tagged },
);
const line = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        mostly(["a", "retries", "params", "owner"], ["on", "1", "task_id", "file_path", "sql", "'x y'", "operator"]),
        value,
      )
      .map(([key, text]) => `${key}: ${text}`),
  },
  {
    weight: 1,
    arbitrary: mostly(
      ["dependencies: [a, b]", "dependencies: []"],
      [
        "dependencies: a",
        "dependencies: [1]",
        "dependencies:",
        "dependencies: {a: b}",
        "dependencies: [a, ]",
        "dependencies:\n  - a\n  - 'b'",
      ],
    ),
  },
  {
    weight: 1,
    arbitrary: mostly(["external_dependencies:\n  - dag: task", "# comment", ""], ["  bad", "- x", "a b", "\ta: 1"]),
  },
  {
    weight: 1,
    arbitrary: mostly(
      ["multi_task_spec:\n  One: {retries: 1}\n  two:\n    params: {z: 1}", "multi_task_spec: {}"],
      [
        "multi_task_spec: [a]",
        "multi_task_spec:\n  a:",
        "multi_task_spec: x",
        "multi_task_spec:\n  a: {params: {q: 1}, operator: z}\n  b: {task_id: other}",
        "multi_task_spec:\n  1: {}",
        "multi_task_spec:\n  a: {owner: {q: 1}}",
        "multi_task_spec:\n  a: {python_callable: f}",
        "multi_task_spec: {a: {params: {}}}",
      ],
    ),
  },
);
const operator = mostly(
  ["operator: x.Y"],
  ["", "operator:", "operator: local.Z", "Operator: x", "operator: x\noperator: y"],
);
const yaml = fc
  .tuple(operator, fc.array(line, { maxLength: 4 }))
  .map(([first, lines]) => [first, ...lines].filter((text) => text !== "").join("\n"));

const pyLine = mostly(
  [
    "python_callable: f",
    "python_callable: f",
    "python_callable_partials:\n  one: {x: 1}\n  Two: {}",
    "extra_callables:\n  on_failure_callback: g",
  ],
  [
    "python_callable: missing",
    "python_callable: h",
    "python_callable: inner",
    "python_callable: K",
    "python_callable: join",
    "python_callable: late",
    "python_callable: method",
    "python_callable: const",
    "python_callable:",
    "python_callable: 1",
    "extra_callables: [f]",
    "extra_callables:",
    "extra_callables:\n  x: nope\n  y: g",
    "python_callable_partials:\n  a:",
    "python_callable_partials: [a]",
    "python_callable_partials:\n  a: {1: 2}",
  ],
);
const code = mostly(
  ["def f(x=1):\n    def inner(): pass\n\ndef g(): pass\n"],
  [
    "",
    "x = 1\n",
    "async def h(): pass\nclass K:\n    def method(self): pass\nfrom os.path import join\nconst = lambda: 1\ndef f(): pass\ndef g(): pass\nif True:\n    def late(): pass\n",
    "def outer():\n    def h(): pass\n    def join(): pass\nfrom os.path import join\ndef f(): pass\ndef g(): pass\n",
  ],
);
const pyYaml = fc
  .tuple(fc.array(fc.oneof(line, pyLine, pyLine), { maxLength: 4 }))
  .map(([lines]) => lines.filter((text) => text !== "").join("\n"));

const py = fc
  .tuple(
    mostly(
      [""],
      [
        "#!/usr/bin/env python\n",
        "# -*- coding: utf-8 -*-\n",
        "\n",
        "# hi\n",
        "#\n",
        "\ufeff",
        "# coding: latin-1\n",
        '"""doc"""\n',
        "import os\n",
      ],
    ),
    mostly(["# ---", "#---"], ["# ----", "# --- x", "#  ---", "# ---  ", ""]),
    pyYaml,
    mostly(["# "], ["#", "#  ", ""]),
    mostly(["# ---"], ["# ----", "", "# ...", "#---"]),
    code,
  )
  .map(
    ([start, open, header, prefix, close, body]) =>
      `${start}${open}\n${
        header === ""
          ? ""
          : `${header
              .split("\n")
              .map((text) => (text === "" ? "#" : prefix + text))
              .join("\n")}\n`
      }${close}\n${body}`,
  );

const sql = fc.oneof(
  fc
    .tuple(
      mostly(
        ["---\n"],
        ["--- \n", "----\n", "---\n\n", " ---\n", "\n---\n", "---yaml\n", "\ufeff---\n", "---x\n---\n", ""],
      ),
      yaml,
      mostly(
        ["\n---\n"],
        ["\n--- \n", "\n----\n", "\n---\n\n\n", "\n---", "\n--- x\n", "", "\n ---\n", "\n...\n", "\n---x\n---\n"],
      ),
      oneOf("SELECT 1\n", "\n\nSELECT 1\n\n", "SELECT '---'\n---\nx", "", "{{ ds }} -- x", "  SELECT\n\t1  \n"),
    )
    .map((parts) => parts.join("")),
  fc
    .tuple(
      mostly(["/*\n"], ["/* ", "/**\n", " /*\n", "\n/*\n"]),
      yaml,
      mostly(["\n*/\n"], [" */\n", "\n*/ \n", "\n*/ SELECT\n*/\n", "\n**/\n", "", "\n */"]),
      oneOf("SELECT 1\n", "\n\nSELECT /* c */ 1\n\n", ""),
    )
    .map((parts) => parts.join("")),
);
const yml = fc
  .tuple(
    mostly([""], ["---\n", "{", "\ufeff", "# c\n", "%YAML 1.1\n---\n"]),
    yaml,
    mostly(["\n", ""], ["\n---\n", "\n...\n", "}", "\n---\nbody"]),
  )
  .map((parts) => parts.join(""));

const notebook = fc
  .tuple(
    fc.constantFrom(4, 4, 4, 3, 3, 5),
    mostly(["```yaml\n", "```yml\n"], ["``` yaml\n", "```yaml ", "\n```yaml\n", "```\n", "```yamlx: 1\n"]),
    yaml,
    mostly(["\n```"], ["\n```\n\ntext: 1\n", "", "\n``` ```"]),
    fc.constantFrom("list", "string"),
    mostly(["markdown"], ["code", "raw", "html"]),
    fc.boolean(),
  )
  .map(([version, open, header, close, form, type, first]) => {
    const text = `${open}${header}${close}`;
    const cell = {
      cell_type: type,
      metadata: {},
      ...(type === "code" ? { outputs: [], execution_count: null } : {}),
      source: form === "string" ? text : text.split(/(?<=\n)/),
    };
    const cells = [
      ...(first ? [{ cell_type: "markdown", metadata: {}, source: ["# Title"] }] : []),
      cell,
      { cell_type: "markdown", metadata: {}, source: "```yaml\noperator: second\n```" },
    ];
    const rest = { metadata: {}, nbformat: version, nbformat_minor: version === 4 ? 4 : 0 };
    return JSON.stringify(
      version === 4 ? { cells, ...rest } : { worksheets: [{ cells, metadata: {} }], ...rest },
      null,
      first ? 1 : 0,
    );
  });

const metaText = oneOf(
  "'{{ ds }}'",
  "'{{ds}} x'",
  "'{{ owner }}'",
  "'{{ a }}'",
  "'{{ 1 }}'",
  "\"{{ 'x' }}\"",
  "'{{ a.b }}'",
  "'{{ macros.ds_add(ds, 1) }}'",
  "'{{ params[\"x\"] }}'",
  "'{{ f(1) }}'",
  "'{{ '",
  "'}}'",
  "'{{ }}'",
  "plain",
  "'  padded  '",
  '"a\\tb"',
  '"\\ta\\n\\t  b\\n"',
  "|\n  a\n    b\n\n  c\n",
  "|2\n    a\n   b\n",
  '">\\n  x\\n y"',
  "'{{ true }}'",
  "'{ {x} }'",
  "'{{ owner }} {{ owner }}'",
  "['{{ ds }}', ' x ']",
  "{k: ' v ', l: '{{ owner }}'}",
  "'{{ retries }}'",
  '"a\\n"',
  '"\\n\\n a\\n"',
  "'{{ \"q\" }}'",
  "'{{ None }}'",
);
const metadata = fc
  .tuple(
    fc.array(
      fc
        .tuple(
          mostly(
            ["owner", "a", "doc_md", "retries", "description", "tags", "default_args"],
            ["text", "self", "on", "1", "ds", "partial_kwargs"],
          ),
          fc.oneof(metaText, metaText, value),
        )
        .map(([key, text]) => `${key}: ${text}`),
      { maxLength: 4 },
    ),
    mostly(["\n"], ["", "\n---\n", "\n---\nx: 1\n"]),
  )
  .map(([lines, end]) => lines.join("\n") + end);

/** Files of all types that gusty reads. */
export const files: fc.Arbitrary<RandomFile> = fc
  .tuple(
    fc.oneof(
      yml.map((text) => ({ name: "Some Task.yml", text })),
      yml.map((text) => ({ name: "t.yaml", text })),
      sql.map((text) => ({ name: "t.sql", text })),
      sql.map((text) => ({ name: "t.Rmd", text })),
      py.map((text) => ({ name: "t.py", text })),
      py.map((text) => ({ name: "t.py", text })),
      notebook.map((text) => ({ name: "t.ipynb", text })),
      metadata.map((text) => ({ name: "METADATA.yml", text })),
      yml.map((text) => ({ name: "ALL.yml", text })),
    ),
    fc.constantFrom(false, false, false, true),
  )
  .map(([{ name, text }, windows]) => ({
    name,
    text: windows && name !== "t.ipynb" ? text.replaceAll("\n", "\r\n") : text,
  }));
