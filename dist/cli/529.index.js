export const id = 529;
export const ids = [529];
export const modules = {

/***/ 88529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compile: () => (/* binding */ compile)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _build_deployments_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(27487);
/* harmony import */ var _emit_emit_dag_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4978);
/* harmony import */ var _model_path_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(68575);
/* harmony import */ var _report_visible_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6257);
/* harmony import */ var _generated_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56462);
/* harmony import */ var _generated_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2222);
/* harmony import */ var _pick_dags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82840);
/* harmony import */ var _read_versions_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60613);
/* harmony import */ var _say_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2486);
/* harmony import */ var _tree_place_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21143);











/**
 * `windsock compile`: writes the generated Python, of several deployments each below a folder of its own. 1 where a DAG is
 * left out or a file is in the way, and with `--check` where the folder is not what would be written.
 */
async function compile(host, options) {
    const say = (0,_say_js__WEBPACK_IMPORTED_MODULE_7__/* .createSay */ .I)(host, options);
    const { source, snapshot, project } = await (0,_read_versions_js__WEBPACK_IMPORTED_MODULE_5__/* .readOne */ .J)(host, options, say);
    const wanted = new Set((0,_pick_dags_js__WEBPACK_IMPORTED_MODULE_4__/* .pickDags */ .Vg)(project.dags, options.dag ?? []).map(({ site }) => site));
    const places = [];
    for (const one of (0,_build_deployments_js__WEBPACK_IMPORTED_MODULE_8__/* .deploymentsOf */ .o)(project)) {
        const shown = project.deployments === undefined ? options.out : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(options.out, one.config.root ?? "");
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(host.cwd, shown);
        const inside = source.root === null ? null : await (0,_tree_place_js__WEBPACK_IMPORTED_MODULE_6__/* .placeInside */ .m)(source.root, folder);
        if (inside !== null) {
            for (const other of (0,_build_deployments_js__WEBPACK_IMPORTED_MODULE_8__/* .deploymentsOf */ .o)(project))
                await (0,_generated_place_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseListedFolder */ .o)(snapshot, other, inside);
        }
        const dags = one.dags.filter(({ site }) => wanted.has(site));
        places.push({ project: one, dags, shown, folder, directory: inside ?? one.config.generated.directory });
        if (inside === null)
            say.note(`${shown} lies outside of the repository: the code expects to lie in ${one.config.generated.directory}/`);
    }
    say.done();
    (0,_pick_dags_js__WEBPACK_IMPORTED_MODULE_4__/* .noteNoDags */ .lH)(project.dags, say);
    const done = [];
    for (const place of places)
        done.push(await compileTo(host, options, place));
    const sum = (of) => done.reduce((all, one) => all + of(one), 0);
    const [files, stale, foreign] = [sum((one) => one.files), sum((one) => one.stale), sum((one) => one.foreign)];
    const leftOut = sum((one) => one.leftOut);
    const wrong = leftOut + foreign + (options.check ? stale + sum((one) => one.left) : 0);
    if (!options.check)
        say.note(`${stale} written, ${files - stale - foreign} unchanged, ${leftOut} not compiled`);
    else if (wrong === 0)
        say.note(`${files} generated files are what the sources give`);
    else {
        const only = options.deployment === undefined ? "" : `--deployment ${options.deployment} `;
        say.note(`${options.out} is not what the sources give. Run: windsock compile ${only}--out ${options.out}`);
    }
    return wrong > 0 ? 1 : 0;
}
async function compileTo(host, options, place) {
    const { shown, folder } = place;
    const complain = (text) => host.err(`${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_9__/* .visibleLine */ .P8)(text)}\n`);
    const { files, leftOut } = emitDags(place.project, place.dags, place.directory);
    for (const line of leftOut)
        complain(`not compiled: ${line}`);
    let foreign = 0;
    let stale = 0;
    for (const [name, file] of files) {
        const standing = await (0,_generated_files_js__WEBPACK_IMPORTED_MODULE_2__/* .standingOf */ .YP)(folder, file);
        if (standing === "same")
            continue;
        if (standing === "foreign") {
            foreign += 1;
            complain(`${shown}/${name} was not written by Windsock and stays. Move it away, or choose another --out`);
            continue;
        }
        stale += 1;
        if (options.check)
            complain(`${shown}/${name} is ${standing}`);
        else {
            await (0,_generated_files_js__WEBPACK_IMPORTED_MODULE_2__/* .writeGenerated */ .nF)(folder, file);
            host.out(`${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_9__/* .visibleLine */ .P8)(`wrote ${shown}/${name}`)}\n`);
        }
    }
    const left = options.dag === undefined ? await namesWithoutDag(folder, place.project) : [];
    for (const name of left)
        complain(`${shown}/${name} belongs to no DAG any more. Remove it`);
    return { files: files.size, stale, foreign, leftOut: leftOut.length, left: left.length };
}
/** Generated files for which there is no DAG any more. One whose DAG is there, but is left out, is none of them. */
async function namesWithoutDag(folder, project) {
    const known = new Set(project.dags.map((dag) => `${dag.id}.py`));
    return (await (0,_generated_files_js__WEBPACK_IMPORTED_MODULE_2__/* .generatedNames */ .gU)(folder)).filter((name) => !known.has(name));
}
/** The generated files by name, and the DAGs that have none, each with why. */
function emitDags(project, dags, directory) {
    const files = new Map();
    const leftOut = [];
    for (const dag of dags) {
        const emitted = (0,_emit_emit_dag_js__WEBPACK_IMPORTED_MODULE_1__/* .emitDag */ .o)(dag, { directory, texts: project.texts });
        if (!emitted.ok)
            leftOut.push(`${dag.id}: ${emitted.why}`);
        else if (files.has((0,_model_path_js__WEBPACK_IMPORTED_MODULE_10__/* .baseName */ .Fl)(emitted.file.path)))
            leftOut.push(`${dag.id}: there is another DAG with this id`);
        else
            files.set((0,_model_path_js__WEBPACK_IMPORTED_MODULE_10__/* .baseName */ .Fl)(emitted.file.path), emitted.file);
    }
    return { files, leftOut };
}


/***/ }),

/***/ 56462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   gU: () => (/* binding */ generatedNames),
/* harmony export */   nF: () => (/* binding */ writeGenerated)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _emit_preamble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32727);
/* harmony import */ var _model_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68575);




/** Compares a generated file with what is at its place. `foreign`: something that Windsock did not write. */
async function standingOf(directory, file) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, (0,_model_path_js__WEBPACK_IMPORTED_MODULE_3__/* .baseName */ .Fl)(file.path));
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch(() => null);
    if (stat === null)
        return "missing";
    if (!stat.isFile())
        return "foreign";
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8");
    if (text === file.text)
        return "same";
    return isGenerated(text) ? "stale" : "foreign";
}
/** Writes a generated file into a folder, which is made if it is missing. */
async function writeGenerated(directory, file) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, (0,_model_path_js__WEBPACK_IMPORTED_MODULE_3__/* .baseName */ .Fl)(file.path)), file.text);
}
/** Names of the files in a folder that Windsock wrote, sorted. */
async function generatedNames(directory) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory, { withFileTypes: true }).catch(() => []);
    const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".py")).map((entry) => entry.name);
    const found = await Promise.all(names.map(async (name) => (isGenerated(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name), "utf8")) ? [name] : [])));
    return found.flat().sort();
}
const isGenerated = (text) => text.startsWith(_emit_preamble_js__WEBPACK_IMPORTED_MODULE_2__/* .GENERATED_MARK */ .i);


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
