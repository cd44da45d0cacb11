import { createTwoFilesPatch } from "diff";

/** The change of one file as a patch that `git apply` takes; `null` for a file that is not there. */
export function patchOf(path: string, before: string | null, after: string | null): string {
  const [from, to] = [before === null ? "/dev/null" : `a/${path}`, after === null ? "/dev/null" : `b/${path}`];
  const patch = createTwoFilesPatch(from, to, before ?? "", after ?? "", undefined, undefined, { context: 3 });
  return patch.replace(/^=+\n/, "");
}
