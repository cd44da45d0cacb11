import { appendFile, mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { createGit, type Git } from "../snapshot/git.ts";
import { UserError } from "../snapshot/user-error.ts";
import { PACE, type Pace } from "./pace.ts";

/** A bare repository of our own, and git for it: `fetching` may reach the server, `reading` never does. */
export interface OwnRepository {
  readonly directory: string;
  readonly fetching: Git;
  readonly reading: Git;
  /** What a second of waiting is, in milliseconds. */
  readonly second: number;
}

/** The longest that one fetch may take, in milliseconds. */
const FETCH = 120_000;

/** How often a git command is tried where the server or the connection failed, and where GitHub refused: that may be a moment's. */
const TRIES = 3;
const REFUSED_TRIES = 2;

/** What makes the repository a partial clone that never tidies up by itself (git-config). */
const CONFIGURATION = `[extensions]
	partialClone = origin
[remote "origin"]
	promisor = true
	partialCloneFilter = blob:none
[gc]
	auto = 0
[maintenance]
	auto = false
`;

/**
 * Makes an empty bare repository in a new folder below `parent`. Address and token reach git only by environment
 * variables (`GIT_CONFIG_COUNT`), the token only for that server: it is in no file, argument or address.
 */
export async function createOwnRepository(options: {
  readonly parent: string;
  readonly url: string;
  readonly token: string;
  readonly objectFormat: "sha1" | "sha256";
  readonly alternate?: string | null;
  readonly pace?: Pace;
}): Promise<OwnRepository> {
  const directory = await mkdtemp(join(options.parent, "windsock-"));
  await initRepository(directory, options.objectFormat);
  return openOwnRepository({ ...options, directory });
}

/** Makes an existing, empty folder a bare repository that `openOwnRepository` can open. */
export async function initRepository(directory: string, objectFormat: "sha1" | "sha256"): Promise<void> {
  const plain = await createGit({ directory, own: true });
  await plain.output(["init", "--quiet", "--bare", `--object-format=${objectFormat}`, "--template=", "."]);
  await appendFile(join(directory, "config"), CONFIGURATION);
}

/** Opens a repository that `initRepository` made, with a token for its server. */
export async function openOwnRepository(options: {
  readonly directory: string;
  readonly url: string;
  readonly token: string;
  /** A folder of git objects that are already on this machine. It is read and never written. */
  readonly alternate?: string | null;
  readonly pace?: Pace;
}): Promise<OwnRepository> {
  const pace = options.pace ?? PACE;
  const objects: Readonly<Record<string, string>> = options.alternate
    ? { GIT_ALTERNATE_OBJECT_DIRECTORIES: options.alternate }
    : {};
  const own = { gitDir: options.directory, own: true, environment: objects } as const;
  const environment = { ...objects, ...access(options.url, options.token, pace) };
  return {
    directory: options.directory,
    second: pace.second,
    reading: await createGit(own),
    fetching: await createGit({ ...own, network: true, environment }),
  };
}

/** A token as git sends it. */
export const basicCredentials = (token: string): string => Buffer.from(`x-access-token:${token}`).toString("base64");

/** Git's configuration for requests with a token, as environment variables (git-config, GIT_CONFIG_COUNT). */
function access(url: string, token: string, pace: Pace): Record<string, string> {
  const basic = basicCredentials(token);
  const configuration: readonly (readonly [string, string])[] = [
    ["remote.origin.url", url],
    [`http.${new URL(url).origin}/.extraHeader`, `Authorization: Basic ${basic}`],
    ["http.followRedirects", "false"],
    ["credential.helper", ""],
    ["core.askPass", ""],
    ["protocol.version", "2"],
    ["fetch.negotiationAlgorithm", "noop"],
    ["http.lowSpeedLimit", "1000"],
    ["http.lowSpeedTime", String(Math.max(1, Math.round(pace.answer / 1000)))],
  ];
  const variables = configuration.flatMap(([key, value], index): [string, string][] => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { ...Object.fromEntries(variables), GIT_CONFIG_COUNT: String(configuration.length) };
}

/** The commits that refs of the server name; refs that are not there are left out. */
export async function listRefs(
  repository: OwnRepository,
  refs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const output = await reachServer(repository, ["ls-remote", "origin", ...refs]);
  const lines = output.toString("latin1").split("\n");
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [oid = "", ref = ""] = line.split("\t");
      return refs.includes(ref) ? [[ref, oid]] : [];
    }),
  );
}

/**
 * Fetches objects by id, all in one fetch: commits with their trees and without file content (`depth` commits deep),
 * or with `depth` 0 exactly the blobs that are named.
 */
export async function fetchObjects(repository: OwnRepository, oids: Iterable<string>, depth: number): Promise<void> {
  await reachServer(
    repository,
    [
      ...["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--no-auto-maintenance"],
      ...(depth > 0 ? [`--depth=${depth}`] : []),
      ...["--filter=blob:none", "--stdin", "origin"],
    ],
    [...new Set(oids)].map((oid) => `${oid}\n`).join(""),
  );
}

/** Runs a command that talks to the server, again where it failed: without both versions there is no verdict. */
async function reachServer(repository: OwnRepository, args: readonly string[], input = ""): Promise<Buffer> {
  for (let tried = 1; ; tried += 1) {
    const result = await repository.fetching.attempt(args, { input, timeout: FETCH });
    if (result.code === 0) return result.stdout;
    if (tried === (isTransient(result.stderr) ? TRIES : REFUSED_TRIES)) throw failure(result.stderr);
    await setTimeout(tried * repository.second);
  }
}

/** True where git's words are those of a failing server or connection, which may work the next time. */
const isTransient = (stderr: string): boolean =>
  /error: 5\d\d|error: 429|RPC failed|timed? ?out|too slow|reset by peer|early EOF|hung up|Empty reply|Could not resolve|Failed to connect|unexpected disconnect/i.test(
    stderr,
  );

function failure(stderr: string): UserError {
  if (stderr.trim() === "") return new UserError("GitHub did not send the repository in time", "Run the job again.");
  if (/error: 40[134]|Authentication failed|could not read Username|not found/i.test(stderr)) {
    return new UserError(
      "GitHub does not let this token read the repository",
      "Give the job `permissions: contents: read`, and check the input `github-token`.",
    );
  }
  if (/not our ref|no such remote ref|couldn't find remote ref/i.test(stderr)) {
    return new UserError("GitHub no longer has a commit of this event", "Push again, or start the newest run.");
  }
  const line = stderr.split("\n").find((text) => /^(?:fatal|error):/.test(text)) ?? "git gave no reason";
  return new UserError(
    `the repository cannot be fetched: ${line.replace(/^(?:fatal|error): /, "")}`,
    "Run the job again.",
  );
}
