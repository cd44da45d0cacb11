import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import type { ReviewAnswer, ReviewRequest } from "./rendered-review.ts";

/** Limits of one review's process. */
export interface ChildLimits {
  readonly seconds: number;
  /** MiB of resident memory. */
  readonly memory: number;
}

/** What became of a review's process. `stopped`: it met a limit, in words that are safe to publish. */
export type ChildResult =
  | { readonly kind: "answer"; readonly answer: ReviewAnswer }
  | { readonly kind: "stopped"; readonly why: string }
  | { readonly kind: "aborted" }
  | { readonly kind: "crashed"; readonly words: string };

/** Variables that the process is given: what network and git need. None holds a secret of the service. */
const PASSED = [
  "PATH",
  "TMPDIR",
  "TEMP",
  "SystemRoot",
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "NO_PROXY",
  "http_proxy",
  "https_proxy",
  "no_proxy",
  "NODE_EXTRA_CA_CERTS",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
];

/** Bytes of an answer that are too many, and characters of standard error that are kept. */
const LONGEST_ANSWER = 64 * 1024 * 1024;
const LONGEST_WORDS = 4000;

/** Milliseconds between two looks at the memory. */
const LOOK = 250;

/**
 * Runs one review in a process of its own: a shell limits its processor time, so that it ends even where nobody is left to end
 * it; wall clock and memory are watched from here. It and all its children are ended when a limit is met or `signal` says so.
 */
export function runChild(
  command: readonly string[],
  request: ReviewRequest,
  limits: ChildLimits,
  signal: AbortSignal,
): Promise<ChildResult> {
  return new Promise((resolve) => {
    const heap = Math.max(48, Math.floor(limits.memory * 0.7));
    const node = [process.execPath, `--max-old-space-size=${heap}`, ...command];
    const posix = process.platform !== "win32";
    const [program = "", ...args] = posix
      ? ["/bin/sh", "-c", `ulimit -t ${limits.seconds * 2}; exec "$@"`, "sh", ...node]
      : node;
    const env = Object.fromEntries(PASSED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
    const child = spawn(program, args, { env, detached: posix, stdio: ["pipe", "pipe", "pipe"] });
    let ended: ChildResult | null = null;
    const end = (result: ChildResult): void => {
      ended ??= result;
      killAll(child, posix);
    };
    const chunks: Buffer[] = [];
    let [size, words] = [0, ""];
    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > LONGEST_ANSWER) end({ kind: "stopped", why: "its report was too long" });
      else chunks.push(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      words = (words + chunk.toString("utf8")).slice(-LONGEST_WORDS);
    });
    child.stdin.on("error", () => {});
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const onAbort = (): void => end({ kind: "aborted" });
    const timer = setTimeout(
      () => end({ kind: "stopped", why: `it took more than ${limits.seconds} seconds` }),
      limits.seconds * 1000,
    );
    const tooMuch = { kind: "stopped", why: `it needed more than ${limits.memory} MiB of memory` } as const;
    const watch = setInterval(() => {
      if (residentMemory(child.pid) > limits.memory) end(tooMuch);
    }, LOOK);
    signal.addEventListener("abort", onAbort, { once: true });
    if (signal.aborted) onAbort();
    child.on("error", (error) => {
      ended ??= { kind: "crashed", words: error.message };
    });
    child.on("close", () => {
      clearTimeout(timer);
      clearInterval(watch);
      signal.removeEventListener("abort", onAbort);
      // What it started, such as git, ends with it.
      killAll(child, posix);
      if (ended !== null) resolve(ended);
      else if (/heap out of memory|allocation failed/i.test(words)) resolve(tooMuch);
      else resolve(readAnswer(Buffer.concat(chunks).toString("utf8"), words));
    });
  });
}

function killAll(child: ChildProcess, group: boolean): void {
  if (child.pid === undefined) return;
  try {
    process.kill(group ? -child.pid : child.pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

function readAnswer(text: string, words: string): ChildResult {
  try {
    return { kind: "answer", answer: JSON.parse(text) };
  } catch {
    return { kind: "crashed", words };
  }
}

/** MiB of a process, where the system tells (Linux); elsewhere only the heap is limited. */
function residentMemory(pid: number | undefined): number {
  try {
    const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1];
    return Number(kib ?? 0) / 1024;
  } catch {
    return 0;
  }
}
