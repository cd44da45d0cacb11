import type { DagChange } from "../model/change.ts";
import type { ReviewedFinding } from "../model/finding.ts";
import type { Review } from "../model/review.ts";
import { acceptedSection } from "./accepted-markdown.ts";
import { fill, type Leaf, type Node, step } from "./budget.ts";
import { DETAILS_END, dagSection, details } from "./dag-markdown.ts";
import { type DagRow, dagRows } from "./dag-rows.ts";
import { html, markdown } from "./escape.ts";
import { type FindingContext, findingInFull, findingLine } from "./finding-markdown.ts";
import { footerParts } from "./footer.ts";
import { isMain } from "./impact.ts";
import { leftOutNote, leftOutRoom } from "./left-out.ts";
import type { Links } from "./links.ts";
import { migratedSection } from "./migrated-markdown.ts";
import { placesOf } from "./positions.ts";
import { code, joinRich, type Rich } from "./rich.ts";
import { ringDiagrams } from "./ring-diagram.ts";
import { type SinceReview, sinceSection } from "./since-markdown.ts";
import { tableOf } from "./table-markdown.ts";
import { type Mark, severityCounts, verdictOf } from "./verdict.ts";

export interface DocumentOptions {
  /** In UTF-16 units, at least 900. GitHub counts characters (code points), of which there are never more. */
  readonly limit: number;
  readonly links: Links;
  /** The name of one of several configurations. */
  readonly instance?: string | undefined;
  /** The diagram of a change as Markdown. */
  diagram(change: DagChange): string;
  /** At most this many diagrams. */
  readonly diagrams: number;
  /** Where the bot publishes it, which takes commands in comments. */
  readonly conversation?: Conversation | undefined;
}

/** What the bot adds to a report: the commands that people may give, and what is new to reviewers. */
export interface Conversation {
  readonly since: readonly SinceReview[];
}

const MARKS: Readonly<Record<Mark, string>> = { failure: "✖", warning: "⚠", success: "✔" };

/**
 * Ranks: what is filled first. Early findings, table rows and DAGs come before the long tail of them, so that a hundred
 * findings never hide the graph. `step` orders pieces of one kind.
 */
const RANK = {
  line: 1,
  full: 2,
  row: 3,
  words: 4,
  footer: 4.5,
  diagram: 5,
  other: 6,
  python: 7,
  otherFull: 8,
  tail: 9,
};
const EARLY = { findings: 20, rows: 40, dags: 8 };

/** The whole report as Markdown within its limit: pieces whole or left out, counted at the end. */
export function renderDocument(review: Review, options: DocumentOptions): string {
  const { limit, links } = options;
  const context: FindingContext = {
    review,
    places: placesOf(review),
    links,
    fingerprints: options.conversation !== undefined,
  };
  const heading = headingOf(review, options);
  const [tool = [], ...footerRest] = footerParts(review, links, options.conversation !== undefined);
  const nodes = [...body(review, context, options), footerNode(tool, footerRest)];
  const whole = fill(nodes, limit - heading.length);
  if (whole.leftOut.size === 0) return heading + trimEnd(whole.text);
  const fullReport = links.artifacts?.[0]?.url ?? links.report;
  const filled = fill(nodes, limit - heading.length - leftOutRoom(fullReport));
  const at = filled.text.lastIndexOf("<sub>");
  const place = at < 0 ? filled.text.length : at;
  return (
    heading + trimEnd(filled.text.slice(0, place) + leftOutNote(filled.leftOut, fullReport) + filled.text.slice(place))
  );
}

const trimEnd = (text: string): string => `${text.replace(/\n+$/, "")}\n`;

/** Longer verdicts lose their names, so that the line is one. */
const LONGEST_HEADING = 340;

/** The first line: verdict, counts and commit, so that it can be read in a mail. */
function headingOf(review: Review, { instance, links }: DocumentOptions): string {
  const { mark, words } = verdictOf(review);
  const name: Rich = instance === undefined || instance === "default" ? [] : [code(instance), ": "];
  const commit = (links.commit ?? review.head.commit)?.slice(0, 7);
  const at: Rich = commit === undefined ? [] : [" · ", code(commit)];
  const line = `### ${MARKS[mark]} ${markdown([...name, ...words, ...at])}\n\n`;
  if (line.length <= LONGEST_HEADING) return line;
  const [first] = words;
  return `### ${MARKS[mark]} ${markdown([...(typeof first === "string" ? [first] : []), ...at])}\n\n`;
}

/** Rings of DAGs that are drawn, of the diagrams there may be. */
const MOST_RINGS = 2;

function body(review: Review, context: FindingContext, options: DocumentOptions): Node[] {
  const main = review.findings.filter(isMain);
  const others = review.findings.filter(
    (finding) => finding.state === "new" && !isMain(finding) && finding.accepted === null,
  );
  const rows = dagRows(review);
  const rings = options.diagrams > 0 ? ringDiagrams(review, main).slice(0, MOST_RINGS) : [];
  return [
    mainFindings(main, context),
    ...rings.map((ring): Leaf => ({ what: "diagram", steps: [step(RANK.diagram, () => `${ring()}\n\n`)] })),
    ...(rows.length > 0 ? [dagTable(rows, context)] : []),
    ...sinceSection(options.conversation?.since ?? [], RANK.words),
    ...acceptedSection(context, RANK.words),
    ...migratedSection(review.changes, context, RANK.words),
    ...dagSections(rows, context, { ...options, diagrams: Math.max(0, options.diagrams - rings.length) }),
    ...(others.length > 0 ? [otherFindings(others, context)] : []),
    ...knownFindings(review),
  ];
}

function mainFindings(findings: readonly ReviewedFinding[], context: FindingContext): Node {
  const leaf = (finding: ReviewedFinding, at: number): Leaf => {
    const lead = findings.length > 1 ? `${at + 1}. ` : "";
    const late = at < EARLY.findings ? 0 : RANK.tail;
    return {
      what: "finding",
      steps: [
        step(RANK.line + late, () => `${findingLine(finding, lead, context, 300)}\n\n`),
        step(RANK.full + late, () => `${findingInFull(finding, lead, context)}\n\n`),
      ],
    };
  };
  return { open: "", close: "", inOrder: true, children: findings.map(leaf) };
}

function dagTable(rows: readonly DagRow[], { places, links }: FindingContext): Node {
  const { head, lines } = tableOf(rows, places, links);
  const children = lines.map((text, at): Leaf => {
    return { what: "table row", steps: [step(RANK.row + (at < EARLY.rows ? 0 : RANK.tail), () => text)] };
  });
  return { open: head, close: "\n", inOrder: true, children };
}

function dagSections(rows: readonly DagRow[], context: FindingContext, options: DocumentOptions): Node[] {
  const changed = rows.filter(
    ({ mark, change }) => mark !== "same" && change.kind !== "affected" && change.kind !== "removed",
  );
  // Of many sections one is open: the first that tells what changes. Of a DAG that does not load that may not be known.
  const opened = Math.max(
    0,
    changed.findIndex(({ change }) => change.risk.length > 0),
  );
  const sections = changed.map((row, at): Node => {
    const late = at < EARLY.dags ? 0 : RANK.tail;
    const ranks = { words: RANK.words + late, diagram: RANK.diagram + late, python: RANK.python + late };
    const diagram = at < options.diagrams ? (): string => options.diagram(row.change) : null;
    return dagSection(row, context, { open: at === opened || changed.length < 3, ranks, diagram });
  });
  if (changed.length <= options.diagrams) return sections;
  const note = `Diagrams are drawn for the first ${options.diagrams} of these DAGs.\n\n`;
  return [...sections, { what: "", steps: [step(RANK.words, () => note)] }];
}

/** Warnings and notices: what does not gate. */
function otherFindings(findings: readonly ReviewedFinding[], context: FindingContext): Node {
  const children = findings.map((finding): Leaf => {
    const lead = `${finding.severity}: `;
    return {
      what: "warning or notice",
      steps: [
        step(RANK.other, () => `${findingLine(finding, lead, context, 300)}\n\n`),
        step(RANK.otherFull, () => `${findingInFull(finding, lead, context)}\n\n`),
      ],
    };
  });
  return { open: details(false, [severityCounts(findings)]), close: DETAILS_END, inOrder: true, children };
}

/** Findings that say nothing of this change, and those that it repairs: counted. */
function knownFindings({ findings }: Review): Node[] {
  const existing = findings.filter(
    (finding) => finding.state === "existing" && !isMain(finding) && finding.accepted === null,
  );
  const fixed = findings.filter(({ state }) => state === "fixed");
  const sentences: string[] = [];
  if (existing.length > 0) sentences.push(`In the base already, so not listed: ${severityCounts(existing)}.`);
  if (fixed.length > 0) sentences.push(`This change repairs ${severityCounts(fixed)}.`);
  if (sentences.length === 0) return [];
  return [{ what: "", steps: [step(RANK.row, () => `${markdown([sentences.join(" ")])}\n\n`)] }];
}

function footerNode(tool: Rich, rest: readonly Rich[]): Node {
  const sub = (parts: readonly Rich[]): string => `<sub>${html(joinRich(parts, " · "))}</sub>\n`;
  return {
    what: "",
    steps: [step(0, () => sub([tool])), step(RANK.footer, () => sub([tool, ...rest]))],
  };
}
