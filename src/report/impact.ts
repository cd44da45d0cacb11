import type { ReviewedFinding } from "../model/finding.ts";
import type { Review } from "../model/review.ts";
import { code, count, joinRich, type Rich } from "./rich.ts";

/** Findings that a reader must see in full: those that gate, and new errors where nothing gates (`report-only`). */
export const isMain = (finding: ReviewedFinding): boolean =>
  finding.gates || (finding.state === "new" && finding.severity === "error" && finding.accepted === null);

/** Which DAGs do not load, in words: `all 12 DAGs of dags/dags.py` where they are all that one file makes. */
function stoppedWords({ head }: Review, findings: readonly ReviewedFinding[]): Rich {
  const stopped = [...new Set(findings.flatMap(({ stops }) => stops))];
  const [first] = stopped;
  if (first === undefined) return [];
  if (stopped.length === 1) return [code(first)];
  const entryPoint = head.dags.find(({ id }) => id === first)?.site.entryPoint ?? null;
  const together = head.dags.filter(({ site }) => entryPoint !== null && site.entryPoint === entryPoint);
  const all = together.length === stopped.length && together.every(({ id }) => stopped.includes(id));
  return all && entryPoint !== null ? [`all ${stopped.length} DAGs of `, code(entryPoint)] : [`${stopped.length} DAGs`];
}

/** What merging would do, by the effects of the findings that matter, the worst first; empty where they have none. */
export function consequence(review: Review): Rich {
  const main = review.findings.filter(isMain);
  const stopped = stoppedWords(review, main);
  const dropped = main.filter(({ effect }) => effect === "dropped");
  const dependencies = dropped.filter(({ rule }) => rule.includes("dependency")).length;
  const others = dropped.length - dependencies;
  const hangs = main.filter(({ effect }) => effect === "hangs").length;
  const say = (deed: string, doing: string): string => (review.base ? deed : doing);
  const deeds: Rich[] = [];
  if (stopped.length > 0) deeds.push([say("stop ", "stopping "), ...stopped]);
  if (dependencies > 0) {
    deeds.push([`${say("lose", "losing")} ${count(dependencies, "dependency", "dependencies")}`]);
  }
  if (hangs > 0) deeds.push([`${say("leave", "leaving")} ${count(hangs, "task")} waiting in vain`]);
  if (others > 0) deeds.push([`${say("drop", "dropping")} ${count(others, "setting")}`]);
  if (deeds.length === 0) return [];
  return [say("merging would ", ""), ...joinRich(deeds.slice(0, 2), " and ")].filter((part) => part !== "");
}
