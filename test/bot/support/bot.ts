import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { bundledCli } from "./bundle.ts";

type LogLine = Readonly<Record<string, unknown>>;

/** A running `windsock serve`. */
export interface Bot {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it logged so far. */
  readonly log: readonly LogLine[];
  /** Tells it to stop, as an operator does. Gives its exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

/** Starts the bot from its sources in a process of its own, and waits until it is ready. */
export async function startBot(environment: Readonly<Record<string, string>>): Promise<Bot> {
  const env = { PATH: process.env.PATH, HOST: "127.0.0.1", PORT: "0", ...environment };
  const child = spawn(process.execPath, [bundledCli(), "serve"], { env });
  const log: LogLine[] = [];
  let words = "";
  child.stderr.on("data", (chunk) => {
    words += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (text) => {
      const line: LogLine = JSON.parse(text);
      log.push(line);
      if (line.message === "ready") resolve(Number(line.port));
    });
    void ended.then((code) => reject(new Error(`the bot ended with ${code}: ${words}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    process: child,
    log,
    async stop() {
      child.kill("SIGTERM");
      return ended;
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Seconds after which a condition that does not come is a failure: far more than it takes on a machine with ten times the load. */
const IN_VAIN = 600;

/** Waits until `is` holds; `what` says what is there instead, where it never does. */
export async function until(is: () => boolean | Promise<boolean>, what: () => string): Promise<void> {
  const end = performance.now() + IN_VAIN * 1000;
  while (!(await is())) {
    if (performance.now() > end) throw new Error(`waited ${IN_VAIN} seconds in vain: ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** A bot's log as text. */
export const logOf = (bot: Bot): string => bot.log.map((line) => JSON.stringify(line)).join("\n");
