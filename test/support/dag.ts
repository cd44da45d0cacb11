import { defaultConfig } from "../../src/config/default-config.ts";
import type { Config } from "../../src/model/config.ts";
import type { Dag, Edge, External, Group, Link, NodeRef, Task } from "../../src/model/dag.ts";
import { asPath, type Path } from "../../src/model/path.ts";
import type { Project } from "../../src/model/project.ts";
import type { Field, Value } from "../../src/model/value.ts";

/** A Python value written as JavaScript: numbers without a fraction are ints; a `Value` stays what it is. */
export type Plain =
  | null
  | boolean
  | number
  | string
  | readonly Plain[]
  | { readonly [key: string]: Plain }
  | { readonly value: Value };

const isValue = (plain: object): plain is { readonly value: Value } => {
  const value: unknown = "value" in plain ? plain.value : null;
  return typeof value === "object" && value !== null && "t" in value;
};

/** `literal({ retries: 2 })`: a map with an int. `literal({ value: v })`: `v`. */
export function literal(plain: Plain): Value {
  if (plain === null) return { t: "null" };
  if (typeof plain === "boolean") return { t: "bool", v: plain };
  if (typeof plain === "string") return { t: "str", v: plain };
  if (typeof plain === "number") {
    return Number.isInteger(plain) ? { t: "int", v: BigInt(plain) } : { t: "float", v: plain };
  }
  if (Array.isArray(plain)) return { t: "list", v: plain.map(literal) };
  if (isValue(plain)) return plain.value;
  return { t: "map", v: Object.entries(plain).map(([key, value]) => [{ t: "str", v: key }, literal(value as Plain)]) };
}

/** Fields as written in a file, without places. */
export const fieldsOf = (plain: Readonly<Record<string, Plain>>): Field[] =>
  Object.entries(plain).map(([key, value]) => ({ key, keySpan: null, value: literal(value) }));

/** A call such as `call("datetime.timedelta", [], { minutes: 5 })`. */
export const call = (fn: string, args: readonly Plain[] = [], kwargs: Readonly<Record<string, Plain>> = {}): Value => ({
  t: "call",
  fn,
  args: args.map(literal),
  kwargs: Object.entries(kwargs).map(([key, value]) => [key, literal(value)]),
});

export interface TaskOptions {
  readonly group?: string;
  readonly kind?: Task["kind"];
  /** `module.Class`. */
  readonly operator?: string;
  readonly arguments?: Readonly<Record<string, Plain>>;
  readonly broken?: boolean;
  readonly source?: Task["source"];
}

/** A task by its Airflow id; a BashOperator without arguments unless told otherwise. */
export function makeTask(id: string, options: TaskOptions = {}): Task {
  const operator = options.operator ?? "airflow.providers.standard.operators.bash.BashOperator";
  const dot = operator.lastIndexOf(".");
  return {
    id,
    gustyId: id.slice(id.lastIndexOf(".") + 1),
    group: options.group ?? null,
    kind: options.kind ?? "spec",
    operator: options.broken
      ? null
      : { module: operator.slice(0, dot), name: operator.slice(dot + 1), local: false, span: null },
    arguments: fieldsOf(options.arguments ?? {}),
    dropped: [],
    operatorKnown: true,
    spec: null,
    source: options.source ?? null,
    broken: options.broken ?? false,
  };
}

export interface DagOptions {
  readonly folder?: string;
  readonly settings?: Readonly<Record<string, Plain>>;
  /** Each task by id: what it is. */
  readonly tasks?: Readonly<Record<string, TaskOptions>>;
  /** Each group by id, with its parent and what else differs. */
  readonly groups?: Readonly<
    Record<
      string,
      { readonly parent?: string; readonly prefix?: boolean; readonly arguments?: Readonly<Record<string, Plain>> }
    >
  >;
  /** `"a > b > c"`, one chain an entry. */
  readonly edges?: readonly string[];
  /** The same edges as pairs, for ids that hold ` > `. */
  readonly pairs?: readonly (readonly [string, string])[];
  /** Links with a group on either side: `["group:load", "task:publish"]`. */
  readonly links?: readonly (readonly [string, string])[];
  /** `wait_for_…` sensors: `{ wait_for_orders_load: ["orders", "load"] }`; they are also tasks of their own. */
  readonly externals?: Readonly<Record<string, readonly [string, string | null]>>;
  readonly files?: readonly string[];
  readonly outcome?: Dag["outcome"];
}

const nodeRef = (text: string): NodeRef => {
  const colon = text.indexOf(":");
  return { t: text.slice(0, colon) === "group" ? "group" : "task", id: text.slice(colon + 1) };
};

const chain = (text: string): Edge[] => {
  const ids = text.split(" > ");
  return ids.slice(1).map((down, index) => edge(ids[index] ?? "", down));
};

const edge = (up: string, down: string): Edge => ({ up, down, via: "task", from: null });

/** A DAG made by hand, built in full unless told otherwise. */
export function makeDag(id: string, options: DagOptions = {}): Dag {
  const folder = asPath(options.folder ?? `dags/${id}`);
  const entryPoint = asPath("dags/dags.py");
  const externals = Object.entries(options.externals ?? {}).map(
    ([sensor, [dag, task]]): External => ({ dag, task, sensor, uses: [] }),
  );
  const sensors = externals.map(({ sensor }) =>
    makeTask(sensor, {
      kind: "sensor",
      operator: "airflow.providers.standard.sensors.external_task.ExternalTaskSensor",
    }),
  );
  const links = (options.links ?? []).map(
    ([up, down]): Link => ({ up: nodeRef(up), down: nodeRef(down), via: "group", from: null }),
  );
  return {
    site: {
      id,
      folder,
      declared: { file: entryPoint, start: 0, end: 0 },
      by: "create_dag",
      entryPoint,
      arguments: [],
    },
    id,
    airflow: 3,
    computed: null,
    settings: fieldsOf(options.settings ?? {}),
    metadata: fieldsOf(options.settings ?? {}),
    metadataFile: null,
    groups: Object.entries(options.groups ?? {}).map(
      ([group, { parent = null, prefix = false, arguments: given = {} }]): Group => ({
        id: group,
        name: group.slice(group.lastIndexOf(".") + 1),
        parent,
        folder: asPath(`${folder}/${group}`),
        metadata: null,
        prefixGroupId: prefix,
        arguments: fieldsOf(given),
      }),
    ),
    tasks: [...sensors, ...Object.entries(options.tasks ?? {}).map(([task, what]) => makeTask(task, what))],
    links,
    edges: [...(options.edges ?? []).flatMap(chain), ...(options.pairs ?? []).map(([up, down]) => edge(up, down))],
    externals,
    files: (options.files ?? []).map(asPath),
    problems: [],
    outcome: options.outcome ?? "built",
  };
}

const config: Config = defaultConfig;

/** A version with these DAGs and the texts of these files. */
export function makeProject(dags: readonly Dag[], texts: Readonly<Record<string, string>> = {}): Project {
  return {
    commit: null,
    date: null,
    operatorFiles: new Map(),
    generatedIn: [asPath("generated")],
    config,
    versions: {
      airflow: { version: "3.3.2", from: null, disagreeing: [], major: 3 },
      gusty: { version: "0.23.1", from: null, disagreeing: [] },
    },
    discovery: {
      sites: dags.map((dag) => dag.site),
      undecided: [],
      entryPoints: [],
      overruled: [],
      plainDags: [],
      airflowHome: null,
      importRoots: [],
    },
    dags: [...dags].sort((a, b) => (a.id < b.id ? -1 : 1)),
    problems: [],
    texts: new Map(Object.entries(texts).map(([file, text]): [Path, string] => [asPath(file), text])),
  };
}
