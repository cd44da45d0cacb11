import { afterAll, beforeAll, expect, test } from "vitest";
import { readMarker, withMarker } from "../../src/github/marker.ts";
import type { Files } from "../github/fake/git-repository.ts";
import { push, updatePull } from "../github/fake/pull-request.ts";
import { generatedFiles } from "./support/generated-files.ts";
import { gustyProject, task } from "./support/gusty-project.ts";
import { GOOD } from "./support/scene.ts";
import { at, left, PACE, plant, type Slot, saidBy, startWalk, type Walk, type WalkedRun } from "./support/walk.ts";

const WRITE: Files = { "windsock.yml": "generated: { directory: generated, commit: write }\n" };

/** A run that commits, comments and checks. */
let walk: Walk;
/** What such a run asks for, in order. */
let usual: readonly string[];

beforeAll(async () => {
  const base: Files = { ...WRITE, ...(await generatedFiles({ ...gustyProject(), ...WRITE })) };
  const rights = { contents: "write", checks: "write" } as const;
  // An answer may wait for a whole other run.
  const pace = { ...PACE, answer: 120_000, all: 240_000 };
  walk = await startWalk({ base, change: GOOD, rights, inputs: { check: "true" }, pace, beside: true });
  const [first] = await walk.all([async (slot) => slot.run(() => null)]);
  usual = first?.operations ?? [];
  expect(usual).toHaveLength(20);
});

afterAll(async () => {
  expect(walk.github.invalid).toEqual([]);
  await walk.stop();
});

test("two writers at once: another whole run at any request of a run", async () => {
  const jobs = usual.map((operation, number) => async (slot: Slot) => {
    let other: WalkedRun | null = null;
    const act = async (): Promise<void> => {
      other = await slot.runBeside();
    };
    const { run } = await slot.run(at(number, { kind: "meanwhile", act }));
    const what = `at request ${number} (${operation})\n${run.stdout}`;
    expect([run.code, (other as WalkedRun | null)?.run.code], what).toEqual([0, 0]);
    expect(left(slot.scene), what).toMatchObject({ comments: 1, checks: 1, allChecks: 1, commits: 1 });
    expect(saidBy(run), what).toEqual([]);
  });
  await walk.all(jobs);
});

test("a force push at any request, whose run ends first: its comment stays, and nothing of it is lost", async () => {
  const change: Files = { "dags/gusty/orders/audit.yml": task("echo audit", ["publish"]) };
  const jobs = usual.map((operation, number) => async (slot: Slot) => {
    const { repository, pull } = slot.scene;
    let newer = "";
    const act = async (): Promise<void> => {
      newer = push(repository, pull, change, { force: true });
      const { run } = await slot.runBeside();
      expect([run.code, left(slot.scene).commits], run.stdout).toEqual([0, 1]);
    };
    const { run } = await slot.run(at(number, { kind: "meanwhile", act }));
    const what = `at request ${number} (${operation})\n${run.stdout}`;
    const there = left(slot.scene);
    expect(there, what).toMatchObject({ comments: 1, checks: 1, commits: 1 });
    expect(repository.git.git(["rev-parse", "feature^"]), what).toBe(newer);
    const [comment] = repository.comments;
    expect(readMarker(comment?.body ?? "")?.marker.head, what).toBe(there.head);
    expect(comment?.body, what).toContain("audit");
    expect(run.code, what).toBe(run.outputs.conclusion === "success" ? 0 : 1);
    expect(
      saidBy(run).filter((line) => line.startsWith("::warning")),
      what,
    ).toEqual([]);
  });
  await walk.all(jobs);
});

test("the base moves at any request: one commit, one comment and one check all the same", async () => {
  const jobs = usual.map((operation, number) => async (slot: Slot) => {
    const { repository, pull } = slot.scene;
    const act = (): void => {
      repository.git.commit("main", { "README.md": "# Moved\n" });
      updatePull(repository, pull);
    };
    const { run } = await slot.run(at(number, { kind: "meanwhile", act }));
    const what = `at request ${number} (${operation})\n${run.stdout}`;
    expect([run.code, run.outputs.conclusion], what).toEqual([0, "success"]);
    expect(left(slot.scene), what).toMatchObject({ comments: 1, current: true, checks: 1, allChecks: 1, commits: 1 });
    expect(saidBy(run), what).toEqual([]);
  });
  await walk.all(jobs);
});

test("a person deletes, hides or imitates the comment at any request to the API: ours is one, and a hidden one stays hidden", async () => {
  const old = withMarker({ instance: "default", head: "f".repeat(40), revision: 1 }, "old");
  const acts: Readonly<Record<string, (slot: Slot) => void>> = {
    deleted: ({ scene }) => {
      scene.repository.comments.length = 0;
    },
    minimised: ({ scene }) => {
      for (const comment of scene.repository.comments) comment.minimized = true;
    },
    imitated: ({ scene }) => plant(scene, walk.github, old, "mallory"),
  };
  // Between two requests to git nothing is asked of the conversation, so that the first stands for all of them.
  const requests = [...usual.entries()].filter(([number, operation]) => number === 0 || !operation.startsWith("git "));
  const jobs = Object.entries(acts).flatMap(([name, act]) =>
    requests.map(([number, operation]) => async (slot: Slot) => {
      plant(slot.scene, walk.github, old);
      const { run } = await slot.run(at(number, { kind: "meanwhile", act: () => act(slot) }));
      const what = `${name} at request ${number} (${operation})\n${run.stdout}`;
      const { comments, ...rest } = left(slot.scene);
      expect([run.code, rest], what).toMatchObject([0, { checks: 1, commits: 1 }]);
      expect(saidBy(run), what).toEqual([]);
      const own = slot.scene.repository.comments.filter(({ author }) => author !== "mallory");
      // Who deletes it last, after it was read back, has the last word.
      if (name === "deleted") expect(comments, what).toBeLessThanOrEqual(1);
      else
        expect(
          own.map(({ body }) => readMarker(body)?.text.includes("archive")),
          what,
        ).toEqual([true]);
      if (name === "minimised")
        expect(
          own.map(({ minimized }) => minimized),
          what,
        ).toEqual([true]);
      const others = slot.scene.repository.comments.filter(({ author }) => author === "mallory");
      if (name === "imitated") expect(others, what).toMatchObject([{ body: old, edits: 0 }]);
    }),
  );
  await walk.all(jobs);
});
