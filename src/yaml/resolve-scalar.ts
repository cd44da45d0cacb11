/** The tags that PyYAML gives to plain scalars, without their prefix `tag:yaml.org,2002:`. */
export type ScalarTag = "null" | "bool" | "int" | "float" | "timestamp" | "merge" | "value" | "str";

const RESOLVERS: readonly (readonly [ScalarTag, RegExp])[] = [
  ["bool", /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)\n?$/],
  [
    "float",
    /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\n?$/,
  ],
  [
    "int",
    /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)\n?$/,
  ],
  ["merge", /^<<\n?$/],
  ["null", /^(?:~|null|Null|NULL|)\n?$/],
  [
    "timestamp",
    /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)\n?$/,
  ],
  ["value", /^=\n?$/],
];

/** The tag that PyYAML's `Resolver` gives to a plain scalar of this text (`yaml/resolver.py`; `\n?$` is what Python's `$` means). */
export function resolveScalar(text: string): ScalarTag {
  if (text.startsWith("\n")) return "str";
  for (const [tag, pattern] of RESOLVERS) if (pattern.test(text)) return tag;
  return "str";
}
