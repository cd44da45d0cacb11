import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createGit } from "../../snapshot/git.ts";
import { project } from "./project.ts";
import { BRANCH, pullRequest, type SampleCommit } from "./pull-request.ts";

const PERSON = { name: "Ada Example", email: "ada@example.com" };

/**
 * Makes the sample repository in `folder`, which it creates: `main`, and the branch of the pull request, checked out.
 * Neither the user's git configuration nor the clock plays a part: the commit ids are always the same.
 */
export async function makeRepository(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const commits: SampleCommit[] = [{ message: "Orders, sales and finance", files: project }, ...pullRequest];
  for (const [index, commit] of commits.entries()) {
    const git = await createGit({ directory: folder, own: true, environment: author(index) });
    if (index === 0)
      await git.output(["-c", "init.defaultBranch=main", "init", "-q", "--template=", "--object-format=sha1"]);
    if (index === 1) await git.output(["checkout", "-q", "-b", BRANCH]);
    for (const [path, text] of Object.entries(commit.files)) await write(join(folder, path), text);
    await git.output(["add", "--all", "."]);
    await git.output(["commit", "-q", "-m", commit.message]);
  }
}

async function write(path: string, text: string | null): Promise<void> {
  if (text === null) return rm(path);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

function author(index: number): Record<string, string> {
  const date = `2024-05-06T0${index}:00:00+00:00`;
  return {
    GIT_AUTHOR_NAME: PERSON.name,
    GIT_AUTHOR_EMAIL: PERSON.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: PERSON.name,
    GIT_COMMITTER_EMAIL: PERSON.email,
    GIT_COMMITTER_DATE: date,
  };
}
