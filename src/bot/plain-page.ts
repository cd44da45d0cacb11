import { createHash } from "node:crypto";
import { element, type Html, joinHtml } from "../report/html/html-text.ts";
import type { Answer } from "./http-server.ts";

const STYLES = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse}td,th{text-align:left;vertical-align:top;padding:.2rem 1rem .2rem 0}button{font:inherit;padding:.4rem 1rem}`;

const STYLE_HASH = `'sha256-${createHash("sha256").update(STYLES).digest("base64")}'`;

/** Headers of every page: nothing is loaded, no other page shows it in a frame, and its address is told to nobody. */
export const pageHeaders = (policy: string): Readonly<Record<string, string>> => ({
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": policy,
  "referrer-policy": "no-referrer",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
});

/** A page without a script. `formAction`: where its form may be sent to, an origin. */
export function plainPage(
  status: number,
  title: string,
  content: readonly (Html | string)[],
  formAction = "'none'",
): Answer {
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("title", {}, title),
    element("style", {}, { html: STYLES }),
  );
  const body = element("body", {}, element("main", {}, element("h1", {}, title), joinHtml(content)));
  const policy = `default-src 'none'; style-src ${STYLE_HASH}; base-uri 'none'; frame-ancestors 'none'; form-action ${formAction}`;
  return {
    status,
    body: `<!doctype html>\n${element("html", { lang: "en" }, head, body).html}\n`,
    headers: pageHeaders(policy),
  };
}
