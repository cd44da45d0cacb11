import { baseName, joinPath, type Path } from "../model/path.ts";
import type { HookedFile, ParseHooks } from "../model/site.ts";
import type { Value } from "../model/value.ts";
import { closedOf, mergeDefines, mergeSpans } from "../python/close.ts";
import { GUSTY_LOADER } from "../python/data-files.ts";
import { type Apply, bool, type Closed, type Obj, str, unknown } from "../python/objects.ts";
import { textRepr } from "../python/python-text.ts";
import { REPOSITORY, splitExtension } from "../python/symbolic-path.ts";
import { toValue } from "../python/to-value.ts";
import type { Place } from "./locate.ts";

/** More files than these are not read by functions. */
const MAX_FILES = 2_000;

/**
 * What the functions in `parse_hooks` make of the files below a DAG's folder (`gusty/parsing/__init__.py`, `parse`),
 * without running Python; `undefined` where the hooks themselves are not known.
 */
export function runHooks(
  place: Place,
  folder: Path,
  hooks: Obj,
  render: Obj | undefined,
  apply: Apply,
): ParseHooks | undefined {
  if (hooks.t !== "dict" || hooks.spoiled !== undefined) return undefined;
  const functions = new Map<string, Obj>();
  for (const [key, fn] of hooks.entries.values()) {
    if (key.t !== "str") return undefined;
    functions.set(key.v, fn);
  }
  const extensions = [...functions.keys()];
  const read = filesBelow(place, folder).filter((file) => extensions.some((end) => file.endsWith(end)));
  const files = new Map<Path, HookedFile>();
  for (const file of read.slice(0, MAX_FILES)) {
    const [, extension] = splitExtension(baseName(file));
    const fn = functions.get(extension);
    if (fn) files.set(file, readBy(place, file, fn, render, apply));
    else if (!GUSTYS_OWN.includes(extension))
      files.set(file, { t: "raises", detail: `gusty looks for a function for \`${extension}\`, and there is none` });
  }
  return { extensions, files };
}

const GUSTYS_OWN = [".yml", ".yaml", ".Rmd", ".py", ".ipynb", ".sql"];

/** Files that gusty would look at, by their names alone. */
function filesBelow(place: Place, folder: Path): Path[] {
  const files: Path[] = [];
  const open = [folder];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const name of place.folders.list(at)) {
      const path = joinPath(at, name);
      if (place.folders.isFolder(path)) open.push(path);
      else if (!/^[_.]/.test(name) && name !== "METADATA.yml") files.push(path);
    }
  }
  return files.sort();
}

function readBy(place: Place, file: Path, fn: Obj, render: Obj | undefined, apply: Apply): HookedFile {
  const path = str(`${REPOSITORY}/${file}`);
  const written = closedOf(fn, place.entryPoint);
  const own = closedOf(path, place.entryPoint);
  const shown = `${written?.source ?? "parse_hooks"}(${textRepr(file)})`;
  const parameters = fn.t === "function" ? fn.params.map(({ name }) => name) : [];
  const given = new Map<string, Obj>();
  if (parameters.includes("loader")) given.set("loader", { t: "importable", path: GUSTY_LOADER });
  if (parameters.includes("runner")) given.set("runner", unknown(openName("runner"), "it is gusty's ABSQL runner"));
  if (parameters.includes("render_on_create")) given.set("render_on_create", render ?? bool(false));
  const free = [...(written?.free ?? [""]), ...(own?.free ?? [""]), ...given.keys()];
  const call: Closed = {
    source: `${written?.source ?? ""}(${own?.source ?? ""})`,
    needs: mergeSpans([written?.needs ?? [], own?.needs ?? []]),
    free: [...new Set(free)],
    ...mergeDefines([written ?? {}]),
  };
  if (fn.t === "importable") return { t: "value", value: { t: "name", path: fn.path }, call: shown };
  const result = apply(fn, [path], given);
  if (result.t === "raised") {
    const more = result.message === "" ? "" : ` (${result.message})`;
    return { t: "raises", detail: `\`${shown}\` raises ${result.type}${more}` };
  }
  const start = { file, start: 0, end: 0 };
  const value: Value =
    result.t === "open" ? toValue(unknown(call, result.why), start) : toValue(settle(result.value, call, "", 0), start);
  return { t: "value", value, call: shown };
}

const openName = (name: string): Closed => ({ source: name, needs: [], free: [name] });

/** Parts that only the running function names become parts of its call. */
function settle(value: Obj, call: Closed, path: string, depth: number): Obj {
  if (depth > 6) return value;
  const instead = (why: string): Obj => unknown({ ...call, source: call.source + path }, why);
  if (value.t === "unknown") return value.closed.free.length > 0 ? instead(value.why) : value;
  if (value.t === "function")
    return value.origin?.free.length === 0 ? value : instead("it is made when Airflow parses");
  if (value.t === "str" && value.whole !== undefined) return str(value.v);
  if (value.t === "list" && value.spoiled === undefined) {
    const items = value.items.map((item, at) => settle(item, call, `${path}[${at}]`, depth + 1));
    return { ...value, items };
  }
  if (value.t !== "dict") return value;
  if (value.spoiled !== undefined) return instead(value.spoiled);
  const entries = [...value.entries].map(([key, [name, item]]) => {
    const inner = name.t === "str" ? `${path}[${textRepr(name.v)}]` : null;
    return [key, [name, inner === null ? item : settle(item, call, inner, depth + 1)] as const] as const;
  });
  return { ...value, entries: new Map(entries) };
}
