import { createTwoFilesPatch } from "diff";
import type { Fixed } from "../fix/fix-all.ts";
import { visibleLine } from "../report/visible.ts";
import type { Host } from "./host.ts";
import type { Say } from "./say.ts";
import { writeFixed } from "./write-fixed.ts";

/** The changes as a unified diff that `git apply` takes. */
export const diffOf = ({ files }: Fixed): string =>
  [...files]
    .map(([path, { before, after }]) =>
      createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after).replace(/^=+\n/, ""),
    )
    .join("");

/** Writes the fixed files, and says what was done. Gives the number of files that could not be written. */
export async function writeFixes(host: Host, say: Say, root: string, { files, applied }: Fixed): Promise<number> {
  let left = 0;
  for (const [path, { before, after }] of files) {
    const written = await writeFixed(root, path, before, after);
    if (written === "written") continue;
    left += 1;
    const why =
      written === "differs" ? "it has changed meanwhile, or holds other bytes than text" : "it is no plain file here";
    host.err(`${visibleLine(`not written: ${path}, since ${why}`)}\n`);
  }
  const done = files.size - left;
  for (const finding of applied) say.note(`${finding.at.file}: ${finding.fix?.description ?? ""} (${finding.rule})`);
  say.note(done === 0 ? "nothing to fix" : `fixed ${done} ${done === 1 ? "file" : "files"}`);
  return left;
}
