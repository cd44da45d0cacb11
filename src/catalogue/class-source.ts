import type { SyntaxNode } from "@lezer/common";
import { readAssignment } from "./assignment.ts";
import type { Parameter } from "./shipped.ts";
import { plainString, readWords, type Words } from "./words.ts";

/** A class as it is written, nothing inherited. */
export interface ClassSource {
  readonly name: string;
  /** Dotted names of its bases; `null` for one that is no name. `subscripted`: written `Base[T]`. */
  readonly bases: readonly { readonly path: string | null; readonly subscripted: boolean }[];
  /** Parameters of its own `__init__` without the first, or `null` where it has none. */
  readonly init: readonly Parameter[] | null;
  readonly templateFields: Words | null;
  /** `_gusty_parameters`, which replaces the signature (`gusty/building.py`, `_get_operator_parameters`). */
  readonly gustyParameters: Words | null;
  /** An attribute `dependencies` is set in the class or in one of its methods. */
  readonly dependencies: boolean;
}

/** Reads a class definition. `null` where it has no name (broken source). */
export function readClass(node: SyntaxNode, source: string): ClassSource | null {
  const text = (inner: SyntaxNode): string => source.slice(inner.from, inner.to);
  const name = node.getChild("VariableName");
  if (!name) return null;
  let init: Parameter[] | null = null;
  let templateFields: Words | null = null;
  let gustyParameters: Words | null = null;
  let dependencies = setsDependencies(node, source);

  for (let item = node.getChild("Body")?.firstChild ?? null; item; item = item.nextSibling) {
    const definition = item.name === "DecoratedStatement" ? item.getChild("FunctionDefinition") : item;
    if (definition?.name === "FunctionDefinition") {
      const called = definition.getChild("VariableName");
      const list = definition.getChild("ParamList");
      if (called && list && text(called) === "__init__") init = readParameters(list, source).slice(1);
      if (called && text(called) === "dependencies") dependencies = true;
      if (called && text(called) === "template_fields") templateFields = { t: "unknown" };
    }
    const assignment = readAssignment(item, source);
    for (const target of assignment?.targets ?? []) {
      if (!assignment) continue;
      const words = readWords(assignment.value, source);
      if (target === "template_fields") templateFields = assignment.updates ? added(templateFields, words) : words;
      if (target === "_gusty_parameters") gustyParameters = assignment.updates ? added(gustyParameters, words) : words;
      if (target === "dependencies") dependencies = true;
    }
    if (item.name === "ExpressionStatement" && /^template_fields\s*\./.test(text(item))) {
      templateFields = added(templateFields, appended(item, source));
    }
    if (item.name === "IfStatement" && /\b(template_fields|__init__)\b/.test(text(item)))
      templateFields = { t: "unknown" };
  }
  return { name: text(name), bases: readBases(node, source), init, templateFields, gustyParameters, dependencies };
}

const UNKNOWN: Words = { t: "unknown" };

/** Old words and new ones. Without old ones, the update is of something inherited, which Python refuses or shares. */
const added = (old: Words | null, more: Words): Words => (old ? { t: "sum", parts: [old, more] } : UNKNOWN);

/** What `template_fields.append("x")` or `.extend(["x"])` adds. */
function appended(statement: SyntaxNode, source: string): Words {
  const call = statement.getChild("CallExpression");
  const method = call?.getChild("MemberExpression")?.getChild("PropertyName");
  const argument = call?.getChild("ArgList")?.firstChild?.nextSibling;
  if (!method || !argument) return UNKNOWN;
  const name = source.slice(method.from, method.to);
  if (name === "extend") return readWords(argument, source);
  const word = name === "append" ? plainString(argument, source) : null;
  return word === null ? UNKNOWN : { t: "words", words: [word] };
}

function readBases(node: SyntaxNode, source: string): ClassSource["bases"] {
  const bases: { path: string | null; subscripted: boolean }[] = [];
  const list = node.getChild("ArgList");
  for (let item = list?.firstChild ?? null; item; item = item.nextSibling) {
    if (/^[(),]$/.test(item.name) || item.name === "Comment") continue;
    if (item.nextSibling?.name === "AssignOp") {
      item = item.nextSibling.nextSibling ?? item;
      continue;
    }
    const written = source.slice(item.from, item.to);
    const found = /^([A-Za-z_][\w.]*)\s*(\[|$)/.exec(written);
    bases.push({ path: found?.[1] ?? null, subscripted: found?.[2] === "[" });
  }
  return bases;
}

/** Parameters as `inspect.signature` lists them; `*args` and `**kwargs` by their names, without a requirement. */
export function readParameters(list: SyntaxNode, source: string): Parameter[] {
  const found: Parameter[] = [];
  let star = false;
  for (let item = list.firstChild; item; item = item.nextSibling) {
    if (item.name === "*" || item.name === "**") star = true;
    else if (item.name === ",") star = false;
    else if (item.name === "VariableName" && item.prevSibling?.name !== "AssignOp") {
      let next = item.nextSibling;
      if (next?.name === "TypeDef") next = next.nextSibling;
      found.push({ name: source.slice(item.from, item.to), required: !star && next?.name !== "AssignOp" });
    }
  }
  return found;
}

/** True where some method assigns to `self.dependencies`: gusty then adds edges (`create_task_dependencies`). */
function setsDependencies(node: SyntaxNode, source: string): boolean {
  const cursor = node.cursor();
  const end = node.to;
  while (cursor.next() && cursor.from < end) {
    if (cursor.name !== "MemberExpression" || cursor.node.parent?.name !== "AssignStatement") continue;
    if (source.slice(cursor.from, cursor.to) !== "self.dependencies") continue;
    let after = cursor.node.nextSibling;
    while (after && after.name !== "AssignOp") after = after.nextSibling;
    if (after) return true;
  }
  return false;
}
