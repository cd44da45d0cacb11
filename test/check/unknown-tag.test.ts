import { expect, test } from "vitest";
import { bash, find, fixed, said } from "./find.ts";

const entry = (argument: string): string =>
  `import os\nfrom gusty import create_dag\nfrom tools import constructors, shout\n\ndag = create_dag(os.path.join(os.path.dirname(__file__), "o"), latest_only=False, ${argument})\n`;

test("the nearest tag is offered, and the fix gives a project without the finding", async () => {
  const files = { "dags/o/a.yml": bash("execution_timeout: !timdelta 'minutes: 2'") };
  const [finding] = await find("unknown-tag", files);
  expect(finding?.advice).toBe("Did you mean `!timedelta`?");
  expect(fixed(files, finding)["dags/o/a.yml"]).toContain("execution_timeout: !timedelta 'minutes: 2'");
  expect(await find("unknown-tag", fixed(files, finding))).toEqual([]);
});

test("a tag inside a tagged list, and one of YAML itself, are found too", async () => {
  const files = { "dags/o/a.yml": bash("params:", "  x: !datetime [!foo 1]", "  y: !!python/name:os.system z") };
  expect(said(files, await find("unknown-tag", files)).map(([text]) => text)).toEqual([
    "!foo 1",
    "!!python/name:os.system z",
  ]);
});

test("tags of dag_constructors and user_defined_macros are known", async () => {
  for (const argument of ["dag_constructors={'!shout': shout}", "user_defined_macros={'shout': shout}"]) {
    const files = { "dags/e.py": entry(argument), "dags/o/a.yml": bash("params:", "  x: !shout 1") };
    expect(await find("unknown-tag", files)).toEqual([]);
  }
});

test("nothing is said where only Python knows the tags", async () => {
  const files = {
    "dags/e.py": entry("dag_constructors=constructors()"),
    "dags/o/a.yml": bash("params:", "  x: !shout 1"),
  };
  expect(await find("unknown-tag", files)).toEqual([]);
  expect(await find("not-static", files)).not.toEqual([]);
});
