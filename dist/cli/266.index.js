export const id = 266;
export const ids = [266];
export const modules = {

/***/ 10107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ reachOfDefault),
/* harmony export */   o: () => (/* binding */ everyOperatorTakes)
/* harmony export */ });
/* harmony import */ var _build_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65866);

/** Arguments that every operator takes, and so gets from `default_args` (`BaseOperator.__init__`, Airflow 2.11 and 3.3). */
const EVERY_OPERATOR = new Set("task_id owner email email_on_retry email_on_failure retries retry_delay retry_exponential_backoff max_retry_delay start_date end_date depends_on_past ignore_first_depends_on_past wait_for_past_depends_before_skipping wait_for_downstream params default_args priority_weight weight_rule queue pool pool_slots execution_timeout on_execute_callback on_failure_callback on_success_callback on_retry_callback on_skipped_callback pre_execute post_execute trigger_rule run_as_user map_index_template max_active_tis_per_dag max_active_tis_per_dagrun executor executor_config do_xcom_push inlets outlets task_group doc doc_md doc_json doc_yaml doc_rst task_display_name logger_name allow_nested_operators".split(" "));
/** True for arguments that every operator takes, whatever its class. */
const everyOperatorTakes = (key) => EVERY_OPERATOR.has(key);
/**
 * How many tasks of a DAG a default argument reaches: those that do not set it themselves, nor by a group's own
 * `default_args`. `path` is that of a changed setting; `null` where it is no default argument, or one that not every
 * operator takes.
 */
function reachOfDefault(dag, path) {
    const key = /^default_args\.([^.]+)/.exec(path)?.[1];
    if (key === undefined || !everyOperatorTakes(key))
        return null;
    return dag.tasks.filter((task) => !(0,_build_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldOf */ ._F)(task.arguments, key) && !groupSets(dag, task, key)).length;
}
function groupSets(dag, task, key) {
    const byId = new Map(dag.groups.map((group) => [group.id, group]));
    const seen = new Set();
    for (let id = task.group; id !== null && !seen.has(id); id = byId.get(id)?.parent ?? null) {
        seen.add(id);
        const given = (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldOf */ ._F)(byId.get(id)?.arguments ?? [], "default_args")?.value;
        if (given && (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldOf */ ._F)((0,_build_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldsOfMap */ .jR)(given) ?? [], key))
            return true;
    }
    return false;
}


/***/ }),

/***/ 64804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ chooseFixes),
/* harmony export */   y: () => (/* binding */ applyFixes)
/* harmony export */ });
/**
 * The fixes that go together: one that overlaps an earlier one is left out as a whole, so that two never garble each
 * other; of one that says the same again the rest counts. Edits are given once.
 */
function chooseFixes(texts, fixes) {
    const chosen = [];
    const known = new Set();
    const kept = fixes.filter((fix) => {
        const edits = fix.edits.filter((edit) => !known.has(keyOf(edit)));
        const clashes = edits.some(({ at }) => !texts.has(at.file) || chosen.some((other) => overlap(other.at, at)));
        if (clashes)
            return false;
        for (const edit of edits) {
            chosen.push(edit);
            known.add(keyOf(edit));
        }
        return true;
    });
    return { fixes: kept, edits: chosen };
}
/** Applies fixes that go together to texts by file. Gives the changed files only. */
function applyFixes(texts, fixes) {
    const chosen = chooseFixes(texts, fixes).edits;
    const changed = new Map();
    for (const file of [...new Set(chosen.map((edit) => edit.at.file))].sort()) {
        const text = texts.get(file) ?? "";
        const own = chosen
            .filter((edit) => edit.at.file === file)
            .sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
        let done = 0;
        const parts = [];
        for (const edit of own) {
            parts.push(text.slice(done, edit.at.start), edit.text);
            done = edit.at.end;
        }
        changed.set(file, parts.join("") + text.slice(done));
    }
    return changed;
}
const keyOf = ({ at, text }) => JSON.stringify([at.file, at.start, at.end, text]);
/** True where two ranges share a character, or stand at one place. */
const overlap = (a, b) => a.file === b.file && (a.start < b.end || a.start === b.start) && (b.start < a.end || a.start === b.start);


/***/ }),

/***/ 9924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ escapeDestination),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   FY: () => (/* binding */ paragraph),
/* harmony export */   X1: () => (/* binding */ escapeText),
/* harmony export */   qy: () => (/* binding */ html),
/* harmony export */   tn: () => (/* binding */ escapeCode),
/* harmony export */   wD: () => (/* binding */ markdown)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);

/** A zero-width space as an entity: GitHub's filters look at the rendered text, where a backslash is gone, and find no name. */
const BREAK = "&#8203;";
const entity = (character) => `&#${character.codePointAt(0) ?? 32};`;
/**
 * Plain text as Markdown text that shows the same and is nothing else: no markup, HTML, image, math, footnote; and none
 * of what GitHub makes of rendered text (mentions, `#1`, `GH-1`, commit ids, addresses, e-mail, `:emoji:`).
 * Safe in table cells and, being without backslashes, in HTML blocks.
 * Rules: GFM 0.29 (autolinks extension), docs.github.com "Autolinked references and URLs", and html-pipeline's filters.
 */
function escapeText(text) {
    return ((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(text)
        .replace(/[&<>`*_[\]|~$\\!^]/g, entity)
        // The order matters: entities hold `#` and `;`, so what follows names only characters that entities have not.
        .replace(/@/g, `@${BREAK}`)
        .replace(/(?<!&)#(?=\w)/g, `#${BREAK}`)
        .replace(/(gh)-(?=\d)/gi, `$1-${BREAK}`)
        .replace(/:(?=[\w+-]+:|\/\/)/g, `:${BREAK}`)
        .replace(/(mailto|xmpp):/gi, `$1${BREAK}:`)
        .replace(/(www)\./gi, `$1${BREAK}.`)
        .replace(/(?<![\w#])[0-9a-f]{7,}(?!\w)/gi, (hex) => hex.replace(/.{6}/g, `$&${BREAK}`)));
}
/** Markdown text that starts a line: what would start a list, a heading or a rule there is an entity. */
const atLineStart = (text) => text
    .replace(/^\s*/, "")
    .replace(/^[-+=#:]/, entity)
    .replace(/^(\d{1,9})([.)])/, (_, number, mark) => number + entity(mark));
/** Text of a `code` element, in which Markdown still works: everything special is an entity, and no address is one. */
const escapeElement = (text) => text
    .replace(/[^\p{L}\p{N} .,;/+=-]/gu, entity)
    .replace(/(www)\./gi, `$1${BREAK}.`)
    .replace(/&#64;|&#58;(?=\/\/)/g, `$&${BREAK}`)
    .replace(/(mailto|xmpp)&/gi, `$1${BREAK}&`);
/** Code points of a name in a sentence; more are an ellipsis. */
const LONGEST_NAME = 160;
/**
 * A name as code, in which GitHub looks for nothing: between backticks, or as a `code` element where the text has
 * backticks or pipes (a pipe ends a table cell, even in code), or stands in HTML.
 */
function escapeCode(text, inHtml = false) {
    const line = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(text), LONGEST_NAME);
    if (line.trim() === "")
        return line === "" ? "(empty)" : "(blank)";
    if (inHtml || /[`|]|^ | $/.test(line))
        return `<code>${escapeElement(line)}</code>`;
    return `\`${line}\``;
}
/** Lines as a fenced block, its fence longer than any run of backticks in them. `language` is a word of ours. */
function fence(language, text) {
    const lines = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLines */ .gB)(text).replace(/\n+$/, "");
    const longest = Math.max(2, ...Array.from(lines.matchAll(/`+/g), (run) => run[0].length));
    const ticks = "`".repeat(longest + 1);
    return `${ticks}${language}\n${lines}\n${ticks}`;
}
/** A destination for `[…](…)` or `href`: an http(s) address or an anchor, everything unusual percent-encoded; else `null`. */
function escapeDestination(address) {
    if (address === null || !/^(https?:\/\/|#)/i.test(address))
        return null;
    return Array.from(address, (character) => /^[\w\-.~:/?#@!,;=%+&]$/.test(character)
        ? character.replace("&", "&amp;")
        : Array.from(new TextEncoder().encode(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("")).join("");
}
function markdownPiece(piece) {
    if (typeof piece === "string")
        return escapeText(piece);
    if (piece.t === "code")
        return escapeCode(piece.text);
    if (piece.t === "strong")
        return `**${markdown(piece.of)}**`;
    const to = escapeDestination(piece.to);
    return to === null ? markdown(piece.of) : `[${markdown(piece.of)}](${to})`;
}
/** Rich text as Markdown of one line that does not start it: a table cell, or after words of ours. */
function markdown(rich) {
    return rich.map(markdownPiece).join("");
}
/** Rich text as a line of its own, or a list item: a paragraph whatever it begins with. */
const paragraph = (rich) => atLineStart(markdown(rich));
/** Rich text as HTML of one line, for `<summary>` and `<sub>`. */
function html(rich) {
    return rich
        .map((piece) => {
        if (typeof piece === "string")
            return escapeText(piece);
        if (piece.t === "code")
            return escapeCode(piece.text, true);
        if (piece.t === "strong")
            return `<b>${html(piece.of)}</b>`;
        const to = escapeDestination(piece.to);
        return to === null ? html(piece.of) : `<a href="${to}">${html(piece.of)}</a>`;
    })
        .join("");
}


/***/ }),

/***/ 56981:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ fileDiff)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94112);
/* harmony import */ var _positions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70571);


/** More edits than this are not looked for: the work grows with their square. */
const MOST_EDITS = 2000;
const linesOf = (text) => (0,_positions_js__WEBPACK_IMPORTED_MODULE_0__/* .lineIndexOf */ .cL)(text).map((start, at, all) => text.slice(start, all[at + 1] ?? text.length).replace(/[\r\n]+$/, ""));
/**
 * The unified diff of two texts without its file header; `mask` hides secrets in what is shown, line by line, after the
 * comparison: so that a changed secret is still a changed line. `null` where the texts differ too much to compare.
 */
function fileDiff(base, head, context, mask) {
    const patch = (0,diff__WEBPACK_IMPORTED_MODULE_1__/* .structuredPatch */ .YB)("a", "b", base, head, undefined, undefined, { context, maxEditLength: MOST_EDITS });
    if (!patch)
        return null;
    const before = linesOf(mask(base));
    const after = linesOf(mask(head));
    const lines = [];
    let [added, removed] = [0, 0];
    for (const hunk of patch.hunks) {
        lines.push(`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`);
        let [old, fresh] = [hunk.oldStart - 1, hunk.newStart - 1];
        for (const line of hunk.lines) {
            const mark = line.charAt(0);
            if (mark === "-") {
                removed++;
                lines.push(`-${before[old++] ?? ""}`);
            }
            else if (mark === "+") {
                added++;
                lines.push(`+${after[fresh++] ?? ""}`);
            }
            else if (mark === " ") {
                old++;
                lines.push(` ${after[fresh++] ?? ""}`);
            }
        }
    }
    return { lines, added, removed };
}


/***/ }),

/***/ 15632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ findingText)
/* harmony export */ });
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92339);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46781);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6257);



/** A headline is not shorter than this. */
const SHORTEST = 12;
/** Offset after the first clause: a full stop, colon or semicolon and a space, outside of backticks. */
function endOfClause(message) {
    let inCode = false;
    for (let at = 0; at < message.length; at++) {
        const here = message.charAt(at);
        if (here === "`")
            inCode = !inCode;
        if (!inCode && at >= SHORTEST && ".:;".includes(here) && message.charAt(at + 1) === " ")
            return at + 1;
    }
    return message.length;
}
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** The words of a finding; with `limit`, the message is shortened to that many code points. */
function findingText({ message, advice, rule }, limit = 4000) {
    const whole = (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)((0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskMessage */ .I1)((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)(message)).trim() || rule, limit);
    const end = endOfClause(whole);
    return {
        message: (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .richOf */ .G9)(whole),
        headline: (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .richOf */ .G9)(whole.slice(0, end).replace(/[.:;]$/, "")),
        rest: (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .richOf */ .G9)(capital(whole.slice(end).trim())),
        advice: adviceParts(advice ?? ""),
    };
}
/** Sentences, and the lines to paste that follow a line with a colon at its end, up to an empty line. */
function adviceParts(advice) {
    const parts = [];
    let pasted = null;
    const flush = () => {
        if (pasted && pasted.length > 0)
            parts.push({ t: "lines", text: (0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskYaml */ .Mq)(pasted.join("\n")) });
        pasted = null;
    };
    for (const line of advice.split(/\r\n|\r|\n/)) {
        if (pasted && line.trim() !== "") {
            pasted.push(line);
            continue;
        }
        flush();
        if (line.trim() === "")
            continue;
        parts.push({ t: "sentence", of: (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .richOf */ .G9)((0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskMessage */ .I1)(line.trim())) });
        if (line.trimEnd().endsWith(":"))
            pasted = [];
    }
    flush();
    return parts;
}


/***/ }),

/***/ 81694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ fixDiffs)
/* harmony export */ });
/* harmony import */ var _fix_apply_edits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64804);
/* harmony import */ var _file_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56981);
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92339);



/** What a fix changes, file by file, with `context` lines around. */
function fixDiffs(fix, places, side, context) {
    const files = [...new Set(fix.edits.map(({ at }) => at.file))];
    const texts = new Map(files.map((file) => [file, places.text(file, side) ?? ""]));
    return [...(0,_fix_apply_edits_js__WEBPACK_IMPORTED_MODULE_2__/* .applyFixes */ .y)(texts, [fix])].flatMap(([file, fixed]) => {
        const diff = (0,_file_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .fileDiff */ .e)(texts.get(file) ?? "", fixed, context, (source) => (0,_mask_js__WEBPACK_IMPORTED_MODULE_1__/* .maskFile */ .Bl)(file, source));
        return diff && diff.lines.length > 0 ? [{ file, ...diff }] : [];
    });
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

/***/ 76495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ ownersOf)
/* harmony export */ });
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92339);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6257);


const text = (value) => value?.t === "str" && value.v !== "" ? [(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)((0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskLoose */ .j9)(value.v)), 40)] : [];
/** The owners of a DAG: `default_args.owner`, then those that tasks name, each once, in their order. Only literal text. */
function ownersOf(dag) {
    const given = dag.settings.find(({ key }) => key === "default_args")?.value;
    const common = given?.t === "map" ? given.v.find(([key]) => key.t === "str" && key.v === "owner")?.[1] : undefined;
    const own = dag.tasks.flatMap((task) => text(task.arguments.find(({ key }) => key === "owner")?.value));
    return [...new Set([...text(common), ...own])];
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

/***/ 46781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F4: () => (/* binding */ codes),
/* harmony export */   G9: () => (/* binding */ richOf),
/* harmony export */   Rz: () => (/* binding */ joinRich),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   nf: () => (/* binding */ link)
/* harmony export */ });
const code = (text) => ({ t: "code", text });
const strong = (...of) => ({ t: "strong", of });
const link = (to, ...of) => ({ t: "link", to, of });
/** Plain text with names in backticks, as findings have it. A backtick without its pair stays a backtick. */
function richOf(message) {
    const parts = message.split("`");
    const paired = parts.length % 2 === 1 ? parts.length : parts.length - 1;
    const pieces = parts.slice(0, paired).map((part, at) => (at % 2 === 1 ? code(part) : part));
    if (paired < parts.length)
        pieces.push(`\`${parts[paired] ?? ""}`);
    return pieces.filter((piece) => piece !== "");
}
/** `a`, `b` and `c`; at most `most` of them, and how many more there are. */
function listOf(items, most) {
    const shown = items.slice(0, most);
    const rest = items.length - shown.length;
    return shown
        .flatMap((item, at) => {
        if (at === 0)
            return [item];
        return [rest === 0 && at === shown.length - 1 ? " and " : ", ", item];
    })
        .concat(rest > 0 ? [` and ${rest} more`] : []);
}
/** Code pieces of names. */
const codes = (names) => names.map((name) => code(name));
/** `1 task`, `2 tasks`. */
const count = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
/** Rich pieces in a row, with a text between them. */
const joinRich = (parts, between) => parts.flatMap((part, at) => (at === 0 ? part : [between, ...part]));


/***/ }),

/***/ 13828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ valueText),
/* harmony export */   d: () => (/* binding */ isHidden)
/* harmony export */ });
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92339);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6257);


/** Nothing is printed deeper, and no more items than this. */
const DEPTH = 3;
const ITEMS = 8;
const LONGEST = { outer: 2000, inner: 200 };
/** What reads a secret by its name: the name is no secret. */
const READS_BY_NAME = /^(os\.environ\.get|os\.getenv|absql\.functions\.env_var|.*\.env_var|.*Variable\.get)$/;
function quoted(text) {
    const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
    const inner = text
        .replace(/\\/g, "\\\\")
        .replace(/\n/g, "\\n")
        .replace(/\r/g, "\\r")
        .replace(/\t/g, "\\t")
        .replaceAll(quote, `\\${quote}`);
    return `${quote}${inner}${quote}`;
}
const lastName = (path) => path.slice(path.lastIndexOf(".") + 1);
function items(list, print) {
    const shown = list.slice(0, ITEMS).map(print);
    return (list.length > ITEMS ? [...shown, `… ${list.length - ITEMS} more`] : shown).join(", ");
}
const float = (number) => {
    if (Number.isNaN(number))
        return "nan";
    if (!Number.isFinite(number))
        return number > 0 ? "inf" : "-inf";
    return Number.isInteger(number) && Math.abs(number) < 1e16 ? number.toFixed(1) : String(number);
};
function printed(value, secret, depth) {
    if (depth > DEPTH)
        return "…";
    const inside = (part) => printed(part, secret, depth + 1);
    const pair = (name, part) => printed(part, secret || (0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretKey */ .uE)(name), depth + 1);
    switch (value.t) {
        case "null":
            return "None";
        case "bool":
            return value.v ? "True" : "False";
        case "int":
            return secret ? _mask_js__WEBPACK_IMPORTED_MODULE_0__/* .MASK */ .v5 : String(value.v);
        case "float":
            return secret ? _mask_js__WEBPACK_IMPORTED_MODULE_0__/* .MASK */ .v5 : float(value.v);
        case "str":
            return secret ? _mask_js__WEBPACK_IMPORTED_MODULE_0__/* .MASK */ .v5 : quoted((0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskCommand */ .Iq)(value.v.slice(0, depth === 0 ? LONGEST.outer : LONGEST.inner)));
        case "date":
        case "datetime":
            return secret ? _mask_js__WEBPACK_IMPORTED_MODULE_0__/* .MASK */ .v5 : value.v;
        case "bytes":
            return secret ? _mask_js__WEBPACK_IMPORTED_MODULE_0__/* .MASK */ .v5 : `${value.v.length} bytes`;
        case "list":
            return `[${items(value.v, inside)}]`;
        case "tuple":
            return `(${items(value.v, inside)}${value.v.length === 1 ? "," : ""})`;
        case "set":
            return value.v.length === 0 ? "set()" : `{${items(value.v, inside)}}`;
        case "map":
            return `{${items(value.v, ([key, part]) => `${inside(key)}: ${pair(key.t === "str" ? key.v : "", part)}`)}}`;
        case "call": {
            const name = typeof value.fn === "string" ? lastName(value.fn) : (0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskPython */ .rS)(value.fn.source);
            const open = secret && typeof value.fn === "string" && READS_BY_NAME.test(value.fn);
            const parts = [
                ...value.args.map((part, at) => (open && at === 0 ? printed(part, false, depth + 1) : inside(part))),
                ...value.kwargs.map(([key, part]) => `${key}=${pair(key, part)}`),
            ];
            return `${name}(${items(parts, (part) => part)})`;
        }
        case "name":
            return lastName(value.path);
        case "function":
            return `${value.name} of ${value.file}`;
        case "run-file":
            return `all of ${value.file}`;
        case "expr":
            return secret ? (0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskPython */ .rS)(`secret = ${value.source}`).slice("secret = ".length) : (0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskPython */ .rS)(value.source);
        case "file-path":
            return quoted(value.file);
        case "absql-runner":
            return "absql_runner";
    }
}
/**
 * A value in words: short, as Python writes it, on one line, with secrets hidden. `path` is the path of keys that leads
 * to it (`default_args.password`); `limit` is in code points.
 */
function valueText(value, path = "", limit = 60) {
    const full = (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)(printed(value, path.split(".").some(_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretKey */ .uE), 0));
    const length = Array.from(full).length;
    return length <= limit ? full : `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(full, limit - 1)} (${length} characters)`;
}
/** True where `valueText` hides the value because of its key. */
const isHidden = (path) => path.split(".").some(_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretKey */ .uE);


/***/ })

};
