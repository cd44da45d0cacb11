import { RE2JS } from "re2js";
import type { OperatorDependencies } from "../model/config.ts";
import type { Span } from "../model/span.ts";
import type { Spec } from "../model/spec.ts";
import type { Value } from "../model/value.ts";
import { fieldOf } from "./fields.ts";

/** Names that a task's arguments hold, each once, with the argument they stand in; `open`: arguments that only Python knows. */
export interface FoundNames {
  readonly names: ReadonlyMap<string, Span | null>;
  readonly open: readonly { readonly argument: string; readonly at: Span | null; readonly why: string }[];
}

/**
 * The dependencies that an operator finds in its arguments, by `operators.dependencies` of the configuration: what the
 * first group of the pattern matches, or all of it where it has none. In linear time (RE2), whatever the pattern.
 */
export function configuredNames(spec: Spec, configured: readonly OperatorDependencies[]): FoundNames {
  const names = new Map<string, Span | null>();
  const open: FoundNames["open"][number][] = [];
  for (const { argument, pattern } of configured) {
    const field = fieldOf(spec.fields, argument);
    if (!field) continue;
    const expression = RE2JS.compile(pattern);
    const visit = (value: Value): void => {
      if (value.t === "str") {
        const matcher = expression.matcher(value.v);
        while (matcher.find()) {
          const name = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
          if (name && !names.has(name)) names.set(name, value.span ?? field.keySpan);
        }
      } else if (value.t === "list" || value.t === "tuple" || value.t === "set") value.v.forEach(visit);
      else if (value.t === "map") for (const [, item] of value.v) visit(item);
      else if (value.t === "expr") open.push({ argument, at: value.span ?? field.keySpan, why: value.why });
    };
    visit(field.value);
  }
  return { names, open };
}
