import { describe, expect, test } from "vitest";
import { readProject } from "../../src/build/read-project.ts";
import { checkProject } from "../../src/check/check-project.ts";
import { openFolder } from "../../src/snapshot/folder-snapshot.ts";
import { readFixtures } from "../parity/fixtures.ts";

/** The parity tests build these with the real gusty: those that raise there say so in their name. */
const sound = readFixtures().filter(({ name }) => !name.startsWith("raises-"));

describe("no rule says of what gusty and Airflow build that they raise", () => {
  test.each(sound.map((fixture) => [fixture.name, fixture] as const))("%s", async (_, { folder, airflow }) => {
    for (const major of airflow) {
      const findings = checkProject(await readProject(await openFolder(folder), { airflow: major }), null);
      expect(
        findings.filter(({ effect }) => effect === "fails").map(({ rule, message }) => `${rule}: ${message}`),
      ).toEqual([]);
    }
  });
});
