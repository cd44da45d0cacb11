import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "windsock-alone-"));
  await cp("dist", folder, { recursive: true });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const start = (...args: readonly string[]) =>
  run(process.execPath, [join(folder, "cli", "index.js"), ...args], { cwd: folder });

test("the bundle of the command line needs nothing beside it", async () => {
  const manifest: unknown = JSON.parse(await readFile("package.json", "utf8"));
  expect((await start("--version")).stdout.trim()).toBe(Reflect.get(Object(manifest), "version"));
  expect((await start("rules")).stdout).toContain("unknown-dependency");
  expect((await start("demo")).stdout).toContain("orders_daily");
});

test("the bot says what to install where its embedded database is not there", async () => {
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const settings = {
    APP_ID: "1",
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: "secret",
    DATA_FOLDER: join(folder, "data"),
  };
  const failed = run(process.execPath, [join(folder, "cli", "index.js"), "serve"], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? "", ...settings },
  });
  await expect(failed).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining("npm install @electric-sql/pglite"),
  });
});
