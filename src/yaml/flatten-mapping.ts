import { issue, type MappingNode, type YamlIssue, type YamlNode } from "./node.ts";

type Pairs = (readonly [YamlNode, YamlNode])[];

/**
 * `SafeConstructor.flatten_mapping` of PyYAML 6.0.4 (`yaml/constructor.py`): the pairs of merged mappings, then the
 * mapping's own. A key is left out where an earlier merged key is the same Python object, which holds for one key that
 * is merged twice, and for texts of one Latin-1 character; for other equal keys the later one wins.
 * `budget` is asked once for each merged pair, and ends the work when it says no.
 */
export function flattenMapping(node: MappingNode, issues: YamlIssue[], budget: () => boolean): Pairs {
  const merged: Pairs = [];
  const own: Pairs = [];
  const seen = new Set<unknown>();
  const merge = (from: MappingNode): void => {
    for (const pair of flattenMapping(from, issues, budget)) {
      if (!budget()) return;
      const identity = objectOf(pair[0]);
      if (seen.has(identity)) continue;
      seen.add(identity);
      merged.push(pair);
    }
  };
  for (const [key, value] of node.pairs) {
    if (key.tag !== "merge") own.push([key.tag === "value" ? { ...key, tag: "str" } : key, value]);
    else if (value.kind === "mapping") merge(value);
    else if (value.kind === "sequence") {
      for (const item of value.items) {
        if (item.kind === "mapping") merge(item);
        else issues.push(notMapping(item));
      }
    } else issues.push(notMapping(value));
  }
  return [...merged, ...own];
}

const notMapping = (node: YamlNode): YamlIssue =>
  issue(
    node.start,
    node.end,
    "`<<` merges mappings, and this is none.",
    "Name an anchor of a mapping after `<<:`, or a list of them.",
  );

/** What stands for the identity of the key's content in CPython: one object for `""` and each Latin-1 character. */
function objectOf(key: YamlNode): unknown {
  if (key.kind === "sequence") return key.items;
  if (key.kind === "mapping") return key.pairs;
  const single = key.value === "" || (key.value.length === 1 && key.value <= "\xff");
  return single ? `text ${key.value}` : key.identity;
}
