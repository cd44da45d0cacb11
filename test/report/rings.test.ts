import { expect, test } from "vitest";
import { waitingRings } from "../../src/check/waiting-ring.ts";
import { drawDagGraph } from "../../src/draw/draw-dags.ts";
import { renderComment } from "../../src/report/comment.ts";
import { buildPageData } from "../../src/report/html/build-page-data.ts";
import { renderHtml } from "../../src/report/html/render-html.ts";
import { noLinks } from "../../src/report/links.ts";
import { placesOf } from "../../src/report/positions.ts";
import { renderText } from "../../src/report/text.ts";
import { reviewProjects } from "../../src/review.ts";
import { ringProject } from "../support/ring-project.ts";
import { expectGolden } from "./golden.ts";

test("a ring of DAGs is drawn under its finding, with all that waits further down", async () => {
  const [base, head] = [await ringProject(false), await ringProject(true)];
  const review = reviewProjects(base, head);
  const comment = renderComment(review, { links: noLinks });
  expectGolden("ring-of-dags.md", comment);
  expect(comment).toContain("thick red arrow: cycle");
  expect(comment).toContain("through them also: `mail`");
  expect(renderText(review, { color: false, width: 100, unicode: true })).toContain("through them also: `mail`");
});

test("the graph between DAGs marks a ring, and only its arrows", async () => {
  const head = await ringProject(true);
  const rings = waitingRings(head).map((ring) => ring.map(({ dag }) => dag.id).reverse());
  const { mermaid, legend } = drawDagGraph(head.dags, { rings });
  expect(mermaid.match(/==>/g)).toHaveLength(2);
  expect(mermaid.match(/-->/g)).toHaveLength(1);
  expect(legend.map(({ meaning }) => meaning)).toContain("cycle");
});

test("the page has the ring by task, and marks it in the graph between DAGs", async () => {
  const review = reviewProjects(await ringProject(false), await ringProject(true));
  const { dags, between, rings } = buildPageData(review, placesOf(review));
  const [ring, ...others] = rings;
  expect([ring?.title, others]).toEqual(["sales, finance", []]);
  const names = (graph: typeof between) =>
    graph.edges.map(({ up, down, state }) => [graph.nodes[up]?.label, graph.nodes[down]?.label, state]);
  expect(ring && names(ring.graph).sort()).toEqual([
    ["close", "wait_for_finance_close", "ring"],
    ["report", "wait_for_sales_report", "ring"],
    ["wait_for_finance_close", "report", "ring"],
    ["wait_for_sales_report", "close", "ring"],
  ]);
  expect(ring?.graph.groups.map(({ label }) => label).sort()).toEqual(["finance", "sales"]);
  for (const { label, leads } of ring?.graph.nodes ?? []) {
    const tasks = dags[leads?.dag ?? -1]?.graph.nodes.map(({ task }) => task?.id);
    expect([tasks?.includes(label), leads?.task]).toEqual([true, label]);
  }
  expect(names(between)).toEqual(
    expect.arrayContaining([
      ["finance", "sales", "ring"],
      ["sales", "finance", "ring"],
      ["finance", "mail", "same"],
    ]),
  );
  expect(renderHtml(review)).toContain('<a class="to-graph" href="#ring=0">show the ring</a>');
});

test("without a ring nothing of it is said", async () => {
  const review = reviewProjects(await ringProject(true), await ringProject(false));
  expect(buildPageData(review, placesOf(review)).rings).toEqual([]);
  expect(renderHtml(review)).not.toContain("show the ring");
});
