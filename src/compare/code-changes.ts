import { templateFiles } from "../build/template-files.ts";
import type { Dag, Task } from "../model/dag.ts";
import type { Path } from "../model/path.ts";
import type { Value } from "../model/value.ts";
import type { ValueContext } from "./canonical.ts";
import type { Sides } from "./field-changes.ts";
import { pythonBody } from "./python-body.ts";

/** The Python files that a task runs, in the order of its arguments. */
export function pythonFiles(task: Task): Path[] {
  const files = task.arguments.flatMap(({ value }) => filesIn(value, 0));
  return [...new Set(files)];
}

const MAX_DEPTH = 50;

function filesIn(value: Value, depth: number): Path[] {
  if (depth > MAX_DEPTH) return [];
  switch (value.t) {
    case "function":
    case "run-file":
      return [value.file];
    case "list":
    case "tuple":
    case "set":
      return value.v.flatMap((item) => filesIn(item, depth + 1));
    case "map":
      return value.v.flatMap(([, item]) => filesIn(item, depth + 1));
    default:
      return [];
  }
}

/** The bodies of the Python files that a task runs; `null` where the text of one is not at hand. */
export function pythonBodies(task: Task, context: ValueContext): string[] | null {
  const texts = pythonFiles(task).map((file) => context.texts.get(file));
  const known = texts.filter((text) => text !== undefined);
  return known.length === texts.length ? known.map(pythonBody) : null;
}

/** True where both versions run Python files, and what these hold after their headers differs. */
export function pythonChanged(base: Task, head: Task, sides: Sides): boolean {
  const [before, after] = [pythonBodies(base, sides.base), pythonBodies(head, sides.head)];
  if (!before?.length || !after?.length) return false;
  return before.join("\0") !== after.join("\0");
}

/** True where a template file differs that the arguments of a task name in both versions. */
export function templatesChanged(base: Task, head: Task, dags: { base: Dag; head: Dag }, sides: Sides): boolean {
  const textOf = (dag: Dag, task: Task, { texts }: ValueContext): string[] =>
    templateFiles(dag, task).flatMap((file) => texts.get(file)?.replace(/\r\n?/g, "\n") ?? []);
  const [before, after] = [textOf(dags.base, base, sides.base), textOf(dags.head, head, sides.head)];
  return before.length > 0 && after.length > 0 && before.join("\0") !== after.join("\0");
}
