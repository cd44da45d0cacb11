import fc from "fast-check";
import { type Chances, mapping, type Setting, setting, sometimes } from "./chances.ts";
import { externals } from "./externals.ts";
import { dependencyName, dependencyOf } from "./names.ts";
import { anyValue, brokenValue } from "./scalars.ts";

const names = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(dependencyName, { maxLength }).map((found) => `[${found.join(", ")}]`);

const dependencies = (name: string, chances: Chances): fc.Arbitrary<Setting> =>
  chances
    .odd(
      fc.array(dependencyOf(name, chances), { maxLength: 3 }).map((found) => `[${found.join(", ")}]`),
      fc.constantFrom("a", "", "5", "{a: b}", "[1]", "[[a]]"),
      3,
    )
    .map((text) => ({ key: "dependencies", text }));

const DAG = fc.oneof(
  setting("description", "A DAG", "'{{ 1 + 1 }}'", "'{{ ds }}'", "|\n  Two\n    lines\n"),
  setting("schedule", "'@daily'", "'0 4 * * *'", "null", "!timedelta {hours: 6}", "'@once'", "'@continuous'"),
  setting("start_date", "!datetime [2024, 1, 1]", "!days_ago 1", "2024-01-01 02:00:00"),
  setting("end_date", "!datetime [2031, 1, 1]"),
  setting("tags", "[t1, t2]", "[]"),
  setting("catchup", "true", "no"),
  setting("max_active_runs", "1"),
  setting("max_active_tasks", "4"),
  setting(
    "default_args",
    "{owner: meta, retries: 4}",
    "\n  retry_delay: !timedelta 'minutes: 5'\n  email: [x@example.com]",
    "{}",
    "{start_date: '2024-01-01'}",
  ),
  setting("params", "{a: 1, b: two}"),
  setting("doc_md", "|\n  # Head\n\n      code\n"),
  setting("latest_only", "false", "true"),
  setting("ignore_subfolders", "true", "false"),
  setting("orientation", "TB"),
  setting("dagrun_timeout", "!timedelta {hours: 3}"),
  setting("render_template_as_native_obj", "true"),
  setting("is_paused_upon_creation", "true"),
  setting("dag_display_name", "Shown"),
  setting("wait_for_defaults", "{mode: reschedule, timeout: 5}", "{retries: 1}"),
  setting("prefix_group_id", "true"),
  setting("tooltip", "x"),
  setting("owner", "x"),
  fc.tuple(names(2), fc.constantFrom("root_tasks", "leaf_tasks")).map(([text, key]) => ({ key, text })),
  fc.tuple(fc.constantFrom("note", "flavour"), anyValue).map(([key, text]) => ({ key, text })),
);

const BROKEN_DAG = fc.oneof(
  setting("start_date", "2024-01-01", "'2024-01-01'", "5"),
  setting("schedule", "every morning", "5", "[a]", "'* * *'", "true"),
  setting("schedule_interval", "'@daily'"),
  setting("dag_id", "x"),
  setting("text", "x"),
  setting("self", "x"),
  setting("on", "x"),
  setting("1", "x"),
  setting("description", "'{{ a.b }}'", "'{{ open'", "'{% if %}'", "5"),
  setting("tags", "text", "5", "[1]", "{a: 1}"),
  setting("default_args", "text", "[1]", "", "{start_date: 2024-01-01}", "{trigger_rule: all_fine}"),
  setting("params", "[1]", "{d: 2024-01-01}", "text"),
  setting("catchup", "maybe"),
  setting("max_active_runs", "few"),
  setting("orientation", "XY"),
  setting("root_tasks", "a", "5", "", "{a: 1}"),
  setting("leaf_tasks", "a", "5", ""),
  setting("wait_for_defaults", "{flavour: x}", "text", "[1]", ""),
  setting("dagrun_timeout", "5", "soon"),
  setting("access_control", "{role: [can_read]}", "text"),
  setting("sla_miss_callback", "text"),
  setting("default_view", "grid", "nothing"),
  setting("template_searchpath", "/srv/sql", "[/srv/a, /srv/b]"),
  setting("user_defined_macros", "{x: 1}"),
  setting("on_failure_callback", "text"),
  setting("timezone", "UTC"),
  setting("task_group", "x"),
  fc.tuple(fc.constantFrom("note", "tags"), brokenValue).map(([key, text]) => ({ key, text })),
);

const GROUP = fc.oneof(
  setting("tooltip", "A group", "'{{ 2 * 3 }}'", "'{{ x }}'"),
  setting("prefix_group_id", "true", "false", "yes"),
  setting("suffix_group_id", "true", "false"),
  setting("ui_color", "'#aabbcc'"),
  setting("ui_fgcolor", "red"),
  setting("default_args", "{retries: 9, owner: grp}", "{}"),
  setting("group_display_name", "Shown"),
  setting("parent_group", "x"),
  setting("dag", "x"),
  setting("latest_only", "false"),
  setting("root_tasks", "[a]"),
  setting("note", "x", "[1]"),
);

const BROKEN_GROUP = fc.oneof(
  setting("group_id", "g", "other", "5", "a b", ""),
  setting("add_suffix_on_collision", "true"),
  setting("prefix_group_id", "maybe", "", "0"),
  setting("suffix_group_id", "maybe", "''", "5"),
  setting("tooltip", "'{{ a.b }}'", "5"),
  setting("default_args", "text", "[1]", ""),
  setting("ui_color", "5"),
  setting("text", "x"),
  setting("1", "x"),
  setting("self", "x"),
  fc.tuple(fc.constantFrom("note", "tooltip"), brokenValue).map(([key, text]) => ({ key, text })),
);

const WHOLE = [
  "",
  "# nothing\n",
  "text\n",
  "- a\n",
  "a: 1\n---\nb: 2\n",
  "{a: 1}\n",
  "---\na: 1\n",
  "5\n",
  "a: 1\n...\n",
  "\ufeffa: 1\n",
  "a: [\n",
];

/** The text of a METADATA.yml of the DAG, or of a group. */
export function metadata(of: "dag" | "group", name: string, chances: Chances): fc.Arbitrary<string> {
  const own = of === "dag" ? chances.odd(DAG, BROKEN_DAG, 2) : chances.odd(GROUP, BROKEN_GROUP, 2);
  return chances.odd(
    fc
      .tuple(
        fc.uniqueArray(own, { minLength: 1, maxLength: 4, selector: ({ key }) => key }),
        sometimes(dependencies(name, chances), of === "dag" ? 5 : 40),
        sometimes(externals(chances), 20),
      )
      .map(([settings, ...more]) => mapping([...settings, ...more.flatMap((one) => one ?? [])])),
    fc.constantFrom(...WHOLE),
  );
}
