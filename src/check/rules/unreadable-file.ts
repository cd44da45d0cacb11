import type { Problem } from "../../model/problem.ts";
import { stopsText } from "../consequence.ts";
import { failsWith, findingOf, problemsOf } from "../findings.ts";
import type { Rule } from "../rule.ts";

type Unreadable = Extract<Problem, { kind: "unreadable-file" }>;

const REASONS: Readonly<Record<Unreadable["why"], { readonly what: string; readonly advice: string }>> = {
  "not-utf8": { what: "is no UTF-8", advice: "Save the file as UTF-8." },
  missing: { what: "cannot be read", advice: "Check that the file is committed." },
  "too-large": { what: "is too large to be reviewed", advice: "Keep task files below 5 MiB." },
  lfs: { what: "is kept in Git LFS, which is not followed", advice: "Keep task files in git itself." },
  symlink: { what: "is a symbolic link, which is not followed", advice: "Put the file itself into the folder." },
  submodule: { what: "is a submodule, which is not followed", advice: "Put the files themselves into the folder." },
};

/** Text as an editor that knows no UTF-8 writes it. */
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

export const unreadableFile: Rule = {
  name: "unreadable-file",
  severity: "error",
  effect: "fails",
  summary: "a task file or METADATA.yml that is no UTF-8, or whose content cannot be had",
  explains:
    "gusty opens task files as UTF-8 text and raises at the first byte that is none. A file in Git LFS, behind a symbolic link or larger than 5 MiB is not read by Windsock at all: that is a notice, since only the machine that runs Airflow knows what it holds.",
  source: "absql/files/parsers.py, frontmatter_load",
  wrong: {
    shows: "dags/bakery/knead.yml",
    files: {
      "dags/bakery/knead.yml": latin1(
        "operator: airflow.operators.bash.BashOperator\nbash_command: echo bön appétit\n",
      ),
    },
  },
  right: {
    shows: "dags/bakery/knead.yml",
    files: {
      "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bön appétit\n",
    },
  },
  check: ({ project }) =>
    problemsOf(project, "unreadable-file").map(({ problem, dag }) => {
      const { what, advice } = REASONS[problem.why];
      const fails = problem.why === "not-utf8";
      const where = problem.byte === undefined ? "" : ` (byte ${problem.byte + 1} is the first wrong one)`;
      const consequence = dag && fails ? `. ${stopsText(project, dag)}` : ", so its task is known by name only";
      const { subject, stops } = failsWith(project, dag, problem.at);
      return findingOf(unreadableFile, {
        at: problem.at,
        severity: fails ? "error" : "notice",
        effect: fails ? "fails" : "surprises",
        message: `\`${problem.at.file}\` ${what}${where}${consequence}.`,
        advice,
        subject,
        stops: fails ? stops : [],
      });
    }),
};
