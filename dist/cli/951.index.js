export const id = 951;
export const ids = [951];
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

/***/ 98094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ capped)
/* harmony export */ });
/** At most this many lines of one kind; the rest are counted. */
const MOST = 12;
/** A line for each item, up to a dozen, and how many more there are. */
function capped(items, line, what) {
    const lines = items.slice(0, MOST).map(line);
    const rest = items.length - lines.length;
    return rest > 0 ? [...lines, [`and ${rest} more ${what}`]] : lines;
}


/***/ }),

/***/ 93867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ changeInWords),
  q: () => (/* binding */ downstreamInWords)
});

// EXTERNAL MODULE: ./build/build/outcome.js
var outcome = __webpack_require__(27239);
// EXTERNAL MODULE: ./build/compare/reach.js
var reach = __webpack_require__(54683);
// EXTERNAL MODULE: ./build/report/capped.js
var capped = __webpack_require__(98094);
// EXTERNAL MODULE: ./build/compare/default-args.js
var default_args = __webpack_require__(10107);
// EXTERNAL MODULE: ./build/build/cron.js
var cron = __webpack_require__(42719);
// EXTERNAL MODULE: ./build/build/logical-dates.js
var logical_dates = __webpack_require__(64776);
// EXTERNAL MODULE: ./build/compare/timedelta.js
var timedelta = __webpack_require__(68233);
;// CONCATENATED MODULE: ./build/compare/run-rate.js



/** The year 2024, in days since 1970: a leap year that begins on a Monday. */
const YEAR = { from: Date.UTC(2024, 0, 1) / logical_dates/* DAY */.d_, days: 366 };
/** How many times as many runs a schedule has as the one before, over a year; `null` where not both are schedules by time. */
function runRate(from, to) {
    const [before, after] = [runsOf(from), runsOf(to)];
    return before === null || after === null || before === 0 ? null : after / before;
}
/** Runs in the year; `null` for what is no schedule by time, or one that cannot be counted. */
function runsOf(schedule) {
    if (schedule?.t === "call") {
        const micros = (0,timedelta/* timedeltaMicros */.f)(schedule);
        return micros === null || micros <= 0n ? null : (YEAR.days * logical_dates/* DAY */.d_ * 1000) / Number(micros);
    }
    if (schedule?.t !== "str")
        return null;
    const reading = (0,cron/* readCron */.v)(schedule.v);
    const runs = reading.ok && reading.cron ? (0,logical_dates/* runTimes */.Ep)(reading.cron, null, YEAR.from, YEAR.days) : null;
    return runs === null ? null : (0,logical_dates/* size */.Ej)(runs);
}

// EXTERNAL MODULE: ./build/report/rich.js
var rich = __webpack_require__(46781);
// EXTERNAL MODULE: ./build/report/schedule-text.js + 1 modules
var schedule_text = __webpack_require__(90201);
;// CONCATENATED MODULE: ./build/report/due-words.js





/** How many tasks take a changed default argument; nothing for another setting. */
function reachInWords({ path }, head) {
    if (!path.startsWith("default_args.") || !head)
        return [];
    const reached = (0,default_args/* reachOfDefault */.X)(head, path);
    if (reached === null)
        return [": reaches the tasks whose operators take it"];
    return [`: reaches ${reached} of ${(0,rich/* count */.U9)(head.tasks.length, "task")}`];
}
/** How much more or less often a DAG runs by a changed schedule; nothing where that is not known, or nearly the same. */
function rateInWords({ path, from, to }) {
    const rate = schedule_text/* SCHEDULE_KEYS */.pI.has(path) ? runRate(from, to) : null;
    if (rate === null || rate === 0)
        return [];
    const times = rate >= 1 ? rate : 1 / rate;
    if (times < 1.1)
        return [];
    const rounded = times < 10 ? Math.round(times * 10) / 10 : Math.round(times);
    const amount = `${Math.abs(times - rounded) < 0.001 ? "" : "about "}${rounded}`;
    return [rate >= 1 ? `: ${amount} times as many runs` : `: one run where there were ${amount}`];
}
const WHY = {
    new: [": ", (0,rich/* code */.aY)("catchup"), " is on"],
    catchup: [": ", (0,rich/* code */.aY)("catchup"), " is on now, and Airflow goes on after the last run it made"],
    schedule: [": there is a schedule now, and ", (0,rich/* code */.aY)("catchup"), " is on"],
};
/** The runs of the past that become due. */
function backfillLines({ backfill }) {
    if (!backfill)
        return [];
    const { cause, since, runs, atOnce } = backfill;
    const most = cause === "new" ? "" : "up to ";
    const due = runs === null ? "all runs" : `${most}${(0,rich/* count */.U9)(runs, "run")}`;
    const limit = atOnce === null || runs === 1 ? "" : `, ${atOnce} at a time`;
    return [
        [
            (0,rich/* strong */.ko)("backfill"),
            `: ${due} since ${since} ${runs === 1 ? "becomes" : "become"} due${cause === "new" ? " once the DAG is unpaused" : ""}${limit}`,
            ...WHY[cause],
        ],
    ];
}
/** Operators of the repository whose source changed, with the tasks that use them. */
const operatorLines = ({ operators, head }) => (0,capped/* capped */.u)(operators, ({ operator, files, tasks }) => [
    "operator ",
    (0,rich/* code */.aY)(operator.slice(operator.lastIndexOf(".") + 1)),
    " changed in ",
    ...(0,rich/* joinRich */.Rz)((0,rich/* codes */.F4)(files.slice(0, 3)).map((file) => [file]), ", "),
    `: used by ${tasks.length === (head?.tasks.length ?? 0) ? "all " : ""}${(0,rich/* count */.U9)(tasks.length, "task")}, `,
    ...(0,rich/* listOf */.c3)((0,rich/* codes */.F4)(tasks), 4),
], "changed operators");

// EXTERNAL MODULE: ./build/report/group-words.js
var group_words = __webpack_require__(87440);
// EXTERNAL MODULE: ./build/report/owners.js
var report_owners = __webpack_require__(76495);
// EXTERNAL MODULE: ./build/report/task-words.js
var task_words = __webpack_require__(53574);
// EXTERNAL MODULE: ./build/report/value-change.js
var value_change = __webpack_require__(34231);
;// CONCATENATED MODULE: ./build/report/change-words.js










/** What changed in one DAG, a line a fact, the weightiest first: the DAG itself, schedule, settings, tasks, edges, arguments. */
function changeInWords(change) {
    if (change.kind === "removed")
        return [removedDag(change)];
    const lines = [
        ...dagLines(change),
        ...backfillLines(change),
        ...settingLines(change),
        ...(0,task_words/* renamedLines */.I7)(change),
        ...(change.kind === "added" ? [] : (0,task_words/* taskLines */.z6)(change)),
        ...(0,task_words/* edgeLines */.XU)(change),
        ...operatorLines(change),
        ...(0,task_words/* changedTaskLines */.Tb)(change),
    ];
    return lines.length > 0 ? lines : [[noDifference(change)]];
}
/** Nothing differs: that it is so, or that more cannot be known. */
function noDifference({ base, head }) {
    if (head?.outcome === "fails")
        return "what else changes is not known until it loads";
    if (base?.outcome !== "built" || head?.outcome !== "built")
        return "no difference found, but not all of it is known";
    return (0,outcome/* isAsFarAsKnown */.Dz)(base) || (0,outcome/* isAsFarAsKnown */.Dz)(head)
        ? "no difference, as far as known"
        : "no difference in what Airflow gets";
}
function dagLines(change) {
    if (change.kind === "added" && change.head) {
        const { tasks, groups } = change.head;
        const size = groups.length > 0
            ? `${(0,rich/* count */.U9)(tasks.length, "task")} in ${(0,rich/* count */.U9)(groups.length, "group")}`
            : (0,rich/* count */.U9)(tasks.length, "task");
        return [["new DAG: ", size, ", ", ...(0,schedule_text/* scheduleOf */.rH)(change.head)]];
    }
    if (change.kind === "renamed" && change.base && change.head) {
        return [
            [
                (0,rich/* code */.aY)(change.base.id),
                " is now ",
                (0,rich/* strong */.ko)((0,rich/* code */.aY)(change.head.id)),
                ": for Airflow a new DAG; its run history stays with the old id",
            ],
        ];
    }
    return [];
}
const removedDag = ({ base }) => [
    `the DAG goes, with its ${(0,rich/* count */.U9)(base?.tasks.length ?? 0, "task")}; its run history stays in Airflow's database`,
];
function settingLines(change) {
    if (change.kind === "added")
        return [];
    const ordered = change.settings
        .filter(({ path }) => !path.startsWith("groups."))
        .sort((a, b) => Number(schedule_text/* SCHEDULE_KEYS */.pI.has(b.path)) - Number(schedule_text/* SCHEDULE_KEYS */.pI.has(a.path)));
    return [
        ...(0,capped/* capped */.u)(ordered, (field) => [...(0,value_change/* fieldInWords */.V)(field), ...reachInWords(field, change.head), ...rateInWords(field)], "settings"),
        ...(0,group_words/* groupLines */.h)(change),
    ];
}
/** What runs after the change: tasks of the same DAG, DAGs that wait for it with their owners, and those that wait for these. */
function downstreamInWords(change, review) {
    const lines = [];
    if (change.affected.length > 0 && change.kind !== "added") {
        lines.push(["also affected: ", ...(0,rich/* listOf */.c3)((0,rich/* codes */.F4)(change.affected), 6)]);
    }
    const waiting = (0,capped/* capped */.u)(change.downstream, ({ dag, tasks }) => {
        const waits = review.head.dags.find(({ id }) => id === dag);
        const owners = waits ? (0,report_owners/* ownersOf */.K)(waits) : [];
        return [
            (0,rich/* code */.aY)(dag),
            " waits for this DAG",
            ...(tasks.length > 0 ? [" in ", ...(0,rich/* listOf */.c3)((0,rich/* codes */.F4)(tasks), 3)] : []),
            ...(owners.length > 0 ? [" (owner: ", owners.slice(0, 3).join(", "), ")"] : []),
        ];
    }, "waiting DAGs");
    const further = furtherDags(change, review.head.dags);
    if (further.length > 0)
        lines.push(...waiting, ["through them also: ", ...(0,rich/* listOf */.c3)((0,rich/* codes */.F4)(further), 6)]);
    else
        lines.push(...waiting);
    return lines;
}
/** Ids of DAGs that wait for those that wait for this one, at any distance. */
function furtherDags({ id, downstream }, dags) {
    const waits = dags.flatMap((dag) => dag.externals.map((external) => ({ up: external.dag, down: dag.id })));
    const near = new Set([id, ...downstream.map(({ dag }) => dag)]);
    const reached = (0,reach/* tasksAfter */.Z)(near, waits);
    return [...reached].filter((dag) => !near.has(dag)).sort();
}


/***/ }),

/***/ 27577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XO: () => (/* binding */ DETAILS_END),
/* harmony export */   ip: () => (/* binding */ dagSection),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29542);
/* harmony import */ var _change_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93867);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9924);
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92339);
/* harmony import */ var _python_diff_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30361);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46781);






const details = (open, summary) => `<details${open ? " open" : ""}><summary>${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy)(summary)}</summary>\n\n`;
const DETAILS_END = "</details>\n\n";
/** The foldable section of a changed DAG: diagram, the changes in words with what lies downstream, generated Python. */
function dagSection(row, context, options) {
    const { change } = row;
    const { ranks, diagram } = options;
    const backfill = change.backfill ? ["backfill"] : [];
    const risks = change.kind === "added" ? ["new", ...backfill] : change.kind === "removed" ? ["removed"] : change.risk;
    const title = [(0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .strong */ .ko)((0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(change.id)), ...(risks.length > 0 ? [` · ${risks.join(", ")}`] : [])];
    return {
        open: details(options.open, title),
        close: DETAILS_END,
        inOrder: false,
        children: [
            ...(diagram === null ? [] : [{ what: "diagram", steps: [(0,_budget_js__WEBPACK_IMPORTED_MODULE_5__/* .step */ .P)(ranks.diagram, () => `${diagram()}\n\n`)] }]),
            { what: "list of changes", steps: [(0,_budget_js__WEBPACK_IMPORTED_MODULE_5__/* .step */ .P)(ranks.words, () => changeList(change, context))] },
            ...pythonNodes(change, context, ranks.python),
        ],
    };
}
function downstream(change, { review }) {
    return (0,_change_words_js__WEBPACK_IMPORTED_MODULE_0__/* .downstreamInWords */ .q)(change, review);
}
/** What stays open in this DAG without running Python. */
function undecidedInWords({ head }, { review }) {
    if (!head)
        return [];
    return review.head.discovery.undecided.flatMap(({ hides, expression }) => hides.what === "argument" && hides.folder === head.site.folder
        ? [[(0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(hides.path), " is not known without running Python: ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_mask_js__WEBPACK_IMPORTED_MODULE_1__/* .maskPython */ .rS)(expression))]]
        : []);
}
function pythonNodes(change, { review }, rank) {
    const part = (0,_python_diff_js__WEBPACK_IMPORTED_MODULE_2__/* .pythonPart */ .q)(review, change);
    if (!part)
        return [];
    if (part.t === "undecided") {
        const why = ["No generated Python: ", ...(0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .richOf */ .G9)((0,_mask_js__WEBPACK_IMPORTED_MODULE_1__/* .maskMessage */ .I1)(part.why).replace(/\.$/, "")), "."];
        return [{ what: "", steps: [(0,_budget_js__WEBPACK_IMPORTED_MODULE_5__/* .step */ .P)(rank, () => `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .paragraph */ .FY)(why)}\n\n`)] }];
    }
    return [{ what: "diff of generated Python", steps: [(0,_budget_js__WEBPACK_IMPORTED_MODULE_5__/* .step */ .P)(rank, () => pythonText(part))] }];
}
function pythonText(part) {
    if (part.t === "same")
        return "The generated Python is the same.\n\n";
    if (part.t === "new")
        return folded(["Generated Python, ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(part.lines, "line")], (0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .fence */ .EU)("python", part.text));
    const diff = (0,_python_diff_js__WEBPACK_IMPORTED_MODULE_2__/* .pythonDiff */ .W)(part);
    if (!diff)
        return "The generated Python is different in most lines.\n\n";
    return folded([`Generated Python, +${diff.added} −${diff.removed}`], (0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .fence */ .EU)("diff", diff.lines.join("\n")));
}
const folded = (summary, text) => `${details(false, summary)}${text}\n\n${DETAILS_END}`;
/** The changes in words, with what stays open and what lies downstream. */
function changeList(change, context) {
    const lines = [...(0,_change_words_js__WEBPACK_IMPORTED_MODULE_0__/* .changeInWords */ .Z)(change), ...undecidedInWords(change, context), ...downstream(change, context)];
    return `${lines.map((line) => `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .paragraph */ .FY)(line)}`).join("\n")}\n\n`;
}


/***/ }),

/***/ 16769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ dagRows),
/* harmony export */   y: () => (/* binding */ filesInWords)
/* harmony export */ });
/* harmony import */ var _build_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27239);
/* harmony import */ var _edge_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46726);
/* harmony import */ var _owners_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76495);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46781);
/* harmony import */ var _schedule_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90201);





const ORDER = ["fails", "changed", "added", "removed", "affected", "same"];
/** The DAGs that a change touches or affects, those that do not load first, then changed, new, removed, affected, identical. */
function dagRows(review) {
    return review.changes
        .filter(({ kind, files }) => kind !== "unchanged" || files.length > 0)
        .map((change) => rowOf(review, change))
        .sort((a, b) => ORDER.indexOf(a.mark) - ORDER.indexOf(b.mark) || (a.change.id < b.change.id ? -1 : 1));
}
function markOf(review, { id, kind, base, head }) {
    const fails = head?.outcome === "fails" && (kind !== "affected" || base?.outcome !== "fails");
    if (fails || (head && stopOf(review, id)))
        return "fails";
    if (kind === "added" || kind === "removed" || kind === "affected")
        return kind;
    return kind === "unchanged" ? "same" : "changed";
}
/** The finding that stops a DAG, its own before another DAG's of the same entry point. */
function stopOf({ findings }, id) {
    const stops = findings.filter((finding) => finding.state !== "fixed" && finding.stops.includes(id));
    return stops.find(({ subject }) => subject.dag === id) ?? stops[0];
}
function rowOf(review, change) {
    const shown = change.head ?? change.base;
    const mark = markOf(review, change);
    const isChange = mark === "changed" || mark === "added";
    const inPart = isChange && change.head && (0,_build_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isAsFarAsKnown */ .Dz)(change.head) ? [["as far as known"]] : [];
    return {
        mark,
        change,
        failure: mark === "fails" ? failure(review, change) : null,
        what: mark === "affected" ? waitsFor(review, change) : (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .joinRich */ .Rz)([...factsOf(review, change, mark), ...inPart], "; "),
        schedule: shown ? (0,_schedule_text_js__WEBPACK_IMPORTED_MODULE_2__/* .scheduleOf */ .rH)(shown) : [],
        tasks: tasksCell(change),
        edges: signed((0,_edge_words_js__WEBPACK_IMPORTED_MODULE_4__/* .rewired */ .t)(change).added.length, (0,_edge_words_js__WEBPACK_IMPORTED_MODULE_4__/* .rewired */ .t)(change).removed.length, 0),
        waiting: (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)((0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .codes */ .F4)(change.downstream.map(({ dag }) => dag)), 3),
        owners: shown ? [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)((0,_owners_js__WEBPACK_IMPORTED_MODULE_1__/* .ownersOf */ .K)(shown), 2).join("")].filter((text) => text !== "") : [],
    };
}
function waitsFor(review, { id }) {
    const awaited = review.changes.filter(({ kind, downstream }) => kind !== "unchanged" && kind !== "affected" && downstream.some(({ dag }) => dag === id));
    return awaited.length > 0
        ? ["waits for ", ...(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)((0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .codes */ .F4)(awaited.map((change) => change.id)), 3)]
        : ["waits for what changed"];
}
function factsOf(review, change, mark) {
    const facts = [];
    if (mark === "fails")
        facts.push(failure(review, change));
    if (mark === "same")
        return [identical(change)];
    if (change.kind === "added")
        facts.push(["new DAG"]);
    if (change.kind === "removed")
        facts.push(["removed"]);
    if (change.kind === "renamed" && change.base)
        facts.push(["renamed from ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(change.base.id)]);
    if (change.backfill)
        facts.push([dueRuns(change.backfill)]);
    if (change.kind === "added" || change.kind === "removed")
        return facts;
    const schedule = change.settings.find(({ path }) => _schedule_text_js__WEBPACK_IMPORTED_MODULE_2__/* .SCHEDULE_KEYS */ .pI.has(path));
    if (schedule) {
        facts.push([
            "schedule: ",
            ...(schedule.from ? (0,_schedule_text_js__WEBPACK_IMPORTED_MODULE_2__/* .scheduleInWords */ .qs)(schedule.from) : ["not set"]),
            " → ",
            ...(schedule.to ? (0,_schedule_text_js__WEBPACK_IMPORTED_MODULE_2__/* .scheduleInWords */ .qs)(schedule.to) : ["not set"]),
        ]);
    }
    const { renamed, moved, changed } = change.tasks;
    const settings = change.settings.filter((field) => field !== schedule);
    const recoded = changed.filter((task) => task.code).length;
    const others = changed.filter((task) => !task.code || task.fields.length > 0);
    if (settings.length > 0)
        facts.push([(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(settings.length, "setting")]);
    if (renamed.length > 0)
        facts.push([`${(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(renamed.length, "task")} renamed`]);
    if (moved.length > 0)
        facts.push([`${(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(moved.length, "task")} moved`]);
    if (others.length > 0)
        facts.push([`arguments of ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(others.length, "task")}`]);
    if (recoded > 0)
        facts.push([`code of ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(recoded, "task")}`]);
    if (change.operators.length > 0) {
        const users = new Set(change.operators.flatMap((operator) => operator.tasks)).size;
        facts.push([`source of ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(change.operators.length, "operator")}, used by ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(users, "task")}`]);
    }
    return facts.length > 0
        ? facts
        : [[change.edges.added.length + change.edges.removed.length > 0 ? "rewired" : "tasks"]];
}
function failure(review, { id }) {
    const finding = stopOf(review, id);
    if (!finding)
        return [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .strong */ .ko)("does not load")];
    if (finding.state === "existing")
        return [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .strong */ .ko)("still does not load"), " (", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(finding.rule), ")"];
    const { dag } = finding.subject;
    return dag === undefined || dag === id
        ? [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .strong */ .ko)("does not load"), " (", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(finding.rule), ")"]
        : [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .strong */ .ko)("does not load"), ", together with ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(dag)];
}
const dueRuns = ({ runs, cause }) => runs === null ? "runs of the past become due" : `${cause === "new" ? "" : "up to "}${(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(runs, "run")} due`;
/** How many files changed and how many only moved: `2 files changed, 14 moved`. */
function filesInWords(files, moved) {
    const paths = new Set(moved.flat());
    const changed = files.filter((file) => !paths.has(file)).length;
    if (moved.length === 0)
        return `${(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(changed, "file")} changed`;
    return changed === 0
        ? `${(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(moved.length, "file")} moved`
        : `${(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(changed, "file")} changed, ${moved.length} moved`;
}
function identical({ files, filesMoved, hash, migrated, head }) {
    const inPart = head !== null && (0,_build_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isAsFarAsKnown */ .Dz)(head);
    if (migrated !== null)
        return [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .strong */ .ko)(`${inPart ? "the same DAG as far as known" : "identical DAG"}, now from plain Python`)];
    const changed = `${filesInWords(files, filesMoved)}, `;
    if (hash.head !== null && hash.base === hash.head)
        return [changed, (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .strong */ .ko)("the DAG is identical")];
    return [changed, inPart ? "no difference, as far as known" : "no difference found, but not all of it is known"];
}
function signed(added, removed, changed) {
    const parts = [added > 0 ? `+${added}` : "", removed > 0 ? `−${removed}` : "", changed > 0 ? `~${changed}` : ""];
    return parts.filter((part) => part !== "").join(" ");
}
function tasksCell({ kind, tasks, operators, head, base }) {
    const total = (head ?? base)?.tasks.length ?? 0;
    if (kind === "added" || kind === "removed")
        return String(total);
    const changed = new Set([
        ...tasks.changed.map(({ id }) => id),
        ...operators.flatMap((operator) => operator.tasks),
        ...tasks.moved.map(({ id }) => id),
        ...tasks.renamed.map(({ to }) => to),
    ]);
    const marks = signed(tasks.added.length, tasks.removed.length, changed.size);
    return marks === "" ? String(total) : `${marks} of ${total}`;
}


/***/ }),

/***/ 46726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ newNames),
/* harmony export */   t: () => (/* binding */ rewired)
/* harmony export */ });
/** Ids of base by what they are called in head: renamed and moved tasks. */
function newNames(change) {
    return new Map(change.tasks.renamed.map(({ from, to }) => [from, to]));
}
/** Edges added and removed once renamed tasks count as the same: what really is rewired. */
function rewired(change) {
    const names = newNames(change);
    const key = ([up, down]) => `${up}\0${down}`;
    const renamed = ([up, down]) => [names.get(up) ?? up, names.get(down) ?? down];
    const removed = change.edges.removed.map(renamed);
    const before = new Set(removed.map(key));
    const after = new Set(change.edges.added.map(key));
    return {
        added: change.edges.added.filter((pair) => !before.has(key(pair))),
        removed: change.edges.removed.filter((_, at) => !after.has(key(removed[at] ?? ["", ""]))),
    };
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

/***/ 87440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ groupName),
/* harmony export */   h: () => (/* binding */ groupLines)
/* harmony export */ });
/* harmony import */ var _capped_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98094);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46781);
/* harmony import */ var _value_change_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34231);



/** What changed in the task groups themselves: groups that move, come or go, and their settings. */
const groupLines = ({ settings, base, head }) => {
    const ids = new Set([...(base?.groups ?? []), ...(head?.groups ?? [])].map(({ id }) => id));
    return (0,_capped_js__WEBPACK_IMPORTED_MODULE_1__/* .capped */ .u)(settings.filter(({ path }) => path.startsWith("groups.")), (field) => groupLine(field, ids), "changes of groups");
};
const groupName = (id) => (id === null ? ["the top level"] : ["group ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(id)]);
/** `path` is `groups.ID` or `groups.ID.FIELD`; an id may have dots, so the longest that is one counts. */
function groupLine(field, ids) {
    const parts = field.path.split(".").slice(1);
    const end = parts.map((_, at) => parts.length - at).find((size) => ids.has(parts.slice(0, size).join("."))) ?? parts.length;
    const [id, rest] = [parts.slice(0, end).join("."), parts.slice(end).join(".")];
    if (rest === "")
        return [...groupName(id), field.from ? " is removed" : " is new"];
    const text = (value) => (value?.t === "str" ? value.v : null);
    if (rest === "parent")
        return [...groupName(id), " moves from ", ...groupName(text(field.from)), " to ", ...groupName(text(field.to))];
    return [...groupName(id), ": ", ...(0,_value_change_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldInWords */ .V)({ ...field, path: rest })];
}


/***/ }),

/***/ 72577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ isMain),
/* harmony export */   I: () => (/* binding */ consequence)
/* harmony export */ });
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46781);

/** Findings that a reader must see in full: those that gate, and new errors where nothing gates (`report-only`). */
const isMain = (finding) => finding.gates || (finding.state === "new" && finding.severity === "error" && finding.accepted === null);
/** Which DAGs do not load, in words: `all 12 DAGs of dags/dags.py` where they are all that one file makes. */
function stoppedWords({ head }, findings) {
    const stopped = [...new Set(findings.flatMap(({ stops }) => stops))];
    const [first] = stopped;
    if (first === undefined)
        return [];
    if (stopped.length === 1)
        return [(0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(first)];
    const entryPoint = head.dags.find(({ id }) => id === first)?.site.entryPoint ?? null;
    const together = head.dags.filter(({ site }) => entryPoint !== null && site.entryPoint === entryPoint);
    const all = together.length === stopped.length && together.every(({ id }) => stopped.includes(id));
    return all && entryPoint !== null ? [`all ${stopped.length} DAGs of `, (0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(entryPoint)] : [`${stopped.length} DAGs`];
}
/** What merging would do, by the effects of the findings that matter, the worst first; empty where they have none. */
function consequence(review) {
    const main = review.findings.filter(isMain);
    const stopped = stoppedWords(review, main);
    const dropped = main.filter(({ effect }) => effect === "dropped");
    const dependencies = dropped.filter(({ rule }) => rule.includes("dependency")).length;
    const others = dropped.length - dependencies;
    const hangs = main.filter(({ effect }) => effect === "hangs").length;
    const say = (deed, doing) => (review.base ? deed : doing);
    const deeds = [];
    if (stopped.length > 0)
        deeds.push([say("stop ", "stopping "), ...stopped]);
    if (dependencies > 0) {
        deeds.push([`${say("lose", "losing")} ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(dependencies, "dependency", "dependencies")}`]);
    }
    if (hangs > 0)
        deeds.push([`${say("leave", "leaving")} ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(hangs, "task")} waiting in vain`]);
    if (others > 0)
        deeds.push([`${say("drop", "dropping")} ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(others, "setting")}`]);
    if (deeds.length === 0)
        return [];
    return [say("merging would ", ""), ...(0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .joinRich */ .Rz)(deeds.slice(0, 2), " and ")].filter((part) => part !== "");
}


/***/ }),

/***/ 30361:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ pythonDiff),
/* harmony export */   q: () => (/* binding */ pythonPart)
/* harmony export */ });
/* harmony import */ var _file_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56981);
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92339);


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
        ? { t: "new", text: (0,_mask_js__WEBPACK_IMPORTED_MODULE_1__/* .maskPython */ .rS)(after), lines: lineCount(after) }
        : { t: "undecided", why: pair.why ?? "the version before is not known" };
}
/** The diff of changed Python, with secrets hidden; `null` where the versions differ too much to compare. */
const pythonDiff = ({ before, after }) => (0,_file_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .fileDiff */ .e)(before, after, 3, _mask_js__WEBPACK_IMPORTED_MODULE_1__/* .maskPython */ .rS);


/***/ }),

/***/ 90201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pI: () => (/* binding */ SCHEDULE_KEYS),
  qs: () => (/* binding */ scheduleInWords),
  rH: () => (/* binding */ scheduleOf)
});

// UNUSED EXPORTS: cronInWords

// EXTERNAL MODULE: ./node_modules/cronstrue/dist/cronstrue.js
var cronstrue = __webpack_require__(92507);
// EXTERNAL MODULE: ./build/build/cron.js
var build_cron = __webpack_require__(42719);
// EXTERNAL MODULE: ./build/build/schedule-problems.js
var schedule_problems = __webpack_require__(22735);
// EXTERNAL MODULE: ./build/compare/timedelta.js
var timedelta = __webpack_require__(68233);
// EXTERNAL MODULE: ./build/python/read-python.js + 6 modules
var read_python = __webpack_require__(75251);
// EXTERNAL MODULE: ./build/report/rich.js
var rich = __webpack_require__(46781);
// EXTERNAL MODULE: ./build/report/value-text.js
var value_text = __webpack_require__(13828);
;// CONCATENATED MODULE: ./build/report/asset-text.js



/** More assets than these stay code. */
const MOST = 5;
/**
 * When a DAG runs that waits for datasets or assets, in words: of one, of a list (all of them), of `AssetAll` and
 * `AssetAny`, of `&` and `|`. `null` for any other value.
 */
function assetsInWords(value) {
    const tree = treeOf(value);
    if (tree === null || countOf(tree) > MOST)
        return null;
    const plural = tree.t === "all" && tree.of.length > 1;
    return ["when ", ...wordsOf(tree, false), plural ? " are updated" : " is updated"];
}
const countOf = (tree) => (tree.t === "one" ? 1 : tree.of.reduce((sum, one) => sum + countOf(one), 0));
function wordsOf(tree, inside) {
    if (tree.t === "one")
        return [tree.name];
    const joined = (0,rich/* joinRich */.Rz)(tree.of.map((one) => wordsOf(one, tree.of.length > 1)), tree.t === "all" ? " and " : " or ");
    return inside && tree.of.length > 1 ? ["(", ...joined, ")"] : joined;
}
const ONE = /(?:^|\.)(?:Dataset|Asset|DatasetAlias|AssetAlias)$/;
const ALL = /(?:^|\.)(?:DatasetAll|AssetAll)$/;
const ANY = /(?:^|\.)(?:DatasetAny|AssetAny)$/;
function treeOf(value) {
    if (value.t === "expr")
        return treeOfSource(value.source);
    if (value.t === "list" || value.t === "tuple")
        return joined("all", value.v.map(treeOf));
    if (value.t !== "call" || typeof value.fn !== "string")
        return null;
    if (ALL.test(value.fn))
        return value.kwargs.length === 0 ? joined("all", value.args.map(treeOf)) : null;
    if (ANY.test(value.fn))
        return value.kwargs.length === 0 ? joined("any", value.args.map(treeOf)) : null;
    if (!ONE.test(value.fn))
        return null;
    const named = ["name", "uri"].flatMap((key) => value.kwargs.find(([name]) => name === key)?.[1] ?? []);
    const name = value.args[0] ?? named[0];
    return { t: "one", name: (0,rich/* code */.aY)(name?.t === "str" ? (0,value_text/* valueText */.R)(name, "").slice(1, -1) : (0,value_text/* valueText */.R)(value, "")) };
}
/** Parts of one kind side by side; `null` where there is none, or one of them is no asset. */
function joined(t, parts) {
    const known = parts.flatMap((part) => (part === null ? [] : part.t === t ? part.of : [part]));
    return parts.length === 0 || parts.includes(null) ? null : { t, of: known };
}
/** `a & b | Asset("c")`, as Python writes what it only knows when it runs. */
function treeOfSource(source) {
    const { body } = (0,read_python/* readPython */.Z)(source);
    const [statement] = body;
    return body.length === 1 && statement?.k === "expression" && statement.value.k === "binary"
        ? treeOfExpr(statement.value)
        : null;
}
function treeOfExpr(expr, depth = 0) {
    if (depth > MOST)
        return null;
    if (expr.k === "binary" && (expr.op === "&" || expr.op === "|"))
        return joined(expr.op === "&" ? "all" : "any", [expr.left, expr.right].map((side) => treeOfExpr(side, depth + 1)));
    if (expr.k === "name")
        return { t: "one", name: (0,rich/* code */.aY)(expr.id) };
    if (expr.k !== "call")
        return null;
    const fn = expr.fn.k === "name" ? expr.fn.id : expr.fn.k === "attribute" ? expr.fn.name : "";
    const first = expr.args.find(({ name, star }) => star === "" && (name === null || name === "name" || name === "uri"));
    const text = first?.value.k === "string" ? textOf(first.value.parts) : null;
    if (!ONE.test(fn) || text === null)
        return null;
    return { t: "one", name: (0,rich/* code */.aY)((0,value_text/* valueText */.R)({ t: "str", v: text }, "").slice(1, -1)) };
}
const textOf = (parts) => parts.some((part) => part.k !== "text") ? null : parts.map((part) => (part.k === "text" ? part.text : "")).join("");

;// CONCATENATED MODULE: ./build/report/schedule-text.js







/** Airflow's presets (`airflow/timetables`, and the table "Cron Presets" of its documentation). */
const PRESETS = new Map([
    ["@once", "once"],
    ["@hourly", "every hour"],
    ["@daily", "every day at 00:00"],
    ["@midnight", "every day at 00:00"],
    ["@weekly", "every Sunday at 00:00"],
    ["@monthly", "on day 1 of every month at 00:00"],
    ["@quarterly", "on day 1 of every third month at 00:00"],
    ["@yearly", "on 1 January at 00:00"],
    ["@annually", "on 1 January at 00:00"],
    ["@continuous", "continuously"],
]);
/**
 * A cron expression in words, or `null` where Airflow takes none such or draws its times at random. Airflow's sixth field
 * are the seconds and its seventh the years; where both days are limited, either of them counts.
 */
function cronInWords(cron) {
    const fields = cron.trim().split(/\s+/);
    const reading = cron.length > 100 || cron.startsWith("@") ? null : (0,build_cron/* readCron */.v)(cron);
    if (!reading?.ok || reading.cron === null)
        return null;
    // cronstrue has the seconds first.
    const [seconds, ...years] = fields.slice(5);
    const ordered = [...(seconds === undefined ? [] : [seconds]), ...fields.slice(0, 5), ...years].join(" ");
    try {
        const words = cronstrue.toString(ordered, { use24HourTimeFormat: true })
            .replace(/^(.*\bday \d.* of the month|.*\bof the month), and on /, "$1, or on ");
        const daily = /^At (\d\d:\d\d(?::\d\d)?(?:(?:, \d\d:\d\d)*,? and \d\d:\d\d)?)$/.exec(words);
        return daily ? `every day at ${daily[1] ?? ""}` : words.charAt(0).toLowerCase() + words.slice(1);
    }
    catch {
        return null;
    }
}
const UNITS = [
    ["week", 604800000000n],
    ["day", 86400000000n],
    ["hour", 3600000000n],
    ["minute", 60000000n],
    ["second", 1000000n],
];
function timedeltaInWords(call) {
    const total = (0,timedelta/* timedeltaMicros */.f)(call);
    if (total === null)
        return null;
    for (const [unit, micros] of UNITS) {
        if (total <= 0n || total % micros !== 0n || (unit === "week" && total !== micros))
            continue;
        const amount = total / micros;
        return amount === 1n ? `every ${unit}` : `every ${amount} ${unit}s`;
    }
    return null;
}
/** `dateutil.relativedelta` of one unit, such as a month. */
function relativeInWords({ fn, args, kwargs }) {
    const [only] = kwargs;
    if (fn !== "dateutil.relativedelta.relativedelta" || args.length > 0 || kwargs.length !== 1 || !only)
        return null;
    const [unit, amount] = only;
    if (!/^(?:years|months|weeks|days|hours|minutes)$/.test(unit) || amount.t !== "int" || amount.v <= 0n)
        return null;
    return amount.v === 1n ? `every ${unit.slice(0, -1)}` : `every ${amount.v} ${unit}`;
}
/** Airflow's timetables that say no more than a schedule and a time zone (`airflow/timetables`). */
function timetableInWords({ fn, args, kwargs }) {
    const name = typeof fn === "string" ? /^airflow\.(?:sdk|timetables)\b.*\.(\w+)$/.exec(fn)?.[1] : undefined;
    const named = (...keys) => kwargs.find(([key]) => keys.includes(key))?.[1];
    if (name === "CronTriggerTimetable" || name === "CronDataIntervalTimetable") {
        const [cron, zone] = [args[0] ?? named("cron"), args[1] ?? named("timezone")];
        const words = cron?.t === "str" ? (PRESETS.get(cron.v) ?? cronInWords(cron.v)) : null;
        if (words === null || (zone && zone.t !== "str"))
            return null;
        return zone ? [`${words}, time zone `, (0,rich/* code */.aY)((0,value_text/* valueText */.R)(zone, "").slice(1, -1))] : [words];
    }
    if (name === "DeltaTriggerTimetable" || name === "DeltaDataIntervalTimetable") {
        const delta = args[0] ?? named("delta");
        return delta?.t === "call" ? callInWords(delta) : null;
    }
    if (name !== "DatasetOrTimeSchedule" && name !== "AssetOrTimeSchedule")
        return null;
    const [timetable, assets] = [named("timetable"), named("assets", "datasets")];
    const time = timetable?.t === "call" ? callInWords(timetable) : null;
    const update = assets ? assetsInWords(assets) : null;
    return time && update ? [...time, ", and ", ...update] : null;
}
function callInWords(call) {
    const words = timedeltaInWords(call) ?? relativeInWords(call);
    return words === null ? timetableInWords(call) : [words];
}
/** One schedule in words; as code where it has none. */
function scheduleInWords(value) {
    if (value.t === "null")
        return ["no schedule"];
    if (value.t === "str") {
        const words = PRESETS.get(value.v) ?? cronInWords(value.v);
        return words === null ? [(0,rich/* code */.aY)((0,value_text/* valueText */.R)(value, "schedule"))] : [words];
    }
    const words = (value.t === "call" ? callInWords(value) : null) ?? assetsInWords(value);
    return words ?? [(0,rich/* code */.aY)((0,value_text/* valueText */.R)(value, "schedule"))];
}
/** What a DAG of this Airflow does without a schedule: `DEFAULT_SCHEDULE_INTERVAL` is a day in Airflow 2, and `None` in 3. */
const DEFAULT = { 2: "every day, Airflow's default", 3: "no schedule" };
/** The keys of `settings` that hold the schedule. */
const SCHEDULE_KEYS = new Set(schedule_problems/* SCHEDULE_KEYS */.pI);
/** The schedule of a DAG in words. */
function scheduleOf(dag) {
    const field = (0,schedule_problems/* scheduleIn */.Zb)(dag.settings);
    return field ? scheduleInWords(field.value) : [DEFAULT[dag.airflow]];
}


/***/ }),

/***/ 53574:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I7: () => (/* binding */ renamedLines),
/* harmony export */   Tb: () => (/* binding */ changedTaskLines),
/* harmony export */   XU: () => (/* binding */ edgeLines),
/* harmony export */   z6: () => (/* binding */ taskLines)
/* harmony export */ });
/* harmony import */ var _capped_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98094);
/* harmony import */ var _edge_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46726);
/* harmony import */ var _group_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87440);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46781);
/* harmony import */ var _value_change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34231);





/** Renamed tasks, and tasks that move between groups. */
function renamedLines({ tasks }) {
    return [
        ...(0,_capped_js__WEBPACK_IMPORTED_MODULE_2__/* .capped */ .u)(tasks.renamed, ({ from, to, likeness }) => [
            (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(from),
            " → ",
            (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .strong */ .ko)((0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(to)),
            ` (renamed, ${Math.floor(likeness * 100)} % alike): for Airflow a new task; its run history stays with the old name`,
        ], "renamed tasks"),
        ...(0,_capped_js__WEBPACK_IMPORTED_MODULE_2__/* .capped */ .u)(movedTogether(tasks.moved), ({ ids, from, to }) => [
            ...(ids.length > 3 ? [`${ids.length} tasks: `] : []),
            ...(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)((0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .codes */ .F4)(ids), 3),
            ids.length === 1 ? " moves from " : " move from ",
            ...(0,_group_words_js__WEBPACK_IMPORTED_MODULE_0__/* .groupName */ .A)(from),
            " to ",
            ...(0,_group_words_js__WEBPACK_IMPORTED_MODULE_0__/* .groupName */ .A)(to),
        ], "moves of tasks"),
    ];
}
/** Tasks that move from one place to one other, together. */
function movedTogether(moved) {
    const found = new Map();
    for (const { id, from, to } of moved) {
        const key = JSON.stringify([from, to]);
        const known = found.get(key);
        if (known)
            known.ids.push(id);
        else
            found.set(key, { ids: [id], from, to });
    }
    return [...found.values()];
}
/** New and removed tasks, with where they stand in the graph. */
function taskLines(change) {
    return [
        ...(0,_capped_js__WEBPACK_IMPORTED_MODULE_2__/* .capped */ .u)(change.tasks.added, (id) => [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .strong */ .ko)((0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(id)), " is new", ...placeOf(change.head, id)], "new tasks"),
        ...(0,_capped_js__WEBPACK_IMPORTED_MODULE_2__/* .capped */ .u)(change.tasks.removed, (id) => [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(id), " is removed", ...formerPlaceOf(change, id)], "removed tasks"),
    ];
}
/** The operator of a task, and what runs before and after it. */
function placeOf(dag, id) {
    const task = dag?.tasks.find((one) => one.id === id);
    if (!dag || !task)
        return [];
    const up = dag.edges.filter(({ down }) => down === id).map((edge) => edge.up);
    const down = dag.edges.filter((edge) => edge.up === id).map((edge) => edge.down);
    const parts = [];
    if (task.operator)
        parts.push([(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(task.operator.name)]);
    if (up.length > 0)
        parts.push(["after ", ...(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)((0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .codes */ .F4)([...new Set(up)]), 3)]);
    if (down.length > 0)
        parts.push(["before ", ...(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)((0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .codes */ .F4)([...new Set(down)]), 3)]);
    return parts.length > 0 ? [": ", ...(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .joinRich */ .Rz)(parts, ", ")] : [];
}
/** The tasks of head that ran after a removed one. */
function formerPlaceOf({ base, head }, id) {
    const still = new Set(head?.tasks.map((task) => task.id));
    const down = (base?.edges ?? []).filter((edge) => edge.up === id && still.has(edge.down)).map((edge) => edge.down);
    return down.length > 0 ? [": ", ...(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)((0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .codes */ .F4)([...new Set(down)]), 3), " ran after it"] : [];
}
/** Edges between tasks of both versions; those of new and removed tasks are said with the task. */
function edgeLines(change) {
    if (change.kind === "added")
        return [];
    const names = (0,_edge_words_js__WEBPACK_IMPORTED_MODULE_4__/* .newNames */ .J)(change);
    const fresh = new Set(change.tasks.added);
    const gone = new Set(change.tasks.removed);
    const { added, removed } = (0,_edge_words_js__WEBPACK_IMPORTED_MODULE_4__/* .rewired */ .t)(change);
    return [
        ...(0,_capped_js__WEBPACK_IMPORTED_MODULE_2__/* .capped */ .u)(added.filter(([up, down]) => !fresh.has(up) && !fresh.has(down)), ([up, down]) => [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(down), " now waits for ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(up)], "new dependencies"),
        ...(0,_capped_js__WEBPACK_IMPORTED_MODULE_2__/* .capped */ .u)(removed.filter(([up, down]) => !gone.has(up) && !gone.has(down)), ([up, down]) => [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(names.get(down) ?? down), " no longer waits for ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(names.get(up) ?? up)], "removed dependencies"),
    ];
}
/** Arguments and code of tasks that are in both versions. */
function changedTaskLines({ tasks }) {
    const line = ({ id, fields, code: changed }) => {
        const ordered = [...fields].sort((a, b) => Number(b.path === "operator") - Number(a.path === "operator"));
        const facts = ordered.slice(0, 4).map(_value_change_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldInWords */ .V);
        if (fields.length > 4)
            facts.push([`${fields.length - 4} more arguments`]);
        if (changed)
            facts.push(["its code changed"]);
        return [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(id), ": ", ...(facts.length > 0 ? (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .joinRich */ .Rz)(facts, "; ") : ["changed"])];
    };
    return (0,_capped_js__WEBPACK_IMPORTED_MODULE_2__/* .capped */ .u)(tasks.changed, line, "changed tasks");
}


/***/ }),

/***/ 34231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ fieldInWords)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99493);
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92339);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46781);
/* harmony import */ var _schedule_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90201);
/* harmony import */ var _value_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13828);





/** Texts of several lines are counted, not shown. */
const isLong = (value) => value?.t === "str" && (value.v.includes("\n") || value.v.length > 120);
/** `+3 −1 lines`; `null` where only line ends differ, or `null` where the texts are too different to count in bounded work. */
function lineCounts(from, to) {
    const parts = (0,diff__WEBPACK_IMPORTED_MODULE_3__/* .diffLines */ .Pp)(from.endsWith("\n") ? from : `${from}\n`, to.endsWith("\n") ? to : `${to}\n`, {
        maxEditLength: 2000,
    });
    if (!parts)
        return null;
    const added = parts.reduce((sum, part) => sum + (part.added ? part.count : 0), 0);
    const removed = parts.reduce((sum, part) => sum + (part.removed ? part.count : 0), 0);
    const counts = [added > 0 ? `+${added}` : "", removed > 0 ? `−${removed}` : ""].filter((count) => count !== "");
    return counts.length === 0 ? null : `${counts.join(" ")} ${added + removed === 1 ? "line" : "lines"}`;
}
/** One changed value in words: `retries 1 → 3`, `sql changed, +3 −1 lines`, a schedule with its meaning; a secret only as changed. */
function fieldInWords({ path, from, to }) {
    const name = (0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(path);
    if (_schedule_text_js__WEBPACK_IMPORTED_MODULE_1__/* .SCHEDULE_KEYS */ .pI.has(path))
        return [name, " ", ...scheduleChange(from, to)];
    if (isLong(from) || isLong(to)) {
        const before = from?.t === "str" ? from.v : "";
        const after = to?.t === "str" ? to.v : "";
        const lines = lineCounts(before, after);
        const verb = from === null ? "added" : to === null ? "removed" : "changed";
        return [name, ` ${verb}`, lines === null || !from || !to ? "" : `, ${lines}`].filter((part) => part !== "");
    }
    if (!from && to)
        return [name, " set to ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_value_text_js__WEBPACK_IMPORTED_MODULE_2__/* .valueText */ .R)(to, path))];
    if (from && !to)
        return [name, " no longer set (was ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)((0,_value_text_js__WEBPACK_IMPORTED_MODULE_2__/* .valueText */ .R)(from, path)), ")"];
    if (!from || !to)
        return [name, " changed"];
    const [before, after] = whereTheyDiffer(from, to);
    const [old, fresh] = [(0,_value_text_js__WEBPACK_IMPORTED_MODULE_2__/* .valueText */ .R)(before, path), (0,_value_text_js__WEBPACK_IMPORTED_MODULE_2__/* .valueText */ .R)(after, path)];
    if (old === fresh)
        return [name, old.includes(_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .MASK */ .v5) ? " changed (value hidden)" : " changed"];
    return [name, " ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(old), " → ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(fresh)];
}
/** Characters of a long text that stay on each side of what differs. */
const AROUND = 20;
/** Two long texts of one line cut down to where they differ, after their secrets are hidden; other values as they are. */
function whereTheyDiffer(from, to) {
    if (from.t !== "str" || to.t !== "str" || Math.max(from.v.length, to.v.length) < 3 * AROUND)
        return [from, to];
    const [before, after] = [Array.from((0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskCommand */ .Iq)(from.v)), Array.from((0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskCommand */ .Iq)(to.v))];
    if (before.join("") === after.join("")) {
        const hidden = { t: "str", v: _mask_js__WEBPACK_IMPORTED_MODULE_0__/* .MASK */ .v5 };
        return [hidden, hidden];
    }
    const most = Math.min(before.length, after.length);
    let start = 0;
    while (start < most && before[start] === after[start])
        start++;
    let end = 0;
    while (end < most - start && before.at(-1 - end) === after.at(-1 - end))
        end++;
    const part = (characters) => {
        const [first, last] = [start - AROUND, characters.length - end + AROUND];
        const middle = characters.slice(Math.max(0, first), last).join("");
        return { t: "str", v: `${first > 0 ? "…" : ""}${middle}${last < characters.length ? "…" : ""}` };
    };
    return [part(before), part(after)];
}
/** `every day at 02:00 → every hour (0 2 * * * → 0 * * * *)`. */
function scheduleChange(from, to) {
    const words = (value) => (value ? (0,_schedule_text_js__WEBPACK_IMPORTED_MODULE_1__/* .scheduleInWords */ .qs)(value) : ["not set"]);
    const raw = (value) => (value?.t === "str" ? [(0,_rich_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(value.v)] : []);
    const codes = [raw(from), raw(to)].filter((one) => one.length > 0);
    const plain = (rich) => rich.length === 1 && typeof rich[0] === "string";
    const exact = plain(words(from)) || plain(words(to)) ? codes : [];
    return [
        ...words(from),
        " → ",
        ...words(to),
        ...(exact.length === 2 ? [" (", ...(exact[0] ?? []), " → ", ...(exact[1] ?? []), ")"] : []),
    ];
}


/***/ }),

/***/ 47342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   W1: () => (/* binding */ changesInWords),
/* harmony export */   ur: () => (/* binding */ severityCounts)
/* harmony export */ });
/* harmony import */ var _build_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27239);
/* harmony import */ var _dag_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16769);
/* harmony import */ var _impact_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72577);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46781);




const SEVERITIES = ["error", "warning", "notice"];
/** `2 errors`, `1 error and 3 warnings`; empty for none. */
function severityCounts(findings) {
    const parts = SEVERITIES.map((severity) => [findings.filter((one) => one.severity === severity).length, severity])
        .filter(([number]) => number > 0)
        .map(([number, severity]) => (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(number, severity));
    return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}
/** `2 DAGs changed, 1 new`; that the graph is the same, where equal hashes prove it. */
function changesInWords(review) {
    if (!review.base)
        return (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(review.head.dags.length, "DAG");
    const of = (...kinds) => review.changes.filter(({ kind }) => kinds.includes(kind)).length;
    const parts = [
        [of("changed", "renamed"), "changed"],
        [of("added"), "new"],
        [of("removed"), "removed"],
    ];
    const migrated = review.changes.filter((change) => change.migrated !== null && change.kind === "unchanged").length;
    const said = parts.filter(([number]) => number > 0);
    if (said.length === 0 && migrated > 0) {
        const inPart = review.changes.some(({ migrated: to, head }) => to !== null && head !== null && (0,_build_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isAsFarAsKnown */ .Dz)(head));
        return `${(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(migrated, inPart ? "DAG" : "identical DAG")}${inPart ? ", the same as far as known" : ""}, now from plain Python`;
    }
    if (said.length > 0) {
        const first = (number, word) => word === "new" ? (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(number, "new DAG") : `${(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(number, "DAG")} ${word}`;
        return said.map(([number, word], at) => (at === 0 ? first(number, word) : `${number} ${word}`)).join(", ");
    }
    const touched = review.changes.filter(({ files }) => files.length > 0);
    const files = [...new Set(touched.flatMap((change) => change.files))];
    if (files.length === 0)
        return "no DAG touched";
    const moved = new Map(touched.flatMap((change) => change.filesMoved.map((pair) => [pair[1], pair])));
    const what = (0,_dag_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .filesInWords */ .y)(files, [...moved.values()]);
    const proved = touched.every(({ hash }) => hash.head !== null && hash.base === hash.head);
    const same = touched.length === 1 ? "the DAG is identical" : `all ${touched.length} DAGs are identical`;
    if (proved)
        return `graph unchanged: ${what}, ${same}`;
    const inPart = touched.every(({ base, head }) => base?.outcome === "built" && head?.outcome === "built") &&
        touched.some(({ head }) => head !== null && (0,_build_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isAsFarAsKnown */ .Dz)(head));
    return `${what}, no difference of the graph found, ${inPart ? "as far as known" : "but not all of it is known"}`;
}
/** The verdict in one line: its mark, what was found, and what it means. */
function verdictOf(review) {
    const main = review.findings.filter(_impact_js__WEBPACK_IMPORTED_MODULE_3__/* .isMain */ .C);
    const fresh = review.findings.filter(({ state, accepted }) => state === "new" && accepted === null);
    const accepted = review.findings.filter((finding) => finding.accepted !== null);
    const fixed = review.findings.filter(({ state }) => state === "fixed").length;
    if (review.conclusion === "failure") {
        const meaning = (0,_impact_js__WEBPACK_IMPORTED_MODULE_3__/* .consequence */ .I)(review);
        const gating = severityCounts(review.findings.filter(({ gates }) => gates));
        return {
            mark: "failure",
            words: [gating, " · ", ...(meaning.length > 0 ? meaning : [changesInWords(review)])].filter((part) => part !== ""),
        };
    }
    const parts = [];
    if (main.length > 0)
        parts.push([`${severityCounts(main)} would block (report only)`], (0,_impact_js__WEBPACK_IMPORTED_MODULE_3__/* .consequence */ .I)(review));
    else if (fresh.length > 0)
        parts.push([severityCounts(fresh)]);
    if (main.length === 0)
        parts.push([changesInWords(review)]);
    if (accepted.length > 0)
        parts.push([`${severityCounts(accepted)} accepted`]);
    else if (fresh.length === 0)
        parts.push(["no problems found"]);
    if (fixed > 0)
        parts.push([`fixes ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(fixed, "finding")}`]);
    const words = (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .joinRich */ .Rz)(parts.filter((part) => part.length > 0), " · ");
    const [first, ...rest] = words;
    const upper = typeof first === "string" ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : words;
    return { mark: fresh.some(({ severity }) => severity !== "notice") ? "warning" : "success", words: upper };
}


/***/ })

};
