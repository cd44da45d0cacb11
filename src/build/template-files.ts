import type { Dag, Task } from "../model/dag.ts";
import { asPath, folderOf, type Path } from "../model/path.ts";
import type { Value } from "../model/value.ts";
import { fieldOf } from "./fields.ts";

/** A relative path to a file of a kind that operators read as a template: no blanks, no Jinja, no address. */
const TEMPLATE_FILE =
  /^(?!\/|[a-z0-9+]+:\/\/)[^\s{}]+\.(?:sql|hql|q|ddl|dml|sh|bash|ps1|cmd|py|r|R|json|yaml|yml|toml|xml|html|md|txt|csv|j2|jinja|jinja2|tmpl|tpl|template)$/;

/** True for a text that an operator may read as the name of a template file (`airflow/template/templater.py`). */
export const namesTemplate = (text: string): boolean => text.length < 1000 && TEMPLATE_FILE.test(text);

/** The folder in which a DAG finds template files: its entry point's, or where one would lie for a declared folder. */
export const templateFolder = (dag: Dag): Path => folderOf(dag.site.entryPoint ?? dag.site.folder);

/**
 * Where the template files would lie that a task's arguments name: beside the entry point, and in folders of the
 * repository that `template_searchpath` names (`airflow/models/dag.py`, `get_template_env`). Not each needs to be there.
 */
export function templateFiles(dag: Dag, task: Task): Path[] {
  const names = task.arguments.flatMap(({ value }) => templateNames(value));
  if (names.length === 0) return [];
  const given = fieldOf(dag.settings, "template_searchpath")?.value;
  const listed = given?.t === "list" || given?.t === "tuple" ? given.v : given ? [given] : [];
  const folders = [templateFolder(dag), ...listed.flatMap((value) => (value.t === "file-path" ? [value.file] : []))];
  return [...new Set(folders.flatMap((folder) => names.flatMap((name) => joined(folder, name) ?? [])))];
}

function templateNames(value: Value): string[] {
  if (value.t === "str") return namesTemplate(value.v) ? [value.v] : [];
  if (value.t !== "list" && value.t !== "tuple") return [];
  return value.v.flatMap((item) => (item.t === "str" && namesTemplate(item.v) ? [item.v] : []));
}

/** `name` from `folder`, its `.` and `..` resolved; `null` where it leaves the repository. */
function joined(folder: Path, name: string): Path | null {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of name.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return null;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return asPath(parts.join("/"));
}
