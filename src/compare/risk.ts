import type { DagChange, FieldChange, Risk } from "../model/change.ts";

/** In the order in which they are told. */
const RISKS: readonly Risk[] = ["shape", "schedule", "backfill", "arguments", "code", "docs"];

const SCHEDULE = new Set(["schedule", "schedule_interval", "timetable"]);
const BACKFILL = new Set(["catchup", "start_date", "end_date"]);
/** Shown to people, without effect on a run (`DAG.__init__`, `TaskGroup.__init__`, `BaseOperator.__init__`). */
const DOCS = new Set([
  "description",
  "doc",
  "doc_md",
  "doc_json",
  "doc_rst",
  "doc_yaml",
  "tags",
  "owner_links",
  "tooltip",
  "ui_color",
  "ui_fgcolor",
  "dag_display_name",
  "task_display_name",
]);
/** Arguments that hold the program itself. */
const CODE = new Set(["sql", "python_callable"]);

/** What kinds of harm a change can do, in a fixed order. */
export function risksOf(
  change: Pick<DagChange, "kind" | "tasks" | "edges" | "settings" | "operators" | "backfill">,
): Risk[] {
  const found = new Set<Risk>();
  const { tasks, edges } = change;
  const shapes = [tasks.added, tasks.removed, tasks.renamed, tasks.moved, edges.added, edges.removed];
  if (change.kind === "renamed" || shapes.some((list) => list.length > 0)) found.add("shape");
  for (const setting of change.settings) found.add(settingRisk(setting));
  for (const { fields, code } of tasks.changed) {
    if (code) found.add("code");
    for (const field of fields) found.add(fieldRisk(field));
  }
  if (change.operators.length > 0) found.add("code");
  if (change.backfill) found.add("backfill");
  return RISKS.filter((risk) => found.has(risk));
}

/** `groups.` leads what belongs to a task group; `groups.load` alone is the group itself. */
function settingRisk({ path }: FieldChange): Risk {
  const [first = "", ...rest] = path.split(".");
  const last = rest.at(-1) ?? first;
  if (first === "groups") return DOCS.has(last) ? "docs" : "shape";
  if (SCHEDULE.has(first)) return "schedule";
  if (BACKFILL.has(first) || (first === "default_args" && BACKFILL.has(rest[0] ?? ""))) return "backfill";
  return DOCS.has(first === "default_args" ? (rest[0] ?? "") : first) ? "docs" : "arguments";
}

function fieldRisk({ path }: FieldChange): Risk {
  const key = path.split(".")[0] ?? "";
  if (key === "operator" || CODE.has(key)) return "code";
  return DOCS.has(key) ? "docs" : "arguments";
}
