/** Bundles the script and the styles of the HTML report into one source file, which is committed: so it is there in tests and in the published package alike. */
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const FOLDER = "src/report/html/page";
export const PAGE_FILE = "src/report/html/page.generated.ts";

/** The text of `PAGE_FILE`: the same sources give the same bytes. */
export async function bundlePage(): Promise<string> {
  const [script, styles] = await Promise.all([bundle("main.ts"), bundle("styles.css")]);
  return `// biome-ignore-all lint: written by a tool
// biome-ignore-all format: written by a tool
// Do not edit. Written by \`npm run build\` from ${FOLDER}.

/** The script of the HTML report. */
export const PAGE_SCRIPT =
  ${JSON.stringify(`${script.text}${licenses(script.packages)}`)};

/** The styles of the HTML report. */
export const PAGE_STYLES =
  ${JSON.stringify(styles.text)};
`;
}

/** Writes `PAGE_FILE`, or with `check` only says whether it is what the sources give. */
export async function writePage(check: boolean): Promise<boolean> {
  const fresh = await bundlePage();
  if (readFileSync(PAGE_FILE, "utf8") === fresh) return true;
  if (!check) writeFileSync(PAGE_FILE, fresh);
  return !check;
}

async function bundle(entry: string): Promise<{ text: string; packages: readonly string[] }> {
  const { outputFiles, metafile } = await build({
    entryPoints: [`${FOLDER}/${entry}`],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "iife",
    target: ["es2022", "chrome111", "firefox111", "safari16.4"],
    charset: "ascii",
    legalComments: "none",
    logLevel: "warning",
  });
  const packages = new Set(
    Object.keys(metafile.inputs).flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []),
  );
  // An end tag inside of the script or style would end its element.
  return {
    text: (outputFiles[0]?.text ?? "").trim().replace(/<\/(script|style)/gi, "<\\/$1"),
    packages: [...packages].sort(),
  };
}

/** The licenses of what was bundled, as a comment. */
function licenses(packages: readonly string[]): string {
  const texts = packages.map((name) => {
    const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
    return `${name} ${version}\n\n${readFileSync(`node_modules/${name}/LICENSE`, "utf8").trim()}`;
  });
  return texts.length === 0 ? "" : `\n/*!\n${texts.join("\n\n---\n\n").replaceAll("*/", "* /")}\n*/`;
}
