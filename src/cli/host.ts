import { basename, relative } from "node:path";

/** Where a command runs: the only way in which it reaches the terminal. */
export interface Host {
  /** How the program was started, to be shown in commands to try. */
  readonly command: string;
  /** The current folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Columns of the terminal that shows standard output; `null` where it goes elsewhere. */
  readonly columns: number | null;
  /** True where a person sees standard error as it comes. */
  readonly watched: boolean;
  /** Writes to standard output and to standard error. */
  out(text: string): void;
  err(text: string): void;
}

/** The process's own terminal. A reader that goes away (`| head`) ends nothing. */
export function processHost(): Host {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const script = process.argv[1] ?? "";
  return {
    command: basename(script).startsWith("index.") ? `node ${relative(process.cwd(), script)}` : "windsock",
    cwd: process.cwd(),
    env: process.env,
    columns: process.stdout.isTTY ? process.stdout.columns : null,
    watched: process.stderr.isTTY === true,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  };
}
