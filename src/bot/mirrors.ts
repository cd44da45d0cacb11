import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { initRepository } from "../github/git-repository.ts";

/** A bare repository that one review has for itself. */
export interface Mirror {
  readonly directory: string;
  /** `sound`: what it holds may serve the next review; otherwise it is thrown away. */
  release(sound: boolean): Promise<void>;
}

/** Mirrors of repositories on disk: objects that were fetched once are not fetched again. */
export interface Mirrors {
  take(repositoryId: number, objectFormat: "sha1" | "sha256"): Promise<Mirror>;
}

const MIB = 1024 * 1024;

/** One mirror may take this part of all the space, and have so many packs: each fetch makes one. */
const SHARE = 4;
const PACKS = 150;

/** What a process that was killed had in use is removed after so many milliseconds: no review takes as long. */
const ABANDONED = 2 * 3_600_000;

/**
 * Opens the mirrors below `folder`. A review takes its mirror by renaming it away, so no two ever share one, in one process or
 * in several, and what a killed process had in use is never used again. A second review of the same repository starts empty.
 */
export async function openMirrors(folder: string, space: number): Promise<Mirrors> {
  const [kept, used] = [join(folder, "kept"), join(folder, "in-use")];
  await mkdir(kept, { recursive: true, mode: 0o700 });
  await mkdir(used, { recursive: true, mode: 0o700 });
  const removeAbandoned = async (): Promise<void> => {
    for (const name of await readdir(used)) {
      const found = await stat(join(used, name)).catch(() => null);
      if (found !== null && Date.now() - found.mtimeMs > ABANDONED) await remove(join(used, name));
    }
  };
  await removeAbandoned();
  return {
    async take(repositoryId, objectFormat) {
      const place = join(kept, `${repositoryId}-${objectFormat}`);
      const directory = join(used, randomUUID());
      if (!(await moved(place, directory))) {
        await mkdir(directory, { mode: 0o700 });
        await initRepository(directory, objectFormat);
      }
      const now = new Date();
      await utimes(directory, now, now);
      return {
        directory,
        async release(sound) {
          const { bytes, packs } = sound ? await measure(directory) : { bytes: 0, packs: 0 };
          const worth = sound && bytes <= (space * MIB) / SHARE && packs <= PACKS;
          if (!worth || !(await moved(directory, place))) await remove(directory);
          await evict(kept, used, space * MIB);
          await removeAbandoned();
        },
      };
    },
  };
}

/** Renames a folder; false where there is none, or where the target is there already. */
async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch {
    return false;
  }
}

const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 3 });

async function measure(folder: string): Promise<{ bytes: number; packs: number }> {
  let [bytes, packs] = [0, 0];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    if (entry.name.endsWith(".pack")) packs += 1;
    bytes += (await stat(join(entry.parentPath, entry.name)).catch(() => null))?.size ?? 0;
  }
  return { bytes, packs };
}

/**
 * Removes the mirrors that were used the longest ago until the rest fits. Each is taken first, as a review takes it: no review
 * ever gets one that is half removed.
 */
async function evict(kept: string, used: string, space: number): Promise<void> {
  const found = await Promise.all(
    (await readdir(kept)).map(async (name) => {
      const folder = join(kept, name);
      const at = (await stat(folder).catch(() => null))?.mtimeMs ?? 0;
      return { folder, at, bytes: (await measure(folder)).bytes };
    }),
  );
  let room = space;
  for (const { folder, bytes } of found.sort((a, b) => b.at - a.at)) {
    room -= bytes;
    const taken = join(used, randomUUID());
    if (room < 0 && (await moved(folder, taken))) await remove(taken);
  }
}
