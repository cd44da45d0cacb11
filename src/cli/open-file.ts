import { spawn } from "node:child_process";
import type { Host } from "./host.ts";

/** Shows a file in the person's browser: `$BROWSER`, else what the system opens files with. False where that does not start. */
export function openFile(host: Host, path: string): Promise<boolean> {
  const [command, ...args] = opener(host, path);
  return new Promise((resolve) => {
    const child = spawn(command, args, { detached: true, stdio: "ignore" });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}

function opener({ env }: Host, path: string): [string, ...string[]] {
  if (env.BROWSER) return [env.BROWSER, path];
  if (process.platform === "darwin") return ["open", path];
  if (process.platform === "win32") return ["explorer.exe", path];
  return ["xdg-open", path];
}
