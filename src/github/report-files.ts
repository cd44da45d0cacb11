import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Review } from "../model/review.ts";
import { renderHtml } from "../report/html/render-html.ts";
import { reviewToJson } from "../report/json.ts";
import type { Links } from "../report/links.ts";

/** The report as files: their texts, or their paths. */
export interface ReportFiles {
  readonly markdown: string;
  readonly json: string;
  readonly html: string;
}

/** What the files of a report are called: `windsock`, with the name of the instance and the pull request where there are several. */
export const reportName = (instance: string | null, number: number | null): string =>
  [
    "windsock",
    ...(instance === null ? [] : [instance.replace(/[^A-Za-z0-9]/g, "-")]),
    ...(number === null ? [] : [number]),
  ].join("-");

/** The full report as HTML and as JSON. */
export const reportTexts = (review: Review, links: Links): Omit<ReportFiles, "markdown"> => ({
  html: renderHtml(review, { links }),
  json: `${JSON.stringify(reviewToJson(review), null, 2)}\n`,
});

/** Writes the report below the runner's temporary folder, and gives the paths. */
export async function writeReports(temp: string, name: string, texts: ReportFiles): Promise<ReportFiles> {
  const folder = join(temp, name);
  await mkdir(folder, { recursive: true });
  const paths = {
    markdown: join(folder, "report.md"),
    json: join(folder, "report.json"),
    html: join(folder, "report.html"),
  };
  await Promise.all([
    writeFile(paths.markdown, texts.markdown),
    writeFile(paths.json, texts.json),
    writeFile(paths.html, texts.html),
  ]);
  return paths;
}
