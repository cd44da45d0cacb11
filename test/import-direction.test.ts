import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const src = resolve(import.meta.dirname, "../src");

/** The rooms from the first to the last: a file imports only from its own room and from rooms before it. */
const ROOMS = [
  "model",
  "snapshot",
  "yaml",
  "python",
  "config",
  "catalogue",
  "discover",
  "parse",
  "build",
  "emit",
  "compare",
  "trace",
  "check",
  "fix",
  "draw",
  "report",
  "review",
  "github",
  "action",
  "bot",
  "cli",
];

/** Only these rooms may reach clock, environment, network, file system and processes. */
const EDGES = new Set(["snapshot", "github", "action", "bot", "cli"]);

const sources = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const room = (file: string): string => file.split(/[/\\]/)[0]?.replace(/\.ts$/, "") ?? "";
const imports = (file: string): string[] =>
  [
    ...readFileSync(join(src, file), "utf8").matchAll(
      /(?:^import\b[^;]*?\bfrom|^export\b[^;]*?\bfrom|\bimport\()\s*"([^"]+)"/gm,
    ),
  ].map((match) => match[1] ?? "");

test("every source file lies in a room of the house", () => {
  expect([...new Set(sources.map(room))].filter((name) => !ROOMS.includes(name))).toEqual([]);
});

test("a file imports only from its own room and from rooms before it", () => {
  const wrong = sources.flatMap((file) =>
    imports(file)
      .filter((target) => target.startsWith("."))
      .map((target) => relative(src, resolve(src, dirname(file), target)))
      .filter((target) => ROOMS.indexOf(room(target)) > ROOMS.indexOf(room(file)))
      .map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("only the edges of the house reach the outside world", () => {
  const outside = /^node:(fs|child_process|os|http|https|net|process|timers)|^@actions\/|^@octokit\//;
  const wrong = sources.flatMap((file) =>
    EDGES.has(room(file))
      ? []
      : imports(file)
          .filter((target) => outside.test(target))
          .map((target) => `${file} imports ${target}`),
  );
  expect(wrong.filter((line) => !line.startsWith("catalogue/data"))).toEqual([]);
});
