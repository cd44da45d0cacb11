import { stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { UserError } from "../snapshot/user-error.ts";
import type { Host } from "./host.ts";
import type { CommonOptions, Say } from "./say.ts";

/** Writes a command's result to standard output, or to the file of `--output`. Throws a `UserError` for bytes without a file. */
export async function writeOutput(
  host: Host,
  options: CommonOptions,
  say: Say,
  content: string | Uint8Array,
): Promise<void> {
  say.done();
  if (options.output === undefined || options.output === "-") {
    if (typeof content !== "string") throw new UserError("this format is no text", "Name a file: --output FILE.");
    host.out(content);
    return;
  }
  const path = resolve(host.cwd, options.output);
  if (!(await stat(dirname(path)).catch(() => null))?.isDirectory()) {
    throw new UserError(`\`${options.output}\` cannot be written: there is no such folder`, "Make the folder first.");
  }
  await writeFile(path, content);
  say.note(`wrote ${options.output}`);
}

/**
 * How text is to look: colours and signs as the terminal shows them, none of it where the output goes elsewhere.
 * `--color` decides on colours, then `FORCE_COLOR` (`0` is none), then `NO_COLOR` (no-color.org), as in Node itself.
 */
export function textStyle(host: Host, options: CommonOptions): { color: boolean; width: number; unicode: boolean } {
  const terminal = host.columns !== null && options.output === undefined;
  const { env } = host;
  const forced = env.FORCE_COLOR ?? "";
  const wanted =
    forced === ""
      ? terminal && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb"
      : forced !== "0" && forced !== "false";
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || "";
  return {
    color: options.color === "always" || (options.color === "auto" && wanted),
    width: terminal ? Math.max(40, Math.min(host.columns ?? 100, 120)) : 100,
    unicode: !terminal || process.platform !== "linux" || /utf-?8/i.test(locale),
  };
}
