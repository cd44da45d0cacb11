import type { Dag, Group, Link, OperatorRef, Task } from "../../src/model/dag.ts";
import { asPath, type Path } from "../../src/model/path.ts";
import type { Field, Value } from "../../src/model/value.ts";

/** Plain JavaScript data as a value of the model; a value stays what it is. */
export function value(data: unknown): Value {
  if (data === null || data === undefined) return { t: "null" };
  if (typeof data === "boolean") return { t: "bool", v: data };
  if (typeof data === "bigint") return { t: "int", v: data };
  if (typeof data === "number") return Number.isInteger(data) ? { t: "int", v: BigInt(data) } : { t: "float", v: data };
  if (typeof data === "string") return { t: "str", v: data };
  if (Array.isArray(data)) return { t: "list", v: data.map(value) };
  if (typeof data === "object" && "t" in data) return data as Value;
  return { t: "map", v: Object.entries(data).map(([key, part]) => [value(key), value(part)] as const) };
}

export const fields = (data: Record<string, unknown>): Field[] =>
  Object.entries(data).map(([key, part]) => ({ key, keySpan: null, value: value(part) }));

export const call = (fn: string, args: unknown[] = [], kwargs: Record<string, unknown> = {}): Value => ({
  t: "call",
  fn,
  args: args.map(value),
  kwargs: Object.entries(kwargs).map(([key, part]) => [key, value(part)] as const),
});

export function operator(path: string): OperatorRef {
  const dot = path.lastIndexOf(".");
  const local = path.startsWith("local:");
  return { module: path.slice(local ? 6 : 0, dot), name: path.slice(dot + 1), local, span: null };
}

export const span = (file: string, start = 0, end = 1) => ({ file: asPath(file), start, end });

export interface TaskInput {
  readonly id: string;
  readonly of: string;
  readonly group?: string;
  readonly gustyId?: string;
  readonly file?: string;
  readonly kind?: Task["kind"];
  readonly with?: Record<string, unknown>;
}

export function task(input: TaskInput): Task {
  return {
    id: input.id,
    gustyId: input.gustyId ?? input.id,
    group: input.group ?? null,
    kind: input.kind ?? "spec",
    operator: operator(input.of),
    arguments: fields(input.with ?? {}),
    dropped: [],
    operatorKnown: true,
    spec: input.file === undefined ? null : { file: asPath(input.file), taskId: input.id, idSpan: null, fields: [] },
    source: input.file === undefined ? null : span(input.file),
    broken: false,
  };
}

export function group(id: string, input: Partial<Group> & { readonly with?: Record<string, unknown> } = {}): Group {
  return {
    id,
    name: input.name ?? id,
    parent: input.parent ?? null,
    folder: input.folder ?? asPath(`dags/breakfast/${id}`),
    metadata: input.metadata ?? null,
    prefixGroupId: input.prefixGroupId ?? false,
    arguments: fields(input.with ?? {}),
  };
}

/** `a > b`: task b behind task a; names in brackets are groups. */
export function link(text: string, via: Link["via"] = "task"): Link {
  const [up = "", down = ""] = text.split(" > ");
  const node = (name: string) =>
    name.startsWith("[") ? { t: "group" as const, id: name.slice(1, -1) } : { t: "task" as const, id: name };
  return { up: node(up), down: node(down), via, from: null };
}

export function dag(input: Partial<Omit<Dag, "settings">> & { readonly settings?: Record<string, unknown> } = {}): Dag {
  const id = input.id ?? "breakfast";
  return {
    site: {
      id,
      folder: asPath(`dags/${id}`),
      declared: span("dags/dags.py"),
      by: "create_dag",
      entryPoint: asPath("dags/dags.py"),
      arguments: [],
    },
    id,
    airflow: 2,
    metadata: [],
    metadataFile: null,
    groups: [],
    tasks: [],
    links: [],
    edges: [],
    computed: null,
    externals: [],
    files: [],
    problems: [],
    outcome: "built",
    ...input,
    settings: fields(input.settings ?? {}),
  };
}

export const directory: Path = asPath("generated");
