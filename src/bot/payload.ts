/** The value below some keys of a payload, or `undefined`. */
export function field(value: unknown, ...keys: readonly string[]): unknown {
  let current = value;
  for (const key of keys) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

/** The text below some keys of a payload; empty where there is none. */
export const text = (value: unknown, ...keys: readonly string[]): string => {
  const found = field(value, ...keys);
  return typeof found === "string" ? found : "";
};
