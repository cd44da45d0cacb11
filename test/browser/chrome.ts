import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Quiet, without a network of its own, and also for root in a container. */
export const CHROME_FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The Chrome or Chromium to test with: `CHROME_PATH`, else the usual places. Throws with what to install. */
export function findChrome(): string {
  const given = process.env.CHROME_PATH;
  const found = given ? [given].find(existsSync) : PLACES.find(existsSync);
  if (found) return found;
  throw new Error(
    given
      ? `CHROME_PATH is ${given}, and there is no such file.`
      : "These tests draw diagrams in a real browser, and no Chrome or Chromium was found. Install one (Debian, Ubuntu: apt-get install chromium), or set CHROME_PATH to its program.",
  );
}

/** A headless browser; the caller closes it. */
export const launchChrome = (): Promise<Browser> =>
  chromium.launch({ executablePath: findChrome(), args: CHROME_FLAGS, headless: true });
