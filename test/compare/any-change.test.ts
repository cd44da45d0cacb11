import fc from "fast-check";
import { expect, test } from "vitest";
import { compareProjects } from "../../src/compare/compare-projects.ts";
import { dagHash } from "../../src/compare/dag-hash.ts";
import type { Dag } from "../../src/model/dag.ts";
import { type DagOptions, makeDag, makeProject } from "../support/dag.ts";

const ids = ["a", "b", "c", "d"] as const;
const groups = ["g", "h"] as const;
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** Small DAGs, so that two of them are often nearly or wholly the same. */
const small: fc.Arbitrary<DagOptions> = fc
  .record({
    tasks: fc.dictionary(
      fc.constantFrom(...ids),
      fc.record({
        group: maybe(fc.constantFrom(...groups)),
        arguments: fc.dictionary(fc.constantFrom("retries", "sql"), fc.constantFrom(1, 2, "select 1"), { maxKeys: 2 }),
      }),
      { maxKeys: 4 },
    ),
    prefix: fc.boolean(),
    parent: maybe(fc.constant("g")),
    settings: fc.dictionary(fc.constantFrom("schedule", "tags"), fc.constantFrom("@daily", "x"), { maxKeys: 2 }),
    pairs: fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 3 }),
    links: fc.array(
      fc.tuple(fc.constantFrom("task:a", "group:g", "group:h"), fc.constantFrom("task:b", "group:g", "group:h")),
      { maxLength: 2 },
    ),
  })
  .map(({ tasks, prefix, parent, settings, pairs, links }) => ({
    tasks: Object.fromEntries(
      Object.entries(tasks).map(([id, { group, arguments: given }]) => [
        id,
        { arguments: given, ...(group === undefined ? {} : { group }) },
      ]),
    ),
    groups: { g: { prefix }, h: parent === undefined ? {} : { parent } },
    settings,
    pairs: pairs.filter(([up, down]) => up in tasks && down in tasks),
    links,
  }));

const compare = (base: Dag, head: Dag) => compareProjects(makeProject([base]), makeProject([head]))[0];

test("a DAG is unchanged exactly if its hash is", () => {
  fc.assert(
    fc.property(small, small, (one, two) => {
      const change = compare(makeDag("d", one), makeDag("d", two));
      expect(change?.kind === "unchanged").toBe(change?.hash.base === change?.hash.head);
    }),
    { seed: 21, numRuns: 500 },
  );
});

test("whatever differs is told: a change is never empty", () => {
  fc.assert(
    fc.property(small, small, (one, two) => {
      const change = compare(makeDag("d", one), makeDag("d", two));
      if (!change || change.kind === "unchanged") return;
      const lists = [...Object.values(change.tasks), ...Object.values(change.edges), change.settings];
      expect(lists.some((list) => list.length > 0)).toBe(true);
      expect(change.risk.length).toBeGreaterThan(0);
    }),
    { seed: 22, numRuns: 500 },
  );
});

test("the order of tasks, groups, edges and links makes no difference", () => {
  fc.assert(
    fc.property(small, (options) => {
      const dag = makeDag("d", options);
      const turned: Dag = {
        ...dag,
        tasks: [...dag.tasks].reverse(),
        groups: [...dag.groups].reverse(),
        edges: [...dag.edges].reverse(),
        links: [...dag.links].reverse(),
      };
      expect(compare(dag, turned)?.kind).toBe("unchanged");
      expect(dagHash(turned, new Map())).toBe(dagHash(dag, new Map()));
    }),
    { seed: 23, numRuns: 100 },
  );
});

test("every task is told once, and base's tasks come to head's by what is told", () => {
  fc.assert(
    fc.property(small, small, (one, two) => {
      const [base, head] = [makeDag("d", one), makeDag("d", two)];
      const tasks = compare(base, head)?.tasks;
      if (!tasks) throw new Error("no change");
      const left = new Set(base.tasks.map(({ id }) => id));
      for (const id of tasks.removed) expect(left.delete(id)).toBe(true);
      for (const { from, to } of tasks.renamed) {
        expect(left.delete(from)).toBe(true);
        left.add(to);
      }
      for (const id of tasks.added) left.add(id);
      expect([...left].sort()).toEqual(head.tasks.map(({ id }) => id).sort());
    }),
    { seed: 24, numRuns: 500 },
  );
});
