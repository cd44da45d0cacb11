import type { Example } from "../../src/check/rule.ts";

const ENTRY = `import os

from gusty import create_dags

create_dags(os.path.dirname(__file__), globals(), latest_only=False)
`;

type Files = Readonly<Record<string, string | Uint8Array>>;

const PINS = { 2: "apache-airflow==2.11.2\ngusty==0.23.1\n", 3: "apache-airflow==3.3.2\ngusty==0.23.1\n" };

/** The project of a rule's example: with an entry point that makes a DAG of every folder, where it brings none itself. */
export function filesOf(example: Example, files: Files = example.files): Files {
  const own = Object.keys(files).some((file) => /^dags\/[^/]+\.py$/.test(file));
  const pins = { "requirements.txt": PINS[example.airflow ?? 2] };
  return { ...pins, ...(own ? {} : { "dags/dags.py": ENTRY }), ...files };
}

/** The version before the change that the example is about, or `null` where it is about none. */
export function beforeOf(example: Example): Files | null {
  const { before } = example;
  if (!before) return null;
  const files = Object.entries({ ...example.files, ...before }).flatMap(([file, text]) =>
    text === null ? [] : [[file, text] as const],
  );
  return filesOf(example, Object.fromEntries(files));
}
