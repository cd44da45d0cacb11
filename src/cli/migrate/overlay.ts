import type { Path } from "../../model/path.ts";
import type { Content, Snapshot } from "../../model/snapshot.ts";

/** Files of a change: their new texts, `null` for one that goes. */
export type Changes = ReadonlyMap<Path, string | null>;

/** A version with changes on top. */
export function withChanges(snapshot: Snapshot, changes: Changes): Snapshot {
  const written = [...changes].flatMap(([path, text]) => (text === null ? [] : [[path, text] as const]));
  const kept = [...snapshot.tree].filter(([path]) => !changes.has(path));
  const fresh = written.map(([path, text]) => [path, { kind: "file", oid: `changed:${text}` }] as const);
  const bytes = new Map(
    written.map(([path, text]): [Path, Content] => [path, { ok: true, bytes: new TextEncoder().encode(text) }]),
  );
  return {
    commit: null,
    date: null,
    tree: new Map([...kept, ...fresh].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
    async load(paths) {
      const below = await snapshot.load(paths.filter((path) => !changes.has(path)));
      return new Map(paths.map((path) => [path, bytes.get(path) ?? below.get(path) ?? { ok: false, why: "missing" }]));
    },
  };
}
