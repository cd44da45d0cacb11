import { leavesOpen, raises } from "../build/outcome.ts";
import type { Dag } from "../model/dag.ts";
import type { Problem } from "../model/problem.ts";

/** A problem in half a sentence. */
function say(problem: Problem): string {
  switch (problem.kind) {
    case "unreadable-file":
      return `${problem.at.file} cannot be read`;
    case "missing-operator":
      return `${problem.at.file} names no operator`;
    case "missing-callable":
      return `${problem.at.file} has no function \`${problem.name}\``;
    case "unknown-operator":
      return `${problem.at.file}: there is no operator \`${problem.operator}\``;
    case "missing-argument":
      return `${problem.at.file} does not give \`${problem.names.join("`, `")}\``;
    case "missing-start-date":
      return "it has a schedule and no start date";
    case "unknown-dependency":
      return `${problem.at.file} depends on \`${problem.name}\`, which is not there`;
    case "dependency-cycle":
      return `its tasks wait for each other: ${problem.ring.map(({ up }) => up).join(", ")}`;
    case "duplicate-id":
      return `the ${problem.what} id \`${problem.id}\` is there twice`;
    case "invalid-id":
      return `Airflow refuses the ${problem.what} id \`${problem.id}\``;
    case "unknown-tag":
      return `nothing is known of the tag \`${problem.tag}\` in ${problem.at.file}`;
    case "root-or-leaf-edges":
      return `\`${problem.name}\` is listed under \`${problem.key}\`, and has edges of its own`;
    case "misnamed-key":
      return `\`${problem.key}\` in ${problem.at.file} means nothing to gusty`;
    case "unknown-root-or-leaf":
      return `\`${problem.key}\` names \`${problem.name}\`, which is not there`;
    case "sensor-collision":
    case "sensor-override-lost":
      return `\`${problem.sensor}\` is declared twice`;
    case "dropped-argument":
    case "refused-argument":
    case "overwritten-key":
    case "dropped-metadata":
      return `\`${problem.keyName}\` in ${problem.at.file} does not arrive`;
    case "not-static":
      return `\`${problem.expression}\` in ${problem.at.file} is known only to Python: ${problem.why}`;
    default:
      return `${problem.at.file}: ${problem.detail}`;
  }
}

/** Why there is no Python for a DAG, or `null` where it can be written. */
export function refusalOf(dag: Dag): string | null {
  if (!/^[\p{L}\p{M}\p{N}_.-]+$/u.test(dag.id) || /^\.+$/.test(dag.id)) return `\`${dag.id}\` cannot be a file's name`;
  if (dag.outcome === "built") return null;
  const decides = (problem: Problem): boolean => (dag.outcome === "fails" ? raises(problem) : leavesOpen(problem));
  const first = dag.problems.find(decides);
  const reason = first === undefined ? "" : `: ${say(first)}`;
  return dag.outcome === "fails" ? `gusty or Airflow would fail${reason}` : `not everything is known${reason}`;
}
