import type { Project } from "../model/project.ts";
import { UserError } from "../snapshot/user-error.ts";
import { findSubject, type TraceSubject } from "../trace/find-subject.ts";
import { didYouMean } from "./pick-dags.ts";

/** What `DAG`, `DAG.TASK` or `DAG.TASK.KEY` names. Throws a `UserError` with the nearest name where there is nothing. */
export function findAsked(project: Project, name: string): TraceSubject {
  const found = findSubject(project, name);
  if (found.ok) return found.subject;
  if (found.names.length === 0) throw new UserError(`${found.message}: no gusty DAG was found here`);
  const near = found.near === null ? didYouMean(name, found.names) : `did you mean \`${found.near}\`?`;
  throw new UserError(`${found.message}: ${near}`);
}
