import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

const root = resolve(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(resolve(root, path), "utf8");
const action: {
  inputs: Record<string, { default: string; description: string }>;
  outputs: Record<string, { description: string }>;
  runs: { using: string; main: string };
} = parse(read("action.yml"));
const page = read("docs/github.md");

/** The names in the first column of the table below a heading. */
function namesIn(heading: string): string[] {
  const section = page.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const cells = [...section.matchAll(/^\| (`[^|]+`) \|/gm)].map((match) => match[1] ?? "");
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "")).sort();
}

test("the page about GitHub lists every input and output of action.yml", () => {
  expect(namesIn("Inputs")).toEqual(Object.keys(action.inputs).sort());
  expect(namesIn("Outputs")).toEqual(Object.keys(action.outputs).sort());
});

test("every input has a default, so that `uses:` alone works", () => {
  for (const [name, input] of Object.entries(action.inputs)) {
    expect(typeof input.default, name).toBe("string");
    expect(input.description, name).toMatch(/\.$/);
  }
});

test("the inputs and outputs of action.yml are those that the sources read and set", () => {
  const sources = `${read("src/github/inputs.ts")}${read("src/github/conclude.ts")}`;
  const inputs = [...sources.matchAll(/(?:getInput|flag)\("([a-z-]+)"\)/g)].map((match) => match[1] ?? "");
  const outputs = [...sources.matchAll(/setOutput\("([a-z-]+)"/g)].map((match) => match[1] ?? "");
  expect(inputs.sort()).toEqual(Object.keys(action.inputs).sort());
  expect(outputs.sort()).toEqual(Object.keys(action.outputs).sort());
});

test("workflows name no permission that they do not need, and pin other people's actions to a commit", () => {
  for (const file of ["ci.yml", "windsock.yml"]) {
    const text = read(`.github/workflows/${file}`);
    const uses = [...text.matchAll(/^ +- uses: (\S+)/gm)].map((match) => match[1] ?? "");
    expect(uses.filter((name) => name !== "./" && !/@[0-9a-f]{40}$/.test(name))).toEqual([]);
    expect(text.match(/\w+: write/g) ?? []).toEqual(file === "windsock.yml" ? ["requests: write"] : []);
  }
});
