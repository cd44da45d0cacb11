import { Command, Option } from "commander";
import { VERSION } from "../model/tool-version.ts";
import { visibleLine } from "../report/visible.ts";
import type { Host } from "./host.ts";

/** Formats of `review` and `check`, and of `graph`; the first of each is the default. */
export const REVIEW_FORMATS = ["text", "markdown", "json", "html", "sarif", "junit", "github"] as const;
export const GRAPH_FORMATS = ["mermaid", "markdown", "svg", "png"] as const;
const TRACE_FORMATS = ["text", "markdown", "json"] as const;

const EXIT_CODES = `
Exit codes: 0 nothing gates, 1 findings gate (or what is compiled is stale, left out or differs), 2 the command or its
input is wrong, 3 a defect of Windsock.`;

const EXAMPLES = `
Each command has its own help: windsock review --help

Examples:
  windsock demo                          a sample repository with a pull request, reviewed
  windsock review                        what the pull request of this working copy would show
  windsock review --base main --head my-branch --format markdown --output review.md
  windsock check dags/sales              findings of the working copy, no comparison
  windsock compile --out generated       the plain Airflow Python of every DAG
  windsock graph sales                   Mermaid of one DAG; without a name, of the graph between DAGs
  windsock why sales.load.retries        where a value comes from
  windsock impact sales.load             what lies downstream, in other DAGs too
  windsock review --format html --open   the report to look around in
  windsock explain generated/sales.py:8  the source line that it comes from`;

/** Declares every command. Each loads its own code when it is run; `finish` gets its exit code. */
export function createProgram(host: Host, finish: (code: number) => void): Command {
  const program = new Command("windsock")
    .description(
      "Reviews gusty projects: compiles their DAGs to plain Airflow Python, checks them, and says what a change does.",
    )
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show the help of a command")
    .addHelpText("after", `${EXAMPLES}\n${EXIT_CODES}`)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.out(text),
      writeErr: (text) => host.err(text),
      outputError: (text, write) => {
        const line = text
          .trim()
          .replace(/^error: /, "")
          .replace(/\s*\n\s*/g, " ");
        write(`windsock: ${visibleLine(line)}. Run: windsock --help\n`);
      },
    });

  withCommon(
    program
      .command("review")
      .description(
        "Compare two versions: what changes, and what is wrong. Default: where the default branch and the current commit part, against the working tree.",
      )
      .option(
        "--base <ref>",
        "the branch or commit to merge into; compared is where head left it (default: the default branch)",
      )
      .option("--head <ref>", "the version to review (default: the working tree, uncommitted files included)")
      .option("--worktree", "review the working tree, which is the default")
      .addOption(formatOption(REVIEW_FORMATS))
      .option("--open", "with --format html: show the report in the browser"),
  )
    .addHelpText("after", EXIT_CODES)
    .action(async (options) => finish(await (await import("./commands/review.ts")).review(host, options)));

  withCommon(
    program
      .command("check")
      .description("Findings of one version, without comparison. Also on a folder that is no git repository.")
      .argument("[path...]", "only what lies in these files or folders")
      .option("--ref <ref>", "the commit to check (default: the working tree)")
      .option("--fix", "write the safe fixes to the working tree, and report what is left")
      .option("--diff", "print the safe fixes as a diff; write nothing")
      .addOption(formatOption(REVIEW_FORMATS))
      .option("--open", "with --format html: show the report in the browser"),
  )
    .addHelpText("after", EXIT_CODES)
    .action(async (paths, options) => finish(await (await import("./commands/check.ts")).check(host, paths, options)));

  withCommon(
    program
      .command("compile")
      .description(
        "Write the plain Airflow Python of the DAGs, one file a DAG. A DAG that fails or is undecided is left out.",
      )
      .requiredOption(
        "--out <dir>",
        "the folder to write to; only files that Windsock wrote are ever replaced, none is removed",
      )
      .option("--ref <ref>", "the commit to compile (default: the working tree)")
      .option("--dag <id...>", "only these DAGs")
      .option("--check", "write nothing; exit with 1 where the folder is not what would be written"),
    false,
  )
    .addHelpText("after", EXIT_CODES)
    .action(async (options) => finish(await (await import("./commands/compile.ts")).compile(host, options)));

  withCommon(
    program
      .command("graph")
      .description(
        "Print DAGs as Mermaid: the named ones, those that a change touches, or the graph between all DAGs. As a picture by mermaid-cli and Chrome, where they are installed.",
      )
      .argument("[dag...]", "ids of DAGs (default: the graph between DAGs)")
      .option("--changed", "the DAGs that change against --base, with what changes")
      .option("--base <ref>", "with --changed: the branch or commit to merge into (default: the default branch)")
      .option("--ref <ref>", "the commit to draw (default: the working tree)")
      .option("--nodes <number>", "fold regions above this many nodes (default: as configured, else 40)")
      .addOption(new Option("--direction <direction>", "left to right, or top to bottom").choices(["LR", "TB"]))
      .addOption(formatOption(GRAPH_FORMATS)),
  ).action(async (dags, options) => finish(await (await import("./commands/graph.ts")).graph(host, dags, options)));

  withCommon(
    program
      .command("why")
      .description(
        "Say why a DAG, a task, a group or a value is as it is: which file, METADATA.yml, `default_args` or argument each value comes from, and what sets each dependency.",
      )
      .argument("<name>", "DAG, DAG.TASK, DAG.GROUP, or one of these with .KEY")
      .option("--from <name>", "DAG.TASK: why it comes after this one, by the shortest way, through other DAGs too")
      .option("--ref <ref>", "the commit to look at (default: the working tree)")
      .addOption(formatOption(TRACE_FORMATS)),
  ).action(async (name, options) => finish(await (await import("./commands/why.ts")).why(host, name, options)));

  withCommon(
    program
      .command("impact")
      .description(
        "Say what lies downstream of a task, a group or a DAG: in its own DAG, and in others with their owners.",
      )
      .argument("<name>", "DAG.TASK, DAG.GROUP or DAG")
      .option("--ref <ref>", "the commit to look at (default: the working tree)")
      .addOption(formatOption(TRACE_FORMATS)),
  ).action(async (name, options) => finish(await (await import("./commands/impact.ts")).impact(host, name, options)));

  withCommon(
    program
      .command("verify")
      .description(
        "RUNS THE PROJECT'S CODE. Load the DAGs of the working tree through gusty and through the generated Python, with your own Python and Airflow, and print every difference. Only for code and an environment that you trust; no review ever does this.",
      )
      .argument("[dag...]", "ids of DAGs (default: all)")
      .option(
        "--python <path>",
        "the Python in which Airflow and gusty are installed (default: that of the active virtual environment, else python3)",
      ),
  )
    .addHelpText("after", EXIT_CODES)
    .action(async (dags, options) => finish(await (await import("./commands/verify.ts")).verify(host, dags, options)));

  withCommon(
    program
      .command("baseline")
      .description(
        "Accept today's findings: write the file that `baseline:` in windsock.yml names, or .windsock-baseline.json. Only findings that come later gate.",
      )
      .option("--ref <ref>", "the commit whose findings are accepted (default: the working tree)"),
  ).action(async (options) => finish(await (await import("./commands/baseline.ts")).baseline(host, options)));

  withCommon(
    program
      .command("stats")
      .description(
        "Count findings, ignores and accepted findings by rule: which rule cries wolf here. As a table, or with --format json.",
      )
      .option("--ref <ref>", "the commit to look at (default: the working tree)")
      .addOption(formatOption(["text", "json"])),
  ).action(async (options) => finish(await (await import("./commands/stats.ts")).stats(host, options)));

  withCommon(
    program
      .command("migrate")
      .description(
        "Take DAGs from gusty to plain Python in one change: writes their generated files, takes them out of the entry point, and declares their folders in windsock.yml. Ids stay, and so does the run history.",
      )
      .argument("<dag...>", "ids of DAGs")
      .option("--dry-run", "print the change as a patch and write nothing"),
    false,
  )
    .addHelpText("after", EXIT_CODES)
    .action(async (dags, options) =>
      finish(await (await import("./commands/migrate.ts")).migrate(host, dags, options)),
    );

  withCommon(
    program
      .command("init")
      .description(
        "Write what a project needs to have its pull requests reviewed: the workflow for GitHub, windsock.yml where something has to be said, and lines of .gitattributes and .airflowignore for the generated Python. Replaces nothing, and says what it found and did.",
      )
      .option(
        "--action <place>",
        "what `uses:` of the workflow names (default: OWNER/windsock@VERSION, to be filled in)",
      )
      .option("--forks", "a workflow that also comments on pull requests from forks (pull_request_target)")
      .option("--dry-run", "print the change as a patch and write nothing"),
    false,
  ).action(async (options) => finish(await (await import("./commands/init.ts")).init(host, options)));

  withOutput(program.command("demo"))
    .description(
      "Make a sample repository with a pull request in a temporary folder, review it, and say what to try next.",
    )
    .option("--dir <dir>", "make it here instead; the folder must be empty or missing")
    .action(async (options) => finish(await (await import("./commands/demo.ts")).demo(host, options)));

  withCommon(
    program
      .command("explain")
      .description("Print the page of a rule, or the source line that a line of generated Python comes from.")
      .argument("<what>", "a rule's name, as reports show it, or FILE.py:LINE")
      .option("--ref <ref>", "for FILE.py:LINE: the commit to compile (default: the working tree)"),
  ).action(async (what, options) => finish(await (await import("./commands/explain.ts")).explain(host, what, options)));

  program
    .command("serve")
    .description("Run the bot: a GitHub App that reviews pull requests. docs/bot.md has its settings.")
    .option("--setup", "make the App on GitHub in your browser, and store its credentials in the data folder")
    .option("--organization <name>", "with --setup: the organization that shall own the App (default: you)")
    .action(async (options) => finish(await (await import("./commands/serve.ts")).serveBot(host, options)));

  program
    .command("serve-review", { hidden: true })
    .description("The process of one review of the bot.")
    .action(async () => finish(await (await import("./commands/serve.ts")).serveReview()));

  program
    .command("rules")
    .description("List the rules.")
    .action(async () => finish(await (await import("./commands/explain.ts")).listRules(host)));

  return program;
}

function formatOption(formats: readonly string[]): Option {
  const [first = ""] = formats;
  return new Option("--format <format>", "how to print it").choices(formats).default(first);
}

const withOutput = (command: Command): Command =>
  command
    .addOption(new Option("--color <when>", "colours in text").choices(["auto", "always", "never"]).default("auto"))
    .option("-q, --quiet", "nothing on standard error but errors")
    .option("--debug", "timing and stack traces on standard error");

function withCommon(command: Command, output = true): Command {
  command
    .option("-C, --repo <dir>", "the repository or folder (default: the repository of the current folder)")
    .option("--config <file>", "the configuration (default: windsock.yml of the base, or of the version that is read)")
    .addOption(
      new Option("--airflow <major>", "the Airflow to compile for (default: found in the repository)").choices([
        "2",
        "3",
      ]),
    )
    .option("--deployment <root>", "of several deployments only the one with this root (default: all of them)");
  if (output) command.option("-o, --output <file>", "write to a file instead of standard output");
  return withOutput(command);
}

export type ReviewFormat = (typeof REVIEW_FORMATS)[number];
export type TraceFormat = (typeof TRACE_FORMATS)[number];
export type GraphFormat = (typeof GRAPH_FORMATS)[number];
