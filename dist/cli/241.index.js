export const id = 241;
export const ids = [241];
export const modules = {

/***/ 46241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   annotationsOf: () => (/* binding */ annotationsOf)
/* harmony export */ });
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92339);
/* harmony import */ var _positions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70571);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6257);



/** At most so many related places are named. */
const MOST_RELATED = 4;
/**
 * The new findings but those that people have accepted, and those that gate, as annotations, the most important first.
 * `lineOf` gives the line that a reader knows where it is not the reviewed version's; `null` where there is none.
 */
function annotationsOf(review, lineOf = (_, line) => line) {
    const places = (0,_positions_js__WEBPACK_IMPORTED_MODULE_1__/* .placesOf */ .ek)(review);
    return review.findings
        .filter(({ state, gates, accepted }) => accepted === null && (state === "new" || gates))
        .map((finding) => {
        const place = places.at(finding.at, "head");
        const endsBefore = place.endColumn === 1 && place.endLine > place.line;
        const endLine = endsBefore ? place.endLine - 1 : place.endLine;
        const inLine = place.line === place.endLine;
        return {
            path: place.file,
            startLine: place.line,
            endLine,
            startColumn: inLine ? place.column : null,
            endColumn: inLine ? Math.max(place.column, place.endColumn - 1) : null,
            level: finding.severity,
            title: (0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLine */ .P8)(finding.rule),
            message: [messageOf(finding), ...relatedOf(finding, places, lineOf)].join("\n"),
        };
    });
}
const messageOf = ({ message, advice, fix }) => [
    (0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLine */ .P8)(message),
    ...(advice === null ? [] : [(0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLines */ .gB)(advice)]),
    ...(advice === null && fix ? [(0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLine */ .P8)(fix.description)] : []),
]
    .map(_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskMessage */ .I1)
    .join("\n");
/** `dags/sales/refresh.yml:5: what it says`, a line each. */
const relatedOf = ({ related }, places, lineOf) => related.slice(0, MOST_RELATED).map(({ at, message }) => {
    const { file, line } = places.at(at, "head");
    const known = lineOf(file, line);
    return `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLine */ .P8)(file)}${known === null ? "" : `:${known}`}: ${(0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskMessage */ .I1)((0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLine */ .P8)(message))}`;
});


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


/***/ })

};
