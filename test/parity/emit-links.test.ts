import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { emitDag } from "../../src/emit/emit-dag.ts";
import type { Dag, Link, NodeRef } from "../../src/model/dag.ts";
import { asPath } from "../../src/model/path.ts";
import { makeEnvironments } from "../../tools/python/make-environments.ts";
import { dag, group, task } from "../emit/dag-builder.ts";
import { type Job, runJudge, type World } from "./judge.ts";

const RUNS = Number(process.env.WINDSOCK_RUNS ?? 60);
const SEED = Number(process.env.WINDSOCK_SEED ?? 20260101);
const environments = makeEnvironments();

const EMPTY = {
  2: "airflow.operators.empty.EmptyOperator",
  3: "airflow.providers.standard.operators.empty.EmptyOperator",
};

/** DAGs with groups in groups, some without tasks, and links in any order, from the left to the right: almost all without a ring. */
const linked = (airflow: 2 | 3): fc.Arbitrary<Omit<Dag, "id">> =>
  fc
    .record({
      parents: fc.array(fc.nat(), { maxLength: 5 }),
      prefixes: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      tasks: fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 9 }),
      links: fc.array(fc.record({ up: fc.nat(), down: fc.nat(), ends: fc.nat({ max: 5 }) }), { maxLength: 14 }),
    })
    .map(({ parents, prefixes, tasks, links }) => {
      const groups = parents.map((choice, index) => ({
        name: `g${index}`,
        parent:
          index === 0
            ? null
            : ([null, ...parents.slice(0, index).map((_, at) => `g${at}`)][choice % (index + 1)] ?? null),
        prefixGroupId: prefixes[index] ?? false,
      }));
      const byName = new Map(groups.map((one) => [one.name, one]));
      const idOf = (name: string): string => {
        const parent = byName.get(byName.get(name)?.parent ?? "");
        return parent?.prefixGroupId ? `${idOf(parent.name)}.${name}` : name;
      };
      const placed = tasks
        .map((choice) => groups[choice] ?? null)
        .sort((a, b) => ((a?.name ?? "") < (b?.name ?? "") ? -1 : 1));
      const nodes = placed.map((owner, index) => ({
        owner,
        ...task({
          id: owner?.prefixGroupId ? `${idOf(owner.name)}.t${index}` : `t${index}`,
          gustyId: `t${index}`,
          of: EMPTY[airflow],
          ...(owner === null ? {} : { group: idOf(owner.name) }),
        }),
      }));
      const isIn = (owner: { readonly name: string } | null, name: string): boolean => {
        for (let at = owner?.name; at !== undefined; at = byName.get(at)?.parent ?? undefined)
          if (at === name) return true;
        return false;
      };
      const nodeOf = (index: number, asGroup: boolean): NodeRef => {
        const node = nodes[index];
        return asGroup && node?.group ? { t: "group", id: node.group } : { t: "task", id: node?.id ?? "" };
      };
      const empty = groups.filter(({ name }) => !nodes.some(({ owner }) => isIn(owner, name)));
      const found: Link[] = links.flatMap(({ up, down, ends }): Link[] => {
        const [first = 0, second = 0] = [up % nodes.length, down % nodes.length].sort((a, b) => a - b);
        const spare = empty[up % Math.max(empty.length, 1)];
        if (ends === 5 && spare !== undefined) {
          return [{ up: { t: "group", id: idOf(spare.name) }, down: nodeOf(second, false), via: "task", from: null }];
        }
        if (first === second) return [];
        return [
          { up: nodeOf(first, ends % 2 === 1), down: nodeOf(second, ends >= 2 && ends < 4), via: "task", from: null },
        ];
      });
      // A group beside itself or within another end would be a cycle, or not what gusty can write.
      const apart = ({ up: { t, id }, down }: Link): boolean =>
        (t === "task" && down.t === "task") || !(overlaps(id, down) || overlaps(down.id, { t, id }));
      const overlaps = (id: string, other: NodeRef): boolean => {
        const name = groups.find((one) => idOf(one.name) === id)?.name;
        if (name === undefined) return false;
        if (other.t === "group") return isIn(groups.find((one) => idOf(one.name) === other.id) ?? null, name);
        return isIn(nodes.find((one) => one.id === other.id)?.owner ?? null, name);
      };
      return dag({
        airflow,
        settings: { schedule: null },
        groups: groups.map(({ name, parent, prefixGroupId }) =>
          group(idOf(name), { name, parent: parent === null ? null : idOf(parent), prefixGroupId }),
        ),
        tasks: nodes.map(({ owner: _, ...node }) => node),
        links: found.filter(apart),
      });
    });

/** The same DAG by the calls that gusty makes (`gusty/building.py`). */
function asGusty(built: Dag): string {
  const name = (prefix: string, id: string): string => `${prefix}_${id.replaceAll(".", "_")}`;
  const node = ({ t, id }: NodeRef): string => name(t, id);
  const operator = EMPTY[built.airflow].split(".").slice(0, -1).join(".");
  return [
    "from airflow.models import DAG",
    "from airflow.utils.task_group import TaskGroup",
    `from ${operator} import EmptyOperator`,
    `dag = DAG("${built.id}", schedule=None)`,
    ...built.groups.map(({ id, name: own, parent, prefixGroupId }) => {
      const above = parent === null ? "" : `, parent_group=${name("group", parent)}`;
      const prefix = prefixGroupId ? "True" : "False";
      return `${name("group", id)} = TaskGroup(group_id="${own}", prefix_group_id=${prefix}, dag=dag${above})`;
    }),
    ...built.tasks.map(({ id, gustyId, group: owner }) => {
      const within = owner === null ? "" : `, task_group=${name("group", owner)}`;
      return `${name("task", id)} = EmptyOperator(task_id="${gustyId}", dag=dag${within})`;
    }),
    ...built.links.map(({ up, down }) => `${node(down)}.set_upstream(${node(up)})`),
  ].join("\n");
}

function asGenerated(built: Dag): string {
  const emitted = emitDag(built, { directory: asPath("generated"), texts: new Map() });
  if (!emitted.ok) throw new Error(emitted.why);
  return emitted.file.text;
}

const errorsOf = (world: World | undefined): string[] => Object.values(world?.errors ?? {}).sort();

test.each([2, 3] as const)("links give the DAG of gusty's own calls on Airflow %i", async (airflow) => {
  const { airflow2, airflow3 } = await environments;
  const root = mkdtempSync(join(tmpdir(), "windsock-links-"));
  try {
    const samples = fc
      .sample(linked(airflow), { numRuns: RUNS, seed: SEED })
      .map((built, index): Dag => ({ ...built, id: `d${index}` }));
    const write = (folder: string, name: string, text: string): string => {
      mkdirSync(join(root, folder), { recursive: true });
      writeFileSync(join(root, folder, name), text);
      return join(root, folder, name);
    };
    const job = (folder: string, print: (built: Dag) => string): Job => ({
      root,
      home: root,
      files: samples.map((built) => write(folder, `${built.id}.py`, print(built))),
      declared: null,
      folders: [],
      gusty: false,
    });
    const python = airflow === 2 ? airflow2 : airflow3;
    const [wanted, got] = await runJudge(python, [job("gusty", asGusty), job("generated", asGenerated)]);
    // A group among its own tasks can close a ring: then Airflow refuses both.
    expect(errorsOf(got)).toEqual(errorsOf(wanted));
    expect(Object.keys(wanted?.dags ?? {}).length).toBeGreaterThan(samples.length * 0.9);
    for (const built of samples) expect(got?.dags[built.id], asGusty(built)).toEqual(wanted?.dags[built.id]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
