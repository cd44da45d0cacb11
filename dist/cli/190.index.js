export const id = 190;
export const ids = [190];
export const modules = {

/***/ 50190:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ compareProjects)
});

// EXTERNAL MODULE: ./build/build/deployments.js
var deployments = __webpack_require__(27487);
// EXTERNAL MODULE: ./build/compare/reach.js
var reach = __webpack_require__(54683);
;// CONCATENATED MODULE: ./build/compare/task-ids.js
/** The ids of a DAG's tasks in their order, each once: a duplicate is the author's mistake, not a second task. */
const taskIds = (dag) => [...new Set(dag.tasks.map(({ id }) => id))];

;// CONCATENATED MODULE: ./build/compare/across-dags.js


/** Adds what needs the whole picture: who waits for each DAG, and which DAGs and tasks are hit through external dependencies. */
function connectDags(changes, heads) {
    const disturbed = disturbances(changes);
    return changes.map((change) => {
        const ids = new Set([change.base?.id ?? change.id, change.id]);
        const downstream = heads.flatMap((dag) => {
            const tasks = dag.id === change.id ? [] : dag.externals.filter((external) => ids.has(external.dag));
            return tasks.length === 0 ? [] : [{ dag: dag.id, tasks: tasks.map(({ sensor }) => sensor) }];
        });
        const hit = change.head ? sensorsHit(change.head, disturbed) : [];
        const kind = change.kind === "unchanged" && hit.length > 0 ? "affected" : change.kind;
        return { ...change, kind, downstream, affected: withSensors(change, hit) };
    });
}
function disturbances(changes) {
    return new Map(changes
        .filter(({ kind }) => kind === "removed" || kind === "renamed" || kind === "changed")
        .map((change) => [
        change.base?.id ?? change.id,
        {
            all: change.kind !== "changed" || change.risk.includes("schedule"),
            tasks: new Set([...change.tasks.removed, ...change.tasks.renamed.map(({ from }) => from)]),
        },
    ]));
}
function sensorsHit(dag, disturbed) {
    return dag.externals
        .filter((external) => {
        const found = external.dag === dag.id ? undefined : disturbed.get(external.dag);
        return found !== undefined && (found.all || (external.task !== null && found.tasks.has(external.task)));
    })
        .map(({ sensor }) => sensor);
}
/** The sensors that are hit and what comes after them, beside what is affected already; in the order of the DAG's tasks. */
function withSensors(change, hit) {
    const dag = change.head;
    if (!dag || hit.length === 0)
        return change.affected;
    const own = new Set([
        ...change.tasks.added,
        ...change.tasks.renamed.map(({ to }) => to),
        ...change.tasks.changed.map(({ id }) => id),
        ...change.operators.flatMap(({ tasks }) => tasks),
        ...[...change.edges.added, ...change.edges.removed].map(([, down]) => down),
    ]);
    const all = new Set([...change.affected, ...hit, ...(0,reach/* tasksAfter */.Z)(hit, dag.edges)]);
    return taskIds(dag).filter((id) => all.has(id) && !own.has(id));
}

// EXTERNAL MODULE: ./build/compare/backfill.js
var compare_backfill = __webpack_require__(14544);
// EXTERNAL MODULE: ./build/build/template-files.js
var template_files = __webpack_require__(7675);
// EXTERNAL MODULE: ./build/compare/code-changes.js + 1 modules
var code_changes = __webpack_require__(12357);
// EXTERNAL MODULE: ./build/compare/dag-hash.js
var dag_hash = __webpack_require__(19725);
// EXTERNAL MODULE: ./build/compare/canonical.js
var canonical = __webpack_require__(20762);
;// CONCATENATED MODULE: ./build/compare/field-changes.js

/** Maps inside maps are compared key by key down to here, and whole below. */
const MAX_DEPTH = 20;
/**
 * The fields that differ, sorted by path. Maps whose keys are all strings are compared key by key (`default_args.owner`),
 * every other value as a whole.
 */
const fieldChanges = (base, head, sides) => entryChanges(base.map(({ key, value }) => [key, value]), head.map(({ key, value }) => [key, value]), sides, "", 0).sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
function entryChanges(base, head, sides, prefix, depth) {
    const [before, after] = [new Map(base), new Map(head)];
    return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => valueChanges(before.get(key) ?? null, after.get(key) ?? null, sides, `${prefix}${key}`, depth));
}
function valueChanges(from, to, sides, path, depth) {
    if (from && to) {
        if ((0,canonical/* canonicalText */.A4)(from, sides.base) === (0,canonical/* canonicalText */.A4)(to, sides.head))
            return [];
        const [before, after] = [stringKeys(from), stringKeys(to)];
        if (before && after && depth < MAX_DEPTH)
            return entryChanges(before, after, sides, `${path}.`, depth + 1);
    }
    return [{ path, from, to }];
}
const stringKeys = (value) => {
    if (value.t !== "map")
        return null;
    const entries = value.v.flatMap(([key, item]) => (key.t === "str" ? [[key.v, item]] : []));
    return entries.length === value.v.length ? entries : null;
};

;// CONCATENATED MODULE: ./build/compare/group-changes.js

/**
 * What differs in the task groups themselves, as settings: `groups.load.tooltip` for an argument, `groups.load.parent`
 * for its place, `groups.load` for a group that comes or goes without any task, `groups.load.upstream` and
 * `groups.load.downstream` for its own edges.
 */
function groupChanges(base, head, sides, { links, names }) {
    const fieldsOf = (group, dag, nameOf) => [
        ...groupFields(group),
        ...(links ? linkFields(group, dag, nameOf) : []),
    ];
    const [before, after] = [byId(base), byId(head)];
    return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((id) => {
        const [from, to] = [before.get(id), after.get(id)];
        if (from && to) {
            const old = fieldsOf(from, base, (name) => names.get(name) ?? name);
            const changes = fieldChanges(old, fieldsOf(to, head, (name) => name), sides);
            return changes.map((change) => ({ ...change, path: `groups.${id}.${change.path}` }));
        }
        if ([base, head].some((dag) => dag.tasks.some(({ group }) => group === id)))
            return [];
        return [{ path: `groups.${id}`, from: from ? group_changes_text(from.name) : null, to: to ? group_changes_text(to.name) : null }];
    });
}
const byId = (dag) => new Map(dag.groups.map((group) => [group.id, group]));
const group_changes_text = (v) => ({ t: "str", v });
const field = (key, value) => ({ key, keySpan: null, value });
const groupFields = (group) => [
    ...group.arguments,
    ...(group.parent === null ? [] : [field("parent", group_changes_text(group.parent))]),
    ...(group.prefixGroupId ? [field("prefix_group_id", { t: "bool", v: true })] : []),
];
function linkFields(group, { links }, nameOf) {
    const isGroup = (ref) => ref.t === "group" && ref.id === group.id;
    const linked = (key, refs) => {
        const ids = new Set(refs.map(({ t, id }) => (t === "task" ? nameOf(id) : id)));
        return ids.size === 0 ? [] : [field(key, { t: "set", v: [...ids].sort().map(group_changes_text) })];
    };
    const ups = links.filter(({ down }) => isGroup(down)).map(({ up }) => up);
    const downs = links.filter(({ up }) => isGroup(up)).map(({ down }) => down);
    return [...linked("upstream", ups), ...linked("downstream", downs)];
}

// EXTERNAL MODULE: ./build/compare/migrated.js
var migrated = __webpack_require__(96237);
// EXTERNAL MODULE: ./build/model/path.js
var path = __webpack_require__(68575);
;// CONCATENATED MODULE: ./build/compare/moved-files.js

/**
 * Files that only moved: of `files`, those of base alone whose very text stands in one of head alone, with the same name
 * where there is one. Each once, by the new path.
 */
function movedFiles(files, base, head) {
    const left = new Map();
    for (const file of files) {
        const text = head.has(file) ? undefined : base.get(file);
        if (text !== undefined)
            left.set(text, [...(left.get(text) ?? []), file]);
    }
    const fresh = files.filter((file) => head.has(file) && !base.has(file));
    const moved = new Map();
    for (const sameName of [true, false]) {
        for (const file of fresh) {
            if (moved.has(file))
                continue;
            const froms = left.get(head.get(file) ?? "") ?? [];
            const from = sameName ? froms.find((one) => (0,path/* baseName */.Fl)(one) === (0,path/* baseName */.Fl)(file)) : froms[0];
            if (from === undefined)
                continue;
            froms.splice(froms.indexOf(from), 1);
            moved.set(file, from);
        }
    }
    return [...moved].map(([to, from]) => [from, to]).sort(([, a], [, b]) => (a < b ? -1 : 1));
}

// EXTERNAL MODULE: ./build/build/operators.js
var operators = __webpack_require__(59982);
;// CONCATENATED MODULE: ./build/compare/operator-changes.js


/** The operators of a DAG, by path, with the files of the repository that define them and what these hold. */
function operatorSources(dag, { operatorFiles, texts }) {
    const paths = new Set(dag.tasks.flatMap(({ operator }) => (operator ? [(0,operators/* operatorPath */.se)(operator)] : [])));
    return new Map([...paths].flatMap((path) => {
        const files = operatorFiles.get(path);
        return files
            ? [[path, new Map(files.map((file) => [file, lines(texts.get(file) ?? "")]))]]
            : [];
    }));
}
const lines = (text) => text.replace(/\r\n?/g, "\n");
/** Operators that both versions use and whose source differs, by path, with the tasks of head that use them. */
function operatorChanges(base, head, projects) {
    const [before, after] = [operatorSources(base, projects.base), operatorSources(head, projects.head)];
    return [...after]
        .flatMap(([path, now]) => {
        const then = before.get(path);
        if (!then)
            return [];
        const files = [...new Set([...then.keys(), ...now.keys()])]
            .filter((file) => then.get(file) !== now.get(file))
            .sort();
        if (files.length === 0)
            return [];
        const users = new Set(head.tasks.flatMap(({ id, operator }) => (operator && (0,operators/* operatorPath */.se)(operator) === path ? [id] : [])));
        return [{ operator: path, files, tasks: taskIds(head).filter((id) => users.has(id)) }];
    })
        .sort((a, b) => (a.operator < b.operator ? -1 : 1));
}

// EXTERNAL MODULE: ./build/compare/renamed-tasks.js + 1 modules
var renamed_tasks = __webpack_require__(66039);
;// CONCATENATED MODULE: ./build/compare/risk.js
/** In the order in which they are told. */
const RISKS = ["shape", "schedule", "backfill", "arguments", "code", "docs"];
const SCHEDULE = new Set(["schedule", "schedule_interval", "timetable"]);
const BACKFILL = new Set(["catchup", "start_date", "end_date"]);
/** Shown to people, without effect on a run (`DAG.__init__`, `TaskGroup.__init__`, `BaseOperator.__init__`). */
const DOCS = new Set([
    "description",
    "doc",
    "doc_md",
    "doc_json",
    "doc_rst",
    "doc_yaml",
    "tags",
    "owner_links",
    "tooltip",
    "ui_color",
    "ui_fgcolor",
    "dag_display_name",
    "task_display_name",
]);
/** Arguments that hold the program itself. */
const CODE = new Set(["sql", "python_callable"]);
/** What kinds of harm a change can do, in a fixed order. */
function risksOf(change) {
    const found = new Set();
    const { tasks, edges } = change;
    const shapes = [tasks.added, tasks.removed, tasks.renamed, tasks.moved, edges.added, edges.removed];
    if (change.kind === "renamed" || shapes.some((list) => list.length > 0))
        found.add("shape");
    for (const setting of change.settings)
        found.add(settingRisk(setting));
    for (const { fields, code } of tasks.changed) {
        if (code)
            found.add("code");
        for (const field of fields)
            found.add(fieldRisk(field));
    }
    if (change.operators.length > 0)
        found.add("code");
    if (change.backfill)
        found.add("backfill");
    return RISKS.filter((risk) => found.has(risk));
}
/** `groups.` leads what belongs to a task group; `groups.load` alone is the group itself. */
function settingRisk({ path }) {
    const [first = "", ...rest] = path.split(".");
    const last = rest.at(-1) ?? first;
    if (first === "groups")
        return DOCS.has(last) ? "docs" : "shape";
    if (SCHEDULE.has(first))
        return "schedule";
    if (BACKFILL.has(first) || (first === "default_args" && BACKFILL.has(rest[0] ?? "")))
        return "backfill";
    return DOCS.has(first === "default_args" ? (rest[0] ?? "") : first) ? "docs" : "arguments";
}
function fieldRisk({ path }) {
    const key = path.split(".")[0] ?? "";
    if (key === "operator" || CODE.has(key))
        return "code";
    return DOCS.has(key) ? "docs" : "arguments";
}

;// CONCATENATED MODULE: ./build/compare/statement-changes.js
/** Statements after `create_dag` that deal with the DAG, where they, or what of their module they need, differ. */
function statementChanges(base, head, projects) {
    const [from, to] = [textOf(base, projects.base), textOf(head, projects.head)];
    if (from.all === to.all)
        return [];
    return [{ path: "statements after create_dag", from: from.shown, to: to.shown }];
}
function textOf(dag, { texts }) {
    const statements = dag.site.statements ?? [];
    if (statements.length === 0)
        return { all: "", shown: null };
    const shown = statements.map(({ source }) => source).join("\n");
    const all = statements.map(({ source, values, needs }) => [
        source,
        values.map(([name, value]) => [name, value.source]),
        needs.map(({ file, start, end }) => (texts.get(file) ?? "").slice(start, end)),
    ]);
    return { all: JSON.stringify(all), shown: { t: "str", v: shown } };
}

;// CONCATENATED MODULE: ./build/compare/compare-dags.js














/** One DAG in both versions, as far as it can be said without looking at other DAGs: `downstream` is empty. */
function compareDags(base, head, projects) {
    const sides = {
        base: { texts: projects.base.texts, folder: base.site.folder },
        head: { texts: projects.head.texts, folder: head.site.folder },
    };
    const before = tasksById(base, head);
    const after = tasksById(head, base);
    const renamed = (0,renamed_tasks/* renamedTasks */.X)(base, head, sides);
    const names = new Map(renamed.map(({ from, to }) => [from, to]));
    const origins = new Map(renamed.map(({ from, to }) => [to, from]));
    const moved = [...after.values()].flatMap(({ id, group }) => {
        const from = before.get(id);
        return from && from.group !== group ? [{ id, from: from.group, to: group }] : [];
    });
    const changed = [...after.values()].flatMap((task) => {
        const from = before.get(origins.get(task.id) ?? task.id);
        return from ? taskChange(from, task, { base, head }, sides) : [];
    });
    const tasks = {
        added: [...after.keys()].filter((id) => !before.has(id) && !origins.has(id)),
        removed: [...before.keys()].filter((id) => !after.has(id) && !names.has(id)),
        renamed,
        moved,
        changed,
    };
    const edges = edgeChanges(base, head, names);
    const links = edges.added.length + edges.removed.length === 0;
    const settings = [
        ...fieldChanges(base.settings, head.settings, sides),
        ...groupChanges(base, head, sides, { links, names }),
        ...statementChanges(base, head, projects),
    ];
    const operators = operatorChanges(base, head, projects);
    const backfill = (0,compare_backfill/* backfillOf */.A)(base, head, projects.head.date ?? projects.base.date);
    const files = changedFiles(base, head, projects);
    const hash = { base: (0,dag_hash/* dagHash */.Xe)(base, projects.base.texts), head: (0,dag_hash/* dagHash */.Xe)(head, projects.head.texts) };
    const lists = [...Object.values(tasks), ...Object.values(edges), settings, operators];
    const isSame = lists.every((list) => list.length === 0) && base.outcome === head.outcome && hash.base === hash.head;
    const kind = base.id !== head.id ? "renamed" : isSame ? "unchanged" : "changed";
    return {
        id: head.id,
        kind,
        base,
        head,
        hash,
        tasks,
        edges,
        settings,
        operators,
        backfill,
        risk: risksOf({ kind, tasks, edges, settings, operators, backfill }),
        downstream: [],
        affected: affectedTasks(head, { tasks, edges, operators }),
        files,
        migrated: head.site.entryPoint === null ? (0,migrated/* migratedTo */.P)(base, projects) : null,
        filesMoved: movedFiles(files, projects.base.texts, projects.head.texts),
    };
}
/** Each id once. Of two tasks with one id (Airflow refuses the later) the one whose file the other version has too, else the first. */
function tasksById(dag, other) {
    const elsewhere = new Set(other.tasks.map((task) => JSON.stringify([task.id, task.source?.file])));
    const found = new Map();
    for (const task of dag.tasks) {
        const isKnown = (one) => elsewhere.has(JSON.stringify([one.id, one.source?.file]));
        const earlier = found.get(task.id);
        if (!earlier || (!isKnown(earlier) && isKnown(task)))
            found.set(task.id, task);
    }
    return found;
}
/** What differs in one task; nothing where it is the same. Of a broken one only that is known. */
function taskChange(base, head, dags, sides) {
    if (base.broken || head.broken)
        return base.broken === head.broken ? [] : [{ id: head.id, fields: [], code: false }];
    const fields = fieldChanges(comparable(base), comparable(head), sides);
    const code = (0,code_changes/* pythonChanged */.Xf)(base, head, sides) || (0,code_changes/* templatesChanged */.ei)(base, head, dags, sides);
    return fields.length > 0 || code ? [{ id: head.id, fields, code }] : [];
}
const comparable = (task) => {
    const path = (0,dag_hash/* operatorOf */.gN)(task);
    const operator = path === null ? [] : [{ key: "operator", keySpan: null, value: { t: "name", path } }];
    return [...operator, ...task.arguments];
};
/** Pairs in the order of their version; ids of renamed tasks are those of head on both sides, so that a rename alone shows none. */
function edgeChanges(base, head, names) {
    const pairs = (dag, nameOf) => new Map(dag.edges.map(({ up, down }) => {
        const pair = [nameOf(up), nameOf(down)];
        return [JSON.stringify(pair), pair];
    }));
    const before = pairs(base, (id) => names.get(id) ?? id);
    const after = pairs(head, (id) => id);
    const without = (a, b) => [...a].flatMap(([key, pair]) => (b.has(key) ? [] : [pair]));
    return { added: without(after, before), removed: without(before, after) };
}
function affectedTasks(head, { tasks, edges, operators }) {
    const touched = new Set([
        ...tasks.added,
        ...tasks.renamed.map(({ to }) => to),
        ...tasks.changed.map(({ id }) => id),
        ...operators.flatMap((operator) => operator.tasks),
        ...[...edges.added, ...edges.removed].map(([, down]) => down),
    ]);
    const reached = (0,reach/* tasksAfter */.Z)(touched, head.edges);
    return taskIds(head).filter((id) => reached.has(id) && !touched.has(id));
}
function changedFiles(base, head, projects) {
    const filesOf = (dag, project) => {
        const sources = [...operatorSources(dag, project).values()].flatMap((files) => [...files.keys()]);
        const templates = dag.tasks.flatMap((task) => (0,template_files/* templateFiles */.o8)(dag, task));
        return new Set([...dag.files, ...sources, ...templates.filter((file) => project.texts.has(file))]);
    };
    const [before, after] = [filesOf(base, projects.base), filesOf(head, projects.head)];
    return [...new Set([...before, ...after])]
        .filter((file) => before.has(file) !== after.has(file) || projects.base.texts.get(file) !== projects.head.texts.get(file))
        .sort();
}

// EXTERNAL MODULE: ./build/compare/paired-dags.js + 1 modules
var paired_dags = __webpack_require__(81522);
;// CONCATENATED MODULE: ./build/compare/compare-projects.js







/**
 * What the change from `base` to `head` does to every DAG of either version, by id. A DAG that is broken or undecided is
 * compared as far as it is known; then its hash is `null`. Of several deployments each is compared by itself.
 */
function compareProjects(base, head) {
    if (head.deployments === undefined)
        return compareDeployment(base, head);
    return (0,deployments/* pairDeployments */.Rz)(base, head)
        .flatMap((pair) => compareDeployment(pair.base ?? pair.head, pair.head).map((change) => changeIn(pair.name, change)))
        .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
/** A change as it is told in a project of several deployments. */
const changeIn = (deployment, change) => ({
    ...change,
    id: (0,deployments/* nameIn */.ZC)(deployment, change.id),
    base: change.base && (0,deployments/* dagIn */.In)(deployment, change.base),
    head: change.head && (0,deployments/* dagIn */.In)(deployment, change.head),
    downstream: change.downstream.map(({ dag, tasks }) => ({ dag: (0,deployments/* nameIn */.ZC)(deployment, dag), tasks })),
});
function compareDeployment(base, head) {
    const changes = (0,paired_dags/* pairDags */.w)(base, head).flatMap((pair) => {
        if (pair.base && pair.head)
            return [compareDags(pair.base, pair.head, { base, head })];
        if (pair.head)
            return [wholeDag(pair.head, "added", head, head.date ?? base.date)];
        return pair.base ? [wholeDag(pair.base, "removed", base, null)] : [];
    });
    return connectDags(changes, head.dags);
}
function wholeDag(dag, kind, project, now) {
    const hash = (0,dag_hash/* dagHash */.Xe)(dag, project.texts);
    const ids = taskIds(dag);
    const pairs = new Map(dag.edges.map(({ up, down }) => [JSON.stringify([up, down]), [up, down]]));
    const edges = [...pairs.values()];
    const added = kind === "added";
    const backfill = added ? (0,compare_backfill/* backfillOf */.A)(null, dag, now) : null;
    return {
        id: dag.id,
        kind,
        base: added ? null : dag,
        head: added ? dag : null,
        hash: added ? { base: null, head: hash } : { base: hash, head: null },
        tasks: { added: added ? ids : [], removed: added ? [] : ids, renamed: [], moved: [], changed: [] },
        edges: { added: added ? edges : [], removed: added ? [] : edges },
        settings: [],
        operators: [],
        backfill,
        risk: backfill ? ["shape", "backfill"] : ["shape"],
        downstream: [],
        affected: [],
        files: [...dag.files].sort(),
        migrated: null,
        filesMoved: [],
    };
}


/***/ }),

/***/ 96237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ migratedTo),
/* harmony export */   s: () => (/* binding */ withMigrated)
/* harmony export */ });
/* harmony import */ var _build_deployments_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27487);
/* harmony import */ var _emit_emit_dag_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4978);
/* harmony import */ var _emit_preamble_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32727);
/* harmony import */ var _model_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68575);




/**
 * Where head has the generated file of a DAG that gusty builds in base, with the very text that base compiles to: from
 * there Airflow loads the same DAG. `null` where there is none, or base has it too.
 */
function migratedTo(dag, projects) {
    const { base, head } = projects;
    if (dag.site.entryPoint === null)
        return null;
    for (const directory of head.generatedIn) {
        const path = (0,_model_path_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(directory, `${dag.id}.py`);
        const committed = head.texts.get(path)?.replaceAll("\r\n", "\n");
        if (!committed?.startsWith(_emit_preamble_js__WEBPACK_IMPORTED_MODULE_1__/* .GENERATED_MARK */ .i) || base.texts.has(path))
            continue;
        const emitted = (0,_emit_emit_dag_js__WEBPACK_IMPORTED_MODULE_0__/* .emitDag */ .o)(dag, { directory, texts: base.texts });
        if (emitted.ok && emitted.file.text === committed)
            return path;
    }
    return null;
}
/**
 * Head with the DAGs that went from gusty to plain Python: no entry point makes them any more, and head's own
 * configuration, which may declare their folders, does not count yet. They are known all the same: what base says of
 * them, for each choice of versions.
 */
function withMigrated(base, head) {
    if (head.deployments !== undefined) {
        const pairs = (0,_build_deployments_js__WEBPACK_IMPORTED_MODULE_3__/* .pairDeployments */ .Rz)(base, head);
        return (0,_build_deployments_js__WEBPACK_IMPORTED_MODULE_3__/* .joinDeployments */ .ZH)(head, pairs.map((pair) => (pair.base ? withMigrated(pair.base, pair.head) : pair.head)));
    }
    const present = new Set(head.dags.flatMap(({ id, site }) => [`id ${id}`, `folder ${site.folder}`]));
    const gone = base.dags.filter((dag) => !present.has(`id ${dag.id}`) && !present.has(`folder ${dag.site.folder}`));
    const paths = new Map(gone.flatMap((dag) => {
        const path = migratedTo(dag, { base, head });
        return path === null ? [] : [[dag.id, path]];
    }));
    if (paths.size === 0)
        return head;
    const others = head.others?.map((one) => carried(base.others?.find((other) => sameVersions(one, other)) ?? base, one, paths));
    return { ...carried(base, head, paths), ...(others ? { others } : {}) };
}
const sameVersions = (a, b) => a.versions.airflow.major === b.versions.airflow.major && a.versions.gusty.version === b.versions.gusty.version;
/** `head` with these DAGs of `base`, loaded from the files of `paths`. */
function carried(base, head, paths) {
    const dags = base.dags.flatMap((dag) => {
        const path = paths.get(dag.id);
        if (path === undefined)
            return [];
        const declared = { file: path, start: 0, end: 0 };
        const site = { ...dag.site, declared, by: "windsock.yml", entryPoint: null };
        return [{ ...dag, site, files: [...dag.files.filter((file) => file !== dag.site.entryPoint), path].sort() }];
    });
    const missing = [...base.texts].filter(([file]) => !head.texts.has(file));
    return {
        ...head,
        dags: [...head.dags, ...dags].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
        operatorFiles: new Map([...base.operatorFiles, ...head.operatorFiles]),
        texts: new Map([...head.texts, ...missing]),
    };
}


/***/ }),

/***/ 54683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ tasksAfter)
/* harmony export */ });
/** Every task that comes after one of `from`, at any distance; those of `from` only where a cycle leads back to them. */
function tasksAfter(from, edges) {
    const next = new Map();
    for (const { up, down } of edges) {
        const downs = next.get(up);
        if (downs)
            downs.push(down);
        else
            next.set(up, [down]);
    }
    const reached = new Set();
    const waiting = [...from];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        for (const down of next.get(id) ?? []) {
            if (reached.has(down))
                continue;
            reached.add(down);
            waiting.push(down);
        }
    }
    return reached;
}


/***/ })

};
