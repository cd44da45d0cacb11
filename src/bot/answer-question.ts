import { waitingRings } from "../check/waiting-ring.ts";
import { nearest } from "../config/nearest.ts";
import { drawChange } from "../draw/draw-change.ts";
import { drawDag } from "../draw/draw-dag.ts";
import { drawDagGraph } from "../draw/draw-dags.ts";
import type { DagChange } from "../model/change.ts";
import type { Review } from "../model/review.ts";
import { drawingMarkdown } from "../report/diagram.ts";
import { fence, markdown } from "../report/escape.ts";
import { impactInWords } from "../report/impact-words.ts";
import type { Links } from "../report/links.ts";
import { placesOf } from "../report/positions.ts";
import { pythonDiff, pythonPart } from "../report/python-diff.ts";
import { code, type Rich, richOf } from "../report/rich.ts";
import { type Told, toldMarkdown } from "../report/told.ts";
import { whyBeforeInWords, whyInWords } from "../report/why-words.ts";
import { findSubject, type TraceSubject } from "../trace/find-subject.ts";
import { impactOf } from "../trace/impact.ts";
import { whyBefore, whyOf } from "../trace/why.ts";
import type { Question } from "./pull-memory.ts";

/** Characters of an answer, so that it fits a comment of its own. */
const LONGEST = 60_000;

/** Lines of one list of an answer; fewer are tried where an answer is too long. */
const LINES = [60, 20, 5, 1];

/** Lines of a diff that are shown; fewer where they are too long. */
const DIFF_LINES = [1500, 500, 100, 10];

/** As telephones write it, too: they make one dash of two. */
const FROM = /\s+(?:--?|—|–)from\s+/;

/** What a question is asked of. */
export interface AnswerContext {
  readonly review: Review;
  readonly links: Links;
}

/** The answer to `why`, `impact`, `graph` or `diff` as Markdown, of the version that a review has as head. */
export function answerQuestion({ word, rest }: Question, context: AnswerContext): string {
  const { review, links } = context;
  const places = { places: placesOf(review), links };
  switch (word) {
    case "why": {
      const [name = "", from] = rest.split(FROM, 2);
      return about(review, name.trim(), (to) =>
        from === undefined
          ? shortest(whyInWords(whyOf(review.head, to), places))
          : about(review, from.trim(), (start) =>
              shortest(whyBeforeInWords(whyBefore(review.head, start, to), places)),
            ),
      );
    }
    case "impact":
      return about(review, rest, (subject) => shortest(impactInWords(impactOf(review.head, subject), review.head)));
    case "graph":
      return graph(review, rest);
    default:
      return ofDag(review, rest, (change) => diff(review, change));
  }
}

/** The answer with as many lines as it may have. */
const shortest = (told: Told): string => fitting(LINES, (most) => toldMarkdown(told, most));

function fitting(sizes: readonly number[], make: (most: number) => string): string {
  for (const most of sizes) {
    const text = make(most);
    if (text.length <= LONGEST) return text;
  }
  return "The answer is too long for a comment.\n";
}

function about(review: Review, name: string, answer: (subject: TraceSubject) => string): string {
  const found = findSubject(review.head, name);
  if (found.ok) return answer(found.subject);
  const near: Rich = found.near === null ? [] : [" Did you mean ", code(found.near), "?"];
  return `${markdown([...richOf(upperFirst(found.message)), ".", ...near])}\n`;
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function ofDag(review: Review, id: string, answer: (change: DagChange) => string): string {
  // Of several deployments also without the deployment's name, where one alone has it.
  const [alone, another] = review.changes.filter(({ base, head }) => (head ?? base)?.site.id === id);
  const change = review.changes.find((one) => one.id === id) ?? (another === undefined ? alone : undefined);
  if (change !== undefined) return answer(change);
  const near = nearest(
    id,
    review.changes.map((one) => one.id),
  );
  const meant: Rich = near === null ? [] : [" Did you mean ", code(near), "?"];
  return `${markdown(["There is no DAG ", code(id), ".", ...meant])}\n`;
}

function graph(review: Review, id: string): string {
  const options = { nodes: review.head.config.comment.nodes, direction: review.head.config.comment.direction };
  if (id === "") {
    const rings = waitingRings(review.head).map((ring) => ring.map(({ dag }) => dag.id).reverse());
    return `${drawingMarkdown(drawDagGraph(review.head.dags, { ...options, rings }), "DAG")}\n`;
  }
  return ofDag(review, id, (change) => {
    const changed = change.kind !== "unchanged" && change.kind !== "affected";
    const dag = change.head ?? change.base;
    if (changed) return `${drawingMarkdown(drawChange(change, options), "task")}\n`;
    return dag === null ? "There is nothing to draw.\n" : `${drawingMarkdown(drawDag(dag, options), "task")}\n`;
  });
}

function diff(review: Review, change: DagChange): string {
  const part = pythonPart(review, change);
  if (part === null || part.t === "same") return "The generated Python is the same.\n";
  if (part.t === "undecided") return `${markdown(["There is no generated Python: ", ...richOf(part.why)])}\n`;
  const [language, lines] =
    part.t === "new" ? ["python", part.text.replace(/\n$/, "").split("\n")] : ["diff", pythonDiff(part)?.lines ?? null];
  if (lines === null) return "The generated Python differs too much to be compared.\n";
  return fitting(DIFF_LINES, (most) => {
    const left = lines.length - most;
    const rest = left > 0 ? `\n${left} lines more.\n` : "";
    return `${fence(language ?? "", lines.slice(0, most).join("\n"))}\n${rest}`;
  });
}
