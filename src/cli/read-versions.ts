import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { alignDeployments } from "../build/deployments.ts";
import { readProject } from "../build/read-project.ts";
import { readConfig } from "../config/read-config.ts";
import type { Config } from "../model/config.ts";
import { asPath } from "../model/path.ts";
import type { Problem } from "../model/problem.ts";
import type { Project } from "../model/project.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { memorySnapshot } from "../snapshot/memory.ts";
import { defaultBranch, findCommit, mergeBase, resolveCommit } from "../snapshot/revisions.ts";
import { decodeText } from "../snapshot/text.ts";
import { UserError } from "../snapshot/user-error.ts";
import type { Host } from "./host.ts";
import { pickDeployment } from "./pick-deployment.ts";
import type { CommonOptions, Say } from "./say.ts";
import { openSource, type Source } from "./source.ts";
import { placeInside } from "./tree-place.ts";

/** Two versions of a project, compiled, both by the configuration of the base. */
export interface BothVersions {
  readonly source: Source;
  readonly base: Project;
  readonly head: Project;
}

/** Reads base and head of a review. `head` undefined: the working tree. Throws a `UserError` where one is not there. */
export async function readVersions(
  host: Host,
  options: CommonOptions & { readonly base?: string; readonly head?: string },
  say: Say,
): Promise<BothVersions> {
  const source = await openSource(host, options, say);
  const { git } = source;
  if (git === null) {
    throw new UserError(
      "there is no git repository here, so there is nothing to compare",
      "Try `windsock check`, or name one: --repo DIR.",
    );
  }
  const start = options.base ?? (await defaultBranch(git));
  if (start === null) {
    const hint =
      (await findCommit(git, "HEAD")) === null ? "Commit first, or run `windsock check`." : "Name it: --base REF.";
    throw new UserError("no default branch is known (origin/HEAD, main or master)", hint);
  }
  const tip = await resolveCommit(git, options.head ?? "HEAD");
  const fork = await mergeBase(git, await resolveCommit(git, start), tip);
  say.step("listing the files of both versions");
  const [before, after] = await Promise.all([
    source.open(fork),
    source.open(options.head === undefined ? undefined : tip),
  ]);
  say.step("compiling the base");
  const given = await readGivenConfig(host, options, source, before);
  const base = await readVersion(before, options, given);
  say.step("compiling the head");
  const own = given ? null : await readConfig(after);
  const head = await readVersion(
    after,
    options,
    given ?? { config: base.config, problems: own?.problems ?? [], text: null },
  );
  if (options.deployment === undefined) return { source, base, head };
  const [one, other] = alignDeployments(base, head);
  return { source, base: pickDeployment(one, options.deployment), head: pickDeployment(other, options.deployment) };
}

/** One version, compiled. `read` compiles another one in the same way. */
export interface OneVersion {
  readonly source: Source;
  readonly snapshot: Snapshot;
  readonly project: Project;
  read(snapshot: Snapshot): Promise<Project>;
}

/** Reads one version. `ref` undefined: what is on disk. */
export async function readOne(
  host: Host,
  options: CommonOptions & { readonly ref?: string },
  say: Say,
): Promise<OneVersion> {
  const source = await openSource(host, options, say);
  say.step("listing the files");
  const snapshot = await source.open(options.ref);
  say.step("compiling");
  const given = await readGivenConfig(host, options, source, snapshot);
  const read = async (version: Snapshot) => {
    const project = await readVersion(version, options, given);
    return options.deployment === undefined ? project : pickDeployment(project, options.deployment);
  };
  return { source, snapshot, project: await read(snapshot), read };
}

/** A configuration that does not come from the version itself; `text` is its file's, where that is none of the version's. */
interface GivenConfig {
  readonly config: Config;
  readonly problems: readonly Problem[];
  readonly text: string | null;
}

async function readVersion(snapshot: Snapshot, options: CommonOptions, given: GivenConfig | null): Promise<Project> {
  const airflow =
    options.airflow === undefined ? {} : { airflow: options.airflow === "2" ? (2 as const) : (3 as const) };
  if (given === null) return readProject(snapshot, airflow);
  const project = await readProject(snapshot, { ...airflow, config: given.config });
  const texts = new Map(project.texts);
  if (given.config.file !== null && given.text !== null) texts.set(given.config.file, given.text);
  return { ...project, problems: [...given.problems, ...project.problems], texts };
}

/** The file of `--config`, under its path in the repository if it lies there. */
async function readGivenConfig(
  host: Host,
  options: CommonOptions,
  source: Source,
  snapshot: Snapshot,
): Promise<GivenConfig | null> {
  if (options.config === undefined) return null;
  const absolute = resolve(host.cwd, options.config);
  const bytes = await readFile(absolute).catch(() => null);
  if (bytes === null)
    throw new UserError(`the configuration \`${options.config}\` cannot be read`, "Check --config FILE.");
  const inside = source.root === null ? null : await placeInside(source.root, absolute);
  const path = inside ?? asPath(options.config);
  const decoded = decodeText(bytes);
  const text = decoded.ok ? decoded.text : "";
  const alone = await readConfig(withFiles(snapshot, { [path]: bytes }), path);
  const { baseline } = alone.config;
  if (baseline === null || source.root === null) return { ...alone, text };
  const accepted = await readFile(join(source.root, baseline)).catch(() => null);
  const files = { [path]: bytes, ...(accepted ? { [baseline]: accepted } : {}) };
  return { ...(await readConfig(withFiles(snapshot, files), path)), text };
}

/** A version with some files as they are given, whatever it has in their place. */
function withFiles(snapshot: Snapshot, files: Readonly<Record<string, Uint8Array>>): Snapshot {
  const given = memorySnapshot(files);
  return {
    ...snapshot,
    tree: new Map([...snapshot.tree, ...given.tree]),
    load: async (paths) => {
      const others = await snapshot.load(paths.filter((path) => !given.tree.has(path)));
      return new Map([...others, ...(await given.load(paths.filter((path) => given.tree.has(path))))]);
    },
  };
}
