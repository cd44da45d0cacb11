import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { checkProject } from "../../check/check-project.ts";
import { tellApart } from "../../check/judge.ts";
import { BASELINE_VERSION } from "../../config/read-baseline.ts";
import type { Project } from "../../model/project.ts";
import { UserError } from "../../snapshot/user-error.ts";
import type { Host } from "../host.ts";
import { readOne } from "../read-versions.ts";
import { type CommonOptions, createSay } from "../say.ts";

/** Where the baseline goes where nothing names a file. */
const DEFAULT_FILE = ".windsock-baseline.json";

/** `windsock baseline`: writes the file of accepted findings; 0. */
export async function baseline(host: Host, options: CommonOptions & { readonly ref?: string }): Promise<number> {
  const say = createSay(host, options);
  const { source, project } = await readOne(host, options, say);
  const { text, count } = baselineOf(project);
  const named = project.config.baseline;
  say.done();
  if (options.output === "-") {
    host.out(text);
    return 0;
  }
  const place =
    options.output !== undefined
      ? resolve(host.cwd, options.output)
      : source.root === null
        ? null
        : join(source.root, named ?? DEFAULT_FILE);
  if (place === null)
    throw new UserError("a bare repository has no working tree to write to", "Name a file: --output FILE.");
  await writeFile(place, text);
  say.note(`accepted ${count} ${count === 1 ? "finding" : "findings"} in ${options.output ?? named ?? DEFAULT_FILE}`);
  if (named === null) say.note(`it counts once windsock.yml names it: baseline: ${options.output ?? DEFAULT_FILE}`);
  return 0;
}

/** The text of the baseline that accepts every finding of a version, one line a finding, in their order. */
export function baselineOf(project: Project): { readonly text: string; readonly count: number } {
  const lines = tellApart(checkProject(project, null), project.texts).map(({ finding, fingerprint, likeness }) =>
    JSON.stringify({ rule: finding.rule, file: finding.at.file, fingerprint, likeness }),
  );
  const list = lines.length === 0 ? "[]" : `[\n    ${lines.join(",\n    ")}\n  ]`;
  return { text: `{\n  "version": ${BASELINE_VERSION},\n  "findings": ${list}\n}\n`, count: lines.length };
}
