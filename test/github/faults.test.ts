import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient } from "../../src/github/client.ts";
import { readMarker, withMarker } from "../../src/github/marker.ts";
import { writeCheck } from "../../src/github/write-check.ts";
import { writeComment } from "../../src/github/write-comment.ts";
import type { Fault } from "./fake/faults.ts";
import { openPull } from "./fake/pull-request.ts";
import { type FakeGitHub, startFakeGitHub } from "./fake/server.ts";
import { newId, now, type Pull, type Repository } from "./fake/state.ts";

const BOT = "github-actions[bot]";
const SECOND = 2;

/** The requests of one run without faults: find, write, read back, check. */
const REQUESTS = 4;

const status = (code: number, when: "before" | "after", more: Partial<Fault> = {}): Fault =>
  ({ kind: "status", when, status: code, ...more }) as Fault;

/** A run goes on after these. */
const PASSING: Readonly<Record<string, Fault>> = {
  "500 before": status(500, "before"),
  "500 after": status(500, "after"),
  "502 after": status(502, "after"),
  "503 before": status(503, "before"),
  "reset before": { kind: "reset", when: "before" },
  "reset after": { kind: "reset", when: "after" },
  "slow answer": { kind: "delay", milliseconds: 20 },
  "429 with retry-after": status(429, "before", {
    message: "You have exceeded a secondary rate limit",
    headers: { "retry-after": "1" },
  }),
  "secondary limit": status(403, "before", {
    message: "You have exceeded a secondary rate limit",
    headers: { "retry-after": "1" },
  }),
};

/** After these a run may give up, but leaves nothing double. */
const ENDING: Readonly<Record<string, Fault>> = {
  "401": status(401, "before"),
  "403": status(403, "before", { message: "Resource not accessible by integration" }),
  "404": status(404, "before"),
  "422": status(422, "before"),
};

let github: FakeGitHub;
let repository: Repository;
let pull: Pull;
let head: string;

beforeAll(async () => {
  github = await startFakeGitHub();
  repository = github.createRepository("acme/faults");
  head = repository.git.commit("main", { a: "1\n" });
  pull = openPull(repository, "main");
});

afterAll(async () => {
  expect(github.invalid).toEqual([]);
  await github.close();
});

/** One run with faults at the requests of the given numbers, from 0. Gives what is there afterwards. */
async function runWith(faults: ReadonlyMap<number, Fault>, existing: boolean) {
  repository.comments.length = 0;
  repository.checkRuns.length = 0;
  if (existing) {
    const at = now(github.state);
    const body = withMarker({ instance: "default", head: "f".repeat(40), revision: 1 }, "old");
    const comment = { id: newId(github.state), issue: pull.number, author: BOT, body, edits: 0, minimized: false };
    repository.comments.push({ ...comment, createdAt: at, updatedAt: at });
  }
  const token = github.createToken(BOT, { "pull-requests": "write", checks: "write" });
  const deadline = AbortSignal.timeout(20_000);
  const client = createClient({ token, apiUrl: github.apiUrl, userAgent: "windsock-test", deadline, second: SECOND });
  let sent = 0;
  github.fault = () => {
    sent += 1;
    return faults.get(sent - 1) ?? null;
  };
  const address = { owner: repository.owner, repo: repository.name };
  const comment = { repository: address, number: pull.number, instance: "default", head, text: "new", gone: "gone" };
  const check = {
    repository: address,
    name: "Windsock",
    head,
    conclusion: "failure" as const,
    title: "t",
    summary: "s",
  };
  const errors: unknown[] = [];
  await writeComment(client, comment, SECOND).catch((error) => errors.push(error));
  await writeCheck(client, { ...check, annotations: [], externalId: "1/1" }, SECOND).catch((error) =>
    errors.push(error),
  );
  github.fault = () => null;
  return {
    errors,
    texts: repository.comments.map(({ body }) => readMarker(body)?.text),
    checks: repository.checkRuns.length,
  };
}

const numbers = Array.from({ length: REQUESTS }, (_, number) => number);
const walk = (faults: Readonly<Record<string, Fault>>) =>
  Object.keys(faults).flatMap((name) =>
    [false, true].map((existing) => [name, existing ? "update" : "create"] as const),
  );

test("without faults a run is find, write, read back and check", async () => {
  const before = github.requests.length;
  expect(await runWith(new Map(), false)).toEqual({ errors: [], texts: ["new"], checks: 1 });
  expect(github.requests.length - before).toBe(REQUESTS);
});

test.each(walk(PASSING))(
  "%s at any request of a run that is to %s: one comment and one check all the same",
  async (name, kind) => {
    for (const number of numbers) {
      const faults = new Map([[number, PASSING[name] as Fault]]);
      const result = await runWith(faults, kind === "update");
      expect(result, `request ${number}`).toEqual({ errors: [], texts: ["new"], checks: 1 });
    }
  },
);

test.each(walk(ENDING))("%s at any request of a run that is to %s: nothing is there twice", async (name, kind) => {
  for (const number of numbers) {
    const result = await runWith(new Map([[number, ENDING[name] as Fault]]), kind === "update");
    expect(result.texts.length, `request ${number}`).toBeLessThanOrEqual(1);
    expect(result.checks, `request ${number}`).toBeLessThanOrEqual(1);
    expect(result.errors.length).toBeLessThanOrEqual(1);
  }
});

test("any two passing faults leave one comment and one check", { timeout: 30_000 }, async () => {
  const fault = fc.constantFrom(...Object.values(PASSING));
  const number = fc.integer({ min: 0, max: REQUESTS + 2 });
  await fc.assert(
    fc.asyncProperty(number, fault, number, fault, fc.boolean(), async (one, first, other, second, existing) => {
      const faults = new Map([
        [one, first],
        [other, second],
      ]);
      expect(await runWith(faults, existing)).toEqual({ errors: [], texts: ["new"], checks: 1 });
    }),
    { numRuns: 25 },
  );
});
