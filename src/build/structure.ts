import type { Catalogue } from "../model/catalogue.ts";
import type { Group } from "../model/dag.ts";
import type { Path } from "../model/path.ts";
import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import type { Field } from "../model/value.ts";
import { fieldOf, truthOf } from "./fields.ts";
import type { Level } from "./levels.ts";
import { openPart } from "./open-values.ts";

/** A level with its metadata and, below the DAG, its task group. */
export interface Structure {
  readonly level: Level;
  /** Arguments and METADATA.yml merged. */
  readonly metadata: readonly Field[];
  /** METADATA.yml alone. */
  readonly own: readonly Field[];
  /** `null` for the DAG level. */
  readonly group: Group | null;
  /** gusty puts the folder's name before the ids of its tasks, or behind them. */
  readonly affix: "prefix" | "suffix" | null;
  /** The ids of the groups around a task of this level, the level's own first. */
  readonly around: readonly string[];
}

/** Keys of a group's metadata that gusty sets itself or reads apart (`gusty/building.py`, `build_structure`). */
const NOT_GROUP_ARGUMENTS = new Set(["dag", "parent_group", "group_id", "prefix_group_id"]);

/** Airflow 3 keeps a `prefix_group_id` that is neither true nor false as it is. */
const isRawPrefix = ({ key, value }: Field): boolean => key === "prefix_group_id" && value.t !== "bool";

/** The id of a group in Airflow. */
export const idInAirflow = (group: Group): string => group.sharedId ?? group.id;

/**
 * Builds the task group of one level (`gusty/building.py`, `build_structure`), below its parent's structure. `taken` are
 * ids that other groups have.
 */
export function groupStructure(
  level: Level,
  metadata: readonly Field[],
  own: readonly Field[],
  parent: Structure,
  catalogue: Catalogue,
  taken: ReadonlySet<string>,
): { readonly structure: Structure; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const flag = (key: string): boolean => {
    const field = fieldOf(metadata, key);
    const truth = field ? truthOf(field.value) : false;
    if (truth === null && field) problems.push(openShape(field, level));
    return truth ?? false;
  };
  const prefix = flag("prefix_group_id");
  const suffix = flag("suffix_group_id");
  const idField = fieldOf(metadata, "group_id");
  const openId = idField && openPart(idField.value);
  if (idField && (openId || idField.value.t !== "str")) problems.push(openShape(idField, level));
  const named = idField?.value;
  const label = named?.t === "str" ? named.v : level.name;
  const parentGroup = parent.group;
  const shared = parentGroup?.prefixGroupId ? `${idInAirflow(parentGroup)}.${label}` : label;
  const id = taken.has(shared) ? `${shared} (${level.folder})` : shared;
  const group: Group = {
    id,
    ...(id === shared ? {} : { sharedId: shared }),
    name: level.name,
    parent: parentGroup?.id ?? null,
    folder: level.folder,
    metadata: level.metadata,
    prefixGroupId: prefix,
    arguments: metadata.filter(
      (field) => catalogue.taskGroup.has(field.key) && (!NOT_GROUP_ARGUMENTS.has(field.key) || isRawPrefix(field)),
    ),
  };
  const affix = suffix ? "suffix" : prefix ? "prefix" : null;
  return { structure: { level, metadata, own, group, affix, around: [id, ...parent.around] }, problems };
}

/** The start of a level's METADATA, or of one of its files: where to point at for the folder as a whole. */
export function placeOf(level: Level, fallback: Path): Span {
  return { file: level.metadata ?? level.taskFiles[0] ?? fallback, start: 0, end: 0 };
}

function openShape(field: Field, level: Level): Problem {
  const { value } = field;
  const expression = value.t === "expr" ? value.source : field.key;
  const computed = value.t === "name" || value.t === "call";
  const why =
    value.t === "expr"
      ? value.why
      : computed || field.key !== "group_id"
        ? "its value is computed when Airflow parses the DAG"
        : "a group whose id is no text mixes with the DAG, or fails";
  const at = value.span ?? field.keySpan ?? placeOf(level, level.folder);
  return { kind: "not-static", at, expression, why, affects: field.key };
}

/** The id that gusty gives a task of this level (`gusty/building.py`, `GustyBuilder.read_specs`). */
export function affixed(structure: Structure, id: string): string {
  if (structure.affix === "suffix") return `${id}_${structure.level.name}`;
  return structure.affix === "prefix" ? `${structure.level.name}_${id}` : id;
}

/** The id that Airflow gives it: with `group.` before it where the group prefixes (`TaskGroup.child_id`). */
export const airflowId = (structure: Structure, gustyId: string): string =>
  structure.group?.prefixGroupId ? `${idInAirflow(structure.group)}.${gustyId}` : gustyId;
