import { describe, expect, test } from "vitest";
import type { Project } from "../../src/model/project.ts";
import { impactInWords } from "../../src/report/impact-words.ts";
import { noLinks } from "../../src/report/links.ts";
import { placesOf } from "../../src/report/positions.ts";
import { toldMarkdown, toldText } from "../../src/report/told.ts";
import { impactToJson, whyToJson } from "../../src/report/trace-json.ts";
import { whyBeforeInWords, whyInWords } from "../../src/report/why-words.ts";
import { findSubject, type TraceSubject } from "../../src/trace/find-subject.ts";
import { impactOf } from "../../src/trace/impact.ts";
import { whyBefore, whyOf } from "../../src/trace/why.ts";
import { BAKERY, bakery } from "../trace/bakery.ts";
import { smuggled } from "./github-markdown.ts";
import { expectGolden } from "./golden.ts";
import { sampleLinks } from "./sample-review.ts";

function subject(project: Project, name: string): TraceSubject {
  const found = findSubject(project, name);
  if (!found.ok) throw new Error(found.message);
  return found.subject;
}

const style = { color: false, width: 100, unicode: true };

describe("answers in words", () => {
  test("why: a DAG, a task, a sensor, one value, a way", async () => {
    const project = await bakery();
    const context = { places: placesOf({ base: null, head: project }), links: noLinks };
    const names = [
      "bakery",
      "bakery.knead",
      "bakery.oven",
      "shop.wait_for_bakery_sell",
      "shop.wait_for_DAG_bakery",
      "bakery.knead.retries",
      "bakery.sell.pool",
    ];
    const told = names.map((name) => whyInWords(whyOf(project, subject(project, name)), context));
    const ways = [
      whyBefore(project, subject(project, "bakery.knead"), subject(project, "office.plan")),
      whyBefore(project, subject(project, "office.plan"), subject(project, "bakery.knead")),
    ].map((way) => whyBeforeInWords(way, context));
    const text = [...told, ...ways].map((one) => toldText(one, style)).join("\n---\n\n");
    expectGolden("why.txt", text);
    expect(text).not.toContain("hunter2");
  });

  test("impact, for a terminal and as Markdown", async () => {
    const project = await bakery();
    const told = ["bakery.knead", "office.plan"].map((name) =>
      impactInWords(impactOf(project, subject(project, name)), project),
    );
    expectGolden("impact.txt", told.map((one) => toldText(one, style)).join("\n---\n\n"));
    expectGolden("impact.md", told.map((one) => toldMarkdown(one)).join("\n---\n\n"));
  });

  test("Markdown links places and lets no name of the repository be markup", async () => {
    const hostile =
      "operator: airflow.operators.bash.BashOperator\nbash_command: '@team <b> [x](https://evil.example)'\n'![x](https://evil.example)': 1\n";
    const project = await bakery({ "dags/bakery/knead.yml": hostile });
    const context = { places: placesOf({ base: null, head: project }), links: sampleLinks };
    const text = toldMarkdown(whyInWords(whyOf(project, subject(project, "bakery.knead")), context));
    expect(text).toContain("](https://github.com/acme/flows/blob/a1b2c3d/dags/bakery/knead.yml#L2)");
    expect(smuggled(text, (address) => address.startsWith("https://github.com/acme/flows/"))).toEqual([]);
  });

  test("long lists are cut and counted", () => {
    const lines = Array.from({ length: 70 }, (_, n) => [`line ${n}`]);
    const told = { first: ["Many."], lists: [{ title: "Lines", lines }] };
    expect(toldMarkdown(told)).toContain("- line 59\n- and 10 more\n");
  });
});

test("answers as JSON", async () => {
  const project = await bakery();
  const places = placesOf({ base: null, head: project });
  expectGolden(
    "trace.json",
    `${JSON.stringify([whyToJson(whyOf(project, subject(project, "bakery.knead")), places), impactToJson(impactOf(project, subject(project, "bakery.oven")), project)], null, 2)}\n`,
  );
});

test("what is not known is said", async () => {
  const { "dags/dags.py": entry = "" } = BAKERY;
  const open = await bakery({
    "dags/dags.py": entry
      .replace("from gusty", "from somewhere import limit\nfrom gusty")
      .replace('"retries": 1', '"retries": limit()'),
    "dags/bakery/knead.yml": "operator: [no, name\n",
  });
  const context = { places: placesOf({ base: null, head: open }), links: noLinks };
  const why = (name: string) => toldMarkdown(whyInWords(whyOf(open, subject(open, name)), context));
  expect(why("bakery.sell")).toContain("The DAG does not load.");
  expect(why("bakery")).toContain("The DAG does not load.");
  expect(why("shop.open.retries")).toContain("`retries` = `limit()` from `default_args` of the call of `create_dags`");
  expect(toldMarkdown(impactInWords(impactOf(open, subject(open, "bakery.sell")), open))).toContain("does not load");
});
