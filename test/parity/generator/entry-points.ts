import fc from "fast-check";
import { type Chances, sometimes } from "./chances.ts";

/** A keyword argument of `create_dag`, as Python, and what it needs above the call. */
export interface Argument {
  readonly key: string;
  readonly python: string;
}

const argument = (key: string, ...texts: readonly string[]): fc.Arbitrary<Argument> =>
  fc.constantFrom(...texts).map((python) => ({ key, python }));

const VALID = fc.oneof(
  argument("description", '"A DAG"', '"""Two\\nlines"""'),
  argument("start_date", "datetime(2024, 1, 1)", "START"),
  argument("tags", '["x", "y"]'),
  argument("extra_tags", '["more", "x"]'),
  argument("default_args", '{"owner": "call", "retries": 1}', "DEFAULTS", "dict(DEFAULTS, owner='me')"),
  argument("catchup", "False"),
  argument("max_active_runs", "3", "2 + 1"),
  argument("dagrun_timeout", "timedelta(hours=2)"),
  argument("latest_only", "False", "True"),
  argument(
    "task_group_defaults",
    '{"tooltip": "from the call"}',
    '{"prefix_group_id": True}',
    '{"suffix_group_id": True}',
  ),
  argument(
    "wait_for_defaults",
    '{"mode": "reschedule", "timeout": 30}',
    '{"poke_interval": 7, "flavour": 1, "pool": "p"}',
    '{"execution_delta": timedelta(hours=1)}',
  ),
  argument("wait_for_class", "EmptyOperator", "ExternalTaskSensor"),
  argument("root_tasks", '["a"]', '["b", "nobody"]'),
  argument("leaf_tasks", '["c"]', '["load"]'),
  argument(
    "leaf_tasks_from_dict",
    '{"Tell": {"operator": "airflow.providers.standard.operators.bash.BashOperator", "bash_command": "echo"}}',
    '{"a": {"operator": "local.Listed"}}',
  ),
  argument("ignore_subfolders", "True", "False"),
  argument("external_dependencies", '[{"o": "a"}]', '[{"o": "all", "tide": "low"}]'),
  argument("user_defined_macros", '{"loaves": loaves}', '{"n": 3}'),
  argument("user_defined_filters", '{"loaves": loaves}'),
  argument("dag_constructors", "[loaves]", '{"!loaves": loaves}', '{"!nobody": loaves}'),
  argument("on_failure_callback", "tell", "lambda context: None"),
  argument("on_success_callback", "tell"),
  argument("params", '{"a": 1}'),
  argument("doc_md", '"# Title"', "__doc__"),
  argument("render_template_as_native_obj", "True"),
  argument("template_searchpath", '["/srv/sql"]', "os.path.dirname(__file__)"),
  argument("jinja_environment_kwargs", '{"keep_trailing_newline": True}'),
  argument("owner_links", '{"ops": "https://example.com"}'),
  argument("max_active_tasks", "5"),
  argument("flavour", "1"),
  argument("parse_hooks", "{}", '{".md": read_note}'),
  argument("render_on_create", "False", "True"),
);

const BROKEN = fc.oneof(
  argument("start_date", '"2024-01-01"', "date(2024, 1, 1)", "5"),
  argument("external_dependencies", '{"o": {"tasks": ["a"]}}', '"o"', "[5]", "5"),
  argument("latest_only", "None", "0", '""'),
  argument("default_args", '{"trigger_rule": "all_fine"}', "None", "[1]", '{"start_date": date(2024, 1, 1)}', "{}"),
  argument(
    "leaf_tasks_from_dict",
    '{"Tell": {}}',
    '{"Tell": {"operator": "local.Nowhere"}}',
    '{"b c": {"operator": "local.Listed"}}',
    '{"Tell": {"operator": "local.BakeCake"}}',
    "{}",
  ),
  argument("root_tasks", '"a"', "None", "5"),
  argument("leaf_tasks", '"a"', "None", "5"),
  argument(
    "task_group_defaults",
    "None",
    '{"group_id": "x"}',
    '{"dependencies": ["a"]}',
    '{"external_dependencies": [{"o": "a"}]}',
  ),
  argument("wait_for_defaults", '{"allowed_states": 5}', "None", '{"mode": "wrong"}', '{"timeout": "x"}'),
  argument("tags", '"text"', "None", "[5]"),
  argument("extra_tags", '"text"', "None"),
  argument("params", "[1]", '{"d": date(2024, 1, 1)}', "None"),
  argument("schedule_interval", '"@daily"'),
  argument("dag_id", '"x"'),
  argument("wait_for_class", "5", "None"),
  argument("user_defined_macros", "None"),
  argument("dag_constructors", "None", "5"),
  argument("catchup", "5"),
  argument("max_active_runs", '"x"'),
  argument("dagrun_timeout", "5"),
  argument("orientation", '"XY"'),
  argument("sla_miss_callback", "tell"),
  argument("default_view", '"graph"', '"nothing"'),
  argument("concurrency", "3"),
  argument("parse_hooks", "[1]", "None"),
);

const schedule = ({ odd }: Chances): fc.Arbitrary<Argument | null> =>
  odd(
    fc
      .oneof(
        {
          arbitrary: fc.constantFrom("None", '"@daily"', "timedelta(days=1)", '"5 4 * * 1"'),
          weight: 9,
        },
        { arbitrary: fc.constantFrom('"@once"'), weight: 1 },
      )
      .map((python): Argument | null => ({ key: "schedule", python })),
    fc.constantFrom<Argument | null>(
      null,
      { key: "schedule", python: '"every day"' },
      { key: "schedule", python: "5" },
    ),
    3,
  );

/** The arguments of one call, the schedule first, each key once. */
export const callArguments = (chances: Chances): fc.Arbitrary<readonly Argument[]> =>
  fc
    .tuple(
      schedule(chances),
      sometimes(fc.constant<Argument>({ key: "start_date", python: "datetime(2024, 1, 1)" }), 92),
      fc.uniqueArray(chances.odd(VALID, BROKEN, 2), { maxLength: 4, selector: ({ key }) => key }),
    )
    .map(([first, start, rest]) => [
      ...[first, start].flatMap((one) => (one === null || rest.some(({ key }) => key === one.key) ? [] : one)),
      ...rest,
    ]);

/** How an entry point comes to its DAG folders. */
export const SHAPES = [
  "one call each",
  "create_dags",
  "listdir",
  "iterdir",
  "dict",
  "function",
  "glob",
  "walk",
  "with",
  "helpers",
  "declared",
] as const;
export type Shape = (typeof SHAPES)[number];

const PREAMBLE = `"""Makes DAGs."""
import os
from datetime import date, datetime, timedelta
from pathlib import Path

from airflow.models import DAG  # noqa: F401
from gusty import create_dag, create_dags
`;

const NEEDED: readonly (readonly [RegExp, string])[] = [
  [/\bEmptyOperator\b/, "from airflow.providers.standard.operators.empty import EmptyOperator\n"],
  [/\bExternalTaskSensor\b/, "from airflow.providers.standard.sensors.external_task import ExternalTaskSensor\n"],
  [/\bDataset\b/, "from airflow.datasets import Dataset\n"],
  [/\bSTART\b/, "\nSTART = datetime(2023, 5, 6)\n"],
  [/\bDEFAULTS\b/, '\nDEFAULTS = {"owner": "ops", "retries": 2, "retry_delay": timedelta(minutes=3)}\n'],
  [/\bloaves\b/, "\nBASE = 10\n\n\ndef loaves(number=1, **kwargs):\n    return BASE * number\n"],
  [
    /\bread_note\b/,
    '\n\ndef read_note(file_path):\n    with open(file_path) as file:\n        text = file.read()\n    return {"operator": "airflow.providers.standard.operators.bash.BashOperator", "bash_command": text}\n',
  ],
  [/\btell\b/, '\n\ndef tell(context):\n    print("told", context)\n'],
];

/** The text of an entry point in `dags/` that makes DAGs of the folders `names`, which lie in the folder `farm` beside it. */
export function entryPoint(shape: Shape, names: readonly string[], args: readonly Argument[]): string {
  const given = args.map(({ key, python }) => `    ${key}=${python},\n`).join("");
  const body = bodyOf(shape, names, args, given);
  const needed = NEEDED.flatMap(([pattern, text]) => (pattern.test(body) ? text : [])).join("");
  return `${PREAMBLE}${needed}\n${body}`;
}

function bodyOf(shape: Shape, names: readonly string[], args: readonly Argument[], given: string): string {
  const farm = 'os.path.join(os.path.dirname(__file__), "farm")';
  const inside = given.replaceAll(/^/gm, "    ").trimEnd();
  switch (shape) {
    case "one call each":
      return names
        .map(
          (name, at) =>
            `dag_${at} = create_dag(\n    os.path.join(os.path.dirname(__file__), "farm", ${JSON.stringify(name)}),\n${given})\n`,
        )
        .join("");
    case "create_dags":
      return `create_dags(\n    ${farm},\n    globals(),\n${given})\n`;
    case "listdir":
      return `root = ${farm}\nfor name in sorted(os.listdir(root)):\n    if os.path.isdir(os.path.join(root, name)):\n        globals()[name] = create_dag(\n            os.path.join(root, name),\n${inside}\n        )\n`;
    case "iterdir":
      return `for path in (Path(__file__).parent / "farm").iterdir():\n    if path.is_dir():\n        globals()[path.name] = create_dag(\n            str(path),\n${inside}\n        )\n`;
    case "dict":
      return `SETTINGS = {\n${args.map(({ key, python }) => `    "${key}": ${python},\n`).join("")}}\nROOT = Path(__file__).resolve().parent / "farm"\n\n${names.map((name, at) => `dag_${at} = create_dag(str(ROOT / ${JSON.stringify(name)}), **SETTINGS)\n`).join("")}`;
    case "function":
      return `def make(name, **more):\n    return create_dag(\n        os.path.join(os.path.dirname(os.path.abspath(__file__)), "farm", name),\n${inside}\n        **more,\n    )\n\n\n${names.map((name, at) => `dag_${at} = make(${JSON.stringify(name)})\n`).join("")}`;
    case "glob":
      return `for path in sorted(Path(__file__).parent.glob("farm/*/")):\n    if path.is_dir():\n        globals()[path.name] = create_dag(\n            path.as_posix(),\n${inside}\n        )\n`;
    case "walk":
      return `root = ${farm}\nnames = [entry.name for entry in os.scandir(root) if entry.is_dir()]\nfor name in names:\n    globals()["dag_" + name] = create_dag(\n        f"{root}/{name}",\n${inside}\n    )\n`;
    case "declared":
      return "";
    case "helpers":
      return `from common.places import settings_of\nfrom common import places\n\n${names
        .map(
          (name, at) => `dag_${at} = create_dag(places.folder(${JSON.stringify(name)}), **settings_of(\n${given}))\n`,
        )
        .join("")}`;
    case "with":
      return `${names.map((name, at) => `dag_${at} = create_dag(\n    f"{os.path.dirname(__file__)}/farm/${name}",\n${given})\n`).join("")}`;
  }
}

/** Modules that an entry point of the shape `helpers` imports, by path. */
export const HELPERS: Readonly<Record<string, string>> = {
  "dags/common/__init__.py": "",
  "dags/common/places.py": `import os
from pathlib import Path

from . import defaults

HERE = Path(__file__).resolve().parent.parent


def folder(name):
    return os.fspath(HERE / defaults.FARM / name)


def settings_of(**own):
    return {**defaults.SETTINGS, **own}
`,
  "dags/common/defaults.py": `FARM = "farm"
SETTINGS = {"description": f"from {FARM}", "max_active_runs": 4}
`,
};

/** `windsock.yml` that declares the folders by itself, with arguments that YAML can say. */
export const declaration = (args: readonly Argument[]): string => {
  const given = args.flatMap(({ key, python }) => {
    const text = IN_YAML.get(python) ?? (/^-?\d+$|^"[^"\\\\]*"$|^\\[["\\w, ]*\\]$/.test(python) ? python : null);
    return text === null || key === "dag_id" ? [] : [`      ${key}: ${text}\n`];
  });
  return `dags:\n  - path: dags/farm/*\n${given.length > 0 ? `    arguments:\n${given.join("")}` : ""}`;
};

const IN_YAML: ReadonlyMap<string, string> = new Map([
  ["None", "null"],
  ["True", "true"],
  ["False", "false"],
  ["datetime(2024, 1, 1)", "!datetime [2024, 1, 1]"],
  ["timedelta(days=1)", "!timedelta {days: 1}"],
  ["timedelta(hours=2)", "!timedelta {hours: 2}"],
  ['{"owner": "call", "retries": 1}', "{owner: call, retries: 1}"],
  ['{"tooltip": "from the call"}', "{tooltip: from the call}"],
  ['{"prefix_group_id": True}', "{prefix_group_id: true}"],
  ['{"suffix_group_id": True}', "{suffix_group_id: true}"],
  ['{"mode": "reschedule", "timeout": 30}', "{mode: reschedule, timeout: 30}"],
  ['[{"o": "a"}]', "[{o: a}]"],
  ['{"a": 1}', "{a: 1}"],
]);
