import { isAsFarAsKnown } from "../build/outcome.ts";
import type { Backfill, DagChange } from "../model/change.ts";
import type { ReviewedFinding } from "../model/finding.ts";
import type { Review } from "../model/review.ts";
import { rewired } from "./edge-words.ts";
import { ownersOf } from "./owners.ts";
import { code, codes, count, joinRich, listOf, type Rich, strong } from "./rich.ts";
import { SCHEDULE_KEYS, scheduleInWords, scheduleOf } from "./schedule-text.ts";

export type RowMark = "fails" | "changed" | "added" | "removed" | "affected" | "same";

/** One affected DAG, as the table of a report shows it. */
export interface DagRow {
  readonly mark: RowMark;
  readonly change: DagChange;
  readonly what: Rich;
  /** That and why it does not load; part of `what`. */
  readonly failure: Rich | null;
  readonly schedule: Rich;
  /** `+1 −1 ~2 of 9`. */
  readonly tasks: string;
  /** `+3 −2`; empty for none. */
  readonly edges: string;
  readonly waiting: Rich;
  readonly owners: Rich;
}

const ORDER: readonly RowMark[] = ["fails", "changed", "added", "removed", "affected", "same"];

/** The DAGs that a change touches or affects, those that do not load first, then changed, new, removed, affected, identical. */
export function dagRows(review: Review): DagRow[] {
  return review.changes
    .filter(({ kind, files }) => kind !== "unchanged" || files.length > 0)
    .map((change) => rowOf(review, change))
    .sort((a, b) => ORDER.indexOf(a.mark) - ORDER.indexOf(b.mark) || (a.change.id < b.change.id ? -1 : 1));
}

function markOf(review: Review, { id, kind, base, head }: DagChange): RowMark {
  const fails = head?.outcome === "fails" && (kind !== "affected" || base?.outcome !== "fails");
  if (fails || (head && stopOf(review, id))) return "fails";
  if (kind === "added" || kind === "removed" || kind === "affected") return kind;
  return kind === "unchanged" ? "same" : "changed";
}

/** The finding that stops a DAG, its own before another DAG's of the same entry point. */
function stopOf({ findings }: Review, id: string): ReviewedFinding | undefined {
  const stops = findings.filter((finding) => finding.state !== "fixed" && finding.stops.includes(id));
  return stops.find(({ subject }) => subject.dag === id) ?? stops[0];
}

function rowOf(review: Review, change: DagChange): DagRow {
  const shown = change.head ?? change.base;
  const mark = markOf(review, change);
  const isChange = mark === "changed" || mark === "added";
  const inPart: Rich[] = isChange && change.head && isAsFarAsKnown(change.head) ? [["as far as known"]] : [];
  return {
    mark,
    change,
    failure: mark === "fails" ? failure(review, change) : null,
    what:
      mark === "affected" ? waitsFor(review, change) : joinRich([...factsOf(review, change, mark), ...inPart], "; "),
    schedule: shown ? scheduleOf(shown) : [],
    tasks: tasksCell(change),
    edges: signed(rewired(change).added.length, rewired(change).removed.length, 0),
    waiting: listOf(codes(change.downstream.map(({ dag }) => dag)), 3),
    owners: shown ? [listOf(ownersOf(shown), 2).join("")].filter((text) => text !== "") : [],
  };
}

function waitsFor(review: Review, { id }: DagChange): Rich {
  const awaited = review.changes.filter(
    ({ kind, downstream }) => kind !== "unchanged" && kind !== "affected" && downstream.some(({ dag }) => dag === id),
  );
  return awaited.length > 0
    ? ["waits for ", ...listOf(codes(awaited.map((change) => change.id)), 3)]
    : ["waits for what changed"];
}

function factsOf(review: Review, change: DagChange, mark: RowMark): Rich[] {
  const facts: Rich[] = [];
  if (mark === "fails") facts.push(failure(review, change));
  if (mark === "same") return [identical(change)];
  if (change.kind === "added") facts.push(["new DAG"]);
  if (change.kind === "removed") facts.push(["removed"]);
  if (change.kind === "renamed" && change.base) facts.push(["renamed from ", code(change.base.id)]);
  if (change.backfill) facts.push([dueRuns(change.backfill)]);
  if (change.kind === "added" || change.kind === "removed") return facts;
  const schedule = change.settings.find(({ path }) => SCHEDULE_KEYS.has(path));
  if (schedule) {
    facts.push([
      "schedule: ",
      ...(schedule.from ? scheduleInWords(schedule.from) : ["not set"]),
      " → ",
      ...(schedule.to ? scheduleInWords(schedule.to) : ["not set"]),
    ]);
  }
  const { renamed, moved, changed } = change.tasks;
  const settings = change.settings.filter((field) => field !== schedule);
  const recoded = changed.filter((task) => task.code).length;
  const others = changed.filter((task) => !task.code || task.fields.length > 0);
  if (settings.length > 0) facts.push([count(settings.length, "setting")]);
  if (renamed.length > 0) facts.push([`${count(renamed.length, "task")} renamed`]);
  if (moved.length > 0) facts.push([`${count(moved.length, "task")} moved`]);
  if (others.length > 0) facts.push([`arguments of ${count(others.length, "task")}`]);
  if (recoded > 0) facts.push([`code of ${count(recoded, "task")}`]);
  if (change.operators.length > 0) {
    const users = new Set(change.operators.flatMap((operator) => operator.tasks)).size;
    facts.push([`source of ${count(change.operators.length, "operator")}, used by ${count(users, "task")}`]);
  }
  return facts.length > 0
    ? facts
    : [[change.edges.added.length + change.edges.removed.length > 0 ? "rewired" : "tasks"]];
}

function failure(review: Review, { id }: DagChange): Rich {
  const finding = stopOf(review, id);
  if (!finding) return [strong("does not load")];
  if (finding.state === "existing") return [strong("still does not load"), " (", code(finding.rule), ")"];
  const { dag } = finding.subject;
  return dag === undefined || dag === id
    ? [strong("does not load"), " (", code(finding.rule), ")"]
    : [strong("does not load"), ", together with ", code(dag)];
}

const dueRuns = ({ runs, cause }: Backfill): string =>
  runs === null ? "runs of the past become due" : `${cause === "new" ? "" : "up to "}${count(runs, "run")} due`;

/** How many files changed and how many only moved: `2 files changed, 14 moved`. */
export function filesInWords(files: readonly string[], moved: DagChange["filesMoved"]): string {
  const paths = new Set(moved.flat());
  const changed = files.filter((file) => !paths.has(file)).length;
  if (moved.length === 0) return `${count(changed, "file")} changed`;
  return changed === 0
    ? `${count(moved.length, "file")} moved`
    : `${count(changed, "file")} changed, ${moved.length} moved`;
}

function identical({ files, filesMoved, hash, migrated, head }: DagChange): Rich {
  const inPart = head !== null && isAsFarAsKnown(head);
  if (migrated !== null)
    return [strong(`${inPart ? "the same DAG as far as known" : "identical DAG"}, now from plain Python`)];
  const changed = `${filesInWords(files, filesMoved)}, `;
  if (hash.head !== null && hash.base === hash.head) return [changed, strong("the DAG is identical")];
  return [changed, inPart ? "no difference, as far as known" : "no difference found, but not all of it is known"];
}

function signed(added: number, removed: number, changed: number): string {
  const parts = [added > 0 ? `+${added}` : "", removed > 0 ? `−${removed}` : "", changed > 0 ? `~${changed}` : ""];
  return parts.filter((part) => part !== "").join(" ");
}

function tasksCell({ kind, tasks, operators, head, base }: DagChange): string {
  const total = (head ?? base)?.tasks.length ?? 0;
  if (kind === "added" || kind === "removed") return String(total);
  const changed = new Set([
    ...tasks.changed.map(({ id }) => id),
    ...operators.flatMap((operator) => operator.tasks),
    ...tasks.moved.map(({ id }) => id),
    ...tasks.renamed.map(({ to }) => to),
  ]);
  const marks = signed(tasks.added.length, tasks.removed.length, changed.size);
  return marks === "" ? String(total) : `${marks} of ${total}`;
}
