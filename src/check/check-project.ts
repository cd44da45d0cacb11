import { nameIn, pairDeployments } from "../build/deployments.ts";
import { matchesPath } from "../discover/path-pattern.ts";
import type { Config } from "../model/config.ts";
import type { Finding, RuleName, Severity } from "../model/finding.ts";
import type { Path } from "../model/path.ts";
import type { Project } from "../model/project.ts";
import { type Sifted, siftIgnored } from "./ignores.ts";
import { RULES } from "./rules.ts";
import { acrossVersions } from "./version-choices.ts";

/**
 * Every finding of one version, with the severities that the configuration sets, without the rules it turns off and
 * without what files ignore themselves, in a fixed order: by file, place, rule. `other` is the version it is compared
 * with, so that messages can say what this change did.
 */
export const checkProject = (project: Project, other: Project | null): readonly Finding[] =>
  siftProject(project, other).findings;

/**
 * As `checkProject`, with the findings that files ignore, and their reasons. Of several deployments each is checked by
 * itself; what is said of a file that they share is said once.
 */
export function siftProject(project: Project, other: Project | null): Sifted {
  if (project.deployments === undefined) {
    return siftIgnored(project, other, [...acrossVersions(project, other, findAll)].sort(byPlace));
  }
  const sifted = pairDeployments(other, project).map(({ name, base, head }, index) => {
    const shared = index === 0 ? project.problems : [];
    const { findings, ignored } = siftProject({ ...head, problems: [...shared, ...head.problems] }, base);
    return {
      findings: findings.map((finding) => findingIn(name, finding)),
      ignored: ignored.map(({ finding, reason }) => ({ finding: findingIn(name, finding), reason })),
    };
  });
  return {
    findings: once(sifted.flatMap(({ findings }) => findings)).sort(byPlace),
    ignored: sifted.flatMap(({ ignored }) => ignored),
  };
}

/** A finding as it is told in a project of several deployments. */
const findingIn = (deployment: string | null, finding: Finding): Finding => ({
  ...finding,
  subject:
    finding.subject.dag === undefined
      ? finding.subject
      : { ...finding.subject, dag: nameIn(deployment, finding.subject.dag) },
  stops: finding.stops.map((id) => nameIn(deployment, id)),
});

const once = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];

function findAll(project: Project, other: Project | null): readonly Finding[] {
  const { config } = project;
  const severityOf = severities(config);
  return RULES.flatMap((rule) => {
    if (config.rules.get(rule.name) === "off" && config.paths.length === 0) return [];
    return rule.check({ project, other }).flatMap((finding): Finding[] => {
      const wanted = severityOf(rule.name, finding.at.file);
      if (wanted === "off") return [];
      return [wanted === null ? finding : { ...finding, severity: wanted }];
    });
  });
}

/** What the configuration makes of a rule in a file: of `paths` the last that matches and names it, else `rules`; `null`: nothing. */
function severities(config: Config): (rule: RuleName, file: Path) => Severity | "off" | null {
  const matching = new Map<Path, Config["paths"]>();
  return (rule, file) => {
    const known = matching.get(file);
    const paths = known ?? config.paths.filter(({ match }) => matchesPath(match, file));
    if (!known) matching.set(file, paths);
    const own = paths.map(({ rules }) => rules.get(rule) ?? rules.get("*")).filter((one) => one !== undefined);
    return own.at(-1) ?? config.rules.get(rule) ?? null;
  };
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.at.file, b.at.file) ||
    a.at.start - b.at.start ||
    compare(a.rule, b.rule) ||
    compare(JSON.stringify(a.subject), JSON.stringify(b.subject)) ||
    compare(a.message, b.message)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
