import { fieldOf, fieldsOfMap } from "../build/fields.ts";
import type { Dag, Task } from "../model/dag.ts";

/** Arguments that every operator takes, and so gets from `default_args` (`BaseOperator.__init__`, Airflow 2.11 and 3.3). */
const EVERY_OPERATOR = new Set(
  "task_id owner email email_on_retry email_on_failure retries retry_delay retry_exponential_backoff max_retry_delay start_date end_date depends_on_past ignore_first_depends_on_past wait_for_past_depends_before_skipping wait_for_downstream params default_args priority_weight weight_rule queue pool pool_slots execution_timeout on_execute_callback on_failure_callback on_success_callback on_retry_callback on_skipped_callback pre_execute post_execute trigger_rule run_as_user map_index_template max_active_tis_per_dag max_active_tis_per_dagrun executor executor_config do_xcom_push inlets outlets task_group doc doc_md doc_json doc_yaml doc_rst task_display_name logger_name allow_nested_operators".split(
    " ",
  ),
);

/** True for arguments that every operator takes, whatever its class. */
export const everyOperatorTakes = (key: string): boolean => EVERY_OPERATOR.has(key);

/**
 * How many tasks of a DAG a default argument reaches: those that do not set it themselves, nor by a group's own
 * `default_args`. `path` is that of a changed setting; `null` where it is no default argument, or one that not every
 * operator takes.
 */
export function reachOfDefault(dag: Dag, path: string): number | null {
  const key = /^default_args\.([^.]+)/.exec(path)?.[1];
  if (key === undefined || !everyOperatorTakes(key)) return null;
  return dag.tasks.filter((task) => !fieldOf(task.arguments, key) && !groupSets(dag, task, key)).length;
}

function groupSets(dag: Dag, task: Task, key: string): boolean {
  const byId = new Map(dag.groups.map((group) => [group.id, group]));
  const seen = new Set<string>();
  for (let id = task.group; id !== null && !seen.has(id); id = byId.get(id)?.parent ?? null) {
    seen.add(id);
    const given = fieldOf(byId.get(id)?.arguments ?? [], "default_args")?.value;
    if (given && fieldOf(fieldsOfMap(given) ?? [], key)) return true;
  }
  return false;
}
