import type { ReviewedFinding } from "../model/finding.ts";
import type { Review } from "../model/review.ts";
import { maskMessage } from "./mask.ts";
import { type Places, placesOf } from "./positions.ts";
import { visibleLine, visibleLines } from "./visible.ts";

/**
 * The review as JUnit XML, as CI systems read it: a suite a DAG with a case for its loading and one for each finding,
 * and a suite for what belongs to no DAG. What gates is a failure; other findings are skipped cases with their message.
 * Fixed ones are left out. Secrets are hidden.
 */
export function renderJunit(review: Review): string {
  const places = placesOf(review);
  const present = review.findings.filter(({ state }) => state !== "fixed");
  const ids = review.changes.filter(({ head }) => head !== null).map(({ id }) => id);
  const suites = ids.map((id) => ({ name: id, findings: present.filter(({ subject }) => subject.dag === id) }));
  const known = new Set(ids);
  const others = present.filter(({ subject }) => subject.dag === undefined || !known.has(subject.dag));
  if (others.length > 0) suites.push({ name: "other files", findings: others });
  const failures = present.filter(({ gates }) => gates).length;
  const cases = suites.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
  const head = `<testsuites name="windsock" tests="${cases}" failures="${failures}" errors="0">`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    head,
    ...suites.flatMap(({ name, findings }) => suiteLines(name, findings, places)),
    "</testsuites>",
    "",
  ].join("\n");
}

function suiteLines(name: string, findings: readonly ReviewedFinding[], places: Places): string[] {
  const failures = findings.filter(({ gates }) => gates).length;
  const skipped = findings.length - failures;
  const tests = Math.max(1, findings.length);
  const cases =
    findings.length === 0
      ? [`    <testcase classname=${quoted(name)} name="no findings"/>`]
      : findings.map((finding) => caseLine(name, finding, places));
  return [
    `  <testsuite name=${quoted(name)} tests="${tests}" failures="${failures}" errors="0" skipped="${skipped}">`,
    ...cases,
    "  </testsuite>",
  ];
}

function caseLine(suite: string, finding: ReviewedFinding, places: Places): string {
  const { file, line } = places.at(finding.at, "head");
  const where = `${file}:${line}`;
  const message = maskMessage(visibleLine(finding.message));
  const advice = finding.advice === null ? "" : `\n${maskMessage(visibleLines(finding.advice))}`;
  const open = `    <testcase classname=${quoted(suite)} name=${quoted(`${finding.rule}: ${where}`)} file=${quoted(file)} line="${line}">`;
  const type = quoted(`${finding.severity} ${finding.rule}`);
  const result = finding.gates
    ? `<failure type=${type} message=${quoted(message)}>${escaped(`${where}\n${message}${advice}`)}</failure>`
    : `<skipped message=${quoted(`${finding.severity}: ${message}`)}/>`;
  return `${open}${result}</testcase>`;
}

const quoted = (text: string): string => `"${escaped(visibleLine(text))}"`;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for XML 1.0. What XML cannot hold at all is gone before: `visibleLine` shows it as an escape; two code points remain. */
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "").replace(/[\ufffe\uffff]/g, "\ufffd");
