import { deploymentName } from "../build/deployments.ts";
import { reachOfDefault } from "../compare/default-args.ts";
import type { DagChange, FieldChange } from "../model/change.ts";
import type { ReviewedFinding } from "../model/finding.ts";
import type { Review } from "../model/review.ts";
import { type JsonValue, jsonValue } from "./json-value.ts";
import { maskMessage, maskPython } from "./mask.ts";
import { ownersOf } from "./owners.ts";
import { type Places, placesOf, sideOf } from "./positions.ts";

/**
 * The review as plain data, ready for `JSON.stringify`: version 1 of the format that `docs/schema/review-1.json`
 * describes. Secrets are hidden. `timing` is the caller's: it stays out of everything that is compared.
 */
export function reviewToJson(review: Review, timing?: { readonly totalMs: number }): Record<string, JsonValue> {
  const places = placesOf(review);
  return {
    version: 1,
    tool: { name: review.tool.name, version: review.tool.version },
    base: review.base && { commit: review.base.commit },
    head: { commit: review.head.commit },
    conclusion: review.conclusion,
    counts: { error: review.counts.error, warning: review.counts.warning, notice: review.counts.notice },
    findings: review.findings.map((finding) => findingJson(finding, places)),
    dags: review.changes.map((change) => dagJson(change, review, places)),
    unreadable: review.head.discovery.undecided
      .filter(({ hides }) => hides.what === "sites")
      .map(({ at, why }) => ({ file: at.file, line: places.at(at, "head").line, reason: maskMessage(why) })),
    ...(timing ? { timing: { totalMs: timing.totalMs } } : {}),
  };
}

function findingJson(finding: ReviewedFinding, places: Places): JsonValue {
  const side = sideOf(finding);
  const { file, line, column, endLine, endColumn } = places.at(finding.at, side);
  const { dag, task } = finding.subject;
  return {
    rule: finding.rule,
    severity: finding.severity,
    effect: finding.effect,
    message: maskMessage(finding.message),
    advice: finding.advice === null ? null : maskMessage(finding.advice),
    file,
    line,
    column,
    endLine,
    endColumn,
    dag: dag ?? null,
    task: task ?? null,
    stops: [...finding.stops],
    state: finding.state,
    gates: finding.gates,
    baseline: finding.baseline,
    accepted: finding.accepted && { by: finding.accepted.by, reason: maskMessage(finding.accepted.reason) },
    fingerprint: finding.fingerprint,
    related: finding.related.map(({ at, message }) => ({
      file: at.file,
      line: places.at(at, side).line,
      message: maskMessage(message),
    })),
    fix: finding.fix && {
      description: maskMessage(finding.fix.description),
      safe: finding.fix.safe,
      edits: finding.fix.edits.map(({ at, text }) => {
        const place = places.at(at, side);
        return {
          file: at.file,
          start: [place.line, place.column],
          end: [place.endLine, place.endColumn],
          text,
        };
      }),
      ...(finding.fix.renames ? { renames: finding.fix.renames.map(({ from, to }) => ({ from, to })) } : {}),
    },
  };
}

function dagJson(change: DagChange, review: Review, places: Places): JsonValue {
  const [project, side] = change.head || !review.base ? [review.head, "head" as const] : [review.base, "base" as const];
  const site = (change.head ?? change.base)?.site;
  const deployment = project.deployments?.find(({ dags }) => dags.some((dag) => dag.site === site));
  const { airflow, gusty } = (deployment ?? project).versions;
  const { added, removed, renamed, moved, changed } = change.tasks;
  return {
    id: change.id,
    deployment: deployment ? deploymentName(deployment) : null,
    path: site?.folder ?? "",
    airflow: airflow.version ?? String(airflow.major),
    gusty: gusty.none ? "none" : gusty.version,
    entryPoint: site ? { file: site.declared.file, line: places.at(site.declared, side).line } : null,
    change: change.kind,
    hash: { base: change.hash.base, head: change.hash.head },
    tasks: {
      added: [...added],
      removed: [...removed],
      renamed: renamed.map(({ from, to }) => [from, to]),
      moved: moved.map(({ id, from, to }) => ({ id, from, to })),
      changed: changed.map(({ id, fields, code }) => ({ id, fields: fields.map(fieldJson), code })),
    },
    edges: {
      added: change.edges.added.map((edge) => [...edge]),
      removed: change.edges.removed.map((edge) => [...edge]),
    },
    settings: change.settings.map((field) => settingJson(field, change.head)),
    operators: change.operators.map(({ operator, files, tasks }) => ({
      operator,
      files: [...files],
      tasks: [...tasks],
    })),
    backfill: change.backfill && { ...change.backfill },
    files: [...change.files],
    migrated: change.migrated,
    filesMoved: change.filesMoved.map((pair) => [...pair]),
    risk: [...change.risk],
    downstream: change.downstream.map(({ dag, tasks }) => {
      const waiting = review.head.dags.find(({ id }) => id === dag);
      return { dag, tasks: [...tasks], owners: waiting ? ownersOf(waiting) : [] };
    }),
    undecided: project.discovery.undecided.flatMap(({ at, expression, hides }) =>
      hides.what === "argument" && hides.folder === site?.folder
        ? [{ path: hides.path, expression: maskPython(expression), file: at.file, line: places.at(at, side).line }]
        : [],
    ),
  };
}

/** A default argument also says how many tasks it reaches; `null` where that is not known. */
const settingJson = (field: FieldChange, head: DagChange["head"]): JsonValue => ({
  ...fieldJson(field),
  ...(head && field.path.startsWith("default_args.") ? { reaches: reachOfDefault(head, field.path) } : {}),
});

/** `from` or `to` is missing where the field is not set on that side; `null` is Python's `None`. */
const fieldJson = ({ path, from, to }: FieldChange): { readonly [key: string]: JsonValue } => ({
  path,
  ...(from ? { from: jsonValue(from, path) } : {}),
  ...(to ? { to: jsonValue(to, path) } : {}),
});
