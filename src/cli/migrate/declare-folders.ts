import { isMap, isSeq, parseDocument } from "yaml";
import type { DagSite } from "../../model/site.ts";
import { UserError } from "../../snapshot/user-error.ts";
import { NoYaml, yamlLines } from "./yaml-arguments.ts";

/**
 * The text of `windsock.yml` with the folders of `sites` added to `dags:`, so that Windsock goes on compiling them without
 * an entry point. `text` is the file as it is, `null` where there is none. Throws a `UserError` where an argument
 * has no form in YAML, or where `dags:` is written in a way that nothing can be added to.
 */
export function declareFolders(text: string | null, sites: readonly DagSite[], file: string): string {
  const items = (indent: string): string => sites.map((site) => itemOf(site, indent, file)).join("");
  if (text === null || text.trim() === "") return `dags:\n${items("  ")}`;
  const end = text.endsWith("\n") ? text : `${text}\n`;
  const { contents } = parseDocument(end, { logLevel: "silent" });
  const given = isMap(contents) ? contents.items.find(({ key }) => String(key) === "dags") : undefined;
  if (given === undefined) return `${end}\ndags:\n${items("  ")}`;
  const [first, last] = isSeq(given.value) && !given.value.flow ? [given.value.items[0], given.value.items.at(-1)] : [];
  const start = rangeOf(first)?.[0];
  const stop = rangeOf(last)?.[1];
  if (start === undefined || stop === undefined) {
    throw new UserError(
      `nothing can be added to \`dags:\` of \`${file}\` as it is written`,
      "Write it as a list, an item a line.",
    );
  }
  const line = end.slice(end.lastIndexOf("\n", start - 1) + 1, start);
  const indent = /^ */.exec(line)?.[0] ?? "";
  // The value of a block item may end at the next line's start, or before the comment of its own line.
  const at = end.charAt(stop - 1) === "\n" ? stop : end.indexOf("\n", stop) + 1;
  return end.slice(0, at) + items(indent) + end.slice(at);
}

const rangeOf = (node: unknown): readonly number[] | undefined =>
  typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range) ? node.range : undefined;

function itemOf(site: DagSite, indent: string, file: string): string {
  try {
    const lines = yamlLines(site.arguments, `${indent}    `);
    const path = `${indent}- path: ${/^[\w./-]+$/.test(site.folder) ? site.folder : JSON.stringify(site.folder)}`;
    return [path, ...(lines.length > 0 ? [`${indent}  arguments:`, ...lines] : []), ""].join("\n");
  } catch (error) {
    if (!(error instanceof NoYaml)) throw error;
    throw new UserError(
      `\`${site.id}\` cannot be declared in \`${file}\`: its argument ${error.message}`,
      "Move that argument into the folder's METADATA.yml, or leave the DAG with gusty.",
    );
  }
}
