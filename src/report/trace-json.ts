import { operatorPath } from "../build/operators.ts";
import type { Project } from "../model/project.ts";
import type { Span } from "../model/span.ts";
import type { TraceSubject } from "../trace/find-subject.ts";
import type { Impact } from "../trace/impact.ts";
import type { TraceLink } from "../trace/links.ts";
import { type Origin, placeOf } from "../trace/origin.ts";
import type { Why, WhyBefore } from "../trace/why.ts";
import { ownersIn } from "./impact-words.ts";
import { type JsonValue, jsonValue } from "./json-value.ts";
import type { Places } from "./positions.ts";

type Json = { readonly [key: string]: JsonValue };

const subjectJson = ({ dag, node, key }: TraceSubject): Json => ({
  dag: dag.id,
  task: node?.t === "task" ? node.id : null,
  group: node?.t === "group" ? node.id : null,
  key,
});

const placeJson = (span: Span | null, places: Places): Json => {
  const place = span && places.at(span, "head");
  return { file: place?.file ?? null, line: place?.line ?? null };
};

const linkJson = ({ up, down, via, whole, from }: TraceLink, places: Places): Json => ({
  from: { dag: up.dag, task: whole ? null : up.task },
  to: { ...down },
  via,
  ...placeJson(from, places),
});

const originJson = ({ by, below, group, at }: Origin, places: Places): Json => ({
  by,
  below,
  group,
  ...placeJson(at, places),
});

/** Why something is as it is, as plain data: version 1, described in docs/command-line.md. Secrets are hidden. */
export function whyToJson(why: Why, places: Places): Json {
  return {
    version: 1,
    subject: subjectJson(why.subject),
    outcome: why.subject.dag.outcome,
    operator: why.task?.operator ? operatorPath(why.task.operator) : null,
    file: why.task?.spec?.file ?? why.group?.folder ?? why.subject.dag.site.folder,
    waitsFor: why.waitsFor && { dag: why.waitsFor.dag, task: why.waitsFor.task },
    values: why.values.map(({ key, value, origin, beats, ifTaken }) => ({
      key,
      value: jsonValue(value, key),
      from: originJson(origin, places),
      beats: beats.map((other) => ({ value: jsonValue(other.value, key), from: originJson(other.origin, places) })),
      ifTaken,
    })),
    dropped: why.dropped.map((field) => ({ key: field.key, ...placeJson(placeOf(field), places) })),
    before: why.before.map((link) => linkJson(link, places)),
    after: why.after.map((link) => linkJson(link, places)),
    upstream: [...why.upstream],
  };
}

/** How one comes before another, as plain data. */
export const whyBeforeToJson = ({ from, to, path, reversed }: WhyBefore, places: Places): Json => ({
  version: 1,
  from: subjectJson(from),
  to: subjectJson(to),
  path: path === null ? null : path.map((link) => linkJson(link, places)),
  reversed,
});

/** What lies downstream, as plain data. */
export const impactToJson = ({ subject, dags }: Impact, project: Project): Json => ({
  version: 1,
  subject: subjectJson(subject),
  dags: dags.map(({ dag, distance, tasks, sensors }) => ({
    dag,
    distance,
    owners: ownersIn(project, dag),
    sensors: sensors.map((sensor) => ({ ...sensor })),
    tasks: [...tasks],
  })),
});
