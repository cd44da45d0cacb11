import { asPath } from "../../src/model/path.ts";
import type { Content } from "../../src/model/snapshot.ts";
import type { Field } from "../../src/model/value.ts";
import { parseMetadata } from "../../src/parse/metadata-file.ts";
import type { ParseOptions } from "../../src/parse/parse-options.ts";
import { parseTaskFile } from "../../src/parse/task-file.ts";
import { plain } from "../yaml/reading.ts";

export const options: ParseOptions = { airflow: 3, gusty: "0.23.1", constructors: new Map() };

export const contentOf = (text: string): Content => ({ ok: true, bytes: new TextEncoder().encode(text) });

export const parse = (name: string, text: string, some: Partial<ParseOptions> = {}) =>
  parseTaskFile(asPath(`dags/a/${name}`), contentOf(text), { ...options, ...some });

export const metadata = (text: string) => parseMetadata(asPath("dags/a/METADATA.yml"), contentOf(text), options);

/** Fields in their order, without places. */
export const plainFields = (fields: readonly Field[]): [string, unknown][] =>
  fields.map(({ key, value }) => [key, plain(value.span ? withoutSpan(value) : value)]);

function withoutSpan<T extends { span?: unknown }>(value: T): T {
  const { span: _, ...rest } = value;
  return rest as T;
}

/** The tasks of a file: ids and fields, or its problems in short. */
export function tasksOf(name: string, text: string, some: Partial<ParseOptions> = {}): unknown {
  const { specs, problems } = parse(name, text, some);
  if (problems.length > 0) return problems.map(shortly(text));
  return specs.map(({ taskId, fields }) => [taskId, Object.fromEntries(plainFields(fields))]);
}

/** A problem's kind, the text at its place, and its words. */
export const shortly =
  (text: string) =>
  (problem: ReturnType<typeof parse>["problems"][number]): unknown[] => [
    problem.kind,
    text.slice(problem.at.start, problem.at.end),
    "detail" in problem ? problem.detail : "because" in problem ? problem.because : "",
  ];
