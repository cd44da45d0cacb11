import { asPath, type Path } from "../model/path.ts";
import type { Value } from "../model/value.ts";
import { wholeFile } from "../yaml/embedded.ts";
import { readPlainYaml } from "../yaml/read-plain.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { type CallArguments, type Dict, int, keyOf, list, NONE, type Obj, type Run, step, str } from "./objects.ts";
import { MAX_LENGTH } from "./operators.ts";
import { isSymbolic } from "./symbolic-path.ts";

/** `open(path)` for reading text: the file, where the repository has it. */
export function openFile(run: Run, args: CallArguments): Obj | null {
  const [path, mode] = args.positional;
  const named = new Map(args.named.map((one) => [one.name, one.value]));
  const way = mode ?? named.get("mode");
  const encoding = named.get("encoding");
  if ((path?.t !== "str" && path?.t !== "path") || args.positional.length > 2) return null;
  if (way && (way.t !== "str" || !["r", "rt"].includes(way.v))) return null;
  if (encoding && (encoding.t !== "str" || !/^utf[-_]?8$/i.test(encoding.v))) return null;
  return fileAt(run, path.v);
}

/** The file at a path, to be read as text; `null` where it is not known. */
export function fileAt(run: Run, path: string): Obj | null {
  const place = run.host.locate(path);
  return place.t === "found" && !run.host.isFolder(place.path) ? { t: "file", path: place.path } : null;
}

/** The text of a file as Python reads it; the open file itself where its text is not at hand, or very long. */
export function textOfFile(run: Run, file: Path): Obj {
  const text = run.host.fileText(file);
  if (text === null || text.length > MAX_LENGTH) return { t: "file", path: file };
  step(run, text.length >> 5);
  return { t: "str", v: text.replaceAll(/\r\n?/g, "\n"), whole: file };
}

/** The lines of an open file, with their ends, where its text is at hand; any other value as it is. */
export function linesOfFile(run: Run, value: Obj): Obj {
  if (value.t !== "file") return value;
  const text = textOfFile(run, value.path);
  return text.t === "str" ? list((text.v.match(/[^\n]*\n|[^\n]+$/g) ?? []).map(str)) : value;
}

/** The loader that gusty gives to a function of `parse_hooks` (`gusty/parsing/__init__.py`, `parse`). */
export const GUSTY_LOADER = "gusty.parsing.loaders.loader";

/** `yaml.safe_load`, `yaml.load` with the SafeLoader, `json.load` and `json.loads` of a file of the repository; `null` otherwise. */
export function loadData(run: Run, fn: string, args: CallArguments): Obj | null {
  const [source, second] = args.positional;
  const loader = second ?? args.named.find((one) => one.name === "Loader")?.value;
  const own = loader?.t === "importable" && loader.path === GUSTY_LOADER;
  const safe = own || (loader?.t === "importable" && /^yaml\.C?SafeLoader$/.test(loader.path));
  if (fn === "yaml.load" ? !safe : args.positional.length + args.named.length > 1) return null;
  const file = source?.t === "file" ? source.path : source?.t === "str" ? source.whole : undefined;
  const text = file !== undefined ? run.host.fileText(file) : source?.t === "str" ? source.v : null;
  if (text === null || isSymbolic(text)) return null;
  step(run, text.length >> 5);
  if (fn.startsWith("json.")) return fromJson(text);
  const embedded = wholeFile(file ?? asPath(""), text);
  const { value, problems } = own ? readYaml(embedded, new Map()) : readPlainYaml(embedded);
  return value && problems.length === 0 ? fromValue(value, file !== undefined) : null;
}

/** Data as an object; `null` for what has no plain form. Places stay where `placed`. */
export function fromValue(value: Value, placed = true): Obj | null {
  const at = placed && value.span ? { at: value.span } : {};
  const inner = (part: Value): Obj | null => fromValue(part, placed);
  switch (value.t) {
    case "null":
      return { ...NONE, ...at };
    case "bool":
    case "int":
    case "float":
    case "str":
    case "bytes":
      return { ...value, ...at };
    case "list": {
      const items = value.v.map(inner);
      const known = items.filter((item) => item !== null);
      return known.length === items.length ? { ...list(known), ...at } : null;
    }
    case "map": {
      const dict: Dict = { t: "dict", entries: new Map() };
      for (const [key, item] of value.v) {
        const [name, own] = [inner(key), inner(item)];
        const identity = name && keyOf(name);
        if (!name || !own || identity === null) return null;
        dict.entries.set(identity, [name, own]);
      }
      return { ...dict, ...at };
    }
    case "call": {
      if (typeof value.fn !== "string") return null;
      const args = value.args.map(inner);
      const kwargs = value.kwargs.map(([name, item]) => [name, inner(item)] as const);
      const known = args.filter((item) => item !== null);
      const named = kwargs.flatMap(([name, item]) => (item ? [[name, item] as const] : []));
      if (known.length < args.length || named.length < kwargs.length) return null;
      return { t: "called", fn: value.fn, args: known, kwargs: named, ...at };
    }
    case "name":
      return { t: "importable", path: value.path, ...at };
    default:
      return null;
  }
}

/** JSON whose numbers are all whole, since JavaScript does not tell `1` from `1.0`. */
function fromJson(text: string): Obj | null {
  if (/[0-9](?:\.[0-9]|[eE])/.test(text)) return null;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  return fromData(data);
}

function fromData(data: unknown): Obj | null {
  if (data === null) return { ...NONE };
  if (typeof data === "boolean") return { t: "bool", v: data };
  if (typeof data === "number") return Number.isSafeInteger(data) ? int(data) : null;
  if (typeof data === "string") return /[\ud800-\udfff]/.test(data) ? null : str(data);
  if (Array.isArray(data)) {
    const items = data.map(fromData);
    const known = items.filter((item) => item !== null);
    return known.length === items.length ? list(known) : null;
  }
  const dict: Dict = { t: "dict", entries: new Map() };
  for (const [name, item] of Object.entries(data as object)) {
    const own = fromData(item);
    // JavaScript moves keys that are whole numbers to the front.
    if (!own || /^[0-9]+$/.test(name)) return null;
    dict.entries.set(`s${name}`, [str(name), own]);
  }
  return dict;
}
