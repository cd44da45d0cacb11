export const id = 578;
export const ids = [578];
export const modules = {

/***/ 10242:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   inFormat: () => (/* binding */ inFormat),
/* harmony export */   why: () => (/* binding */ why)
/* harmony export */ });
/* harmony import */ var _report_links_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51006);
/* harmony import */ var _report_positions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70571);
/* harmony import */ var _report_told_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23782);
/* harmony import */ var _report_trace_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28517);
/* harmony import */ var _report_why_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20425);
/* harmony import */ var _trace_why_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16346);
/* harmony import */ var _find_asked_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3839);
/* harmony import */ var _read_versions_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(60613);
/* harmony import */ var _say_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2486);
/* harmony import */ var _write_output_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(55558);










/** `windsock why`: why a DAG, a task, a group or a value is as it is; with `--from`, why it comes after something. */
async function why(host, name, options) {
    const say = (0,_say_js__WEBPACK_IMPORTED_MODULE_9__/* .createSay */ .I)(host, options);
    const { project } = await (0,_read_versions_js__WEBPACK_IMPORTED_MODULE_7__/* .readOne */ .J)(host, options, say);
    const subject = (0,_find_asked_js__WEBPACK_IMPORTED_MODULE_6__/* .findAsked */ .E)(project, name);
    const places = (0,_report_positions_js__WEBPACK_IMPORTED_MODULE_1__/* .placesOf */ .ek)({ base: null, head: project });
    const context = { places, links: _report_links_js__WEBPACK_IMPORTED_MODULE_0__.noLinks };
    if (options.from !== undefined) {
        const found = (0,_trace_why_js__WEBPACK_IMPORTED_MODULE_5__/* .whyBefore */ .m)(project, (0,_find_asked_js__WEBPACK_IMPORTED_MODULE_6__/* .findAsked */ .E)(project, options.from), subject);
        const text = inFormat(host, options, () => (0,_report_why_words_js__WEBPACK_IMPORTED_MODULE_4__/* .whyBeforeInWords */ .aX)(found, context), () => (0,_report_trace_json_js__WEBPACK_IMPORTED_MODULE_3__/* .whyBeforeToJson */ .ZI)(found, places));
        await (0,_write_output_js__WEBPACK_IMPORTED_MODULE_8__/* .writeOutput */ .z)(host, options, say, text);
        return 0;
    }
    const found = (0,_trace_why_js__WEBPACK_IMPORTED_MODULE_5__/* .whyOf */ .g)(project, subject);
    const text = inFormat(host, options, () => (0,_report_why_words_js__WEBPACK_IMPORTED_MODULE_4__/* .whyInWords */ .xf)(found, context), () => (0,_report_trace_json_js__WEBPACK_IMPORTED_MODULE_3__/* .whyToJson */ .u3)(found, places));
    await (0,_write_output_js__WEBPACK_IMPORTED_MODULE_8__/* .writeOutput */ .z)(host, options, say, text);
    return 0;
}
/** An answer in the format that was asked for. */
function inFormat(host, options, told, json) {
    switch (options.format) {
        case "text":
            return (0,_report_told_js__WEBPACK_IMPORTED_MODULE_2__/* .toldText */ .l)(told(), (0,_write_output_js__WEBPACK_IMPORTED_MODULE_8__/* .textStyle */ .X)(host, options));
        case "markdown":
            return (0,_report_told_js__WEBPACK_IMPORTED_MODULE_2__/* .toldMarkdown */ .n)(told());
        case "json":
            return `${JSON.stringify(json(), null, 2)}\n`;
    }
}


/***/ }),

/***/ 3839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ findAsked)
/* harmony export */ });
/* harmony import */ var _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35357);
/* harmony import */ var _trace_find_subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22070);
/* harmony import */ var _pick_dags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82840);



/** What `DAG`, `DAG.TASK` or `DAG.TASK.KEY` names. Throws a `UserError` with the nearest name where there is nothing. */
function findAsked(project, name) {
    const found = (0,_trace_find_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .findSubject */ .o)(project, name);
    if (found.ok)
        return found.subject;
    if (found.names.length === 0)
        throw new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`${found.message}: no gusty DAG was found here`);
    const near = found.near === null ? (0,_pick_dags_js__WEBPACK_IMPORTED_MODULE_1__/* .didYouMean */ .au)(name, found.names) : `did you mean \`${found.near}\`?`;
    throw new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`${found.message}: ${near}`);
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

/***/ 54683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ tasksAfter)
/* harmony export */ });
/** Every task that comes after one of `from`, at any distance; those of `from` only where a cycle leads back to them. */
function tasksAfter(from, edges) {
    const next = new Map();
    for (const { up, down } of edges) {
        const downs = next.get(up);
        if (downs)
            downs.push(down);
        else
            next.set(up, [down]);
    }
    const reached = new Set();
    const waiting = [...from];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        for (const down of next.get(id) ?? []) {
            if (reached.has(down))
                continue;
            reached.add(down);
            waiting.push(down);
        }
    }
    return reached;
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

/***/ 28517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AV: () => (/* binding */ impactToJson),
/* harmony export */   ZI: () => (/* binding */ whyBeforeToJson),
/* harmony export */   u3: () => (/* binding */ whyToJson)
/* harmony export */ });
/* harmony import */ var _build_operators_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(59982);
/* harmony import */ var _trace_origin_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2398);
/* harmony import */ var _impact_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59265);
/* harmony import */ var _json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10337);




const subjectJson = ({ dag, node, key }) => ({
    dag: dag.id,
    task: node?.t === "task" ? node.id : null,
    group: node?.t === "group" ? node.id : null,
    key,
});
const placeJson = (span, places) => {
    const place = span && places.at(span, "head");
    return { file: place?.file ?? null, line: place?.line ?? null };
};
const linkJson = ({ up, down, via, whole, from }, places) => ({
    from: { dag: up.dag, task: whole ? null : up.task },
    to: { ...down },
    via,
    ...placeJson(from, places),
});
const originJson = ({ by, below, group, at }, places) => ({
    by,
    below,
    group,
    ...placeJson(at, places),
});
/** Why something is as it is, as plain data: version 1, described in docs/command-line.md. Secrets are hidden. */
function whyToJson(why, places) {
    return {
        version: 1,
        subject: subjectJson(why.subject),
        outcome: why.subject.dag.outcome,
        operator: why.task?.operator ? (0,_build_operators_js__WEBPACK_IMPORTED_MODULE_2__/* .operatorPath */ .se)(why.task.operator) : null,
        file: why.task?.spec?.file ?? why.group?.folder ?? why.subject.dag.site.folder,
        waitsFor: why.waitsFor && { dag: why.waitsFor.dag, task: why.waitsFor.task },
        values: why.values.map(({ key, value, origin, beats, ifTaken }) => ({
            key,
            value: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonValue */ .I)(value, key),
            from: originJson(origin, places),
            beats: beats.map((other) => ({ value: (0,_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonValue */ .I)(other.value, key), from: originJson(other.origin, places) })),
            ifTaken,
        })),
        dropped: why.dropped.map((field) => ({ key: field.key, ...placeJson((0,_trace_origin_js__WEBPACK_IMPORTED_MODULE_3__/* .placeOf */ .$)(field), places) })),
        before: why.before.map((link) => linkJson(link, places)),
        after: why.after.map((link) => linkJson(link, places)),
        upstream: [...why.upstream],
    };
}
/** How one comes before another, as plain data. */
const whyBeforeToJson = ({ from, to, path, reversed }, places) => ({
    version: 1,
    from: subjectJson(from),
    to: subjectJson(to),
    path: path === null ? null : path.map((link) => linkJson(link, places)),
    reversed,
});
/** What lies downstream, as plain data. */
const impactToJson = ({ subject, dags }, project) => ({
    version: 1,
    subject: subjectJson(subject),
    dags: dags.map(({ dag, distance, tasks, sensors }) => ({
        dag,
        distance,
        owners: (0,_impact_words_js__WEBPACK_IMPORTED_MODULE_0__/* .ownersIn */ .q)(project, dag),
        sensors: sensors.map((sensor) => ({ ...sensor })),
        tasks: [...tasks],
    })),
});


/***/ })

};
