import type { Dag } from "../model/dag.ts";
import type { Path } from "../model/path.ts";
import type { Value } from "../model/value.ts";
import { comment } from "./comments.ts";
import type { Constant, FileWriter } from "./file-writer.ts";
import { helperTexts } from "./helpers.ts";
import { firstPartyModules, type Import, importBlock } from "./imports.ts";
import { brackets, type Code, item, print, text } from "./layout.ts";
import { partsOf, writtenValues } from "./nesting.ts";
import type { OwnCode } from "./own-code.ts";
import { STANDARD_LIBRARY } from "./python-names.ts";
import type { SourceText } from "./source-text.ts";
import { tokenize } from "./tokens.ts";

/** The first line of every generated file: how tools know it. */
export const GENERATED_MARK = "# windsock: generated";

/** What stands before the DAG depends on the whole file; so it is written once the DAG's own lines are ready. */
export interface PreambleInput {
  readonly dag: Dag;
  readonly own: OwnCode;
  readonly writer: FileWriter;
  readonly directory: Path;
  /** Files of the repository, as far as they are known. */
  readonly files: Iterable<Path>;
}

/** Header, imports, the path of the repository, helpers and the repository's own definitions, as far as they are used. */
export function writePreamble(out: SourceText, { dag, own, writer, directory, files }: PreambleInput): void {
  const { scope } = writer;
  const parts = own.parts.map(({ file, statements }) => ({
    file,
    statements: statements.map((statement) => writer.inFile(statement, file)),
  }));
  const constants = [...writer.shared];
  const path = constants.length > 0 || writer.rootName !== null ? writer.rootName : null;
  const operators = scope.localImports.length > 0 ? operatorsFolder(writer) : null;
  const rootLine = path === null ? null : rootConstant(path, directory, writer);
  const helpers = helperTexts(scope, dag.airflow);
  const copied = parts.length > 0 || writer.expressions.length > 0;
  const kept = copied || (dag.site.statements ?? []).length > 0;

  for (const line of header(dag, kept)) out.add(line);
  const firstParty = firstPartyModules([...dag.files, ...files]);
  const late = own.changesPath ? laterImports(scope.imports, own) : [];
  const blocks = importBlock(
    scope.imports.filter((entry) => !late.includes(entry)),
    firstParty,
  );
  for (const block of blocks) {
    out.gap(1);
    out.add(block);
  }
  if (operators !== null) {
    out.gap(1);
    out.add(operators);
    for (const block of importBlock(scope.localImports, firstParty)) {
      out.gap(1);
      out.add(block);
    }
  }
  out.gap(1);
  if (rootLine !== null) out.add(rootLine);
  for (const { name, code } of writer.files) out.add(constantText(name, code));
  for (const helper of helpers) {
    out.gap(2);
    out.add(helper);
  }
  const first = parts[0]?.statements[0];
  out.gap(helpers.length > 0 || (first !== undefined && isDefinition(first)) ? 2 : 1);
  if (copied) writeKept(out, parts, importBlock(late, firstParty), writer.expressions);
  for (const { name, code } of constants) {
    out.add(constantText(name, code));
    out.gap(1);
  }
}

/** Packages that every Airflow has, whatever `sys.path` says. */
const INSTALLED = new Set(["__future__", "airflow", "absql", "pendulum"]);

/** Imports that copied code does not make itself, and that may be found only once it has changed `sys.path`. */
function laterImports(imports: readonly Import[], own: OwnCode): readonly Import[] {
  return imports.filter(({ module }, at) => {
    const top = module.split(".")[0] ?? module;
    return at >= own.imports.length && !STANDARD_LIBRARY.has(top) && !INSTALLED.has(top);
  });
}

/** Code of the repository, as it stands there. */
function writeKept(
  out: SourceText,
  parts: OwnCode["parts"],
  imports: readonly string[],
  expressions: readonly Constant[],
): void {
  out.add("# fmt: off");
  for (const { file, statements } of parts) {
    out.add(comment(`from ${file}`, 0));
    for (const [index, statement] of statements.entries()) {
      if (index > 0 && (isDefinition(statement) || isDefinition(statements[index - 1] ?? ""))) out.gap(2);
      out.add(statement);
    }
  }
  for (const block of imports) {
    out.gap(1);
    out.add(block);
  }
  const last = imports.at(-1) ?? parts.at(-1)?.statements.at(-1);
  if (last !== undefined && expressions.length > 0) out.gap(isDefinition(last) ? 2 : 1);
  for (const { name, code } of expressions) out.add(constantText(name, code));
  out.add("# fmt: on");
  out.gap(1);
}

/** Whether a value is made by ABSQL when the file is parsed. */
const holdsAbsql = (value: Value): boolean =>
  (value.t === "call" && value.fn === "absql.render.render_text") || partsOf(value).some(holdsAbsql);

const isDefinition = (statement: string): boolean => /^(?:async\s+def|def|class)\b|^@/.test(statement);

function constantText(name: string, code: Code | string): string {
  return `${name} = ${typeof code === "string" ? keptExpression(code) : print(code, 0, name.length + 3, 0)}`;
}

function header(dag: Dag, kept: boolean): string[] {
  const lines = [
    GENERATED_MARK,
    comment(`The DAG that gusty builds on Airflow ${dag.airflow} from ${dag.site.folder}`, 0),
    "# Do not edit: change the files of that folder, and let Windsock write this file again.",
  ];
  const values = writtenValues(dag);
  if (values.some(({ value }) => value.t === "absql-runner"))
    lines.push("# ABSQL is still needed: an operator takes gusty's `absql_runner`.");
  else if (values.some(({ value }) => holdsAbsql(value)))
    lines.push("# ABSQL is still needed: it renders texts that are known only when Airflow parses this file.");
  if (kept)
    lines.push("# Parts are copied from the repository as they stand there, so linters look away.", "# ruff: noqa");
  return lines;
}

/** gusty puts this folder on the path when it is imported (`gusty/importing.py`). */
function operatorsFolder({ scope }: FileWriter): string {
  const os = scope.module("os");
  const sys = scope.module("sys");
  const home = `${os}.environ.get("GUSTY_HOME") or ${os}.environ.get("AIRFLOW_HOME", "")`;
  const folder = brackets(`${os}.path.join(`, [item(text(home)), item(text('"operators"'))], ")");
  return print(brackets(`${sys}.path.append(`, [item(folder)], ")"), 0, 0, 0);
}

function rootConstant(name: string, directory: Path, { scope }: FileWriter): string {
  const depth = directory === "" ? 0 : directory.split("/").length;
  return `${name} = ${scope.member("pathlib", "Path")}(__file__).resolve().parents[${depth}]`;
}

/** An expression as it is written; in parentheses where it takes several lines. */
function keptExpression(source: string): string {
  const takesLines = source.includes("\n") || tokenize(source).some(({ t }) => t === "comment");
  return takesLines ? `(\n${source}\n)` : source;
}
