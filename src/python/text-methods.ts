import { formatText } from "./format-text.ts";
import { bool, int, list, NONE, type Obj, PythonRaise, str, tuple } from "./objects.ts";
import { MAX_LENGTH } from "./operators.ts";
import { isSymbolic, knownTail } from "./symbolic-path.ts";

const SPACE = /[\s\x1c-\x1f]/;

function strip(text: string, chars: string | null, left: boolean, right: boolean): string {
  const gone = (char: string | undefined): boolean =>
    char !== undefined && (chars === null ? SPACE.test(char) : chars.includes(char));
  let [start, end] = [0, text.length];
  while (left && start < end && gone(text[start])) start += 1;
  while (right && end > start && gone(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

/** Whether Python counts the characters of a text otherwise than JavaScript does. */
const hasAstral = (text: string): boolean => /[\ud800-\udfff]/.test(text);

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase();

/** Methods of a text that only look at its end or cut it: right even where the start of the text is a folder of unknown place. */
const SAFE = new Set([
  "endswith",
  "removesuffix",
  "rstrip",
  "split",
  "rsplit",
  "replace",
  "rpartition",
  "join",
  "format",
  "rfind",
  "rindex",
]);

/**
 * A method of `str`, or `null` where the result is not known.
 * @param named keyword arguments, used by `format`, and `split`'s `sep` and `maxsplit`
 */
export function callTextMethod(
  text: string,
  name: string,
  args: readonly Obj[],
  named: ReadonlyMap<string, Obj>,
): Obj | null {
  const symbolic = isSymbolic(text);
  if (symbolic && !SAFE.has(name)) return null;
  const [first, second, third] = args;
  const textArgument = first?.t === "str" ? first.v : null;
  const plain = named.size === 0;
  switch (name) {
    case "format": {
      const result = symbolic && text.includes("{") === false ? text : formatText(text, args, named);
      return result === null || result.length > MAX_LENGTH ? null : str(result);
    }
    case "split":
    case "rsplit":
      return split(
        text,
        first ?? named.get("sep") ?? NONE,
        second ?? named.get("maxsplit") ?? int(-1),
        name === "rsplit",
      );
    case "splitlines": {
      if (!plain || args.length > 0) return null;
      const lines = text.split(/\r\n|\r|\n/);
      return list((lines.at(-1) === "" ? lines.slice(0, -1) : lines).map(str));
    }
    case "join":
      return plain && first ? joined(text, first) : null;
    case "replace": {
      if (!plain || textArgument === null || second?.t !== "str" || textArgument === "") return null;
      if (isSymbolic(textArgument)) return null;
      const count = third?.t === "int" ? Number(third.v) : -1;
      if (third && third.t !== "int") return null;
      if (symbolic && !knownTail(text).includes(textArgument)) return str(text);
      const parts = text.split(textArgument);
      const keep = count < 0 ? parts.length : count + 1;
      const head = parts.slice(0, keep).join(second.v);
      const result = keep < parts.length ? [head, ...parts.slice(keep)].join(textArgument) : head;
      return result.length > MAX_LENGTH ? null : str(result);
    }
    case "startswith":
    case "endswith": {
      if (!plain || args.length !== 1 || !first) return null;
      const options = first.t === "tuple" ? first.items : [first];
      const texts = options.map((one) => (one.t === "str" && !isSymbolic(one.v) ? one.v : null));
      if (texts.includes(null)) return null;
      const tail = symbolic ? knownTail(text) : text;
      const found = texts.some(
        (one) => one !== null && (name === "startswith" ? text.startsWith(one) : tail.endsWith(one)),
      );
      return !found && symbolic && texts.some((one) => one !== null && one.length > tail.length) ? null : bool(found);
    }
    case "strip":
    case "lstrip":
    case "rstrip":
      if (!plain || (first && textArgument === null && first.t !== "none")) return null;
      if (textArgument !== null && hasAstral(textArgument)) return null;
      return str(strip(text, textArgument, name !== "rstrip", name !== "lstrip"));
    case "removeprefix":
      return textArgument === null ? null : str(text.startsWith(textArgument) ? text.slice(textArgument.length) : text);
    case "removesuffix":
      return textArgument === null
        ? null
        : str(textArgument !== "" && text.endsWith(textArgument) ? text.slice(0, -textArgument.length) : text);
    case "lower":
    case "casefold":
      return plain && args.length === 0 ? str(text.toLowerCase()) : null;
    case "upper":
      return plain && args.length === 0 ? str(text.toUpperCase()) : null;
    case "capitalize":
      return plain && args.length === 0 ? str(capital(text)) : null;
    case "title":
      return plain && args.length === 0 && /^[\x00-\x7f]*$/.test(text)
        ? str(text.replaceAll(/[a-zA-Z]+/g, capital))
        : null;
    case "partition":
    case "rpartition": {
      if (textArgument === null || textArgument === "") return null;
      const at = name === "partition" ? text.indexOf(textArgument) : text.lastIndexOf(textArgument);
      if (at < 0) return tuple((name === "partition" ? [text, "", ""] : ["", "", text]).map(str));
      return tuple([text.slice(0, at), textArgument, text.slice(at + textArgument.length)].map(str));
    }
    case "find":
    case "index":
    case "count": {
      if (textArgument === null || args.length !== 1 || textArgument === "" || hasAstral(text)) return null;
      const at = text.indexOf(textArgument);
      if (name === "count") return int(text.split(textArgument).length - 1);
      if (name === "index" && at < 0) throw new PythonRaise("ValueError", "substring not found");
      return int(at);
    }
    case "isdigit":
    case "isnumeric":
    case "isdecimal":
      return /^[\x00-\x7f]*$/.test(text) ? bool(/^[0-9]+$/.test(text)) : null;
    case "isalpha":
      return /^[\x00-\x7f]*$/.test(text) ? bool(/^[a-zA-Z]+$/.test(text)) : null;
    case "isalnum":
      return /^[\x00-\x7f]*$/.test(text) ? bool(/^[a-zA-Z0-9]+$/.test(text)) : null;
    case "isidentifier":
      return /^[\x00-\x7f]*$/.test(text) ? bool(/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(text)) : null;
    case "islower":
      return /^[\x00-\x7f]*$/.test(text) ? bool(/[a-z]/.test(text) && !/[A-Z]/.test(text)) : null;
    case "isupper":
      return /^[\x00-\x7f]*$/.test(text) ? bool(/[A-Z]/.test(text) && !/[a-z]/.test(text)) : null;
    case "zfill": {
      if (first?.t !== "int" || first.v > 1000n || hasAstral(text)) return null;
      const sign = /^[+-]/.test(text) ? (text[0] ?? "") : "";
      return str(sign + text.slice(sign.length).padStart(Number(first.v) - sign.length, "0"));
    }
    default:
      return null;
  }
}

function split(text: string, separator: Obj, limit: Obj, fromRight: boolean): Obj | null {
  if (limit.t !== "int") return null;
  const max = Number(limit.v);
  if (separator.t === "none") {
    if (isSymbolic(text)) return null;
    if (max >= 0) return null;
    const words = text.split(/[\s\x1c-\x1f]+/).filter((word) => word !== "");
    return list(words.map(str));
  }
  if (separator.t !== "str") return null;
  if (separator.v === "") throw new PythonRaise("ValueError", "empty separator");
  const parts = text.split(separator.v);
  if (max < 0 || parts.length <= max + 1) return list(parts.map(str));
  const cut = fromRight
    ? [parts.slice(0, parts.length - max).join(separator.v), ...parts.slice(parts.length - max)]
    : [...parts.slice(0, max), parts.slice(max).join(separator.v)];
  return list(cut.map(str));
}

function joined(separator: string, items: Obj): Obj | null {
  if (
    (items.t !== "list" && items.t !== "tuple" && items.t !== "iterator") ||
    ("spoiled" in items && items.spoiled !== undefined)
  )
    return null;
  const texts = (items.t === "iterator" ? items.items.slice(items.next) : items.items).map((item) =>
    item.t === "str" ? item.v : null,
  );
  if (texts.includes(null)) return null;
  const result = texts.join(separator);
  return result.length > MAX_LENGTH ? null : str(result);
}
