import { createHash } from "node:crypto";
import type { Review } from "../../model/review.ts";
import { comparedInWords, sizeInWords, versionsInWords } from "../footer.ts";
import { type Links, noLinks } from "../links.ts";
import { placesOf } from "../positions.ts";
import { joinRich } from "../rich.ts";
import { type Mark, verdictOf } from "../verdict.ts";
import { buildPageData } from "./build-page-data.ts";
import { dagsHtml } from "./dags-html.ts";
import { explorerHtml } from "./explorer-html.ts";
import { findingsHtml } from "./findings-html.ts";
import { element, type Html, joinHtml, jsonText, rich } from "./html-text.ts";
import { PAGE_SCRIPT, PAGE_STYLES } from "./page.generated.ts";

export interface HtmlOptions {
  /** Where files and rules may be linked to; nothing is linked where it is left out. */
  readonly links?: Links;
}

const SIGNS: Readonly<Record<Mark, string>> = { failure: "✖", warning: "⚠", success: "✔" };

const sha256 = (content: string): string => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;

/** Nothing is loaded, sent or run but the page's own script and styles, which stand in it with these hashes. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `script-src ${sha256(PAGE_SCRIPT)}`,
  `style-src ${sha256(PAGE_STYLES)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/**
 * The review as one HTML file that needs nothing else: verdict, findings and changes as plain markup, then the graphs to
 * look around in, with source and generated Python, by a script in the file. It works from a disk and under its own
 * strict content security policy. Secrets are hidden. The same review gives the same bytes.
 */
export function renderHtml(review: Review, { links = noLinks }: HtmlOptions = {}): string {
  const places = placesOf(review);
  const { mark, words } = verdictOf(review);
  const about = joinRich([comparedInWords(review), versionsInWords(review), [sizeInWords(review)]], " · ");
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: CONTENT_SECURITY_POLICY }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "color-scheme", content: "light dark" }),
    element("meta", { name: "referrer", content: "no-referrer" }),
    element("title", {}, "Windsock: review"),
    raw("style", {}, PAGE_STYLES),
  );
  const body = element(
    "body",
    {},
    element("a", { class: "skip", href: "#explorer" }, "Skip to the graph"),
    element(
      "header",
      { class: mark },
      element("h1", {}, element("span", { class: "sign", "aria-hidden": "true" }, SIGNS[mark]), " ", rich(words)),
      element("p", { class: "meta" }, rich(about)),
    ),
    element("main", {}, findingsHtml(review, places, links), dagsHtml(review), explorerHtml(review)),
    element("footer", {}, `${review.tool.name} ${review.tool.version}`),
    raw("script", { type: "application/json", id: "review-data" }, jsonText(buildPageData(review, places))),
    raw("script", {}, PAGE_SCRIPT),
  );
  return `<!doctype html>\n${element("html", { lang: "en" }, head, joinHtml(["\n"]), body).html}\n`;
}

/** An element whose content is our own script, style or JSON, which HTML reads to the end tag as it is. */
const raw = (name: "script" | "style", attributes: Readonly<Record<string, string>>, content: string): Html =>
  element(name, attributes, { html: content });
