import { drawChange } from "../../src/draw/draw-change.ts";
import { drawCycle, drawDag } from "../../src/draw/draw-dag.ts";
import { drawDagGraph } from "../../src/draw/draw-dags.ts";
import type { Drawing, DrawOptions } from "../../src/draw/drawing.ts";
import { type DagOptions, makeDag, type TaskOptions } from "./dag.ts";
import { changeOf, largeChange, sampleChange } from "./sample-changes.ts";

const options: DrawOptions = { nodes: 40, direction: "LR" };
const count = (size: number): number[] => Array.from({ length: size }, (_, index) => index);

/** Sixty tasks side by side, one of them changed and one new. */
function fanChange() {
  const wide = (more: Record<string, TaskOptions>): DagOptions => {
    const tasks: Record<string, TaskOptions> = {
      start: {},
      finish: {},
      ...Object.fromEntries(count(60).map((index) => [`t${index}`, {}])),
      ...more,
    };
    const inner = Object.keys(tasks).filter((id) => id !== "start" && id !== "finish");
    return { tasks, edges: inner.map((id) => `start > ${id} > finish`) };
  };
  return changeOf(wide({}), wide({ t7: { arguments: { retries: 1 } }, extra: { operator: "local.x.Extra" } }));
}

/** Sixty new tasks in six nested, prefixed groups. */
const newDag: DagOptions = {
  groups: {
    a: { prefix: true },
    "a.b": { parent: "a", prefix: true },
    "a.b.c": { parent: "a.b", prefix: true },
    d: {},
    e: {},
    f: {},
  },
  tasks: Object.fromEntries(
    count(60).map((index) => {
      const group = ["a", "a.b", "a.b.c", "d", "e", "f"][index % 6] ?? "d";
      return [group.startsWith("a") ? `${group}.t${index}` : `t${index}`, { group }];
    }),
  ),
};

const loop: DagOptions = {
  groups: { mart: {} },
  tasks: { extract: {}, report: { group: "mart" }, refresh: { group: "mart" }, publish: {} },
  edges: ["extract > report > refresh > publish"],
};
const looped: DagOptions = { ...loop, edges: [...(loop.edges ?? []), "refresh > report"] };

/** Every kind of diagram, by name. */
export function diagrams(): Readonly<Record<string, Drawing>> {
  const { head } = sampleChange();
  const orders = head ?? makeDag("orders_daily");
  return {
    "sample-change": drawChange(sampleChange(), options),
    "sample-change-small": drawChange(sampleChange(), { nodes: 8, direction: "TB" }),
    "change-of-200": drawChange(largeChange(200), options),
    "change-of-1000": drawChange(largeChange(1000), options),
    "parallel-tasks": drawChange(fanChange(), options),
    "new-dag": drawChange(changeOf(null, newDag), options),
    "removed-dag": drawChange(changeOf(loop, null), options),
    "new-cycle": drawChange(changeOf(loop, looped), options),
    cycle: drawCycle(makeDag("loop", looped), ["refresh", "report"], options),
    dag: drawDag(orders, options),
    "empty-dag": drawDag(makeDag("empty"), options),
    "dag-graph": drawDagGraph([
      makeDag("crm"),
      orders,
      makeDag("finance", {
        externals: { wait_for_orders_daily_notify: ["orders_daily", "notify"], wait_for_DAG_erp: ["erp", null] },
      }),
      makeDag("marketing"),
    ]),
    "dag-graph-of-300": drawDagGraph(
      count(300).map((index) =>
        makeDag(`dag_${index}`, {
          externals: index > 4 ? { [`wait_for_DAG_dag_${index % 5}`]: [`dag_${index % 5}`, null] } : {},
        }),
      ),
    ),
  };
}
