import { itemsInOrder, lengthOf } from "../../python/collection-methods.ts";
import { int, list, type Obj, str } from "../../python/objects.ts";
import { truthOf, unary } from "../../python/operators.ts";
import { data, dataOf, type JinjaValue, open, textOf } from "./values.ts";

/** Arguments of a filter or test, by their names. */
export interface Given {
  readonly positional: readonly JinjaValue[];
  readonly named: ReadonlyMap<string, JinjaValue>;
}

/** JavaScript and Python change the case of these letters in the same way. */
const ascii = (text: string): string => (/^[\t\n\r\x20-\x7e]*$/.test(text) ? text : open());

/** Takes the arguments by position or by name; more than these are not known here. */
function take(given: Given, names: readonly string[]): readonly (JinjaValue | undefined)[] {
  if (given.positional.length > names.length) return open();
  if ([...given.named.keys()].some((name) => names.indexOf(name) < given.positional.length)) return open();
  return names.map((name, at) => given.positional[at] ?? given.named.get(name));
}

/** A filter of Jinja by its name (`jinja2/filters.py`), where what it gives is known to be the same. */
export function applyFilter(name: string, value: JinjaValue, given: Given): JinjaValue {
  const none = (): readonly (JinjaValue | undefined)[] => take(given, []);
  const text = (result: string): JinjaValue => data(str(result));
  switch (name) {
    case "upper":
      none();
      return text(ascii(textOf(value)).toUpperCase());
    case "lower":
      none();
      return text(ascii(textOf(value)).toLowerCase());
    case "capitalize": {
      none();
      const own = ascii(textOf(value));
      return text(own.slice(0, 1).toUpperCase() + own.slice(1).toLowerCase());
    }
    case "title": {
      none();
      const words = ascii(textOf(value)).split(/([-\s({[<]+)/);
      return text(words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()).join(""));
    }
    case "trim":
      none();
      return text(ascii(textOf(value)).trim());
    case "string":
      none();
      return text(textOf(value));
    case "default":
    case "d": {
      const [fallback, always] = take(given, ["default_value", "boolean"]);
      const empty = always !== undefined && truth(always) && !truth(value);
      return value.t === "undefined" || empty ? (fallback ?? text("")) : value;
    }
    case "length":
    case "count":
      none();
      return value.t === "undefined" ? data(int(0)) : data(lengthOf(dataOf(value)) ?? open());
    case "join": {
      const [between] = take(given, ["d"]);
      const items = itemsOf(value).map((item) => textOf(data(item)));
      return text(items.join(between ? textOf(between) : ""));
    }
    case "replace": {
      const [from, to] = take(given, ["old", "new"]);
      if (!from || !to || textOf(from) === "") return open();
      return text(textOf(value).split(textOf(from)).join(textOf(to)));
    }
    case "first":
    case "last": {
      none();
      const item = itemsOf(value).at(name === "first" ? 0 : -1);
      return item ? data(item) : open();
    }
    case "list":
      none();
      return data(list([...itemsOf(value)]));
    case "abs": {
      none();
      const own = dataOf(value);
      if (own.t !== "int" && own.t !== "float") return open();
      return data(own.v < 0 ? (unary("-", own) ?? open()) : own);
    }
    case "int":
      none();
      return data(wholeNumber(dataOf(value)));
    default:
      return open(`Windsock does not evaluate the filter \`${name}\`.`);
  }
}

function wholeNumber(value: Obj): Obj {
  if (value.t === "int") return value;
  if (value.t === "bool") return int(value.v ? 1 : 0);
  return value.t === "str" && /^[+-]?[0-9]+$/.test(value.v) ? int(BigInt(value.v.replace(/^\+/, ""))) : open();
}

/** The items of a list, tuple or text, the keys of a dict; none of a name that is not there. */
export function itemsOf(value: JinjaValue): readonly Obj[] {
  if (value.t === "undefined") return [];
  const own = dataOf(value);
  if (own.t === "set") return open();
  if (own.t === "iterator") return own.items;
  if (own.t === "dict" && own.spoiled === undefined) return [...own.entries.values()].map(([key]) => key);
  return itemsInOrder(own) ?? open();
}

/** Python's truth of a value. */
export function truth(value: JinjaValue): boolean {
  if (value.t !== "data") return value.t === "function";
  return truthOf(value.v) ?? open();
}

/** A test of Jinja by its name (`jinja2/tests.py`). */
export function applyTest(name: string, value: JinjaValue, given: Given): boolean {
  if (given.positional.length + given.named.size > 0)
    return open(`Windsock does not evaluate the test \`${name}\` here.`);
  const own = value.t === "data" ? value.v.t : null;
  switch (name) {
    case "defined":
      return value.t !== "undefined";
    case "undefined":
      return value.t === "undefined";
    case "none":
      return own === "none";
    case "string":
      return own === "str";
    case "mapping":
      return own === "dict";
    case "boolean":
      return own === "bool";
    case "number":
      return own === "int" || own === "float" || own === "bool";
    default:
      return open(`Windsock does not evaluate the test \`${name}\`.`);
  }
}
