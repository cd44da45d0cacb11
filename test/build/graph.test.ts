import { describe, expect, test } from "vitest";
import {
  addGroup,
  addTask,
  downstreamTasks,
  emptyGraph,
  type Graph,
  setUpstream,
  upstreamTasks,
} from "../../src/build/graph.ts";
import type { NodeRef } from "../../src/model/dag.ts";

const task = (id: string): NodeRef => ({ t: "task", id });
const group = (id: string): NodeRef => ({ t: "group", id });

function graphOf(tasks: Readonly<Record<string, readonly string[]>>, groups: readonly string[]): Graph {
  const graph = emptyGraph();
  for (const id of groups) addGroup(graph, id);
  for (const [id, around] of Object.entries(tasks)) addTask(graph, id, around);
  return graph;
}

const link = (graph: Graph, up: NodeRef, down: NodeRef): void =>
  setUpstream(graph, { up, down, via: "task", from: null });
const edges = (graph: Graph): string[] => graph.edges.map((edge) => `${edge.up}>${edge.down}`);

describe("setting edges as Airflow does", () => {
  test("a group behind a task: the task goes before every task that is first inside at that moment", () => {
    const graph = graphOf({ start: [], a: ["g"], b: ["g"] }, ["g"]);
    link(graph, task("a"), task("b"));
    link(graph, task("start"), group("g"));
    expect(edges(graph)).toEqual(["a>b", "start>a"]);
  });

  test("before any edge inside, every task of the group is first, nested ones too", () => {
    const graph = graphOf({ start: [], a: ["g"], deep: ["h", "g"] }, ["g", "h"]);
    link(graph, task("start"), group("g"));
    link(graph, task("a"), task("deep"));
    expect(edges(graph)).toEqual(["start>a", "start>deep", "a>deep"]);
  });

  test("a task behind a group waits for the tasks that are last inside", () => {
    const graph = graphOf({ a: ["g"], b: ["g"], end: [] }, ["g"]);
    link(graph, task("a"), task("b"));
    link(graph, group("g"), task("end"));
    expect(edges(graph)).toEqual(["a>b", "b>end"]);
  });

  test("a group behind a group: all last ones before all first ones, and the group knows its upper group", () => {
    const graph = graphOf({ a: ["g"], b: ["g"], c: ["h"], d: ["h"] }, ["g", "h"]);
    link(graph, group("g"), group("h"));
    expect(edges(graph)).toEqual(["a>c", "b>c", "a>d", "b>d"]);
    expect([...(graph.groups.get("h")?.upGroups ?? [])]).toEqual(["g"]);
    expect([...upstreamTasks(graph, group("h"))]).toEqual([]);
    expect([...downstreamTasks(graph, group("g"))]).toEqual(["c", "d"]);
  });

  test("a group's own sets hold what was set on the group, not what its tasks have", () => {
    const graph = graphOf({ start: [], a: ["g"] }, ["g"]);
    link(graph, task("start"), task("a"));
    expect([...upstreamTasks(graph, group("g"))]).toEqual([]);
    link(graph, task("start"), group("g"));
    expect([...upstreamTasks(graph, group("g"))]).toEqual(["start"]);
  });

  test("an edge is kept once, with the place that set it first, and every link is kept", () => {
    const graph = graphOf({ a: [], b: [] }, []);
    link(graph, task("a"), task("b"));
    link(graph, task("a"), task("b"));
    expect(edges(graph)).toEqual(["a>b"]);
    expect(graph.links).toHaveLength(2);
  });

  test("a task may wait for itself: Airflow refuses it later, as a cycle", () => {
    const graph = graphOf({ a: [] }, []);
    link(graph, task("a"), task("a"));
    expect(edges(graph)).toEqual(["a>a"]);
  });
});
