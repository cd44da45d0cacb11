import { baseName, type Path } from "../model/path.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { fetchObjects, type OwnRepository } from "./git-repository.ts";

/** Gets the content of files from the server before it is read: one fetch for all that is missing. */
export interface BlobBatches {
  /** The same snapshot, whose `load` first fetches what is missing. */
  wrap(snapshot: Snapshot): Snapshot;
  /** Fetches the files of several snapshots that `wanted` names, in one batch. */
  fetch(snapshots: readonly Snapshot[], wanted: (path: Path) => boolean): Promise<void>;
  /** Runs two readers side by side; a fetch starts when each of them waits for one or has ended, so that they share it. */
  together<A, B>(one: () => Promise<A>, other: () => Promise<B>): Promise<[A, B]>;
  /** How many fetches were made. */
  count(): number;
}

/** Batches for the files of some commits, whose trees are there. */
export async function createBlobBatches(repository: OwnRepository, commits: readonly string[]): Promise<BlobBatches> {
  const known = await localObjects(repository, commits);
  let fetches = 0;
  let readers = 1;
  let waiting: { oids: readonly string[]; resolve: () => void; reject: (error: unknown) => void }[] = [];

  const flush = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    const missing = new Set(batch.flatMap(({ oids }) => oids.filter((oid) => !known.has(oid))));
    try {
      if (missing.size > 0) {
        fetches += 1;
        await fetchObjects(repository, [...missing].sort(), 0);
        for (const oid of missing) known.add(oid);
      }
      for (const { resolve } of batch) resolve();
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  const flushIfAllWait = (): void => {
    if (waiting.length > 0 && waiting.length >= readers) void flush();
  };
  const ensure = (oids: readonly string[]): Promise<void> => {
    if (oids.every((oid) => known.has(oid))) return Promise.resolve();
    return new Promise((resolve, reject) => {
      waiting.push({ oids, resolve, reject });
      flushIfAllWait();
    });
  };
  const reader = async <T>(read: () => Promise<T>): Promise<T> => {
    try {
      return await read();
    } finally {
      readers -= 1;
      flushIfAllWait();
    }
  };
  return {
    count: () => fetches,
    wrap: (snapshot) => ({
      commit: snapshot.commit,
      date: snapshot.date,
      tree: snapshot.tree,
      async load(paths) {
        await ensure(paths.flatMap((path) => contentOf(snapshot, path)));
        return snapshot.load(paths);
      },
    }),
    fetch: (snapshots, wanted) =>
      ensure(
        snapshots.flatMap((snapshot) =>
          [...snapshot.tree.keys()].filter(wanted).flatMap((path) => contentOf(snapshot, path)),
        ),
      ),
    async together(one, other) {
      readers += 1;
      const both = Promise.all([reader(one), reader(other)]);
      return both.finally(() => {
        readers = 1;
      });
    },
  };
}

const contentOf = (snapshot: Snapshot, path: Path): string[] => {
  const entry = snapshot.tree.get(path);
  return entry?.kind === "file" ? [entry.oid] : [];
};

/**
 * The objects of some commits that are here already: all where the server ignores the filter, many where another folder of
 * objects or an earlier review holds them. `--missing=print` looks without fetching, and marks what is missing.
 */
async function localObjects(repository: OwnRepository, commits: readonly string[]): Promise<Set<string>> {
  const options = ["--objects", "--no-object-names", "--no-walk", "--missing=print", "--stdin"];
  const output = await repository.reading.output(["rev-list", ...options], { input: `${commits.join("\n")}\n` });
  return new Set(output.toString("latin1").split("\n"));
}

/** Files that every review reads, whatever the project: Python, configuration, and what pins versions. */
export function isAlwaysRead(path: Path): boolean {
  const name = baseName(path);
  return name.endsWith(".py") || CONFIGURATION.test(name);
}

const CONFIGURATION =
  /^(?:\.?windsock.*|\.airflowignore|METADATA\.ya?ml|pyproject\.toml|setup\.cfg|Pipfile|.*\.lock|.*(?:requirements|constraints).*\.(?:txt|in)|.*Dockerfile.*|\.python-version)$/;
