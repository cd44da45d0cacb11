import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pageHeaders } from "../../src/bot/plain-page.ts";
import { renderPage } from "../../src/bot/render-page.ts";
import { readProject } from "../../src/build/read-project.ts";
import { project } from "../../src/cli/demo/project.ts";
import { pullRequest } from "../../src/cli/demo/pull-request.ts";
import { noLinks } from "../../src/report/links.ts";
import { reviewProjects } from "../../src/review.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { launchChrome } from "./chrome.ts";

let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  browser = await launchChrome();
  const changed = Object.assign({}, project, ...pullRequest.map(({ files }) => files));
  const present = Object.fromEntries(Object.entries(changed).filter(([, text]) => text !== null));
  const [base, head] = await Promise.all(
    [project, present as Record<string, string>].map((files) => readProject(memorySnapshot(files))),
  );
  if (!base || !head) throw new Error("unreachable");
  const page = renderPage(reviewProjects(base, head), noLinks);
  if (page === null) throw new Error("the demo has no page");
  server = createServer((request, response) => {
    if (request.url !== "/review/1") response.writeHead(404).end();
    else {
      response.writeHead(200, { ...pageHeaders(page.policy), "content-encoding": "gzip", "set-cookie": "a=b" });
      response.end(Buffer.from(page.content, "base64"));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/review/1`;
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test("as the bot serves it, the report works, and has no origin: it reaches neither cookies nor the service", async () => {
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on("console", (message) => wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(error.message));
  await page.goto(address);
  await page
    .locator(".node")
    .filter({ has: page.locator('title:text-is("clean")') })
    .click();
  expect(await page.locator("#details-title").textContent()).toMatch(/Task clean\s+changed/);
  expect(page.url()).toContain("#dag=orders_daily&task=clean");
  expect(wrong).toEqual([]);
  expect(await page.evaluate("self.origin")).toBe("null");
  expect(await page.evaluate("(() => { try { return document.cookie } catch { return 'refused' } })()")).toBe(
    "refused",
  );
  expect(await page.evaluate("fetch('/review/1').then(() => 'read', () => 'refused')")).toBe("refused");
});
