import * as core from "@actions/core";
import type { Severity } from "../model/finding.ts";
import type { Review } from "../model/review.ts";
import { type Annotation, annotationsOf } from "../report/annotations.ts";
import type { BranchLines } from "./branch-lines.ts";
import { printable } from "./conclude.ts";
import type { CheckAnnotation } from "./write-check.ts";

/** GitHub shows at most ten annotations of each level for a step; one error is kept for the verdict. */
const SHOWN: Readonly<Record<Severity, number>> = { error: 9, warning: 10, notice: 10 };

const LEVELS = { error: "failure", warning: "warning", notice: "notice" } as const;

const WRITE = { error: core.error, warning: core.warning, notice: core.notice } as const;

/** The Checks API takes at most 64 KiB of message and 255 characters of title. */
const LONGEST_MESSAGE = 16_000;

/**
 * The annotations of a review with their lines in the pull request's own head commit, where GitHub shows them. One whose
 * file or line is not there is left out: the report has it.
 */
function onBranch(review: Review, lines: BranchLines): Annotation[] {
  return annotationsOf(review, lines.lineOf).flatMap((annotation): Annotation[] => {
    const start = lines.lineOf(annotation.path, annotation.startLine);
    const end = lines.lineOf(annotation.path, annotation.endLine);
    return start === null || end === null ? [] : [{ ...annotation, startLine: start, endLine: Math.max(start, end) }];
  });
}

/** For the Checks API. */
export function checkAnnotations(review: Review, lines: BranchLines): CheckAnnotation[] {
  return onBranch(review, lines).map((annotation) => ({
    path: annotation.path,
    start_line: annotation.startLine,
    end_line: annotation.endLine,
    ...columnsOf(annotation, (start, end) => ({ start_column: start, end_column: end })),
    annotation_level: LEVELS[annotation.level],
    title: annotation.title.slice(0, 255),
    message: annotation.message.slice(0, LONGEST_MESSAGE),
  }));
}

/**
 * Writes annotations as commands to the log, as many as GitHub shows. A file whose name the log cannot carry safely is named
 * in the message instead.
 */
export function annotateLog(review: Review, lines: BranchLines): void {
  const written: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  for (const annotation of onBranch(review, lines)) {
    written[annotation.level] += 1;
    if (written[annotation.level] > SHOWN[annotation.level]) continue;
    const message = annotation.message.slice(0, LONGEST_MESSAGE).split("\n").map(printable).join("\n");
    const { path, startLine, endLine, title } = annotation;
    if (printable(path) !== path) WRITE[annotation.level](`${printable(path)}:${startLine}: ${message}`, { title });
    else {
      const columns = columnsOf(annotation, (startColumn, endColumn) => ({ startColumn, endColumn }));
      WRITE[annotation.level](message, { title, file: path, startLine, endLine, ...columns });
    }
  }
}

function columnsOf<T>(annotation: Annotation, make: (start: number, end: number) => T): T | Record<string, never> {
  const { startColumn, endColumn, startLine, endLine } = annotation;
  return startColumn !== null && endColumn !== null && startLine === endLine ? make(startColumn, endColumn) : {};
}
