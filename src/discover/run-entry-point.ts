import type { Config } from "../model/config.ts";
import type { Path } from "../model/path.ts";
import type { DagSite, Undecided } from "../model/site.ts";
import type { Host } from "../python/objects.ts";
import { runPython } from "../python/run-python.ts";
import { syntaxFault } from "../python/syntax-fault.ts";
import { type Calls, DAG_FUNCTIONS, dagAttribute, recordCall } from "./dag-calls.ts";
import { findModule, type ImportPath } from "./find-module.ts";
import type { Folders } from "./folders.ts";
import type { PythonFiles } from "./load-python.ts";
import { locate, type Place } from "./locate.ts";

/** More statements than these are not copied for one DAG. */
const MAX_STATEMENTS = 500;

/** What running one entry point gave. */
export interface EntryPointRun {
  readonly file: Path;
  readonly sites: readonly DagSite[];
  readonly undecided: readonly Undecided[];
  /** Folders that turned out to be AIRFLOW_HOME. */
  readonly homes: ReadonlySet<Path>;
  /** Files that the code reads and that are not loaded yet. */
  readonly wanted: readonly Path[];
  /** Folders of the repository that the code put on the import path. */
  readonly importRoots: readonly Path[];
}

/**
 * Interprets one file and collects the DAGs that it makes and the places that stay open.
 * @param importsGusty whether it imports gusty itself, and not only a module that does
 */
export function runEntryPoint(
  file: Path,
  files: PythonFiles,
  folders: Folders,
  config: Config,
  importsGusty: boolean,
): EntryPointRun {
  const place: Place = { folders, entryPoint: file, root: config.root, homes: new Set(), values: config.values };
  const calls: Calls = { sites: [], undecided: [] };
  const importPath: ImportPath = { first: [], last: [] };
  const wanted = new Set<Path>();
  const host: Host = {
    watched: DAG_FUNCTIONS,
    locate: (text) => locate(place, text),
    isFolder: (path) => folders.isFolder(path),
    list: (folder) => folders.list(folder),
    code: (path) => files.code(path),
    findModule: (name, importer) => findModule(folders, (path) => files.texts.has(path), importPath, name, importer),
    fileText: (path) => {
      const text = files.data.get(path) ?? files.texts.get(path);
      if (text === undefined) wanted.add(path);
      return text ?? null;
    },
    addImportRoot: (text, first) => {
      const found = locate(place, text);
      if (found.t === "found") (first ? importPath.first : importPath.last).push(found.path);
    },
    call: (fn, args, at, apply, setup) => recordCall(place, files.texts, calls, fn, args, at, apply, setup),
    hides: (at, expression, why) => {
      calls.undecided.push({ at, expression, why, hides: { what: "sites" } });
    },
    touches: (ref, at, statement, taken) => {
      const site = calls.sites[ref];
      if (!site) return;
      if (taken && (site.statements ?? []).length < MAX_STATEMENTS) {
        const why = "it has another value at each turn";
        const values = taken.values.map(([name, closed]) => [name, { t: "expr", ...closed, why } as const] as const);
        calls.sites[ref] = { ...site, statements: [...(site.statements ?? []), { ...taken, values }] };
        return;
      }
      calls.undecided.push({
        at,
        expression: statement,
        why: "it changes the DAG after gusty has made it",
        hides: { what: "argument", folder: site.folder, path: "statements after create_dag" },
      });
    },
    attribute: (ref, name) => dagAttribute(calls.sites[ref], name),
  };
  const end = runPython(host, file, moduleName(file));
  const text = files.texts.get(file) ?? "";
  // A file that imports only something else of gusty may stop where it will.
  const makesDags = !importsGusty || text.includes("create_dag") || calls.sites.length + calls.undecided.length > 0;
  if (makesDags && (end.t === "raised" || end.t === "budget")) calls.undecided.push(stopped(end, file, files));
  if (makesDags) calls.undecided.push(...unreadable(file, text, files));
  return {
    file,
    sites: calls.sites,
    undecided: calls.undecided.map((one) => (end.t === "done" && isPlain(one.at, file, files) ? one : open(one))),
    homes: place.homes,
    wanted: [...wanted],
    importRoots: [...importPath.first, ...importPath.last],
  };
}

/** Whether a place stands in a plain statement of the file's top level, which is sure to run if all before it does. */
const isPlain = (at: Undecided["at"], file: Path, files: PythonFiles): boolean =>
  at.file === file &&
  (files.code(file)?.body ?? []).some(
    (statement) =>
      (statement.k === "expression" || statement.k === "assignment") &&
      statement.start <= at.start &&
      at.end <= statement.end,
  );

/** What may not run is no reason to say that gusty raises. */
const open = (one: Undecided): Undecided => (one.hides.what === "sites" ? { ...one, hides: { what: "sites" } } : one);

/** The first place of a file that is no Python, where there is one. */
function unreadable(file: Path, text: string, files: PythonFiles): Undecided[] {
  const fault = syntaxFault(text);
  const place = fault ?? files.code(file)?.unread[0];
  if (!place) return [];
  return [
    {
      at: { file, start: place.start, end: place.end },
      expression: text.slice(place.start, place.end),
      why: fault ? `Python cannot parse the file: ${fault.detail}` : "this is no Python that Windsock can read",
      hides: { what: "sites" },
    },
  ];
}

const moduleName = (file: Path): string => file.slice(file.lastIndexOf("/") + 1).replace(/\.py$/, "");

function stopped(
  end:
    | { readonly t: "raised"; readonly type: string; readonly message: string; readonly at: number }
    | { readonly t: "budget"; readonly at: number },
  file: Path,
  files: PythonFiles,
): Undecided {
  const statement = files.code(file)?.body.find((one) => one.start <= end.at && end.at < one.end);
  const [start, finish] = statement ? [statement.start, statement.end] : [end.at, end.at];
  return {
    at: { file, start, end: finish },
    expression: (files.texts.get(file) ?? "").slice(start, finish),
    why:
      end.t === "budget"
        ? "it takes more steps than Windsock follows"
        : `it raises ${end.type}${end.message === "" ? "" : ` (${end.message})`}, so Python gets no further in this file`,
    hides: { what: "sites" },
  };
}
