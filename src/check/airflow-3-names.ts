/** Arguments of `DAG` that Airflow 3 does not have, with what takes their place there (`null`: nothing does). */
export const LOST_DAG_ARGUMENTS: ReadonlyMap<string, string | null> = new Map([
  ["schedule_interval", "schedule"],
  ["timetable", "schedule"],
  ["concurrency", "max_active_tasks"],
  ["fail_stop", "fail_fast"],
  ["default_view", null],
  ["orientation", null],
  ["full_filepath", null],
]);

/** Arguments of every operator that Airflow 3 does not have. */
export const LOST_TASK_ARGUMENTS: ReadonlyMap<string, string> = new Map([
  ["task_concurrency", "max_active_tis_per_dag"],
]);

/** Arguments that Airflow 3 still takes and does nothing with. */
export const IDLE_ARGUMENTS: ReadonlySet<string> = new Set(["sla", "sla_miss_callback"]);

/** Trigger rules that Airflow 3 does not have. */
export const LOST_TRIGGER_RULES: ReadonlyMap<string, string> = new Map([
  ["dummy", "always"],
  ["none_failed_or_skipped", "none_failed_min_one_success"],
]);

/** Template variables that Airflow 3 does not have (release notes of 3.0, "Removed context variables"). */
export const LOST_VARIABLES: ReadonlyMap<string, string | null> = new Map([
  ["conf", null],
  ["execution_date", "logical_date"],
  ["next_ds", "data_interval_end | ds"],
  ["next_ds_nodash", "data_interval_end | ds_nodash"],
  ["next_execution_date", "data_interval_end"],
  ["prev_ds", "prev_data_interval_start_success"],
  ["prev_ds_nodash", "prev_data_interval_start_success"],
  ["prev_execution_date", "prev_data_interval_start_success"],
  ["prev_execution_date_success", "prev_data_interval_start_success"],
  ["tomorrow_ds", "macros.ds_add(ds, 1)"],
  ["tomorrow_ds_nodash", "macros.ds_add(ds, 1)"],
  ["triggering_dataset_events", "triggering_asset_events"],
  ["yesterday_ds", "macros.ds_add(ds, -1)"],
  ["yesterday_ds_nodash", "macros.ds_add(ds, -1)"],
]);
