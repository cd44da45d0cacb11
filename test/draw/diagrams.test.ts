import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diagrams } from "../support/diagrams.ts";

const golden = join(import.meta.dirname, "golden");

describe.each(Object.entries(diagrams()))("%s", (name, drawing) => {
  test("is drawn as it was looked at (UPDATE_GOLDEN=1 accepts a new one)", () => {
    const legend = drawing.legend.map(({ sign, meaning }) => `%% ${sign}: ${meaning}\n`);
    const text = `${drawing.mermaid}${legend.join("")}%% folded: ${drawing.hidden}\n`;
    const file = join(golden, `${name}.mmd`);
    if (process.env.UPDATE_GOLDEN === "1") {
      mkdirSync(golden, { recursive: true });
      writeFileSync(file, text);
    }
    expect(existsSync(file) ? readFileSync(file, "utf8") : "").toBe(text);
  });

  test("keeps within what GitHub draws", () => {
    expect(Buffer.byteLength(drawing.mermaid)).toBeLessThanOrEqual(50_000);
    expect(drawing.mermaid.match(/(-->|==>|-\.->)/g)?.length ?? 0).toBeLessThanOrEqual(500);
    expect(drawing.mermaid.match(/^ *n\d+[([]/gm)?.length ?? 0).toBeLessThanOrEqual(40);
  });
});
