import type { Problem } from "../model/problem.ts";
import type { Field } from "../model/value.ts";

/** What gusty puts in place of a key of a task file (`gusty/parsing/__init__.py`, `parse`; `gusty/building.py`, `build_task`). */
const OVERWRITTEN: ReadonlyMap<string, string> = new Map([
  ["task_id", "the name of the file, lower-cased"],
  ["file_path", "the path of the file"],
  ["absql_runner", "gusty's own ABSQL runner"],
  ["dag", "the DAG"],
]);

/** Keys at the top of a task file that gusty writes over, but for a `task_id` that says the same. */
export function overwrittenKeys(fields: readonly Field[], taskId: string): readonly Problem[] {
  return fields.flatMap(({ key, keySpan, value }): Problem[] => {
    const why = OVERWRITTEN.get(key);
    const same = key === "task_id" && value.t === "str" && value.v === taskId;
    return why === undefined || same || !keySpan ? [] : [{ kind: "overwritten-key", at: keySpan, keyName: key, why }];
  });
}
