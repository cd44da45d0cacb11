import { isAsFarAsKnown } from "../build/outcome.ts";
import { tasksAfter } from "../compare/reach.ts";
import type { DagChange } from "../model/change.ts";
import type { Dag } from "../model/dag.ts";
import type { Review } from "../model/review.ts";
import { capped } from "./capped.ts";
import { backfillLines, operatorLines, rateInWords, reachInWords } from "./due-words.ts";
import { groupLines } from "./group-words.ts";
import { ownersOf } from "./owners.ts";
import { code, codes, count, listOf, type Rich, strong } from "./rich.ts";
import { SCHEDULE_KEYS, scheduleOf } from "./schedule-text.ts";
import { changedTaskLines, edgeLines, renamedLines, taskLines } from "./task-words.ts";
import { fieldInWords } from "./value-change.ts";

/** What changed in one DAG, a line a fact, the weightiest first: the DAG itself, schedule, settings, tasks, edges, arguments. */
export function changeInWords(change: DagChange): Rich[] {
  if (change.kind === "removed") return [removedDag(change)];
  const lines = [
    ...dagLines(change),
    ...backfillLines(change),
    ...settingLines(change),
    ...renamedLines(change),
    ...(change.kind === "added" ? [] : taskLines(change)),
    ...edgeLines(change),
    ...operatorLines(change),
    ...changedTaskLines(change),
  ];
  return lines.length > 0 ? lines : [[noDifference(change)]];
}

/** Nothing differs: that it is so, or that more cannot be known. */
function noDifference({ base, head }: DagChange): string {
  if (head?.outcome === "fails") return "what else changes is not known until it loads";
  if (base?.outcome !== "built" || head?.outcome !== "built") return "no difference found, but not all of it is known";
  return isAsFarAsKnown(base) || isAsFarAsKnown(head)
    ? "no difference, as far as known"
    : "no difference in what Airflow gets";
}

function dagLines(change: DagChange): Rich[] {
  if (change.kind === "added" && change.head) {
    const { tasks, groups } = change.head;
    const size =
      groups.length > 0
        ? `${count(tasks.length, "task")} in ${count(groups.length, "group")}`
        : count(tasks.length, "task");
    return [["new DAG: ", size, ", ", ...scheduleOf(change.head)]];
  }
  if (change.kind === "renamed" && change.base && change.head) {
    return [
      [
        code(change.base.id),
        " is now ",
        strong(code(change.head.id)),
        ": for Airflow a new DAG; its run history stays with the old id",
      ],
    ];
  }
  return [];
}

const removedDag = ({ base }: DagChange): Rich => [
  `the DAG goes, with its ${count(base?.tasks.length ?? 0, "task")}; its run history stays in Airflow's database`,
];

function settingLines(change: DagChange): Rich[] {
  if (change.kind === "added") return [];
  const ordered = change.settings
    .filter(({ path }) => !path.startsWith("groups."))
    .sort((a, b) => Number(SCHEDULE_KEYS.has(b.path)) - Number(SCHEDULE_KEYS.has(a.path)));
  return [
    ...capped(
      ordered,
      (field) => [...fieldInWords(field), ...reachInWords(field, change.head), ...rateInWords(field)],
      "settings",
    ),
    ...groupLines(change),
  ];
}

/** What runs after the change: tasks of the same DAG, DAGs that wait for it with their owners, and those that wait for these. */
export function downstreamInWords(change: DagChange, review: Review): Rich[] {
  const lines: Rich[] = [];
  if (change.affected.length > 0 && change.kind !== "added") {
    lines.push(["also affected: ", ...listOf(codes(change.affected), 6)]);
  }
  const waiting = capped(
    change.downstream,
    ({ dag, tasks }): Rich => {
      const waits = review.head.dags.find(({ id }) => id === dag);
      const owners = waits ? ownersOf(waits) : [];
      return [
        code(dag),
        " waits for this DAG",
        ...(tasks.length > 0 ? [" in ", ...listOf(codes(tasks), 3)] : []),
        ...(owners.length > 0 ? [" (owner: ", owners.slice(0, 3).join(", "), ")"] : []),
      ];
    },
    "waiting DAGs",
  );
  const further = furtherDags(change, review.head.dags);
  if (further.length > 0) lines.push(...waiting, ["through them also: ", ...listOf(codes(further), 6)]);
  else lines.push(...waiting);
  return lines;
}

/** Ids of DAGs that wait for those that wait for this one, at any distance. */
function furtherDags({ id, downstream }: DagChange, dags: readonly Dag[]): string[] {
  const waits = dags.flatMap((dag) => dag.externals.map((external) => ({ up: external.dag, down: dag.id })));
  const near = new Set([id, ...downstream.map(({ dag }) => dag)]);
  const reached = tasksAfter(near, waits);
  return [...reached].filter((dag) => !near.has(dag)).sort();
}
