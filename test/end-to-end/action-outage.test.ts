import { afterAll, beforeAll, expect, test } from "vitest";
import type { Fault } from "../github/fake/faults.ts";
import { BROKEN } from "./support/scene.ts";
import { left, saidBy, startWalk, type Walk } from "./support/walk.ts";

/** Answers are waited for a quarter of a second, and all together for three. */
const PACE = { second: 5, answer: 250, all: 3000 };

/** The longest that a run may take here, in milliseconds: two times the whole, and the review on a busy machine. */
const BOUND = 40_000;

let walk: Walk;

beforeAll(async () => {
  walk = await startWalk({
    base: {},
    change: BROKEN,
    rights: { checks: "write" },
    inputs: { check: "true" },
    pace: PACE,
  });
});

afterAll(async () => {
  expect(walk.github.invalid).toEqual([]);
  await walk.stop();
});

const status = (code: number, headers: Record<string, string> = {}, message = "No"): Fault => ({
  kind: "status",
  when: "before",
  status: code,
  headers,
  message,
});

const OUTAGES: Readonly<Record<string, Fault>> = {
  "fails with 500": status(500),
  "fails with 502": status(502),
  "breaks every connection": { kind: "reset", when: "before" },
  "never answers": { kind: "delay", milliseconds: 60_000 },
  "asks to wait for an hour (429)": status(429, { "retry-after": "3600" }),
  "asks to wait for an hour (secondary limit)": status(
    403,
    { "retry-after": "3600" },
    "You have exceeded a secondary rate limit",
  ),
  "has used up its rate limit": status(
    403,
    { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(4_000_000_000) },
    "API rate limit exceeded",
  ),
  "does not know the token": status(401),
  "allows nothing": status(403, {}, "Resource not accessible by integration"),
  "finds nothing": status(404),
  "finds everything too long": status(422, {}, "Body is too long"),
};

test.each(Object.entries(OUTAGES))(
  "the API %s from the first request to the last: the verdict is that of the findings, and the report is elsewhere",
  async (_, fault) => {
    const [result] = await walk.all([
      async (slot) => {
        const { run } = await slot.run(({ operation }) => (operation.startsWith("git ") ? null : fault));
        return { run, there: left(slot.scene) };
      },
    ]);
    const { run, there } = result ?? {};
    if (run === undefined) throw new Error("there was no run");
    expect(run.milliseconds).toBeLessThan(BOUND);
    expect(there, run.stdout).toMatchObject({ comments: 0, allChecks: 0 });
    expect([run.code, run.outputs.conclusion], run.stdout).toEqual([1, "failure"]);
    // In the job summary, in annotations and in files; with one line for each of the two, that says what to do.
    expect(run.summary).toContain("claen");
    expect(run.stdout).toMatch(/^::error title=unknown-dependency,file=dags\/gusty\/orders\/publish\.yml,line=4,/m);
    expect(run.files.get("windsock/report.md")).toContain("claen");
    expect(JSON.parse(run.files.get("windsock/report.json") ?? "")).toMatchObject({ conclusion: "failure" });
    const warnings = saidBy(run).filter((line) => line.startsWith("::warning::"));
    expect(warnings).toEqual([
      expect.stringMatching(
        /^::warning::Windsock could not comment on the pull request: .+\. (?:Check|Give|Run|The) .+/,
      ),
      expect.stringMatching(/^::warning::Windsock could not create its check run: .+\. (?:Check|Give|Run|The) .+/),
    ]);
    for (const line of warnings) expect(run.summary).toContain(line.replace("::warning::", ""));
  },
);

test.each(Object.entries(OUTAGES))(
  "git %s from the first request to the last: the job fails with one line",
  async (_, fault) => {
    const [result] = await walk.all([async (slot) => ({ ...(await slot.run(() => fault)), there: left(slot.scene) })]);
    const { run, there } = result ?? {};
    if (run === undefined) throw new Error("there was no run");
    expect(run.milliseconds).toBeLessThan(BOUND);
    expect(there).toMatchObject({ comments: 0, allChecks: 0 });
    expect([run.code, run.outputs.conclusion], run.stdout).toEqual([1, undefined]);
    expect(saidBy(run)).toEqual([expect.stringMatching(/^::error::(?!Windsock met a defect).+\. .+/)]);
    expect(run.summary).toContain("could not review this change");
  },
);
