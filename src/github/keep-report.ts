import type { Artifact } from "../report/links.ts";
import type { Pace } from "./pace.ts";
import type { ReportFiles } from "./report-files.ts";
import { type ArtifactService, uploadArtifact } from "./upload-artifact.ts";

/** The longest that keeping artifacts may take: a comment should not wait for it for long. In milliseconds. */
const LONGEST = 60_000;

/** What became of the artifacts. */
export interface KeptReport {
  readonly artifacts: readonly Artifact[];
  /** One line of why there are none here, where that is no fault. */
  readonly notice: string | null;
  /** At most one line: what went wrong, and what to do. */
  readonly trouble: readonly string[];
}

/** Where no artifact is asked for. */
export const NOTHING_KEPT: KeptReport = { artifacts: [], notice: null, trouble: [] };

/** Keeps the report's HTML and JSON as artifacts of the run whose page is `runPage`. Never throws. */
export async function keepReport(
  service: ArtifactService | null,
  runPage: string | null,
  name: string,
  texts: Omit<ReportFiles, "markdown">,
  pace: Pace,
): Promise<KeptReport> {
  const none = "so the report is not kept as an artifact";
  if (service === null || runPage === null) {
    return { artifacts: [], notice: `this runner offers no artifact service, ${none}`, trouble: [] };
  }
  const files = [
    { label: "HTML", name: `${name}.html`, type: "text/html", content: texts.html },
    { label: "JSON", name: `${name}.json`, type: "application/json", content: texts.json },
  ] as const;
  const limits = {
    second: pace.second,
    answer: pace.answer,
    deadline: AbortSignal.timeout(Math.min(LONGEST, pace.all)),
  };
  const kept = await Promise.all(
    files.map(async ({ label, content, ...file }) => {
      const outcome = await uploadArtifact(service, { ...file, content: new TextEncoder().encode(content) }, limits);
      return { label, outcome };
    }),
  );
  const artifacts = kept.flatMap(({ label, outcome }) =>
    outcome.ok ? [{ label, url: `${runPage}/artifacts/${outcome.id}` }] : [],
  );
  const failed = kept.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome]));
  const [first] = failed;
  if (first === undefined) return { artifacts, notice: null, trouble: [] };
  if (failed.every(({ absent }) => absent)) {
    return { artifacts, notice: `this server has no artifact service, ${none}`, trouble: [] };
  }
  const trouble = `Windsock could not keep the report as an artifact (${first.why}). It is in the job summary; \`artifact: false\` turns this off.`;
  return { artifacts, notice: null, trouble: [trouble] };
}
