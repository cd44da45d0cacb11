import type { Expr, Stmt } from "../python/ast.ts";
import { bodiesOf } from "../python/bodies.ts";
import { type InitSource, readInit } from "./init-source.ts";
import { dottedName, readWord, readWords, UNKNOWN_WORDS, type Words } from "./words.ts";

/** A class as it is written, nothing inherited. */
export interface ClassSource {
  readonly name: string;
  /** Dotted names of its bases; `null` for one that is no name. `subscripted`: written `Base[T]`. */
  readonly bases: readonly { readonly path: string | null; readonly subscripted: boolean }[];
  /** Its own `__init__`, or `null` where it has none. */
  readonly init: InitSource | null;
  readonly templateFields: Words | null;
  /** `_gusty_parameters`, which replaces the signature (`gusty/building.py`, `_get_operator_parameters`). */
  readonly gustyParameters: Words | null;
  /** An attribute `dependencies` is set in the class or in one of its methods. */
  readonly dependencies: boolean;
}

/** Reads a class definition. What stands under a condition in its body is not known. */
export function readClass(node: Stmt & { readonly k: "class" }): ClassSource {
  const words = new Map<string, Words>();
  let init: InitSource | null = null;
  const dependencies = setsDependencies(node.body);

  for (const item of node.body) {
    if (item.k === "function" && item.name === "__init__") init = readInit(item, node.name);
    else if (item.k === "function") words.set(item.name, UNKNOWN_WORDS);
    else if (item.k === "assignment" && item.value) {
      for (const target of item.targets) if (target.k === "name") words.set(target.id, readWords(item.value));
    } else if (item.k === "update" && item.target.k === "name") {
      words.set(item.target.id, added(words.get(item.target.id), readWords(item.value)));
    } else if (item.k === "expression") {
      const more = appended(item.value);
      if (more) words.set(more.name, added(words.get(more.name), more.words));
    } else if (bodiesOf(item).some((body) => body.some(touchesFields))) {
      words.set("template_fields", UNKNOWN_WORDS);
    }
  }
  return {
    name: node.name,
    bases: node.bases
      .filter((base) => base.name === null)
      .map((base) => ({
        path: base.star === "" ? dottedName(base.value.k === "index" ? base.value.of : base.value) : null,
        subscripted: base.value.k === "index",
      })),
    init,
    templateFields: words.get("template_fields") ?? null,
    gustyParameters: words.get("_gusty_parameters") ?? null,
    dependencies: dependencies || words.has("dependencies"),
  };
}

/** Old words and new ones. Without old ones, the update is of something inherited. */
const added = (old: Words | undefined, more: Words): Words => (old ? { t: "sum", parts: [old, more] } : UNKNOWN_WORDS);

/** What `name.append("x")` or `name.extend(["x"])` adds; any other method may do anything. */
function appended(node: Expr): { readonly name: string; readonly words: Words } | null {
  if (node.k !== "call" || node.fn.k !== "attribute" || node.fn.of.k !== "name") return null;
  const [argument] = node.args;
  const method = node.fn.name;
  const name = node.fn.of.id;
  if (!argument || (method !== "append" && method !== "extend")) return { name, words: UNKNOWN_WORDS };
  return { name, words: method === "append" ? readWord(argument.value) : readWords(argument.value) };
}

const FIELDS = new Set(["template_fields", "__init__", "_gusty_parameters"]);

function touchesFields(node: Stmt): boolean {
  if (node.k === "function") return FIELDS.has(node.name);
  if (node.k === "assignment") return node.targets.some((target) => target.k === "name" && FIELDS.has(target.id));
  if (node.k === "update") return node.target.k === "name" && FIELDS.has(node.target.id);
  if (node.k === "expression") return FIELDS.has(appended(node.value)?.name ?? "");
  return bodiesOf(node).some((body) => body.some(touchesFields));
}

/** True where some method assigns to `self.dependencies`: gusty then adds edges (`create_task_dependencies`). */
function setsDependencies(body: readonly Stmt[]): boolean {
  const isOwn = (target: Expr): boolean =>
    target.k === "tuple" || target.k === "list"
      ? target.items.some(isOwn)
      : target.k === "attribute" && target.name === "dependencies" && target.of.k === "name" && target.of.id === "self";
  return body.some((item) => {
    if (item.k === "assignment") return item.targets.some(isOwn);
    if (item.k === "update") return isOwn(item.target);
    return item.k === "function" ? setsDependencies(item.body) : bodiesOf(item).some(setsDependencies);
  });
}
