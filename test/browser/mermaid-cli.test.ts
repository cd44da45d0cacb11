import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { diagrams } from "../support/diagrams.ts";
import { findChrome } from "./chrome.ts";

const folder = mkdtempSync(join(tmpdir(), "mermaid-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cli = join(dirname(createRequire(import.meta.url).resolve("@mermaid-js/mermaid-cli")), "cli.js");

/** Width and height of a PNG in pixels (PNG specification, IHDR). */
const sizeOf = (png: Buffer): { width: number; height: number } => ({
  width: png.readUInt32BE(16),
  height: png.readUInt32BE(20),
});

test.each(["sample-change", "new-cycle", "change-of-200"])("mermaid-cli makes a picture of %s", async (name) => {
  const text = diagrams()[name]?.mermaid ?? "";
  const [source, picture, browser] = ["d.mmd", "d.png", "puppeteer.json"].map((file) =>
    join(folder, `${name}-${file}`),
  );
  if (!source || !picture || !browser) throw new Error("unreachable");
  writeFileSync(source, text);
  writeFileSync(browser, JSON.stringify({ executablePath: findChrome(), args: ["--no-sandbox"] }));
  await promisify(execFile)(process.execPath, [cli, "-p", browser, "-i", source, "-o", picture, "-q"]);
  const { width, height } = sizeOf(readFileSync(picture));
  expect(width).toBeGreaterThan(300);
  expect(height).toBeGreaterThan(50);
});
