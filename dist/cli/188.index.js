export const id = 188;
export const ids = [188];
export const modules = {

/***/ 80824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ rulePages),
/* harmony export */   gd: () => (/* binding */ rulePage)
/* harmony export */ });
/* unused harmony export EFFECTS */
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77853);

/** What each effect means, as the pages and the README say it. */
const EFFECTS = {
    fails: "gusty or Airflow raises, and DAGs disappear",
    dropped: "what is written has no effect",
    hangs: "a task waits in vain",
    surprises: "it works otherwise than it reads",
    policy: "the project's own rule",
};
/** The pages of `docs/rules/`, file name and text: one a rule, and `README.md`, the list. */
function rulePages() {
    return new Map([
        ["README.md", listPage()],
        ..._rules_js__WEBPACK_IMPORTED_MODULE_0__/* .RULES */ .y.map((rule) => [`${rule.name}.md`, rulePage(rule)]),
    ]);
}
/** The page of one rule as Markdown. */
const rulePage = (rule) => `# ${rule.name}

${capital(rule.summary)}.

| default severity | effect |
|---|---|
| ${rule.severity} | *${rule.effect}*: ${EFFECTS[rule.effect]} |

${rule.explains}

Source: ${rule.source}

## Wrong

${shown(rule.wrong)}

## Right

${shown(rule.right)}
`;
const listPage = () => `# Rules

Each rule has a default severity and an effect. An **error** gates, a **warning** and a **notice** do not. \`rules:\` in
\`windsock.yml\` sets the severity of a rule, or turns it \`off\`.

| rule | default | effect | what it finds |
|---|---|---|---|
${_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .RULES */ .y.map((rule) => `| [${rule.name}](${rule.name}.md) | ${rule.severity} | ${rule.effect} | ${rule.summary} |`).join("\n")}

The effects:

${Object.entries(EFFECTS)
    .map(([effect, meaning]) => `- *${effect}*: ${meaning}`)
    .join("\n")}
`;
function shown(example) {
    const others = Object.keys(example.files).filter((file) => file !== example.shows);
    const content = example.files[example.shows] ?? "";
    const text = typeof content === "string" ? content : new TextDecoder().decode(content);
    const beside = others.length > 0 ? ` (beside ${others.map((file) => `\`${file}\``).join(", ")})` : "";
    return `\`${example.shows}\`${beside}\n\n\`\`\`${language(example.shows)}\n${text.trimEnd()}\n\`\`\``;
}
const language = (file) => ({ py: "python", sql: "sql", yml: "yaml" })[file.slice(file.lastIndexOf(".") + 1)] ?? "";
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);


/***/ }),

/***/ 31188:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explain: () => (/* binding */ explain),
  listRules: () => (/* binding */ listRules)
});

// EXTERNAL MODULE: ./build/check/rule-pages.js
var rule_pages = __webpack_require__(80824);
// EXTERNAL MODULE: ./build/check/rules.js + 70 modules
var rules = __webpack_require__(77853);
// EXTERNAL MODULE: ./build/snapshot/user-error.js
var user_error = __webpack_require__(35357);
// EXTERNAL MODULE: ./build/cli/pick-dags.js
var pick_dags = __webpack_require__(82840);
// EXTERNAL MODULE: ./build/cli/say.js
var cli_say = __webpack_require__(2486);
// EXTERNAL MODULE: ./build/cli/write-output.js
var write_output = __webpack_require__(55558);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/build/deployments.js
var deployments = __webpack_require__(27487);
// EXTERNAL MODULE: ./build/emit/emit-dag.js + 17 modules
var emit_dag = __webpack_require__(4978);
// EXTERNAL MODULE: ./build/emit/source-line-of.js
var source_line_of = __webpack_require__(84852);
// EXTERNAL MODULE: ./build/model/path.js
var model_path = __webpack_require__(68575);
// EXTERNAL MODULE: ./build/report/code-frame.js
var code_frame = __webpack_require__(55682);
// EXTERNAL MODULE: ./build/report/mask.js
var mask = __webpack_require__(92339);
// EXTERNAL MODULE: ./build/report/positions.js
var positions = __webpack_require__(70571);
;// CONCATENATED MODULE: ./build/report/source-line.js
/**
 * The part of a source's place that makes one of the generated lines: where text of several lines is written as so many
 * lines, line by line; else all of the place. `lines` are those of the source.
 */
function placeOfLine({ line, endLine }, place, at, lines) {
    const last = place.endColumn === 1 && place.endLine > place.line ? place.endLine - 1 : place.endLine;
    if (last === place.line || last - place.line !== endLine - line)
        return place;
    const exact = place.line + (at - line);
    const text = lines[exact - 1] ?? "";
    const column = exact === place.line ? place.column : 1 + (text.length - text.trimStart().length);
    return { ...place, line: exact, endLine: exact, column, endColumn: Math.max(column, text.trimEnd().length + 1) };
}

// EXTERNAL MODULE: ./build/report/terminal-style.js
var terminal_style = __webpack_require__(48283);
// EXTERNAL MODULE: ./build/cli/read-versions.js + 6 modules
var read_versions = __webpack_require__(60613);
// EXTERNAL MODULE: ./build/cli/tree-place.js
var tree_place = __webpack_require__(21143);
;// CONCATENATED MODULE: ./build/cli/commands/explain-line.js

















/** `FILE.py:LINE` as file and line, or `null` for what is the name of a rule. */
function lineAsked(words) {
    const match = /^(.+\.py):(\d{1,9})(?::\d+)?$/.exec(words);
    return match ? { file: match[1] ?? "", line: Number(match[2]) } : null;
}
/**
 * `windsock explain FILE.py:LINE`: the source line that a line of generated Python comes from, by compiling the version
 * anew. The file itself need not be there.
 */
async function explainLine(host, { file, line }, options) {
    const say = (0,cli_say/* createSay */.I)(host, options);
    const { source, project } = await (0,read_versions/* readOne */.J)(host, options, say);
    const absolute = (0,external_node_path_.resolve)(host.cwd, file);
    const inside = source.root === null ? null : await (0,tree_place/* placeInside */.m)(source.root, absolute);
    const generated = generatedFile(project, inside ?? file, file);
    const all = generated.text.split("\n");
    if (line < 1 || line > all.length) {
        throw new user_error/* UserError */.y(`\`${file}\` has no line ${line}`, `The generated file has ${all.length - 1} lines.`);
    }
    const onDisk = options.ref === undefined ? await (0,promises_.readFile)(absolute, "utf8").catch(() => null) : null;
    if (onDisk !== null && onDisk !== generated.text) {
        say.note(`${file} is not what the sources give now, so its lines may be others. Run: windsock compile --out DIR`);
    }
    const written = ((0,mask/* maskPython */.rS)(generated.text).split("\n")[line - 1] ?? "").trim();
    const terminal = (0,terminal_style/* terminalOf */.g)((0,write_output/* textStyle */.X)(host, options));
    const shown = terminal.text(`${generated.path}:${line}`);
    const found = (0,source_line_of/* sourceLineOf */.V)(generated, line);
    if (found === null) {
        const text = `${shown} comes from no source line: Windsock adds it, as a heading, an import or a helper.\n\n  ${terminal.text(written)}\n`;
        await (0,write_output/* writeOutput */.z)(host, options, say, text);
        return 0;
    }
    const places = (0,positions/* placesOf */.ek)({ base: null, head: project });
    const lines = places.lines(found.source.file, "head");
    const place = placeOfLine(found, places.at(found.source, "head"), line, lines);
    const frame = (0,code_frame/* codeFrame */.l)(place, places, "head", terminal, "blue");
    const head = `${shown} comes from ${terminal.text(place.file)}:${place.line}\n\n  ${terminal.text(written)}\n\n`;
    await (0,write_output/* writeOutput */.z)(host, options, say, `${head}${frame
        .map((one) => one.trimEnd())
        .join("\n")
        .trimEnd()}\n`);
    return 0;
}
/** The generated file at a path, or else of that name. Throws a `UserError` where there is none. */
function generatedFile(project, path, named) {
    const emitted = (0,deployments/* deploymentsOf */.o)(project).flatMap(({ dags, config, texts }) => dags.map((dag) => ({ dag, made: (0,emit_dag/* emitDag */.o)(dag, { directory: config.generated.directory, texts }) })));
    const files = emitted.flatMap(({ made }) => (made.ok ? [made.file] : []));
    const name = path.slice(path.lastIndexOf("/") + 1);
    const found = files.find((file) => file.path === path) ?? files.find((file) => (0,model_path/* baseName */.Fl)(file.path) === name);
    if (found)
        return found;
    const left = emitted.find(({ dag }) => `${dag.id}.py` === name)?.made;
    if (left && !left.ok)
        throw new user_error/* UserError */.y(`the DAG of \`${named}\` is not compiled: ${left.why}`);
    if (files.length === 0)
        throw new user_error/* UserError */.y(`\`${named}\` is no generated file: no DAG here compiles`);
    throw new user_error/* UserError */.y(`\`${named}\` is no generated file: ${(0,pick_dags/* didYouMean */.au)(name, files.map((file) => (0,model_path/* baseName */.Fl)(file.path)))}`);
}

;// CONCATENATED MODULE: ./build/cli/commands/explain.js







/** `windsock explain RULE`: the rule's page, as in `docs/rules/`; `FILE.py:LINE`: where a generated line comes from. */
async function explain(host, name, options) {
    const asked = lineAsked(name);
    if (asked !== null)
        return explainLine(host, asked, options);
    const rule = rules/* RULES */.y.find((candidate) => candidate.name === name);
    const page = rule && (0,rule_pages/* rulePages */.$f)().get(`${rule.name}.md`);
    if (page === undefined) {
        const names = rules/* RULES */.y.map((candidate) => candidate.name);
        throw new user_error/* UserError */.y(`there is no rule \`${name}\`: ${(0,pick_dags/* didYouMean */.au)(name, names)}`, "`windsock rules` lists them.");
    }
    await (0,write_output/* writeOutput */.z)(host, options, (0,cli_say/* createSay */.I)(host, options), page);
    return 0;
}
/** `windsock rules`: one line a rule: name, default severity, effect, what it finds. */
async function listRules(host) {
    const width = Math.max(...rules/* RULES */.y.map((rule) => rule.name.length));
    for (const { name, severity, effect, summary } of rules/* RULES */.y) {
        host.out(`${name.padEnd(width)}  ${severity.padEnd(7)}  ${effect.padEnd(9)}  ${summary}\n`);
    }
    return 0;
}


/***/ }),

/***/ 55558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ textStyle),
/* harmony export */   z: () => (/* binding */ writeOutput)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35357);



/** Writes a command's result to standard output, or to the file of `--output`. Throws a `UserError` for bytes without a file. */
async function writeOutput(host, options, say, content) {
    say.done();
    if (options.output === undefined || options.output === "-") {
        if (typeof content !== "string")
            throw new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y("this format is no text", "Name a file: --output FILE.");
        host.out(content);
        return;
    }
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(host.cwd, options.output);
    if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)).catch(() => null))?.isDirectory()) {
        throw new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`\`${options.output}\` cannot be written: there is no such folder`, "Make the folder first.");
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, content);
    say.note(`wrote ${options.output}`);
}
/**
 * How text is to look: colours and signs as the terminal shows them, none of it where the output goes elsewhere.
 * `--color` decides on colours, then `FORCE_COLOR` (`0` is none), then `NO_COLOR` (no-color.org), as in Node itself.
 */
function textStyle(host, options) {
    const terminal = host.columns !== null && options.output === undefined;
    const { env } = host;
    const forced = env.FORCE_COLOR ?? "";
    const wanted = forced === ""
        ? terminal && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb"
        : forced !== "0" && forced !== "false";
    const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || "";
    return {
        color: options.color === "always" || (options.color === "auto" && wanted),
        width: terminal ? Math.max(40, Math.min(host.columns ?? 100, 120)) : 100,
        unicode: !terminal || process.platform !== "linux" || /utf-?8/i.test(locale),
    };
}


/***/ }),

/***/ 55682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ codeFrame)
/* harmony export */ });
/* harmony import */ var _terminal_style_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48283);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6257);


/** Lines of the marked range that are shown. */
const MOST_LINES = 4;
const TAB = "    ";
/**
 * The lines of a place with the range underlined, and a line before and after. Secrets are hidden, tabs are four
 * spaces, and lines that are too long are shown from where the range starts.
 */
function codeFrame(place, places, side, terminal, style) {
    const { paint, text: show } = terminal;
    const width = String(Math.min(place.endLine, place.line + MOST_LINES) + 1).length;
    const gutter = (number) => paint(`${number.padStart(width)} ${show("│")}`, "blue");
    const head = `${" ".repeat(width)} ${paint(show("┌─"), "blue")} ${show(place.file)}:${place.line}:${place.column}`;
    const source = places.lines(place.file, side);
    if (source.length === 0)
        return [head];
    const lines = frameLines(place, source, terminal, terminal.width - width - 3);
    const body = lines.flatMap(({ number, text, mark }) => {
        const shown = `${gutter(String(number))} ${mark ? text : paint(text, "dim")}`.trimEnd();
        if (!mark)
            return [shown];
        const carets = "^".repeat(Math.max(1, mark.to - mark.from));
        return [shown, `${gutter("")} ${" ".repeat(mark.from)}${paint(carets, style, "bold")}`];
    });
    return [head, gutter(""), ...body, gutter("")];
}
function frameLines(place, all, terminal, room) {
    const last = place.endColumn === 1 && place.endLine > place.line ? place.endLine - 1 : place.endLine;
    const shownLast = Math.min(last, place.line + MOST_LINES - 1);
    const numbers = [];
    for (let number = Math.max(1, place.line - 1); number <= Math.min(all.length, shownLast + 1); number++)
        numbers.push(number);
    return numbers.flatMap((number) => {
        const line = all[number - 1] ?? "";
        const outside = number < place.line || number > shownLast;
        if (outside && line.trim() === "")
            return [];
        const show = (text) => terminal.text((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)(text.replaceAll("\t", TAB)));
        const marked = !outside && !(number > place.line && line.trim() === "");
        const start = number === place.line ? place.column - 1 : line.length - line.trimStart().length;
        const end = number === last ? place.endColumn - 1 : line.trimEnd().length;
        const before = show(line.slice(0, start));
        const range = show(line.slice(start, Math.max(start, end)));
        const skip = (0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .P)(before) + Math.min((0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .P)(range), 20) > room ? Math.max(0, before.length - 8) : 0;
        const dots = skip > 0 ? terminal.text("…") : "";
        const text = fit(dots + show(line).slice(skip), room, terminal);
        const from = (0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .P)(dots + before.slice(skip));
        const mark = marked ? { from, to: Math.min(from + (0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .P)(range), room) } : null;
        return [{ number, text, mark }];
    });
}
/** At most `room` columns of a line, and an ellipsis for the rest. */
function fit(text, room, terminal) {
    if ((0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .P)(text) <= room)
        return text;
    const dots = terminal.text("…");
    let out = "";
    let columns = (0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .P)(dots);
    for (const character of text) {
        columns += (0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .P)(character);
        if (columns > room)
            break;
        out += character;
    }
    return out + dots;
}


/***/ }),

/***/ 92339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bl: () => (/* binding */ maskFile),
/* harmony export */   I1: () => (/* binding */ maskMessage),
/* harmony export */   Iq: () => (/* binding */ maskCommand),
/* harmony export */   Mq: () => (/* binding */ maskYaml),
/* harmony export */   j9: () => (/* binding */ maskLoose),
/* harmony export */   rS: () => (/* binding */ maskPython),
/* harmony export */   uE: () => (/* binding */ isSecretKey),
/* harmony export */   v5: () => (/* binding */ MASK)
/* harmony export */ });
/** What stands in place of a hidden value. */
const MASK = "***";
const SECRET_WORDS = new Set("password passwd passphrase pwd secret secrets token tokens apikey credential credentials conn connection dsn".split(" "));
const SECRET_PAIRS = new Set(["api key", "access key", "private key", "secret key", "signing key", "account key"]);
/** True for the name of a key whose value is likely a secret: `db_password`, `apiKey`, `conn`; not `postgres_conn_id`, which is a name. */
function isSecretKey(key) {
    if (key.length > 200)
        return false;
    const words = key
        .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((word) => word !== "");
    const last = words.at(-1);
    if (last === "id" && /^(conn|connection)$/.test(words.at(-2) ?? ""))
        return false;
    return words.some((word, at) => SECRET_WORDS.has(word) || SECRET_PAIRS.has(`${words[at - 1] ?? ""} ${word}`));
}
/** Tokens that tell by their form that they are secrets: GitHub, GitLab, AWS, Google, Slack, OpenAI, and JSON web tokens. */
const TOKEN = /\b(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_\w{20,}|glpat-[\w-]{16,}|A(?:KIA|SIA)[A-Z0-9]{16}|AIza[\w-]{30,}|xox[abprs]-[\w-]{10,}|sk-[\w-]{20,}|eyJ[\w-]{8,}\.eyJ[\w-]{8,}(?:\.[\w-]*)?)/g;
/** Text with the passwords of addresses (`scheme://user:password@host`), credentials of HTTP and well-known tokens hidden. */
const maskLoose = (text) => text
    .replace(/\/\/([^\s/?#@:'"]*):[^\s/?#'"]+@/g, `//$1:${MASK}@`)
    .replace(/\b(Bearer|Basic) [\w.~+/=-]{8,}/g, `$1 ${MASK}`)
    .replace(TOKEN, MASK);
/** A text of a file with that and what commands give hidden: `--password=x`, but not `--password=$X`. */
const maskCommand = (text) => maskLoose(text.replace(/(?<![\w-])([\w-]{0,60}(?:password|passwd|secret|token|api[_-]?key)[\w-]{0,60})=[^\s'"&;$`{]+/gi, `$1=${MASK}`));
/** What reads a value by a name, so that the name in quotes is no secret. */
const READS = /(?:environ\[|environ\.get\(|getenv\(|env_var\(|Variable\.get\(|get_connection\()\s*$/;
const KEY = /["']?([A-Za-z_][\w.-]{0,199})["']?[ \t]*(?:=(?!=)|:)[ \t]*/y;
/** The end of the Python string literal whose quote stands at `start`; the text's end where it never ends. */
function endOfString(text, start) {
    const quote = text.charAt(start);
    const long = text.startsWith(quote.repeat(3), start);
    const closing = long ? quote.repeat(3) : quote;
    for (let at = start + closing.length; at < text.length; at++) {
        if (text.charAt(at) === "\\")
            at++;
        else if (text.startsWith(closing, at))
            return at + closing.length;
        else if (!long && text.charAt(at) === "\n")
            return at;
    }
    return text.length;
}
const hideString = (literal) => {
    const quotes = /^("""|'''|["'])/.exec(literal)?.[0] ?? "";
    return quotes + MASK + literal.replace(/[^\n]/g, "") + quotes;
};
/** Python source in which string literals under secret keys (keyword arguments, mapping keys, names) are hidden, line by line as before. */
function maskPython(source) {
    let out = "";
    let depth = 0;
    /** The bracket depth at which the secret's value ends, or `null` outside of one. */
    let secret = null;
    let at = 0;
    while (at < source.length) {
        const here = source.charAt(at);
        KEY.lastIndex = at;
        const key = secret === null && /["'A-Za-z_]/.test(here) && !/\w/.test(source.charAt(at - 1)) ? KEY.exec(source) : null;
        if (key && isSecretKey(key[1] ?? "")) {
            secret = depth;
            out += key[0];
            at += key[0].length;
        }
        else if (here === '"' || here === "'") {
            const end = endOfString(source, at);
            const literal = source.slice(at, end);
            out += secret !== null && !READS.test(out.slice(-40)) ? hideString(literal) : maskCommand(literal);
            at = end;
        }
        else if (here === "#") {
            const end = source.indexOf("\n", at);
            out += source.slice(at, end < 0 ? source.length : end);
            at = end < 0 ? source.length : end;
        }
        else {
            if ("([{".includes(here))
                depth++;
            if (")]}".includes(here))
                depth--;
            if (secret !== null && (depth < secret || (depth === secret && (here === "," || here === "\n"))))
                secret = null;
            out += here;
            at++;
        }
    }
    return maskLoose(out);
}
/** A sentence of a finding: expressions in backticks are masked as Python, addresses and tokens everywhere. */
const maskMessage = (message) => maskLoose(message
    .split("`")
    .map((part, at) => (at % 2 === 1 ? maskPython(part) : part))
    .join("`"));
/** YAML (or text that may be YAML) in which the values of secret keys are hidden: to the line's end, and more deeply indented lines after it. */
function maskYaml(text) {
    let hidden = null;
    const lines = text.split("\n").map((line) => {
        const indent = /^[ \t]*(?:#[ \t]*)?(?:-[ \t]+)*/.exec(line)?.[0].length ?? 0;
        if (hidden !== null && (indent > hidden || line.trim() === "")) {
            return line.trim() === "" ? line : line.slice(0, indent) + MASK;
        }
        hidden = null;
        for (const match of line.matchAll(/(?<![\w.-])["']?([A-Za-z_][\w.-]{0,199})["']?[ \t]*[:=](?=[ \t]|$|["'])[ \t]*/g)) {
            if (!isSecretKey(match[1] ?? ""))
                continue;
            const start = match.index + match[0].length;
            const value = line.slice(start).trim();
            if (match[0].trimStart() === line.slice(indent, start).trimStart())
                hidden = indent;
            if (value === "" || /^[|>][+\-\d]*$/.test(value) || /^(null|~|true|false)$/i.test(value))
                return line;
            if (/^!(env_var|airflow_var)\b/.test(value))
                return line;
            return line.slice(0, start) + MASK;
        }
        return line;
    });
    return maskCommand(lines.join("\n"));
}
/** A file's text with secrets hidden, by the kind of file; the number of lines stays. The comments of a `.py` file may be its YAML header. */
function maskFile(file, text) {
    if (!file.endsWith(".py"))
        return maskYaml(text);
    return maskPython(text).replace(/(?:^[ \t]*#.*\n?)+/gm, maskYaml);
}


/***/ }),

/***/ 70571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jh: () => (/* binding */ sideOf),
/* harmony export */   cL: () => (/* binding */ lineIndexOf),
/* harmony export */   ek: () => (/* binding */ placesOf),
/* harmony export */   t$: () => (/* binding */ positionAt)
/* harmony export */ });
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92339);

/** Finds the lines of `text`. */
function lineIndexOf(text) {
    const starts = [0];
    for (const match of text.matchAll(/\r\n|\r|\n/g)) {
        starts.push(match.index + match[0].length);
    }
    return starts;
}
/** The 1-based line and UTF-16 column of an offset; offsets outside the text are moved to its ends. */
function positionAt(index, offset) {
    let low = 0;
    let high = index.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((index[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return { line: low + 1, column: Math.max(0, offset - (index[low] ?? 0)) + 1 };
}
/** Texts and places of a review. */
function placesOf(review) {
    const indexes = { base: new Map(), head: new Map() };
    const text = (file, side) => review[side]?.texts.get(file) ?? null;
    const index = (file, side) => {
        const known = indexes[side].get(file);
        if (known)
            return known;
        const made = lineIndexOf(text(file, side) ?? "");
        indexes[side].set(file, made);
        return made;
    };
    const shown = { base: new Map(), head: new Map() };
    const lines = (file, side) => {
        const known = shown[side].get(file);
        if (known)
            return known;
        const source = text(file, side);
        const made = source ? (0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskFile */ .Bl)(file, source).split(/\r\n|\r|\n/) : [];
        shown[side].set(file, made);
        return made;
    };
    const at = (span, side) => {
        const length = text(span.file, side)?.length ?? 0;
        const starts = index(span.file, side);
        const start = positionAt(starts, Math.min(Math.max(span.start, 0), length));
        const end = positionAt(starts, Math.min(Math.max(span.end, span.start, 0), length));
        return { file: span.file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
    };
    return { text, lines, at };
}
/** The version in which a finding's spans lie: a fixed one is of the base. */
const sideOf = (finding) => (finding.state === "fixed" ? "base" : "head");


/***/ }),

/***/ 48283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ columnsOf),
/* harmony export */   g: () => (/* binding */ terminalOf)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);

/** ANSI SGR codes (ECMA-48, 8.3.117), on and off. */
const STYLES = {
    bold: [1, 22],
    dim: [2, 22],
    red: [31, 39],
    green: [32, 39],
    yellow: [33, 39],
    blue: [34, 39],
    cyan: [36, 39],
};
/** What our own signs become where only ASCII can be shown. */
const ASCII = {
    "→": "->",
    "−": "-",
    "·": "|",
    "…": "...",
    "✖": "x",
    "⚠": "!",
    "✔": "ok",
    "│": "|",
    "┌": "--",
    "─": ">",
    "•": "-",
    "×": "x",
};
const asciiOf = (character) => {
    const known = ASCII[character];
    if (known !== undefined)
        return known;
    const point = character.codePointAt(0) ?? 0;
    return point > 0xffff ? `\\U${point.toString(16).padStart(8, "0")}` : `\\u${point.toString(16).padStart(4, "0")}`;
};
/** The terminal that `options` describe. Narrower than 40 columns counts as 40. */
function terminalOf({ color, width, unicode }) {
    return {
        width: Math.max(40, width),
        color,
        text: (plain) => (unicode ? (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(plain) : (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(plain).replace(/[^\x20-\x7e]/gu, asciiOf)),
        paint: (text, ...styles) => color && text !== ""
            ? styles.reduceRight((inner, style) => `\u001b[${STYLES[style][0]}m${inner}\u001b[${STYLES[style][1]}m`, text)
            : text,
    };
}
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60\u3000-\u303e]/u;
/** Columns that a text without control characters takes: two for East Asian characters and emoji, none for combining marks. */
function columnsOf(text) {
    if (/^[\x20-\x7e]*$/.test(text))
        return text.length;
    let columns = 0;
    for (const character of text) {
        if (WIDE.test(character))
            columns += 2;
        else if (!/\p{M}|\ufe0f/u.test(character))
            columns += 1;
    }
    return columns;
}


/***/ })

};
