import { type CheckPlace, completeCheck, findCheck, REPLACED } from "./check-run.ts";
import type { Database } from "./database.ts";
import { text } from "./payload.ts";
import { forget, recall, remember } from "./tables.ts";

/** Which check run is open for a pull request: noted before it is made, so that none hangs when its process is killed. */
const noteOf = (key: string): string => `open check/${key}`;

/**
 * Concludes the check run that an earlier job has left open for another head, and notes the one that is opened now
 * (`null`: none is).
 */
export async function closeLeftCheck(
  database: Database,
  key: string,
  place: Omit<CheckPlace, "head" | "externalId">,
  now: { readonly head: string; readonly externalId: string } | null,
): Promise<void> {
  const left = await recall(database, noteOf(key));
  const [head, externalId] = [text(left, "head"), text(left, "externalId")];
  if (head !== "" && (head !== now?.head || externalId !== now.externalId)) {
    const old = { ...place, head, externalId };
    const found = await findCheck(old);
    if (found !== null && !found.completed) await completeCheck(old, found, REPLACED);
  }
  if (now !== null) await remember(database, noteOf(key), { head: now.head, externalId: now.externalId });
  else if (left !== null) await forget(database, noteOf(key));
}

/** The check run is concluded: nothing is open any more. */
export const noteClosed = (database: Database, key: string): Promise<void> => forget(database, noteOf(key));
