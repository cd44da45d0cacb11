import type { Git } from "./git.ts";
import { UserError } from "./user-error.ts";

const text = (output: Buffer): string => output.toString("utf8").trim();

/** The id of the commit that `rev` names. Throws a `UserError` that says what to fetch if there is none. */
export async function resolveCommit(git: Git, rev: string): Promise<string> {
  const id = await findCommit(git, rev);
  if (id === null) throw new UserError(`there is no commit \`${rev}\` in this repository`, await missingHint(git, rev));
  return id;
}

/** The id of the commit that `rev` names, or `null`. */
export async function findCommit(git: Git, rev: string): Promise<string | null> {
  // A name with a dash in front would be an option, and a NUL or a line end is in no name.
  if (rev === "" || rev.startsWith("-") || /[\0\r\n]/.test(rev)) return null;
  const result = await git.attempt(["rev-parse", "--verify", "--quiet", `${rev}^{commit}`]);
  return result.code === 0 ? text(result.stdout) : null;
}

/** The commit from which both came, by the latest common ancestor. Throws a `UserError` if they share none. */
export async function mergeBase(git: Git, one: string, other: string): Promise<string> {
  const result = await git.attempt(["merge-base", one, other]);
  if (result.code === 0) return text(result.stdout).split("\n")[0] ?? "";
  throw new UserError(
    `\`${short(one)}\` and \`${short(other)}\` have no common commit`,
    (await isShallow(git))
      ? "This is a shallow clone. Run: git fetch --unshallow"
      : "Name the version to compare with: --base REF",
  );
}

const DEFAULT_BRANCHES = [
  "refs/remotes/origin/HEAD",
  "refs/remotes/origin/main",
  "refs/remotes/origin/master",
  "refs/heads/main",
  "refs/heads/master",
];

/** The branch that pull requests go to: what the remote says, else `main` or `master`; `null` if there is none of them. */
export async function defaultBranch(git: Git): Promise<string | null> {
  const output = await git.output(["for-each-ref", "--format=%(refname) %(symref)", ...DEFAULT_BRANCHES]);
  const found = new Map<string, string>();
  for (const line of text(output).split("\n")) {
    const [ref = "", target = ""] = line.split(" ");
    found.set(ref, target);
  }
  const first = DEFAULT_BRANCHES.find((ref) => found.has(ref));
  if (first === undefined) return null;
  return (found.get(first) || first).replace(/^refs\/(remotes|heads)\//, "");
}

async function isShallow(git: Git): Promise<boolean> {
  return text((await git.attempt(["rev-parse", "--is-shallow-repository"])).stdout) === "true";
}

async function missingHint(git: Git, rev: string): Promise<string> {
  if ((await git.attempt(["rev-parse", "--verify", "--quiet", "HEAD"])).code !== 0 && rev === "HEAD") {
    return "The repository has no commit yet: commit first, or run `windsock check`.";
  }
  if (await isShallow(git)) return "This is a shallow clone. Run: git fetch --unshallow";
  return "Check the name, or fetch it: git fetch origin";
}

const short = (rev: string): string => (/^[0-9a-f]{40,64}$/.test(rev) ? rev.slice(0, 7) : rev);
