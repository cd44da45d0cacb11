import { alignDeployments, deploymentsOf } from "./build/deployments.ts";
import { checkProject } from "./check/check-project.ts";
import { judgeFindings } from "./check/judge.ts";
import { compareProjects } from "./compare/compare-projects.ts";
import { withMigrated } from "./compare/migrated.ts";
import { type Emitted, emitDag } from "./emit/emit-dag.ts";
import type { DagChange } from "./model/change.ts";
import type { Dag } from "./model/dag.ts";
import type { Acceptance, ReviewedFinding, Severity } from "./model/finding.ts";
import type { Project } from "./model/project.ts";
import type { GeneratedPair, Review } from "./model/review.ts";
import { VERSION } from "./model/tool-version.ts";

/**
 * The whole review of one change: what differs, what is wrong, and the generated Python of both versions. With `before`
 * `null` it looks at `after` alone. `acceptances` are of this pull request. Pure: the same input gives the same review.
 */
export function reviewProjects(
  before: Project | null,
  after: Project,
  acceptances: readonly Acceptance[] = [],
): Review {
  const [base, given] = before ? alignDeployments(before, after) : [null, after];
  const head = base ? withMigrated(base, given) : given;
  const changes = compareProjects(base ?? head, head);
  const findings = judgeFindings(base && checkProject(base, null), checkProject(head, base), {
    config: head.config,
    acceptances,
    touched: new Set(changes.flatMap((change) => change.files)),
    texts: { base: base?.texts ?? null, head: head.texts },
  });
  return {
    tool: { name: "windsock", version: VERSION },
    base,
    head,
    changes,
    findings,
    generated: changes.map((change) => generatedPair(change, base, head)),
    counts: countsOf(findings),
    conclusion: findings.some((finding) => finding.gates) ? "failure" : "success",
  };
}

function generatedPair(change: DagChange, base: Project | null, head: Project): GeneratedPair {
  const before = change.base && base && emitIn(base, change.base);
  const after = change.head && emitIn(head, change.head);
  return {
    dag: change.id,
    base: before?.ok ? before.file : null,
    head: after?.ok ? after.file : null,
    why: after && !after.ok ? after.why : before && !before.ok ? before.why : null,
  };
}

/** The generated Python of a DAG in its own deployment, under the id by which the review tells it. */
function emitIn(project: Project, dag: Dag): Emitted | null {
  for (const { config, dags, texts } of deploymentsOf(project)) {
    const own = dags.find(({ site }) => site === dag.site);
    if (own === undefined) continue;
    const emitted = emitDag(own, { directory: config.generated.directory, texts });
    return emitted.ok ? { ...emitted, file: { ...emitted.file, dag: dag.id } } : emitted;
  }
  return null;
}

function countsOf(findings: readonly ReviewedFinding[]): Review["counts"] {
  const present = findings.filter((finding) => finding.state !== "fixed");
  const count = (severity: Severity): number => present.filter((finding) => finding.severity === severity).length;
  return { error: count("error"), warning: count("warning"), notice: count("notice") };
}
