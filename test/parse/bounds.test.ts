import { describe, expect, test } from "vitest";
import { metadata, parse } from "./parsing.ts";

describe("hostile files cost no more than their length", () => {
  test.each<[string, string, string]>([
    ["front matter of blank lines", "t.sql", `---${"\n".repeat(200_000)}`],
    ["front matter of blank lines with spaces", "t.sql", `---\n${" \n".repeat(100_000)}x`],
    ["a line of dashes", "t.sql", "-".repeat(200_000)],
    ["comment ends without a line end", "t.sql", `/*${"*/ ".repeat(100_000)}`],
    ["a header that is not closed", "t.py", `# ---\n${"# a: 1\n".repeat(20_000)}`],
    ["dashes in a header", "t.py", `# ---\n# a: ${"---".repeat(60_000)}\n# ---\n`],
    ["brackets in a notebook", "t.ipynb", "[".repeat(100_000)],
    ["tasks times keys", "t.yml", `operator: x\n${many("k", 3000, "1")}multi_task_spec:\n${many("  t", 3000, "{}")}`],
  ])("%s", (_, name, text) => {
    const before = performance.now();
    parse(name, text);
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  test("texts of METADATA.yml that double each other are not rendered without end", () => {
    const lines = [
      "k0: x",
      ...Array.from({ length: 60 }, (_, index) => `k${index + 1}: '{{ k${index} }}{{ k${index} }}'`),
    ];
    const { fields, problems } = metadata(lines.join("\n"));
    expect(fields?.at(-1)?.value.t).toBe("expr");
    expect(problems).not.toEqual([]);
  });
});

function many(prefix: string, count: number, value: string): string {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}: ${value}\n`).join("");
}
