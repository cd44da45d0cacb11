import type { Expr, ImportedName, Stmt } from "../python/ast.ts";
import { bodiesOf } from "../python/bodies.ts";
import { readPython } from "../python/read-python.ts";
import { type ClassSource, readClass } from "./class-source.ts";
import { dottedName, readWords, UNKNOWN_WORDS, type Words } from "./words.ts";

/** What a top-level name of a Python module stands for. */
export type Binding =
  /** `from module import name`; `name` is `null` for `import module`. Relative imports are made absolute. */
  | { readonly t: "import"; readonly module: string; readonly name: string | null }
  | { readonly t: "class"; readonly source: ClassSource }
  /** `Name = other.name` */
  | { readonly t: "alias"; readonly path: string }
  | { readonly t: "value"; readonly words: Words }
  | { readonly t: "function" };

/** A Python module of the repository, as far as operators need it. Nothing is run. */
export interface ModuleSource {
  readonly name: string;
  readonly names: ReadonlyMap<string, Binding>;
  /** Modules of `from … import *`, the last first. */
  readonly stars: readonly string[];
}

/** What is filled while a module is read. */
interface Filling {
  readonly package: string;
  readonly names: Map<string, Binding>;
  readonly stars: string[];
}

/**
 * Reads the top level of a module: imports, classes, plain assignments, those inside `try`, `if` and `with` too. The
 * last binding of a name wins, except that an `except` or `else` block does not replace what its first block bound.
 */
export function readModule(name: string, isPackage: boolean, source: string): ModuleSource {
  const within = isPackage ? name : name.slice(0, Math.max(0, name.lastIndexOf(".")));
  const filling: Filling = { package: within, names: new Map(), stars: [] };
  readBlock(filling, readPython(source).body, false);
  return { name, names: filling.names, stars: filling.stars };
}

/** The reader of Python bounds how deep statements nest, and so this recursion. */
function readBlock(filling: Filling, body: readonly Stmt[], keep: boolean): void {
  for (const node of body) {
    for (const [bound, binding] of bindings(filling, node)) {
      if (!keep || !filling.names.has(bound)) filling.names.set(bound, binding);
    }
    for (const [position, inner] of runtimeBodies(node).entries()) readBlock(filling, inner, keep || position > 0);
  }
}

/** The blocks whose names are the module's own. `if TYPE_CHECKING` has none that count. */
function runtimeBodies(node: Stmt): readonly (readonly Stmt[])[] {
  const first = node.k === "if" ? node.branches[0] : undefined;
  const typing = first && /^(typing\.)?TYPE_CHECKING$/.test(dottedName(first.test) ?? "");
  return typing ? bodiesOf(node).slice(1) : bodiesOf(node);
}

function bindings(filling: Filling, node: Stmt): [string, Binding][] {
  switch (node.k) {
    case "import":
      return node.names.map(({ name, as }) => {
        const top = name.split(".")[0] ?? name;
        return [as ?? top, { t: "import", module: as ? name : top, name: null }];
      });
    case "from":
      return importedFrom(filling, node.module, node.level, node.names);
    case "class":
      return [[node.name, { t: "class", source: readClass(node) }]];
    case "function":
      return [[node.name, { t: "function" }]];
    case "assignment":
      return node.value ? node.targets.flatMap((target) => assigned(target, node.value)) : [];
    case "update":
      return assigned(node.target, null);
    default:
      return [];
  }
}

/** What an assignment binds; `value` is `null` where the new value depends on the old one. */
function assigned(target: Expr, value: Expr | null): [string, Binding][] {
  // `Name.template_fields = …` after the class: what the name stands for is no longer what its class says.
  if (target.k === "attribute" && target.of.k === "name") {
    const changes = /^(template_fields|__init__|_gusty_parameters)$/.test(target.name);
    return changes ? [[target.of.id, { t: "value", words: UNKNOWN_WORDS }]] : [];
  }
  if (target.k !== "name") return [];
  const path = value ? dottedName(value) : null;
  if (path !== null) return [[target.id, { t: "alias", path }]];
  return [[target.id, { t: "value", words: value ? readWords(value) : UNKNOWN_WORDS }]];
}

function importedFrom(
  filling: Filling,
  written: string,
  level: number,
  names: readonly ImportedName[],
): [string, Binding][] {
  const module = absolute(filling.package, written, level);
  return names.flatMap(({ name, as }): [string, Binding][] => {
    if (name !== "*") return [[as ?? name, { t: "import", module, name }]];
    filling.stars.unshift(module);
    return [];
  });
}

/** `from ..pkg` (level 2) inside the package `within` as an absolute module name. */
function absolute(within: string, written: string, level: number): string {
  if (level === 0) return written;
  const parts = within === "" ? [] : within.split(".");
  const base = parts.slice(0, Math.max(0, parts.length - level + 1));
  // Beyond the top-level package Python fails: such a name finds nothing.
  if (base.length === 0) return `.${written}`;
  return [...base, ...(written === "" ? [] : [written])].join(".");
}
