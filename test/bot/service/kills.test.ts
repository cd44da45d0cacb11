import { afterAll, beforeAll, expect, test } from "vitest";
import { type Postgres, startPostgres } from "../support/postgres.ts";
import { makeScene, type Scene } from "../support/scene.ts";
import { storm } from "../support/storm.ts";

/** Kills on each database. More by hand: `KILLS=100 npx vitest run --project bot test/bot/service/kills`. */
const KILLS = Number(process.env.KILLS ?? 3);

let postgres: Postgres;
let scene: Scene;

beforeAll(async () => {
  postgres = await startPostgres();
  scene = await makeScene();
});

afterAll(async () => {
  expect(scene.github.invalid).toEqual([]);
  await scene.close();
  await postgres.stop();
});

test.each(["postgres", "pglite"])(
  "killed at random moments on %s, every pull request ends with one comment and one check",
  async (kind) => {
    const server = kind === "postgres" ? await postgres.createDatabase() : "";
    const ended = await storm(scene, { ...scene.environment, DATABASE_URL: server }, KILLS);
    console.log(`${kind}: ${JSON.stringify(ended)}`);
    expect(ended).toMatchObject({ kills: KILLS, wrong: [] });
  },
  14_400_000,
);
