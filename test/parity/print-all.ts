/** `node print-all.ts FOLDER`: every text that Windsock makes of the projects in a folder, for both Airflows, as one JSON. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readProject } from "../../src/build/read-project.ts";
import type { AirflowMajor } from "../../src/model/version.ts";
import { annotationsOf } from "../../src/report/annotations.ts";
import { renderComment } from "../../src/report/comment.ts";
import { renderHtml } from "../../src/report/html/render-html.ts";
import { reviewToJson } from "../../src/report/json.ts";
import { renderJunit } from "../../src/report/junit.ts";
import { noLinks } from "../../src/report/links.ts";
import { reviewToSarif } from "../../src/report/sarif.ts";
import { renderText } from "../../src/report/text.ts";
import { reviewProjects } from "../../src/review.ts";
import { openFolder } from "../../src/snapshot/folder-snapshot.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

const folder = process.argv[2] ?? "";
const texts: Record<string, unknown> = {};
for (const name of readdirSync(folder).sort()) {
  for (const airflow of [2, 3] as const) texts[`${name} ${airflow}`] = await textsOf(join(folder, name), airflow);
}
process.stdout.write(JSON.stringify(texts));

async function textsOf(project: string, airflow: AirflowMajor): Promise<unknown> {
  const head = await readProject(await openFolder(project), { airflow });
  const base = await readProject(memorySnapshot({}), { airflow, config: head.config });
  const review = reviewProjects(base, head);
  return {
    generated: review.generated.map((one) => one.head?.text ?? one.why),
    json: reviewToJson(review),
    comment: renderComment(review, { links: noLinks }),
    terminal: renderText(review, { color: true, width: 100, unicode: true }),
    annotations: annotationsOf(review),
    sarif: reviewToSarif(review),
    junit: renderJunit(review),
    html: renderHtml(review),
  };
}
