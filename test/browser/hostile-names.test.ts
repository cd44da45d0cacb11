import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drawDag } from "../../src/draw/draw-dag.ts";
import { visibleName } from "../../src/draw/label.ts";
import { makeDag } from "../support/dag.ts";
import { MERMAIDS, type MermaidPage, openMermaidPage } from "./mermaid-page.ts";

const NAMES = [
  `say "hi"`,
  "it's",
  "a[b]",
  "a(b){c}",
  "a]]",
  `"]`,
  "two\nlines",
  "tab\there",
  "  spaces   inside  ",
  "שלום_עולם",
  "مرحبا",
  "🚀 launch 👩‍👩‍👧",
  "<b>bold</b>",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "a & b &amp; c &#35;",
  "__init__",
  "_x_",
  "*x* **y**",
  "`code`",
  "~~gone~~",
  "+ x",
  "- x",
  "* x",
  "# x",
  "> x",
  "1. x",
  "1) x",
  "1",
  "007",
  "end",
  "click",
  "subgraph",
  "style x fill:#f00;",
  "linkStyle 0 stroke:#f00;",
  "classDef a fill:#f00;",
  "my_style_task",
  "%%{init}%%",
  `%%{init: {"theme": "dark"}}%%`,
  "%% comment",
  "#quot;",
  "#35;",
  "&quot;",
  "ﬂ°°35¶ß",
  "$$x^2$$",
  "fa:fa-ban",
  "fab:fa-github x",
  "www.example.com",
  "https://example.com/a?b=c",
  "me@example.com",
  "[link](https://example.com)",
  "![img](x)",
  "a:::b",
  "a --> b",
  "a|b|c",
  "a;b",
  "a\\nb",
  "a\\",
  "A@{ shape: circle }",
  "---",
  "***",
  "```",
  "constructor",
  "__proto__",
  "İstanbul ẞ",
  "a\u0301",
];

/** White space does not count: a label may break its line anywhere there is some. */
const shown = (text: string): string => text.replace(/\s+/g, " ").trim();

describe.each(MERMAIDS)("%s", (name) => {
  let mermaid: MermaidPage;
  beforeAll(async () => {
    mermaid = await openMermaidPage(name);
  });
  afterAll(() => mermaid.close());

  const drawNames = async (names: readonly string[]): Promise<void> => {
    const half = Math.ceil(names.length / 2);
    const grouped = new Set(names.slice(half));
    const groups = Object.fromEntries([...grouped].map((group) => [group, {}]));
    const tasks = Object.fromEntries(names.map((task) => [task, grouped.has(task) ? { group: task } : {}]));
    const pairs = names.slice(1).map((task, index): [string, string] => [names[index] ?? "", task]);
    const dag = makeDag("hostile", { groups, tasks, pairs });
    const { mermaid: text, hidden } = drawDag(dag, { nodes: 1000, direction: "LR" });
    expect(hidden).toBe(0);
    const drawn = await mermaid.draw(text);
    const expected = Object.fromEntries(
      [...dag.tasks.flatMap(({ id, group }) => (group === null ? [id] : [])), ...dag.groups.map(({ id }) => id)].map(
        (id, index) => [`n${index}`, shown(visibleName(id))],
      ),
    );
    const nodes = Object.entries(drawn.texts).filter(([id]) => id.startsWith("n"));
    expect(Object.fromEntries(nodes.map(([id, label]) => [id, shown(label)]))).toEqual(expected);
    const labels = Object.entries(drawn.texts).filter(([id]) => id.startsWith("g"));
    expect(Object.fromEntries(labels.map(([id, label]) => [id, shown(label)]))).toEqual(
      Object.fromEntries(dag.groups.map(({ id }, index) => [`g${index}`, shown(visibleName(id))])),
    );
    expect(drawn.arrows).toBe(pairs.length);
    expect(await mermaid.page.evaluate("document.querySelectorAll('main script, main img, main a').length")).toBe(0);
  };

  test("draws every hostile name as it is", async () => {
    for (let start = 0; start < NAMES.length; start += 20) await drawNames(NAMES.slice(start, start + 20));
  });

  test("draws random names as they are", async () => {
    const piece = fc.oneof(
      fc.constantFrom(...NAMES),
      fc.string({ maxLength: 20 }),
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.stringMatching(/^[-+*#>`_~.()[\]{}"'<>&;:|%$@!0-9 ]{1,8}$/),
    );
    const name = fc.array(piece, { minLength: 1, maxLength: 2 }).map((pieces) => pieces.join(""));
    const names = fc.uniqueArray(name, { minLength: 20, maxLength: 20 });
    await fc.assert(fc.asyncProperty(names, drawNames), { seed: 7, numRuns: 10, endOnFailure: true });
  });
});
