import { gzipSync } from "node:zlib";
import type { Review } from "../model/review.ts";
import { CONTENT_SECURITY_POLICY, renderHtml } from "../report/html/render-html.ts";
import type { Links } from "../report/links.ts";
import type { RenderedPage } from "./rendered-review.ts";

/** Characters of a report above which it has no page, and bytes of it compressed. */
const LONGEST = 32 * 1024 * 1024;
const LARGEST = 8 * 1024 * 1024;

/** Beside what the page says itself: it has no origin, so that not even its own script could reach this service. */
const SERVED = [
  "frame-ancestors 'none'",
  "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
];

/** The report as a page of the bot; `null` where it is too long for one. */
export function renderPage(review: Review, links: Links): RenderedPage | null {
  const html = renderHtml(review, { links });
  if (html.length > LONGEST) return null;
  const content = gzipSync(html);
  if (content.length > LARGEST) return null;
  return { policy: [CONTENT_SECURITY_POLICY, ...SERVED].join("; "), content: content.toString("base64") };
}
