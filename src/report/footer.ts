import { deploymentName } from "../build/deployments.ts";
import type { Project } from "../model/project.ts";
import type { Review } from "../model/review.ts";
import type { Pinned } from "../model/version.ts";
import type { Links } from "./links.ts";
import { code, count, joinRich, link, type Rich } from "./rich.ts";

/** Of more deployments than these the versions are not listed. */
const MOST_DEPLOYMENTS = 6;

/** The versions compiled for, and from where they are known; of each deployment where there are several. */
export function versionsInWords({ head }: Pick<Review, "head">): Rich {
  const { deployments } = head;
  if (deployments === undefined) return versionsOf(head);
  const shown = deployments
    .slice(0, MOST_DEPLOYMENTS)
    .map((one): Rich => [code(deploymentName(one)), ": ", ...versionsOf(one)]);
  const rest = deployments.length - shown.length;
  return [...joinRich(shown, "; "), ...(rest > 0 ? [`; and ${count(rest, "deployment")} more`] : [])];
}

function versionsOf({ versions: { airflow, gusty } }: Project): Rich {
  const words: Rich =
    airflow.version === null
      ? [`no Airflow pin found: assumed Airflow ${airflow.major}`]
      : [`Airflow ${airflow.version}`, ...fromWhere(airflow), ...disagreeing(airflow)];
  const gustyWords: Rich = gusty.none
    ? ["no gusty at run time"]
    : gusty.version === null
      ? ["no gusty pin found"]
      : [`gusty ${gusty.version}`, ...fromWhere(gusty), ...disagreeing(gusty)];
  return [...gustyWords, ", ", ...words];
}

const fromWhere = ({ from }: Pinned): Rich => (from ? [" (from ", code(from.file), ")"] : []);

const disagreeing = ({ disagreeing: [other] }: Pinned): Rich =>
  other ? [` (but ${other.version} in `, code(other.from.file), ")"] : [];

const commit = (id: string | null): Rich => (id === null ? ["the working tree"] : [code(id.slice(0, 7))]);

/** What was compared. */
export function comparedInWords({ base, head }: Review): Rich {
  return base ? [...commit(head.commit), " against ", ...commit(base.commit)] : ["looked at ", ...commit(head.commit)];
}

/** `12 DAGs, 184 tasks`. */
export function sizeInWords({ head }: Review): string {
  const tasks = head.dags.reduce((sum, dag) => sum + dag.tasks.length, 0);
  return `${count(head.dags.length, "DAG")}, ${count(tasks, "task")}`;
}

/** Where the full report is, and its files: `full report (HTML, JSON)`. */
function reportInWords({ report, artifacts = [] }: Links): Rich[] {
  const files = joinRich(
    artifacts.map(({ label, url }) => [link(url, label)]),
    ", ",
  );
  const words: Rich = report === null ? ["full report"] : [link(report, "full report")];
  if (artifacts.length > 0) return [[...words, " (", ...files, ")"]];
  return report === null ? [] : [words];
}

/**
 * The footer's parts, the most needed first: a report with little room shows the first alone. `commands`: it is a comment of
 * the bot, which takes them.
 */
export function footerParts(review: Review, links: Links, commands: boolean): Rich[] {
  return [
    [`Windsock ${review.tool.version}`],
    comparedInWords(review),
    versionsInWords(review),
    [sizeInWords(review)],
    ...reportInWords(links),
    ...(commands ? [[code("/windsock help"), " lists the commands"]] : []),
    [code("npx windsock review"), " shows this before pushing"],
  ];
}
