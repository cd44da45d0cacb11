import type { Path } from "../model/path.ts";
import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import type { Value } from "../model/value.ts";
import type { Definition } from "../python/functions.ts";

type MissingCallable = Extract<Problem, { kind: "missing-callable" }>;

/** A function that a header names, or why gusty does not find it. */
export type FoundCallable =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: MissingCallable };

/**
 * `get_callable_from_file` of gusty (`gusty/parsing/utils.py`) without running the file: the name needs a `def` anywhere
 * in it (`async def` does not count), and the imported module must have an attribute of that name.
 * @param definitions those of the file (`findDefinitions`)
 * @param key the argument that names the function
 */
export function findCallable(
  file: Path,
  definitions: readonly Definition[],
  key: string,
  named: Value,
  at: Span,
): FoundCallable {
  const found = named.t === "str" ? definitions.filter((definition) => definition.name === named.v) : [];
  const isDef = found.some(({ kind }) => kind === "function");
  if (named.t === "str" && isDef && found.some(({ nested }) => !nested)) {
    return { ok: true, value: { t: "function", file, name: named.v, span: at } };
  }
  const problem: MissingCallable = {
    kind: "missing-callable",
    at,
    key,
    name: named.t === "str" ? named.v : "",
    functions: usableNames(definitions),
    because:
      named.t !== "str" || !/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(named.v)
        ? "not-a-name"
        : reasonOf(found, isDef),
  };
  return { ok: false, problem };
}

function reasonOf(found: readonly Definition[], isDef: boolean): MissingCallable["because"] {
  if (isDef) return "nested";
  const kinds = new Set(found.map(({ kind }) => kind));
  if (kinds.has("async")) return "async";
  if (kinds.has("class")) return "class";
  return kinds.has("import") ? "imported" : "absent";
}

function usableNames(definitions: readonly Definition[]): string[] {
  const names = definitions.filter(({ kind, nested }) => kind === "function" && !nested).map(({ name }) => name);
  return [...new Set(names)];
}
