import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../snapshot/sample-repository.ts";
import { BAKERY } from "../trace/bakery.ts";
import { windsock } from "./run-cli.ts";

const folder = temporaryFolder();
for (const [file, text] of Object.entries(BAKERY)) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

test("why and impact print an answer as text, Markdown and JSON, and exit with 0", async () => {
  const run = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await windsock(folder, args);
    expect([code, err]).toEqual([0, ""]);
    return out;
  };
  expect(await run("why", "bakery.knead.retries", "--color", "never")).toContain(
    "`retries` = `4` from its file (`dags/bakery/knead.yml:3`), which beats `2`",
  );
  expect(await run("why", "office.plan", "--from", "bakery.knead", "--format", "markdown")).toContain(
    "- `bakery.knead` → ",
  );
  expect(JSON.parse(await run("why", "bakery.oven", "--format", "json"))).toMatchObject({ subject: { group: "oven" } });
  expect(await run("impact", "bakery.knead")).toContain("in 2 other DAGs too");
  expect(JSON.parse(await run("impact", "bakery", "--format", "json")).dags).toHaveLength(3);
});

test.each([
  [["why", "bakery.kneed"], "there is no task or task group `kneed` in `bakery`: did you mean `bakery.knead`?"],
  [["why", "office.plan", "--from", "bakary.knead"], "there is no DAG `bakary`: did you mean `bakery`?"],
  [["impact", "nothing"], "there is no DAG `nothing`: there are `bakery`, `office`, `shop`"],
])("%j names what was most likely meant", async (args, message) => {
  expect(await windsock(folder, args)).toEqual({ code: 2, out: "", err: `windsock: ${message}\n` });
});
