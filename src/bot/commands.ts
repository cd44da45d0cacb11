import { nearest } from "../config/nearest.ts";

/** One command that people may give in comments. */
export interface CommandSpec {
  readonly word: string;
  /** What follows the word. */
  readonly takes: string;
  readonly does: string;
  /** `write`: it changes something, so GitHub is asked whether the person may write. */
  readonly who: "everybody" | "write";
}

/** The commands, in the order of the help. docs/bot.md lists the same. */
export const COMMANDS: readonly CommandSpec[] = [
  { word: "help", takes: "", does: "shows this", who: "everybody" },
  { word: "review", takes: "", does: "reviews the newest commit once more", who: "write" },
  { word: "fix", takes: "", does: "commits the safe fixes of what this pull request brings", who: "write" },
  { word: "commit", takes: "", does: "commits the generated Python", who: "write" },
  {
    word: "accept",
    takes: "FINGERPRINT reason",
    does: "lets a finding pass in this pull request, until it says something else",
    who: "write",
  },
  { word: "unaccept", takes: "FINGERPRINT", does: "takes that back", who: "write" },
  {
    word: "why",
    takes: "DAG.TASK",
    does: "says where each value and dependency comes from; `DAG.TASK.KEY` asks for one value, `--from DAG.TASK` for the way from there",
    who: "everybody",
  },
  { word: "impact", takes: "DAG.TASK", does: "says what lies downstream, in other DAGs too", who: "everybody" },
  { word: "graph", takes: "DAG", does: "draws a DAG; without a name, the graph between DAGs", who: "everybody" },
  { word: "diff", takes: "DAG", does: "shows how the generated Python of a DAG differs", who: "everybody" },
];

/** The command of that word, or `null`. */
export const commandSpec = (word: string): CommandSpec | null => COMMANDS.find((one) => one.word === word) ?? null;

const usage = ({ word, takes }: CommandSpec): string => `/windsock ${word}${takes === "" ? "" : ` ${takes}`}`;

/** What people may say, as Markdown. */
export const HELP = [
  "Commands, each on a line of its own in a new comment:",
  "",
  "| command | what it does | who may |",
  "|---|---|---|",
  ...COMMANDS.map(
    (spec) =>
      `| \`${usage(spec)}\` | ${spec.does} | ${spec.who === "write" ? "those with write access" : "everybody"} |`,
  ),
  "",
  "Answers stand at the end of the report. Fingerprints stand behind its findings.",
].join("\n");

/** The answer to a word that is no command, as Markdown. The word is shown only where it is harmless. */
export function unknownCommand(word: string): string {
  const near = nearest(
    word,
    COMMANDS.map((one) => one.word),
  );
  const said = /^[a-z][a-z-]{0,30}$/.test(word) ? `There is no command \`${word}\`.` : "There is no such command.";
  return `${said}${near === null ? "" : ` Did you mean \`/windsock ${near}\`?`}\n\n${HELP}`;
}

/** The answer to a command with the wrong words behind it, as Markdown. */
export const wrongUse = (spec: CommandSpec, why: string): string => `${why} Write it so: \`${usage(spec)}\``;
