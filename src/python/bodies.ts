import type { Stmt } from "./ast.ts";

/** The bodies of a compound statement, those of functions and classes excepted. */
export function bodiesOf(statement: Stmt): (readonly Stmt[])[] {
  switch (statement.k) {
    case "if":
      return [...statement.branches.map((branch) => branch.body), statement.otherwise];
    case "for":
    case "while":
      return [statement.body, statement.otherwise];
    case "try":
      return [
        statement.body,
        ...statement.handlers.map((handler) => handler.body),
        statement.otherwise,
        statement.final,
      ];
    case "with":
      return [statement.body];
    case "match":
      return statement.cases.map((one) => one.body);
    default:
      return [];
  }
}
