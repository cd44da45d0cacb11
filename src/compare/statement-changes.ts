import type { FieldChange } from "../model/change.ts";
import type { Dag } from "../model/dag.ts";
import type { Project } from "../model/project.ts";
import type { Value } from "../model/value.ts";

/** Statements after `create_dag` that deal with the DAG, where they, or what of their module they need, differ. */
export function statementChanges(
  base: Dag,
  head: Dag,
  projects: { readonly base: Project; readonly head: Project },
): readonly FieldChange[] {
  const [from, to] = [textOf(base, projects.base), textOf(head, projects.head)];
  if (from.all === to.all) return [];
  return [{ path: "statements after create_dag", from: from.shown, to: to.shown }];
}

function textOf(dag: Dag, { texts }: Project): { readonly all: string; readonly shown: Value | null } {
  const statements = dag.site.statements ?? [];
  if (statements.length === 0) return { all: "", shown: null };
  const shown = statements.map(({ source }) => source).join("\n");
  const all = statements.map(({ source, values, needs }) => [
    source,
    values.map(([name, value]) => [name, value.source]),
    needs.map(({ file, start, end }) => (texts.get(file) ?? "").slice(start, end)),
  ]);
  return { all: JSON.stringify(all), shown: { t: "str", v: shown } };
}
