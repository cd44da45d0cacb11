import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "../snapshot/user-error.ts";
import { findProgram, isProgram } from "./find-program.ts";
import type { Host } from "./host.ts";

/** Where Chrome lies on systems that do not put it on the PATH. */
const CHROME_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const CHROME_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** The longest that a picture may take, in milliseconds. */
const TIMEOUT = 120_000;

/**
 * Mermaid text as a picture, by the mermaid-cli and the Chrome of the person's machine. Throws a `UserError` where one of
 * them is missing or fails.
 */
export async function drawPicture(host: Host, mermaid: string, format: "svg" | "png"): Promise<Uint8Array> {
  const mmdc = await findProgram(host, process.platform === "win32" ? ["mmdc.cmd", "mmdc"] : ["mmdc"]);
  if (mmdc === null) {
    throw new UserError(
      `--format ${format} needs mermaid-cli, and there is no \`mmdc\` on the PATH`,
      "Install it: npm install -g @mermaid-js/mermaid-cli. Or take --format mermaid.",
    );
  }
  const chrome = await findChrome(host);
  if (chrome === null) {
    throw new UserError(
      `--format ${format} needs Chrome or Chromium, and none was found`,
      "Install one, or name its program in CHROME_PATH. Or take --format mermaid.",
    );
  }
  const folder = await mkdtemp(join(tmpdir(), "windsock-graph-"));
  try {
    const [source, picture, browser] = [
      join(folder, "graph.mmd"),
      join(folder, `graph.${format}`),
      join(folder, "chrome.json"),
    ];
    await writeFile(source, mermaid);
    // Chrome refuses its sandbox to root; what it draws is our own escaped text.
    const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    await writeFile(browser, JSON.stringify({ executablePath: chrome, args }));
    const options = ["-p", browser, "-i", source, "-o", picture, "-q", ...(format === "png" ? ["-s", "2"] : [])];
    await runMermaid(host, mmdc, options, folder);
    return await readFile(picture);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function findChrome(host: Host): Promise<string | null> {
  const given = host.env.CHROME_PATH ?? host.env.PUPPETEER_EXECUTABLE_PATH;
  if (given) return (await isProgram(given)) ? given : null;
  for (const place of CHROME_PLACES) if (await isProgram(place)) return place;
  return findProgram(host, CHROME_NAMES);
}

const runMermaid = (host: Host, mmdc: string, args: readonly string[], cwd: string): Promise<void> =>
  new Promise((resolve, reject) => {
    execFile(
      mmdc,
      args,
      { cwd, env: { ...host.env }, timeout: TIMEOUT, shell: mmdc.endsWith(".cmd") },
      (error, _, stderr) => {
        if (error === null) resolve();
        else {
          const said = stderr.split("\n").find((line) => line.trim() !== "") ?? error.message;
          reject(new UserError(`mermaid-cli failed: ${said.trim()}`, "Or take --format mermaid."));
        }
      },
    );
  });
