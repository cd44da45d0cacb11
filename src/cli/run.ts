import { CommanderError } from "commander";
import { VERSION } from "../model/tool-version.ts";
import { visibleLine, visibleLines } from "../report/visible.ts";
import { UserError } from "../snapshot/user-error.ts";
import type { Host } from "./host.ts";
import { createProgram } from "./program.ts";

/**
 * Runs one command line. Gives the exit code: 0 nothing gates, 1 findings gate, 2 the command or its input is wrong,
 * 3 a defect of Windsock itself.
 */
export async function runCli(args: readonly string[], host: Host): Promise<number> {
  let code = 0;
  const program = createProgram(host, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    // Commander has said what is wrong, or has shown the help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const debug = args.includes("--debug");
    if (error instanceof UserError) {
      host.err(`windsock: ${visibleLine(error.hint === null ? error.message : `${error.message}. ${error.hint}`)}\n`);
      if (debug) host.err(`${visibleLines(error.stack ?? "")}\n`);
      return 2;
    }
    const found = systemError(error);
    if (found !== null) {
      host.err(`windsock: ${visibleLine(found)}\n`);
      return 2;
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    host.err(`windsock: this is a defect of Windsock ${VERSION}. Please report it, with the lines below.\n`);
    host.err(`${visibleLines(`windsock ${args.join(" ")}\nnode ${process.version} ${process.platform}\n${stack}`)}\n`);
    return 3;
  }
}

/** A file or folder that the system refuses, in words. */
function systemError(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error) || !("path" in error)) return null;
  const words: Readonly<Record<string, string>> = {
    EACCES: "may not be read or written",
    EPERM: "may not be read or written",
    EROFS: "lies on a disk that is read only",
    ENOSPC: "cannot be written: the disk is full",
    EISDIR: "is a folder",
    ENOTDIR: "lies below something that is no folder",
    ENOENT: "does not exist",
  };
  const word = words[String(error.code)];
  return word === undefined ? null : `\`${String(error.path)}\` ${word}`;
}
