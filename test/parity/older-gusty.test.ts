import { describe, expect, test } from "vitest";
import { makeEnvironments, makeOldGusty } from "../../tools/python/make-environments.ts";
import type { Tree } from "./generator/projects.ts";
import { startJudge } from "./judge.ts";
import { judgeTrees } from "./judge-trees.ts";

const EMPTY = "operator: airflow.operators.empty.EmptyOperator\n";

const entry = (given = ""): string => `import os
from datetime import datetime

from gusty import create_dag


def bake(**kwargs):
    return kwargs


dag = create_dag(os.path.join(os.path.dirname(__file__), "tree"), schedule=None, start_date=datetime(2024, 1, 1)${given})
`;

/** Projects in which releases of gusty differ, and one in which they do not: see `docs/gusty-versions.md`. */
const PROJECTS: Readonly<
  Record<string, { readonly given?: string; readonly files: Readonly<Record<string, string>> }>
> = {
  "two entries for one DAG": { files: { "a.yml": `${EMPTY}external_dependencies:\n- o: x\n- o: y\n` } },
  "external dependencies as a mapping": {
    files: { "a.yml": `${EMPTY}external_dependencies:\n  o:\n    tasks: [x]\n    timeout: 9\n` },
  },
  "a task between two lines of dashes": { files: { "a.yml": `---\n${EMPTY}---\n` } },
  "a task behind one line of dashes": { files: { "a.yml": `---\n${EMPTY}` } },
  ".gustyignore": { files: { "a.yml": EMPTY, "g/.gustyignore": "", "g/b.yml": EMPTY } },
  multi_task_spec: { files: { "a.yml": `${EMPTY}multi_task_spec:\n  b: {retries: 2}\n  C: {}\n` } },
  "METADATA.yml with Jinja": { files: { "METADATA.yml": "description: '{{ a.b }}'\n", "a.yml": EMPTY } },
  "Jinja and indentation in a task": {
    files: { "a.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: |\n  a {{ ds }}\n    b\n" },
  },
  wait_for_defaults: {
    given: ', wait_for_defaults={"mode": "reschedule", "pool": "p"}',
    files: {
      "METADATA.yml": "wait_for_defaults: {soft_fail: true}\n",
      "a.yml": `${EMPTY}external_dependencies:\n- o: x\n`,
    },
  },
  "an operator whose base takes an argument": {
    files: { "a.yml": "operator: base.Sub\nbase_arg: 1\nsub_arg: 2\n" },
  },
  "an operator whose template fields name an argument": {
    files: { "a.yml": "operator: base.Sub\nsub_arg: 2\nfield: '{{ ds }}'\n" },
  },
  "groups, prefixes, root and leaf tasks": {
    given: ', task_group_defaults={"prefix_group_id": True}',
    files: {
      "METADATA.yml": "root_tasks: [a]\nleaf_tasks: [z]\ntags: [t]\ndefault_args: {owner: ops, retries: 2}\n",
      "a.yml": EMPTY,
      "z.yml": EMPTY,
      "m.yml": `${EMPTY}dependencies: [g]\n`,
      "g/METADATA.yml": "tooltip: A group\n",
      "g/b.yml": `${EMPTY}dependencies: [c]\n`,
      "g/c.sql": "---\noperator: airflow.operators.bash.BashOperator\nbash_command: echo\n---\nselect 1\n",
    },
  },
  "tags and a function of the file": {
    files: {
      "a.py":
        "# ---\n# python_callable: bake\n# start_date: !days_ago 2\n# retry_delay: !timedelta 'minutes: 3'\n# ---\n\ndef bake(**kwargs):\n    return 1\n",
    },
  },
};

const BASE = `from airflow.models import BaseOperator


class Base(BaseOperator):
    def __init__(self, base_arg=None, field=None, **kwargs):
        super().__init__(**kwargs)
        self.field = field


class Sub(Base):
    template_fields = ("field",)

    def __init__(self, sub_arg=None, **kwargs):
        super().__init__(**kwargs)
`;

const treeOf = (release: string, name: string): Tree => {
  const { given, files } = PROJECTS[name] ?? { files: {} };
  return {
    "requirements.txt": `apache-airflow==2.11.2\ngusty==${release}.0\n`,
    "dags/entry.py": entry(given),
    "plugins/base.py": BASE,
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`dags/tree/${path}`, text])),
  };
};

describe.each(["0.6", "0.16", "0.22"] as const)("a project that pins gusty %s, judged by that gusty", (release) => {
  test("is the same in both worlds", async () => {
    const { airflow2 } = await makeEnvironments();
    const judge = startJudge(airflow2, await makeOldGusty(release));
    try {
      const names = Object.keys(PROJECTS);
      const trees = names.map((name) => treeOf(release, name));
      const verdicts = await judgeTrees(trees, 2, judge, `gusty-${release}`);
      const wrong = verdicts.flatMap(({ difference, open }, at) =>
        difference || open.length > 0 ? [`${names[at]}: ${difference?.kind} ${difference?.detail} ${open}`] : [],
      );
      expect(wrong.join("\n")).toBe("");
      expect(verdicts.map(({ windsock, gusty }) => `${windsock} ${gusty}`)).toContain("built builds");
    } finally {
      await judge.stop();
    }
  });
});
