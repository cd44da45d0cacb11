/** `npm run test:bot`: makes sure of PostgreSQL, then runs the bot as processes with both databases, killed and restarted. */
import { makePostgres } from "./postgres.ts";
import { runScript } from "./run.ts";

makePostgres();
runScript("node_modules/vitest/vitest.mjs", ["run", "--project", "bot"]);
