import { waitingRings } from "../check/waiting-ring.ts";
import type { RingStep } from "../draw/ring-scene.ts";
import type { ReviewedFinding } from "../model/finding.ts";
import type { Review } from "../model/review.ts";
import { visibleLine } from "./visible.ts";

/** The rule whose findings are rings of DAGs. */
const RULE = "cross-dag-cycle";

/** DAGs that wait for each other, and the finding that says so. */
export interface DagRing {
  readonly finding: ReviewedFinding;
  readonly steps: readonly RingStep[];
}

/** The rings of DAGs of head that these findings are about, in the order of the findings. */
export function dagRings(review: Review, findings: readonly ReviewedFinding[]): readonly DagRing[] {
  const wanted = findings.filter(({ rule, state }) => rule === RULE && state !== "fixed");
  if (wanted.length === 0) return [];
  const rings = new Map(
    waitingRings(review.head).map((ring) => [
      ring
        .map(({ dag, sensor }) => `${dag.id}.${sensor.id}`)
        .sort()
        .join(","),
      ring.map(({ dag, sensor, external }) => ({ dag: dag.id, sensor: sensor.id, awaits: external })),
    ]),
  );
  return wanted.flatMap((finding) => {
    const steps = rings.get(finding.subject.key ?? "");
    return steps ? [{ finding, steps }] : [];
  });
}

/** `finance, sales`: the DAGs of a ring, each before the one that waits for it. */
export const ringTitle = (steps: readonly RingStep[]): string =>
  [...new Set(steps.map(({ dag }) => visibleLine(dag)).reverse())].join(", ");
