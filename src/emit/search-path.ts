import { namesTemplate, templateFolder } from "../build/template-files.ts";
import type { Dag } from "../model/dag.ts";
import type { Path } from "../model/path.ts";
import type { ExprValue, Field, Value } from "../model/value.ts";
import { partsOf } from "./nesting.ts";

function mayBeTemplate(value: Value): boolean {
  if (value.t === "str") return namesTemplate(value.v);
  return value.t !== "call" && partsOf(value).some(mayBeTemplate);
}

/**
 * The settings with the folder in which gusty's DAG finds template files: that of the entry point, for Airflow looks
 * beside the file that it loaded (`airflow/models/dag.py`, `get_template_env`), and the generated file lies elsewhere.
 * Unchanged where no task has an argument that could name such a file.
 * A search path of the DAG's own that only Python knows is added to when the file is loaded.
 */
export function withSearchPath(dag: Dag, folder: Path): readonly Field[] {
  if (
    folder === templateFolder(dag) ||
    !dag.tasks.some((task) => task.arguments.some(({ value }) => mayBeTemplate(value)))
  ) {
    return dag.settings;
  }
  const entry: Value = { t: "file-path", file: templateFolder(dag) };
  const own = dag.settings.find(({ key }) => key === "template_searchpath");
  if (own === undefined || own.value.t === "null") {
    const added: Field = { key: "template_searchpath", keySpan: null, value: entry };
    return [...dag.settings.filter((field) => field !== own), added];
  }
  const before = pathsOf(own.value);
  const value: Value =
    before === null
      ? { t: "call", fn: JOINED, args: [entry, own.value], kwargs: [] }
      : { t: "list", v: [entry, ...before] };
  const merged: Field = { ...own, value };
  return dag.settings.map((field) => (field === own ? merged : field));
}

/** One more folder before a text, a list, or nothing. */
const JOINED: ExprValue = {
  t: "expr",
  source: "(lambda folder, given: [folder, *([given] if isinstance(given, str) else given or [])])",
  needs: [],
  free: [],
  why: "the search path is known only to Python",
};

function pathsOf(value: Value): readonly Value[] | null {
  if (value.t === "list" || value.t === "tuple") return value.v;
  return value.t === "str" || value.t === "file-path" ? [value] : null;
}
