import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { project } from "../../src/cli/demo/project.ts";
import { pullRequest } from "../../src/cli/demo/pull-request.ts";
import type { Review } from "../../src/model/review.ts";
import { renderHtml } from "../../src/report/html/render-html.ts";
import { reviewProjects } from "../../src/review.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { PROTOTYPE_NAMES, randomReview } from "../report/random-review.ts";
import { largeReview } from "../support/large-review.ts";
import { ringProject } from "../support/ring-project.ts";
import { launchChrome } from "./chrome.ts";
import { differenceFrom } from "./compare-picture.ts";

const folder = mkdtempSync(join(tmpdir(), "windsock-html-"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser: Browser;
let demo: string;

beforeAll(async () => {
  browser = await launchChrome();
  const changed = new Map<string, string | null>(Object.entries(project));
  for (const { files } of pullRequest) for (const [path, text] of Object.entries(files)) changed.set(path, text);
  const present = [...changed].flatMap(([path, text]) => (text === null ? [] : [[path, text] as const]));
  const versions = [project, Object.fromEntries(present)].map((files) => readProject(memorySnapshot(files)));
  const [base, head] = await Promise.all(versions);
  if (!base || !head) throw new Error("unreachable");
  demo = write("demo.html", reviewProjects(base, head));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, review: Review): string {
  const path = join(folder, name);
  writeFileSync(path, renderHtml(review));
  return pathToFileURL(path).href;
}

/** Opens a report, and collects what must not happen: errors, violations of its policy, requests, dialogs. */
async function open(address: string, options: BrowserContextOptions = {}): Promise<{ page: Page; wrong: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("console", (message) => wrong.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => wrong.push(`dialog: ${dialog.message()}`));
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== address.split("#")[0]) wrong.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  return { page, wrong };
}

/** The name of what has the keyboard. */
const FOCUSED = 'document.activeElement?.getAttribute("aria-label")';

const labels = (page: Page): Promise<string[]> =>
  page.locator(".node title").evaluateAll((titles) => titles.map((title) => title.textContent ?? "").sort());

const node = (page: Page, name: string) =>
  page.locator(".node").filter({ has: page.locator(`title:text-is("${name}")`) });

test("from a file: address everything works without a request, an error or a violation of its policy", async () => {
  const { page, wrong } = await open(demo);
  expect(await page.locator("h1").textContent()).toContain("3 errors");
  expect(await page.locator("#dag option:checked").textContent()).toContain("orders_daily");
  await node(page, "clean").click();
  await page.locator("#expand").click();
  await page.locator("#fit").click();
  expect(wrong).toEqual([]);
  await page.context().close();
});

test("a click shows a task with its source and generated Python, and each line leads to its other side", async () => {
  const { page, wrong } = await open(demo);
  await node(page, "clean").click();
  expect(await page.locator("#details-title").textContent()).toMatch(/Task clean\s+changed/);
  expect(page.url()).toContain("#dag=orders_daily&task=clean");
  const [source, python] = [
    page.getByRole("group", { name: "Source" }),
    page.getByRole("group", { name: "Generated Python" }),
  ];
  expect(await source.textContent()).toContain("- load_refunds");
  expect(await python.textContent()).toContain('task_id="clean"');
  await python.locator(".row", { hasText: 'conn_id="warehouse"' }).locator("button").click();
  expect(await source.locator(".lit").allInnerTexts()).toEqual([expect.stringContaining("conn_id: warehouse")]);
  await source.locator(".row.plus", { hasText: "load_refunds" }).locator("button").click();
  expect(await python.locator(".lit").allInnerTexts()).toEqual([expect.stringContaining("load_refunds >> clean")]);
  await page.getByRole("button", { name: "Show the whole file" }).click();
  expect(await python.textContent()).toContain("with DAG(");
  await page.getByRole("button", { name: "removed: load_orders" }).click();
  expect(await page.locator("#details-title").textContent()).toContain("load_orders");
  expect(wrong).toEqual([]);
  await page.context().close();
});

test("before, both, after and changed only show what each has", async () => {
  const { page } = await open(demo);
  expect(await labels(page)).toEqual(expect.arrayContaining(["null_keys", "notify_shop", "load_refunds"]));
  expect(await page.locator("#legend li").allInnerTexts()).toEqual([
    "+ added",
    "− removed",
    "~ changed",
    "comes after a change",
    "new dependency",
    "removed dependency",
    "another DAG",
  ]);
  await page.getByRole("radio", { name: "Before" }).check();
  const before = await labels(page);
  expect(before).toEqual(expect.arrayContaining(["null_keys", "load_returns"]));
  expect(before).not.toContain("notify_shop");
  await page.getByRole("radio", { name: "After" }).check();
  const after = await labels(page);
  expect(after).toEqual(expect.arrayContaining(["notify_shop", "load_refunds"]));
  expect(after).not.toContain("null_keys");
  await page.getByRole("radio", { name: "Both" }).check();
  await page.getByLabel("Changed only").check();
  expect(await labels(page)).not.toContain("enrich");
  expect(await page.locator("#legend li").allInnerTexts()).not.toContain("another DAG");
  await page.context().close();
});

test("search finds tasks of all DAGs by id and file, and Enter goes to the first", async () => {
  const { page } = await open(demo);
  await page.keyboard.press("/");
  await page.keyboard.type("europe.sql");
  expect(await page.locator("#results li").allInnerTexts()).toEqual(["sales › europe"]);
  expect(await page.locator("#status").textContent()).toBe("1 found.");
  await page.keyboard.press("Enter");
  expect(await page.locator("#details-title").textContent()).toContain("europe");
  expect(await page.evaluate(FOCUSED)).toMatch(/^europe/);
  await page.locator("#search").fill("nothing like it");
  expect(await page.locator("#status").textContent()).toBe("Nothing found.");
  await page.context().close();
});

test("groups collapse and expand by mouse and keyboard", async () => {
  const { page } = await open(demo);
  await page.getByRole("button", { name: "Group load: collapse" }).click();
  const box = page.getByRole("button", { name: /^Group load 3 tasks/ });
  expect(await box.getAttribute("aria-expanded")).toBe("false");
  expect(await labels(page)).not.toContain("load_orders");
  await box.focus();
  await page.keyboard.press("Enter");
  expect(await labels(page)).toContain("load_orders");
  await page.getByRole("button", { name: "Collapse groups" }).click();
  expect(await labels(page)).not.toContain("row_count");
  await page.context().close();
});

test("the keyboard alone goes along the dependencies, opens tasks and steps from change to change", async () => {
  const { page } = await open(demo);
  const focused = (): Promise<unknown> => page.evaluate(FOCUSED);
  await node(page, "extract").focus();
  await page.keyboard.press("ArrowRight");
  expect(await focused()).toMatch(/^load_/);
  await page.keyboard.press("ArrowLeft");
  expect(await focused()).toMatch(/^extract, changed, 0 before, 3 after/);
  await page.keyboard.press("Enter");
  expect(await page.locator("#details-title").textContent()).toContain("extract");
  await page.keyboard.press("n");
  expect(await page.locator("#status").textContent()).toMatch(/^Change 3 of 5: notify_shop/);
  await page.keyboard.press("p");
  expect(await page.locator("#details-title").textContent()).toContain("extract");
  await page.context().close();
});

test("the graph between DAGs shows who waits for whom, and opens a DAG", async () => {
  const { page } = await open(demo);
  await page.locator("#dag").selectOption("between");
  expect(await labels(page)).toEqual(["finance", "orders_daily", "sales"]);
  expect(await page.locator("path.edge").count()).toBe(3);
  await node(page, "sales").click();
  expect(await page.locator("#details-title").textContent()).toBe("DAG sales");
  await page.context().close();
});

test("a ring of DAGs is red between the DAGs, and a graph of its own that leads to its tasks", async () => {
  const address = write("ring.html", reviewProjects(await ringProject(false), await ringProject(true)));
  const { page, wrong } = await open(address);
  await page.locator("#dag").selectOption("between");
  expect(await page.locator("path.edge.ring").count()).toBe(2);
  expect(await page.locator("#legend").textContent()).toContain("part of a cycle");
  await page.locator(".finding", { hasText: "No run of these can ever finish" }).getByText("show the ring").click();
  expect(page.url()).toContain("#ring=0");
  expect(await labels(page)).toEqual(["close", "report", "wait_for_finance_close", "wait_for_sales_report"]);
  expect(await page.locator("path.edge.ring").count()).toBe(4);
  expect(await page.locator("#details-title").textContent()).toBe("DAGs that wait for each other: sales, finance");
  await node(page, "wait_for_sales_report").click();
  expect(page.url()).toContain("#dag=finance&task=wait_for_sales_report");
  expect(await page.locator("#details-title").textContent()).toContain("Task wait_for_sales_report");
  await page.goto(`${address}#ring=7`);
  expect(wrong).toEqual([]);
  await page.context().close();
});

test("a finding leads to its task in the graph, also as an address", async () => {
  const { page } = await open(`${demo}#dag=sales&task=refresh`);
  expect(await page.locator("#details-title").textContent()).toContain("refresh");
  await page.locator(".finding", { hasText: "load_order" }).first().getByText("show in the graph").click();
  expect(await page.locator("#details-title").textContent()).toContain("clean");
  await page.context().close();
});

test.each(["light", "dark"] as const)(
  "axe finds nothing in %s, neither in the overview nor with a task open",
  async (colorScheme) => {
    const { page } = await open(demo, { colorScheme, bypassCSP: true });
    await page.addScriptTag({ content: axe });
    const faults = (): Promise<unknown> =>
      page.evaluate(`axe.run().then(({ violations }) =>
      violations.map(({ id, impact, nodes }) => impact + " " + id + ": " + nodes[0].html.slice(0, 120)))`);
    expect(await faults()).toEqual([]);
    await node(page, "clean").click();
    await page.locator("#search").fill("load");
    expect(await faults()).toEqual([]);
    await page.locator("#collapse").click();
    expect(await faults()).toEqual([]);
    await page.locator("#dag").selectOption("between");
    expect(await faults()).toEqual([]);
    await page.context().close();
  },
);

/** Moves the stage to a whole pixel: the height of the text above it, which other tests look at, is none of its picture. */
const TO_WHOLE_PIXEL = `{
  const stage = document.querySelector("#graph");
  const top = stage.getBoundingClientRect().top + scrollY;
  stage.style.position = "relative";
  stage.style.top = (Math.ceil(top) - top) + "px";
}`;

/** The graph of the demo on its stage, as a picture, after `prepare` has run in the page. */
async function graphPicture(colorScheme: "light" | "dark", prepare = ""): Promise<Buffer> {
  const { page } = await open(demo, { colorScheme });
  await page.evaluate(`${TO_WHOLE_PIXEL} ${prepare}`);
  const picture = await page.locator("#graph").screenshot({ animations: "disabled" });
  await page.context().close();
  return picture;
}

/**
 * Shares of pixels that may differ, and how far their colours may. Another monospaced font changes up to 0.8 % of the picture.
 * Without letters it is nearly the same wherever it is drawn, and one box of another colour changes about 1 %.
 */
const LETTERS = { share: 0.01, colour: 0.2 };
const SHAPES = { share: 0.0005, colour: 0.03 };
const NO_LETTERS = 'for (const text of document.querySelectorAll(".graph text")) text.remove();';
const HELP = "look at .cache/pictures; UPDATE_GOLDEN=1 takes the new picture";

test.each(["light", "dark"] as const)("the graph looks as it was seen and found good, in %s", async (colorScheme) => {
  const picture = await graphPicture(colorScheme);
  expect(differenceFrom(`graph-${colorScheme}`, picture, LETTERS.colour), HELP).toBeLessThan(LETTERS.share);
  expect((await graphPicture(colorScheme)).equals(picture), "drawn a second time").toBe(true);
});

test("its boxes and arrows lie as they were seen, and one that is missing, elsewhere or of another colour is noticed", async () => {
  const shapes = async (spoil: string): Promise<number> =>
    differenceFrom("graph-shapes", await graphPicture("light", `${NO_LETTERS} ${spoil}`), SHAPES.colour);
  expect(await shapes(""), HELP).toBeLessThan(SHAPES.share);
  if (process.env.UPDATE_GOLDEN === "1") return;
  const box = 'document.querySelector(".node.changed")';
  for (const spoil of [
    "remove()",
    'classList.replace("changed", "removed")',
    'setAttribute("transform", "translate(0 4)")',
  ]) {
    expect(await shapes(`${box}.${spoil};`), spoil).toBeGreaterThan(SHAPES.share * 4);
  }
  expect(await shapes('document.querySelector(".edge.added").remove();'), "a new arrow").toBeGreaterThan(SHAPES.share);
});

test("on paper it is light, with all that was folded open and without controls", async () => {
  const { page } = await open(demo, { colorScheme: "dark" });
  await page.evaluate('window.dispatchEvent(new Event("beforeprint"))');
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".controls").isVisible()).toBe(false);
  expect(await page.locator("details:not([open])").count()).toBe(0);
  expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
  await page.setViewportSize({ width: 700, height: 1000 });
  const box = await page.locator(".graph").boundingBox();
  const last = await node(page, "notify_shop").boundingBox();
  expect(last && box && last.x > box.x && last.x + last.width < box.x + box.width).toBe(true);
  const pdf = await page.pdf();
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  await page.context().close();
});

test("without JavaScript findings and changes are there", async () => {
  const { page } = await open(demo, { javaScriptEnabled: false });
  expect(await page.locator(".finding").count()).toBeGreaterThanOrEqual(3);
  expect(await page.locator("#tools").isVisible()).toBe(false);
  await page.context().close();
});

test("nothing that a repository holds runs or breaks the page", async () => {
  for (const [at, review] of fc.sample(randomReview(4), { seed: 7, numRuns: 10 }).entries()) {
    const address = write(`hostile-${at}.html`, review);
    const { page, wrong } = await open(address);
    const count = await page.locator("#dag option").count();
    for (let index = 0; index < count; index++) {
      await page.locator("#dag").selectOption({ index });
      for (const box of (await page.locator(".node").all()).slice(0, 2)) {
        // A node of the graph between DAGs leads away from it.
        if (await box.isVisible()) await box.press("Enter");
      }
    }
    await page.locator("#search").fill(PROTOTYPE_NAMES[at % PROTOTYPE_NAMES.length] ?? "");
    await page.goto(`${address}#dag=constructor&task=__proto__`);
    expect([at, wrong]).toEqual([at, []]);
    await page.context().close();
  }
});

/** Zooms in and out in 40 steps; the median time of one, in milliseconds. */
const MEDIAN_FRAME = `(async () => {
  const svg = document.querySelector(".graph");
  const { x, y } = svg.getBoundingClientRect();
  const at = { clientX: x + 400, clientY: y + 200, bubbles: true, cancelable: true, ctrlKey: true };
  const times = [];
  for (let step = 0; step < 40; step++) {
    const begin = performance.now();
    svg.dispatchEvent(new WheelEvent("wheel", { deltaY: step < 20 ? -4 : 4, ...at }));
    await new Promise(requestAnimationFrame);
    times.push(performance.now() - begin);
  }
  return times.sort((a, b) => a - b)[20];
})()`;

test("a thousand tasks are drawn and move", async () => {
  const { page, wrong } = await open(write("large.html", await largeReview(1000)));
  expect(await page.locator(".node").count()).toBeLessThan(400);
  await page.locator("#expand").click();
  expect(await page.locator(".node").count()).toBe(1002);
  await page.locator("#fit").click();
  const frame = await page.evaluate(MEDIAN_FRAME);
  // A picture takes 17 ms on an idle machine; a busy one may need several times that.
  expect(frame).toBeLessThan(150);
  expect(wrong).toEqual([]);
  await page.context().close();
});
