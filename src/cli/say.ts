import { visibleLine } from "../report/visible.ts";
import type { Host } from "./host.ts";

/** What all commands take. */
export interface CommonOptions {
  readonly repo?: string;
  readonly config?: string;
  readonly airflow?: "2" | "3";
  readonly deployment?: string;
  readonly output?: string;
  readonly color: "auto" | "always" | "never";
  readonly quiet?: boolean;
  readonly debug?: boolean;
}

/** What a command says beside its result, on standard error. */
export interface Say {
  /** A line that a person should read, unless they asked for quiet. */
  note(text: string): void;
  /** Names the step that is being done: shown on a terminal until the next one, and timed with `--debug`. */
  step(name: string): void;
  /** Ends the last step. */
  done(): void;
}

const CLEAR = "\r\u001b[K";

/** Standard error of `host`, as `options` want it. */
export function createSay(host: Host, options: Pick<CommonOptions, "quiet" | "debug">): Say {
  const shown = host.watched && !options.quiet && !options.debug;
  let current: { name: string; since: number } | null = null;
  const done = () => {
    if (current && shown) host.err(CLEAR);
    if (current && options.debug)
      host.err(`debug: ${current.name}: ${Math.round(performance.now() - current.since)} ms\n`);
    current = null;
  };
  return {
    done,
    step(name) {
      done();
      current = { name, since: performance.now() };
      if (shown) host.err(`${CLEAR}${visibleLine(name)} …`);
    },
    note(text) {
      done();
      if (!options.quiet) host.err(`${visibleLine(text)}\n`);
    },
  };
}
