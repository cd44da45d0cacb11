import type { Dag, Link, NodeRef } from "../model/dag.ts";
import type { Span } from "../model/span.ts";
import { brackets, item, print, text } from "./layout.ts";
import { LINE_LENGTH } from "./width.ts";

/** One statement that sets links, and where the first of them is written. */
export interface LinkStatement {
  readonly code: string;
  readonly source: Span | null;
}

/** Ids of groups that hold a task, themselves or in a group within. */
function filledGroups(dag: Dag): ReadonlySet<string> {
  const parents = new Map(dag.groups.map(({ id, parent }) => [id, parent]));
  const filled = new Set<string>();
  for (const task of dag.tasks) {
    for (let group = task.group; group !== null && !filled.has(group); group = parents.get(group) ?? null) {
      filled.add(group);
    }
  }
  return filled;
}

const isBetweenTasks = ({ up, down }: Link): boolean => up.t === "task" && down.t === "task";

/**
 * The statements that set links of a DAG as gusty sets them, in the order given. `up >> down` stands for
 * `down.set_upstream(up)` where Airflow does the same for both; a group behind a group keeps the call, since the groups'
 * own upstream and downstream ids differ otherwise; so does an empty group before a task, for which Airflow 3 takes the
 * last tasks around it (`airflow/sdk/definitions/taskgroup.py`, `_set_relatives`). Consecutive links between tasks that
 * share an end become one statement.
 */
export function linkStatements(
  dag: Dag,
  links: readonly Link[],
  variable: (node: NodeRef) => string,
  indent: number,
): LinkStatement[] {
  const filled = filledGroups(dag);
  const statements: LinkStatement[] = [];
  for (let at = 0; at < links.length; ) {
    const link = links[at];
    if (link === undefined) break;
    const run = (same: (other: Link) => boolean): Link[] => {
      const found: Link[] = [];
      for (let other = links[at]; other !== undefined && isBetweenTasks(other) && same(other); ) {
        found.push(other);
        other = links[at + found.length];
      }
      return found;
    };
    const before = run((other) => other.down.id === link.down.id);
    const after = run((other) => other.up.id === link.up.id);
    const down = variable(link.down);
    const up = variable(link.up);
    const source = link.from;
    if (after.length > 1 && after.length >= before.length) {
      const names = [...new Set(after.map((other) => variable(other.down)))];
      statements.push({ code: shift(up, list(names, indent, up.length + 4), indent), source });
      at += after.length;
    } else if (before.length > 1) {
      const names = [...new Set(before.map((other) => variable(other.up)))];
      statements.push({ code: shift(list(names, indent, down.length + 4), down, indent), source });
      at += before.length;
    } else {
      const isSame = link.down.t === "task" ? link.up.t === "task" || filled.has(link.up.id) : link.up.t === "task";
      const setUpstream = print(brackets(`${down}.set_upstream(`, [item(text(up))], ")"), indent, 0, 0);
      statements.push({ code: isSame ? shift(up, down, indent) : setUpstream, source });
      at += 1;
    }
  }
  return statements;
}

/** `up >> down`, in parentheses on two lines where it is too long for one. */
function shift(up: string, down: string, indent: number): string {
  const line = `${up} >> ${down}`;
  if (line.includes("\n") || indent + line.length <= LINE_LENGTH) return line;
  const space = " ".repeat(indent);
  return `(\n${space}    ${up}\n${space}    >> ${down}\n${space})`;
}

/** A name, or a list of them; `other` are the columns of what stands beside it. */
function list(names: readonly string[], indent: number, other: number): string {
  const [only] = names;
  if (names.length === 1 && only !== undefined) return only;
  return print(
    brackets(
      "[",
      names.map((name) => item(text(name))),
      "]",
    ),
    indent,
    other,
    0,
  );
}
