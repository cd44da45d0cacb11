import { createHmac } from "node:crypto";
import { sameText, signatureOf } from "./sealed.ts";

/** Where the reports of this service are. */
export interface ReportPlace {
  /** The service's own address, without a slash at the end. */
  readonly publicUrl: string;
  readonly key: Buffer;
  /** Days that a signed address holds at least. */
  readonly days: number;
}

const DAY = 86_400_000;

/** Addresses expire at the end of a week of the calendar, so that a review that runs again within it gives the same text. */
const ROUND = 7 * DAY;

export const REPORT_ID = /^[0-9a-f]{40}$/;

/** The id of a review's report: the same whichever process makes it, and not to be guessed. */
export const reportId = (key: Buffer, repository: number, head: string, externalId: string): string =>
  createHmac("sha256", key).update(`report\n${repository}\n${head}\n${externalId}`).digest("hex").slice(0, 40);

/** The address of a report: signed, so that it is enough for who has it, or plain, for those who sign in. */
export function reportAddress(place: ReportPlace, id: string, signed: boolean, now: number): string {
  const address = `${place.publicUrl}/review/${id}`;
  if (!signed) return address;
  const expires = Math.ceil((now + place.days * DAY) / ROUND) * ROUND;
  return `${address}?expires=${expires}&signature=${signatureOf(place.key, `${id}\n${expires}`)}`;
}

/** What the query of an address says: it holds, it held once, or it is not of ours. */
export function checkAddress(
  key: Buffer,
  id: string,
  query: URLSearchParams,
  now: number,
): "valid" | "expired" | "none" {
  const [expires, signature] = [query.get("expires") ?? "", query.get("signature") ?? ""];
  if (!/^\d{1,16}$/.test(expires) || !sameText(signature, signatureOf(key, `${id}\n${expires}`))) return "none";
  return Number(expires) > now ? "valid" : "expired";
}
