import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../../src/bot/database.ts";
import {
  accept,
  ask,
  countQuestions,
  forgetRepository,
  noteAnswered,
  noteFindings,
  noteShown,
  recallFindings,
  recallPull,
  takeBack,
} from "../../src/bot/pull-memory.ts";
import { migrate } from "../../src/bot/tables.ts";

let database: Database;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "windsock-memory-"));
  database = await openDatabase({ databaseUrl: null, dataFolder: folder }, (error) => {
    throw error;
  });
  await migrate(database);
  await migrate(database);
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

let made = 8_000_000_000;
const newKey = () => {
  made += 1;
  return { repository: made, number: 7 };
};

const acceptance = { fingerprint: "0123456789abcdef", digest: "d", by: "ada", reason: "known" };
const question = (comment: number) => ({ comment, author: "ada", word: "why", rest: `dag.task_${comment}` });

test("of a pull request that nobody said anything about, nothing is known", async () => {
  expect(await recallPull(database, newKey())).toEqual({ revision: 0, shown: 0, acceptances: [], questions: [] });
});

test("what is accepted counts for its pull request, the last time counts, and it is taken back", async () => {
  const key = newKey();
  await accept(database, key, acceptance);
  await accept(database, key, { ...acceptance, by: "bob", digest: "e" });
  expect(await recallPull(database, key)).toMatchObject({
    revision: 2,
    acceptances: [{ ...acceptance, by: "bob", digest: "e" }],
  });
  expect((await recallPull(database, { ...key, number: 8 })).acceptances).toEqual([]);
  expect(await takeBack(database, key, "ffffff")).toBe(0);
  expect(await takeBack(database, key, "012345")).toBe(1);
  expect(await recallPull(database, key)).toMatchObject({ revision: 3, acceptances: [] });
});

test("the last five questions stand in the report, but those that are answered apart", async () => {
  const key = newKey();
  for (let comment = 1; comment <= 7; comment += 1) await ask(database, key, question(comment));
  const waiting = async () => (await recallPull(database, key)).questions.map(({ comment }) => comment);
  // None is left without an answer.
  expect(await waiting()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  for (const comment of [1, 2, 3, 4, 5, 7]) await noteAnswered(database, key, { comment, apart: false });
  await noteAnswered(database, key, { comment: 6, apart: true });
  expect(await waiting()).toEqual([2, 3, 4, 5, 7]);
  // The same comment once more is not one more question.
  await ask(database, key, question(7));
  expect(await countQuestions(database, key, 8)).toBe(7);
  expect(await countQuestions(database, key, 7)).toBe(6);
});

test("a revision that came while a report was written stays to be shown", async () => {
  const key = newKey();
  await accept(database, key, acceptance);
  const { revision } = await recallPull(database, key);
  await takeBack(database, key, acceptance.fingerprint);
  await noteShown(database, key, revision);
  expect(await recallPull(database, key)).toMatchObject({ revision: 2, shown: 1 });
});

test("a repository that is no more is forgotten, and no other", async () => {
  const [gone, stays] = [newKey(), newKey()];
  const found = [{ fingerprint: acceptance.fingerprint, digest: "d" }];
  for (const key of [gone, stays]) {
    await accept(database, key, acceptance);
    await ask(database, key, question(1));
    await noteFindings(database, key, found);
  }
  await forgetRepository(database, gone.repository);
  expect(await recallPull(database, gone)).toMatchObject({ revision: 0, acceptances: [], questions: [] });
  expect(await recallFindings(database, gone)).toEqual([]);
  expect(await recallFindings(database, stays)).toEqual(found);
  expect((await recallPull(database, stays)).acceptances).toHaveLength(1);
});
