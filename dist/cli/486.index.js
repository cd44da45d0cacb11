export const id = 486;
export const ids = [486];
export const modules = {

/***/ 99486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  migrate: () => (/* binding */ migrate)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/model/path.js
var path = __webpack_require__(68575);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
// EXTERNAL MODULE: ./build/snapshot/user-error.js
var user_error = __webpack_require__(35357);
// EXTERNAL MODULE: ./build/cli/generated-files.js
var generated_files = __webpack_require__(56462);
// EXTERNAL MODULE: ./build/cli/generated-place.js
var generated_place = __webpack_require__(2222);
// EXTERNAL MODULE: ./build/build/read-project.js + 41 modules
var read_project = __webpack_require__(67090);
// EXTERNAL MODULE: ./build/config/read-config.js + 7 modules
var read_config = __webpack_require__(76870);
// EXTERNAL MODULE: ./build/emit/emit-dag.js + 17 modules
var emit_dag = __webpack_require__(4978);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/cli/migrate/yaml-arguments.js
/** Why a value cannot be written in `windsock.yml`: the path of the argument, and what is there. */
class NoYaml extends Error {
}
/** gusty's tags by what they call (`gusty/parsing/loaders.py`). */
const TAGS = new Map([
    ["datetime.datetime", "!datetime"],
    ["datetime.timedelta", "!timedelta"],
    ["gusty.utils.days_ago", "!days_ago"],
    ["absql.functions.env_var", "!env_var"],
]);
/** Arguments of `create_dag` as lines of YAML, each with `indent` before it. Throws `NoYaml` for what only Python can say. */
function yamlLines(fields, indent) {
    return fields.flatMap(({ key, value }) => entryLines(key, value, indent, key));
}
function entryLines(key, value, indent, path) {
    const name = /^[A-Za-z_][\w-]*$/.test(key) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(key) ? key : JSON.stringify(key);
    if (value.t !== "map" || value.v.length === 0)
        return [`${indent}${name}: ${inline(value, path)}`];
    const entries = value.v.flatMap(([inner, item]) => {
        if (inner.t !== "str")
            throw new NoYaml(`\`${path}\` has a key that is no text`);
        return entryLines(inner.v, item, `${indent}  `, `${path}.${inner.v}`);
    });
    return [`${indent}${name}:`, ...entries];
}
function inline(value, path) {
    const items = (list) => `[${list.map((item) => inline(item, path)).join(", ")}]`;
    switch (value.t) {
        case "null":
            return "null";
        case "bool":
            return String(value.v);
        case "int":
            return String(value.v);
        case "float":
            if (!Number.isFinite(value.v))
                break;
            return Number.isInteger(value.v)
                ? value.v.toFixed(1)
                : String(value.v)
                    .replace(/^([^.]*)e/, "$1.0e")
                    .replace(/e(?=\d)/, "e+");
        case "str":
            return yaml_arguments_text(value.v);
        case "list":
            return items(value.v);
        case "map":
            return `{${value.v.map(([key, item]) => `${inline(key, path)}: ${inline(item, path)}`).join(", ")}}`;
        case "name": {
            if (!isFunctionKey(path))
                break;
            const dot = value.path.lastIndexOf(".");
            return yaml_arguments_text(`${value.path.slice(0, dot)}:${value.path.slice(dot + 1)}`);
        }
        case "call": {
            const tag = typeof value.fn === "string" ? TAGS.get(value.fn) : undefined;
            if (tag === undefined || (value.args.length > 0 && value.kwargs.length > 0))
                break;
            if (value.kwargs.length === 0)
                return `${tag} ${items(value.args)}`;
            return `${tag} {${value.kwargs.map(([name, item]) => `${name}: ${inline(item, path)}`).join(", ")}}`;
        }
        default:
            break;
    }
    throw new NoYaml(`\`${path}\` is known only to Python`);
}
/** Keys whose texts name functions, as `module:function` (`docs/configuration.md`). */
const isFunctionKey = (path) => /^(?:on_success_callback|on_failure_callback|sla_miss_callback)$|^(?:user_defined_macros|user_defined_filters|dag_constructors|parse_hooks)\.[^.]+$/.test(path);
/** Plain where YAML can only read it as this very text, else in double quotes, in which JSON is YAML. */
const yaml_arguments_text = (plain) => /^[A-Za-z][A-Za-z_ ]*[A-Za-z]$/.test(plain) && !/^(?:yes|no|on|off|true|false|null)$/i.test(plain)
    ? plain
    : JSON.stringify(plain);

;// CONCATENATED MODULE: ./build/cli/migrate/declare-folders.js



/**
 * The text of `windsock.yml` with the folders of `sites` added to `dags:`, so that Windsock goes on compiling them without
 * an entry point. `text` is the file as it is, `null` where there is none. Throws a `UserError` where an argument
 * has no form in YAML, or where `dags:` is written in a way that nothing can be added to.
 */
function declareFolders(text, sites, file) {
    const items = (indent) => sites.map((site) => itemOf(site, indent, file)).join("");
    if (text === null || text.trim() === "")
        return `dags:\n${items("  ")}`;
    const end = text.endsWith("\n") ? text : `${text}\n`;
    const { contents } = (0,dist/* parseDocument */.Tp)(end, { logLevel: "silent" });
    const given = (0,dist/* isMap */.jh)(contents) ? contents.items.find(({ key }) => String(key) === "dags") : undefined;
    if (given === undefined)
        return `${end}\ndags:\n${items("  ")}`;
    const [first, last] = (0,dist/* isSeq */.oP)(given.value) && !given.value.flow ? [given.value.items[0], given.value.items.at(-1)] : [];
    const start = rangeOf(first)?.[0];
    const stop = rangeOf(last)?.[1];
    if (start === undefined || stop === undefined) {
        throw new user_error/* UserError */.y(`nothing can be added to \`dags:\` of \`${file}\` as it is written`, "Write it as a list, an item a line.");
    }
    const line = end.slice(end.lastIndexOf("\n", start - 1) + 1, start);
    const indent = /^ */.exec(line)?.[0] ?? "";
    // The value of a block item may end at the next line's start, or before the comment of its own line.
    const at = end.charAt(stop - 1) === "\n" ? stop : end.indexOf("\n", stop) + 1;
    return end.slice(0, at) + items(indent) + end.slice(at);
}
const rangeOf = (node) => typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range) ? node.range : undefined;
function itemOf(site, indent, file) {
    try {
        const lines = yamlLines(site.arguments, `${indent}    `);
        const path = `${indent}- path: ${/^[\w./-]+$/.test(site.folder) ? site.folder : JSON.stringify(site.folder)}`;
        return [path, ...(lines.length > 0 ? [`${indent}  arguments:`, ...lines] : []), ""].join("\n");
    }
    catch (error) {
        if (!(error instanceof NoYaml))
            throw error;
        throw new user_error/* UserError */.y(`\`${site.id}\` cannot be declared in \`${file}\`: its argument ${error.message}`, "Move that argument into the folder's METADATA.yml, or leave the DAG with gusty.");
    }
}

// EXTERNAL MODULE: ./build/compare/canonical.js
var canonical = __webpack_require__(20762);
// EXTERNAL MODULE: ./build/discover/discover-sites.js + 39 modules
var discover_sites = __webpack_require__(37915);
// EXTERNAL MODULE: ./build/python/read-python.js + 6 modules
var read_python = __webpack_require__(75251);
// EXTERNAL MODULE: ./build/report/positions.js
var positions = __webpack_require__(70571);
;// CONCATENATED MODULE: ./build/cli/migrate/overlay.js
/** A version with changes on top. */
function withChanges(snapshot, changes) {
    const written = [...changes].flatMap(([path, text]) => (text === null ? [] : [[path, text]]));
    const kept = [...snapshot.tree].filter(([path]) => !changes.has(path));
    const fresh = written.map(([path, text]) => [path, { kind: "file", oid: `changed:${text}` }]);
    const bytes = new Map(written.map(([path, text]) => [path, { ok: true, bytes: new TextEncoder().encode(text) }]));
    return {
        commit: null,
        date: null,
        tree: new Map([...kept, ...fresh].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
        async load(paths) {
            const below = await snapshot.load(paths.filter((path) => !changes.has(path)));
            return new Map(paths.map((path) => [path, bytes.get(path) ?? below.get(path) ?? { ok: false, why: "missing" }]));
        },
    };
}

// EXTERNAL MODULE: ./build/python/names.js
var names = __webpack_require__(18991);
;// CONCATENATED MODULE: ./build/cli/migrate/python-edits.js

const STATEMENTS = new Set("expression assignment update import from function class return if for while try with match raise assert delete scope pass break continue unread".split(" "));
/** True for a node that is a statement. */
const isStatement = (node) => typeof node === "object" && node !== null && "k" in node && typeof node.k === "string" && STATEMENTS.has(node.k);
/** How often a name is read outside of `except`. */
function usesOf(module, name, except) {
    let uses = 0;
    (0,names/* visit */.YR)(module.body, (node) => {
        if (node.start === except.start && node.end === except.end && isStatement(node))
            return false;
        if (node.k === "name" && "id" in node && node.id === name)
            uses += 1;
        return true;
    });
    return uses;
}
/** The lines of a statement with their end, and of two blank lines around it one. */
function wholeLines(source, { start, end }) {
    const from = source.lastIndexOf("\n", start - 1) + 1;
    if (source.slice(from, start).trim() !== "")
        return { start, end };
    const rest = /^[ \t]*(?:#[^\n]*)?(?:\n|$)/.exec(source.slice(end));
    if (!rest)
        return { start, end };
    let to = end + rest[0].length;
    while (source.slice(0, from).endsWith("\n\n") && source.charAt(to) === "\n")
        to += 1;
    return { start: from, end: to };
}
/** The text with its edits, which do not overlap. */
function applyEdits(source, edits) {
    let text = source;
    for (const { start, end, text: fresh } of [...edits].sort((a, b) => b.start - a.start))
        text = text.slice(0, start) + fresh + text.slice(end);
    return text;
}
/** An argument of a call by position or name. */
const argumentOf = (args, position, name) => args.find((argument) => argument.name === name) ??
    args.filter(({ name: own, star }) => own === null && star === "")[position];

;// CONCATENATED MODULE: ./build/cli/migrate/filters.js

/** The guard for a call of `create_dag`, by the name of the folder that it is given; `null` where it is not given plainly. */
function guardOf({ module, call }, names) {
    const folder = argumentOf(call.args, 0, "dag_dir");
    if (!folder)
        return null;
    const source = textOf(module, folder.value);
    const name = binds(module, "os")
        ? `os.path.basename(${source})`
        : binds(module, "Path")
            ? `Path(${source}).name`
            : `str(${source}).rpartition("/")[2]`;
    const [only] = names;
    return (not) => names.length === 1 && only !== undefined
        ? `${name} ${not ? "!=" : "=="} ${quoted(only)}`
        : `${name} ${not ? "not in" : "in"} (${names.map(quoted).join(", ")})`;
}
const textOf = (module, { start, end }) => module.source.slice(start, end);
const quoted = (name) => JSON.stringify(name);
/** True where the module imports this name at its top. */
const binds = (module, name) => module.body.some((item) => (item.k === "import" || item.k === "from") && item.names.some((one) => (one.as ?? one.name) === name));
/** A condition more in the comprehension around the call, or a `continue` before its statement in the loop around it. */
function inLoop({ module, around, blocks }, guard) {
    if (guard === null)
        return [];
    const comprehension = [...around].reverse().find(({ k }) => k === "comprehension");
    if (comprehension?.k === "comprehension") {
        const last = comprehension.clauses.at(-1);
        const end = last?.k === "for" ? last.iter.end : last?.test.end;
        return end === undefined ? [] : [[{ start: end, end, text: ` if ${guard(true)}` }]];
    }
    const block = blocks.at(-1);
    const statement = block?.find((item) => around.includes(item));
    if (!statement || !around.some(({ k }) => k === "for"))
        return [];
    const start = module.source.lastIndexOf("\n", statement.start - 1) + 1;
    const indent = module.source.slice(start, statement.start);
    if (indent.trim() !== "" || indent === "")
        return [];
    const step = indent.includes("\t") ? "\t" : "    ";
    return [[{ start, end: start, text: `${indent}if ${guard(false)}:\n${indent}${step}continue\n` }]];
}
/** The names go out of a list that is written out: the one that the loop goes over, or the one of that name. */
function listLiterals({ module, around }, names) {
    const iters = around.flatMap((node) => {
        if (node.k === "for")
            return [node.iter];
        return node.k === "comprehension"
            ? node.clauses.flatMap((clause) => (clause.k === "for" ? [clause.iter] : []))
            : [];
    });
    return iters.flatMap((iter) => {
        const list = iter.k === "name" ? assigned(module.body, iter.id) : iter;
        if (list?.k !== "list" && list?.k !== "tuple" && list?.k !== "set")
            return [];
        const gone = list.items.filter((item) => names.includes(lastPart(item) ?? ""));
        if (gone.length !== names.length || gone.length === list.items.length)
            return [];
        const kept = list.items.filter((item) => !gone.includes(item));
        const alone = list.k === "tuple" && kept.length === 1 ? kept[0] : undefined;
        const edits = gone.map((item) => itemEdit(module.source, item, alone !== undefined));
        // A tuple of one needs its comma, which goes in behind it where it was the last.
        return [alone && alone === list.items.at(-1) ? [...edits, ...commaAfter(module.source, alone)] : edits];
    });
}
/** What a name is given, where it is given once and never changed. */
function assigned(body, name) {
    const given = body.filter((item) => item.k === "assignment" && item.targets.some((target) => target.k === "name" && target.id === name));
    const [only] = given;
    return given.length === 1 && only?.k === "assignment" ? only.value : null;
}
const lastPart = (item) => {
    const [part, ...more] = item.k === "string" ? item.parts : [];
    return part?.k === "text" && more.length === 0 ? part.text.slice(part.text.lastIndexOf("/") + 1) : null;
};
const commaAfter = (source, { end }) => /^\s*,/.test(source.slice(end)) ? [] : [{ start: end, end, text: "," }];
/** An item with the comma and the white space after it, or its whole line. */
function itemEdit(source, item, keepComma) {
    const line = wholeLines(source, { start: item.start, end: item.end + (source.charAt(item.end) === "," ? 1 : 0) });
    if (line.end > item.end + 1)
        return { ...line, text: "" };
    const after = /^\s*,[ \t]*/.exec(source.slice(item.end));
    if (after)
        return { start: item.start, end: item.end + after[0].length, text: "" };
    const before = /,\s*$/.exec(source.slice(0, item.start));
    return { start: item.start - (before?.[0].length ?? 0), end: item.end, text: keepComma ? "," : "" };
}
/** Arguments of `create_dags` that `create_dag` does not get (`gusty/multi.py`). */
const OWN = new Set(["dags_dir", "caller_env", "concurrent", "concurrent_timeout", "max_concurrency"]);
/** `create_dags(folder, globals(), …)` as the loop that it runs (`gusty/multi.py`, `create_dags`), without these DAGs. */
function loopInstead({ module, call, around, blocks }, names) {
    const statement = around.at(-1);
    const folder = argumentOf(call.args, 0, "dags_dir");
    const env = argumentOf(call.args, 1, "caller_env");
    if (call.fn.k !== "name" || call.fn.id !== "create_dags" || statement?.k !== "expression" || blocks.length > 1)
        return [];
    if (!folder || !env || textOf(module, env.value) !== "globals()")
        return [];
    if (call.args.some(({ name, star }, at) => star === "*" || name === "current_dag_id" || (name === null && star === "" && at > 1)))
        return [];
    const rest = call.args
        .filter((argument) => argument !== folder && argument !== env && !OWN.has(argument.name ?? ""))
        .map(({ start, end }) => `        ${module.source.slice(start, end)},\n`);
    const source = textOf(module, folder.value);
    const loop = [
        `dags_dir = ${source}`,
        "for name in os.listdir(dags_dir):",
        `    if not os.path.isdir(os.path.join(dags_dir, name)) or name.endswith("__"):`,
        "        continue",
        `    if name ${names.length === 1 ? `== ${quoted(names[0] ?? "")}` : `in (${names.map(quoted).join(", ")})`}:`,
        "        continue",
        `    globals()[name] = create_dag(\n        os.path.join(dags_dir, name),\n${rest.join("")}    )`,
    ].join("\n");
    const taken = new Set(["dags_dir", "name"]);
    if (module.body.some((item) => item !== statement && bindsAny(item, taken)))
        return [];
    const imported = module.body.flatMap((item) => (item.k === "from" && item.module === "gusty" ? item.names : []));
    const create = imported.find(({ name, as }) => name === "create_dags" && as === null);
    if (!create)
        return [];
    const wanted = [
        ...(imported.some(({ name, as }) => name === "create_dag" && as === null) ? [] : ["create_dag"]),
        ...(usesOf(module, "create_dags", statement) > 0 ? ["create_dags"] : []),
    ];
    if (wanted.length === 0)
        return [];
    const importEdit = { start: create.start, end: create.end, text: wanted.join(", ") };
    const os = binds(module, "os") ? [] : importOs(module);
    return [[{ start: statement.start, end: statement.end, text: loop }, importEdit, ...os]];
}
function importOs(module) {
    const first = module.body.find((item) => (item.k === "import" || item.k === "from") && !(item.k === "from" && item.module === "__future__"));
    return first ? [{ start: first.start, end: first.start, text: "import os\n" }] : [];
}
const bindsAny = (item, names) => (item.k === "assignment" && item.targets.some((target) => target.k === "name" && names.has(target.id))) ||
    ((item.k === "function" || item.k === "class") && names.has(item.name)) ||
    (item.k === "for" && item.target.k === "name" && names.has(item.target.id));

;// CONCATENATED MODULE: ./build/cli/migrate/widen-filters.js
/**
 * Conditions around the call that leave folders out by name, with these names too: `if name == "a": continue` becomes
 * `if name in ("a", "b"): continue`, and in a comprehension `!=` becomes `not in`. The nearest to the call comes first.
 */
function widenFilters({ module, around, blocks }, names) {
    const skipped = [...blocks].reverse().flatMap((block) => {
        const at = block.findIndex((item) => around.includes(item));
        return block.slice(0, at).reverse().flatMap(skipTest);
    });
    const kept = [...around].reverse().flatMap((node) => {
        if (node.k !== "comprehension")
            return [];
        return node.clauses.flatMap((clause) => (clause.k === "if" ? [clause.test] : [])).reverse();
    });
    return [
        ...skipped.flatMap((test) => widened(module.source, test, names, { one: "==", many: "in" })),
        ...kept.flatMap((test) => widened(module.source, test, names, { one: "!=", many: "not in" })),
    ].map((edit) => [edit]);
}
/** The test of `if TEST: continue`. */
function skipTest(item) {
    if (item.k !== "if" || item.branches.length !== 1 || item.otherwise.length > 0)
        return [];
    const [branch] = item.branches;
    return branch && branch.body.length === 1 && branch.body[0]?.k === "continue" ? [branch.test] : [];
}
function widened(source, test, names, { one, many }) {
    const [comparison, ...more] = test.k === "compare" ? test.rest : [];
    if (test.k !== "compare" || comparison === undefined || more.length > 0)
        return [];
    const { op, right } = comparison;
    const items = op === one ? [right] : op === many && isList(right) ? right.items : [];
    if (items.length === 0 || !items.every(({ k }) => k === "string"))
        return [];
    const written = items.map(({ start, end }) => source.slice(start, end));
    const all = [...written, ...names.map((name) => JSON.stringify(name))];
    all.sort((a, b) => (inside(a) < inside(b) ? -1 : 1));
    return [{ start: test.first.end, end: right.end, text: ` ${many} (${all.join(", ")})` }];
}
/** What stands between the quotes. */
const inside = (literal) => literal.replace(/["']/g, "");
const isList = (value) => value.k === "list" || value.k === "tuple" || value.k === "set";

;// CONCATENATED MODULE: ./build/cli/migrate/take-out.js





/**
 * Ways to take DAGs out of an entry point, the smallest first, as edits of its text; each has still to be proved.
 * @param start where the call stands that makes them
 * @param names the DAGs' folders by their own names
 * @param all true where the call makes no other DAG
 */
function waysOut(source, start, names, all) {
    const place = findCall((0,read_python/* readPython */.Z)(source), start);
    if (!place || place.around.some(({ k }) => k === "function" || k === "lambda" || k === "class" || k === "while"))
        return [];
    return [
        ...(all ? statementGone(place) : []),
        ...listLiterals(place, names),
        ...widenFilters(place, names),
        ...inLoop(place, guardOf(place, names)),
        ...loopInstead(place, names),
    ];
}
function findCall(module, start) {
    let found = null;
    const walk = (node, around, blocks) => {
        if (found)
            return;
        if (Array.isArray(node)) {
            const statements = node.length > 0 && node.every(isStatement) ? node : null;
            for (const one of node)
                walk(one, around, statements ? [...blocks, statements] : blocks);
            return;
        }
        if (typeof node !== "object" || node === null || node instanceof Uint8Array)
            return;
        const own = node;
        if ("start" in own && (own.start > start || own.end <= start))
            return;
        if ("k" in own && own.k === "call" && own.start === start) {
            found = { module, call: own, around, blocks };
            return;
        }
        const inside = "k" in own ? [...around, own] : around;
        for (const value of Object.values(own))
            walk(value, inside, blocks);
    };
    walk(module.body, [], []);
    return found;
}
/** The whole statement goes: `dag = create_dag(…)` or the call alone, where nothing else reads the name. */
function statementGone({ module, call, around, blocks }) {
    const statement = around.at(-1);
    const block = blocks.at(-1);
    if (!statement || !block || around.some(({ k }) => k === "for"))
        return [];
    if (statement.k !== "expression" && statement.k !== "assignment")
        return [];
    if (statement.value !== call)
        return [];
    const targets = statement.k === "assignment" ? statement.targets : [];
    if (targets.some((target) => target.k === "name" && usesOf(module, target.id, statement) > 0))
        return [];
    if (targets.some((target) => target.k !== "name" && target.k !== "index"))
        return [];
    const line = wholeLines(module.source, statement);
    const gone = block.length === 1 && blocks.length > 1 ? { ...pick(statement), text: "pass" } : { ...line, text: "" };
    return [[gone, ...unusedImports(module, statement)]];
}
const pick = ({ start, end }) => ({ start, end });
/** Imports of gusty and of the standard library that only `statement` used. */
function unusedImports(module, statement) {
    const used = new Set();
    (0,names/* visit */.YR)(statement, (node) => {
        if (node.k === "name" && "id" in node && typeof node.id === "string")
            used.add(node.id);
        return true;
    });
    return module.body.flatMap((item) => {
        if (item.k !== "import" && item.k !== "from")
            return [];
        if (item.k === "from" && (item.level > 0 || !isHarmless(item.module)))
            return [];
        const boundBy = (name) => name.as ?? (item.k === "import" ? (name.name.split(".")[0] ?? "") : name.name);
        const gone = item.names.filter((name) => {
            const bound = boundBy(name);
            return used.has(bound) && (item.k === "from" || isHarmless(name.name)) && usesOf(module, bound, statement) === 0;
        });
        if (gone.length === 0)
            return [];
        if (gone.length === item.names.length)
            return [{ ...wholeLines(module.source, item), text: "" }];
        const kept = item.names
            .filter((name) => !gone.includes(name))
            .map(({ start, end }) => module.source.slice(start, end));
        const first = item.names[0]?.start ?? item.start;
        const last = item.names.at(-1)?.end ?? item.end;
        return [{ start: first, end: last, text: kept.join(", ") }];
    });
}
/** Imports that may go: a module of the repository may do things when it is imported. */
const isHarmless = (module) => /^(?:gusty|os|sys|pathlib|datetime|glob|json|re)(?:\.|$)/.test(module);

;// CONCATENATED MODULE: ./build/cli/migrate/entry-point.js









/** The text of an entry point that makes these DAGs no more, and all others as before. */
async function withoutDags(snapshot, project, file, dags) {
    const { discovery, config, texts } = project;
    let current = snapshot;
    let text = texts.get(file) ?? "";
    let before = discovery;
    const left = new Set(dags.map(({ site }) => site.folder));
    while (left.size > 0) {
        const site = before.sites.find(({ folder, entryPoint }) => entryPoint === file && left.has(folder));
        if (!site)
            break;
        if (site.declared.file !== file)
            throw noWay(site, texts);
        const together = before.sites.filter(({ declared }) => declared.file === file && declared.start === site.declared.start);
        const leaving = together.filter(({ folder }) => left.has(folder));
        const names = leaving.map(({ folder }) => (0,path/* baseName */.Fl)(folder)).sort();
        const kept = before.sites.filter((one) => !leaving.includes(one));
        let done = null;
        for (const edits of waysOut(text, site.declared.start, names, leaving.length === together.length)) {
            const tried = applyEdits(text, edits);
            const changed = withChanges(current, new Map([[file, tried]]));
            const found = await (0,discover_sites/* discoverSites */.U)(changed, config);
            if (!sameSites(kept, found.sites, withText(texts, file, text), withText(texts, file, tried)))
                continue;
            if (found.undecided.length > discovery.undecided.length)
                continue;
            done = { text: tried, discovery: found, snapshot: changed };
            break;
        }
        if (!done)
            throw noWay(site, texts);
        text = done.text;
        before = done.discovery;
        current = done.snapshot;
        for (const { folder } of leaving)
            left.delete(folder);
    }
    return text;
}
const withText = (texts, file, text) => new Map([...texts, [file, text]]);
function noWay({ id, declared }, texts) {
    const { line } = (0,positions/* positionAt */.t$)((0,positions/* lineIndexOf */.cL)(texts.get(declared.file) ?? ""), declared.start);
    return new user_error/* UserError */.y(`\`${id}\` is made at \`${declared.file}:${line}\` in a way that no edit is known to be safe for`, "Take it out there by hand, and declare its folder under `dags:` in windsock.yml.");
}
/** The same folders are DAGs, by the same files and with the same arguments; only the way of the call may differ. */
function sameSites(before, after, old, fresh) {
    const text = (site, texts) => JSON.stringify([
        site.id,
        site.folder,
        site.entryPoint,
        (0,canonical/* canonicalFields */.WE)(site.arguments, { texts, folder: site.folder }),
    ]);
    const [left, right] = [before.map((site) => text(site, old)).sort(), after.map((site) => text(site, fresh)).sort()];
    return JSON.stringify(left) === JSON.stringify(right);
}
/** True for an entry point in which only imports and plain assignments are left, and that no other Python file names: it may go. */
async function isSpent(snapshot, file, text) {
    const left = (0,read_python/* readPython */.Z)(text);
    if (left.unread.length > 0)
        return false;
    const isPlain = (item) => item.k === "import" ||
        item.k === "from" ||
        (item.k === "expression" && item.value.k === "string") ||
        item.k === "assignment";
    if (!left.body.every(isPlain) || /\b(?:DAG|dag|create_dags?)\s*\(/.test(text))
        return false;
    const name = (0,path/* baseName */.Fl)(file).replace(/\.py$/, "");
    const others = [...snapshot.tree.keys()].filter((path) => path.endsWith(".py") && path !== file);
    const word = new RegExp(`\\b${name.replace(/[^\w]/g, "\\$&")}\\b`);
    const contents = await snapshot.load(others);
    return ![...contents.values()].some((content) => content.ok && importsName(new TextDecoder().decode(content.bytes), word));
}
const importsName = (text, word) => text.split("\n").some((line) => /^\s*(?:from|import)\s/.test(line) && word.test(line));

;// CONCATENATED MODULE: ./build/cli/migrate/plan.js








/**
 * The change that takes DAGs from gusty to their generated Python: the generated files, the entry points without
 * them, and their folders declared in the configuration, so that Windsock goes on compiling and checking them. It is
 * proved before it is given: with it the same DAGs are there, those that move compile to the same text, and all others come
 * from the same calls with the same arguments. Throws a `UserError` where no such change is known.
 */
async function planMigration(snapshot, project, dags) {
    const changes = new Map();
    for (const dag of dags) {
        const file = generatedFile(dag, project);
        changes.set(file.path, file.text);
    }
    refuseOutside(project, dags);
    for (const [file, own] of byEntryPoint(dags)) {
        const text = await withoutDags(snapshot, project, file, own);
        changes.set(file, (await isSpent(snapshot, file, text)) ? null : text);
    }
    const config = project.config.file ?? read_config/* CONFIG_FILES */.n0[0] ?? (0,path/* asPath */.w2)("windsock.yml");
    const sites = dags.map(({ site }) => site);
    changes.set(config, declareFolders(project.config.file === null ? null : (project.texts.get(config) ?? ""), sites, config));
    await proveSame(snapshot, project, dags, changes);
    return new Map([...changes].sort(([a], [b]) => (a < b ? -1 : 1)));
}
function generatedFile(dag, project) {
    if (dag.site.entryPoint === null) {
        throw new user_error/* UserError */.y(`\`${dag.id}\` is declared in \`${dag.site.declared.file}\`: no entry point makes it, so there is nothing to take out of one`);
    }
    if (project.dags.filter(({ id }) => id === dag.id).length > 1) {
        throw new user_error/* UserError */.y(`there are two DAGs \`${dag.id}\``, "Rename the folder of one of them first.");
    }
    const emitted = (0,emit_dag/* emitDag */.o)(dag, { directory: project.config.generated.directory, texts: project.texts });
    if (!emitted.ok)
        throw new user_error/* UserError */.y(`\`${dag.id}\` cannot be written as plain Python: ${emitted.why}`);
    return emitted.file;
}
/** Airflow loads what lies in its DAGs folder: a generated file elsewhere would be a DAG that is gone. */
function refuseOutside({ discovery, config }, dags) {
    const { airflowHome } = discovery;
    if (airflowHome === null)
        return;
    const folder = (0,path/* joinPath */.uJ)(airflowHome, "dags");
    const { directory } = config.generated;
    const loaded = dags.every(({ site }) => site.entryPoint !== null && (0,path/* isWithin */.UO)(site.entryPoint, folder));
    if (!loaded || (0,path/* isWithin */.UO)(directory, folder))
        return;
    throw new user_error/* UserError */.y(`generated files go to \`${directory}\`, which is outside of the DAGs folder \`${folder}\`: Airflow would not find them`, `Write into windsock.yml: generated: { directory: ${(0,path/* joinPath */.uJ)((0,path/* asPath */.w2)(config.elsewhere.length > 0 ? "dags" : folder), "generated__")} }`);
}
function byEntryPoint(dags) {
    const found = new Map();
    for (const dag of dags) {
        const file = dag.site.entryPoint;
        if (file !== null)
            found.set(file, [...(found.get(file) ?? []), dag]);
    }
    return found;
}
/** Reads the whole project with the change, and compares every DAG with the one before. */
async function proveSame(snapshot, project, dags, changes) {
    const changed = withChanges(snapshot, changes);
    const { config } = await (0,read_config/* readConfig */.Xg)(changed);
    const whole = await (0,read_project/* readProject */.W)(changed, { config, airflow: project.versions.airflow.major });
    const after = whole.deployments?.find((one) => one.config.root === project.config.root) ?? whole;
    const moving = new Set(dags.map(({ id }) => id));
    const ids = (of) => JSON.stringify(of.dags.map(({ id, site }) => [id, site.folder]));
    const problem = (id) => new user_error/* UserError */.y(`\`${id}\` would not stay the same DAG`, "Leave it with gusty, and report this with the entry point.");
    if (ids(project) !== ids(after))
        throw problem(dags[0]?.id ?? "");
    for (const [index, dag] of after.dags.entries()) {
        const before = project.dags[index];
        if (!before)
            throw problem(dag.id);
        const options = { directory: project.config.generated.directory };
        const [old, fresh] = [
            (0,emit_dag/* emitDag */.o)(before, { ...options, texts: project.texts }),
            (0,emit_dag/* emitDag */.o)(dag, { ...options, texts: after.texts }),
        ];
        const same = old.ok && fresh.ok ? old.file.text === fresh.file.text : !old.ok && !fresh.ok && before.outcome === dag.outcome;
        if (!same || (moving.has(dag.id) && dag.site.entryPoint !== null))
            throw problem(dag.id);
    }
}

// EXTERNAL MODULE: ./build/cli/patch.js
var patch = __webpack_require__(51287);
// EXTERNAL MODULE: ./build/cli/pick-dags.js
var pick_dags = __webpack_require__(82840);
// EXTERNAL MODULE: ./build/cli/pick-deployment.js
var pick_deployment = __webpack_require__(12698);
// EXTERNAL MODULE: ./build/cli/read-versions.js + 6 modules
var read_versions = __webpack_require__(60613);
// EXTERNAL MODULE: ./build/cli/say.js
var cli_say = __webpack_require__(2486);
;// CONCATENATED MODULE: ./build/cli/commands/migrate.js













/**
 * `windsock migrate`: takes DAGs from gusty to their generated Python in one change of the working tree. `--dry-run`
 * prints it as a patch and writes nothing. Throws a `UserError` where no safe change is known.
 */
async function migrate(host, named, options) {
    const say = (0,cli_say/* createSay */.I)(host, options);
    const { source, snapshot, project: whole } = await (0,read_versions/* readOne */.J)(host, options, say);
    const { project, ids } = (0,pick_deployment/* oneDeployment */.I)(whole, named);
    const { root } = source;
    if (root === null)
        throw new user_error/* UserError */.y("a bare repository has no working tree to change");
    const dags = (0,pick_dags/* pickDags */.Vg)(project.dags, ids);
    const { directory } = project.config.generated;
    await (0,generated_place/* refuseListedFolder */.o)(snapshot, project, directory);
    for (const { id } of dags)
        await refuseForeign(root, directory, id);
    say.step("proving the change");
    const changes = await planMigration(snapshot, project, dags);
    say.done();
    if (options.dryRun) {
        for (const [path, text] of changes)
            host.out((0,patch/* patchOf */.g)(path, project.texts.get(path) ?? null, text));
        say.note("nothing was written. Without --dry-run, this change is made in the working tree");
        return 0;
    }
    for (const [path, text] of changes) {
        const place = (0,external_node_path_.join)(root, path);
        if (text === null)
            await (0,promises_.rm)(place);
        else {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(place), { recursive: true });
            await (0,promises_.writeFile)(place, text);
        }
        host.out(`${(0,visible/* visibleLine */.P8)(`${text === null ? "removed" : "wrote"} ${path}`)}\n`);
    }
    say.note(`${dags.length === 1 ? "1 DAG comes" : `${dags.length} DAGs come`} from plain Python now: the same ids, the same DAGs. Review it with: ${host.command} review`);
    return 0;
}
/** A file that Windsock did not write is never replaced. */
async function refuseForeign(root, directory, id) {
    const folder = (0,external_node_path_.join)(root, directory);
    const file = { dag: id, path: (0,path/* joinPath */.uJ)(directory, `${id}.py`), text: "", lines: [] };
    if ((await (0,generated_files/* standingOf */.YP)(folder, file)) !== "foreign")
        return;
    throw new user_error/* UserError */.y(`\`${file.path}\` is there and was not written by Windsock`, "Move it away first.");
}


/***/ }),

/***/ 56462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   gU: () => (/* binding */ generatedNames),
/* harmony export */   nF: () => (/* binding */ writeGenerated)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _emit_preamble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32727);
/* harmony import */ var _model_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68575);




/** Compares a generated file with what is at its place. `foreign`: something that Windsock did not write. */
async function standingOf(directory, file) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, (0,_model_path_js__WEBPACK_IMPORTED_MODULE_3__/* .baseName */ .Fl)(file.path));
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch(() => null);
    if (stat === null)
        return "missing";
    if (!stat.isFile())
        return "foreign";
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8");
    if (text === file.text)
        return "same";
    return isGenerated(text) ? "stale" : "foreign";
}
/** Writes a generated file into a folder, which is made if it is missing. */
async function writeGenerated(directory, file) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, (0,_model_path_js__WEBPACK_IMPORTED_MODULE_3__/* .baseName */ .Fl)(file.path)), file.text);
}
/** Names of the files in a folder that Windsock wrote, sorted. */
async function generatedNames(directory) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory, { withFileTypes: true }).catch(() => []);
    const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".py")).map((entry) => entry.name);
    const found = await Promise.all(names.map(async (name) => (isGenerated(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name), "utf8")) ? [name] : [])));
    return found.flat().sort();
}
const isGenerated = (text) => text.startsWith(_emit_preamble_js__WEBPACK_IMPORTED_MODULE_2__/* .GENERATED_MARK */ .i);


/***/ }),

/***/ 2222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ refuseListedFolder)
/* harmony export */ });
/* harmony import */ var _discover_generated_place_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64241);
/* harmony import */ var _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35357);


/** Throws a `UserError` where generated files in `directory` would be taken for tasks. */
async function refuseListedFolder(snapshot, project, directory) {
    const site = await (0,_discover_generated_place_js__WEBPACK_IMPORTED_MODULE_0__/* .siteOfGeneratedFolder */ .A)(snapshot, project.config, directory);
    if (site === null)
        return;
    throw new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`\`${directory}\` is no place for generated files: \`${site.declared.file}\` would make tasks of them, in the DAG \`${site.id}\``, site.by === "windsock.yml"
        ? "Choose a folder elsewhere."
        : "Choose a folder elsewhere, or one whose name ends in `__`.");
}


/***/ }),

/***/ 51287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ patchOf)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94112);

/** The change of one file as a patch that `git apply` takes; `null` for a file that is not there. */
function patchOf(path, before, after) {
    const [from, to] = [before === null ? "/dev/null" : `a/${path}`, after === null ? "/dev/null" : `b/${path}`];
    const patch = (0,diff__WEBPACK_IMPORTED_MODULE_0__/* .createTwoFilesPatch */ .ss)(from, to, before ?? "", after ?? "", undefined, undefined, { context: 3 });
    return patch.replace(/^=+\n/, "");
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


/***/ }),

/***/ 64241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ siteOfGeneratedFolder)
/* harmony export */ });
/* harmony import */ var _model_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68575);
/* harmony import */ var _discover_sites_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37915);


/**
 * The site that would make tasks of generated files in `directory`: a DAG's folder around it, or a folder that an entry
 * point's listing would make a DAG. The listing is evaluated with the folder added. `null` where it is a good place.
 */
async function siteOfGeneratedFolder(snapshot, config, directory) {
    const file = (0,_model_path_js__WEBPACK_IMPORTED_MODULE_1__/* .joinPath */ .uJ)(directory, "generated.py");
    const content = { ok: true, bytes: new Uint8Array() };
    const tree = new Map([...snapshot.tree, [file, { kind: "file", oid: "generated" }]]);
    const withFile = {
        commit: null,
        date: null,
        tree: new Map([...tree].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
        load: async (paths) => new Map([...(await snapshot.load(paths.filter((path) => path !== file))), [file, content]]),
    };
    const { sites } = await (0,_discover_sites_js__WEBPACK_IMPORTED_MODULE_0__/* .discoverSites */ .U)(withFile, config);
    return sites.find(({ folder }) => (0,_model_path_js__WEBPACK_IMPORTED_MODULE_1__/* .isWithin */ .UO)(directory, folder)) ?? null;
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


/***/ })

};
