import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { makeRepository } from "../../src/cli/demo/make-repository.ts";
import { windsock } from "../cli/run-cli.ts";
import { temporaryFolder } from "../snapshot/sample-repository.ts";
import { findChrome } from "./chrome.ts";

const folder = temporaryFolder();
const shop = join(folder, "shop");
beforeAll(() => makeRepository(shop));

const env = {
  PATH: `${resolve(import.meta.dirname, "../../node_modules/.bin")}:${process.env.PATH ?? ""}`,
  CHROME_PATH: findChrome(),
};

test("a change is drawn as SVG", async () => {
  const { code, out } = await windsock(shop, ["graph", "orders_daily", "--changed", "--format", "svg"], { env });
  expect(code).toBe(0);
  expect(out).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
  for (const task of ["notify_shop", "null_keys", "load_refunds"]) expect(out).toContain(task);
});

test("the graph between DAGs is drawn as PNG", async () => {
  const output = join(folder, "dags.png");
  const { code, err } = await windsock(shop, ["graph", "--format", "png", "--output", output], { env });
  expect([code, err]).toEqual([0, `wrote ${output}\n`]);
  const png = readFileSync(output);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBeGreaterThan(300);
});
