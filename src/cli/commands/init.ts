import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Project } from "../../model/project.ts";
import { versionsInWords } from "../../report/footer.ts";
import { count, type Rich } from "../../report/rich.ts";
import { visibleLine } from "../../report/visible.ts";
import { UserError } from "../../snapshot/user-error.ts";
import type { Host } from "../host.ts";
import { planInit, type Step } from "../init/plan.ts";
import { patchOf } from "../patch.ts";
import { noteNoDags } from "../pick-dags.ts";
import { readOne } from "../read-versions.ts";
import { type CommonOptions, createSay } from "../say.ts";
import { placeInside } from "../tree-place.ts";
import { writeFixed } from "../write-fixed.ts";

/** Options of `windsock init`. */
export interface InitCommandOptions extends CommonOptions {
  readonly action?: string;
  readonly forks?: boolean;
  readonly dryRun?: boolean;
}

/** What may stand behind `uses:`: `OWNER/REPO@REF`, or a folder of the repository. */
const USES = /^(?:[\w.-]+\/[\w.-]+(?:\/[\w./-]+)?@[\w./-]+|\.\/[\w./-]*)$/;

/**
 * `windsock init`: writes what a project needs to have its pull requests reviewed, and says what it found and did; 0, or 1
 * where a file could not be written. Adds to files and makes new ones, and replaces nothing.
 */
export async function init(host: Host, options: InitCommandOptions): Promise<number> {
  const say = createSay(host, options);
  const { action, forks = false } = options;
  if (action !== undefined && !USES.test(action))
    throw new UserError(`\`${action}\` is no place of an Action`, "Write it as OWNER/windsock@VERSION.");
  const { source, snapshot, project } = await readOne(host, options, say);
  const { root } = source;
  if (root === null) throw new UserError("a bare repository has no working tree to write to");
  const steps = await planInit(snapshot, project, { action: action ?? null, forks });
  say.done();
  noteNoDags(project.dags, say);
  if (options.dryRun) {
    for (const step of steps) if (step.what === "write") host.out(patchOf(step.path, step.before, step.after));
    say.note("nothing was written. Without --dry-run, this change is made in the working tree");
    return 0;
  }
  host.out(`${visibleLine(`found ${foundInWords(project)}`)}\n`);
  let left = 0;
  for (const step of steps) {
    const done = step.what === "write" ? await write(root, step) : step.what;
    if (done === "refused") left += 1;
    host.out(`${visibleLine(`${WORDS[done]} ${step.path}: ${done === "refused" ? REFUSED : step.why}`)}\n`);
  }
  say.note(`Commit this; the next pull request is reviewed. What it would show now: ${host.command} review`);
  return left > 0 ? 1 : 0;
}

type Done = "leave" | "unneeded" | "wrote" | "added" | "refused";

const WORDS: Readonly<Record<Done, string>> = {
  leave: "left",
  unneeded: "no",
  wrote: "wrote",
  added: "added to",
  refused: "not written",
};
const REFUSED = "something else is there, or a link leads to it";

/** Makes the file, or adds to it where it still is what was read. Nothing is written through a link. */
async function write(root: string, { path, before, after }: Extract<Step, { what: "write" }>): Promise<Done> {
  if (before !== null) return (await writeFixed(root, path, path, before, after)) === "written" ? "added" : "refused";
  const place = join(root, path);
  if ((await placeInside(root, place)) !== path) return "refused";
  await mkdir(dirname(place), { recursive: true });
  return writeFile(place, after, { flag: "wx" }).then(
    () => "wrote",
    () => "refused",
  );
}

/** `3 DAGs in 1 entry point · gusty 0.23.1 (from requirements.txt), Airflow 2.11.2`. */
function foundInWords(project: Project): string {
  const { sites } = project.discovery;
  const entryPoints = new Set(sites.flatMap(({ entryPoint }) => entryPoint ?? []));
  const declared = sites.filter(({ entryPoint }) => entryPoint === null).length;
  const where = [
    ...(entryPoints.size > 0 ? [`in ${count(entryPoints.size, "entry point")}`] : []),
    ...(declared > 0 ? [`${declared} declared in windsock.yml`] : []),
  ];
  const dags = [count(project.dags.length, "DAG"), ...where].join(", ").replace(", in", " in");
  const open = new Set(project.discovery.undecided.flatMap(({ at, hides }) => (hides.what === "sites" ? at.file : [])));
  const more = open.size > 0 ? ` · not all known: ${[...open].slice(0, 5).join(", ")}` : "";
  return `${dags} · ${plain(versionsInWords({ head: project }))}${more}`;
}

const plain = (rich: Rich): string =>
  rich.map((piece) => (typeof piece === "string" ? piece : piece.t === "code" ? piece.text : plain(piece.of))).join("");
