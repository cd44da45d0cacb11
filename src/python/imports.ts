import type { Path } from "../model/path.ts";
import type { Stmt } from "./ast.ts";
import { unknownName } from "./close.ts";
import { importable } from "./importable.ts";
import type { ModuleState, Obj, Run, Scope } from "./objects.ts";
import { isStandardModule } from "./standard-modules.ts";

const MAX_MODULES = 200;
const OUTSIDE = new Set(["airflow", "gusty", "absql"]);

/** The module of the repository by its full name, run once; `null` where the repository has none of that name. */
export function moduleNamed(run: Run, name: string, scope: Scope): Obj | null {
  const top = name.split(".")[0] ?? name;
  if (OUTSIDE.has(top) || isStandardModule(top)) return null;
  const found = run.host.findModule(name, scope.module.file);
  if (!found) return null;
  if ("folder" in found) return { t: "package", name };
  const module = runModule(run, found.file, name);
  return module ? { t: "module", module } : null;
}

/** Runs the code of a file once, and gives its state. `null`: it cannot be read, or there are too many modules. What it raises, the import raises. */
export function runModule(run: Run, file: Path, name: string): ModuleState | null {
  const known = run.modules.get(file);
  if (known !== undefined) return known;
  const code = run.modules.size < MAX_MODULES ? run.host.code(file) : null;
  if (!code) {
    run.modules.set(file, null);
    return null;
  }
  const vars = new Map<string, Obj>();
  const doc = docstringOf(code.body[0]);
  if (doc) vars.set("__doc__", doc);
  const module: ModuleState = {
    file,
    name,
    code,
    position: 0,
    positionEnd: 0,
    volatile: new Set(),
    slices: new Map(),
    get scope(): Scope {
      return scope;
    },
  };
  const scope: Scope = { kind: "module", vars, parent: null, module, globals: new Set() };
  run.modules.set(file, module);
  const outer = run.statement;
  run.execute(code.body, scope);
  module.position = Number.MAX_SAFE_INTEGER;
  run.statement = outer;
  return module;
}

/** `__doc__` of a module that starts with this statement; `null` where it is known only when Python runs: 3.13 takes indentation out. */
function docstringOf(first: Stmt | undefined): Obj | null {
  if (first?.k !== "expression" || first.value.k !== "string") return { t: "none" };
  const texts = first.value.parts.map((part) => (part.k === "text" ? part.text : null));
  const text = texts.includes(null) ? null : texts.join("");
  return text === null || /\n[ \t]|^[ \t]|[ \t]\n/.test(text) ? null : { t: "str", v: text };
}

const bind = (name: string, value: Obj, scope: Scope): void => {
  (scope.globals.has(name) ? scope.module.scope : scope).vars.set(name, value);
};

/** Runs `import a.b as c`. */
export function runImport(run: Run, statement: Stmt & { readonly k: "import" }, scope: Scope): void {
  for (const { name, as } of statement.names) {
    const top = name.split(".")[0] ?? name;
    const own = moduleNamed(run, name, scope);
    if (as !== null) bind(as, own ?? importable(name), scope);
    else bind(top, (own ? moduleNamed(run, top, scope) : null) ?? importable(top), scope);
  }
}

/** Runs `from a import b as c`. */
export function runFrom(run: Run, statement: Stmt & { readonly k: "from" }, scope: Scope): void {
  const name = fullName(statement, scope);
  const own = name === null ? null : moduleNamed(run, name, scope);
  for (const one of statement.names) {
    if (one.name === "*") {
      if (name === "gusty")
        for (const each of ["create_dag", "create_dags"]) bind(each, importable(`gusty.${each}`), scope);
      if (own?.t !== "module") continue;
      for (const [each, value] of own.module.scope.vars) if (!each.startsWith("_")) bind(each, value, scope);
      continue;
    }
    const value = own?.t === "module" ? own.module.scope.vars.get(one.name) : undefined;
    const local = as(one);
    if (value) bind(local, value, scope);
    else if (own) {
      const inner = moduleNamed(run, `${name}.${one.name}`, scope);
      const why = `\`${name}.${one.name}\` is not defined where Windsock can see it`;
      bind(local, inner ?? unknownName(run, local, scope, statement.end, why), scope);
    } else if (name === null) {
      bind(local, unknownName(run, local, scope, statement.end, "a relative import needs a package"), scope);
    } else bind(local, importable(`${name}.${one.name}`), scope);
  }
}

const as = (one: { readonly name: string; readonly as: string | null }): string => one.as ?? one.name;

/** The module that `from … import` names; `null` for a relative import of a file that is no package's. */
function fullName(statement: Stmt & { readonly k: "from" }, scope: Scope): string | null {
  if (statement.level === 0) return statement.module;
  const parts = scope.module.name.split(".");
  const isPackage = scope.module.file.endsWith("/__init__.py");
  const base = parts.slice(0, parts.length - statement.level + (isPackage ? 1 : 0));
  if (base.length === 0) return null;
  return [...base, ...(statement.module === "" ? [] : [statement.module])].join(".");
}

/** Whether an import is sure to work: Python's own modules, gusty's, and the repository's. */
export function surelyImports(run: Run, statement: Stmt, scope: Scope): boolean {
  const names =
    statement.k === "from"
      ? [fullName(statement, scope)]
      : statement.k === "import"
        ? statement.names.map((one) => one.name)
        : [];
  return names.every((name) => {
    const top = name?.split(".")[0];
    return (
      top !== undefined &&
      name !== null &&
      (top === "gusty" || isStandardModule(top) || run.host.findModule(name, scope.module.file) !== null)
    );
  });
}
