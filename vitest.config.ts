import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const slow = ["test/parity/**", "test/browser/**", "test/end-to-end/**", "test/bot/*"];
/** The bot as processes with databases. */
const service = "test/bot/service/**";

/** The bot's tests wait for what they expect, so a time that is up means that it never comes, on whatever machine. */
const longest = { testTimeout: 1_200_000, hookTimeout: 1_200_000 };

const long = { testTimeout: 300_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    isolate: false,
    pool: "threads",
    // The slow tests wait for processes most of the time: vitest leaves a core free, which two of them can use.
    maxWorkers: availableParallelism(),
    projects: [
      { extends: true, test: { name: "unit", include: ["test/**/*.test.ts"], exclude: [...slow, service] } },
      {
        extends: true,
        test: {
          name: "slow",
          include: slow.map((folder) => `${folder.replace(/\*+$/, "**")}/*.test.ts`),
          exclude: [service],
          ...long,
        },
      },
      { extends: true, test: { name: "bot", include: [`${service}/*.test.ts`], ...longest } },
    ],
  },
});
