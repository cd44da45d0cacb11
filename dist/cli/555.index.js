export const id = 555;
export const ids = [555];
export const modules = {

/***/ 65555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  graph: () => (/* binding */ graph)
});

// EXTERNAL MODULE: ./build/build/deployments.js
var deployments = __webpack_require__(27487);
// EXTERNAL MODULE: ./build/check/waiting-ring.js
var waiting_ring = __webpack_require__(17699);
// EXTERNAL MODULE: ./build/compare/compare-projects.js + 9 modules
var compare_projects = __webpack_require__(50190);
// EXTERNAL MODULE: ./build/draw/draw-change.js
var draw_change = __webpack_require__(66402);
// EXTERNAL MODULE: ./build/draw/draw-dag.js
var draw_dag = __webpack_require__(52044);
// EXTERNAL MODULE: ./build/draw/draw-dags.js
var draw_dags = __webpack_require__(56643);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
// EXTERNAL MODULE: ./build/snapshot/user-error.js
var user_error = __webpack_require__(35357);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/cli/find-program.js


/**
 * A program of this name on the person's PATH, or `null`. Relative entries of PATH are passed over: they would reach into
 * the repository that is looked at, and nothing of it is ever run.
 */
async function findProgram(host, names) {
    const folders = (host.env.PATH ?? "").split(external_node_path_.delimiter).filter(external_node_path_.isAbsolute);
    for (const name of names) {
        for (const folder of folders) {
            const path = (0,external_node_path_.join)(folder, name);
            if (await isProgram(path))
                return path;
        }
    }
    return null;
}
/** True for a file that may be run. */
const isProgram = (path) => (0,promises_.access)(path, promises_.constants.X_OK).then(() => true, () => false);

;// CONCATENATED MODULE: ./build/cli/draw-picture.js






/** Where Chrome lies on systems that do not put it on the PATH. */
const CHROME_PLACES = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const CHROME_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
/** The longest that a picture may take, in milliseconds. */
const TIMEOUT = 120_000;
/**
 * Mermaid text as a picture, by the mermaid-cli and the Chrome of the person's machine. Throws a `UserError` where one of
 * them is missing or fails.
 */
async function drawPicture(host, mermaid, format) {
    const mmdc = await findProgram(host, process.platform === "win32" ? ["mmdc.cmd", "mmdc"] : ["mmdc"]);
    if (mmdc === null) {
        throw new user_error/* UserError */.y(`--format ${format} needs mermaid-cli, and there is no \`mmdc\` on the PATH`, "Install it: npm install -g @mermaid-js/mermaid-cli. Or take --format mermaid.");
    }
    const chrome = await findChrome(host);
    if (chrome === null) {
        throw new user_error/* UserError */.y(`--format ${format} needs Chrome or Chromium, and none was found`, "Install one, or name its program in CHROME_PATH. Or take --format mermaid.");
    }
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "windsock-graph-"));
    try {
        const [source, picture, browser] = [
            (0,external_node_path_.join)(folder, "graph.mmd"),
            (0,external_node_path_.join)(folder, `graph.${format}`),
            (0,external_node_path_.join)(folder, "chrome.json"),
        ];
        await (0,promises_.writeFile)(source, mermaid);
        // Chrome refuses its sandbox to root; what it draws is our own escaped text.
        const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
        await (0,promises_.writeFile)(browser, JSON.stringify({ executablePath: chrome, args }));
        const options = ["-p", browser, "-i", source, "-o", picture, "-q", ...(format === "png" ? ["-s", "2"] : [])];
        await runMermaid(host, mmdc, options, folder);
        return await (0,promises_.readFile)(picture);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function findChrome(host) {
    const given = host.env.CHROME_PATH ?? host.env.PUPPETEER_EXECUTABLE_PATH;
    if (given)
        return (await isProgram(given)) ? given : null;
    for (const place of CHROME_PLACES)
        if (await isProgram(place))
            return place;
    return findProgram(host, CHROME_NAMES);
}
const runMermaid = (host, mmdc, args, cwd) => new Promise((resolve, reject) => {
    (0,external_node_child_process_.execFile)(mmdc, args, { cwd, env: { ...host.env }, timeout: TIMEOUT, shell: mmdc.endsWith(".cmd") }, (error, _, stderr) => {
        if (error === null)
            resolve();
        else {
            const said = stderr.split("\n").find((line) => line.trim() !== "") ?? error.message;
            reject(new user_error/* UserError */.y(`mermaid-cli failed: ${said.trim()}`, "Or take --format mermaid."));
        }
    });
});

// EXTERNAL MODULE: ./build/cli/pick-dags.js
var pick_dags = __webpack_require__(82840);
// EXTERNAL MODULE: ./build/cli/read-versions.js + 6 modules
var read_versions = __webpack_require__(60613);
// EXTERNAL MODULE: ./build/cli/say.js
var cli_say = __webpack_require__(2486);
// EXTERNAL MODULE: ./build/cli/write-output.js
var write_output = __webpack_require__(55558);
;// CONCATENATED MODULE: ./build/cli/commands/graph.js














/** `windsock graph`: DAGs, what changes, or the graph between DAGs, as Mermaid or as a picture. */
async function graph(host, ids, options) {
    const say = (0,cli_say/* createSay */.I)(host, options);
    if (options.base !== undefined && !options.changed) {
        throw new user_error/* UserError */.y("--base belongs to --changed", "Add --changed, or leave --base out.");
    }
    const drawings = options.changed
        ? await drawChanged(host, ids, options, say)
        : await drawOne(host, ids, options, say);
    if (drawings.length === 0)
        say.note("no DAG changes");
    await (0,write_output/* writeOutput */.z)(host, options, say, await inFormat(host, drawings, options, say));
    return 0;
}
async function inFormat(host, drawings, { format, output }, say) {
    if (format === "markdown")
        return drawings.map(inMarkdown).join("\n");
    if (format === "mermaid")
        return drawings.map(plain(drawings)).join("\n");
    const [drawing, ...others] = drawings;
    if (!drawing)
        throw new user_error/* UserError */.y(`--format ${format} draws one diagram, and there is none`);
    if (others.length > 0) {
        const names = drawings.slice(0, MOST_NAMES).map(({ title }) => `\`${title}\``);
        throw new user_error/* UserError */.y(`--format ${format} draws one diagram, and there are ${drawings.length}`, `Name one: ${names.join(", ")}.`);
    }
    if (format === "png" && (output === undefined || output === "-")) {
        throw new user_error/* UserError */.y("--format png is no text", "Name a file: --output FILE.");
    }
    say.step("drawing");
    const picture = await drawPicture(host, drawing.drawing.mermaid, format);
    return format === "svg" ? new TextDecoder().decode(picture) : picture;
}
/** How many names a message lists. */
const MOST_NAMES = 12;
async function drawOne(host, ids, options, say) {
    const { project } = await (0,read_versions/* readOne */.J)(host, options, say);
    const draw = drawOptions(project.config, options);
    const dags = (0,pick_dags/* pickDags */.Vg)(project.dags, ids);
    (0,pick_dags/* noteNoDags */.lH)(dags, say);
    if (ids.length === 0) {
        const rings = (0,waiting_ring/* waitingRings */.$)(project).map((ring) => ring.map(({ dag }) => dag.id).reverse());
        return [{ title: "Graph between DAGs", drawing: (0,draw_dags/* drawDagGraph */.N)(dags, { ...draw, rings }) }];
    }
    return dags.map((dag) => ({ title: dag.id, drawing: (0,draw_dag/* drawDag */.B)(dag, draw) }));
}
async function drawChanged(host, ids, options, say) {
    const head = options.ref === undefined ? {} : { head: options.ref };
    const versions = await (0,read_versions/* readVersions */.q)(host, { ...options, ...head }, say);
    const draw = drawOptions(versions.base.config, options);
    const changes = (0,pick_dags/* pickDags */.Vg)((0,compare_projects/* compareProjects */.i)(...(0,deployments/* alignDeployments */.Sx)(versions.base, versions.head)), ids);
    return changes
        .filter((change) => change.kind !== "unchanged" && change.kind !== "affected")
        .map((change) => ({ title: change.id, drawing: (0,draw_change/* drawChange */.r)(change, draw) }));
}
function drawOptions(config, options) {
    const nodes = options.nodes === undefined ? config.comment.nodes : Number(options.nodes);
    if (!Number.isInteger(nodes) || nodes < 1 || nodes > 400) {
        throw new user_error/* UserError */.y(`--nodes ${options.nodes} is no count`, "Give a whole number from 1 to 400.");
    }
    return { nodes, direction: options.direction ?? config.comment.direction };
}
/** One diagram as it is; of several each with its DAG's id in a comment. */
const plain = (all) => ({ title, drawing }) => all.length === 1 ? drawing.mermaid : `%% ${(0,visible/* visibleLine */.P8)(title).replaceAll("%", "")}\n${drawing.mermaid}`;
function inMarkdown({ title, drawing }) {
    const legend = drawing.legend.map(({ sign, meaning }) => `${(0,report_escape/* escapeText */.X1)(sign)} ${(0,report_escape/* escapeText */.X1)(meaning)}`).join(" · ");
    return `### ${(0,report_escape/* escapeText */.X1)(title)}\n\n${(0,report_escape/* fence */.EU)("mermaid", drawing.mermaid)}\n${legend === "" ? "" : `\n${legend}\n`}`;
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

/***/ 52044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ drawDag)
/* harmony export */ });
/* unused harmony export drawCycle */
/* harmony import */ var _dag_scene_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11058);
/* harmony import */ var _draw_scene_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5267);
/* harmony import */ var _ring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65833);



/** The diagram of one DAG as it is. A cycle, if there is one, stands out. */
const drawDag = (dag, options) => (0,_draw_scene_js__WEBPACK_IMPORTED_MODULE_0__/* .drawScene */ .l)((0,_dag_scene_js__WEBPACK_IMPORTED_MODULE_1__/* .dagScene */ .Zy)(dag, (0,_ring_js__WEBPACK_IMPORTED_MODULE_2__/* .shortestRing */ .p)(dag.edges.map(({ up, down }) => [up, down]))), options);
/**
 * Only the tasks of a cycle, in their groups, with the edges between them; those of the cycle stand out. `ring` are task
 * ids in the order of the arrows.
 */
function drawCycle(dag, ring, options) {
    const scene = dagScene(dag, ring);
    const inside = new Set(ring);
    return drawScene({
        ...scene,
        nodes: scene.nodes.filter(({ key }) => inside.has(key)),
        edges: scene.edges.filter(({ up, down }) => inside.has(up) && inside.has(down)),
    }, options);
}


/***/ }),

/***/ 56643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ drawDagGraph)
/* harmony export */ });
/* harmony import */ var _dag_scene_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11058);
/* harmony import */ var _draw_scene_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5267);


/**
 * The graph between DAGs: an arrow from each DAG to those that wait for it. DAGs that are waited for but are not among
 * `dags` are drawn as outside. `nodes` is 40 and `direction` LR unless told otherwise. The arrows of `rings` (ids in the
 * order of the arrows, the last one leads back to the first) stand out: those DAGs wait for each other.
 */
function drawDagGraph(dags, options = {}) {
    const red = new Set((options.rings ?? []).flatMap((ring) => [...(0,_dag_scene_js__WEBPACK_IMPORTED_MODULE_1__/* .ringPairs */ .wd)(ring)]));
    const edges = new Map();
    for (const { id, externals } of dags) {
        for (const { dag } of externals) {
            const key = (0,_dag_scene_js__WEBPACK_IMPORTED_MODULE_1__/* .pairKey */ .Yz)(dag, id);
            edges.set(key, { up: dag, down: id, state: red.has(key) ? "ring" : "same" });
        }
    }
    const own = new Set(dags.map(({ id }) => id));
    const outside = new Set([...edges.values()].map(({ up }) => up).filter((id) => !own.has(id)));
    const node = (id) => ({
        key: id,
        label: id,
        note: null,
        state: "same",
        shape: outside.has(id) ? "outside" : "task",
        group: null,
        count: 1,
    });
    return (0,_draw_scene_js__WEBPACK_IMPORTED_MODULE_0__/* .drawScene */ .l)({
        nodes: [...own, ...[...outside].sort()].map(node),
        groups: [],
        edges: [...edges.values()],
        noun: ["DAG", "DAGs"],
    }, { nodes: options.nodes ?? 40, direction: options.direction ?? "LR" });
}


/***/ }),

/***/ 9924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ escapeDestination),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   FY: () => (/* binding */ paragraph),
/* harmony export */   X1: () => (/* binding */ escapeText),
/* harmony export */   qy: () => (/* binding */ html),
/* harmony export */   tn: () => (/* binding */ escapeCode),
/* harmony export */   wD: () => (/* binding */ markdown)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);

/** A zero-width space as an entity: GitHub's filters look at the rendered text, where a backslash is gone, and find no name. */
const BREAK = "&#8203;";
const entity = (character) => `&#${character.codePointAt(0) ?? 32};`;
/**
 * Plain text as Markdown text that shows the same and is nothing else: no markup, HTML, image, math, footnote; and none
 * of what GitHub makes of rendered text (mentions, `#1`, `GH-1`, commit ids, addresses, e-mail, `:emoji:`).
 * Safe in table cells and, being without backslashes, in HTML blocks.
 * Rules: GFM 0.29 (autolinks extension), docs.github.com "Autolinked references and URLs", and html-pipeline's filters.
 */
function escapeText(text) {
    return ((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(text)
        .replace(/[&<>`*_[\]|~$\\!^]/g, entity)
        // The order matters: entities hold `#` and `;`, so what follows names only characters that entities have not.
        .replace(/@/g, `@${BREAK}`)
        .replace(/(?<!&)#(?=\w)/g, `#${BREAK}`)
        .replace(/(gh)-(?=\d)/gi, `$1-${BREAK}`)
        .replace(/:(?=[\w+-]+:|\/\/)/g, `:${BREAK}`)
        .replace(/(mailto|xmpp):/gi, `$1${BREAK}:`)
        .replace(/(www)\./gi, `$1${BREAK}.`)
        .replace(/(?<![\w#])[0-9a-f]{7,}(?!\w)/gi, (hex) => hex.replace(/.{6}/g, `$&${BREAK}`)));
}
/** Markdown text that starts a line: what would start a list, a heading or a rule there is an entity. */
const atLineStart = (text) => text
    .replace(/^\s*/, "")
    .replace(/^[-+=#:]/, entity)
    .replace(/^(\d{1,9})([.)])/, (_, number, mark) => number + entity(mark));
/** Text of a `code` element, in which Markdown still works: everything special is an entity, and no address is one. */
const escapeElement = (text) => text
    .replace(/[^\p{L}\p{N} .,;/+=-]/gu, entity)
    .replace(/(www)\./gi, `$1${BREAK}.`)
    .replace(/&#64;|&#58;(?=\/\/)/g, `$&${BREAK}`)
    .replace(/(mailto|xmpp)&/gi, `$1${BREAK}&`);
/** Code points of a name in a sentence; more are an ellipsis. */
const LONGEST_NAME = 160;
/**
 * A name as code, in which GitHub looks for nothing: between backticks, or as a `code` element where the text has
 * backticks or pipes (a pipe ends a table cell, even in code), or stands in HTML.
 */
function escapeCode(text, inHtml = false) {
    const line = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(text), LONGEST_NAME);
    if (line.trim() === "")
        return line === "" ? "(empty)" : "(blank)";
    if (inHtml || /[`|]|^ | $/.test(line))
        return `<code>${escapeElement(line)}</code>`;
    return `\`${line}\``;
}
/** Lines as a fenced block, its fence longer than any run of backticks in them. `language` is a word of ours. */
function fence(language, text) {
    const lines = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLines */ .gB)(text).replace(/\n+$/, "");
    const longest = Math.max(2, ...Array.from(lines.matchAll(/`+/g), (run) => run[0].length));
    const ticks = "`".repeat(longest + 1);
    return `${ticks}${language}\n${lines}\n${ticks}`;
}
/** A destination for `[…](…)` or `href`: an http(s) address or an anchor, everything unusual percent-encoded; else `null`. */
function escapeDestination(address) {
    if (address === null || !/^(https?:\/\/|#)/i.test(address))
        return null;
    return Array.from(address, (character) => /^[\w\-.~:/?#@!,;=%+&]$/.test(character)
        ? character.replace("&", "&amp;")
        : Array.from(new TextEncoder().encode(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("")).join("");
}
function markdownPiece(piece) {
    if (typeof piece === "string")
        return escapeText(piece);
    if (piece.t === "code")
        return escapeCode(piece.text);
    if (piece.t === "strong")
        return `**${markdown(piece.of)}**`;
    const to = escapeDestination(piece.to);
    return to === null ? markdown(piece.of) : `[${markdown(piece.of)}](${to})`;
}
/** Rich text as Markdown of one line that does not start it: a table cell, or after words of ours. */
function markdown(rich) {
    return rich.map(markdownPiece).join("");
}
/** Rich text as a line of its own, or a list item: a paragraph whatever it begins with. */
const paragraph = (rich) => atLineStart(markdown(rich));
/** Rich text as HTML of one line, for `<summary>` and `<sub>`. */
function html(rich) {
    return rich
        .map((piece) => {
        if (typeof piece === "string")
            return escapeText(piece);
        if (piece.t === "code")
            return escapeCode(piece.text, true);
        if (piece.t === "strong")
            return `<b>${html(piece.of)}</b>`;
        const to = escapeDestination(piece.to);
        return to === null ? html(piece.of) : `<a href="${to}">${html(piece.of)}</a>`;
    })
        .join("");
}


/***/ })

};
