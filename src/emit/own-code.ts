import type { Dag } from "../model/dag.ts";
import type { Path } from "../model/path.ts";
import type { Span } from "../model/span.ts";
import type { ExprValue, Value } from "../model/value.ts";
import { readImport } from "./import-statement.ts";
import { boundName, type Import } from "./imports.ts";
import { partsOf, writtenValues } from "./nesting.ts";
import { isIdentifier } from "./python-names.ts";
import { canRename } from "./rename.ts";
import { namesIn, tokenize } from "./tokens.ts";

/** The repository's own Python that a DAG needs: what its expressions use of the modules in which they stand. */
export interface OwnCode {
  /** Imports that can go to the top of the file. */
  readonly imports: readonly Import[];
  /** All other statements, in order, by the file in which they stand. */
  readonly parts: readonly { readonly file: Path; readonly statements: readonly string[] }[];
  /** Every name that the statements and expressions use or bind. */
  readonly names: ReadonlySet<string>;
  /** Names that code of a file gets, since code of another file has them for something else. */
  readonly renames: ReadonlyMap<Path, ReadonlyMap<string, string>>;
  /** A statement changes `sys.path`. */
  readonly changesPath: boolean;
  /** Why they cannot be copied, or `null`. */
  readonly refusal: string | null;
}

/** Every expression within a value, outer ones first. */
function expressionsOf(value: Value): readonly (Value & ExprValue)[] {
  return value.t === "expr" ? [value] : partsOf(value).flatMap(expressionsOf);
}

/** Statements that change what a later import finds: imports after them stay after them. */
const CHANGES_IMPORTS = /\bsys\s*\.\s*path\b|\benviron\b|\bputenv\b/;

/** Names that a statement binds at the top of its module, as far as its first words show. */
function boundNames(statement: string): string[] {
  const words = tokenize(statement).filter(({ t }) => t !== "comment" && t !== "newline");
  const [first, second, third] = words;
  if (first?.text === "def" || first?.text === "class") return [second?.text ?? ""];
  if (first?.text === "async") return [third?.text ?? ""];
  if (first?.t === "name" && (second?.text === "=" || second?.text === ":")) return [first.text];
  return [];
}

/**
 * A relative import as Python resolves it in its file; unchanged where the file is in no package. Modules of the DAGs
 * folder and of `plugins` are imported from there (`airflow/settings.py`, `prepare_syspath_for_dags_folder`), others from
 * the repository's root.
 */
function absoluteImport(statement: string, file: Path): string {
  const found = /^from\s+(\.+)\s*([\w.]*)\s+import\b/.exec(statement);
  const [whole = "", dots = "", name = ""] = found ?? [];
  if (!found) return statement;
  const folders = file.split("/").slice(0, -1);
  const root = folders.findIndex((folder) => folder === "dags" || folder === "plugins") + 1;
  const packages = folders.slice(root, folders.length - dots.length + 1);
  if (packages.length === 0 || packages.some((one) => !isIdentifier(one))) return statement;
  const module = [...packages, ...(name === "" ? [] : [name])].join(".");
  return `from ${module} import${statement.slice(whole.length)}`;
}

/** Collects what the expressions of a DAG need, each statement once, in the order of its file. */
export function collectOwnCode(dag: Dag, texts: ReadonlyMap<Path, string>): OwnCode {
  const byFile = new Map<Path, Map<number, Span>>();
  const names = new Set<string>();
  const written = new Map<Path, Set<string>>();
  /** Expressions by their file, and those that use names of other files. */
  const sources = new Map<Path, readonly string[]>();
  const mixedSources = new Set<string>();
  let refusal: string | null = null;
  const statements = dag.site.statements ?? [];
  const need = (span: Span): void => {
    byFile.set(span.file, (byFile.get(span.file) ?? new Map<number, Span>()).set(span.start, span));
  };
  for (const span of dag.site.setup ?? []) need(span);
  for (const { at, source, names: own, binds, values, needs } of statements) {
    sources.set(at.file, [...(sources.get(at.file) ?? []), source]);
    const bound = [...binds, ...values.map(([name]) => name)];
    if (bound.includes("dag") && !own.includes("dag"))
      refusal ??= "a statement after `create_dag` gives the name `dag` to something else";
    for (const name of [...namesIn(source), ...own, ...bound]) names.add(name);
    for (const span of needs) need(span);
  }
  const later = statements.flatMap(({ values }) => values.map(([, value]) => value));
  for (const value of [...writtenValues(dag).map(({ value }) => value), ...later]) {
    for (const expression of expressionsOf(value)) {
      if (expression.free.length > 0) {
        refusal ??= `\`${expression.source}\` uses \`${expression.free[0]}\`, which only a running entry point defines`;
      }
      for (const name of namesIn(expression.source)) names.add(name);
      const file = expression.span?.file ?? expression.needs[0]?.file;
      const files = new Set(expression.needs.map((span) => span.file));
      if (file !== undefined) sources.set(file, [...(sources.get(file) ?? []), expression.source]);
      if (files.size > 1 || (file !== undefined && files.size === 1 && !files.has(file)))
        mixedSources.add(expression.source);
      for (const { file, text } of expression.defines ?? []) {
        written.set(file, (written.get(file) ?? new Set<string>()).add(text));
        for (const name of namesIn(text)) names.add(name);
      }
      for (const span of expression.needs) need(span);
    }
  }

  const imports: Import[] = [];
  /** Imports that are made for what they do. */
  const kept: Import[] = [];
  const setup = new Set((dag.site.setup ?? []).map(({ file, start }) => `${file}:${start}`));
  const parts: { file: Path; statements: string[] }[] = [];
  const definedIn = new Map<string, { readonly file: Path; readonly meaning: string; readonly isImport: boolean }>();
  const renames = new Map<Path, Map<string, string>>();
  const define = (name: string, meaning: string, file: Path, isImport: boolean): void => {
    const before = definedIn.get(name);
    const own = { file, meaning, isImport };
    if (before === undefined || before.meaning === meaning) definedIn.set(name, own);
    // In one file the order says which one counts, but for imports, which go to the top.
    else if (before.file === file && (before.isImport || !isImport)) definedIn.set(name, own);
    else if (before.file === file || isImport || before.isImport)
      refusal ??= `\`${name}\` is defined twice for this DAG`;
    else renames.set(file, (renames.get(file) ?? new Map<string, string>()).set(name, ""));
  };
  for (const file of written.keys()) if (!byFile.has(file)) byFile.set(file, new Map());
  for (const [file, spans] of byFile) {
    const text = texts.get(file);
    if (text === undefined) {
      refusal ??= `the text of ${file} is not at hand`;
      continue;
    }
    const statements: string[] = [];
    let importsStay = false;
    for (const span of [...spans.values()].sort((left, right) => left.start - right.start)) {
      const source = text.slice(span.start, span.end).replaceAll(/\r\n?/g, "\n").trimEnd();
      const statement = absoluteImport(source, file);
      if (/(?:^|[\r\n])[ \t]+$/.test(text.slice(0, span.start).slice(-200))) {
        refusal ??= `${file} defines what the DAG needs inside another statement`;
      }
      if (/^from\s*\./.test(statement)) {
        refusal ??= `${file} imports from its own package, which a file elsewhere cannot`;
      }
      const read: Import[] | null = importsStay ? null : readImport(statement);
      for (const name of namesIn(statement)) if (read === null) names.add(name);
      const bound = read?.map((entry) => [boundName(entry), `${entry.module}:${entry.member}`] as const);
      for (const [name, meaning] of bound ?? boundNames(statement).map((name) => [name, statement] as const)) {
        define(name, meaning, file, read !== null);
      }
      if (read !== null && setup.has(`${file}:${span.start}`)) kept.push(...read);
      if (read !== null) imports.push(...read);
      else statements.push(statement);
      importsStay ||= read === null && CHANGES_IMPORTS.test(statement);
    }
    for (const definition of written.get(file) ?? []) {
      for (const name of boundNames(definition)) define(name, definition, file, false);
      statements.push(definition);
    }
    if (statements.length > 0) parts.push({ file, statements });
  }
  for (const [file, own] of renames) {
    const code = [...(parts.find((part) => part.file === file)?.statements ?? []), ...(sources.get(file) ?? [])];
    for (const name of own.keys()) {
      let other = `${name}_2`;
      for (let number = 3; names.has(other); number += 1) other = `${name}_${number}`;
      names.add(other);
      own.set(name, other);
      const mixed = [...mixedSources].some((source) => namesIn(source).has(name));
      if (mixed || !code.every((source) => canRename(source, name)))
        refusal ??= `\`${name}\` is defined twice for this DAG`;
    }
  }
  return {
    renames,
    imports: imports.filter(
      (entry) => entry.module === "__future__" || names.has(boundName(entry)) || kept.includes(entry),
    ),
    parts,
    names,
    changesPath: parts.some(({ statements: all }) => all.some((statement) => CHANGES_IMPORTS.test(statement))),
    refusal,
  };
}
