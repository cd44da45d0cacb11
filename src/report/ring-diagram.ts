import { waitingRings } from "../check/waiting-ring.ts";
import { drawDagRing } from "../draw/draw-dag-ring.ts";
import type { ReviewedFinding } from "../model/finding.ts";
import type { Review } from "../model/review.ts";
import { drawingMarkdown } from "./diagram.ts";

/** The rule whose findings are rings of DAGs. */
const RULE = "cross-dag-cycle";

/** The diagrams, as Markdown, of the rings of DAGs among these findings; each made when it is asked for. */
export function ringDiagrams(review: Review, findings: readonly ReviewedFinding[]): (() => string)[] {
  const wanted = new Set(findings.flatMap(({ rule, subject }) => (rule === RULE ? [subject.key] : [])));
  if (wanted.size === 0) return [];
  const { nodes, direction } = review.head.config.comment;
  return waitingRings(review.head)
    .filter((ring) =>
      wanted.has(
        ring
          .map(({ dag, sensor }) => `${dag.id}.${sensor.id}`)
          .sort()
          .join(","),
      ),
    )
    .map((ring) => () => {
      const steps = ring.map(({ dag, sensor, external }) => ({ dag: dag.id, sensor: sensor.id, awaits: external }));
      return drawingMarkdown(drawDagRing(steps, { nodes, direction }), "task");
    });
}
