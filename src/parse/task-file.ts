import { isGustyBefore } from "../config/gusty-release.ts";
import { withKnownValues } from "../discover/known-values.ts";
import { baseName, type Path } from "../model/path.ts";
import type { Problem } from "../model/problem.ts";
import type { HookedFile } from "../model/site.ts";
import type { Content } from "../model/snapshot.ts";
import type { Embedded, Span } from "../model/span.ts";
import type { TaskFile } from "../model/spec.ts";
import { partOf, wholeFile } from "../yaml/embedded.ts";
import { SECOND_DOCUMENT } from "../yaml/parse-text.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { fieldsOf, type ParsedFields, withField } from "./fields.ts";
import { cutFrontMatter } from "./front-matter.ts";
import { type Header, noHeader } from "./header.ts";
import { specsOf } from "./multi-task.ts";
import { cutNotebook } from "./notebook.ts";
import type { ParseOptions } from "./parse-options.ts";
import { parsePy } from "./parse-py.ts";
import { readText } from "./read-text.ts";
import { renderFields } from "./render-fields.ts";
import { brokenRules, nameOf } from "./task-rules.ts";

const EXTENSIONS = [".yml", ".yaml", ".Rmd", ".py", ".ipynb", ".sql"];

/**
 * True for the name of a file that gusty takes for a task (`gusty/building.py`, `create_schematic`).
 * @param more extensions that `parse_hooks` add
 */
export const isTaskFile = (name: string, more: readonly string[] = []): boolean =>
  [...EXTENSIONS, ...more].some((extension) => name.endsWith(extension)) &&
  name !== "METADATA.yml" &&
  !/^[_.]/.test(name);

/** The id that a file's name gives: without extension, lower-cased and stripped (`gusty/parsing/__init__.py`, `parse`). */
export function taskIdOf(file: Path): string {
  const name = baseName(file);
  const dot = name.lastIndexOf(".");
  return (dot > 0 ? name.slice(0, dot) : name).toLowerCase().trim();
}

/**
 * Reads one task file by the rules of `gusty/parsing`. Where gusty raises, `specs` is empty and `problems` say why, each
 * with its place in the file. Nothing of the file is executed.
 */
export function parseTaskFile(file: Path, content: Content, options: ParseOptions): TaskFile {
  const taskId = taskIdOf(file);
  const read = readText(file, content);
  if (!read.ok) return { file, taskId, specs: [], problems: [read.problem] };
  const source = wholeFile(file, read.text);
  const whole: Span = { file, start: 0, end: read.text.length };
  const hook = options.hooks?.get(file);
  const written = hook ? parseHooked(source, hook, options) : parseAs(typeOf(file), source, options);
  // What a function of the project reads, gusty does not render.
  const plain = hook?.t === "value" && hook.value.t !== "name";
  const parsed = rendersTasks(options) && !plain ? rendered(file, written, options) : written;
  if (parsed.fields === null) return { file, taskId, specs: [], problems: parsed.problems };
  const fields = withKnownValues(parsed.fields, options.values ?? new Map(), new Map([[file, read.text]]));
  const problems = [...parsed.problems, ...brokenRules(fields, taskId, whole, read.text)];
  const specs = specsOf(file, taskId, fields, whole, problems, options.gusty);
  return { file, taskId, specs: problems.some(losesSpecs) ? [] : specs, problems };
}

/** Which of gusty's own parsers reads a file. */
type FileType = "py" | "ipynb" | "sql" | "Rmd" | "yml";

const typeOf = (file: Path): FileType => {
  const extension = file.slice(file.lastIndexOf(".") + 1);
  return extension === "py" || extension === "ipynb" || extension === "sql" || extension === "Rmd" ? extension : "yml";
};

const parseAs = (type: FileType, source: Embedded, options: ParseOptions): ParsedFields =>
  type === "py" ? parsePy(source, options) : parseHeader(type, source, options);

/** gusty's own parsers, which may be given for other extensions: of those with front matter, one without a comment. */
const PARSERS: ReadonlyMap<string, FileType> = new Map([
  ["gusty.parsing.parsers.parse_generic", "Rmd"],
  ["gusty.parsing.parsers.parse_py", "py"],
  ["gusty.parsing.parsers.parse_ipynb", "ipynb"],
]);

/** What a function of `parse_hooks` gives of a file. */
function parseHooked(source: Embedded, hook: HookedFile, options: ParseOptions): ParsedFields {
  const at: Span = { file: source.file, start: 0, end: source.text.length };
  if (hook.t === "raises") {
    const expected = "A file that the function in `parse_hooks` reads.";
    return { fields: null, problems: [{ kind: "raises", at, detail: `${hook.detail}.`, expected }] };
  }
  const value = options.values?.get(hook.call) ?? hook.value;
  const own = value.t === "name" ? PARSERS.get(value.path) : undefined;
  if (own) return parseAs(own, source, options);
  const open = (expression: string, why: string): Problem => ({
    kind: "not-static",
    at,
    expression,
    why: `The function in \`parse_hooks\` gives what only Python knows: ${why}.`,
    affects: "shape",
  });
  if (value.t === "expr" || value.t === "call" || value.t === "name") {
    return {
      fields: null,
      problems: [open(hook.call, value.t === "expr" ? value.why : "it is no function of the project")],
    };
  }
  if (value.t !== "map") {
    const detail = `The function in \`parse_hooks\` gives ${nameOf(value)}, not a mapping.`;
    return {
      fields: null,
      problems: [{ kind: "raises", at, detail, expected: "A mapping with at least `operator`." }],
    };
  }
  const fields = fieldsOf(value.v);
  const shaping = SHAPING.flatMap((key) => {
    const found = fields.find((field) => field.key === key)?.value;
    return found?.t === "expr" || found?.t === "call" ? [open(`${hook.call}["${key}"]`, "it shapes the DAG")] : [];
  });
  return shaping.length > 0 ? { fields: null, problems: shaping } : { fields, problems: [] };
}

/** Keys of a task that say which tasks and edges there are. */
const SHAPING = ["operator", "dependencies", "external_dependencies", "multi_task_spec", "python_callable_partials"];

/** gusty rendered the texts of all task files when it made the DAG, before `render_on_create` was there to ask for it. */
const rendersTasks = ({ gusty, rendersTasks }: ParseOptions): boolean =>
  isGustyBefore(gusty, "0.18") ? !isGustyBefore(gusty, "0.10") : rendersTasks === true;

function rendered(file: Path, { fields, problems }: ParsedFields, options: ParseOptions): ParsedFields {
  if (fields === null) return { fields, problems };
  const result = renderFields(file, fields, options);
  return { fields: result.fields, problems: [...problems, ...result.problems] };
}

/** Whether gusty gives no spec because of a problem. */
const losesSpecs = (problem: Problem): boolean =>
  problem.kind === "python-syntax"
    ? problem.raises
    : problem.kind !== "not-static" && problem.kind !== "overwritten-key";

/** Every file type but `.py`: the header is a mapping, and behind it the text of a `.sql` file is its `sql`. */
function parseHeader(type: FileType, source: Embedded, options: ParseOptions): ParsedFields {
  const header = headerOf(type, source, options.gusty);
  if (!header.ok) return { fields: null, problems: [header.problem] };
  const { value, problems } = readYaml(header.yaml, options.constructors);
  if (value === null) return { fields: null, problems: problems.map(asFrontMatter) };
  if (value.t !== "map") {
    const what =
      value.t === "null"
        ? "The file says nothing: its YAML is empty."
        : `The YAML of the file is ${nameOf(value)}, not a mapping.`;
    const refused = noHeader(source, what, "Keys and values, with at least `operator`.");
    return { fields: null, problems: refused.ok ? [] : [refused.problem] };
  }
  const fields = fieldsOf(value.v);
  if (!header.body || type !== "sql") return { fields, problems };
  const span = { file: source.file, start: header.body.toFile(0), end: header.body.toFile(header.body.text.length) };
  return {
    fields: withField(fields, { key: "sql", keySpan: null, value: { t: "str", v: header.body.text, span } }),
    problems,
  };
}

/** A second document is mostly front matter that was meant as such, in a file type that has none. */
export function asFrontMatter(problem: Problem): Problem {
  const whole = /\.ya?ml$/.test(problem.at.file);
  if (!whole || problem.kind !== "yaml-syntax" || problem.detail !== SECOND_DOCUMENT) return problem;
  const expected =
    "One document: a `.yml` file has no front matter, so remove the second `---` and the text behind it.";
  return { kind: "front-matter", at: problem.at, detail: SECOND_DOCUMENT, expected };
}

function headerOf(type: FileType, source: Embedded, gusty: string | null): Header {
  if (type === "sql" || type === "Rmd") return cutFrontMatter(source, type);
  if (type === "ipynb") return cutNotebook(source);
  if (isGustyBefore(gusty, "0.10") && source.text.startsWith("---")) {
    const cut = cutFrontMatter(source, "Rmd");
    if (cut.ok || !isGustyBefore(gusty, "0.7.2")) return cut;
  }
  // python-frontmatter, which read the files before ABSQL, gives the text without what is blank at its ends.
  if (isGustyBefore(gusty, "0.7.2")) return yamlFile(trimmed(source));
  return yamlFile(source);
}

function trimmed(source: Embedded): Embedded {
  const start = source.text.length - source.text.trimStart().length;
  return partOf(source, start, start + source.text.trim().length);
}

/** A `.yml` file is one document; one that begins with `{` takes a way of its own in ABSQL and comes out as a text. */
export function yamlFile(source: Embedded): Header {
  if (!source.text.startsWith("{")) return { ok: true, yaml: source, body: null };
  return noHeader(
    source,
    "The file begins with `{`, and gusty reads it as one text.",
    "Keys and values as lines, without braces around them.",
  );
}
