export const id = 885;
export const ids = [885];
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

/***/ 88885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   baseline: () => (/* binding */ baseline),
/* harmony export */   baselineOf: () => (/* binding */ baselineOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _check_check_project_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5233);
/* harmony import */ var _check_judge_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93556);
/* harmony import */ var _config_read_baseline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27867);
/* harmony import */ var _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35357);
/* harmony import */ var _read_versions_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60613);
/* harmony import */ var _say_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2486);








/** Where the baseline goes where nothing names a file. */
const DEFAULT_FILE = ".windsock-baseline.json";
/** `windsock baseline`: writes the file of accepted findings; 0. */
async function baseline(host, options) {
    const say = (0,_say_js__WEBPACK_IMPORTED_MODULE_7__/* .createSay */ .I)(host, options);
    const { source, project } = await (0,_read_versions_js__WEBPACK_IMPORTED_MODULE_6__/* .readOne */ .J)(host, options, say);
    const { text, count } = baselineOf(project);
    const named = project.config.baseline;
    say.done();
    if (options.output === "-") {
        host.out(text);
        return 0;
    }
    const place = options.output !== undefined
        ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(host.cwd, options.output)
        : source.root === null
            ? null
            : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(source.root, named ?? DEFAULT_FILE);
    if (place === null)
        throw new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .y("a bare repository has no working tree to write to", "Name a file: --output FILE.");
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(place, text);
    say.note(`accepted ${count} ${count === 1 ? "finding" : "findings"} in ${options.output ?? named ?? DEFAULT_FILE}`);
    if (named === null)
        say.note(`it counts once windsock.yml names it: baseline: ${options.output ?? DEFAULT_FILE}`);
    return 0;
}
/** The text of the baseline that accepts every finding of a version, one line a finding, in their order. */
function baselineOf(project) {
    const lines = (0,_check_judge_js__WEBPACK_IMPORTED_MODULE_3__/* .tellApart */ .us)((0,_check_check_project_js__WEBPACK_IMPORTED_MODULE_2__/* .checkProject */ .s)(project, null), project.texts).map(({ finding, fingerprint, likeness }) => JSON.stringify({ rule: finding.rule, file: finding.at.file, fingerprint, likeness }));
    const list = lines.length === 0 ? "[]" : `[\n    ${lines.join(",\n    ")}\n  ]`;
    return { text: `{\n  "version": ${_config_read_baseline_js__WEBPACK_IMPORTED_MODULE_4__/* .BASELINE_VERSION */ .d0},\n  "findings": ${list}\n}\n`, count: lines.length };
}


/***/ })

};
