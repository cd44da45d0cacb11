import { siftProject } from "../../check/check-project.ts";
import { judgeFindings } from "../../check/judge.ts";
import { RULES } from "../../check/rules.ts";
import type { Severity } from "../../model/finding.ts";
import type { Project } from "../../model/project.ts";
import type { Host } from "../host.ts";
import { readOne } from "../read-versions.ts";
import { type CommonOptions, createSay } from "../say.ts";
import { writeOutput } from "../write-output.ts";

/** What one rule says of a version: findings by severity, those that comments ignore, those that the baseline accepts. */
export interface RuleCount {
  readonly rule: string;
  readonly error: number;
  readonly warning: number;
  readonly notice: number;
  readonly ignored: number;
  readonly accepted: number;
  /** Entries of the baseline for which there is no finding any more. */
  readonly gone: number;
  readonly off: boolean;
}

/** `windsock stats`: a table of rules; 0. */
export async function stats(
  host: Host,
  options: CommonOptions & { readonly ref?: string; readonly format: "text" | "json" },
): Promise<number> {
  const say = createSay(host, options);
  const { project } = await readOne(host, options, say);
  say.step("checking");
  const counts = countRules(project);
  const text =
    options.format === "json" ? `${JSON.stringify({ version: 1, rules: counts }, null, 2)}\n` : tableOf(counts);
  await writeOutput(host, options, say, text);
  return 0;
}

/** Counts by rule, in the order of the rules; rules of which there is nothing to say are left out. */
export function countRules(project: Project): readonly RuleCount[] {
  const { findings, ignored } = siftProject(project, null);
  const judged = judgeFindings(null, findings, {
    config: project.config,
    acceptances: [],
    touched: new Set(),
    texts: { base: null, head: project.texts },
  });
  return RULES.flatMap(({ name }): RuleCount[] => {
    const own = judged.filter((finding) => finding.rule === name);
    const count = (severity: Severity) =>
      own.filter((finding) => finding.severity === severity && !finding.baseline).length;
    const accepted = own.filter((finding) => finding.baseline).length;
    const entries = project.config.accepted.filter((entry) => entry.rule === name).length;
    const made: RuleCount = {
      rule: name,
      error: count("error"),
      warning: count("warning"),
      notice: count("notice"),
      ignored: ignored.filter(({ finding }) => finding.rule === name).length,
      accepted,
      gone: entries - accepted,
      off: project.config.rules.get(name) === "off",
    };
    return own.length > 0 || made.ignored > 0 || entries > 0 || made.off ? [made] : [];
  });
}

const COLUMNS = ["error", "warning", "notice", "ignored", "accepted", "gone"] as const;

function tableOf(counts: readonly RuleCount[]): string {
  if (counts.length === 0) return "No rule has anything to say here.\n";
  const width = Math.max(...counts.map(({ rule }) => rule.length), "rule".length);
  const row = (name: string, cells: readonly string[], note = "") =>
    `${name.padEnd(width)}  ${cells.map((cell, at) => cell.padStart((COLUMNS[at] ?? "").length)).join("  ")}${note}\n`;
  const lines = counts.map((count) =>
    row(
      count.rule,
      COLUMNS.map((column) => (count[column] === 0 ? "·" : `${count[column]}`)),
      count.off ? "  off" : "",
    ),
  );
  const legend =
    "ignored: by comments. accepted: by the baseline. gone: entries of the baseline that fit nothing any more.\nA rule that is mostly ignored or accepted may be the wrong one here: set its severity under `rules:` in windsock.yml.\n";
  return `${row("rule", COLUMNS)}${lines.join("")}\n${legend}`;
}
