import { expect, test } from "vitest";
import { missedDeliveries } from "../../src/bot/recover.ts";
import { reviewsOf } from "../../src/bot/webhook-jobs.ts";
import { allExamples, example } from "./support/scene.ts";

const installed = (payload: object): object => ({ ...payload, installation: { id: 7 } });
const kinds = (event: string, action: string, appId = "1") =>
  reviewsOf(event, installed(example(event, action)), "d", appId).map(({ subject, again }) => [subject.kind, again]);

test("pull requests with something new to review", () => {
  const actions = ["opened", "synchronize", "reopened", "ready_for_review"];
  const found = actions.map((action) =>
    reviewsOf("pull_request", { ...example("pull_request", "synchronize"), action, installation: { id: 7 } }, "d", "1"),
  );
  expect(found.map((jobs) => jobs.length)).toEqual([1, 1, 1, 1]);
  expect(found[0]?.[0]).toMatchObject({
    installation: 7,
    repository: { owner: "Codertocat", repo: "Hello-World", id: 186853002 },
    subject: { kind: "pull-request", number: 2, head: "ec26c3e57ca3a959ca5aad62de7213c562f8c821" },
    again: false,
  });
});

test("a new base is something new, a new title is not", () => {
  const edited = (changes: object) => ({
    ...installed(example("pull_request", "synchronize")),
    action: "edited",
    changes,
  });
  expect(reviewsOf("pull_request", edited({ base: { ref: { from: "old" } } }), "d", "1")).toHaveLength(1);
  expect(reviewsOf("pull_request", edited({ title: { from: "old" } }), "d", "1")).toHaveLength(0);
});

test("labels, closing and the like ask for nothing", () => {
  for (const action of ["closed", "labeled", "assigned"]) expect(kinds("pull_request", action)).toEqual([]);
});

test("only our own check is run again", () => {
  const payload = installed(example("check_run", "rerequested"));
  const own = (app: string) => reviewsOf("check_run", payload, "d", app);
  const appId = String((payload as { check_run?: { app?: { id?: number } } }).check_run?.app?.id);
  expect(own("123456789")).toEqual([]);
  expect(own(appId).every(({ again }) => again)).toBe(true);
});

test("a merge queue's commit names the pull request that it adds", () => {
  const payload = installed(example("merge_group", "checks_requested"));
  const [job] = reviewsOf("merge_group", payload, "d", "1");
  expect(job?.subject).toMatchObject({ kind: "commits", pull: expect.any(Number) });
  const group = { head_sha: "a".repeat(40), base_sha: "b".repeat(40), head_ref: "refs/heads/else" };
  expect(reviewsOf("merge_group", { ...payload, merge_group: group }, "d", "1")[0]?.subject).toMatchObject({
    pull: null,
  });
});

test("no payload of GitHub's examples is more than it can take", () => {
  for (const { name, payload } of allExamples()) expect(() => reviewsOf(name, payload, "d", "1")).not.toThrow();
});

test.each([null, 1, "x", [], { installation: { id: "7" } }, { installation: { id: 7 }, repository: null }])(
  "what is no payload asks for nothing: %j",
  (payload) => expect(reviewsOf("pull_request", payload, "d", "1")).toEqual([]),
);

test("deliveries are asked for again until one attempt is answered", () => {
  const attempt = (id: number, guid: string, code: number) => ({ id, guid, status_code: code });
  expect(missedDeliveries([attempt(1, "a", 0), attempt(2, "b", 202), attempt(3, "c", 503)])).toEqual({
    again: [1, 3],
    lost: 0,
  });
  expect(missedDeliveries([attempt(1, "a", 0), attempt(4, "a", 202)]).again).toEqual([]);
  expect(missedDeliveries([attempt(1, "a", 0), attempt(4, "a", 500)]).again).toEqual([4]);
  // Refused as wrong: another try would be refused as well.
  expect(missedDeliveries([attempt(1, "a", 401)])).toEqual({ again: [], lost: 0 });
  expect(missedDeliveries([1, 2, 3, 4, 5].map((id) => attempt(id, "a", 0)))).toEqual({ again: [], lost: 1 });
});
