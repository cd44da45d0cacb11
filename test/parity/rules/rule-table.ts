import { RULES } from "../../../src/check/rules.ts";
import { JUDGED, type JudgedCase } from "./judge-rules.ts";

/** How many valid projects were looked at, and what was said of them. */
interface Valid {
  projects: number;
  /** Those that gusty and Airflow are content with. */
  content: number;
  readonly falseErrors: string[];
  readonly saying: Map<string, number>;
}

interface Row {
  readonly projects: Set<string>;
  findings: number;
  judged: number;
  readonly wrong: string[];
}

/** Counts what was judged, rule by rule. */
export interface RuleTable {
  /** `valid`: a generated project in which nothing is wrong on purpose. */
  add(judged: JudgedCase, valid: boolean): void;
  /** Everything that is not as Windsock says, one entry each. */
  wrong(): readonly string[];
  text(): string;
}

/** An empty table of every rule whose effect gusty and Airflow can judge. */
export function emptyRuleTable(): RuleTable {
  const rows = new Map<string, Row>();
  for (const rule of RULES)
    if (JUDGED.includes(rule.effect)) rows.set(rule.name, { projects: new Set(), findings: 0, judged: 0, wrong: [] });
  const valid: Valid = { projects: 0, content: 0, falseErrors: [], saying: new Map() };
  const unsaid: string[] = [];
  const wrong = () => [...[...rows.values()].flatMap((row) => row.wrong), ...unsaid, ...valid.falseErrors];
  return {
    wrong,
    add(one, isValid) {
      const content = Object.keys(one.world.errors).length === 0;
      for (const { finding, right, detail } of one.findings) {
        const row = rows.get(finding.rule) ?? { projects: new Set(), findings: 0, judged: 0, wrong: [] };
        rows.set(finding.rule, row);
        row.projects.add(one.name);
        row.findings += 1;
        if (right !== null) row.judged += 1;
        if (right === false)
          row.wrong.push(`${one.name}: ${finding.rule}: ${finding.message}\n    ${finding.at.file}\n    ${detail}`);
      }
      if (one.unsaid !== null)
        unsaid.push(`${one.name}: gusty raises, and nothing is said: ${one.unsaid.slice(0, 300)}`);
      if (!isValid) return;
      valid.projects += 1;
      if (!content) return;
      valid.content += 1;
      for (const rule of new Set(one.findings.map(({ finding }) => finding.rule)))
        valid.saying.set(rule, (valid.saying.get(rule) ?? 0) + 1);
      for (const { finding } of one.findings)
        if (finding.effect === "fails" && finding.severity === "error")
          valid.falseErrors.push(`${one.name}: false error: ${finding.message}`);
    },
    text: () => [...tableOf(rows), "", ...validText(valid, unsaid.length)].join("\n"),
  };
}

function tableOf(rows: ReadonlyMap<string, Row>): readonly string[] {
  const line = (...cells: readonly (string | number)[]): string =>
    cells.map((cell, at) => (at < 2 ? String(cell).padEnd(at === 0 ? 28 : 11) : String(cell).padStart(10))).join("");
  const effect = (name: string): string => RULES.find((rule) => rule.name === name)?.effect ?? "";
  const sum = (of: (row: Row) => number): number => [...rows.values()].reduce((total, row) => total + of(row), 0);
  return [
    line("rule", "effect", "projects", "findings", "judged", "wrong"),
    ...[...rows].map(([name, row]) =>
      line(name, effect(name), row.projects.size, row.findings, row.judged, row.wrong.length),
    ),
    line(
      "all",
      "",
      sum((row) => row.projects.size),
      sum((row) => row.findings),
      sum((row) => row.judged),
      sum((row) => row.wrong.length),
    ),
  ];
}

function validText({ projects, content, falseErrors, saying }: Valid, unsaid: number): readonly string[] {
  if (projects === 0) return [];
  return [
    `${unsaid} projects raise without a finding of effect fails.`,
    `Generated valid projects: ${projects}, of which gusty and Airflow build ${content}. False errors of effect fails on these: ${falseErrors.length}.`,
    "Said of them, by rule, with the share of projects:",
    ...[...saying]
      .sort(([, a], [, b]) => b - a)
      .map(
        ([rule, count]) =>
          `  ${rule.padEnd(28)}${String(count).padStart(6)}${((100 * count) / content).toFixed(1).padStart(7)} %`,
      ),
  ];
}
