import { createHash } from "node:crypto";
import type { Config } from "../model/config.ts";
import type { Finding, ReviewedFinding, Severity } from "../model/finding.ts";

/** What a judgement needs beside the findings: what gates, and which files the change touches. */
export interface JudgeOptions {
  readonly config: Pick<Config, "gate" | "reportOnly">;
  readonly touched: ReadonlySet<string>;
}

/**
 * Tells new findings from those that the base has too, and from those that this change mends, and says which gate: new
 * errors, or with `gate: touched` all errors in touched files, or with `gate: all` all. With no base everything is new.
 * In report order: what gates first, then by severity, then as given; mended ones last.
 */
export function judgeFindings(
  base: readonly Finding[] | null,
  head: readonly Finding[],
  options: JudgeOptions,
): readonly ReviewedFinding[] {
  const before = new Set((base ? withFingerprints(base) : []).map(({ fingerprint }) => fingerprint));
  const now = withFingerprints(head);
  const present = new Set(now.map(({ fingerprint }) => fingerprint));
  const judged = now.map(({ finding, fingerprint }): ReviewedFinding => {
    const state = before.has(fingerprint) ? "existing" : "new";
    return { ...finding, fingerprint, state, gates: gates(finding, state, options) };
  });
  const fixed = (base ? withFingerprints(base) : [])
    .filter(({ fingerprint }) => !present.has(fingerprint))
    .map(({ finding, fingerprint }): ReviewedFinding => ({ ...finding, fingerprint, state: "fixed", gates: false }));
  return [...judged, ...fixed]
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => rank(a.finding) - rank(b.finding) || a.index - b.index)
    .map(({ finding }) => finding);
}

function gates(finding: Finding, state: "new" | "existing", { config, touched }: JudgeOptions): boolean {
  if (finding.severity !== "error" || config.reportOnly) return false;
  if (state === "new" || config.gate === "all") return true;
  return config.gate === "touched" && touched.has(finding.at.file);
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "notice"];

const rank = (finding: ReviewedFinding): number =>
  (finding.state === "fixed" ? 100 : 0) + (finding.gates ? 0 : 10) + SEVERITIES.indexOf(finding.severity);

/** A fingerprint is made of the rule, the subject and the how-manieth of these it is, so that it survives moved lines. */
function withFingerprints(findings: readonly Finding[]): readonly { finding: Finding; fingerprint: string }[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const { dag = "", task = "", group = "", key = "" } = finding.subject;
    const place = dag === "" ? finding.at.file : "";
    const about = JSON.stringify([finding.rule, dag, task, group, key, place]);
    const nth = counts.get(about) ?? 0;
    counts.set(about, nth + 1);
    return { finding, fingerprint: createHash("sha256").update(`${about}#${nth}`).digest("hex").slice(0, 16) };
  });
}
