/** `npm run parity`: generated projects in both worlds; with `--rules` what the rules say of generated projects, judged. */
import { runRules } from "./run-rules.ts";

const args = process.argv.slice(2);
if (args.includes("--rules")) await runRules(args);
else await import("./run-parity.ts");
