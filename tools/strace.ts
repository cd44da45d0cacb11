import { existsSync } from "node:fs";
import { run } from "./run.ts";

const PLACES = ["/usr/bin/strace", "/usr/local/bin/strace"];

/**
 * Makes sure that there is a strace for the test that watches the Action's processes and writes: on Debian as root by apt,
 * elsewhere on Linux by saying what to install. Other systems have none, and that test says so.
 */
export function makeStrace(): void {
  if (process.platform !== "linux" || PLACES.some((place) => existsSync(place))) return;
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "strace"]);
    return;
  }
  console.error("The tests watch the Action with strace, and none was found. Install strace.");
  process.exit(1);
}
