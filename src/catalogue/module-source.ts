import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import { readAssignment } from "./assignment.ts";
import { type ClassSource, readClass } from "./class-source.ts";
import { readWords, type Words } from "./words.ts";

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

/**
 * Reads the top level of a module: imports, classes, plain assignments, those inside `try`, `if` and `with` too. The
 * last binding of a name wins, except that an `except` or `else` branch does not replace what its first branch bound.
 */
export function readModule(name: string, isPackage: boolean, source: string): ModuleSource {
  const names = new Map<string, Binding>();
  const stars: string[] = [];
  const within = isPackage ? name : name.slice(0, Math.max(0, name.lastIndexOf(".")));
  const text = (node: SyntaxNode): string => source.slice(node.from, node.to);

  const queue: { node: SyntaxNode | null; keep: boolean }[] = [
    { node: parser.parse(source).topNode.firstChild, keep: false },
  ];
  for (let item = queue.pop(); item; item = queue.pop()) {
    for (let node = item.node; node; node = node.nextSibling) {
      const inner = branches(node, text);
      if (inner.length > 0) {
        queue.push({ node: node.nextSibling, keep: item.keep });
        // A stack: what is to be read first goes on top.
        for (const [position, body] of inner.entries()) {
          const place = queue.length - position;
          queue.splice(place, 0, { node: body.firstChild, keep: item.keep || position > 0 });
        }
        break;
      }
      for (const [bound, binding] of bindings(node, source, within, stars)) {
        if (!item.keep || !names.has(bound)) names.set(bound, binding);
      }
    }
  }
  return { name, names, stars };
}

/** The bodies of a compound statement whose names are the module's own, in order. `if TYPE_CHECKING` has none that count. */
function branches(node: SyntaxNode, text: (node: SyntaxNode) => string): SyntaxNode[] {
  if (!["IfStatement", "TryStatement", "WithStatement"].includes(node.name)) return [];
  const bodies = node.getChildren("Body");
  const test = node.firstChild?.nextSibling;
  const typing = node.name === "IfStatement" && test && /^(typing\.)?TYPE_CHECKING$/.test(text(test));
  return typing ? bodies.slice(1) : bodies;
}

function bindings(node: SyntaxNode, source: string, within: string, stars: string[]): [string, Binding][] {
  if (node.name === "ImportStatement") return imports(node, source, within, stars);
  const definition =
    node.name === "DecoratedStatement"
      ? (node.getChild("ClassDefinition") ?? node.getChild("FunctionDefinition"))
      : node;
  if (definition?.name === "ClassDefinition") {
    const found = readClass(definition, source);
    return found ? [[found.name, { t: "class", source: found }]] : [];
  }
  if (definition?.name === "FunctionDefinition") {
    const name = definition.getChild("VariableName");
    return name ? [[source.slice(name.from, name.to), { t: "function" }]] : [];
  }
  const assignment = readAssignment(node, source);
  if (!assignment) return [];
  const written = source.slice(assignment.value.from, assignment.value.to);
  const dotted = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(written) && !["None", "True", "False"].includes(written);
  return assignment.targets.flatMap((target): [string, Binding][] => {
    // `Name.template_fields = …` after the class: what the name stands for is no longer what its class says.
    const owner = /^([A-Za-z_]\w*)\.(?:template_fields|__init__|_gusty_parameters)$/.exec(target)?.[1];
    if (owner !== undefined) return [[owner, { t: "value", words: { t: "unknown" } }]];
    if (!/^[A-Za-z_]\w*$/.test(target)) return [];
    if (assignment.updates) return [[target, { t: "value", words: { t: "unknown" } }]];
    return [
      [target, dotted ? { t: "alias", path: written } : { t: "value", words: readWords(assignment.value, source) }],
    ];
  });
}

function imports(node: SyntaxNode, source: string, within: string, stars: string[]): [string, Binding][] {
  const statement = source.slice(node.from, node.to).replace(/#[^\n]*|\\\r?\n|[()]/g, " ");
  const from = /^\s*from\s*([.\w\s]*?)\s*\bimport\b([\s\S]*)$/.exec(statement);
  const list = (text: string): string[] =>
    text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "");
  if (!from) {
    return list(statement.replace(/^\s*import\b/, "")).map((part) => {
      const [path = "", alias] = part.split(/\s+as\s+/);
      const top = path.split(".")[0] ?? path;
      return [alias ?? top, { t: "import", module: alias ? path : top, name: null }];
    });
  }
  const module = absolute((from[1] ?? "").replace(/\s/g, ""), within);
  return list(from[2] ?? "").flatMap((part): [string, Binding][] => {
    if (part === "*") {
      stars.unshift(module);
      return [];
    }
    const [name = "", alias] = part.split(/\s+as\s+/);
    return [[alias ?? name, { t: "import", module, name }]];
  });
}

/** `..pkg` inside the package `within` as an absolute module name. */
function absolute(written: string, within: string): string {
  const dots = /^\.*/.exec(written)?.[0].length ?? 0;
  if (dots === 0) return written;
  const parts = within === "" ? [] : within.split(".");
  const base = parts.slice(0, Math.max(0, parts.length - dots + 1));
  // Beyond the top-level package Python fails: such a name finds nothing.
  if (base.length === 0) return written;
  const rest = written.slice(dots);
  return [...base, ...(rest === "" ? [] : [rest])].join(".");
}
