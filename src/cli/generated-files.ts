import { lstat, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { GENERATED_MARK } from "../emit/preamble.ts";
import { baseName } from "../model/path.ts";
import type { GeneratedFile } from "../model/review.ts";

/** What a folder holds at the place of a generated file. */
export type Standing = "missing" | "same" | "stale" | "foreign";

/** Compares a generated file with what is at its place. `foreign`: something that Windsock did not write. */
export async function standingOf(directory: string, file: GeneratedFile): Promise<Standing> {
  const path = join(directory, baseName(file.path));
  const stat = await lstat(path).catch(() => null);
  if (stat === null) return "missing";
  if (!stat.isFile()) return "foreign";
  const text = await readFile(path, "utf8");
  if (text === file.text) return "same";
  return isGenerated(text) ? "stale" : "foreign";
}

/** Writes a generated file into a folder, which is made if it is missing. */
export async function writeGenerated(directory: string, file: GeneratedFile): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, baseName(file.path)), file.text);
}

/** Names of the files in a folder that Windsock wrote, sorted. */
export async function generatedNames(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".py")).map((entry) => entry.name);
  const found = await Promise.all(
    names.map(async (name) => (isGenerated(await readFile(join(directory, name), "utf8")) ? [name] : [])),
  );
  return found.flat().sort();
}

const isGenerated = (text: string): boolean => text.startsWith(GENERATED_MARK);
