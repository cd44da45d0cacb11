import { compileCommand } from "../../config/deployments.ts";
import { emitDag } from "../../emit/emit-dag.ts";
import { sourceLineOf } from "../../emit/source-line-of.ts";
import type { Finding } from "../../model/finding.ts";
import type { Project } from "../../model/project.ts";
import type { Span } from "../../model/span.ts";
import { findingOf } from "../findings.ts";
import { generatedExample } from "../generated-example.ts";
import { type CommittedFile, committedFiles } from "../generated-files.ts";
import type { Rule } from "../rule.ts";
import { isOpen } from "../sites-open.ts";

export const generatedStale: Rule = {
  name: "generated-stale",
  severity: "error",
  effect: "surprises",
  summary: "committed generated Python that is not what the sources give",
  explains:
    "Where the generated files are committed, Airflow runs what stands in them. A file that was edited by hand, not written again after a change of its sources, or merged line by line is another DAG than the one that is reviewed. Compared is every file of the folder of generated Python that begins with Windsock's mark, byte for byte, line ends aside. Where `windsock.yml` has `generated.commit`, a DAG without such a file is stale too.",
  source: "Windsock's own promise: the generated file is the DAG",
  wrong: {
    shows: "generated/bakery.py",
    files: {
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
      "generated/bakery.py": generatedExample("echo knead twice"),
    },
  },
  right: {
    shows: "generated/bakery.py",
    files: {
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
      "generated/bakery.py": generatedExample("echo knead"),
    },
  },
  check: ({ project }) => [
    ...committedFiles(project).flatMap((committed) => {
      const dags = project.dags.filter((dag) => dag.id === committed.dag);
      const [dag] = dags;
      if (!dag) return isOpen(project) ? [] : [leftBehind(committed)];
      if (dags.length > 1) return [];
      const emitted = emitDag(dag, { directory: project.config.generated.directory, texts: project.texts });
      if (!emitted.ok || emitted.file.text === committed.text) return [];
      const { at, count, line } = difference(committed, emitted.file.text, project);
      const from = sourceLineOf(emitted.file, line);
      return [
        findingOf(generatedStale, {
          at,
          message: `This is not what the files of \`${dag.site.folder}\` give: ${count} of its lines ${count === 1 ? "differs" : "differ"} from here on.`,
          advice: `Write it again: \`${compileCommand(project.config)}\`. What was changed here by hand belongs into the sources.`,
          related: from ? [{ at: from.source, message: "what this line is made from" }] : [],
          subject: { dag: dag.id },
        }),
      ];
    }),
    ...missingFiles(project),
  ],
};

/** Where the generated files are to be committed, a DAG whose file is not there or is somebody else's. */
function missingFiles(project: Project): readonly Finding[] {
  const { directory, commit } = project.config.generated;
  if (commit === "off") return [];
  const known = new Set(committedFiles(project).map(({ file }) => file));
  return project.dags.flatMap((dag) => {
    const emitted = emitDag(dag, { directory, texts: project.texts });
    if (!emitted.ok || known.has(emitted.file.path)) return [];
    const foreign = project.texts.has(emitted.file.path);
    return [
      findingOf(generatedStale, {
        at: dag.site.declared,
        message: foreign
          ? `\`${emitted.file.path}\` is not written by Windsock, and stands where the generated Python of \`${dag.id}\` belongs.`
          : `The generated Python of \`${dag.id}\` is not committed: there is no \`${emitted.file.path}\`.`,
        advice: foreign
          ? "Move that file away, or choose another `generated.directory`."
          : `Write it: \`${compileCommand(project.config)}\`, and commit it.`,
        subject: { dag: dag.id },
      }),
    ];
  });
}

const leftBehind = (committed: CommittedFile) =>
  findingOf(generatedStale, {
    at: { file: committed.file, start: 0, end: 0 },
    message: `No folder gives the DAG \`${committed.dag}\` any more, and Airflow still finds it in this file.`,
    advice: "Delete the file.",
    subject: { dag: committed.dag },
  });

/** The first line that differs (`line` is 1-based), and how many do, of those at the same place. */
function difference(
  committed: CommittedFile,
  wanted: string,
  project: Project,
): { at: Span; count: number; line: number } {
  const [have, want] = [committed.text.split("\n"), wanted.split("\n")];
  const differs = Array.from({ length: Math.max(have.length, want.length) }, (_, line) => have[line] !== want[line]);
  const first = Math.min(differs.indexOf(true), Math.max(0, have.length - 1));
  const lines = (project.texts.get(committed.file) ?? committed.text).split("\n");
  const start = lines.slice(0, first).reduce((sum, line) => sum + line.length + 1, 0);
  const end = start + (lines[first] ?? "").replace(/\r$/, "").length;
  return { at: { file: committed.file, start, end }, count: differs.filter(Boolean).length, line: first + 1 };
}
