import fc from "fast-check";
import { type Chances, type Setting, setting } from "./chances.ts";
import { anyValue, brokenValue } from "./scalars.ts";

const COMMON = fc.oneof(
  setting("retries", "3", "0", "'2'"),
  setting("owner", "ops", "'0'"),
  setting("email", "a@example.com", "[a@example.com, b@example.com]"),
  setting("email_on_failure", "false", "no"),
  setting("depends_on_past", "true"),
  setting("wait_for_downstream", "true"),
  setting("priority_weight", "7"),
  setting("weight_rule", "upstream", "absolute"),
  setting("queue", "fast"),
  setting("pool", "small"),
  setting("pool_slots", "2"),
  setting("trigger_rule", "all_done", "none_failed", "always"),
  setting("execution_timeout", "!timedelta {minutes: 5}", "!timedelta 'seconds: 9'"),
  setting("retry_delay", "!timedelta {minutes: 1}", "!timedelta [0, 30]", "90"),
  setting("max_retry_delay", "!timedelta {hours: 1}"),
  setting("retry_exponential_backoff", "true"),
  setting("doc_md", "|\n  # Title\n\n  Text, {{ ds }}", "one line"),
  setting("doc", "'text'"),
  setting("params", "{size: big, n: 3}", "{list: [1, 2]}", "{}"),
  setting("start_date", "!days_ago 2", "!datetime [2024, 3, 1]", "2024-01-02 03:04:05"),
  setting("end_date", "!datetime {year: 2030, month: 1, day: 1}"),
  setting("max_active_tis_per_dag", "2"),
  setting("do_xcom_push", "false"),
  setting("task_display_name", "A name"),
  setting("map_index_template", "'{{ x }}'"),
  setting("executor_config", "{KubernetesExecutor: {image: x}}"),
  setting("run_as_user", "nobody"),
  setting("task_id", "other"),
  setting("file_path", "elsewhere"),
  setting("dag", "x"),
  setting("nobody_takes_this", "1", "[a]"),
  setting("meaning", "42"),
  setting("constructor", "1"),
  setting("__proto__", "{a: 1}"),
  setting("params", "{__proto__: 1, constructor: 2}", "\n  n: !loaves 3\n  m: !loaves"),
  setting("note", "!loaves {number: 2}", "'{{ loaves(2) }}'"),
);

const ANYTHING = fc.tuple(fc.constantFrom("params", "op_kwargs", "flour", "note", "env", "extra"), anyValue).map(
  ([key, text]): Setting => ({
    key,
    text: key === "params" || key === "op_kwargs" || key === "env" ? `\n  k: ${text}` : text,
  }),
);

const BROKEN = fc.oneof(
  setting("trigger_rule", "all_fine", "1"),
  setting("retries", "many", "[1]", "-1"),
  setting("start_date", "2024-01-02", "yesterday", "7"),
  setting("weight_rule", "heavy"),
  setting("pool_slots", "0", "two"),
  setting("priority_weight", "high"),
  setting("execution_timeout", "5", "soon"),
  setting("retry_delay", "soon", "[1]"),
  setting("params", "[1]", "text", "{d: 2024-01-01}"),
  setting("task_group", "x"),
  setting("owner", "5"),
  setting("email", "5"),
  setting("doc_md", "[1]"),
  setting("operator", "", "7", "[x]"),
  setting("<<", "{retries: 1}", "[{retries: 1}, {pool: x}]", "1"),
  setting("on", "1"),
  setting("1", "one"),
  setting("self", "1"),
  setting("text", "1"),
  setting("sla", "5"),
  setting("queue", "5"),
  setting("end_date", "2024-01-02"),
  setting("depends_on_past", "maybe"),
  setting("resources", "{cpus: 1}", "x"),
  setting("task_display_name", "5"),
  setting("max_active_tis_per_dag", "few"),
  fc
    .tuple(fc.constantFrom("retries", "note", "params", "bash_command"), brokenValue)
    .map(([key, text]) => ({ key, text })),
);

/** One setting of a task that has nothing to do with its operator. */
export const commonSetting = ({ odd }: Chances): fc.Arbitrary<Setting> =>
  odd(fc.oneof({ arbitrary: COMMON, weight: 4 }, { arbitrary: ANYTHING, weight: 1 }), BROKEN, 3);
