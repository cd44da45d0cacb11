import type { Severity } from "../model/finding.ts";
import type { Annotation } from "./annotations.ts";

/** GitHub shows at most 10 annotations of each level for a step ("Workflow commands", limits of annotations). */
const MOST = 10;

/** As `escapeData` of actions/toolkit, `packages/core/src/command.ts`. */
const escapeData = (text: string): string => text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");

/** As `escapeProperty` of actions/toolkit, `packages/core/src/command.ts`. */
const escapeProperty = (text: string): string => escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");

/** One annotation as a workflow command without a line end: `::error file=…,line=…::message`. */
export function workflowCommand(annotation: Annotation): string {
  const { path, startLine, endLine, startColumn, endColumn, level, title, message } = annotation;
  const properties: [string, string | number | null][] = [
    ["title", title],
    ["file", path],
    ["line", startLine],
    ["endLine", endLine],
    ["col", startColumn],
    ["endColumn", endColumn],
  ];
  const written = properties.flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${escapeProperty(String(value))}`],
  );
  return `::${level} ${written.join(",")}::${escapeData(message)}`;
}

/** Annotations as workflow commands, a line each: the first ten of each level, all that GitHub would show. */
export function workflowCommands(annotations: readonly Annotation[]): string {
  const left: Record<Severity, number> = { error: MOST, warning: MOST, notice: MOST };
  return annotations
    .filter(({ level }) => left[level]-- > 0)
    .map((annotation) => `${workflowCommand(annotation)}\n`)
    .join("");
}
