export const id = 665;
export const ids = [665];
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

/***/ 10337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ jsonValue)
/* harmony export */ });
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92339);
/* harmony import */ var _value_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13828);


const DEPTH = 50;
/** A value for the JSON report, with secrets hidden; `path` is the path of keys to it. */
function jsonValue(value, path, depth = 0) {
    const python = () => ({ python: (0,_value_text_js__WEBPACK_IMPORTED_MODULE_1__/* .valueText */ .R)(value, path, 1000) });
    if (depth > DEPTH)
        return python();
    switch (value.t) {
        case "null":
            return null;
        case "bool":
            return value.v;
        case "int":
            return (0,_value_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isHidden */ .d)(path) || value.v > BigInt(Number.MAX_SAFE_INTEGER) || value.v < BigInt(Number.MIN_SAFE_INTEGER)
                ? python()
                : Number(value.v);
        case "float":
            return (0,_value_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isHidden */ .d)(path) || !Number.isFinite(value.v) ? python() : value.v;
        case "str":
            return (0,_value_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isHidden */ .d)(path) ? python() : (0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskCommand */ .Iq)(value.v);
        case "list":
            return value.v.map((item) => jsonValue(item, path, depth + 1));
        case "map": {
            const entries = value.v.flatMap(([key, item]) => key.t === "str" ? [[key.v, jsonValue(item, `${path}.${key.v}`, depth + 1)]] : []);
            return entries.length === value.v.length ? Object.fromEntries(entries) : python();
        }
        default:
            return python();
    }
}


/***/ }),

/***/ 9665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reviewToJson: () => (/* binding */ reviewToJson)
/* harmony export */ });
/* harmony import */ var _build_deployments_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27487);
/* harmony import */ var _compare_default_args_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10107);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10337);
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92339);
/* harmony import */ var _owners_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76495);
/* harmony import */ var _positions_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70571);






/**
 * The review as plain data, ready for `JSON.stringify`: version 1 of the format that `docs/schema/review-1.json`
 * describes. Secrets are hidden. `timing` is the caller's: it stays out of everything that is compared.
 */
function reviewToJson(review, timing) {
    const places = (0,_positions_js__WEBPACK_IMPORTED_MODULE_4__/* .placesOf */ .ek)(review);
    return {
        version: 1,
        tool: { name: review.tool.name, version: review.tool.version },
        base: review.base && { commit: review.base.commit },
        head: { commit: review.head.commit },
        conclusion: review.conclusion,
        counts: { error: review.counts.error, warning: review.counts.warning, notice: review.counts.notice },
        findings: review.findings.map((finding) => findingJson(finding, places)),
        dags: review.changes.map((change) => dagJson(change, review, places)),
        unreadable: review.head.discovery.undecided
            .filter(({ hides }) => hides.what === "sites")
            .map(({ at, why }) => ({ file: at.file, line: places.at(at, "head").line, reason: (0,_mask_js__WEBPACK_IMPORTED_MODULE_2__/* .maskMessage */ .I1)(why) })),
        ...(timing ? { timing: { totalMs: timing.totalMs } } : {}),
    };
}
function findingJson(finding, places) {
    const side = (0,_positions_js__WEBPACK_IMPORTED_MODULE_4__/* .sideOf */ .Jh)(finding);
    const { file, line, column, endLine, endColumn } = places.at(finding.at, side);
    const { dag, task } = finding.subject;
    return {
        rule: finding.rule,
        severity: finding.severity,
        effect: finding.effect,
        message: (0,_mask_js__WEBPACK_IMPORTED_MODULE_2__/* .maskMessage */ .I1)(finding.message),
        advice: finding.advice === null ? null : (0,_mask_js__WEBPACK_IMPORTED_MODULE_2__/* .maskMessage */ .I1)(finding.advice),
        file,
        line,
        column,
        endLine,
        endColumn,
        dag: dag ?? null,
        task: task ?? null,
        stops: [...finding.stops],
        state: finding.state,
        gates: finding.gates,
        baseline: finding.baseline,
        accepted: finding.accepted && { by: finding.accepted.by, reason: (0,_mask_js__WEBPACK_IMPORTED_MODULE_2__/* .maskMessage */ .I1)(finding.accepted.reason) },
        fingerprint: finding.fingerprint,
        related: finding.related.map(({ at, message }) => ({
            file: at.file,
            line: places.at(at, side).line,
            message: (0,_mask_js__WEBPACK_IMPORTED_MODULE_2__/* .maskMessage */ .I1)(message),
        })),
        fix: finding.fix && {
            description: (0,_mask_js__WEBPACK_IMPORTED_MODULE_2__/* .maskMessage */ .I1)(finding.fix.description),
            safe: finding.fix.safe,
            edits: finding.fix.edits.map(({ at, text }) => {
                const place = places.at(at, side);
                return {
                    file: at.file,
                    start: [place.line, place.column],
                    end: [place.endLine, place.endColumn],
                    text,
                };
            }),
            ...(finding.fix.renames ? { renames: finding.fix.renames.map(({ from, to }) => ({ from, to })) } : {}),
        },
    };
}
function dagJson(change, review, places) {
    const [project, side] = change.head || !review.base ? [review.head, "head"] : [review.base, "base"];
    const site = (change.head ?? change.base)?.site;
    const deployment = project.deployments?.find(({ dags }) => dags.some((dag) => dag.site === site));
    const { airflow, gusty } = (deployment ?? project).versions;
    const { added, removed, renamed, moved, changed } = change.tasks;
    return {
        id: change.id,
        deployment: deployment ? (0,_build_deployments_js__WEBPACK_IMPORTED_MODULE_5__/* .deploymentName */ .pC)(deployment) : null,
        path: site?.folder ?? "",
        airflow: airflow.version ?? String(airflow.major),
        gusty: gusty.none ? "none" : gusty.version,
        entryPoint: site ? { file: site.declared.file, line: places.at(site.declared, side).line } : null,
        change: change.kind,
        hash: { base: change.hash.base, head: change.hash.head },
        tasks: {
            added: [...added],
            removed: [...removed],
            renamed: renamed.map(({ from, to }) => [from, to]),
            moved: moved.map(({ id, from, to }) => ({ id, from, to })),
            changed: changed.map(({ id, fields, code }) => ({ id, fields: fields.map(fieldJson), code })),
        },
        edges: {
            added: change.edges.added.map((edge) => [...edge]),
            removed: change.edges.removed.map((edge) => [...edge]),
        },
        settings: change.settings.map((field) => settingJson(field, change.head)),
        operators: change.operators.map(({ operator, files, tasks }) => ({
            operator,
            files: [...files],
            tasks: [...tasks],
        })),
        backfill: change.backfill && { ...change.backfill },
        files: [...change.files],
        migrated: change.migrated,
        filesMoved: change.filesMoved.map((pair) => [...pair]),
        risk: [...change.risk],
        downstream: change.downstream.map(({ dag, tasks }) => {
            const waiting = review.head.dags.find(({ id }) => id === dag);
            return { dag, tasks: [...tasks], owners: waiting ? (0,_owners_js__WEBPACK_IMPORTED_MODULE_3__/* .ownersOf */ .K)(waiting) : [] };
        }),
        undecided: project.discovery.undecided.flatMap(({ at, expression, hides }) => hides.what === "argument" && hides.folder === site?.folder
            ? [{ path: hides.path, expression: (0,_mask_js__WEBPACK_IMPORTED_MODULE_2__/* .maskPython */ .rS)(expression), file: at.file, line: places.at(at, side).line }]
            : []),
    };
}
/** A default argument also says how many tasks it reaches; `null` where that is not known. */
const settingJson = (field, head) => ({
    ...fieldJson(field),
    ...(head && field.path.startsWith("default_args.") ? { reaches: (0,_compare_default_args_js__WEBPACK_IMPORTED_MODULE_0__/* .reachOfDefault */ .X)(head, field.path) } : {}),
});
/** `from` or `to` is missing where the field is not set on that side; `null` is Python's `None`. */
const fieldJson = ({ path, from, to }) => ({
    path,
    ...(from ? { from: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonValue */ .I)(from, path) } : {}),
    ...(to ? { to: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonValue */ .I)(to, path) } : {}),
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
