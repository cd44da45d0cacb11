import type { Problem } from "../model/problem.ts";
import type { Embedded } from "../model/span.ts";
import type { TagConstructors } from "../model/value.ts";
import { constructorsOf } from "./constructors.ts";
import { type ReadYaml, readPlainYaml } from "./read-plain.ts";
import { constructTagged } from "./tagged.ts";

/**
 * Reads a text as PyYAML's SafeLoader with gusty's and ABSQL's tags reads it (`gusty/parsing/loaders.py`,
 * `absql/files/loader.py`). `constructors` are the project's own tags, which go before gusty's. An empty text is a
 * `null` value; `value` is `null` where Python would raise, and `problems` say why. What only Python knows is an
 * expression in the value and a problem of the kind `not-static`.
 */
export function readYaml(source: Embedded, constructors: TagConstructors): ReadYaml {
  const raised: Problem[] = [];
  const tags = constructorsOf(constructors);
  const read = readPlainYaml(source, (node) => constructTagged(node, { source, tags, raised }));
  const known = [...tags.keys()].sort();
  const problems = [...read.problems, ...raised]
    .map((problem) => (problem.kind === "unknown-tag" ? { ...problem, known } : problem))
    .sort((a, b) => a.at.start - b.at.start);
  return { value: problems.some(({ kind }) => kind !== "not-static") ? null : read.value, problems };
}
