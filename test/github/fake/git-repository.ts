import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";

/** The content of one path: text, bytes, a symbolic link or a submodule. */
export type FileContent = string | Uint8Array | { readonly link: string } | { readonly submodule: string };

/** `null` removes the path. */
export type Files = Readonly<Record<string, FileContent | null>>;

/** A real bare repository that tests write to. */
export interface GitRepository {
  readonly directory: string;
  /** Commits `files` on top of `branch`, or of `from` where the branch is new, and moves the branch. Gives the commit's id. */
  commit(branch: string, files: Files, options?: { from?: string; force?: boolean; message?: string }): string;
  /** The commit that a ref names, or `null`. */
  resolve(ref: string): string | null;
  setRef(ref: string, commit: string | null): void;
  /** The commit object's own text. */
  commitText(oid: string): string;
  /** Makes the merge commit of two commits as GitHub does (base first), or gives `null` under a conflict. */
  merge(base: string, head: string): string | null;
  mergeBase(base: string, head: string): string | null;
  git(args: readonly string[], input?: string | Buffer): string;
}

const IDENTITY = {
  GIT_AUTHOR_NAME: "Ada",
  GIT_AUTHOR_EMAIL: "ada@example.com",
  GIT_AUTHOR_DATE: "1700000000 +0000",
  GIT_COMMITTER_NAME: "Ada",
  GIT_COMMITTER_EMAIL: "ada@example.com",
  GIT_COMMITTER_DATE: "1700000000 +0000",
};

/** Partial fetches and fetches by id, as on GitHub. */
const CONFIGURATION = `[uploadpack]
	allowFilter = true
	allowAnySHA1InWant = true
[http]
	receivepack = true
[gc]
	auto = 0
[fastimport]
	unpackLimit = 0
`;

/** A path as `git fast-import` reads it: C quoting. */
const quote = (path: string): string =>
  `"${path.replace(/["\\]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r")}"`;

function fileCommand(path: string, content: FileContent | null): Buffer {
  if (content === null) return Buffer.from(`D ${quote(path)}\n`);
  if (typeof content === "object" && "submodule" in content) {
    return Buffer.from(`M 160000 ${content.submodule} ${quote(path)}\n`);
  }
  const link = typeof content === "object" && "link" in content;
  const bytes = Buffer.from(link ? content.link : content);
  return Buffer.concat([
    Buffer.from(`M ${link ? "120000" : "100644"} inline ${quote(path)}\ndata ${bytes.length}\n`),
    bytes,
    Buffer.from("\n"),
  ]);
}

/** Makes an empty bare repository that answers partial fetches, as GitHub's do. */
export function createGitRepository(directory: string, objectFormat: "sha1" | "sha256" = "sha1"): GitRepository {
  mkdirSync(directory, { recursive: true });
  const run = (args: readonly string[], input?: string | Buffer): string =>
    execFileSync("git", [...args], {
      cwd: directory,
      input: input ?? "",
      encoding: "utf8",
      stdio: ["pipe", "pipe", "pipe"],
      maxBuffer: 1 << 28,
      env: { PATH: process.env.PATH, HOME: directory, GIT_CONFIG_NOSYSTEM: "1", ...IDENTITY },
    }).trim();
  const attempt = (args: readonly string[]): string | null => {
    try {
      return run(args);
    } catch {
      return null;
    }
  };
  run(["init", "--quiet", "--bare", "--initial-branch=main", `--object-format=${objectFormat}`]);
  appendFileSync(join(directory, "config"), CONFIGURATION);

  /** What names stood for; emptied when git is called in ways that may change any of them. */
  const known = new Map<string, string | null>();
  const resolve = (ref: string): string | null => {
    const found = known.has(ref) ? known.get(ref) : attempt(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
    known.set(ref, found ?? null);
    return found ?? null;
  };
  const setRef = (ref: string, commit: string | null): void => {
    known.set(ref, commit);
    run(commit === null ? ["update-ref", "-d", ref] : ["update-ref", ref, commit]);
  };
  /** Commits do not change, and neither does what two of them merge to. */
  const texts = new Map<string, string>();
  const merges = new Map<string, string | null>();
  const makeMerge = (base: string, head: string): string | null => {
    const tree = attempt(["merge-tree", "--write-tree", base, head]);
    if (tree === null) return null;
    return run(["commit-tree", "-p", base, "-p", head, "-m", `Merge ${head} into ${base}`, tree.split("\n")[0] ?? ""]);
  };
  return {
    directory,
    git(args, input) {
      known.clear();
      return run(args, input);
    },
    resolve,
    setRef,
    commit(branch, files, options = {}) {
      const ref = `refs/heads/${branch}`;
      const from = options.force ? options.from : (resolve(ref) ?? options.from);
      const parent = from === undefined ? "" : `from ${resolve(from) ?? from}\n`;
      const message = options.message ?? `Change ${Object.keys(files).length} files`;
      const made = run(
        ["fast-import", "--quiet", "--force", "--date-format=raw"],
        Buffer.concat([
          Buffer.from(`feature get-mark\ncommit ${ref}\nmark :1\n`),
          Buffer.from(`committer Ada <ada@example.com> 1700000000 +0000\n`),
          Buffer.from(`data ${message.length}\n${message}\n${parent === "" ? "deleteall\n" : parent}`),
          ...Object.entries(files).map(([path, content]) => fileCommand(path, content)),
          Buffer.from("get-mark :1\n"),
        ]),
      );
      known.set(ref, made);
      return made;
    },
    commitText(oid) {
      const text = texts.get(oid) ?? run(["cat-file", "commit", oid]);
      texts.set(oid, text);
      return text;
    },
    merge(base, head) {
      const key = `${base} ${head}`;
      const merged = merges.has(key) ? merges.get(key) : makeMerge(base, head);
      merges.set(key, merged ?? null);
      return merged ?? null;
    },
    mergeBase: (base, head) => attempt(["merge-base", base, head]),
  };
}
