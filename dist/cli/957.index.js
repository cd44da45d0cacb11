export const id = 957;
export const ids = [957];
export const modules = {

/***/ 10107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ reachOfDefault)
/* harmony export */ });
/* harmony import */ var _build_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65866);

/** Arguments that every operator takes, and so gets from `default_args` (`BaseOperator.__init__`, Airflow 2.11 and 3.3). */
const EVERY_OPERATOR = new Set("task_id owner email email_on_retry email_on_failure retries retry_delay retry_exponential_backoff max_retry_delay start_date end_date depends_on_past ignore_first_depends_on_past wait_for_past_depends_before_skipping wait_for_downstream params default_args priority_weight weight_rule queue pool pool_slots execution_timeout on_execute_callback on_failure_callback on_success_callback on_retry_callback on_skipped_callback pre_execute post_execute trigger_rule run_as_user map_index_template max_active_tis_per_dag max_active_tis_per_dagrun executor executor_config do_xcom_push inlets outlets task_group doc doc_md doc_json doc_yaml doc_rst task_display_name logger_name allow_nested_operators".split(" "));
/**
 * How many tasks of a DAG a default argument reaches: those that do not set it themselves, nor by a group's own
 * `default_args`. `path` is that of a changed setting; `null` where it is no default argument, or one that not every
 * operator takes.
 */
function reachOfDefault(dag, path) {
    const key = /^default_args\.([^.]+)/.exec(path)?.[1];
    if (key === undefined || !EVERY_OPERATOR.has(key))
        return null;
    return dag.tasks.filter((task) => !(0,_build_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldOf */ ._F)(task.arguments, key) && !groupSets(dag, task, key)).length;
}
function groupSets(dag, task, key) {
    const byId = new Map(dag.groups.map((group) => [group.id, group]));
    const seen = new Set();
    for (let id = task.group; id !== null && !seen.has(id); id = byId.get(id)?.parent ?? null) {
        seen.add(id);
        const given = (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldOf */ ._F)(byId.get(id)?.arguments ?? [], "default_args")?.value;
        if (given && (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldOf */ ._F)((0,_build_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldsOfMap */ .jR)(given) ?? [], key))
            return true;
    }
    return false;
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

/***/ 22211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ changeInWords),
  q: () => (/* binding */ downstreamInWords)
});

// EXTERNAL MODULE: ./build/compare/reach.js
var reach = __webpack_require__(54683);
// EXTERNAL MODULE: ./build/report/capped.js
var capped = __webpack_require__(98094);
// EXTERNAL MODULE: ./build/compare/default-args.js
var default_args = __webpack_require__(10107);
// EXTERNAL MODULE: ./build/report/rich.js
var rich = __webpack_require__(46781);
;// CONCATENATED MODULE: ./build/report/due-words.js



/** How many tasks take a changed default argument; nothing for another setting. */
function reachInWords({ path }, head) {
    if (!path.startsWith("default_args.") || !head)
        return [];
    const reached = (0,default_args/* reachOfDefault */.o)(head, path);
    if (reached === null)
        return [": reaches the tasks whose operators take it"];
    return [`: reaches ${reached} of ${(0,rich/* count */.U9)(head.tasks.length, "task")}`];
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
// EXTERNAL MODULE: ./build/report/schedule-text.js + 1 modules
var schedule_text = __webpack_require__(90201);
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
    return base?.outcome === "built" && head?.outcome === "built"
        ? "no difference in what Airflow gets"
        : "no difference found, but not all of it is known";
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
        ...(0,capped/* capped */.u)(ordered, (field) => [...(0,value_change/* fieldInWords */.V)(field), ...reachInWords(field, change.head)], "settings"),
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

/***/ 16769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ dagRows),
/* harmony export */   y: () => (/* binding */ filesInWords)
/* harmony export */ });
/* harmony import */ var _edge_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46726);
/* harmony import */ var _owners_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76495);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46781);
/* harmony import */ var _schedule_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90201);




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
    return {
        mark,
        change,
        failure: mark === "fails" ? failure(review, change) : null,
        what: mark === "affected" ? waitsFor(review, change) : (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .joinRich */ .Rz)(factsOf(review, change, mark), "; "),
        schedule: shown ? (0,_schedule_text_js__WEBPACK_IMPORTED_MODULE_1__/* .scheduleOf */ .rH)(shown) : [],
        tasks: tasksCell(change),
        edges: signed((0,_edge_words_js__WEBPACK_IMPORTED_MODULE_3__/* .rewired */ .t)(change).added.length, (0,_edge_words_js__WEBPACK_IMPORTED_MODULE_3__/* .rewired */ .t)(change).removed.length, 0),
        waiting: (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)((0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .codes */ .F4)(change.downstream.map(({ dag }) => dag)), 3),
        owners: shown ? [(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)((0,_owners_js__WEBPACK_IMPORTED_MODULE_0__/* .ownersOf */ .K)(shown), 2).join("")].filter((text) => text !== "") : [],
    };
}
function waitsFor(review, { id }) {
    const awaited = review.changes.filter(({ kind, downstream }) => kind !== "unchanged" && kind !== "affected" && downstream.some(({ dag }) => dag === id));
    return awaited.length > 0
        ? ["waits for ", ...(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)((0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .codes */ .F4)(awaited.map((change) => change.id)), 3)]
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
        facts.push(["renamed from ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(change.base.id)]);
    if (change.backfill)
        facts.push([dueRuns(change.backfill)]);
    if (change.kind === "added" || change.kind === "removed")
        return facts;
    const schedule = change.settings.find(({ path }) => _schedule_text_js__WEBPACK_IMPORTED_MODULE_1__/* .SCHEDULE_KEYS */ .pI.has(path));
    if (schedule) {
        facts.push([
            "schedule: ",
            ...(schedule.from ? (0,_schedule_text_js__WEBPACK_IMPORTED_MODULE_1__/* .scheduleInWords */ .qs)(schedule.from) : ["not set"]),
            " → ",
            ...(schedule.to ? (0,_schedule_text_js__WEBPACK_IMPORTED_MODULE_1__/* .scheduleInWords */ .qs)(schedule.to) : ["not set"]),
        ]);
    }
    const { renamed, moved, changed } = change.tasks;
    const settings = change.settings.filter((field) => field !== schedule);
    const recoded = changed.filter((task) => task.code).length;
    const others = changed.filter((task) => !task.code || task.fields.length > 0);
    if (settings.length > 0)
        facts.push([(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(settings.length, "setting")]);
    if (renamed.length > 0)
        facts.push([`${(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(renamed.length, "task")} renamed`]);
    if (moved.length > 0)
        facts.push([`${(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(moved.length, "task")} moved`]);
    if (others.length > 0)
        facts.push([`arguments of ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(others.length, "task")}`]);
    if (recoded > 0)
        facts.push([`code of ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(recoded, "task")}`]);
    if (change.operators.length > 0) {
        const users = new Set(change.operators.flatMap((operator) => operator.tasks)).size;
        facts.push([`source of ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(change.operators.length, "operator")}, used by ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(users, "task")}`]);
    }
    return facts.length > 0
        ? facts
        : [[change.edges.added.length + change.edges.removed.length > 0 ? "rewired" : "tasks"]];
}
function failure(review, { id }) {
    const finding = stopOf(review, id);
    if (!finding)
        return [(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .strong */ .ko)("does not load")];
    if (finding.state === "existing")
        return [(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .strong */ .ko)("still does not load"), " (", (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(finding.rule), ")"];
    const { dag } = finding.subject;
    return dag === undefined || dag === id
        ? [(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .strong */ .ko)("does not load"), " (", (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(finding.rule), ")"]
        : [(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .strong */ .ko)("does not load"), ", together with ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(dag)];
}
const dueRuns = ({ runs, cause }) => runs === null ? "runs of the past become due" : `${cause === "new" ? "" : "up to "}${(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(runs, "run")} due`;
/** How many files changed and how many only moved: `2 files changed, 14 moved`. */
function filesInWords(files, moved) {
    const paths = new Set(moved.flat());
    const changed = files.filter((file) => !paths.has(file)).length;
    if (moved.length === 0)
        return `${(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(changed, "file")} changed`;
    return changed === 0
        ? `${(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(moved.length, "file")} moved`
        : `${(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(changed, "file")} changed, ${moved.length} moved`;
}
function identical({ files, filesMoved, hash, migrated }) {
    if (migrated !== null)
        return [(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .strong */ .ko)("identical DAG, now from plain Python")];
    const changed = `${filesInWords(files, filesMoved)}, `;
    return hash.head !== null && hash.base === hash.head
        ? [changed, (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .strong */ .ko)("the DAG is identical")]
        : [changed, "no difference found, but not all of it is known"];
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

/***/ 56981:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ fileDiff)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94112);
/* harmony import */ var _positions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70571);


/** More edits than this are not looked for: the work grows with their square. */
const MOST_EDITS = 2000;
const linesOf = (text) => (0,_positions_js__WEBPACK_IMPORTED_MODULE_0__/* .lineIndexOf */ .cL)(text).map((start, at, all) => text.slice(start, all[at + 1] ?? text.length).replace(/[\r\n]+$/, ""));
/**
 * The unified diff of two texts without its file header; `mask` hides secrets in what is shown, line by line, after the
 * comparison: so that a changed secret is still a changed line. `null` where the texts differ too much to compare.
 */
function fileDiff(base, head, context, mask) {
    const patch = (0,diff__WEBPACK_IMPORTED_MODULE_1__/* .structuredPatch */ .YB)("a", "b", base, head, undefined, undefined, { context, maxEditLength: MOST_EDITS });
    if (!patch)
        return null;
    const before = linesOf(mask(base));
    const after = linesOf(mask(head));
    const lines = [];
    let [added, removed] = [0, 0];
    for (const hunk of patch.hunks) {
        lines.push(`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`);
        let [old, fresh] = [hunk.oldStart - 1, hunk.newStart - 1];
        for (const line of hunk.lines) {
            const mark = line.charAt(0);
            if (mark === "-") {
                removed++;
                lines.push(`-${before[old++] ?? ""}`);
            }
            else if (mark === "+") {
                added++;
                lines.push(`+${after[fresh++] ?? ""}`);
            }
            else if (mark === " ") {
                old++;
                lines.push(` ${after[fresh++] ?? ""}`);
            }
        }
    }
    return { lines, added, removed };
}


/***/ }),

/***/ 15632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ findingText)
/* harmony export */ });
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92339);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46781);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6257);



/** A headline is not shorter than this. */
const SHORTEST = 12;
/** Offset after the first clause: a full stop, colon or semicolon and a space, outside of backticks. */
function endOfClause(message) {
    let inCode = false;
    for (let at = 0; at < message.length; at++) {
        const here = message.charAt(at);
        if (here === "`")
            inCode = !inCode;
        if (!inCode && at >= SHORTEST && ".:;".includes(here) && message.charAt(at + 1) === " ")
            return at + 1;
    }
    return message.length;
}
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** The words of a finding; with `limit`, the message is shortened to that many code points. */
function findingText({ message, advice, rule }, limit = 4000) {
    const whole = (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)((0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskMessage */ .I1)((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)(message)).trim() || rule, limit);
    const end = endOfClause(whole);
    return {
        message: (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .richOf */ .G9)(whole),
        headline: (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .richOf */ .G9)(whole.slice(0, end).replace(/[.:;]$/, "")),
        rest: (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .richOf */ .G9)(capital(whole.slice(end).trim())),
        advice: adviceParts(advice ?? ""),
    };
}
/** Sentences, and the lines to paste that follow a line with a colon at its end, up to an empty line. */
function adviceParts(advice) {
    const parts = [];
    let pasted = null;
    const flush = () => {
        if (pasted && pasted.length > 0)
            parts.push({ t: "lines", text: (0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskYaml */ .Mq)(pasted.join("\n")) });
        pasted = null;
    };
    for (const line of advice.split(/\r\n|\r|\n/)) {
        if (pasted && line.trim() !== "") {
            pasted.push(line);
            continue;
        }
        flush();
        if (line.trim() === "")
            continue;
        parts.push({ t: "sentence", of: (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .richOf */ .G9)((0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskMessage */ .I1)(line.trim())) });
        if (line.trimEnd().endsWith(":"))
            pasted = [];
    }
    flush();
    return parts;
}


/***/ }),

/***/ 81694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ fixDiffs)
/* harmony export */ });
/* harmony import */ var _fix_apply_edits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64804);
/* harmony import */ var _file_diff_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56981);
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92339);



/** What a fix changes, file by file, with `context` lines around. */
function fixDiffs(fix, places, side, context) {
    const files = [...new Set(fix.edits.map(({ at }) => at.file))];
    const texts = new Map(files.map((file) => [file, places.text(file, side) ?? ""]));
    return [...(0,_fix_apply_edits_js__WEBPACK_IMPORTED_MODULE_2__/* .applyFixes */ .y)(texts, [fix])].flatMap(([file, fixed]) => {
        const diff = (0,_file_diff_js__WEBPACK_IMPORTED_MODULE_0__/* .fileDiff */ .e)(texts.get(file) ?? "", fixed, context, (source) => (0,_mask_js__WEBPACK_IMPORTED_MODULE_1__/* .maskFile */ .Bl)(file, source));
        return diff && diff.lines.length > 0 ? [{ file, ...diff }] : [];
    });
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
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46781);

/** The versions compiled for, and from where they are known. */
function versionsInWords({ head }) {
    const { airflow, gusty } = head.versions;
    const words = airflow.version === null
        ? [`no Airflow pin found: assumed Airflow ${airflow.major}`]
        : [`Airflow ${airflow.version}`, ...fromWhere(airflow), ...disagreeing(airflow)];
    const gustyWords = gusty.version === null
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
/** The footer's parts, the most needed first: a report with little room shows the first alone. */
function footerParts(review, report) {
    return [
        [`Windsock ${review.tool.version}`],
        comparedInWords(review),
        versionsInWords(review),
        [sizeInWords(review)],
        ...(report === null ? [] : [[(0,_rich_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(report, "full report")]]),
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
const isMain = (finding) => finding.gates || (finding.state === "new" && finding.severity === "error");
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

/***/ 92339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bl: () => (/* binding */ maskFile),
/* harmony export */   I1: () => (/* binding */ maskMessage),
/* harmony export */   Iq: () => (/* binding */ maskCommand),
/* harmony export */   Mq: () => (/* binding */ maskYaml),
/* harmony export */   j9: () => (/* binding */ maskLoose),
/* harmony export */   rS: () => (/* binding */ maskPython),
/* harmony export */   uE: () => (/* binding */ isSecretKey),
/* harmony export */   v5: () => (/* binding */ MASK)
/* harmony export */ });
/** What stands in place of a hidden value. */
const MASK = "***";
const SECRET_WORDS = new Set("password passwd passphrase pwd secret secrets token tokens apikey credential credentials conn connection dsn".split(" "));
const SECRET_PAIRS = new Set(["api key", "access key", "private key", "secret key", "signing key", "account key"]);
/** True for the name of a key whose value is likely a secret: `db_password`, `apiKey`, `conn`; not `postgres_conn_id`, which is a name. */
function isSecretKey(key) {
    if (key.length > 200)
        return false;
    const words = key
        .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((word) => word !== "");
    const last = words.at(-1);
    if (last === "id" && /^(conn|connection)$/.test(words.at(-2) ?? ""))
        return false;
    return words.some((word, at) => SECRET_WORDS.has(word) || SECRET_PAIRS.has(`${words[at - 1] ?? ""} ${word}`));
}
/** Tokens that tell by their form that they are secrets: GitHub, GitLab, AWS, Google, Slack, OpenAI, and JSON web tokens. */
const TOKEN = /\b(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_\w{20,}|glpat-[\w-]{16,}|A(?:KIA|SIA)[A-Z0-9]{16}|AIza[\w-]{30,}|xox[abprs]-[\w-]{10,}|sk-[\w-]{20,}|eyJ[\w-]{8,}\.eyJ[\w-]{8,}(?:\.[\w-]*)?)/g;
/** Text with the passwords of addresses (`scheme://user:password@host`), credentials of HTTP and well-known tokens hidden. */
const maskLoose = (text) => text
    .replace(/\/\/([^\s/?#@:'"]*):[^\s/?#'"]+@/g, `//$1:${MASK}@`)
    .replace(/\b(Bearer|Basic) [\w.~+/=-]{8,}/g, `$1 ${MASK}`)
    .replace(TOKEN, MASK);
/** A text of a file with that and what commands give hidden: `--password=x`, but not `--password=$X`. */
const maskCommand = (text) => maskLoose(text.replace(/(?<![\w-])([\w-]{0,60}(?:password|passwd|secret|token|api[_-]?key)[\w-]{0,60})=[^\s'"&;$`{]+/gi, `$1=${MASK}`));
/** What reads a value by a name, so that the name in quotes is no secret. */
const READS = /(?:environ\[|environ\.get\(|getenv\(|env_var\(|Variable\.get\(|get_connection\()\s*$/;
const KEY = /["']?([A-Za-z_][\w.-]{0,199})["']?[ \t]*(?:=(?!=)|:)[ \t]*/y;
/** The end of the Python string literal whose quote stands at `start`; the text's end where it never ends. */
function endOfString(text, start) {
    const quote = text.charAt(start);
    const long = text.startsWith(quote.repeat(3), start);
    const closing = long ? quote.repeat(3) : quote;
    for (let at = start + closing.length; at < text.length; at++) {
        if (text.charAt(at) === "\\")
            at++;
        else if (text.startsWith(closing, at))
            return at + closing.length;
        else if (!long && text.charAt(at) === "\n")
            return at;
    }
    return text.length;
}
const hideString = (literal) => {
    const quotes = /^("""|'''|["'])/.exec(literal)?.[0] ?? "";
    return quotes + MASK + literal.replace(/[^\n]/g, "") + quotes;
};
/** Python source in which string literals under secret keys (keyword arguments, mapping keys, names) are hidden, line by line as before. */
function maskPython(source) {
    let out = "";
    let depth = 0;
    /** The bracket depth at which the secret's value ends, or `null` outside of one. */
    let secret = null;
    let at = 0;
    while (at < source.length) {
        const here = source.charAt(at);
        KEY.lastIndex = at;
        const key = secret === null && /["'A-Za-z_]/.test(here) && !/\w/.test(source.charAt(at - 1)) ? KEY.exec(source) : null;
        if (key && isSecretKey(key[1] ?? "")) {
            secret = depth;
            out += key[0];
            at += key[0].length;
        }
        else if (here === '"' || here === "'") {
            const end = endOfString(source, at);
            const literal = source.slice(at, end);
            out += secret !== null && !READS.test(out.slice(-40)) ? hideString(literal) : maskCommand(literal);
            at = end;
        }
        else if (here === "#") {
            const end = source.indexOf("\n", at);
            out += source.slice(at, end < 0 ? source.length : end);
            at = end < 0 ? source.length : end;
        }
        else {
            if ("([{".includes(here))
                depth++;
            if (")]}".includes(here))
                depth--;
            if (secret !== null && (depth < secret || (depth === secret && (here === "," || here === "\n"))))
                secret = null;
            out += here;
            at++;
        }
    }
    return maskLoose(out);
}
/** A sentence of a finding: expressions in backticks are masked as Python, addresses and tokens everywhere. */
const maskMessage = (message) => maskLoose(message
    .split("`")
    .map((part, at) => (at % 2 === 1 ? maskPython(part) : part))
    .join("`"));
/** YAML (or text that may be YAML) in which the values of secret keys are hidden: to the line's end, and more deeply indented lines after it. */
function maskYaml(text) {
    let hidden = null;
    const lines = text.split("\n").map((line) => {
        const indent = /^[ \t]*(?:#[ \t]*)?(?:-[ \t]+)*/.exec(line)?.[0].length ?? 0;
        if (hidden !== null && (indent > hidden || line.trim() === "")) {
            return line.trim() === "" ? line : line.slice(0, indent) + MASK;
        }
        hidden = null;
        for (const match of line.matchAll(/(?<![\w.-])["']?([A-Za-z_][\w.-]{0,199})["']?[ \t]*[:=](?=[ \t]|$|["'])[ \t]*/g)) {
            if (!isSecretKey(match[1] ?? ""))
                continue;
            const start = match.index + match[0].length;
            const value = line.slice(start).trim();
            if (match[0].trimStart() === line.slice(indent, start).trimStart())
                hidden = indent;
            if (value === "" || /^[|>][+\-\d]*$/.test(value) || /^(null|~|true|false)$/i.test(value))
                return line;
            if (/^!(env_var|airflow_var)\b/.test(value))
                return line;
            return line.slice(0, start) + MASK;
        }
        return line;
    });
    return maskCommand(lines.join("\n"));
}
/** A file's text with secrets hidden, by the kind of file; the number of lines stays. The comments of a `.py` file may be its YAML header. */
function maskFile(file, text) {
    if (!file.endsWith(".py"))
        return maskYaml(text);
    return maskPython(text).replace(/(?:^[ \t]*#.*\n?)+/gm, maskYaml);
}


/***/ }),

/***/ 76495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ ownersOf)
/* harmony export */ });
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92339);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6257);


const text = (value) => value?.t === "str" && value.v !== "" ? [(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)((0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskLoose */ .j9)(value.v)), 40)] : [];
/** The owners of a DAG: `default_args.owner`, then those that tasks name, each once, in their order. Only literal text. */
function ownersOf(dag) {
    const given = dag.settings.find(({ key }) => key === "default_args")?.value;
    const common = given?.t === "map" ? given.v.find(([key]) => key.t === "str" && key.v === "owner")?.[1] : undefined;
    const own = dag.tasks.flatMap((task) => text(task.arguments.find(({ key }) => key === "owner")?.value));
    return [...new Set([...text(common), ...own])];
}


/***/ }),

/***/ 70571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jh: () => (/* binding */ sideOf),
/* harmony export */   cL: () => (/* binding */ lineIndexOf),
/* harmony export */   ek: () => (/* binding */ placesOf),
/* harmony export */   t$: () => (/* binding */ positionAt)
/* harmony export */ });
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92339);

/** Finds the lines of `text`. */
function lineIndexOf(text) {
    const starts = [0];
    for (const match of text.matchAll(/\r\n|\r|\n/g)) {
        starts.push(match.index + match[0].length);
    }
    return starts;
}
/** The 1-based line and UTF-16 column of an offset; offsets outside the text are moved to its ends. */
function positionAt(index, offset) {
    let low = 0;
    let high = index.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((index[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return { line: low + 1, column: Math.max(0, offset - (index[low] ?? 0)) + 1 };
}
/** Texts and places of a review. */
function placesOf(review) {
    const indexes = { base: new Map(), head: new Map() };
    const text = (file, side) => review[side]?.texts.get(file) ?? null;
    const index = (file, side) => {
        const known = indexes[side].get(file);
        if (known)
            return known;
        const made = lineIndexOf(text(file, side) ?? "");
        indexes[side].set(file, made);
        return made;
    };
    const shown = { base: new Map(), head: new Map() };
    const lines = (file, side) => {
        const known = shown[side].get(file);
        if (known)
            return known;
        const source = text(file, side);
        const made = source ? (0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskFile */ .Bl)(file, source).split(/\r\n|\r|\n/) : [];
        shown[side].set(file, made);
        return made;
    };
    const at = (span, side) => {
        const length = text(span.file, side)?.length ?? 0;
        const starts = index(span.file, side);
        const start = positionAt(starts, Math.min(Math.max(span.start, 0), length));
        const end = positionAt(starts, Math.min(Math.max(span.end, span.start, 0), length));
        return { file: span.file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
    };
    return { text, lines, at };
}
/** The version in which a finding's spans lie: a fixed one is of the base. */
const sideOf = (finding) => (finding.state === "fixed" ? "base" : "head");


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
const PRESETS = {
    "@once": "once",
    "@hourly": "every hour",
    "@daily": "every day at 00:00",
    "@midnight": "every day at 00:00",
    "@weekly": "every Sunday at 00:00",
    "@monthly": "on day 1 of every month at 00:00",
    "@quarterly": "on day 1 of every third month at 00:00",
    "@yearly": "on 1 January at 00:00",
    "@annually": "on 1 January at 00:00",
    "@continuous": "continuously",
};
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
        const words = cron?.t === "str" ? (PRESETS[cron.v] ?? cronInWords(cron.v)) : null;
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
        const words = PRESETS[value.v] ?? cronInWords(value.v);
        return words === null ? [(0,rich/* code */.aY)((0,value_text/* valueText */.R)(value, "schedule"))] : [words];
    }
    const words = (value.t === "call" ? callInWords(value) : null) ?? assetsInWords(value);
    return words ?? [(0,rich/* code */.aY)((0,value_text/* valueText */.R)(value, "schedule"))];
}
/** What a DAG of this Airflow does without a schedule: `DEFAULT_SCHEDULE_INTERVAL` is a day in Airflow 2, and `None` in 3. */
const DEFAULT = { 2: "every day, Airflow's default", 3: "no schedule" };
/** The keys of `settings` that hold the schedule. */
const SCHEDULE_KEYS = new Set(["schedule", "schedule_interval", "timetable"]);
/** The schedule of a DAG in words. */
function scheduleOf(dag) {
    const field = dag.settings.find(({ key }) => SCHEDULE_KEYS.has(key));
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

/***/ 13828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ valueText),
/* harmony export */   d: () => (/* binding */ isHidden)
/* harmony export */ });
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92339);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6257);


/** Nothing is printed deeper, and no more items than this. */
const DEPTH = 3;
const ITEMS = 8;
const LONGEST = { outer: 2000, inner: 200 };
/** What reads a secret by its name: the name is no secret. */
const READS_BY_NAME = /^(os\.environ\.get|os\.getenv|absql\.functions\.env_var|.*\.env_var|.*Variable\.get)$/;
function quoted(text) {
    const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
    const inner = text
        .replace(/\\/g, "\\\\")
        .replace(/\n/g, "\\n")
        .replace(/\r/g, "\\r")
        .replace(/\t/g, "\\t")
        .replaceAll(quote, `\\${quote}`);
    return `${quote}${inner}${quote}`;
}
const lastName = (path) => path.slice(path.lastIndexOf(".") + 1);
function items(list, print) {
    const shown = list.slice(0, ITEMS).map(print);
    return (list.length > ITEMS ? [...shown, `… ${list.length - ITEMS} more`] : shown).join(", ");
}
const float = (number) => {
    if (Number.isNaN(number))
        return "nan";
    if (!Number.isFinite(number))
        return number > 0 ? "inf" : "-inf";
    return Number.isInteger(number) && Math.abs(number) < 1e16 ? number.toFixed(1) : String(number);
};
function printed(value, secret, depth) {
    if (depth > DEPTH)
        return "…";
    const inside = (part) => printed(part, secret, depth + 1);
    const pair = (name, part) => printed(part, secret || (0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretKey */ .uE)(name), depth + 1);
    switch (value.t) {
        case "null":
            return "None";
        case "bool":
            return value.v ? "True" : "False";
        case "int":
            return secret ? _mask_js__WEBPACK_IMPORTED_MODULE_0__/* .MASK */ .v5 : String(value.v);
        case "float":
            return secret ? _mask_js__WEBPACK_IMPORTED_MODULE_0__/* .MASK */ .v5 : float(value.v);
        case "str":
            return secret ? _mask_js__WEBPACK_IMPORTED_MODULE_0__/* .MASK */ .v5 : quoted((0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskCommand */ .Iq)(value.v.slice(0, depth === 0 ? LONGEST.outer : LONGEST.inner)));
        case "date":
        case "datetime":
            return secret ? _mask_js__WEBPACK_IMPORTED_MODULE_0__/* .MASK */ .v5 : value.v;
        case "bytes":
            return secret ? _mask_js__WEBPACK_IMPORTED_MODULE_0__/* .MASK */ .v5 : `${value.v.length} bytes`;
        case "list":
            return `[${items(value.v, inside)}]`;
        case "tuple":
            return `(${items(value.v, inside)}${value.v.length === 1 ? "," : ""})`;
        case "set":
            return value.v.length === 0 ? "set()" : `{${items(value.v, inside)}}`;
        case "map":
            return `{${items(value.v, ([key, part]) => `${inside(key)}: ${pair(key.t === "str" ? key.v : "", part)}`)}}`;
        case "call": {
            const name = typeof value.fn === "string" ? lastName(value.fn) : (0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskPython */ .rS)(value.fn.source);
            const open = secret && typeof value.fn === "string" && READS_BY_NAME.test(value.fn);
            const parts = [
                ...value.args.map((part, at) => (open && at === 0 ? printed(part, false, depth + 1) : inside(part))),
                ...value.kwargs.map(([key, part]) => `${key}=${pair(key, part)}`),
            ];
            return `${name}(${items(parts, (part) => part)})`;
        }
        case "name":
            return lastName(value.path);
        case "function":
            return `${value.name} of ${value.file}`;
        case "run-file":
            return `all of ${value.file}`;
        case "expr":
            return secret ? (0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskPython */ .rS)(`secret = ${value.source}`).slice("secret = ".length) : (0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskPython */ .rS)(value.source);
        case "file-path":
            return quoted(value.file);
        case "absql-runner":
            return "absql_runner";
    }
}
/**
 * A value in words: short, as Python writes it, on one line, with secrets hidden. `path` is the path of keys that leads
 * to it (`default_args.password`); `limit` is in code points.
 */
function valueText(value, path = "", limit = 60) {
    const full = (0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)(printed(value, path.split(".").some(_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretKey */ .uE), 0));
    const length = Array.from(full).length;
    return length <= limit ? full : `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(full, limit - 1)} (${length} characters)`;
}
/** True where `valueText` hides the value because of its key. */
const isHidden = (path) => path.split(".").some(_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretKey */ .uE);


/***/ }),

/***/ 47342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   W1: () => (/* binding */ changesInWords),
/* harmony export */   ur: () => (/* binding */ severityCounts)
/* harmony export */ });
/* harmony import */ var _dag_rows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16769);
/* harmony import */ var _impact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72577);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46781);



const SEVERITIES = ["error", "warning", "notice"];
/** `2 errors`, `1 error and 3 warnings`; empty for none. */
function severityCounts(findings) {
    const parts = SEVERITIES.map((severity) => [findings.filter((one) => one.severity === severity).length, severity])
        .filter(([number]) => number > 0)
        .map(([number, severity]) => (0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(number, severity));
    return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}
/** `2 DAGs changed, 1 new`; that the graph is the same, where equal hashes prove it. */
function changesInWords(review) {
    if (!review.base)
        return (0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(review.head.dags.length, "DAG");
    const of = (...kinds) => review.changes.filter(({ kind }) => kinds.includes(kind)).length;
    const parts = [
        [of("changed", "renamed"), "changed"],
        [of("added"), "new"],
        [of("removed"), "removed"],
    ];
    const migrated = review.changes.filter((change) => change.migrated !== null && change.kind === "unchanged").length;
    const said = parts.filter(([number]) => number > 0);
    if (said.length === 0 && migrated > 0) {
        return `${(0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(migrated, "identical DAG")}, now from plain Python`;
    }
    if (said.length > 0) {
        const first = (number, word) => word === "new" ? (0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(number, "new DAG") : `${(0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(number, "DAG")} ${word}`;
        return said.map(([number, word], at) => (at === 0 ? first(number, word) : `${number} ${word}`)).join(", ");
    }
    const touched = review.changes.filter(({ files }) => files.length > 0);
    const files = [...new Set(touched.flatMap((change) => change.files))];
    if (files.length === 0)
        return "no DAG touched";
    const moved = new Map(touched.flatMap((change) => change.filesMoved.map((pair) => [pair[1], pair])));
    const what = (0,_dag_rows_js__WEBPACK_IMPORTED_MODULE_0__/* .filesInWords */ .y)(files, [...moved.values()]);
    const proved = touched.every(({ hash }) => hash.head !== null && hash.base === hash.head);
    const same = touched.length === 1 ? "the DAG is identical" : `all ${touched.length} DAGs are identical`;
    return proved
        ? `graph unchanged: ${what}, ${same}`
        : `${what}, no difference of the graph found, but not all of it is known`;
}
/** The verdict in one line: its mark, what was found, and what it means. */
function verdictOf(review) {
    const main = review.findings.filter(_impact_js__WEBPACK_IMPORTED_MODULE_2__/* .isMain */ .C);
    const fresh = review.findings.filter(({ state }) => state === "new");
    const fixed = review.findings.filter(({ state }) => state === "fixed").length;
    if (review.conclusion === "failure") {
        const meaning = (0,_impact_js__WEBPACK_IMPORTED_MODULE_2__/* .consequence */ .I)(review);
        const gating = severityCounts(review.findings.filter(({ gates }) => gates));
        return {
            mark: "failure",
            words: [gating, " · ", ...(meaning.length > 0 ? meaning : [changesInWords(review)])].filter((part) => part !== ""),
        };
    }
    const parts = [];
    if (main.length > 0)
        parts.push([`${severityCounts(main)} would block (report only)`], (0,_impact_js__WEBPACK_IMPORTED_MODULE_2__/* .consequence */ .I)(review));
    else if (fresh.length > 0)
        parts.push([severityCounts(fresh)]);
    if (main.length === 0)
        parts.push([changesInWords(review)]);
    if (fresh.length === 0)
        parts.push(["no problems found"]);
    if (fixed > 0)
        parts.push([`fixes ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(fixed, "finding")}`]);
    const words = (0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .joinRich */ .Rz)(parts.filter((part) => part.length > 0), " · ");
    const [first, ...rest] = words;
    const upper = typeof first === "string" ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : words;
    return { mark: fresh.some(({ severity }) => severity !== "notice") ? "warning" : "success", words: upper };
}


/***/ })

};
