import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect } from "vitest";

/** Compares a text with the file of that name in `golden/`; with UPDATE_GOLDEN=1 it writes the file. */
export function expectGolden(name: string, text: string): void {
  const file = resolve(import.meta.dirname, "golden", name);
  if (process.env.UPDATE_GOLDEN === "1") {
    mkdirSync(resolve(file, ".."), { recursive: true });
    writeFileSync(file, text);
  }
  expect(text).toBe(readFileSync(file, "utf8"));
}
