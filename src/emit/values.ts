import type { CallValue, Value } from "../model/value.ts";
import type { FileScope } from "./file-scope.ts";
import type { HelperName } from "./helpers.ts";
import { brackets, type Code, flat, type Item, item, text } from "./layout.ts";
import { isIdentifier } from "./python-names.ts";
import { reference } from "./reference.ts";
import { stringLiteral } from "./string-literal.ts";

/** What printing a value needs to know of the file around it. */
export interface ValueWriter {
  readonly scope: FileScope;
  /** The name of the constant that holds the repository's root. */
  root(): string;
  /** An expression of the repository's own code, by the key for which it stands. */
  expression(value: Extract<Value, { t: "expr" }>, key: string): Code;
  /** A function of a file of the repository, loaded as gusty loads it. */
  callable(file: string, name: string): Code;
  /** The ABSQL runner that gusty gives to every task. */
  runner(): Code;
}

const helper = (name: HelperName, { scope }: ValueWriter): string => scope.helper(name);

/** A path of the repository as an expression of type `Path`. */
export function pathCode(file: string, { root }: ValueWriter): Code {
  const name = root();
  if (file === "") return text(name);
  return {
    t: "either",
    flat: `${name} / ${stringLiteral(file)}`,
    broken: brackets(`${name}.joinpath(`, [item({ t: "string", text: file })], ")"),
  };
}

/** Keyword arguments; keys that are no identifiers go through `**{…}`. */
export function keywordItems(entries: readonly (readonly [string, Code])[]): Item[] {
  const named = entries.filter(([key]) => isIdentifier(key)).map(([key, code]) => item(code, `${key}=`));
  const others = entries.filter(([key]) => !isIdentifier(key));
  if (others.length === 0) return named;
  const other = others.map(([key, code]): [Code, Code] => [{ t: "string", text: key }, code]);
  return [...named, item(dictCode(other), "**")];
}

/**
 * Any value that is not too deep as a Python expression. Adds to the file what the expression needs; what cannot be written is refused there.
 *
 * @param key the argument or key for which it stands, to name what has to be defined before
 */
export function valueCode(value: Value, writer: ValueWriter, key: string): Code {
  const { scope } = writer;
  const inner = (part: Value, name = key): Code => valueCode(part, writer, name);
  switch (value.t) {
    case "null":
      return text("None");
    case "bool":
      return text(value.v ? "True" : "False");
    case "int":
      return text(String(value.v));
    case "float":
      return floatCode(value.v);
    case "str":
      return { t: "string", text: value.v };
    case "bytes":
      return { t: "bytes", bytes: value.v };
    case "list":
      return brackets(
        "[",
        value.v.map((part) => item(inner(part))),
        "]",
      );
    case "tuple":
      return brackets(
        "(",
        value.v.map((part) => item(inner(part))),
        ")",
      );
    case "set":
      if (value.v.length === 0) return text("set()");
      return brackets(
        "{",
        distinct(value.v).map((part) => item(inner(part))),
        "}",
      );
    case "map":
      return mapCode(value.v, inner);
    case "date":
    case "datetime":
      return dateCode(value, scope);
    case "name":
      return text(reference(value.path, scope));
    case "call":
      return callCode(value, writer, key, inner);
    case "expr":
      return writer.expression(value, key);
    case "file-path":
      return brackets("str(", [item(pathCode(value.file, writer))], ")");
    case "absql-runner":
      return writer.runner();
    case "run-file":
      return brackets(`${helper("run_file", writer)}(`, [item(pathCode(value.file, writer))], ")");
    case "function": {
      const loaded = writer.callable(value.file, value.name);
      if (value.partial === undefined) return loaded;
      const bound = keywordItems(value.partial.map(([name, part]) => [name, inner(part, name)]));
      return brackets(`${scope.member("functools", "partial")}(`, [item(loaded), ...bound], ")");
    }
  }
}

function floatCode(value: number): Code {
  if (Number.isNaN(value)) return text('float("nan")');
  if (!Number.isFinite(value)) return text(value < 0 ? 'float("-inf")' : 'float("inf")');
  if (Object.is(value, -0)) return text("-0.0");
  const digits = String(value);
  return text(/[.e]/.test(digits) ? digits.replace("e+", "e") : `${digits}.0`);
}

/** What makes two keys one key of a Python dict: `1`, `1.0` and `True` are equal. */
function identity(value: Value): string | null {
  switch (value.t) {
    case "null":
      return "null";
    case "bool":
      return `number:${value.v ? "1" : "0"}`;
    case "int":
      return `number:${value.v}`;
    case "float":
      return Number.isInteger(value.v) ? `number:${BigInt(value.v)}` : `number:${value.v}`;
    case "str":
      return `str:${value.v}`;
    default:
      return null;
  }
}

/** The members of a set, each once. */
function distinct(values: readonly Value[]): Value[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = identity(value);
    if (key === null) return true;
    return !seen.has(key) && seen.add(key);
  });
}

/** A dict. Of equal keys the first gives the key and the last the value, as Python does. */
function mapCode(entries: readonly (readonly [Value, Value])[], inner: (part: Value, name?: string) => Code): Code {
  const kept: [Value, Value][] = [];
  const at = new Map<string, number>();
  for (const [key, value] of entries) {
    const same = identity(key);
    const before = same === null ? undefined : at.get(same);
    if (before === undefined) {
      if (same !== null) at.set(same, kept.length);
      kept.push([key, value]);
    } else {
      kept[before] = [kept[before]?.[0] ?? key, value];
    }
  }
  const codes = kept.map(([key, value]) => [inner(key), inner(value, key.t === "str" ? key.v : undefined)] as const);
  return dictCode(codes);
}

function dictCode(entries: readonly (readonly [Code, Code])[]): Code {
  const keyText = (key: Code): string => (key.t === "string" ? stringLiteral(key.text) : (flat(key) ?? "None"));
  const items = entries.map(([key, value]) => item(value, `${keyText(key)}: `));
  const tuples = entries.map((pair) =>
    item(
      brackets(
        "(",
        pair.map((part) => item(part)),
        ")",
      ),
    ),
  );
  const pairs = brackets("dict(", [item(brackets("[", tuples, "]"))], ")");
  return { t: "brackets", open: "{", items, close: "}", pairs };
}

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const DATETIME =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?(?:(Z)|([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

function dateCode(value: { readonly t: "date" | "datetime"; readonly v: string }, scope: FileScope): Code {
  const numbers = (digits: readonly (string | undefined)[]): Item[] =>
    digits.map((part) => item(text(String(Number(part ?? "0")))));
  const date = DATE.exec(value.v);
  if (value.t === "date" && date !== null) {
    return brackets(`${scope.member("datetime", "date")}(`, numbers(date.slice(1)), ")");
  }
  const match = DATETIME.exec(value.v);
  if (value.t === "date" || match === null) {
    scope.refuse(`\`${value.v}\` is no date that Python can hold`);
    return text("None");
  }
  const parts = match.slice(1, 7);
  const micros = Number((match[7] ?? "").padEnd(6, "0"));
  if (micros > 0) parts.push(String(micros));
  else if (parts[5] === "00") parts.pop();
  const zone = match[8] === undefined && match[9] === undefined ? [] : [item(zoneCode(match, scope), "tzinfo=")];
  return brackets(`${scope.member("datetime", "datetime")}(`, [...numbers(parts), ...zone], ")");
}

function zoneCode(match: readonly (string | undefined)[], scope: FileScope): Code {
  const zone = scope.member("datetime", "timezone");
  const seconds = Number(match[10] ?? 0) * 3600 + Number(match[11] ?? 0) * 60 + Number(match[12] ?? 0);
  if (seconds === 0) return text(`${zone}.utc`);
  const signed = match[9] === "-" ? -seconds : seconds;
  const offset =
    seconds % 3600 === 0 ? item(text(String(signed / 3600)), "hours=") : item(text(String(signed)), "seconds=");
  return brackets(`${zone}(`, [item(brackets(`${scope.member("datetime", "timedelta")}(`, [offset], ")"))], ")");
}

const ABSQL = /^absql\.functions\.(?:env\.|time\.)?(env_var|env_switch|previous_date|previous_hour)$/;

function callCode(
  call: CallValue,
  writer: ValueWriter,
  key: string,
  inner: (part: Value, name?: string) => Code,
): Code {
  const args = call.args.map((part) => item(inner(part)));
  const kwargs = keywordItems(call.kwargs.map(([name, part]) => [name, inner(part, name)]));
  if (typeof call.fn !== "string") {
    const fn = flat(writer.expression(call.fn, `${key}_function`));
    if (fn === null) writer.scope.refuse(`what \`${key}\` calls takes several lines`);
    return brackets(`${fn ?? "None"}(`, [...args, ...kwargs], ")");
  }
  const absql = ABSQL.exec(call.fn)?.[1] as "env_var" | "env_switch" | "previous_date" | "previous_hour" | undefined;
  if (absql === "env_var") {
    const os = writer.scope.module("os");
    const named = new Map(call.kwargs);
    const positional = [
      ...args,
      ...["var", "default"].slice(args.length).flatMap((name) => {
        const part = named.get(name);
        return part === undefined ? [] : [item(inner(part, name))];
      }),
    ];
    return brackets(`${os}.environ.get(`, positional, ")");
  }
  if (absql !== undefined) return brackets(`${helper(absql, writer)}(`, [...args, ...kwargs], ")");
  if (/^gusty\.utils\.days_ago$/.test(call.fn)) return daysAgo(call, writer, [...args, ...kwargs]);
  return brackets(`${reference(call.fn, writer.scope)}(`, [...args, ...kwargs], ")");
}

function daysAgo(call: CallValue, writer: ValueWriter, items: readonly Item[]): Code {
  const days = call.args[0] ?? call.kwargs.find(([name]) => name === "n")?.[1];
  if (days?.t !== "int") return brackets(`${helper("days_ago", writer)}(`, items, ")");
  const pendulum = writer.scope.module("pendulum");
  return brackets(`${pendulum}.today("UTC").add(`, [item(text(String(-days.v)), "days=")], ")");
}
