import { expect, test } from "vitest";
import { bash, find } from "./find.ts";

const entry = (argument: string): string =>
  `import os\nfrom gusty import create_dag\n\ndag = create_dag(os.path.join(os.path.dirname(__file__), "o")${argument})\n`;

test("below a folder with .gustyignore gusty looks for a parent that is not there", async () => {
  const files = { "dags/o/a.yml": bash(), "dags/o/old/.gustyignore": "", "dags/o/old/x/b.yml": bash() };
  expect(await find("folder-shape", files)).toMatchObject([{ effect: "fails", stops: ["o"] }]);
});

test("a second top level raises where latest_only is made twice, and else is a warning", async () => {
  const tree = { "dags/o/a.yml": bash(), "dags/o/dags/x/b.yml": bash() };
  expect(await find("folder-shape", { ...tree, "dags/e.py": entry("") })).toMatchObject([
    { effect: "fails", severity: "error" },
  ]);
  const without = await find("folder-shape", { ...tree, "dags/e.py": entry(", latest_only=False") });
  expect(without).toMatchObject([{ effect: "surprises", severity: "warning", stops: [] }]);
});

test("a folder that is listed and ignored raises", async () => {
  const [finding] = await find("folder-shape", { "dags/o/a.yml": bash(), "dags/_old/b.yml": bash() });
  expect(finding?.message).toContain("the name of the folder `dags/_old` starts with `_`");
});

test("plain sub folders, and ignored ones without folders in them, are left alone", async () => {
  const files = {
    "dags/o/a.yml": bash(),
    "dags/o/g/b.yml": bash(),
    "dags/o/g/h/c.yml": bash(),
    "dags/o/_x/d.yml": bash(),
  };
  expect(await find("folder-shape", files)).toEqual([]);
});
