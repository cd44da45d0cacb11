import type { Database } from "./database.ts";
import { accept, type PullKey, recallFindings, takeBack } from "./pull-memory.ts";

/** Characters of a fingerprint that are enough to name a finding; the report shows all 16. */
const SHORTEST = 6;

const LONGEST_REASON = 300;

const START = /^[0-9a-f]{6,16}$/;

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
  const [start = "", ...words] = rest.replaceAll("`", "").split(/\s+/);
  const wanted = start.toLowerCase();
  const reason = words.join(" ").slice(0, LONGEST_REASON).trim();
  if (!START.test(wanted))
    return `A fingerprint has ${SHORTEST} to 16 letters and digits; the report shows it at each finding.`;
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
  const wanted = (rest.replaceAll("`", "").split(/\s+/)[0] ?? "").toLowerCase();
  if (!START.test(wanted))
    return `A fingerprint has ${SHORTEST} to 16 letters and digits; the report shows it at each finding.`;
  const taken = await takeBack(database, key, wanted);
  return taken === 0 ? "Nobody has accepted a finding with this fingerprint here." : null;
}
