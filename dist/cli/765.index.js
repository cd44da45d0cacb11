export const id = 765;
export const ids = [765];
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

/***/ 82765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  check: () => (/* binding */ check),
  onlyWithin: () => (/* binding */ onlyWithin)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/fix/fix-all.js + 1 modules
var fix_all = __webpack_require__(11460);
// EXTERNAL MODULE: ./build/fix/patch-text.js
var patch_text = __webpack_require__(41768);
// EXTERNAL MODULE: ./build/model/path.js
var model_path = __webpack_require__(68575);
// EXTERNAL MODULE: ./build/review.js
var review = __webpack_require__(74346);
// EXTERNAL MODULE: ./build/snapshot/user-error.js
var user_error = __webpack_require__(35357);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
// EXTERNAL MODULE: ./build/cli/write-fixed.js
var write_fixed = __webpack_require__(85293);
;// CONCATENATED MODULE: ./build/cli/fix.js


const WHY = {
    differs: "it has changed meanwhile, or holds other bytes than text",
    "no file": "it is no plain file here",
    "name taken": "another file has the new name",
};
/** Writes the fixed files, and says what was done. Gives the number of files that could not be written. */
async function writeFixes(host, say, root, { files, applied }) {
    let left = 0;
    for (const [path, { from, before, after }] of files) {
        const written = await (0,write_fixed/* writeFixed */.y)(root, from, path, before, after);
        if (written === "written")
            continue;
        left += 1;
        const why = WHY[written];
        host.err(`${(0,visible/* visibleLine */.P8)(`not written: ${from}, since ${why}`)}\n`);
    }
    const done = files.size - left;
    for (const finding of applied)
        say.note(`${finding.at.file}: ${finding.fix?.description ?? ""} (${finding.rule})`);
    say.note(done === 0 ? "nothing to fix" : `fixed ${done} ${done === 1 ? "file" : "files"}`);
    return left;
}

// EXTERNAL MODULE: ./build/cli/open-report.js + 1 modules
var open_report = __webpack_require__(97415);
// EXTERNAL MODULE: ./build/cli/pick-dags.js
var pick_dags = __webpack_require__(82840);
// EXTERNAL MODULE: ./build/cli/read-versions.js + 6 modules
var read_versions = __webpack_require__(60613);
// EXTERNAL MODULE: ./build/cli/say.js
var cli_say = __webpack_require__(2486);
// EXTERNAL MODULE: ./build/cli/tree-place.js
var tree_place = __webpack_require__(21143);
// EXTERNAL MODULE: ./build/cli/write-output.js
var write_output = __webpack_require__(55558);
;// CONCATENATED MODULE: ./build/cli/commands/check.js













/**
 * `windsock check`: 1 where something gates, else 0. With `--fix` the safe fixes are written first, and what is left is
 * reported; with `--diff` they are printed, and nothing is written.
 */
async function check(host, paths, options) {
    (0,open_report/* checkOpen */.h)(options);
    const say = (0,cli_say/* createSay */.I)(host, options);
    if (options.fix && (options.ref !== undefined || options.diff))
        throw new user_error/* UserError */.y("--fix writes to the working tree", `Leave ${options.diff ? "--diff" : "--ref"} out.`);
    const { source, snapshot, project, read } = await (0,read_versions/* readOne */.J)(host, options, say);
    const wanted = [];
    for (const path of paths)
        wanted.push(await treePath(host, source.root, snapshot.tree, path));
    (0,pick_dags/* noteNoDags */.lH)(project.dags, say);
    say.step("checking");
    if (!options.fix && !options.diff)
        return report(host, options, say, onlyWithin((0,review/* reviewProjects */.j)(null, project), wanted));
    const within = (file) => wanted.length === 0 || wanted.some((path) => (0,model_path/* isWithin */.UO)(file, path));
    const fixed = await (0,fix_all/* fixAll */.t)(snapshot, read, (finding) => within(finding.at.file));
    const left = onlyWithin((0,review/* reviewProjects */.j)(null, await read((0,fix_all/* withTexts */.j)(snapshot, fixed.files))), wanted);
    if (options.diff) {
        await (0,write_output/* writeOutput */.z)(host, options, say, (0,patch_text/* patchText */.o)(fixed));
        return left.conclusion === "failure" ? 1 : 0;
    }
    if (source.root === null)
        throw new user_error/* UserError */.y("a bare repository has no working tree to fix");
    const unwritten = await writeFixes(host, say, source.root, fixed);
    return Math.max(unwritten > 0 ? 1 : 0, await report(host, options, say, left));
}
async function report(host, options, say, result) {
    await (0,open_report/* giveReport */.C)(host, options, say, result);
    return result.conclusion === "failure" ? 1 : 0;
}
/** A path as typed, from the current folder or else from the repository's root, as a path of the tree. */
async function treePath(host, root, tree, path) {
    const top = root ?? "/";
    const places = root === null ? [] : [await (0,tree_place/* placeInside */.m)(root, (0,external_node_path_.resolve)(host.cwd, path))];
    places.push(await (0,tree_place/* placeInside */.m)(top, (0,external_node_path_.resolve)(top, path)));
    for (const place of places) {
        if (place !== null && [...tree.keys()].some((file) => (0,model_path/* isWithin */.UO)(file, place)))
            return place;
    }
    throw new user_error/* UserError */.y(`there is no file or folder \`${path}\` in this version`, "Check the path.");
}
/** The part of a review that lies in some files and folders: its DAGs and findings. All of it where none is named. */
function onlyWithin(review, paths) {
    if (paths.length === 0)
        return review;
    const within = (path) => paths.some((wanted) => (0,model_path/* isWithin */.UO)(path, wanted));
    const holds = (folder) => within(folder) || paths.some((wanted) => (0,model_path/* isWithin */.UO)(wanted, folder));
    const changes = review.changes.filter((change) => change.head !== null && holds(change.head.site.folder));
    const ids = new Set(changes.map((change) => change.id));
    const findings = review.findings.filter((finding) => within(finding.at.file));
    const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
    return {
        ...review,
        changes,
        findings,
        generated: review.generated.filter((pair) => ids.has(pair.dag)),
        counts: { error: count("error"), warning: count("warning"), notice: count("notice") },
        conclusion: findings.some((finding) => finding.gates) ? "failure" : "success",
    };
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

/***/ 85293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ writeFixed)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/**
 * Writes a fixed text to its file below `root`, with the line ends that the file has on disk. Only where the file still
 * holds what was read (`before`), is a plain file, and is reached through no link. With another name (`to`, in the same
 * folder) it is renamed too, where no other file has that name.
 */
async function writeFixed(root, path, to, before, after) {
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path);
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(place).catch(() => null);
    if (!stat?.isFile() || (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(place)) !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(root), path))
        return "no file";
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(place);
    const disk = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const windows = before.replace(/\r?\n/g, "\r\n");
    const text = disk === before ? after : disk === windows ? after.replace(/\r?\n/g, "\r\n") : null;
    if (text === null || !bytes.equals(Buffer.from(disk)))
        return "differs";
    // Where letter case makes no difference, the new name is the file itself.
    const other = to === path ? null : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, to)).catch(() => null);
    if (other && (other.ino !== stat.ino || other.dev !== stat.dev))
        return "name taken";
    if (text !== disk)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(place, text);
    if (to !== path)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(place, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, to));
    return "written";
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

/***/ 11460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ fixAll),
  j: () => (/* binding */ withTexts)
});

// EXTERNAL MODULE: ./build/check/check-project.js + 1 modules
var check_project = __webpack_require__(5233);
// EXTERNAL MODULE: ./build/fix/apply-edits.js
var apply_edits = __webpack_require__(64804);
;// CONCATENATED MODULE: ./build/fix/apply-renames.js
/**
 * The files that fixes rename, old name to new. Only files of the tree whose new name no other file has, and that no
 * second file is to get as well.
 */
function applyRenames(tree, fixes) {
    const wanted = new Map(fixes.flatMap((fix) => fix.renames ?? []).map(({ from, to }) => [from, to]));
    const targets = [...wanted.values()];
    return new Map([...wanted].filter(([from, to]) => tree.has(from) && !tree.has(to) && targets.filter((target) => target === to).length === 1));
}

;// CONCATENATED MODULE: ./build/fix/fix-all.js



/** Fixes may bring each other about; more rounds than these are not made. */
const MOST_ROUNDS = 10;
/**
 * Applies every safe fix of a version, reads the result again, and goes on until nothing is left to apply, so that a
 * second run changes nothing. `read` compiles a version; `wanted` says which findings count. Nothing is written.
 */
async function fixAll(snapshot, read, wanted = () => true) {
    const files = new Map();
    const applied = [];
    for (let round = 0; round < MOST_ROUNDS; round++) {
        const now = withTexts(snapshot, files);
        const project = await read(now);
        const safe = (0,check_project/* checkProject */.s)(project, null).filter((finding) => finding.fix?.safe && wanted(finding));
        const fixes = (0,apply_edits/* chooseFixes */.R)(project.texts, safe.flatMap(({ fix }) => (fix ? [fix] : []))).fixes;
        const changed = [...(0,apply_edits/* applyFixes */.y)(project.texts, fixes)].filter(([file, text]) => project.texts.get(file) !== text);
        const renamed = applyRenames(now.tree, fixes);
        if (changed.length === 0 && renamed.size === 0)
            break;
        const isDone = (fix) => fix !== null && fixes.includes(fix) && (fix.renames ?? []).every(({ from }) => renamed.has(from));
        applied.push(...safe.filter(({ fix }) => isDone(fix)));
        const start = (file) => {
            const text = project.texts.get(file) ?? "";
            return files.get(file) ?? { from: file, before: text, after: text };
        };
        for (const [file, after] of changed)
            files.set(file, { ...start(file), after });
        for (const [from, to] of renamed) {
            if (!project.texts.has(from))
                continue;
            files.set(to, start(from));
            files.delete(from);
        }
    }
    return { files, applied };
}
/** A version in which some files have another text, or another name. */
function withTexts(snapshot, files) {
    if (files.size === 0)
        return snapshot;
    const gone = new Set([...files.values()].map(({ from }) => from));
    const content = (text) => ({ ok: true, bytes: new TextEncoder().encode(text) });
    return {
        ...snapshot,
        commit: null,
        tree: new Map([
            ...[...snapshot.tree].filter(([path]) => !gone.has(path)),
            ...[...files.keys()].map((path) => [path, { kind: "file", oid: `fixed ${path}` }]),
        ].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
        load: async (paths) => {
            const others = await snapshot.load(paths.filter((path) => !files.has(path) && !gone.has(path)));
            const own = paths.flatMap((path) => {
                const file = files.get(path);
                if (!file && gone.has(path))
                    return [[path, { ok: false, why: "missing" }]];
                return file ? [[path, content(file.after)]] : [];
            });
            return new Map([...others, ...own]);
        },
    };
}


/***/ }),

/***/ 41768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ patchText)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94112);

/** The changes as a unified diff that `git apply` takes. */
const patchText = ({ files }) => [...files]
    .map(([path, { from, before, after }]) => {
    const patch = (0,diff__WEBPACK_IMPORTED_MODULE_0__/* .createTwoFilesPatch */ .ss)(`a/${from}`, `b/${path}`, before, after).replace(/^=+\n/, "");
    if (from === path)
        return patch;
    const head = `diff --git a/${from} b/${path}\nrename from ${from}\nrename to ${path}\n`;
    return before === after ? head : head + patch;
})
    .join("");


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


/***/ }),

/***/ 99493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pp: () => (/* binding */ diffLines)
/* harmony export */ });
/* unused harmony exports lineDiff, diffTrimmedLines, tokenize */
/* harmony import */ var _base_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63102);


class LineDiff extends _base_js__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A {
    constructor() {
        super(...arguments);
        this.tokenize = tokenize;
    }
    equals(left, right, options) {
        // If we're ignoring whitespace, we need to normalise lines by stripping
        // whitespace before checking equality. (This has an annoying interaction
        // with newlineIsToken that requires special handling: if newlines get their
        // own token, then we DON'T want to trim the *newline* tokens down to empty
        // strings, since this would cause us to treat whitespace-only line content
        // as equal to a separator between lines, which would be weird and
        // inconsistent with the documented behavior of the options.)
        if (options.ignoreWhitespace) {
            if (!options.newlineIsToken || !left.includes('\n')) {
                left = left.trim();
            }
            if (!options.newlineIsToken || !right.includes('\n')) {
                right = right.trim();
            }
        }
        else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
            if (left.endsWith('\n')) {
                left = left.slice(0, -1);
            }
            if (right.endsWith('\n')) {
                right = right.slice(0, -1);
            }
        }
        return super.equals(left, right, options);
    }
}
const lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
    return lineDiff.diff(oldStr, newStr, options);
}
function diffTrimmedLines(oldStr, newStr, options) {
    options = generateOptions(options, { ignoreWhitespace: true });
    return lineDiff.diff(oldStr, newStr, options);
}
// Exported standalone so it can be used from jsonDiff too.
function tokenize(value, options) {
    if (options.stripTrailingCr) {
        // remove one \r before \n to match GNU diff's --strip-trailing-cr behavior
        value = value.replace(/\r\n/g, '\n');
    }
    const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
    // Ignore the final empty token that occurs if the string ends with a new line
    if (!linesAndNewlines[linesAndNewlines.length - 1]) {
        linesAndNewlines.pop();
    }
    // Merge the content and line separators into single tokens
    for (let i = 0; i < linesAndNewlines.length; i++) {
        const line = linesAndNewlines[i];
        if (i % 2 && !options.newlineIsToken) {
            retLines[retLines.length - 1] += line;
        }
        else {
            retLines.push(line);
        }
    }
    return retLines;
}


/***/ }),

/***/ 94112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YB: () => (/* binding */ structuredPatch),
/* harmony export */   ss: () => (/* binding */ createTwoFilesPatch)
/* harmony export */ });
/* unused harmony exports INCLUDE_HEADERS, FILE_HEADERS_ONLY, OMIT_HEADERS, formatPatch, createPatch */
/* harmony import */ var _diff_line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99493);

/**
 * Returns true if the filename contains characters that require C-style
 * quoting (as used by Git and GNU diffutils in diff output).
 */
function needsQuoting(s) {
    for (let i = 0; i < s.length; i++) {
        if (s[i] < '\x20' || s[i] > '\x7e' || s[i] === '"' || s[i] === '\\') {
            return true;
        }
    }
    return false;
}
/**
 * C-style quotes a filename, encoding special characters as escape sequences
 * and non-ASCII bytes as octal escapes. This is the inverse of
 * `parseQuotedFileName` in parse.ts.
 *
 * Non-ASCII bytes are encoded as UTF-8 before being emitted as octal escapes.
 * This matches the behaviour of both Git and GNU diffutils, which always emit
 * UTF-8 octal escapes regardless of the underlying filesystem encoding (e.g.
 * Git for Windows converts from NTFS's UTF-16 to UTF-8 internally).
 *
 * If the filename doesn't need quoting, returns it as-is.
 */
function quoteFileNameIfNeeded(s) {
    if (!needsQuoting(s)) {
        return s;
    }
    let result = '"';
    const bytes = new TextEncoder().encode(s);
    let i = 0;
    while (i < bytes.length) {
        const b = bytes[i];
        // See https://en.wikipedia.org/wiki/Escape_sequences_in_C#Escape_sequences
        if (b === 0x07) {
            result += '\\a';
        }
        else if (b === 0x08) {
            result += '\\b';
        }
        else if (b === 0x09) {
            result += '\\t';
        }
        else if (b === 0x0a) {
            result += '\\n';
        }
        else if (b === 0x0b) {
            result += '\\v';
        }
        else if (b === 0x0c) {
            result += '\\f';
        }
        else if (b === 0x0d) {
            result += '\\r';
        }
        else if (b === 0x22) {
            result += '\\"';
        }
        else if (b === 0x5c) {
            result += '\\\\';
        }
        else if (b >= 0x20 && b <= 0x7e) {
            // Just a printable ASCII character that is neither a double quote nor a
            // backslash; no need to escape it.
            result += String.fromCharCode(b);
        }
        else {
            // Either part of a non-ASCII character or a control character without a
            // special escape sequence; needs escaping as a 3-digit octal escape
            result += '\\' + b.toString(8).padStart(3, '0');
        }
        i++;
    }
    result += '"';
    return result;
}
const INCLUDE_HEADERS = {
    includeIndex: true,
    includeUnderline: true,
    includeFileHeaders: true
};
const FILE_HEADERS_ONLY = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: true
};
const OMIT_HEADERS = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: false
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    let optionsObj;
    if (!options) {
        optionsObj = {};
    }
    else if (typeof options === 'function') {
        optionsObj = { callback: options };
    }
    else {
        optionsObj = options;
    }
    if (typeof optionsObj.context === 'undefined') {
        optionsObj.context = 4;
    }
    // We copy this into its own variable to placate TypeScript, which thinks
    // optionsObj.context might be undefined in the callbacks below.
    const context = optionsObj.context;
    // @ts-expect-error (runtime check for something that is correctly a static type error)
    if (optionsObj.newlineIsToken) {
        throw new Error('newlineIsToken may not be used with patch-generation functions, only with diffing functions');
    }
    if (!optionsObj.callback) {
        return diffLinesResultToPatch((0,_diff_line_js__WEBPACK_IMPORTED_MODULE_0__/* .diffLines */ .Pp)(oldStr, newStr, optionsObj));
    }
    else {
        const { callback } = optionsObj;
        (0,_diff_line_js__WEBPACK_IMPORTED_MODULE_0__/* .diffLines */ .Pp)(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
                const patch = diffLinesResultToPatch(diff);
                // TypeScript is unhappy without the cast because it does not understand that `patch` may
                // be undefined here only if `callback` is StructuredPatchCallbackAbortable:
                callback(patch);
            } }));
    }
    function diffLinesResultToPatch(diff) {
        // STEP 1: Build up the patch with no "\ No newline at end of file" lines and with the arrays
        //         of lines containing trailing newline characters. We'll tidy up later...
        if (!diff) {
            return;
        }
        diff.push({ value: '', lines: [] }); // Append an empty value to make cleanup easier
        function contextLines(lines) {
            return lines.map(function (entry) { return ' ' + entry; });
        }
        const hunks = [];
        let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
        for (let i = 0; i < diff.length; i++) {
            const current = diff[i], lines = current.lines || splitLines(current.value);
            current.lines = lines;
            if (current.added || current.removed) {
                // If we have previous context, start with that
                if (!oldRangeStart) {
                    const prev = diff[i - 1];
                    oldRangeStart = oldLine;
                    newRangeStart = newLine;
                    if (prev) {
                        curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
                        oldRangeStart -= curRange.length;
                        newRangeStart -= curRange.length;
                    }
                }
                // Output our changes
                for (const line of lines) {
                    curRange.push((current.added ? '+' : '-') + line);
                }
                // Track the updated file position
                if (current.added) {
                    newLine += lines.length;
                }
                else {
                    oldLine += lines.length;
                }
            }
            else {
                // Identical context lines. Track line changes
                if (oldRangeStart) {
                    // Close out any changes that have been output (or join overlapping)
                    if (lines.length <= context * 2 && i < diff.length - 2) {
                        // Overlapping
                        for (const line of contextLines(lines)) {
                            curRange.push(line);
                        }
                    }
                    else {
                        // end the range and output
                        const contextSize = Math.min(lines.length, context);
                        for (const line of contextLines(lines.slice(0, contextSize))) {
                            curRange.push(line);
                        }
                        const hunk = {
                            oldStart: oldRangeStart,
                            oldLines: (oldLine - oldRangeStart + contextSize),
                            newStart: newRangeStart,
                            newLines: (newLine - newRangeStart + contextSize),
                            lines: curRange
                        };
                        hunks.push(hunk);
                        oldRangeStart = 0;
                        newRangeStart = 0;
                        curRange = [];
                    }
                }
                oldLine += lines.length;
                newLine += lines.length;
            }
        }
        // Step 2: eliminate the trailing `\n` from each line of each hunk, and, where needed, add
        //         "\ No newline at end of file".
        for (const hunk of hunks) {
            for (let i = 0; i < hunk.lines.length; i++) {
                if (hunk.lines[i].endsWith('\n')) {
                    hunk.lines[i] = hunk.lines[i].slice(0, -1);
                }
                else {
                    hunk.lines.splice(i + 1, 0, '\\ No newline at end of file');
                    i++; // Skip the line we just added, then continue iterating
                }
            }
        }
        return {
            oldFileName: oldFileName, newFileName: newFileName,
            oldHeader: oldHeader, newHeader: newHeader,
            hunks: hunks
        };
    }
}
/**
 * creates a unified diff patch.
 *
 * @param patch either a single structured patch object (as returned by `structuredPatch`) or an
 *   array of them (as returned by `parsePatch`).
 * @param headerOptions behaves the same as the `headerOptions` option of `createTwoFilesPatch`.
 *   Ignored for patches where `isGit` is `true`.
 *
 * When a patch has `isGit: true`, `formatPatch` output is changed to more closely match Git's
 * output: it emits a `diff --git` header, emits Git extended headers as appropriate based on
 * properties like `isRename`, `isCreate`, `newMode`, etc, and will omit `---`/`+++` file
 * headers for patches with no hunks (e.g. renames without content changes).
 */
function formatPatch(patch, headerOptions) {
    var _a, _b, _c, _d, _e, _f;
    if (!headerOptions) {
        headerOptions = INCLUDE_HEADERS;
    }
    if (Array.isArray(patch)) {
        if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every(p => p.isGit)) {
            throw new Error('Cannot omit file headers on a multi-file patch. '
                + '(The result would be unparseable; how would a tool trying to apply '
                + 'the patch know which changes are to which file?)');
        }
        return patch.map(p => formatPatch(p, headerOptions)).join('\n');
    }
    const ret = [];
    // Git patches have a fixed header format (diff --git, extended headers,
    // and ---/+++ when hunks are present), so headerOptions is ignored.
    if (patch.isGit) {
        headerOptions = INCLUDE_HEADERS;
        // Emit Git-style diff --git header and extended headers.
        // Git never puts /dev/null in the "diff --git" line; for file
        // creations/deletions it uses the real filename on both sides.
        if (!patch.oldFileName) {
            throw new Error('oldFileName must be specified for Git patches');
        }
        if (!patch.newFileName) {
            throw new Error('newFileName must be specified for Git patches');
        }
        let gitOldName = patch.oldFileName;
        let gitNewName = patch.newFileName;
        if (patch.isCreate && gitOldName === '/dev/null') {
            gitOldName = gitNewName.replace(/^b\//, 'a/');
        }
        else if (patch.isDelete && gitNewName === '/dev/null') {
            gitNewName = gitOldName.replace(/^a\//, 'b/');
        }
        ret.push('diff --git ' + quoteFileNameIfNeeded(gitOldName) + ' ' + quoteFileNameIfNeeded(gitNewName));
        if (patch.isDelete) {
            ret.push('deleted file mode ' + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : '100644'));
        }
        if (patch.isCreate) {
            ret.push('new file mode ' + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : '100644'));
        }
        if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
            ret.push('old mode ' + patch.oldMode);
            ret.push('new mode ' + patch.newMode);
        }
        if (patch.isRename) {
            ret.push('rename from ' + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : '').replace(/^a\//, '')));
            ret.push('rename to ' + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : '').replace(/^b\//, '')));
        }
        if (patch.isCopy) {
            ret.push('copy from ' + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : '').replace(/^a\//, '')));
            ret.push('copy to ' + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : '').replace(/^b\//, '')));
        }
    }
    else {
        if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== undefined) {
            ret.push('Index: ' + patch.oldFileName);
        }
        if (headerOptions.includeUnderline) {
            ret.push('===================================================================');
        }
    }
    // Emit --- / +++ file headers. For Git patches with no hunks (e.g.
    // pure renames, mode-only changes), Git omits these, so we do too.
    const hasHunks = patch.hunks.length > 0;
    if (headerOptions.includeFileHeaders && patch.oldFileName !== undefined && patch.newFileName !== undefined
        && (!patch.isGit || hasHunks)) {
        ret.push('--- ' + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? '\t' + patch.oldHeader : ''));
        ret.push('+++ ' + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? '\t' + patch.newHeader : ''));
    }
    for (let i = 0; i < patch.hunks.length; i++) {
        const hunk = patch.hunks[i];
        // Unified Diff Format quirk: If the chunk size is 0,
        // the first number is one lower than one would expect.
        // https://www.artima.com/weblogs/viewpost.jsp?thread=164293
        const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
        const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
        ret.push('@@ -' + oldStart + ',' + hunk.oldLines
            + ' +' + newStart + ',' + hunk.newLines
            + ' @@');
        for (const line of hunk.lines) {
            ret.push(line);
        }
    }
    return ret.join('\n') + '\n';
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    if (typeof options === 'function') {
        options = { callback: options };
    }
    if (!(options === null || options === void 0 ? void 0 : options.callback)) {
        const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
        if (!patchObj) {
            return;
        }
        return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
    }
    else {
        const { callback } = options;
        structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: patchObj => {
                if (!patchObj) {
                    callback(undefined);
                }
                else {
                    callback(formatPatch(patchObj, options.headerOptions));
                }
            } }));
    }
}
function createPatch(fileName, oldStr, newStr, oldHeader, newHeader, options) {
    return createTwoFilesPatch(fileName, fileName, oldStr, newStr, oldHeader, newHeader, options);
}
/**
 * Split `text` into an array of lines, including the trailing newline character (where present)
 */
function splitLines(text) {
    const hasTrailingNl = text.endsWith('\n');
    const result = text.split('\n').map(line => line + '\n');
    if (hasTrailingNl) {
        result.pop();
    }
    else {
        result.push(result.pop().slice(0, -1));
    }
    return result;
}


/***/ })

};
