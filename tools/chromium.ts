import { existsSync } from "node:fs";
import { run } from "./run.ts";

const PLACES = [
  process.env.CHROME_PATH ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Makes sure that there is a Chrome for the diagrams: on Debian as root by apt, elsewhere by saying what to install. */
export function makeChromium(): void {
  if (PLACES.some((place) => place !== "" && existsSync(place))) return;
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    run("apt-get", ["update", "-qq"]);
    run("apt-get", [
      "install",
      "-y",
      "-qq",
      "--no-install-recommends",
      "chromium",
      "fonts-dejavu-core",
      "fonts-noto-color-emoji",
    ]);
    return;
  }
  console.error(
    "The tests draw diagrams in Chrome, and none was found. Install Chromium, or set CHROME_PATH to a Chrome.",
  );
  process.exit(1);
}
