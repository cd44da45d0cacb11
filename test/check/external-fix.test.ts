import { expect, test } from "vitest";
import { bash, find, fixed } from "./find.ts";

const mill = { "dags/mill/grind.yml": bash() };

test.each<[string, string, string]>([
  [
    "the only entry",
    bash("dependencies:", "  - grind", "retries: 2 # enough"),
    bash("external_dependencies:", "  - mill: grind", "retries: 2 # enough"),
  ],
  [
    "one of several",
    bash("dependencies:", "- grind", "- knead", "# the end"),
    bash("dependencies:", "- knead", "external_dependencies:", "- mill: grind", "# the end"),
  ],
  [
    "the last of several",
    bash("dependencies:", "  - knead", "  - mill"),
    bash("dependencies:", "  - knead", "external_dependencies:", "  - mill: all"),
  ],
  [
    "beside external ones",
    bash("external_dependencies:", "  - farm: all", "dependencies:", "  - knead", "  - grind"),
    bash("external_dependencies:", "  - farm: all", "  - mill: grind", "dependencies:", "  - knead"),
  ],
])("a task of another DAG moves to external_dependencies: %s", async (_, text, expected) => {
  const files = { ...mill, "dags/bakery/knead.yml": bash(), "dags/bakery/bake.yml": text };
  const [finding] = await find("unknown-dependency", files);
  const mended = fixed(files, finding);
  expect(mended["dags/bakery/bake.yml"]).toBe(expected);
  expect(await find("unknown-dependency", mended)).toEqual([]);
  expect((await find("unknown-external", mended)).filter(({ message }) => message.includes("`mill`"))).toEqual([]);
});

test.each([
  ["a list in brackets", bash("dependencies: [grind]")],
  [
    "external dependencies as a mapping",
    bash("dependencies:", "  - grind", "external_dependencies:", "  farm:", "    tasks: [all]"),
  ],
  ["an entry with a comment", bash("dependencies:", "  - grind # flour")],
])("%s is left to people", async (_, text) => {
  const files = { ...mill, "dags/bakery/bake.yml": text };
  expect(await find("unknown-dependency", files)).toMatchObject([{ fix: null }]);
});
