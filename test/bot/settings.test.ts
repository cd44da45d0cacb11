import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { readSettings } from "../../src/bot/settings.ts";

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
const PRIVATE_KEY = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
const least = { APP_ID: "12", PRIVATE_KEY, WEBHOOK_SECRET: "s" };
const read = (more: Record<string, string> = {}) => readSettings({ ...least, ...more }, "/srv");

test("three settings are enough", () => {
  expect(read()).toMatchObject({
    databaseUrl: null,
    dataFolder: "/srv/windsock-data",
    port: 3000,
    serverUrl: "https://github.com",
    apiUrl: "https://api.github.com",
  });
});

test("a key may have its line breaks written out", () => {
  expect(read({ PRIVATE_KEY: PRIVATE_KEY.replaceAll("\n", "\\n") }).privateKey).toBe(PRIVATE_KEY);
});

test("GitHub Enterprise Server has its API below its own address", () => {
  expect(read({ GITHUB_SERVER_URL: "https://git.example/" }).apiUrl).toBe("https://git.example/api/v3");
});

test.each([
  [{ APP_ID: "" }, "APP_ID is not set"],
  [{ APP_ID: "x" }, "APP_ID is no number"],
  [{ WEBHOOK_SECRET: " " }, "WEBHOOK_SECRET is not set"],
  [{ PRIVATE_KEY: "" }, "neither PRIVATE_KEY nor PRIVATE_KEY_FILE"],
  [{ PRIVATE_KEY: "abc" }, "not in PEM form"],
  [{ PORT: "99999" }, "PORT is no whole number"],
  [{ GITHUB_SERVER_URL: "github" }, "GITHUB_SERVER_URL is no address"],
])("what is wrong is named: %j", (more, words) => expect(() => read(more)).toThrow(words));

test("every setting is documented", () => {
  const source = readFileSync(resolve(import.meta.dirname, "../../src/bot/settings.ts"), "utf8");
  const page = readFileSync(resolve(import.meta.dirname, "../../docs/bot.md"), "utf8");
  const names = [...source.matchAll(/"([A-Z]+(?:_[A-Z]+)+|HOST|PORT)"/g)].map((match) => match[1] ?? "");
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) expect(page).toContain(`\`${name}\``);
});
