import type { FileScope } from "./file-scope.ts";
import { BUILTINS, isDottedPath } from "./python-names.ts";

/** Objects whose lower-case name is no module: what follows them is an attribute. */
const OBJECTS: ReadonlySet<string> = new Set(["datetime.datetime", "datetime.date", "datetime.timezone", "os.environ"]);

/** Modules that are read best with their name before what is taken from them. */
const BY_MODULE: ReadonlySet<string> = new Set([
  "os",
  "os.path",
  "pendulum",
  "functools",
  "json",
  "logging",
  "operator",
]);

/**
 * The text by which the file names an importable object, given by its full path; imports what it needs. In a path the
 * module ends before the first part that begins with a capital, else before the last part.
 */
export function reference(path: string, scope: FileScope): string {
  if (!isDottedPath(path)) {
    scope.refuse(`\`${path}\` is no name that Python can import`);
    return "None";
  }
  const parts = path.replace(/^builtins\./, "").split(".");
  if (parts.length === 1) {
    const [only = ""] = parts;
    if (!BUILTINS.has(only)) scope.refuse(`\`${path}\` names no module to import it from`);
    return only;
  }
  let cut = parts.findIndex((part, index) => index > 0 && /^_*[A-Z]/.test(part));
  for (let end = 2; end <= parts.length && cut < 0; end += 1) {
    if (OBJECTS.has(parts.slice(0, end).join("."))) cut = end - 1;
  }
  if (cut < 0) cut = parts.length - 1;
  const module = parts.slice(0, cut).join(".");
  const [member = "", ...attributes] = parts.slice(cut);
  const object = byModule(module) ? `${importModule(module, scope)}.${member}` : scope.member(module, member);
  return [object, ...attributes].join(".");
}

const byModule = (module: string): boolean => BY_MODULE.has(module);

/** `os.path` comes with `os`. */
function importModule(module: string, scope: FileScope): string {
  if (module !== "os.path") return scope.module(module);
  return `${scope.module("os")}.path`;
}
