import type { Fixed } from "../fix/fix-all.ts";
import { visibleLine } from "../report/visible.ts";
import type { Host } from "./host.ts";
import type { Say } from "./say.ts";
import { type Written, writeFixed } from "./write-fixed.ts";

const WHY: Readonly<Record<Exclude<Written, "written">, string>> = {
  differs: "it has changed meanwhile, or holds other bytes than text",
  "no file": "it is no plain file here",
  "name taken": "another file has the new name",
};

/** Writes the fixed files, and says what was done. Gives the number of files that could not be written. */
export async function writeFixes(host: Host, say: Say, root: string, { files, applied }: Fixed): Promise<number> {
  let left = 0;
  for (const [path, { from, before, after }] of files) {
    const written = await writeFixed(root, from, path, before, after);
    if (written === "written") continue;
    left += 1;
    const why = WHY[written];
    host.err(`${visibleLine(`not written: ${from}, since ${why}`)}\n`);
  }
  const done = files.size - left;
  for (const finding of applied) say.note(`${finding.at.file}: ${finding.fix?.description ?? ""} (${finding.rule})`);
  say.note(done === 0 ? "nothing to fix" : `fixed ${done} ${done === 1 ? "file" : "files"}`);
  return left;
}
