import { expect, test } from "vitest";
import { diagrams } from "../support/diagrams.ts";
import { githubPicture } from "./github-page.ts";

const heightOf = (png: Uint8Array): number => Buffer.from(png).readUInt32BE(20);
const fence = `\`\`\`mermaid\n${diagrams()["sample-change"]?.mermaid}\`\`\`\n`;

test("a comment becomes a picture, with its diagrams drawn", async () => {
  const words = "### A title\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n";
  const [plain, drawn] = [await githubPicture(words), await githubPicture(`${words}${fence}`)];
  expect(Buffer.from(plain.slice(1, 4)).toString()).toBe("PNG");
  expect(heightOf(drawn)).toBeGreaterThan(heightOf(plain) + 300);
});

test("folded parts are closed unless asked for", async () => {
  const folded = `<details><summary>more</summary>\n\n${fence}\n</details>\n`;
  expect(heightOf(await githubPicture(folded, { open: true }))).toBeGreaterThan(
    heightOf(await githubPicture(folded, { dark: true })) + 300,
  );
});

test("a diagram that Mermaid refuses is an error, not a picture", async () => {
  await expect(githubPicture("```mermaid\nflowchart LR\n  end --> (\n```\n")).rejects.toThrow(/Parse error/);
});
