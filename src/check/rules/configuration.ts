import type { Finding } from "../../model/finding.ts";
import type { Project } from "../../model/project.ts";
import type { DagSite } from "../../model/site.ts";
import { findingOf, problemsOf } from "../findings.ts";
import { ignoresIn, ignoringFiles, isAdded } from "../ignores.ts";
import type { Rule } from "../rule.ts";

export const configuration: Rule = {
  name: "configuration",
  severity: "error",
  effect: "policy",
  summary: "something in `windsock.yml`, or in a `# windsock:` comment, that Windsock does not understand",
  explains:
    "The configuration is strict: a key that means nothing is more likely a slip than a wish. In a review it is read from the base, so a mistake that is merged gates nothing new, and one that a pull request adds shows up after merging. A comment `# windsock: ignore RULE reason` needs a rule that exists and a reason; one that a change adds is listed as a notice.",
  source: "Windsock's own configuration, docs/configuration.md",
  wrong: {
    shows: "windsock.yml",
    files: { "windsock.yml": "rule:\n  unknown-dependency: error\n" },
  },
  right: {
    shows: "windsock.yml",
    files: { "windsock.yml": "rules:\n  unknown-dependency: error\n" },
  },
  check: ({ project, other }) => [
    ...problemsOf(project, "configuration").map(({ problem }) =>
      findingOf(configuration, {
        at: problem.at,
        message: `\`${problem.at.file}\`: ${problem.detail}.`,
        advice: `Expected ${problem.expected}.`,
        subject: { key: problem.detail },
      }),
    ),
    ...project.discovery.overruled.flatMap((site) => overruledBy(project, site)),
    ...ignoringFiles(project).flatMap((file) => commentsOf(project, other, file)),
  ],
};

/** A folder that an entry point makes a DAG of, and `dags:` too: the declaration counts, and that is said. */
function overruledBy(project: Project, { folder, declared, entryPoint }: DagSite): readonly Finding[] {
  const own = project.discovery.sites.find((site) => site.folder === folder);
  if (!own) return [];
  return [
    findingOf(configuration, {
      at: own.declared,
      severity: "notice",
      message: `\`${folder}\` is declared here, and \`${entryPoint}\` makes a DAG of it too: what stands here counts.`,
      advice:
        "Take the folder out of one of the two. Airflow runs what it loads: the entry point, as long as it is there.",
      related: [{ at: declared, message: `this makes \`${own.id}\` through gusty` }],
      subject: { dag: own.id, key: "dags" },
    }),
  ];
}

function commentsOf(project: Project, other: Project | null, file: Finding["at"]["file"]): readonly Finding[] {
  const { ignores, broken } = ignoresIn(file, project.texts.get(file) ?? "");
  return [
    ...broken.map(({ at, detail, expected }) =>
      findingOf(configuration, {
        at,
        severity: "warning",
        message: `This comment has no effect: ${detail}.`,
        advice: `Expected ${expected}.`,
        subject: { key: `${file} ${detail}` },
      }),
    ),
    ...ignores
      .filter((ignore) => other !== null && isAdded(ignore, other))
      .map(({ at, rule, reason }) =>
        findingOf(configuration, {
          at,
          severity: "notice",
          message: `This change ignores \`${rule}\` in this file: ${reason.replaceAll("`", "'")}.`,
          advice: null,
          subject: { key: `${file} ignores ${rule}` },
        }),
      ),
  ];
}
