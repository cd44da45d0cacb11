import { expect, test } from "vitest";
import type { Project } from "../../src/model/project.ts";
import { findSubject, type TraceSubject } from "../../src/trace/find-subject.ts";
import type { Origin } from "../../src/trace/origin.ts";
import { whyBefore, whyOf } from "../../src/trace/why.ts";
import { bakery } from "./bakery.ts";

function subject(project: Project, name: string): TraceSubject {
  const found = findSubject(project, name);
  if (!found.ok) throw new Error(found.message);
  return found.subject;
}

/** An origin in short: whose text, below which key, of which group, at which line. */
function short(project: Project, { by, below, group, at }: Origin): string {
  const line = at === null ? "" : (project.texts.get(at.file) ?? "").slice(0, at.start).split("\n").length;
  return [by, below, group, at?.file.split("/").at(-1), line].filter((part) => part !== null && part !== "").join(" ");
}

async function origins(name: string): Promise<Record<string, readonly string[]>> {
  const project = await bakery();
  const { values } = whyOf(project, subject(project, name));
  return Object.fromEntries(
    values.map(({ key, origin, beats }) => [
      key,
      [origin, ...beats.map((one) => one.origin)].map((one) => short(project, one)),
    ]),
  );
}

test("a task's own value beats the DAG's METADATA.yml, which beats the call", async () => {
  expect((await origins("bakery.knead")).retries).toEqual([
    "task-file knead.yml 3",
    "metadata default_args METADATA.yml 3",
    "call default_args dags.py 12",
  ]);
});

test("a group's default_args beat those of the DAG", async () => {
  const found = await origins("bakery.oven.bake");
  expect(found.retries).toEqual([
    "metadata default_args oven METADATA.yml 2",
    "metadata default_args METADATA.yml 3",
    "call default_args dags.py 12",
  ]);
  expect(found.owner).toEqual(["call default_args dags.py 12"]);
});

test("a default argument that not every operator takes is said to be one", async () => {
  const project = await bakery();
  const { values } = whyOf(project, subject(project, "bakery.oven.heat"));
  const taken = values.map(({ key, ifTaken }) => [key, ifTaken]);
  expect(taken).toContainEqual(["sla_seconds", true]);
  expect(taken).toContainEqual(["owner", false]);
});

test("settings of a DAG: METADATA.yml beats the call, default_args key by key", async () => {
  const found = await origins("bakery");
  expect(found.schedule).toEqual(["metadata METADATA.yml 1", "call dags.py 9"]);
  expect(found.catchup).toEqual(["call dags.py 10"]);
  expect(found["default_args.retries"]).toEqual([
    "metadata default_args METADATA.yml 3",
    "call default_args dags.py 12",
  ]);
  expect(found["default_args.owner"]).toEqual(["call default_args dags.py 12"]);
});

test("a group's arguments come from task_group_defaults or its METADATA.yml", async () => {
  const found = await origins("bakery.oven");
  expect(found.tooltip).toEqual(["call task_group_defaults dags.py 13"]);
  expect(found.default_args).toEqual(["metadata oven METADATA.yml 1"]);
});

test("a sensor's arguments come from wait_for_defaults and from gusty, and it is known what it waits for", async () => {
  const project = await bakery();
  const why = whyOf(project, subject(project, "shop.wait_for_bakery_sell"));
  expect(why.waitsFor).toMatchObject({ dag: "bakery", task: "sell" });
  const found = await origins("shop.wait_for_bakery_sell");
  expect(found.timeout).toEqual(["call wait_for_defaults dags.py 14"]);
});

test("one key alone, and what gusty drops", async () => {
  expect(Object.keys(await origins("bakery.knead.retries"))).toEqual(["retries"]);
  expect(Object.keys(await origins("bakery.default_args"))).toContain("default_args.password");
  const project = await bakery();
  expect(whyOf(project, subject(project, "bakery.knead.colour")).dropped).toMatchObject([{ key: "colour" }]);
});

test("what sets each edge: a task's list, a group's, gusty's latest_only, an external dependency", async () => {
  const project = await bakery();
  const before = (name: string) =>
    whyOf(project, subject(project, name)).before.map(({ up, via }) => `${up.task} ${via}`);
  expect(before("bakery.oven.bake")).toEqual(["knead group", "oven.oven_heat task"]);
  expect(before("bakery.oven.heat")).toEqual(["knead group"]);
  expect(before("bakery.knead")).toEqual(["latest_only latest_only"]);
  expect(before("shop.open")).toContain("wait_for_bakery_sell external");
  expect(before("shop.wait_for_bakery_sell")).toContain("sell waits");
  expect(whyOf(project, subject(project, "bakery.sell")).upstream).toEqual([
    "knead",
    "oven.oven_bake",
    "oven.oven_heat",
    "latest_only",
  ]);
});

test("the shortest way from one task to another goes through other DAGs", async () => {
  const project = await bakery();
  const way = (from: string, to: string) => whyBefore(project, subject(project, from), subject(project, to));
  const there = way("bakery.oven.bake", "office.plan");
  expect(there.path?.map(({ down }) => `${down.dag}.${down.task}`)).toEqual([
    "bakery.sell",
    "shop.wait_for_bakery_sell",
    "shop.open",
    "office.wait_for_shop_open",
    "office.plan",
  ]);
  expect(way("office.plan", "bakery.sell")).toMatchObject({ path: null, reversed: true });
  expect(way("bakery.knead", "shop.count").path?.map(({ whole }) => whole)).toEqual([true, false]);
});

test("names: ids with dots, gusty's names, groups, keys, and the nearest where there is none", async () => {
  const project = await bakery({
    "dags/bakery.night/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: x\n",
  });
  const found = (name: string) => {
    const result = findSubject(project, name);
    return result.ok ? [result.subject.dag.id, result.subject.node?.id ?? null, result.subject.key] : result.near;
  };
  expect(found("bakery")).toEqual(["bakery", null, null]);
  expect(found("bakery.night.knead")).toEqual(["bakery.night", "knead", null]);
  expect(found("bakery.oven_bake")).toEqual(["bakery", "oven.oven_bake", null]);
  expect(found("bakery.oven.oven_bake")).toEqual(["bakery", "oven.oven_bake", null]);
  expect(found("bakery.oven")).toEqual(["bakery", "oven", null]);
  expect(found("bakery.oven.bake.retries")).toEqual(["bakery", "oven.oven_bake", "retries"]);
  expect(found("bakery.oven.tooltip")).toEqual(["bakery", "oven", "tooltip"]);
  expect(found("bakery.oven.grill")).toBe("bakery.oven");
  expect(found("bakery.default_args.owner")).toEqual(["bakery", null, "default_args.owner"]);
  expect(found("bakery.kneed")).toBe("bakery.knead");
  expect(found("bakry.knead")).toBe("bakery");
  expect(found("constructor")).toBe(null);
});
