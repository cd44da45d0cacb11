import type { Dag } from "../model/dag.ts";
import type { Path } from "../model/path.ts";
import { commentText } from "./comments.ts";
import type { FileWriter } from "./file-writer.ts";
import { helperTexts } from "./helpers.ts";
import { firstPartyModules, importBlock } from "./imports.ts";
import { print } from "./layout.ts";
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
    out.gap(2);
  }
  if (kept) {
    out.gap(helpers.length > 0 ? 2 : 1);
    out.add("# fmt: off");
    for (const part of parts) {
      out.add(`# from ${commentText(part.file)}`);
      for (const statement of part.statements) out.add(statement);
    }
    for (const { name, code } of writer.expressions) {
      out.add(`${name} = ${typeof code === "string" ? keptExpression(code) : print(code, 0, name.length + 3, 0)}`);
    }
    out.add("# fmt: on");
  }
  for (const { name, code } of constants) {
    out.gap(1);
    out.add(`${name} = ${typeof code === "string" ? code : print(code, 0, name.length + 3, 0)}`);
  }
  out.gap(helpers.length > 0 && !kept && constants.length === 0 ? 2 : 1);
}

function header(dag: Dag, kept: boolean): string[] {
  const lines = [
    GENERATED_MARK,
    `# The DAG that gusty builds from ${commentText(dag.site.folder)} on Airflow ${dag.airflow}, without gusty.`,
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
  return `${sys}.path.append(\n    ${os}.path.join(${home}, "operators"),\n)`;
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
