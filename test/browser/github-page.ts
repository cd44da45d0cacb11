import { readFileSync } from "node:fs";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { launchChrome } from "./chrome.ts";
import { mermaidBundle } from "./mermaid-page.ts";

export interface GithubPictureOptions {
  readonly dark?: boolean;
  /** Open every `<details>`. */
  readonly open?: boolean;
  /** Width of the comment in CSS pixels; GitHub's is about 900. */
  readonly width?: number;
}

/**
 * A picture (PNG) of Markdown as a comment on GitHub looks: GFM by micromark, `mermaid` fences drawn by Mermaid, and a
 * small style sheet of our own. Links go nowhere and no image is fetched.
 */
export async function githubPicture(markdown: string, options: GithubPictureOptions = {}): Promise<Uint8Array> {
  const { dark = false, open = false, width = 900 } = options;
  const body = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const css = readFileSync(new URL("./github.css", import.meta.url), "utf8");
  const browser = await launchChrome();
  try {
    const page = await browser.newPage({ viewport: { width: width + 64, height: 800 }, deviceScaleFactor: 2 });
    await page.route("**/*", (route) => route.abort());
    await page.setContent(
      `<!doctype html><meta charset=utf-8><style>${css}</style><body class="${dark ? "dark" : "light"}"><article style="width:${width}px"><header><b>windsock</b> commented now</header><main>${body}</main></article>`,
    );
    if (open)
      await page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
    await page.addScriptTag({ path: mermaidBundle("mermaid-11.12") });
    await page.evaluate(`(${drawFences})(${JSON.stringify(dark ? "dark" : "default")})`);
    return await page.locator("article").screenshot({ type: "png" });
  } finally {
    await browser.close();
  }
}

/** Runs in the page, as text. A diagram in a closed `<details>` is drawn too, as GitHub does once it is opened. */
const drawFences = `async (theme) => {
  mermaid.initialize({ startOnLoad: false, securityLevel: "strict", theme });
  let number = 0;
  for (const code of document.querySelectorAll("code.language-mermaid")) {
    const { svg } = await mermaid.render("diagram" + number++, code.textContent);
    const box = document.createElement("div");
    box.className = "mermaid-box";
    box.innerHTML = svg;
    code.parentElement.replaceWith(box);
  }
  for (const code of document.querySelectorAll("code.language-diff")) {
    code.innerHTML = code.innerHTML.split("\\n").map((line) =>
      line.startsWith("+") ? "<ins>" + line + "</ins>" : line.startsWith("-") ? "<del>" + line + "</del>"
        : line.startsWith("@@") ? "<i>" + line + "</i>" : line).join("\\n");
  }
}`;
