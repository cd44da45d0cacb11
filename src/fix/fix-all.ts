import { checkProject } from "../check/check-project.ts";
import type { Finding, Fix } from "../model/finding.ts";
import type { Path } from "../model/path.ts";
import type { Project } from "../model/project.ts";
import type { Content, Snapshot } from "../model/snapshot.ts";
import { applyFixes } from "./apply-edits.ts";

/** Fixes may bring each other about; more rounds than these are not made. */
const MOST_ROUNDS = 10;

/** What became of a version whose safe fixes were applied. */
export interface Fixed {
  /** The files that changed: their old and their new text. */
  readonly files: ReadonlyMap<Path, { readonly before: string; readonly after: string }>;
  /** The findings whose fixes were applied, in order. */
  readonly applied: readonly Finding[];
}

/**
 * Applies every safe fix of a version, reads the result again, and goes on until nothing is left to apply, so that a
 * second run changes nothing. `read` compiles a version; `wanted` says which findings count. Nothing is written.
 */
export async function fixAll(
  snapshot: Snapshot,
  read: (snapshot: Snapshot) => Promise<Project>,
  wanted: (finding: Finding) => boolean = () => true,
): Promise<Fixed> {
  const files = new Map<Path, { before: string; after: string }>();
  const applied: Finding[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const project = await read(withTexts(snapshot, files));
    const safe = checkProject(project, null).filter((finding) => finding.fix?.safe && wanted(finding));
    const fixes = safe.flatMap(({ fix }): Fix[] => (fix ? [fix] : []));
    const changed = [...applyFixes(project.texts, fixes)].filter(([file, text]) => project.texts.get(file) !== text);
    if (changed.length === 0) break;
    applied.push(...safe);
    for (const [file, after] of changed) {
      files.set(file, { before: files.get(file)?.before ?? project.texts.get(file) ?? "", after });
    }
  }
  return { files, applied };
}

/** A version in which some files have another text. */
export function withTexts(snapshot: Snapshot, files: ReadonlyMap<Path, { readonly after: string }>): Snapshot {
  if (files.size === 0) return snapshot;
  const content = (text: string): Content => ({ ok: true, bytes: new TextEncoder().encode(text) });
  return {
    ...snapshot,
    commit: null,
    tree: new Map(
      [...snapshot.tree].map(([path, entry]) => [
        path,
        files.has(path) ? { kind: "file", oid: `fixed ${path}` } : entry,
      ]),
    ),
    load: async (paths) => {
      const others = await snapshot.load(paths.filter((path) => !files.has(path)));
      const own = paths.flatMap((path): [Path, Content][] => {
        const file = files.get(path);
        return file ? [[path, content(file.after)]] : [];
      });
      return new Map([...others, ...own]);
    },
  };
}
