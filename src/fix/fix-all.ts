import { checkProject } from "../check/check-project.ts";
import type { Finding, Fix } from "../model/finding.ts";
import type { Path } from "../model/path.ts";
import type { Project } from "../model/project.ts";
import type { Content, Entry, Snapshot } from "../model/snapshot.ts";
import { applyFixes, chooseFixes } from "./apply-edits.ts";
import { applyRenames } from "./apply-renames.ts";

/** Fixes may bring each other about; more rounds than these are not made. */
const MOST_ROUNDS = 10;

/** One fixed file: the name it had, its old and its new text. */
export interface FixedFile {
  readonly from: Path;
  readonly before: string;
  readonly after: string;
}

/** What became of a version whose safe fixes were applied. */
export interface Fixed {
  /** The files that changed, by the name they have now. */
  readonly files: ReadonlyMap<Path, FixedFile>;
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
  const files = new Map<Path, FixedFile>();
  const applied: Finding[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const now = withTexts(snapshot, files);
    const project = await read(now);
    const safe = checkProject(project, null).filter((finding) => finding.fix?.safe && wanted(finding));
    const fixes = chooseFixes(
      project.texts,
      safe.flatMap(({ fix }): Fix[] => (fix ? [fix] : [])),
    ).fixes;
    const changed = [...applyFixes(project.texts, fixes)].filter(([file, text]) => project.texts.get(file) !== text);
    const renamed = applyRenames(now.tree, fixes);
    if (changed.length === 0 && renamed.size === 0) break;
    const isDone = (fix: Fix | null) =>
      fix !== null && fixes.includes(fix) && (fix.renames ?? []).every(({ from }) => renamed.has(from));
    applied.push(...safe.filter(({ fix }) => isDone(fix)));
    const start = (file: Path): FixedFile => {
      const text = project.texts.get(file) ?? "";
      return files.get(file) ?? { from: file, before: text, after: text };
    };
    for (const [file, after] of changed) files.set(file, { ...start(file), after });
    for (const [from, to] of renamed) {
      if (!project.texts.has(from)) continue;
      files.set(to, start(from));
      files.delete(from);
    }
  }
  return { files, applied };
}

/** A version in which some files have another text, or another name. */
export function withTexts(snapshot: Snapshot, files: ReadonlyMap<Path, FixedFile>): Snapshot {
  if (files.size === 0) return snapshot;
  const gone = new Set([...files.values()].map(({ from }) => from));
  const content = (text: string): Content => ({ ok: true, bytes: new TextEncoder().encode(text) });
  return {
    ...snapshot,
    commit: null,
    tree: new Map(
      [
        ...[...snapshot.tree].filter(([path]) => !gone.has(path)),
        ...[...files.keys()].map((path): [Path, Entry] => [path, { kind: "file", oid: `fixed ${path}` }]),
      ].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
    ),
    load: async (paths) => {
      const others = await snapshot.load(paths.filter((path) => !files.has(path) && !gone.has(path)));
      const own = paths.flatMap((path): [Path, Content][] => {
        const file = files.get(path);
        if (!file && gone.has(path)) return [[path, { ok: false, why: "missing" }]];
        return file ? [[path, content(file.after)]] : [];
      });
      return new Map([...others, ...own]);
    },
  };
}
