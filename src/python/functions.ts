import type { Expr, Range, Stmt } from "./ast.ts";
import { bodiesOf } from "./bodies.ts";
import { readPython } from "./read-python.ts";

/** A name that a Python file defines. `start` and `end` are the range of the whole statement. */
export interface Definition extends Range {
  readonly name: string;
  /** `async`: `async def`, which gusty does not find as a callable. */
  readonly kind: "function" | "async" | "class" | "import" | "assignment";
  /** True inside a function or a class: then the module has no attribute of that name from it. */
  readonly nested: boolean;
}

/**
 * Every name that the text defines, at any depth, in the order of the text. gusty (`parsing/parsers.py`, `parse_py`)
 * looks for `def` anywhere in the file, and then for an attribute of the imported module.
 * @param source the text of a Python file, as it stands
 */
export function findDefinitions(source: string): Definition[] {
  const found: Definition[] = [];
  collect(readPython(source).body, false, found);
  return found.sort((a, b) => a.start - b.start);
}

function collect(body: readonly Stmt[], nested: boolean, found: Definition[]): void {
  for (const statement of body) {
    const { start, end } = statement;
    const add = (name: string, kind: Definition["kind"]): void => {
      found.push({ name, kind, nested, start, end });
    };
    switch (statement.k) {
      case "function":
        add(statement.name, statement.async ? "async" : "function");
        collect(statement.body, true, found);
        break;
      case "class":
        add(statement.name, "class");
        collect(statement.body, true, found);
        break;
      case "import":
        for (const name of statement.names) add(name.as ?? name.name.split(".")[0] ?? name.name, "import");
        break;
      case "from":
        for (const name of statement.names) if (name.name !== "*") add(name.as ?? name.name, "import");
        break;
      case "assignment":
        for (const target of statement.value ? statement.targets : []) {
          for (const name of namesIn(target)) add(name, "assignment");
        }
        break;
      default:
        for (const part of bodiesOf(statement)) collect(part, nested, found);
    }
  }
}

const namesIn = (target: Expr): string[] =>
  target.k === "name"
    ? [target.id]
    : target.k === "tuple" || target.k === "list"
      ? target.items.flatMap(namesIn)
      : target.k === "star"
        ? namesIn(target.of)
        : [];
