import { createLog } from "../../bot/log.ts";
import { readSettings, readSetupSettings } from "../../bot/settings.ts";
import { UserError } from "../../snapshot/user-error.ts";
import type { Host } from "../host.ts";

/** The hidden command by which the service starts the process of one review. */
export const REVIEW_COMMAND = "serve-review";

/** The least Node of the service. */
const LEAST_NODE = [22, 13] as const;

/** Options of `windsock serve`. */
export interface ServeOptions {
  /** Make the App, instead of running it. */
  readonly setup?: boolean;
  /** The account that shall own the App. */
  readonly organization?: string;
}

/** Runs the bot until it is told to stop (SIGTERM, SIGINT), or its setup until the App is made. */
export async function serveBot(host: Host, options: ServeOptions): Promise<number> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
    throw new UserError(`the bot needs Node ${LEAST_NODE.join(".")} or newer, and this is ${process.versions.node}`);
  }
  return options.setup === true ? setUp(host, options.organization ?? null) : run(host);
}

async function setUp(host: Host, organization: string | null): Promise<number> {
  const { startSetup } = await import("../../bot/setup.ts");
  const settings = readSetupSettings(host.env, host.cwd, organization);
  const setup = await startSetup(settings, (error) => {
    host.err(`${error instanceof Error ? error.message : String(error)}\n`);
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void setup.close());
  host.out(
    `Open this address in your browser; it is good for one visit:\n\n  ${setup.address}\n\nThis program listens on port ${setup.port}, and ends when the App is made.\n`,
  );
  host.out(await setup.done);
  return 0;
}

async function run(host: Host): Promise<number> {
  const settings = readSettings(host.env, host.cwd);
  const log = createLog((line) => host.out(line));
  const { serve } = await import("../../bot/serve.ts");
  const told = new Promise<void>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
  const service = await serve(settings, [process.argv[1] ?? "", REVIEW_COMMAND], log);
  await told;
  await service.stop();
  return 0;
}

/** The process of one review; never returns. */
export async function serveReview(): Promise<number> {
  const { reviewChild } = await import("../../bot/review-child.ts");
  return reviewChild();
}
