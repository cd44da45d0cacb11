import { asPath } from "../model/path.ts";
import type { Span } from "../model/span.ts";
import type { ExprValue, Value, ValueData } from "../model/value.ts";
import { closedOf, UNWRITTEN } from "./close.ts";
import { type Closed, isSmall, type Obj } from "./objects.ts";
import { isSymbolic, REPOSITORY, splitSymbolic } from "./symbolic-path.ts";

const MAX_NESTING = 60;

/**
 * An object of the interpreter as a value of the model. What has no value of its own becomes an `expr`.
 * @param at where the value counts as written if the object does not say
 */
export function toValue(value: Obj, at: Span | undefined, depth = 0): Value {
  const span = value.at ?? at;
  if (depth === 0 && !isSmall(value)) return { ...expression(UNWRITTEN, "it is too large"), ...(span ? { span } : {}) };
  const data = depth > MAX_NESTING ? asExpression(value, "it is nested too deep") : dataOf(value, span, depth);
  return span ? { ...data, span } : data;
}

function dataOf(value: Obj, span: Span | undefined, depth: number): ValueData {
  const inner = (item: Obj): Value => toValue(item, span, depth + 1);
  switch (value.t) {
    case "none":
      return { t: "null" };
    case "bool":
      return { t: "bool", v: value.v };
    case "int":
      return { t: "int", v: value.v };
    case "float":
      return { t: "float", v: value.v };
    case "bytes":
      return { t: "bytes", v: value.v };
    case "str":
      if (value.whole !== undefined && value.origin) return asExpression(value, "it is the text of a file");
      return isSymbolic(value.v) ? pathValue(value) : { t: "str", v: value.v };
    case "list":
    case "tuple":
    case "set":
      return value.spoiled === undefined
        ? { t: value.t, v: value.items.map(inner) }
        : asExpression(value, value.spoiled);
    case "dict":
      return value.spoiled === undefined
        ? { t: "map", v: [...value.entries.values()].map(([key, item]) => [inner(key), inner(item)] as const) }
        : asExpression(value, value.spoiled);
    case "path":
      return pathValue(value);
    case "importable":
      return { t: "name", path: value.path };
    case "builtin":
      return { t: "name", path: `builtins.${value.name}` };
    case "called":
      return {
        t: "call",
        fn: value.fn,
        args: value.args.map(inner),
        kwargs: value.kwargs.map(([name, item]) => [name, inner(item)] as const),
      };
    case "unknown":
      return expression(value.closed, value.why);
    case "function":
      return asExpression(value, "it is a function of the repository");
    case "host":
      return asExpression(value, "it is a DAG, which Python makes");
    default:
      return asExpression(value, "it is known only when Python runs");
  }
}

/** A path: below the repository it is known as a file of it; below AIRFLOW_HOME it stays the read of the environment that it is. */
function pathValue(value: Obj & { readonly t: "str" | "path" }): ValueData {
  const symbolic = splitSymbolic(value.v);
  if (symbolic?.root === REPOSITORY && !/(?:^|\/)\.\.?(?:\/|$)|\/$/.test(symbolic.rest)) {
    const file: Value = { t: "file-path", file: asPath(symbolic.rest) };
    return value.t === "str" ? file : { t: "call", fn: "pathlib.Path", args: [file], kwargs: [] };
  }
  if (value.t === "path" && !isSymbolic(value.v))
    return { t: "call", fn: "pathlib.Path", args: [{ t: "str", v: value.v }], kwargs: [] };
  return asExpression(value, "it depends on where the repository lies");
}

function asExpression(value: Obj, why: string): ExprValue {
  const closed = value.t === "unknown" ? value.closed : (value.origin ?? closedOf(value));
  return expression(closed ?? UNWRITTEN, why);
}

const expression = (closed: Closed, why: string): ExprValue => ({ t: "expr", ...closed, why });
