import { expect, test } from "vitest";
import { bash, find } from "./find.ts";

test.each([
  ["a.YML", "a.yml"],
  ["a.Yaml", "a.yaml"],
  ["a.rmd", "a.Rmd"],
  ["a.SQL", "a.sql"],
  ["METADATA.YML", "METADATA.yml"],
])("%s is passed over, and should be %s", async (name, instead) => {
  const files = { "dags/o/b.yml": bash(), [`dags/o/g/${name}`]: bash(), "dags/o/g/c.yml": bash() };
  expect(await find("ignored-file", files)).toMatchObject([
    { severity: "warning", advice: `Rename the file to \`${instead}\`, if it is meant to count.` },
  ]);
});

test("METADATA.yml in a folder that starts with `_` is a notice", async () => {
  const files = { "dags/o/a.yml": bash(), "dags/o/_load/METADATA.yml": "tooltip: x\n", "dags/o/_load/b.yml": bash() };
  expect(await find("ignored-file", files)).toMatchObject([
    { severity: "notice", advice: expect.stringContaining("`load`") },
  ]);
});

test("files that are meant to be passed over, or are no tasks, are left alone", async () => {
  const files = {
    "dags/o/a.yml": bash(),
    "dags/o/_b.YML": bash(),
    "dags/o/.c.yml": bash(),
    "dags/o/README.md": "",
    "dags/o/query.txt": "",
    "dags/o/.hidden/d.YML": bash(),
    "dags/o/_old/e.yml": bash(),
    "dags/o/old/.gustyignore": "",
    "dags/o/old/f.YML": bash(),
  };
  expect(await find("ignored-file", files)).toEqual([]);
});
