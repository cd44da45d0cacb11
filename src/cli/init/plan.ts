import { deploymentsOf } from "../../build/deployments.ts";
import { CONFIG_FILES } from "../../config/read-config.ts";
import { certainMajor } from "../../config/versions.ts";
import { siteOfGeneratedFolder } from "../../discover/generated-place.ts";
import { dagsParent } from "../../discover/homes.ts";
import { asPath, folderOf, isWithin, joinPath, type Path } from "../../model/path.ts";
import type { Project } from "../../model/project.ts";
import type { Snapshot } from "../../model/snapshot.ts";
import { decodeText } from "../../snapshot/text.ts";
import { ignoreLine, isHidden } from "./airflow-ignore-line.ts";
import { configurationText } from "./configuration-text.ts";
import { ACTION, workflowText } from "./workflow.ts";

/** What `windsock init` does with one file. `before` is `null` where the file is made. */
export type Step =
  | {
      readonly what: "write";
      readonly path: Path;
      readonly before: string | null;
      readonly after: string;
      readonly why: string;
    }
  | { readonly what: "leave" | "unneeded"; readonly path: Path; readonly why: string };

/** What the caller of `planInit` chooses. */
export interface InitOptions {
  /** What `uses:` of the workflow names; `null`: not known yet. */
  readonly action: string | null;
  /** Pull requests from forks get a comment too. */
  readonly forks: boolean;
}

const WORKFLOW = asPath(".github/workflows/windsock.yml");
const ATTRIBUTES = asPath(".gitattributes");

/** What a project needs so that its pull requests are reviewed, file by file. Nothing that is there is replaced. */
export async function planInit(snapshot: Snapshot, project: Project, options: InitOptions): Promise<readonly Step[]> {
  const texts = await textsOf(snapshot);
  const directory = await otherDirectory(snapshot, project);
  const directories = deploymentsOf(project).map(({ config }) => directory ?? config.generated.directory);
  return [
    workflowStep(texts, options),
    configurationStep(texts, project, directory),
    linesStep(
      texts,
      ATTRIBUTES,
      directories.map((folder) => `${gitPattern(folder)}/*.py linguist-generated`),
      "reviews fold the generated Python",
    ),
    ...deploymentsOf(project).flatMap((one) => ignoreStep(texts, one, directory ?? one.config.generated.directory)),
  ];
}

/** The texts of the files that may be changed; `null` for one that is there and is no text. */
async function textsOf(snapshot: Snapshot): Promise<ReadonlyMap<Path, string | null>> {
  const wanted = [...snapshot.tree.keys()].filter(
    (path) =>
      path === ATTRIBUTES ||
      CONFIG_FILES.includes(path) ||
      path.endsWith("/.airflowignore") ||
      path === ".airflowignore" ||
      /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path),
  );
  const contents = await snapshot.load(wanted);
  return new Map(
    wanted.map((path) => {
      const content = contents.get(path);
      const decoded = content?.ok ? decodeText(content.bytes) : null;
      return [path, decoded?.ok ? decoded.text : null];
    }),
  );
}

function workflowStep(texts: ReadonlyMap<Path, string | null>, { action, forks }: InitOptions): Step {
  const there = [...texts].find(([path, text]) => path === WORKFLOW || usesWindsock(path, text));
  if (there) return { what: "leave", path: there[0], why: "it is there and stays as it is" };
  const why = action === null ? `put the place of the Action for ${ACTION}` : "it reviews pull requests";
  return { what: "write", path: WORKFLOW, before: null, after: workflowText(action ?? ACTION, forks), why };
}

/** A workflow with a step of the Action, whatever its file is called. */
const usesWindsock = (path: Path, text: string | null): boolean =>
  path.startsWith(".github/workflows/") && /^\s*-?\s*uses:\s*["']?[\w.-]+\/windsock@/m.test(text ?? "");

function configurationStep(texts: ReadonlyMap<Path, string | null>, project: Project, directory: Path | null): Step {
  const there = CONFIG_FILES.find((path) => texts.has(path));
  if (there !== undefined) return { what: "leave", path: there, why: "it is there and stays as it is" };
  const path = asPath("windsock.yml");
  const needed = configurationText(project, directory);
  if (needed === null) return { what: "unneeded", path, why: "everything is found" };
  return { what: "write", path, before: null, after: needed.text, why: needed.reasons.join("; ") };
}

/** A folder for generated files where the default one would be taken for tasks: one whose name ends in `__`, as gusty passes over it. */
async function otherDirectory(snapshot: Snapshot, project: Project): Promise<Path | null> {
  if (project.config.file !== null || project.deployments !== undefined) return null;
  const given = project.config.generated.directory;
  if ((await siteOfGeneratedFolder(snapshot, project.config, given)) === null) return null;
  for (const name of ["generated__", "__generated__", ".generated"]) {
    const other = joinPath(folderOf(given), name);
    if ((await siteOfGeneratedFolder(snapshot, project.config, other)) === null) return other;
  }
  return null;
}

/** Adds what is missing of some lines to the end of a file. */
function linesStep(texts: ReadonlyMap<Path, string | null>, path: Path, lines: readonly string[], why: string): Step {
  const text = texts.get(path);
  if (text === null) return { what: "leave", path, why: `it is no text file; it lacks: ${lines.join(", ")}` };
  const known = new Set((text ?? "").split(/\r?\n/).map((line) => line.trim()));
  const missing = lines.filter((line) => !known.has(line));
  if (missing.length === 0) return { what: "leave", path, why: "it says so already" };
  const start = text === undefined || text === "" || text.endsWith("\n") ? (text ?? "") : `${text}\n`;
  return { what: "write", path, before: text ?? null, after: `${start}${missing.join("\n")}\n`, why };
}

/**
 * What Airflow must not load from its DAGs folder: the generated files where gusty makes the DAGs; the task folders, in
 * which a `.py` file is a task, where the generated files do. Where some DAGs come from each, that is for a person to say.
 */
function ignoreStep(texts: ReadonlyMap<Path, string | null>, one: Project, directory: Path): readonly Step[] {
  const home = one.discovery.airflowHome ?? dagsParent(directory);
  const dags = home === null ? null : joinPath(home, "dags");
  if (dags === null || !isWithin(directory, dags)) return [];
  const path = joinPath(dags, ".airflowignore");
  const declared = one.dags.filter(({ site }) => site.entryPoint === null);
  if (declared.length > 0 && declared.length < one.dags.length) {
    const why = `some DAGs come from gusty and some from \`${directory}\`: hide there what Airflow must not load twice`;
    return [{ what: texts.has(path) ? "leave" : "unneeded", path, why }];
  }
  const hidden =
    declared.length === 0
      ? [directory]
      : declared.map(({ site }) => site.folder).filter((folder) => isWithin(folder, dags));
  const airflow = certainMajor(one.versions);
  const text = texts.get(path) ?? "";
  const lines = hidden
    .filter((folder) => !isHidden(dags, text, folder, airflow))
    .map((folder) => ignoreLine(dags, folder, airflow));
  const why =
    declared.length === 0
      ? "Airflow loads the DAGs from gusty, and not from the generated Python too"
      : "Airflow loads the generated Python, and not the task files";
  return lines.length === 0
    ? [{ what: "leave", path, why: "it says so already" }]
    : [linesStep(texts, path, lines, why)];
}

/** A folder as the beginning of a pattern of `.gitattributes`: what has a meaning there, or ends it, as any letter. */
const gitPattern = (folder: Path): string => folder.replace(/[\\*?[\]!#"\s]/g, "?");
