import { misspelt } from "../config/nearest.ts";
import type { OperatorSignature } from "../model/catalogue.ts";
import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import type { Spec } from "../model/spec.ts";
import type { Field } from "../model/value.ts";
import { fieldOf } from "./fields.ts";

/**
 * What becomes of the keys of one task that do not arrive as they are written: dropped, or refused by the operator. `kept` and `dropped` are as `taskArguments` gives them. Keys that no file writes are left out.
 */
export function argumentFates(
  spec: Spec,
  task: string,
  signature: OperatorSignature | null,
  kept: readonly Field[],
  dropped: readonly Field[],
): readonly Problem[] {
  const written = (fields: readonly Field[]): readonly (Field & { keySpan: Span })[] =>
    fields.flatMap((field) => (field.keySpan ? [{ ...field, keySpan: field.keySpan }] : []));
  return [
    ...(signature ? written(dropped).map((field) => droppedArgument(spec, task, signature, field)) : []),
    ...written(kept)
      .filter((field) => signature?.refuses.has(field.key))
      .map((field): Problem => {
        const operator = signature?.path ?? "";
        return { kind: "refused-argument", at: field.keySpan, keyName: field.key, task, operator };
      }),
  ];
}

function droppedArgument(
  spec: Spec,
  task: string,
  signature: OperatorSignature,
  field: Field & { keySpan: Span },
): Problem {
  const through = signature.through.has(field.key);
  const free = [...signature.accepts].filter((key) => !NO_ARGUMENTS.has(key));
  const meant = through ? null : misspelt(field.key, free);
  const instead = meant !== null && !fieldOf(spec.fields, meant) ? meant : null;
  const operator = signature.path;
  const takenBy = signature.through.get(field.key) ?? null;
  return { kind: "dropped-argument", at: field.keySpan, keyName: field.key, task, operator, through, takenBy, instead };
}

/** Names of every signature that are no arguments of their own. */
const NO_ARGUMENTS = new Set(["self", "args", "kwargs"]);
