import type { Import } from "./imports.ts";
import { BUILTINS, KEYWORDS } from "./python-names.ts";

/** The names of one generated file, given out once each, and what it imports. */
export interface FileScope {
  /** A name that nothing else in the file has, as close to `wanted` as can be. */
  name(wanted: string): string;
  /** Imports `member` of `module` once, and gives the name by which the file knows it. */
  member(module: string, member: string): string;
  /** Imports a module once, and gives the text that names it. */
  module(module: string): string;
  /** Like `member`, of a module that is found only after gusty's operators folder is on the path. */
  local(module: string, member: string): string;
  /** A helper of the file, by its own name; the file holds it once. */
  helper(name: string): string;
  /** Notes that the file cannot be written, and why. The first reason counts. */
  refuse(why: string): void;
  readonly imports: readonly Import[];
  readonly localImports: readonly Import[];
  readonly helpers: ReadonlyMap<string, string>;
  readonly refusal: string | null;
}

/**
 * An empty file.
 *
 * @param taken names that code copied from the repository uses
 * @param bound imports that such code makes: they are used again
 */
export function createFileScope(taken: ReadonlySet<string>, bound: readonly Import[]): FileScope {
  const used = new Set<string>([...KEYWORDS, ...BUILTINS, ...taken, "dag"]);
  const next = new Map<string, number>();
  const known = new Map<string, string>();
  const imports: Import[] = [...bound];
  const localImports: Import[] = [];
  const helpers = new Map<string, string>();
  let refusal: string | null = null;

  for (const { module, member, as } of bound) known.set(`${module}:${member ?? ""}`, as ?? member ?? module);

  const name = (wanted: string): string => {
    let candidate = wanted;
    for (let number = next.get(wanted) ?? 1; used.has(candidate); number += 1) {
      candidate = number === 1 ? `${wanted}_` : `${wanted}_${number}`;
      next.set(wanted, number + 1);
    }
    used.add(candidate);
    return candidate;
  };

  const take = (module: string, member: string, into: Import[]): string => {
    const key = `${module}:${member}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const local = name(member);
    into.push({ module, member, as: local === member ? null : local });
    known.set(key, local);
    return local;
  };

  return {
    name,
    member: (module, member) => take(module, member, imports),
    local: (module, member) => take(module, member, localImports),
    module: (module) => {
      const key = `${module}:`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const top = module.split(".")[0] ?? module;
      const shared = imports.some(
        (entry) => entry.member === null && entry.as === null && entry.module.split(".")[0] === top,
      );
      const local = shared || !used.has(top) ? module : name(module.replaceAll(".", "_"));
      if (local === module) used.add(top);
      imports.push({ module, member: null, as: local === module ? null : local });
      known.set(key, local);
      return local;
    },
    helper: (wanted) => {
      const before = helpers.get(wanted);
      if (before !== undefined) return before;
      const local = name(wanted);
      helpers.set(wanted, local);
      return local;
    },
    refuse: (why) => {
      refusal ??= why;
    },
    get imports() {
      return imports;
    },
    get localImports() {
      return localImports;
    },
    get helpers() {
      return helpers;
    },
    get refusal() {
      return refusal;
    },
  };
}
