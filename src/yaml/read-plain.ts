import type { Problem } from "../model/problem.ts";
import type { Embedded } from "../model/span.ts";
import type { Value } from "../model/value.ts";
import { compose } from "./compose.ts";
import { type Construction, construct } from "./construct.ts";
import { spanIn } from "./embedded.ts";
import type { YamlIssue } from "./node.ts";

/** A document as Python would hold it; `value` is `null` where Python would raise, and `problems` say why. */
export interface ReadYaml {
  readonly value: Value | null;
  readonly problems: readonly Problem[];
}

/** Reads a text with PyYAML's SafeLoader. `tagged` makes the values of the application's own tags; by itself PyYAML knows none. */
export function readPlainYaml(given: Embedded, tagged: Construction["tagged"] = () => null): ReadYaml {
  const composed = compose(given);
  const { source } = composed;
  if (!composed.ok) return { value: null, problems: composed.issues.map((found) => syntaxProblem(source, found)) };
  if (composed.root === null) return { value: { t: "null", span: spanIn(source, 0, 0) }, problems: [] };
  const into: Construction = { source, issues: [], count: 0, tagged };
  const value = construct(composed.root, into);
  const problems = into.issues.map((found) => syntaxProblem(source, found));
  return problems.length > 0 ? { value: null, problems } : { value, problems };
}

function syntaxProblem(source: Embedded, { start, end, detail, hint, tag }: YamlIssue): Problem {
  const last = source.text.length;
  const at = spanIn(source, Math.min(start, last), Math.min(end, last));
  return tag === undefined ? { kind: "yaml-syntax", at, detail, hint } : { kind: "unknown-tag", at, tag, known: [] };
}
