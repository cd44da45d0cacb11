import { afterAll, beforeAll, expect, test } from "vitest";
import { readMarker } from "../../src/github/marker.ts";
import type { FakeRequest, Fault } from "../github/fake/faults.ts";
import type { Files } from "../github/fake/git-repository.ts";
import { type FakeGitHub, startFakeGitHub } from "../github/fake/server.ts";
import { generatedFiles } from "./support/generated-files.ts";
import { gustyProject } from "./support/gusty-project.ts";
import { type ActionRun, runAction } from "./support/run-action.ts";
import { GOOD, makeScene, type Scene } from "./support/scene.ts";

const WRITE: Files = { "windsock.yml": "generated: { directory: generated, commit: write }\n" };
const base: Files = { ...WRITE, ...(await generatedFiles({ ...gustyProject(), ...WRITE })) };

/** The longest that a run may take here, in milliseconds: a few retries, on a busy machine. */
const BOUND = 60_000;

/** How many runs go on at once: they mostly wait. */
const AT_ONCE = 6;

let github: FakeGitHub;
let requests: number;
const hooks = new Map<string, (request: FakeRequest) => Fault | null>();

interface Result {
  readonly run: ActionRun;
  readonly scene: Scene;
  readonly operation: string;
  readonly name: string;
}

/** A run that commits, comments and checks, whose request of the given number meets a fault. */
async function runWith(number: number, fault: Fault | null, name: string): Promise<Result> {
  const scene = makeScene(github, GOOD, { base, rights: { contents: "write", checks: "write" } });
  const { repository, pull, token } = scene;
  let sent = 0;
  let operation = "none";
  hooks.set(token, (request) => {
    sent += 1;
    if (sent - 1 !== number) return null;
    operation = request.operation;
    return fault;
  });
  const run = await runAction(github, repository, pull, { token, inputs: { check: "true" } });
  hooks.delete(token);
  if (fault === null) requests = sent;
  return { run, scene, operation, name: `${name} at request ${number} (${operation})` };
}

/** What must hold whatever happened: nothing twice, nothing of an older text, an end in time. */
function expectNothingDouble({ run, scene, name }: Result): void {
  const { repository } = scene;
  const commits = Number(repository.git.git(["rev-list", "--count", "main..feature"])) - 1;
  expect([repository.comments.length <= 1, repository.checkRuns.length <= 1, commits <= 1], name).toEqual([
    true,
    true,
    true,
  ]);
  expect(run.milliseconds, name).toBeLessThan(BOUND);
  expect(run.stdout, name).not.toContain("Windsock met a defect");
}

const status = (code: number, when: "before" | "after", more: Partial<Fault> = {}): Fault =>
  ({ kind: "status", when, status: code, ...more }) as Fault;

const PASSING: Readonly<Record<string, Fault>> = {
  "502 after": status(502, "after"),
  "500 before": status(500, "before"),
  "reset before": { kind: "reset", when: "before" },
  "reset after": { kind: "reset", when: "after" },
  "429 with retry-after": status(429, "before", { headers: { "retry-after": "1" } }),
};

const ENDING: Readonly<Record<string, Fault>> = {
  "401": status(401, "before", { message: "Bad credentials" }),
  "403": status(403, "before", { message: "Resource not accessible by integration" }),
  "404": status(404, "before", { message: "Not Found" }),
  "422": status(422, "before", { message: "Validation Failed" }),
};

/** Runs jobs, a few at once. */
async function inTurns<T>(jobs: readonly (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  const queue = [...jobs];
  const worker = async (): Promise<void> => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) results.push(await job());
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

/** `WINDSOCK_WALK=all` walks every fault at every request; else every request meets one fault of each sort, in turns. */
const ALL = process.env.WINDSOCK_WALK === "all";

const walk = (faults: Readonly<Record<string, Fault>>) =>
  Array.from({ length: requests }, (_, number) => number).flatMap((number) =>
    Object.entries(faults)
      .filter((_, index, { length }) => ALL || index === number % length)
      .map(
        ([name, fault]) =>
          () =>
            runWith(number, fault, name),
      ),
  );

beforeAll(async () => {
  github = await startFakeGitHub();
  github.fault = (request) => {
    const header = String(request.headers.authorization ?? "");
    const [scheme = "", value = ""] = header.split(" ");
    const token = scheme.toLowerCase() === "basic" ? Buffer.from(value, "base64").toString().split(":")[1] : value;
    return hooks.get(token ?? "")?.(request) ?? null;
  };
  const { run, scene } = await runWith(-1, null, "none");
  expect([run.code, scene.repository.comments.length, scene.repository.checkRuns.length]).toEqual([0, 1, 1]);
  expect(run.outputs["commit-sha"]).toMatch(/^[0-9a-f]{40}$/);
});

afterAll(async () => {
  expect(github.invalid).toEqual([]);
  await github.close();
});

test("a passing fault at any request of a run, to git or to the API: committed, commented and checked once", async () => {
  const results = await inTurns(walk(PASSING));
  for (const result of results) {
    expectNothingDouble(result);
    const { run, scene, name } = result;
    expect(
      [
        run.code,
        run.outputs["commit-sha"]?.length,
        scene.repository.comments.length,
        scene.repository.checkRuns.length,
      ],
      `${name}\n${run.stdout}`,
    ).toEqual([0, 40, 1, 1]);
    const head = scene.repository.git.resolve("refs/heads/feature");
    expect(scene.repository.checkRuns[0]?.headSha, name).toBe(head);
    expect(readMarker(scene.repository.comments[0]?.body ?? "")?.marker.head, name).toBe(head);
  }
  expect(results.length).toBeGreaterThanOrEqual(requests);
});

test("a fault that ends something, at any request: the verdict is that of the findings, or one line says why there is none", async () => {
  const results = await inTurns(walk(ENDING));
  for (const result of results) {
    expectNothingDouble(result);
    const { run, operation, name, scene } = result;
    const said = run.stdout.split("\n").filter((line) => /^::(?:warning|error)(?!.*title=generated-stale)/.test(line));
    if (operation.startsWith("git ") && run.code === 1 && run.outputs.conclusion === undefined) {
      // Without both versions there is no review: the job fails, and says what to do.
      expect(said, name).toEqual([expect.stringMatching(/^::error::.+\. .+/)]);
      expect(run.summary, name).toContain("could not review this change");
      continue;
    }
    // Without its commit the generated Python is stale, which is a finding; all else changes nothing of the verdict.
    const stale = run.outputs["commit-sha"] === "";
    expect([run.code, run.outputs.conclusion], `${name}\n${run.stdout}`).toEqual(
      stale ? [1, "failure"] : [0, "success"],
    );
    expect(run.summary, name).toContain("archive");
    expect([...run.files.keys()].sort(), name).toEqual([
      "windsock/report.html",
      "windsock/report.json",
      "windsock/report.md",
    ]);
    const missing = stale || scene.repository.comments.length === 0 || scene.repository.checkRuns.length === 0;
    if (missing) expect(said.filter((line) => line.startsWith("::warning::Windsock ")).length, name).toBe(1);
  }
  expect(results.length).toBeGreaterThanOrEqual(requests);
});
