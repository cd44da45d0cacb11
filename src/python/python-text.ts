import { isSmall, type Obj } from "./objects.ts";
import { isSymbolic } from "./symbolic-path.ts";

/** Python's `repr` of a text. */
export function textRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return quote + escapeInside(text, quote) + quote;
}

/** A text as a Python literal in double quotes, as formatters write it. */
const quoted = (text: string): string => `"${escapeInside(text, '"')}"`;

function escapeInside(text: string, quote: string): string {
  let out = "";
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (char === "\\" || char === quote) out += `\\${char}`;
    else if (char === "\n") out += "\\n";
    else if (char === "\r") out += "\\r";
    else if (char === "\t") out += "\\t";
    else if (code < 0x20 || code === 0x7f) out += `\\x${code.toString(16).padStart(2, "0")}`;
    else out += char;
  }
  return out;
}

/** Python's `repr` of a float, or `null` where JavaScript writes it otherwise. */
export function floatText(value: number): string | null {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  const size = Math.abs(value);
  if (value !== 0 && (size < 1e-4 || size >= 1e16)) return null;
  return Number.isInteger(value) ? `${Object.is(value, -0) ? "-0" : value}.0` : String(value);
}

/** `str(value)`, or `null` where it is not known. */
export function textOfObj(value: Obj): string | null {
  if (value.t === "str" || value.t === "path") return value.v;
  return reprOf(value);
}

/** `repr(value)` for plain data, or `null`. */
export function reprOf(value: Obj): string | null {
  return isSmall(value) ? plainRepr(value) : null;
}

function plainRepr(value: Obj): string | null {
  switch (value.t) {
    case "none":
      return "None";
    case "bool":
      return value.v ? "True" : "False";
    case "int":
      return String(value.v);
    case "float":
      return floatText(value.v);
    case "str":
      return isSymbolic(value.v) ? null : textRepr(value.v);
    case "list":
    case "tuple": {
      if (value.spoiled !== undefined) return null;
      const parts = value.items.map(plainRepr);
      if (parts.includes(null)) return null;
      if (value.t === "list") return `[${parts.join(", ")}]`;
      return parts.length === 1 ? `(${parts[0]},)` : `(${parts.join(", ")})`;
    }
    case "dict": {
      if (value.spoiled !== undefined) return null;
      const parts = [...value.entries.values()].map(([key, one]) => [plainRepr(key), plainRepr(one)] as const);
      return parts.some(([key, one]) => key === null || one === null)
        ? null
        : `{${parts.map(([key, one]) => `${key}: ${one}`).join(", ")}}`;
    }
    default:
      return null;
  }
}

/**
 * A value as a Python expression. `named` gives the source of what has no literal form.
 * `null`: it has none at all.
 */
export function literalText(value: Obj, named: (part: Obj) => string | null): string | null {
  return isSmall(value) ? plainLiteral(value, named) : null;
}

function plainLiteral(value: Obj, named: (part: Obj) => string | null): string | null {
  switch (value.t) {
    case "none":
    case "bool":
    case "int":
      return reprOf(value);
    case "float":
      return Number.isFinite(value.v) ? (floatText(value.v) ?? String(value.v)) : `float("${floatText(value.v)}")`;
    case "str":
      return isSymbolic(value.v) ? named(value) : quoted(value.v);
    case "list":
    case "tuple":
    case "set": {
      if (value.spoiled !== undefined) return named(value);
      const parts = value.items.map((item) => plainLiteral(item, named));
      if (parts.includes(null)) return null;
      if (value.t === "list") return `[${parts.join(", ")}]`;
      if (value.t === "set") return parts.length === 0 ? "set()" : `{${parts.join(", ")}}`;
      return parts.length === 1 ? `(${parts[0]},)` : `(${parts.join(", ")})`;
    }
    case "dict": {
      if (value.spoiled !== undefined) return named(value);
      const parts: string[] = [];
      for (const [key, one] of value.entries.values()) {
        const left = plainLiteral(key, named);
        const right = plainLiteral(one, named);
        if (left === null || right === null) return null;
        parts.push(`${left}: ${right}`);
      }
      return `{${parts.join(", ")}}`;
    }
    case "builtin":
      return value.name;
    default:
      return named(value);
  }
}
