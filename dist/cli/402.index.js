export const id = 402;
export const ids = [402];
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

/***/ 66402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ drawChange)
/* harmony export */ });
/* harmony import */ var _change_scene_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79021);
/* harmony import */ var _draw_scene_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5267);


/**
 * The diagram of one DAG's change: what is added, removed (kept in the picture), changed and affected, new and removed
 * dependencies, a cycle if head has one, and the DAGs that wait for it.
 *
 * Left to right with a box for each group was chosen over two other layouts by looking at DAGs of 10, 40, 200 and 1,000
 * tasks in a comment's width (`tools/compare-layouts.ts`): what runs side by side then grows downwards, so that names stay
 * readable, while top to bottom is shorter for small DAGs and shrinks names to specks from 40 tasks on. Without the
 * boxes of groups the picture is no smaller, arrows run through tasks, and where a change happens is lost.
 */
const drawChange = (change, options) => (0,_draw_scene_js__WEBPACK_IMPORTED_MODULE_0__/* .drawScene */ .l)((0,_change_scene_js__WEBPACK_IMPORTED_MODULE_1__/* .changeScene */ .$)(change), options);


/***/ }),

/***/ 5267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ drawScene)
});

;// CONCATENATED MODULE: ./build/draw/focus.js
/** Keys of what a reader looks for: all that is added, removed or changed, and the ends of new, removed and cyclic edges. */
function focusOf(scene) {
    const focus = new Set(scene.nodes.filter(({ state }) => state !== "same" && state !== "affected").map(({ key }) => key));
    for (const { up, down, state } of scene.edges) {
        if (state === "same" || state === "waits")
            continue;
        focus.add(up);
        focus.add(down);
    }
    return focus;
}
/** Keys with an arrow from or to one of `keys`, themselves included. */
function withNeighbours(scene, keys) {
    const near = new Set(keys);
    for (const { up, down } of scene.edges) {
        if (keys.has(up))
            near.add(down);
        if (keys.has(down))
            near.add(up);
    }
    return near;
}
/** Keys of everything that comes before one of `keys`, at any distance. */
function ancestorsOf(scene, keys) {
    const ups = new Map();
    for (const { up, down } of scene.edges) {
        const found = ups.get(down);
        if (found)
            found.push(up);
        else
            ups.set(down, [up]);
    }
    const reached = new Set();
    const waiting = [...keys];
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
        for (const up of ups.get(key) ?? []) {
            if (reached.has(up))
                continue;
            reached.add(up);
            waiting.push(up);
        }
    }
    return reached;
}

;// CONCATENATED MODULE: ./build/draw/ranks.js
/**
 * For each node its column: how many nodes the longest way to it has, itself included. Where a cycle leaves no first
 * node, the first one in the given order is taken for it, as layout engines do.
 */
function ranksOf(keys, edges) {
    const open = new Map([...keys].map((key) => [key, 0]));
    const next = new Map();
    for (const { up, down } of edges) {
        const count = open.get(down);
        if (count === undefined || !open.has(up) || up === down)
            continue;
        open.set(down, count + 1);
        const downs = next.get(up);
        if (downs)
            downs.push(down);
        else
            next.set(up, [down]);
    }
    const ranks = new Map();
    const reached = new Map();
    const ready = [...open].filter(([, count]) => count === 0).map(([key]) => key);
    for (const start of [...ready, ...open.keys()]) {
        const waiting = ranks.has(start) ? [] : [start];
        for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
            if (ranks.has(key))
                continue;
            const rank = reached.get(key) ?? 1;
            ranks.set(key, rank);
            for (const down of next.get(key) ?? []) {
                reached.set(down, Math.max(reached.get(down) ?? 1, rank + 1));
                const left = (open.get(down) ?? 0) - 1;
                open.set(down, left);
                if (left === 0)
                    waiting.push(down);
            }
        }
    }
    return ranks;
}
/** The number of columns: the highest rank, 0 without nodes. */
const columnsOf = (keys, edges) => [...ranksOf(keys, edges).values()].reduce((most, rank) => Math.max(most, rank), 0);

;// CONCATENATED MODULE: ./build/draw/fold-levels.js


/**
 * The ways to fold a scene, from careful to rough: parallel tasks; then what is far from the change, group by group;
 * then what comes long before it or beside it, what lies between two changes, what comes long after; then what is near.
 * What has changed comes last. What comes before is folded from the start of the flow, what comes after from its end, so
 * that few arrows lead back.
 */
function foldLevels(scene) {
    const focus = focusOf(scene);
    const near = withNeighbours(scene, focus);
    const before = ancestorsOf(scene, focus);
    const joining = ancestorsOf(scene, near);
    const keys = scene.nodes.map(({ key }) => key);
    const ranks = ranksOf(keys, scene.edges);
    const twins = neighbourhoods(scene);
    const isFar = ({ key }) => !near.has(key);
    const isSame = ({ state, shape }) => state === "same" && shape !== "outside";
    const isAffected = ({ state }) => state === "affected";
    const isChanged = ({ state }) => state !== "same" && state !== "affected";
    const fromStart = ({ key }) => ranks.get(key) ?? 0;
    const fromEnd = (node) => -fromStart(node);
    const level = (fits, name, order = null) => ({ bucket: (node) => (fits(node) ? JSON.stringify(name(node)) : null), order });
    const sameOrder = (node) => (before.has(node.key) ? fromStart(node) : fromEnd(node));
    const sameName = ({ key }) => [before.has(key) ? "before" : "beside"];
    // What flows back to the neighbours of a change, and what comes after all of them, would be a ring in one box.
    const affectedName = ({ key }) => [
        before.has(key) ? "between" : joining.has(key) ? "joining" : "after",
    ];
    return [
        level((node) => !isChanged(node) && node.shape === "task" && isFar(node), (node) => ["twins", node.state, node.group, twins.get(node.key)]),
        level((node) => (isSame(node) || isAffected(node)) && isFar(node) && node.group !== null, (node) => ["group", node.state, node.group, before.has(node.key)]),
        level((node) => isSame(node) && isFar(node), sameName, sameOrder),
        level((node) => isAffected(node) && isFar(node), affectedName, fromEnd),
        level(({ shape }) => shape === "outside", () => ["outside"], fromStart),
        level(isSame, sameName, sameOrder),
        level(isAffected, affectedName, fromEnd),
        level(isAffected, () => ["affected"]),
        level(isChanged, (node) => [node.state, node.group]),
        level(isChanged, (node) => [node.state], fromEnd),
    ];
}
/** For each node a text that is the same for nodes with the same upstream and downstream. */
function neighbourhoods(scene) {
    const sides = new Map(scene.nodes.map(({ key }) => [key, []]));
    for (const { up, down, state } of scene.edges) {
        sides.get(up)?.push(`>${state}${down}`);
        sides.get(down)?.push(`<${state}${up}`);
    }
    return new Map([...sides].map(([key, list]) => [key, JSON.stringify(list.sort())]));
}

;// CONCATENATED MODULE: ./build/draw/folded-scene.js
/** A scene in which each node of `folds` stands in the node that it names there, and the edges follow. */
function foldedScene(scene, folds) {
    const members = new Map();
    for (const node of scene.nodes) {
        const key = folds.get(node.key) ?? node.key;
        const found = members.get(key);
        if (found)
            found.push(node);
        else
            members.set(key, [node]);
    }
    const groups = new Map(scene.groups.map((group) => [group.id, group]));
    const nodes = [...members].flatMap(([key, [first, ...rest]]) => {
        if (first === undefined)
            return [];
        return [rest.length === 0 ? { ...first, key } : mergedNode(key, [first, ...rest], scene, groups)];
    });
    return { ...scene, nodes, edges: mergedEdges(scene.edges, folds) };
}
function mergedNode(key, nodes, scene, groups) {
    const [first] = nodes;
    const places = new Set(nodes.map(({ group }) => group));
    const tops = new Set(nodes.map(({ group }) => topGroup(group, groups)));
    const outer = tops.size === 1 ? topGroup(first.group, groups) : null;
    const count = nodes.reduce((sum, node) => sum + node.count, 0);
    const [one, many] = first.shape === "outside" ? ["DAG", "DAGs"] : scene.noun;
    const named = [...places].filter((group) => group !== null).length;
    return {
        key,
        label: `${count} ${count === 1 ? one : many}${named > 1 ? ` in ${named} groups` : ""}`,
        note: null,
        state: first.state,
        shape: first.shape === "outside" ? "outside" : "fold",
        group: places.size === 1 ? first.group : outer,
        count,
    };
}
/** The outermost group around a group; itself where it stands alone. */
function topGroup(group, groups) {
    let top = group;
    for (let steps = 0; top !== null && steps < 100; steps++) {
        const parent = groups.get(top)?.parent ?? null;
        if (parent === null)
            break;
        top = parent;
    }
    return top;
}
/** One edge for all between the same two nodes: where they differ, there was and is an arrow. */
function mergedEdges(edges, folds) {
    const merged = new Map();
    for (const { up, down, state } of edges) {
        const edge = { up: folds.get(up) ?? up, down: folds.get(down) ?? down };
        if (edge.up === edge.down && up !== down)
            continue;
        const key = JSON.stringify([edge.up, edge.down]);
        const found = merged.get(key);
        merged.set(key, { ...edge, state: found ? together(found.state, state) : state });
    }
    return [...merged.values()];
}
const together = (a, b) => {
    if (a === b)
        return a;
    return a === "ring" || b === "ring" ? "ring" : "same";
};

;// CONCATENATED MODULE: ./build/draw/fold.js




/** With more boxes in a row each one is too small to read in a comment. A DAG drawn without a change is shown whole. */
const MAX_COLUMNS = 14;
/**
 * A scene with at most `budget` nodes, and with not too many in a row, as far as folding can do it. A folded node says
 * how many it stands for.
 */
function foldScene(scene, budget) {
    const columns = focusOf(scene).size === 0 ? Number.POSITIVE_INFINITY : MAX_COLUMNS;
    const fits = (folded) => folded.nodes.length <= budget &&
        (columns === Number.POSITIVE_INFINITY ||
            columnsOf(folded.nodes.map(({ key }) => key), folded.edges) <= columns);
    const folds = new Map();
    let folded = scene;
    for (const level of foldLevels(scene)) {
        if (fits(folded))
            break;
        let size = folded.nodes.length;
        for (const boxes of bucketsOf(scene, level, folds)) {
            const least = Math.max(2, size - budget + 1);
            for (let count = level.order === null ? boxes.length : least;; count = Math.ceil(count * 1.25)) {
                const chosen = boxes.slice(0, count).flat();
                const key = `fold ${chosen[0] === undefined ? "" : level.bucket(chosen[0])}`;
                for (const node of chosen)
                    folds.set(node.key, key);
                if (level.order === null && size - boxes.length + 1 > budget) {
                    size -= boxes.length - 1;
                    break;
                }
                folded = foldedScene(scene, folds);
                size = folded.nodes.length;
                if (fits(folded))
                    return folded;
                if (count >= boxes.length)
                    break;
            }
        }
        folded = foldedScene(scene, folds);
    }
    return folded;
}
/** For each bucket with more than one box what its boxes hold, in the level's order; the bucket with the most boxes first. */
function bucketsOf(scene, level, folds) {
    const buckets = new Map();
    for (const node of scene.nodes) {
        const bucket = level.bucket(node);
        if (bucket === null)
            continue;
        const boxes = buckets.get(bucket) ?? new Map();
        buckets.set(bucket, boxes);
        const key = folds.get(node.key) ?? node.key;
        const members = boxes.get(key);
        if (members)
            members.push(node);
        else
            boxes.set(key, [node]);
    }
    const rank = (nodes) => {
        const { order } = level;
        return order === null ? 0 : nodes.reduce((least, node) => Math.min(least, order(node)), Number.POSITIVE_INFINITY);
    };
    return [...buckets.values()]
        .filter((boxes) => boxes.size > 1)
        .map((boxes) => [...boxes.values()]
        .map((nodes) => ({ nodes, rank: rank(nodes) }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ nodes }) => nodes))
        .sort((a, b) => b.length - a.length);
}

;// CONCATENATED MODULE: ./build/draw/styles.js
const NODE_STYLES = {
    added: { sign: "+", meaning: "added", css: "fill:#2da44e33,stroke:#2da44e,stroke-width:2px" },
    removed: {
        sign: "-",
        meaning: "removed",
        css: "fill:#cf222e22,stroke:#e5534b,stroke-width:2px,stroke-dasharray:5 4",
    },
    changed: { sign: "~", meaning: "changed", css: "fill:#d4a72c33,stroke:#bf8700,stroke-width:2px" },
    affected: { sign: "", meaning: "comes after a change", css: "fill:#218bff1a,stroke:#218bff,stroke-width:2px" },
};
/** `css` is `null` where an arrow keeps the theme's look. */
const EDGE_STYLES = {
    same: { arrow: "-->", css: null },
    added: { arrow: "==>", css: "stroke:#2da44e,stroke-width:3px" },
    removed: { arrow: "-.->", css: "stroke:#e5534b,stroke-width:2px" },
    waits: { arrow: "-.->", css: null },
    ring: { arrow: "==>", css: "stroke:#cf222e,stroke-width:4px" },
};
const OUTSIDE_CSS = "fill:#88888818,stroke:#888888,stroke-dasharray:2 3";
const FOLD_CSS = "fill:#88888818,stroke:#888888";
const GROUP_CSS = "fill:#88888814,stroke:#88888880";

;// CONCATENATED MODULE: ./build/draw/legend.js

/** The looks that a scene uses, in a fixed order. */
function legendOf({ nodes, edges, noun }) {
    const states = new Set(nodes.map(({ state }) => state));
    const shapes = new Set(nodes.map(({ shape }) => shape));
    const arrows = new Set(edges.map(({ state }) => state));
    const entry = (used, sign, meaning) => (used ? [{ sign, meaning }] : []);
    return [
        ...entry(states.has("added"), "+", NODE_STYLES.added.meaning),
        ...entry(states.has("removed"), "-", NODE_STYLES.removed.meaning),
        ...entry(states.has("changed"), "~", NODE_STYLES.changed.meaning),
        ...entry(states.has("affected"), "blue", NODE_STYLES.affected.meaning),
        ...entry(arrows.has("added"), "thick green arrow", "new dependency"),
        ...entry(arrows.has("removed"), "dotted red arrow", "removed dependency"),
        ...entry(arrows.has("ring"), "thick red arrow", "cycle"),
        ...entry(shapes.has("sensor"), "round", "waits for another DAG"),
        ...entry(shapes.has("outside"), "dotted", noun[0] === "DAG" ? "not in this project" : "another DAG that waits for this one"),
        ...entry(shapes.has("fold"), "double frame", `several ${noun[1]}`),
    ];
}

// EXTERNAL MODULE: ./build/draw/label.js
var label = __webpack_require__(30037);
;// CONCATENATED MODULE: ./build/draw/mermaid-text.js


/** A scene as the text of a Mermaid flowchart. Ids are `n0`, `n1`, … and `g0`, …; every name passes the escaper. */
function mermaidText(scene, direction) {
    const ids = new Map(scene.nodes.map((node, index) => [node.key, `n${index}`]));
    const boxes = boxLines(scene, ids, direction);
    const edges = scene.edges.filter(({ up, down }) => ids.has(up) && ids.has(down));
    const lines = [
        ...boxes,
        ...edges.map(({ up, down, state }) => `${ids.get(up)} ${EDGE_STYLES[state].arrow} ${ids.get(down)}`),
        ...classLines(scene.nodes),
        ...groupLines(boxes),
        ...linkLines(edges),
    ];
    return [`flowchart ${direction}`, ...lines.map((line) => `  ${line}`), ""].join("\n");
}
const SHAPES = {
    task: ["[", "]"],
    sensor: ["([", "])"],
    outside: ["([", "])"],
    fold: ["[[", "]]"],
};
/** A subgraph without an arrow in or out would turn its own way: each one says the direction. */
function boxLines(scene, ids, direction) {
    const known = new Set(scene.groups.map(({ id }) => id));
    const place = (group) => (group !== null && known.has(group) ? group : null);
    const lines = (parent, depth) => {
        const own = scene.nodes.filter(({ group }) => place(group) === parent);
        const inner = scene.groups.flatMap((group, index) => {
            if (place(group.parent) !== parent || depth > MAX_DEPTH)
                return [];
            const content = lines(group.id, depth + 1);
            return content.length === 0
                ? []
                : [`subgraph g${index}["${mermaid_text_label(group.label)}"]`, ...[`direction ${direction}`, ...content].map(indent), "end"];
        });
        return [...own.map((node) => boxLine(node, ids.get(node.key) ?? "")), ...inner];
    };
    return lines(null, 0);
}
/** Folders are never that deep; what is deeper is left out, not recursed into. */
const MAX_DEPTH = 100;
const indent = (line) => `  ${line}`;
const mermaid_text_label = (name) => (0,label/* escapeLabel */.c)((0,label/* visibleName */.k)(name));
function boxLine(node, id) {
    const [open, close] = SHAPES[node.shape];
    const sign = node.state === "same" ? "" : NODE_STYLES[node.state].sign;
    const name = (0,label/* escapeLabel */.c)(`${sign}${sign === "" ? "" : " "}${(0,label/* visibleName */.k)(node.label)}`);
    const note = node.note === null ? "" : `<br/>${mermaid_text_label(node.note)}`;
    const style = classOf(node);
    return `${id}${open}"${name}${note}"${close}${style === null ? "" : `:::${style}`}`;
}
const classOf = ({ state, shape }) => {
    if (state !== "same")
        return state;
    return shape === "outside" || shape === "fold" ? shape : null;
};
function classLines(nodes) {
    const used = new Set(nodes.map(classOf));
    const css = [
        ["added", NODE_STYLES.added.css],
        ["removed", NODE_STYLES.removed.css],
        ["changed", NODE_STYLES.changed.css],
        ["affected", NODE_STYLES.affected.css],
        ["outside", OUTSIDE_CSS],
        ["fold", FOLD_CSS],
    ];
    return css.filter(([name]) => used.has(name)).map(([name, style]) => `classDef ${name} ${style}`);
}
function groupLines(boxes) {
    const groups = boxes.flatMap((line) => /^ *subgraph (g[0-9]+)/.exec(line)?.[1] ?? []);
    return groups.length === 0 ? [] : [`classDef group ${GROUP_CSS}`, `class ${groups.join(",")} group`];
}
function linkLines(edges) {
    const states = ["added", "removed", "ring"];
    return states.flatMap((state) => {
        const numbers = edges.flatMap((edge, index) => (edge.state === state ? [index] : []));
        return numbers.length === 0 ? [] : [`linkStyle ${numbers.join(",")} ${EDGE_STYLES[state].css}`];
    });
}

;// CONCATENATED MODULE: ./build/draw/draw-scene.js



/** Mermaid's `maxTextSize` and `maxEdges` as GitHub leaves them; beyond, it shows an error instead of the diagram. */
const MAX_BYTES = 50_000;
const MAX_EDGES = 500;
/** With so few nodes every diagram is within the limits. */
const MIN_NODES = 8;
/** A scene as text, folded until it is within `options.nodes` and within what Mermaid draws. */
function drawScene(scene, options) {
    for (let budget = Math.min(options.nodes, scene.nodes.length);;) {
        budget = Math.max(MIN_NODES, Math.floor(budget));
        const folded = foldScene(scene, budget);
        const mermaid = mermaidText(folded, options.direction);
        const room = Math.min(MAX_EDGES / folded.edges.length, MAX_BYTES / new TextEncoder().encode(mermaid).length);
        if (room < 1 && budget > MIN_NODES) {
            budget *= Math.min(0.75, Math.sqrt(room));
            continue;
        }
        const hidden = folded.nodes.reduce((sum, node) => sum + (node.count > 1 ? node.count : 0), 0);
        return { mermaid, legend: legendOf(folded), hidden };
    }
}


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


/***/ })

};
