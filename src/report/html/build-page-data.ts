import type { DagChange } from "../../model/change.ts";
import type { Dag, Task } from "../../model/dag.ts";
import type { ReviewedFinding } from "../../model/finding.ts";
import type { Review } from "../../model/review.ts";
import { changeInWords, downstreamInWords } from "../change-words.ts";
import { dagRings, ringTitle } from "../dag-rings.ts";
import { findingText } from "../finding-text.ts";
import { maskMessage } from "../mask.ts";
import type { Places } from "../positions.ts";
import type { Rich } from "../rich.ts";
import { renamedLines } from "../task-words.ts";
import { fieldInWords } from "../value-change.ts";
import { visibleLine } from "../visible.ts";
import { type CodeReader, codeReader, generatedOf } from "./code-data.ts";
import { createFilePool } from "./file-pool.ts";
import { betweenGraph, dagGraph } from "./graph-data.ts";
import type { PageDag, PageData, PageTask } from "./page-data.ts";
import { ringGraph } from "./ring-data.ts";

/** All that the page's script shows: every DAG's graph, and the code of those DAGs that the change touches, or of all where nothing is compared. */
export function buildPageData(review: Review, places: Places): PageData {
  const pool = createFilePool();
  const reader = codeReader(review, places, pool);
  const dagIndex = new Map(review.changes.map(({ id }, at) => [id, at]));
  const findings = findingsByTask(review.findings);
  const dags = review.changes.map((change): PageDag => {
    const pair = review.generated.find(({ dag }) => dag === change.id);
    const told = isTold(review, change);
    return {
      id: visibleLine(change.id),
      kind: change.kind,
      words: review.base ? [...changeInWords(change), ...downstreamInWords(change, review)].map(visibleRich) : [],
      graph: dagGraph(change, dagIndex, taskReader(review, change, told ? reader : null, findings)),
      code: told ? reader.code(change, pair) : null,
      why: told
        ? pair?.why
          ? maskMessage(visibleLine(pair.why))
          : null
        : "its code is not in this report, since the change does not touch it",
    };
  });
  const rings = dagRings(review, review.findings);
  return {
    compared: review.base !== null,
    dags,
    between: betweenGraph(
      review.changes,
      rings.map(({ steps }) => steps),
    ),
    rings: rings.map(({ finding, steps }) => ({
      title: ringTitle(steps),
      words: findingText(finding).message,
      graph: ringGraph(steps, dagIndex),
    })),
    files: pool.files,
    texts: pool.texts,
  };
}

/** Rich text in which nothing is hidden. */
const visibleRich = (words: Rich): Rich =>
  words.map((piece) => {
    if (typeof piece === "string") return visibleLine(piece);
    return piece.t === "code" ? { ...piece, text: visibleLine(piece.text) } : { ...piece, of: visibleRich(piece.of) };
  });

/** True for a DAG whose code a reader of this review may want to see. */
const isTold = ({ base, findings }: Review, { id, kind, files, head }: DagChange): boolean =>
  base === null ||
  kind !== "unchanged" ||
  files.length > 0 ||
  head?.outcome === "fails" ||
  findings.some(({ subject }) => subject.dag === id);

type Findings = ReadonlyMap<string, readonly ReviewedFinding[]>;

const taskKey = (dag: string, task: string): string => JSON.stringify([dag, task]);

function findingsByTask(findings: readonly ReviewedFinding[]): Findings {
  const found = new Map<string, ReviewedFinding[]>();
  for (const finding of findings) {
    const { dag, task } = finding.subject;
    if (dag === undefined || task === undefined || finding.state === "fixed") continue;
    const key = taskKey(dag, task);
    const known = found.get(key);
    if (known) known.push(finding);
    else found.set(key, [finding]);
  }
  return found;
}

/** What tells of a task by its ids in base and head. */
function taskReader(review: Review, change: DagChange, reader: CodeReader | null, findings: Findings) {
  const pair = review.generated.find(({ dag }) => dag === change.id);
  const byId = (dag: Dag | null) => new Map((dag?.tasks ?? []).map((task) => [task.id, task]));
  const tasks = { base: byId(review.base ? change.base : null), head: byId(change.head) };
  const words = taskWords(change);
  const place = (side: "base" | "head", task: Task | undefined) => {
    const dag = change[side];
    return reader && dag && task ? reader.place(dag, task, side, generatedOf(review, pair, side)) : null;
  };
  return (baseId: string, headId: string): PageTask => {
    const [before, after] = [tasks.base.get(baseId), tasks.head.get(headId)];
    const task = after ?? before ?? change.base?.tasks.find(({ id }) => id === baseId);
    const dag = change.head?.id ?? change.id;
    const own = [headId, ...(task ? [task.gustyId] : [])].flatMap((id) => findings.get(taskKey(dag, id)) ?? []);
    return {
      id: visibleLine(headId),
      operator: task?.operator ? visibleLine(`${task.operator.module}.${task.operator.name}`) : null,
      words: words(headId).map(visibleRich),
      findings: [...new Set(own)].map((finding) => [finding.severity, findingText(finding).message]),
      base: place("base", before),
      head: place("head", after),
    };
  };
}

/** What a change does to one task, each fact a line. */
function taskWords(change: DagChange): (id: string) => Rich[] {
  const changed = new Map(change.tasks.changed.map((task) => [task.id, task]));
  const [renamed, moved] = [
    new Map(change.tasks.renamed.map((one) => [one.to, one])),
    new Map(change.tasks.moved.map((one) => [one.id, one])),
  ];
  return (id) => {
    const task = changed.get(id);
    const [from, to] = [renamed.get(id), moved.get(id)];
    const tasks = { ...change.tasks, renamed: from ? [from] : [], moved: to ? [to] : [] };
    return [
      ...renamedLines({ ...change, tasks }),
      ...(task?.fields ?? []).map(fieldInWords),
      ...(task?.code ? [["its Python code changed"]] : []),
    ];
  };
}
