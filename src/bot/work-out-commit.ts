import { readProject } from "../build/read-project.ts";
import { fixAll } from "../fix/fix-all.ts";
import { patchText } from "../fix/patch-text.ts";
import { isChanged, planCommitBack } from "../github/commit-back.ts";
import type { CommitsTarget, PullRequestTarget } from "../github/event.ts";
import { type OpenedTarget, reviewOpened } from "../github/review-target.ts";
import type { Acceptance, Finding } from "../model/finding.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { markdown } from "../report/escape.ts";
import { maskFile, maskMessage } from "../report/mask.ts";
import { richOf } from "../report/rich.ts";
import { visibleLine } from "../report/visible.ts";
import type { BranchCommit } from "./rendered-review.ts";

const NOTHING: BranchCommit = { command: "", additions: [], deletions: [], nothing: null, done: [], patch: "" };

/** Characters of a patch that a comment may hold. */
const LONGEST_PATCH = 50_000;

/** The commit that brings a branch's generated Python to what its own sources give. */
export async function workOutGenerated({ versions, config }: OpenedTarget): Promise<BranchCommit> {
  if (config.generated.commit === "off") {
    const nothing =
      "This repository keeps no generated Python: `generated.commit` in its `windsock.yml` is `off`. Set it to `check` or `write` first.";
    return { ...NOTHING, nothing };
  }
  const project = await readProject(versions.branch, { config });
  const { plan, hindrance, command } = await planCommitBack(versions.branch, project);
  if (!isChanged(plan)) {
    return {
      ...NOTHING,
      nothing: "The generated Python is what the files of this branch give: there is nothing to commit.",
    };
  }
  if (hindrance !== null) return { ...NOTHING, nothing: markdown(richOf(hindrance)) };
  const additions = plan.additions.map(({ path, text }) => ({ path, text }));
  return { ...NOTHING, command, additions, deletions: plan.deletions };
}

/** The commit that applies the safe fixes of what a pull request brings, but for what people have accepted. */
export async function workOutFixes(
  target: PullRequestTarget | CommitsTarget,
  opened: OpenedTarget,
  acceptances: readonly Acceptance[],
): Promise<BranchCommit> {
  const { versions, config } = opened;
  const { review } = await reviewOpened(target, opened, { acceptances });
  const brought = new Set(
    review.findings.filter(({ state, accepted }) => state === "new" && accepted === null).map(identityOf),
  );
  const read = (snapshot: Snapshot) => readProject(snapshot, { config });
  const fixed = await fixAll(versions.branch, read, (finding) => brought.has(identityOf(finding)));
  // Workflows and the like are not Windsock's to write.
  const files = [...fixed.files].filter(([path, { from }]) => ![path, from].some((name) => /^\.git/i.test(name)));
  if (files.length === 0) {
    return { ...NOTHING, nothing: "There is nothing to fix: no finding that this pull request brings has a safe fix." };
  }
  const paths = new Set(files.map(([path]) => path));
  const patch = patchText({ ...fixed, files: new Map(files) });
  const isSecret = files.some(([path, { before, after }]) =>
    [before, after].some((text) => maskFile(path, text) !== text),
  );
  return {
    ...NOTHING,
    command: "windsock check --fix",
    additions: files.map(([path, { after }]) => ({ path, text: after })),
    deletions: files.flatMap(([path, { from }]) => (from === path || paths.has(from) ? [] : [from])),
    done: fixed.applied.map(({ at, fix, rule }) =>
      visibleLine(`${at.file}: ${maskMessage(fix?.description ?? "")} (${rule})`),
    ),
    patch: isSecret || patch.length > LONGEST_PATCH ? "" : patch,
  };
}

/** What tells a finding in the merge result and in the branch to be the same. */
const identityOf = ({ rule, at, subject, message }: Finding): string => {
  const { dag = "", task = "", group = "", key = "" } = subject;
  return JSON.stringify([rule, at.file, dag, task, group, key, message]);
};
