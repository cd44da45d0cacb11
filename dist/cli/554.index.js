export const id = 554;
export const ids = [554];
export const modules = {

/***/ 9508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ WHOLE_DAG),
/* harmony export */   f: () => (/* binding */ ringScene)
/* harmony export */ });
/* harmony import */ var _dag_scene_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11058);

/** What a node says that stands for a whole DAG. */
const WHOLE_DAG = "the whole DAG";
/**
 * DAGs that wait for each other in a ring: each as a box with its sensor and what the next one waits for. `steps` go
 * against the arrows: each one's DAG waits for the next one's.
 */
function ringScene(steps) {
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
        const target = add(awaits.dag, awaits.task ?? WHOLE_DAG, isSensor ? "sensor" : "task");
        edges.push({ up: target, down: own, state: "ring" });
        if (next && !isSensor)
            edges.push({ up: add(next.dag, next.sensor, "sensor"), down: target, state: "ring" });
    }
    const groups = [...new Set(steps.flatMap(({ dag, awaits }) => [dag, awaits.dag]))];
    return {
        nodes: [...nodes.values()],
        groups: groups.map((id) => ({ id, label: id, parent: null })),
        edges,
        noun: _dag_scene_js__WEBPACK_IMPORTED_MODULE_0__/* .TASKS */ .n3,
    };
}


/***/ }),

/***/ 14354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ acceptedSection),
/* harmony export */   q: () => (/* binding */ acceptanceInWords)
/* harmony export */ });
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(29542);
/* harmony import */ var _dag_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27577);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9924);
/* harmony import */ var _finding_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18470);
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92339);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46781);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47342);







/** Findings that people have accepted for this pull request. */
const acceptedFindings = ({ findings }) => findings.filter(({ accepted }) => accepted !== null);
/** Who accepted a finding and why, in words. */
const acceptanceInWords = ({ by, reason }) => [
    "Accepted by ",
    (0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .strong */ .ko)(by),
    ": ",
    (0,_mask_js__WEBPACK_IMPORTED_MODULE_2__/* .maskMessage */ .I1)(reason),
];
/** The foldable section of accepted findings: each with who accepted it and why, and how it is taken back. */
function acceptedSection(context, rank) {
    const accepted = acceptedFindings(context.review);
    if (accepted.length === 0)
        return [];
    const children = accepted.map((finding) => {
        const words = finding.accepted ? (0,_escape_js__WEBPACK_IMPORTED_MODULE_5__/* .paragraph */ .FY)(acceptanceInWords(finding.accepted)) : "";
        const back = `Take it back: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_5__/* .markdown */ .wD)([(0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(`/windsock unaccept ${finding.fingerprint}`)])}`;
        return {
            what: "accepted finding",
            steps: [(0,_budget_js__WEBPACK_IMPORTED_MODULE_6__/* .step */ .P)(rank, () => `${(0,_finding_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .findingLine */ .mC)(finding, "", context, 300)}\\\n${words} · ${back}\n\n`)],
        };
    });
    const title = [`${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .severityCounts */ .ur)(accepted)} accepted`];
    return [{ open: (0,_dag_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(false, title), close: _dag_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .DETAILS_END */ .XO, inOrder: true, children }];
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
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29934);


/** What one comment on GitHub may hold, in characters. */
const COMMENT_LIMIT = 65_536;
/** More diagrams than this make GitHub's page slow. */
const DIAGRAMS = 8;
/** The pull request's comment as GitHub Markdown, without the hidden marker. Same review, same bytes. */
const renderComment = (review, { limit = COMMENT_LIMIT, links, instance, conversation }) => (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .renderDocument */ .y)(review, {
    limit,
    links,
    instance,
    conversation,
    diagrams: DIAGRAMS,
    diagram: (change) => (0,_diagram_js__WEBPACK_IMPORTED_MODULE_0__/* .diagramOf */ .f)(review, change),
});


/***/ }),

/***/ 53157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ ringTitle),
/* harmony export */   s: () => (/* binding */ dagRings)
/* harmony export */ });
/* harmony import */ var _check_waiting_ring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17699);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6257);


/** The rule whose findings are rings of DAGs. */
const RULE = "cross-dag-cycle";
/** The rings of DAGs of head that these findings are about, in the order of the findings. */
function dagRings(review, findings) {
    const wanted = findings.filter(({ rule, state }) => rule === RULE && state !== "fixed");
    if (wanted.length === 0)
        return [];
    const rings = new Map((0,_check_waiting_ring_js__WEBPACK_IMPORTED_MODULE_0__/* .waitingRings */ .$)(review.head).map((ring) => [
        ring
            .map(({ dag, sensor }) => `${dag.id}.${sensor.id}`)
            .sort()
            .join(","),
        ring.map(({ dag, sensor, external }) => ({ dag: dag.id, sensor: sensor.id, awaits: external })),
    ]));
    return wanted.flatMap((finding) => {
        const steps = rings.get(finding.subject.key ?? "");
        return steps ? [{ finding, steps }] : [];
    });
}
/** `finance, sales`: the DAGs of a ring, each before the one that waits for it. */
const ringTitle = (steps) => [...new Set(steps.map(({ dag }) => (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)(dag)).reverse())].join(", ");


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

/***/ 29934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ renderDocument)
});

// EXTERNAL MODULE: ./build/report/accepted-markdown.js
var accepted_markdown = __webpack_require__(14354);
// EXTERNAL MODULE: ./build/report/budget.js
var budget = __webpack_require__(29542);
// EXTERNAL MODULE: ./build/report/dag-markdown.js
var dag_markdown = __webpack_require__(27577);
// EXTERNAL MODULE: ./build/report/dag-rows.js
var dag_rows = __webpack_require__(16769);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/finding-markdown.js
var finding_markdown = __webpack_require__(18470);
// EXTERNAL MODULE: ./build/report/footer.js
var footer = __webpack_require__(16692);
// EXTERNAL MODULE: ./build/report/impact.js
var impact = __webpack_require__(72577);
// EXTERNAL MODULE: ./build/report/rich.js
var rich = __webpack_require__(46781);
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
// EXTERNAL MODULE: ./build/report/positions.js
var positions = __webpack_require__(70571);
// EXTERNAL MODULE: ./build/draw/draw-scene.js + 8 modules
var draw_scene = __webpack_require__(5267);
// EXTERNAL MODULE: ./build/draw/ring-scene.js
var ring_scene = __webpack_require__(9508);
// EXTERNAL MODULE: ./build/report/dag-rings.js
var dag_rings = __webpack_require__(53157);
// EXTERNAL MODULE: ./build/report/diagram.js
var diagram = __webpack_require__(20050);
;// CONCATENATED MODULE: ./build/report/ring-diagram.js




/** The diagrams, as Markdown, of the rings of DAGs among these findings; each made when it is asked for. */
function ringDiagrams(review, findings) {
    const { nodes, direction } = review.head.config.comment;
    return (0,dag_rings/* dagRings */.s)(review, findings).map(({ steps }) => () => (0,diagram/* drawingMarkdown */.Y)((0,draw_scene/* drawScene */.l)((0,ring_scene/* ringScene */.f)(steps), { nodes, direction }), "task"));
}

// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(47342);
;// CONCATENATED MODULE: ./build/report/since-markdown.js





/** Names that a line lists. */
const MOST_NAMES = 8;
/** Since one commit, in words. */
function sinceInWords({ reviewers, commit, review }) {
    const who = [
        ...(0,rich/* listOf */.c3)(reviewers.map((login) => (0,rich/* strong */.ko)(login)), MOST_NAMES),
        " reviewed ",
        (0,rich/* code */.aY)(commit.slice(0, 7)),
        ": ",
    ];
    if (review === null)
        return [...who, "that commit cannot be read any more, so nothing is known of what changed since"];
    const changed = review.changes.filter(({ kind }) => !["unchanged", "affected"].includes(kind));
    const names = changed.length === 0
        ? []
        : [
            " (",
            ...(0,rich/* listOf */.c3)(changed.map(({ id }) => (0,rich/* code */.aY)(id)), MOST_NAMES),
            ")",
        ];
    const fresh = review.findings.filter(({ state }) => state === "new");
    const fixed = review.findings.filter(({ state }) => state === "fixed");
    const rules = [...new Set(fresh.map(({ rule }) => rule))];
    return [
        ...who,
        ...(0,rich/* joinRich */.Rz)([
            [(0,verdict/* changesInWords */.W1)(review), ...names],
            ...(fresh.length > 0
                ? [[`${(0,verdict/* severityCounts */.ur)(fresh)} new (`, ...(0,rich/* listOf */.c3)((0,rich/* codes */.F4)(rules), MOST_NAMES), ")"]]
                : []),
            ...(fixed.length > 0 ? [[`${(0,verdict/* severityCounts */.ur)(fixed)} repaired`]] : []),
        ], "; "),
    ];
}
/** The foldable section of what changed since each reviewer's last review. */
function sinceSection(since, rank) {
    if (since.length === 0)
        return [];
    const children = since.map((one) => {
        return { what: "line on earlier reviews", steps: [(0,budget/* step */.P)(rank, () => `- ${(0,report_escape/* markdown */.wD)(sinceInWords(one))}\n`)] };
    });
    const title = ["Since the last review"];
    return [{ open: (0,dag_markdown/* details */.zH)(false, title), close: `\n${dag_markdown/* DETAILS_END */.XO}`, inOrder: true, children }];
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
    const context = {
        review,
        places: (0,positions/* placesOf */.ek)(review),
        links,
        fingerprints: options.conversation !== undefined,
    };
    const heading = headingOf(review, options);
    const [tool = [], ...footerRest] = (0,footer/* footerParts */.Sg)(review, links, options.conversation !== undefined);
    const nodes = [...body(review, context, options), footerNode(tool, footerRest)];
    const whole = (0,budget/* fill */.G)(nodes, limit - heading.length);
    if (whole.leftOut.size === 0)
        return heading + trimEnd(whole.text);
    const fullReport = links.artifacts?.[0]?.url ?? links.report;
    const filled = (0,budget/* fill */.G)(nodes, limit - heading.length - leftOutRoom(fullReport));
    const at = filled.text.lastIndexOf("<sub>");
    const place = at < 0 ? filled.text.length : at;
    return (heading + trimEnd(filled.text.slice(0, place) + leftOutNote(filled.leftOut, fullReport) + filled.text.slice(place)));
}
const trimEnd = (text) => `${text.replace(/\n+$/, "")}\n`;
/** Longer verdicts lose their names, so that the line is one. */
const LONGEST_HEADING = 340;
/** The first line: verdict, counts and commit, so that it can be read in a mail. */
function headingOf(review, { instance, links }) {
    const { mark, words } = (0,verdict/* verdictOf */.Vj)(review);
    const name = instance === undefined || instance === "default" ? [] : [(0,rich/* code */.aY)(instance), ": "];
    const commit = (links.commit ?? review.head.commit)?.slice(0, 7);
    const at = commit === undefined ? [] : [" · ", (0,rich/* code */.aY)(commit)];
    const line = `### ${document_MARKS[mark]} ${(0,report_escape/* markdown */.wD)([...name, ...words, ...at])}\n\n`;
    if (line.length <= LONGEST_HEADING)
        return line;
    const [first] = words;
    return `### ${document_MARKS[mark]} ${(0,report_escape/* markdown */.wD)([...(typeof first === "string" ? [first] : []), ...at])}\n\n`;
}
/** Rings of DAGs that are drawn, of the diagrams there may be. */
const MOST_RINGS = 2;
function body(review, context, options) {
    const main = review.findings.filter(impact/* isMain */.C);
    const others = review.findings.filter((finding) => finding.state === "new" && !(0,impact/* isMain */.C)(finding) && finding.accepted === null);
    const rows = (0,dag_rows/* dagRows */.c)(review);
    const rings = options.diagrams > 0 ? ringDiagrams(review, main).slice(0, MOST_RINGS) : [];
    return [
        mainFindings(main, context),
        ...rings.map((ring) => ({ what: "diagram", steps: [(0,budget/* step */.P)(RANK.diagram, () => `${ring()}\n\n`)] })),
        ...(rows.length > 0 ? [dagTable(rows, context)] : []),
        ...sinceSection(options.conversation?.since ?? [], RANK.words),
        ...(0,accepted_markdown/* acceptedSection */.V)(context, RANK.words),
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
                (0,budget/* step */.P)(RANK.line + late, () => `${(0,finding_markdown/* findingLine */.mC)(finding, lead, context, 300)}\n\n`),
                (0,budget/* step */.P)(RANK.full + late, () => `${(0,finding_markdown/* findingInFull */.eQ)(finding, lead, context)}\n\n`),
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
    // Of many sections one is open: the first that tells what changes. Of a DAG that does not load that may not be known.
    const opened = Math.max(0, changed.findIndex(({ change }) => change.risk.length > 0));
    const sections = changed.map((row, at) => {
        const late = at < EARLY.dags ? 0 : RANK.tail;
        const ranks = { words: RANK.words + late, diagram: RANK.diagram + late, python: RANK.python + late };
        const diagram = at < options.diagrams ? () => options.diagram(row.change) : null;
        return (0,dag_markdown/* dagSection */.ip)(row, context, { open: at === opened || changed.length < 3, ranks, diagram });
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
                (0,budget/* step */.P)(RANK.other, () => `${(0,finding_markdown/* findingLine */.mC)(finding, lead, context, 300)}\n\n`),
                (0,budget/* step */.P)(RANK.otherFull, () => `${(0,finding_markdown/* findingInFull */.eQ)(finding, lead, context)}\n\n`),
            ],
        };
    });
    return { open: (0,dag_markdown/* details */.zH)(false, [(0,verdict/* severityCounts */.ur)(findings)]), close: dag_markdown/* DETAILS_END */.XO, inOrder: true, children };
}
/** Findings that say nothing of this change, and those that it repairs: counted. */
function knownFindings({ findings }) {
    const existing = findings.filter((finding) => finding.state === "existing" && !(0,impact/* isMain */.C)(finding) && finding.accepted === null);
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

/***/ 18470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aE: () => (/* binding */ placeLink),
/* harmony export */   eQ: () => (/* binding */ findingInFull),
/* harmony export */   mC: () => (/* binding */ findingLine)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9924);
/* harmony import */ var _finding_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15632);
/* harmony import */ var _fix_diff_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81694);
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92339);
/* harmony import */ var _positions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70571);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46781);






/** Related places that are listed; more are counted. */
const MOST_RELATED = 8;
/** Lines of one fix's diff that are shown. */
const MOST_FIX_LINES = 40;
/** `file:line` as a link. */
function placeLink({ places, links }, span, side) {
    const place = places.at(span, side);
    const last = place.endColumn === 1 && place.endLine > place.line ? place.endLine - 1 : place.endLine;
    const to = links.file(place.file, place.line, Math.min(last, place.line + 20), side);
    return (0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .link */ .nf)(to, (0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(`${place.file}:${place.line}`));
}
/** The first line of a finding: what is wrong, where, and by which rule. `lead` comes first in the bold part. */
function findingLine(finding, lead, context, limit) {
    const { headline } = (0,_finding_text_js__WEBPACK_IMPORTED_MODULE_0__/* .findingText */ .N)(finding, limit);
    const where = placeLink(context, finding.at, (0,_positions_js__WEBPACK_IMPORTED_MODULE_3__/* .sideOf */ .Jh)(finding));
    const rule = (0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .link */ .nf)(context.links.rule(finding.rule), finding.rule);
    const named = context.fingerprints && finding.state !== "fixed" ? [" · ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(finding.fingerprint)] : [];
    return `**${(0,_escape_js__WEBPACK_IMPORTED_MODULE_5__/* .markdown */ .wD)([lead, ...headline]).trim()}** · ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_5__/* .markdown */ .wD)([where])} · ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_5__/* .markdown */ .wD)([rule, ...named])}`;
}
/** A finding in full: message, advice, related places, the fix as a diff. */
function findingInFull(finding, lead, context) {
    const { rest, advice } = (0,_finding_text_js__WEBPACK_IMPORTED_MODULE_0__/* .findingText */ .N)(finding);
    const blocks = [];
    let sentences = rest.length > 0 ? [endSentence(rest)] : [];
    const flush = () => {
        if (sentences.length > 0)
            blocks.push((0,_escape_js__WEBPACK_IMPORTED_MODULE_5__/* .paragraph */ .FY)((0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .joinRich */ .Rz)(sentences, " ")));
        sentences = [];
    };
    for (const part of advice) {
        if (part.t === "sentence")
            sentences.push(part.of);
        else {
            flush();
            blocks.push((0,_escape_js__WEBPACK_IMPORTED_MODULE_5__/* .fence */ .EU)("yaml", part.text));
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
    const lines = related.slice(0, MOST_RELATED).map((other) => `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_5__/* .markdown */ .wD)(relatedPlace(other, { state }, context))}`);
    if (related.length > MOST_RELATED)
        lines.push(`- and ${related.length - MOST_RELATED} more`);
    return [lines.join("\n")];
}
const relatedPlace = ({ at, message }, finding, context) => [placeLink(context, at, (0,_positions_js__WEBPACK_IMPORTED_MODULE_3__/* .sideOf */ .Jh)(finding)), ": ", ...(0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .richOf */ .G9)((0,_mask_js__WEBPACK_IMPORTED_MODULE_2__/* .maskMessage */ .I1)(message))];
/** A sentence with its full stop. */
const endSentence = (rich) => {
    const last = rich.at(-1);
    return typeof last === "string" && /[.!?:]$/.test(last) ? rich : [...rich, "."];
};
function fixBlocks({ fix, state }, { places }) {
    if (!fix || state === "fixed")
        return [];
    const side = (0,_positions_js__WEBPACK_IMPORTED_MODULE_3__/* .sideOf */ .Jh)({ state });
    const diffs = (0,_fix_diff_js__WEBPACK_IMPORTED_MODULE_1__/* .fixDiffs */ .i)(fix, places, side, 1);
    return diffs.flatMap(({ file, lines }) => {
        const body = lines.filter((line) => !line.startsWith("@@"));
        if (body.length === 0 || body.length > MOST_FIX_LINES)
            return [];
        const title = diffs.length > 1 ? [(0,_escape_js__WEBPACK_IMPORTED_MODULE_5__/* .markdown */ .wD)([(0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(file)])] : [];
        return [...title, (0,_escape_js__WEBPACK_IMPORTED_MODULE_5__/* .fence */ .EU)("diff", body.join("\n"))];
    });
}


/***/ }),

/***/ 5712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ migratedInWords),
/* harmony export */   z: () => (/* binding */ migratedSection)
/* harmony export */ });
/* harmony import */ var _build_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27239);
/* harmony import */ var _model_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68575);
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29542);
/* harmony import */ var _dag_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27577);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9924);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46781);






const sameness = ({ head }) => head !== null && (0,_build_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isAsFarAsKnown */ .Dz)(head) ? "the same DAG as far as known" : "identical DAG";
/** What is said of one DAG that went from gusty to plain Python. */
const migratedInWords = (change) => [
    "Airflow loads ",
    (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(change.migrated ?? ""),
    ", byte for byte what ",
    (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(change.base?.site.folder ?? ""),
    " gave through gusty; the id stays, and so does the run history",
];
/** The section about DAGs that went from gusty to plain Python. */
function migratedSection(changes, { links }, rank) {
    const migrated = changes.filter((change) => change.migrated !== null);
    if (migrated.length === 0)
        return [];
    const line = (change) => {
        const to = links.file((0,_model_path_js__WEBPACK_IMPORTED_MODULE_3__/* .asPath */ .w2)(change.migrated ?? ""), 1);
        return migratedInWords(change).map((piece, at) => (at === 1 ? (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)(to, piece) : piece));
    };
    const children = migrated.map((change) => {
        const text = () => `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .paragraph */ .FY)([(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .strong */ .ko)((0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(change.id)), `: ${sameness(change)}, now from plain Python. `, ...line(change), "."])}\n`;
        return { what: "list of changes", steps: [(0,_budget_js__WEBPACK_IMPORTED_MODULE_5__/* .step */ .P)(rank, text)] };
    });
    const title = [(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .strong */ .ko)("From gusty to plain Python"), ` · ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(migrated.length, "DAG")}`];
    return [{ open: (0,_dag_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(true, title), close: `\n${_dag_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .DETAILS_END */ .XO}`, inOrder: true, children }];
}


/***/ })

};
