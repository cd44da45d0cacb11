export const id = 21;
export const ids = [21,6];
export const modules = {

/***/ 79021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ changeScene)
});

// EXTERNAL MODULE: ./build/draw/dag-scene.js
var dag_scene = __webpack_require__(11058);
;// CONCATENATED MODULE: ./build/draw/outside.js
/** Adds the DAGs that wait for this one, each behind the tasks it waits for, or behind the last tasks if it waits for all. */
function outsideDags(scene, change) {
    const keys = new Set(scene.nodes.map(({ key }) => key));
    const busy = new Set(scene.edges.map(({ up }) => up));
    const last = scene.nodes.filter(({ key, state }) => !busy.has(key) && state !== "removed").map(({ key }) => key);
    const ids = [...new Set([change.base?.id ?? change.id, change.id])];
    const nodes = [];
    const edges = [];
    for (const { dag, tasks } of change.downstream) {
        const key = `outside ${dag}`;
        nodes.push({ key, label: dag, note: null, state: "same", shape: "outside", group: null, count: 1 });
        const awaited = tasks.flatMap((sensor) => awaitedTask(sensor, ids));
        const ups = awaited.filter((task) => keys.has(task));
        for (const up of new Set(ups.length > 0 ? ups : last.slice(0, MAX_LAST)))
            edges.push({ up, down: key, state: "waits" });
    }
    return { ...scene, nodes: [...scene.nodes, ...nodes], edges: [...scene.edges, ...edges] };
}
/** With more last tasks than this, arrows from all of them would only hide the picture. */
const MAX_LAST = 3;
/** gusty names a sensor after what it waits for (`gusty/building.py`): `wait_for_{dag}_{task}`. */
const awaitedTask = (sensor, dags) => dags.filter((dag) => sensor.startsWith(`wait_for_${dag}_`)).map((dag) => sensor.slice(`wait_for_${dag}_`.length));

// EXTERNAL MODULE: ./build/draw/ring.js
var draw_ring = __webpack_require__(65833);
;// CONCATENATED MODULE: ./build/draw/change-scene.js



/** Both versions of a DAG in one picture: head as it is, and what base had beside it; then who waits for it. */
function changeScene(change) {
    const groups = new Map([
        ...(change.base?.groups ?? []).map((group) => [group.id, group]),
        ...(change.head?.groups ?? []).map((group) => [group.id, group]),
    ]);
    const state = nodeStates(change);
    const origins = new Map(change.tasks.renamed.map(({ from, to }) => [to, from]));
    const nodes = tasksOf(change).map((task) => {
        const origin = origins.get(task.id);
        return (0,dag_scene/* taskNode */.y4)(task, groups, state(task.id), origin === undefined ? null : `was ${origin}`);
    });
    const own = { nodes, groups: (0,dag_scene/* sceneGroups */.pt)(groups), edges: edgesOf(change, state), noun: dag_scene/* TASKS */.n3 };
    return outsideDags(own, change);
}
/** Head's tasks in their order, then those that only base has. A renamed task is there once. */
function tasksOf(change) {
    const removed = new Set(change.tasks.removed);
    const [base, head] = [change.base, change.head].map((dag) => (dag ? (0,dag_scene/* distinctTasks */.r1)(dag) : []));
    return [...(head ?? []), ...(base ?? []).filter(({ id }) => removed.has(id))];
}
/** A task whose dependencies change comes after a change, like those that are affected. */
function nodeStates({ tasks, affected, edges, operators }) {
    const rewired = [...edges.added, ...edges.removed].map(([, down]) => down);
    const states = new Map([
        ...[...affected, ...rewired].map((id) => [id, "affected"]),
        ...operators.flatMap((operator) => operator.tasks.map((id) => [id, "changed"])),
        ...tasks.moved.map(({ id }) => [id, "changed"]),
        ...tasks.changed.map(({ id }) => [id, "changed"]),
        ...tasks.renamed.map(({ to }) => [to, "changed"]),
        ...tasks.added.map((id) => [id, "added"]),
        ...tasks.removed.map((id) => [id, "removed"]),
    ]);
    return (id) => states.get(id) ?? "same";
}
/** Only edges between tasks that both versions have stand out as new or removed: at a new or removed task it is plain. */
function edgesOf(change, state) {
    const added = new Set(change.edges.added.map(([up, down]) => (0,dag_scene/* pairKey */.Yz)(up, down)));
    const ring = change.head ? (0,dag_scene/* ringPairs */.wd)((0,draw_ring/* shortestRing */.p)(pairsOf(change.head))) : new Set();
    const edges = new Map();
    for (const [up, down] of change.head ? pairsOf(change.head) : []) {
        const key = (0,dag_scene/* pairKey */.Yz)(up, down);
        const plain = added.has(key) && state(up) !== "added" && state(down) !== "added" ? "added" : "same";
        edges.set(key, { up, down, state: ring.has(key) ? "ring" : plain });
    }
    for (const [up, down] of change.edges.removed)
        edges.set((0,dag_scene/* pairKey */.Yz)(up, down), { up, down, state: "removed" });
    return [...edges.values()];
}
const pairsOf = (dag) => dag.edges.map(({ up, down }) => [up, down]);


/***/ }),

/***/ 11058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yz: () => (/* binding */ pairKey),
/* harmony export */   Zy: () => (/* binding */ dagScene),
/* harmony export */   n3: () => (/* binding */ TASKS),
/* harmony export */   pt: () => (/* binding */ sceneGroups),
/* harmony export */   r1: () => (/* binding */ distinctTasks),
/* harmony export */   wd: () => (/* binding */ ringPairs),
/* harmony export */   y4: () => (/* binding */ taskNode)
/* harmony export */ });
const TASKS = ["task", "tasks"];
/** One task as a node. In a group whose id Airflow puts before the task's, the id is shown without it. */
function taskNode(task, groups, state, note) {
    const group = task.group === null ? undefined : groups.get(task.group);
    return {
        key: task.id,
        label: group?.prefixGroupId ? withoutPrefix(task.id, group.id) : task.id,
        note,
        state,
        shape: task.kind === "sensor" ? "sensor" : "task",
        group: task.group,
        count: 1,
    };
}
/** Groups by id; a group in a group that prefixes is named by what is its own. */
const sceneGroups = (groups) => [...groups.values()].map(({ id, parent }) => {
    const outer = parent === null ? undefined : groups.get(parent);
    return { id, parent, label: outer?.prefixGroupId ? withoutPrefix(id, outer.id) : id };
});
const withoutPrefix = (id, prefix) => id.startsWith(`${prefix}.`) ? id.slice(prefix.length + 1) : id;
/** A DAG as it is, without a comparison. Edges of `ring` (ids in order, the last one leads back to the first) stand out. */
function dagScene(dag, ring) {
    const groups = new Map(dag.groups.map((group) => [group.id, group]));
    const red = ringPairs(ring);
    const pairs = new Map(dag.edges.map(({ up, down }) => {
        const key = pairKey(up, down);
        const state = red.has(key) ? "ring" : "same";
        return [key, { up, down, state }];
    }));
    return {
        nodes: distinctTasks(dag).map((task) => taskNode(task, groups, "same", null)),
        groups: sceneGroups(groups),
        edges: [...pairs.values()],
        noun: TASKS,
    };
}
/** The tasks of a DAG, each id once (a duplicate id is Airflow's error, not two boxes). */
const distinctTasks = (dag) => {
    const ids = new Set();
    return dag.tasks.filter(({ id }) => !ids.has(id) && ids.add(id));
};
const pairKey = (up, down) => JSON.stringify([up, down]);
/** The edges of a ring, as `pairKey`. */
const ringPairs = (ring) => new Set(ring.map((id, index) => pairKey(id, ring[(index + 1) % ring.length] ?? id)));


/***/ }),

/***/ 30037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ escapeLabel),
/* harmony export */   k: () => (/* binding */ visibleName)
/* harmony export */ });
/** Longer names lose their middle. */
const MAX_LENGTH = 60;
/**
 * A name as it can be shown on one line: white space becomes single spaces, characters that cannot be seen or that turn
 * the direction of text become U+FFFD, and a name over 60 characters loses its middle. So does
 * the pilcrow, and the ligature U+FB02 becomes `fl`: Mermaid marks entities with them (`encodeEntities`). Nothing at all is
 * shown as `(no name)`.
 */
function visibleName(name) {
    const shown = name
        .replace(/[\s\p{Zl}\p{Zp}]+/gu, " ")
        .trim()
        .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}\u00B6]/gu, "\uFFFD")
        .replace(/\uFB02/g, "fl");
    if (shown === "")
        return "(no name)";
    const characters = [...shown];
    if (characters.length <= MAX_LENGTH)
        return shown;
    return [...characters.slice(0, MAX_LENGTH - 20), "…", ...characters.slice(-19)].join("");
}
/**
 * Text as it stands between the quotes of a Mermaid label, safe in Mermaid 10.9 to 12.3: all but ASCII letters, inner
 * digits and spaces as `#NN;`. Older versions read Markdown in labels (`+ x` is a list, `__init__` bold, `1. x` a list,
 * `www.x.y` a link), and every version looks for directives (`%%{`) and entities before it reads the diagram.
 */
const escapeLabel = (text) => [...text]
    .map((character, index) => /[A-Za-z ]/.test(character) || (/[0-9]/.test(character) && index > 0)
    ? character
    : `#${character.codePointAt(0)};`)
    .join("");


/***/ }),

/***/ 65833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ shortestRing)
/* harmony export */ });
/**
 * The shortest cycle among edges (up, down), as ids in the order of the arrows, beginning with the smallest id; empty
 * where there is none. Among cycles of one length, the one found from the smallest id.
 */
function shortestRing(pairs) {
    const next = new Map();
    for (const [up, down] of pairs) {
        const downs = next.get(up);
        if (downs)
            downs.push(down);
        else
            next.set(up, [down]);
    }
    for (const downs of next.values())
        downs.sort();
    let best = [];
    for (const start of cyclicIds(next)) {
        const ring = ringThrough(start, next, best.length === 0 ? Number.POSITIVE_INFINITY : best.length);
        if (ring !== null)
            best = ring;
    }
    const first = best.indexOf([...best].sort()[0] ?? "");
    return [...best.slice(first), ...best.slice(0, first)];
}
/** Starting points that are looked at, at most: in a knot that large any ring says the same. */
const MAX_STARTS = 50;
/** Ids that remain when everything without an upstream or without a downstream is taken away again and again: all cycles are among them. */
function cyclicIds(next) {
    const ids = new Set([...next.keys(), ...[...next.values()].flat()]);
    const previous = new Map();
    for (const [up, downs] of next)
        for (const down of downs)
            previous.set(down, [...(previous.get(down) ?? []), up]);
    for (const [ahead, back] of [
        [next, previous],
        [previous, next],
    ]) {
        const open = new Map([...ids].map((id) => [id, (back.get(id) ?? []).filter((other) => ids.has(other)).length]));
        const waiting = [...open].filter(([, count]) => count === 0).map(([id]) => id);
        for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
            ids.delete(id);
            for (const other of ahead.get(id) ?? []) {
                const left = (open.get(other) ?? 0) - 1;
                open.set(other, left);
                if (left === 0)
                    waiting.push(other);
            }
        }
    }
    return [...ids].sort().slice(0, MAX_STARTS);
}
/** The shortest cycle through `start` with fewer than `limit` ids, by breadth first. */
function ringThrough(start, next, limit) {
    const from = new Map();
    let front = [start];
    for (let length = 1; front.length > 0 && length < limit; length++) {
        const following = [];
        for (const id of front) {
            for (const down of next.get(id) ?? []) {
                if (down === start)
                    return pathTo(id, start, from);
                if (from.has(down))
                    continue;
                from.set(down, id);
                following.push(down);
            }
        }
        front = following;
    }
    return null;
}
function pathTo(end, start, from) {
    const path = [end];
    for (let id = from.get(end); id !== undefined && end !== start; id = from.get(id))
        path.push(id);
    return path.reverse();
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

/***/ 51006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   noLinks: () => (/* binding */ noLinks)
/* harmony export */ });
/** For places where nothing can be linked. */
const noLinks = { file: () => null, rule: () => null, report: null };


/***/ })

};
