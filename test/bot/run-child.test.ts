import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReviewRequest } from "../../src/bot/rendered-review.ts";
import { runChild } from "../../src/bot/run-child.ts";

const request: ReviewRequest = {
  repository: { owner: "acme", repo: "shop" },
  target: { kind: "commits", head: "a", base: null, defaultBranch: "main" },
  token: "ghs_x",
  serverUrl: "https://github.example",
  apiUrl: "https://github.example/api/v3",
  mirror: "/nowhere",
  work: { kind: "commit" },
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "windsock-child-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(code: string, limits = { seconds: 20, memory: 300 }, signal = new AbortController().signal) {
  const file = join(folder, `${Math.abs(hash(code))}.mjs`);
  writeFileSync(file, code);
  return runChild([file], request, limits, signal);
}

const hash = (text: string): number => [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) | 0, 7);

test("the process gets its request and gives its answer", async () => {
  const code = `process.stdin.once("data", (line) => {
    const { token } = JSON.parse(line);
    process.stdout.write(JSON.stringify({ ok: false, message: token }), () => process.exit(0));
  });`;
  expect(await run(code)).toEqual({ kind: "answer", answer: { ok: false, message: "ghs_x" } });
});

test("it knows nothing of the service's own environment", async () => {
  process.env.WEBHOOK_SECRET_OF_TESTS = "secret";
  const code = `process.stdout.write(JSON.stringify({ ok: false, message: String(process.env.WEBHOOK_SECRET_OF_TESTS) }), () => process.exit(0));`;
  expect(await run(code)).toMatchObject({ answer: { message: "undefined" } });
  delete process.env.WEBHOOK_SECRET_OF_TESTS;
});

test("a process that never ends is stopped", async () => {
  expect(await run("for (;;);", { seconds: 1, memory: 300 })).toEqual({
    kind: "stopped",
    why: "it took more than 1 seconds",
  });
});

test("a process that fills its heap is stopped", async () => {
  const code = "const all = []; for (;;) all.push(new Array(1000).fill(all.length));";
  expect(await run(code)).toEqual({ kind: "stopped", why: "it needed more than 300 MiB of memory" });
});

test.runIf(process.platform === "linux")("a process that takes memory beside its heap is stopped", async () => {
  const code = "const all = []; setInterval(() => all.push(Buffer.alloc(32 << 20, 1)), 50);";
  expect(await run(code)).toEqual({ kind: "stopped", why: "it needed more than 300 MiB of memory" });
});

test("a process that ends without an answer has crashed", async () => {
  expect(await run(`throw new Error("oops");`)).toMatchObject({
    kind: "crashed",
    words: expect.stringContaining("oops"),
  });
});

test("a process that is not wanted any more ends, with what it started", async () => {
  const controller = new AbortController();
  const code = `import { spawn } from "node:child_process"; spawn("sleep", ["60"], { stdio: "inherit" }); setInterval(() => {}, 1000);`;
  const running = run(code, { seconds: 30, memory: 300 }, controller.signal);
  const started = performance.now();
  setTimeout(() => controller.abort(), 300);
  // Its output is inherited by what it started: it is only at an end when both are.
  expect(await running).toEqual({ kind: "aborted" });
  expect(performance.now() - started).toBeLessThan(20_000);
});
