import type { CST, Node, Pair } from "yaml";
import { issue, type YamlIssue } from "./node.ts";

/** A key of a mapping that PyYAML's scanner does not take for a key and `yaml` does. */
export function refusedPair(pair: Pair<Node, Node | null>, flow: boolean, text: string): YamlIssue | null {
  const item = pair.srcToken as CST.CollectionItem | undefined;
  if (!item) return null;
  if (item.start.some((token) => token.type === "explicit-key-ind")) return null;
  const colon = item.sep?.find((token) => token.type === "map-value-ind");
  const properties = item.start.find((token) => token.type === "anchor" || token.type === "tag");
  const [keyStart, end] = pair.key.range ?? [0, 0];
  const start = properties?.offset ?? keyStart;
  if (colon && !item.key && !properties) {
    return issue(
      colon.offset,
      colon.offset + 1,
      "A `:` stands here without a key before it.",
      "Write the key, or put the text in quotes.",
    );
  }
  if (colon && flow && text.slice(start, colon.offset).includes("\n")) {
    return issue(start, end, "A key and its `:` must stand on one line.");
  }
  if (colon && colon.offset - start > 1024) {
    return issue(start, end, "A key is longer than 1,024 characters.");
  }
  return null;
}
