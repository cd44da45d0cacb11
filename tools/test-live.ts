/** `npm run test:live OWNER/REPO`: the assertions of `test/end-to-end/live.test.ts` against the real GitHub. */
import { spawnSync } from "node:child_process";

const [repository = ""] = process.argv.slice(2);
const token = process.env.GITHUB_TOKEN ?? "";
if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || token === "") {
  console.error(
    "Usage: GITHUB_TOKEN=… npm run test:live OWNER/REPO\nThe token needs to write contents and pull requests of that repository. The test makes branches `windsock-live/…` and pull requests between them, and removes the branches.",
  );
  process.exit(2);
}
const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--project", "slow", "test/end-to-end/live.test.ts"],
  {
    stdio: "inherit",
    env: { ...process.env, WINDSOCK_LIVE: repository, WINDSOCK_LIVE_TOKEN: token },
  },
);
process.exit(status ?? 1);
