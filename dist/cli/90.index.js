export const id = 90;
export const ids = [90];
export const modules = {

/***/ 5233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ checkProject),
  O: () => (/* binding */ siftProject)
});

// EXTERNAL MODULE: ./build/build/deployments.js
var deployments = __webpack_require__(27487);
// EXTERNAL MODULE: ./build/discover/path-pattern.js
var path_pattern = __webpack_require__(98584);
// EXTERNAL MODULE: ./build/check/ignores.js
var ignores = __webpack_require__(31000);
// EXTERNAL MODULE: ./build/check/rules.js + 70 modules
var rules = __webpack_require__(77853);
;// CONCATENATED MODULE: ./build/check/version-choices.js
/** Effects of which an error must be true whatever version runs. */
const CERTAIN = ["fails", "dropped", "hangs"];
/**
 * The findings of a project that may run on several versions: an error that does not hold for all of them is a warning
 * that says for which it holds, and what would be an error only on another Airflow is added as such a warning.
 * `findAll` finds everything in a project compiled for one choice; `other` is the version compared with.
 */
function acrossVersions(project, other, findAll) {
    const main = { choice: choiceOf(project.versions), findings: findAll(project, other) };
    const rest = (project.others ?? []).map((compiled) => {
        const choice = choiceOf(compiled.versions);
        const match = other?.others?.find((one) => isSame(choiceOf(one.versions), choice)) ?? other;
        return { choice, findings: findAll(compiled, match) };
    });
    if (rest.length === 0)
        return main.findings;
    const all = [main, ...rest].map((one) => ({ ...one, keys: new Set(one.findings.map(keyOf)) }));
    const lowered = main.findings.map((finding) => lower(finding, main.choice, all));
    const added = rest
        .filter(({ choice }) => choice.airflow !== main.choice.airflow)
        .flatMap(({ choice, findings }) => findings
        .filter((finding) => isCertain(finding) && !all[0]?.keys.has(keyOf(finding)))
        .map((finding) => lower(finding, choice, all)));
    return [...lowered, ...added];
}
const choiceOf = ({ airflow, gusty }) => ({ airflow: airflow.major, gusty: gusty.version });
const isSame = (a, b) => a.airflow === b.airflow && a.gusty === b.gusty;
const isCertain = ({ effect, severity }) => severity === "error" && CERTAIN.includes(effect);
/** What makes two findings the same one: words differ between versions, and ids too, such as those of sensors. */
const keyOf = ({ rule, at }) => JSON.stringify([rule, at.file, at.start]);
function lower(finding, own, all) {
    const without = all.filter(({ keys }) => !keys.has(keyOf(finding)));
    const [first] = without;
    if (!isCertain(finding) || !first)
        return finding;
    const differs = first.choice.airflow !== own.airflow ? inAirflow : inGusty;
    const message = `${finding.message} Holds for ${differs(own)}, not for ${differs(first.choice)}, and the repository does not say which of them runs.`;
    return { ...finding, severity: "warning", message };
}
const inAirflow = ({ airflow }) => `Airflow ${airflow}`;
const inGusty = ({ gusty }) => (gusty === null ? "the newest gusty" : `gusty ${gusty}`);

;// CONCATENATED MODULE: ./build/check/check-project.js





/**
 * Every finding of one version, with the severities that the configuration sets, without the rules it turns off and
 * without what files ignore themselves, in a fixed order: by file, place, rule. `other` is the version it is compared
 * with, so that messages can say what this change did.
 */
const checkProject = (project, other) => siftProject(project, other).findings;
/**
 * As `checkProject`, with the findings that files ignore, and their reasons. Of several deployments each is checked by
 * itself; what is said of a file that they share is said once.
 */
function siftProject(project, other) {
    if (project.deployments === undefined) {
        return (0,ignores/* siftIgnored */.rM)(project, other, [...acrossVersions(project, other, findAll)].sort(byPlace));
    }
    const sifted = (0,deployments/* pairDeployments */.Rz)(other, project).map(({ name, base, head }, index) => {
        const shared = index === 0 ? project.problems : [];
        const { findings, ignored } = siftProject({ ...head, problems: [...shared, ...head.problems] }, base);
        return {
            findings: findings.map((finding) => findingIn(name, finding)),
            ignored: ignored.map(({ finding, reason }) => ({ finding: findingIn(name, finding), reason })),
        };
    });
    return {
        findings: once(sifted.flatMap(({ findings }) => findings)).sort(byPlace),
        ignored: sifted.flatMap(({ ignored }) => ignored),
    };
}
/** A finding as it is told in a project of several deployments. */
const findingIn = (deployment, finding) => ({
    ...finding,
    subject: finding.subject.dag === undefined
        ? finding.subject
        : { ...finding.subject, dag: (0,deployments/* nameIn */.ZC)(deployment, finding.subject.dag) },
    stops: finding.stops.map((id) => (0,deployments/* nameIn */.ZC)(deployment, id)),
});
const once = (findings) => [
    ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];
function findAll(project, other) {
    const { config } = project;
    const severityOf = severities(config);
    return rules/* RULES */.y.flatMap((rule) => {
        if (config.rules.get(rule.name) === "off" && config.paths.length === 0)
            return [];
        return rule.check({ project, other }).flatMap((finding) => {
            const wanted = severityOf(rule.name, finding.at.file);
            if (wanted === "off")
                return [];
            return [wanted === null ? finding : { ...finding, severity: wanted }];
        });
    });
}
/** What the configuration makes of a rule in a file: of `paths` the last that matches and names it, else `rules`; `null`: nothing. */
function severities(config) {
    const matching = new Map();
    return (rule, file) => {
        const known = matching.get(file);
        const paths = known ?? config.paths.filter(({ match }) => (0,path_pattern/* matchesPath */.$)(match, file));
        if (!known)
            matching.set(file, paths);
        const own = paths.map(({ rules }) => rules.get(rule) ?? rules.get("*")).filter((one) => one !== undefined);
        return own.at(-1) ?? config.rules.get(rule) ?? null;
    };
}
function byPlace(a, b) {
    return (compare(a.at.file, b.at.file) ||
        a.at.start - b.at.start ||
        compare(a.rule, b.rule) ||
        compare(JSON.stringify(a.subject), JSON.stringify(b.subject)) ||
        compare(a.message, b.message));
}
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);


/***/ }),

/***/ 93556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AK: () => (/* binding */ findingDigest),
/* harmony export */   qJ: () => (/* binding */ judgeFindings),
/* harmony export */   us: () => (/* binding */ tellApart)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/**
 * Tells new findings from those that the base has too, and from those that this change mends, and says which gate: new
 * errors, or with `gate: touched` all errors in touched files, or with `gate: all` all; never one that the baseline or
 * a person accepts. With no base everything is new. In report order: what gates first, then by severity, then as given; mended
 * ones last.
 */
function judgeFindings(base, head, options) {
    const before = base ? tellApart(base, options.texts.base ?? new Map()) : [];
    const now = tellApart(head, options.texts.head);
    const known = pairUp(now, before);
    const accepted = pairUp(now, options.config.accepted);
    const judged = now.map((told) => {
        const state = known.has(told) ? "existing" : "new";
        const baseline = accepted.has(told);
        const byPerson = acceptanceOf(told, options.acceptances);
        const gating = !baseline && byPerson === null && gates(told.finding, state, options);
        return { ...told.finding, fingerprint: told.fingerprint, state, baseline, accepted: byPerson, gates: gating };
    });
    const still = new Set(known.values());
    const fixed = before
        .filter((told) => !still.has(told))
        .map(({ finding, fingerprint }) => ({
        ...finding,
        fingerprint,
        state: "fixed",
        baseline: false,
        accepted: null,
        gates: false,
    }));
    return [...judged, ...fixed]
        .map((finding, index) => ({ finding, index }))
        .sort((a, b) => rank(a.finding) - rank(b.finding) || a.index - b.index)
        .map(({ finding }) => finding);
}
/** Pairs each of `now` with one of `before`: by fingerprint, and what is left, by likeness, one for one. */
function pairUp(now, before) {
    const byPrint = new Map(before.map((told) => [told.fingerprint, told]));
    const pairs = new Map();
    for (const told of now) {
        const same = byPrint.get(told.fingerprint);
        if (same)
            pairs.set(told, same);
    }
    const taken = new Set(pairs.values());
    const left = new Map();
    for (const told of before) {
        if (!taken.has(told))
            left.set(told.likeness, [...(left.get(told.likeness) ?? []), told]);
    }
    for (const told of now) {
        const like = pairs.has(told) ? undefined : left.get(told.likeness)?.shift();
        if (like)
            pairs.set(told, like);
    }
    return pairs;
}
/** A person's acceptance holds for the finding that they saw: with another text or severity it is another one. */
function acceptanceOf(told, acceptances) {
    const found = acceptances.find(({ fingerprint, digest }) => fingerprint === told.fingerprint && digest === findingDigest(told.finding));
    return found ? { by: found.by, reason: found.reason } : null;
}
/** What a finding says, as a hash: its place may move, its words and its weight may not. */
const findingDigest = ({ rule, effect, severity, subject, message }) => {
    const { dag = "", task = "", group = "", key = "" } = subject;
    return hash(JSON.stringify([rule, effect, severity, dag, task, group, key, message]));
};
function gates(finding, state, { config, touched }) {
    if (finding.severity !== "error" || config.reportOnly)
        return false;
    if (state === "new" || config.gate === "all")
        return true;
    return config.gate === "touched" && touched.has(finding.at.file);
}
const SEVERITIES = ["error", "warning", "notice"];
const rank = (finding) => (finding.state === "fixed" ? 100 : 0) + (finding.gates ? 0 : 10) + SEVERITIES.indexOf(finding.severity);
/**
 * A fingerprint is made of the rule, the subject and the how-manieth of these it is, so that it survives moved lines; a
 * likeness of the rule, the DAG, the key and the text at the place, so that it survives a renamed file.
 */
function tellApart(findings, texts) {
    const counts = new Map();
    return findings.map((finding) => {
        const { dag = "", task = "", group = "", key = "" } = finding.subject;
        const place = dag === "" ? finding.at.file : "";
        const about = JSON.stringify([finding.rule, dag, task, group, key, place]);
        const nth = counts.get(about) ?? 0;
        counts.set(about, nth + 1);
        const { file, start, end } = finding.at;
        const text = (texts.get(file) ?? "").slice(start, Math.min(end, start + 500));
        return {
            finding,
            fingerprint: hash(`${about}#${nth}`),
            likeness: hash(JSON.stringify([finding.rule, dag, key, text])),
        };
    });
}
const hash = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex").slice(0, 16);


/***/ }),

/***/ 8090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   review: () => (/* binding */ review)
/* harmony export */ });
/* harmony import */ var _review_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74346);
/* harmony import */ var _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35357);
/* harmony import */ var _open_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97415);
/* harmony import */ var _read_versions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60613);
/* harmony import */ var _say_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2486);





/** `windsock review`: 1 where something gates, else 0. */
async function review(host, options) {
    if (options.worktree && options.head !== undefined) {
        throw new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y("--worktree and --head name two versions to review", "Leave one of them out.");
    }
    (0,_open_report_js__WEBPACK_IMPORTED_MODULE_2__/* .checkOpen */ .h)(options);
    const say = (0,_say_js__WEBPACK_IMPORTED_MODULE_4__/* .createSay */ .I)(host, options);
    const { base, head } = await (0,_read_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .readVersions */ .q)(host, options, say);
    say.step("comparing and checking");
    const result = (0,_review_js__WEBPACK_IMPORTED_MODULE_0__/* .reviewProjects */ .j)(base, head);
    await (0,_open_report_js__WEBPACK_IMPORTED_MODULE_2__/* .giveReport */ .C)(host, options, say, result);
    return result.conclusion === "failure" ? 1 : 0;
}


/***/ }),

/***/ 97415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ checkOpen),
  C: () => (/* binding */ giveReport)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/snapshot/user-error.js
var user_error = __webpack_require__(35357);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./build/cli/open-file.js

/** Shows a file in the person's browser: `$BROWSER`, else what the system opens files with. False where that does not start. */
function openFile(host, path) {
    const [command, ...args] = open_file_opener(host, path);
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_.spawn)(command, args, { detached: true, stdio: "ignore" });
        child.once("error", () => resolve(false));
        child.once("spawn", () => {
            child.unref();
            resolve(true);
        });
    });
}
function open_file_opener({ env }, path) {
    if (env.BROWSER)
        return [env.BROWSER, path];
    if (process.platform === "darwin")
        return ["open", path];
    if (process.platform === "win32")
        return ["explorer.exe", path];
    return ["xdg-open", path];
}

// EXTERNAL MODULE: ./build/cli/render-review.js
var render_review = __webpack_require__(61998);
// EXTERNAL MODULE: ./build/cli/write-output.js
var write_output = __webpack_require__(55558);
;// CONCATENATED MODULE: ./build/cli/open-report.js







/** Refuses `--open` with a format that no browser shows. */
function checkOpen({ open, format }) {
    if (open && format !== "html")
        throw new user_error/* UserError */.y("--open shows the HTML report", "Add --format html.");
}
/** Writes a review where it was asked for; with `open` to a file, which is then shown in the browser. */
async function giveReport(host, options, say, review) {
    const report = await (0,render_review/* renderReview */.F)(review, options.format, host, options);
    if (!options.open) {
        await (0,write_output/* writeOutput */.z)(host, options, say, report);
        return;
    }
    const named = options.output === undefined || options.output === "-" ? null : options.output;
    const output = named ?? (0,external_node_path_.join)(await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "windsock-review-")), "review.html");
    await (0,write_output/* writeOutput */.z)(host, { ...options, output }, say, report);
    const path = (0,external_node_path_.resolve)(host.cwd, output);
    if (!(await openFile(host, path)))
        say.note(`no browser could be started: open ${path} yourself`);
}


/***/ }),

/***/ 61998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ renderReview)
/* harmony export */ });
/* harmony import */ var _write_output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55558);

/** A review in the format that was asked for. Loads only what that format needs. */
async function renderReview(review, format, host, options) {
    switch (format) {
        case "text":
            return (await Promise.all(/* import() */[__webpack_require__.e(670), __webpack_require__.e(266), __webpack_require__.e(951), __webpack_require__.e(920)]).then(__webpack_require__.bind(__webpack_require__, 13920))).renderText(review, (0,_write_output_js__WEBPACK_IMPORTED_MODULE_0__/* .textStyle */ .X)(host, options));
        case "markdown": {
            const [{ renderComment }, { noLinks }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(670), __webpack_require__.e(266), __webpack_require__.e(951), __webpack_require__.e(402), __webpack_require__.e(554)]).then(__webpack_require__.bind(__webpack_require__, 17554)),
                __webpack_require__.e(/* import() */ 6).then(__webpack_require__.bind(__webpack_require__, 51006)),
            ]);
            return renderComment(review, { links: noLinks });
        }
        case "json":
            return `${JSON.stringify((await __webpack_require__.e(/* import() */ 665).then(__webpack_require__.bind(__webpack_require__, 9665))).reviewToJson(review), null, 2)}\n`;
        case "html":
            return (await Promise.all(/* import() */[__webpack_require__.e(670), __webpack_require__.e(266), __webpack_require__.e(951), __webpack_require__.e(808), __webpack_require__.e(21)]).then(__webpack_require__.bind(__webpack_require__, 40808))).renderHtml(review);
        case "sarif":
            return `${JSON.stringify((await __webpack_require__.e(/* import() */ 150).then(__webpack_require__.bind(__webpack_require__, 35150))).reviewToSarif(review), null, 2)}\n`;
        case "junit":
            return (await __webpack_require__.e(/* import() */ 227).then(__webpack_require__.bind(__webpack_require__, 44227))).renderJunit(review);
        case "github": {
            const [{ annotationsOf }, { workflowCommands }] = await Promise.all([
                __webpack_require__.e(/* import() */ 241).then(__webpack_require__.bind(__webpack_require__, 46241)),
                __webpack_require__.e(/* import() */ 141).then(__webpack_require__.bind(__webpack_require__, 13141)),
            ]);
            return workflowCommands(annotationsOf(review));
        }
    }
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

/***/ 74346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ reviewProjects)
/* harmony export */ });
/* harmony import */ var _build_deployments_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27487);
/* harmony import */ var _check_check_project_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5233);
/* harmony import */ var _check_judge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93556);
/* harmony import */ var _compare_compare_projects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50190);
/* harmony import */ var _compare_migrated_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96237);
/* harmony import */ var _emit_emit_dag_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4978);
/* harmony import */ var _model_tool_version_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(96327);







/**
 * The whole review of one change: what differs, what is wrong, and the generated Python of both versions. With `before`
 * `null` it looks at `after` alone. `acceptances` are of this pull request. Pure: the same input gives the same review.
 */
function reviewProjects(before, after, acceptances = []) {
    const [base, given] = before ? (0,_build_deployments_js__WEBPACK_IMPORTED_MODULE_5__/* .alignDeployments */ .Sx)(before, after) : [null, after];
    const head = base ? (0,_compare_migrated_js__WEBPACK_IMPORTED_MODULE_3__/* .withMigrated */ .s)(base, given) : given;
    const changes = (0,_compare_compare_projects_js__WEBPACK_IMPORTED_MODULE_2__/* .compareProjects */ .i)(base ?? head, head);
    const findings = (0,_check_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeFindings */ .qJ)(base && (0,_check_check_project_js__WEBPACK_IMPORTED_MODULE_0__/* .checkProject */ .s)(base, null), (0,_check_check_project_js__WEBPACK_IMPORTED_MODULE_0__/* .checkProject */ .s)(head, base), {
        config: head.config,
        acceptances,
        touched: new Set(changes.flatMap((change) => change.files)),
        texts: { base: base?.texts ?? null, head: head.texts },
    });
    return {
        tool: { name: "windsock", version: _model_tool_version_js__WEBPACK_IMPORTED_MODULE_6__/* .VERSION */ .x },
        base,
        head,
        changes,
        findings,
        generated: changes.map((change) => generatedPair(change, base, head)),
        counts: countsOf(findings),
        conclusion: findings.some((finding) => finding.gates) ? "failure" : "success",
    };
}
function generatedPair(change, base, head) {
    const before = change.base && base && emitIn(base, change.base);
    const after = change.head && emitIn(head, change.head);
    return {
        dag: change.id,
        base: before?.ok ? before.file : null,
        head: after?.ok ? after.file : null,
        why: after && !after.ok ? after.why : before && !before.ok ? before.why : null,
    };
}
/** The generated Python of a DAG in its own deployment, under the id by which the review tells it. */
function emitIn(project, dag) {
    for (const { config, dags, texts } of (0,_build_deployments_js__WEBPACK_IMPORTED_MODULE_5__/* .deploymentsOf */ .o)(project)) {
        const own = dags.find(({ site }) => site === dag.site);
        if (own === undefined)
            continue;
        const emitted = (0,_emit_emit_dag_js__WEBPACK_IMPORTED_MODULE_4__/* .emitDag */ .o)(own, { directory: config.generated.directory, texts });
        return emitted.ok ? { ...emitted, file: { ...emitted.file, dag: dag.id } } : emitted;
    }
    return null;
}
function countsOf(findings) {
    const present = findings.filter((finding) => finding.state !== "fixed");
    const count = (severity) => present.filter((finding) => finding.severity === severity).length;
    return { error: count("error"), warning: count("warning"), notice: count("notice") };
}


/***/ })

};
