import { asPath, baseName, type Path } from "../model/path.ts";
import type { ContentRefusal, Snapshot } from "../model/snapshot.ts";
import type { Module } from "../python/ast.ts";
import { readPython } from "../python/read-python.ts";
import { decodeText } from "../snapshot/text.ts";

/** Every Python file of a version that may be an entry point or a module of one. */
export interface PythonFiles {
  readonly texts: ReadonlyMap<Path, string>;
  readonly unreadable: ReadonlyMap<Path, ContentRefusal | "not-utf8">;
  /** Texts of `.airflowignore` files. */
  readonly ignores: ReadonlyMap<Path, string>;
  /** Texts of other files that entry points read. */
  readonly data: Map<Path, string>;
  /** The syntax tree of a file, made once; `null` where it has no text. */
  code(file: Path): Module | null;
}

const OUTSIDE = new Set(["node_modules", "site-packages", ".venv", "venv", ".git", "__pycache__"]);

/** Loads all Python files of the tree in one batch. */
export async function loadPython(snapshot: Snapshot): Promise<PythonFiles> {
  const wanted = [...snapshot.tree].filter(
    ([path, entry]) =>
      entry.kind === "file" &&
      (path.endsWith(".py") || baseName(path) === ".airflowignore") &&
      !path.split("/").some((part) => OUTSIDE.has(part)),
  );
  const contents = await snapshot.load(wanted.map(([path]) => path));
  const texts = new Map<Path, string>();
  const ignores = new Map<Path, string>();
  const unreadable = new Map<Path, ContentRefusal | "not-utf8">();
  for (const [path, content] of contents) {
    if (!content.ok) {
      unreadable.set(path, content.why);
      continue;
    }
    const decoded = decodeText(content.bytes);
    if (!decoded.ok) {
      // Only a file that speaks of gusty can be an entry point.
      if (mentionsGusty(content.bytes)) unreadable.set(path, "not-utf8");
      continue;
    }
    (baseName(path) === ".airflowignore" ? ignores : texts).set(asPath(path), decoded.text);
  }
  const codes = new Map<Path, Module>();
  const code = (file: Path): Module | null => {
    const text = texts.get(file);
    if (text === undefined) return null;
    const known = codes.get(file) ?? readPython(text);
    codes.set(file, known);
    return known;
  };
  return { texts, unreadable, ignores, data: new Map(), code };
}

/** Loads more files that entry points read, in one batch. What is no text stays out. */
export async function loadData(snapshot: Snapshot, files: PythonFiles, wanted: readonly Path[]): Promise<void> {
  for (const [path, content] of await snapshot.load(wanted)) {
    const decoded = content.ok ? decodeText(content.bytes) : null;
    if (decoded?.ok) files.data.set(path, decoded.text);
  }
}

const mentionsGusty = (bytes: Uint8Array): boolean => new TextDecoder("latin1").decode(bytes).includes("gusty");
