import { clause, findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

export const configuration: Rule = {
  name: "configuration",
  severity: "error",
  effect: "policy",
  summary: "something in `windsock.yml` that Windsock does not understand",
  explains:
    "The configuration is strict: a key that means nothing is more likely a slip than a wish. In a review it is read from the base, so a mistake that is merged gates nothing new, and one that a pull request adds shows up after merging. A key of a later version is a notice.",
  source: "Windsock's own configuration, docs/configuration.md",
  wrong: {
    shows: "windsock.yml",
    files: { "windsock.yml": "rule:\n  unknown-dependency: error\n" },
  },
  right: {
    shows: "windsock.yml",
    files: { "windsock.yml": "rules:\n  unknown-dependency: error\n" },
  },
  check: ({ project }) =>
    problemsOf(project, "configuration").map(({ problem }) =>
      findingOf(configuration, {
        at: problem.at,
        severity: problem.later ? "notice" : "error",
        message: `\`${problem.at.file}\`: ${clause(problem.detail)}.`,
        advice: `Expected ${clause(problem.expected)}.`,
        subject: { key: problem.detail },
      }),
    ),
};
