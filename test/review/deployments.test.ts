import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { drawDagGraph } from "../../src/draw/draw-dags.ts";
import type { Review } from "../../src/model/review.ts";
import { annotationsOf } from "../../src/report/annotations.ts";
import { renderComment } from "../../src/report/comment.ts";
import { renderHtml } from "../../src/report/html/render-html.ts";
import { reviewToJson } from "../../src/report/json.ts";
import { noLinks } from "../../src/report/links.ts";
import { reviewToSarif } from "../../src/report/sarif.ts";
import { reviewProjects } from "../../src/review.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { type Files, LISTED, TWO_DEPLOYMENTS } from "../support/two-deployments.ts";

const schema = JSON.parse(readFileSync(resolve(import.meta.dirname, "../../docs/schema/review-1.json"), "utf8"));
const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema);

/** The review of a change, by the base's configuration. `null` takes a file away. */
async function reviewOf(base: Files, change: Readonly<Record<string, string | null>> = {}): Promise<Review> {
  const after = Object.entries({ ...base, ...change }).flatMap(([path, text]) => (text === null ? [] : [[path, text]]));
  const snapshot = memorySnapshot(Object.fromEntries(after));
  const before = await readProject(memorySnapshot(base));
  const head = await readProject(snapshot, { config: before.config });
  const own = await readConfig(snapshot);
  return reviewProjects(before, { ...head, problems: [...own.problems, ...head.problems] });
}

const found = (review: Review, rule: string) =>
  review.findings
    .filter((finding) => finding.rule === rule)
    .map(({ subject, at, state }) => [subject.dag, at.file, state]);
const kinds = ({ changes }: Review) => changes.map(({ id, kind }) => `${id} ${kind}`);
const BASH = "operator: airflow.operators.bash.BashOperator\nbash_command: echo more\n";

describe("two deployments that have a DAG of the same id", () => {
  for (const [how, files] of [
    ["listed", { ...TWO_DEPLOYMENTS, "windsock.yml": LISTED }],
    ["plain to see", TWO_DEPLOYMENTS],
  ] as const) {
    test(`${how}: each is compiled for its own Airflow, and the ids are no duplicates`, async () => {
      const review = await reviewOf(files);
      expect(kinds(review)).toEqual(["dev:sales unchanged", "prd:finance unchanged", "prd:sales unchanged"]);
      expect(review.findings.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(review.generated.map(({ head }) => [head?.dag, head?.path])).toEqual([
        ["dev:sales", "dev/generated/sales.py"],
        ["prd:finance", "prd/generated/finance.py"],
        ["prd:sales", "prd/generated/sales.py"],
      ]);
      const [dev, , prd] = review.generated.map(({ head }) => head?.text ?? "");
      expect(dev).toContain("from airflow.sdk import DAG");
      expect(prd).toContain("from airflow import DAG");
      for (const text of [dev, prd]) expect(text).toContain('dag_id="sales"');
    });
  }

  test("a change in one is told of that one, and what waits for it is in the same one", async () => {
    const review = await reviewOf(TWO_DEPLOYMENTS, { "dev/dags/sales/load.yml": BASH });
    expect(kinds(review)).toEqual(["dev:sales changed", "prd:finance unchanged", "prd:sales unchanged"]);
    expect(review.changes[0]?.downstream).toEqual([]);
    const other = await reviewOf(TWO_DEPLOYMENTS, { "prd/dags/sales/load.yml": BASH });
    expect(other.changes[2]?.downstream).toEqual([{ dag: "prd:finance", tasks: ["wait_for_sales_load"] }]);
  });

  test("an `.airflowignore` is read by the Airflow of its own deployment", async () => {
    // A regular expression that fits `make_dags.py`, and as a glob no file at all.
    const ignores = { "dev/dags/.airflowignore": "make\n", "prd/dags/.airflowignore": "make\n" };
    const listed = await reviewOf({ ...TWO_DEPLOYMENTS, "windsock.yml": LISTED, ...ignores });
    expect(kinds(listed)).toEqual(["dev:sales unchanged"]);
    const { "prd/dags/.airflowignore": _, ...one } = ignores;
    expect(kinds(await reviewOf({ ...TWO_DEPLOYMENTS, ...one }))).toEqual([
      "dev:sales unchanged",
      "prd:finance unchanged",
      "prd:sales unchanged",
    ]);
  });

  test("an external dependency means a DAG of its own deployment only", async () => {
    const review = await reviewOf(TWO_DEPLOYMENTS, {
      "dev/dags/report/METADATA.yml": "schedule: '@daily'\nstart_date: !days_ago 1\n",
      "dev/dags/report/send.yml": `${BASH}external_dependencies:\n  - finance: book\n`,
    });
    expect(found(review, "unknown-external")).toEqual([["dev:report", "dev/dags/report/send.yml", "new"]]);
  });

  test("the same finding in both is two findings, each with a fingerprint of its own", async () => {
    const wrong = `${BASH}dependencies: [gone]\n`;
    const review = await reviewOf(TWO_DEPLOYMENTS, {
      "dev/dags/sales/load.yml": wrong,
      "prd/dags/sales/load.yml": wrong,
    });
    expect(found(review, "unknown-dependency")).toEqual([
      ["dev:sales", "dev/dags/sales/load.yml", "new"],
      ["prd:sales", "prd/dags/sales/load.yml", "new"],
    ]);
    expect(new Set(review.findings.map(({ fingerprint }) => fingerprint)).size).toBe(review.findings.length);
    const known = await reviewOf(
      { ...TWO_DEPLOYMENTS, "dev/dags/sales/load.yml": wrong },
      { "prd/dags/sales/load.yml": wrong },
    );
    expect(found(known, "unknown-dependency")).toEqual([
      ["prd:sales", "prd/dags/sales/load.yml", "new"],
      ["dev:sales", "dev/dags/sales/load.yml", "existing"],
    ]);
  });

  test("every report tells them apart", async () => {
    const wrong = `${BASH}dependencies: [gone]\n`;
    const review = await reviewOf(TWO_DEPLOYMENTS, {
      "dev/dags/sales/load.yml": wrong,
      "prd/dags/sales/load.yml": wrong,
    });
    const comment = renderComment(review, { links: noLinks });
    for (const id of ["dev&#58;sales", "prd&#58;sales"]) expect(comment).toContain(`<code>${id}</code>`);
    expect(comment).toContain("<code>dev</code>: gusty 0.23.1 (from <code>dev/requirements.txt</code>), Airflow 3.3.2");
    expect(comment).toContain("<code>prd</code>: gusty 0.23.1 (from <code>prd/Dockerfile</code>), Airflow 2.11.2");
    const json = reviewToJson(review);
    validate(JSON.parse(JSON.stringify(json)));
    expect(validate.errors ?? []).toEqual([]);
    expect(json.dags).toMatchObject([
      { id: "dev:sales", deployment: "dev", airflow: "3.3.2" },
      { id: "prd:finance", deployment: "prd", airflow: "2.11.2" },
      { id: "prd:sales", deployment: "prd", airflow: "2.11.2" },
    ]);
    const sarif = JSON.stringify(reviewToSarif(review));
    for (const id of ["dev:sales", "prd:sales"]) expect(sarif).toContain(JSON.stringify(id));
    expect(annotationsOf(review).map(({ path }) => path)).toEqual([
      "dev/dags/sales/load.yml",
      "prd/dags/sales/load.yml",
    ]);
    const html = renderHtml(review);
    for (const id of ["dev:sales", "prd:sales"]) expect(html).toContain(`<code>${id}</code>`);
    const { mermaid } = drawDagGraph(review.head.dags, { nodes: 40, direction: "LR" });
    expect(mermaid.match(/sales|finance/g)).toHaveLength(3);
  });
});

describe("a change of the deployments themselves", () => {
  const ONE = Object.fromEntries(Object.entries(TWO_DEPLOYMENTS).filter(([path]) => path.startsWith("prd/")));
  const broken = { "prd/dags/finance/book.yml": `${BASH}dependencies: [gone]\n` };

  test("that adds the second one changes nothing of the first, and nothing of it is new", async () => {
    const dev = Object.entries(TWO_DEPLOYMENTS).filter(([path]) => path.startsWith("dev/"));
    const review = await reviewOf({ ...ONE, ...broken }, Object.fromEntries(dev));
    expect(kinds(review)).toEqual(["dev:sales added", "prd:finance unchanged", "prd:sales unchanged"]);
    expect(review.generated.map(({ base, head }) => base?.text === head?.text)).toEqual([false, true, true]);
    expect(found(review, "unknown-dependency")).toEqual([["prd:finance", "prd/dags/finance/book.yml", "existing"]]);
  });

  test("that removes one is told so", async () => {
    const gone = Object.keys(TWO_DEPLOYMENTS).filter((path) => path.startsWith("dev/"));
    const review = await reviewOf(
      { ...TWO_DEPLOYMENTS, ...broken },
      Object.fromEntries(gone.map((path) => [path, null])),
    );
    expect(kinds(review)).toEqual(["dev:sales removed", "prd:finance unchanged", "prd:sales unchanged"]);
    expect(found(review, "unknown-dependency")).toEqual([["prd:finance", "prd/dags/finance/book.yml", "existing"]]);
  });

  test("of the configuration counts after merging, and a mistake in it is said once", async () => {
    const review = await reviewOf({ ...TWO_DEPLOYMENTS, "windsock.yml": `${LISTED}gates: all\n` });
    expect(review.findings.filter(({ rule }) => rule === "configuration").map(({ state }) => state)).toEqual([
      "existing",
    ]);
  });
});

describe("what belongs to no deployment", () => {
  test("DAGs below no root of the list are said not to be reviewed", async () => {
    const review = await reviewOf(
      { ...TWO_DEPLOYMENTS, "windsock.yml": LISTED },
      {
        "tst/dags/make_dags.py": TWO_DEPLOYMENTS["dev/dags/make_dags.py"] ?? "",
        "tst/dags/sales/load.yml": BASH,
      },
    );
    expect(found(review, "configuration")).toEqual([[undefined, "tst/dags/make_dags.py", "new"]]);
    expect(review.conclusion).toBe("failure");
  });

  test("two `dags` folders without pins of their own are one deployment; a DAG in both is a warning with what to write", async () => {
    const unpinned = Object.fromEntries(
      Object.entries(TWO_DEPLOYMENTS).filter(([path]) => !/requirements|Dockerfile/.test(path)),
    );
    const review = await reviewOf(unpinned);
    expect(kinds(review)).toContain("finance unchanged");
    const [duplicate] = review.findings.filter(({ rule }) => rule === "duplicate-dag-id");
    expect(duplicate).toMatchObject({ severity: "warning", advice: expect.stringContaining("`deployments:`") });
  });

  test("one deployment may lie inside the root of another: the nearest root counts", async () => {
    const nested = Object.fromEntries(
      Object.entries(TWO_DEPLOYMENTS).map(([path, text]) => [path.replace(/^prd\//, ""), text]),
    );
    for (const files of [nested, { ...nested, "windsock.yml": "deployments: [{ root: . }, { root: dev }]\n" }]) {
      const review = await reviewOf(files, { "dev/dags/sales/load.yml": BASH });
      expect(kinds(review)).toEqual([".:finance unchanged", ".:sales unchanged", "dev:sales changed"]);
      expect(review.generated.map(({ head }) => head?.path)).toEqual([
        "generated/finance.py",
        "generated/sales.py",
        "dev/generated/sales.py",
      ]);
    }
  });

  test("with `gusty: none` an entry point that imports it makes no DAG, and a declared folder does", async () => {
    const files = {
      ...TWO_DEPLOYMENTS,
      "windsock.yml": "deployments: [{ root: dev }, { root: prd, gusty: none }]\ndags: [{ path: prd/dags/finance }]\n",
    };
    const review = await reviewOf(files);
    expect(review.changes.map(({ id, head }) => `${id} ${head?.outcome}`)).toEqual([
      "dev:sales built",
      "prd:finance built",
      "prd:sales fails",
    ]);
    expect(found(review, "fails-to-build")).toEqual([["prd:sales", "prd/dags/make_dags.py", "existing"]]);
    expect(renderComment(review, { links: noLinks })).toContain(
      "<code>prd</code>: no gusty at run time, Airflow 2.11.2",
    );
  });
});
