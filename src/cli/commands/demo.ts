import { mkdir, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { GeneratedFile } from "../../model/review.ts";
import { reviewProjects } from "../../review.ts";
import { UserError } from "../../snapshot/user-error.ts";
import { makeRepository } from "../demo/make-repository.ts";
import { BRANCH } from "../demo/pull-request.ts";
import { writeGenerated } from "../generated-files.ts";
import type { Host } from "../host.ts";
import { readVersions } from "../read-versions.ts";
import { renderReview } from "../render-review.ts";
import { type CommonOptions, createSay } from "../say.ts";

/** `windsock demo`: 0, although the sample's pull request has errors. */
export async function demo(host: Host, options: CommonOptions & { readonly dir?: string }): Promise<number> {
  const say = createSay(host, options);
  const folder = await emptyFolder(host, options.dir);
  const repository = join(folder, "shop");
  say.step("making the sample repository");
  await makeRepository(repository);
  const { base, head } = await readVersions(host, { ...options, repo: repository, base: "main", head: BRANCH }, say);
  say.step("comparing and checking");
  const review = reviewProjects(base, head);

  const markdown = join(folder, "review.md");
  await writeFile(markdown, await renderReview(review, "markdown", host, options));
  const html = join(folder, "review.html");
  await writeFile(html, await renderReview(review, "html", host, options));
  const generated = join(folder, "generated");
  const write = async (side: string, files: readonly (GeneratedFile | null)[]) => {
    for (const file of files) if (file !== null) await writeGenerated(join(generated, side), file);
  };
  await write(
    "base",
    review.generated.map((pair) => pair.base),
  );
  await write(
    "head",
    review.generated.map((pair) => pair.head),
  );
  say.done();

  host.out(await renderReview(review, "text", host, options));
  host.out(`
The repository        ${repository}  (branch ${BRANCH}, to merge into main)
The comment           ${markdown}
The HTML report       ${html}
The generated Python  ${generated}  (base and head; a DAG that fails has none)

Try next:
  ${host.command} graph orders_daily --changed --repo ${repository}
  ${host.command} compile --ref main --out ${join(folder, "compiled")} --repo ${repository}
  ${host.command} explain unknown-dependency
  mend dags/orders_daily/clean.sql there, and run: ${host.command} review --repo ${repository}
`);
  return 0;
}

async function emptyFolder(host: Host, named: string | undefined): Promise<string> {
  if (named === undefined) return mkdtemp(join(tmpdir(), "windsock-demo-"));
  const folder = resolve(host.cwd, named);
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0)
    throw new UserError(`\`${named}\` is not empty`, "Name another folder: --dir DIR.");
  return folder;
}
