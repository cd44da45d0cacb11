import { misspelt } from "../config/nearest.ts";
import type { Catalogue, OperatorSignature } from "../model/catalogue.ts";
import type { Problem } from "../model/problem.ts";
import type { Field } from "../model/value.ts";
import { fieldOf, fieldsOfMap } from "./fields.ts";
import type { Structure } from "./structure.ts";

/** Keys that gusty itself reads from METADATA.yml of the DAG level (`gusty/building.py`, `GustyBuilder`). */
const DAG_LEVEL = [
  "dependencies",
  "external_dependencies",
  "root_tasks",
  "leaf_tasks",
  "latest_only",
  "ignore_subfolders",
  "wait_for_defaults",
];

/** Keys that gusty itself reads from METADATA.yml of a task group. */
const GROUP_LEVEL = ["dependencies", "external_dependencies", "suffix_group_id"];

/**
 * Keys of METADATA.yml that neither gusty reads nor Airflow gets, and `default_args` that no operator takes. `operators`
 * are the signatures of all tasks of the DAG, or `null` where one of them is not known: then nothing is said of
 * `default_args`, but what only a DAG takes.
 */
export function droppedMetadata(
  structures: readonly Structure[],
  catalogue: Catalogue,
  operators: readonly OperatorSignature[] | null,
): readonly Problem[] {
  return structures.flatMap((structure) => {
    const group = structure.group?.id ?? null;
    const read = group === null ? [...DAG_LEVEL, ...catalogue.dag] : [...GROUP_LEVEL, ...catalogue.taskGroup];
    const level = unread(structure.own, group, read, catalogue);
    const defaults = fieldOf(structure.own, "default_args");
    const inside = defaults ? (fieldsOfMap(defaults.value) ?? []) : [];
    return [...level, ...unreadDefaults(inside, group, catalogue, operators)];
  });
}

function unread(
  own: readonly Field[],
  group: string | null,
  read: readonly string[],
  catalogue: Catalogue,
): readonly Problem[] {
  const known = new Set(read);
  return own.flatMap((field): Problem[] => {
    if (known.has(field.key) || !field.keySpan) return [];
    const belongs = catalogue.baseOperator.has(field.key) ? "default_args" : null;
    const meant = belongs === null ? misspelt(field.key, read) : null;
    const instead = meant !== null && !fieldOf(own, meant) ? meant : null;
    return [
      {
        kind: "dropped-metadata",
        at: field.keySpan,
        keyName: field.key,
        group,
        inDefaultArgs: false,
        belongs,
        instead,
      },
    ];
  });
}

function unreadDefaults(
  defaults: readonly Field[],
  group: string | null,
  catalogue: Catalogue,
  operators: readonly OperatorSignature[] | null,
): readonly Problem[] {
  if (operators === null || operators.length === 0) return [];
  const takes = (key: string): boolean =>
    catalogue.baseOperator.has(key) ||
    operators.some((operator) => operator.accepts.has(key) || operator.through.has(key));
  return defaults.flatMap((field): Problem[] => {
    if (!field.keySpan || takes(field.key)) return [];
    const belongs = group === null && catalogue.dag.has(field.key) ? "dag" : null;
    const meant = belongs === null ? misspelt(field.key, catalogue.baseOperator) : null;
    const instead = meant !== null && !fieldOf(defaults, meant) ? meant : null;
    return [
      { kind: "dropped-metadata", at: field.keySpan, keyName: field.key, group, inDefaultArgs: true, belongs, instead },
    ];
  });
}
