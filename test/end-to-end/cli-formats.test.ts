import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { makeRepository } from "../../src/cli/demo/make-repository.ts";
import { windsock } from "../cli/run-cli.ts";
import { temporaryFolder } from "../snapshot/sample-repository.ts";

const shop = join(temporaryFolder(), "shop");
beforeAll(() => makeRepository(shop));

test.each([
  ["html", /^<!doctype html>\n<html lang="en">[\s\S]*<\/html>\n$/],
  ["sarif", /^\{\n {2}"\$schema"[\s\S]*\}\n$/],
  ["junit", /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites [\s\S]*<\/testsuites>\n$/],
])("%s is the same at every run, of a review and of a check", async (format, whole) => {
  for (const command of ["review", "check"]) {
    const [once, twice] = [
      await windsock(shop, [command, "--format", format]),
      await windsock(shop, [command, "--format", format]),
    ];
    expect([once.code, once.err]).toEqual([1, ""]);
    expect(once.out).toMatch(whole);
    expect(twice).toEqual(once);
  }
});

test("all formats tell of the same findings", async () => {
  const of = async (format: string): Promise<string> => (await windsock(shop, ["review", "--format", format])).out;
  const [json, sarif, junit, html, github] = [
    await of("json"),
    await of("sarif"),
    await of("junit"),
    await of("html"),
    await of("github"),
  ];
  const expected: string[] = JSON.parse(json).findings.map(
    ({ rule, file, line }: { rule: string; file: string; line: number }) => `${rule} ${file}:${line}`,
  );
  interface Result {
    readonly ruleId: string;
    readonly locations: readonly {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region: { readonly startLine: number };
      };
    }[];
  }
  const results = JSON.parse(sarif).runs[0].results.map(({ ruleId, locations: [at] }: Result) => {
    const { artifactLocation, region } = at?.physicalLocation ?? {};
    return `${ruleId} ${artifactLocation?.uri}:${region?.startLine}`;
  });
  expect(results).toEqual(expected);
  for (const line of expected) {
    const [rule = "", place = ""] = line.split(" ");
    expect(junit).toContain(`name="${rule}: ${place}"`);
    expect(html).toContain(`<code>${place}</code>`);
    expect(github).toContain(`file=${place.split(":")[0]}`);
  }
});

test("--open writes the HTML report and starts the browser with it", async () => {
  const folder = temporaryFolder();
  const [browser, seen] = [join(folder, "browser"), join(folder, "seen")];
  writeFileSync(browser, `#!/bin/sh\necho "$1" > ${seen}.part && mv ${seen}.part ${seen}\n`);
  chmodSync(browser, 0o755);
  const output = join(folder, "review.html");
  const { code, out } = await windsock(shop, ["review", "--format", "html", "--open", "--output", output], {
    env: { BROWSER: browser },
  });
  expect([code, out]).toEqual([1, ""]);
  await expect.poll(() => existsSync(seen), { timeout: 10_000 }).toBe(true);
  expect(readFileSync(seen, "utf8")).toBe(`${output}\n`);
  expect(readFileSync(output, "utf8")).toContain("<!doctype html>");
});

test("where no browser starts, --open says where the report is", async () => {
  const { code, err } = await windsock(shop, ["check", "--format", "html", "--open"], {
    env: { BROWSER: "/nowhere/browser" },
  });
  expect(code).toBe(1);
  expect(err).toMatch(/no browser could be started: open \/.*review\.html yourself\n$/);
});

test("explain answers with the source line of a generated line, compiled anew", async () => {
  const { code, out, err } = await windsock(shop, ["explain", "generated/orders_daily.py:52"]);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain("generated/orders_daily.py:52 comes from dags/orders_daily/clean.sql:10\n");
  expect(out).toContain("10 │ select orders.*, refunds.amount as returned\n   │ ^");
  const before = await windsock(shop, ["explain", "orders_daily.py:52", "--ref", "main"]);
  expect(before.out).toContain("select orders.*, returns.amount as returned");
  expect((await windsock(shop, ["explain", "orders_daily.py:2"])).out).toContain("comes from no source line");
});

test("explain says where a line is not to be had", async () => {
  const say = async (what: string): Promise<string> => {
    const { code, err } = await windsock(shop, ["explain", what]);
    expect(code).toBe(2);
    return err;
  };
  expect(await say("orders_daily.py:9999")).toMatch(/has no line 9999\. The generated file has \d+ lines\.\n$/);
  expect(await say("finance.py:3")).toMatch(/the DAG of `finance\.py` is not compiled: gusty or Airflow would fail/);
  expect(await say("order_daily.py:3")).toMatch(/is no generated file: did you mean `orders_daily\.py`\?\n$/);
});

test("explain warns where the file on disk is another one", async () => {
  writeFileSync(join(shop, "orders_daily.py"), "# older\n");
  expect((await windsock(shop, ["explain", "orders_daily.py:52"])).err).toContain("is not what the sources give now");
});

test("pictures need mermaid-cli and Chrome of the machine, one diagram, and PNG a file", async () => {
  const say = async (args: readonly string[], env: Record<string, string> = {}): Promise<string> => {
    const { code, err } = await windsock(shop, ["graph", ...args], { env });
    expect(code).toBe(2);
    return err;
  };
  expect(await say(["sales", "--format", "svg"])).toMatch(
    /needs mermaid-cli, and there is no `mmdc` on the PATH\. Install it: npm install -g/,
  );
  expect(await say(["sales", "--format", "png"])).toMatch(/--format png is no text\. Name a file: --output FILE\.\n$/);
  expect(await say(["sales", "finance", "--format", "svg"])).toMatch(
    /draws one diagram, and there are 2\. Name one: `finance`, `sales`\.\n$/,
  );
  const folder = temporaryFolder();
  writeFileSync(join(folder, "mmdc"), "#!/bin/sh\necho 'the browser fell over' >&2\nexit 1\n");
  chmodSync(join(folder, "mmdc"), 0o755);
  expect(await say(["sales", "--format", "svg"], { PATH: folder })).toMatch(
    /needs Chrome or Chromium, and none was found/,
  );
  const env = { PATH: folder, CHROME_PATH: join(folder, "mmdc") };
  expect(await say(["sales", "--format", "svg"], env)).toMatch(/mermaid-cli failed: the browser fell over/);
});

test("a program that the repository holds is never run for a picture", async () => {
  writeFileSync(join(shop, "mmdc"), "#!/bin/sh\nexit 0\n");
  chmodSync(join(shop, "mmdc"), 0o755);
  const { code, err } = await windsock(shop, ["graph", "sales", "--format", "svg"], {
    env: { PATH: ".:node_modules/.bin" },
  });
  expect(code).toBe(2);
  expect(err).toContain("there is no `mmdc` on the PATH");
});
