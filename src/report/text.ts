import type { ReviewedFinding, Severity } from "../model/finding.ts";
import type { Review } from "../model/review.ts";
import { changeInWords, downstreamInWords } from "./change-words.ts";
import { codeFrame } from "./code-frame.ts";
import { type DagRow, dagRows, type RowMark } from "./dag-rows.ts";
import { findingText } from "./finding-text.ts";
import { fixDiffs } from "./fix-diff.ts";
import { comparedInWords, sizeInWords, versionsInWords } from "./footer.ts";
import { isMain } from "./impact.ts";
import { maskMessage } from "./mask.ts";
import { migratedInWords } from "./migrated-markdown.ts";
import { type Places, placesOf, sideOf } from "./positions.ts";
import { joinRich, type Rich, richOf } from "./rich.ts";
import { columnsOf, type Style, type Terminal, type TerminalOptions, terminalOf } from "./terminal-style.ts";
import { wrap } from "./terminal-wrap.ts";
import { type Mark, severityCounts, verdictOf } from "./verdict.ts";

const SEVERITY_STYLE: Readonly<Record<Severity, Style>> = { error: "red", warning: "yellow", notice: "blue" };
const VERDICT: Readonly<Record<Mark, readonly [string, Style]>> = {
  failure: ["✖", "red"],
  warning: ["⚠", "yellow"],
  success: ["✔", "green"],
};
const ROW: Readonly<Record<RowMark, readonly [string, Style]>> = {
  fails: ["✖", "red"],
  changed: ["~", "yellow"],
  added: ["+", "green"],
  removed: ["−", "red"],
  affected: ["→", "cyan"],
  same: ["=", "dim"],
};

/**
 * The review for a terminal: each finding with its code frame, advice and fix, then the DAGs with their changes in
 * words, then the verdict. Ends in a newline.
 */
export function renderText(review: Review, options: TerminalOptions): string {
  const terminal = terminalOf(options);
  const places = placesOf(review);
  const shown = review.findings.filter((finding) => finding.state === "new" || isMain(finding));
  const blocks = [
    ...shown.map((finding) => findingBlock(finding, places, terminal)),
    ...dagBlocks(review, terminal),
    summaryBlock(review, shown, terminal),
  ];
  return `${blocks.map((lines) => lines.map((line) => line.trimEnd()).join("\n")).join("\n\n")}\n`;
}

function findingBlock(finding: ReviewedFinding, places: Places, terminal: Terminal): string[] {
  const side = sideOf(finding);
  const style = SEVERITY_STYLE[finding.severity];
  const { message, advice } = findingText(finding);
  const name = terminal.paint(`${finding.severity}[${terminal.text(finding.rule)}]`, style, "bold");
  const lines = wrap(message, terminal, { first: `${name}: `, hang: 0, styles: ["bold"] });
  lines.push(...codeFrame(places.at(finding.at, side), places, side, terminal, style));
  for (const part of advice) {
    if (part.t === "sentence")
      lines.push(...wrap(part.of, terminal, { first: `  ${terminal.paint("help:", "cyan", "bold")} ` }));
    else lines.push(...part.text.split("\n").map((line) => `        ${terminal.text(line)}`));
  }
  for (const { at, message: note } of finding.related.slice(0, 8)) {
    const place = places.at(at, side);
    const where = `${place.file}:${place.line}: `;
    lines.push(
      ...wrap([where, ...richOf(maskMessage(note))], terminal, {
        first: `  ${terminal.paint("note:", "blue", "bold")} `,
      }),
    );
  }
  return [...lines, ...fixLines(finding, places, terminal)];
}

function fixLines({ fix, state }: ReviewedFinding, places: Places, terminal: Terminal): string[] {
  if (!fix || state === "fixed") return [];
  const title = wrap(richOf(maskMessage(fix.description)), terminal, {
    first: `  ${terminal.paint("fix:", "green", "bold")} `,
  });
  const diffs = fixDiffs(fix, places, "head", 0);
  const body = diffs.flatMap(({ file, lines }) => [
    ...(diffs.length > 1 ? [`       ${terminal.text(file)}`] : []),
    ...lines
      .filter((line) => !line.startsWith("@@"))
      .map((line) => {
        const text = terminal.text(`${line.charAt(0)} ${line.slice(1)}`);
        return `       ${terminal.paint(text, line.startsWith("-") ? "red" : "green")}`;
      }),
  ]);
  return [...title, ...body.slice(0, 40)];
}

/** The DAGs: one with changes in words is a block of its own, lines of others stand together. */
function dagBlocks(review: Review, terminal: Terminal): string[][] {
  const rows = review.base ? dagRows(review) : [];
  const widest = Math.min(28, Math.max(0, ...rows.map(({ change }) => columnsOf(terminal.text(change.id)))));
  const blocks: string[][] = [];
  let together: string[] | null = null;
  for (const row of rows) {
    const lines = dagLines(row, review, terminal, widest);
    if (together && !hasWords(row)) together.push(...lines);
    else blocks.push(lines);
    together = hasWords(row) ? null : (blocks.at(-1) ?? null);
  }
  return blocks;
}

/** True for a DAG whose changes are told in words under it. */
const hasWords = ({ mark, change }: DagRow): boolean =>
  mark === "changed" || (mark === "fails" && change.kind !== "affected");

function dagLines(row: DagRow, review: Review, terminal: Terminal, widest: number): string[] {
  const { change, mark } = row;
  const [sign, style] = ROW[mark];
  const id = terminal.text(change.id);
  const pad = " ".repeat(Math.max(0, widest - columnsOf(id)));
  const first = `${terminal.paint(terminal.text(sign), style, "bold")} ${terminal.paint(id, "bold")}${pad}  `;
  const facts: Rich[] = [];
  if (row.failure) facts.push(row.failure);
  else if (!hasWords(row)) facts.push(row.what);
  if (mark !== "same" && mark !== "removed") facts.push(...sizes(row));
  const head = wrap(joinRich(facts, " · "), terminal, { first });
  if (change.migrated !== null)
    head.push(...wrap(migratedInWords(change), terminal, { first: `    ${terminal.text("•")} ` }));
  if (!hasWords(row)) return head;
  const words = [...changeInWords(change), ...downstreamInWords(change, review)];
  return [...head, ...words.flatMap((line) => wrap(line, terminal, { first: `    ${terminal.text("•")} ` }))];
}

function sizes({ tasks, edges, schedule, owners }: DagRow): Rich[] {
  const facts: Rich[] = [[`tasks ${tasks}`]];
  if (edges !== "") facts.push([`edges ${edges}`]);
  facts.push(schedule);
  if (owners.length > 0) facts.push(["owner ", ...owners]);
  return facts;
}

function summaryBlock(review: Review, shown: readonly ReviewedFinding[], terminal: Terminal): string[] {
  const { mark, words } = verdictOf(review);
  const [sign, style] = VERDICT[mark];
  const lines = wrap(words, terminal, {
    first: `${terminal.paint(terminal.text(sign), style, "bold")} `,
    styles: ["bold"],
  });
  const of = (state: ReviewedFinding["state"]): readonly ReviewedFinding[] =>
    review.findings.filter((finding) => finding.state === state && !shown.includes(finding));
  const others = severityCounts(shown.filter((finding) => !isMain(finding)));
  const known: string[] = [];
  if (mark === "failure" && others !== "") known.push(`also ${others}`);
  if (of("existing").length > 0) known.push(`${severityCounts(of("existing"))} in the base already`);
  if (of("fixed").length > 0) known.push(`repairs ${severityCounts(of("fixed"))}`);
  if (known.length > 0) lines.push(...wrap([known.join(" · ")], terminal, { first: "  " }));
  const about: Rich = [...comparedInWords(review), " · ", ...versionsInWords(review), " · ", sizeInWords(review)].map(
    (piece) => (typeof piece !== "string" && piece.t === "code" ? piece.text : piece),
  );
  lines.push(...wrap(about, terminal, { first: "  ", styles: ["dim"] }));
  return lines;
}
