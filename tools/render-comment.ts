import { readFileSync, writeFileSync } from "node:fs";
import { githubPicture } from "../test/browser/github-page.ts";

/** `node tools/render-comment.ts MARKDOWN.md OUT.png [--dark] [--open]`: the picture of a comment, for the README. */
const names = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const [markdown, picture] = names;
if (markdown === undefined || picture === undefined) {
  console.error("Usage: node tools/render-comment.ts MARKDOWN.md OUT.png [--dark] [--open]");
  process.exitCode = 2;
} else {
  const options = { dark: process.argv.includes("--dark"), open: process.argv.includes("--open") };
  writeFileSync(picture, await githubPicture(readFileSync(markdown, "utf8"), options));
}
