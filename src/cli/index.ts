#!/usr/bin/env node
import { VERSION } from "../model/tool-version.ts";
import { processHost } from "./host.ts";

const args = process.argv.slice(2);
if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) {
  process.stdout.write(`${VERSION}\n`);
} else {
  const { runCli } = await import("./run.ts");
  process.exitCode = await runCli(args, processHost());
}
