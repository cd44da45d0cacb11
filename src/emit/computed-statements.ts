import type { ComputedDependencies, EndSteps, NodeRef } from "../model/dag.ts";
import type { FileScope } from "./file-scope.ts";
import { brackets, type Code, item, print, text } from "./layout.ts";

const INDENT = 4;

/** Statements that set the dependencies which operators compute, each told by how many links come before it. */
export interface ComputedStatements {
  /** What must stand before the first link: the names in reach. */
  readonly first: readonly string[];
  readonly at: ReadonlyMap<number, readonly string[]>;
}

/**
 * Code for the dependencies that operators set on themselves, at the place where gusty reads them
 * (`gusty/building.py`, `GustyBuilder.create_task_dependencies`).
 */
export function computedStatements(
  computed: readonly ComputedDependencies[],
  variable: (node: NodeRef) => string,
  scope: FileScope,
): ComputedStatements {
  const helper = scope.helper("depend");
  const first: string[] = [];
  const known = new Map<string, string>();
  const at = new Map<number, string[]>();
  for (const { task, after, reach } of computed) {
    const names = reach.map(([name, node]) => item(text(variable(node)), `${JSON.stringify(name)}: `));
    const dict = brackets("{", names, "}");
    const key = JSON.stringify(reach);
    const name = known.get(key) ?? scope.name("reach");
    if (!known.has(key)) {
      known.set(key, name);
      first.push(`${name} = ${print(dict, INDENT, name.length + 3, 0)}`);
    }
    const call = print(
      brackets(`${helper}(`, [item(text(variable({ t: "task", id: task }))), item(text(name))], ")"),
      INDENT,
      0,
      0,
    );
    at.set(after, [...(at.get(after) ?? []), call]);
  }
  return { first, at };
}

/**
 * Code for gusty's last steps, which ask what has nothing upstream or downstream by then (`gusty/building.py`,
 * `GustyBuilder.create_leaf_tasks`, `create_root_dependencies`).
 */
export function endStatements(
  ends: EndSteps,
  variable: (node: NodeRef) => string,
  scope: FileScope,
): readonly string[] {
  const node = scope.name("node");
  const inner = scope.name("sensor");
  const names = (nodes: readonly NodeRef[]): readonly string[] => [...new Set(nodes.map(variable))];
  const loop = (nodes: readonly string[], lines: readonly string[]): string =>
    [
      `for ${node} in ${print(listOf(nodes), INDENT, `for ${node} in `.length, 1)}:`,
      ...lines.map((line) => `        ${line}`),
    ].join("\n");
  const roots = names(ends.roots);
  const leaves = names(ends.leaves);
  const heads = names(ends.heads);
  const sensors = names(ends.sensors);
  const behindRoots = heads.filter((name) => !roots.includes(name));
  const statements: string[] = [];
  const refuse = (list: readonly string[]): void => {
    statements.push(loop(list, [`assert not ${node}.upstream_task_ids and not ${node}.downstream_task_ids`]));
  };
  if (leaves.length > 0) {
    refuse(leaves);
    if (ends.beforeLeaves.length > 0) {
      statements.push(
        loop(names(ends.beforeLeaves), [
          `if not ${node}.downstream_task_ids:`,
          ...leaves.map((leaf) => `    ${leaf}.set_upstream(${node})`),
        ]),
      );
    }
  }
  if (roots.length > 0) {
    refuse(roots);
    if (behindRoots.length > 0) {
      statements.push(
        loop(behindRoots, [
          `if all(up.startswith("wait_for_") for up in ${node}.upstream_task_ids):`,
          ...roots.map((root) => `    ${node}.set_upstream(${root})`),
        ]),
      );
    }
  }
  if (sensors.length > 0 && heads.length > 0) {
    const list = print(listOf(sensors), INDENT + 8, `for ${inner} in `.length, 1);
    statements.push(
      loop(heads, [
        `if not ${node}.upstream_task_ids:`,
        ...`    for ${inner} in ${list}:`.split("\n").map((line, index) => (index === 0 ? line : line.slice(8))),
        `        if ${inner} is not ${node}:`,
        `            ${node}.set_upstream(${inner})`,
      ]),
    );
  }
  if (ends.latestOnly) {
    const all = [...new Set([...heads, ...sensors])];
    if (all.length > 0) {
      statements.push(
        loop(all, [`if not ${node}.upstream_task_ids:`, `    ${node}.set_upstream(${variable(ends.latestOnly)})`]),
      );
    }
  }
  return statements;
}

const listOf = (names: readonly string[]): Code =>
  brackets(
    "[",
    names.map((name) => item(text(name))),
    "]",
  );
