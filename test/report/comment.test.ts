import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DagChange } from "../../src/model/change.ts";
import type { Review } from "../../src/model/review.ts";
import { renderComment } from "../../src/report/comment.ts";
import { type Links, noLinks } from "../../src/report/links.ts";
import { renderSummary } from "../../src/report/summary.ts";
import { detailsBalance, nodesOf, openFences, parseMarkdown, smuggled, smuggledIn } from "./github-markdown.ts";
import { expectGolden } from "./golden.ts";
import { randomReview, runs, SECRET } from "./random-review.ts";
import { sampleLinks, sampleReview } from "./sample-review.ts";

const isOwn = (address: string): boolean =>
  address.startsWith("https://github.com/acme/flows/") || address.startsWith("https://windsock.example/docs/rules/");

const run = "https://github.com/acme/flows/actions/runs/1";
const artifacts = [
  { label: "HTML", url: `${run}/artifacts/7` },
  { label: "JSON", url: `${run}/artifacts/8` },
];

const limit = fc.oneof(fc.constantFrom(900, 65_536), fc.integer({ min: 900, max: 20_000 }));

describe("the comment", () => {
  for (const size of [900, 10_000, 65_536]) {
    test(`of the sample in ${size} characters`, () => {
      const comment = renderComment(sampleReview(), { limit: size, links: sampleLinks });
      expect(comment.length).toBeLessThanOrEqual(size);
      expectGolden(`comment-${size}.md`, comment);
    });
  }

  test("never exceeds its limit, is balanced, lets nothing through, and is the same twice", {
    timeout: 600_000,
  }, () => {
    fc.assert(
      fc.property(randomReview(), limit, (review, size) => {
        const since = [{ reviewers: ["ada"], commit: "a1b2c3d4e5", review }];
        const options = { limit: size, links: { ...sampleLinks, artifacts }, conversation: { since } };
        const comment = renderComment(review, options);
        expect(comment.length).toBeLessThanOrEqual(size);
        const root = parseMarkdown(comment);
        const { opened, closed } = detailsBalance(root);
        expect(opened).toBe(closed);
        expect(openFences(root, comment)).toEqual([]);
        expect(nodesOf(root).filter((node) => node.type === "code" && node.lang === "mermaid").length).toBeLessThan(9);
        expect(smuggledIn(root, isOwn)).toEqual([]);
        expect(comment).not.toContain(SECRET);
        expect(renderComment(structuredClone(review), options)).toBe(comment);
      }),
      runs(40),
    );
  });
});

/** The sample with its first finding accepted. */
function withAccepted(): Review {
  const review = sampleReview();
  const accepted = { by: "ada", reason: "the load is late *this* week, @team" };
  return {
    ...review,
    findings: review.findings.map((one, at) => (at === 0 ? { ...one, accepted, gates: false } : one)),
  };
}

test("the bot's comment: what was accepted and by whom, what is new to reviewers, and fingerprints for commands", () => {
  const review = withAccepted();
  const since = [
    { reviewers: ["ada", "bob"], commit: "1111111222", review: sampleReview() },
    { reviewers: ["eve"], commit: "3333333444", review: null },
  ];
  const comment = renderComment(review, { links: sampleLinks, conversation: { since } });
  expectGolden("comment-bot.md", comment);
  expect(smuggled(comment, isOwn)).toEqual([]);
});

test("addresses of any length do not break the smallest comment", () => {
  const long = `https://windsock.example/docs/rules/${"x".repeat(2000)}`;
  const links: Links = { file: () => long, rule: () => long, report: long, artifacts: [{ label: "HTML", url: long }] };
  const comment = renderComment(sampleReview(), { limit: 900, links });
  expect(comment.length).toBeLessThanOrEqual(900);
  expect(comment).toContain("Left out for length: 2 findings");
  expect(comment).toContain("<sub>Windsock 0.1.0");
});

test("the report's files are linked to in the footer, and the page in the note of what was left out", () => {
  const links = { ...sampleLinks, artifacts };
  const whole = renderComment(sampleReview(), { links });
  expect(whole).toContain(
    `<a href="${run}">full report</a> (<a href="${run}/artifacts/7">HTML</a>, <a href="${run}/artifacts/8">JSON</a>)`,
  );
  expect(renderComment(sampleReview(), { limit: 1500, links })).toContain(`See the [full report](${run}/artifacts/7).`);
});

test("of many DAGs the first that tells what changes is open, not one of which nothing is known", () => {
  const [first] = sampleReview().changes.filter(({ kind }) => kind === "changed");
  if (!first) throw new Error("the sample has a changed DAG");
  const named = (id: string, risk: DagChange["risk"]): DagChange => ({ ...first, id, risk });
  const changes = [named("a", []), named("b", ["shape"]), named("c", ["shape"])];
  const comment = renderComment({ ...sampleReview(), changes, findings: [] }, { links: noLinks });
  const sections = [...comment.matchAll(/<details( open)?><summary><b><code>(.*?)<\/code>/g)];
  expect(sections.map(([, open, id]) => [id, open !== undefined])).toEqual([
    ["a", false],
    ["b", true],
    ["c", false],
  ]);
});

test("several configurations are told apart in the first line", () => {
  const comment = renderComment(sampleReview(), { links: noLinks, instance: "prod" });
  expect(comment.split("\n")[0]).toBe(
    "### ✖ `prod`: 2 errors · merging would stop `sales` and lose 1 dependency · `a1b2c3d`",
  );
});

/** The number that the comment says it left out of one kind. */
const leftOut = (comment: string, kind: RegExp): number => {
  const note = comment.split("\n").find((line) => line.startsWith("Left out for length")) ?? "";
  return Number(new RegExp(`(\\d+) (?:${kind.source})`).exec(note)?.[1] ?? 0);
};

/** The sample with many findings and many changed DAGs. */
function manyOf(findings: number, warnings: number, dags: number): Review {
  const sample = sampleReview();
  const [error, warning] = [sample.findings[1], sample.findings[2]];
  const changed = sample.changes.find(({ id }) => id === "orders_daily");
  const python = sample.generated.find(({ dag }) => dag === "orders_daily");
  if (!error || !warning || !changed || !python) throw new Error("The sample has changed");
  const ids = Array.from({ length: dags }, (_, at) => `dag_${at}`);
  return {
    ...sample,
    findings: [...Array(findings).fill(error), ...Array(warnings).fill(warning)],
    changes: ids.map((id) => ({ ...changed, id })),
    generated: ids.map((dag) => ({ ...python, dag })),
  };
}

test("what is shown and what is said to be left out are all there is", { timeout: 600_000 }, () => {
  const sizes = [fc.nat(30), fc.nat(30), fc.nat(12), fc.integer({ min: 900, max: 80_000 })] as const;
  fc.assert(
    fc.property(...sizes, (findings, warnings, dags, size) => {
      const comment = renderComment(manyOf(findings, warnings, dags), { limit: size, links: sampleLinks });
      const shown = (part: RegExp): number => (comment.match(part) ?? []).length;
      expect(comment.length).toBeLessThanOrEqual(size);
      expect(shown(/^\*\*(\d+\. )?`load_order`/gm) + leftOut(comment, /findings?/)).toBe(findings);
      expect(shown(/^\*\*warning: /gm) + leftOut(comment, /warnings? (?:or|and) notices?/)).toBe(warnings);
      expect(shown(/^\| ~ \|/gm) + leftOut(comment, /lines? of the table/)).toBe(dags);
      expect(shown(/^```mermaid$/gm) + leftOut(comment, /diagrams?/)).toBe(Math.min(dags, 8));
      expect(shown(/^- `schedule`/gm) + leftOut(comment, /lists? of changes/)).toBe(dags);
      expect(shown(/<summary>Generated Python/g) + leftOut(comment, /files? of generated Python/)).toBe(dags);
    }),
    { numRuns: 40 },
  );
});

test("what matters most is there first: findings before the table, the table before diagrams, these before Python", () => {
  const review = manyOf(3, 3, 5);
  const parts = ["**3. ", "| ~ | [`dag_4`", "- `schedule`", "```mermaid", "<summary>Generated Python"];
  for (let size = 900; size <= 30_000; size += 300) {
    const comment = renderComment(review, { limit: size, links: sampleLinks });
    const there = parts.map((part) => comment.includes(part));
    expect(there).toEqual([...there].sort((a, b) => Number(b) - Number(a)));
  }
});

test("the summary holds what the comment holds, within its bytes", { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(randomReview(2), (review: Review) => {
      const summary = renderSummary(review, { links: sampleLinks, limit: 30_000 });
      expect(new TextEncoder().encode(summary).length).toBeLessThanOrEqual(30_000);
      expect(smuggled(summary, isOwn)).toEqual([]);
    }),
    runs(20),
  );
});
