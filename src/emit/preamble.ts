import type { Dag } from "../model/dag.ts";
import type { Path } from "../model/path.ts";
import { comment } from "./comments.ts";
import type { Constant, FileWriter } from "./file-writer.ts";
import { helperTexts } from "./helpers.ts";
import { firstPartyModules, importBlock } from "./imports.ts";
import { brackets, type Code, item, print, text } from "./layout.ts";
import type { OwnCode } from "./own-code.ts";
import type { SourceText } from "./source-text.ts";
import { stringLiteral } from "./string-literal.ts";
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
  const parts = own.parts.map(({ file, statements }) => ownStatements(file, statements, writer));
  const constants = [...writer.shared];
  const path = constants.length > 0 || writer.rootName !== null ? writer.rootName : null;
  const operators = scope.localImports.length > 0 ? operatorsFolder(writer) : null;
  const rootLine = path === null ? null : rootConstant(path, directory, writer);
  const helpers = helperTexts(scope);
  const kept = parts.length > 0 || writer.expressions.length > 0;

  for (const line of header(dag, kept)) out.add(line);
  const firstParty = firstPartyModules([...dag.files, ...files]);
  const blocks = importBlock(scope.imports, firstParty);
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
  for (const helper of helpers) {
    out.gap(2);
    out.add(helper);
  }
  out.gap(helpers.length > 0 ? 2 : 1);
  if (kept) writeKept(out, parts, writer.expressions);
  for (const { name, code } of constants) {
    out.add(constantText(name, code));
    out.gap(1);
  }
}

/** Code of the repository, as it stands there. */
function writeKept(out: SourceText, parts: OwnCode["parts"], expressions: readonly Constant[]): void {
  out.add("# fmt: off");
  for (const { file, statements } of parts) {
    out.add(comment(`from ${file}`, 0));
    for (const statement of statements) out.add(statement);
  }
  for (const { name, code } of expressions) out.add(constantText(name, code));
  out.add("# fmt: on");
  out.gap(1);
}

function constantText(name: string, code: Code | string): string {
  return `${name} = ${typeof code === "string" ? keptExpression(code) : print(code, 0, name.length + 3, 0)}`;
}

function header(dag: Dag, kept: boolean): string[] {
  const lines = [
    GENERATED_MARK,
    comment(`The DAG that gusty builds on Airflow ${dag.airflow} from ${dag.site.folder}`, 0),
    "# Do not edit: change the files in that folder and let Windsock write this one again.",
  ];
  const runner = dag.tasks.some((task) => task.arguments.some(({ value }) => value.t === "absql-runner"));
  if (runner) lines.push("# ABSQL is still needed: an operator takes gusty's `absql_runner`.");
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
const keptExpression = (source: string): string => (/[\n#]/.test(source) ? `(\n${source}\n)` : source);

/** Statements in which `__file__` still means the file in which they stand. */
function ownStatements(file: Path, statements: readonly string[], writer: FileWriter): OwnCode["parts"][number] {
  return { file, statements: statements.map((statement) => withFile(statement, file, writer)) };
}

function withFile(statement: string, file: Path, writer: FileWriter): string {
  if (!statement.includes("__file__")) return statement;
  const path = `str(${writer.root()} / ${stringLiteral(file)})`;
  let result = "";
  let at = 0;
  for (const token of tokenize(statement)) {
    if (token.t !== "name" || token.text !== "__file__") continue;
    result += statement.slice(at, token.start) + path;
    at = token.start + token.text.length;
  }
  return result + statement.slice(at);
}
