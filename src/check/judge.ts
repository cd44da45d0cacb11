import { createHash } from "node:crypto";
import type { Config } from "../model/config.ts";
import type { Acceptance, Finding, ReviewedFinding, Severity } from "../model/finding.ts";
import type { Path } from "../model/path.ts";

/** What a judgement needs beside the findings: what gates, and which files the change touches. */
export interface JudgeOptions {
  readonly config: Pick<Config, "gate" | "reportOnly" | "accepted">;
  readonly touched: ReadonlySet<string>;
  /** What people have accepted for this pull request. */
  readonly acceptances: readonly Acceptance[];
  /** The texts of both versions: what stands at a finding tells it again where its file or its task has a new name. */
  readonly texts: { readonly base: ReadonlyMap<Path, string> | null; readonly head: ReadonlyMap<Path, string> };
}

/** A finding with what tells it from others: `fingerprint` by rule and subject, `likeness` by rule and text. */
export interface Told {
  readonly finding: Finding;
  readonly fingerprint: string;
  readonly likeness: string;
}

/**
 * Tells new findings from those that the base has too, and from those that this change mends, and says which gate: new
 * errors, or with `gate: touched` all errors in touched files, or with `gate: all` all; never one that the baseline or
 * a person accepts. With no base everything is new. In report order: what gates first, then by severity, then as given; mended
 * ones last.
 */
export function judgeFindings(
  base: readonly Finding[] | null,
  head: readonly Finding[],
  options: JudgeOptions,
): readonly ReviewedFinding[] {
  const before = base ? tellApart(base, options.texts.base ?? new Map()) : [];
  const now = tellApart(head, options.texts.head);
  const known = pairUp(now, before);
  const accepted = pairUp(now, options.config.accepted);
  const judged = now.map((told): ReviewedFinding => {
    const state = known.has(told) ? "existing" : "new";
    const baseline = accepted.has(told);
    const byPerson = acceptanceOf(told, options.acceptances);
    const gating = !baseline && byPerson === null && gates(told.finding, state, options);
    return { ...told.finding, fingerprint: told.fingerprint, state, baseline, accepted: byPerson, gates: gating };
  });
  const still = new Set(known.values());
  const fixed = before
    .filter((told) => !still.has(told))
    .map(
      ({ finding, fingerprint }): ReviewedFinding => ({
        ...finding,
        fingerprint,
        state: "fixed",
        baseline: false,
        accepted: null,
        gates: false,
      }),
    );
  return [...judged, ...fixed]
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => rank(a.finding) - rank(b.finding) || a.index - b.index)
    .map(({ finding }) => finding);
}

/** Pairs each of `now` with one of `before`: by fingerprint, and what is left, by likeness, one for one. */
function pairUp<T extends Pick<Told, "fingerprint" | "likeness">>(
  now: readonly Told[],
  before: readonly T[],
): ReadonlyMap<Told, T> {
  const byPrint = new Map(before.map((told) => [told.fingerprint, told]));
  const pairs = new Map<Told, T>();
  for (const told of now) {
    const same = byPrint.get(told.fingerprint);
    if (same) pairs.set(told, same);
  }
  const taken = new Set(pairs.values());
  const left = new Map<string, T[]>();
  for (const told of before) {
    if (!taken.has(told)) left.set(told.likeness, [...(left.get(told.likeness) ?? []), told]);
  }
  for (const told of now) {
    const like = pairs.has(told) ? undefined : left.get(told.likeness)?.shift();
    if (like) pairs.set(told, like);
  }
  return pairs;
}

/** A person's acceptance holds for the finding that they saw: with another text or severity it is another one. */
function acceptanceOf(told: Told, acceptances: readonly Acceptance[]): ReviewedFinding["accepted"] {
  const found = acceptances.find(
    ({ fingerprint, digest }) => fingerprint === told.fingerprint && digest === findingDigest(told.finding),
  );
  return found ? { by: found.by, reason: found.reason } : null;
}

/** What a finding says, as a hash: its place may move, its words and its weight may not. */
export const findingDigest = ({ rule, effect, severity, subject, message }: Finding): string => {
  const { dag = "", task = "", group = "", key = "" } = subject;
  return hash(JSON.stringify([rule, effect, severity, dag, task, group, key, message]));
};

function gates(finding: Finding, state: "new" | "existing", { config, touched }: JudgeOptions): boolean {
  if (finding.severity !== "error" || config.reportOnly) return false;
  if (state === "new" || config.gate === "all") return true;
  return config.gate === "touched" && touched.has(finding.at.file);
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "notice"];

const rank = (finding: ReviewedFinding): number =>
  (finding.state === "fixed" ? 100 : 0) + (finding.gates ? 0 : 10) + SEVERITIES.indexOf(finding.severity);

/**
 * A fingerprint is made of the rule, the subject and the how-manieth of these it is, so that it survives moved lines; a
 * likeness of the rule, the DAG, the key and the text at the place, so that it survives a renamed file.
 */
export function tellApart(findings: readonly Finding[], texts: ReadonlyMap<Path, string>): readonly Told[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const { dag = "", task = "", group = "", key = "" } = finding.subject;
    const place = dag === "" ? finding.at.file : "";
    const about = JSON.stringify([finding.rule, dag, task, group, key, place]);
    const nth = counts.get(about) ?? 0;
    counts.set(about, nth + 1);
    const { file, start, end } = finding.at;
    const text = (texts.get(file) ?? "").slice(start, Math.min(end, start + 500));
    return {
      finding,
      fingerprint: hash(`${about}#${nth}`),
      likeness: hash(JSON.stringify([finding.rule, dag, key, text])),
    };
  });
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);
