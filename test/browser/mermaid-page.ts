import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { launchChrome } from "./chrome.ts";

/** The Mermaid versions in `node_modules`, by the name under which package.json has them. */
export const MERMAIDS = ["mermaid-10", "mermaid-11.4", "mermaid-11.12", "mermaid"] as const;
export type MermaidPackage = (typeof MERMAIDS)[number];

export interface DrawnDiagram {
  readonly svg: string;
  /** The text one sees, by the id that the diagram's source gives: `n0` for a node, `g0` for a subgraph. */
  readonly texts: Readonly<Record<string, string>>;
  /** How many arrows are drawn. */
  readonly arrows: number;
}

export interface MermaidPage {
  readonly page: Page;
  readonly version: string;
  /** Draws with Mermaid itself; rejects with Mermaid's own message where it cannot, or draws an error instead. */
  draw(text: string): Promise<DrawnDiagram>;
  close(): Promise<void>;
}

const require = createRequire(import.meta.url);

/** The path of one Mermaid's browser bundle. */
export const mermaidBundle = (name: MermaidPackage): string => require.resolve(`${name}/dist/mermaid.min.js`);

/** One page of a real browser with one Mermaid loaded, set up as GitHub does. */
export async function openMermaidPage(name: MermaidPackage = "mermaid"): Promise<MermaidPage> {
  const browser = await launchChrome();
  const page = await browser.newPage();
  await page.setContent("<!doctype html><meta charset=utf-8><body><main></main>");
  await page.addScriptTag({ path: mermaidBundle(name) });
  await page.evaluate(
    `mermaid.initialize({ startOnLoad: false, securityLevel: "strict", theme: "default", suppressErrorRendering: true });`,
  );
  const { version }: { version: string } = require(`${name}/package.json`);
  let number = 0;
  return {
    page,
    version,
    draw: async (text) => {
      const drawn = await page.evaluate<DrawnDiagram>(`(${drawInPage})(${JSON.stringify([`d${number++}`, text])})`);
      if (/Maximum text size in diagram exceeded|Syntax error in text/.test(drawn.svg)) {
        throw new Error("Mermaid drew an error instead of the diagram");
      }
      return drawn;
    },
    close: () => browser.close(),
  };
}

/** Runs in the page, as text: this project's own types know no browser. */
const drawInPage = `async ([id, text]) => {
  const main = document.querySelector("main");
  const { svg } = await mermaid.render(id, text);
  main.innerHTML = svg;
  const texts = {};
  const seen = (element) => element.innerText ?? element.textContent;
  for (const node of main.querySelectorAll("g.node")) {
    const name = /flowchart-(n\\d+)-\\d+$/.exec(node.id)?.[1];
    const labels = [...node.querySelectorAll(".nodeLabel, .label text")];
    if (name !== undefined) texts[name] = labels.map(seen).join("");
  }
  for (const cluster of main.querySelectorAll("g.cluster")) {
    const name = /(g\\d+)$/.exec(cluster.id)?.[1];
    const label = cluster.querySelector(".nodeLabel, .cluster-label text, text");
    if (name !== undefined && label) texts[name] = seen(label);
  }
  return { svg, texts, arrows: main.querySelectorAll("path.flowchart-link").length };
}`;
