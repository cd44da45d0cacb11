import type { Finding } from "../model/finding.ts";
import type { Project } from "../model/project.ts";
import { RULES } from "./rules.ts";

/**
 * Every finding of one version, with the severities that the configuration sets and without the rules it turns off, in
 * a fixed order: by file, place, rule. `other` is the version it is compared with, so that messages can say what this
 * change did.
 */
export function checkProject(project: Project, other: Project | null): readonly Finding[] {
  const findings = RULES.flatMap((rule) => {
    const wanted = project.config.rules.get(rule.name);
    if (wanted === "off") return [];
    const found = rule.check({ project, other });
    return wanted ? found.map((finding) => ({ ...finding, severity: wanted })) : found;
  });
  return [...findings].sort(byPlace);
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
