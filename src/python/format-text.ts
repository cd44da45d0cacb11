import { keyOf, type Obj } from "./objects.ts";
import { reprOf, textOfObj } from "./python-text.ts";

/** `format(value, spec)` for what entry points use: nothing, alignment and width, zero-padded integers; `null` otherwise. */
export function formatValue(value: Obj, spec: string, conversion: "s" | "r" | "a" | null): string | null {
  const shown = conversion === "r" || conversion === "a" ? reprOf(value) : textOfObj(value);
  if (shown === null) return null;
  if (spec === "") return shown;
  const parts = /^(?:(.)?([<>^]))?(0?)([0-9]{0,4})([ds]?)$/.exec(spec);
  if (!parts) return null;
  const [, fill = " ", align, zero, width = "", type] = parts;
  const whole = conversion === null && (value.t === "int" || value.t === "bool");
  if ((type === "d" && !whole) || (type === "s" && whole) || value.t === "path") return null;
  const size = Number(width || 0);
  // Python counts code points.
  if (size > 0 && /[\ud800-\udfff]/.test(shown)) return null;
  const text = value.t === "bool" && type === "d" ? (value.v ? "1" : "0") : shown;
  if (zero && whole && !align)
    return text.startsWith("-") ? `-${text.slice(1).padStart(size - 1, "0")}` : text.padStart(size, "0");
  if (value.t === "float" && zero) return null;
  const filler = zero && !align ? "0" : fill;
  const side = align ?? (whole || value.t === "float" ? ">" : "<");
  if (side === ">") return text.padStart(size, filler);
  if (side === "<") return text.padEnd(size, filler);
  const left = Math.floor(Math.max(0, size - text.length) / 2);
  return (filler.repeat(left) + text).padEnd(size, filler);
}

/** `text.format(*args, **kwargs)` for plain fields `{}`, `{0}`, `{name}`, `{name[key]}`, with a simple specification. */
export function formatText(format: string, args: readonly Obj[], named: ReadonlyMap<string, Obj>): string | null {
  let known = true;
  let next = 0;
  const text = format.replaceAll(
    /\{\{|\}\}|\{(\w*)((?:\[[^[\]{}]*\])*)(?:!([rsa]))?(?::([^{}]*))?\}|[{}]/g,
    (
      whole,
      name: string | undefined,
      keys: string | undefined,
      conversion: string | undefined,
      spec: string | undefined,
    ) => {
      if (whole === "{{") return "{";
      if (whole === "}}") return "}";
      if (whole.length === 1 || name === undefined) {
        known = false;
        return "";
      }
      let value: Obj | undefined =
        name === "" ? args[next++] : /^[0-9]+$/.test(name) ? args[Number(name)] : named.get(name);
      for (const key of (keys ?? "").split(/[[\]]+/).filter((part) => part !== ""))
        value = value ? itemOf(value, key) : undefined;
      const letter = conversion === "r" || conversion === "s" || conversion === "a" ? conversion : null;
      const shown = value ? formatValue(value, spec ?? "", letter) : null;
      if (shown === null) known = false;
      return shown ?? "";
    },
  );
  return known ? text : null;
}

function itemOf(value: Obj, key: string): Obj | undefined {
  const index = /^[0-9]+$/.test(key);
  if (value.t === "dict")
    return value.entries.get(keyOf(index ? { t: "int", v: BigInt(key) } : { t: "str", v: key }) ?? "")?.[1];
  return index && (value.t === "list" || value.t === "tuple") ? value.items[Number(key)] : undefined;
}
