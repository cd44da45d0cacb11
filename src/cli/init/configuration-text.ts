import { deploymentName, deploymentsOf } from "../../build/deployments.ts";
import type { Path } from "../../model/path.ts";
import type { Project } from "../../model/project.ts";
import type { Versions } from "../../model/version.ts";

/** What a person has to fill in, at most. */
const MOST_VALUES = 20;

/** A configuration, and in a few words what it is needed for. */
export interface NeededConfiguration {
  readonly text: string;
  readonly reasons: readonly string[];
}

const HEAD = `# What Windsock cannot see for itself. Everything else has a default.
# Lines to fill in are comments: take the "# " away.
`;

/**
 * The `windsock.yml` that a project needs, or `null` where it needs none: its deployments where several were found, the
 * folder for generated files where the default one is no place for them (`directory`), and as comments the versions that
 * nothing pins and the expressions that only Python knows.
 */
export function configurationText(project: Project, directory: Path | null): NeededConfiguration | null {
  const parts = [deploymentsPart(project), directoryPart(directory), valuesPart(project)].flatMap((part) => part ?? []);
  if (parts.length === 0) return null;
  return {
    text: [HEAD, ...parts.map(({ text }) => text)].join("\n"),
    reasons: parts.map(({ reason }) => reason),
  };
}

interface Part {
  readonly text: string;
  readonly reason: string;
}

function deploymentsPart(project: Project): Part | null {
  const deployments = deploymentsOf(project);
  if (project.deployments === undefined) {
    const [first, ...others] = unknownVersions(project.versions);
    if (first === undefined) return null;
    const lines = [`#   - ${first}`, ...others.map((line) => `#     ${line}`)];
    return { text: `# deployments:\n${lines.join("\n")}\n`, reason: "the versions that run are not clear" };
  }
  const items = deployments.map((one) => {
    const more = unknownVersions(one.versions).map((line) => `    # ${line}\n`);
    return `  - root: ${plainOrQuoted(deploymentName(one))}\n${more.join("")}`;
  });
  const reason = `there are ${deployments.length} deployments`;
  return { text: `# Each folder with an Airflow of its own.\ndeployments:\n${items.join("")}`, reason };
}

/** A line of a deployment for each version that nothing pins, or that pins disagree about. */
function unknownVersions({ airflow, gusty }: Versions): readonly string[] {
  const line = (key: string, { version, from, disagreeing }: Versions["gusty"], unknown: string): string[] => {
    if (version === null) return from !== null ? [] : [`${key}: "${unknown}"  # nothing in the repository names it`];
    const others = [...new Set(disagreeing.map((pin) => `${pin.version} in ${comment(pin.from.file)}`))];
    return others.length === 0 ? [] : [`${key}: "${version}"  # but ${others.slice(0, 3).join(", ")}`];
  };
  return [...line("airflow", airflow, String(airflow.major)), ...(gusty.none ? [] : line("gusty", gusty, "0.23.1"))];
}

const directoryPart = (directory: Path | null): Part | null =>
  directory === null
    ? null
    : {
        text: `# In \`generated\` the generated Python would be taken for tasks.\ngenerated: { directory: ${plainOrQuoted(directory)} }\n`,
        reason: "`generated` is no place for the generated Python",
      };

function valuesPart({ discovery }: Project): Part | null {
  const places = new Map<string, Path>();
  for (const { expression, at } of discovery.undecided) {
    const isLine = expression.length > 0 && expression.length <= 80 && !/[\p{Cc}\u2028\u2029]/u.test(expression);
    if (isLine && !places.has(expression)) places.set(expression, at.file);
  }
  if (places.size === 0) return null;
  const lines = [...places].slice(0, MOST_VALUES).map(([expression, file]) => {
    return `#   ${plainOrQuoted(expression)}:  # the value that it has; in ${comment(file)}`;
  });
  return {
    text: `# values:\n${lines.join("\n")}\n`,
    reason: "something is known only when Python runs",
  };
}

/** A name that YAML reads as the text it is, or that text in quotes. */
const plainOrQuoted = (text: string): string => (/^[A-Za-z_][\w./-]*$/.test(text) ? text : JSON.stringify(text));

/** A path in a comment: one line. */
const comment = (path: Path): string => path.replace(/[\p{Cc}\u2028\u2029]/gu, "?");
