import { defineConfig } from "vitest/config";

const slow = ["test/parity/**", "test/browser/**", "test/end-to-end/**", "test/bot/**"];

export default defineConfig({
  test: {
    isolate: false,
    pool: "threads",
    projects: [
      { extends: true, test: { name: "unit", include: ["test/**/*.test.ts"], exclude: slow } },
      {
        extends: true,
        test: {
          name: "slow",
          include: slow.map((folder) => `${folder}/*.test.ts`),
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
