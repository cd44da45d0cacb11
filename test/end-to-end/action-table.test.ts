import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Files } from "../github/fake/git-repository.ts";
import { type FakeGitHub, startFakeGitHub } from "../github/fake/server.ts";
import type { Access, Permissions } from "../github/fake/state.ts";
import { type ActionProcess, startActionProcess } from "./support/action-processes.ts";
import { payloadOf } from "./support/events.ts";
import { generatedFiles } from "./support/generated-files.ts";
import { gustyProject } from "./support/gusty-project.ts";
import { BROKEN, GOOD, makeScene } from "./support/scene.ts";
import { PACE, saidBy } from "./support/walk.ts";

const page = readFileSync(resolve(import.meta.dirname, "../../docs/github.md"), "utf8");
const section = page.split("\n## Which event, which permission\n")[1]?.split("\n## ")[0] ?? "";
/** The table feature × event × permission, as the documentation has it. */
const [header = [], , ...rows] = (section.split("\n\n").find((part) => part.startsWith("| |")) ?? "")
  .split("\n")
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

type Right = readonly [name: keyof Permissions, access: Access];

/** The permissions that a cell names; `null` where it says that there is nothing to be had. */
function rightsIn(cell: string): readonly Right[] | null {
  if (cell.startsWith("no:")) return null;
  return [...cell.matchAll(/`([a-z-]+): (read|write)`/g)].map((match) => [match[1], match[2]] as unknown as Right);
}

const WRITE: Files = { "windsock.yml": "generated: { directory: generated, commit: write }\n" };
const written: Files = { ...WRITE, ...(await generatedFiles({ ...gustyProject(), ...WRITE })) };
const NONE: Permissions = { contents: "none", "pull-requests": "none", issues: "none", checks: "none" };

/** How each row is asked for, and what it gives. */
const FEATURES: readonly {
  readonly row: RegExp;
  readonly inputs: Readonly<Record<string, string>>;
  readonly change: Files;
  readonly base?: Files;
  readonly gives: "comments" | "checks" | "commits" | null;
}[] = [
  { row: /^review, exit code/, inputs: { comment: "never" }, change: BROKEN, gives: null },
  { row: /^the comment/, inputs: {}, change: GOOD, gives: "comments" },
  { row: /^the check run/, inputs: { comment: "never", check: "true" }, change: GOOD, gives: "checks" },
  { row: /^commit back/, inputs: { comment: "never" }, change: GOOD, base: written, gives: "commits" },
];

let github: FakeGitHub;
let action: ActionProcess;

beforeAll(async () => {
  github = await startFakeGitHub();
  action = startActionProcess(PACE);
});

afterAll(async () => {
  action.stop();
  expect(github.invalid).toEqual([]);
  await github.close();
});

interface Case {
  readonly name: string;
  readonly event: string;
  readonly fork: boolean;
  readonly feature: (typeof FEATURES)[number];
  readonly rights: readonly Right[];
  /** What is to be had; `null`: all that the row promises. */
  readonly without: Right | "nothing" | null;
}

const weaker = ([name, access]: Right): Right => [name, access === "write" ? "read" : "none"];

const CASES: readonly Case[] = rows.flatMap((cells, index) => {
  const [title = "", ...columns] = cells;
  const feature = FEATURES[index];
  if (feature === undefined || !feature.row.test(title)) throw new Error(`no test for the row "${title}"`);
  return columns.flatMap((cell, column): Case[] => {
    const events = [...(header[column + 1] ?? "").matchAll(/`([a-z_]+)`/g)].map((match) => match[1] ?? "");
    const ofFork = (header[column + 1] ?? "").includes("of a fork");
    const first = rightsIn(rows[0]?.[column + 1] ?? "") ?? [];
    return events.flatMap((event): Case[] => {
      const own = rightsIn(cell);
      const all = new Map<string, Access>([...first, ...(own ?? [])] as Right[]);
      const rights = [...all].map(([name, access]) => [name, access] as Right);
      const name = `${title}: ${event}`;
      // Where forks can have it, it is tried with a fork.
      const fork = ofFork || (feature.gives !== "commits" && ["pull_request_target", "workflow_run"].includes(event));
      const shared = { event, fork, feature };
      if (own === null) return [{ ...shared, name: `${name} gives nothing`, rights, without: "nothing" }];
      return [
        { ...shared, name: `${name} with exactly its permissions`, rights, without: null },
        ...own.map(
          (right): Case => ({
            ...shared,
            name: `${name} with less than ${right.join(": ")}`,
            rights: rights.map((item) => (item[0] === right[0] ? weaker(item) : item)),
            without: right,
          }),
        ),
      ];
    });
  });
});

test("the table has a row for each feature and a column for each event", () => {
  expect(rows.length).toBe(FEATURES.length);
  const events = header.flatMap((cell) => [...cell.matchAll(/`([a-z_]+)`/g)].map((match) => match[1] ?? ""));
  expect([...new Set(events)].sort()).toEqual([
    "merge_group",
    "pull_request",
    "pull_request_target",
    "push",
    "workflow_dispatch",
    "workflow_run",
  ]);
});

test.each(CASES.map((item) => [item.name, item] as const))("%s", async (_, item) => {
  const { event, fork, feature, rights, without } = item;
  const scene = makeScene(github, feature.change, {
    rights: { ...NONE, ...Object.fromEntries(rights) },
    ...(feature.base ? { base: feature.base } : {}),
    ...(fork ? { from: "someone/shop" } : {}),
  });
  const { repository, token } = scene;
  const before = repository.git.resolve("refs/heads/feature");
  const options = { event, payload: payloadOf(scene, event), token, inputs: feature.inputs };
  const run = await action.run(github, repository, options);
  const what = run.stdout;
  expect(run.stdout, what).not.toContain("met a defect");
  const there = {
    comments: repository.comments.length,
    checks: repository.checkRuns.length,
    commits: repository.git.resolve("refs/heads/feature") === before ? 0 : 1,
  };
  const { gives } = feature;
  const expected = { comments: 0, checks: 0, commits: 0 };
  if (gives !== null && without === null) expected[gives] = 1;
  // The check run of `workflow_run` is always on.
  const always = event === "workflow_run" && gives !== "checks" && rights.some(([name]) => name === "checks");
  expect(there, what).toEqual({ ...expected, ...(always ? { checks: 1 } : {}) });
  const said = saidBy(run).filter(
    (line) => event !== "workflow_run" || gives === "checks" || !/its check run/.test(line),
  );

  if (without !== null && without !== "nothing" && rightsOfReview(item).some((right) => isBelow(rights, right))) {
    // Without what the review itself takes there is none: the job fails and names the permission.
    expect([run.code, run.outputs.conclusion], what).toEqual([1, undefined]);
    expect(said, what).toEqual([expect.stringMatching(new RegExp(`^::error::.*permissions: ${without.join(": ")}`))]);
    return;
  }
  const broken = feature.change === BROKEN;
  const stale = gives === "commits" && there.commits === 0;
  expect([run.code, run.outputs.conclusion], what).toEqual(broken || stale ? [1, "failure"] : [0, "success"]);
  expect(run.summary, what).toContain(broken ? "claen" : "archive");
  if (broken) expect(run.stdout).toMatch(/^::error title=unknown-dependency,file=/m);
  expect([...run.files.keys()]).toEqual(expect.arrayContaining(["windsock/report.json", "windsock/report.md"]));
  const warnings = said.filter((line) => line.startsWith("::warning::"));
  const noPull = (event === "merge_group" || event === "push") && gives !== "checks";
  if (without === null || noPull) expect(warnings, what).toEqual([]);
  else if (without === "nothing") expect(warnings, what).toEqual([expect.stringMatching(/fork/)]);
  else expect(warnings, what).toEqual([expect.stringMatching(new RegExp(`permissions: .*${without.join(": ")}`))]);
});

/** A right of the token is less than another asks for. */
const isBelow = (rights: readonly Right[], [name, access]: Right): boolean => {
  const given = rights.find((right) => right[0] === name)?.[1] ?? "none";
  return given === "none" || (given === "read" && access === "write");
};

function rightsOfReview({ event }: Case): readonly Right[] {
  const column = header.findIndex((cell) => cell.includes(`\`${event}\``));
  return rightsIn(rows[0]?.[column] ?? "") ?? [];
}
