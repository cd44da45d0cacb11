import type { Problem } from "../model/problem.ts";
import type { DagSite } from "../model/site.ts";
import type { Value } from "../model/value.ts";
import { fieldOf } from "./fields.ts";
import { constructorFields } from "./level-metadata.ts";

/** The arguments of `create_dag` that define tags (`gusty/utils/context.py`, `generate_loader_constructors`). */
const DEFINING = ["dag_constructors", "user_defined_macros"];

/**
 * A file's problems where some tags of its site are known only to Python: then a tag that nothing else defines is no
 * mistake, but open.
 */
export function withOpenTags(site: DagSite, problems: readonly Problem[]): readonly Problem[] {
  const arguments_ = DEFINING.flatMap((key) => fieldOf(site.arguments, key)?.value ?? []);
  const named = new Set(
    arguments_.flatMap((value) => constructorFields(value).map(({ key }) => `!${key.replace(/^!/, "")}`)),
  );
  const open = arguments_.some(isOpen);
  return problems.map((problem): Problem => {
    if (problem.kind !== "unknown-tag" || !(open || named.has(problem.tag))) return problem;
    const why = "the tags of this DAG are defined by an argument that only Python knows";
    return { kind: "not-static", at: problem.at, expression: problem.tag, why, affects: "arguments" };
  });
}

const isOpen = (value: Value): boolean => {
  if (value.t === "null") return false;
  if (value.t === "list") return constructorFields(value).length < value.v.length;
  return value.t !== "map" || value.v.some(([key]) => key.t !== "str");
};
