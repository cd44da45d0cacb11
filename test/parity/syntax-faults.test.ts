import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { jinjaFault } from "../../src/check/jinja-fault.ts";
import { syntaxFault } from "../../src/python/syntax-fault.ts";
import { makeEnvironments } from "../../tools/python/make-environments.ts";

/** Python that says of each text whether it is refused, and gives files of its own library. */
const JUDGE = `
import ast, json, pathlib, sys, sysconfig, warnings
import jinja2

warnings.simplefilter("ignore")

def refused(parse, text):
    try:
        parse(text)
    except (SyntaxError, jinja2.TemplateSyntaxError):
        return True
    return False

job = json.load(sys.stdin)
environment = jinja2.Environment(extensions=["jinja2.ext.do"])
folder = pathlib.Path(sysconfig.get_paths()["stdlib"])
files = [*sorted(folder.glob("*.py")), *sorted(folder.glob("asyncio/*.py"))]
json.dump({
    "python": [refused(ast.parse, text) for text in job["python"]],
    "jinja": [refused(environment.parse, text) for text in job["jinja"]],
    "library": [file.read_text("utf-8") for file in files] if job["library"] else [],
}, sys.stdout)
`;

interface Answer {
  readonly python: readonly boolean[];
  readonly jinja: readonly boolean[];
  readonly library: readonly string[];
}

let python = "";
beforeAll(async () => {
  python = (await makeEnvironments()).airflow3;
});

function ask(job: {
  readonly python?: readonly string[];
  readonly jinja?: readonly string[];
  readonly library?: boolean;
}): Answer {
  const input = JSON.stringify({ python: [], jinja: [], library: false, ...job });
  const { stdout, stderr } = spawnSync(python, ["-c", JUDGE], { input, encoding: "utf8", maxBuffer: 2 ** 30 });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Answer;
}

/** A text with one small slip: a character or a line gone, a word too much, an indentation, an end of line cut off. */
function slip(text: string, line: number, column: number, how: number): string {
  const lines = text.split("\n");
  const at = line % lines.length;
  const old = lines[at] ?? "";
  const cut = old.length === 0 ? 0 : column % old.length;
  const slips = [
    [old.slice(0, cut) + old.slice(cut + 1)],
    [],
    [`${old} x`],
    [` ${old}`],
    [old.replace(/[:()"'=]$/, "")],
  ] as const;
  lines.splice(at, 1, ...(slips[how % slips.length] ?? []));
  return lines.join("\n");
}

/** Texts that we call wrong and the judge does not; and the share of what the judge refuses that we see. */
function compare(texts: readonly string[], ours: (text: string) => boolean, theirs: readonly boolean[]) {
  const found = texts.map(ours);
  const refused = theirs.filter(Boolean).length;
  return {
    wrong: texts.filter((_, index) => found[index] && !theirs[index]).map((text) => text.slice(0, 400)),
    seen: found.filter((one, index) => one && theirs[index]).length / Math.max(1, refused),
  };
}

describe("Python that is called wrong is wrong", () => {
  test("nothing is said of Python's own library", () => {
    const { library } = ask({ library: true });
    expect(library.length).toBeGreaterThan(150);
    expect(library.filter((text) => syntaxFault(text)).map((text) => text.slice(0, 100))).toEqual([]);
  });

  test("of texts with one slip, most of what Python refuses is seen, and nothing else", () => {
    const short = ask({ library: true }).library.filter((text) => text.length < 12_000);
    const slips = fc.sample(fc.tuple(fc.nat(short.length - 1), fc.nat(2000), fc.nat(200), fc.nat(4)), {
      numRuns: 1500,
      seed: 6,
    });
    const texts = slips.map(([file, line, column, how]) => slip(short[file] ?? "", line, column, how));
    const { wrong, seen } = compare(texts, (text) => syntaxFault(text) !== null, ask({ python: texts }).python);
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(0.85);
  });
});

describe("templates that are called wrong are wrong", () => {
  const part = fc.constantFrom(
    ...["{{", "}}", "{%", "%}", "{#", "#}", "-", "+", " ds ", " if x ", " for a in b ", " endif ", " endfor ", "else"],
    ...[
      "elif y",
      " | ",
      "default('x')",
      "(",
      ")",
      "[",
      "]",
      "{",
      "}",
      "'",
      '"',
      "1.5",
      " is ",
      "divisibleby 3",
      " not ",
    ],
    ...[
      "a.b",
      "~",
      "==",
      "!",
      "$",
      "set x = 1",
      "set x",
      "endset",
      "raw",
      "{% raw %}",
      "{% endraw %}",
      "text\n",
      "@",
      "*",
    ],
    ...["macro f(a)", "endmacro", "call f()", "endcall", "with a=1", "endwith", "do x.append(1)", ",", ":", "{'a': 1}"],
    ...[
      "{{ ds }}",
      "{% if x %}a{% endif %}",
      "{{ x | default('a') }}",
      "{# c #}",
      "{{ {'a': {'b': 1}} }}",
      "{{- ds -}}",
    ],
  );
  const template = fc
    .tuple(fc.array(part, { maxLength: 8 }), fc.constantFrom(["", ""], ["{{", "}}"], ["{%", "%}"]))
    .map(([parts, [open, close]]) => `${open}${parts.join("")}${close}`);

  test("of random templates, most of what Jinja refuses is seen, and nothing else", () => {
    const texts = fc.sample(template, { numRuns: 20_000, seed: 6 });
    const { wrong, seen } = compare(texts, (text) => jinjaFault(text) !== null, ask({ jinja: texts }).jinja);
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(0.8);
  });
});
