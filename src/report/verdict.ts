import { isAsFarAsKnown } from "../build/outcome.ts";
import type { ReviewedFinding, Severity } from "../model/finding.ts";
import type { Review } from "../model/review.ts";
import { filesInWords } from "./dag-rows.ts";
import { consequence, isMain } from "./impact.ts";
import { count, joinRich, type Rich } from "./rich.ts";

const SEVERITIES: readonly Severity[] = ["error", "warning", "notice"];

/** `2 errors`, `1 error and 3 warnings`; empty for none. */
export function severityCounts(findings: readonly Pick<ReviewedFinding, "severity">[]): string {
  const parts = SEVERITIES.map(
    (severity) => [findings.filter((one) => one.severity === severity).length, severity] as const,
  )
    .filter(([number]) => number > 0)
    .map(([number, severity]) => count(number, severity));
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}

/** `2 DAGs changed, 1 new`; that the graph is the same, where equal hashes prove it. */
export function changesInWords(review: Review): string {
  if (!review.base) return count(review.head.dags.length, "DAG");
  const of = (...kinds: string[]): number => review.changes.filter(({ kind }) => kinds.includes(kind)).length;
  const parts = [
    [of("changed", "renamed"), "changed"],
    [of("added"), "new"],
    [of("removed"), "removed"],
  ] as const;
  const migrated = review.changes.filter((change) => change.migrated !== null && change.kind === "unchanged").length;
  const said = parts.filter(([number]) => number > 0);
  if (said.length === 0 && migrated > 0) {
    const inPart = review.changes.some(
      ({ migrated: to, head }) => to !== null && head !== null && isAsFarAsKnown(head),
    );
    return `${count(migrated, inPart ? "DAG" : "identical DAG")}${inPart ? ", the same as far as known" : ""}, now from plain Python`;
  }
  if (said.length > 0) {
    const first = (number: number, word: string): string =>
      word === "new" ? count(number, "new DAG") : `${count(number, "DAG")} ${word}`;
    return said.map(([number, word], at) => (at === 0 ? first(number, word) : `${number} ${word}`)).join(", ");
  }
  const touched = review.changes.filter(({ files }) => files.length > 0);
  const files = [...new Set(touched.flatMap((change) => change.files))];
  if (files.length === 0) return "no DAG touched";
  const moved = new Map(touched.flatMap((change) => change.filesMoved.map((pair) => [pair[1], pair] as const)));
  const what = filesInWords(files, [...moved.values()]);
  const proved = touched.every(({ hash }) => hash.head !== null && hash.base === hash.head);
  const same = touched.length === 1 ? "the DAG is identical" : `all ${touched.length} DAGs are identical`;
  if (proved) return `graph unchanged: ${what}, ${same}`;
  const inPart =
    touched.every(({ base, head }) => base?.outcome === "built" && head?.outcome === "built") &&
    touched.some(({ head }) => head !== null && isAsFarAsKnown(head));
  return `${what}, no difference of the graph found, ${inPart ? "as far as known" : "but not all of it is known"}`;
}

export type Mark = "failure" | "warning" | "success";

/** The verdict in one line: its mark, what was found, and what it means. */
export function verdictOf(review: Review): { mark: Mark; words: Rich } {
  const main = review.findings.filter(isMain);
  const fresh = review.findings.filter(({ state, accepted }) => state === "new" && accepted === null);
  const accepted = review.findings.filter((finding) => finding.accepted !== null);
  const fixed = review.findings.filter(({ state }) => state === "fixed").length;
  if (review.conclusion === "failure") {
    const meaning = consequence(review);
    const gating = severityCounts(review.findings.filter(({ gates }) => gates));
    return {
      mark: "failure",
      words: [gating, " · ", ...(meaning.length > 0 ? meaning : [changesInWords(review)])].filter(
        (part) => part !== "",
      ),
    };
  }
  const parts: Rich[] = [];
  if (main.length > 0) parts.push([`${severityCounts(main)} would block (report only)`], consequence(review));
  else if (fresh.length > 0) parts.push([severityCounts(fresh)]);
  if (main.length === 0) parts.push([changesInWords(review)]);
  if (accepted.length > 0) parts.push([`${severityCounts(accepted)} accepted`]);
  else if (fresh.length === 0) parts.push(["no problems found"]);
  if (fixed > 0) parts.push([`fixes ${count(fixed, "finding")}`]);
  const words = joinRich(
    parts.filter((part) => part.length > 0),
    " · ",
  );
  const [first, ...rest] = words;
  const upper = typeof first === "string" ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : words;
  return { mark: fresh.some(({ severity }) => severity !== "notice") ? "warning" : "success", words: upper };
}
