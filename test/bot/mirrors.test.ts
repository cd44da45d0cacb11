import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openMirrors } from "../../src/bot/mirrors.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "windsock-mirrors-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (directory: string, mebibytes: number): void =>
  writeFileSync(join(directory, "objects", "test.pack"), Buffer.alloc(Math.floor(mebibytes * 2 ** 20)));

test("what a review fetched is there for the next one", async () => {
  const mirrors = await openMirrors(folder, 100);
  const first = await mirrors.take(7, "sha1");
  write(first.directory, 1);
  await first.release(true);
  const second = await mirrors.take(7, "sha1");
  expect(existsSync(join(second.directory, "objects", "test.pack"))).toBe(true);
  expect(existsSync(first.directory)).toBe(false);
});

test("two reviews of one repository never share a mirror, not even in two processes", async () => {
  const [one, other] = [await openMirrors(folder, 100), await openMirrors(folder, 100)];
  const taken = await Promise.all([one.take(7, "sha1"), one.take(7, "sha1"), other.take(7, "sha1")]);
  expect(new Set(taken.map(({ directory }) => directory)).size).toBe(3);
  await Promise.all(taken.map((mirror) => mirror.release(true)));
  expect(readdirSync(join(folder, "kept"))).toEqual(["7-sha1"]);
  expect(readdirSync(join(folder, "in-use"))).toEqual([]);
});

test("under pressure of space no review gets a mirror that is half removed", async () => {
  const processes = [await openMirrors(folder, 3), await openMirrors(folder, 3)];
  const whole: boolean[] = [];
  await Promise.all(
    Array.from({ length: 60 }, async (_, n) => {
      const mirror = await processes[n % 2]?.take(n % 4, "sha1");
      if (mirror === undefined) return;
      whole.push(["HEAD", "config", "objects"].every((name) => existsSync(join(mirror.directory, name))));
      for (let part = 0; part < 5; part += 1) {
        writeFileSync(join(mirror.directory, "objects", `${n}-${part}.idx`), Buffer.alloc(100_000));
      }
      await mirror.release(true);
    }),
  );
  expect(whole).toHaveLength(60);
  expect(whole).not.toContain(false);
  expect(readdirSync(join(folder, "in-use"))).toEqual([]);
});

test("a mirror of a review that failed is thrown away", async () => {
  const mirrors = await openMirrors(folder, 100);
  await (await mirrors.take(7, "sha1")).release(false);
  expect(readdirSync(join(folder, "kept"))).toEqual([]);
});

test("the ones used the longest ago go when space is short, and one that is too large at once", async () => {
  const mirrors = await openMirrors(folder, 8);
  for (const id of [1, 2, 3, 4, 5, 6]) {
    const mirror = await mirrors.take(id, "sha1");
    write(mirror.directory, id === 6 ? 3 : 1.9);
    await mirror.release(true);
  }
  expect(readdirSync(join(folder, "kept")).sort()).toEqual(["2-sha1", "3-sha1", "4-sha1", "5-sha1"]);
});
