import { isGustyBefore } from "../config/gusty-release.ts";
import type { Problem } from "../model/problem.ts";
import type { Field, Value } from "../model/value.ts";
import { fieldOf, fieldsOfMap, mapOfFields, updateFields } from "./fields.ts";

/** Arguments of `create_dag` that are no metadata of the DAG level (`gusty/building.py`, `GustyBuilder.__init__`). */
const NOT_DAG_METADATA = new Set(["task_group_defaults", "wait_for_defaults"]);

/**
 * The metadata of the DAG level: the arguments of `create_dag`, beaten key by key by METADATA.yml, with `default_args`
 * merged one level deep and `extra_tags` added (`gusty/building.py`, `GustyBuilder.parse_metadata`; before 0.18 there
 * are none).
 */
export function dagMetadata(
  site: readonly Field[],
  metadata: readonly Field[],
  gusty: string | null,
): readonly Field[] {
  const defaults = withMacros(site.filter((field) => !NOT_DAG_METADATA.has(field.key)));
  const merged = updateFields(defaults, withDefaultArgs(defaults, metadata));
  if (isGustyBefore(gusty, "0.18")) return merged;
  return withExtraTags(merged, fieldOf(site, "extra_tags")?.value);
}

/** The metadata of a task group: `task_group_defaults`, beaten key by key by METADATA.yml. */
export function groupMetadata(site: readonly Field[], metadata: readonly Field[]): readonly Field[] {
  const defaults = fieldOf(site, "task_group_defaults")?.value;
  return updateFields((defaults && fieldsOfMap(defaults)) ?? [], metadata);
}

/** `default_args` of both places become one mapping: METADATA wins, key by key. */
function withDefaultArgs(defaults: readonly Field[], metadata: readonly Field[]): readonly Field[] {
  const outer = fieldOf(defaults, "default_args");
  const inner = fieldOf(metadata, "default_args");
  const outerFields = outer && fieldsOfMap(outer.value);
  const innerFields = inner && fieldsOfMap(inner.value);
  if (!inner || !outerFields || !innerFields) return metadata;
  const merged = mapOfFields(updateFields(outerFields, innerFields), inner.value);
  return metadata.map((field) => (field.key === "default_args" ? { ...field, value: merged } : field));
}

/** `dag_constructors` are macros too, below `user_defined_macros` (`gusty/utils/context.py`, `generate_user_defined_macros`). */
function withMacros(site: readonly Field[]): readonly Field[] {
  const constructors = constructorFields(fieldOf(site, "dag_constructors")?.value);
  const macros = fieldOf(site, "user_defined_macros");
  const own = (macros && fieldsOfMap(macros.value)) ?? [];
  const all = updateFields(
    constructors.map((field) => ({ ...field, key: field.key.replace(/^!+|!+$/g, "") })),
    own,
  );
  if (all.length === 0) return site.filter((field) => field.key !== "user_defined_macros");
  const like: Value = macros?.value ?? { t: "null" };
  return updateFields(site, [
    { key: "user_defined_macros", keySpan: macros?.keySpan ?? null, value: mapOfFields(all, like) },
  ]);
}

/** The tags of `dag_constructors`, given as a mapping or as a list of named functions, with what they call. */
export function constructorFields(value: Value | undefined): readonly Field[] {
  if (!value) return [];
  if (value.t !== "list") return fieldsOfMap(value) ?? [];
  return value.v.flatMap((item) => {
    const name = functionName(item);
    return name === null ? [] : [{ key: `!${name}`, keySpan: null, value: item }];
  });
}

/** `function.__name__`, where the value plainly names a function. */
export function functionName(value: Value): string | null {
  if (value.t === "name") return value.path.slice(value.path.lastIndexOf(".") + 1);
  if (value.t === "function") return value.name;
  if (value.t === "expr" && /^[A-Za-z_][A-Za-z0-9_.]*$/.test(value.source)) {
    return value.source.slice(value.source.lastIndexOf(".") + 1);
  }
  return null;
}

/** `extra_tags` are added to the DAG's tags; gusty leaves the order to a set, so they are sorted here. */
function withExtraTags(metadata: readonly Field[], extra: Value | undefined): readonly Field[] {
  if (extra?.t !== "list" || extra.v.length === 0) return metadata;
  const tags = fieldOf(metadata, "tags");
  if (tags && tags.value.t !== "list") return metadata;
  const all = [...(tags?.value.t === "list" ? tags.value.v : []), ...extra.v];
  const byText = new Map(all.map((tag) => [tag.t === "str" ? tag.v : JSON.stringify(tag.t), tag]));
  const sorted = [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tag]) => tag);
  return updateFields(metadata, [{ key: "tags", keySpan: tags?.keySpan ?? null, value: { t: "list", v: sorted } }]);
}

/** The fields of METADATA.yml that set dependencies of a level, or of the arguments where METADATA has neither. */
export function levelDependencies(
  metadata: readonly Field[],
  siteArguments: readonly Field[] | null,
): { readonly dependencies: Field | null; readonly external: Field | null; readonly problems: readonly Problem[] } {
  const dependencies = fieldOf(metadata, "dependencies") ?? null;
  const external = fieldOf(metadata, "external_dependencies") ?? null;
  if (dependencies || external || !siteArguments) return { dependencies, external, problems: [] };
  const argument = fieldOf(siteArguments, "external_dependencies") ?? null;
  if (!argument) return { dependencies, external, problems: [] };
  if (argument.value.t === "list" && argument.value.v.every((item) => item.t === "map")) {
    return { dependencies, external: argument, problems: [] };
  }
  const at = argument.value.span ?? argument.keySpan;
  const detail = "as an argument of `create_dag` it must be a list of mappings from a DAG to a task";
  return {
    dependencies,
    external: null,
    problems: at ? [{ kind: "dependency-shape", at, key: "external_dependencies", detail, raises: true }] : [],
  };
}
