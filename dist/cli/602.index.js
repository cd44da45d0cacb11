export const id = 602;
export const ids = [602];
export const modules = {

/***/ 82840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vg: () => (/* binding */ pickDags),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   lH: () => (/* binding */ noteNoDags)
/* harmony export */ });
/* harmony import */ var _config_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49445);
/* harmony import */ var _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35357);


/**
 * The DAGs with these ids, or all where none is named. Of several deployments an id without the deployment's name means
 * the DAG in each of them. Throws a `UserError` with the nearest id where there is none.
 */
function pickDags(dags, ids) {
    const known = dags.map((dag) => dag.id);
    for (const id of ids) {
        if (known.some((one) => isNamed(one, id)))
            continue;
        if (known.length === 0)
            throw new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`there is no DAG \`${id}\`: no gusty DAG was found here`);
        throw new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`there is no DAG \`${id}\`: ${didYouMean(id, known)}`);
    }
    return ids.length === 0 ? dags : dags.filter((dag) => ids.some((id) => isNamed(dag.id, id)));
}
const isNamed = (known, id) => known === id || known.endsWith(`:${id}`);
/** Says so where a version has no DAG at all: most likely the wrong folder, or an entry point that is not understood. */
function noteNoDags(dags, say) {
    if (dags.length > 0)
        return;
    say.note("no gusty DAG was found: no Python file that calls create_dag, and no `dags:` in windsock.yml");
}
/** How many names a message lists. */
const MOST_NAMES = 12;
/** The nearest name as a question, or the names there are. */
function didYouMean(word, names) {
    const near = (0,_config_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(word, names);
    if (near !== null)
        return `did you mean \`${near}\`?`;
    const shown = names.slice(0, MOST_NAMES).map((name) => `\`${name}\``);
    return `there are ${shown.join(", ")}${names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : ""}`;
}


/***/ }),

/***/ 12698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ oneDeployment),
/* harmony export */   T: () => (/* binding */ pickDeployment)
/* harmony export */ });
/* harmony import */ var _build_deployments_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27487);
/* harmony import */ var _config_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97147);
/* harmony import */ var _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35357);
/* harmony import */ var _pick_dags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82840);




/** The deployment of `--deployment`, by itself: its DAGs have their plain ids. Throws a `UserError` where there is none. */
function pickDeployment(project, named) {
    if (project.deployments === undefined) {
        throw new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y("there is one deployment here", `Leave --deployment ${named} out.`);
    }
    const name = (0,_config_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanPath */ .ts)(named) || ".";
    const found = project.deployments.find((one) => (0,_build_deployments_js__WEBPACK_IMPORTED_MODULE_3__/* .deploymentName */ .pC)(one) === name);
    if (found)
        return { ...found, problems: [...project.problems, ...found.problems] };
    const names = project.deployments.map(_build_deployments_js__WEBPACK_IMPORTED_MODULE_3__/* .deploymentName */ .pC);
    throw new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`there is no deployment \`${named}\`: ${(0,_pick_dags_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(name, names)}`);
}
/**
 * The one deployment in which these DAGs are, with their plain ids: for commands that work on one alone. Throws a
 * `UserError` where they are in several, or where none is named and there are several.
 */
function oneDeployment(project, ids) {
    if (project.deployments === undefined)
        return { project, ids };
    const sites = new Set((0,_pick_dags_js__WEBPACK_IMPORTED_MODULE_2__/* .pickDags */ .Vg)(project.dags, ids).map(({ site }) => site));
    const holding = (0,_build_deployments_js__WEBPACK_IMPORTED_MODULE_3__/* .deploymentsOf */ .o)(project).filter(({ dags }) => dags.some(({ site }) => sites.has(site)));
    const [only] = holding;
    if (only === undefined || holding.length > 1) {
        const names = (holding.length > 0 ? holding : project.deployments).map(_build_deployments_js__WEBPACK_IMPORTED_MODULE_3__/* .deploymentName */ .pC);
        throw new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`this command works on one deployment, and here are ${names.map((name) => `\`${name}\``).join(", ")}`, `Name it: --deployment ${names[0] ?? "ROOT"}.`);
    }
    const name = (0,_build_deployments_js__WEBPACK_IMPORTED_MODULE_3__/* .deploymentName */ .pC)(only);
    const own = only.dags.flatMap(({ id }) => (ids.includes(id) || ids.includes((0,_build_deployments_js__WEBPACK_IMPORTED_MODULE_3__/* .nameIn */ .ZC)(name, id)) ? [id] : []));
    return { project: only, ids: [...new Set(own)] };
}


/***/ }),

/***/ 60613:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ readOne),
  q: () => (/* binding */ readVersions)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/build/deployments.js
var deployments = __webpack_require__(27487);
// EXTERNAL MODULE: ./build/build/read-project.js + 41 modules
var read_project = __webpack_require__(67090);
// EXTERNAL MODULE: ./build/config/read-config.js + 7 modules
var read_config = __webpack_require__(76870);
// EXTERNAL MODULE: ./build/model/path.js
var model_path = __webpack_require__(68575);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/snapshot/memory.js


/** A snapshot of files given as text or bytes, by path from the root. For tests, and for versions made in memory. */
function memorySnapshot(files, commit = null, date = null) {
    const contents = new Map();
    for (const path of Object.keys(files).sort()) {
        const content = files[path];
        if (content !== undefined) {
            contents.set((0,model_path/* asPath */.w2)(path), typeof content === "string" ? new TextEncoder().encode(content) : content);
        }
    }
    const tree = new Map([...contents].map(([path, bytes]) => [path, { kind: "file", oid: (0,external_node_crypto_.createHash)("sha1").update(bytes).digest("hex") }]));
    const contentOf = (path) => {
        const bytes = contents.get(path);
        return bytes ? { ok: true, bytes } : { ok: false, why: "missing" };
    };
    return { commit, date, tree, load: async (paths) => new Map(paths.map((path) => [path, contentOf(path)])) };
}

// EXTERNAL MODULE: ./build/snapshot/revisions.js
var revisions = __webpack_require__(34763);
// EXTERNAL MODULE: ./build/snapshot/text.js
var snapshot_text = __webpack_require__(10150);
// EXTERNAL MODULE: ./build/snapshot/user-error.js
var user_error = __webpack_require__(35357);
// EXTERNAL MODULE: ./build/cli/pick-deployment.js
var pick_deployment = __webpack_require__(12698);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/snapshot/blobs.js
var blobs = __webpack_require__(86909);
;// CONCATENATED MODULE: ./build/snapshot/disk.js






/** The id that git gives to these bytes: the hash of a header and the bytes. */
const blobId = (bytes, algorithm) => (0,external_node_crypto_.createHash)(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
/** Reads files below `root` without ever following a link: neither the file's own, nor one of its folders'. */
function diskReader(root, algorithm) {
    const folders = new Map();
    const isRealFolder = (folder) => {
        if (folder === "")
            return Promise.resolve(true);
        const known = folders.get(folder);
        if (known)
            return known;
        const answer = isRealFolder((0,model_path/* folderOf */.yS)(folder)).then(async (above) => above && ((await (0,promises_.lstat)((0,external_node_path_.join)(root, folder)).catch(() => null))?.isDirectory() ?? false));
        folders.set(folder, answer);
        return answer;
    };
    return async (path) => (await isRealFolder((0,model_path/* folderOf */.yS)(path))) ? readDiskFile((0,external_node_path_.join)(root, path), path, algorithm) : null;
}
async function readDiskFile(absolute, path, algorithm) {
    const stat = await (0,promises_.lstat)(absolute).catch(() => null);
    if (stat?.isSymbolicLink()) {
        return { entry: { kind: "symlink", oid: `link:${path}` }, content: { ok: false, why: "symlink" } };
    }
    if (!stat?.isFile())
        return null;
    // No bytes are read of a large file; size and time stand for its content.
    const oid = `large:${stat.size}:${stat.mtimeMs}`;
    if (stat.size > blobs/* LARGEST_FILE */.K7)
        return { entry: { kind: "file", oid }, content: { ok: false, why: "too-large" } };
    const flags = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0);
    const handle = await (0,promises_.open)(absolute, flags).catch(() => null);
    if (handle === null)
        return null;
    try {
        const bytes = await handle.readFile();
        return { entry: { kind: "file", oid: blobId(bytes, algorithm) }, content: (0,blobs/* contentOf */.$E)(bytes) };
    }
    finally {
        await handle.close();
    }
}
/** Runs `work` for each item, at most `width` at once; results in the items' order. */
async function inParallel(items, width, work) {
    const results = [];
    let next = 0;
    const worker = async () => {
        for (let index = next++; index < items.length; index = next++) {
            const item = items[index];
            if (item !== undefined)
                results[index] = await work(item);
        }
    };
    await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
    return results;
}

// EXTERNAL MODULE: ./build/snapshot/tree-paths.js
var tree_paths = __webpack_require__(44380);
;// CONCATENATED MODULE: ./build/snapshot/folder-snapshot.js





const SKIPPED = new Set([".git", "node_modules", ".venv", "__pycache__"]);
/** More files than this are no project folder but a home folder or a whole disk. */
const MOST_FILES = 200_000;
/**
 * The files of a folder that is no git repository, as they are on disk. `.git`, `node_modules`, `.venv` and
 * `__pycache__` are left out and no link is followed. Nothing is read before it is asked for, so an object id names a
 * path here, not a content. Throws a `UserError` where there is no such folder.
 */
async function openFolder(root) {
    if (!(await (0,promises_.stat)(root).catch(() => null))?.isDirectory())
        throw new user_error/* UserError */.y(`there is no folder \`${root}\``);
    const { entries, refused } = await listFiles(root);
    const tree = (0,tree_paths/* sortedTree */.uc)(entries);
    const read = diskReader(root, "sha1");
    const contents = new Map();
    const load = async (wanted) => {
        await inParallel([...new Set(wanted)], 16, async (path) => {
            if (contents.has(path))
                return;
            contents.set(path, (tree.has(path) ? (await read(path))?.content : null) ?? { ok: false, why: "missing" });
        });
        return new Map(wanted.map((path) => [path, contents.get(path) ?? { ok: false, why: "missing" }]));
    };
    return { commit: null, date: null, tree, refused: refused.sort(), load };
}
async function listFiles(root) {
    const entries = [];
    const refused = [];
    const folders = [""];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        // Names as bytes: one that is no UTF-8 must not turn into another name.
        const inside = await (0,promises_.opendir)((0,external_node_path_.join)(root, folder), { encoding: "buffer" }).catch(() => null);
        if (inside === null)
            continue;
        for await (const item of inside) {
            const name = Buffer.from(item.name);
            if (SKIPPED.has(name.toString("latin1")))
                continue;
            const full = folder === "" ? name : Buffer.concat([Buffer.from(`${folder}/`), name]);
            const path = (0,tree_paths/* usablePath */.ou)(full);
            if (path === null)
                refused.push((0,tree_paths/* escapeName */.L$)(full));
            else if (item.isDirectory())
                folders.push(path);
            else if (item.isFile())
                entries.push([path, { kind: "file", oid: `path:${path}` }]);
            else if (item.isSymbolicLink())
                entries.push([path, { kind: "symlink", oid: `path:${path}` }]);
            if (entries.length > MOST_FILES) {
                throw new user_error/* UserError */.y(`\`${root}\` holds more than ${MOST_FILES} files`, "Name the project's folder: --repo DIR");
            }
        }
    }
    return { entries, refused };
}

// EXTERNAL MODULE: ./build/snapshot/git-snapshot.js
var git_snapshot = __webpack_require__(90458);
// EXTERNAL MODULE: ./build/snapshot/git.js + 1 modules
var snapshot_git = __webpack_require__(83776);
;// CONCATENATED MODULE: ./build/snapshot/repository.js




/**
 * The git repository that `directory` lies in, or is (a bare one); `null` where there is none.
 * Throws a `UserError` if the folder is missing, or if git refuses the repository.
 */
async function openRepository(directory) {
    if (!(await (0,promises_.stat)(directory).catch(() => null))?.isDirectory()) {
        throw new user_error/* UserError */.y(`there is no folder \`${directory}\``);
    }
    if (await isBare(directory))
        return { git: await (0,snapshot_git/* createGit */.lD)({ gitDir: (0,external_node_path_.resolve)(directory) }), root: null };
    // A plain folder needs no git at all.
    if (!(await hasGitFolder((0,external_node_path_.resolve)(directory))))
        return null;
    const git = await (0,snapshot_git/* createGit */.lD)({ directory });
    const found = await git.attempt(["rev-parse", "--show-toplevel"]);
    if (found.code === 0)
        return { git, root: found.stdout.toString("utf8").replace(/\r?\n$/, "") };
    if (found.stderr.includes("not a git repository"))
        return null;
    // Says in git's words what is wrong with it: another owner, a format that this git does not know.
    await git.output(["rev-parse", "--show-toplevel"]);
    return null;
}
async function isBare(directory) {
    const parts = await Promise.all(["HEAD", "objects", "refs"].map((name) => (0,promises_.stat)((0,external_node_path_.join)(directory, name)).catch(() => null)));
    const inside = await (0,promises_.stat)((0,external_node_path_.join)(directory, ".git")).catch(() => null);
    return inside === null && parts.every((part) => part !== null);
}
/** True where the folder, or one above it, has a `.git`: a folder, or a file in linked working trees and submodules. */
async function hasGitFolder(directory) {
    if ((await (0,promises_.stat)((0,external_node_path_.join)(directory, ".git")).catch(() => null)) !== null)
        return true;
    const above = (0,external_node_path_.dirname)(directory);
    return above !== directory && hasGitFolder(above);
}

;// CONCATENATED MODULE: ./build/snapshot/worktree-snapshot.js



/**
 * The files of a working tree as they would be if all were committed now: the index, with what differs from it on
 * disk, and files that are neither tracked nor ignored. What git holds for unchanged is read from git, so that line
 * ends are those of the repository; the rest is read from disk, links never followed. `root` is the tree's top folder.
 */
async function openWorktree(git, root) {
    const options = await withoutFilters(git);
    const [format, index, modified, untracked] = await Promise.all([
        git.attempt(["rev-parse", "--show-object-format"]),
        git.output(["ls-files", "-z", "--stage", "--full-name", ":/"]),
        git.output([...options, "ls-files", "-z", "--modified", "--deleted", "--full-name", ":/"]),
        git.output(["ls-files", "-z", "--others", "--exclude-standard", "--full-name", ":/"]),
    ]);
    const algorithm = format.stdout.toString("latin1").trim() === "sha256" ? "sha256" : "sha1";
    const refused = new Set();
    const pathOf = (name) => {
        const path = (0,tree_paths/* usablePath */.ou)(name);
        if (path === null)
            refused.add((0,tree_paths/* escapeName */.L$)(name));
        return path === null ? [] : [path];
    };
    const entries = new Map();
    const onDisk = new Set();
    for (const line of (0,tree_paths/* splitNul */.K5)(index)) {
        const tab = line.indexOf(9);
        const [mode = "", oid = "", stage] = line.subarray(0, tab).toString("latin1").split(" ");
        for (const path of pathOf(line.subarray(tab + 1))) {
            entries.set(path, (0,git_snapshot/* entryOf */.Ms)(mode, oid));
            // In a merge conflict the index holds up to three versions; the disk holds the one in work.
            if (stage !== "0")
                onDisk.add(path);
        }
    }
    for (const path of (0,tree_paths/* splitNul */.K5)(modified).flatMap(pathOf)) {
        if (entries.get(path)?.kind !== "submodule")
            onDisk.add(path);
    }
    for (const name of (0,tree_paths/* splitNul */.K5)(untracked)) {
        // A slash at the end: a repository inside this one, whose files are not ours.
        const inner = name.at(-1) === 47;
        for (const path of pathOf(inner ? name.subarray(0, -1) : name)) {
            if (inner)
                entries.set(path, { kind: "submodule" });
            else
                onDisk.add(path);
        }
    }
    const read = diskReader(root, algorithm);
    const paths = [...onDisk];
    const files = await inParallel(paths, 16, read);
    paths.forEach((path, at) => {
        const file = files[at];
        if (!file) {
            entries.delete(path);
            return;
        }
        entries.set(path, file.entry);
        if (file.entry.kind === "file")
            git.blobs.set(file.entry.oid, file.content);
    });
    const tree = (0,tree_paths/* sortedTree */.uc)(entries);
    return {
        commit: null,
        date: null,
        tree,
        refused: [...refused].sort(),
        load: (wanted) => (0,git_snapshot/* loadEntries */.Xs)(git, tree, wanted, "HEAD"),
    };
}
/** Options that switch off the filter programs of git's configuration, which comparing a file with the index would start. */
async function withoutFilters(git) {
    const found = await git.attempt(["config", "--name-only", "-z", "--get-regexp", "^filter\\..*\\.(clean|process)$"]);
    const names = (0,tree_paths/* splitNul */.K5)(found.stdout).map((key) => key.toString("utf8").replace(/\.[^.]*$/, ""));
    return [...new Set(names)].flatMap((name) => [
        ...["-c", `${name}.clean=`],
        ...["-c", `${name}.process=`],
        ...["-c", `${name}.required=false`],
    ]);
}

;// CONCATENATED MODULE: ./build/cli/source.js






/** Finds what to read from. Throws a `UserError` where there is nothing. */
async function openSource(host, options, say) {
    const folder = (0,external_node_path_.resolve)(host.cwd, options.repo ?? ".");
    say.step("opening the repository");
    const repository = await openRepository(folder);
    const git = repository?.git ?? null;
    const root = repository ? repository.root : folder;
    const open = async (ref) => {
        if (ref !== undefined) {
            if (git === null)
                throw new user_error/* UserError */.y(`\`${folder}\` is no git repository, so it has no version \`${ref}\``);
            return (0,git_snapshot/* openCommit */.Cg)(git, ref);
        }
        if (git === null)
            return openFolder(folder);
        if (root === null)
            throw new user_error/* UserError */.y("a bare repository has no working tree", "Name a commit: --ref or --head.");
        return openWorktree(git, root);
    };
    return {
        git,
        root,
        async open(ref) {
            const snapshot = await open(ref);
            const [first] = snapshot.refused;
            if (first !== undefined) {
                const others = snapshot.refused.length - 1;
                say.note(`left out, since its name is no usable UTF-8 path: ${first}${others > 0 ? ` and ${others} more` : ""}`);
            }
            return snapshot;
        },
    };
}

// EXTERNAL MODULE: ./build/cli/tree-place.js
var tree_place = __webpack_require__(21143);
;// CONCATENATED MODULE: ./build/cli/read-versions.js













/** Reads base and head of a review. `head` undefined: the working tree. Throws a `UserError` where one is not there. */
async function readVersions(host, options, say) {
    const source = await openSource(host, options, say);
    const { git } = source;
    if (git === null) {
        throw new user_error/* UserError */.y("there is no git repository here, so there is nothing to compare", "Try `windsock check`, or name one: --repo DIR.");
    }
    const start = options.base ?? (await (0,revisions/* defaultBranch */.OR)(git));
    if (start === null) {
        const hint = (await (0,revisions/* findCommit */.fq)(git, "HEAD")) === null ? "Commit first, or run `windsock check`." : "Name it: --base REF.";
        throw new user_error/* UserError */.y("no default branch is known (origin/HEAD, main or master)", hint);
    }
    const tip = await (0,revisions/* resolveCommit */.WL)(git, options.head ?? "HEAD");
    const fork = await (0,revisions/* mergeBase */.wu)(git, await (0,revisions/* resolveCommit */.WL)(git, start), tip);
    say.step("listing the files of both versions");
    const [before, after] = await Promise.all([
        source.open(fork),
        source.open(options.head === undefined ? undefined : tip),
    ]);
    say.step("compiling the base");
    const given = await readGivenConfig(host, options, source, before);
    const base = await readVersion(before, options, given);
    say.step("compiling the head");
    const own = given ? null : await (0,read_config/* readConfig */.Xg)(after);
    const head = await readVersion(after, options, given ?? { config: base.config, problems: own?.problems ?? [], text: null });
    if (options.deployment === undefined)
        return { source, base, head };
    const [one, other] = (0,deployments/* alignDeployments */.Sx)(base, head);
    return { source, base: (0,pick_deployment/* pickDeployment */.T)(one, options.deployment), head: (0,pick_deployment/* pickDeployment */.T)(other, options.deployment) };
}
/** Reads one version. `ref` undefined: what is on disk. */
async function readOne(host, options, say) {
    const source = await openSource(host, options, say);
    say.step("listing the files");
    const snapshot = await source.open(options.ref);
    say.step("compiling");
    const given = await readGivenConfig(host, options, source, snapshot);
    const read = async (version) => {
        const project = await readVersion(version, options, given);
        return options.deployment === undefined ? project : (0,pick_deployment/* pickDeployment */.T)(project, options.deployment);
    };
    return { source, snapshot, project: await read(snapshot), read };
}
async function readVersion(snapshot, options, given) {
    const airflow = options.airflow === undefined ? {} : { airflow: options.airflow === "2" ? 2 : 3 };
    if (given === null)
        return (0,read_project/* readProject */.W)(snapshot, airflow);
    const project = await (0,read_project/* readProject */.W)(snapshot, { ...airflow, config: given.config });
    const texts = new Map(project.texts);
    if (given.config.file !== null && given.text !== null)
        texts.set(given.config.file, given.text);
    return { ...project, problems: [...given.problems, ...project.problems], texts };
}
/** The file of `--config`, under its path in the repository if it lies there. */
async function readGivenConfig(host, options, source, snapshot) {
    if (options.config === undefined)
        return null;
    const absolute = (0,external_node_path_.resolve)(host.cwd, options.config);
    const bytes = await (0,promises_.readFile)(absolute).catch(() => null);
    if (bytes === null)
        throw new user_error/* UserError */.y(`the configuration \`${options.config}\` cannot be read`, "Check --config FILE.");
    const inside = source.root === null ? null : await (0,tree_place/* placeInside */.m)(source.root, absolute);
    const path = inside ?? (0,model_path/* asPath */.w2)(options.config);
    const decoded = (0,snapshot_text/* decodeText */.g)(bytes);
    const text = decoded.ok ? decoded.text : "";
    const alone = await (0,read_config/* readConfig */.Xg)(withFiles(snapshot, { [path]: bytes }), path);
    const { baseline } = alone.config;
    if (baseline === null || source.root === null)
        return { ...alone, text };
    const accepted = await (0,promises_.readFile)((0,external_node_path_.join)(source.root, baseline)).catch(() => null);
    const files = { [path]: bytes, ...(accepted ? { [baseline]: accepted } : {}) };
    return { ...(await (0,read_config/* readConfig */.Xg)(withFiles(snapshot, files), path)), text };
}
/** A version with some files as they are given, whatever it has in their place. */
function withFiles(snapshot, files) {
    const given = memorySnapshot(files);
    return {
        ...snapshot,
        tree: new Map([...snapshot.tree, ...given.tree]),
        load: async (paths) => {
            const others = await snapshot.load(paths.filter((path) => !given.tree.has(path)));
            return new Map([...others, ...(await given.load(paths.filter((path) => given.tree.has(path))))]);
        },
    };
}


/***/ }),

/***/ 2486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ createSay)
/* harmony export */ });
/* harmony import */ var _report_visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);

const CLEAR = "\r\u001b[K";
/** Standard error of `host`, as `options` want it. */
function createSay(host, options) {
    const shown = host.watched && !options.quiet && !options.debug;
    let current = null;
    const done = () => {
        if (current && shown)
            host.err(CLEAR);
        if (current && options.debug)
            host.err(`debug: ${current.name}: ${Math.round(performance.now() - current.since)} ms\n`);
        current = null;
    };
    return {
        done,
        step(name) {
            done();
            current = { name, since: performance.now() };
            if (shown)
                host.err(`${CLEAR}${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(name)} …`);
        },
        note(text) {
            done();
            if (!options.quiet)
                host.err(`${(0,_report_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(text)}\n`);
        },
    };
}


/***/ }),

/***/ 21143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ placeInside)
/* harmony export */ });
/* unused harmony export pathInside */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _model_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68575);



/** A file or folder of the disk, there or not, as a path from `root`; `null` where it lies outside. Links are resolved. */
const placeInside = async (root, absolute) => pathInside(await resolveLinks(root), await resolveLinks(absolute));
/** An absolute path as a path from `root`, by the rules of a system's paths (this one's, if not given); `null`: outside. */
function pathInside(root, absolute, { relative, isAbsolute, sep } = node_path__WEBPACK_IMPORTED_MODULE_1__) {
    const inside = relative(root, absolute);
    if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside))
        return null;
    return (0,_model_path_js__WEBPACK_IMPORTED_MODULE_2__/* .asPath */ .w2)(inside.split(sep).join("/"));
}
/** The real path of what is there, and the rest of the name behind it. */
async function resolveLinks(path) {
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path).catch(() => null);
    if (real !== null || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path) === path)
        return real ?? path;
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await resolveLinks((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
}


/***/ })

};
