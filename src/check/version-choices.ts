import type { Effect, Finding } from "../model/finding.ts";
import type { Project } from "../model/project.ts";
import type { VersionChoice, Versions } from "../model/version.ts";

/** Effects of which an error must be true whatever version runs. */
const CERTAIN: readonly Effect[] = ["fails", "dropped", "hangs"];

/**
 * The findings of a project that may run on several versions: an error that does not hold for all of them is a warning
 * that says for which it holds, and what would be an error only on another Airflow is added as such a warning.
 * `findAll` finds everything in a project compiled for one choice; `other` is the version compared with.
 */
export function acrossVersions(
  project: Project,
  other: Project | null,
  findAll: (project: Project, other: Project | null) => readonly Finding[],
): readonly Finding[] {
  const main = { choice: choiceOf(project.versions), findings: findAll(project, other) };
  const rest = (project.others ?? []).map((compiled) => {
    const choice = choiceOf(compiled.versions);
    const match = other?.others?.find((one) => isSame(choiceOf(one.versions), choice)) ?? other;
    return { choice, findings: findAll(compiled, match) };
  });
  if (rest.length === 0) return main.findings;
  const all = [main, ...rest].map((one) => ({ ...one, keys: new Set(one.findings.map(keyOf)) }));
  const lowered = main.findings.map((finding) => lower(finding, main.choice, all));
  const added = rest
    .filter(({ choice }) => choice.airflow !== main.choice.airflow)
    .flatMap(({ choice, findings }) =>
      findings
        .filter((finding) => isCertain(finding) && !all[0]?.keys.has(keyOf(finding)))
        .map((finding) => lower(finding, choice, all)),
    );
  return [...lowered, ...added];
}

const choiceOf = ({ airflow, gusty }: Versions): VersionChoice => ({ airflow: airflow.major, gusty: gusty.version });

const isSame = (a: VersionChoice, b: VersionChoice): boolean => a.airflow === b.airflow && a.gusty === b.gusty;

const isCertain = ({ effect, severity }: Finding): boolean => severity === "error" && CERTAIN.includes(effect);

/** What makes two findings the same one: words differ between versions, and ids too, such as those of sensors. */
const keyOf = ({ rule, at }: Finding): string => JSON.stringify([rule, at.file, at.start]);

function lower(
  finding: Finding,
  own: VersionChoice,
  all: readonly { readonly choice: VersionChoice; readonly keys: ReadonlySet<string> }[],
): Finding {
  const without = all.filter(({ keys }) => !keys.has(keyOf(finding)));
  const [first] = without;
  if (!isCertain(finding) || !first) return finding;
  const differs = first.choice.airflow !== own.airflow ? inAirflow : inGusty;
  const message = `${finding.message} Holds for ${differs(own)}, not for ${differs(first.choice)}, and the repository does not say which of them runs.`;
  return { ...finding, severity: "warning", message };
}

const inAirflow = ({ airflow }: VersionChoice): string => `Airflow ${airflow}`;

const inGusty = ({ gusty }: VersionChoice): string => (gusty === null ? "the newest gusty" : `gusty ${gusty}`);
