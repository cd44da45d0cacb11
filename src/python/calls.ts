import { apply } from "./apply.ts";
import type { Expr } from "./ast.ts";
import { attributeOf } from "./attributes.ts";
import { callBuiltin, callCopy } from "./builtins.ts";
import { callFunction } from "./call-function.ts";
import { spanOf, unknownOf } from "./close.ts";
import { callDictMethod, callItemsMethod, itemsInOrder, itemsOf } from "./collection-methods.ts";
import { fileAt, linesOfFile, loadData, openFile, textOfFile } from "./data-files.ts";
import { callFileFunction, callPathMethod } from "./file-functions.ts";
import { importable, knownVariable } from "./importable.ts";
import { moduleNamed } from "./imports.ts";
import { type Apply, type CallArguments, NONE, type Obj, type Run, type Scope, str } from "./objects.ts";
import { reasonOf, touch } from "./reasons.ts";
import { setupSlice } from "./setup-slice.ts";
import { AIRFLOW_HOME, DAGS_FOLDER, isSymbolic } from "./symbolic-path.ts";
import { callTextMethod } from "./text-methods.ts";

/** The value of a call expression. */
export function evaluateCall(run: Run, node: Expr & { readonly k: "call" }, scope: Scope): Obj {
  const fn = run.evaluate(node.fn, scope);
  return run.call(fn, argumentsOf(run, node, scope), node, scope);
}

function argumentsOf(run: Run, node: Expr & { readonly k: "call" }, scope: Scope): CallArguments {
  const positional: Obj[] = [];
  const named: { name: string; at: ReturnType<typeof spanOf> | null; value: Obj }[] = [];
  const unknownStar: { star: "*" | "**"; at: ReturnType<typeof spanOf>; source: string; why: string }[] = [];
  for (const argument of node.args) {
    const value = run.evaluate(argument.value, scope);
    if (argument.star === "") {
      if (argument.name === null) positional.push(value);
      else named.push({ name: argument.name, at: argument.nameRange && spanOf(argument.nameRange, scope), value });
      continue;
    }
    const entries = value.t === "dict" && value.spoiled === undefined ? [...value.entries.values()] : null;
    const items = argument.star === "*" ? itemsInOrder(value) : null;
    if (argument.star === "**" && entries?.every(([key]) => key.t === "str")) {
      for (const [key, entry] of entries)
        if (key.t === "str") named.push({ name: key.v, at: key.at ?? null, value: entry });
    } else if (items) positional.push(...items);
    else {
      const source = scope.module.code.source.slice(argument.value.start, argument.value.end);
      unknownStar.push({ star: argument.star, at: spanOf(argument, scope), source, why: reasonOf([value]) });
    }
  }
  return { positional, named, unknownStar };
}

/** Calls an object; what cannot be run here becomes a `called` object or an unknown one. */
export function call(run: Run, fn: Obj, args: CallArguments, node: Expr, scope: Scope): Obj {
  const open = (why: string): Obj => {
    for (const value of [...args.positional, ...args.named.map((one) => one.value)]) touchAll(run, value);
    return unknownOf(run, node, scope, why);
  };
  const plain = args.unknownStar.length === 0;
  switch (fn.t) {
    case "function":
      return callFunction(run, fn, args, node, scope) ?? open(fn.opaque ?? "it calls a function of the repository");
    case "builtin":
      return builtin(run, fn.name, args, node, scope) ?? (fn.name === "print" ? NONE : open(reasonOf(args.positional)));
    case "method":
      return (
        (plain ? method(run, fn.self, fn.name, args) : null) ??
        open(placeReason(run, [fn.self]) ?? reasonOf([fn.self, ...args.positional]))
      );
    case "importable": {
      const { path } = fn;
      if (run.host.watched.has(path)) {
        const applied: Apply = (own, given, names) => apply(run, own, given, names);
        return run.host.call(path, args, spanOf(node, scope), applied, setupSlice(run));
      }
      const known = plain ? knownCall(run, path, args, scope) : null;
      if (known) return known;
      if (!plain || /^(?:os|os\.path|pathlib|glob)\.\w+$/.test(path)) {
        const why = args.unknownStar[0]?.why ?? placeReason(run, args.positional) ?? "it depends on the machine";
        if (!path.startsWith("os.getenv")) return open(why);
      }
      const values = [...args.positional, ...args.named.map((one) => one.value)];
      for (const value of values) touchAll(run, value);
      return {
        t: "called",
        fn: path,
        args: args.positional,
        kwargs: args.named.map((one) => [one.name, one.value] as const),
      };
    }
    case "class":
      return open(`it is an object of the class \`${fn.name}\``);
    case "unknown":
      return open(fn.why);
    default:
      return open("it is known only when Python runs");
  }
}

/** Why a path is not found, where that is what keeps a function of files from being known. */
function placeReason(run: Run, args: readonly Obj[]): string | null {
  const [first] = args;
  if (first?.t !== "path" && (first?.t !== "str" || !isSymbolic(first.v))) return null;
  const place = run.host.locate(first.v);
  return place.t === "found" ? null : place.why;
}

/** Notes every DAG inside a value that something unknown gets hold of. */
function touchAll(run: Run, value: Obj, depth = 0): void {
  if (value.t === "host") touch(run, value.ref);
  if (depth > 3) return;
  if (value.t === "list" || value.t === "tuple" || value.t === "set")
    for (const item of value.items) touchAll(run, item, depth + 1);
  if (value.t === "dict") for (const [, item] of value.entries.values()) touchAll(run, item, depth + 1);
}

function builtin(run: Run, name: string, args: CallArguments, node: Expr, scope: Scope): Obj | null {
  const [first, second, third] = args.positional;
  switch (name) {
    case "globals":
      return { t: "globals", module: scope.module };
    case "locals":
    case "vars":
      return scope.kind === "module" && !first ? { t: "globals", module: scope.module } : null;
    case "getattr": {
      if (!first || second?.t !== "str") return null;
      const value = attributeOf(
        run,
        first,
        { k: "attribute", of: node, name: second.v, start: node.start, end: node.end },
        scope,
      );
      return value.t === "unknown" ? null : value;
    }
    case "open":
      return args.unknownStar.length === 0 ? openFile(run, args) : null;
    case "setattr":
      if (first?.t === "host") touch(run, first.ref);
      else if (first?.t === "module" && second?.t === "str" && third) first.module.scope.vars.set(second.v, third);
      return NONE;
    default: {
      if (args.unknownStar.length > 0) return null;
      return callBuiltin(name, args, (fn, values) =>
        run.call(fn, { positional: values, named: [], unknownStar: [] }, node, scope),
      );
    }
  }
}

function method(run: Run, self: Obj, name: string, args: CallArguments): Obj | null {
  const { positional } = args;
  const named = new Map(args.named.map((one) => [one.name, one.value]));
  const [first, second] = positional;
  switch (self.t) {
    case "str":
      return callTextMethod(self.v, name, positional, named);
    case "file":
      if (name === "close") return NONE;
      if (name === "readlines" && positional.length + named.size === 0) {
        const lines = linesOfFile(run, self);
        return lines.t === "list" ? lines : null;
      }
      return name === "read" && positional.length + named.size === 0 ? textOfFile(run, self.path) : null;
    case "path":
      if (name === "read_text" && positional.length === 0) {
        const file = fileAt(run, self.v);
        return file?.t === "file" ? textOfFile(run, file.path) : file;
      }
      if (name === "open") return openFile(run, { ...args, positional: [self, ...positional] });
      return named.size === 0 || name === "resolve" ? callPathMethod(run, self.v, name, positional) : null;
    case "list":
    case "tuple":
    case "set":
      return callItemsMethod(self, name, positional, named);
    case "dict":
      return callDictMethod(
        self,
        name,
        positional,
        args.named.map((one) => [{ ...str(one.name), ...(one.at ? { at: one.at } : {}) }, one.value]),
      );
    case "environ":
      return name === "get" ? environment(run, positional) : name === "setdefault" || name === "update" ? NONE : null;
    case "globals": {
      const { vars } = self.module.scope;
      if (name === "get" && first?.t === "str") return vars.get(first.v) ?? second ?? NONE;
      if (name === "setdefault" && first?.t === "str" && second) {
        if (!vars.has(first.v)) vars.set(first.v, second);
        return vars.get(first.v) ?? NONE;
      }
      const entries =
        first?.t === "dict" && first.spoiled === undefined
          ? [...first.entries.values()]
          : positional.length === 0
            ? []
            : null;
      if (name !== "update" || !entries) return null;
      for (const [key, value] of entries) if (key.t === "str") vars.set(key.v, value);
      for (const one of args.named) vars.set(one.name, one.value);
      return NONE;
    }
    default:
      return null;
  }
}

/**
 * Reads the environment. It counts as empty: only what the code itself put there is known, and AIRFLOW_HOME and the DAGs
 * folder, whose place the repository tells. A default is never taken for the value.
 */
function environment(run: Run, args: readonly Obj[]): Obj | null {
  const [name, fallback] = args;
  if (name?.t === "str") {
    const own = run.environ.get(name.v) ?? knownVariable(name.v);
    if (own) return own;
  }
  if (!name) return null;
  return { t: "called", fn: "os.environ.get", args: fallback ? [name, fallback] : [name], kwargs: [] };
}

/** Functions of packages outside the repository whose result is known. */
function knownCall(run: Run, path: string, args: CallArguments, scope: Scope): Obj | null {
  const named = new Map(args.named.map((one) => [one.name, one.value]));
  const [first, second] = args.positional;
  if (path === "os.getenv") {
    const own = first?.t === "str" ? (run.environ.get(first.v) ?? knownVariable(first.v)) : null;
    return own;
  }
  if (path === "airflow.configuration.get_airflow_home") return str(AIRFLOW_HOME);
  if (/^airflow\.configuration\.(?:conf\.)?get(?:_mandatory_value)?$/.test(path)) {
    const wanted =
      first?.t === "str" &&
      second?.t === "str" &&
      first.v.toLowerCase() === "core" &&
      second.v.toLowerCase() === "dags_folder";
    return wanted ? str(DAGS_FOLDER) : null;
  }
  if (/^(?:yaml\.(?:safe_load|load)|json\.loads?)$/.test(path)) return loadData(run, path, args);
  if (path === "copy.copy" || path === "copy.deepcopy") return callCopy(path, first);
  if (path === "itertools.chain") {
    const parts = args.positional.map(itemsOf);
    const known = parts.filter((part) => part !== null);
    return known.length === parts.length ? { t: "iterator", items: known.flat(), next: 0 } : null;
  }
  if (path === "importlib.import_module" && first?.t === "str") {
    return moduleNamed(run, first.v, scope) ?? importable(first.v);
  }
  if (path === "sys.path.append" || path === "sys.path.insert") {
    const folder = path.endsWith("append") ? first : second;
    if (folder?.t === "str") run.host.addImportRoot(folder.v, path.endsWith("insert"));
    return NONE;
  }
  if (path === "collections.OrderedDict") return callBuiltin("dict", args, () => NONE);
  return callFileFunction(run, path, args.positional, named);
}
