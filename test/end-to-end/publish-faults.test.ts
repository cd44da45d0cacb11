import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient } from "../../src/github/client.ts";
import { commitGenerated } from "../../src/github/commit-generated.ts";
import { readMarker, withMarker } from "../../src/github/marker.ts";
import { PACE } from "../../src/github/pace.ts";
import { writeCheck } from "../../src/github/write-check.ts";
import { writeComment } from "../../src/github/write-comment.ts";
import { asPath } from "../../src/model/path.ts";
import type { Fault } from "../github/fake/faults.ts";
import { openPull } from "../github/fake/pull-request.ts";
import { type FakeGitHub, startFakeGitHub } from "../github/fake/server.ts";
import { newId, now, type Pull, type Repository } from "../github/fake/state.ts";

const BOT = "github-actions[bot]";
const SECOND = 2;

/** The requests of one run without faults: look and commit; find, write and read back; check. */
const REQUESTS = 6;

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
  "stale read": { kind: "stale" },
  "slow answer": { kind: "delay", milliseconds: 20 },
  "429 with retry-after": status(429, "before", {
    message: "You have exceeded a secondary rate limit",
    headers: { "retry-after": "1" },
  }),
  "429 without a word": status(429, "before", { headers: { "retry-after": "1" } }),
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
  "422 by length": status(422, "before", { message: "Body is too long (maximum is 65536 characters)" }),
  "403 by scope": status(403, "before", { message: "Your token has not been granted the required scopes" }),
};

let github: FakeGitHub;
let repository: Repository;
let pull: Pull;
let head: string;

beforeAll(async () => {
  github = await startFakeGitHub();
  repository = github.createRepository("acme/faults");
  repository.git.commit("main", { a: "1\n" });
  head = repository.git.commit("feature", { b: "1\n" }, { from: "main" });
  pull = openPull(repository, "feature");
});

afterAll(async () => {
  expect(github.invalid).toEqual([]);
  await github.close();
});

/** The server as it was before a run. */
function reset(existing: boolean): void {
  repository.comments.length = 0;
  repository.checkRuns.length = 0;
  repository.before = null;
  repository.git.setRef("refs/heads/feature", head);
  repository.git.setRef(`refs/pull/${pull.number}/head`, head);
  if (!existing) return;
  const at = now(github.state);
  const body = withMarker({ instance: "default", head: "f".repeat(40), revision: 1 }, "old");
  const comment = { id: newId(github.state), issue: pull.number, author: BOT, body, edits: 0, minimized: false };
  repository.comments.push({ ...comment, createdAt: at, updatedAt: at });
}

/** Commits, comments and checks as a run does. Gives what failed. */
async function publishOnce(id: string): Promise<string[]> {
  const rights = { contents: "write", "pull-requests": "write", checks: "write" } as const;
  const token = github.createToken(BOT, rights);
  const deadline = AbortSignal.timeout(20_000);
  const client = createClient({
    token,
    apiUrl: github.apiUrl,
    userAgent: "windsock-test",
    deadline,
    pace: { ...PACE, second: SECOND },
  });
  const address = { owner: repository.owner, repo: repository.name };
  const errors: string[] = [];
  const additions = [{ dag: "bread", path: asPath("generated/bread.py"), text: "new\n", lines: [] }];
  const plan = { additions, deletions: [] };
  const request = { repository: address, number: pull.number, head, plan, command: "compile" };
  const outcome = await commitGenerated(client, request, SECOND);
  if (outcome.what !== "committed") errors.push(outcome.what);
  const reviewed = outcome.what === "committed" ? outcome.oid : head;
  const comment = {
    repository: address,
    number: pull.number,
    instance: "default",
    head: reviewed,
    formerHead: reviewed === head ? null : head,
    text: "new",
    gone: "gone",
  };
  await writeComment(client, comment, SECOND).catch((error) => errors.push(`comment: ${error}`));
  const check = { name: "Windsock", head: reviewed, conclusion: "failure" as const, title: "t", summary: "s" };
  await writeCheck(client, { repository: address, ...check, annotations: [], externalId: id }, SECOND).catch((error) =>
    errors.push(`check: ${error}`),
  );
  return errors;
}

/** One run with faults at the requests of the given numbers, from 0. Gives what is there afterwards. */
async function runWith(faults: ReadonlyMap<number, Fault>, existing: boolean) {
  reset(existing);
  let sent = 0;
  github.fault = () => {
    sent += 1;
    return faults.get(sent - 1) ?? null;
  };
  const errors = await publishOnce("1/1");
  github.fault = () => null;
  return { errors, ...left() };
}

/** What is on the server. `ours`: every check is on the branch's newest commit. */
function left() {
  const newest = repository.git.resolve("refs/heads/feature");
  return {
    texts: repository.comments.map(({ body }) => readMarker(body)?.text),
    checks: repository.checkRuns.length,
    ours: repository.checkRuns.every(({ headSha }) => headSha === newest),
    commits: commitsAbove(newest),
  };
}

/** How many commits stand above the head that was pushed. */
function commitsAbove(newest: string | null): number {
  if (newest === null || newest === head) return 0;
  return 1 + commitsAbove(/^parent (\w+)$/m.exec(repository.git.commitText(newest))?.[1] ?? null);
}

const ALL_WELL = { errors: [], texts: ["new"], checks: 1, ours: true, commits: 1 };

const numbers = Array.from({ length: REQUESTS }, (_, number) => number);
const walk = (faults: Readonly<Record<string, Fault>>) =>
  Object.keys(faults).flatMap((name) =>
    [false, true].map((existing) => [name, existing ? "update" : "create"] as const),
  );

test("without faults a run is six requests", async () => {
  const before = github.requests.length;
  expect(await runWith(new Map(), false)).toEqual(ALL_WELL);
  expect(github.requests.length - before).toBe(REQUESTS);
});

test.each(walk(PASSING))(
  "%s at any request of a run that is to %s: one commit, one comment and one check all the same",
  async (name, kind) => {
    for (const number of numbers) {
      const faults = new Map([[number, PASSING[name] as Fault]]);
      const result = await runWith(faults, kind === "update");
      expect(result, `request ${number}`).toEqual(ALL_WELL);
    }
  },
);

test.each(walk(ENDING))("%s at any request of a run that is to %s: nothing is there twice", async (name, kind) => {
  for (const number of numbers) {
    const result = await runWith(new Map([[number, ENDING[name] as Fault]]), kind === "update");
    expect(result.texts.length, `request ${number}`).toBeLessThanOrEqual(1);
    expect(result.checks, `request ${number}`).toBeLessThanOrEqual(1);
    expect(result.commits, `request ${number}`).toBeLessThanOrEqual(1);
    expect(result.errors.length).toBeLessThanOrEqual(1);
  }
});

test("any two passing faults leave one commit, one comment and one check", { timeout: 30_000 }, async () => {
  const fault = fc.constantFrom(...Object.values(PASSING));
  const number = fc.integer({ min: 0, max: REQUESTS + 2 });
  await fc.assert(
    fc.asyncProperty(number, fault, number, fault, fc.boolean(), async (one, first, other, second, existing) => {
      const faults = new Map([
        [one, first],
        [other, second],
      ]);
      expect(await runWith(faults, existing)).toEqual(ALL_WELL);
    }),
    { numRuns: 25 },
  );
});

test("any two faults of any kind leave nothing twice, and end", { timeout: 60_000 }, async () => {
  const fault = fc.constantFrom(...Object.values({ ...PASSING, ...ENDING }));
  const number = fc.integer({ min: 0, max: REQUESTS + 2 });
  await fc.assert(
    fc.asyncProperty(number, fault, number, fault, fc.boolean(), async (one, first, other, second, existing) => {
      const faults = new Map([
        [one, first],
        [other, second],
      ]);
      const { texts, checks, commits } = await runWith(faults, existing);
      expect([texts.length <= 1, checks <= 1, commits <= 1]).toEqual([true, true, true]);
    }),
    { numRuns: 25 },
  );
});

test("two runs at once, with a fault at any request, leave one commit and one comment", {
  timeout: 60_000,
}, async () => {
  const { "stale read": _, ...faults } = PASSING;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.values(faults)),
      fc.integer({ min: 0, max: 2 * REQUESTS }),
      fc.boolean(),
      async (fault, number, existing) => {
        reset(existing);
        let sent = 0;
        github.fault = () => {
          sent += 1;
          return sent - 1 === number ? fault : null;
        };
        const errors = await Promise.all([publishOnce("1/1"), publishOnce("2/1")]);
        github.fault = () => null;
        expect([errors.flat(), left()]).toEqual([[], { texts: ["new"], checks: 2, ours: true, commits: 1 }]);
      },
    ),
    { numRuns: 20 },
  );
});
