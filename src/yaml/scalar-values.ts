import type { ValueData } from "../model/value.ts";
import { decodeBase64 } from "./base64.ts";
import type { YamlNode } from "./node.ts";
import { yamlFloat, yamlInt } from "./python-number.ts";
import { readTimestamp } from "./timestamp.ts";

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["no", false],
  ["true", true],
  ["false", false],
  ["on", true],
  ["off", false],
]);

/** What to call a scalar of each tag. */
export const WORDS: ReadonlyMap<string, string> = new Map([
  ["int", "number"],
  ["float", "number"],
  ["bool", "boolean"],
  ["timestamp", "date"],
  ["binary", "base64 text"],
]);

/** The constructors of PyYAML for scalars (`yaml/constructor.py`); `null` where they raise. */
export const SCALARS: ReadonlyMap<string, (text: string) => ValueData | null> = new Map<
  string,
  (text: string) => ValueData | null
>([
  ["null", () => ({ t: "null" })],
  ["str", (v) => ({ t: "str", v })],
  [
    "bool",
    (text) => {
      const v = BOOLEANS.get(text.toLowerCase());
      return v === undefined ? null : { t: "bool", v };
    },
  ],
  [
    "int",
    (text) => {
      const v = yamlInt(text);
      return v === null ? null : { t: "int", v };
    },
  ],
  [
    "float",
    (text) => {
      const v = yamlFloat(text);
      return v === null ? null : { t: "float", v };
    },
  ],
  ["timestamp", readTimestamp],
  [
    "binary",
    (text) => {
      const v = decodeBase64(text);
      return v === null ? null : { t: "bytes", v };
    },
  ],
]);

/** `SafeConstructor.construct_scalar`: a mapping stands for the value of its key `=`. */
export function scalarOf(node: YamlNode): string | null {
  let at = node;
  for (let steps = 0; steps < 100; steps += 1) {
    if (at.kind === "scalar") return at.value;
    const value = at.kind === "mapping" ? at.pairs.find(([key]) => key.tag === "value")?.[1] : undefined;
    if (!value) return null;
    at = value;
  }
  return null;
}
