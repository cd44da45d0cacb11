import { expect, test } from "vitest";
import { compareProjects } from "../../src/compare/compare-projects.ts";
import type { DagChange } from "../../src/model/change.ts";
import type { Task } from "../../src/model/dag.ts";
import { asPath } from "../../src/model/path.ts";
import { type DagOptions, makeDag, makeProject, makeTask } from "../support/dag.ts";

const sql = (text: string) => ({ arguments: { sql: text } });
const query = (table: string) =>
  `create or replace table clean.${table} as select id, amount, created_at from raw.${table} where amount > 0`;

const sales: DagOptions = {
  settings: { schedule: "0 2 * * *", default_args: { owner: "data", retries: 1 } },
  groups: { load: {} },
  tasks: {
    extract: {},
    load_orders: { group: "load", ...sql(query("orders")) },
    load_returns: { group: "load", ...sql(query("returns")) },
    clean: {},
    publish: {},
  },
  edges: ["extract > load_orders > clean > publish", "extract > load_returns > clean"],
};

function change(base: DagOptions | null, head: DagOptions | null): DagChange {
  const project = (options: DagOptions | null) => makeProject(options ? [makeDag("sales", options)] : []);
  const found = compareProjects(project(base), project(head));
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`expected one change, got ${found.length}`);
  return only;
}

test("the same DAG twice is unchanged, with equal hashes", () => {
  const found = change(sales, sales);
  expect(found.kind).toBe("unchanged");
  expect(found.hash.base).toBe(found.hash.head);
  expect(found.hash.base).not.toBeNull();
  expect(found.risk).toEqual([]);
});

test("a DAG of one version alone is added or removed, with all its tasks and edges", () => {
  const added = change(null, sales);
  expect(added).toMatchObject({ kind: "added", base: null, hash: { base: null } });
  expect(added.tasks.added).toHaveLength(5);
  expect(added.edges.added).toHaveLength(5);
  const removed = change(sales, null);
  expect(removed).toMatchObject({ kind: "removed", head: null, hash: { head: null } });
  expect(removed.tasks.removed).toHaveLength(5);
});

test("a task with the same content under another id is renamed, and its edges are no news", () => {
  const found = change(sales, {
    ...sales,
    tasks: {
      extract: {},
      load_orders: { group: "load", ...sql(query("orders")) },
      load_refunds: { group: "load", ...sql(query("returns")) },
      clean: {},
      publish: {},
    },
    edges: ["extract > load_orders > clean > publish", "extract > load_refunds > clean"],
  });
  expect(found.tasks).toMatchObject({
    added: [],
    removed: [],
    renamed: [{ from: "load_returns", to: "load_refunds" }],
    changed: [],
  });
  expect(found.tasks.renamed[0]?.likeness).toBeGreaterThan(0.9);
  expect(found.edges).toEqual({ added: [], removed: [] });
  expect(found.affected).toEqual(["clean", "publish"]);
  expect(found.risk).toEqual(["shape"]);
});

test("a renamed task that also changes is told by its new id", () => {
  const found = change(sales, {
    ...sales,
    tasks: { ...sales.tasks, load_returns: {}, load_refunds: { group: "load", ...sql(`${query("returns")} limit 5`) } },
    edges: ["extract > load_orders > clean > publish", "extract > load_refunds > clean"],
  });
  expect(found.tasks.renamed).toEqual([]);
  const renamed = change(
    { tasks: { old: sql(query("returns")) } },
    { tasks: { new: sql(`${query("returns")} limit 5`) } },
  );
  expect(renamed.tasks.renamed).toMatchObject([{ from: "old", to: "new" }]);
  expect(renamed.tasks.changed.map(({ id, fields }) => [id, fields.map(({ path }) => path)])).toEqual([
    ["new", ["sql"]],
  ]);
  expect(renamed.risk).toEqual(["shape", "code"]);
});

test("tasks with nothing in common are removed and added, not renamed", () => {
  const found = change(
    { tasks: { a: { operator: "x.A", arguments: { one: 1 } } } },
    { tasks: { b: { operator: "x.B", arguments: { two: 2 } } } },
  );
  expect(found.tasks).toMatchObject({ added: ["b"], removed: ["a"], renamed: [] });
});

test("empty tasks without edges are never called renamed", () => {
  const empty = { operator: "airflow.operators.empty.EmptyOperator" };
  const found = change({ tasks: { start: empty } }, { tasks: { start_here: empty } });
  expect(found.tasks.renamed).toEqual([]);
});

test("a task in another group is moved", () => {
  const found = change(sales, { ...sales, tasks: { ...sales.tasks, load_orders: sql(query("orders")) } });
  expect(found.tasks.moved).toEqual([{ id: "load_orders", from: "load", to: null }]);
  expect(found.tasks.changed).toEqual([]);
});

test("arguments and settings are compared key by key inside maps, lists as a whole", () => {
  const found = change(
    {
      settings: { schedule: "@daily", tags: ["a", "b"], default_args: { owner: "data", retries: 1 } },
      tasks: { a: { arguments: { env: { A: "1", B: "2" }, retries: 1 } } },
    },
    {
      settings: { schedule: "@hourly", tags: ["a"], default_args: { owner: "data", retries: 3 }, catchup: true },
      tasks: { a: { arguments: { env: { B: "3", A: "1" }, pool: "p" } } },
    },
  );
  expect(found.settings.map(({ path }) => path)).toEqual(["catchup", "default_args.retries", "schedule", "tags"]);
  expect(found.settings[0]).toEqual({ path: "catchup", from: null, to: { t: "bool", v: true } });
  expect(found.tasks.changed[0]?.fields.map(({ path }) => path)).toEqual(["env.B", "pool", "retries"]);
  expect(found.risk).toEqual(["schedule", "backfill", "arguments", "docs"]);
});

test("another operator is a change of code", () => {
  const found = change({ tasks: { a: {} } }, { tasks: { a: { operator: "local.foo.Foo" } } });
  expect(found.tasks.changed[0]?.fields.map(({ path }) => path)).toEqual(["operator"]);
  expect(found.risk).toEqual(["code"]);
});

test("added and removed edges are pairs of ids, and what comes after them is affected", () => {
  const found = change(
    { tasks: { a: {}, b: {}, c: {}, d: {} }, edges: ["a > b > c > d"] },
    { tasks: { a: {}, b: {}, c: {}, d: {} }, edges: ["a > b > d", "a > c > d"] },
  );
  expect(found.edges).toEqual({
    added: [
      ["b", "d"],
      ["a", "c"],
    ],
    removed: [["b", "c"]],
  });
  expect(found.affected).toEqual([]);
});

test("code counts as changed where the Python file differs in more than its header", () => {
  const file = asPath("dags/sales/a.py");
  const dag = makeDag("sales", {
    tasks: { a: { arguments: { python_callable: { value: { t: "run-file", file } } } } },
    files: [file],
  });
  const version = (text: string) => makeProject([dag], { [file]: text });
  const text = "# ---\n# retries: 1\n# ---\nprint(1)\n";
  const header = compareProjects(version(text), version(text.replace("1", "2")))[0];
  expect(header).toMatchObject({ kind: "unchanged", files: [file], tasks: { changed: [] } });
  const body = compareProjects(version(text), version(text.replace("print(1)", "print(2)")))[0];
  expect(body).toMatchObject({
    kind: "changed",
    risk: ["code"],
    tasks: { changed: [{ id: "a", fields: [], code: true }] },
  });
  expect(body?.hash.base).toBe(body?.hash.head);
});

test("a DAG in a new folder with the same content is unchanged, with its files listed", () => {
  const found = compareProjects(
    makeProject([makeDag("sales", { ...sales, files: ["dags/sales/clean.yml"] })], { "dags/sales/clean.yml": "x" }),
    makeProject([makeDag("sales", { ...sales, folder: "new/sales", files: ["new/sales/clean.yml"] })], {
      "new/sales/clean.yml": "x",
    }),
  );
  expect(found).toMatchObject([{ kind: "unchanged", files: ["dags/sales/clean.yml", "new/sales/clean.yml"] }]);
});

test("a DAG whose folder gets another name is renamed, and all who wait for it are affected", () => {
  const waiting = makeDag("finance", {
    externals: { wait_for_sales_clean: ["sales", "clean"] },
    tasks: { book: {} },
    edges: ["wait_for_sales_clean > book"],
  });
  const found = compareProjects(
    makeProject([makeDag("sales", sales), waiting]),
    makeProject([makeDag("turnover", sales), waiting]),
  );
  expect(found.map(({ id, kind }) => [id, kind])).toEqual([
    ["finance", "affected"],
    ["turnover", "renamed"],
  ]);
  expect(found[0]?.affected).toEqual(["wait_for_sales_clean", "book"]);
  expect(found[1]).toMatchObject({
    base: { id: "sales" },
    downstream: [{ dag: "finance", tasks: ["wait_for_sales_clean"] }],
  });
  expect(found[1]?.hash.base).toBe(found[1]?.hash.head);
});

test("a DAG that waits for a task is affected only if that task goes, or the schedule moves", () => {
  const waiting = makeDag("finance", { externals: { wait_for_sales_clean: ["sales", "clean"] }, tasks: { book: {} } });
  const kindWith = (head: DagOptions) =>
    compareProjects(
      makeProject([makeDag("sales", sales), waiting]),
      makeProject([makeDag("sales", head), waiting]),
    ).find(({ id }) => id === "finance")?.kind;
  expect(kindWith({ ...sales, tasks: { ...sales.tasks, extra: {} } })).toBe("unchanged");
  expect(kindWith({ ...sales, settings: { schedule: "@hourly" } })).toBe("affected");
  const { clean: _, ...rest } = sales.tasks ?? {};
  expect(kindWith({ ...sales, tasks: rest, edges: [] })).toBe("affected");
});

test("a task whose file breaks is changed, without invented fields", () => {
  const found = change(
    { tasks: { a: { arguments: { retries: 1 } } } },
    { tasks: { a: { broken: true } }, outcome: "fails" },
  );
  expect(found.tasks.changed).toEqual([{ id: "a", fields: [], code: false }]);
  expect(found.hash.head).toBeNull();
});

test("of two tasks with one id, the one whose file base has too is compared", () => {
  const file = (name: string) => ({ file: asPath(name), start: 0, end: 0 });
  const before = makeTask("taxes", { operator: "x.Sql", source: file("taxes.sql") });
  const twin = makeTask("taxes", { operator: "x.Bash", source: file("taxes.yml") });
  const version = (tasks: Task[]) => makeProject([{ ...makeDag("sales"), tasks }]);
  for (const tasks of [
    [before, twin],
    [twin, before],
  ]) {
    expect(compareProjects(version([before]), version(tasks))[0]?.tasks.changed).toEqual([]);
  }
});

test("groups are settings: their arguments, place and own edges, and groups without tasks", () => {
  const found = change(
    { groups: { a: {}, b: {}, gone: {} }, tasks: { t: { group: "a" }, u: { group: "b" } } },
    {
      groups: { a: { arguments: { tooltip: "x" } }, b: { parent: "a" }, empty: {} },
      tasks: { t: { group: "a" }, u: { group: "b" } },
      links: [["group:a", "group:b"]],
    },
  );
  expect(found.settings.map(({ path }) => path)).toEqual([
    "groups.a.downstream",
    "groups.a.tooltip",
    "groups.b.parent",
    "groups.b.upstream",
    "groups.empty",
    "groups.gone",
  ]);
  expect(found.risk).toEqual(["shape", "docs"]);
});

test("two DAGs with one id are compared folder by folder", () => {
  const project = (retries: number) =>
    makeProject([
      makeDag("sales", { folder: "one/sales", settings: { max_active_runs: 1 } }),
      makeDag("sales", { folder: "two/sales", settings: { max_active_runs: retries } }),
    ]);
  expect(compareProjects(project(2), project(3)).map(({ kind }) => kind)).toEqual(["unchanged", "changed"]);
});

test("a thousand renamed tasks are found by their content", () => {
  const many = (prefix: string): DagOptions => ({
    tasks: Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`${prefix}${index}`, sql(query(`t${index}`))]),
    ),
  });
  const found = change(many("old_"), many("new_"));
  expect(found.tasks.added).toEqual([]);
  expect(found.tasks.renamed).toContainEqual(expect.objectContaining({ from: "old_77", to: "new_77" }));
});
