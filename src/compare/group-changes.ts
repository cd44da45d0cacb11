import type { FieldChange } from "../model/change.ts";
import type { Dag, Group, NodeRef } from "../model/dag.ts";
import type { Field } from "../model/value.ts";
import { fieldChanges, type Sides } from "./field-changes.ts";

/**
 * What differs in the task groups themselves, as settings: `groups.load.tooltip` for an argument, `groups.load.parent`
 * for its place, `groups.load.upstream` for what the group as a whole waits for, and `groups.load` for a group that
 * comes or goes without any task.
 */
export function groupChanges(base: Dag, head: Dag, sides: Sides): FieldChange[] {
  const [before, after] = [byId(base), byId(head)];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((id) => {
    const [from, to] = [before.get(id), after.get(id)];
    if (from && to) {
      return fieldChanges(groupFields(from, base), groupFields(to, head), sides).map((change) => ({
        ...change,
        path: `groups.${id}.${change.path}`,
      }));
    }
    if ([base, head].some((dag) => dag.tasks.some(({ group }) => group === id))) return [];
    return [{ path: `groups.${id}`, from: from ? named(from.name) : null, to: to ? named(to.name) : null }];
  });
}

const byId = (dag: Dag): Map<string, Group> => new Map(dag.groups.map((group) => [group.id, group]));
const named = (v: string): Field["value"] => ({ t: "str", v });

function groupFields(group: Group, dag: Dag): Field[] {
  const field = (key: string, value: Field["value"]): Field => ({ key, keySpan: null, value });
  const upstream = new Set(
    dag.links.filter(({ down }) => down.t === "group" && down.id === group.id).map(({ up }) => shown(up)),
  );
  return [
    ...group.arguments,
    ...(group.parent === null ? [] : [field("parent", named(group.parent))]),
    ...(group.prefixGroupId ? [field("prefix_group_id", { t: "bool", v: true })] : []),
    ...(upstream.size === 0 ? [] : [field("upstream", { t: "set", v: [...upstream].sort().map(named) })]),
  ];
}

const shown = ({ id }: NodeRef): string => id;
