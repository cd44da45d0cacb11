import { gunzipSync } from "node:zlib";
import type { Answer, Request } from "./http-server.ts";
import { pageHeaders, plainPage } from "./plain-page.ts";
import { checkAddress, REPORT_ID } from "./report-address.ts";
import type { Report, Reports } from "./reports.ts";
import type { SignIn } from "./sign-in.ts";

/** What the page of a review needs; `signIn` is `null` where the App's client id and secret are not set. */
export interface ReportPages {
  readonly reports: Reports;
  readonly key: Buffer;
  readonly signIn: SignIn | null;
}

/** The same for a report that is not there and for one that this person may not see. */
const none = (): Answer =>
  plainPage(404, "There is no such report", [
    "It may be too old and gone, or you may not see its repository on GitHub. Re-run the check to make it anew.",
  ]);

/**
 * `GET /review/ID`: the report of a public repository for whoever has its signed address, until that expires; any other for
 * those who may read the repository, which GitHub is asked each time.
 */
export async function showReport({ reports, key, signIn }: ReportPages, request: Request): Promise<Answer> {
  const id = request.url.pathname.split("/").at(-1) ?? "";
  if (!REPORT_ID.test(id)) return none();
  const address = checkAddress(key, id, request.url.searchParams, Date.now());
  const report = await reports.find(id);
  if (report !== null && !report.isPrivate && address === "valid") return show(report, request);
  if (signIn === null) return address === "expired" ? expired() : none();
  // Whether there is such a report is told only to those who may read it.
  const allowed = report === null ? false : await signIn.mayRead(request, report.repository);
  if (report !== null && allowed === true) return show(report, request);
  return allowed === null || !signIn.isSignedIn(request) ? signIn.begin(id) : none();
}

const expired = (): Answer => plainPage(410, "This address has expired", ["Re-run the check: it gives a new address."]);

function show({ content, policy }: Report, request: Request): Answer {
  const compressed = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  return {
    status: 200,
    body: compressed ? content : gunzipSync(content),
    headers: {
      ...pageHeaders(policy),
      ...(compressed ? { "content-encoding": "gzip" } : {}),
      vary: "accept-encoding, cookie",
      "cache-control": "private, no-store",
    },
  };
}
