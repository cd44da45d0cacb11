import { siteOfGeneratedFolder } from "../discover/generated-place.ts";
import type { Path } from "../model/path.ts";
import type { Project } from "../model/project.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { UserError } from "../snapshot/user-error.ts";

/** Throws a `UserError` where generated files in `directory` would be taken for tasks. */
export async function refuseListedFolder(snapshot: Snapshot, project: Project, directory: Path): Promise<void> {
  const site = await siteOfGeneratedFolder(snapshot, project.config, directory);
  if (site === null) return;
  throw new UserError(
    `\`${directory}\` is no place for generated files: \`${site.declared.file}\` would make tasks of them, in the DAG \`${site.id}\``,
    site.by === "windsock.yml"
      ? "Choose a folder elsewhere."
      : "Choose a folder elsewhere, or one whose name ends in `__`.",
  );
}
