import type { Config } from "../model/config.ts";
import { isWithin, joinPath, type Path } from "../model/path.ts";
import type { DagSite } from "../model/site.ts";
import type { Content, Snapshot } from "../model/snapshot.ts";
import { discoverSites } from "./discover-sites.ts";

/**
 * The site that would make tasks of generated files in `directory`: a DAG's folder around it, or a folder that an entry
 * point's listing would make a DAG. The listing is evaluated with the folder added. `null` where it is a good place.
 */
export async function siteOfGeneratedFolder(
  snapshot: Snapshot,
  config: Config,
  directory: Path,
): Promise<DagSite | null> {
  const file = joinPath(directory, "generated.py");
  const content: Content = { ok: true, bytes: new Uint8Array() };
  const tree = new Map([...snapshot.tree, [file, { kind: "file", oid: "generated" }] as const]);
  const withFile: Snapshot = {
    commit: null,
    date: null,
    tree: new Map([...tree].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
    load: async (paths) =>
      new Map([...(await snapshot.load(paths.filter((path) => path !== file))), [file, content] as const]),
  };
  const { sites } = await discoverSites(withFile, config);
  return sites.find(({ folder }) => isWithin(directory, folder)) ?? null;
}
