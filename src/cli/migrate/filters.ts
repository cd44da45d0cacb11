import type { Expr, Module, Stmt } from "../../python/ast.ts";
import { argumentOf, type CallPlace, type Edit, usesOf, wholeLines } from "./python-edits.ts";

/** What tells a DAG by its folder inside a loop: `os.path.basename(folder) in ("sales",)`. `not`: that it is none of them. */
export type Guard = (not: boolean) => string;

/** The guard for a call of `create_dag`, by the name of the folder that it is given; `null` where it is not given plainly. */
export function guardOf({ module, call }: CallPlace, names: readonly string[]): Guard | null {
  const folder = argumentOf(call.args, 0, "dag_dir");
  if (!folder) return null;
  const source = textOf(module, folder.value);
  const name = binds(module, "os")
    ? `os.path.basename(${source})`
    : binds(module, "Path")
      ? `Path(${source}).name`
      : `str(${source}).rpartition("/")[2]`;
  const [only] = names;
  return (not) =>
    names.length === 1 && only !== undefined
      ? `${name} ${not ? "!=" : "=="} ${quoted(only)}`
      : `${name} ${not ? "not in" : "in"} (${names.map(quoted).join(", ")})`;
}

const textOf = (module: Module, { start, end }: Expr): string => module.source.slice(start, end);
const quoted = (name: string): string => JSON.stringify(name);

/** True where the module imports this name at its top. */
const binds = (module: Module, name: string): boolean =>
  module.body.some(
    (item) => (item.k === "import" || item.k === "from") && item.names.some((one) => (one.as ?? one.name) === name),
  );

/** A condition more in the comprehension around the call, or a `continue` before its statement in the loop around it. */
export function inLoop({ module, around, blocks }: CallPlace, guard: Guard | null): (readonly Edit[])[] {
  if (guard === null) return [];
  const comprehension = [...around].reverse().find(({ k }) => k === "comprehension");
  if (comprehension?.k === "comprehension") {
    const last = comprehension.clauses.at(-1);
    const end = last?.k === "for" ? last.iter.end : last?.test.end;
    return end === undefined ? [] : [[{ start: end, end, text: ` if ${guard(true)}` }]];
  }
  const block = blocks.at(-1);
  const statement = block?.find((item) => around.includes(item));
  if (!statement || !around.some(({ k }) => k === "for")) return [];
  const start = module.source.lastIndexOf("\n", statement.start - 1) + 1;
  const indent = module.source.slice(start, statement.start);
  if (indent.trim() !== "" || indent === "") return [];
  const step = indent.includes("\t") ? "\t" : "    ";
  return [[{ start, end: start, text: `${indent}if ${guard(false)}:\n${indent}${step}continue\n` }]];
}

/** The names go out of a list that is written out: the one that the loop goes over, or the one of that name. */
export function listLiterals({ module, around }: CallPlace, names: readonly string[]): (readonly Edit[])[] {
  const iters = around.flatMap((node): Expr[] => {
    if (node.k === "for") return [node.iter];
    return node.k === "comprehension"
      ? node.clauses.flatMap((clause) => (clause.k === "for" ? [clause.iter] : []))
      : [];
  });
  return iters.flatMap((iter) => {
    const list = iter.k === "name" ? assigned(module.body, iter.id) : iter;
    if (list?.k !== "list" && list?.k !== "tuple" && list?.k !== "set") return [];
    const gone = list.items.filter((item) => names.includes(lastPart(item) ?? ""));
    if (gone.length !== names.length || gone.length === list.items.length) return [];
    const kept = list.items.filter((item) => !gone.includes(item));
    const alone = list.k === "tuple" && kept.length === 1 ? kept[0] : undefined;
    const edits = gone.map((item) => itemEdit(module.source, item, alone !== undefined));
    // A tuple of one needs its comma, which goes in behind it where it was the last.
    return [alone && alone === list.items.at(-1) ? [...edits, ...commaAfter(module.source, alone)] : edits];
  });
}

/** What a name is given, where it is given once and never changed. */
function assigned(body: readonly Stmt[], name: string): Expr | null {
  const given = body.filter(
    (item) => item.k === "assignment" && item.targets.some((target) => target.k === "name" && target.id === name),
  );
  const [only] = given;
  return given.length === 1 && only?.k === "assignment" ? only.value : null;
}

const lastPart = (item: Expr): string | null => {
  const [part, ...more] = item.k === "string" ? item.parts : [];
  return part?.k === "text" && more.length === 0 ? part.text.slice(part.text.lastIndexOf("/") + 1) : null;
};

const commaAfter = (source: string, { end }: Expr): Edit[] =>
  /^\s*,/.test(source.slice(end)) ? [] : [{ start: end, end, text: "," }];

/** An item with the comma and the white space after it, or its whole line. */
function itemEdit(source: string, item: Expr, keepComma: boolean): Edit {
  const line = wholeLines(source, { start: item.start, end: item.end + (source.charAt(item.end) === "," ? 1 : 0) });
  if (line.end > item.end + 1) return { ...line, text: "" };
  const after = /^\s*,[ \t]*/.exec(source.slice(item.end));
  if (after) return { start: item.start, end: item.end + after[0].length, text: "" };
  const before = /,\s*$/.exec(source.slice(0, item.start));
  return { start: item.start - (before?.[0].length ?? 0), end: item.end, text: keepComma ? "," : "" };
}

/** Arguments of `create_dags` that `create_dag` does not get (`gusty/multi.py`). */
const OWN = new Set(["dags_dir", "caller_env", "concurrent", "concurrent_timeout", "max_concurrency"]);

/** `create_dags(folder, globals(), …)` as the loop that it runs (`gusty/multi.py`, `create_dags`), without these DAGs. */
export function loopInstead(
  { module, call, around, blocks }: CallPlace,
  names: readonly string[],
): (readonly Edit[])[] {
  const statement = around.at(-1);
  const folder = argumentOf(call.args, 0, "dags_dir");
  const env = argumentOf(call.args, 1, "caller_env");
  if (call.fn.k !== "name" || call.fn.id !== "create_dags" || statement?.k !== "expression" || blocks.length > 1)
    return [];
  if (!folder || !env || textOf(module, env.value) !== "globals()") return [];
  if (
    call.args.some(
      ({ name, star }, at) => star === "*" || name === "current_dag_id" || (name === null && star === "" && at > 1),
    )
  )
    return [];
  const rest = call.args
    .filter((argument) => argument !== folder && argument !== env && !OWN.has(argument.name ?? ""))
    .map(({ start, end }) => `        ${module.source.slice(start, end)},\n`);
  const source = textOf(module, folder.value);
  const loop = [
    `dags_dir = ${source}`,
    "for name in os.listdir(dags_dir):",
    `    if not os.path.isdir(os.path.join(dags_dir, name)) or name.endswith("__"):`,
    "        continue",
    `    if name ${names.length === 1 ? `== ${quoted(names[0] ?? "")}` : `in (${names.map(quoted).join(", ")})`}:`,
    "        continue",
    `    globals()[name] = create_dag(\n        os.path.join(dags_dir, name),\n${rest.join("")}    )`,
  ].join("\n");
  const taken = new Set(["dags_dir", "name"]);
  if (module.body.some((item) => item !== statement && bindsAny(item, taken))) return [];
  const imported = module.body.flatMap((item) => (item.k === "from" && item.module === "gusty" ? item.names : []));
  const create = imported.find(({ name, as }) => name === "create_dags" && as === null);
  if (!create) return [];
  const wanted = [
    ...(imported.some(({ name, as }) => name === "create_dag" && as === null) ? [] : ["create_dag"]),
    ...(usesOf(module, "create_dags", statement) > 0 ? ["create_dags"] : []),
  ];
  if (wanted.length === 0) return [];
  const importEdit: Edit = { start: create.start, end: create.end, text: wanted.join(", ") };
  const os: Edit[] = binds(module, "os") ? [] : importOs(module);
  return [[{ start: statement.start, end: statement.end, text: loop }, importEdit, ...os]];
}

function importOs(module: Module): Edit[] {
  const first = module.body.find(
    (item) => (item.k === "import" || item.k === "from") && !(item.k === "from" && item.module === "__future__"),
  );
  return first ? [{ start: first.start, end: first.start, text: "import os\n" }] : [];
}

const bindsAny = (item: Stmt, names: ReadonlySet<string>): boolean =>
  (item.k === "assignment" && item.targets.some((target) => target.k === "name" && names.has(target.id))) ||
  ((item.k === "function" || item.k === "class") && names.has(item.name)) ||
  (item.k === "for" && item.target.k === "name" && names.has(item.target.id));
