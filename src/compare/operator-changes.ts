import { operatorPath } from "../build/operators.ts";
import type { OperatorChange } from "../model/change.ts";
import type { Dag } from "../model/dag.ts";
import type { Path } from "../model/path.ts";
import type { Project } from "../model/project.ts";
import { taskIds } from "./task-ids.ts";

/** The operators of a DAG, by path, with the files of the repository that define them and what these hold. */
export function operatorSources(
  dag: Dag,
  { operatorFiles, texts }: Project,
): ReadonlyMap<string, ReadonlyMap<Path, string>> {
  const paths = new Set(dag.tasks.flatMap(({ operator }) => (operator ? [operatorPath(operator)] : [])));
  return new Map(
    [...paths].flatMap((path) => {
      const files = operatorFiles.get(path);
      return files
        ? [[path, new Map(files.map((file): [Path, string] => [file, lines(texts.get(file) ?? "")]))] as const]
        : [];
    }),
  );
}

const lines = (text: string): string => text.replace(/\r\n?/g, "\n");

/** Operators that both versions use and whose source differs, by path, with the tasks of head that use them. */
export function operatorChanges(base: Dag, head: Dag, projects: { base: Project; head: Project }): OperatorChange[] {
  const [before, after] = [operatorSources(base, projects.base), operatorSources(head, projects.head)];
  return [...after]
    .flatMap(([path, now]): OperatorChange[] => {
      const then = before.get(path);
      if (!then) return [];
      const files = [...new Set([...then.keys(), ...now.keys()])]
        .filter((file) => then.get(file) !== now.get(file))
        .sort();
      if (files.length === 0) return [];
      const users = new Set(
        head.tasks.flatMap(({ id, operator }) => (operator && operatorPath(operator) === path ? [id] : [])),
      );
      return [{ operator: path, files, tasks: taskIds(head).filter((id) => users.has(id)) }];
    })
    .sort((a, b) => (a.operator < b.operator ? -1 : 1));
}
