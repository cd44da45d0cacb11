import { isGustyBefore } from "../config/gusty-release.ts";
import type { Problem } from "../model/problem.ts";
import type { DagSite } from "../model/site.ts";
import type { Field, Value } from "../model/value.ts";
import type { AirflowMajor } from "../model/version.ts";
import { fieldOf, isKnown, truthOf } from "./fields.ts";
import { placeOf, type Structure } from "./structure.ts";

const isNoMap = (value: Value): boolean => value.t !== "map" && isKnown(value);

/**
 * What gusty itself does with arguments and metadata of the DAG, and raises for: macros and sensor settings that are no
 * mapping, constructors that are no list either (`gusty/utils/context.py`, `generate_loader_constructors`;
 * `gusty/building.py`, `GustyBuilder.__init__`, `parse_metadata`); on Airflow 3 also a `task_group` for the DAG.
 */
export function givenProblems(
  site: DagSite,
  top: Structure,
  airflow: AirflowMajor,
  gusty: string | null,
): readonly Problem[] {
  const macros = isGustyBefore(gusty, "0.18") ? undefined : fieldOf(site.arguments, "user_defined_macros");
  const constructors = fieldOf(site.arguments, "dag_constructors");
  const waits = fieldOf(site.arguments, "wait_for_defaults");
  const ownWaits = isGustyBefore(gusty, "0.9.1") ? undefined : fieldOf(top.own, "wait_for_defaults");
  const access = fieldOf(top.metadata, "access_control");
  const group = airflow === 3 ? fieldOf(top.metadata, "task_group") : undefined;
  return [
    ...(macros && isNoMap(macros.value) ? [wrong(site, macros, "is no mapping", "names with their functions")] : []),
    ...(constructors && isNoMap(constructors.value) && isNoIterable(constructors.value)
      ? [wrong(site, constructors, "is no list and no mapping", "a list of functions, or tags with their functions")]
      : []),
    ...(waits && isNoMap(waits.value) && truthOf(waits.value) === true
      ? [wrong(site, waits, "is no mapping", "settings of sensors by their names")]
      : []),
    ...(ownWaits && isNoMap(ownWaits.value) && !isEmptyIterable(ownWaits.value)
      ? [wrong(site, ownWaits, "is no mapping", "settings of sensors by their names")]
      : []),
    ...(access && isNoMap(access.value) && truthOf(access.value) === true
      ? [wrong(site, access, "is no mapping, and Airflow goes through it", "roles with their permissions")]
      : []),
    ...(group && group.value.t !== "null" && isKnown(group.value)
      ? [wrong(site, group, "is no task group of Airflow, and `DAG` asks it for its tasks", "sub folders for groups")]
      : []),
  ];
}

/** A true value over which Python cannot go item by item; the items of a list are looked at elsewhere. */
const isNoIterable = (value: Value): boolean => truthOf(value) === true && !["list", "tuple", "set"].includes(value.t);

/** `dict.update` takes nothing from what is empty. */
const isEmptyIterable = (value: Value): boolean =>
  ["str", "bytes", "list", "tuple", "set"].includes(value.t) && truthOf(value) === false;

/**
 * `default_args` of a group that are no mapping raise when a task or a group in it asks for them
 * (2.11 `models/baseoperator.py`, 3.3 `sdk/bases/operator.py`, `_get_parent_defaults`; `TaskGroup.__init__`).
 */
export function groupDefaultProblems(
  site: DagSite,
  structures: readonly Structure[],
  airflow: AirflowMajor,
): readonly Problem[] {
  return structures.flatMap((structure): readonly Problem[] => {
    const field = structure.group ? fieldOf(structure.metadata, "default_args") : undefined;
    if (!field || !isNoMap(field.value)) return [];
    const { folder, taskFiles } = structure.level;
    const isAsked =
      taskFiles.length > 0 ||
      (truthOf(field.value) === true && structures.some(({ level }) => level.parent === folder));
    // Airflow 2 takes what is empty for none; Airflow 3 takes only what `dict.update` takes.
    const isTaken = truthOf(field.value) === false && (airflow === 2 || isEmptyIterable(field.value));
    if (!isAsked || isTaken) return [];
    const at = field.value.span ?? field.keySpan ?? placeOf(structure.level, site.folder);
    return [
      { kind: "raises", at, detail: "`default_args` is no mapping", expected: "a mapping, or no `default_args`" },
    ];
  });
}

const wrong = (site: DagSite, field: Field, is: string, expected: string): Problem => ({
  kind: "raises",
  at: field.value.span ?? field.keySpan ?? site.declared,
  detail: `\`${field.key}\` ${is}`,
  expected,
});
