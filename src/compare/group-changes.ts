import type { FieldChange } from "../model/change.ts";
import type { Dag, Group, NodeRef } from "../model/dag.ts";
import type { Field, Value } from "../model/value.ts";
import { fieldChanges, type Sides } from "./field-changes.ts";

export interface GroupOptions {
  /** Also tell the groups' own edges: of interest where no edge between tasks differs, which would say the same. */
  readonly links: boolean;
  /** Renamed tasks, from base to head. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * What differs in the task groups themselves, as settings: `groups.load.tooltip` for an argument, `groups.load.parent`
 * for its place, `groups.load` for a group that comes or goes without any task, `groups.load.upstream` and
 * `groups.load.downstream` for its own edges.
 */
export function groupChanges(base: Dag, head: Dag, sides: Sides, { links, names }: GroupOptions): FieldChange[] {
  const fieldsOf = (group: Group, dag: Dag, nameOf: (id: string) => string): Field[] => [
    ...groupFields(group),
    ...(links ? linkFields(group, dag, nameOf) : []),
  ];
  const [before, after] = [byId(base), byId(head)];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((id) => {
    const [from, to] = [before.get(id), after.get(id)];
    if (from && to) {
      const old = fieldsOf(from, base, (name) => names.get(name) ?? name);
      const changes = fieldChanges(
        old,
        fieldsOf(to, head, (name) => name),
        sides,
      );
      return changes.map((change) => ({ ...change, path: `groups.${id}.${change.path}` }));
    }
    if ([base, head].some((dag) => dag.tasks.some(({ group }) => group === id))) return [];
    return [{ path: `groups.${id}`, from: from ? text(from.name) : null, to: to ? text(to.name) : null }];
  });
}

const byId = (dag: Dag): Map<string, Group> => new Map(dag.groups.map((group) => [group.id, group]));
const text = (v: string): Value => ({ t: "str", v });
const field = (key: string, value: Value): Field => ({ key, keySpan: null, value });

const groupFields = (group: Group): Field[] => [
  ...group.arguments,
  ...(group.parent === null ? [] : [field("parent", text(group.parent))]),
  ...(group.prefixGroupId ? [field("prefix_group_id", { t: "bool", v: true })] : []),
];

function linkFields(group: Group, { links }: Dag, nameOf: (id: string) => string): Field[] {
  const isGroup = (ref: NodeRef): boolean => ref.t === "group" && ref.id === group.id;
  const linked = (key: string, refs: readonly NodeRef[]): Field[] => {
    const ids = new Set(refs.map(({ t, id }) => (t === "task" ? nameOf(id) : id)));
    return ids.size === 0 ? [] : [field(key, { t: "set", v: [...ids].sort().map(text) })];
  };
  const ups = links.filter(({ down }) => isGroup(down)).map(({ up }) => up);
  const downs = links.filter(({ up }) => isGroup(up)).map(({ down }) => down);
  return [...linked("upstream", ups), ...linked("downstream", downs)];
}
