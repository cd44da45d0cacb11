import type { Stmt } from "../../python/ast.ts";
import { evaluate } from "./expressions.ts";
import { decorated } from "./functions.ts";
import { bind, runFor } from "./loops.ts";
import { type Place, spend } from "./place.ts";
import { UNKNOWN } from "./values.ts";
import { isMainGuard, itemsOf } from "./words.ts";

/** Runs statements one after the other, until there were too many steps. */
export function runAll(body: readonly Stmt[], place: Place): void {
  for (const statement of body) if (spend(place.run)) runStatement(statement, place);
}

function runStatement(statement: Stmt, place: Place): void {
  const { names } = place.scope;
  switch (statement.k) {
    case "import":
      for (const { name, as } of statement.names) {
        const first = name.split(".")[0] ?? name;
        names.set(as ?? first, { t: "import", path: as === null ? first : name });
      }
      return;
    case "from":
      for (const { name, as } of statement.names) {
        const module = `${".".repeat(statement.level)}${statement.module}`;
        names.set(as ?? name, { t: "import", path: `${module}.${name}` });
      }
      return;
    case "assignment": {
      const value = statement.value ? evaluate(statement.value, place) : UNKNOWN;
      for (const target of statement.targets) bind(target, value, place);
      return;
    }
    case "update":
      evaluate(statement.value, place);
      bind(statement.target, UNKNOWN, place);
      return;
    case "expression":
    case "return":
      if (statement.value) evaluate(statement.value, place);
      return;
    case "function":
      names.set(statement.name, decorated(statement, place));
      return;
    case "class":
      names.set(statement.name, { t: "class", name: statement.name });
      return;
    case "with":
      runWith(statement, place);
      return;
    case "for":
      runFor(statement.target, itemsOf(evaluate(statement.iter, place)), place, (inside) =>
        runAll(statement.body, inside),
      );
      runAll(statement.otherwise, place);
      return;
    case "while":
      runFor(null, null, place, (inside) => runAll(statement.body, inside));
      return;
    case "if":
      for (const { test, body } of statement.branches) {
        evaluate(test, place);
        if (!isMainGuard(test)) runAll(body, place);
      }
      runAll(statement.otherwise, place);
      return;
    case "try":
      for (const body of [statement.body, ...statement.handlers.map((one) => one.body)]) runAll(body, place);
      runAll(statement.otherwise, place);
      runAll(statement.final, place);
      return;
    case "match":
      for (const { body } of statement.cases) runAll(body, place);
      return;
    case "unread":
      place.run.open = true;
      return;
    default:
      return;
  }
}

function runWith(statement: Stmt & { readonly k: "with" }, place: Place): void {
  let inside = place;
  for (const { value, as } of statement.items) {
    const found = evaluate(value, inside);
    if (as) bind(as, found, place);
    if (found.t === "dag") inside = { ...inside, dag: found.dag, prefix: "" };
    else if (found.t === "group") inside = { ...inside, prefix: found.prefix };
  }
  runAll(statement.body, inside);
}
