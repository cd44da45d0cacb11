import type { CallValue, Value } from "../model/value.ts";
import { dateCode } from "./date-code.ts";
import { dictCode, distinct, mapCode } from "./dict-code.ts";
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
      if (value.path === "gusty.utils.days_ago") return text(helper("days_ago", writer));
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
    case "function": {
      const loaded =
        value.t === "function"
          ? writer.callable(value.file, value.name)
          : brackets(`${helper("run_file", writer)}(`, [item(pathCode(value.file, writer))], ")");
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
