import type { Host } from "../../src/cli/host.ts";
import { runCli } from "../../src/cli/run.ts";

/** Runs a command line in this process, with a host that only collects. */
export async function windsock(
  cwd: string,
  args: readonly string[],
  host: Partial<Host> = {},
): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const code = await runCli(args, {
    command: "windsock",
    cwd,
    env: {},
    columns: null,
    watched: false,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    ...host,
  });
  return { code, out, err };
}
