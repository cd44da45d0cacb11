import { expect, test } from "vitest";
import { githubLinks } from "../../src/github/links.ts";
import { asPath } from "../../src/model/path.ts";

const links = githubLinks({
  server: "https://github.example.com",
  repository: { owner: "acme", repo: "shop" },
  branch: "b".repeat(40),
  head: "c".repeat(40),
  base: "a".repeat(40),
  lines: { lineOf: (path, line) => (path.startsWith("theirs/") ? null : line - 1) },
  source: "https://github.example.com/o/windsock/blob/v1",
  report: null,
});
const blob = "https://github.example.com/acme/shop/blob";

test("a file is linked at its lines in the pull request's own head", () => {
  expect(links.file(asPath("dags/a.yml"), 4)).toBe(`${blob}/${"b".repeat(40)}/dags/a.yml#L3`);
  expect(links.file(asPath("dags/a.yml"), 4, 6)).toBe(`${blob}/${"b".repeat(40)}/dags/a.yml#L3-L5`);
});

test("a file of the base is linked at the base, one that only the merge result has at that", () => {
  expect(links.file(asPath("dags/a.yml"), 4, 4, "base")).toBe(`${blob}/${"a".repeat(40)}/dags/a.yml#L4`);
  expect(links.file(asPath("theirs/a.yml"), 4)).toBe(`${blob}/${"c".repeat(40)}/theirs/a.yml#L4`);
});

test("strange names stay inside their address", () => {
  expect(links.file(asPath("a b/(c)#?%.yml"), 2)).toBe(`${blob}/${"b".repeat(40)}/a%20b/%28c%29%23%3F%25.yml#L1`);
});

test("a rule's page is that of the action's own version", () => {
  expect(links.rule("dependency-cycle")).toBe(
    "https://github.example.com/o/windsock/blob/v1/docs/rules/dependency-cycle.md",
  );
});
