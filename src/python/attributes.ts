import type { Expr } from "./ast.ts";
import { unknownOf } from "./close.ts";
import { pathAttribute } from "./file-functions.ts";
import { importable } from "./importable.ts";
import { moduleNamed } from "./imports.ts";
import { NONE, type Obj, type Run, type Scope, str } from "./objects.ts";
import { touch } from "./reasons.ts";

const METHODS = new Set(["str", "list", "tuple", "set", "dict", "path", "environ", "globals", "bytes", "file"]);

/** `value.name`, as `node` writes it. */
export function attributeOf(run: Run, value: Obj, node: Expr & { readonly k: "attribute" }, scope: Scope): Obj {
  const { name } = node;
  const open = (why: string): Obj => unknownOf(run, node, scope, why);
  switch (value.t) {
    case "importable":
      return importable(`${value.path}.${name}`);
    case "module":
    case "package": {
      const own = value.t === "module" ? value.module.scope.vars.get(name) : undefined;
      if (own) return own;
      const full = `${value.t === "module" ? value.module.name : value.name}.${name}`;
      return moduleNamed(run, full, scope) ?? open(`\`${full}\` is not defined where Windsock can see it`);
    }
    case "class":
      return value.attributes.get(name) ?? open(`\`${value.name}.${name}\` is not defined where Windsock can see it`);
    case "host": {
      const known = run.host.attribute(value.ref, name);
      if (known) return known;
      touch(run, value.ref);
      return open("it is a part of a DAG, which Python makes");
    }
    case "called":
      // Outside of a task run, Airflow's parsing context names no DAG.
      if (/\.get_parsing_context$/.test(value.fn) && (name === "dag_id" || name === "task_id")) return NONE;
      return open(`it depends on what \`${value.fn}\` returns`);
    case "unknown":
      return open(value.why);
    case "function":
      return name === "__name__" ? str(value.name) : open("it is an attribute of a function");
    case "path": {
      const known = pathAttribute(value.v, name);
      return known ?? { t: "method", self: value, name };
    }
    default:
      return METHODS.has(value.t) ? { t: "method", self: value, name } : open("it is known only when Python runs");
  }
}
