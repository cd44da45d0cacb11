import type { Database } from "./database.ts";
import { accept, type PullKey, recallFindings, takeBack } from "./pull-memory.ts";

const LONGEST_REASON = 300;

/** Six characters of a fingerprint are enough to name a finding; the report shows all 16. */
const START = /^[0-9a-f]{6,16}$/;
const NO_FINGERPRINT = "A fingerprint has 6 to 16 letters and digits; the report shows it at each finding.";

/** The fingerprint's beginning that a command names, or `null`, and the words behind it. */
function read(rest: string): { readonly wanted: string | null; readonly words: readonly string[] } {
  const [start = "", ...words] = rest.replaceAll("`", "").split(/\s+/);
  const wanted = start.toLowerCase();
  return { wanted: START.test(wanted) ? wanted : null, words };
}

/**
 * `accept FINGERPRINT reason`: keeps that a person accepts a finding of the newest report, as it is now. Gives why not, in a
 * sentence; `null`: done.
 */
export async function acceptFinding(
  database: Database,
  key: PullKey,
  by: string,
  rest: string,
): Promise<string | null> {
  const { wanted, words } = read(rest);
  const reason = words.join(" ").slice(0, LONGEST_REASON).trim();
  if (wanted === null) return NO_FINGERPRINT;
  const known = await recallFindings(database, key);
  if (known.length === 0) return "The newest report has no finding, or is not written yet.";
  const [found, other] = known.filter(({ fingerprint }) => fingerprint.startsWith(wanted));
  if (found === undefined) return "The newest report has no finding with this fingerprint.";
  if (other !== undefined) return "Several findings have a fingerprint that begins so: write more of it.";
  if (reason === "") return "The reason is missing: it is shown to everybody.";
  await accept(database, key, { fingerprint: found.fingerprint, digest: found.digest, by, reason });
  return null;
}

/** `unaccept FINGERPRINT`: takes back what somebody accepted. Gives why not, in a sentence; `null`: done. */
export async function takeBackAcceptance(database: Database, key: PullKey, rest: string): Promise<string | null> {
  const { wanted } = read(rest);
  if (wanted === null) return NO_FINGERPRINT;
  const taken = await takeBack(database, key, wanted);
  return taken === 0 ? "Nobody has accepted a finding with this fingerprint here." : null;
}
