export const id = 987;
export const ids = [987];
export const modules = {

/***/ 70987:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/snapshot/user-error.js
var user_error = __webpack_require__(35357);
// EXTERNAL MODULE: ./build/cli/generated-place.js
var generated_place = __webpack_require__(2222);
// EXTERNAL MODULE: ./build/cli/pick-dags.js
var pick_dags = __webpack_require__(82840);
// EXTERNAL MODULE: ./build/cli/pick-deployment.js
var pick_deployment = __webpack_require__(12698);
// EXTERNAL MODULE: ./build/cli/read-versions.js + 6 modules
var read_versions = __webpack_require__(60613);
// EXTERNAL MODULE: ./build/cli/say.js
var cli_say = __webpack_require__(2486);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/cli/verify/find-python.js




const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
const HINT = "Name the Python in which Airflow and gusty are installed: --python PATH.";
const ASK = `
import json
from importlib.metadata import PackageNotFoundError, version
found = {}
for name in ("apache-airflow", "apache-airflow-core", "gusty"):
    try:
        found[name] = version(name)
    except PackageNotFoundError:
        pass
print(json.dumps(found))
`;
/**
 * The Python to verify with: the one named, else that of the active virtual environment, else `python3` on the PATH.
 * Throws a `UserError` where it cannot be started, or has no Airflow or no gusty.
 */
async function findPython(host, named) {
    const path = named === undefined ? defaultPython(host) : /[\\/]/.test(named) ? (0,external_node_path_.resolve)(host.cwd, named) : named;
    const answer = await run(path, ["-c", ASK], { cwd: host.cwd, env: { ...host.env } }).catch(() => null);
    if (answer === null)
        throw new user_error/* UserError */.y(`the Python \`${path}\` cannot be run`, HINT);
    const versions = JSON.parse(answer.stdout);
    const versionOf = (name) => {
        const found = versions !== null && typeof versions === "object" ? Reflect.get(versions, name) : null;
        return typeof found === "string" ? found : null;
    };
    const airflow = versionOf("apache-airflow") ?? versionOf("apache-airflow-core");
    const gusty = versionOf("gusty");
    if (airflow === null)
        throw new user_error/* UserError */.y(`the Python \`${path}\` has no Airflow`, HINT);
    if (gusty === null)
        throw new user_error/* UserError */.y(`the Python \`${path}\` has no gusty`, HINT);
    return { path, airflow, gusty };
}
function defaultPython({ env }) {
    const active = env.VIRTUAL_ENV;
    if (active === undefined || active === "")
        return "python3";
    return process.platform === "win32" ? (0,external_node_path_.join)(active, "Scripts/python.exe") : (0,external_node_path_.join)(active, "bin/python");
}

// EXTERNAL MODULE: ./build/emit/emit-dag.js + 17 modules
var emit_dag = __webpack_require__(4978);
// EXTERNAL MODULE: ./build/model/path.js
var model_path = __webpack_require__(68575);
// EXTERNAL MODULE: ./build/cli/tree-place.js
var tree_place = __webpack_require__(21143);
;// CONCATENATED MODULE: ./build/cli/verify/make-worlds.js





/**
 * Copies the files of the version into `copy`, adds the generated Python of the DAGs, and says what to load there: the
 * entry points for gusty's world, the generated files for the other.
 */
async function makeWorlds(input) {
    const { project, dags, copy } = input;
    for (const path of input.snapshot.tree.keys()) {
        await (0,promises_.mkdir)((0,external_node_path_.join)(copy, (0,model_path/* folderOf */.yS)(path)), { recursive: true });
        await (0,promises_.cp)((0,external_node_path_.join)(input.root, path), (0,external_node_path_.join)(copy, path), { recursive: true, verbatimSymlinks: true });
    }
    const refused = new Map();
    const files = new Map();
    for (const dag of dags) {
        if (dag.outcome === "fails")
            continue;
        const emitted = (0,emit_dag/* emitDag */.o)(dag, { directory: project.config.generated.directory, texts: project.texts });
        if (!emitted.ok) {
            refused.set(dag.id, emitted.why);
            continue;
        }
        const absolute = (0,external_node_path_.join)(copy, emitted.file.path);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(absolute), { recursive: true });
        await (0,promises_.writeFile)(absolute, emitted.file.text);
        files.set(dag.id, emitted.file.path);
    }
    const entryPoints = [...new Set([...dags.flatMap(({ site }) => site.entryPoint ?? []), ...input.others])].sort();
    const declared = dags.flatMap(({ site }) => (site.entryPoint === null ? [(0,external_node_path_.join)(copy, site.folder)] : []));
    const shared = {
        root: copy,
        home: await homeIn(input),
        // The folder that stands for the entry point of a declared one is the one around it.
        folders: [...new Set([...entryPoints.map((file) => (0,external_node_path_.join)(copy, (0,model_path/* folderOf */.yS)(file))), ...declared.map(external_node_path_.dirname)])],
        gusty: true,
    };
    return {
        gusty: {
            ...shared,
            files: entryPoints.map((file) => (0,external_node_path_.join)(copy, file)),
            declared: declared.length > 0 && project.config.file !== null
                ? { configuration: (0,external_node_path_.join)(copy, project.config.file), folders: declared }
                : null,
        },
        generated: { ...shared, files: [...files.values()].map((file) => (0,external_node_path_.join)(copy, file)), declared: null },
        refused,
        files,
    };
}
/** AIRFLOW_HOME: the folder of the project that is known for it, else the environment's, in the copy if it lies in the project. */
async function homeIn({ project, root, copy, airflowHome }) {
    const known = project.discovery.airflowHome;
    if (known !== null)
        return (0,external_node_path_.join)(copy, known);
    if (airflowHome === undefined || airflowHome === "")
        return copy;
    const inside = await (0,tree_place/* placeInside */.m)(root, (0,external_node_path_.resolve)(airflowHome));
    return inside === null ? airflowHome : (0,external_node_path_.join)(copy, inside);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
;// CONCATENATED MODULE: ./build/cli/verify/start-judge.js





/** Starts `judge.py` in the real Airflow of `python`, with these environment variables and no others. */
function startJudge(python, environment) {
    const folder = writeProgram();
    const child = (0,external_node_child_process_.spawn)(python, [(0,external_node_path_.join)(folder, "judge.py")], { env: { ...environment, PYTHONHASHSEED: "0" } });
    let complaints = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
        complaints = (complaints + text).slice(-4000);
    });
    const ended = new Promise((_, reject) => {
        child.on("error", reject);
        child.on("close", (code) => {
            (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
            reject(new Error(`judge.py ended with ${code}:\n${complaints}`));
        });
    });
    ended.catch(() => { });
    // A process that ended is told of by `ended`.
    child.stdin.on("error", () => { });
    const answers = (0,external_node_readline_.createInterface)({ input: child.stdout })[Symbol.asyncIterator]();
    return {
        async load(jobs) {
            child.stdin.write(`${JSON.stringify(jobs)}\n`);
            const answer = await Promise.race([answers.next(), ended]);
            if (answer.done)
                return ended;
            return JSON.parse(answer.value);
        },
        async stop() {
            child.stdin.end();
            await ended.catch(() => { });
        },
    };
}
/** Loads every job in the real Airflow of `python`, in the order given. */
async function runJudge(python, jobs, environment) {
    const judge = startJudge(python, environment);
    try {
        return await judge.load(jobs);
    }
    finally {
        await judge.stop();
    }
}
/** The judge's Python in a temporary folder. Each file is named where it is read, so that the bundle takes it along. */
function writeProgram() {
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "windsock-judge-"));
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(folder, "windsock_judge"));
    const main = (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "judge.py");
    const canonical = (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "canonical.py");
    const dag = (0,external_node_fs_.readFileSync)(__webpack_require__.ab + "dag.py");
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, "judge.py"), main);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, "windsock_judge/canonical.py"), canonical);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, "windsock_judge/dag.py"), dag);
    return folder;
}

// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
;// CONCATENATED MODULE: ./build/cli/verify/verdict-text.js

/** The verdicts for people: one line a DAG, and below it every difference. */
function verdictText(verdicts) {
    const width = Math.max(0, ...verdicts.map(({ id }) => id.length));
    const lines = verdicts.flatMap((verdict) => [
        `${verdict.id.padEnd(width)}  ${inWords(verdict)}`,
        ...(verdict.is === "differs"
            ? verdict.places.flatMap((place) => place.split("\n").map((line) => `  ${line}`))
            : []),
    ]);
    return `${[...lines, summary(verdicts)].map(visible/* visibleLine */.P8).join("\n")}\n`;
}
function inWords(verdict) {
    switch (verdict.is) {
        case "same":
            return "same";
        case "fails":
            return `fails under gusty, as Windsock says: ${verdict.raises}`;
        case "differs":
            return verdict.places.length === 1 ? "1 difference" : `${verdict.places.length} differences`;
        case "open":
            return `not compared: ${verdict.why}`;
    }
}
function summary(verdicts) {
    const count = (is) => verdicts.filter((verdict) => verdict.is === is).length;
    const parts = [
        `${count("same")} same`,
        `${count("differs")} different`,
        ...(count("fails") > 0 ? [`${count("fails")} that fail in both`] : []),
        ...(count("open") > 0 ? [`${count("open")} not compared`] : []),
    ];
    return `${verdicts.length} ${verdicts.length === 1 ? "DAG" : "DAGs"}: ${parts.join(", ")}`;
}

;// CONCATENATED MODULE: ./build/cli/verify/differences.js
const MAX_SHOWN = 200;
/** Every place at which two values differ, one line each: the path, what gusty's world has, what the generated one has. */
function differences(gusty, generated, path = "") {
    if (isPlain(gusty) || isPlain(generated) || Array.isArray(gusty) !== Array.isArray(generated)) {
        return Object.is(gusty, generated)
            ? []
            : [`${path || "."}\n    gusty says     ${show(gusty)}\n    generated says ${show(generated)}`];
    }
    const left = gusty;
    const right = generated;
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    return keys.flatMap((key) => differences(left[key], right[key], path === "" ? key : `${path} / ${key}`));
}
const isPlain = (value) => typeof value !== "object" || value === null;
function show(value) {
    const text = value === undefined ? "nothing" : JSON.stringify(value);
    return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

;// CONCATENATED MODULE: ./build/cli/verify/verdicts.js

/** The verdict on every DAG, in the order of their ids, and the DAGs that only gusty's world has. */
function verdictsOf(project, dags, worlds, gusty, generated) {
    const failing = new Set(dags.filter(({ outcome }) => outcome === "fails").map(fileOf));
    const known = new Set(project.dags.map(({ id }) => id));
    return {
        verdicts: dags.map((dag) => verdictOn(project, dag, worlds, gusty, generated, failing)),
        strangers: Object.keys(gusty.dags).filter((id) => !known.has(id)),
    };
}
function verdictOn(project, dag, worlds, gusty, generated, failing) {
    const { id } = dag;
    if (project.dags.some((other) => other !== dag && other.id === id))
        return { id, is: "open", why: "there is another DAG with this id" };
    const raised = gusty.errors[fileOf(dag)];
    const built = Object.hasOwn(gusty.dags, id) ? gusty.dags[id] : undefined;
    if (built === undefined) {
        const raises = raised ?? gusty.errors[id];
        if (raises === undefined)
            return { id, is: "differs", places: ["gusty builds no such DAG"] };
        // One DAG that fails ends the entry point, and so the other DAGs of it.
        if (failing.has(fileOf(dag)))
            return { id, is: "fails", raises };
        return { id, is: "differs", places: [`gusty raises ${raises}\n    Windsock says that it builds`] };
    }
    if (dag.outcome === "fails")
        return { id, is: "differs", places: ["gusty builds it\n    Windsock says that it fails"] };
    const why = worlds.refused.get(id);
    if (why !== undefined)
        return { id, is: "open", why };
    const broken = generated.errors[`<project>/${worlds.files.get(id) ?? ""}`] ?? generated.errors[id];
    if (broken !== undefined)
        return { id, is: "differs", places: [`the generated Python raises ${broken}`] };
    const places = differences(built, generated.dags[id]);
    return places.length === 0 ? { id, is: "same" } : { id, is: "differs", places };
}
/** The file whose import makes the DAG, or the declared folder, as the judge names it. */
const fileOf = ({ site }) => `<project>/${site.entryPoint ?? site.folder}`;

// EXTERNAL MODULE: ./build/cli/write-output.js
var write_output = __webpack_require__(55558);
;// CONCATENATED MODULE: ./build/cli/commands/verify.js















/**
 * `windsock verify`: loads the DAGs of the working tree through gusty and through the generated Python, with the Python
 * of the caller's own environment, and prints every difference. It runs the project's code: the one command that does.
 * 1 where something differs or could not be compared.
 */
async function verify(host, named, options) {
    const say = (0,cli_say/* createSay */.I)(host, options);
    say.step("asking Python for its packages");
    const python = await findPython(host, options.python);
    const airflow = options.airflow ?? (python.airflow.startsWith("2.") ? "2" : "3");
    if (!python.airflow.startsWith(`${airflow}.`))
        throw new user_error/* UserError */.y(`\`${python.path}\` has Airflow ${python.airflow}`, `Leave --airflow ${airflow} out.`);
    const { source, snapshot, project: whole } = await (0,read_versions/* readOne */.J)(host, { ...options, airflow }, say);
    if (source.root === null)
        throw new user_error/* UserError */.y("a bare repository has no working tree", "Run it in a clone.");
    const { project, ids } = (0,pick_deployment/* oneDeployment */.I)(whole, named);
    await (0,generated_place/* refuseListedFolder */.o)(snapshot, project, project.config.generated.directory);
    const dags = (0,pick_dags/* pickDags */.Vg)(project.dags, ids);
    (0,pick_dags/* noteNoDags */.lH)(project.dags, say);
    const others = ids.length === 0 ? undecidedEntryPoints(project) : [];
    const copy = await (0,promises_.realpath)(await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "windsock-verify-")));
    try {
        say.step("copying the project");
        const root = await (0,promises_.realpath)(source.root);
        const worlds = await makeWorlds({
            project,
            snapshot,
            dags,
            others,
            root,
            copy,
            airflowHome: host.env.AIRFLOW_HOME,
        });
        say.step("loading the DAGs in Airflow");
        const [gusty, generated] = await load(python, [worlds.gusty, worlds.generated], host);
        const { verdicts, strangers } = verdictsOf(project, dags, worlds, gusty, generated);
        say.note(`${python.path}: Airflow ${python.airflow}, gusty ${python.gusty}`);
        await (0,write_output/* writeOutput */.z)(host, options, say, verdictText(verdicts));
        if (ids.length === 0 && strangers.length > 0)
            say.note(`not compared, since Windsock finds no such gusty DAG: ${strangers.join(", ")}`);
        for (const file of others)
            say.note(`\`${file}\` is not all known: ${gusty.errors[`<project>/${file}`] ?? "see windsock check"}`);
        return others.length > 0 || verdicts.some(({ is }) => is === "differs" || is === "open") ? 1 : 0;
    }
    finally {
        await (0,promises_.rm)(copy, { recursive: true, force: true });
    }
}
/** Entry points of which parts are known only to Python, so that they may make DAGs that Windsock does not see. */
const undecidedEntryPoints = (project) => [
    ...new Set(project.discovery.undecided.flatMap(({ at, hides }) => (hides.what === "sites" ? [at.file] : []))),
];
async function load(python, jobs, host) {
    const answer = await runJudge(python.path, jobs, host.env).catch((error) => {
        throw new user_error/* UserError */.y(`Airflow could not be started: ${error.message.trim().split("\n").at(-1) ?? ""}`);
    });
    const [gusty, generated] = answer;
    if (gusty === undefined || generated === undefined)
        throw new Error("the judge gave no answer");
    return [gusty, generated];
}


/***/ }),

/***/ 2222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ refuseListedFolder)
/* harmony export */ });
/* harmony import */ var _discover_generated_place_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64241);
/* harmony import */ var _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35357);


/** Throws a `UserError` where generated files in `directory` would be taken for tasks. */
async function refuseListedFolder(snapshot, project, directory) {
    const site = await (0,_discover_generated_place_js__WEBPACK_IMPORTED_MODULE_0__/* .siteOfGeneratedFolder */ .A)(snapshot, project.config, directory);
    if (site === null)
        return;
    throw new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`\`${directory}\` is no place for generated files: \`${site.declared.file}\` would make tasks of them, in the DAG \`${site.id}\``, site.by === "windsock.yml"
        ? "Choose a folder elsewhere."
        : "Choose a folder elsewhere, or one whose name ends in `__`.");
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

/***/ 64241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ siteOfGeneratedFolder)
/* harmony export */ });
/* harmony import */ var _model_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68575);
/* harmony import */ var _discover_sites_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37915);


/**
 * The site that would make tasks of generated files in `directory`: a DAG's folder around it, or a folder that an entry
 * point's listing would make a DAG. The listing is evaluated with the folder added. `null` where it is a good place.
 */
async function siteOfGeneratedFolder(snapshot, config, directory) {
    const file = (0,_model_path_js__WEBPACK_IMPORTED_MODULE_1__/* .joinPath */ .uJ)(directory, "generated.py");
    const content = { ok: true, bytes: new Uint8Array() };
    const tree = new Map([...snapshot.tree, [file, { kind: "file", oid: "generated" }]]);
    const withFile = {
        commit: null,
        date: null,
        tree: new Map([...tree].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
        load: async (paths) => new Map([...(await snapshot.load(paths.filter((path) => path !== file))), [file, content]]),
    };
    const { sites } = await (0,_discover_sites_js__WEBPACK_IMPORTED_MODULE_0__/* .discoverSites */ .U)(withFile, config);
    return sites.find(({ folder }) => (0,_model_path_js__WEBPACK_IMPORTED_MODULE_1__/* .isWithin */ .UO)(directory, folder)) ?? null;
}


/***/ })

};
