import { GENERATED_MARK } from "../emit/preamble.ts";
import { baseName, folderOf, type Path } from "../model/path.ts";
import type { Project } from "../model/project.ts";

/** A committed file that Windsock wrote, with the id of the DAG that its name gives. */
export interface CommittedFile {
  readonly file: Path;
  readonly dag: string;
  /** With `\n` as line ends. */
  readonly text: string;
}

/** The files of the folder for generated Python that carry Windsock's mark, by path. */
export function committedFiles(project: Project): readonly CommittedFile[] {
  return [...project.texts]
    .filter(([file, text]) => folderOf(file) === project.config.generated.directory && text.startsWith(GENERATED_MARK))
    .map(([file, text]) => ({ file, dag: baseName(file).replace(/\.py$/, ""), text: text.replaceAll("\r\n", "\n") }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}
