import type { Value } from "../model/value.ts";
import { wholeFile } from "../yaml/embedded.ts";
import { readPlainYaml } from "../yaml/read-plain.ts";
import { type CallArguments, type Dict, int, keyOf, list, NONE, type Obj, type Run, step, str } from "./objects.ts";

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

/** `yaml.safe_load`, `yaml.load` with the SafeLoader, `json.load` and `json.loads` of a file of the repository; `null` otherwise. */
export function loadData(run: Run, fn: string, args: CallArguments): Obj | null {
  const [source, second] = args.positional;
  const loader = second ?? args.named.find((one) => one.name === "Loader")?.value;
  const safe = loader?.t === "importable" && /^yaml\.C?SafeLoader$/.test(loader.path);
  if (source?.t !== "file" || (fn === "yaml.load" ? !safe : args.positional.length + args.named.length > 1))
    return null;
  const text = run.host.fileText(source.path);
  if (text === null) return null;
  step(run, text.length >> 5);
  if (fn.startsWith("json.")) return fromJson(text);
  const { value, problems } = readPlainYaml(wholeFile(source.path, text));
  return value && problems.length === 0 ? fromValue(value) : null;
}

/** Plain data as an object; `null` for what has no plain form. Places stay. */
function fromValue(value: Value): Obj | null {
  const at = value.span ? { at: value.span } : {};
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
      const items = value.v.map(fromValue);
      const known = items.filter((item) => item !== null);
      return known.length === items.length ? { ...list(known), ...at } : null;
    }
    case "map": {
      const dict: Dict = { t: "dict", entries: new Map() };
      for (const [key, item] of value.v) {
        const [name, own] = [fromValue(key), fromValue(item)];
        const identity = name && keyOf(name);
        if (!name || !own || identity === null) return null;
        dict.entries.set(identity, [name, own]);
      }
      return { ...dict, ...at };
    }
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
