export const id = 853;
export const ids = [853];
export const modules = {

/***/ 72688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ committedFiles)
/* harmony export */ });
/* harmony import */ var _emit_preamble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32727);
/* harmony import */ var _model_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68575);


/** The files of the folder for generated Python that carry Windsock's mark, by path. */
function committedFiles(project) {
    return [...project.texts]
        .filter(([file, text]) => (0,_model_path_js__WEBPACK_IMPORTED_MODULE_1__/* .folderOf */ .yS)(file) === project.config.generated.directory && text.startsWith(_emit_preamble_js__WEBPACK_IMPORTED_MODULE_0__/* .GENERATED_MARK */ .i))
        .map(([file, text]) => ({ file, dag: (0,_model_path_js__WEBPACK_IMPORTED_MODULE_1__/* .baseName */ .Fl)(file).replace(/\.py$/, ""), text: text.replaceAll("\r\n", "\n") }))
        .sort((a, b) => (a.file < b.file ? -1 : 1));
}


/***/ }),

/***/ 31000:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Di: () => (/* binding */ ignoresIn),
/* harmony export */   N0: () => (/* binding */ isAdded),
/* harmony export */   ji: () => (/* binding */ ignoringFiles),
/* harmony export */   rM: () => (/* binding */ siftIgnored)
/* harmony export */ });
/* harmony import */ var _config_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49445);
/* harmony import */ var _config_rule_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87944);
/* harmony import */ var _emit_preamble_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32727);



/** More comments than these are not read in one file. */
const MOST = 100;
const COMMENT = /#[ \t]{0,20}windsock:[ \t]{0,20}([^\n\r"\\]{0,300})/g;
/** The comments of one file that ignore a rule, and those that try to. */
function ignoresIn(file, text) {
    const ignores = [];
    const broken = [];
    if (!text.includes("windsock:"))
        return { ignores, broken };
    for (const match of [...text.matchAll(COMMENT)].slice(0, MOST)) {
        const at = { file, start: match.index, end: match.index + match[0].trimEnd().length };
        const [command = "", rule = "", ...words] = (match[1] ?? "").trim().split(/[ \t]+/);
        const reason = words.join(" ");
        const complain = (detail, expected) => broken.push({ at, detail, expected });
        if (command !== "ignore")
            complain(`there is no \`windsock: ${command}\``, "`# windsock: ignore RULE reason`");
        else if (!_config_rule_names_js__WEBPACK_IMPORTED_MODULE_1__/* .RULE_NAMES */ .i.includes(rule)) {
            const near = (0,_config_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(rule, _config_rule_names_js__WEBPACK_IMPORTED_MODULE_1__/* .RULE_NAMES */ .i);
            complain(`there is no rule \`${rule}\``, near === null ? "the name of a rule, as `windsock rules` lists them" : `\`${near}\``);
        }
        else if (reason === "")
            complain(`the ignore of \`${rule}\` gives no reason`, "a reason behind the rule's name");
        else
            ignores.push({ rule, reason, at });
    }
    return { ignores, broken };
}
/** The files of a project in which such comments count: those of its DAGs that a person writes. */
function ignoringFiles(project) {
    const files = project.dags.flatMap((dag) => dag.files);
    return [...new Set(files)].filter((file) => {
        const text = project.texts.get(file) ?? "";
        return text.includes("windsock:") && !text.startsWith(_emit_preamble_js__WEBPACK_IMPORTED_MODULE_0__/* .GENERATED_MARK */ .i);
    });
}
/**
 * Takes out what the files themselves ignore. `other` is the version before, where `project` is the one after a change:
 * a comment that the change adds lifts no error of effect `fails`, unless `ignore-fails: true` says so.
 */
function siftIgnored(project, other, findings) {
    const byFile = new Map(ignoringFiles(project).map((file) => [file, ignoresIn(file, project.texts.get(file) ?? "").ignores]));
    if (byFile.size === 0)
        return { findings, ignored: [] };
    const ignored = [];
    const kept = findings.filter((finding) => {
        const found = byFile.get(finding.at.file)?.find((ignore) => ignore.rule === finding.rule);
        if (!found)
            return true;
        const guarded = finding.effect === "fails" && finding.severity === "error" && !project.config.ignoreFails;
        if (guarded && other && isAdded(found, other))
            return true;
        ignored.push({ finding, reason: found.reason });
        return false;
    });
    return { findings: kept, ignored };
}
/** True for a comment that the version before does not have in that file. */
function isAdded(ignore, other) {
    const before = ignoresIn(ignore.at.file, other.texts.get(ignore.at.file) ?? "").ignores;
    return !before.some((old) => old.rule === ignore.rule);
}


/***/ }),

/***/ 77853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ RULES)
});

// EXTERNAL MODULE: ./build/build/fields.js
var build_fields = __webpack_require__(65866);
// EXTERNAL MODULE: ./build/catalogue/moved.js
var catalogue_moved = __webpack_require__(92797);
;// CONCATENATED MODULE: ./build/check/airflow-3-names.js
/** Arguments of `DAG` that Airflow 3 does not have, with what takes their place there (`null`: nothing does). */
const LOST_DAG_ARGUMENTS = new Map([
    ["schedule_interval", "schedule"],
    ["timetable", "schedule"],
    ["concurrency", "max_active_tasks"],
    ["fail_stop", "fail_fast"],
    ["default_view", null],
    ["orientation", null],
    ["full_filepath", null],
]);
/** Arguments of every operator that Airflow 3 does not have. */
const LOST_TASK_ARGUMENTS = new Map([
    ["task_concurrency", "max_active_tis_per_dag"],
]);
/** Arguments that Airflow 3 still takes and does nothing with. */
const IDLE_ARGUMENTS = new Set(["sla", "sla_miss_callback"]);
/** Trigger rules that Airflow 3 does not have. */
const LOST_TRIGGER_RULES = new Map([
    ["dummy", "always"],
    ["none_failed_or_skipped", "none_failed_min_one_success"],
]);
/** Template variables that Airflow 3 does not have (release notes of 3.0, "Removed context variables"). */
const LOST_VARIABLES = new Map([
    ["conf", null],
    ["execution_date", "logical_date"],
    ["next_ds", "data_interval_end | ds"],
    ["next_ds_nodash", "data_interval_end | ds_nodash"],
    ["next_execution_date", "data_interval_end"],
    ["prev_ds", "prev_data_interval_start_success"],
    ["prev_ds_nodash", "prev_data_interval_start_success"],
    ["prev_execution_date", "prev_data_interval_start_success"],
    ["prev_execution_date_success", "prev_data_interval_start_success"],
    ["tomorrow_ds", "macros.ds_add(ds, 1)"],
    ["tomorrow_ds_nodash", "macros.ds_add(ds, 1)"],
    ["triggering_dataset_events", "triggering_asset_events"],
    ["yesterday_ds", "macros.ds_add(ds, -1)"],
    ["yesterday_ds_nodash", "macros.ds_add(ds, -1)"],
]);

;// CONCATENATED MODULE: ./build/check/consequence.js
/** The DAGs that one Python file makes: an exception in it ends them all. A declared folder stands alone. */
function dagsOfEntryPoint(project, dag) {
    const { entryPoint } = dag.site;
    if (!entryPoint)
        return [dag.id];
    return project.dags.filter((other) => other.site.entryPoint === entryPoint).map((other) => other.id);
}
/** Says what an exception in gusty takes with it: the other DAGs of the same entry point. */
function stopsText(project, dag) {
    const { entryPoint } = dag.site;
    if (!entryPoint)
        return `\`${dag.id}\` is not built`;
    const count = dagsOfEntryPoint(project, dag).length;
    if (count === 1)
        return `Airflow cannot import \`${entryPoint}\`, and \`${dag.id}\` disappears`;
    return `Airflow cannot import \`${entryPoint}\`, and all ${count} DAGs that it makes disappear`;
}

;// CONCATENATED MODULE: ./build/check/findings.js

/** Every problem of one kind in a project, with the DAG it belongs to (`null` for the project itself). */
function problemsOf(project, kind) {
    const isKind = (problem) => problem.kind === kind;
    return [
        ...project.problems.filter(isKind).map((problem) => ({ problem, dag: null })),
        ...project.dags.flatMap((dag) => dag.problems.filter(isKind).map((problem) => ({ problem, dag }))),
    ];
}
/** A finding of `rule` with its default severity and effect. */
function findingOf(rule, parts) {
    return {
        rule: rule.name,
        effect: rule.effect,
        severity: rule.severity,
        subject: {},
        advice: null,
        related: [],
        fix: null,
        stops: [],
        ...parts,
    };
}
/** The subject and the consequence of a problem that makes gusty raise. */
function failsWith(project, dag, at) {
    if (!dag)
        return { subject: {}, stops: [] };
    const task = dag.tasks.find((candidate) => candidate.spec?.file === at.file || (candidate.broken && candidate.source?.file === at.file));
    const subject = task ? { dag: dag.id, task: task.id } : { dag: dag.id };
    return { subject, stops: dagsOfEntryPoint(project, dag) };
}
/** The subject of a task or a group of a DAG. */
const subjectOf = (dag, node) => node.t === "task" ? { dag: dag.id, task: node.id } : { dag: dag.id, group: node.id };
/** A list of names for a sentence: `a`, `b` and `c`. */
function inWords(names) {
    const quoted = names.map((name) => `\`${name}\``);
    const last = quoted.pop();
    if (last === undefined)
        return "";
    return quoted.length === 0 ? last : `${quoted.join(", ")} and ${last}`;
}
/** A detail as the end of a sentence that began before: no full stop, and no capital but of a name. */
function clause(detail) {
    const text = detail.replace(/[.\s]+$/, "");
    return /^[A-Z][a-z]/.test(text) && !/^(Airflow|Python|Jinja|Windsock)\b/.test(text)
        ? text.charAt(0).toLowerCase() + text.slice(1)
        : text;
}

;// CONCATENATED MODULE: ./build/check/once.js
/** The first of the items that stand at one place: a key of a file with several tasks is one finding. */
function oncePerPlace(items, placeOf) {
    const seen = new Set();
    return items.filter((item) => {
        const { file, start } = placeOf(item);
        const place = `${start} ${file}`;
        return !seen.has(place) && seen.add(place) !== undefined;
    });
}

;// CONCATENATED MODULE: ./build/check/strings-of.js
/** Every text in fields, those in lists and mappings too, in order. */
function textsIn(fields) {
    const found = [];
    const waiting = [];
    for (const field of [...fields].reverse())
        waiting.push({ key: field.key, value: field.value });
    for (let next = waiting.pop(); next; next = waiting.pop()) {
        const { key, value } = next;
        if (value.t === "str")
            found.push({ key, text: value.v, at: value.span ?? null });
        else if (value.t === "list" || value.t === "tuple" || value.t === "set")
            for (const item of [...value.v].reverse())
                waiting.push({ key, value: item });
        else if (value.t === "map")
            for (const [name, item] of [...value.v].reverse())
                waiting.push({ key: name.t === "str" ? name.v : key, value: item });
    }
    return found;
}

;// CONCATENATED MODULE: ./build/check/rules/airflow-3.js






const airflow3 = {
    name: "airflow-3",
    severity: "warning",
    effect: "dropped",
    summary: "what Airflow 3 has removed, moved, or does nothing with any more",
    explains: "Off on Airflow 2 until `upgrade: 3` stands in `windsock.yml`; then a warning for what will not work after the upgrade. On Airflow 3 it is an error where a setting of a DAG is lost: gusty drops `schedule_interval` without a word, and the DAG never runs. Also said: operators that have moved, `sla`, trigger rules and template variables that are gone.",
    source: "airflow/sdk/definitions/dag.py, DAG; https://airflow.apache.org/docs/apache-airflow/stable/installation/upgrading_to_airflow3.html",
    wrong: {
        shows: "dags/bakery/METADATA.yml",
        airflow: 3,
        files: {
            "dags/bakery/METADATA.yml": "schedule_interval: '@daily'\ndefault_args:\n  start_date: !datetime [2024, 1, 1]\n",
            "dags/bakery/knead.yml": "operator: airflow.providers.standard.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    right: {
        shows: "dags/bakery/METADATA.yml",
        airflow: 3,
        files: {
            "dags/bakery/METADATA.yml": "schedule: '@daily'\ndefault_args:\n  start_date: !datetime [2024, 1, 1]\n",
            "dags/bakery/knead.yml": "operator: airflow.providers.standard.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    check: ({ project }) => {
        const { major } = project.versions.airflow;
        if (major === 2 && project.config.upgrade !== 3)
            return [];
        const found = project.dags.flatMap((dag) => [
            ...dagFindings(dag),
            ...dag.tasks.filter((task) => task.kind === "spec").flatMap((task) => taskFindings(dag, task)),
        ]);
        return oncePerPlace(found, ({ at }) => at);
    },
};
function dagFindings(dag) {
    const defaults = (0,build_fields/* fieldOf */._F)(dag.metadata, "default_args");
    const inside = (defaults && (0,build_fields/* fieldsOfMap */.jR)(defaults.value)) ?? [];
    return [
        ...dag.metadata.flatMap((field) => lostSetting(dag, field)),
        ...inside.flatMap((field) => argumentFinding(dag, null, field)),
    ];
}
function lostSetting(dag, field) {
    const instead = LOST_DAG_ARGUMENTS.get(field.key);
    if (instead === undefined)
        return IDLE_ARGUMENTS.has(field.key) ? idle(dag, null, field) : [];
    const now = dag.airflow === 3;
    const free = instead !== null && !(0,build_fields/* fieldOf */._F)(dag.metadata, instead);
    const effect = field.key === "schedule_interval" && free && now ? ", so the DAG has no schedule" : "";
    return said(dag, null, field, {
        severity: now ? "error" : "warning",
        effect: now ? "dropped" : "surprises",
        message: `Airflow 3 has no \`${field.key}\`: gusty ${now ? "drops" : "will drop"} it without a word${effect}.`,
        advice: instead === null ? "Take it out: nothing takes its place." : `Write \`${instead}\`.`,
        // `fail_fast` is new in Airflow 3, and on 3 the new name changes what the DAG does.
        fix: free ? rename(field, instead, !now && field.key !== "fail_stop") : null,
    });
}
function taskFindings(dag, task) {
    const fields = [...task.arguments, ...task.dropped];
    return [
        ...fields.flatMap((field) => argumentFinding(dag, task, field)),
        ...(dag.airflow === 2 ? movedOperator(dag, task) : []),
        ...lostVariables(dag, task),
    ];
}
function argumentFinding(dag, task, field) {
    const instead = LOST_TASK_ARGUMENTS.get(field.key);
    if (instead !== undefined) {
        return said(dag, task, field, {
            effect: dag.airflow === 3 ? "dropped" : "surprises",
            message: `Airflow 3 has no \`${field.key}\`: it ${dag.airflow === 3 ? "has" : "will have"} no effect.`,
            advice: `Write \`${instead}\`.`,
            fix: rename(field, instead, dag.airflow === 2),
        });
    }
    const rule = field.key === "trigger_rule" && field.value.t === "str" ? LOST_TRIGGER_RULES.get(field.value.v) : undefined;
    if (rule !== undefined && dag.airflow === 2 && field.value.span) {
        const at = field.value.span;
        return said(dag, task, field, {
            at,
            effect: "surprises",
            message: `Airflow 3 has no trigger rule \`${field.value.t === "str" ? field.value.v : ""}\`: the DAG will not be built.`,
            advice: `Write \`${rule}\`, which means the same.`,
            fix: { description: `Write \`${rule}\``, safe: true, edits: [{ at, text: rule }] },
        });
    }
    return IDLE_ARGUMENTS.has(field.key) ? idle(dag, task, field) : [];
}
function idle(dag, task, field) {
    if (field.value.t === "null")
        return [];
    return said(dag, task, field, {
        // Airflow 3 still keeps it with the task, so that the DAG is not the same without it.
        effect: "surprises",
        message: `\`${field.key}\` does nothing in Airflow 3: nobody is told of a missed deadline.`,
        advice: "Take it out, and watch deadlines with `deadline` of the DAG or from outside.",
    });
}
function movedOperator(dag, task) {
    const field = task.spec ? (0,build_fields/* fieldOf */._F)(task.spec.fields, "operator") : undefined;
    if (field?.value.t !== "str" || !field.value.span)
        return [];
    const moved = (0,catalogue_moved/* movedInAirflow3 */.o)(field.value.v);
    if (!moved)
        return [];
    return said(dag, task, field, {
        at: field.value.span,
        effect: "surprises",
        message: `Airflow 3 has no \`${field.value.v}\`: the DAG will not be built.`,
        advice: moved.to === null
            ? "Nothing takes its place."
            : `It is \`${moved.to}\` there, and in Airflow 2 with that provider installed.`,
        fix: moved.to === null
            ? null
            : { description: `Write \`${moved.to}\``, safe: false, edits: [{ at: field.value.span, text: moved.to }] },
    });
}
/** Names that the templates of a task use and that Airflow 3 does not give. */
function lostVariables(dag, task) {
    const macros = (0,build_fields/* fieldOf */._F)(dag.settings, "user_defined_macros");
    const own = macros ? (0,build_fields/* fieldsOfMap */.jR)(macros.value) : [];
    if (own === null)
        return [];
    return textsIn(task.arguments).flatMap(({ key, text, at }) => {
        const found = variablesOf(text).find((name) => LOST_VARIABLES.has(name) && !(0,build_fields/* fieldOf */._F)(own, name));
        if (found === undefined || at === null)
            return [];
        const instead = LOST_VARIABLES.get(found) ?? null;
        const field = { key, keySpan: at, value: { t: "str", v: text, span: at } };
        return said(dag, task, field, {
            at,
            effect: "surprises",
            message: `Airflow 3 has no \`${found}\` in templates: where \`${key}\` is a template, the task fails when it runs.`,
            advice: instead === null ? null : `Use \`${instead}\`.`,
        });
    });
}
/** The names at the head of each expression of a template, without those that it sets itself. */
function variablesOf(text) {
    if (!text.includes("{{") && !text.includes("{%"))
        return [];
    const inside = text
        .split(/\{[{%]/)
        .slice(1)
        .map((part) => part.split(/[}%]\}/, 1)[0] ?? "");
    const names = inside.flatMap((part) => [
        ...part
            .slice(0, 2000)
            .replace(/"[^"]*"|'[^']*'/g, "")
            .matchAll(/(?<![\w.])([A-Za-z_]\w*)/g),
    ].map((match) => match[1] ?? ""));
    const set = new Set(inside.flatMap((part) => /^-?\s*(?:set|for)\s+(\w+)/.exec(part.slice(0, 200))?.[1] ?? []));
    return names.filter((name) => !set.has(name));
}
function rename(field, name, safe) {
    const at = field.keySpan;
    if (!at)
        return null;
    const plain = /\.ya?ml$/.test(at.file);
    return { description: `Rename \`${field.key}\` to \`${name}\``, safe: safe && plain, edits: [{ at, text: name }] };
}
function said(dag, task, field, parts) {
    const at = field.keySpan ?? field.value.span;
    if (!at && !parts.at)
        return [];
    const subject = { dag: dag.id, ...(task ? { task: task.id } : {}), key: field.key };
    return [findingOf(airflow3, { at: at ?? dag.site.declared, ...parts, subject })];
}

// EXTERNAL MODULE: ./build/compare/backfill.js
var backfill = __webpack_require__(14544);
// EXTERNAL MODULE: ./build/build/cron.js
var cron = __webpack_require__(42719);
// EXTERNAL MODULE: ./build/build/logical-dates.js
var logical_dates = __webpack_require__(64776);
// EXTERNAL MODULE: ./build/build/schedule-problems.js
var schedule_problems = __webpack_require__(22735);
;// CONCATENATED MODULE: ./build/check/dag-schedule.js




/** The field that gives a DAG its schedule, or `undefined`. */
const scheduleField = (dag) => (0,schedule_problems/* scheduleIn */.Zb)(dag.settings);
/** The cron expression of a DAG's schedule, preset or written; `null` for any other schedule. */
function cronOf(dag) {
    const value = scheduleField(dag)?.value;
    const reading = value?.t === "str" ? (0,cron/* readCron */.v)(value.v) : null;
    return reading?.ok ? reading.cron : null;
}
/** The length of a timedelta schedule in milliseconds: written as one, or the day that Airflow 2 takes where nothing is said. */
function intervalOf(dag) {
    const field = scheduleField(dag);
    if (!field)
        return dag.airflow === 2 ? 86_400_000 : null;
    return field.value.t === "call" && field.value.fn === "datetime.timedelta" ? timedeltaOf(field.value) : null;
}
const UNITS = new Map([
    ["weeks", 604_800_000],
    ["days", 86_400_000],
    ["hours", 3_600_000],
    ["minutes", 60_000],
    ["seconds", 1000],
    ["milliseconds", 1],
    ["microseconds", 0.001],
]);
/** The milliseconds of a `datetime.timedelta` of numbers, or `null`. */
function timedeltaOf(call) {
    const order = ["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"];
    const pairs = [...call.args.map((value, index) => [order[index] ?? "", value]), ...call.kwargs];
    let total = 0;
    for (const [unit, value] of pairs) {
        const size = UNITS.get(unit);
        if (size === undefined || (value.t !== "int" && value.t !== "float"))
            return null;
        total += size * Number(value.v);
    }
    return total;
}
/** The field that says when the DAG starts: its own, or that of its `default_args`. */
function startField(dag) {
    const own = (0,build_fields/* fieldOf */._F)(dag.settings, "start_date");
    if (own && (0,build_fields/* truthOf */.D)(own.value) !== false)
        return own;
    const defaults = (0,build_fields/* fieldOf */._F)(dag.settings, "default_args");
    return (0,build_fields/* fieldOf */._F)((defaults && (0,build_fields/* fieldsOfMap */.jR)(defaults.value)) ?? [], "start_date");
}
/** A date that is written out, or `null`. */
function staticDate(value) {
    if (value.t === "datetime") {
        const offset = /([+-]\d\d:\d\d)$/.exec(value.v)?.[1] ?? null;
        const ms = Date.parse(offset === null ? `${value.v}Z` : value.v);
        return Number.isNaN(ms) ? null : { ms, zone: offset };
    }
    if (value.t !== "call" || (value.fn !== "datetime.datetime" && value.fn !== "pendulum.datetime"))
        return null;
    const names = ["year", "month", "day", "hour", "minute", "second", "microsecond"];
    const parts = new Map(value.args.map((item, index) => [names[index] ?? `${index}`, item]));
    for (const [name, item] of value.kwargs)
        parts.set(name, item);
    const zone = zoneOf(parts.get("tz") ?? parts.get("tzinfo"), value.fn === "pendulum.datetime");
    parts.delete("tz");
    parts.delete("tzinfo");
    const numbers = names.map((name) => parts.get(name));
    if (zone === undefined || [...parts.keys()].some((name) => !names.includes(name)))
        return null;
    if (numbers.some((item) => item !== undefined && item.t !== "int"))
        return null;
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = numbers.map((item) => item?.t === "int" ? Number(item.v) : undefined);
    return { ms: Date.UTC(year, month - 1, day, hour, minute, second), zone };
}
/** `undefined` for a zone that is not known. */
function zoneOf(value, pendulum) {
    if (value === undefined || value.t === "null")
        return pendulum ? "UTC" : null;
    const name = value.t === "str"
        ? value
        : value.t === "call" && typeof value.fn === "string" && /(^|\.)(timezone|ZoneInfo)$/.test(value.fn)
            ? value.args[0]
            : undefined;
    if (name?.t === "str")
        return (0,logical_dates/* isZone */.DS)(name.v) ? name.v : undefined;
    return value.t === "name" && /(^|\.)(utc|UTC)$/.test(value.path) ? "UTC" : undefined;
}

;// CONCATENATED MODULE: ./build/check/rules/catchup-backfill.js




const catchupBackfill = {
    name: "catchup-backfill",
    severity: "warning",
    effect: "surprises",
    summary: "a change after which Airflow makes up for many runs of the past",
    explains: "With `catchup` on, Airflow starts a run for every logical date since `start_date` that has none. That is asked for rarely: `catchup` is on by default in Airflow 2 and off in Airflow 3. Said of a DAG that this change adds, once it is switched on, and of one whose `catchup` this change turns on; the clock is the date of the commit. `catchup-backfill: {above: 100}` under `rules:` says it from more than 100 runs on.",
    source: "airflow/timetables/interval.py, _DataIntervalTimetable.next_dagrun_info; airflow/models/dag.py, DAG.__init__",
    wrong: {
        shows: "dags/bakery/METADATA.yml",
        airflow: 2,
        before: { "dags/bakery/METADATA.yml": null, "dags/bakery/knead.yml": null },
        files: {
            "dags/bakery/METADATA.yml": "schedule: '@daily'\ndefault_args:\n  start_date: !datetime [2024, 1, 1]\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    right: {
        shows: "dags/bakery/METADATA.yml",
        airflow: 2,
        before: { "dags/bakery/METADATA.yml": null, "dags/bakery/knead.yml": null },
        files: {
            "dags/bakery/METADATA.yml": "schedule: '@daily'\ncatchup: false\ndefault_args:\n  start_date: !datetime [2024, 1, 1]\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    check: ({ project, other }) => {
        const now = project.date ?? other?.date ?? null;
        if (!other || now === null)
            return [];
        return project.dags.flatMap((dag) => {
            const before = other.dags.find((candidate) => candidate.id === dag.id);
            const { runs: due = null, atOnce = null, cause } = (0,backfill/* backfillOf */.A)(before ?? null, dag, now) ?? {};
            if (due === null || due <= project.config.backfillAbove)
                return [];
            const catchup = (0,build_fields/* fieldOf */._F)(dag.settings, "catchup");
            const place = catchup ?? scheduleField(dag) ?? startField(dag);
            const limit = atOnce === null ? "" : `, at most ${atOnce} at a time`;
            const why = before
                ? `this change turns ${cause === "schedule" ? "a schedule" : "`catchup`"} on`
                : catchup
                    ? "`catchup` is on"
                    : "`catchup` is on by default in Airflow 2";
            return [
                findingOf(catchupBackfill, {
                    at: place?.value.span ?? place?.keySpan ?? dag.site.declared,
                    message: `Up to ${due} runs of \`${dag.id}\` become due ${before ? "at once" : "once it is switched on"}${limit}: ${why}.`,
                    advice: "If that is not wanted, set `catchup: false`.",
                    subject: { dag: dag.id, key: "catchup" },
                }),
            ];
        });
    },
};

// EXTERNAL MODULE: ./build/check/ignores.js
var check_ignores = __webpack_require__(31000);
;// CONCATENATED MODULE: ./build/check/rules/configuration.js


const configuration = {
    name: "configuration",
    severity: "error",
    effect: "policy",
    summary: "something in `windsock.yml`, or in a `# windsock:` comment, that Windsock does not understand",
    explains: "The configuration is strict: a key that means nothing is more likely a slip than a wish. In a review it is read from the base, so a mistake that is merged gates nothing new, and one that a pull request adds shows up after merging. A comment `# windsock: ignore RULE reason` needs a rule that exists and a reason; one that a change adds is listed as a notice.",
    source: "Windsock's own configuration, docs/configuration.md",
    wrong: {
        shows: "windsock.yml",
        files: { "windsock.yml": "rule:\n  unknown-dependency: error\n" },
    },
    right: {
        shows: "windsock.yml",
        files: { "windsock.yml": "rules:\n  unknown-dependency: error\n" },
    },
    check: ({ project, other }) => [
        ...problemsOf(project, "configuration").map(({ problem }) => findingOf(configuration, {
            at: problem.at,
            message: `\`${problem.at.file}\`: ${problem.detail}.`,
            advice: `Expected ${problem.expected}.`,
            subject: { key: problem.detail },
        })),
        ...project.discovery.overruled.flatMap((site) => overruledBy(project, site)),
        ...(0,check_ignores/* ignoringFiles */.ji)(project).flatMap((file) => commentsOf(project, other, file)),
    ],
};
/** A folder that an entry point makes a DAG of, and `dags:` too: the declaration counts, and that is said. */
function overruledBy(project, { folder, declared, entryPoint }) {
    const own = project.discovery.sites.find((site) => site.folder === folder);
    if (!own)
        return [];
    return [
        findingOf(configuration, {
            at: own.declared,
            severity: "notice",
            message: `\`${folder}\` is declared here, and \`${entryPoint}\` makes a DAG of it too: what stands here counts.`,
            advice: "Take the folder out of one of the two. Airflow runs what it loads: the entry point, as long as it is there.",
            related: [{ at: declared, message: `this makes \`${own.id}\` through gusty` }],
            subject: { dag: own.id, key: "dags" },
        }),
    ];
}
function commentsOf(project, other, file) {
    const { ignores, broken } = (0,check_ignores/* ignoresIn */.Di)(file, project.texts.get(file) ?? "");
    return [
        ...broken.map(({ at, detail, expected }) => findingOf(configuration, {
            at,
            severity: "warning",
            message: `This comment has no effect: ${detail}.`,
            advice: `Expected ${expected}.`,
            subject: { key: `${file} ${detail}` },
        })),
        ...ignores
            .filter((ignore) => other !== null && (0,check_ignores/* isAdded */.N0)(ignore, other))
            .map(({ at, rule, reason }) => findingOf(configuration, {
            at,
            severity: "notice",
            message: `This change ignores \`${rule}\` in this file: ${reason.replaceAll("`", "'")}.`,
            advice: null,
            subject: { key: `${file} ignores ${rule}` },
        })),
    ];
}

// EXTERNAL MODULE: ./build/check/sensor-wait.js
var sensor_wait = __webpack_require__(69803);
// EXTERNAL MODULE: ./build/check/waiting-ring.js
var waiting_ring = __webpack_require__(17699);
;// CONCATENATED MODULE: ./build/check/rules/cross-dag-cycle.js



const crossDagCycle = {
    name: "cross-dag-cycle",
    severity: "error",
    effect: "hangs",
    summary: "tasks of several DAGs that wait for each other through external dependencies",
    explains: "Airflow checks for cycles inside a DAG only. When a task waits for a task of another DAG, and that, through its own DAG and its sensors, for the first one in the run of the same date, none of them ever starts: the sensors wait until their `timeout` and fail. DAGs that wait for different tasks of each other, or for yesterday's run (`execution_delta`), are legal. Said only where every DAG, every delta and every trigger rule on the way is known.",
    source: "airflow/sensors/external_task.py, ExternalTaskSensor.poke; gusty/external_sensor.py, create_external_sensor",
    wrong: {
        shows: "dags/mill/grind.yml",
        files: {
            "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\nexternal_dependencies:\n  - mill: grind\n",
            "dags/mill/grind.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo grind\nexternal_dependencies:\n  - bakery: bake\n",
        },
    },
    right: {
        shows: "dags/mill/grind.yml",
        files: {
            "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\nexternal_dependencies:\n  - mill: grind\n",
            "dags/mill/grind.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo grind\nexternal_dependencies:\n  bakery:\n    tasks: [bake]\n    execution_delta: !timedelta 'days: 1'\n",
        },
    },
    check: ({ project, other }) => (0,waiting_ring/* waitingRings */.$)(project).flatMap((ring) => {
        const before = (one) => other?.dags.some((dag) => dag.id === one.dag.id && dag.externals.some(({ sensor }) => sensor === one.sensor.id)) ?? true;
        const newest = ring.find((one) => !before(one) && one.external.uses[0]?.at) ?? ring[0];
        if (!newest)
            return [];
        const way = ring.map(({ dag, external }) => `\`${dag.id}\` waits for ${target(external)}`).join(", ");
        return [
            findingOf(crossDagCycle, {
                at: newest.external.uses[0]?.at ?? newest.dag.site.declared,
                message: `No run of these can ever finish, since each waits for the other: ${way}. \`${newest.sensor.id}\` ${(0,sensor_wait/* waitsInVain */.qQ)(newest.sensor, true)}.`,
                advice: "Take one of these dependencies out, wait for an earlier task, or for an earlier run with `execution_delta`.",
                related: ring.flatMap(({ dag, external }) => {
                    const at = external.uses[0]?.at;
                    return at ? [{ at, message: `\`${dag.id}\` waits for ${target(external)}` }] : [];
                }),
                subject: {
                    dag: newest.dag.id,
                    task: newest.sensor.id,
                    key: ring
                        .map(({ dag, sensor }) => `${dag.id}.${sensor.id}`)
                        .sort()
                        .join(","),
                },
            }),
        ];
    }),
};
const target = ({ dag, task }) => task === null ? `the DAG \`${dag}\`` : `\`${task}\` of \`${dag}\``;

// EXTERNAL MODULE: ./build/config/versions.js
var versions = __webpack_require__(96278);
// EXTERNAL MODULE: ./build/discover/airflow-ignore.js
var airflow_ignore = __webpack_require__(60253);
// EXTERNAL MODULE: ./build/model/path.js
var model_path = __webpack_require__(68575);
;// CONCATENATED MODULE: ./build/check/generated-example.js
/** The generated Python of the DAG `bakery` with its one task `knead`, as the pages of rules show it. */
const generatedExample = (command) => `# windsock: generated
# The DAG that gusty builds on Airflow 2 from dags/bakery
# Do not edit: change the files of that folder, and let Windsock write this file again.

from airflow import DAG
from airflow.operators.bash import BashOperator

with DAG(dag_id="bakery") as dag:
    # dags/bakery/knead.yml
    knead = BashOperator(
        task_id="knead",
        bash_command="${command}",
    )
`;

// EXTERNAL MODULE: ./build/check/generated-files.js
var generated_files = __webpack_require__(72688);
;// CONCATENATED MODULE: ./build/check/rules/defined-twice.js






const entry = 'import os\n\nfrom gusty import create_dag\n\nhere = os.path.dirname(__file__)\ndag = create_dag(os.path.join(here, "bakery"), latest_only=False)\n';
const generated = generatedExample("echo knead");
const definedTwice = {
    name: "defined-twice",
    severity: "error",
    effect: "fails",
    summary: "a DAG that Airflow loads both through gusty and from its committed Python",
    explains: "A generated file in the DAGs folder defines its DAG, and so does the entry point that still calls gusty. Loaded together the second raises AirflowDagDuplicatedIdException; the scheduler, which loads each file for itself, lets them overwrite each other again and again. Nothing is said where the generated folder lies outside the DAGs folder, where `.airflowignore` names one of the two, or where the folder is declared in `windsock.yml` and has no entry point.",
    source: "airflow/models/dagbag.py, DagBag._bag_dag (2.11); airflow/dag_processing/dagbag.py (3.3)",
    wrong: {
        shows: "dags/generated/bakery.py",
        files: {
            "windsock.yml": "generated:\n  directory: dags/generated\n",
            "dags/entry.py": entry,
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
            "dags/generated/bakery.py": generated,
        },
    },
    right: {
        shows: "generated/bakery.py",
        files: {
            "dags/entry.py": entry,
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
            "generated/bakery.py": generated,
        },
    },
    check: ({ project }) => (0,generated_files/* committedFiles */.q)(project).flatMap(({ file, dag: id }) => {
        const dag = project.dags.find((candidate) => candidate.id === id && candidate.site.entryPoint !== null);
        const { entryPoint } = dag?.site ?? { entryPoint: null };
        if (!dag || !entryPoint || !isLoaded(project, file) || !isLoaded(project, entryPoint))
            return [];
        return [
            findingOf(definedTwice, {
                at: { file, start: 0, end: 0 },
                message: `Airflow finds the DAG \`${id}\` twice: here, and through gusty in \`${entryPoint}\`. Loaded together the second is refused; else they overwrite each other.`,
                advice: `Take the DAG out of \`${entryPoint}\` and declare its folder in \`windsock.yml\`, or keep generated files outside of the DAGs folder.`,
                related: [{ at: dag.site.declared, message: `this makes \`${id}\` through gusty` }],
                subject: { dag: id },
            }),
        ];
    }),
};
/** Whether Airflow loads a Python file: it lies in the DAGs folder, and no `.airflowignore` names it. */
function isLoaded(project, file) {
    const home = project.discovery.airflowHome;
    if (home === null || !(0,model_path/* isWithin */.UO)(file, (0,model_path/* joinPath */.uJ)(home, "dags")))
        return false;
    const ignores = [...project.texts].filter(([path]) => (0,model_path/* baseName */.Fl)(path) === ".airflowignore");
    const files = ignores.map(([path, text]) => (0,airflow_ignore/* readIgnoreFile */.rj)(path, text));
    return !(0,airflow_ignore/* isIgnored */.pi)(file, files, (0,airflow_ignore/* ignoreSyntax */.a0)((0,versions/* certainMajor */.sK)(project.versions)));
}

;// CONCATENATED MODULE: ./build/check/rules/dependency-cycle.js

const dependencyCycle = {
    name: "dependency-cycle",
    severity: "error",
    effect: "fails",
    summary: "tasks of one DAG that wait for each other",
    explains: "Airflow refuses a DAG whose tasks form a ring, also through task groups, sensors and root tasks: the DAG disappears and its file shows an import error. The other DAGs of the same entry point stay. Shown is the shortest ring, each edge with the line that makes it.",
    source: "airflow/utils/dag_cycle_tester.py, check_cycle; airflow/models/dagbag.py, DagBag._process_modules",
    wrong: {
        shows: "dags/bakery/knead.yml",
        files: {
            "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\ndependencies:\n  - knead\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\ndependencies:\n  - bake\n",
        },
    },
    right: {
        shows: "dags/bakery/knead.yml",
        files: {
            "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\ndependencies:\n  - knead\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    check: ({ project, other }) => problemsOf(project, "dependency-cycle").map(({ problem, dag }) => {
        const ids = problem.ring.map((edge) => edge.up);
        const ring = [...ids, ids[0] ?? ""].map((id) => `\`${id}\``).join(" → ");
        const before = other?.dags.find((candidate) => candidate.id === dag?.id);
        const isNew = (edge) => before !== undefined && !before.edges.some((old) => old.up === edge.up && old.down === edge.down);
        const fresh = problem.ring.filter(isNew);
        const newest = fresh.find((edge) => edge.from);
        const added = newest && fresh.length < problem.ring.length ? `New is \`${newest.up}\` → \`${newest.down}\`. ` : "";
        return findingOf(dependencyCycle, {
            at: newest?.from ?? problem.at,
            message: `${ring} is a cycle: Airflow refuses the DAG${dag ? ` \`${dag.id}\`` : ""}.`,
            advice: `${added}Take one of these dependencies out.`,
            related: problem.ring.flatMap((edge) => edge.from ? [{ at: edge.from, message: `\`${edge.down}\` waits for \`${edge.up}\`` }] : []),
            subject: { ...(dag ? { dag: dag.id } : {}), key: [...ids].sort().join(",") },
            stops: dag ? [dag.id] : [],
        });
    }),
};

;// CONCATENATED MODULE: ./build/check/dependency-example.js
/** A DAG of two tasks, as the pages of rules show it: `knead`, and `bake` with these lines about its dependencies. */
const dependencyExample = (dependencies) => ({
    shows: "dags/bakery/bake.yml",
    files: {
        "dags/bakery/bake.yml": `operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n${dependencies}`,
        "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
    },
});

;// CONCATENATED MODULE: ./build/check/rules/dependency-shape.js



const dependencyShape = {
    name: "dependency-shape",
    severity: "error",
    effect: "fails",
    summary: "`dependencies` or `external_dependencies` in a shape that gusty cannot read",
    explains: "`dependencies` is a list of names. `external_dependencies` is a list of `dag: task`, or a mapping from a DAG to `tasks: […]` with arguments for the sensor. In a task file gusty raises for anything else; in METADATA.yml, and for `tasks:`, a text is walked letter by letter, so that nothing, or nonsense, is waited for.",
    source: "gusty/parsing/__init__.py, parse; gusty/building.py, parse_external_dependencies",
    wrong: dependencyExample("dependencies: knead\n"),
    right: dependencyExample("dependencies:\n  - knead\n"),
    check: ({ project }) => problemsOf(project, "dependency-shape").map(({ problem, dag }) => {
        const { subject, stops } = failsWith(project, dag, problem.at);
        const ofDag = project.dags.find((other) => other !== dag && other.tasks.length > 0)?.id ?? "other_dag";
        const consequence = problem.raises && dag ? ` ${stopsText(project, dag)}.` : "";
        return findingOf(dependencyShape, {
            at: problem.at,
            effect: problem.raises ? "fails" : "dropped",
            message: `gusty cannot read \`${problem.key}\` as it is written: ${clause(problem.detail)}.${consequence}`,
            advice: wayOut(problem.key, ofDag),
            subject: { ...subject, key: problem.key },
            stops: problem.raises ? stops : [],
        });
    }),
};
/** How the key is written. */
const wayOut = (key, dag) => key === "dependencies"
    ? "Write a list of names:\ndependencies:\n  - name_of_a_task"
    : `Write a list of \`dag: task\`, or a mapping with settings of the sensor:\nexternal_dependencies:\n  ${dag}:\n    tasks: [name_of_a_task]\n    timeout: 600`;

// EXTERNAL MODULE: ./build/python/read-python.js + 6 modules
var read_python = __webpack_require__(75251);
;// CONCATENATED MODULE: ./build/check/rules/does-nothing.js


const doesNothing = {
    name: "does-nothing",
    severity: "warning",
    effect: "surprises",
    summary: "a `.py` task file that only defines functions, and names no `python_callable`",
    explains: 'Without `python_callable` the task runs the text of the file from top to bottom. Where that only imports and defines things, the task goes green and has done nothing. The same holds for what stands below `if __name__ == "__main__":`, since the text is run inside a module of gusty, which has another name.',
    source: "gusty/parsing/parsers.py, parse_py",
    wrong: {
        shows: "dags/bakery/bake.py",
        files: { "dags/bakery/bake.py": "# ---\n# retries: 2\n# ---\n\n\ndef bake():\n    print(12)\n" },
    },
    right: {
        shows: "dags/bakery/bake.py",
        files: {
            "dags/bakery/bake.py": "# ---\n# retries: 2\n# python_callable: bake\n# ---\n\n\ndef bake():\n    print(12)\n",
        },
    },
    check: ({ project }) => project.dags.flatMap((dag) => {
        const ran = dag.tasks.flatMap((task) => task.arguments.flatMap(({ key, value }) => key === "python_callable" && value.t === "run-file" ? [{ task, file: value.file }] : []));
        const seen = new Set();
        return ran.flatMap(({ task, file }) => {
            const text = project.texts.get(file);
            if (text === undefined || seen.has(file))
                return [];
            seen.add(file);
            const module = (0,read_python/* readPython */.Z)(text);
            const functions = module.unread.length > 0 ? null : onlyDefines(module.body);
            if (!functions)
                return [];
            const [first] = functions.names;
            const main = functions.main ? ' (what stands below `if __name__ == "__main__":` does not run)' : "";
            return [
                findingOf(doesNothing, {
                    at: { file, start: functions.at.start, end: functions.at.end },
                    message: `\`${task.id}\` does nothing and goes green: the file only defines ${inWords(functions.names.slice(0, 5))}${main}.`,
                    advice: functions.names.length === 1
                        ? `Name the function in the header: \`python_callable: ${first}\`.`
                        : "Name the function to run in the header, with `python_callable:`.",
                    subject: { dag: dag.id, task: task.id },
                }),
            ];
        });
    }),
};
/** The functions of a module that does nothing but import and define; `null` where it may do more, or defines none. */
function onlyDefines(body) {
    const functions = body.flatMap((statement) => (statement.k === "function" ? [statement] : []));
    const [first] = functions;
    const main = body.some(isMainGuard);
    if (!first || !body.every((statement) => isDefinition(statement) || isMainGuard(statement)))
        return null;
    return { names: functions.map(({ name }) => name), at: { start: first.start, end: first.start }, main };
}
function isDefinition(statement) {
    switch (statement.k) {
        case "function":
            return statement.decorators.length === 0;
        case "class":
            return statement.decorators.length === 0 && statement.body.every(isDefinition);
        case "import":
        case "from":
        case "pass":
            return true;
        case "expression":
            return statement.value.k === "string";
        case "assignment":
            return statement.value === null || isLiteral(statement.value.k);
        default:
            return false;
    }
}
const isLiteral = (kind) => ["none", "bool", "number", "string", "bytes"].includes(kind);
/** `if __name__ == "__main__":` without `else`. */
function isMainGuard(statement) {
    if (statement.k !== "if" || statement.otherwise.length > 0 || statement.branches.length !== 1)
        return false;
    const test = statement.branches[0]?.test;
    return (test?.k === "compare" &&
        test.first.k === "name" &&
        test.first.id === "__name__" &&
        test.rest.length === 1 &&
        test.rest[0]?.op === "==" &&
        test.rest[0].right.k === "string");
}

;// CONCATENATED MODULE: ./build/check/match-pattern.js
/** True where all of `text` matches `pattern`: `*` stands for any run of characters, `?` for one. Linear in both for one star run. */
function matchesPattern(text, pattern) {
    let t = 0;
    let p = 0;
    let star = -1;
    let back = 0;
    while (t < text.length) {
        if (pattern[p] === "*") {
            star = p;
            back = t;
            p += 1;
        }
        else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === text[t])) {
            t += 1;
            p += 1;
        }
        else if (star >= 0) {
            p = star + 1;
            back += 1;
            t = back;
        }
        else
            return false;
    }
    while (pattern[p] === "*")
        p += 1;
    return p === pattern.length;
}

;// CONCATENATED MODULE: ./build/check/known-keys.js

/**
 * Keys of headers that other tools read from the same file: R Markdown and bookdown, Quarto, jupytext and Jupyter
 * (https://quarto.org/docs/reference/formats/html.html, https://rmarkdown.rstudio.com, jupytext's "formats" page).
 */
const DOCUMENT_KEYS = new Set(("title subtitle author authors date date-format abstract description keywords categories lang output format formats " +
    "jupyter jupytext kernelspec kernel engine execute editor editor_options toc toc-depth toc_depth number-sections " +
    "bibliography csl link-citations theme css highlight-style fontsize geometry urlcolor linkcolor documentclass " +
    "header-includes include-before-body include-after-body runtime server knit vignette params-from resource_files " +
    "language_info nbformat nbformat_minor papermill draft image").split(" "));
/** True for a key that something else than gusty and Airflow reads: another tool, or as `allow-keys:` says, the project. */
const isReadElsewhere = (project, key) => DOCUMENT_KEYS.has(key) || project.config.allowKeys.some((pattern) => matchesPattern(key, pattern));
/** A key that starts with `x-` or `_`, or is an anchor's home by convention: nobody means gusty by it. */
const isPrivateKey = (key) => /^(_|x-|\.)/.test(key);

;// CONCATENATED MODULE: ./build/check/rules/dropped-argument.js



const droppedArgument = {
    name: "dropped-argument",
    severity: "warning",
    effect: "dropped",
    summary: "an argument that the operator would take through `**kwargs`, and that gusty does not pass on",
    explains: "gusty looks at the signatures of the class and of its direct base, not further up. What a class higher up takes through `**kwargs` is dropped: `mode: reschedule` on many sensors of providers, whose base is a sensor class of their own. `default_args` of the task do reach every class on the way up, so the argument counts there.",
    source: "gusty/building.py, build_task; airflow/models/baseoperator.py, BaseOperatorMeta._apply_defaults",
    wrong: {
        shows: "dags/bakery/rise.yml",
        files: {
            "dags/bakery/rise.yml": "operator: airflow.providers.standard.sensors.time_delta.TimeDeltaSensorAsync\ndelta: !timedelta 'hours: 2'\npoke_interval: 300\n",
        },
    },
    right: {
        shows: "dags/bakery/rise.yml",
        files: {
            "dags/bakery/rise.yml": "operator: airflow.providers.standard.sensors.time_delta.TimeDeltaSensorAsync\ndelta: !timedelta 'hours: 2'\ndefault_args:\n  poke_interval: 300\n",
        },
    },
    check: ({ project }) => oncePerPlace(problemsOf(project, "dropped-argument"), ({ problem }) => problem.at).flatMap(({ problem, dag }) => {
        const { keyName, task } = problem;
        if (!dag || !problem.through || isReadElsewhere(project, keyName))
            return [];
        const operator = problem.operator.slice(problem.operator.lastIndexOf(".") + 1);
        const fix = fixOf(project, dag, task, keyName);
        return [
            findingOf(droppedArgument, {
                at: problem.at,
                message: `\`${keyName}\` does not reach \`${operator}\`: gusty does not pass it on, although ${problem.takenBy === null ? "a class above it" : `\`${problem.takenBy}\` above it`} would take it.`,
                advice: `Set it in the \`default_args\` of the task, which do reach it:\ndefault_args:\n  ${keyName}: …`,
                subject: { dag: dag.id, task, key: keyName },
                fix,
            }),
        ];
    }),
};
/** Moves the line `key: value` of a task without `default_args` below them, where that is one plain line of a YAML file. */
function fixOf(project, dag, taskId, key) {
    const fields = dag.tasks.find((task) => task.id === taskId)?.spec?.fields ?? [];
    const field = fields.find((candidate) => candidate.key === key);
    const span = field?.value.span;
    const at = field?.keySpan;
    if (!span || !at || span.file !== at.file || fields.some((other) => other.key === "default_args"))
        return null;
    const text = project.texts.get(at.file) ?? "";
    const line = text.slice(text.lastIndexOf("\n", at.start - 1) + 1, span.end);
    const rest = /^[^\n]*/.exec(text.slice(span.end))?.[0] ?? "";
    if (line !== text.slice(at.start, span.end) || line.includes("\n") || rest.trim() !== "")
        return null;
    return {
        description: `Move \`${key}\` into \`default_args\``,
        safe: false,
        edits: [{ at: { file: at.file, start: at.start, end: span.end }, text: `default_args:\n  ${line}` }],
    };
}

// EXTERNAL MODULE: ./build/discover/homes.js
var homes = __webpack_require__(86738);
;// CONCATENATED MODULE: ./build/check/dag-index.js
const indexes = new WeakMap();
/** The DAGs of a project by id, and by the names of their tasks. */
function dagIndex(project) {
    const known = indexes.get(project);
    if (known)
        return known;
    const byTask = new Map();
    for (const dag of project.dags)
        for (const { kind, gustyId } of dag.tasks)
            if (kind === "spec" && byTask.get(gustyId)?.at(-1) !== dag)
                add(byTask, gustyId, dag);
    const byPlainTask = new Map();
    for (const dag of project.discovery.plainDags)
        for (const task of dag.tasks)
            add(byPlainTask, task, dag);
    const made = { dags: byId(project.dags), plain: byId(project.discovery.plainDags), byTask, byPlainTask };
    indexes.set(project, made);
    return made;
}
function byId(all) {
    const found = new Map();
    for (const one of all)
        add(found, one.id, one);
    return found;
}
function add(map, key, item) {
    const list = map.get(key);
    if (list)
        list.push(item);
    else
        map.set(key, [item]);
}

;// CONCATENATED MODULE: ./build/check/rules/duplicate-dag-id.js



const duplicate_dag_id_entry = (folder) => `import os\n\nfrom gusty import create_dag\n\nhere = os.path.dirname(__file__)\ndag = create_dag(os.path.join(here, "${folder}"), latest_only=False)\n`;
const duplicateDagId = {
    name: "duplicate-dag-id",
    severity: "error",
    effect: "fails",
    summary: "two folders that make a DAG with one id",
    explains: "A DAG's id is the name of its folder, so two folders of one name make two DAGs with one id, wherever they lie. Airflow keeps one of them: loaded together the second raises AirflowDagDuplicatedIdException, and the scheduler, which loads each file for itself, lets the files overwrite each other's DAG again and again. From one and the same entry point the one that is made last counts. Two folders below `dags` folders of their own may be two Airflows: then it is a warning, until `deployments:` in `windsock.yml` says so.",
    source: "airflow/models/dagbag.py, DagBag._bag_dag (2.11); airflow/dag_processing/dagbag.py (3.3)",
    wrong: {
        shows: "dags/shop.py",
        files: {
            "dags/bakery.py": duplicate_dag_id_entry("north/orders"),
            "dags/shop.py": duplicate_dag_id_entry("south/orders"),
            "dags/north/orders/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
            "dags/south/orders/sell.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\n",
        },
    },
    right: {
        shows: "dags/shop.py",
        files: {
            "dags/bakery.py": duplicate_dag_id_entry("north/orders"),
            "dags/shop.py": duplicate_dag_id_entry("south/sales"),
            "dags/north/orders/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
            "dags/south/sales/sell.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\n",
        },
    },
    check: ({ project }) => project.dags.flatMap((dag) => {
        const first = dagIndex(project).dags.get(dag.id)?.[0];
        if (!first || first === dag)
            return [];
        const together = dag.site.entryPoint === first.site.entryPoint;
        if (together && dag.site.folder === first.site.folder)
            return [];
        const apart = inTwoHomes(dag.site, first.site);
        const message = together
            ? `This makes a second DAG \`${dag.id}\`, of \`${dag.site.folder}\`: Airflow keeps only the one that is made last.`
            : `This makes a second DAG \`${dag.id}\`, of \`${dag.site.folder}\`: Airflow refuses it where it loads both files, and else they overwrite each other.${apart ? " That is so if one Airflow loads both." : ""}`;
        return [
            findingOf(duplicateDagId, {
                at: dag.site.declared,
                effect: together ? "surprises" : "fails",
                ...(apart ? { severity: "warning" } : {}),
                message,
                advice: apart
                    ? "If two Airflows load them, list both under `deployments:` in `windsock.yml`. Else rename one of the folders, and what waits for its DAG."
                    : "Rename one of the folders, and what waits for its DAG.",
                related: [{ at: first.site.declared, message: `this makes \`${first.id}\` of \`${first.site.folder}\`` }],
                subject: { dag: dag.id, key: dag.site.folder },
            }),
        ];
    }),
};
/** Each lies below a `dags` folder of its own, so that it may be another Airflow that loads it. */
function inTwoHomes(a, b) {
    const [one, other] = [(0,homes/* homeOfSite */.i)(a), (0,homes/* homeOfSite */.i)(b)];
    return one !== null && other !== null && one !== other;
}

;// CONCATENATED MODULE: ./build/check/rules/duplicate-task-id.js


const duplicateTaskId = {
    name: "duplicate-task-id",
    severity: "error",
    effect: "fails",
    summary: "two tasks, or a task and a task group, with one id",
    explains: "A task's id is the name of its file, lower-cased and without the extension, so `load.yml` and `load.sql` are one id; folders do not help unless the group has a prefix or suffix. Airflow keeps tasks and task groups of a DAG in one namespace and raises DuplicateTaskIdFound, which ends the whole entry point.",
    source: "gusty/parsing/__init__.py, parse; airflow/models/dag.py, DAG.add_task; airflow/utils/task_group.py, TaskGroup",
    wrong: {
        shows: "dags/bakery/load.sql",
        files: {
            "dags/bakery/load.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo load\n",
            "dags/bakery/load.sql": "---\noperator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator\n---\n\nSELECT 1\n",
        },
    },
    right: {
        shows: "dags/bakery/load_flour.sql",
        files: {
            "dags/bakery/load.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo load\n",
            "dags/bakery/load_flour.sql": "---\noperator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator\n---\n\nSELECT 1\n",
        },
    },
    check: ({ project }) => problemsOf(project, "duplicate-id").map(({ problem, dag }) => {
        const what = problem.what === "group" ? "task group" : "task";
        const { subject, stops } = failsWith(project, dag, problem.at);
        return findingOf(duplicateTaskId, {
            at: problem.at,
            message: `The id \`${problem.id}\` of this ${what} is taken already by \`${problem.first.file}\`.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
            advice: "Rename one of the two, and what depends on it.",
            related: [{ at: problem.first, message: `the first \`${problem.id}\`` }],
            subject: { ...subject, ...(problem.what === "group" ? { group: problem.id } : { task: problem.id }) },
            stops,
        });
    }),
};

;// CONCATENATED MODULE: ./build/check/rules/fails-to-build.js


const failsToBuild = {
    name: "fails-to-build",
    severity: "error",
    effect: "fails",
    summary: "gusty or Airflow raises for another cause that is written in the project's files",
    explains: "What makes gusty or Airflow raise while the DAG is built, and has no rule of its own: an operator without a package, a value that Airflow refuses, a YAML tag whose arguments cannot be right, a template in METADATA.yml that Jinja cannot render. One exception ends the import of the whole entry point.",
    source: "gusty/building.py",
    wrong: {
        shows: "dags/bakery/knead.yml",
        files: { "dags/bakery/knead.yml": "operator: BashOperator\nbash_command: echo knead\n" },
    },
    right: {
        shows: "dags/bakery/knead.yml",
        files: { "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n" },
    },
    check: ({ project }) => problemsOf(project, "raises").map(({ problem, dag }) => findingOf(failsToBuild, {
        at: problem.at,
        message: `This cannot be built: ${clause(problem.detail)}.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
        advice: `Expected ${clause(problem.expected)}.`,
        ...failsWith(project, dag, problem.at),
    })),
};

;// CONCATENATED MODULE: ./build/check/rules/folder-shape.js


const folderShape = {
    name: "folder-shape",
    severity: "error",
    effect: "fails",
    summary: "a tree of folders that gusty cannot walk",
    explains: "gusty walks all folders below the DAG's, also those below a folder that it ignores (a name that starts with `_` or `.`, or `.gustyignore` in it): such a folder has no parent, and gusty raises KeyError. A folder inside one that is named like the folder around the DAG is taken for a second DAG: `latest_only` is made twice and raises, and without it its tasks fall into the first DAG. An entry point that passes a folder that gusty ignores raises IndexError.",
    source: "gusty/building.py, create_schematic, build_structure, get_top_level_dag",
    wrong: {
        shows: "dags/bakery/_old/rye/bake.yml",
        files: {
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
            "dags/bakery/_old/rye/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
        },
    },
    right: {
        shows: "dags/bakery/_old/bake.yml",
        files: {
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
            "dags/bakery/_old/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
        },
    },
    check: ({ project }) => problemsOf(project, "folder-shape").map(({ problem, dag }) => {
        const { stops } = failsWith(project, dag, problem.at);
        const consequence = dag && problem.raises ? ` ${stopsText(project, dag)}.` : "";
        return findingOf(folderShape, {
            at: problem.at,
            severity: problem.raises ? "error" : "warning",
            effect: problem.raises ? "fails" : "surprises",
            message: problem.raises
                ? `gusty cannot make a DAG of this ${dag ? "tree" : "path"}: ${problem.detail}.${consequence}`
                : `This folder is no task group: ${problem.detail}.`,
            advice: `Expected ${problem.expected}.`,
            subject: { ...(dag ? { dag: dag.id } : {}), key: problem.folder },
            stops: problem.raises ? stops : [],
        });
    }),
};

;// CONCATENATED MODULE: ./build/check/rules/front-matter.js


const frontMatter = {
    name: "front-matter",
    severity: "error",
    effect: "fails",
    summary: "a task file or METADATA.yml whose header is missing, unterminated or not a mapping",
    explains: "Every task file says what it is in a header of YAML: a `.yml` file as a whole, a `.sql` file between two lines of `---` or in a comment at its very start, a `.py` file between two lines of `# ---`, a notebook in a markdown cell. Where gusty does not find a mapping there, it raises, and every DAG of the entry point disappears.",
    source: "absql/files/parsers.py, frontmatter_load; gusty/parsing/parsers.py",
    wrong: {
        shows: "dags/bakery/load.sql",
        files: {
            "dags/bakery/load.sql": "---\noperator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator\n\nSELECT 1\n",
        },
    },
    right: {
        shows: "dags/bakery/load.sql",
        files: {
            "dags/bakery/load.sql": "---\noperator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator\n---\n\nSELECT 1\n",
        },
    },
    check: ({ project }) => problemsOf(project, "front-matter").map(({ problem, dag }) => findingOf(frontMatter, {
        at: problem.at,
        message: `gusty cannot read this header: ${clause(problem.detail)}.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
        advice: `Expected ${clause(problem.expected)}.`,
        ...failsWith(project, dag, problem.at),
    })),
};

// EXTERNAL MODULE: ./build/config/deployments.js
var deployments = __webpack_require__(28547);
// EXTERNAL MODULE: ./build/emit/emit-dag.js + 17 modules
var emit_dag = __webpack_require__(4978);
// EXTERNAL MODULE: ./build/emit/source-line-of.js
var source_line_of = __webpack_require__(84852);
// EXTERNAL MODULE: ./build/check/sites-open.js
var sites_open = __webpack_require__(72864);
;// CONCATENATED MODULE: ./build/check/rules/generated-stale.js







const generatedStale = {
    name: "generated-stale",
    severity: "error",
    effect: "surprises",
    summary: "committed generated Python that is not what the sources give",
    explains: "Where the generated files are committed, Airflow runs what stands in them. A file that was edited by hand, not written again after a change of its sources, or merged line by line is another DAG than the one that is reviewed. Compared is every file of the folder of generated Python that begins with Windsock's mark, byte for byte, line ends aside. Where `windsock.yml` has `generated.commit`, a DAG without such a file is stale too.",
    source: "Windsock's own promise: the generated file is the DAG",
    wrong: {
        shows: "generated/bakery.py",
        files: {
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
            "generated/bakery.py": generatedExample("echo knead twice"),
        },
    },
    right: {
        shows: "generated/bakery.py",
        files: {
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
            "generated/bakery.py": generatedExample("echo knead"),
        },
    },
    check: ({ project }) => [
        ...(0,generated_files/* committedFiles */.q)(project).flatMap((committed) => {
            const dags = project.dags.filter((dag) => dag.id === committed.dag);
            const [dag] = dags;
            if (!dag)
                return (0,sites_open/* isOpen */.n)(project) ? [] : [leftBehind(committed)];
            if (dags.length > 1)
                return [];
            const emitted = (0,emit_dag/* emitDag */.o)(dag, { directory: project.config.generated.directory, texts: project.texts });
            if (!emitted.ok || emitted.file.text === committed.text)
                return [];
            const { at, count, line } = difference(committed, emitted.file.text, project);
            const from = (0,source_line_of/* sourceLineOf */.V)(emitted.file, line);
            return [
                findingOf(generatedStale, {
                    at,
                    message: `This is not what the files of \`${dag.site.folder}\` give: ${count} of its lines ${count === 1 ? "differs" : "differ"} from here on.`,
                    advice: `Write it again: \`${(0,deployments/* compileCommand */.z_)(project.config)}\`. What was changed here by hand belongs into the sources.`,
                    related: from ? [{ at: from.source, message: "what this line is made from" }] : [],
                    subject: { dag: dag.id },
                }),
            ];
        }),
        ...missingFiles(project),
    ],
};
/** Where the generated files are to be committed, a DAG whose file is not there or is somebody else's. */
function missingFiles(project) {
    const { directory, commit } = project.config.generated;
    if (commit === "off")
        return [];
    const known = new Set((0,generated_files/* committedFiles */.q)(project).map(({ file }) => file));
    return project.dags.flatMap((dag) => {
        const emitted = (0,emit_dag/* emitDag */.o)(dag, { directory, texts: project.texts });
        if (!emitted.ok || known.has(emitted.file.path))
            return [];
        const foreign = project.texts.has(emitted.file.path);
        return [
            findingOf(generatedStale, {
                at: dag.site.declared,
                message: foreign
                    ? `\`${emitted.file.path}\` is not written by Windsock, and stands where the generated Python of \`${dag.id}\` belongs.`
                    : `The generated Python of \`${dag.id}\` is not committed: there is no \`${emitted.file.path}\`.`,
                advice: foreign
                    ? "Move that file away, or choose another `generated.directory`."
                    : `Write it: \`${(0,deployments/* compileCommand */.z_)(project.config)}\`, and commit it.`,
                subject: { dag: dag.id },
            }),
        ];
    });
}
const leftBehind = (committed) => findingOf(generatedStale, {
    at: { file: committed.file, start: 0, end: 0 },
    message: `No folder gives the DAG \`${committed.dag}\` any more, and Airflow still finds it in this file.`,
    advice: "Delete the file.",
    subject: { dag: committed.dag },
});
/** The first line that differs (`line` is 1-based), and how many do, of those at the same place. */
function difference(committed, wanted, project) {
    const [have, want] = [committed.text.split("\n"), wanted.split("\n")];
    const differs = Array.from({ length: Math.max(have.length, want.length) }, (_, line) => have[line] !== want[line]);
    const first = Math.min(differs.indexOf(true), Math.max(0, have.length - 1));
    const lines = (project.texts.get(committed.file) ?? committed.text).split("\n");
    const start = lines.slice(0, first).reduce((sum, line) => sum + line.length + 1, 0);
    const end = start + (lines[first] ?? "").replace(/\r$/, "").length;
    return { at: { file: committed.file, start, end }, count: differs.filter(Boolean).length, line: first + 1 };
}

// EXTERNAL MODULE: ./build/parse/task-file.js + 10 modules
var task_file = __webpack_require__(25581);
;// CONCATENATED MODULE: ./build/check/rules/ignored-file.js



const ignoredFile = {
    name: "ignored-file",
    severity: "warning",
    effect: "dropped",
    summary: "a file that looks like a task or like METADATA.yml, and that gusty passes over",
    explains: "gusty reads files whose names end in `.yml`, `.yaml`, `.Rmd`, `.py`, `.ipynb` or `.sql`, letter by letter, and METADATA.yml in exactly this spelling. `bake.YML` or `report.rmd` is no task, and nobody says so. Files and folders that start with `_` or `.` are meant to be passed over, so nothing is said of them, but for a METADATA.yml in a folder that starts with `_`: that is a notice.",
    source: "gusty/building.py, create_schematic",
    wrong: {
        shows: "dags/bakery/bake.YML",
        files: {
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
            "dags/bakery/bake.YML": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
        },
    },
    right: {
        shows: "dags/bakery/bake.yml",
        files: {
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
            "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
        },
    },
    check: ({ project }) => problemsOf(project, "ignored-file").map(({ problem, dag }) => {
        const metadata = problem.at.file.endsWith("/METADATA.yml");
        return findingOf(ignoredFile, {
            at: problem.at,
            severity: metadata ? "notice" : "warning",
            message: metadata
                ? `gusty does not read this METADATA.yml: ${problem.detail}.`
                : `gusty does not read \`${problem.at.file}\`: ${problem.detail}.`,
            advice: problem.instead
                ? `Rename the ${metadata ? "folder" : "file"} to \`${problem.instead}\`, if it is meant to count.`
                : null,
            subject: { ...(dag ? { dag: dag.id } : {}), key: problem.at.file },
            fix: ignored_file_fixOf(problem, dag, project.texts.get(problem.at.file) ?? ""),
        });
    }),
};
/**
 * The file under the name that gusty reads, where no file has it. Safe where it then plainly is what it looks like: a
 * METADATA.yml with keys, or a task with an operator whose id no task has.
 */
function ignored_file_fixOf({ at, instead, free }, dag, text) {
    if (instead === null || !free)
        return null;
    const to = (0,model_path/* joinPath */.uJ)((0,model_path/* folderOf */.yS)(at.file), instead);
    const id = (0,task_file/* taskIdOf */.G6)(to);
    const taken = dag?.tasks.some((task) => task.id === id || task.id.endsWith(`_${id}`) || task.id.startsWith(`${id}_`));
    const safe = instead === "METADATA.yml" ? /^\w+:/m.test(text) : /^(?:# ?)?operator:/m.test(text) && !taken;
    return { description: `Rename the file to \`${instead}\``, safe, edits: [], renames: [{ from: at.file, to }] };
}

;// CONCATENATED MODULE: ./build/check/rules/invalid-id.js


const invalidId = {
    name: "invalid-id",
    severity: "error",
    effect: "fails",
    summary: "an id that Airflow refuses, or the reserved task name `all`",
    explains: "Ids of DAGs and tasks may hold letters, digits, dashes, dots and underscores, at most 250 of them; ids of task groups no dots, and at most 200. A task cannot be named `all`, which in `external_dependencies` means the whole DAG. Anything else raises, and ends the whole entry point.",
    source: "airflow/utils/helpers.py, validate_key, validate_group_key; gusty/parsing/__init__.py, parse",
    wrong: {
        shows: "dags/bakery/bake bread.yml",
        files: { "dags/bakery/bake bread.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n" },
    },
    right: {
        shows: "dags/bakery/bake_bread.yml",
        files: { "dags/bakery/bake_bread.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n" },
    },
    check: ({ project }) => problemsOf(project, "invalid-id").map(({ problem, dag }) => {
        const what = { dag: "DAG", task: "task", group: "task group" }[problem.what];
        const { subject, stops } = failsWith(project, dag, problem.at);
        return findingOf(invalidId, {
            at: problem.at,
            message: `\`${problem.id}\` cannot be the id of a ${what}: ${clause(problem.detail)}.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
            advice: problem.what === "task" ? "Rename the file." : "Rename the folder.",
            subject: problem.what === "task" ? { ...subject, task: problem.id } : subject,
            stops,
        });
    }),
};

;// CONCATENATED MODULE: ./build/check/rules/invalid-schedule.js


const invalidSchedule = {
    name: "invalid-schedule",
    severity: "error",
    effect: "fails",
    summary: "a schedule that is neither a preset nor a cron expression that Airflow takes",
    explains: "A schedule in text is a preset (`@hourly`, `@daily`, `@weekly`, `@monthly`, `@quarterly`, `@yearly`, `@once`, `@continuous`) or a cron expression as croniter reads it: minute, hour, day of the month, month, day of the week, and seconds as a sixth field, not as the first. Names (`mon`, `jan`), `L`, `#`, `15W` and `?` are understood. For anything else Airflow raises AirflowTimetableInvalid, and the DAG disappears. `@continuous` needs `max_active_runs: 1`.",
    source: "airflow/timetables/_cron.py, CronMixin.validate; croniter/croniter.py, croniter.expand",
    wrong: {
        shows: "dags/bakery/METADATA.yml",
        files: {
            "dags/bakery/METADATA.yml": "schedule: '0 25 * * *'\ndefault_args:\n  start_date: !datetime [2024, 1, 1]\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    right: {
        shows: "dags/bakery/METADATA.yml",
        files: {
            "dags/bakery/METADATA.yml": "schedule: '0 5 * * *'\ncatchup: false\ndefault_args:\n  start_date: !datetime [2024, 1, 1]\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    check: ({ project }) => problemsOf(project, "invalid-schedule").map(({ problem, dag }) => {
        const named = problem.schedule === null ? "This" : `\`${problem.schedule}\``;
        const gone = dag
            ? problem.early
                ? ` ${stopsText(project, dag)}.`
                : ` Airflow does not load \`${dag.id}\`.`
            : "";
        return findingOf(invalidSchedule, {
            at: problem.at,
            message: `${named} is no schedule: ${problem.detail}.${gone}`,
            advice: problem.schedule === "@continuous"
                ? "Set `max_active_runs: 1`."
                : "Expected a preset such as `@daily`, or a cron expression such as `0 5 * * *`.",
            subject: dag ? { dag: dag.id, key: "schedule" } : {},
            stops: dag ? (problem.early ? dagsOfEntryPoint(project, dag) : [dag.id]) : [],
        });
    }),
};

// EXTERNAL MODULE: ./build/catalogue/shipped.js + 2 modules
var catalogue_shipped = __webpack_require__(20817);
;// CONCATENATED MODULE: ./build/check/jinja-fault.js
const TOKEN = /\s+|(?<name>[\p{ID_Start}_][\p{ID_Continue}]*)|(?<number>\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d[\d_]*)?|0[xX][\da-fA-F_]+)|(?<string>'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*")|(?<operator>\/\/|\*\*|==|!=|>=|<=|[-+/*%~[\](){}><=.:|,;])/uy;
/** Statements with an end of their own, and the words that may stand between (`jinja2/parser.py`). */
const BLOCKS = new Map([
    ["for", ["else"]],
    ["if", ["elif", "else"]],
    ["block", []],
    ["macro", []],
    ["call", []],
    ["filter", []],
    ["with", []],
    ["autoescape", []],
    ["set", []],
]);
const SINGLE = new Set(["extends", "print", "include", "from", "import", "do"]);
const WORDS = new Set(["and", "or", "not", "in", "is", "if", "else"]);
const CLOSES = { ")": "(", "]": "[", "}": "{" };
/**
 * The first thing in a template that Jinja certainly refuses, or `null`: then it may still refuse it. By the rules of
 * `jinja2/lexer.py` (`Lexer.tokeniter`) and `jinja2/parser.py` with the `do` extension, as Airflow sets it up.
 * `test/parity/syntax-faults.test.ts` holds it against Jinja. Linear in the text.
 */
function jinjaFault(text) {
    const open = [];
    const opening = /\{[{%#]/g;
    for (let found = opening.exec(text); found; found = opening.exec(text)) {
        const at = found.index;
        if (found[0] === "{#") {
            const end = text.indexOf("#}", at + 2);
            // Jinja does not ask for an end where the text ends right here.
            if (end < 0 && /^[-+]?$/.test(text.slice(at + 2, at + 4)))
                break;
            if (end < 0)
                return { start: at, end: at + 2, detail: "`{#` begins a comment, and no `#}` ends it" };
            opening.lastIndex = end + 2;
            continue;
        }
        const raw = found[0] === "{%" ? endOfRaw(text, at) : null;
        if (raw !== null) {
            if (raw < 0)
                return { start: at, end: at + 2, detail: "`{% raw %}` has no `{% endraw %}`" };
            opening.lastIndex = raw;
            continue;
        }
        const inside = tokensOf(text, at, found[0] === "{{" ? "}}" : "%}");
        if ("detail" in inside)
            return inside;
        const place = { start: at, end: inside.end };
        const fault = found[0] === "{{" ? outputFault(inside.tokens, place) : statementFault(inside.tokens, place, open);
        if (fault)
            return fault;
        opening.lastIndex = inside.end;
    }
    const left = open.at(-1);
    return left
        ? { start: left.at, end: left.end, detail: `\`{% ${left.name} %}\` has no \`{% end${left.name} %}\`` }
        : null;
}
/** Where a raw block ends; -1 without an end; `null` where none begins. */
function endOfRaw(text, at) {
    const begin = /\{%[-+]?\s*raw\s*-?%\}/y;
    begin.lastIndex = at;
    if (!begin.test(text))
        return null;
    if (begin.lastIndex === text.length)
        return text.length;
    const end = /\{%[-+]?\s*endraw\s*[-+]?%\}/g;
    end.lastIndex = begin.lastIndex;
    return end.test(text) ? end.lastIndex : -1;
}
/** The tokens between `{{` or `{%` and its end. Inside brackets an end does not count, as in Jinja. */
function tokensOf(text, start, closing) {
    const tokens = [];
    const brackets = [];
    let at = start + 2;
    if (/[-+]/.test(text[at] ?? ""))
        at += 1;
    while (at < text.length) {
        if (brackets.length === 0) {
            const sign = /[-+]/.test(text[at] ?? "") && !(closing === "}}" && text[at] === "+") ? 1 : 0;
            if (text.startsWith(closing, at + sign))
                return { tokens, end: at + sign + 2 };
        }
        TOKEN.lastIndex = at;
        const groups = TOKEN.exec(text)?.groups;
        if (!groups)
            return { start: at, end: at + 1, detail: badCharacter(text[at] ?? "") };
        const kind = groups.name ? "name" : groups.number ? "number" : groups.string ? "string" : "operator";
        const value = groups.name ?? groups.number ?? groups.string ?? groups.operator;
        if (value !== undefined) {
            if (kind === "operator") {
                const wants = CLOSES[value];
                if (wants !== undefined && brackets.pop() !== wants)
                    return { start: at, end: at + 1, detail: `this \`${value}\` closes nothing` };
                if ("([{".includes(value))
                    brackets.push(value);
            }
            tokens.push({ kind, text: value, start: at });
        }
        at = TOKEN.lastIndex;
    }
    return { start, end: start + 2, detail: `\`${text.slice(start, start + 2)}\` has no \`${closing}\`` };
}
const badCharacter = (character) => /["']/.test(character)
    ? `this ${character === '"' ? '`"`' : "`'`"} has no end`
    : `\`${character}\` means nothing inside Jinja`;
function outputFault(tokens, place) {
    return tokens.length === 0 ? { ...place, detail: "`{{ }}` is empty" } : expressionFault(tokens, place);
}
function statementFault(tokens, place, open) {
    const [first, ...rest] = tokens;
    if (!first)
        return { ...place, detail: "`{% %}` is empty" };
    if (first.kind !== "name")
        return { ...place, detail: `\`${first.text}\` is no statement of Jinja` };
    const { text: name } = first;
    const current = open.at(-1);
    if (name.startsWith("end") && BLOCKS.has(name.slice(3))) {
        if (current?.name !== name.slice(3))
            return {
                ...place,
                detail: current ? `\`${name}\` stands where \`end${current.name}\` is expected` : `\`${name}\` ends nothing`,
            };
        open.pop();
        return null;
    }
    if (name === "else" || name === "elif") {
        if (!current || !BLOCKS.get(current.name)?.includes(name))
            return { ...place, detail: `\`${name}\` has no \`if\` before it` };
        return null;
    }
    if (!BLOCKS.has(name) && !SINGLE.has(name))
        return { ...place, detail: `\`${name}\` is no statement of Jinja` };
    const single = name === "set" && rest.some((token) => token.text === "=");
    if (BLOCKS.has(name) && !single)
        open.push({ name, at: place.start, end: place.end });
    return name === "if" && rest.length > 0 ? expressionFault(rest, place) : null;
}
/** Two values side by side, or an operator at the end. What stands behind `is` is left alone: tests take arguments so. */
function expressionFault(tokens, place) {
    if (tokens.some(({ text }) => text === "is" || text === "if"))
        return null;
    for (const [index, right] of tokens.entries()) {
        const left = tokens[index - 1];
        if (!left || left.kind === "operator" || right.kind === "operator")
            continue;
        if (WORDS.has(left.text) || WORDS.has(right.text) || (left.kind === "string" && right.kind === "string"))
            continue;
        return { ...place, detail: `something is missing between \`${left.text}\` and \`${right.text}\`` };
    }
    const last = tokens.at(-1);
    const dangling = last?.kind === "operator" && !/[)\]},]/.test(last.text);
    return dangling ? { ...place, detail: `the expression ends after \`${last.text}\`` } : null;
}

;// CONCATENATED MODULE: ./build/check/rules/jinja-syntax.js




/** How Bash says the length of an array. */
const LENGTH = `$${"{#loaves[@]}"}`;
/** Values nest no deeper than this in anything that people write. */
const DEEPEST = 20;
const jinjaSyntax = {
    name: "jinja-syntax",
    severity: "warning",
    effect: "surprises",
    summary: "a template that Jinja refuses, so that the task fails whenever it runs",
    explains: `Airflow renders the template fields of an operator with Jinja when the task runs. A template that Jinja cannot parse is found only then: every run of the task fails. Bash is the usual trap: \`${LENGTH}\` begins a comment of Jinja. Looked at are the template fields of operators that Windsock's catalogue knows; files that a field names are not read.`,
    source: "airflow/models/abstractoperator.py, AbstractOperator.render_template; jinja2/lexer.py, Lexer.tokeniter",
    wrong: {
        shows: "dags/bakery/count.yml",
        files: {
            "dags/bakery/count.yml": `operator: airflow.operators.bash.BashOperator\nbash_command: loaves=(rye spelt); echo ${LENGTH} {{ ds }}\n`,
        },
    },
    right: {
        shows: "dags/bakery/count.yml",
        files: {
            "dags/bakery/count.yml": `operator: airflow.operators.bash.BashOperator\nbash_command: 'loaves=(rye spelt); echo {% raw %}${LENGTH}{% endraw %} {{ ds }}'\n`,
        },
    },
    check: ({ project }) => project.dags.flatMap((dag) => (0,build_fields/* fieldOf */._F)(dag.settings, "jinja_environment_kwargs")
        ? []
        : dag.tasks.flatMap((task) => checkTask(project, dag, task))),
};
function checkTask(project, dag, task) {
    const { operator } = task;
    if (task.kind !== "spec" || !operator || operator.local)
        return [];
    const shipped = (0,catalogue_shipped/* openShipped */.OC)(project.versions.airflow.major).find(`${operator.module}.${operator.name}`);
    if (!shipped)
        return [];
    return task.arguments
        .filter(({ key }) => shipped.templateFields.includes(key))
        .flatMap(({ key, value }) => {
        const found = firstFault(value, 0);
        if (!found)
            return [];
        return [
            findingOf(jinjaSyntax, {
                at: placeOf(found, project) ?? task.source ?? dag.site.declared,
                message: `Jinja cannot parse \`${key}\`: ${found.fault.detail}. \`${task.id}\` fails whenever it runs.`,
                advice: "Text that is not meant for Jinja goes between `{% raw %}` and `{% endraw %}`.",
                subject: { dag: dag.id, task: task.id, key },
            }),
        ];
    });
}
function firstFault(value, depth) {
    if (value.t === "str") {
        const file = /^\S+\.[a-z]{1,5}$/.test(value.v);
        const fault = file ? null : jinjaFault(value.v);
        return fault && { text: value.v, value, fault };
    }
    const parts = value.t === "list" || value.t === "tuple" ? value.v : value.t === "map" ? value.v.map(([, part]) => part) : [];
    if (depth >= DEEPEST)
        return null;
    for (const part of parts) {
        const found = firstFault(part, depth + 1);
        if (found)
            return found;
    }
    return null;
}
/** The fault's own place where the file holds the text as it is, else the whole value's. */
function placeOf({ text, value, fault }, project) {
    const { span } = value;
    if (!span)
        return null;
    const written = project.texts.get(span.file)?.slice(span.start, span.end) ?? "";
    const from = written === text ? 0 : written.slice(1, -1) === text ? 1 : -1;
    if (from < 0)
        return span;
    return { file: span.file, start: span.start + from + fault.start, end: span.start + from + fault.end };
}

;// CONCATENATED MODULE: ./build/check/secrets.js
/** Tokens that tell by their form that they are secrets: GitHub, GitLab, AWS, Google, Slack, OpenAI, JSON web tokens. */
const secrets_TOKEN = /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{40,}|glpat-[\w-]{20,}|A(?:KIA|SIA)[A-Z0-9]{16}|AIza[\w-]{35}|xox[abprs]-[\w-]{20,}|sk-[A-Za-z0-9_-]{32,}|eyJ[\w-]{16,}\.eyJ[\w-]{16,}\.[\w-]{16,})/;
/** `scheme://user:password@host`, where the password is written out. */
const ADDRESS = /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/?#@:'"{}$]{1,100}:([^\s/?#@'"{}$<>*]{3,200})@[A-Za-z0-9.-]/;
/** Values that stand for a secret without being one. */
const PLACEHOLDER = /^(?:x+|\*+|\.+|-+|none|null|true|false|todo|tbd|changeme|change_me|change-me|example|secret|password|passwd|token|your[_-].*|my[_-]?(?:password|secret|token)|<.*>|\[.*\]|\$.*|%.*%|dummy|test|fake|redacted|hidden)$/i;
/** The last words of keys whose values are passwords, and of those whose values are keys and tokens or their names. */
const PASSWORDS = new Set(["password", "passwd", "passphrase", "pwd"]);
const KEYS = new Set(["token", "apikey", "secret"]);
const KEY_PAIRS = new Set(["api key", "access key", "secret key", "private key", "auth token", "access token"]);
/** How long a value is that is looked at; longer ones are texts. */
const LONGEST = 500;
/** In words, what secret a value holds, or `null`. Names of secrets, templates, paths and placeholders are none. */
function looksSecret(key, text) {
    if (secrets_TOKEN.test(text.slice(0, 20_000)))
        return "a token";
    const address = ADDRESS.exec(text.slice(0, 20_000));
    if (address && !PLACEHOLDER.test(address[1] ?? ""))
        return "an address with its password";
    if (text.length > LONGEST || text.length < 6 || !secrets_isLiteral(text))
        return null;
    const words = wordsOf(key);
    const last = words.at(-1) ?? "";
    if (PASSWORDS.has(last))
        return "a password";
    const isKey = KEYS.has(last) || KEY_PAIRS.has(words.slice(-2).join(" "));
    return isKey && isRandom(text) ? "a key or token" : null;
}
const wordsOf = (key) => key
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
/** One word without a template, a path or a name of an environment variable. */
const secrets_isLiteral = (text) => !/[\s{}]/.test(text) && !/^[./~]/.test(text) && !/^[A-Z][A-Z0-9_]*$/.test(text) && !PLACEHOLDER.test(text);
/** Letters mixed with digits, as nobody names things: at least 16 of them. */
const isRandom = (text) => text.length >= 16 && /\d/.test(text) && /[A-Za-z]/.test(text) && !/^[a-z]+([-_.:/][a-z0-9]+)+$/.test(text);

;// CONCATENATED MODULE: ./build/check/rules/literal-secret.js




const literalSecret = {
    name: "literal-secret",
    severity: "warning",
    effect: "surprises",
    summary: "a password or token that is written out in a task file, METADATA.yml or an entry point",
    explains: "What stands in the repository can be read by everybody who can read it, in every commit from then on, and Airflow shows it in its pages. Found are values under keys such as `password` and `api_key`, passwords in addresses, and tokens that tell by their form (GitHub, GitLab, AWS, Google, Slack, OpenAI, JSON web tokens). Templates, `!env_var` and names of connections are fine. Reports never show the value.",
    source: "https://airflow.apache.org/docs/apache-airflow/stable/security/secrets/index.html",
    wrong: {
        shows: "dags/bakery/order.yml",
        files: {
            "dags/bakery/order.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: order-flour\nenv:\n  MILL_PASSWORD: hunter2-and-more\n",
        },
    },
    right: {
        shows: "dags/bakery/order.yml",
        files: {
            "dags/bakery/order.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: order-flour\nenv:\n  MILL_PASSWORD: '{{ conn.mill.password }}'\n",
        },
    },
    check: ({ project }) => oncePerPlace(project.dags.flatMap(secretsOf), ({ at }) => at),
};
function secretsOf(dag) {
    const places = [
        { fields: dag.metadata, task: null },
        ...dag.tasks
            .filter((task) => task.kind === "spec")
            .map((task) => ({ fields: [...task.arguments, ...task.dropped], task: task.id })),
    ];
    return places.flatMap(({ fields, task }) => textsIn(fields).flatMap(({ key, text, at }) => {
        const what = looksSecret(key, text);
        if (what === null || at === null)
            return [];
        return [
            findingOf(literalSecret, {
                at,
                message: `\`${key}\` holds ${what}: whoever reads the repository has it.`,
                advice: "Change it, and read it from an Airflow connection or variable, or from the environment (`!env_var`).",
                subject: { dag: dag.id, ...(task === null ? {} : { task }), key },
            }),
        ];
    }));
}

;// CONCATENATED MODULE: ./build/check/rules/lost-external-dependency.js


/** What both examples have beside the task file that they show. */
const OTHERS = {
    "requirements.txt": "apache-airflow==2.11.2\ngusty==0.7.1\n",
    "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
    "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
};
const lostExternalDependency = {
    name: "lost-external-dependency",
    severity: "error",
    effect: "dropped",
    summary: "two list entries for one external DAG, of which gusty before 0.8 keeps only the last",
    explains: "Before 0.8 gusty made one dictionary of the list under `external_dependencies`, so that of several entries for one DAG only the last was waited for. Said only where the project pins such a gusty.",
    source: "gusty/building.py, parse_external_dependencies (0.8.0: a list of pairs instead of a dictionary)",
    wrong: {
        shows: "dags/shop/sell.yml",
        files: {
            ...OTHERS,
            "dags/shop/sell.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  - bakery: knead\n  - bakery: bake\n",
        },
    },
    right: {
        shows: "dags/shop/sell.yml",
        files: {
            ...OTHERS,
            "dags/shop/sell.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  - bakery: all\n",
        },
    },
    check: ({ project }) => {
        const { version } = project.versions.gusty;
        if (version === null || !/^0\.[0-7](?:\.|$)/.test(version))
            return [];
        return project.dags.flatMap((dag) => dag.tasks.flatMap((task) => repeatedIn(task.spec ? (0,build_fields/* fieldOf */._F)(task.spec.fields, "external_dependencies")?.value : undefined).map((lost) => findingOf(lostExternalDependency, {
            at: lost.at,
            message: `gusty ${version} does not wait for this: of several entries for the DAG \`${lost.dag}\` it keeps only the last.`,
            advice: `Use gusty 0.8 or later, or wait for the whole DAG: \`${lost.dag}: all\`.`,
            subject: { ...subjectOf(dag, { t: "task", id: task.id }), key: `${lost.dag}: ${lost.task}` },
        }))));
    },
};
/** Entries of a list whose DAG a later entry names again. */
function repeatedIn(value) {
    const pairs = (value?.t === "list" ? value.v : []).flatMap((item) => item.t === "map"
        ? item.v.flatMap(([dag, task]) => dag.t === "str" && task.t === "str" && task.span ? [{ dag: dag.v, task: task.v, at: task.span }] : [])
        : []);
    return pairs.filter((pair, index) => pairs.slice(index + 1).some((later) => later.dag === pair.dag && later.task !== pair.task));
}

;// CONCATENATED MODULE: ./build/check/rules/misnamed-key.js

const misnamedKey = {
    name: "misnamed-key",
    severity: "error",
    effect: "dropped",
    summary: "`depends_on`, `external_dependency` and the like: a key that gusty drops and that plainly means another",
    explains: "gusty reads `dependencies`, `external_dependencies`, `root_tasks` and `leaf_tasks` in exactly these words. A key of another name goes to the operator if it takes it, and else nowhere: the task starts without waiting. Nothing is said where the operator takes the key, or is not known.",
    source: "gusty/building.py, build_task, GustyBuilder.parse_metadata",
    wrong: {
        shows: "dags/bakery/bake.yml",
        files: {
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
            "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\ndepends_on:\n  - knead\n",
        },
    },
    right: {
        shows: "dags/bakery/bake.yml",
        files: {
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
            "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\ndependencies:\n  - knead\n",
        },
    },
    check: ({ project }) => problemsOf(project, "misnamed-key").flatMap(({ problem, dag }) => {
        if (!dag)
            return [];
        const { key, means, of, taken } = problem;
        const waits = means.endsWith("dependencies") ? " and nothing is waited for" : " and it has no effect";
        return [
            findingOf(misnamedKey, {
                at: problem.at,
                message: `gusty does not know \`${key}\`: it drops the key,${waits}.`,
                advice: taken
                    ? `Move what stands here to \`${means}\`, which is there already.`
                    : means === "dependencies" && of === null
                        ? "A DAG has no `dependencies`: write `external_dependencies`, or put the dependencies into the task files."
                        : `Write \`${means}\`.`,
                subject: { ...(of ? subjectOf(dag, of) : { dag: dag.id }), key },
                fix: taken || (means === "dependencies" && of === null)
                    ? null
                    : {
                        description: `Rename \`${key}\` to \`${means}\``,
                        safe: false,
                        edits: [{ at: problem.at, text: means }],
                    },
            }),
        ];
    }),
};

;// CONCATENATED MODULE: ./build/check/rules/missing-argument.js


const missingArgument = {
    name: "missing-argument",
    severity: "error",
    effect: "fails",
    summary: "a required argument of the operator that neither the task nor `default_args` gives",
    explains: "An argument without a default must come from the task file or from the `default_args` of its DAG or group. Otherwise Airflow raises when the operator is made, which ends the whole entry point.",
    source: "airflow/models/baseoperator.py, BaseOperatorMeta._apply_defaults",
    wrong: {
        shows: "dags/bakery/knead.yml",
        files: { "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nretries: 2\n" },
    },
    right: {
        shows: "dags/bakery/knead.yml",
        files: {
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\nretries: 2\n",
        },
    },
    check: ({ project }) => problemsOf(project, "missing-argument").map(({ problem, dag }) => {
        const { subject, stops } = failsWith(project, dag, problem.at);
        const name = problem.operator.slice(problem.operator.lastIndexOf(".") + 1);
        return findingOf(missingArgument, {
            at: problem.at,
            message: `\`${name}\` needs ${inWords(problem.names)}, and neither this file nor \`default_args\` gives it.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
            advice: `Add ${inWords(problem.names.map((argument) => `${argument}:`))} to the file.`,
            subject: { ...subject, key: problem.names.join(",") },
            stops,
        });
    }),
};

// EXTERNAL MODULE: ./build/config/nearest.js
var config_nearest = __webpack_require__(49445);
;// CONCATENATED MODULE: ./build/check/rules/missing-callable.js



const REASONS = {
    absent: "the file defines no function of that name",
    nested: "that function stands inside another one or a class, so the module does not have it",
    async: "gusty does not find `async def`",
    class: "that is a class, and gusty looks for `def`",
    "not-a-name": "that is not the name of a function",
    imported: "the name is only imported or assigned, and gusty looks for `def`",
};
const missingCallable = {
    name: "missing-callable",
    severity: "error",
    effect: "fails",
    summary: "`python_callable`, or an extra callable, that is no function of the file",
    explains: "gusty looks for `def NAME` in the same file, imports the file, and takes the function from the module. Where it finds none it stops with AssertionError or AttributeError, and every DAG of the entry point disappears.",
    source: "gusty/parsing/utils.py, get_callable_from_file",
    wrong: {
        shows: "dags/bakery/bake.py",
        files: { "dags/bakery/bake.py": "# ---\n# python_callable: bake_bread\n# ---\n\n\ndef bake():\n    return 12\n" },
    },
    right: {
        shows: "dags/bakery/bake.py",
        files: { "dags/bakery/bake.py": "# ---\n# python_callable: bake\n# ---\n\n\ndef bake():\n    return 12\n" },
    },
    check: ({ project }) => problemsOf(project, "missing-callable").map(({ problem, dag }) => {
        const nearest = (0,config_nearest/* nearest */.p)(problem.name, problem.functions);
        const known = problem.functions.length > 0 ? `Functions of this file: ${inWords(problem.functions.slice(0, 8))}.` : null;
        return findingOf(missingCallable, {
            at: problem.at,
            message: `\`${problem.key}\` names \`${problem.name}\`, but ${REASONS[problem.because]}.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
            advice: nearest ? `Did you mean \`${nearest}\`?` : known,
            fix: nearest
                ? {
                    description: `Replace \`${problem.name}\` by \`${nearest}\``,
                    safe: false,
                    edits: [{ at: problem.at, text: nearest }],
                }
                : null,
            ...failsWith(project, dag, problem.at),
        });
    }),
};

;// CONCATENATED MODULE: ./build/check/rules/missing-operator.js



const missingOperator = {
    name: "missing-operator",
    severity: "error",
    effect: "fails",
    summary: "a task file without `operator`",
    explains: "Every task file but a `.py` one must name the class of its operator. Without it gusty stops with AssertionError, and every DAG of the entry point disappears.",
    source: "gusty/parsing/__init__.py, parse",
    wrong: { shows: "dags/bakery/knead.yml", files: { "dags/bakery/knead.yml": "bash_command: echo knead\n" } },
    right: {
        shows: "dags/bakery/knead.yml",
        files: { "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n" },
    },
    check: ({ project }) => problemsOf(project, "missing-operator").map(({ problem, dag }) => {
        const metadata = /(?:^|\/)metadata\.ya?ml$/i.test(problem.at.file);
        const taken = metadata ? ", and gusty takes it for a task: only `METADATA.yml`, in this spelling, is none" : "";
        return findingOf(missingOperator, {
            at: problem.at,
            message: `\`${problem.at.file}\` names no \`operator\`${taken}.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
            advice: metadata
                ? "Rename the file to `METADATA.yml`."
                : "Add `operator:` with the whole path of a class, such as `airflow.operators.bash.BashOperator`.",
            ...failsWith(project, dag, problem.at),
            fix: metadata ? asMetadata(project, problem.at.file) : null,
        });
    }),
};
/** The file under the name that gusty reads, where no file has it. */
function asMetadata(project, from) {
    const to = (0,model_path/* joinPath */.uJ)((0,model_path/* folderOf */.yS)(from), "METADATA.yml");
    if (project.texts.has(to))
        return null;
    return { description: "Rename the file to `METADATA.yml`", safe: true, edits: [], renames: [{ from, to }] };
}

;// CONCATENATED MODULE: ./build/check/rules/missing-start-date.js


const missingStartDate = {
    name: "missing-start-date",
    severity: "error",
    effect: "fails",
    summary: "a schedule, and no `start_date` in the DAG or its `default_args`",
    explains: "Airflow 2 raises for a DAG that has a schedule and no `start_date`, even where every task has one of its own. Airflow 3 raises only for a schedule by time with `catchup: true`. One exception ends the whole entry point.",
    source: "airflow/models/dag.py, DAG.__init__ (2.11); airflow/sdk/definitions/dag.py, DAG._validate_catchup (3.3)",
    wrong: {
        shows: "dags/bakery/METADATA.yml",
        files: {
            "dags/bakery/METADATA.yml": 'schedule: "@daily"\n',
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    right: {
        shows: "dags/bakery/METADATA.yml",
        files: {
            "dags/bakery/METADATA.yml": 'schedule: "@daily"\nstart_date: !datetime [2024, 1, 1]\n',
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    check: ({ project }) => problemsOf(project, "missing-start-date").map(({ problem, dag }) => {
        const why = problem.airflow === 2 ? "Airflow 2 needs one for every schedule" : "Airflow 3 needs one where `catchup` is on";
        return findingOf(missingStartDate, {
            at: problem.at,
            message: `\`${dag?.id ?? ""}\` has a schedule and no \`start_date\`: ${why}.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
            advice: "Add `start_date: !datetime [2024, 1, 1]` to METADATA.yml, or to its `default_args`.",
            ...failsWith(project, dag, problem.at),
        });
    }),
};

;// CONCATENATED MODULE: ./build/check/rules/moving-start-date.js


/** Calls that give another date each day. */
const MOVING = /(^|\.)(days_ago|now|utcnow|today|yesterday|tomorrow)$/;
const movingStartDate = {
    name: "moving-start-date",
    severity: "notice",
    effect: "surprises",
    summary: "a `start_date` that moves with the clock",
    explains: "`!days_ago 1` is another date each time Airflow parses the DAG. A schedule whose interval is longer than that never gets a run, and with `catchup` the number of runs depends on when the DAG was switched on. A fixed date in the past says the same thing once.",
    source: "gusty/utils/__init__.py, days_ago; https://airflow.apache.org/docs/apache-airflow/stable/faq.html",
    wrong: {
        shows: "dags/bakery/METADATA.yml",
        files: {
            "dags/bakery/METADATA.yml": "schedule: '@weekly'\ncatchup: false\ndefault_args:\n  start_date: !days_ago 1\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    right: {
        shows: "dags/bakery/METADATA.yml",
        files: {
            "dags/bakery/METADATA.yml": "schedule: '@weekly'\ncatchup: false\ndefault_args:\n  start_date: !datetime [2024, 1, 1]\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    check: ({ project }) => project.dags.flatMap((dag) => startDates(dag).map(({ field, task }) => findingOf(movingStartDate, {
        at: field.value.span ?? field.keySpan ?? dag.site.declared,
        message: `\`start_date\` is another date each time Airflow reads the DAG: what is due depends on when that happens.`,
        advice: "Write a fixed date, such as `!datetime [2024, 1, 1]`.",
        subject: { dag: dag.id, ...(task === null ? {} : { task }), key: "start_date" },
    }))),
};
function startDates(dag) {
    const defaults = (0,build_fields/* fieldOf */._F)(dag.settings, "default_args");
    const inside = defaults ? ((0,build_fields/* fieldsOfMap */.jR)(defaults.value) ?? []) : [];
    const own = [...dag.settings, ...inside].map((field) => ({ field, task: null }));
    const tasks = dag.tasks.flatMap((task) => task.arguments.map((field) => ({ field, task: task.id })));
    return [...own, ...tasks].filter(({ field }) => field.key === "start_date" && isMoving(field.value));
}
const isMoving = (value) => value.t === "call" && typeof value.fn === "string" && MOVING.test(value.fn);

// EXTERNAL MODULE: ./build/build/outcome.js
var outcome = __webpack_require__(27239);
;// CONCATENATED MODULE: ./build/check/rules/not-static.js


/** Statements of an entry point, which no value stands for. */
const STATEMENTS = new Set([outcome/* LATER_CHANGES */.$m, "statements after create_dag", "setup of the process"]);
/** What it depends on, and how the configuration can tell. */
function adviceOn(expression, affects) {
    if (expression === "")
        return null;
    const what = `It depends on \`${expression}\`.`;
    if (affects === "sites" || STATEMENTS.has(affects) || affects.startsWith("*"))
        return what;
    return affects === "edges"
        ? `${what} \`operators.dependencies\` in \`windsock.yml\` can say how it finds them.`
        : `${what} \`values:\` in \`windsock.yml\` can say what that is.`;
}
const notStatic = {
    name: "not-static",
    severity: "notice",
    effect: "surprises",
    summary: "something that cannot be known without running Python",
    explains: "Windsock never runs code of a pull request. What an entry point computes from anything but its own files, what an operator sets on itself, and what a template calls stays open: it is named here with the expression, and no DAG is called proved because of it.",
    source: "Windsock's own promise: unknown is said, never guessed",
    wrong: {
        shows: "dags/bakery.py",
        files: {
            "dags/bakery.py": 'import os\n\nimport requests\nfrom gusty import create_dag\n\nhere = os.path.dirname(__file__)\nfor name in requests.get("https://example.com/shops").json():\n    globals()[name] = create_dag(os.path.join(here, name))\n',
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    right: {
        shows: "dags/bakery.py",
        files: {
            "dags/bakery.py": 'import os\n\nfrom gusty import create_dag\n\nhere = os.path.dirname(__file__)\nfor name in ["bakery"]:\n    globals()[name] = create_dag(os.path.join(here, name))\n',
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    check: ({ project }) => problemsOf(project, "not-static").map(({ problem, dag }) => findingOf(notStatic, {
        at: problem.at,
        message: problem.affects === "sites"
            ? `Which DAGs this makes is not known: ${problem.why}.`
            : `\`${problem.affects}\`${dag ? ` of \`${dag.id}\`` : ""} is not known: ${problem.why}.`,
        advice: adviceOn(problem.expression, problem.affects),
        subject: { ...(dag ? { dag: dag.id } : {}), key: problem.affects },
    })),
};

// EXTERNAL MODULE: ./build/compare/paired-dags.js + 1 modules
var paired_dags = __webpack_require__(81522);
// EXTERNAL MODULE: ./build/compare/renamed-tasks.js + 1 modules
var renamed_tasks = __webpack_require__(66039);
;// CONCATENATED MODULE: ./build/check/external-targets.js

const targetsOf = (project, id) => ({
    gusty: dagIndex(project).dags.get(id) ?? [],
    plain: dagIndex(project).plain.get(id) ?? [],
});
/** Whether a DAG with one of its tasks is there, or with `null` the DAG; `"maybe"`: Python may make the task. */
function hasTarget({ gusty, plain }, task) {
    if (task === null)
        return gusty.length + plain.length > 0;
    const known = gusty.some(({ tasks }) => tasks.some(({ id }) => id === task)) || plain.some(({ tasks }) => tasks.includes(task));
    return known || (plain.some(({ complete }) => !complete) && "maybe");
}

;// CONCATENATED MODULE: ./build/check/lost-target.js



/**
 * What the change from `base` to `head` took away from a DAG that waited for it before: the whole DAG, or the task. `null`
 * where the target is there, or was not there before, or the DAG did not wait for it.
 */
function lostTarget(dag, external, base, head) {
    if (!base)
        return null;
    const waited = base.dags
        .filter((candidate) => candidate.id === dag.id)
        .some((before) => before.externals.some(({ dag: id, task }) => id === external.dag && task === external.task));
    const [before, after] = [targetsOf(base, external.dag), targetsOf(head, external.dag)];
    const { task } = external;
    if (!waited || hasTarget(before, task) !== true || hasTarget(after, task) !== false)
        return null;
    const pair = (0,paired_dags/* pairDags */.w)(base, head).find(({ base: from }) => from?.id === external.dag);
    if (hasTarget(after, null) === false)
        return { what: "dag", renamed: pair?.head?.id ?? null };
    if (!pair?.base || !pair.head)
        return { what: "task", renamed: null };
    const renamed = renamesOf(pair.base, pair.head, base, head).find(({ from }) => from === task);
    return { what: "task", renamed: renamed?.to ?? null };
}
/** The tasks of one DAG that live on under another id. */
const renamesOf = (before, after, base, head) => (0,renamed_tasks/* renamedTasks */.X)(before, after, {
    base: { texts: base.texts, folder: before.site.folder },
    head: { texts: head.texts, folder: after.site.folder },
});

;// CONCATENATED MODULE: ./build/check/rules/orphaned-sensor.js





const orphanedSensor = {
    name: "orphaned-sensor",
    severity: "error",
    effect: "hangs",
    summary: "this change removes or renames a task or DAG that another DAG waits for",
    explains: "The sensor of an external dependency asks for a DAG and a task by their ids, and nobody checks that they exist. When the target is removed or renamed, DAGs that this change does not touch wait in vain: for `timeout` seconds (gusty's default is 3600), once, since sensor timeouts are not retried; with `check_existence` the sensor fails at once and is retried; with `soft_fail` it is skipped.",
    source: "airflow/sensors/external_task.py, ExternalTaskSensor.poke; airflow/sensors/base.py, BaseSensorOperator.execute",
    wrong: {
        shows: "dags/shop/sell.yml",
        files: {
            "dags/bakery/bake_bread.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\nenv:\n  FLOUR: rye\n",
            "dags/shop/sell.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  - bakery: bake\n",
        },
        before: {
            "dags/bakery/bake_bread.yml": null,
            "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: make loaves\ntrigger_rule: all_done\n",
        },
    },
    right: {
        shows: "dags/shop/sell.yml",
        files: {
            "dags/bakery/bake_bread.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\nenv:\n  FLOUR: rye\n",
            "dags/shop/sell.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  - bakery: bake_bread\n",
        },
        before: {
            "dags/bakery/bake_bread.yml": null,
            "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: make loaves\ntrigger_rule: all_done\n",
        },
    },
    check: ({ project, other }) => project.dags.flatMap((dag) => dag.externals.flatMap((external) => {
        const lost = lostTarget(dag, external, other, project);
        const sensor = (0,sensor_wait/* waitingSensor */.aB)(dag, external.sensor);
        if (!lost || !sensor || project.config.externalDags.some((pattern) => matchesPattern(external.dag, pattern)))
            return [];
        const open = lost.what === "dag" ? (0,sites_open/* isOpen */.n)(project) : isUndecided(project.dags, external.dag);
        const [first, ...rest] = external.uses;
        const at = first?.at ?? dag.site.declared;
        const waits = [...new Set(external.uses.flatMap(({ by }) => (by ? [`\`${by.id}\``] : [])))].slice(0, 4);
        const behind = waits.length > 0
            ? ` ${waits.join(", ")} of \`${dag.id}\` ${waits.length > 1 ? "stand" : "stands"} behind it.`
            : "";
        return [
            findingOf(orphanedSensor, {
                at,
                severity: open ? "warning" : "error",
                message: `${whatHappened(lost, external.dag, external.task)}: \`${external.sensor}\` ${(0,sensor_wait/* waitsInVain */.qQ)(sensor)}.${behind}`,
                advice: orphaned_sensor_wayOut(lost, external.dag, external.task),
                related: rest.flatMap((use) => (use.at ? [{ at: use.at, message: "waits for it too" }] : [])),
                subject: { dag: dag.id, task: external.sensor },
                fix: lost.what === "task" && lost.renamed !== null
                    ? {
                        description: `Wait for \`${lost.renamed}\``,
                        safe: false,
                        edits: external.uses.flatMap((use) => (use.at ? [{ at: use.at, text: lost.renamed ?? "" }] : [])),
                    }
                    : null,
            }),
        ];
    })),
};
const isUndecided = (dags, id) => dags.some((dag) => dag.id === id && dag.outcome === "undecided");
function whatHappened({ what, renamed }, dag, task) {
    const target = what === "dag" ? `the DAG \`${dag}\`` : `\`${task}\` of \`${dag}\``;
    return renamed === null ? `This change removes ${target}` : `This change renames ${target} to \`${renamed}\``;
}
function orphaned_sensor_wayOut({ what, renamed }, dag, task) {
    if (renamed === null)
        return what === "dag"
            ? "Take the dependency out, or name what replaces the DAG."
            : "Take the dependency out, or name what replaces the task.";
    const line = what === "dag" ? `${renamed}: ${task ?? "all"}` : `${dag}: ${renamed}`;
    return `Wait for it by its new name:\nexternal_dependencies:\n  - ${line}`;
}

;// CONCATENATED MODULE: ./build/check/rules/overwritten-key.js

const overwrittenKey = {
    name: "overwritten-key",
    severity: "warning",
    effect: "dropped",
    summary: "`task_id`, `file_path` and the like in a task file: gusty writes over them",
    explains: "The id of a task is the name of its file, lower-cased. gusty sets `task_id`, `file_path`, `absql_runner` and `dag` after it has read the file, so what the file says there counts for nothing. Dependencies name the task by its file's name.",
    source: "gusty/parsing/__init__.py, parse; gusty/building.py, build_task",
    wrong: {
        shows: "dags/bakery/knead.yml",
        files: {
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\ntask_id: knead_the_dough\n",
        },
        airflow: 2,
    },
    right: {
        shows: "dags/bakery/knead_the_dough.yml",
        files: {
            "dags/bakery/knead_the_dough.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
        airflow: 2,
    },
    check: ({ project }) => problemsOf(project, "overwritten-key").flatMap(({ problem, dag }) => dag
        ? [
            findingOf(overwrittenKey, {
                at: problem.at,
                message: `gusty writes over \`${problem.keyName}\`: it holds ${problem.why}, whatever stands here.`,
                advice: problem.keyName === "task_id" ? "Take it out, or rename the file." : "Take it out.",
                subject: { ...failsWith(project, dag, problem.at).subject, key: problem.keyName },
            }),
        ]
        : []),
};

// EXTERNAL MODULE: ./build/discover/path-pattern.js
var path_pattern = __webpack_require__(98584);
// EXTERNAL MODULE: ./node_modules/re2js/build/index.js
var build = __webpack_require__(2856);
;// CONCATENATED MODULE: ./build/check/policy-values.js



const compiled = new Map();
/**
 * True where all of `text` matches: a pattern with `*` and `?`, or a regular expression between slashes, which may match
 * anywhere. Both in linear time (RE2), whatever the expression.
 */
function matchesPolicy(text, pattern) {
    const inner = /^\/(.*)\/$/s.exec(pattern)?.[1];
    if (inner === undefined)
        return matchesPattern(text, pattern);
    const known = compiled.get(inner) ?? build/* RE2JS */.L3.compile(inner);
    compiled.set(inner, known);
    return known.matcher(text).find();
}
/** A setting of a DAG by its path, such as `default_args.owner`; `dag_id` too. */
function dagValue(dag, path) {
    if (path === "dag_id")
        return { value: { t: "str", v: dag.id }, at: null };
    return along(dag.metadata, path.split("."));
}
/**
 * An argument of a task by its path; `id`, `operator` and `group` too. What `default_args` of the task's DAG give counts
 * where the task says nothing itself.
 */
function taskValue(dag, task, path) {
    const place = task.spec ? ((0,build_fields/* fieldOf */._F)(task.spec.fields, "operator")?.value.span ?? null) : task.source;
    if (path === "id")
        return { value: { t: "str", v: task.id }, at: task.source };
    if (path === "group")
        return { value: task.group === null ? undefined : { t: "str", v: task.group }, at: task.source };
    if (path === "operator")
        return { value: operatorName(task), at: place };
    const own = along([...task.arguments, ...task.dropped], path.split("."));
    if (own.value !== undefined)
        return own;
    const inherited = along(dag.metadata, ["default_args", ...path.split(".")]);
    return { value: inherited.value, at: inherited.value === undefined ? task.source : inherited.at };
}
/** The operator as the task file names it. */
function operatorName(task) {
    const written = task.spec ? (0,build_fields/* fieldOf */._F)(task.spec.fields, "operator")?.value : undefined;
    if (written)
        return written;
    return task.operator ? { t: "str", v: `${task.operator.module}.${task.operator.name}` } : undefined;
}
function along(fields, path) {
    const [first = "", ...rest] = path;
    const field = (0,build_fields/* fieldOf */._F)(fields, first);
    if (!field)
        return { value: undefined, at: null };
    if (rest.length === 0)
        return { value: field.value, at: field.value.span ?? field.keySpan };
    const inner = (0,build_fields/* fieldsOfMap */.jR)(field.value);
    if (inner) {
        const found = along(inner, rest);
        return found.value === undefined ? { value: undefined, at: field.keySpan } : found;
    }
    const open = field.value.t === "expr" || field.value.t === "call";
    return { value: open ? field.value : undefined, at: field.keySpan };
}
/** Whether a value is one of those that a condition names; of a list each item counts. `null`: only Python knows. */
function isAmong(value, wanted) {
    if (value.t === "list" || value.t === "tuple" || value.t === "set") {
        const each = value.v.map((item) => isAmong(item, wanted));
        if (each.includes("yes"))
            return "yes";
        return each.includes(null) ? null : "no";
    }
    if (value.t === "expr" || value.t === "call" || value.t === "name")
        return null;
    return wanted.some((one) => isSame(value, one)) ? "yes" : "no";
}
function isSame(value, wanted) {
    if (wanted.t === "str")
        return matchesPolicy(textOf(value), wanted.v);
    if (wanted.t === "null")
        return value.t === "null";
    return "v" in value && "v" in wanted && value.t === wanted.t && value.v === wanted.v;
}
/** A scalar as a person writes it; empty for anything else. */
function textOf(value) {
    switch (value.t) {
        case "str":
        case "date":
        case "datetime":
            return value.v;
        case "int":
        case "float":
            return `${value.v}`;
        case "bool":
            return value.v ? "true" : "false";
        default:
            return "";
    }
}

;// CONCATENATED MODULE: ./build/check/rules/policy.js




const policy = {
    name: "policy",
    severity: "error",
    effect: "policy",
    summary: "what the project's own `policies:` in `windsock.yml` ask for, and a DAG or task does not do",
    explains: "A policy says what every DAG or task must have (`require`), must not have (`forbid`), or how it is named (`naming`); `of:` narrows it to DAGs, tasks, paths, tags or operators. A field is a path into the settings of the DAG (`default_args.owner`, `tags`, `schedule`), or starts with `task.` (`task.retries`, `task.operator`, `task.id`). Values are plain, or patterns with `*`, or regular expressions between slashes, which run in linear time. Its own `message` and `link` are what the report says.",
    source: "Windsock's own configuration, docs/configuration.md",
    wrong: {
        shows: "windsock.yml",
        files: {
            "windsock.yml": "policies:\n  - name: owned\n    require: { default_args.owner: [bakers, millers] }\n    message: Every DAG has an owner, see handbook/owners.md\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    right: {
        shows: "dags/bakery/METADATA.yml",
        files: {
            "windsock.yml": "policies:\n  - name: owned\n    require: { default_args.owner: [bakers, millers] }\n    message: Every DAG has an owner, see handbook/owners.md\n",
            "dags/bakery/METADATA.yml": "default_args:\n  owner: bakers\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    check: ({ project }) => project.config.policies.flatMap((one) => project.dags.flatMap((dag) => (takesDag(one, dag) ? judgeDag(one, dag) : []))),
};
const anyMatches = (texts, patterns) => patterns.some((pattern) => texts.some((text) => matchesPolicy(text, pattern)));
function takesDag({ of }, dag) {
    const tags = (0,build_fields/* fieldOf */._F)(dag.metadata, "tags")?.value;
    const names = tags && (tags.t === "list" || tags.t === "set" || tags.t === "tuple") ? tags.v.map(textOf) : [];
    return (of.dags === null || anyMatches([dag.id], of.dags)) && (of.tags === null || anyMatches(names, of.tags));
}
/** True for a task that every selector takes; paths are those of its file. */
function takesTask({ of }, task) {
    const file = task.spec?.file ?? null;
    const operator = operatorName(task);
    return (task.kind === "spec" &&
        !task.broken &&
        (of.tasks === null || anyMatches([task.id], of.tasks)) &&
        (of.operators === null || (operator !== undefined && anyMatches([textOf(operator)], of.operators))) &&
        (of.paths === null || (file !== null && of.paths.some((pattern) => (0,path_pattern/* matchesPath */.$)(pattern, file)))));
}
function judgeDag(one, dag) {
    const tasks = dag.tasks.filter((task) => takesTask(one, task));
    const narrowed = one.of.tasks !== null || one.of.operators !== null;
    const inPath = one.of.paths === null || one.of.paths.some((pattern) => (0,path_pattern/* matchesPath */.$)(pattern, dag.site.folder));
    // A policy about some tasks says nothing of the DAG, but for the fields of the DAG that it names.
    const whole = narrowed ? tasks.length > 0 : inPath || tasks.length > 0;
    const of = (condition) => condition.field.startsWith("task.");
    const conditions = [
        ...one.require.map((condition) => ({ condition, required: true })),
        ...one.forbid.map((condition) => ({ condition, required: false })),
    ];
    return [
        ...conditions
            .filter(({ condition }) => whole && !of(condition))
            .flatMap(({ condition, required }) => judge(one, dag, null, condition, required)),
        ...conditions
            .filter(({ condition }) => of(condition))
            .flatMap(({ condition, required }) => tasks.flatMap((task) => judge(one, dag, task, condition, required))),
        ...naming(one, dag, tasks, whole),
    ];
}
function judge(one, dag, task, condition, required) {
    const path = task ? condition.field.slice("task.".length) : condition.field;
    const found = task ? taskValue(dag, task, path) : dagValue(dag, path);
    const wrong = whatIsWrong(found, condition, required);
    if (wrong === null)
        return [];
    const what = task ? `task \`${task.id}\` of \`${dag.id}\`` : `DAG \`${dag.id}\``;
    const at = found.at ?? task?.source ?? policy_placeOf(dag);
    return [
        policy_said(one, dag, task, condition.field, at, `The ${what} breaks the policy \`${one.name}\`: \`${path}\` ${wrong}.`),
    ];
}
/** What is wrong with a value, as the end of a sentence; `null` where nothing is, or only Python knows. */
function whatIsWrong({ value }, { values }, required) {
    const missing = value === undefined || value.t === "null";
    if (values === null) {
        const empty = missing ||
            ("v" in value && Array.isArray(value.v) && value.v.length === 0) ||
            (value.t === "str" && value.v === "");
        return required ? (empty ? "is not set" : null) : missing ? null : "is set";
    }
    const wanted = values.map((one) => `\`${one.t === "null" ? "null" : textOf(one)}\``).join(", ");
    if (value === undefined)
        return required ? `is not set, and must be ${values.length > 1 ? "one of " : ""}${wanted}` : null;
    const among = isAmong(value, values);
    if (required)
        return among === "no" ? `is \`${shown(value)}\`, and must be ${values.length > 1 ? "one of " : ""}${wanted}` : null;
    return among === "yes" ? `must not be \`${shown(value)}\`` : null;
}
const shown = (value) => {
    if (value === undefined || value.t === "null")
        return "null";
    if (value.t === "list" || value.t === "tuple" || value.t === "set")
        return value.v.map(shown).join(", ");
    return textOf(value).slice(0, 100).replaceAll("`", "'");
};
function naming(one, dag, tasks, whole) {
    const { dag: dagName, task: taskName, group: groupName } = one.naming;
    const wrong = (what, id, pattern) => `The ${what} \`${id}\` breaks the policy \`${one.name}\`: its id does not match \`${pattern}\`.`;
    const ofTasks = tasks.filter((task) => taskName !== null && !matchesPolicy(task.gustyId, taskName));
    const ofGroups = whole
        ? dag.groups.filter((group) => groupName !== null && !matchesPolicy(group.name, groupName))
        : [];
    return [
        ...(whole && dagName !== null && !matchesPolicy(dag.id, dagName)
            ? [policy_said(one, dag, null, "naming.dag", policy_placeOf(dag), wrong("DAG", dag.id, dagName))]
            : []),
        ...ofTasks.map((task) => policy_said(one, dag, task, "naming.task", task.source ?? policy_placeOf(dag), wrong("task", task.gustyId, taskName ?? ""))),
        ...ofGroups.map((group) => {
            const at = { file: group.metadata ?? group.folder, start: 0, end: 0 };
            return policy_said(one, dag, null, `naming.group.${group.id}`, group.metadata ? at : policy_placeOf(dag), wrong("task group", group.name, groupName ?? ""));
        }),
    ];
}
const policy_placeOf = (dag) => dag.metadataFile ? { file: dag.metadataFile, start: 0, end: 0 } : dag.site.declared;
function policy_said(one, dag, task, key, at, message) {
    return findingOf(policy, {
        at,
        severity: one.severity,
        message: one.message === null ? message : `${message} ${one.message.replace(/\s+/g, " ").trim()}`,
        advice: one.link === null ? null : `See ${one.link}`,
        subject: { dag: dag.id, ...(task ? { task: task.id } : {}), key: `${one.name} ${key}` },
    });
}

;// CONCATENATED MODULE: ./build/check/rules/python-syntax.js


const pythonSyntax = {
    name: "python-syntax",
    severity: "error",
    effect: "fails",
    summary: "a `.py` task file that Python cannot parse",
    explains: "Where a `.py` task file names a `python_callable` or `extra_callables`, gusty parses the whole file when the DAG is built: a syntax error ends the whole entry point. Without them the text is run by the task only, so that the DAG is built and every run of the task fails: that is a warning. Said is only what no version of Python 3 takes.",
    source: "gusty/parsing/utils.py, get_callable_from_file; gusty/parsing/parsers.py, parse_py",
    wrong: {
        shows: "dags/bakery/bake.py",
        files: { "dags/bakery/bake.py": "# ---\n# python_callable: bake\n# ---\n\n\ndef bake()\n    return 12\n" },
    },
    right: {
        shows: "dags/bakery/bake.py",
        files: { "dags/bakery/bake.py": "# ---\n# python_callable: bake\n# ---\n\n\ndef bake():\n    return 12\n" },
    },
    check: ({ project }) => problemsOf(project, "python-syntax").flatMap(({ problem, dag }) => {
        if (!problem.raises && !(dag && runsFile(dag, problem.at.file)))
            return [];
        const { subject, stops } = failsWith(project, dag, problem.at);
        const consequence = !problem.raises
            ? " The DAG is built, and the task fails whenever it runs."
            : dag
                ? ` ${stopsText(project, dag)}.`
                : "";
        return [
            findingOf(pythonSyntax, {
                at: problem.at,
                severity: problem.raises ? "error" : "warning",
                effect: problem.raises ? "fails" : "surprises",
                message: `Python cannot parse this file: ${problem.detail}.${consequence}`,
                advice: "`python -m py_compile` with this file says the same; a file that passes it is fine.",
                subject,
                stops: problem.raises ? stops : [],
            }),
        ];
    }),
};
/** True where a task of the DAG executes the text of the file. */
const runsFile = (dag, file) => dag.tasks.some((task) => task.arguments.some(({ value }) => value.t === "run-file" && value.file === file));

;// CONCATENATED MODULE: ./build/check/rules/refused-argument.js


const refusedArgument = {
    name: "refused-argument",
    severity: "error",
    effect: "fails",
    summary: "an argument that gusty passes on and the operator refuses",
    explains: "gusty also passes on what `template_fields` and the direct base's signature name, and the bare names of a signature such as `kwargs`. Some classes set such an argument themselves, or take it from elsewhere, and then raise TypeError for it: `sql` of SQLColumnCheckOperator, `conn_id` of SnowflakeSqlApiOperator.",
    source: "gusty/building.py, build_task; airflow/models/baseoperator.py, BaseOperator.__init__",
    wrong: {
        shows: "dags/bakery/count.yml",
        files: {
            "dags/bakery/count.yml": "operator: airflow.providers.common.sql.operators.sql.SQLColumnCheckOperator\nconn_id: bakery\ntable: loaves\ncolumn_mapping: {weight: {min: {geq_to: 1}}}\nsql: SELECT 1\n",
        },
    },
    right: {
        shows: "dags/bakery/count.yml",
        files: {
            "dags/bakery/count.yml": "operator: airflow.providers.common.sql.operators.sql.SQLColumnCheckOperator\nconn_id: bakery\ntable: loaves\ncolumn_mapping: {weight: {min: {geq_to: 1}}}\n",
        },
    },
    check: ({ project }) => problemsOf(project, "refused-argument").map(({ problem, dag }) => {
        const operator = problem.operator.slice(problem.operator.lastIndexOf(".") + 1);
        const { stops } = failsWith(project, dag, problem.at);
        return findingOf(refusedArgument, {
            at: problem.at,
            message: `\`${operator}\` refuses \`${problem.keyName}\` with TypeError, although gusty passes it on.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
            advice: "Take it out.",
            subject: { ...(dag ? { dag: dag.id } : {}), task: problem.task, key: problem.keyName },
            stops,
        });
    }),
};

;// CONCATENATED MODULE: ./build/check/rules/root-or-leaf-edges.js


const rootOrLeafEdges = {
    name: "root-or-leaf-edges",
    severity: "error",
    effect: "fails",
    summary: "a root or leaf task that has edges of its own",
    explains: "gusty puts root tasks before, and leaf tasks behind, everything of the top level that has no edge on that side, and asserts that they have none themselves: no `dependencies`, no `external_dependencies`, and no task or group that names them. Else it raises, which ends the whole entry point.",
    source: "gusty/building.py, GustyBuilder.create_root_dependencies, create_leaf_tasks",
    wrong: {
        shows: "dags/bakery/METADATA.yml",
        files: {
            "dags/bakery/METADATA.yml": "root_tasks:\n  - knead\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
            "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\ndependencies:\n  - knead\n",
        },
    },
    right: {
        shows: "dags/bakery/METADATA.yml",
        files: {
            "dags/bakery/METADATA.yml": "root_tasks:\n  - knead\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
            "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
        },
    },
    check: ({ project }) => problemsOf(project, "root-or-leaf-edges").map(({ problem, dag }) => {
        const kind = problem.key === "root_tasks" ? "root" : "leaf";
        const edges = dag?.edges.filter((edge) => edge.up === problem.name || edge.down === problem.name) ?? [];
        const others = problem.others.slice(0, 8);
        return findingOf(rootOrLeafEdges, {
            at: problem.at,
            message: `\`${problem.name}\` is a ${kind} task, and has edges of its own with ${inWords(others)}: gusty raises.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
            advice: kind === "root"
                ? `Take \`${problem.name}\` out of \`root_tasks\`, or these dependencies: everything at the top waits for a root task anyway.`
                : `Take \`${problem.name}\` out of \`leaf_tasks\`, or these dependencies: a leaf task waits for everything at the top anyway.`,
            related: edges.flatMap((edge) => edge.from && (edge.via === "task" || edge.via === "group" || edge.via === "external")
                ? [{ at: edge.from, message: `\`${edge.down}\` waits for \`${edge.up}\`` }]
                : []),
            subject: { ...(dag ? { dag: dag.id } : {}), task: problem.name, key: problem.key },
            stops: failsWith(project, dag, problem.at).stops,
        });
    }),
};

;// CONCATENATED MODULE: ./build/check/run-dates.js



/** A year that has a 29 February, so that no schedule looks as if it never ran, and that year with one on each side. */
const YEAR = { from: Date.UTC(2024, 0, 1) / logical_dates/* DAY */.d_, days: 366 };
const AROUND = { from: Date.UTC(2023, 0, 1) / logical_dates/* DAY */.d_, days: 3 * 366 };
/**
 * The logical dates of a DAG as its timetable gives them (`airflow/timetables/interval.py`, `trigger.py`). `null`: its
 * schedule starts no runs over and over, or nothing can be said of it.
 */
function runDatesOf(dag) {
    const value = scheduleField(dag)?.value;
    if (value?.t === "str" && value.v === "@continuous")
        return { t: "open", why: `\`${dag.id}\` runs continuously, at no fixed dates` };
    if (value && isAssets(value)) {
        const kind = dag.airflow === 2 ? "datasets" : "assets";
        return { t: "open", why: `\`${dag.id}\` runs when its ${kind} are updated, at no fixed dates` };
    }
    const start = startField(dag);
    const date = start ? staticDate(start.value) : null;
    const cron = cronOf(dag);
    if (cron) {
        const zone = start ? date && { name: date.zone } : { name: null };
        const year = zone && (0,logical_dates/* runTimes */.Ep)(cron, zone.name, YEAR.from, YEAR.days);
        const around = zone && (0,logical_dates/* runTimes */.Ep)(cron, zone.name, AROUND.from, AROUND.days);
        return year && around && year.days.length > 0 ? { t: "clock", zoned: zone.name !== null, year, around } : null;
    }
    const step = intervalOf(dag);
    if (step === null || step <= 0 || !Number.isInteger(step) || !date || hasOtherStarts(dag))
        return null;
    return gridOf(dag, step, (0,logical_dates/* utcOf */.ym)(date.ms, date.zone), date.zone !== null);
}
/**
 * With `catchup` a timedelta counts from the start date. Without, Airflow 2 counts from 1970 or from the start date,
 * whichever is later when the DAG is switched on (`DeltaDataIntervalTimetable._skip_to_latest`), and Airflow 3 from that
 * moment itself (`DeltaTriggerTimetable`).
 */
function gridOf(dag, step, anchor, zoned) {
    const given = (0,build_fields/* fieldOf */._F)(dag.settings, "catchup");
    const catchup = given ? (0,build_fields/* truthOf */.D)(given.value) : dag.airflow === 2;
    if (catchup === null)
        return null;
    if (catchup || (dag.airflow === 2 && anchor % step === 0))
        return { t: "grid", zoned, step, anchor };
    const why = `\`${dag.id}\` has a timedelta as schedule and no \`catchup\`, so that its dates depend on when it is switched on`;
    return { t: "open", why };
}
/** A task or a group that starts by itself: then the earliest start of all counts (`DAG._time_restriction`). */
const hasOtherStarts = (dag) => dag.tasks.some((task) => (0,build_fields/* fieldOf */._F)(task.arguments, "start_date")) ||
    dag.groups.some((group) => {
        const defaults = (0,build_fields/* fieldOf */._F)(group.arguments, "default_args");
        return defaults !== undefined && (0,build_fields/* fieldOf */._F)((0,build_fields/* fieldsOfMap */.jR)(defaults.value) ?? [], "start_date") !== undefined;
    });
const ASSET = /(?:^|\.)(?:Dataset|Asset)(?:Alias|All|Any|OrTimeSchedule)?$/;
/** Datasets or assets: one, a list, or an expression of them. */
function isAssets(value) {
    if (value.t === "list" || value.t === "tuple")
        return value.v.length > 0 && value.v.every(isAssets);
    if (value.t === "expr")
        return /^\(*(?:Dataset|Asset)\w*\(/.test(value.source);
    return value.t === "call" && typeof value.fn === "string" && ASSET.test(value.fn);
}
/** True where some run of `own`, `delta` milliseconds earlier, is a run of `other`, or where they are too many to look at. */
function haveCommonRuns(own, other, delta) {
    if (own.t === "clock" && other.t === "clock")
        return (0,logical_dates/* shareRuns */.ss)(own.year, other.around, delta);
    if (own.t === "grid" && other.t === "grid")
        return (own.anchor - delta - other.anchor) % commonDivisor(own.step, other.step) === 0;
    const [clock, grid, shift] = own.t === "clock" && other.t === "grid"
        ? [own, other, -delta]
        : own.t === "grid" && other.t === "clock"
            ? [other, own, delta]
            : [null, null, 0];
    if (!clock || !grid || (0,logical_dates/* size */.Ej)(clock.year) > logical_dates/* MOST_INSTANTS */.$7)
        return true;
    return (0,logical_dates/* instants */.vg)(clock.year).some((instant) => (instant + shift - grid.anchor) % grid.step === 0);
}
/** How long before each run of `own` the latest run of `other` lies, in milliseconds, where that is always the same. */
function steadyDistance(own, other) {
    const [from, to] = [YEAR.from * logical_dates/* DAY */.d_, (YEAR.from + YEAR.days) * logical_dates/* DAY */.d_];
    const runs = datesWithin(own, from, to, "year");
    const others = datesWithin(other, AROUND.from * logical_dates/* DAY */.d_, (AROUND.from + AROUND.days) * logical_dates/* DAY */.d_, "around") ??
        datesWithin(other, from, to, "year");
    const first = others?.[0];
    if (!runs || !others || first === undefined)
        return null;
    let position = 0;
    let distance = null;
    for (const run of runs) {
        while ((others[position + 1] ?? Number.POSITIVE_INFINITY) <= run)
            position += 1;
        const before = others[position] ?? first;
        if (before > run)
            continue;
        if (distance !== null && distance !== run - before)
            return null;
        distance = run - before;
    }
    return distance;
}
/** The dates in order; `null` where they are too many to look at. */
function datesWithin(dates, from, to, part) {
    if (dates.t === "clock")
        return (0,logical_dates/* size */.Ej)(dates[part]) > logical_dates/* MOST_INSTANTS */.$7 ? null : [...(0,logical_dates/* instants */.vg)(dates[part])].sort((a, b) => a - b);
    const { step, anchor } = dates;
    if ((to - from) / step > logical_dates/* MOST_INSTANTS */.$7)
        return null;
    const first = anchor + Math.ceil((from - anchor) / step) * step;
    return Array.from({ length: Math.max(0, Math.ceil((to - first) / step)) }, (_, index) => first + index * step);
}
const commonDivisor = (a, b) => (b === 0 ? a : commonDivisor(b, a % b));

;// CONCATENATED MODULE: ./build/check/rules/schedule-mismatch.js







/** Two DAGs, the second two hours after the first. */
const schedules = {
    "dags/bakery/METADATA.yml": "schedule: '0 4 * * *'\ncatchup: false\ndefault_args: {start_date: !datetime [2024, 1, 1]}\n",
    "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
    "dags/shop/METADATA.yml": "schedule: '0 6 * * *'\ncatchup: false\ndefault_args: {start_date: !datetime [2024, 1, 1]}\n",
};
const scheduleMismatch = {
    name: "schedule-mismatch",
    severity: "warning",
    effect: "hangs",
    summary: "a sensor for a DAG whose schedule never has the same logical date, and no `execution_delta` between them",
    explains: "An ExternalTaskSensor waits for the run of the other DAG with its own logical date, less its `execution_delta`. Where the two schedules never meet within a year, it waits until its timeout, every time. Compared are the real logical dates of cron schedules and presets, in their time zones, and of timedeltas from their start dates; where the distance is always the same, the message has the `execution_delta` that bridges it. Where nobody can tell the dates (datasets and assets, `@continuous`, a timedelta without `catchup`), that is a notice.",
    source: "airflow/sensors/external_task.py, ExternalTaskSensor._get_dttm_filter",
    wrong: {
        shows: "dags/shop/sell.yml",
        files: {
            ...schedules,
            "dags/shop/sell.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  - bakery: bake\n",
        },
    },
    right: {
        shows: "dags/shop/sell.yml",
        files: {
            ...schedules,
            "dags/shop/sell.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  bakery:\n    tasks: [bake]\n    execution_delta: !timedelta 'hours: 2'\n",
        },
    },
    check: ({ project }) => {
        const known = new Map();
        const datesOf = (dag) => {
            const found = known.get(dag);
            if (found !== undefined)
                return found;
            const made = runDatesOf(dag);
            known.set(dag, made);
            return made;
        };
        return project.dags.flatMap((dag) => dag.externals.flatMap((external) => mismatch(project, dag, external, datesOf) ?? []));
    },
};
function mismatch(project, dag, external, datesOf) {
    const targets = targetsOf(project, external.dag).gusty;
    const [target] = targets;
    const sensor = dag.tasks.find((task) => task.id === external.sensor);
    if (!target || targets.length > 1 || target === dag || sensor?.operator?.name !== "ExternalTaskSensor")
        return null;
    if ((0,build_fields/* fieldOf */._F)(sensor.arguments, "execution_date_fn"))
        return null;
    const given = (0,build_fields/* fieldOf */._F)(sensor.arguments, "execution_delta");
    const delta = deltaOf(given?.value);
    const [own, other] = [datesOf(dag), datesOf(target)];
    if (delta === null || Math.abs(delta) > 365 * logical_dates/* DAY */.d_ || !own || !other)
        return null;
    const base = {
        at: external.uses[0]?.at ?? dag.site.declared,
        related: relatedTo(target),
        subject: { dag: dag.id, task: external.sensor },
    };
    const open = other.t === "open" ? other : own.t === "open" ? own : null;
    if (own.t === "open" || other.t === "open")
        return findingOf(scheduleMismatch, {
            ...base,
            severity: "notice",
            effect: "surprises",
            message: `Nobody can tell whether \`${external.sensor}\` ever finds a run of \`${external.dag}\`: ${open?.why ?? ""}. Where there is none of its own logical date, it ${(0,sensor_wait/* waitsInVain */.qQ)(sensor, true)}.`,
            advice: "Give both DAGs a schedule by the clock, or let one start the other.",
        });
    if (own.zoned !== other.zoned || haveCommonRuns(own, other, delta))
        return null;
    return findingOf(scheduleMismatch, {
        ...base,
        message: `\`${external.sensor}\` waits for a run of \`${external.dag}\` (${written(target)}) ${given ? "its `execution_delta` before" : "at"} each logical date of \`${dag.id}\` (${written(dag)}), and there is none all year: each time it ${(0,sensor_wait/* waitsInVain */.qQ)(sensor, true)}.`,
        advice: schedule_mismatch_wayOut(external, steadyDistance(own, other)),
    });
}
function schedule_mismatch_wayOut(external, delta) {
    if (delta === null)
        return "Align the schedules, or give the sensor an `execution_date_fn`.";
    const tasks = external.task ?? "all";
    return `This delta aligns them:\nexternal_dependencies:\n  ${external.dag}:\n    tasks: [${tasks}]\n    execution_delta: !timedelta '${inUnits(delta)}'`;
}
function relatedTo(target) {
    const at = scheduleField(target)?.value.span;
    return at ? [{ at, message: `the schedule of \`${target.id}\`` }] : [];
}
/** Milliseconds; `null` where only Python knows. */
function deltaOf(value) {
    if (value === undefined || value.t === "null")
        return 0;
    return value.t === "call" && value.fn === "datetime.timedelta" ? timedeltaOf(value) : null;
}
/** The schedule as it is written, a timedelta in words. */
function written(dag) {
    const value = scheduleField(dag)?.value;
    if (value?.t === "str")
        return `\`${value.v}\``;
    const interval = intervalOf(dag);
    return interval === null
        ? "no schedule"
        : `every ${(0,sensor_wait/* secondsInWords */.eh)(interval / 1000).replace(/^1 (?=\w+$)/, "")} from its start date`;
}
/** `hours: 2`, as `!timedelta` takes it; in the largest unit that is whole. */
function inUnits(ms) {
    const units = [
        ["days", logical_dates/* DAY */.d_],
        ["hours", 3_600_000],
        ["minutes", 60_000],
    ];
    const [unit, size] = units.find(([, one]) => ms % one === 0) ?? ["seconds", 1000];
    return `${unit}: ${ms / size}`;
}

;// CONCATENATED MODULE: ./build/check/rules/sensor-collision.js

const sensorCollision = {
    name: "sensor-collision",
    severity: "error",
    effect: "surprises",
    summary: "two external dependencies whose sensors get one name, so that one waits for the wrong task",
    explains: "gusty names the sensor of an external dependency `wait_for_DAG_TASK` and makes one sensor for a name. `sales: eu_load` and `sales_eu: load` are both `wait_for_sales_eu_load`: the second shares the sensor of the first, and what it asked for is never waited for.",
    source: "gusty/external_sensor.py, make_external_task_name; gusty/building.py, create_task_external_dependencies",
    wrong: {
        shows: "dags/shop/report.yml",
        files: {
            "dags/sales/eu_load.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo load\n",
            "dags/sales_eu/load.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo load\n",
            "dags/shop/report.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo report\nexternal_dependencies:\n  - sales: eu_load\n  - sales_eu: load\n",
        },
    },
    right: {
        shows: "dags/shop/report.yml",
        files: {
            "dags/sales/eu_load.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo load\n",
            "dags/sales_eu/load.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo load\n",
            "dags/shop/report.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo report\nexternal_dependencies:\n  - sales: eu_load\n  - sales_eu: all\n",
        },
    },
    check: ({ project }) => problemsOf(project, "sensor-collision").map(({ problem, dag }) => findingOf(sensorCollision, {
        at: problem.at,
        message: `This waits for ${sensor_collision_target(problem.made)} instead of ${sensor_collision_target(problem.wanted)}: both sensors are named \`${problem.sensor}\`, and gusty makes only the first.`,
        advice: "Wait for the whole DAG (`all`) in one of the two places, or rename the task that is waited for.",
        related: problem.first ? [{ at: problem.first, message: `this makes \`${problem.sensor}\`` }] : [],
        subject: {
            ...(dag ? { dag: dag.id } : {}),
            task: problem.sensor,
            key: `${problem.wanted.dag}: ${problem.wanted.task ?? "all"}`,
        },
    })),
};
const sensor_collision_target = ({ dag, task }) => task === null ? `the DAG \`${dag}\`` : `\`${task}\` of \`${dag}\``;

;// CONCATENATED MODULE: ./build/check/rules/sensor-override-lost.js

const sensorOverrideLost = {
    name: "sensor-override-lost",
    severity: "warning",
    effect: "dropped",
    summary: "settings of an external dependency that another place has declared before",
    explains: "The tasks of one DAG that wait for the same external task share one sensor. The first declaration makes it, with its settings; settings of later ones are not used. gusty goes through the DAG's own folder first, then through its sub folders, tasks before groups, and the METADATA.yml of the DAG last.",
    source: "gusty/building.py, GustyBuilder.create_task_external_dependencies",
    wrong: {
        shows: "dags/shop/sell.yml",
        files: {
            "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
            "dags/shop/pack.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo pack\nexternal_dependencies:\n  - bakery: bake\n",
            "dags/shop/sell.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  bakery:\n    tasks: [bake]\n    timeout: 600\n",
        },
    },
    right: {
        shows: "dags/shop/sell.yml",
        files: {
            "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
            "dags/shop/pack.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo pack\nexternal_dependencies:\n  bakery:\n    tasks: [bake]\n    timeout: 600\n",
            "dags/shop/sell.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  bakery:\n    tasks: [bake]\n    timeout: 600\n",
        },
    },
    check: ({ project }) => problemsOf(project, "sensor-override-lost").map(({ problem, dag }) => {
        const first = problem.first ? ` in \`${problem.first.file}\`` : "";
        // One entry with several tasks makes several sensors, and may have come too late for some of them only.
        const others = dag ? sensorsWith(dag, problem.at) : [];
        const partly = others.length > 0 ? ` for \`${problem.sensor}\`, as it is for ${inWords(others)}` : "";
        return findingOf(sensorOverrideLost, {
            at: problem.at,
            effect: others.length > 0 ? "surprises" : "dropped",
            message: `\`${problem.keyName}\` is not used${partly}: \`${problem.sensor}\` is made by an earlier declaration${first}, with the settings written there.`,
            advice: `Write \`${problem.keyName}\` there, or in \`wait_for_defaults\`.`,
            related: problem.first ? [{ at: problem.first, message: `this makes \`${problem.sensor}\`` }] : [],
            subject: { ...(dag ? { dag: dag.id } : {}), task: problem.sensor, key: problem.keyName },
        });
    }),
};
/** The sensors whose setting is the one that stands at this place. */
const sensorsWith = (dag, { file, start }) => dag.tasks
    .filter(({ kind, arguments: given }) => {
    return kind === "sensor" && given.some(({ keySpan }) => keySpan?.file === file && keySpan.start === start);
})
    .map(({ id }) => id);

;// CONCATENATED MODULE: ./build/check/rules/task-renamed.js




const taskRenamed = {
    name: "task-renamed",
    severity: "notice",
    effect: "surprises",
    summary: "a task or DAG that lives on under another id: for Airflow it is a new one",
    explains: "Airflow keeps history by id. A renamed file is a new task: its past runs stay with the old id, it has no state in runs that are over, and with `depends_on_past` its first run finds no run before it. A renamed folder is a new DAG, which starts paused where `dags_are_paused_at_creation` is on, and with `catchup` makes all runs since its `start_date` once more. Tasks are told apart by what they do, not by their names.",
    source: "airflow/models/taskinstance.py, TaskInstance (dag_id, task_id, run_id); airflow/ti_deps/deps/prev_dagrun_dep.py",
    wrong: {
        shows: "dags/bakery/bake_bread.yml",
        files: {
            "dags/bakery/bake_bread.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake the bread\nretries: 3\ndepends_on_past: true\n",
        },
        before: {
            "dags/bakery/bake_bread.yml": null,
            "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake the bread\nretries: 3\ndepends_on_past: true\n",
        },
    },
    right: {
        shows: "dags/bakery/bake.yml",
        files: {
            "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake the bread\nretries: 3\ndepends_on_past: true\n",
        },
        before: {
            "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake bread\nretries: 3\n",
        },
    },
    check: ({ project, other }) => {
        if (!other)
            return [];
        return (0,paired_dags/* pairDags */.w)(other, project).flatMap(({ base, head }) => {
            if (!base || !head)
                return [];
            const renamed = renamesOf(base, head, other, project).flatMap(({ from, to }) => {
                const task = head.tasks.find((candidate) => candidate.id === to);
                if (!task)
                    return [];
                const past = dependsOnPast(task, head) ? ", and with `depends_on_past` its first run finds none before it" : "";
                return [
                    findingOf(taskRenamed, {
                        at: task.source ?? head.site.declared,
                        message: `\`${from}\` is now \`${to}\`, for Airflow a new task: its history stays with the old id${past}.`,
                        advice: "To keep its history, let the file keep its name.",
                        subject: { dag: head.id, task: to },
                    }),
                ];
            });
            if (base.id === head.id)
                return renamed;
            const at = head.metadataFile ? { file: head.metadataFile, start: 0, end: 0 } : head.site.declared;
            const catchup = (0,build_fields/* fieldOf */._F)(head.settings, "catchup");
            const again = catchup && (0,build_fields/* truthOf */.D)(catchup.value) ? ", and `catchup` makes all runs since `start_date` once more" : "";
            return [
                findingOf(taskRenamed, {
                    at,
                    message: `The DAG \`${base.id}\` is now \`${head.id}\`, for Airflow a new one: its history stays with the old id${again}.`,
                    advice: "A new DAG starts paused where `dags_are_paused_at_creation` is on.",
                    subject: { dag: head.id },
                }),
                ...renamed,
            ];
        });
    },
};
function dependsOnPast(task, dag) {
    const defaults = (0,build_fields/* fieldOf */._F)(dag.settings, "default_args");
    const field = (0,build_fields/* fieldOf */._F)(task.arguments, "depends_on_past") ??
        (0,build_fields/* fieldOf */._F)((defaults && (0,build_fields/* fieldsOfMap */.jR)(defaults.value)) ?? [], "depends_on_past");
    return field !== undefined && (0,build_fields/* truthOf */.D)(field.value) === true;
}

;// CONCATENATED MODULE: ./build/check/anchor-home.js
/** True for a key whose value carries a YAML anchor: it stands there for what refers to it. `at` is the key's place. */
const isAnchorHome = (project, at) => /^["']?[ \t]*:\s{1,20}&/.test((project.texts.get(at.file) ?? "").slice(at.end, at.end + 60));

;// CONCATENATED MODULE: ./build/check/rules/unknown-argument.js




const unknownArgument = {
    name: "unknown-argument",
    severity: "warning",
    effect: "dropped",
    summary: "a key of a task file that the operator does not take, so that gusty drops it",
    explains: "gusty passes to an operator what `BaseOperator`, the class itself, its direct base, or their `template_fields` name. Any other key of a task file is dropped without a word. That is an error where the key is plainly a misspelling of an argument that the operator takes. Nothing is said of operators that are not known, nor of keys that R Markdown, Quarto or jupytext read; `allow-keys:` in `windsock.yml` names more of those.",
    source: "gusty/building.py, build_task, _get_operator_parameters",
    wrong: {
        shows: "dags/bakery/knead.yml",
        files: {
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\nretires: 3\n",
        },
        airflow: 2,
    },
    right: {
        shows: "dags/bakery/knead.yml",
        files: {
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\nretries: 3\n",
        },
        airflow: 2,
    },
    check: ({ project }) => oncePerPlace(problemsOf(project, "dropped-argument"), ({ problem }) => problem.at).flatMap(({ problem, dag }) => {
        const { keyName, instead, task } = problem;
        const known = isReadElsewhere(project, keyName) || isPrivateKey(keyName) || isAnchorHome(project, problem.at);
        const misnamed = dag?.problems.some((other) => other.kind === "misnamed-key" && other.at.start === problem.at.start && other.at.file === problem.at.file);
        if (!dag || problem.through || misnamed || (known && instead === null))
            return [];
        const operator = problem.operator.slice(problem.operator.lastIndexOf(".") + 1);
        return [
            findingOf(unknownArgument, {
                at: problem.at,
                severity: instead === null ? "warning" : "error",
                message: `\`${operator}\` takes no \`${keyName}\`: gusty drops it, and it has no effect.`,
                advice: instead === null
                    ? "Take it out. If something else reads it, add it to `allow-keys:` in `windsock.yml`."
                    : `Write \`${instead}\`.`,
                subject: { dag: dag.id, task, key: keyName },
                fix: instead === null
                    ? null
                    : {
                        description: `Rename \`${keyName}\` to \`${instead}\``,
                        safe: true,
                        edits: [{ at: problem.at, text: instead }],
                    },
            }),
        ];
    }),
};

;// CONCATENATED MODULE: ./build/check/external-fix.js
const ITEM = /^(\s*)- \S.*$/;
/**
 * Moves an entry of `dependencies` to `external_dependencies`, where both are written as plain lists, one entry a line, at
 * the top of a `.yml` file; else `null`. What else stands in the file stays as it is.
 */
function externalFix(text, at, dag, task) {
    if (!/\.ya?ml$/.test(at.file))
        return null;
    const lines = linesOf(text);
    const entry = lines.findIndex(({ start, end }) => start <= at.start && at.start < end);
    const indent = ITEM.exec(lines[entry]?.text ?? "")?.[1];
    if (indent === undefined || lines[entry]?.text.trim() !== `- ${text.slice(at.start, at.end)}`)
        return null;
    let key = entry;
    while (lines[key]?.text.startsWith(`${indent}- `))
        key -= 1;
    let last = entry;
    while (lines[last + 1]?.text.startsWith(`${indent}- `))
        last += 1;
    const [keyLine, entryLine, lastLine] = [lines[key], lines[entry], lines[last]];
    if (!keyLine || !entryLine || !lastLine || keyLine.text.trimEnd() !== "dependencies:")
        return null;
    const alone = key + 1 === last;
    const gone = { file: at.file, start: alone ? keyLine.start : entryLine.start, end: entryLine.end };
    const wanted = `${indent}- ${dag}: ${task}\n`;
    const place = placeIn(lines, lastLine.end, at);
    if (!place)
        return null;
    const added = `${place.needsKey ? "external_dependencies:\n" : ""}${wanted}`;
    const edits = place.at.start === gone.end
        ? [{ at: gone, text: added }]
        : [
            { at: gone, text: "" },
            { at: place.at, text: added },
        ];
    return { description: `Wait for \`${task}\` of \`${dag}\` under \`external_dependencies\``, safe: false, edits };
}
/** Where an external dependency goes: behind those that are there, or behind `dependencies`. */
function placeIn(lines, behind, { file }) {
    const key = lines.findIndex((line) => line.text.startsWith("external_dependencies:"));
    if (key < 0)
        return { at: { file, start: behind, end: behind }, needsKey: true };
    let last = key;
    while (ITEM.test(lines[last + 1]?.text ?? ""))
        last += 1;
    const end = lines[last]?.end;
    if (last === key || end === undefined || lines[key]?.text.trimEnd() !== "external_dependencies:")
        return null;
    return { at: { file, start: end, end }, needsKey: false };
}
/** The lines of a text that all have an end, and no `\r`. */
function linesOf(text) {
    if (!text.endsWith("\n") || text.includes("\r"))
        return [];
    let start = 0;
    return text
        .slice(0, -1)
        .split("\n")
        .map((line) => {
        const from = start;
        start += line.length + 1;
        return { start: from, end: start, text: line };
    });
}

;// CONCATENATED MODULE: ./build/check/reach.js
/** The names that a task or group may use under `dependencies`, by gusty's rules (see `src/build/dependencies.ts`). */
function namesInReach(dag, node) {
    const groupsIn = (parent) => dag.groups.filter((group) => group.parent === parent && group.id !== node.id).map((group) => group.name);
    if (node.t === "group") {
        const parent = dag.groups.find((group) => group.id === node.id)?.parent ?? null;
        const tasks = dag.tasks.filter((task) => task.kind === "spec" && task.group === parent);
        return [...tasks.map((task) => task.gustyId), ...groupsIn(parent)];
    }
    const own = dag.tasks.find((task) => task.id === node.id);
    const others = dag.tasks.filter((task) => task.kind === "spec" && task !== own);
    return [...others.map((task) => task.gustyId), ...groupsIn(own?.group ?? null)];
}

;// CONCATENATED MODULE: ./build/check/why-unknown.js



/** Finds out what was meant by a name that gusty drops: the most certain reason first. */
function whyUnknown(name, of, dag, project, other) {
    return (wrongForm(name, of, dag) ??
        movedAway(name, of, dag, other) ??
        replacedBySeveral(name, dag) ??
        outOfReach(name, of, dag) ??
        otherDag(name, dag, project) ??
        misspelt(name, of, dag) ?? { because: null, advice: null, instead: null });
}
/** The id in another case, as Airflow shows it, or with the file's extension. */
function wrongForm(name, of, dag) {
    const names = namesInReach(dag, of);
    const lower = names.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    if (lower !== undefined)
        return { because: "names are case-sensitive", advice: `Write \`${lower}\`.`, instead: lower };
    const bare = name.replace(/\.(ya?ml|sql|py|ipynb|Rmd)$/, "").toLowerCase();
    if (bare !== name && names.includes(bare)) {
        return { because: "a task is named without its file's extension", advice: `Write \`${bare}\`.`, instead: bare };
    }
    const shown = dag.tasks.find((task) => task.id === name && task.gustyId !== name && task.kind === "spec");
    if (shown) {
        const because = "gusty does not know the id with the group in front that Airflow shows";
        return { because, advice: `Write \`${shown.gustyId}\`.`, instead: shown.gustyId };
    }
    if (name === "latest_only" || name.startsWith("wait_for_")) {
        const made = dag.tasks.find((task) => task.id === name && task.kind !== "spec");
        if (made) {
            const because = "gusty makes that task itself, after all dependencies are set";
            return {
                because,
                advice: name === "latest_only" ? null : "Use `external_dependencies` here too.",
                instead: null,
            };
        }
    }
    return null;
}
/** The other version has a task of that name here: this change removed or renamed it. */
function movedAway(name, of, dag, other) {
    const before = other?.dags.find((candidate) => candidate.id === dag.id);
    const old = before?.tasks.find((task) => task.kind === "spec" && task.gustyId === name);
    if (!before || !old)
        return null;
    const added = dag.tasks.filter((task) => task.kind === "spec" && !before.tasks.some((earlier) => earlier.gustyId === task.gustyId));
    const sameFolder = added
        .filter((task) => task.group === old.group && task.gustyId !== of.id)
        .map((task) => task.gustyId);
    const nearest = (0,config_nearest/* nearest */.p)(name, sameFolder) ?? (sameFolder.length === 1 ? sameFolder[0] : null) ?? null;
    const because = "this change removes or renames that task";
    const advice = nearest ? `Its new name may be \`${nearest}\`.` : "Take the dependency out, or name what replaces it.";
    return { because, advice, instead: nearest };
}
/** A file of that name makes several tasks, none of which has its name. */
function replacedBySeveral(name, dag) {
    const file = `/${name}.`;
    const made = dag.tasks.filter((task) => task.spec?.idSpan && task.spec.file.toLowerCase().includes(file));
    const [first] = made;
    if (!first)
        return null;
    const because = "the file of that name makes other tasks, with `multi_task_spec` or `python_callable_partials`";
    const names = made.slice(0, 5).map((task) => `\`${task.gustyId}\``);
    return { because, advice: `Name its tasks: ${names.join(", ")}.`, instead: null };
}
/** A task group of that name exists, and gusty does not look there. */
function outOfReach(name, of, dag) {
    const group = dag.groups.find((candidate) => candidate.name === name);
    if (group) {
        const where = of.t === "task"
            ? "a task can name only the groups right inside its own folder"
            : "a group can name only tasks and groups of its parent folder";
        const last = dag.tasks.filter((task) => task.group === group.id && !dag.edges.some((edge) => edge.up === task.id));
        const advice = of.t === "task" && last[0] ? `Name the last tasks of the group instead, such as \`${last[0].gustyId}\`.` : null;
        return { because: `that is a task group, and ${where}`, advice, instead: null };
    }
    if (of.t === "group" && dag.tasks.some((task) => task.kind === "spec" && task.gustyId === name)) {
        return { because: "a task group can name only tasks and groups of its parent folder", advice: null, instead: null };
    }
    return null;
}
/** A task of another DAG, or another DAG as a whole: then `external_dependencies` says it. */
function otherDag(name, dag, project) {
    const { dags, byTask, plain, byPlainTask } = dagIndex(project);
    const whole = name === dag.id ? undefined : (dags.get(name)?.[0] ?? plain.get(name)?.[0]);
    const made = byTask.get(name)?.find((candidate) => candidate.id !== dag.id);
    const owner = whole ?? made ?? byPlainTask.get(name)?.[0];
    if (!owner)
        return null;
    const task = whole ? "all" : (made?.tasks.find((candidate) => candidate.gustyId === name)?.id ?? name);
    const because = whole ? "that is another DAG" : `that is a task of the DAG \`${owner.id}\``;
    return {
        because,
        advice: `Wait for it with:\nexternal_dependencies:\n  - ${owner.id}: ${task}`,
        instead: null,
        external: { dag: owner.id, task },
    };
}
function misspelt(name, of, dag) {
    const nearest = (0,config_nearest/* nearest */.p)(name, namesInReach(dag, of));
    return nearest === null ? null : { because: null, advice: `Did you mean \`${nearest}\`?`, instead: nearest };
}

;// CONCATENATED MODULE: ./build/check/rules/unknown-dependency.js




const unknownDependency = {
    name: "unknown-dependency",
    severity: "error",
    effect: "dropped",
    summary: "a name under `dependencies` that is no task and no task group in reach",
    explains: "gusty keeps only the names it knows and drops the rest without a word: the task starts before what it waits for. A task may name every task of its DAG by gusty's id, and task groups that are folders right inside its own; a group may name tasks and groups of its parent folder. Tasks of other DAGs belong under `external_dependencies`.",
    source: "gusty/building.py, GustyBuilder.create_task_dependencies, create_level_dependencies",
    wrong: dependencyExample("dependencies:\n  - kneed\n"),
    right: dependencyExample("dependencies:\n  - knead\n"),
    check: ({ project, other }) => problemsOf(project, "unknown-dependency").flatMap(({ problem, dag }) => {
        if (!dag)
            return [];
        const { because, advice, instead, external } = whyUnknown(problem.name, problem.of, dag, project, other);
        const reason = because ? ` (${because})` : "";
        return [
            findingOf(unknownDependency, {
                at: problem.at,
                message: `\`${problem.name}\` is no task or task group in reach${reason}: gusty drops it, and ${startsEarly(problem.of)}.`,
                advice,
                subject: { ...subjectOf(dag, problem.of), key: problem.name },
                fix: external
                    ? externalFix(project.texts.get(problem.at.file) ?? "", problem.at, external.dag, external.task)
                    : unknown_dependency_fixOf(problem.at, problem.name, instead, dag, problem.of),
            }),
        ];
    }),
};
const startsEarly = (of) => of.t === "task"
    ? `\`${of.id}\` starts without waiting for it`
    : `the task group \`${of.id}\` starts without waiting for it`;
function unknown_dependency_fixOf(at, name, instead, dag, of) {
    if (instead === null)
        return null;
    const waitsAlready = dag.edges.some((edge) => edge.up === of.id && edge.down === instead);
    return {
        description: `Replace \`${name}\` by \`${instead}\``,
        safe: !waitsAlready && /^[A-Za-z_][A-Za-z0-9_]*$/.test(instead),
        edits: [{ at, text: instead }],
    };
}

;// CONCATENATED MODULE: ./build/check/rules/unknown-external.js







const unknownExternal = {
    name: "unknown-external",
    severity: "error",
    effect: "hangs",
    summary: "an external dependency on a DAG or task that does not exist",
    explains: "gusty makes an ExternalTaskSensor for each external dependency and checks nothing. A sensor whose DAG or task does not exist waits until its `timeout` and then fails, once: sensor timeouts are not retried. Where the DAG is one of this project that is an error, be it made by gusty or by a plain Python file of the DAGs folder (read for its ids, as far as they are written out). A DAG that is not found here may be written elsewhere, so that is a warning; `external-dags:` in `windsock.yml` names those.",
    source: "gusty/external_sensor.py, create_external_sensor; airflow/sensors/external_task.py, ExternalTaskSensor",
    wrong: {
        shows: "dags/shop/sell.yml",
        files: {
            "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
            "dags/shop/sell.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  - bakery: bakes\n",
        },
    },
    right: {
        shows: "dags/shop/sell.yml",
        files: {
            "dags/bakery/bake.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bake\n",
            "dags/shop/sell.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo sell\nexternal_dependencies:\n  - bakery: bake\n",
        },
    },
    check: (context) => context.project.dags.flatMap((dag) => dag.externals.flatMap((external) => checkExternal(context, dag, external))),
};
function checkExternal({ project, other }, dag, external) {
    const sensor = (0,sensor_wait/* waitingSensor */.aB)(dag, external.sensor);
    if (!sensor || lostTarget(dag, external, other, project))
        return [];
    const vain = (0,sensor_wait/* waitsInVain */.qQ)(sensor);
    const targets = targetsOf(project, external.dag);
    const target = targets.gusty[0];
    const first = external.uses[0];
    const at = first?.at ?? dag.site.declared;
    const related = external.uses
        .slice(1)
        .flatMap((use) => (use.at ? [{ at: use.at, message: "waits for it too" }] : []));
    const subject = { dag: dag.id, task: external.sensor };
    if (hasTarget(targets, null) === false) {
        if (project.config.externalDags.some((pattern) => matchesPattern(external.dag, pattern)))
            return [];
        const gone = other !== null && hasTarget(targetsOf(other, external.dag), null) === true;
        const nearest = (0,config_nearest/* nearest */.p)(external.dag, [
            ...project.dags.map((candidate) => candidate.id),
            ...project.discovery.plainDags.map((candidate) => candidate.id),
        ]);
        const known = gone ? "this change removes the DAG" : "no DAG of this project has that id";
        return [
            findingOf(unknownExternal, {
                at,
                severity: gone && !(0,sites_open/* isOpen */.n)(project) ? "error" : "warning",
                message: `\`${external.sensor}\` waits for the DAG \`${external.dag}\`, but ${known}: if nobody else makes it, the sensor ${vain}.`,
                advice: nearest
                    ? `Did you mean \`${nearest}\`?`
                    : `If the DAG lives elsewhere, add it to \`external-dags:\` in \`windsock.yml\`.`,
                related,
                subject,
            }),
        ];
    }
    const taskId = external.task;
    if (taskId === null || hasTarget(targets, taskId) !== false)
        return [];
    const byGustyId = target?.tasks.find((task) => task.gustyId === taskId);
    const tasks = [
        ...(target?.tasks ?? []).filter((task) => task.kind === "spec").map((task) => task.id),
        ...targets.plain.flatMap((dag) => dag.tasks),
    ];
    const nearest = byGustyId?.id ?? (0,config_nearest/* nearest */.p)(taskId, tasks);
    const was = other !== null && hasTarget(targetsOf(other, external.dag), taskId) === true;
    const certain = targets.gusty.every(({ outcome }) => outcome !== "undecided");
    return [
        findingOf(unknownExternal, {
            at,
            severity: certain ? "error" : "warning",
            message: `\`${external.sensor}\` waits for the task \`${taskId}\` of the DAG \`${external.dag}\`, ${was ? "which this change removes or renames" : "which has no such task"}: the sensor ${vain}.`,
            advice: nearest ? `Did you mean \`${nearest}\`?` : whichTasks(external.dag, tasks),
            related: [
                ...related,
                ...targets.plain.map(({ at: made }) => ({ at: made, message: `this makes \`${external.dag}\`` })),
            ],
            subject,
            fix: nearest && first?.at
                ? { description: `Replace \`${taskId}\` by \`${nearest}\``, safe: false, edits: [{ at, text: nearest }] }
                : null,
        }),
    ];
}
/** What could be waited for instead. */
function whichTasks(dag, tasks) {
    if (tasks.length === 0)
        return `\`${dag}\` has no tasks: wait for \`all\` of it, or take the dependency out.`;
    const more = tasks.length > MOST_NAMED ? ` and ${tasks.length - MOST_NAMED} more` : "";
    const named = tasks.slice(0, MOST_NAMED).map((task) => `\`${task}\``);
    return `Tasks of \`${dag}\`: ${named.join(", ")}${more}; \`all\` waits for the whole DAG.`;
}
const MOST_NAMED = 5;

// EXTERNAL MODULE: ./build/compare/canonical.js
var canonical = __webpack_require__(20762);
// EXTERNAL MODULE: ./build/yaml/embedded.js
var embedded = __webpack_require__(83554);
// EXTERNAL MODULE: ./build/yaml/read-yaml.js + 4 modules
var read_yaml = __webpack_require__(83532);
;// CONCATENATED MODULE: ./build/check/move-key.js




/**
 * The edits that move a key of METADATA.yml out of `default_args` to the keys of the DAG or the group, or into it, with
 * its value and the comments right above it. `null` where the file is not written in blocks, where the key is there
 * already, or where anything else would change: the result is read again to know.
 */
function moveKey(source, at, where) {
    const lines = move_key_linesOf(source);
    const own = lines.findIndex((line) => line.start + line.indent === at.start && !line.empty);
    if (own < 0)
        return null;
    const range = entryAt(lines, own);
    const edits = where === "out" ? movedOut(source, lines, range, at) : movedIn(source, lines, range, at);
    return edits && movesOnly(source, applied(source, edits), source.slice(at.start, at.end), where) ? edits : null;
}
const eolOf = (source) => (source.includes("\r\n") ? "\r\n" : "\n");
function move_key_linesOf(source) {
    let start = 0;
    return source.split("\n").map((raw) => {
        const text = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
        const bare = text.trimStart();
        const end = Math.min(source.length, start + raw.length + 1);
        const line = { start, end, text, indent: text.length - bare.length, empty: bare === "" || bare.startsWith("#") };
        start = end;
        return line;
    });
}
/** The first and last line of an entry: comments right above it, the key, and what is indented below it. */
function entryAt(lines, own) {
    const indent = lines[own]?.indent ?? 0;
    let first = own;
    while (isComment(lines[first - 1]) && lines[first - 1]?.indent === indent)
        first -= 1;
    let last = own;
    for (let at = own + 1; at < lines.length; at += 1) {
        const line = lines[at];
        if (!line || line.text.trim() === "")
            continue;
        const item = line.indent === indent && /^-(?: |$)/.test(line.text.slice(indent));
        if (line.indent > indent || item)
            last = at;
        else if (!line.empty)
            break;
    }
    return [first, last];
}
const isComment = (line) => line?.empty === true && line.text.trim() !== "";
function movedOut(source, lines, [first, last], { file }) {
    const indent = lines[first]?.indent ?? 0;
    const parent = lines.findLastIndex((line, at) => at < first && !line.empty && line.indent < indent);
    if (indent === 0 || !/^default_args:[ \t]*(?:#.*)?$/.test(lines[parent]?.text ?? ""))
        return null;
    const text = shifted(source, lines.slice(first, last + 1), -indent);
    const [start, end] = [lines[first]?.start ?? 0, lines[last]?.end ?? 0];
    if (isAlone(lines, parent, [first, last])) {
        const bare = first === parent + 1 && lines[parent]?.text.trimEnd() === "default_args:";
        return bare ? [{ at: { file, start: lines[parent]?.start ?? 0, end }, text }] : null;
    }
    let above = parent;
    while (isComment(lines[above - 1]) && lines[above - 1]?.indent === 0)
        above -= 1;
    const place = lines[above]?.start ?? 0;
    return [
        { at: { file, start: place, end: place }, text },
        { at: { file, start, end }, text: "" },
    ];
}
/** True where `default_args` has nothing but this entry. */
function isAlone(lines, parent, [first, last]) {
    const [, end] = entryAt(lines, parent);
    return lines.every((line, at) => at <= parent || at > end || line.empty || (at >= first && at <= last));
}
function movedIn(source, lines, [first, last], { file }) {
    if (lines[first]?.indent !== 0)
        return null;
    const moved = lines.slice(first, last + 1);
    const at = { file, start: lines[first]?.start ?? 0, end: lines[last]?.end ?? 0 };
    const parent = lines.findIndex((line) => line.text.startsWith("default_args:"));
    if (parent < 0)
        return [{ at, text: `default_args:${eolOf(source)}${shifted(source, moved, 2)}` }];
    const [, end] = entryAt(lines, parent);
    const child = lines.find((line, index) => index > parent && index <= end && !line.empty);
    const place = lines[end];
    if (!child || !place || child.indent === 0)
        return null;
    const text = shifted(source, moved, child.indent);
    const open = place.end === place.start + place.text.length;
    return [
        { at, text: "" },
        { at: { file, start: place.end, end: place.end }, text: open ? eolOf(source) + text.trimEnd() : text },
    ];
}
/** Lines with more or less indentation, each with its line end. */
const shifted = (source, lines, by) => lines
    .map(({ text, start, end }) => {
    const close = source.slice(start + text.length, end) || eolOf(source);
    if (text.trim() === "")
        return text + close;
    return (by < 0 ? text.slice(-by) : " ".repeat(by) + text) + close;
})
    .join("");
const applied = (source, edits) => [...edits]
    .sort((a, b) => b.at.start - a.at.start || b.at.end - a.at.end)
    .reduce((text, { at, text: fresh }) => text.slice(0, at.start) + fresh + text.slice(at.end), source);
/** True where the YAML of `after` is that of `before` with the key elsewhere, and nothing else changed. */
function movesOnly(before, after, key, where) {
    const [old, fresh] = [pairsOf(before), pairsOf(after)];
    const inside = old && pairsIn(old.find(([name]) => nameOf(name) === "default_args")?.[1]);
    if (!old || !fresh || !inside)
        return false;
    const [from, to] = where === "out" ? [inside, old] : [old, inside];
    const entry = from.find(([name]) => nameOf(name) === key);
    if (!entry || to.some(([name]) => nameOf(name) === key))
        return false;
    const without = (pairs, gone) => pairs.filter(([name]) => nameOf(name) !== gone);
    const defaults = where === "out" ? without(inside, key) : [...inside, entry];
    const top = without(without(old, "default_args"), key);
    const expected = [
        ...top,
        ...(where === "out" ? [entry] : []),
        ...(defaults.length > 0 ? [[DEFAULTS, { t: "map", v: defaults }]] : []),
    ];
    return move_key_textOf(expected) === move_key_textOf(fresh);
}
const DEFAULTS = { t: "str", v: "default_args" };
const nameOf = (value) => (value.t === "str" ? value.v : null);
const pairsIn = (value) => value === undefined ? [] : value.t === "map" ? value.v : null;
function pairsOf(text) {
    const { value, problems } = (0,read_yaml/* readYaml */.g)((0,embedded/* wholeFile */.AA)((0,model_path/* asPath */.w2)("METADATA.yml"), text), new Map());
    return value?.t === "map" && problems.length === 0 ? value.v : null;
}
const move_key_textOf = (pairs) => (0,canonical/* canonicalText */.A4)({ t: "map", v: pairs }, { texts: new Map(), folder: (0,model_path/* asPath */.w2)("") });

;// CONCATENATED MODULE: ./build/check/rules/unknown-metadata-key.js





const unknownMetadataKey = {
    name: "unknown-metadata-key",
    severity: "warning",
    effect: "dropped",
    summary: "a key of METADATA.yml, or of its `default_args`, that reaches nothing",
    explains: "From the METADATA.yml of a DAG gusty passes to `DAG` what its signature names, and from that of a task group what `TaskGroup` names; a few keys it reads itself. Anything else is dropped without a word. `default_args` reach the operators that take them, and are dropped where none does. It is an error where the key plainly belongs elsewhere (`catchup` under `default_args`, `retries` outside of them) or is misspelt. A key that a template of the same file uses is left alone, and so is one of `allow-keys:`.",
    source: "gusty/building.py, build_structure, GustyBuilder.parse_metadata",
    wrong: {
        shows: "dags/bakery/METADATA.yml",
        files: {
            "dags/bakery/METADATA.yml": "schedule: '@daily'\ndefault_args:\n  start_date: !datetime [2024, 1, 1]\n  catchup: false\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    right: {
        shows: "dags/bakery/METADATA.yml",
        files: {
            "dags/bakery/METADATA.yml": "schedule: '@daily'\ncatchup: false\ndefault_args:\n  start_date: !datetime [2024, 1, 1]\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    check: ({ project }) => problemsOf(project, "dropped-metadata").flatMap(({ problem, dag }) => {
        const { keyName, group } = problem;
        if (!dag || isLeftAlone(project, problem) || dag.problems.some(names(problem)))
            return [];
        const { message, advice } = unknown_metadata_key_wordsOf(problem);
        const certain = problem.belongs !== null || problem.instead !== null;
        return [
            findingOf(unknownMetadataKey, {
                at: problem.at,
                severity: certain ? "error" : "warning",
                message,
                advice,
                subject: {
                    dag: dag.id,
                    ...(group === null ? {} : { group }),
                    key: problem.inDefaultArgs ? `default_args.${keyName}` : keyName,
                },
                fix: unknown_metadata_key_fixOf(problem, project.texts.get(problem.at.file) ?? ""),
            }),
        ];
    }),
};
const names = ({ at }) => (other) => other.kind === "misnamed-key" && other.at.file === at.file && other.at.start === at.start;
function isLeftAlone(project, { keyName, at, instead, belongs }) {
    if (isPrivateKey(keyName) || isAnchorHome(project, at))
        return true;
    if (project.versions.airflow.major === 3 && LOST_DAG_ARGUMENTS.has(keyName))
        return true;
    if (instead === null && belongs === null && isReadElsewhere(project, keyName))
        return true;
    const text = project.texts.get(at.file) ?? "";
    return usedByTemplate(text, keyName);
}
/** True where a template of the file speaks of the key. */
function usedByTemplate(text, key) {
    if (!text.includes("{{") && !text.includes("{%"))
        return false;
    return text
        .split(/\{[{%]/)
        .slice(1)
        .some((part) => part
        .slice(0, 500)
        .split(/[^\w]+/)
        .includes(key));
}
function unknown_metadata_key_wordsOf({ keyName, group, inDefaultArgs, belongs, instead }) {
    const of = group === null ? "DAG" : `task group \`${group}\``;
    if (belongs === "dag") {
        const message = `\`${keyName}\` is an argument of the DAG, and no operator takes it: under \`default_args\` it has no effect.`;
        return { message, advice: `Move it out of \`default_args\`, to the keys of the DAG.` };
    }
    if (belongs === "default_args") {
        const message = `\`${keyName}\` is an argument of tasks, and no ${group === null ? "DAG" : "task group"} takes it: gusty drops it, and no task gets it.`;
        return { message, advice: "Move it under `default_args`." };
    }
    const message = inDefaultArgs
        ? `No operator of this ${of} takes \`${keyName}\`: under \`default_args\` it has no effect.`
        : `No ${group === null ? "DAG" : "task group"} takes \`${keyName}\`: gusty drops it, and it has no effect.`;
    const out = "Take it out. If something else reads it, add it to `allow-keys:` in `windsock.yml`.";
    return { message, advice: instead === null ? out : `Write \`${instead}\`.` };
}
function unknown_metadata_key_fixOf({ at, keyName, belongs, instead }, text) {
    if (belongs !== null) {
        const edits = moveKey(text, at, belongs === "dag" ? "out" : "in");
        const way = belongs === "dag" ? "out of" : "under";
        return edits && { description: `Move \`${keyName}\` ${way} \`default_args\``, safe: true, edits };
    }
    if (instead === null)
        return null;
    return { description: `Rename \`${keyName}\` to \`${instead}\``, safe: true, edits: [{ at, text: instead }] };
}

;// CONCATENATED MODULE: ./build/check/rules/unknown-operator.js



const unknownOperator = {
    name: "unknown-operator",
    severity: "error",
    effect: "fails",
    summary: "an operator class that is not in the package that should hold it",
    explains: "gusty imports the module and takes the class from it. A class that is not there raises, which ends the whole entry point. Known are Airflow and its providers as of the versions that Windsock ships, and the classes of the repository itself; of any other package a notice says that its operators are not known, once for each package; `operators.catalogues` makes them known.",
    source: "gusty/importing.py, get_operator",
    wrong: {
        shows: "dags/bakery/knead.yml",
        files: { "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperater\nbash_command: echo knead\n" },
    },
    right: {
        shows: "dags/bakery/knead.yml",
        files: { "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n" },
    },
    check: ({ project }) => [...absentOperators(project), ...unreadOperators(project)],
};
const absentOperators = (project) => problemsOf(project, "unknown-operator").map(({ problem, dag }) => {
    const { subject, stops } = failsWith(project, dag, problem.at);
    return findingOf(unknownOperator, {
        at: problem.at,
        message: `There is no operator \`${problem.operator}\`: ${clause(problem.detail)}.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
        advice: problem.nearest ? `Did you mean \`${problem.nearest}\`?` : null,
        fix: problem.nearest
            ? {
                description: `Replace \`${problem.operator}\` by \`${problem.nearest}\``,
                safe: isMove(problem.operator, problem.nearest),
                edits: [{ at: problem.at, text: problem.nearest }],
            }
            : null,
        subject: { ...subject, key: problem.operator },
        stops,
    });
});
/**
 * The class that Airflow 3 has in another place, under the same name: nothing but its path changes. What providers have
 * replaced may take other arguments.
 */
const isMove = (operator, to) => !operator.startsWith("airflow.providers.") &&
    (0,catalogue_moved/* movedInAirflow3 */.o)(operator)?.to === to &&
    operator.slice(operator.lastIndexOf(".")) === to.slice(to.lastIndexOf("."));
/** Operators that cannot be looked up, one notice for each package, or for each operator that Python alone knows. */
function unreadOperators(project) {
    const all = problemsOf(project, "unread-operator");
    const groups = new Map();
    for (const one of all) {
        const key = one.problem.package ?? one.problem.operator;
        groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    return [...groups].flatMap(([key, [first, ...rest]]) => {
        if (!first)
            return [];
        const { problem, dag } = first;
        const ofPackage = problem.package !== null;
        const same = ofPackage ? `operators of \`${key}\`` : "this operator";
        const more = rest.length === 0 ? "" : ` ${rest.length} more ${rest.length === 1 ? "task uses" : "tasks use"} ${same}.`;
        return [
            findingOf(unknownOperator, {
                at: problem.at,
                severity: "notice",
                effect: "surprises",
                message: `What \`${problem.operator}\` takes is not known: ${clause(problem.detail)}. Its arguments are taken as they are written, and nothing is said of them.${more}`,
                advice: ofPackage
                    ? "Describe the package in a catalogue, under `operators.catalogues` in `windsock.yml`."
                    : null,
                subject: { ...(dag ? { dag: dag.id } : {}), key },
            }),
        ];
    });
}

;// CONCATENATED MODULE: ./build/check/rules/unknown-root-or-leaf.js


const unknownRootOrLeaf = {
    name: "unknown-root-or-leaf",
    severity: "error",
    effect: "dropped",
    summary: "a name under `root_tasks` or `leaf_tasks` that is no task of the DAG's own folder",
    explains: "gusty takes the tasks of the DAG's own folder whose ids stand in the list, and says nothing of other names: the task is put neither first nor last. Tasks of a task group cannot be root or leaf tasks.",
    source: "gusty/building.py, GustyBuilder.create_root_dependencies, create_leaf_tasks",
    wrong: {
        shows: "dags/bakery/METADATA.yml",
        files: {
            "dags/bakery/METADATA.yml": "leaf_tasks:\n  - notify_owners\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
            "dags/bakery/notify_owner.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo done\n",
        },
    },
    right: {
        shows: "dags/bakery/METADATA.yml",
        files: {
            "dags/bakery/METADATA.yml": "leaf_tasks:\n  - notify_owner\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
            "dags/bakery/notify_owner.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo done\n",
        },
    },
    check: ({ project }) => problemsOf(project, "unknown-root-or-leaf").flatMap(({ problem, dag }) => {
        if (!dag)
            return [];
        const { name, key } = problem;
        const tops = dag.tasks.filter((task) => task.kind === "spec" && task.group === null).map((task) => task.gustyId);
        const instead = (0,config_nearest/* nearest */.p)(name, tops);
        return [
            findingOf(unknownRootOrLeaf, {
                at: problem.at,
                message: `\`${name}\` under \`${key}\` ${whatItIs(dag, name)}: gusty drops it, and nothing is put ${key === "root_tasks" ? "behind it" : "before it"}.`,
                advice: instead ? `Did you mean \`${instead}\`?` : "Take it out, or name a task of the DAG's own folder.",
                subject: { dag: dag.id, task: name, key },
                fix: instead
                    ? {
                        description: `Replace \`${name}\` by \`${instead}\``,
                        safe: false,
                        edits: [{ at: problem.at, text: instead }],
                    }
                    : null,
            }),
        ];
    }),
};
function whatItIs(dag, name) {
    const inside = dag.tasks.find((task) => task.group !== null && (task.gustyId === name || task.id === name));
    if (inside)
        return `is a task of the group \`${inside.group}\`, and only tasks of the DAG's own folder count`;
    if (dag.groups.some((group) => group.name === name))
        return "is a task group, and only tasks count";
    return "is no task of the DAG's own folder";
}

;// CONCATENATED MODULE: ./build/check/rules/unknown-tag.js



const unknownTag = {
    name: "unknown-tag",
    severity: "error",
    effect: "fails",
    summary: "a YAML tag that neither gusty nor the project defines",
    explains: "gusty knows `!datetime`, `!timedelta`, `!days_ago`, `!env_var`, `!env_switch`, `!previous_date` and `!previous_hour`, and what `create_dag` gets as `dag_constructors` and `user_defined_macros`. For any other tag PyYAML raises ConstructorError, which ends the whole entry point.",
    source: "gusty/parsing/loaders.py, generate_loader; absql/files/loader.py, generate_loader",
    wrong: {
        shows: "dags/bakery/METADATA.yml",
        files: {
            "dags/bakery/METADATA.yml": "default_args:\n  retry_delay: !time_delta 'minutes: 5'\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    right: {
        shows: "dags/bakery/METADATA.yml",
        files: {
            "dags/bakery/METADATA.yml": "default_args:\n  retry_delay: !timedelta 'minutes: 5'\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    check: ({ project }) => problemsOf(project, "unknown-tag").map(({ problem, dag }) => {
        const nearest = (0,config_nearest/* nearest */.p)(problem.tag, problem.known);
        const { subject, stops } = failsWith(project, dag, problem.at);
        return findingOf(unknownTag, {
            at: problem.at,
            message: `Nothing defines the tag \`${problem.tag}\`, and PyYAML raises.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
            advice: nearest
                ? `Did you mean \`${nearest}\`?`
                : `Take the tag out, put the text in quotes, or define it in \`dag_constructors\`. Tags here: ${inWords(problem.known)}.`,
            fix: nearest
                ? {
                    description: `Replace \`${problem.tag}\` by \`${nearest}\``,
                    safe: false,
                    edits: [{ at: { ...problem.at, end: problem.at.start + problem.tag.length }, text: nearest }],
                }
                : null,
            subject: { ...subject, key: problem.tag },
            stops,
        });
    }),
};

;// CONCATENATED MODULE: ./build/check/rules/unreadable-file.js


const unreadable_file_REASONS = {
    "not-utf8": { what: "is no UTF-8", advice: "Save the file as UTF-8." },
    missing: { what: "cannot be read", advice: "Check that the file is committed." },
    "too-large": { what: "is too large to be reviewed", advice: "Keep task files below 5 MiB." },
    lfs: { what: "is kept in Git LFS, which is not followed", advice: "Keep task files in git itself." },
    symlink: { what: "is a symbolic link, which is not followed", advice: "Put the file itself into the folder." },
    submodule: { what: "is a submodule, which is not followed", advice: "Put the files themselves into the folder." },
};
/** Text as an editor that knows no UTF-8 writes it. */
const latin1 = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const unreadableFile = {
    name: "unreadable-file",
    severity: "error",
    effect: "fails",
    summary: "a task file or METADATA.yml that is no UTF-8, or whose content cannot be had",
    explains: "gusty opens task files as UTF-8 text and raises at the first byte that is none. A file in Git LFS, behind a symbolic link or larger than 5 MiB is not read by Windsock at all: that is a notice, since only the machine that runs Airflow knows what it holds.",
    source: "absql/files/parsers.py, frontmatter_load",
    wrong: {
        shows: "dags/bakery/knead.yml",
        files: {
            "dags/bakery/knead.yml": latin1("operator: airflow.operators.bash.BashOperator\nbash_command: echo bön appétit\n"),
        },
    },
    right: {
        shows: "dags/bakery/knead.yml",
        files: {
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo bön appétit\n",
        },
    },
    check: ({ project }) => problemsOf(project, "unreadable-file").map(({ problem, dag }) => {
        const { what, advice } = unreadable_file_REASONS[problem.why];
        const fails = problem.why === "not-utf8";
        const where = problem.byte === undefined ? "" : ` (byte ${problem.byte + 1} is the first wrong one)`;
        const consequence = dag && fails ? `. ${stopsText(project, dag)}` : ", so its task is known by name only";
        const { subject, stops } = failsWith(project, dag, problem.at);
        return findingOf(unreadableFile, {
            at: problem.at,
            severity: fails ? "error" : "notice",
            effect: fails ? "fails" : "surprises",
            message: `\`${problem.at.file}\` ${what}${where}${consequence}.`,
            advice,
            subject,
            stops: fails ? stops : [],
        });
    }),
};

;// CONCATENATED MODULE: ./build/check/rules/unused-dependency-list.js


const unusedDependencyList = {
    name: "unused-dependency-list",
    severity: "error",
    effect: "dropped",
    summary: "`dependencies` in the METADATA.yml of the DAG, which gusty reads and never uses",
    explains: "`dependencies` of a METADATA.yml put a task group behind tasks and groups of its parent folder. In the folder of the DAG itself there is nothing to put: the list has no effect. What the whole DAG waits for belongs under `external_dependencies`. One thing the list does: where it stands, `external_dependencies` given to `create_dag` are not used.",
    source: "gusty/building.py, GustyBuilder.create_level_dependencies, parse_metadata",
    wrong: {
        shows: "dags/bakery/METADATA.yml",
        files: {
            "dags/mill/grind.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo grind\n",
            "dags/bakery/METADATA.yml": "dependencies:\n  - mill\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    right: {
        shows: "dags/bakery/METADATA.yml",
        files: {
            "dags/mill/grind.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo grind\n",
            "dags/bakery/METADATA.yml": "external_dependencies:\n  - mill: all\n",
            "dags/bakery/knead.yml": "operator: airflow.operators.bash.BashOperator\nbash_command: echo knead\n",
        },
    },
    check: ({ project }) => project.dags.flatMap((dag) => {
        const field = (0,build_fields/* fieldOf */._F)(dag.metadata, "dependencies");
        const items = field?.value.t === "list" || field?.value.t === "str" ? field.value : null;
        if (!field || !items || items.v.length === 0)
            return [];
        const names = items.t === "list" ? items.v.flatMap((item) => (item.t === "str" ? [item.v] : [])) : [items.v];
        const others = names.filter((name) => name !== dag.id && project.dags.some((other) => other.id === name));
        const hides = (0,build_fields/* fieldOf */._F)(dag.site.arguments, "external_dependencies") && dag.metadataFile === field.keySpan?.file;
        return [
            findingOf(unusedDependencyList, {
                at: field.keySpan ?? field.value.span ?? dag.site.declared,
                // Taking it out would bring those of the call back.
                effect: hides ? "surprises" : "dropped",
                message: `\`dependencies\` of a DAG have no effect: \`${dag.id}\` waits for nothing of this list.${hides ? " Because of it `external_dependencies` of `create_dag` do not count either." : ""}`,
                advice: others.length > 0
                    ? `Wait for other DAGs with:\nexternal_dependencies:\n${others.map((name) => `  - ${name}: all`).join("\n")}`
                    : "Put the names into the `dependencies` of the tasks, or take the list out.",
                subject: { dag: dag.id, key: "dependencies" },
            }),
        ];
    }),
};

;// CONCATENATED MODULE: ./build/check/rules/yaml-syntax.js


const yamlSyntax = {
    name: "yaml-syntax",
    severity: "error",
    effect: "fails",
    summary: "YAML that PyYAML rejects",
    explains: "gusty reads every header and every METADATA.yml with PyYAML. Where PyYAML raises, the whole entry point fails: Airflow shows an import error, and every DAG that the entry point makes disappears.",
    source: "gusty/parsing/parsers.py, parse_generic; absql/files/parsers.py, frontmatter_load",
    wrong: {
        shows: "dags/bakery/knead.yml",
        files: { "dags/bakery/knead.yml": 'operator: airflow.operators.bash.BashOperator\nbash_command: "echo knead\n' },
    },
    right: {
        shows: "dags/bakery/knead.yml",
        files: { "dags/bakery/knead.yml": 'operator: airflow.operators.bash.BashOperator\nbash_command: "echo knead"\n' },
    },
    check: ({ project }) => problemsOf(project, "yaml-syntax").map(({ problem, dag }) => findingOf(yamlSyntax, {
        at: problem.at,
        message: `This is no valid YAML: ${clause(problem.detail)}.${dag ? ` ${stopsText(project, dag)}.` : ""}`,
        advice: problem.hint,
        ...failsWith(project, dag, problem.at),
    })),
};

;// CONCATENATED MODULE: ./build/check/rules.js
















































/** Every rule, in the order of its page in `docs/rules/`. */
const RULES = [
    unreadableFile,
    yamlSyntax,
    unknownTag,
    frontMatter,
    missingOperator,
    pythonSyntax,
    missingCallable,
    doesNothing,
    ignoredFile,
    folderShape,
    invalidId,
    duplicateTaskId,
    duplicateDagId,
    sensorCollision,
    unknownDependency,
    misnamedKey,
    jinjaSyntax,
    dependencyShape,
    dependencyCycle,
    crossDagCycle,
    rootOrLeafEdges,
    unknownRootOrLeaf,
    unknownExternal,
    orphanedSensor,
    scheduleMismatch,
    lostExternalDependency,
    unusedDependencyList,
    sensorOverrideLost,
    unknownMetadataKey,
    unknownArgument,
    droppedArgument,
    refusedArgument,
    overwrittenKey,
    missingArgument,
    unknownOperator,
    invalidSchedule,
    missingStartDate,
    movingStartDate,
    catchupBackfill,
    literalSecret,
    airflow3,
    failsToBuild,
    configuration,
    notStatic,
    taskRenamed,
    generatedStale,
    definedTwice,
    policy,
];


/***/ }),

/***/ 72864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ isOpen)
/* harmony export */ });
/** Some entry point could not be decided, so that DAGs may be missing from what is known. */
const isOpen = (project) => project.problems.some((problem) => problem.kind === "not-static" && problem.affects === "sites");


/***/ }),

/***/ 84852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ sourceLineOf)
/* harmony export */ });
/** Where a line of the generated Python (1-based) comes from: the narrowest entry of its source map, or `null`. */
function sourceLineOf({ lines }, line) {
    const width = (one) => one.endLine - one.line;
    let best = null;
    for (const one of lines) {
        if (one.line > line || one.endLine < line)
            continue;
        if (best === null || width(one) < width(best))
            best = one;
    }
    return best;
}


/***/ })

};
