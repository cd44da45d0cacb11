import { readProject } from "../../src/build/read-project.ts";
import { checkProject } from "../../src/check/check-project.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { AirflowMajor } from "../../src/model/version.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { beforeOf, filesOf } from "../support/rule-example.ts";

type Files = Readonly<Record<string, string>>;

/** A task that runs `echo`, with more lines of YAML behind it. */
export const bash = (...lines: readonly string[]): string =>
  ["operator: airflow.operators.bash.BashOperator", "bash_command: echo", ...lines, ""].join("\n");

/** What one rule finds in a project; `before` are the files that the change differs in, as they were. */
export async function find(
  rule: string,
  files: Files,
  options: { readonly before?: Readonly<Record<string, string | null>>; readonly airflow?: AirflowMajor } = {},
): Promise<readonly Finding[]> {
  const example = { files, shows: "", ...options };
  const before = beforeOf(example);
  const project = await readProject(memorySnapshot(filesOf(example)));
  const other = before ? await readProject(memorySnapshot(before)) : null;
  return checkProject(project, other).filter((finding) => finding.rule === rule);
}

/** The text that a finding points at, and what it says. */
export const said = (files: Files, findings: readonly Finding[]): readonly (readonly [string, string])[] =>
  findings.map(({ at, message }) => [files[at.file]?.slice(at.start, at.end) ?? "", message]);

/** A file with the edits of a finding's fix. */
export function fixed(files: Files, finding: Finding | undefined): Files {
  const texts: Record<string, string> = { ...files };
  for (const { at, text } of [...(finding?.fix?.edits ?? [])].sort((a, b) => b.at.start - a.at.start)) {
    const old = texts[at.file] ?? "";
    texts[at.file] = old.slice(0, at.start) + text + old.slice(at.end);
  }
  return texts;
}
