import { expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { waitingRings } from "../../src/check/waiting-ring.ts";
import { drawDagGraph } from "../../src/draw/draw-dags.ts";
import { renderComment } from "../../src/report/comment.ts";
import { noLinks } from "../../src/report/links.ts";
import { renderText } from "../../src/report/text.ts";
import { reviewProjects } from "../../src/review.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { expectGolden } from "./golden.ts";

const ENTRY = `import os

from gusty import create_dag

here = os.path.dirname(__file__)
dags = [create_dag(os.path.join(here, name), latest_only=False) for name in ("sales", "finance", "mail")]
`;
const task = (more: string): string => `operator: airflow.operators.bash.BashOperator\nbash_command: run\n${more}`;

/** Two DAGs that wait for each other, if `ring`; and one that waits for the second. */
const project = (ring: boolean) =>
  readProject(
    memorySnapshot({
      "dags/dags.py": ENTRY,
      ...Object.fromEntries(
        ["sales", "finance", "mail"].map((dag) => [
          `dags/${dag}/METADATA.yml`,
          `schedule: "@daily"\nstart_date: !datetime [2024, 1, 1]\ndefault_args:\n  owner: team_${dag}\n`,
        ]),
      ),
      "dags/sales/load.yml": task(ring ? "external_dependencies:\n  - finance: close\n" : ""),
      "dags/sales/report.yml": task("dependencies: [load]\n"),
      "dags/finance/close.yml": task("external_dependencies:\n  - sales: report\n"),
      "dags/mail/send.yml": task("external_dependencies:\n  - finance: all\n"),
    }),
    { airflow: 2 },
  );

test("a ring of DAGs is drawn under its finding, with all that waits further down", async () => {
  const [base, head] = [await project(false), await project(true)];
  const review = reviewProjects(base, head);
  const comment = renderComment(review, { links: noLinks });
  expectGolden("ring-of-dags.md", comment);
  expect(comment).toContain("thick red arrow: cycle");
  expect(comment).toContain("through them also: `mail`");
  expect(renderText(review, { color: false, width: 100, unicode: true })).toContain("through them also: `mail`");
});

test("the graph between DAGs marks a ring, and only its arrows", async () => {
  const head = await project(true);
  const rings = waitingRings(head).map((ring) => ring.map(({ dag }) => dag.id).reverse());
  const { mermaid, legend } = drawDagGraph(head.dags, { rings });
  expect(mermaid.match(/==>/g)).toHaveLength(2);
  expect(mermaid.match(/-->/g)).toHaveLength(1);
  expect(legend.map(({ meaning }) => meaning)).toContain("cycle");
});
