import type { Review } from "../model/review.ts";
import type { Host } from "./host.ts";
import type { ReviewFormat } from "./program.ts";
import type { CommonOptions } from "./say.ts";
import { textStyle } from "./write-output.ts";

/** A review in the format that was asked for. Loads only what that format needs. */
export async function renderReview(
  review: Review,
  format: ReviewFormat,
  host: Host,
  options: CommonOptions,
): Promise<string> {
  switch (format) {
    case "text":
      return (await import("../report/text.ts")).renderText(review, textStyle(host, options));
    case "markdown": {
      const [{ renderComment }, { noLinks }] = await Promise.all([
        import("../report/comment.ts"),
        import("../report/links.ts"),
      ]);
      return renderComment(review, { links: noLinks });
    }
    case "json":
      return `${JSON.stringify((await import("../report/json.ts")).reviewToJson(review), null, 2)}\n`;
    case "html":
      return (await import("../report/html/render-html.ts")).renderHtml(review);
    case "sarif":
      return `${JSON.stringify((await import("../report/sarif.ts")).reviewToSarif(review), null, 2)}\n`;
    case "junit":
      return (await import("../report/junit.ts")).renderJunit(review);
    case "github": {
      const [{ annotationsOf }, { workflowCommands }] = await Promise.all([
        import("../report/annotations.ts"),
        import("../report/workflow-commands.ts"),
      ]);
      return workflowCommands(annotationsOf(review));
    }
  }
}
