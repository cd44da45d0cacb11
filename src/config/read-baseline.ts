import type { AcceptedFinding } from "../model/config.ts";
import type { Path } from "../model/path.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { decodeText } from "../snapshot/text.ts";
import { complain, type Reading } from "./read-fields.ts";

/** The version of the file's form. */
export const BASELINE_VERSION = 1;

const BY_COMMAND = "the file that `windsock baseline` writes";

/** What the baseline file accepts. One that is missing or of another form accepts nothing, and that is a problem. */
export async function readBaseline(
  snapshot: Snapshot,
  file: Path,
  reading: Reading,
): Promise<readonly AcceptedFinding[]> {
  const content = (await snapshot.load([file])).get(file);
  const decoded = content?.ok ? decodeText(content.bytes) : null;
  if (!decoded?.ok) {
    complain(reading, null, `the baseline \`${file}\` cannot be read`, BY_COMMAND);
    return [];
  }
  const found = acceptedIn(decoded.text);
  if (found === null) complain(reading, null, `the baseline \`${file}\` is of another form`, BY_COMMAND);
  return found ?? [];
}

/** The findings of a baseline's text, or `null` where it is none. */
export function acceptedIn(text: string): readonly AcceptedFinding[] | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(data) || data.version !== BASELINE_VERSION || !Array.isArray(data.findings)) return null;
  const findings: AcceptedFinding[] = [];
  for (const item of data.findings as readonly unknown[]) {
    if (!isRecord(item)) return null;
    const { fingerprint, likeness, rule } = item;
    if (typeof fingerprint !== "string" || typeof likeness !== "string" || typeof rule !== "string") return null;
    findings.push({ fingerprint, likeness, rule });
  }
  return findings;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
