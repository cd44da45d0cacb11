import { canonicalFields } from "../../compare/canonical.ts";
import { discoverSites } from "../../discover/discover-sites.ts";
import type { Dag } from "../../model/dag.ts";
import { baseName, type Path } from "../../model/path.ts";
import type { Project } from "../../model/project.ts";
import type { DagSite, Discovery } from "../../model/site.ts";
import type { Snapshot } from "../../model/snapshot.ts";
import type { Stmt } from "../../python/ast.ts";
import { readPython } from "../../python/read-python.ts";
import { lineIndexOf, positionAt } from "../../report/positions.ts";
import { UserError } from "../../snapshot/user-error.ts";
import { withChanges } from "./overlay.ts";
import { applyEdits } from "./python-edits.ts";
import { waysOut } from "./take-out.ts";

/** The text of an entry point that makes these DAGs no more, and all others as before. */
export async function withoutDags(
  snapshot: Snapshot,
  project: Project,
  file: Path,
  dags: readonly Dag[],
): Promise<string> {
  const { discovery, config, texts } = project;
  let current = snapshot;
  let text = texts.get(file) ?? "";
  let before: Pick<Discovery, "sites"> = discovery;
  const left = new Set(dags.map(({ site }) => site.folder));
  while (left.size > 0) {
    const site = before.sites.find(({ folder, entryPoint }) => entryPoint === file && left.has(folder));
    if (!site) break;
    if (site.declared.file !== file) throw noWay(site, texts);
    const together = before.sites.filter(
      ({ declared }) => declared.file === file && declared.start === site.declared.start,
    );
    const leaving = together.filter(({ folder }) => left.has(folder));
    const names = leaving.map(({ folder }) => baseName(folder)).sort();
    const kept = before.sites.filter((one) => !leaving.includes(one));
    let done: { text: string; discovery: Discovery; snapshot: Snapshot } | null = null;
    for (const edits of waysOut(text, site.declared.start, names, leaving.length === together.length)) {
      const tried = applyEdits(text, edits);
      const changed = withChanges(current, new Map([[file, tried]]));
      const found = await discoverSites(changed, config);
      if (!sameSites(kept, found.sites, withText(texts, file, text), withText(texts, file, tried))) continue;
      if (found.undecided.length > discovery.undecided.length) continue;
      done = { text: tried, discovery: found, snapshot: changed };
      break;
    }
    if (!done) throw noWay(site, texts);
    text = done.text;
    before = done.discovery;
    current = done.snapshot;
    for (const { folder } of leaving) left.delete(folder);
  }
  return text;
}

const withText = (texts: Project["texts"], file: Path, text: string): Project["texts"] =>
  new Map([...texts, [file, text]]);

function noWay({ id, declared }: DagSite, texts: Project["texts"]): UserError {
  const { line } = positionAt(lineIndexOf(texts.get(declared.file) ?? ""), declared.start);
  return new UserError(
    `\`${id}\` is made at \`${declared.file}:${line}\` in a way that no edit is known to be safe for`,
    "Take it out there by hand, and declare its folder under `dags:` in windsock.yml.",
  );
}

type Texts = Project["texts"];

/** The same folders are DAGs, by the same files and with the same arguments; only the way of the call may differ. */
function sameSites(before: readonly DagSite[], after: readonly DagSite[], old: Texts, fresh: Texts): boolean {
  const text = (site: DagSite, texts: Texts): string =>
    JSON.stringify([
      site.id,
      site.folder,
      site.entryPoint,
      canonicalFields(site.arguments, { texts, folder: site.folder }),
    ]);
  const [left, right] = [before.map((site) => text(site, old)).sort(), after.map((site) => text(site, fresh)).sort()];
  return JSON.stringify(left) === JSON.stringify(right);
}

/** True for an entry point in which only imports and plain assignments are left, and that no other Python file names: it may go. */
export async function isSpent(snapshot: Snapshot, file: Path, text: string): Promise<boolean> {
  const left = readPython(text);
  if (left.unread.length > 0) return false;
  const isPlain = (item: Stmt): boolean =>
    item.k === "import" ||
    item.k === "from" ||
    (item.k === "expression" && item.value.k === "string") ||
    item.k === "assignment";
  if (!left.body.every(isPlain) || /\b(?:DAG|dag|create_dags?)\s*\(/.test(text)) return false;
  const name = baseName(file).replace(/\.py$/, "");
  const others = [...snapshot.tree.keys()].filter((path) => path.endsWith(".py") && path !== file);
  const word = new RegExp(`\\b${name.replace(/[^\w]/g, "\\$&")}\\b`);
  const contents = await snapshot.load(others);
  return ![...contents.values()].some(
    (content) => content.ok && importsName(new TextDecoder().decode(content.bytes), word),
  );
}

const importsName = (text: string, word: RegExp): boolean =>
  text.split("\n").some((line) => /^\s*(?:from|import)\s/.test(line) && word.test(line));
