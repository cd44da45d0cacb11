/** What Python's `int()` or `float()` makes of a text; `null` where it raises ValueError. */

/** Python refuses to read decimal integers of more digits (`sys.int_info.default_max_str_digits`). */
const MOST_DIGITS = 4300;
/** Base 60 numbers of more parts are refused here, so that reading them stays linear. */
const MOST_PARTS = 100;

const DIGITS = {
  2: /^[01]+(?:_[01]+)*$/,
  8: /^[0-7]+(?:_[0-7]+)*$/,
  10: /^\d+(?:_\d+)*$/,
  16: /^[\da-f]+(?:_[\da-f]+)*$/i,
};
const PREFIX = { 2: "0b", 8: "0o", 10: "", 16: "0x" };

/** `int(text, base)` for an unsigned or signed text. */
export function pythonInt(text: string, base: 2 | 8 | 10 | 16 = 10): bigint | null {
  const [, sign = "", body = ""] = /^\s*([-+]?)(\S*)\s*$/.exec(text) ?? [];
  const digits = body.replace(base === 10 ? /^(?!)/ : new RegExp(`^${PREFIX[base]}_?`, "i"), "");
  if (!DIGITS[base].test(digits)) return null;
  const plain = digits.replaceAll("_", "");
  if (base === 10 && plain.length > MOST_DIGITS) return null;
  const value = BigInt(PREFIX[base] + plain);
  return sign === "-" ? -value : value;
}

/** `float(text)`. */
export function pythonFloat(text: string): number | null {
  const word = /^\s*([-+]?)(inf|infinity|nan)\s*$/i.exec(text);
  if (word) return word[2]?.toLowerCase() === "nan" ? Number.NaN : word[1] === "-" ? -Infinity : Infinity;
  const number = /^\s*([-+]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[-+]?\d+(?:_\d+)*)?)\s*$/i.exec(
    text,
  );
  return number?.[1] === undefined ? null : Number(number[1].replaceAll("_", ""));
}

/** `SafeConstructor.construct_yaml_int` (`yaml/constructor.py`). */
export function yamlInt(text: string): bigint | null {
  const plain = text.replaceAll("_", "");
  const sign = plain.startsWith("-") ? -1n : 1n;
  const value = /^[-+]/.test(plain) ? plain.slice(1) : plain;
  const read = value === "0" ? 0n : yamlDigits(value);
  return read === null ? null : sign * read;
}

function yamlDigits(value: string): bigint | null {
  if (value === "") return null;
  if (value.startsWith("0b")) return pythonInt(value.slice(2), 2);
  if (value.startsWith("0x")) return pythonInt(value.slice(2), 16);
  if (value.startsWith("0")) return pythonInt(value, 8);
  if (!value.includes(":")) return pythonInt(value);
  const parts = value.split(":");
  if (parts.length > MOST_PARTS) return null;
  let sum = 0n;
  for (const part of parts) {
    const digit = pythonInt(part);
    if (digit === null) return null;
    sum = sum * 60n + digit;
  }
  return sum;
}

/** `SafeConstructor.construct_yaml_float` (`yaml/constructor.py`). */
export function yamlFloat(text: string): number | null {
  const plain = text.replaceAll("_", "").toLowerCase();
  const sign = plain.startsWith("-") ? -1 : 1;
  const value = /^[-+]/.test(plain) ? plain.slice(1) : plain;
  if (value === ".inf") return sign * Infinity;
  if (value === ".nan") return Number.NaN;
  if (!value.includes(":")) {
    const read = pythonFloat(value);
    return read === null ? null : sign * read;
  }
  const parts = value.split(":").reverse();
  if (parts.length > MOST_PARTS) return null;
  let sum = 0;
  let base = 1;
  for (const part of parts) {
    const digit = pythonFloat(part);
    if (digit === null) return null;
    sum += digit * base;
    base *= 60;
  }
  return sign * sum;
}
