import type { PathRules } from "../model/config.ts";
import type { RuleName, Severity } from "../model/finding.ts";
import type { Value } from "../model/value.ts";
import { cleanPath, readPattern } from "./paths.ts";
import {
  complain,
  expectedName,
  fieldsOf,
  type Keys,
  type Reading,
  readKeys,
  readNumber,
  readText,
  readWord,
} from "./read-fields.ts";
import { RULE_NAMES } from "./rule-names.ts";

const SEVERITIES = ["error", "warning", "notice", "off"] as const;

/** What `rules:` says: severities, and from how many runs on a backfill is a finding (`null`: not said). */
export interface ReadRules {
  readonly rules: ReadonlyMap<RuleName, Severity | "off">;
  readonly backfillAbove: number | null;
}

/** `rules:`, a severity for a rule: a word, or a mapping with `severity`, and `above` for `catchup-backfill`. */
export function readRules(reading: Reading, value: Value): ReadRules {
  const rules = new Map<RuleName, Severity | "off">();
  let backfillAbove: number | null = null;
  for (const field of fieldsOf(reading, value, "`rules`") ?? []) {
    if (!isRule(reading, field.key, field.keySpan, RULE_NAMES)) continue;
    const severity = (given: Value) => {
      const word = readWord(reading, given, field.key, SEVERITIES);
      if (word !== null) rules.set(field.key, word);
    };
    const above = (given: Value) => {
      backfillAbove = readNumber(reading, given, "above", 0, 1_000_000_000);
    };
    if (field.value.t === "map") {
      const keys: Keys = field.key === "catchup-backfill" ? { severity, above } : { severity };
      readKeys(reading, field.value, `\`${field.key}\``, keys);
    } else severity(field.value);
  }
  return { rules, backfillAbove };
}

/** `paths:`, severities for the files that a pattern matches. */
export function readPathRules(reading: Reading, value: Value): readonly PathRules[] {
  if (value.t !== "list") {
    complain(reading, value.span, "`paths` is no list", "a list of mappings, each with `match` and `rules`");
    return [];
  }
  return value.v.flatMap((item): PathRules[] => {
    let match: string | null = null;
    const rules = new Map<RuleName | "*", Severity | "off">();
    readKeys(reading, item, "an item of `paths`", {
      match: (given) => {
        const text = readText(reading, given, "match");
        if (text !== null && readPattern(reading, given, text)) match = cleanPath(text);
      },
      rules: (given) => {
        for (const field of fieldsOf(reading, given, "`rules`") ?? []) {
          if (!isRule(reading, field.key, field.keySpan, [...RULE_NAMES, "*"])) continue;
          const word = readWord(reading, field.value, field.key, SEVERITIES);
          if (word !== null) rules.set(field.key, word);
        }
      },
    });
    if (match === null && item.t === "map" && !item.v.some(([key]) => key.t === "str" && key.v === "match"))
      complain(
        reading,
        item.span,
        "an item of `paths` has no `match`",
        "`match:` with a pattern such as `dags/sandbox/**`",
      );
    return match === null ? [] : [{ match, rules }];
  });
}

function isRule(reading: Reading, name: string, at: Reading["whole"] | null, names: readonly string[]): boolean {
  if (names.includes(name)) return true;
  complain(reading, at, `there is no rule \`${name}\``, expectedName(name, names));
  return false;
}
