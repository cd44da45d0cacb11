import { nearest } from "../config/nearest.ts";
import { RULE_NAMES } from "../config/rule-names.ts";
import { GENERATED_MARK } from "../emit/preamble.ts";
import type { Finding } from "../model/finding.ts";
import type { Path } from "../model/path.ts";
import type { Project } from "../model/project.ts";
import type { Span } from "../model/span.ts";

/** One comment `# windsock: ignore RULE reason` of a file of a DAG. It holds for that rule in that file. */
export interface Ignore {
  readonly rule: string;
  readonly reason: string;
  readonly at: Span;
}

/** What is wrong with such a comment, so that it ignores nothing. */
export interface BrokenIgnore {
  readonly at: Span;
  readonly detail: string;
  readonly expected: string;
}

/** More comments than these are not read in one file. */
const MOST = 100;
const COMMENT = /#[ \t]{0,20}windsock:[ \t]{0,20}([^\n\r"\\]{0,300})/g;

/** The comments of one file that ignore a rule, and those that try to. */
export function ignoresIn(
  file: Path,
  text: string,
): { readonly ignores: readonly Ignore[]; readonly broken: readonly BrokenIgnore[] } {
  const ignores: Ignore[] = [];
  const broken: BrokenIgnore[] = [];
  if (!text.includes("windsock:")) return { ignores, broken };
  for (const match of [...text.matchAll(COMMENT)].slice(0, MOST)) {
    const at = { file, start: match.index, end: match.index + match[0].trimEnd().length };
    const [command = "", rule = "", ...words] = (match[1] ?? "").trim().split(/[ \t]+/);
    const reason = words.join(" ");
    const complain = (detail: string, expected: string) => broken.push({ at, detail, expected });
    if (command !== "ignore") complain(`there is no \`windsock: ${command}\``, "`# windsock: ignore RULE reason`");
    else if (!RULE_NAMES.includes(rule)) {
      const near = nearest(rule, RULE_NAMES);
      complain(
        `there is no rule \`${rule}\``,
        near === null ? "the name of a rule, as `windsock rules` lists them" : `\`${near}\``,
      );
    } else if (reason === "") complain(`the ignore of \`${rule}\` gives no reason`, "a reason behind the rule's name");
    else ignores.push({ rule, reason, at });
  }
  return { ignores, broken };
}

/** The files of a project in which such comments count: those of its DAGs that a person writes. */
export function ignoringFiles(project: Project): readonly Path[] {
  const files = project.dags.flatMap((dag) => dag.files);
  return [...new Set(files)].filter((file) => {
    const text = project.texts.get(file) ?? "";
    return text.includes("windsock:") && !text.startsWith(GENERATED_MARK);
  });
}

/** Findings that comments of their own file lift, apart from the others. */
export interface Sifted {
  readonly findings: readonly Finding[];
  readonly ignored: readonly { readonly finding: Finding; readonly reason: string }[];
}

/**
 * Takes out what the files themselves ignore. `other` is the version before, where `project` is the one after a change:
 * a comment that the change adds lifts no error of effect `fails`, unless `ignore-fails: true` says so.
 */
export function siftIgnored(project: Project, other: Project | null, findings: readonly Finding[]): Sifted {
  const byFile = new Map(
    ignoringFiles(project).map((file) => [file, ignoresIn(file, project.texts.get(file) ?? "").ignores]),
  );
  if (byFile.size === 0) return { findings, ignored: [] };
  const ignored: { finding: Finding; reason: string }[] = [];
  const kept = findings.filter((finding) => {
    const found = byFile.get(finding.at.file)?.find((ignore) => ignore.rule === finding.rule);
    if (!found) return true;
    const guarded = finding.effect === "fails" && finding.severity === "error" && !project.config.ignoreFails;
    if (guarded && other && isAdded(found, other)) return true;
    ignored.push({ finding, reason: found.reason });
    return false;
  });
  return { findings: kept, ignored };
}

/** True for a comment that the version before does not have in that file. */
export function isAdded(ignore: Ignore, other: Project): boolean {
  const before = ignoresIn(ignore.at.file, other.texts.get(ignore.at.file) ?? "").ignores;
  return !before.some((old) => old.rule === ignore.rule);
}
