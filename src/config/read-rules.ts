import type { RuleName, Severity } from "../model/finding.ts";
import type { Value } from "../model/value.ts";
import { complain, expectedName, fieldsOf, type Reading, readKeys, readWord } from "./read-fields.ts";
import { RULE_NAMES } from "./rule-names.ts";

const SEVERITIES = ["error", "warning", "notice", "off"] as const;

/** `rules:`, a severity for a rule: a word, or a mapping with `severity`. */
export function readRules(reading: Reading, value: Value): ReadonlyMap<RuleName, Severity | "off"> {
  const rules = new Map<RuleName, Severity | "off">();
  for (const field of fieldsOf(reading, value, "`rules`") ?? []) {
    if (!RULE_NAMES.includes(field.key)) {
      complain(reading, field.keySpan, `there is no rule \`${field.key}\``, expectedName(field.key, RULE_NAMES));
      continue;
    }
    const set = (given: Value) => {
      const severity = readWord(reading, given, field.key, SEVERITIES);
      if (severity !== null) rules.set(field.key, severity);
    };
    if (field.value.t === "map") {
      readKeys(reading, field.value, `\`${field.key}\``, { severity: set, above: "later" });
    } else set(field.value);
  }
  return rules;
}
