import { defineConfig } from "vitest/config";

const slow = ["test/parity/**", "test/browser/**", "test/end-to-end/**", "test/bot/*"];
/** The bot as processes with databases: `npm run test:bot`, not yet steady enough to gate. */
const service = "test/bot/service/**";

const long = { testTimeout: 300_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    isolate: false,
    pool: "threads",
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
      { extends: true, test: { name: "bot", include: [`${service}/*.test.ts`], ...long } },
    ],
  },
});
