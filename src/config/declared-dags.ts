import type { DeclaredDags } from "../model/config.ts";
import type { Field, Value } from "../model/value.ts";
import { cleanPath, readPattern } from "./paths.ts";
import { complain, fieldsOf, type Reading, readKeys, readText } from "./read-fields.ts";

/** Arguments of `create_dag` whose values name functions, written as `module:function`. */
const FUNCTION_MAPS = new Set(["user_defined_macros", "user_defined_filters", "dag_constructors", "parse_hooks"]);
const FUNCTIONS = new Set(["on_success_callback", "on_failure_callback", "sla_miss_callback"]);

/** `dags:`, the folders that are DAGs without a Python entry point. */
export function readDeclaredDags(reading: Reading, value: Value): readonly DeclaredDags[] {
  if (value.t !== "list") {
    complain(reading, value.span, "`dags` is no list", "a list of mappings, each with `path`");
    return [];
  }
  return value.v.flatMap((item): DeclaredDags[] => {
    let path: string | null = null;
    let fields: readonly Field[] = [];
    readKeys(reading, item, "an item of `dags`", {
      path: (given) => {
        const text = readText(reading, given, "path");
        if (text !== null && readPattern(reading, given, text)) path = cleanPath(text);
      },
      arguments: (given) => {
        fields = (fieldsOf(reading, given, "`arguments`") ?? []).map(withFunctions);
      },
    });
    if (path === null && item.t === "map" && !item.v.some(([key]) => key.t === "str" && key.v === "path")) {
      complain(
        reading,
        item.span,
        "an item of `dags` has no `path`",
        "`path:` with a folder or a pattern such as `dags/*`",
      );
    }
    return path === null ? [] : [{ path, at: item.span ?? reading.whole, arguments: fields }];
  });
}

function withFunctions(field: Field): Field {
  if (FUNCTIONS.has(field.key)) return { ...field, value: functionOf(field.value) };
  if (!FUNCTION_MAPS.has(field.key) || field.value.t !== "map") return field;
  return { ...field, value: { ...field.value, v: field.value.v.map(([key, item]) => [key, functionOf(item)]) } };
}

/** `module:function` as the importable name it stands for. */
function functionOf(value: Value): Value {
  const parts = value.t === "str" ? /^([A-Za-z_][\w.]*):([A-Za-z_]\w*)$/.exec(value.v) : null;
  if (!parts) return value;
  const path = `${parts[1]}.${parts[2]}`;
  return value.span ? { t: "name", path, span: value.span } : { t: "name", path };
}
