import { baseName, joinPath, type Path } from "../model/path.ts";
import type { DagSite, Undecided } from "../model/site.ts";
import type { Span } from "../model/span.ts";
import type { Field, Value } from "../model/value.ts";
import { type Apply, type CallArguments, NONE, type Obj, type Slice, str } from "../python/objects.ts";
import { textRepr } from "../python/python-text.ts";
import { isSymbolic, knownTail } from "../python/symbolic-path.ts";
import { toValue } from "../python/to-value.ts";
import type { Folders } from "./folders.ts";
import { withKnownValues } from "./known-values.ts";
import { locate, type Place } from "./locate.ts";
import { runHooks } from "./parse-hooks.ts";
import { functionsOf } from "./site-functions.ts";

/** Parameters of `create_dag` and `create_dags` by position (gusty 0.23.1, `__init__.py` and `multi.py`). */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  "gusty.create_dag": [
    "dag_dir",
    "task_group_defaults",
    "wait_for_defaults",
    "latest_only",
    "parse_hooks",
    "dag_constructors",
    "extra_tags",
    "render_on_create",
  ],
  "gusty.create_dags": [
    "dags_dir",
    "caller_env",
    "concurrent",
    "concurrent_timeout",
    "max_concurrency",
    "current_dag_id",
  ],
};

/** The functions of gusty that make DAGs. */
export const DAG_FUNCTIONS: ReadonlySet<string> = new Set(Object.keys(PARAMETERS));

/** Arguments of `create_dags` that say how, not which, and do not reach `create_dag`. */
const OWN = new Set(["dag_dir", ...(PARAMETERS["gusty.create_dags"] ?? [])]);

/** What the calls of one entry point gave. */
export interface Calls {
  readonly sites: DagSite[];
  readonly undecided: Undecided[];
}

interface Argument {
  readonly name: string;
  readonly at: Span | null;
  readonly value: Obj;
}

/** Records one call of `create_dag` or `create_dags`. The result is the DAG, by the index of its site, or `None`. */
export function recordCall(
  place: Place,
  texts: ReadonlyMap<Path, string>,
  calls: Calls,
  fn: string,
  args: CallArguments,
  at: Span,
  apply: Apply,
  setup: Slice,
): Obj {
  const parameters = PARAMETERS[fn] ?? [];
  const named: Argument[] = [
    ...args.positional.map((value, index) => ({ name: parameters[index] ?? `argument ${index + 1}`, at: null, value })),
    ...args.named,
  ];
  const many = fn === "gusty.create_dags";
  const folder = named.find((argument) => argument.name === (many ? "dags_dir" : "dag_dir"));
  const hidden = (expression: string, why: string, span: Span = at, missing?: string): Obj => {
    const hides = missing === undefined ? ({ what: "sites" } as const) : ({ what: "sites", missing } as const);
    calls.undecided.push({ at: span, expression, why, hides });
    return NONE;
  };
  const call = textAt(texts, at);
  if (!folder) {
    const star = args.unknownStar[0];
    return star
      ? hidden(star.source, star.why, star.at)
      : hidden(call, `\`${many ? "dags_dir" : "dag_dir"}\` is missing, so gusty raises`);
  }
  const expression = sourceOf(folder.value, texts) ?? call;
  const value = configured(place, folder.value, expression);
  if (value.t !== "str" && value.t !== "path") {
    return hidden(expression, value.t === "unknown" ? value.why : "the folder is known only when Python runs");
  }
  const found = locate(place, value.v);
  if (found.t !== "found")
    return hidden(
      expression,
      found.t === "absent" ? `${found.why}, so gusty raises NonexistentDagDirError` : found.why,
      at,
      found.t === "absent" ? /`(.*)`/.exec(found.why)?.[1] : undefined,
    );
  if (!place.folders.isFolder(found.path))
    return hidden(expression, `\`${found.path}\` is a file, so gusty raises NonexistentDagDirError`, at, found.path);
  // `os.path.basename`: a path that ends in a slash gives no id.
  const noId = !many && value.t === "str" && value.v.endsWith("/");
  const add = (dag: Path): void => {
    const site = siteOf(noId ? "" : baseName(dag), dag, many ? "create_dags" : "create_dag", place, named, at, texts);
    const given = (name: string): Obj | undefined => named.find((argument) => argument.name === name)?.value;
    const parseHooks = given("parse_hooks");
    const hooks = parseHooks && runHooks(place, dag, parseHooks, given("render_on_create"), apply);
    const call = functionsOf(given("user_defined_macros"), given("dag_constructors"), apply);
    const known = setup.free.length === 0 && setup.needs.length > 0;
    calls.sites.push({
      ...site,
      ...(known ? { setup: setup.needs } : {}),
      ...(hooks ? { hooks } : {}),
      ...(call ? { call } : {}),
    });
    if (setup.free.length > 0) {
      const why =
        "a statement that changes `sys.path`, `os.environ` or logging cannot be taken out of the code around it";
      const hides = { what: "argument", folder: dag, path: "setup of the process" } as const;
      calls.undecided.push({ at, expression: setup.free.join(", "), why, hides });
    }
    calls.undecided.push(...undecidedOf(site, args));
  };
  if (!many) {
    add(found.path);
    return { t: "host", ref: calls.sites.length - 1 };
  }
  const current = named.find((argument) => argument.name === "current_dag_id")?.value;
  if (current && current.t !== "none" && current.t !== "str") {
    return hidden(
      sourceOf(current, texts) ?? call,
      "`current_dag_id` decides which DAGs there are, and is known only when Python runs",
    );
  }
  const environment = named.find(({ name }) => name === "caller_env")?.value;
  for (const name of dagFolders(place.folders, found.path)) {
    if (current?.t === "str" && current.v !== name) continue;
    add(joinPath(found.path, name));
    const made: Obj = { t: "host", ref: calls.sites.length - 1 };
    if (environment?.t === "globals") environment.module.scope.vars.set(name, made);
    if (environment?.t === "dict") environment.entries.set(`s${name}`, [str(name), made]);
  }
  return { ...NONE };
}

/** Folders that `create_dags` takes for DAGs: all but those whose name ends in `__` (gusty, `multi.py`). */
const dagFolders = (folders: Folders, parent: Path): string[] =>
  folders.list(parent).filter((name) => folders.isFolder(joinPath(parent, name)) && !name.endsWith("__"));

/** Gives an expression that has no form of its own the text at its place. */
function withSource(value: Value, texts: ReadonlyMap<Path, string>): Value {
  const inner = (item: Value): Value => withSource(item, texts);
  switch (value.t) {
    case "expr": {
      if (value.source !== "" || !value.span) return value;
      const source = textAt(texts, value.span);
      return { ...value, source, free: [/^[\p{L}_][\p{L}\p{N}_]*/u.exec(source)?.[0] ?? "_"] };
    }
    case "list":
    case "tuple":
    case "set":
      return { ...value, v: value.v.map(inner) };
    case "map":
      return { ...value, v: value.v.map(([key, item]) => [inner(key), inner(item)] as const) };
    case "call":
      return {
        ...value,
        args: value.args.map(inner),
        kwargs: value.kwargs.map(([key, item]) => [key, inner(item)] as const),
      };
    default:
      return value;
  }
}

function siteOf(
  id: string,
  folder: Path,
  by: DagSite["by"],
  { entryPoint, values }: Place,
  named: readonly Argument[],
  at: Span,
  texts: ReadonlyMap<Path, string>,
): DagSite {
  const fields = named
    .filter(({ name }) => !OWN.has(name))
    .map(
      ({ name, at: keySpan, value }): Field => ({
        key: name,
        keySpan,
        value: withSource(toValue(value, keySpan ?? at), texts),
      }),
    );
  return { id, folder, declared: at, by, entryPoint, arguments: withKnownValues(fields, values, texts) };
}

/** Parts of the arguments that cannot be written down without running Python. */
function undecidedOf(site: DagSite, args: CallArguments): Undecided[] {
  const found: Undecided[] = args.unknownStar.map((star) => ({
    at: star.at,
    expression: star.source,
    why: star.why,
    hides: { what: "argument", folder: site.folder, path: star.star },
  }));
  const visit = (value: Value, path: string): void => {
    if (value.t === "expr" && value.free.length > 0) {
      const at = value.span ?? site.declared;
      const names = value.free.map((name) => `\`${name}\``);
      const why = `${names.join(", ")} cannot be taken out of the code around it`;
      found.push({ at, expression: value.source, why, hides: { what: "argument", folder: site.folder, path } });
    } else if (value.t === "list" || value.t === "tuple" || value.t === "set") {
      for (const [index, item] of value.v.entries()) visit(item, `${path}[${index}]`);
    } else if (value.t === "map") {
      for (const [key, item] of value.v) visit(item, `${path}.${key.t === "str" ? key.v : "?"}`);
    } else if (value.t === "call") {
      for (const [index, item] of value.args.entries()) visit(item, `${path}(${index})`);
      for (const [key, item] of value.kwargs) visit(item, `${path}(${key})`);
    }
  };
  for (const field of site.arguments) visit(field.value, field.key);
  return found;
}

const textAt = (texts: ReadonlyMap<Path, string>, at: Span): string =>
  (texts.get(at.file) ?? "").slice(at.start, at.end);

/** A folder that is not known, as the configuration's `values` tell it. */
function configured({ values }: Place, value: Obj, expression: string): Obj {
  const given = value.t === "str" || value.t === "path" ? undefined : values.get(expression);
  return given?.t === "str" ? str(given.v) : value;
}

/** An object as the entry point writes it, or as a path to read. */
function sourceOf(value: Obj, texts: ReadonlyMap<Path, string>): string | null {
  if (value.t === "unknown") return value.closed.source;
  if ((value.t === "str" || value.t === "path") && !isSymbolic(value.v)) return textRepr(value.v);
  if (value.origin) return value.origin.source;
  if (value.at) return textAt(texts, value.at);
  return value.t === "str" || value.t === "path" ? textRepr(`…${knownTail(value.v)}`) : null;
}

/** What is known of a DAG: its id. */
export const dagAttribute = (site: DagSite | undefined, name: string): Obj | null =>
  site && name === "dag_id" ? str(site.id) : null;
