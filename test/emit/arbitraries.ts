import fc from "fast-check";
import type { Dag } from "../../src/model/dag.ts";
import { asPath } from "../../src/model/path.ts";
import type { Value } from "../../src/model/value.ts";
import { call, dag, group, link, span, task } from "./dag-builder.ts";

const words = fc
  .array(
    fc.constantFrom(
      "select",
      "from",
      "where",
      "it's",
      '"x"',
      "{{ ds }}",
      "\\d+",
      "été",
      "日本",
      "a".repeat(70),
      "✅",
      "\u202e",
    ),
    {
      maxLength: 40,
    },
  )
  .map((list) => list.join(" "));

const strings = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(..."ab '\"\\\n\t{}#日é"), maxLength: 250 }),
  words,
  fc.array(words, { maxLength: 6 }).map((lines) => lines.join("\n")),
  fc.array(words, { maxLength: 6 }).map((lines) => `${lines.join("\n")}\n`),
);

const pad = (number: number): string => String(number).padStart(2, "0");
const dates = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}`);

const plainLeaf: fc.Arbitrary<Value> = fc.oneof(
  fc.constant<Value>({ t: "null" }),
  fc.boolean().map((v): Value => ({ t: "bool", v })),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map((v): Value => ({ t: "int", v })),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((v): Value => ({ t: "float", v })),
  strings.map((v): Value => ({ t: "str", v })),
  fc.uint8Array({ maxLength: 120 }).map((v): Value => ({ t: "bytes", v })),
);

const leaf: fc.Arbitrary<Value> = fc.oneof(
  { weight: 6, arbitrary: plainLeaf },
  { weight: 1, arbitrary: dates.map((v): Value => ({ t: "date", v })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        dates,
        fc.constantFrom("T10:00:00", "T23:59:59.000120", "T01:02:03+02:00", "T01:02:03-05:30", "T00:00:00Z"),
      )
      .map(([date, time]): Value => ({ t: "datetime", v: date + time })),
  },
  fc.integer({ min: 1, max: 90 }).map((minutes) => call("datetime.timedelta", [], { minutes })),
  fc.integer({ min: -3, max: 90 }).map((days) => call("gusty.utils.days_ago", [days])),
  strings.map((name) => call("absql.functions.env_var", [name, "other"])),
  fc.constant(call("absql.functions.env_switch", ["x"], { prod: 1, "a-b": 2 })),
  fc.constant(call("absql.functions.previous_hour", [], { hours: 2 })),
  fc.constantFrom<Value>(
    { t: "name", path: "airflow.utils.trigger_rule.TriggerRule.ALL_DONE" },
    { t: "name", path: "include.macros.ref" },
    { t: "name", path: "other.macros.ref" },
    { t: "file-path", file: asPath(`dags/${"long/".repeat(18)}x.sql`) },
    { t: "run-file", file: asPath("dags/breakfast/run.py") },
    { t: "function", file: asPath("dags/breakfast/toast.py"), name: "main" },
    {
      t: "function",
      file: asPath("dags/breakfast/jam.py"),
      name: "main",
      partial: [["flavour", { t: "str", v: "plum" }]],
    },
    { t: "absql-runner" },
    {
      t: "expr",
      source: "notify('slack',  retries = 2)",
      needs: [span("dags/dags.py", 0, 24)],
      free: [],
      why: "a function",
    },
    {
      t: "expr",
      source: "lambda  context : notify( context )",
      needs: [span("dags/dags.py", 0, 24)],
      free: [],
      why: "a function",
    },
  ),
);

const nested = (leaves: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.letrec<{ value: Value; key: Value }>((tie) => ({
    key: fc.oneof(strings, fc.constantFrom("owner", "retries")).map((v): Value => ({ t: "str", v: v.slice(0, 40) })),
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 5, arbitrary: leaves },
      { weight: 1, arbitrary: fc.array(tie("value"), { maxLength: 5 }).map((v): Value => ({ t: "list", v })) },
      { weight: 1, arbitrary: fc.array(tie("value"), { maxLength: 3 }).map((v): Value => ({ t: "tuple", v })) },
      { weight: 1, arbitrary: fc.array(tie("key"), { maxLength: 4 }).map((v): Value => ({ t: "set", v })) },
      {
        weight: 1,
        arbitrary: fc
          .uniqueArray(fc.tuple(tie("key"), tie("value")), {
            maxLength: 5,
            selector: ([key]) => (key.t === "str" ? key.v : ""),
          })
          .map((v): Value => ({ t: "map", v })),
      },
    ),
  })).value;

/** Values that `ast.literal_eval` can read. */
export const plainValues = nested(plainLeaf);

/** Values of every kind. */
export const values = nested(leaf);

const ids = fc.constantFrom(
  "a",
  "b_1",
  "load-orders",
  "class",
  "date",
  "7up",
  "os",
  "ROOT",
  "x.y",
  "latest_only",
  "dag",
  `long_${"x".repeat(60)}`,
);
const keys = fc.constantFrom("sql", "bash_command", "env", "retries", "a-b", "class", "on_failure_callback");

/** DAGs as no gusty would build them, but of every shape that the printer may meet. */
export const dags: fc.Arbitrary<Dag> = fc
  .record({
    airflow: fc.constantFrom<2 | 3>(2, 3),
    settings: fc.dictionary(keys, values, { maxKeys: 4 }),
    groups: fc.uniqueArray(ids, { maxLength: 3 }),
    tasks: fc.uniqueArray(
      fc.record({
        id: ids,
        of: fc.constantFrom(
          "airflow.operators.bash.BashOperator",
          "include.operators.BashOperator",
          "local:my_operator.MyOperator",
          `airflow.${"very_long_".repeat(7)}.LongOperator`,
        ),
        with: fc.dictionary(keys, values, { maxKeys: 4 }),
        inside: fc.nat({ max: 3 }),
      }),
      { selector: ({ id }) => id, maxLength: 8 },
    ),
    links: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 20 }),
  })
  .map(({ airflow, settings, groups, tasks, links }) => {
    const order = (name: string | null): number => groups.findIndex((id) => `${id}_group` === name);
    const nodes = [...tasks.map(({ id }) => id), ...groups.map((id) => `[${id}_group]`)];
    return dag({
      airflow,
      settings,
      groups: groups.map((id, index) =>
        group(`${id}_group`, { name: id, parent: index === 2 ? `${groups[1] ?? ""}_group` : null }),
      ),
      tasks: tasks
        .map(({ inside, ...input }) => {
          const name = groups[inside];
          return task({
            ...input,
            file: `dags/breakfast/${input.id}.yml`,
            ...(name === undefined ? {} : { group: `${name}_group` }),
          });
        })
        .sort((left, right) => order(left.group) - order(right.group)),
      links:
        nodes.length === 0
          ? []
          : links.map(([up, down]) => link(`${nodes[up % nodes.length]} > ${nodes[down % nodes.length]}`)),
    });
  });

export const ownText = "from slack import notify\n\n\nX = 1\n";
