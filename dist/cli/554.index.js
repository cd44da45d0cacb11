export const id = 554;
export const ids = [554];
export const modules = {

/***/ 29542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ fill),
/* harmony export */   P: () => (/* binding */ step)
/* harmony export */ });
/** A step whose text is made once. */
function step(rank, make) {
    let made = null;
    return {
        rank,
        text: () => {
            made ??= make();
            return made;
        },
    };
}
function turnsOf(nodes, ancestors) {
    return nodes.flatMap((node) => "steps" in node
        ? node.steps.map(({ rank }, step) => ({ rank, leaf: node, step, ancestors }))
        : turnsOf(node.children, [...ancestors, node]));
}
/** After so many pieces that were made and did not fit, no more are made: a bound for the work. */
const MOST_FAILED = 40;
/** Fills `limit` UTF-16 units with the pieces of a document. Pieces bring their own line breaks. */
function fill(nodes, limit) {
    const turns = turnsOf(nodes, []);
    const taken = new Map();
    const opened = new Set();
    const closed = new Set();
    let left = limit;
    let failed = 0;
    for (const { leaf, step: version, ancestors } of [...turns].sort((a, b) => a.rank - b.rank)) {
        const before = taken.get(leaf);
        const parent = ancestors.at(-1);
        if (before === undefined && parent?.inOrder && closed.has(parent))
            continue;
        if (failed >= MOST_FAILED)
            continue;
        const text = leaf.steps[version]?.text() ?? "";
        const fresh = ancestors.filter((section) => !opened.has(section));
        const cost = text.length - (before?.length ?? 0) + fresh.reduce((sum, { open, close }) => sum + open.length + close.length, 0);
        if (cost <= left) {
            left -= cost;
            taken.set(leaf, text);
            for (const section of fresh)
                opened.add(section);
        }
        else {
            failed++;
            if (before === undefined && parent)
                closed.add(parent);
        }
    }
    const leftOut = new Map();
    for (const leaf of new Set(turns.map((turn) => turn.leaf))) {
        if (!taken.has(leaf) && leaf.what !== "")
            leftOut.set(leaf.what, (leftOut.get(leaf.what) ?? 0) + 1);
    }
    const write = (node) => {
        if ("steps" in node)
            return taken.get(node) ?? "";
        return opened.has(node) ? node.open + node.children.map(write).join("") + node.close : "";
    };
    return { text: nodes.map(write).join(""), leftOut };
}


/***/ }),

/***/ 17554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   COMMENT_LIMIT: () => (/* binding */ COMMENT_LIMIT),
/* harmony export */   renderComment: () => (/* binding */ renderComment)
/* harmony export */ });
/* harmony import */ var _diagram_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20050);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32685);


/** What one comment on GitHub may hold, in characters. */
const COMMENT_LIMIT = 65_536;
/** More diagrams than this make GitHub's page slow. */
const DIAGRAMS = 8;
/** The pull request's comment as GitHub Markdown, without the hidden marker. Same review, same bytes. */
const renderComment = (review, { limit = COMMENT_LIMIT, links, instance }) => (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .renderDocument */ .y)(review, {
    limit,
    links,
    instance,
    diagrams: DIAGRAMS,
    diagram: (change) => (0,_diagram_js__WEBPACK_IMPORTED_MODULE_0__/* .diagramOf */ .f)(review, change),
});


/***/ }),

/***/ 49084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XO: () => (/* binding */ DETAILS_END),
  ip: () => (/* binding */ dagSection),
  zH: () => (/* binding */ details)
});

// EXTERNAL MODULE: ./build/report/budget.js
var budget = __webpack_require__(29542);
// EXTERNAL MODULE: ./build/report/change-words.js + 1 modules
var change_words = __webpack_require__(22211);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/mask.js
var mask = __webpack_require__(92339);
// EXTERNAL MODULE: ./build/report/file-diff.js
var file_diff = __webpack_require__(56981);
;// CONCATENATED MODULE: ./build/report/python-diff.js


const lineCount = (text) => text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
/** What happens to the generated Python of a DAG; `null` where there is nothing to show. */
function pythonPart(review, change) {
    const pair = review.generated.find(({ dag }) => dag === change.id);
    if (!pair)
        return null;
    if (!pair.head)
        return pair.why === null ? null : { t: "undecided", why: pair.why };
    const after = pair.head.text;
    if (pair.base)
        return pair.base.text === after ? { t: "same" } : { t: "changed", before: pair.base.text, after };
    return change.kind === "added"
        ? { t: "new", text: (0,mask/* maskPython */.rS)(after), lines: lineCount(after) }
        : { t: "undecided", why: pair.why ?? "the version before is not known" };
}
/** The diff of changed Python, with secrets hidden; `null` where the versions differ too much to compare. */
const pythonDiff = ({ before, after }) => (0,file_diff/* fileDiff */.e)(before, after, 3, mask/* maskPython */.rS);

// EXTERNAL MODULE: ./build/report/rich.js
var rich = __webpack_require__(46781);
;// CONCATENATED MODULE: ./build/report/dag-markdown.js






const details = (open, summary) => `<details${open ? " open" : ""}><summary>${(0,report_escape/* html */.qy)(summary)}</summary>\n\n`;
const DETAILS_END = "</details>\n\n";
/** The foldable section of a changed DAG: diagram, the changes in words with what lies downstream, generated Python. */
function dagSection(row, context, options) {
    const { change } = row;
    const { ranks, diagram } = options;
    const backfill = change.backfill ? ["backfill"] : [];
    const risks = change.kind === "added" ? ["new", ...backfill] : change.kind === "removed" ? ["removed"] : change.risk;
    const title = [(0,rich/* strong */.ko)((0,rich/* code */.aY)(change.id)), ...(risks.length > 0 ? [` · ${risks.join(", ")}`] : [])];
    return {
        open: details(options.open, title),
        close: DETAILS_END,
        inOrder: false,
        children: [
            ...(diagram === null ? [] : [{ what: "diagram", steps: [(0,budget/* step */.P)(ranks.diagram, () => `${diagram()}\n\n`)] }]),
            { what: "list of changes", steps: [(0,budget/* step */.P)(ranks.words, () => changeList(change, context))] },
            ...pythonNodes(change, context, ranks.python),
        ],
    };
}
function downstream(change, { review }) {
    return (0,change_words/* downstreamInWords */.q)(change, review);
}
/** What stays open in this DAG without running Python. */
function undecidedInWords({ head }, { review }) {
    if (!head)
        return [];
    return review.head.discovery.undecided.flatMap(({ hides, expression }) => hides.what === "argument" && hides.folder === head.site.folder
        ? [[(0,rich/* code */.aY)(hides.path), " is not known without running Python: ", (0,rich/* code */.aY)((0,mask/* maskPython */.rS)(expression))]]
        : []);
}
function pythonNodes(change, { review }, rank) {
    const part = pythonPart(review, change);
    if (!part)
        return [];
    if (part.t === "undecided") {
        const why = ["No generated Python: ", ...(0,rich/* richOf */.G9)((0,mask/* maskMessage */.I1)(part.why).replace(/\.$/, "")), "."];
        return [{ what: "", steps: [(0,budget/* step */.P)(rank, () => `${(0,report_escape/* paragraph */.FY)(why)}\n\n`)] }];
    }
    return [{ what: "diff of generated Python", steps: [(0,budget/* step */.P)(rank, () => pythonText(part))] }];
}
function pythonText(part) {
    if (part.t === "same")
        return "The generated Python is the same.\n\n";
    if (part.t === "new")
        return folded(["Generated Python, ", (0,rich/* count */.U9)(part.lines, "line")], (0,report_escape/* fence */.EU)("python", part.text));
    const diff = pythonDiff(part);
    if (!diff)
        return "The generated Python is different in most lines.\n\n";
    return folded([`Generated Python, +${diff.added} −${diff.removed}`], (0,report_escape/* fence */.EU)("diff", diff.lines.join("\n")));
}
const folded = (summary, text) => `${details(false, summary)}${text}\n\n${DETAILS_END}`;
/** The changes in words, with what stays open and what lies downstream. */
function changeList(change, context) {
    const lines = [...(0,change_words/* changeInWords */.Z)(change), ...undecidedInWords(change, context), ...downstream(change, context)];
    return `${lines.map((line) => `- ${(0,report_escape/* paragraph */.FY)(line)}`).join("\n")}\n\n`;
}


/***/ }),

/***/ 20050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ drawingMarkdown),
/* harmony export */   f: () => (/* binding */ diagramOf)
/* harmony export */ });
/* harmony import */ var _draw_draw_change_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66402);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9924);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46781);



/** Signs that stand in the picture as they are; others are words for a look. */
const isSign = (sign) => sign.length === 1;
/** The diagram of a change as Markdown: Mermaid in its fence, and the legend under it. */
function diagramOf(review, change) {
    const { nodes, direction } = review.head.config.comment;
    return drawingMarkdown((0,_draw_draw_change_js__WEBPACK_IMPORTED_MODULE_0__/* .drawChange */ .r)(change, { nodes, direction }), "task");
}
/** A drawing as Markdown; `noun` is what it folds. */
function drawingMarkdown({ mermaid, legend, hidden }, noun) {
    const entries = legend.map(({ sign, meaning }) => [isSign(sign) ? (0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(sign) : sign, isSign(sign) ? ` ${meaning}` : `: ${meaning}`]);
    if (hidden > 0)
        entries.push([`${(0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(hidden, noun)} folded`]);
    const line = entries.length > 0 ? `\n<sub>${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy)((0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .joinRich */ .Rz)(entries, " · "))}</sub>` : "";
    return `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .fence */ .EU)("mermaid", mermaid)}${line}`;
}


/***/ }),

/***/ 32685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ renderDocument)
});

// EXTERNAL MODULE: ./build/report/budget.js
var budget = __webpack_require__(29542);
// EXTERNAL MODULE: ./build/report/dag-markdown.js + 1 modules
var dag_markdown = __webpack_require__(49084);
// EXTERNAL MODULE: ./build/report/dag-rows.js
var dag_rows = __webpack_require__(16769);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/finding-text.js
var finding_text = __webpack_require__(15632);
// EXTERNAL MODULE: ./build/report/fix-diff.js
var fix_diff = __webpack_require__(81694);
// EXTERNAL MODULE: ./build/report/mask.js
var mask = __webpack_require__(92339);
// EXTERNAL MODULE: ./build/report/positions.js
var positions = __webpack_require__(70571);
// EXTERNAL MODULE: ./build/report/rich.js
var rich = __webpack_require__(46781);
;// CONCATENATED MODULE: ./build/report/finding-markdown.js






/** Related places that are listed; more are counted. */
const MOST_RELATED = 8;
/** Lines of one fix's diff that are shown. */
const MOST_FIX_LINES = 40;
/** `file:line` as a link. */
function placeLink({ places, links }, span, side) {
    const place = places.at(span, side);
    const last = place.endColumn === 1 && place.endLine > place.line ? place.endLine - 1 : place.endLine;
    const to = links.file(place.file, place.line, Math.min(last, place.line + 20), side);
    return (0,rich/* link */.nf)(to, (0,rich/* code */.aY)(`${place.file}:${place.line}`));
}
/** The first line of a finding: what is wrong, where, and by which rule. `lead` comes first in the bold part. */
function findingLine(finding, lead, context, limit) {
    const { headline } = (0,finding_text/* findingText */.N)(finding, limit);
    const where = placeLink(context, finding.at, (0,positions/* sideOf */.Jh)(finding));
    const rule = (0,rich/* link */.nf)(context.links.rule(finding.rule), finding.rule);
    return `**${(0,report_escape/* markdown */.wD)([lead, ...headline]).trim()}** · ${(0,report_escape/* markdown */.wD)([where])} · ${(0,report_escape/* markdown */.wD)([rule])}`;
}
/** A finding in full: message, advice, related places, the fix as a diff. */
function findingInFull(finding, lead, context) {
    const { rest, advice } = (0,finding_text/* findingText */.N)(finding);
    const blocks = [];
    let sentences = rest.length > 0 ? [endSentence(rest)] : [];
    const flush = () => {
        if (sentences.length > 0)
            blocks.push((0,report_escape/* paragraph */.FY)((0,rich/* joinRich */.Rz)(sentences, " ")));
        sentences = [];
    };
    for (const part of advice) {
        if (part.t === "sentence")
            sentences.push(part.of);
        else {
            flush();
            blocks.push((0,report_escape/* fence */.EU)("yaml", part.text));
        }
    }
    const [other, ...more] = finding.related;
    if (other && more.length === 0)
        sentences.push(["See ", ...relatedPlace(other, finding, context), "."]);
    flush();
    const first = findingLine(finding, lead, context, 4000);
    // A backslash before the line end is a line break in comments and in summaries alike.
    const head = blocks.length > 0 ? `${first}\\\n${blocks.shift() ?? ""}` : first;
    blocks.push(...relatedBlock(finding, context));
    return [head, ...blocks, ...fixBlocks(finding, context)].join("\n\n");
}
/** Other places of a finding, a line each. */
function relatedBlock({ related, state }, context) {
    if (related.length < 2)
        return [];
    const lines = related.slice(0, MOST_RELATED).map((other) => `- ${(0,report_escape/* markdown */.wD)(relatedPlace(other, { state }, context))}`);
    if (related.length > MOST_RELATED)
        lines.push(`- and ${related.length - MOST_RELATED} more`);
    return [lines.join("\n")];
}
const relatedPlace = ({ at, message }, finding, context) => [placeLink(context, at, (0,positions/* sideOf */.Jh)(finding)), ": ", ...(0,rich/* richOf */.G9)((0,mask/* maskMessage */.I1)(message))];
/** A sentence with its full stop. */
const endSentence = (rich) => {
    const last = rich.at(-1);
    return typeof last === "string" && /[.!?:]$/.test(last) ? rich : [...rich, "."];
};
function fixBlocks({ fix, state }, { places }) {
    if (!fix || state === "fixed")
        return [];
    const side = (0,positions/* sideOf */.Jh)({ state });
    const diffs = (0,fix_diff/* fixDiffs */.i)(fix, places, side, 1);
    return diffs.flatMap(({ file, lines }) => {
        const body = lines.filter((line) => !line.startsWith("@@"));
        if (body.length === 0 || body.length > MOST_FIX_LINES)
            return [];
        const title = diffs.length > 1 ? [(0,report_escape/* markdown */.wD)([(0,rich/* code */.aY)(file)])] : [];
        return [...title, (0,report_escape/* fence */.EU)("diff", body.join("\n"))];
    });
}

// EXTERNAL MODULE: ./build/report/footer.js
var footer = __webpack_require__(16692);
// EXTERNAL MODULE: ./build/report/impact.js
var impact = __webpack_require__(72577);
;// CONCATENATED MODULE: ./build/report/left-out.js


const KINDS = [
    "finding",
    "table row",
    "diagram",
    "list of changes",
    "diff of generated Python",
    "warning or notice",
];
const PLURALS = {
    finding: ["finding", "findings"],
    "table row": ["line of the table", "lines of the table"],
    diagram: ["diagram", "diagrams"],
    "list of changes": ["list of changes", "lists of changes"],
    "diff of generated Python": ["file of generated Python", "files of generated Python"],
    "warning or notice": ["warning or notice", "warnings and notices"],
};
/** Room that the longest note takes. */
const leftOutRoom = (report) => leftOutNote(new Map(KINDS.map((kind) => [kind, 99_999])), report).length;
/** What was left out for length, and where it is; empty where nothing was. */
function leftOutNote(leftOut, report) {
    const parts = KINDS.flatMap((kind) => {
        const number = leftOut.get(kind) ?? 0;
        const [one, many] = PLURALS[kind] ?? [kind, kind];
        return number > 0 ? [(0,rich/* count */.U9)(number, one, many)] : [];
    });
    if (parts.length === 0)
        return "";
    const where = ((0,report_escape/* escapeDestination */.CB)(report) ?? "").length <= 200 && report !== null
        ? [" See the ", (0,rich/* link */.nf)(report, "full report"), "."]
        : [];
    return `${(0,report_escape/* markdown */.wD)(["Left out for length: ", ...(0,rich/* listOf */.c3)(parts, KINDS.length), ".", ...where])}\n\n`;
}

// EXTERNAL MODULE: ./build/report/migrated-markdown.js
var migrated_markdown = __webpack_require__(5712);
// EXTERNAL MODULE: ./build/check/waiting-ring.js
var waiting_ring = __webpack_require__(17699);
// EXTERNAL MODULE: ./build/draw/draw-scene.js + 8 modules
var draw_scene = __webpack_require__(5267);
;// CONCATENATED MODULE: ./build/draw/draw-dag-ring.js

/**
 * DAGs that wait for each other in a ring: each as a box with its sensor and what the next one waits for. `steps` go
 * against the arrows: each one's DAG waits for the next one's.
 */
function drawDagRing(steps, options) {
    const nodes = new Map();
    const edges = [];
    const add = (dag, label, shape) => {
        const key = JSON.stringify([dag, label, shape]);
        if (!nodes.has(key))
            nodes.set(key, { key, label, note: null, state: "same", shape, group: dag, count: 1 });
        return key;
    };
    for (const [index, { dag, sensor, awaits }] of steps.entries()) {
        const next = steps[(index + 1) % steps.length];
        const own = add(dag, sensor, "sensor");
        const isSensor = next !== undefined && awaits.task === next.sensor;
        const target = add(awaits.dag, awaits.task ?? "the whole DAG", isSensor ? "sensor" : "task");
        edges.push({ up: target, down: own, state: "ring" });
        if (next && !isSensor)
            edges.push({ up: add(next.dag, next.sensor, "sensor"), down: target, state: "ring" });
    }
    const groups = [...new Set(steps.flatMap(({ dag, awaits }) => [dag, awaits.dag]))];
    return (0,draw_scene/* drawScene */.l)({
        nodes: [...nodes.values()],
        groups: groups.map((id) => ({ id, label: id, parent: null })),
        edges,
        noun: ["task", "tasks"],
    }, options);
}

// EXTERNAL MODULE: ./build/report/diagram.js
var diagram = __webpack_require__(20050);
;// CONCATENATED MODULE: ./build/report/ring-diagram.js



/** The rule whose findings are rings of DAGs. */
const RULE = "cross-dag-cycle";
/** The diagrams, as Markdown, of the rings of DAGs among these findings; each made when it is asked for. */
function ringDiagrams(review, findings) {
    const wanted = new Set(findings.flatMap(({ rule, subject }) => (rule === RULE ? [subject.key] : [])));
    if (wanted.size === 0)
        return [];
    const { nodes, direction } = review.head.config.comment;
    return (0,waiting_ring/* waitingRings */.$)(review.head)
        .filter((ring) => wanted.has(ring
        .map(({ dag, sensor }) => `${dag.id}.${sensor.id}`)
        .sort()
        .join(",")))
        .map((ring) => () => {
        const steps = ring.map(({ dag, sensor, external }) => ({ dag: dag.id, sensor: sensor.id, awaits: external }));
        return (0,diagram/* drawingMarkdown */.Y)(drawDagRing(steps, { nodes, direction }), "task");
    });
}

;// CONCATENATED MODULE: ./build/report/table-markdown.js


const MARKS = {
    fails: "✖",
    changed: "~",
    added: "+",
    removed: "−",
    affected: "→",
    same: "=",
};
/** Text that no line break parts. */
const unbroken = (text) => text.replaceAll(" ", "\u00a0");
function columnsOf(places, links) {
    const dag = ({ change }) => {
        const shown = change.head ?? change.base;
        if (!shown)
            return [(0,rich/* code */.aY)(change.id)];
        const side = change.head ? "head" : "base";
        const { line } = places.at(shown.site.declared, side);
        const to = shown.metadataFile
            ? links.file(shown.metadataFile, 1, 1, side)
            : links.file(shown.site.declared.file, line, line, side);
        return [(0,rich/* link */.nf)(to, (0,rich/* code */.aY)(change.id))];
    };
    return [
        { title: "DAG", cell: dag },
        { title: "what changes", cell: (row) => row.what },
        { title: "schedule", cell: (row) => row.schedule },
        { title: "tasks", cell: (row) => [unbroken(row.tasks)] },
        { title: "edges", cell: (row) => [unbroken(row.edges)] },
        { title: "waiting for it", cell: (row) => row.waiting },
        { title: "owner", cell: (row) => row.owners },
    ];
}
/** The table of DAGs: its head, and a line for each row. Columns in which no row says anything are left out. */
function tableOf(rows, places, links) {
    const columns = columnsOf(places, links).filter(({ cell }) => rows.some((row) => (0,report_escape/* markdown */.wD)(cell(row)) !== ""));
    const line = (cells) => `| ${cells.join(" | ")} |\n`;
    return {
        head: line(["", ...columns.map(({ title }) => title)]) + line(["-", ...columns.map(() => "-")]),
        lines: rows.map((row) => line([`${MARKS[row.mark]}`, ...columns.map(({ cell }) => (0,report_escape/* markdown */.wD)(cell(row)))])),
    };
}

// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(47342);
;// CONCATENATED MODULE: ./build/report/document.js














const document_MARKS = { failure: "✖", warning: "⚠", success: "✔" };
/**
 * Ranks: what is filled first. Early findings, table rows and DAGs come before the long tail of them, so that a hundred
 * findings never hide the graph. `step` orders pieces of one kind.
 */
const RANK = {
    line: 1,
    full: 2,
    row: 3,
    words: 4,
    footer: 4.5,
    diagram: 5,
    other: 6,
    python: 7,
    otherFull: 8,
    tail: 9,
};
const EARLY = { findings: 20, rows: 40, dags: 8 };
/** The whole report as Markdown within its limit: pieces whole or left out, counted at the end. */
function renderDocument(review, options) {
    const { limit, links } = options;
    const context = { review, places: (0,positions/* placesOf */.ek)(review), links };
    const heading = headingOf(review, options.instance);
    const [tool = [], ...footerRest] = (0,footer/* footerParts */.Sg)(review, links.report);
    const nodes = [...body(review, context, options), footerNode(tool, footerRest)];
    const whole = (0,budget/* fill */.G)(nodes, limit - heading.length);
    if (whole.leftOut.size === 0)
        return heading + trimEnd(whole.text);
    const filled = (0,budget/* fill */.G)(nodes, limit - heading.length - leftOutRoom(links.report));
    const at = filled.text.lastIndexOf("<sub>");
    const place = at < 0 ? filled.text.length : at;
    return (heading +
        trimEnd(filled.text.slice(0, place) + leftOutNote(filled.leftOut, links.report) + filled.text.slice(place)));
}
const trimEnd = (text) => `${text.replace(/\n+$/, "")}\n`;
/** Longer verdicts lose their names, so that the line is one. */
const LONGEST_HEADING = 340;
function headingOf(review, instance) {
    const { mark, words } = (0,verdict/* verdictOf */.Vj)(review);
    const name = instance === undefined || instance === "default" ? [] : [(0,rich/* code */.aY)(instance), ": "];
    const line = `### ${document_MARKS[mark]} ${(0,report_escape/* markdown */.wD)([...name, ...words])}\n\n`;
    if (line.length <= LONGEST_HEADING)
        return line;
    return `### ${document_MARKS[mark]} ${(0,report_escape/* markdown */.wD)(words.filter((piece, at) => at === 0 && typeof piece === "string"))}\n\n`;
}
/** Rings of DAGs that are drawn, of the diagrams there may be. */
const MOST_RINGS = 2;
function body(review, context, options) {
    const main = review.findings.filter(impact/* isMain */.C);
    const others = review.findings.filter((finding) => finding.state === "new" && !(0,impact/* isMain */.C)(finding));
    const rows = (0,dag_rows/* dagRows */.c)(review);
    const rings = options.diagrams > 0 ? ringDiagrams(review, main).slice(0, MOST_RINGS) : [];
    return [
        mainFindings(main, context),
        ...rings.map((ring) => ({ what: "diagram", steps: [(0,budget/* step */.P)(RANK.diagram, () => `${ring()}\n\n`)] })),
        ...(rows.length > 0 ? [dagTable(rows, context)] : []),
        ...(0,migrated_markdown/* migratedSection */.z)(review.changes, context, RANK.words),
        ...dagSections(rows, context, { ...options, diagrams: Math.max(0, options.diagrams - rings.length) }),
        ...(others.length > 0 ? [otherFindings(others, context)] : []),
        ...knownFindings(review),
    ];
}
function mainFindings(findings, context) {
    const leaf = (finding, at) => {
        const lead = findings.length > 1 ? `${at + 1}. ` : "";
        const late = at < EARLY.findings ? 0 : RANK.tail;
        return {
            what: "finding",
            steps: [
                (0,budget/* step */.P)(RANK.line + late, () => `${findingLine(finding, lead, context, 300)}\n\n`),
                (0,budget/* step */.P)(RANK.full + late, () => `${findingInFull(finding, lead, context)}\n\n`),
            ],
        };
    };
    return { open: "", close: "", inOrder: true, children: findings.map(leaf) };
}
function dagTable(rows, { places, links }) {
    const { head, lines } = tableOf(rows, places, links);
    const children = lines.map((text, at) => {
        return { what: "table row", steps: [(0,budget/* step */.P)(RANK.row + (at < EARLY.rows ? 0 : RANK.tail), () => text)] };
    });
    return { open: head, close: "\n", inOrder: true, children };
}
function dagSections(rows, context, options) {
    const changed = rows.filter(({ mark, change }) => mark !== "same" && change.kind !== "affected" && change.kind !== "removed");
    const sections = changed.map((row, at) => {
        const late = at < EARLY.dags ? 0 : RANK.tail;
        const ranks = { words: RANK.words + late, diagram: RANK.diagram + late, python: RANK.python + late };
        const diagram = at < options.diagrams ? () => options.diagram(row.change) : null;
        return (0,dag_markdown/* dagSection */.ip)(row, context, { open: at === 0 || changed.length < 3, ranks, diagram });
    });
    if (changed.length <= options.diagrams)
        return sections;
    const note = `Diagrams are drawn for the first ${options.diagrams} of these DAGs.\n\n`;
    return [...sections, { what: "", steps: [(0,budget/* step */.P)(RANK.words, () => note)] }];
}
/** Warnings and notices: what does not gate. */
function otherFindings(findings, context) {
    const children = findings.map((finding) => {
        const lead = `${finding.severity}: `;
        return {
            what: "warning or notice",
            steps: [
                (0,budget/* step */.P)(RANK.other, () => `${findingLine(finding, lead, context, 300)}\n\n`),
                (0,budget/* step */.P)(RANK.otherFull, () => `${findingInFull(finding, lead, context)}\n\n`),
            ],
        };
    });
    return { open: (0,dag_markdown/* details */.zH)(false, [(0,verdict/* severityCounts */.ur)(findings)]), close: dag_markdown/* DETAILS_END */.XO, inOrder: true, children };
}
/** Findings that say nothing of this change, and those that it repairs: counted. */
function knownFindings({ findings }) {
    const existing = findings.filter((finding) => finding.state === "existing" && !(0,impact/* isMain */.C)(finding));
    const fixed = findings.filter(({ state }) => state === "fixed");
    const sentences = [];
    if (existing.length > 0)
        sentences.push(`In the base already, so not listed: ${(0,verdict/* severityCounts */.ur)(existing)}.`);
    if (fixed.length > 0)
        sentences.push(`This change repairs ${(0,verdict/* severityCounts */.ur)(fixed)}.`);
    if (sentences.length === 0)
        return [];
    return [{ what: "", steps: [(0,budget/* step */.P)(RANK.row, () => `${(0,report_escape/* markdown */.wD)([sentences.join(" ")])}\n\n`)] }];
}
function footerNode(tool, rest) {
    const sub = (parts) => `<sub>${(0,report_escape/* html */.qy)((0,rich/* joinRich */.Rz)(parts, " · "))}</sub>\n`;
    return {
        what: "",
        steps: [(0,budget/* step */.P)(0, () => sub([tool])), (0,budget/* step */.P)(RANK.footer, () => sub([tool, ...rest]))],
    };
}


/***/ }),

/***/ 5712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ migratedInWords),
/* harmony export */   z: () => (/* binding */ migratedSection)
/* harmony export */ });
/* harmony import */ var _model_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68575);
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29542);
/* harmony import */ var _dag_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49084);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9924);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46781);





/** What is said of one DAG that went from gusty to plain Python. */
const migratedInWords = (change) => [
    "Airflow loads ",
    (0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(change.migrated ?? ""),
    ", byte for byte what ",
    (0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(change.base?.site.folder ?? ""),
    " gave through gusty; the id stays, and so does the run history",
];
/** The section about DAGs that went from gusty to plain Python. */
function migratedSection(changes, { links }, rank) {
    const migrated = changes.filter((change) => change.migrated !== null);
    if (migrated.length === 0)
        return [];
    const line = (change) => {
        const to = links.file((0,_model_path_js__WEBPACK_IMPORTED_MODULE_2__/* .asPath */ .w2)(change.migrated ?? ""), 1);
        return migratedInWords(change).map((piece, at) => (at === 1 ? (0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(to, piece) : piece));
    };
    const children = migrated.map((change) => {
        const text = () => `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .paragraph */ .FY)([(0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .strong */ .ko)((0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(change.id)), ": identical DAG, now from plain Python. ", ...line(change), "."])}\n`;
        return { what: "list of changes", steps: [(0,_budget_js__WEBPACK_IMPORTED_MODULE_4__/* .step */ .P)(rank, text)] };
    });
    const title = [(0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .strong */ .ko)("From gusty to plain Python"), ` · ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(migrated.length, "DAG")}`];
    return [{ open: (0,_dag_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(true, title), close: `\n${_dag_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .DETAILS_END */ .XO}`, inOrder: true, children }];
}


/***/ })

};
