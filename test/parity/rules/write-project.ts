import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Job } from "../judge.ts";

const work = resolve(import.meta.dirname, "../../../.cache/parity/rules");

/**
 * Writes a project below `.cache/parity/rules`, where it can be looked at afterwards.
 * @param declared folders that its `windsock.yml` declares as DAGs
 * @returns the job that loads every Python file of it which Airflow would load: those in `dags/` that are no task files
 */
export async function writeProject(
  name: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  declared: readonly string[] = [],
): Promise<Job> {
  const root = join(work, name);
  await rm(root, { recursive: true, force: true });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  const entries = Object.keys(files).filter((file) => /^dags\/(?:generated\/)?[^/]+\.py$/.test(file));
  return {
    root,
    home: root,
    files: entries.sort().map((file) => join(root, file)),
    declared:
      declared.length > 0
        ? { configuration: join(root, "windsock.yml"), folders: declared.map((folder) => join(root, folder)) }
        : null,
    folders: [join(root, "dags"), join(root, "dags/farm")],
    gusty: true,
  };
}
