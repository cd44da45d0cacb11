export const id = 191;
export const ids = [191];
export const modules = {

/***/ 64776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $7: () => (/* binding */ MOST_INSTANTS),
/* harmony export */   DS: () => (/* binding */ isZone),
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   Ep: () => (/* binding */ runTimes),
/* harmony export */   HJ: () => (/* binding */ localTime),
/* harmony export */   d_: () => (/* binding */ DAY),
/* harmony export */   ss: () => (/* binding */ shareRuns),
/* harmony export */   vg: () => (/* binding */ instants),
/* harmony export */   ym: () => (/* binding */ utcOf)
/* harmony export */ });
/* harmony import */ var croner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55814);

/** Milliseconds of a day. */
const DAY = 86_400_000;
/**
 * The times of `cron` on `count` days from the day `from` on (days since 1970-01-01). `null` for `29W` to `31W`, which
 * croniter moves in short months and croner leaves out.
 */
function runTimes(cron, zone, from, count) {
    if ((cron.nearestWeekday ?? 0) > 28)
        return null;
    const list = (field) => (field === "*" ? "*" : field.join(","));
    const days = [
        ...(cron.days === "*" ? ["*"] : cron.nearestWeekday === null ? cron.days : [`${cron.nearestWeekday}W`]),
        ...(cron.lastDay ? ["L"] : []),
    ];
    const weekdays = cron.weekdays === "*"
        ? ["*"]
        : cron.weekdays.flatMap((day) => {
            const which = cron.nth.get(day);
            return which ? [...which].map((one) => `${day}#${one === "last" ? "L" : one}`) : [`${day}`];
        });
    const pattern = `0 0 0 ${days.join(",")} ${list(cron.months)} ${weekdays.join(",")}`;
    const found = daysOf(pattern, from, count).filter((day) => inYears(day, cron.years));
    const values = (field, below) => field === null ? [0] : field === "*" ? Array.from({ length: below }, (_, value) => value) : field;
    const times = values(cron.hours, 24).flatMap((hour) => values(cron.minutes, 60).flatMap((minute) => values(cron.seconds, 60).map((second) => hour * 3600 + minute * 60 + second)));
    return { days: found, times, zone };
}
const inYears = (day, years) => years === null || years === "*" || years.includes(new Date(day * DAY).getUTCFullYear());
/** Days by pattern and span: most schedules of a project run on the same days. */
const daysByPattern = new Map();
const MOST_PATTERNS = 1000;
/** The days of the span on which a cron pattern runs at midnight. */
function daysOf(pattern, from, count) {
    if (pattern === "0 0 0 * * *")
        return Array.from({ length: count }, (_, index) => from + index);
    const key = `${pattern} ${from} ${count}`;
    const known = daysByPattern.get(key);
    if (known)
        return known;
    const stopAt = new Date((from + count) * DAY).toISOString().slice(0, 19);
    const job = new croner__WEBPACK_IMPORTED_MODULE_0__/* .Cron */ .l4(pattern, { timezone: "UTC", paused: true, stopAt });
    const found = [];
    let at = job.nextRun(new Date(from * DAY - 1000));
    while (at && at.getTime() < (from + count) * DAY) {
        found.push(at.getTime() / DAY);
        at = job.nextRun(at);
    }
    if (daysByPattern.size >= MOST_PATTERNS)
        daysByPattern.clear();
    daysByPattern.set(key, found);
    return found;
}
/** How many instants are looked at, at most, before two schedules count as sharing some. */
const MOST_INSTANTS = 20_000;
/** True where some run of `a`, `delta` milliseconds earlier, is a run of `b`, or where both run too often to look at all. */
function shareRuns(a, b, delta) {
    if (size(a) > size(b))
        return shareRuns(b, a, -delta);
    if (size(a) > MOST_INSTANTS)
        return true;
    const days = new Set(b.days);
    const times = new Set(b.times);
    // On one clock days and times can be looked at apart.
    if (a.zone === b.zone && delta === 0)
        return a.days.some((day) => days.has(day)) && a.times.some((time) => times.has(time));
    return instants(a).some((instant) => {
        const local = localTime(instant - delta, b.zone);
        const day = Math.floor(local / DAY);
        return days.has(day) && times.has((local - day * DAY) / 1000);
    });
}
/** How many runs these are. */
const size = ({ days, times }) => days.length * times.length;
/** Every run as milliseconds since 1970 in UTC. */
function instants({ days, times, zone }) {
    return days.flatMap((day) => times.map((time) => utcOf(day * DAY + time * 1000, zone)));
}
const formats = new Map();
/** Offsets of zones by quarters of an hour since 1970: no zone changes within one. */
const offsets = new Map();
const QUARTER = 900_000;
const MOST_OFFSETS = 500_000;
/** What the clock of a zone shows at an instant, as milliseconds as if it were UTC. */
function localTime(instant, zone) {
    if (zone === null || zone === "UTC")
        return instant;
    const fixed = /^([+-])(\d\d):(\d\d)$/.exec(zone);
    if (fixed) {
        const minutes = Number(fixed[2]) * 60 + Number(fixed[3]);
        return instant + (fixed[1] === "-" ? -1 : 1) * minutes * 60_000;
    }
    const known = offsets.get(zone) ?? new Map();
    if (known.size >= MOST_OFFSETS)
        known.clear();
    offsets.set(zone, known);
    const quarter = Math.floor(instant / QUARTER);
    const offset = known.get(quarter) ?? offsetAt(quarter * QUARTER, zone);
    known.set(quarter, offset);
    return instant + offset;
}
function offsetAt(instant, zone) {
    const parts = new Map(formatOf(zone)
        .formatToParts(instant)
        .map(({ type, value }) => [type, Number(value)]));
    const part = (name) => parts.get(name) ?? 0;
    const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
    return shown - instant;
}
/** True for a time zone that this machine knows, or an offset. */
function isZone(zone) {
    if (/^[+-]\d\d:\d\d$/.test(zone))
        return true;
    try {
        formatOf(zone);
        return true;
    }
    catch {
        return false;
    }
}
function formatOf(zone) {
    const known = formats.get(zone);
    if (known)
        return known;
    const numeric = "numeric";
    const made = new Intl.DateTimeFormat("en-US", {
        timeZone: zone,
        hourCycle: "h23",
        year: numeric,
        month: numeric,
        day: numeric,
        hour: numeric,
        minute: numeric,
        second: numeric,
    });
    formats.set(zone, made);
    return made;
}
/** The instant at which the clock of a zone shows `local`; of two the first. */
function utcOf(local, zone) {
    const guess = local - (localTime(local, zone) - local);
    return local - (localTime(guess, zone) - guess);
}


/***/ }),

/***/ 69803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aB: () => (/* binding */ waitingSensor),
/* harmony export */   eh: () => (/* binding */ secondsInWords),
/* harmony export */   qQ: () => (/* binding */ waitsInVain)
/* harmony export */ });
/* harmony import */ var _build_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65866);
/* harmony import */ var _compare_timedelta_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68233);


/** What `BaseSensorOperator` waits where nothing else is said: seven days (`airflow/sensors/base.py`). */
const DEFAULT_TIMEOUT = 604_800;
/** The sensor of an external dependency; `null` where it is of a class that waits for nothing (`EmptyOperator`). */
function waitingSensor(dag, id) {
    const sensor = dag.tasks.find((task) => task.id === id && task.kind === "sensor");
    return sensor?.operator && !/^(?:Empty|Dummy)Operator$/.test(sensor.operator.name) ? sensor : null;
}
/**
 * What becomes of a sensor whose target is not there, from its effective arguments: it fails at once with
 * `check_existence`, else it waits for `timeout` seconds, once, and is skipped with `soft_fail`
 * (`airflow/sensors/base.py`, `BaseSensorOperator.execute`; `airflow/sensors/external_task.py`, `_check_for_existence`).
 * A clause that goes on after the sensor's name.
 * @param exists the target is there, and only never done
 */
function waitsInVain(sensor, exists = false) {
    const value = (key) => (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldOf */ ._F)(sensor.arguments, key)?.value;
    const isTrue = (key) => {
        const found = value(key);
        return found?.t === "bool" && found.v;
    };
    const soft = isTrue("soft_fail");
    if (!exists && isTrue("check_existence")) {
        const retries = value("retries");
        const again = retries?.t === "int" && retries.v > 0n ? `, and is retried ${retries.v} times` : "";
        return soft ? "is skipped at once" : `fails at once${again}`;
    }
    const timeout = value("timeout");
    const seconds = timeout ? secondsOf(timeout) : DEFAULT_TIMEOUT;
    const long = seconds === null ? "until its timeout" : secondsInWords(seconds);
    return soft
        ? `waits ${long} and is then skipped`
        : `waits ${long} and then fails, once: sensor timeouts are not retried`;
}
function secondsOf(value) {
    if (value.t === "int")
        return Number(value.v);
    if (value.t === "float")
        return value.v;
    const micros = value.t === "call" ? (0,_compare_timedelta_js__WEBPACK_IMPORTED_MODULE_1__/* .timedeltaMicros */ .f)(value) : null;
    return micros === null ? null : Number(micros / 1000000n);
}
const UNITS = [
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
    ["second", 1],
];
/** A span of seconds in its largest two units: `1 hour 30 minutes`. */
function secondsInWords(seconds) {
    const parts = [];
    let rest = Math.round(seconds);
    for (const [unit, size] of UNITS) {
        const count = Math.floor(rest / size);
        rest -= count * size;
        if (count > 0 && parts.length < 2)
            parts.push(`${count} ${unit}${count === 1 ? "" : "s"}`);
    }
    return parts.length === 0 ? "0 seconds" : parts.join(" ");
}


/***/ }),

/***/ 17699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ waitingRings)
/* harmony export */ });
/* harmony import */ var _build_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65866);
/* harmony import */ var _build_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27239);
/* harmony import */ var _compare_timedelta_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68233);
/* harmony import */ var _sensor_wait_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69803);




/** More steps than this are not taken from one sensor: what is not found by then is not said. */
const MOST_STEPS = 5000;
/** Trigger rules with which a task may start before everything above it is done (`airflow/utils/trigger_rule.py`). */
const EAGER = new Set(["always", "dummy", "one_success", "one_failed", "one_done"]);
/**
 * Rings of task runs that wait for each other through the sensors of external dependencies: a run of one date waits,
 * over some tasks and sensors, for itself. Only where all is static: DAGs that are built, sensors of Airflow's own class
 * without a computed date or states of their own, deltas that sum up to zero. Each ring once, its shortest form.
 */
function waitingRings(project) {
    const dags = new Map();
    for (const dag of project.dags)
        dags.set(dag.id, dags.has(dag.id) ? null : dag);
    const known = [...dags.values()].flatMap((dag) => (dag?.outcome === "built" && !(0,_build_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isAsFarAsKnown */ .Dz)(dag) ? [dag] : []));
    const waiting = inRings(known.flatMap(sensorsOf));
    const behind = behindSensors(waiting);
    const rings = new Map();
    for (const start of waiting) {
        const ring = ringFrom(start, behind);
        const key = ring
            ?.map(({ dag, sensor }) => `${dag.id} ${sensor.id}`)
            .sort()
            .join("\n");
        if (ring && key !== undefined && !rings.has(key))
            rings.set(key, ring);
    }
    return [...rings.values()];
}
/** The sensors of a DAG that certainly wait for a run of another DAG, a fixed time before. */
function sensorsOf(dag) {
    return dag.externals.flatMap((external) => {
        const sensor = (0,_sensor_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .waitingSensor */ .aB)(dag, external.sensor);
        const delta = sensor?.operator?.name === "ExternalTaskSensor" ? deltaOf(sensor) : null;
        return delta === null || !sensor ? [] : [{ dag, external, sensor, delta }];
    });
}
const COMPUTED = ["execution_date_fn", "allowed_states", "skipped_states", "failed_states", "external_task_ids"];
function deltaOf(sensor) {
    const value = (key) => (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldOf */ ._F)(sensor.arguments, key)?.value;
    if (COMPUTED.some((key) => (value(key)?.t ?? "null") !== "null"))
        return null;
    const delta = value("execution_delta");
    if (!delta || delta.t === "null")
        return 0n;
    return delta.t === "call" ? (0,_compare_timedelta_js__WEBPACK_IMPORTED_MODULE_3__/* .timedeltaMicros */ .f)(delta) : null;
}
/** Leaves out, as long as there are any, sensors whose target DAG has none, and those of DAGs that no other waits for. */
function inRings(sensors) {
    let left = sensors;
    for (;;) {
        const own = new Set(left.map(({ dag }) => dag.id));
        const wanted = new Set(left.map(({ external }) => external.dag));
        const kept = left.filter(({ dag, external }) => own.has(external.dag) && wanted.has(dag.id));
        if (kept.length === left.length)
            return left;
        left = kept;
    }
}
function behindSensors(all) {
    const byDag = new Map();
    for (const one of all)
        byDag.set(one.dag.id, [...(byDag.get(one.dag.id) ?? []), one]);
    const found = new Map();
    return ({ external }) => {
        const key = JSON.stringify([external.dag, external.task]);
        const known = found.get(key);
        if (known)
            return known;
        const sensors = byDag.get(external.dag) ?? [];
        const [first] = sensors;
        const above = first && external.task !== null ? upstreamOf(first.dag, external.task) : null;
        const list = above ? sensors.filter(({ sensor }) => above.has(sensor.id)) : sensors;
        found.set(key, list);
        return list;
    };
}
/** A task and all tasks that must be done before it, by edges that it or those between certainly wait for. */
function upstreamOf(dag, task) {
    const eager = new Set(dag.tasks.filter((candidate) => isEager(candidate, dag)).map(({ id }) => id));
    const above = new Map();
    for (const { up, down } of dag.edges)
        if (!eager.has(down))
            above.set(down, [...(above.get(down) ?? []), up]);
    const seen = new Set([task]);
    for (const id of seen)
        for (const up of above.get(id) ?? [])
            seen.add(up);
    return seen;
}
/** Whether a task may start early; where its trigger rule is not known, it may. */
function isEager(task, dag) {
    const defaults = (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldOf */ ._F)(dag.settings, "default_args");
    const rule = (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldOf */ ._F)(task.arguments, "trigger_rule") ?? (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldOf */ ._F)((defaults && (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOfMap */ .jR)(defaults.value)) ?? [], "trigger_rule");
    return rule !== undefined && (rule.value.t !== "str" || EAGER.has(rule.value.v));
}
/** The shortest way from a sensor's run back to itself, breadth first over runs: a sensor and its date. */
function ringFrom(start, behind) {
    const seen = new Set();
    const waiting = [{ sensor: start, at: 0n, from: null }];
    for (const step of waiting) {
        const at = step.at - step.sensor.delta;
        for (const sensor of behind(step.sensor)) {
            if (sensor === start && at === 0n)
                return wayTo(step);
            const key = `${sensor.dag.id} ${sensor.sensor.id} ${at}`;
            if (seen.has(key) || waiting.length >= MOST_STEPS)
                continue;
            seen.add(key);
            waiting.push({ sensor, at, from: step });
        }
    }
    return null;
}
function wayTo(last) {
    const way = [];
    for (let step = last; step; step = step.from)
        way.unshift(step.sensor);
    return way;
}


/***/ }),

/***/ 14544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ backfillOf)
/* harmony export */ });
/* harmony import */ var _build_cron_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42719);
/* harmony import */ var _build_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65866);
/* harmony import */ var _build_logical_dates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64776);
/* harmony import */ var _build_schedule_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22735);
/* harmony import */ var _datetime_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78323);
/* harmony import */ var _timedelta_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68233);






/**
 * The runs that Airflow makes for the past once a DAG is switched on: `catchup` is on, there is a schedule by time, and
 * the DAG is new, or `catchup` or the schedule was off before. A DAG that has run goes on after its last run, so for it
 * they are the most there can be. `null` where no run of the past becomes due, or nothing tells so.
 * Source: `airflow/timetables/interval.py` and `trigger.py`, `next_dagrun_info`; `airflow/models/dag.py`, `DAG.catchup`.
 * @param now milliseconds since 1970; `null`: not known, and then how many runs are not known either
 */
function backfillOf(base, head, now) {
    if (!head || head.outcome === "fails" || !catchesUp(head))
        return null;
    const rhythm = rhythmOf(head);
    if (!rhythm)
        return null;
    const same = base !== null && base.id === head.id;
    const cause = !same ? "new" : !catchesUp(base) ? "catchup" : rhythmOf(base) === null ? "schedule" : null;
    const start = startOf(head, now);
    if (cause === null || start === null)
        return null;
    const runs = now === null ? null : countRuns(rhythm, start, now, endOf(head), head.airflow);
    if (runs === 0)
        return null;
    const limit = (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._F)(head.settings, "max_active_runs")?.value;
    const atOnce = limit?.t === "int" && limit.v > 0n ? Number(limit.v) : limit === undefined ? MAX_ACTIVE_RUNS : null;
    return { cause, since: new Date(start.local).toISOString().slice(0, 10), runs, atOnce };
}
/** `max_active_runs_per_dag` of Airflow's configuration, where nobody changed it. */
const MAX_ACTIVE_RUNS = 16;
/** The default is `catchup_by_default`: on in Airflow 2, off in 3. What only Python knows counts as off. */
function catchesUp(dag) {
    const given = (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._F)(dag.settings, "catchup");
    return given ? (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .truthOf */ .D)(given.value) === true : dag.airflow === 2;
}
/** A schedule by time; `null` for none and for one by anything else. */
function rhythmOf(dag) {
    const field = (0,_build_schedule_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .scheduleIn */ .Zb)(dag.settings);
    if (!field)
        return dag.airflow === 2 ? { t: "delta", millis: _build_logical_dates_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY */ .d_ } : null;
    const { value, key } = field;
    if (key === "timetable")
        return value.t === "null" ? null : { t: "unknown" };
    if (value.t === "str") {
        const read = (0,_build_cron_js__WEBPACK_IMPORTED_MODULE_0__/* .readCron */ .v)(value.v);
        if (!read.ok)
            return null;
        return read.cron ? { t: "cron", text: value.v } : { t: "unknown" };
    }
    if (value.t === "expr")
        return { t: "unknown" };
    const micros = value.t === "call" ? (0,_timedelta_js__WEBPACK_IMPORTED_MODULE_4__/* .timedeltaMicros */ .f)(value) : null;
    return micros !== null && micros > 0n ? { t: "delta", millis: Number(micros) / 1000 } : null;
}
/** The earliest date from which a task or the DAG runs (`DAG._time_restriction`); `null` where one is not known. */
function startOf(dag, now) {
    const defaults = (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOfMap */ .jR)((0,_build_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._F)(dag.settings, "default_args")?.value ?? { t: "null" }) ?? [];
    const own = (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._F)(dag.settings, "start_date") ?? (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._F)(defaults, "start_date");
    const given = [...(own ? [own] : []), ...dag.tasks.flatMap((task) => (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._F)(task.arguments, "start_date") ?? [])];
    const moments = given.map(({ value }) => momentOf(value, now));
    const known = moments.flatMap((moment) => moment ?? []);
    if (known.length === 0 || known.length < moments.length)
        return null;
    return known.reduce((first, moment) => (moment.local < first.local ? moment : first));
}
/** The end as a moment on the same clock; an end that is not known ends nothing. */
function endOf(dag) {
    const defaults = (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldsOfMap */ .jR)((0,_build_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._F)(dag.settings, "default_args")?.value ?? { t: "null" }) ?? [];
    const own = (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._F)(dag.settings, "end_date") ?? (0,_build_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .fieldOf */ ._F)(defaults, "end_date");
    const moment = own ? momentOf(own.value, null) : null;
    return moment?.zone === null ? moment.local : Number.POSITIVE_INFINITY;
}
function momentOf(value, now) {
    if (value.t === "datetime" || value.t === "str")
        return isoMoment(value.v);
    if (value.t !== "call")
        return null;
    const plain = (0,_datetime_js__WEBPACK_IMPORTED_MODULE_5__/* .datetimeText */ .B)(value);
    if (plain !== null)
        return isoMoment(plain);
    if (value.fn === "pendulum.datetime") {
        const zone = value.kwargs.find(([name]) => name === "tz")?.[1] ?? { t: "str", v: "UTC" };
        const rest = { ...value, fn: "datetime.datetime", kwargs: value.kwargs.filter(([name]) => name !== "tz") };
        const text = (0,_datetime_js__WEBPACK_IMPORTED_MODULE_5__/* .datetimeText */ .B)(rest);
        if (text === null || zone.t !== "str" || !(0,_build_logical_dates_js__WEBPACK_IMPORTED_MODULE_1__/* .isZone */ .DS)(zone.v))
            return null;
        return { local: Date.parse(`${text}Z`), zone: zone.v === "UTC" ? null : zone.v };
    }
    const [days] = value.args;
    if (value.fn === "gusty.utils.days_ago" && days?.t === "int" && value.args.length === 1 && now !== null)
        return { local: (Math.floor(now / _build_logical_dates_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY */ .d_) - Number(days.v)) * _build_logical_dates_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY */ .d_, zone: null };
    return null;
}
function isoMoment(text) {
    if (!/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(text))
        return null;
    const offset = /[+-]\d\d:\d\d$/.exec(text.slice(10))?.[0] ?? null;
    const local = Date.parse(`${text.slice(0, 19).replace(" ", "T")}${text.length > 10 ? "Z" : ""}`);
    return Number.isNaN(local) ? null : { local, zone: offset === "+00:00" ? null : offset };
}
/** More days than these are not counted: a start date of the year 1 is a way to say "always". */
const MOST_DAYS = 60 * 366;
/**
 * Runs from `start` until `now`. Airflow 2 makes a run when the time between two dates of the schedule is over, Airflow 3
 * at each date (`create_cron_data_intervals`, `create_delta_data_intervals`); both none that would begin after the end.
 * `null` where they cannot be counted.
 */
function countRuns(rhythm, start, now, end, airflow) {
    const today = (0,_build_logical_dates_js__WEBPACK_IMPORTED_MODULE_1__/* .localTime */ .HJ)(now, start.zone);
    const [due, begun] = [datesUntil(rhythm, start.local, today), datesUntil(rhythm, start.local, Math.min(today, end))];
    if (due === null || begun === null)
        return null;
    return airflow === 2 ? Math.max(0, Math.min(due - 1, begun)) : begun;
}
/** How many dates a schedule has from `start` to `last`, both on the clock of its zone. */
function datesUntil(rhythm, start, last) {
    if (last < start)
        return 0;
    if (rhythm.t === "delta")
        return Math.floor((last - start) / rhythm.millis) + 1;
    const reading = rhythm.t === "cron" ? (0,_build_cron_js__WEBPACK_IMPORTED_MODULE_0__/* .readCron */ .v)(rhythm.text) : null;
    const [from, to] = [Math.floor(start / _build_logical_dates_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY */ .d_), Math.floor(last / _build_logical_dates_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY */ .d_)];
    if (!reading?.ok || !reading.cron || to - from > MOST_DAYS)
        return null;
    const times = (0,_build_logical_dates_js__WEBPACK_IMPORTED_MODULE_1__/* .runTimes */ .Ep)(reading.cron, null, from, to - from + 1);
    if (!times)
        return null;
    const onEdge = (day) => times.times.map((time) => day * _build_logical_dates_js__WEBPACK_IMPORTED_MODULE_1__/* .DAY */ .d_ + time * 1000).filter((date) => date >= start && date <= last).length;
    return times.days.reduce((sum, day) => sum + (day > from && day < to ? times.times.length : onEdge(day)), 0);
}


/***/ }),

/***/ 20762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A4: () => (/* binding */ canonicalText),
/* harmony export */   WE: () => (/* binding */ canonicalFields),
/* harmony export */   bC: () => (/* binding */ unordered)
/* harmony export */ });
/* unused harmony export canonical */
/* harmony import */ var _model_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68575);
/* harmony import */ var _datetime_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78323);
/* harmony import */ var _timedelta_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68233);



/** Deeper values are compared by their source text. */
const MAX_DEPTH = 200;
/** Sorted by JSON text: for what has no order. */
const unordered = (items) => items
    .map((item) => [JSON.stringify(item), item])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, item]) => item);
/** Two equal texts say that the values are equal for Python (`==`, and of one type), as far as it can be known. */
const canonicalText = (value, context) => JSON.stringify(canonical(value, context));
/**
 * A value without places, and without what makes no difference to Python: the order of keys and of keyword arguments,
 * the order in a set, the way in which a timedelta or a datetime is written.
 */
function canonical(value, context, depth = 0) {
    if (depth > MAX_DEPTH)
        return ["source", sourceOf(value.span, context)];
    const each = (items) => items.map((item) => canonical(item, context, depth + 1));
    const named = (items) => unordered(items.map(([name, item]) => [name, canonical(item, context, depth + 1)]));
    switch (value.t) {
        case "null":
        case "absql-runner":
            return [value.t];
        case "bool":
        case "str":
        case "date":
        case "datetime":
            return [value.t, value.v];
        case "int":
        case "float":
            return [value.t, String(value.v)];
        case "bytes":
            return ["bytes", ...value.v];
        case "list":
        case "tuple":
            return [value.t, ...each(value.v)];
        case "set":
            return ["set", ...unordered(each(value.v))];
        case "map":
            return ["map", ...unordered(value.v.map((pair) => each(pair)))];
        case "name":
            return ["name", value.path];
        case "function":
            return ["function", fileName(value.file, context), value.name, named(value.partial ?? [])];
        case "run-file":
            return ["run-file", fileName(value.file, context), named(value.partial ?? [])];
        case "file-path":
            return [value.t, fileName(value.file, context)];
        case "expr":
            return ["expr", value.source, value.needs.map((span) => sourceOf(span, context))];
        case "call": {
            const micros = (0,_timedelta_js__WEBPACK_IMPORTED_MODULE_0__/* .timedeltaMicros */ .f)(value);
            if (micros !== null)
                return ["timedelta", String(micros)];
            const moment = (0,_datetime_js__WEBPACK_IMPORTED_MODULE_1__/* .datetimeText */ .B)(value);
            if (moment !== null)
                return ["datetime", moment];
            const fn = typeof value.fn === "string" ? value.fn : canonical(value.fn, context, depth + 1);
            return ["call", fn, each(value.args), named(value.kwargs)];
        }
    }
}
/** Fields as a mapping: sorted by key. */
const canonicalFields = (fields, context) => unordered(fields.map(({ key, value }) => [key, canonical(value, context)]));
const fileName = (file, { folder }) => (0,_model_path_js__WEBPACK_IMPORTED_MODULE_2__/* .isWithin */ .UO)(file, folder) ? ["dag", file.slice(folder.length).replace(/^\//, "")] : file;
function sourceOf(span, { texts }) {
    if (span === undefined)
        return null;
    const text = texts.get(span.file);
    return text === undefined ? [span.file, span.start, span.end] : text.slice(span.start, span.end);
}


/***/ }),

/***/ 12357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Vz: () => (/* binding */ pythonBodies),
  Xf: () => (/* binding */ pythonChanged),
  ei: () => (/* binding */ templatesChanged)
});

// UNUSED EXPORTS: pythonFiles

// EXTERNAL MODULE: ./build/build/template-files.js
var template_files = __webpack_require__(7675);
;// CONCATENATED MODULE: ./build/compare/python-body.js
/**
 * The text of a `.py` task file after its header: the lines between `# ---` and `# ---` at the start, where gusty finds
 * its YAML (`gusty/parsing/parsers.py`, `parse_py`); a shebang or coding line may stand before it. Line ends are `\n`.
 * Without a header it is the whole text.
 */
function pythonBody(text) {
    const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
    const open = lines.findIndex((line) => !/^#(?:!|.*coding[:=])/.test(line));
    if (!isFence(lines[open]))
        return lines.join("\n");
    const close = lines.findIndex((line, index) => index > open && (isFence(line) || !line.startsWith("#")));
    return isFence(lines[close]) ? [...lines.slice(0, open), ...lines.slice(close + 1)].join("\n") : lines.join("\n");
}
const isFence = (line) => line !== undefined && /^#[ \t]*---[ \t]*$/.test(line);

;// CONCATENATED MODULE: ./build/compare/code-changes.js


/** The Python files that a task runs, in the order of its arguments. */
function pythonFiles(task) {
    const files = task.arguments.flatMap(({ value }) => filesIn(value, 0));
    return [...new Set(files)];
}
const MAX_DEPTH = 50;
function filesIn(value, depth) {
    if (depth > MAX_DEPTH)
        return [];
    switch (value.t) {
        case "function":
        case "run-file":
            return [value.file];
        case "list":
        case "tuple":
        case "set":
            return value.v.flatMap((item) => filesIn(item, depth + 1));
        case "map":
            return value.v.flatMap(([, item]) => filesIn(item, depth + 1));
        default:
            return [];
    }
}
/** The bodies of the Python files that a task runs; `null` where the text of one is not at hand. */
function pythonBodies(task, context) {
    const texts = pythonFiles(task).map((file) => context.texts.get(file));
    const known = texts.filter((text) => text !== undefined);
    return known.length === texts.length ? known.map(pythonBody) : null;
}
/** True where both versions run Python files, and what these hold after their headers differs. */
function pythonChanged(base, head, sides) {
    const [before, after] = [pythonBodies(base, sides.base), pythonBodies(head, sides.head)];
    if (!before?.length || !after?.length)
        return false;
    return before.join("\0") !== after.join("\0");
}
/** True where a template file differs that the arguments of a task name in both versions. */
function templatesChanged(base, head, dags, sides) {
    const textOf = (dag, task, { texts }) => (0,template_files/* templateFiles */.o8)(dag, task).flatMap((file) => texts.get(file)?.replace(/\r\n?/g, "\n") ?? []);
    const [before, after] = [textOf(dags.base, base, sides.base), textOf(dags.head, head, sides.head)];
    return before.length > 0 && after.length > 0 && before.join("\0") !== after.join("\0");
}


/***/ }),

/***/ 19725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mf: () => (/* binding */ canonicalTask),
/* harmony export */   Xe: () => (/* binding */ dagHash),
/* harmony export */   gN: () => (/* binding */ operatorOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _build_operators_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59982);
/* harmony import */ var _build_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27239);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20762);




/**
 * SHA-256 in hex of what a DAG is for Airflow: settings, groups, tasks with their operators and arguments, edges, the
 * groups' own edges, external sensors. Its id, file names, places and every order that makes no difference are not in
 * it. `null` where the DAG is not known in full. `texts` are those of the DAG's own version (`Project.texts`).
 */
function dagHash(dag, texts) {
    if (dag.outcome !== "built" || (0,_build_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .isAsFarAsKnown */ .Dz)(dag))
        return null;
    const context = { texts, folder: dag.site.folder };
    const node = (ref) => [ref.t, ref.id];
    const groupLinks = dag.links.filter(({ up, down }) => up.t === "group" || down.t === "group");
    const content = [
        (0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalFields */ .WE)(dag.settings, context),
        (0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .unordered */ .bC)(dag.groups.map((group) => [
            group.id,
            group.parent,
            group.prefixGroupId,
            (0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalFields */ .WE)(group.arguments, context),
        ])),
        (0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .unordered */ .bC)(dag.tasks.map((task) => [task.id, task.group, canonicalTask(task, context)])),
        distinct(dag.edges.map(({ up, down }) => [up, down])),
        distinct(groupLinks.map(({ up, down }) => [node(up), node(down)])),
        (0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .unordered */ .bC)(dag.externals.map(({ dag: other, task, sensor }) => [other, task, sensor])),
    ];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(JSON.stringify(content)).digest("hex");
}
/** What a task does, without its id, group and edges. */
const canonicalTask = (task, context) => [
    task.kind,
    operatorOf(task),
    task.broken,
    (0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalFields */ .WE)(task.arguments, context),
];
/** As `operatorPath` in `build/operators.ts`; `null` where the operator is unknown. */
const operatorOf = ({ operator }) => operator && (0,_build_operators_js__WEBPACK_IMPORTED_MODULE_3__/* .operatorPath */ .se)(operator);
const distinct = (items) => {
    const sorted = (0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .unordered */ .bC)(items);
    return sorted.filter((item, index) => index === 0 || JSON.stringify(item) !== JSON.stringify(sorted[index - 1]));
};


/***/ }),

/***/ 78323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ datetimeText)
/* harmony export */ });
const PARAMETERS = ["year", "month", "day", "hour", "minute", "second", "microsecond"];
/**
 * The text of `isoformat()` for a naive `datetime.datetime(…)` call (Python's datetime documentation), or `null` where
 * it is no such call, has a time zone, or an argument is no whole number.
 */
function datetimeText(call) {
    if (call.fn !== "datetime.datetime" || call.args.length > PARAMETERS.length)
        return null;
    const given = new Map();
    const named = [
        ...call.args.map((value, index) => [PARAMETERS[index], value]),
        ...call.kwargs,
    ];
    for (const [name, value] of named) {
        if (name === undefined || !PARAMETERS.some((known) => known === name))
            return null;
        if (given.has(name) || value.t !== "int" || typeof value.v !== "bigint" || value.v < 0n)
            return null;
        given.set(name, value.v);
    }
    if (!given.has("year") || !given.has("month") || !given.has("day"))
        return null;
    const part = (name, width) => String(given.get(name) ?? 0n).padStart(width, "0");
    const micros = part("microsecond", 6);
    const fraction = micros === "000000" ? "" : `.${micros}`;
    return `${part("year", 4)}-${part("month", 2)}-${part("day", 2)}T${part("hour", 2)}:${part("minute", 2)}:${part("second", 2)}${fraction}`;
}


/***/ }),

/***/ 81522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ pairDags)
});

// EXTERNAL MODULE: ./build/compare/dag-hash.js
var dag_hash = __webpack_require__(19725);
;// CONCATENATED MODULE: ./build/compare/renamed-dags.js

/** The share of tasks that must be the same, by id, group and content, for a removed and an added DAG to be one renamed. */
const ALIKE = 0.5;
/** Fewer than this say nothing: many DAGs begin with the same empty task. */
const MIN_SHARED = 2;
/** Of DAGs that only base has (`removed`) those that live on in one that only head has: the most alike first, ties by id. */
function renamedDags(removed, added, projects) {
    const before = removed.map((dag) => ({ dag, content: contentOf(dag, projects.base) }));
    const after = added.map((dag) => ({ dag, content: contentOf(dag, projects.head) }));
    const pairs = before
        .flatMap((from) => after.map((to) => ({ from: from.dag, to: to.dag, alike: likeness(from.content, to.content) })))
        .filter(({ alike }) => alike >= ALIKE)
        .sort((a, b) => b.alike - a.alike || order(a.from.id, b.from.id) || order(a.to.id, b.to.id));
    const renamed = new Map();
    const given = new Set();
    for (const { from, to } of pairs) {
        if (renamed.has(from) || given.has(to))
            continue;
        renamed.set(from, to);
        given.add(to);
    }
    return renamed;
}
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
function contentOf(dag, { texts }) {
    const context = { texts, folder: dag.site.folder };
    const own = dag.tasks.filter(({ kind }) => kind === "spec");
    return new Set(own.map((task) => JSON.stringify([task.id, task.group, (0,dag_hash/* canonicalTask */.Mf)(task, context)])));
}
function likeness(a, b) {
    const shared = [...a].filter((task) => b.has(task)).length;
    return shared < MIN_SHARED ? 0 : shared / (a.size + b.size - shared);
}

;// CONCATENATED MODULE: ./build/compare/paired-dags.js

/**
 * Every DAG of either version once, by the id in head (in base where it is removed): same id, then renamed. Two DAGs
 * with one id are told apart by their folder, then by their order.
 */
function pairDags(base, head) {
    const left = [...base.dags];
    const pairs = [];
    const take = (fits, dags) => dags.filter((to) => {
        const index = left.findIndex((from) => fits(from, to));
        const from = left[index];
        if (!from)
            return true;
        left.splice(index, 1);
        pairs.push({ base: from, head: to });
        return false;
    });
    const inPlace = take((from, to) => from.id === to.id && from.site.folder === to.site.folder, head.dags);
    const added = take((from, to) => from.id === to.id, inPlace);
    const renamed = renamedDags(left, added, { base, head });
    const origins = new Map([...renamed].map(([from, to]) => [to, from]));
    return [
        ...pairs,
        ...added.map((dag) => ({ base: origins.get(dag) ?? null, head: dag })),
        ...left.filter((dag) => !renamed.has(dag)).map((dag) => ({ base: dag, head: null })),
    ].sort((a, b) => compare(idOf(a), idOf(b)) || compare(folderOf(a), folderOf(b)));
}
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const idOf = ({ base, head }) => (head ?? base)?.id ?? "";
const folderOf = ({ base, head }) => (head ?? base)?.site.folder ?? "";


/***/ }),

/***/ 66039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ renamedTasks)
});

// EXTERNAL MODULE: ./node_modules/diff/libesm/diff/array.js
var array = __webpack_require__(61318);
// EXTERNAL MODULE: ./build/compare/canonical.js
var canonical = __webpack_require__(20762);
// EXTERNAL MODULE: ./build/compare/code-changes.js + 1 modules
var code_changes = __webpack_require__(12357);
// EXTERNAL MODULE: ./build/compare/dag-hash.js
var dag_hash = __webpack_require__(19725);
;// CONCATENATED MODULE: ./build/compare/likeness.js




/** Words of one task that are looked at; beyond, its text is compared by this beginning. */
const MAX_WORDS = 1_000;
/** Word edits after which two texts are called different. */
const MAX_EDITS = 300;
const WEIGHT = { operator: 3, group: 1, id: 2, arguments: 4, text: 8, neighbours: 4 };
/** Below this weight there is too little to go by: two EmptyOperators without edges are not alike. */
const ENOUGH = 9;
/** A task seen for its likeness. `neighbours` as in `Portrait`. */
function portrait(task, neighbours, context) {
    const texts = task.arguments.filter(isText).map(({ value }) => (value.t === "str" ? value.v : ""));
    const words = [...texts, ...((0,code_changes/* pythonBodies */.Vz)(task, context) ?? [])].flatMap(wordsOf).slice(0, MAX_WORDS);
    const counts = new Map();
    for (const word of words)
        counts.set(word, (counts.get(word) ?? 0) + 1);
    const short = task.arguments.filter((field) => !isText(field) && !isCode(field));
    return {
        id: task.id,
        group: task.group,
        operator: (0,dag_hash/* operatorOf */.gN)(task),
        arguments: new Map(short.map(({ key, value }) => [key, (0,canonical/* canonicalText */.A4)(value, context)])),
        words,
        counts,
        neighbours,
    };
}
/**
 * How alike two tasks are by content, from 0 to 1 in steps of a hundredth; 0 where there is too little to compare.
 * `quick` looks at which words a text has, not at their order, and is never lower.
 */
function likeness(a, b, how) {
    const keys = new Set([...a.arguments.keys(), ...b.arguments.keys()]);
    const same = [...keys].filter((key) => a.arguments.get(key) === b.arguments.get(key)).length;
    const hasText = a.words.length + b.words.length > 0;
    const hasNeighbours = a.neighbours.size + b.neighbours.size > 0;
    const aspects = [
        [WEIGHT.operator, () => (a.operator === b.operator ? 1 : 0)],
        [WEIGHT.group, () => (a.group === b.group ? 1 : 0)],
        [WEIGHT.id, () => overlap(partsOf(a.id), partsOf(b.id))],
        [WEIGHT.arguments * Math.min(1, keys.size / 2), () => (keys.size === 0 ? 0 : same / keys.size)],
        [hasNeighbours ? WEIGHT.neighbours : 0, () => overlap(a.neighbours, b.neighbours)],
        [hasText ? WEIGHT.text : 0, () => (how === "quick" ? wordLikeness(a, b) : textLikeness(a, b))],
    ];
    const total = aspects.reduce((sum, [weight]) => sum + weight, 0);
    if (total < ENOUGH)
        return 0;
    const score = aspects.reduce((sum, [weight, value]) => sum + (weight > 0 ? weight * value() : 0), 0);
    return Math.round((100 * score) / total) / 100;
}
/** Twice the words that both have over the length of both. */
function wordLikeness(a, b) {
    const length = a.words.length + b.words.length;
    const shared = [...a.counts].reduce((sum, [word, count]) => sum + Math.min(count, b.counts.get(word) ?? 0), 0);
    return length === 0 ? 1 : (2 * shared) / length;
}
/** The same of words in one order; 0 where the texts differ too much to say. */
function textLikeness(a, b) {
    const length = a.words.length + b.words.length;
    const parts = (0,array/* diffArrays */.E)([...a.words], [...b.words], { maxEditLength: MAX_EDITS });
    const common = parts?.reduce((sum, part) => sum + (part.added || part.removed ? 0 : part.value.length), 0) ?? 0;
    return length === 0 ? 1 : (2 * common) / length;
}
function overlap(a, b) {
    const both = [...a].filter((item) => b.has(item)).length;
    const either = a.size + b.size - both;
    return either === 0 ? 1 : both / either;
}
const partsOf = (id) => new Set(id.toLowerCase().split(/[_.-]+/));
/** Long enough to be a script, or SQL whatever its length. */
const isText = ({ key, value }) => value.t === "str" && (key === "sql" || value.v.length > 60);
const isCode = ({ value }) => value.t === "function" || value.t === "run-file";
const wordsOf = (text) => text.match(/\w+|[^\w\s]/g) ?? [];

;// CONCATENATED MODULE: ./build/compare/renamed-tasks.js

/** From here on a removed and an added task count as one that was renamed. */
const ALIKE = 0.6;
/** Pairs that are compared at most. Where there could be more, only tasks with the very same content are. */
const MAX_PAIRS = 10_000;
/**
 * Removed tasks that live on under another id, by content: the most alike first, each task once, ties by id; in the
 * order of their new ids. Looks twice, the second time with the neighbours' new names. Only tasks that come from task
 * files are looked at.
 */
function renamedTasks(base, head, sides) {
    const before = onlyIn(base, head);
    const after = onlyIn(head, base);
    const first = bestPairs(before, after, base, head, sides, new Map());
    if (first.length === 0)
        return [];
    const names = new Map(first.map(({ from, to }) => [from, to]));
    return bestPairs(before, after, base, head, sides, names).sort((a, b) => compare(a.to, b.to));
}
function bestPairs(before, after, base, head, sides, names) {
    const left = portraits(before, base, sides.base, names);
    const right = portraits(after, head, sides.head, new Map());
    const pairs = candidates(left, right)
        .map(([from, to]) => ({ from, to, quick: likeness(from, to, "quick") }))
        .filter(({ quick }) => quick >= ALIKE)
        .sort((a, b) => b.quick - a.quick || compare(a.from.id, b.from.id) || compare(a.to.id, b.to.id));
    const [taken, given] = [new Set(), new Set()];
    return pairs.flatMap(({ from, to }) => {
        if (taken.has(from.id) || given.has(to.id))
            return [];
        taken.add(from.id);
        given.add(to.id);
        const exact = likeness(from, to, "exact");
        return exact < ALIKE ? [] : [{ from: from.id, to: to.id, likeness: exact }];
    });
}
function candidates(left, right) {
    if (left.length * right.length <= MAX_PAIRS)
        return left.flatMap((from) => right.map((to) => [from, to]));
    const content = (task) => JSON.stringify([task.operator, [...task.arguments], task.words]);
    const same = new Map();
    for (const task of right) {
        const key = content(task);
        const found = same.get(key);
        if (found)
            found.push(task);
        else
            same.set(key, [task]);
    }
    const pairs = [];
    for (const from of left) {
        for (const to of same.get(content(from)) ?? []) {
            if (pairs.length < MAX_PAIRS)
                pairs.push([from, to]);
        }
    }
    return pairs;
}
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
function onlyIn(dag, other) {
    const ids = new Set(other.tasks.map(({ id }) => id));
    return dag.tasks.filter((task) => task.kind === "spec" && !task.broken && !ids.has(task.id));
}
function portraits(tasks, dag, context, names) {
    const neighbours = new Map(tasks.map(({ id }) => [id, new Set()]));
    for (const { up, down } of dag.edges) {
        neighbours.get(down)?.add(`<${names.get(up) ?? up}`);
        neighbours.get(up)?.add(`>${names.get(down) ?? down}`);
    }
    return tasks.map((task) => portrait(task, neighbours.get(task.id) ?? new Set(), context));
}


/***/ }),

/***/ 68233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ timedeltaMicros)
/* harmony export */ });
/** The parameters of `datetime.timedelta` in their order, each in microseconds (Python's datetime documentation). */
const UNITS = [
    ["days", 86400000000n],
    ["seconds", 1000000n],
    ["microseconds", 1n],
    ["milliseconds", 1000n],
    ["minutes", 60000000n],
    ["hours", 3600000000n],
    ["weeks", 604800000000n],
];
/**
 * The length of a `datetime.timedelta(…)` call in microseconds, or `null` where it is no such call or an argument is
 * no whole number (Python rounds fractions in a way of its own, so these are compared as written).
 */
function timedeltaMicros(call) {
    if (call.fn !== "datetime.timedelta" || call.args.length > UNITS.length)
        return null;
    let total = 0n;
    for (const [index, value] of call.args.entries()) {
        const unit = UNITS[index]?.[1];
        if (unit === undefined || value.t !== "int")
            return null;
        total += value.v * unit;
    }
    for (const [name, value] of call.kwargs) {
        const index = UNITS.findIndex(([unit]) => unit === name);
        const unit = UNITS[index]?.[1];
        if (unit === undefined || index < call.args.length || value.t !== "int")
            return null;
        total += value.v * unit;
    }
    return total;
}


/***/ })

};
