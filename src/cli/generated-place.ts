import { discoverSites } from "../discover/discover-sites.ts";
import { isWithin, joinPath, type Path } from "../model/path.ts";
import type { Project } from "../model/project.ts";
import type { Content, Snapshot } from "../model/snapshot.ts";
import { UserError } from "../snapshot/user-error.ts";

/**
 * Throws a `UserError` where generated files in `directory` would be taken for tasks: inside of a DAG's folder, or in a
 * folder that an entry point's listing would make a DAG itself. The listing is evaluated with the folder added.
 */
export async function refuseListedFolder(snapshot: Snapshot, project: Project, directory: Path): Promise<void> {
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
  const { sites } = await discoverSites(withFile, project.config);
  const site = sites.find(({ folder }) => isWithin(directory, folder));
  if (site === undefined) return;
  throw new UserError(
    `\`${directory}\` is no place for generated files: \`${site.declared.file}\` would make tasks of them, in the DAG \`${site.id}\``,
    site.by === "windsock.yml"
      ? "Choose a folder elsewhere."
      : "Choose a folder elsewhere, or one whose name ends in `__`.",
  );
}
