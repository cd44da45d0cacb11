import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withMarker } from "../../src/github/marker.ts";
import { lateAnswer, PASSING, REFUSALS } from "../github/fake/all-faults.ts";
import type { Fault } from "../github/fake/faults.ts";
import type { Files } from "../github/fake/git-repository.ts";
import { push } from "../github/fake/pull-request.ts";
import { latestOf } from "../github/fake/rest.ts";
import { generatedFiles } from "./support/generated-files.ts";
import { gustyProject, task } from "./support/gusty-project.ts";
import { GOOD } from "./support/scene.ts";
import {
  at,
  BOUND,
  left,
  PACE,
  plant,
  type Slot,
  saidBy,
  startWalk,
  type Walk,
  type WalkedRun,
} from "./support/walk.ts";

const WRITE: Files = { "windsock.yml": "generated: { directory: generated, commit: write }\n" };
const FAULTS: Readonly<Record<string, Fault>> = { ...PASSING, ...REFUSALS };

/** The most random pairs of one run. */
const PAIRS = 40;

/** The pairs that are tried; another seed tries others. */
const SEED = Number(process.env.WINDSOCK_SEED ?? 5);

/** A run that commits, comments and checks. */
let walk: Walk;
/** What such a run asks for, in order. */
let usual: readonly string[];
/** Every operation that met every fault. */
const walked = new Set<string>();

const base: Files = { ...WRITE, ...(await generatedFiles({ ...gustyProject(), ...WRITE })) };

/** A fake GitHub and runs that commit, comment and check. */
const startUsual = (pace = PACE): Promise<Walk> =>
  startWalk({ base, change: GOOD, rights: { contents: "write", checks: "write" }, inputs: { check: "true" }, pace });

beforeAll(async () => {
  walk = await startUsual();
  const [first] = await walk.all([async (slot) => ({ ...(await slot.run(() => null)), there: left(slot.scene) })]);
  expect([first?.run.code, first?.there], first?.run.stdout).toMatchObject([0, { comments: 1, checks: 1, commits: 1 }]);
  usual = first?.operations ?? [];
});

afterAll(async () => {
  expect(walk.github.invalid).toEqual([]);
  await walk.stop();
});

/** Git only reads: whether the server fails before or after its work is the same, but for a connection that breaks in the middle. */
const differs = (name: string, operation: string): boolean =>
  !operation.startsWith("git ") || !/^50\d after/.test(name);

/** What holds after any run with one fault. */
function expectRight({ scene }: Slot, { run }: WalkedRun, name: string, fault: string): void {
  const there = left(scene);
  const what = `${name}\n${run.stdout}`;
  expect(run.stderr, what).toBe("");
  expect(run.stdout, what).not.toContain("met a defect");
  expect(run.milliseconds, what).toBeLessThan(BOUND);
  expect([there.comments <= 1, there.allChecks <= 1, there.commits <= 1], what).toEqual([true, true, true]);
  // Without its commit the generated Python is stale, which is a finding; nothing else changes the verdict.
  const stale = there.commits === 0;
  expect([run.code, run.outputs.conclusion], what).toEqual(stale ? [1, "failure"] : [0, "success"]);
  expect(run.outputs["commit-sha"], what).toBe(stale ? "" : there.head);
  expect(run.summary, what).toContain("archive");
  expect([...run.files.keys()], what).toEqual(expect.arrayContaining(["windsock/report.json", "windsock/report.md"]));
  const missing = [!stale, there.current, there.checks === 1].filter((done) => !done).length;
  // What is too long is written shorter, but for a commit.
  const passes = Object.hasOwn(PASSING, fault) && !(fault === "422 by length" && stale);
  expect(missing, what).toBeLessThanOrEqual(passes ? 0 : 1);
  const warnings = saidBy(run).filter((line) => line.startsWith("::warning::"));
  expect(warnings.length, what).toBe(missing);
  for (const line of warnings) {
    expect(line, what).toMatch(/^::warning::Windsock could not .+: .+\. (?:Check|Give|Run|The) .+/);
    expect(run.summary, what).toContain(line.replace("::warning::", ""));
  }
  if (there.checks === 0 && stale) expect(run.stdout, what).toContain("title=generated-stale");
}

test.each(Object.entries(FAULTS))(
  "%s at every request of a run that commits, comments and checks, to git and to the API",
  async (name, fault) => {
    const requests = [...usual.entries()].filter(([, operation]) => differs(name, operation));
    await walk.all(
      requests.map(([number, operation]) => async (slot) => {
        const walkedRun = await slot.run(at(number, fault));
        expectRight(slot, walkedRun, `${name} at request ${number} (${operation})`, name);
      }),
    );
    for (const [, operation] of requests) walked.add(operation);
    expect(requests.length).toBe(differs(name, "git upload-pack") ? 20 : 6);
  },
);

test("an answer that comes too late, at every request of such a run", async () => {
  const impatient = await startUsual({ ...PACE, answer: 2500 });
  const name = "an answer that comes too late";
  await impatient.all(
    usual.map((operation, number) => async (slot) => {
      const walkedRun = await slot.run(at(number, lateAnswer(4000)));
      expectRight(slot, walkedRun, `${name} at request ${number} (${operation})`, "slow answer");
    }),
  );
  expect(impatient.github.invalid).toEqual([]);
  await impatient.stop();
});

/** The requests that other runs make besides: how such a run comes about, and the operation that meets the faults. */
interface Other {
  readonly name: string;
  readonly operation: string;
  readonly event?: string;
  readonly payload?: (slot: Slot) => unknown;
  prepare?(slot: Slot): void;
}

const full_name = ({ scene: { repository } }: Slot): string => `${repository.owner}/${repository.name}`;

const OTHERS: readonly Other[] = [
  {
    name: "a finished run",
    operation: "GET /repos/{owner}/{repo}/pulls",
    event: "workflow_run",
    payload: (slot) => ({
      workflow_run: {
        event: "pull_request",
        head_sha: slot.scene.repository.git.resolve("refs/heads/feature"),
        head_branch: "feature",
        head_repository: { full_name: full_name(slot) },
      },
      repository: { full_name: full_name(slot) },
    }),
  },
  {
    name: "a run of a number",
    operation: "GET /repos/{owner}/{repo}/pulls/{pull_number}",
    event: "workflow_dispatch",
    payload: (slot) => ({ inputs: { "pull-request": "1" }, repository: { full_name: full_name(slot) } }),
  },
  {
    name: "a run under a conflict",
    operation: "GET /repos/{owner}/{repo}/compare/{basehead}",
    prepare: ({ scene }) => scene.repository.git.setRef("refs/pull/1/merge", null),
  },
  {
    name: "a run that asks whether there is a conflict",
    operation: "POST /graphql",
    prepare: ({ scene }) => scene.repository.git.setRef("refs/pull/1/merge", null),
  },
  {
    name: "an update",
    operation: "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
    prepare: ({ scene }) =>
      plant(scene, walk.github, withMarker({ instance: "default", head: "f".repeat(40), revision: 1 }, "old")),
  },
  {
    name: "a second comment of our own",
    operation: "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}",
    prepare({ scene }) {
      for (const text of ["old", "older"]) {
        plant(scene, walk.github, withMarker({ instance: "default", head: "f".repeat(40), revision: 1 }, text));
      }
    },
  },
];

test.each(OTHERS.map((other) => [other.name, other.operation, other] as const))(
  "%s: every fault at its request, %s",
  async (name, operation, other) => {
    const jobs = Object.entries(FAULTS).map(([fault, what]) => async (slot: Slot) => {
      other.prepare?.(slot);
      let met = 0;
      const walkedRun = await slot.run(
        (request) => {
          if (request.operation !== operation) return null;
          met += 1;
          return met === 1 ? what : null;
        },
        { ...(other.event ? { event: other.event } : {}), ...(other.payload ? { payload: other.payload(slot) } : {}) },
      );
      expect(met, `${fault}\n${walkedRun.run.stdout}`).toBeGreaterThan(0);
      expectRight(slot, walkedRun, `${fault} at ${operation} of ${name}`, fault);
    });
    await walk.all(jobs);
    walked.add(operation);
  },
);

/** More findings than one request to the Checks API takes. */
const MANY: Files = Object.fromEntries(
  Array.from({ length: 60 }, (_, n) => [`dags/gusty/orders/task_${n}.yml`, task("x", [`missing_${n}`])]),
);

test.each([
  "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}",
  "GET /repos/{owner}/{repo}/commits/{ref}/check-runs",
])("a check run of more than 50 annotations: every fault at its request, %s", async (operation) => {
  const jobs = Object.entries(FAULTS).map(([name, fault]) => async (slot: Slot) => {
    const { repository, pull } = slot.scene;
    push(repository, pull, MANY);
    const met = new Set<string>();
    const { run } = await slot.run((request) => {
      const first = !met.has(request.operation);
      met.add(request.operation);
      if (!first) return null;
      if (request.operation === operation) return fault;
      // The lost answer of the creation is what is looked for.
      const looks =
        operation.startsWith("GET") && request.operation.startsWith("POST /repos/{owner}/{repo}/check-runs");
      return looks ? { kind: "status", when: "after", status: 502 } : null;
    });
    const what = `${name}\n${run.stdout}`;
    expect(met.has(operation), what).toBe(true);
    expect([run.code, run.outputs.conclusion, run.outputs.errors], what).toEqual([1, "failure", "60"]);
    // A creation that is not shown yet is made again: GitHub shows the newest of a name.
    const [check, ...others] = latestOf(repository.checkRuns);
    expect([repository.comments.length, others], what).toEqual([1, []]);
    const messages = check?.annotations.map(({ path, message }) => `${path} ${message}`) ?? [];
    expect(new Set(messages).size, what).toBe(messages.length);
    const warnings = saidBy(run).filter((line) => line.startsWith("::warning::"));
    if (messages.length < 60)
      expect(warnings, what).toEqual([expect.stringContaining("could not create its check run")]);
    if (Object.hasOwn(PASSING, name)) expect([messages.length, warnings], what).toEqual([60, []]);
    expect(run.summary, what).toContain("missing_1");
  });
  await walk.all(jobs);
  walked.add(operation);
});

test("any two faults at any two requests: nothing is there twice, and the run ends with what it says", async () => {
  const fault = fc.constantFrom(...Object.keys(FAULTS));
  const number = fc.integer({ min: 0, max: usual.length + 3 });
  const pairs = fc.sample(fc.tuple(number, fault, number, fault), { numRuns: PAIRS, seed: SEED });
  const jobs = pairs.map(([one, first, other, second]) => async (slot: Slot) => {
    const faults = new Map([
      [one, FAULTS[first] ?? null],
      [other, FAULTS[second] ?? null],
    ]);
    const { run } = await slot.run(({ number }) => faults.get(number) ?? null);
    const what = `seed ${SEED}: ${first} at request ${one}, ${second} at request ${other}\n${run.stdout}`;
    const there = left(slot.scene);
    expect([there.comments <= 1, there.allChecks <= 1, there.commits <= 1], what).toEqual([true, true, true]);
    expect(run.milliseconds, what).toBeLessThan(BOUND);
    expect(run.stdout, what).not.toContain("met a defect");
    if (run.outputs.conclusion === undefined) {
      // The same request to git was refused twice: without both versions there is no review.
      expect(saidBy(run), what).toEqual([expect.stringMatching(/^::error::.+\. .+/)]);
      expect([run.code, run.summary], what).toEqual([1, expect.stringContaining("could not review this change")]);
    } else {
      expect([run.code, run.outputs.conclusion], what).toEqual(there.commits === 0 ? [1, "failure"] : [0, "success"]);
      expect(run.summary, what).toContain("archive");
      const missing = [there.commits, there.comments, there.checks].filter((count) => count === 0).length;
      expect(saidBy(run).filter((line) => line.startsWith("::warning::")).length, what).toBe(missing);
    }
  });
  await walk.all(jobs);
});

test("these operations met every fault", () => {
  expect([...walked].sort()).toEqual([
    "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}",
    "GET /repos/{owner}/{repo}/commits/{ref}/check-runs",
    "GET /repos/{owner}/{repo}/compare/{basehead}",
    "GET /repos/{owner}/{repo}/pulls",
    "GET /repos/{owner}/{repo}/pulls/{pull_number}",
    "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}",
    "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
    "POST /graphql",
    "POST /repos/{owner}/{repo}/check-runs",
    "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
    "git info/refs",
    "git upload-pack",
  ]);
});
