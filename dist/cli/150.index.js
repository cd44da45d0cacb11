export const id = 150;
export const ids = [150,6];
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

/***/ 51006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   noLinks: () => (/* binding */ noLinks)
/* harmony export */ });
/** For places where nothing can be linked. */
const noLinks = { file: () => null, rule: () => null, report: null };


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

/***/ 35150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reviewToSarif: () => (/* binding */ reviewToSarif)
/* harmony export */ });
/* harmony import */ var _check_rule_pages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80824);
/* harmony import */ var _check_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77853);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51006);
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92339);
/* harmony import */ var _positions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70571);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6257);






const LEVEL = { error: "error", warning: "warning", notice: "note" };
/** The most related places of a result, and lines of a fix that are worth carrying. */
const MOST_RELATED = 20;
/**
 * The findings of head as SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"), ready for `JSON.stringify`:
 * each with its place, rule page, fingerprint and fix. Those that the change mends are left out: code scanning would
 * open an alert for them. Secrets are hidden.
 */
function reviewToSarif(review, links = _links_js__WEBPACK_IMPORTED_MODULE_2__.noLinks) {
    const places = (0,_positions_js__WEBPACK_IMPORTED_MODULE_4__/* .placesOf */ .ek)(review);
    const present = review.findings.filter(({ state }) => state !== "fixed");
    const names = [...new Set(present.map(({ rule }) => rule))].sort();
    return {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [
            {
                tool: {
                    driver: {
                        name: review.tool.name,
                        semanticVersion: review.tool.version,
                        rules: names.map((name) => ruleJson(name, links)),
                    },
                },
                columnKind: "utf16CodeUnits",
                results: present.map((finding) => resultJson(finding, names, review, places)),
            },
        ],
    };
}
function ruleJson(name, links) {
    const rule = _check_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .RULES */ .y.find((one) => one.name === name);
    const page = links.rule(name);
    return {
        id: (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visibleLine */ .P8)(name),
        ...(page === null ? {} : { helpUri: page }),
        ...(rule
            ? {
                shortDescription: { text: rule.summary },
                help: { text: rule.explains, markdown: (0,_check_rule_pages_js__WEBPACK_IMPORTED_MODULE_0__/* .rulePage */ .gd)(rule) },
                defaultConfiguration: { level: LEVEL[rule.severity] },
                properties: { tags: ["gusty", "airflow", rule.effect] },
            }
            : {}),
    };
}
function resultJson(finding, names, review, places) {
    const { subject, related, fix } = finding;
    return {
        ruleId: (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visibleLine */ .P8)(finding.rule),
        ruleIndex: names.indexOf(finding.rule),
        level: LEVEL[finding.severity],
        message: { text: messageOf(finding) },
        locations: [locationJson(places.at(finding.at, "head"))],
        ...(related.length > 0
            ? {
                relatedLocations: related.slice(0, MOST_RELATED).map(({ at, message }, id) => ({
                    id,
                    ...locationJson(places.at(at, "head")),
                    message: { text: textOf(message) },
                })),
            }
            : {}),
        partialFingerprints: { "windsock/v1": finding.fingerprint },
        ...(review.base ? { baselineState: finding.state === "new" ? "new" : "unchanged" } : {}),
        ...(fix && fix.edits.length > 0 ? { fixes: [fixJson(finding, places)] } : {}),
        properties: {
            effect: finding.effect,
            gates: finding.gates,
            ...(subject.dag === undefined ? {} : { dag: (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visibleLine */ .P8)(subject.dag) }),
            ...(subject.task === undefined ? {} : { task: (0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visibleLine */ .P8)(subject.task) }),
        },
    };
}
const messageOf = ({ message, advice }) => [message, ...(advice === null ? [] : [advice])].map(textOf).join("\n");
/** Plain text. A square bracket before a parenthesis would be a link (SARIF 2.1.0, 3.11.6). */
const textOf = (message) => (0,_mask_js__WEBPACK_IMPORTED_MODULE_3__/* .maskMessage */ .I1)((0,_visible_js__WEBPACK_IMPORTED_MODULE_5__/* .visibleLines */ .gB)(message)).replace(/\](?=\()/g, "\\]") || "(no message)";
const locationJson = (place) => ({
    physicalLocation: { artifactLocation: artifact(place.file), region: region(place) },
});
/** A path as a relative URI (RFC 3986). A lone half of a surrogate pair has no UTF-8. */
const artifact = (file) => ({
    uri: encodeURI(file.replace(/\p{Cs}/gu, "\ufffd"))
        .replace(/[?#]/g, encodeURIComponent)
        .replace(/^([^/]*):/, "./$1:"),
    uriBaseId: "%SRCROOT%",
});
/** SARIF's columns count from 1, the end exclusive, as ours do. */
const region = ({ line, column, endLine, endColumn }) => ({
    startLine: line,
    startColumn: column,
    endLine,
    endColumn,
});
function fixJson({ fix }, places) {
    const edits = fix?.edits ?? [];
    const files = [...new Set(edits.map(({ at }) => at.file))];
    return {
        description: { text: textOf(fix?.description ?? "") },
        artifactChanges: files.map((file) => ({
            artifactLocation: artifact(file),
            replacements: edits
                .filter(({ at }) => at.file === file)
                .map(({ at, text }) => ({ deletedRegion: region(places.at(at, "head")), insertedContent: { text } })),
        })),
    };
}


/***/ })

};
