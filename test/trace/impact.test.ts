import { expect, test } from "vitest";
import { findSubject } from "../../src/trace/find-subject.ts";
import { impactOf } from "../../src/trace/impact.ts";
import { bakery } from "./bakery.ts";

async function impact(name: string) {
  const project = await bakery();
  const found = findSubject(project, name);
  if (!found.ok) throw new Error(found.message);
  return impactOf(project, found.subject).dags;
}

test("what comes after a task, in other DAGs too, by how far they are", async () => {
  expect(await impact("bakery.oven.bake")).toEqual([
    { dag: "bakery", distance: 0, sensors: [], tasks: ["sell"] },
    {
      dag: "shop",
      distance: 1,
      sensors: [
        { sensor: "wait_for_DAG_bakery", dag: "bakery", task: null },
        { sensor: "wait_for_bakery_sell", dag: "bakery", task: "sell" },
      ],
      tasks: expect.arrayContaining(["count", "open", "wait_for_DAG_bakery", "wait_for_bakery_sell"]),
    },
    {
      dag: "office",
      distance: 2,
      sensors: [{ sensor: "wait_for_shop_open", dag: "shop", task: "open" }],
      tasks: expect.arrayContaining(["plan", "wait_for_shop_open"]),
    },
  ]);
});

test("a group and a whole DAG stand for their tasks, which are not listed themselves", async () => {
  expect((await impact("bakery.oven"))[0]).toMatchObject({ dag: "bakery", tasks: ["sell"] });
  expect((await impact("bakery"))[0]).toMatchObject({ dag: "bakery", tasks: [] });
});

test("a task that nothing comes after", async () => {
  expect(await impact("office.plan")).toEqual([{ dag: "office", distance: 0, sensors: [], tasks: [] }]);
});
