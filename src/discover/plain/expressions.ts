import type { Expr, StringPart } from "../../python/ast.ts";
import { evaluateCall } from "./calls.ts";
import { bind, runFor } from "./loops.ts";
import { type Place, spend } from "./place.ts";
import { lookUp, type Plain, UNKNOWN } from "./values.ts";
import { itemsOf } from "./words.ts";

/** What an expression gives, as far as that is known; what it makes is added to the run. */
export function evaluate(expr: Expr, place: Place): Plain {
  if (!spend(place.run)) return UNKNOWN;
  switch (expr.k) {
    case "name":
      return lookUp(place.scope, expr.id);
    case "bool":
      return { t: "bool", v: expr.value };
    case "number":
      return /^\d{1,9}$/.test(expr.text) ? { t: "int", v: Number(expr.text) } : UNKNOWN;
    case "string":
      return textOf(expr.parts, place);
    case "list":
    case "tuple":
    case "set":
      return { t: "list", items: expr.items.map((item) => evaluate(item, place)) };
    case "dict":
      return {
        t: "dict",
        items: expr.items.flatMap((item) =>
          item.k === "pair" ? [[evaluate(item.key, place), evaluate(item.value, place)] as const] : [],
        ),
      };
    case "binary": {
      const [left, right] = [evaluate(expr.left, place), evaluate(expr.right, place)];
      if (expr.op === "+" && left.t === "str" && right.t === "str") return { t: "str", v: left.v + right.v };
      // `a >> b` gives `b`; it matters for nothing here.
      return UNKNOWN;
    }
    case "attribute":
    case "star":
      evaluate(expr.of, place);
      return UNKNOWN;
    case "index":
      evaluate(expr.of, place);
      evaluate(expr.index, place);
      return UNKNOWN;
    case "condition":
      evaluate(expr.test, place);
      evaluate(expr.yes, place);
      evaluate(expr.no, place);
      return UNKNOWN;
    case "logic":
      evaluate(expr.left, place);
      evaluate(expr.right, place);
      return UNKNOWN;
    case "assign": {
      const value = evaluate(expr.value, place);
      bind(expr.target, value, place);
      return value;
    }
    case "comprehension": {
      const [clause, ...more] = expr.clauses;
      const items = clause?.k === "for" && more.length === 0 ? itemsOf(evaluate(clause.iter, place)) : null;
      runFor(clause?.k === "for" ? clause.target : null, items, place, (inside) => {
        evaluate(expr.element, inside);
        if (expr.value) evaluate(expr.value, inside);
      });
      return UNKNOWN;
    }
    case "call":
      return evaluateCall(expr, place);
    default:
      return UNKNOWN;
  }
}

/** The text of a string literal; unknown where a field of it is. */
function textOf(parts: readonly StringPart[], place: Place): Plain {
  let text = "";
  for (const part of parts) {
    if (part.k === "text") text += part.text;
    else {
      const value = evaluate(part.value, place);
      const plain = (value.t === "str" || value.t === "int") && !part.spec && !part.debug && part.conversion !== "r";
      if (!plain) return UNKNOWN;
      text += value.v;
    }
  }
  return { t: "str", v: text };
}
