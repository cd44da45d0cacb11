import { readProject } from "../../../src/build/read-project.ts";
import { planCommit } from "../../../src/github/commit-plan.ts";
import { memorySnapshot } from "../../../src/snapshot/memory.ts";
import type { Files } from "../../github/fake/git-repository.ts";

/** The generated Python of a project of text files, as it would be committed. */
export async function generatedFiles(files: Files): Promise<Files> {
  const texts = Object.entries(files).flatMap(([path, text]) => (typeof text === "string" ? [[path, text]] : []));
  const snapshot = memorySnapshot(Object.fromEntries(texts));
  const { additions } = planCommit(await readProject(snapshot), snapshot.tree);
  return Object.fromEntries(additions.map(({ path, text }) => [path, text]));
}
