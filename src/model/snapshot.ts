import type { Path } from "./path.ts";

/** What a tree holds under one path. `oid` names the content: equal ids mean equal bytes, in every snapshot of one review. */
export type Entry =
  | { readonly kind: "file"; readonly oid: string }
  | { readonly kind: "symlink"; readonly oid: string }
  | { readonly kind: "submodule" };

/** Why a path gives no bytes: nothing is ever followed out of the tree. */
export type ContentRefusal = "missing" | "too-large" | "lfs" | "symlink" | "submodule";

/** The bytes of one file, or why there are none. */
export type Content =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: ContentRefusal };

/** The files of one version. Read only; nothing outside the tree is reached, and no link is followed. */
export interface Snapshot {
  /** The commit's id, or `null` for a working tree, a plain folder or a map in memory. */
  readonly commit: string | null;
  /** When the commit was made, by its committer, in milliseconds since 1970; `null` where there is no commit. */
  readonly date: number | null;
  /** Every path of the tree that is no folder, sorted by code unit. */
  readonly tree: ReadonlyMap<Path, Entry>;
  /** The content of many paths at once. There is no single read: a round trip per file is what makes reviews slow. */
  load(paths: readonly Path[]): Promise<ReadonlyMap<Path, Content>>;
}
