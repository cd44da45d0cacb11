import type { Path } from "../model/path.ts";
import { joinPath } from "../model/path.ts";
import { bool, type Host, list, type Obj, PythonRaise, type Run, step, str, tuple } from "./objects.ts";
import {
  isSymbolic,
  joinPosix,
  knownTail,
  normalPosix,
  purePosix,
  splitExtension,
  splitPosix,
  WORKING_FOLDER,
} from "./symbolic-path.ts";
import { matchesWildcard } from "./wildcard.ts";

type Named = ReadonlyMap<string, Obj>;

const textOfPath = (value: Obj | undefined): string | null =>
  value?.t === "str" || value?.t === "path" ? value.v : null;
const pathObj = (text: string): Obj => ({ t: "path", v: purePosix(text) });
const absolute = (text: string): string => normalPosix(text.startsWith("/") ? text : joinPosix([WORKING_FOLDER, text]));

/** The folder part of a path, or `null` where it lies above a folder of unknown place. */
function folderPart(text: string, take: (text: string) => string): string | null {
  const folder = take(text);
  return isSymbolic(text) && (!isSymbolic(folder) || text.endsWith("/..")) ? null : folder;
}

/** Functions of `os`, `os.path`, `glob` and `pathlib` by their full path; `null` where the result is not known. */
export function callFileFunction(run: Run, fn: string, args: readonly Obj[], named: Named): Obj | null {
  const text = textOfPath(args[0] ?? named.get("path") ?? named.get("top"));
  switch (fn) {
    case "pathlib.Path":
    case "pathlib.PurePath":
    case "pathlib.PosixPath":
    case "pathlib.PurePosixPath":
    case "os.path.join": {
      const parts = args.map(textOfPath);
      if (parts.includes(null) || named.size > 0) return null;
      const joined = parts.length > 0 ? joinPosix(parts.filter((part) => part !== null)) : "";
      return fn === "os.path.join" ? str(joined) : pathObj(joined);
    }
    case "pathlib.Path.cwd":
      return pathObj(WORKING_FOLDER);
    case "os.getcwd":
      return str(WORKING_FOLDER);
    default:
      return text === null ? null : onText(run, fn, text, args, named);
  }
}

function onText(run: Run, fn: string, text: string, args: readonly Obj[], named: Named): Obj | null {
  switch (fn) {
    case "os.path.dirname": {
      const folder = folderPart(text, (path) => splitPosix(path)[0]);
      return folder === null ? null : str(folder);
    }
    case "os.path.abspath":
    case "os.path.realpath":
      return str(absolute(text));
    case "os.path.normpath":
      return str(normalPosix(text));
    case "os.fspath":
    case "os.fsdecode":
    case "os.path.expandvars":
      return fn === "os.path.expandvars" && text.includes("$") ? null : str(text);
    case "os.path.expanduser":
      return text.startsWith("~") ? null : str(text);
    case "os.path.basename":
      return isSymbolic(splitPosix(text)[1]) ? null : str(splitPosix(text)[1]);
    case "os.path.split": {
      const [head, tail] = splitPosix(text);
      return isSymbolic(tail) ? null : tuple([str(head), str(tail)]);
    }
    case "os.path.splitext":
      return tuple(splitExtension(text).map(str));
    case "os.path.isabs":
      return bool(text.startsWith("/"));
    case "os.path.isdir":
    case "os.path.isfile":
    case "os.path.exists":
      return existence(run.host, text, fn.slice("os.path.".length));
    case "os.path.relpath": {
      const start = textOfPath(args[1] ?? named.get("start"));
      const inside = start === null ? null : below(absolute(text), absolute(start));
      return inside === null ? null : str(inside === "" ? "." : inside);
    }
    case "os.listdir":
      return listed(run, text, (name) => str(name));
    case "os.scandir":
      return listed(run, text, (name) => pathObj(joinPosix([text, name])));
    case "os.walk":
      return walk(run, text);
    case "glob.glob":
    case "glob.iglob": {
      if (named.has("root_dir")) return null;
      const recursive = named.get("recursive");
      return globText(run, text, recursive?.t === "bool" && recursive.v);
    }
    case "fnmatch.fnmatch":
    case "fnmatch.fnmatchcase": {
      const pattern = textOfPath(args[1]);
      return pattern === null || isSymbolic(text) ? null : bool(matchesWildcard(pattern, text));
    }
    default:
      return null;
  }
}

const below = (path: string, folder: string): string | null =>
  path === folder ? "" : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null;

function existence(host: Host, text: string, what: string): Obj | null {
  const place = host.locate(text);
  if (place.t === "unknown") return null;
  if (place.t === "absent") return bool(false);
  const folder = host.isFolder(place.path);
  return bool(what === "exists" || folder === (what === "isdir"));
}

function folderAt(run: Run, text: string): Path | null {
  const place = run.host.locate(text);
  if (place.t === "unknown") return null;
  if (place.t === "absent") throw new PythonRaise("FileNotFoundError", `No such file or directory: ${place.why}`);
  if (!run.host.isFolder(place.path)) throw new PythonRaise("NotADirectoryError", `Not a directory: '${place.path}'`);
  return place.path;
}

function listed(run: Run, text: string, make: (name: string) => Obj): Obj | null {
  const folder = folderAt(run, text);
  return folder === null ? null : list(namesIn(run, folder).map(make));
}

function namesIn(run: Run, folder: Path): readonly string[] {
  const names = run.host.list(folder);
  for (const _ of names) step(run);
  return names;
}

function walk(run: Run, top: string): Obj | null {
  const place = run.host.locate(top);
  if (place.t !== "found") return place.t === "absent" ? list([]) : null;
  const found: Obj[] = [];
  const visit = (text: string, folder: Path): void => {
    const names = namesIn(run, folder);
    const folders = names.filter((name) => run.host.isFolder(joinPath(folder, name)));
    const files = names.filter((name) => !folders.includes(name));
    found.push(tuple([str(text), list(folders.map(str)), list(files.map(str))]));
    for (const name of folders) visit(joinPosix([text, name]), joinPath(folder, name));
  };
  if (run.host.isFolder(place.path)) visit(top, place.path);
  return list(found);
}

function globText(run: Run, text: string, recursive: boolean): Obj | null {
  const magic = text.split("/").findIndex((part) => /[*?[]/.test(part));
  if (magic < 0) return null;
  const parts = text.split("/");
  const base = parts.slice(0, magic).join("/") || (text.startsWith("/") ? "/" : ".");
  const found = globBelow(run, base, parts.slice(magic), { recursive, hidden: false });
  return found === null ? null : list(found.map(str));
}

/** Paths below `base` that match the parts of a pattern, sorted; `null` where the folder is not known. */
function globBelow(
  run: Run,
  base: string,
  parts: readonly string[],
  options: { readonly recursive: boolean; readonly hidden: boolean },
): string[] | null {
  const place = run.host.locate(base);
  if (place.t !== "found") return place.t === "absent" ? [] : null;
  const found = new Set<string>();
  const visit = (text: string, path: Path, at: number): void => {
    step(run);
    const part = parts[at];
    if (part === undefined) {
      found.add(text);
      return;
    }
    if (!run.host.isFolder(path)) return;
    if (part === "") {
      if (at === parts.length - 1) found.add(options.hidden ? text : `${text}/`);
      return;
    }
    const deep = part === "**" && options.recursive;
    if (deep) visit(text, path, at + 1);
    for (const name of run.host.list(path)) {
      step(run);
      if (!options.hidden && name.startsWith(".") && !part.startsWith(".")) continue;
      const inner = joinPath(path, name);
      if (deep) {
        if (run.host.isFolder(inner)) visit(joinPosix([text, name]), inner, at);
        else if (at === parts.length - 1 && !options.hidden) found.add(joinPosix([text, name]));
      } else if (matchesWildcard(part, name)) visit(joinPosix([text, name]), inner, at + 1);
    }
  };
  visit(base, place.path, 0);
  return [...found].sort();
}

/** An attribute of a `pathlib.Path` (or an `os.DirEntry`) that is no method; `null` where there is none. */
export function pathAttribute(text: string, name: string): Obj | null {
  const base = splitPosix(text)[1];
  const known = !isSymbolic(base);
  switch (name) {
    case "parent": {
      const folder = folderPart(text, (path) => purePosix(splitPosix(path)[0] || "."));
      return folder === null ? null : pathObj(folder);
    }
    case "parents": {
      const parents: Obj[] = [];
      let at = folderPart(text, (path) => purePosix(splitPosix(path)[0] || "."));
      while (at !== null && parents.length < 100 && at !== "/" && at !== ".") {
        parents.push(pathObj(at));
        at = folderPart(at, (path) => purePosix(splitPosix(path)[0] || "."));
      }
      return tuple(parents);
    }
    case "name":
      return known ? str(base) : null;
    case "stem":
      return known ? str(splitExtension(base)[0]) : null;
    case "suffix":
      return known ? str(splitExtension(base)[1]) : null;
    case "parts":
      return isSymbolic(text)
        ? null
        : tuple([...(text.startsWith("/") ? ["/"] : []), ...text.split("/").filter((part) => part !== "")].map(str));
    case "path":
      return str(text);
    default:
      return null;
  }
}

/** A method of a `pathlib.Path`; `null` where the result is not known. */
export function callPathMethod(run: Run, text: string, name: string, args: readonly Obj[]): Obj | null {
  const argument = textOfPath(args[0]);
  switch (name) {
    case "resolve":
    case "absolute":
      return pathObj(absolute(text));
    case "expanduser":
      return text.startsWith("~") ? null : pathObj(text);
    case "joinpath": {
      const parts = args.map(textOfPath);
      return parts.includes(null) ? null : pathObj(joinPosix([text, ...parts.filter((part) => part !== null)]));
    }
    case "as_posix":
    case "__str__":
    case "__fspath__":
      return str(text);
    case "iterdir":
      return listed(run, text, (entry) => pathObj(joinPosix([text, entry])));
    case "glob":
    case "rglob": {
      if (argument === null || argument === "" || argument.startsWith("/")) return null;
      const parts = name === "rglob" ? ["**", ...argument.split("/")] : argument.split("/");
      const found = globBelow(run, text, parts, { recursive: true, hidden: true });
      return found === null ? null : list(found.map(pathObj));
    }
    case "is_dir":
      return existence(run.host, text, "isdir");
    case "is_file":
      return existence(run.host, text, "isfile");
    case "exists":
      return existence(run.host, text, "exists");
    case "is_absolute":
      return bool(text.startsWith("/"));
    case "with_suffix":
      return argument === null || isSymbolic(splitPosix(text)[1]) ? null : pathObj(splitExtension(text)[0] + argument);
    case "with_name":
      return argument === null || isSymbolic(splitPosix(text)[1])
        ? null
        : pathObj(joinPosix([splitPosix(text)[0], argument]));
    case "relative_to": {
      const inside = argument === null ? null : below(text, purePosix(argument));
      return inside === null ? null : pathObj(inside === "" ? "." : inside);
    }
    case "match":
      return argument === null || argument.includes("/")
        ? null
        : bool(matchesWildcard(argument, knownTail(text).split("/").at(-1) ?? ""));
    default:
      return null;
  }
}
