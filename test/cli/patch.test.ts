import { expect, test } from "vitest";
import { patchOf } from "../../src/cli/patch.ts";

test("lines that look like the head of a patch, with a tab at their end, stay as they are", () => {
  const patch = patchOf("dags/a.sql", "-- note\t\nselect 1\n", "++ note\t\nselect 1\n");
  expect(patch).toBe("--- a/dags/a.sql\n+++ b/dags/a.sql\n@@ -1,2 +1,2 @@\n--- note\t\n+++ note\t\n select 1\n");
});
