export const id = 278;
export const ids = [278];
export const modules = {

/***/ 34278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: ./node_modules/commander/index.js + 6 modules
var commander = __webpack_require__(67375);
// EXTERNAL MODULE: ./build/model/tool-version.js
var tool_version = __webpack_require__(96327);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
// EXTERNAL MODULE: ./build/snapshot/user-error.js
var user_error = __webpack_require__(35357);
;// CONCATENATED MODULE: ./build/cli/program.js



/** Formats of `review` and `check`, and of `graph`; the first of each is the default. */
const REVIEW_FORMATS = ["text", "markdown", "json", "html", "sarif", "junit", "github"];
const GRAPH_FORMATS = ["mermaid", "markdown", "svg", "png"];
const TRACE_FORMATS = ["text", "markdown", "json"];
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
function createProgram(host, finish) {
    const program = new commander/* Command */.uB("windsock")
        .description("Reviews gusty projects: compiles their DAGs to plain Airflow Python, checks them, and says what a change does.")
        .version(tool_version/* VERSION */.x, "-V, --version", "print the version")
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
            write(`windsock: ${(0,visible/* visibleLine */.P8)(line)}. Run: windsock --help\n`);
        },
    });
    withCommon(program
        .command("review")
        .description("Compare two versions: what changes, and what is wrong. Default: where the default branch and the current commit part, against the working tree.")
        .option("--base <ref>", "the branch or commit to merge into; compared is where head left it (default: the default branch)")
        .option("--head <ref>", "the version to review (default: the working tree, uncommitted files included)")
        .option("--worktree", "review the working tree, which is the default")
        .addOption(formatOption(REVIEW_FORMATS))
        .option("--open", "with --format html: show the report in the browser"))
        .addHelpText("after", EXIT_CODES)
        .action(async (options) => finish(await (await Promise.all(/* import() */[__webpack_require__.e(450), __webpack_require__.e(651), __webpack_require__.e(607), __webpack_require__.e(602), __webpack_require__.e(978), __webpack_require__.e(191), __webpack_require__.e(853), __webpack_require__.e(190), __webpack_require__.e(90)]).then(__webpack_require__.bind(__webpack_require__, 8090))).review(host, options)));
    withCommon(program
        .command("check")
        .description("Findings of one version, without comparison. Also on a folder that is no git repository.")
        .argument("[path...]", "only what lies in these files or folders")
        .option("--ref <ref>", "the commit to check (default: the working tree)")
        .option("--fix", "write the safe fixes to the working tree, and report what is left")
        .option("--diff", "print the safe fixes as a diff; write nothing")
        .addOption(formatOption(REVIEW_FORMATS))
        .option("--open", "with --format html: show the report in the browser"))
        .addHelpText("after", EXIT_CODES)
        .action(async (paths, options) => finish(await (await Promise.all(/* import() */[__webpack_require__.e(450), __webpack_require__.e(651), __webpack_require__.e(607), __webpack_require__.e(602), __webpack_require__.e(978), __webpack_require__.e(191), __webpack_require__.e(853), __webpack_require__.e(190), __webpack_require__.e(765)]).then(__webpack_require__.bind(__webpack_require__, 82765))).check(host, paths, options)));
    withCommon(program
        .command("compile")
        .description("Write the plain Airflow Python of the DAGs, one file a DAG. A DAG that fails or is undecided is left out.")
        .requiredOption("--out <dir>", "the folder to write to; only files that Windsock wrote are ever replaced, none is removed")
        .option("--ref <ref>", "the commit to compile (default: the working tree)")
        .option("--dag <id...>", "only these DAGs")
        .option("--check", "write nothing; exit with 1 where the folder is not what would be written"), false)
        .addHelpText("after", EXIT_CODES)
        .action(async (options) => finish(await (await Promise.all(/* import() */[__webpack_require__.e(450), __webpack_require__.e(607), __webpack_require__.e(602), __webpack_require__.e(978), __webpack_require__.e(529)]).then(__webpack_require__.bind(__webpack_require__, 88529))).compile(host, options)));
    withCommon(program
        .command("graph")
        .description("Print DAGs as Mermaid: the named ones, those that a change touches, or the graph between all DAGs. As a picture by mermaid-cli and Chrome, where they are installed.")
        .argument("[dag...]", "ids of DAGs (default: the graph between DAGs)")
        .option("--changed", "the DAGs that change against --base, with what changes")
        .option("--base <ref>", "with --changed: the branch or commit to merge into (default: the default branch)")
        .option("--ref <ref>", "the commit to draw (default: the working tree)")
        .option("--nodes <number>", "fold regions above this many nodes (default: as configured, else 40)")
        .addOption(new commander/* Option */.c$("--direction <direction>", "left to right, or top to bottom").choices(["LR", "TB"]))
        .addOption(formatOption(GRAPH_FORMATS))).action(async (dags, options) => finish(await (await Promise.all(/* import() */[__webpack_require__.e(450), __webpack_require__.e(651), __webpack_require__.e(607), __webpack_require__.e(602), __webpack_require__.e(978), __webpack_require__.e(191), __webpack_require__.e(190), __webpack_require__.e(402), __webpack_require__.e(555)]).then(__webpack_require__.bind(__webpack_require__, 65555))).graph(host, dags, options)));
    withCommon(program
        .command("why")
        .description("Say why a DAG, a task, a group or a value is as it is: which file, METADATA.yml, `default_args` or argument each value comes from, and what sets each dependency.")
        .argument("<name>", "DAG, DAG.TASK, DAG.GROUP, or one of these with .KEY")
        .option("--from <name>", "DAG.TASK: why it comes after this one, by the shortest way, through other DAGs too")
        .option("--ref <ref>", "the commit to look at (default: the working tree)")
        .addOption(formatOption(TRACE_FORMATS))).action(async (name, options) => finish(await (await Promise.all(/* import() */[__webpack_require__.e(450), __webpack_require__.e(112), __webpack_require__.e(607), __webpack_require__.e(602), __webpack_require__.e(266), __webpack_require__.e(751), __webpack_require__.e(578)]).then(__webpack_require__.bind(__webpack_require__, 10242))).why(host, name, options)));
    withCommon(program
        .command("impact")
        .description("Say what lies downstream of a task, a group or a DAG: in its own DAG, and in others with their owners.")
        .argument("<name>", "DAG.TASK, DAG.GROUP or DAG")
        .option("--ref <ref>", "the commit to look at (default: the working tree)")
        .addOption(formatOption(TRACE_FORMATS))).action(async (name, options) => finish(await (await Promise.all(/* import() */[__webpack_require__.e(450), __webpack_require__.e(112), __webpack_require__.e(607), __webpack_require__.e(602), __webpack_require__.e(266), __webpack_require__.e(751), __webpack_require__.e(776)]).then(__webpack_require__.bind(__webpack_require__, 73332))).impact(host, name, options)));
    withCommon(program
        .command("verify")
        .description("RUNS THE PROJECT'S CODE. Load the DAGs of the working tree through gusty and through the generated Python, with your own Python and Airflow, and print every difference. Only for code and an environment that you trust; no review ever does this.")
        .argument("[dag...]", "ids of DAGs (default: all)")
        .option("--python <path>", "the Python in which Airflow and gusty are installed (default: that of the active virtual environment, else python3)"))
        .addHelpText("after", EXIT_CODES)
        .action(async (dags, options) => finish(await (await Promise.all(/* import() */[__webpack_require__.e(450), __webpack_require__.e(607), __webpack_require__.e(602), __webpack_require__.e(978), __webpack_require__.e(987)]).then(__webpack_require__.bind(__webpack_require__, 70987))).verify(host, dags, options)));
    withCommon(program
        .command("baseline")
        .description("Accept today's findings: write the file that `baseline:` in windsock.yml names, or .windsock-baseline.json. Only findings that come later gate.")
        .option("--ref <ref>", "the commit whose findings are accepted (default: the working tree)")).action(async (options) => finish(await (await Promise.all(/* import() */[__webpack_require__.e(450), __webpack_require__.e(651), __webpack_require__.e(607), __webpack_require__.e(602), __webpack_require__.e(978), __webpack_require__.e(191), __webpack_require__.e(853), __webpack_require__.e(885)]).then(__webpack_require__.bind(__webpack_require__, 88885))).baseline(host, options)));
    withCommon(program
        .command("stats")
        .description("Count findings, ignores and accepted findings by rule: which rule cries wolf here. As a table, or with --format json.")
        .option("--ref <ref>", "the commit to look at (default: the working tree)")
        .addOption(formatOption(["text", "json"]))).action(async (options) => finish(await (await Promise.all(/* import() */[__webpack_require__.e(450), __webpack_require__.e(651), __webpack_require__.e(607), __webpack_require__.e(602), __webpack_require__.e(978), __webpack_require__.e(191), __webpack_require__.e(853), __webpack_require__.e(899)]).then(__webpack_require__.bind(__webpack_require__, 31899))).stats(host, options)));
    withCommon(program
        .command("migrate")
        .description("Take DAGs from gusty to plain Python in one change: writes their generated files, takes them out of the entry point, and declares their folders in windsock.yml. Ids stay, and so does the run history.")
        .argument("<dag...>", "ids of DAGs")
        .option("--dry-run", "print the change as a patch and write nothing"), false)
        .addHelpText("after", EXIT_CODES)
        .action(async (dags, options) => finish(await (await Promise.all(/* import() */[__webpack_require__.e(450), __webpack_require__.e(731), __webpack_require__.e(607), __webpack_require__.e(602), __webpack_require__.e(978), __webpack_require__.e(486)]).then(__webpack_require__.bind(__webpack_require__, 99486))).migrate(host, dags, options)));
    withCommon(program
        .command("init")
        .description("Write what a project needs to have its pull requests reviewed: the workflow for GitHub, windsock.yml where something has to be said, and lines of .gitattributes and .airflowignore for the generated Python. Replaces nothing, and says what it found and did.")
        .option("--action <place>", "what `uses:` of the workflow names (default: OWNER/windsock@VERSION, to be filled in)")
        .option("--forks", "a workflow that also comments on pull requests from forks (pull_request_target)")
        .option("--dry-run", "print the change as a patch and write nothing"), false).action(async (options) => finish(await (await Promise.all(/* import() */[__webpack_require__.e(450), __webpack_require__.e(731), __webpack_require__.e(607), __webpack_require__.e(602), __webpack_require__.e(5)]).then(__webpack_require__.bind(__webpack_require__, 70005))).init(host, options)));
    withOutput(program.command("demo"))
        .description("Make a sample repository with a pull request in a temporary folder, review it, and say what to try next.")
        .option("--dir <dir>", "make it here instead; the folder must be empty or missing")
        .action(async (options) => finish(await (await Promise.all(/* import() */[__webpack_require__.e(450), __webpack_require__.e(651), __webpack_require__.e(607), __webpack_require__.e(602), __webpack_require__.e(978), __webpack_require__.e(191), __webpack_require__.e(853), __webpack_require__.e(190), __webpack_require__.e(794)]).then(__webpack_require__.bind(__webpack_require__, 45794))).demo(host, options)));
    withCommon(program
        .command("explain")
        .description("Print the page of a rule, or the source line that a line of generated Python comes from.")
        .argument("<what>", "a rule's name, as reports show it, or FILE.py:LINE")
        .option("--ref <ref>", "for FILE.py:LINE: the commit to compile (default: the working tree)")).action(async (what, options) => finish(await (await Promise.all(/* import() */[__webpack_require__.e(450), __webpack_require__.e(651), __webpack_require__.e(607), __webpack_require__.e(602), __webpack_require__.e(978), __webpack_require__.e(191), __webpack_require__.e(853), __webpack_require__.e(188)]).then(__webpack_require__.bind(__webpack_require__, 31188))).explain(host, what, options)));
    program
        .command("serve")
        .description("Run the bot: a GitHub App that reviews pull requests. docs/bot.md has its settings.")
        .option("--setup", "make the App on GitHub in your browser, and store its credentials in the data folder")
        .option("--organization <name>", "with --setup: the organization that shall own the App (default: you)")
        .action(async (options) => finish(await (await __webpack_require__.e(/* import() */ 542).then(__webpack_require__.bind(__webpack_require__, 16542))).serveBot(host, options)));
    program
        .command("serve-review", { hidden: true })
        .description("The process of one review of the bot.")
        .action(async () => finish(await (await __webpack_require__.e(/* import() */ 542).then(__webpack_require__.bind(__webpack_require__, 16542))).serveReview()));
    program
        .command("rules")
        .description("List the rules.")
        .action(async () => finish(await (await Promise.all(/* import() */[__webpack_require__.e(450), __webpack_require__.e(651), __webpack_require__.e(607), __webpack_require__.e(602), __webpack_require__.e(978), __webpack_require__.e(191), __webpack_require__.e(853), __webpack_require__.e(188)]).then(__webpack_require__.bind(__webpack_require__, 31188))).listRules(host)));
    return program;
}
function formatOption(formats) {
    const [first = ""] = formats;
    return new commander/* Option */.c$("--format <format>", "how to print it").choices(formats).default(first);
}
const withOutput = (command) => command
    .addOption(new commander/* Option */.c$("--color <when>", "colours in text").choices(["auto", "always", "never"]).default("auto"))
    .option("-q, --quiet", "nothing on standard error but errors")
    .option("--debug", "timing and stack traces on standard error");
function withCommon(command, output = true) {
    command
        .option("-C, --repo <dir>", "the repository or folder (default: the repository of the current folder)")
        .option("--config <file>", "the configuration (default: windsock.yml of the base, or of the version that is read)")
        .addOption(new commander/* Option */.c$("--airflow <major>", "the Airflow to compile for (default: found in the repository)").choices([
        "2",
        "3",
    ]))
        .option("--deployment <root>", "of several deployments only the one with this root (default: all of them)");
    if (output)
        command.option("-o, --output <file>", "write to a file instead of standard output");
    return withOutput(command);
}

;// CONCATENATED MODULE: ./build/cli/run.js





/**
 * Runs one command line. Gives the exit code: 0 nothing gates, 1 findings gate, 2 the command or its input is wrong,
 * 3 a defect of Windsock itself.
 */
async function runCli(args, host) {
    let code = 0;
    const program = createProgram(host, (result) => {
        code = result;
    });
    try {
        await program.parseAsync(args, { from: "user" });
        return code;
    }
    catch (error) {
        // Commander has said what is wrong, or has shown the help.
        if (error instanceof commander/* CommanderError */.b7)
            return error.exitCode === 0 ? 0 : 2;
        const debug = args.includes("--debug");
        if (error instanceof user_error/* UserError */.y) {
            host.err(`windsock: ${(0,visible/* visibleLine */.P8)(error.hint === null ? error.message : `${error.message}. ${error.hint}`)}\n`);
            if (debug)
                host.err(`${(0,visible/* visibleLines */.gB)(error.stack ?? "")}\n`);
            return 2;
        }
        const found = systemError(error);
        if (found !== null) {
            host.err(`windsock: ${(0,visible/* visibleLine */.P8)(found)}\n`);
            return 2;
        }
        const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
        host.err(`windsock: this is a defect of Windsock ${tool_version/* VERSION */.x}. Please report it, with the lines below.\n`);
        host.err(`${(0,visible/* visibleLines */.gB)(`windsock ${args.join(" ")}\nnode ${process.version} ${process.platform}\n${stack}`)}\n`);
        return 3;
    }
}
/** A file or folder that the system refuses, in words. */
function systemError(error) {
    if (!(error instanceof Error) || !("code" in error) || !("path" in error))
        return null;
    const words = {
        EACCES: "may not be read or written",
        EPERM: "may not be read or written",
        EROFS: "lies on a disk that is read only",
        ENOSPC: "cannot be written: the disk is full",
        EISDIR: "is a folder",
        ENOTDIR: "lies below something that is no folder",
        ENOENT: "does not exist",
    };
    const word = words[String(error.code)];
    return word === undefined ? null : `\`${String(error.path)}\` ${word}`;
}


/***/ }),

/***/ 6257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P8: () => (/* binding */ visibleLine),
/* harmony export */   gB: () => (/* binding */ visibleLines),
/* harmony export */   ml: () => (/* binding */ shorten)
/* harmony export */ });
/**
 * Characters that show nothing, or change how others are shown: controls, format characters (zero-width, bidirectional,
 * tags), line and paragraph separators, halves of surrogate pairs, and what Unicode lists as ignorable by default;
 * not the selector that makes a sign an emoji.
 */
const UNSEEN = /(?!\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
function escapeOf(character) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x100)
        return `\\x${code.toString(16).padStart(2, "0")}`;
    if (code < 0x10000)
        return `\\u${code.toString(16).padStart(4, "0")}`;
    return `\\U${code.toString(16).padStart(8, "0")}`;
}
/** One line of text in which nothing is hidden: line breaks and tabs become spaces, unseen characters their Python escapes. */
const visibleLine = (text) => text.replace(/\r\n|[\t\n\r]/g, " ").replace(UNSEEN, escapeOf);
/** The same for text of several lines: line breaks become LF, tabs stay. */
const visibleLines = (text) => text
    .replace(/\r\n?/g, "\n")
    .split(/([\n\t])/)
    .map((part) => (part === "\n" || part === "\t" ? part : part.replace(UNSEEN, escapeOf)))
    .join("");
/** At most `limit` code points of a line, and an ellipsis in place of the rest. */
function shorten(text, limit) {
    if (text.length <= limit)
        return text;
    const points = Array.from(text.slice(0, 2 * limit + 2));
    return points.length <= limit ? text : `${points.slice(0, Math.max(1, limit - 1)).join("")}…`;
}


/***/ }),

/***/ 35357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ UserError)
/* harmony export */ });
/** What is wrong with the input or the surroundings, in one line, and what to do. The command line exits with 2. */
class UserError extends Error {
    hint;
    constructor(message, hint = null) {
        super(message);
        this.name = "UserError";
        this.hint = hint;
    }
}


/***/ })

};
