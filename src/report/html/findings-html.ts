import type { ReviewedFinding } from "../../model/finding.ts";
import type { Review } from "../../model/review.ts";
import { acceptanceInWords } from "../accepted-markdown.ts";
import { dagRings } from "../dag-rings.ts";
import { findingText } from "../finding-text.ts";
import { fixDiffs } from "../fix-diff.ts";
import { isMain } from "../impact.ts";
import type { Links } from "../links.ts";
import { maskMessage } from "../mask.ts";
import { type Place, type Places, type Side, sideOf } from "../positions.ts";
import { richOf } from "../rich.ts";
import { visibleLine } from "../visible.ts";
import { element, type Html, joinHtml, lines, rich } from "./html-text.ts";

/** Lines around a place that are shown, and lines of it at most. */
const AROUND = 1;
const MOST_LINES = 6;

/** Findings as a list, those that gate first, then the other new ones; what base has too, and what is fixed, folded. */
export function findingsHtml(review: Review, places: Places, links: Links): Html {
  const rings = dagRings(review, review.findings).map(({ finding }) => finding);
  const item = (finding: ReviewedFinding): Html => findingItem(review, finding, rings.indexOf(finding), places, links);
  const main = review.findings.filter((finding) => isMain(finding) || finding.state === "new");
  const rest = review.findings.filter((finding) => !main.includes(finding));
  const folded = (title: string, findings: readonly ReviewedFinding[]): (Html | string)[] =>
    findings.length === 0
      ? []
      : [
          element(
            "details",
            {},
            element("summary", {}, `${title} (${findings.length})`),
            element("ol", { class: "findings" }, ...findings.map(item)),
          ),
        ];
  const existing = rest.filter(({ state }) => state !== "fixed");
  const fixed = rest.filter(({ state }) => state === "fixed");
  return element(
    "section",
    { id: "findings", "aria-labelledby": "findings-title" },
    element("h2", { id: "findings-title" }, "Findings"),
    main.length === 0
      ? element("p", {}, review.base ? "Nothing new to object." : "No problems found.")
      : element("ol", { class: "findings" }, ...main.map(item)),
    ...folded("In the base too", existing),
    ...folded("Fixed by this change", fixed),
  );
}

/** `ring`: the index of the ring of DAGs that the finding is about; -1 where it is about none. */
function findingItem(review: Review, finding: ReviewedFinding, ring: number, places: Places, links: Links): Html {
  const side = sideOf(finding);
  const place = places.at(finding.at, side);
  const { message, advice } = findingText(finding);
  const page = links.rule(finding.rule);
  const rule = element("code", {}, finding.rule);
  return element(
    "li",
    { class: `finding ${finding.severity}` },
    element("h3", {}, element("span", { class: `badge ${finding.severity}` }, finding.severity), " ", rich(message)),
    element(
      "p",
      { class: "meta" },
      placeHtml(place, side, links),
      " · ",
      page === null ? rule : element("a", { href: page, rel: "noreferrer" }, rule),
      ...(finding.gates ? [" · ", element("strong", {}, "gates")] : []),
      ...(ring < 0 ? [] : [" · ", toGraph(`#ring=${ring}`, "show the ring")]),
      ...graphLink(review, finding),
    ),
    ...(finding.accepted ? [element("p", { class: "accepted" }, rich(acceptanceInWords(finding.accepted)))] : []),
    frameHtml(place, places.lines(place.file, side)),
    ...advice.map((part) =>
      part.t === "sentence" ? element("p", {}, rich(part.of)) : codeBlock("Lines to paste", [lines(part.text)]),
    ),
    ...relatedHtml(finding, places, side, links),
    ...fixHtml(finding, places),
  );
}

function placeHtml(place: Place, side: Side, links: Links): Html {
  const words = element("code", {}, `${place.file}:${place.line}`);
  const address = links.file(place.file, place.line, place.endLine, side);
  return address === null ? words : element("a", { href: address, rel: "noreferrer" }, words);
}

/** A link that the page's script follows: to the task, or the DAG, that the finding is about. */
function graphLink(review: Review, { subject, state }: ReviewedFinding): (Html | string)[] {
  const { dag, task } = subject;
  if (dag === undefined || state === "fixed" || !review.changes.some(({ id }) => id === dag)) return [];
  return [" · ", toGraph(hashOf(dag, task), "show in the graph")];
}

const toGraph = (href: string, words: string): Html => element("a", { class: "to-graph", href }, words);

/** The address of a DAG or task inside the page. */
export const hashOf = (dag: string, task?: string): string =>
  `#dag=${encodeURIComponent(visibleLine(dag))}${task === undefined ? "" : `&task=${encodeURIComponent(visibleLine(task))}`}`;

/** The lines of a place, its own lines marked. */
function frameHtml(place: Place, source: readonly string[]): Html {
  if (source.length === 0) return joinHtml([]);
  const end = place.endColumn === 1 && place.endLine > place.line ? place.endLine - 1 : place.endLine;
  const last = Math.min(end, place.line + MOST_LINES - 1);
  const rows: Html[] = [];
  for (let at = Math.max(1, place.line - AROUND); at <= Math.min(source.length, last + AROUND); at++) {
    const marked = at >= place.line && at <= last;
    const content = element("span", { class: "no", "aria-hidden": "true" }, String(at).padStart(4));
    rows.push(element(marked ? "mark" : "span", { class: "row" }, content, "  ", lines(source[at - 1] ?? "")));
  }
  return codeBlock(`${place.file}, line ${place.line}`, rows);
}

const codeBlock = (label: string, rows: readonly Html[]): Html =>
  element("pre", { tabindex: "0", role: "region", "aria-label": label }, joinHtml(rows, "\n"));

function relatedHtml(finding: ReviewedFinding, places: Places, side: Side, links: Links): Html[] {
  const notes = finding.related.slice(0, 8);
  if (notes.length === 0) return [];
  const item = ({ at, message }: (typeof notes)[number]): Html =>
    element("li", {}, placeHtml(places.at(at, side), side, links), ": ", rich(richOf(maskMessage(message))));
  return [element("ul", { class: "related" }, ...notes.map(item))];
}

function fixHtml({ fix, state }: ReviewedFinding, places: Places): Html[] {
  if (!fix || state === "fixed") return [];
  const diffs = fixDiffs(fix, places, "head", 1).map(({ file, lines: all }) => ({
    file,
    rows: all.filter((line) => !line.startsWith("@@")),
  }));
  return [
    element("p", {}, element("strong", {}, "Fix: "), rich(richOf(maskMessage(fix.description)))),
    ...diffs.map(({ file, rows }) =>
      codeBlock(
        `Fix of ${file}`,
        rows.map((row) =>
          element(
            "span",
            { class: row.startsWith("+") ? "row plus" : row.startsWith("-") ? "row minus" : "row" },
            lines(row),
          ),
        ),
      ),
    ),
  ];
}
