import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** Markdown as GitHub parses it. */
export const parseMarkdown = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** Every node of a tree, in order. */
export function nodesOf(root: Nodes): Nodes[] {
  return "children" in root ? [root, ...root.children.flatMap(nodesOf)] : [root];
}

/** The HTML that our reports write themselves. */
const OWN_HTML = /^<\/?(?:code|b|sub|details)>$|^<details( open)?><summary>|^<a href="https?:\/\/[^"<>\s]*">$|^<\/a>$/;

/** What GitHub's filters make of rendered text: mentions, references to issues and commits, addresses, emoji. */
const FILTERS: Readonly<Record<string, RegExp>> = {
  mention: /(?:^|[^\w/])@[a-z\d]/i,
  issue: /#\d|\bgh-\d/i,
  commit: /(?<!\w)[0-9a-f]{7,40}(?!\w)/i,
  address: /https?:\/\/|ftp:\/\/|www\.\w|[\w.+-]@[\w-]+\.\w|mailto:\w/i,
  emoji: /:[\w+-]+:/,
};

/** What in a report came from the repository and became more than text; empty if all is well. `allowed` tells our own links. */
export const smuggled = (markdown: string, allowed: (address: string) => boolean): string[] =>
  smuggledIn(parseMarkdown(markdown), allowed);

/** The same of a tree. */
export function smuggledIn(root: Root, allowed: (address: string) => boolean): string[] {
  const wrong: string[] = [];
  let inCode = false;
  for (const node of nodesOf(root)) {
    if (node.type === "html") {
      for (const tag of node.value.split(/(?<=>)(?=<)/)) {
        if (tag === "<code>" || tag === "</code>") inCode = tag === "<code>";
      }
      if (!OWN_HTML.test(node.value)) wrong.push(`html ${node.value}`);
      if (node.value.startsWith("<details")) wrong.push(...inSummary(node.value));
    }
    if (node.type === "text" && !inCode) wrong.push(...filtered(node.value));
    if (node.type === "link" && !allowed(node.url)) wrong.push(`link ${node.url}`);
    if (
      [
        "image",
        "imageReference",
        "linkReference",
        "definition",
        "footnoteReference",
        "footnoteDefinition",
        "blockquote",
        "delete",
        "thematicBreak",
      ].includes(node.type)
    ) {
      wrong.push(node.type);
    }
    if (node.type === "heading" && node.depth !== 3) wrong.push(`heading ${node.depth}`);
    if (node.type === "code" && !["diff", "mermaid", "yaml", "python"].includes(node.lang ?? ""))
      wrong.push(`code ${node.lang}`);
  }
  return wrong;
}

const filtered = (text: string): string[] =>
  Object.entries(FILTERS).flatMap(([name, filter]) =>
    filter.test(text) ? [`${name} in ${JSON.stringify(text)}`] : [],
  );

/** A summary is HTML: only our own tags, and text that the filters leave alone. */
function inSummary(line: string): string[] {
  const tags = line.match(/<[^>]*>/g) ?? [];
  const wrong = tags
    .filter((tag) => !/^<\/?(details|details open|summary|b|code)>$/.test(tag))
    .map((tag) => `tag ${tag}`);
  const text = line
    .replace(/<code>.*?<\/code>/g, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  return [...wrong, ...filtered(text)];
}

/** Code blocks whose fence does not close, by their first lines: what comes after them would be swallowed. */
export function openFences(root: Root, markdown: string): string[] {
  return nodesOf(root).flatMap((node) => {
    if (node.type !== "code") return [];
    const text = markdown.slice(node.position?.start.offset, node.position?.end.offset);
    const ticks = /^`{3,}/.exec(text)?.[0];
    return ticks !== undefined && text.endsWith(`\n${ticks}`) ? [] : [text.slice(0, 60)];
  });
}

/** How often `<details>` opens and closes outside of code. */
export function detailsBalance(root: Root): { opened: number; closed: number } {
  const html = nodesOf(root)
    .flatMap((node) => (node.type === "html" ? [node.value] : []))
    .join("\n");
  return { opened: (html.match(/<details/g) ?? []).length, closed: (html.match(/<\/details>/g) ?? []).length };
}
