export const id = 5;
export const ids = [5];
export const modules = {

/***/ 70005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/report/footer.js
var footer = __webpack_require__(16692);
// EXTERNAL MODULE: ./build/report/rich.js
var rich = __webpack_require__(46781);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
// EXTERNAL MODULE: ./build/snapshot/user-error.js
var user_error = __webpack_require__(35357);
// EXTERNAL MODULE: ./build/build/deployments.js
var build_deployments = __webpack_require__(27487);
// EXTERNAL MODULE: ./build/config/read-config.js + 7 modules
var read_config = __webpack_require__(76870);
// EXTERNAL MODULE: ./build/config/versions.js
var versions = __webpack_require__(96278);
// EXTERNAL MODULE: ./build/discover/generated-place.js
var generated_place = __webpack_require__(64241);
// EXTERNAL MODULE: ./build/discover/homes.js
var homes = __webpack_require__(86738);
// EXTERNAL MODULE: ./build/model/path.js
var model_path = __webpack_require__(68575);
// EXTERNAL MODULE: ./build/snapshot/text.js
var snapshot_text = __webpack_require__(10150);
// EXTERNAL MODULE: ./build/discover/airflow-ignore.js
var airflow_ignore = __webpack_require__(60253);
;// CONCATENATED MODULE: ./build/cli/init/airflow-ignore-line.js


/**
 * The line of a `.airflowignore` in `folder` that hides what lies in `hidden`: a regular expression on Airflow 2, a glob on
 * 3 (Airflow, `dag_ignore_file_syntax`). Where it is not known which of them runs, one that both read alike, which hides
 * a folder of that name below it too.
 */
function ignoreLine(folder, hidden, airflow) {
    const inside = folder === "" ? hidden : hidden.slice(folder.length + 1);
    if (airflow === 3)
        return `/${inside.replace(/[\\*?[\]!#]/g, "\\$&")}/`;
    const regexp = inside.replace(/[\\^$.|?*+()[\]{}#]/g, "\\$&");
    return airflow === 2 ? `^${regexp}/` : `${inside}/`;
}
/** Whether the `.airflowignore` in `folder`, with this text, hides the files of a folder already. */
function isHidden(folder, text, hidden, airflow) {
    if (!(0,model_path/* isWithin */.UO)(hidden, folder))
        return false;
    const file = (0,airflow_ignore/* readIgnoreFile */.rj)((0,model_path/* joinPath */.uJ)(folder, ".airflowignore"), text);
    return (0,airflow_ignore/* isIgnored */.pi)((0,model_path/* joinPath */.uJ)(hidden, "a.py"), [file], (0,airflow_ignore/* ignoreSyntax */.a0)(airflow));
}

;// CONCATENATED MODULE: ./build/cli/init/configuration-text.js

/** What a person has to fill in, at most. */
const MOST_VALUES = 20;
const HEAD = `# What Windsock cannot see for itself. Everything else has a default.
# Lines to fill in are comments: take the "# " away.
`;
/**
 * The `windsock.yml` that a project needs, or `null` where it needs none: its deployments where several were found, the
 * folder for generated files where the default one is no place for them (`directory`), and as comments the versions that
 * nothing pins and the expressions that only Python knows.
 */
function configurationText(project, directory) {
    const parts = [deploymentsPart(project), directoryPart(directory), valuesPart(project)].flatMap((part) => part ?? []);
    if (parts.length === 0)
        return null;
    return {
        text: [HEAD, ...parts.map(({ text }) => text)].join("\n"),
        reasons: parts.map(({ reason }) => reason),
    };
}
function deploymentsPart(project) {
    const deployments = (0,build_deployments/* deploymentsOf */.o)(project);
    if (project.deployments === undefined) {
        const [first, ...others] = unknownVersions(project.versions);
        if (first === undefined)
            return null;
        const lines = [`#   - ${first}`, ...others.map((line) => `#     ${line}`)];
        return { text: `# deployments:\n${lines.join("\n")}\n`, reason: "the versions that run are not clear" };
    }
    const items = deployments.map((one) => {
        const more = unknownVersions(one.versions).map((line) => `    # ${line}\n`);
        return `  - root: ${plainOrQuoted((0,build_deployments/* deploymentName */.pC)(one))}\n${more.join("")}`;
    });
    const reason = `there are ${deployments.length} deployments`;
    return { text: `# Each folder with an Airflow of its own.\ndeployments:\n${items.join("")}`, reason };
}
/** A line of a deployment for each version that nothing pins, or that pins disagree about. */
function unknownVersions({ airflow, gusty }) {
    const line = (key, { version, from, disagreeing }, unknown) => {
        if (version === null)
            return from !== null ? [] : [`${key}: "${unknown}"  # nothing in the repository names it`];
        const others = [...new Set(disagreeing.map((pin) => `${pin.version} in ${comment(pin.from.file)}`))];
        return others.length === 0 ? [] : [`${key}: "${version}"  # but ${others.slice(0, 3).join(", ")}`];
    };
    return [...line("airflow", airflow, String(airflow.major)), ...(gusty.none ? [] : line("gusty", gusty, "0.23.1"))];
}
const directoryPart = (directory) => directory === null
    ? null
    : {
        text: `# In \`generated\` the generated Python would be taken for tasks.\ngenerated: { directory: ${plainOrQuoted(directory)} }\n`,
        reason: "`generated` is no place for the generated Python",
    };
function valuesPart({ discovery }) {
    const places = new Map();
    for (const { expression, at } of discovery.undecided) {
        const isLine = expression.length > 0 && expression.length <= 80 && !/[\p{Cc}\u2028\u2029]/u.test(expression);
        if (isLine && !places.has(expression))
            places.set(expression, at.file);
    }
    if (places.size === 0)
        return null;
    const lines = [...places].slice(0, MOST_VALUES).map(([expression, file]) => {
        return `#   ${plainOrQuoted(expression)}:  # the value that it has; in ${comment(file)}`;
    });
    return {
        text: `# values:\n${lines.join("\n")}\n`,
        reason: "something is known only when Python runs",
    };
}
/** A name that YAML reads as the text it is, or that text in quotes. */
const plainOrQuoted = (text) => (/^[A-Za-z_][\w./-]*$/.test(text) ? text : JSON.stringify(text));
/** A path in a comment: one line. */
const comment = (path) => path.replace(/[\p{Cc}\u2028\u2029]/gu, "?");

;// CONCATENATED MODULE: ./build/cli/init/workflow.js
/** What stands for the place of the Action until it is known. */
const ACTION = "OWNER/windsock@VERSION";
const PULL_REQUEST = "  pull_request:\n";
/** GitHub's event for pull requests from forks too, with the reason why it is safe here, for zizmor. */
const TARGET = `  # zizmor: ignore[dangerous-triggers] nothing of the head is checked out or run: Windsock only reads it, by git
  pull_request_target:
`;
/**
 * The workflow that reviews pull requests, as `docs/github.md` has it: those of the repository's own branches, or with
 * `forks` all of them. `action` is what `uses:` names.
 */
const workflowText = (action, forks) => `name: Windsock
on:
${forks ? TARGET : PULL_REQUEST}    types: [opened, synchronize, reopened, edited, ready_for_review]
permissions: {}
concurrency:
  group: windsock-\${{ github.event.pull_request.number }}
  cancel-in-progress: true
jobs:
  review:
    name: Review
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read # to fetch both versions
      pull-requests: write # to write the comment
    steps:
      - uses: ${action}
`;

;// CONCATENATED MODULE: ./build/cli/init/plan.js










const WORKFLOW = (0,model_path/* asPath */.w2)(".github/workflows/windsock.yml");
const ATTRIBUTES = (0,model_path/* asPath */.w2)(".gitattributes");
/** What a project needs so that its pull requests are reviewed, file by file. Nothing that is there is replaced. */
async function planInit(snapshot, project, options) {
    const texts = await textsOf(snapshot);
    const directory = await otherDirectory(snapshot, project);
    const directories = (0,build_deployments/* deploymentsOf */.o)(project).map(({ config }) => directory ?? config.generated.directory);
    return [
        workflowStep(texts, options),
        configurationStep(texts, project, directory),
        linesStep(texts, ATTRIBUTES, directories.map((folder) => `${gitPattern(folder)}/*.py linguist-generated`), "reviews fold the generated Python"),
        ...(0,build_deployments/* deploymentsOf */.o)(project).flatMap((one) => ignoreStep(texts, one, directory ?? one.config.generated.directory)),
    ];
}
/** The texts of the files that may be changed; `null` for one that is there and is no text. */
async function textsOf(snapshot) {
    const wanted = [...snapshot.tree.keys()].filter((path) => path === ATTRIBUTES ||
        read_config/* CONFIG_FILES */.n0.includes(path) ||
        path.endsWith("/.airflowignore") ||
        path === ".airflowignore" ||
        /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path));
    const contents = await snapshot.load(wanted);
    return new Map(wanted.map((path) => {
        const content = contents.get(path);
        const decoded = content?.ok ? (0,snapshot_text/* decodeText */.g)(content.bytes) : null;
        return [path, decoded?.ok ? decoded.text : null];
    }));
}
function workflowStep(texts, { action, forks }) {
    const there = [...texts].find(([path, text]) => path === WORKFLOW || usesWindsock(path, text));
    if (there)
        return { what: "leave", path: there[0], why: "it is there and stays as it is" };
    const why = action === null ? `put the place of the Action for ${ACTION}` : "it reviews pull requests";
    return { what: "write", path: WORKFLOW, before: null, after: workflowText(action ?? ACTION, forks), why };
}
/** A workflow with a step of the Action, whatever its file is called. */
const usesWindsock = (path, text) => path.startsWith(".github/workflows/") && /^\s*-?\s*uses:\s*["']?[\w.-]+\/windsock@/m.test(text ?? "");
function configurationStep(texts, project, directory) {
    const there = read_config/* CONFIG_FILES */.n0.find((path) => texts.has(path));
    if (there !== undefined)
        return { what: "leave", path: there, why: "it is there and stays as it is" };
    const path = (0,model_path/* asPath */.w2)("windsock.yml");
    const needed = configurationText(project, directory);
    if (needed === null)
        return { what: "unneeded", path, why: "everything is found" };
    return { what: "write", path, before: null, after: needed.text, why: needed.reasons.join("; ") };
}
/** A folder for generated files where the default one would be taken for tasks: one whose name ends in `__`, as gusty passes over it. */
async function otherDirectory(snapshot, project) {
    if (project.config.file !== null || project.deployments !== undefined)
        return null;
    const given = project.config.generated.directory;
    if ((await (0,generated_place/* siteOfGeneratedFolder */.A)(snapshot, project.config, given)) === null)
        return null;
    for (const name of ["generated__", "__generated__", ".generated"]) {
        const other = (0,model_path/* joinPath */.uJ)((0,model_path/* folderOf */.yS)(given), name);
        if ((await (0,generated_place/* siteOfGeneratedFolder */.A)(snapshot, project.config, other)) === null)
            return other;
    }
    return null;
}
/** Adds what is missing of some lines to the end of a file. */
function linesStep(texts, path, lines, why) {
    const text = texts.get(path);
    if (text === null)
        return { what: "leave", path, why: `it is no text file; it lacks: ${lines.join(", ")}` };
    const known = new Set((text ?? "").split(/\r?\n/).map((line) => line.trim()));
    const missing = lines.filter((line) => !known.has(line));
    if (missing.length === 0)
        return { what: "leave", path, why: "it says so already" };
    const start = text === undefined || text === "" || text.endsWith("\n") ? (text ?? "") : `${text}\n`;
    return { what: "write", path, before: text ?? null, after: `${start}${missing.join("\n")}\n`, why };
}
/**
 * What Airflow must not load from its DAGs folder: the generated files where gusty makes the DAGs; the task folders, in
 * which a `.py` file is a task, where the generated files do. Where some DAGs come from each, that is for a person to say.
 */
function ignoreStep(texts, one, directory) {
    const home = one.discovery.airflowHome ?? (0,homes/* dagsParent */.K)(directory);
    const dags = home === null ? null : (0,model_path/* joinPath */.uJ)(home, "dags");
    if (dags === null || !(0,model_path/* isWithin */.UO)(directory, dags))
        return [];
    const path = (0,model_path/* joinPath */.uJ)(dags, ".airflowignore");
    const declared = one.dags.filter(({ site }) => site.entryPoint === null);
    if (declared.length > 0 && declared.length < one.dags.length) {
        const why = `some DAGs come from gusty and some from \`${directory}\`: hide there what Airflow must not load twice`;
        return [{ what: texts.has(path) ? "leave" : "unneeded", path, why }];
    }
    const hidden = declared.length === 0
        ? [directory]
        : declared.map(({ site }) => site.folder).filter((folder) => (0,model_path/* isWithin */.UO)(folder, dags));
    const airflow = (0,versions/* certainMajor */.sK)(one.versions);
    const text = texts.get(path) ?? "";
    const lines = hidden
        .filter((folder) => !isHidden(dags, text, folder, airflow))
        .map((folder) => ignoreLine(dags, folder, airflow));
    const why = declared.length === 0
        ? "Airflow loads the DAGs from gusty, and not from the generated Python too"
        : "Airflow loads the generated Python, and not the task files";
    return lines.length === 0
        ? [{ what: "leave", path, why: "it says so already" }]
        : [linesStep(texts, path, lines, why)];
}
/** A folder as the beginning of a pattern of `.gitattributes`: what has a meaning there, or ends it, as any letter. */
const gitPattern = (folder) => folder.replace(/[\\*?[\]!#"\s]/g, "?");

// EXTERNAL MODULE: ./build/cli/patch.js
var patch = __webpack_require__(51287);
// EXTERNAL MODULE: ./build/cli/pick-dags.js
var pick_dags = __webpack_require__(82840);
// EXTERNAL MODULE: ./build/cli/read-versions.js + 6 modules
var read_versions = __webpack_require__(60613);
// EXTERNAL MODULE: ./build/cli/say.js
var cli_say = __webpack_require__(2486);
// EXTERNAL MODULE: ./build/cli/tree-place.js
var tree_place = __webpack_require__(21143);
// EXTERNAL MODULE: ./build/cli/write-fixed.js
var write_fixed = __webpack_require__(85293);
;// CONCATENATED MODULE: ./build/cli/commands/init.js













/** What may stand behind `uses:`: `OWNER/REPO@REF`, or a folder of the repository. */
const USES = /^(?:[\w.-]+\/[\w.-]+(?:\/[\w./-]+)?@[\w./-]+|\.\/[\w./-]*)$/;
/**
 * `windsock init`: writes what a project needs to have its pull requests reviewed, and says what it found and did; 0, or 1
 * where a file could not be written. Adds to files and makes new ones, and replaces nothing.
 */
async function init(host, options) {
    const say = (0,cli_say/* createSay */.I)(host, options);
    const { action, forks = false } = options;
    if (action !== undefined && !USES.test(action))
        throw new user_error/* UserError */.y(`\`${action}\` is no place of an Action`, "Write it as OWNER/windsock@VERSION.");
    const { source, snapshot, project } = await (0,read_versions/* readOne */.J)(host, options, say);
    const { root } = source;
    if (root === null)
        throw new user_error/* UserError */.y("a bare repository has no working tree to write to");
    const steps = await planInit(snapshot, project, { action: action ?? null, forks });
    say.done();
    (0,pick_dags/* noteNoDags */.lH)(project.dags, say);
    if (options.dryRun) {
        for (const step of steps)
            if (step.what === "write")
                host.out((0,patch/* patchOf */.g)(step.path, step.before, step.after));
        say.note("nothing was written. Without --dry-run, this change is made in the working tree");
        return 0;
    }
    host.out(`${(0,visible/* visibleLine */.P8)(`found ${foundInWords(project)}`)}\n`);
    let left = 0;
    for (const step of steps) {
        const done = step.what === "write" ? await write(root, step) : step.what;
        if (done === "refused")
            left += 1;
        host.out(`${(0,visible/* visibleLine */.P8)(`${WORDS[done]} ${step.path}: ${done === "refused" ? REFUSED : step.why}`)}\n`);
    }
    say.note(`Commit this; the next pull request is reviewed. What it would show now: ${host.command} review`);
    return left > 0 ? 1 : 0;
}
const WORDS = {
    leave: "left",
    unneeded: "no",
    wrote: "wrote",
    added: "added to",
    refused: "not written",
};
const REFUSED = "something else is there, or a link leads to it";
/** Makes the file, or adds to it where it still is what was read. Nothing is written through a link. */
async function write(root, { path, before, after }) {
    if (before !== null)
        return (await (0,write_fixed/* writeFixed */.y)(root, path, path, before, after)) === "written" ? "added" : "refused";
    const place = (0,external_node_path_.join)(root, path);
    if ((await (0,tree_place/* placeInside */.m)(root, place)) !== path)
        return "refused";
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(place), { recursive: true });
    return (0,promises_.writeFile)(place, after, { flag: "wx" }).then(() => "wrote", () => "refused");
}
/** `3 DAGs in 1 entry point · gusty 0.23.1 (from requirements.txt), Airflow 2.11.2`. */
function foundInWords(project) {
    const { sites } = project.discovery;
    const entryPoints = new Set(sites.flatMap(({ entryPoint }) => entryPoint ?? []));
    const declared = sites.filter(({ entryPoint }) => entryPoint === null).length;
    const where = [
        ...(entryPoints.size > 0 ? [`in ${(0,rich/* count */.U9)(entryPoints.size, "entry point")}`] : []),
        ...(declared > 0 ? [`${declared} declared in windsock.yml`] : []),
    ];
    const dags = [(0,rich/* count */.U9)(project.dags.length, "DAG"), ...where].join(", ").replace(", in", " in");
    const open = new Set(project.discovery.undecided.flatMap(({ at, hides }) => (hides.what === "sites" ? at.file : [])));
    const more = open.size > 0 ? ` · not all known: ${[...open].slice(0, 5).join(", ")}` : "";
    return `${dags} · ${plain((0,footer/* versionsInWords */.aA)({ head: project }))}${more}`;
}
const plain = (rich) => rich.map((piece) => (typeof piece === "string" ? piece : piece.t === "code" ? piece.text : plain(piece.of))).join("");


/***/ }),

/***/ 51287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ patchOf)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94112);

/** The change of one file as a patch that `git apply` takes; `null` for a file that is not there. */
function patchOf(path, before, after) {
    const [from, to] = [before === null ? "/dev/null" : `a/${path}`, after === null ? "/dev/null" : `b/${path}`];
    const patch = (0,diff__WEBPACK_IMPORTED_MODULE_0__/* .createTwoFilesPatch */ .ss)(from, to, before ?? "", after ?? "", undefined, undefined, { context: 3 });
    return patch.replace(/^=+\n/, "");
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


/***/ }),

/***/ 16692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sg: () => (/* binding */ footerParts),
/* harmony export */   Yv: () => (/* binding */ comparedInWords),
/* harmony export */   _u: () => (/* binding */ sizeInWords),
/* harmony export */   aA: () => (/* binding */ versionsInWords)
/* harmony export */ });
/* harmony import */ var _build_deployments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27487);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46781);


/** Of more deployments than these the versions are not listed. */
const MOST_DEPLOYMENTS = 6;
/** The versions compiled for, and from where they are known; of each deployment where there are several. */
function versionsInWords({ head }) {
    const { deployments } = head;
    if (deployments === undefined)
        return versionsOf(head);
    const shown = deployments
        .slice(0, MOST_DEPLOYMENTS)
        .map((one) => [(0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)((0,_build_deployments_js__WEBPACK_IMPORTED_MODULE_1__/* .deploymentName */ .pC)(one)), ": ", ...versionsOf(one)]);
    const rest = deployments.length - shown.length;
    return [...(0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .joinRich */ .Rz)(shown, "; "), ...(rest > 0 ? [`; and ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(rest, "deployment")} more`] : [])];
}
function versionsOf({ versions: { airflow, gusty } }) {
    const words = airflow.version === null
        ? [`no Airflow pin found: assumed Airflow ${airflow.major}`]
        : [`Airflow ${airflow.version}`, ...fromWhere(airflow), ...disagreeing(airflow)];
    const gustyWords = gusty.none
        ? ["no gusty at run time"]
        : gusty.version === null
            ? ["no gusty pin found"]
            : [`gusty ${gusty.version}`, ...fromWhere(gusty), ...disagreeing(gusty)];
    return [...gustyWords, ", ", ...words];
}
const fromWhere = ({ from }) => (from ? [" (from ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(from.file), ")"] : []);
const disagreeing = ({ disagreeing: [other] }) => other ? [` (but ${other.version} in `, (0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(other.from.file), ")"] : [];
const commit = (id) => (id === null ? ["the working tree"] : [(0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(id.slice(0, 7))]);
/** What was compared. */
function comparedInWords({ base, head }) {
    return base ? [...commit(head.commit), " against ", ...commit(base.commit)] : ["looked at ", ...commit(head.commit)];
}
/** `12 DAGs, 184 tasks`. */
function sizeInWords({ head }) {
    const tasks = head.dags.reduce((sum, dag) => sum + dag.tasks.length, 0);
    return `${(0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(head.dags.length, "DAG")}, ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(tasks, "task")}`;
}
/** Where the full report is, and its files: `full report (HTML, JSON)`. */
function reportInWords({ report, artifacts = [] }) {
    const files = (0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .joinRich */ .Rz)(artifacts.map(({ label, url }) => [(0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(url, label)]), ", ");
    const words = report === null ? ["full report"] : [(0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(report, "full report")];
    if (artifacts.length > 0)
        return [[...words, " (", ...files, ")"]];
    return report === null ? [] : [words];
}
/**
 * The footer's parts, the most needed first: a report with little room shows the first alone. `commands`: it is a comment of
 * the bot, which takes them.
 */
function footerParts(review, links, commands) {
    return [
        [`Windsock ${review.tool.version}`],
        comparedInWords(review),
        versionsInWords(review),
        [sizeInWords(review)],
        ...reportInWords(links),
        ...(commands ? [[(0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)("/windsock help"), " lists the commands"]] : []),
        [(0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)("npx windsock review"), " shows this before pushing"],
    ];
}


/***/ }),

/***/ 46781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F4: () => (/* binding */ codes),
/* harmony export */   G9: () => (/* binding */ richOf),
/* harmony export */   Rz: () => (/* binding */ joinRich),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   nf: () => (/* binding */ link)
/* harmony export */ });
const code = (text) => ({ t: "code", text });
const strong = (...of) => ({ t: "strong", of });
const link = (to, ...of) => ({ t: "link", to, of });
/** Plain text with names in backticks, as findings have it. A backtick without its pair stays a backtick. */
function richOf(message) {
    const parts = message.split("`");
    const paired = parts.length % 2 === 1 ? parts.length : parts.length - 1;
    const pieces = parts.slice(0, paired).map((part, at) => (at % 2 === 1 ? code(part) : part));
    if (paired < parts.length)
        pieces.push(`\`${parts[paired] ?? ""}`);
    return pieces.filter((piece) => piece !== "");
}
/** `a`, `b` and `c`; at most `most` of them, and how many more there are. */
function listOf(items, most) {
    const shown = items.slice(0, most);
    const rest = items.length - shown.length;
    return shown
        .flatMap((item, at) => {
        if (at === 0)
            return [item];
        return [rest === 0 && at === shown.length - 1 ? " and " : ", ", item];
    })
        .concat(rest > 0 ? [` and ${rest} more`] : []);
}
/** Code pieces of names. */
const codes = (names) => names.map((name) => code(name));
/** `1 task`, `2 tasks`. */
const count = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
/** Rich pieces in a row, with a text between them. */
const joinRich = (parts, between) => parts.flatMap((part, at) => (at === 0 ? part : [between, ...part]));


/***/ })

};
