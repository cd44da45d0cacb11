export const id = 978;
export const ids = [978];
export const modules = {

/***/ 89746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* binding */ comment),
/* harmony export */   x2: () => (/* binding */ taskComment)
/* harmony export */ });
/* unused harmony export commentText */
/* harmony import */ var _width_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98258);

/** Text that may stand in a comment: on one line, whatever a file is called. */
const commentText = (text) => text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, "?");
/** A comment on a line of its own at the given indent; of a text that is too long the end is kept, which tells files apart. */
function comment(content, indent) {
    const room = _width_js__WEBPACK_IMPORTED_MODULE_0__/* .LINE_LENGTH */ .uK - indent - 2;
    const chars = [...commentText(content)];
    if (chars.every((char) => char <= "~") && chars.length <= room)
        return `# ${chars.join("")}`;
    let width = 1;
    let from = chars.length;
    const columns = (char) => (char <= "~" ? 1 : 2);
    while (from > 0 && width + columns(chars[from - 1] ?? "") <= room) {
        from -= 1;
        width += columns(chars[from] ?? "");
    }
    return `# ${from === 0 ? "" : "…"}${chars.slice(from).join("")}`;
}
/** What stands above a task: the file it comes from, or for what a sensor waits. `null` where nothing need be said. */
function taskComment(task, dag) {
    if (task.kind === "sensor") {
        const external = dag.externals.find(({ sensor }) => sensor === task.id);
        if (external === undefined)
            return null;
        return `waits for ${external.dag}${external.task === null ? "" : `.${external.task}`}`;
    }
    if (task.spec !== null)
        return task.spec.file;
    return task.source === null ? null : task.source.file;
}


/***/ }),

/***/ 4978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ emitDag)
});

// EXTERNAL MODULE: ./build/model/path.js
var model_path = __webpack_require__(68575);
// EXTERNAL MODULE: ./build/build/structure.js
var structure = __webpack_require__(64738);
// EXTERNAL MODULE: ./build/emit/comments.js
var comments = __webpack_require__(89746);
// EXTERNAL MODULE: ./build/emit/layout.js
var layout = __webpack_require__(13502);
;// CONCATENATED MODULE: ./build/emit/computed-statements.js

const INDENT = 4;
/**
 * Code for the dependencies that operators set on themselves, at the place where gusty reads them
 * (`gusty/building.py`, `GustyBuilder.create_task_dependencies`).
 */
function computedStatements(computed, variable, scope) {
    const helper = scope.helper("depend");
    const first = [];
    const known = new Map();
    const at = new Map();
    for (const { task, after, reach } of computed) {
        const names = reach.map(([name, node]) => (0,layout/* item */.AS)((0,layout/* text */.Qq)(variable(node)), `${JSON.stringify(name)}: `));
        const dict = (0,layout/* brackets */.Iv)("{", names, "}");
        const key = JSON.stringify(reach);
        const name = known.get(key) ?? scope.name("reach");
        if (!known.has(key)) {
            known.set(key, name);
            first.push(`${name} = ${(0,layout/* print */.yy)(dict, INDENT, name.length + 3, 0)}`);
        }
        const call = (0,layout/* print */.yy)((0,layout/* brackets */.Iv)(`${helper}(`, [(0,layout/* item */.AS)((0,layout/* text */.Qq)(variable({ t: "task", id: task }))), (0,layout/* item */.AS)((0,layout/* text */.Qq)(name))], ")"), INDENT, 0, 0);
        at.set(after, [...(at.get(after) ?? []), call]);
    }
    return { first, at };
}
/**
 * Code for gusty's last steps, which ask what has nothing upstream or downstream by then (`gusty/building.py`,
 * `GustyBuilder.create_leaf_tasks`, `create_root_dependencies`).
 */
function endStatements(ends, variable, scope) {
    const node = scope.name("node");
    const inner = scope.name("sensor");
    const names = (nodes) => [...new Set(nodes.map(variable))];
    const loop = (nodes, lines) => [
        `for ${node} in ${(0,layout/* print */.yy)(listOf(nodes), INDENT, `for ${node} in `.length, 1)}:`,
        ...lines.map((line) => `        ${line}`),
    ].join("\n");
    const roots = names(ends.roots);
    const leaves = names(ends.leaves);
    const heads = names(ends.heads);
    const sensors = names(ends.sensors);
    const behindRoots = heads.filter((name) => !roots.includes(name));
    const statements = [];
    const refuse = (list) => {
        statements.push(loop(list, [`assert not ${node}.upstream_task_ids and not ${node}.downstream_task_ids`]));
    };
    if (leaves.length > 0) {
        refuse(leaves);
        if (ends.beforeLeaves.length > 0) {
            statements.push(loop(names(ends.beforeLeaves), [
                `if not ${node}.downstream_task_ids:`,
                ...leaves.map((leaf) => `    ${leaf}.set_upstream(${node})`),
            ]));
        }
    }
    if (roots.length > 0) {
        refuse(roots);
        if (behindRoots.length > 0) {
            statements.push(loop(behindRoots, [
                `if all(up.startswith("wait_for_") for up in ${node}.upstream_task_ids):`,
                ...roots.map((root) => `    ${node}.set_upstream(${root})`),
            ]));
        }
    }
    if (sensors.length > 0 && heads.length > 0) {
        const list = (0,layout/* print */.yy)(listOf(sensors), INDENT + 8, `for ${inner} in `.length, 1);
        statements.push(loop(heads, [
            `if not ${node}.upstream_task_ids:`,
            ...`    for ${inner} in ${list}:`.split("\n").map((line, index) => (index === 0 ? line : line.slice(8))),
            `        if ${inner} is not ${node}:`,
            `            ${node}.set_upstream(${inner})`,
        ]));
    }
    if (ends.latestOnly) {
        const all = [...new Set([...heads, ...sensors])];
        if (all.length > 0) {
            statements.push(loop(all, [`if not ${node}.upstream_task_ids:`, `    ${node}.set_upstream(${variable(ends.latestOnly)})`]));
        }
    }
    return statements;
}
const listOf = (names) => (0,layout/* brackets */.Iv)("[", names.map((name) => (0,layout/* item */.AS)((0,layout/* text */.Qq)(name))), "]");

// EXTERNAL MODULE: ./build/emit/width.js
var width = __webpack_require__(98258);
;// CONCATENATED MODULE: ./build/emit/link-statements.js


/** Ids of groups that hold a task, themselves or in a group within. */
function filledGroups(dag) {
    const parents = new Map(dag.groups.map(({ id, parent }) => [id, parent]));
    const filled = new Set();
    for (const task of dag.tasks) {
        for (let group = task.group; group !== null && !filled.has(group); group = parents.get(group) ?? null) {
            filled.add(group);
        }
    }
    return filled;
}
const isBetweenTasks = ({ up, down }) => up.t === "task" && down.t === "task";
/**
 * The statements that set links of a DAG as gusty sets them, in the order given. `up >> down` stands for
 * `down.set_upstream(up)` where Airflow does the same for both; a group behind a group keeps the call, since the groups'
 * own upstream and downstream ids differ otherwise; so does an empty group before a task, for which Airflow 3 takes the
 * last tasks around it (`airflow/sdk/definitions/taskgroup.py`, `_set_relatives`). Consecutive links between tasks that
 * share an end become one statement.
 */
function linkStatements(dag, links, variable, indent) {
    const filled = filledGroups(dag);
    const statements = [];
    for (let at = 0; at < links.length;) {
        const link = links[at];
        if (link === undefined)
            break;
        const run = (same) => {
            const found = [];
            for (let other = links[at]; other !== undefined && isBetweenTasks(other) && same(other);) {
                found.push(other);
                other = links[at + found.length];
            }
            return found;
        };
        const before = run((other) => other.down.id === link.down.id);
        const after = run((other) => other.up.id === link.up.id);
        const down = variable(link.down);
        const up = variable(link.up);
        const source = link.from;
        if (after.length > 1 && after.length >= before.length) {
            const names = [...new Set(after.map((other) => variable(other.down)))];
            statements.push({ code: shift(up, list(names, indent, up.length + 4), indent), source });
            at += after.length;
        }
        else if (before.length > 1) {
            const names = [...new Set(before.map((other) => variable(other.up)))];
            statements.push({ code: shift(list(names, indent, down.length + 4), down, indent), source });
            at += before.length;
        }
        else {
            const isSame = link.down.t === "task" ? link.up.t === "task" || filled.has(link.up.id) : link.up.t === "task";
            const setUpstream = (0,layout/* print */.yy)((0,layout/* brackets */.Iv)(`${down}.set_upstream(`, [(0,layout/* item */.AS)((0,layout/* text */.Qq)(up))], ")"), indent, 0, 0);
            statements.push({ code: isSame ? shift(up, down, indent) : setUpstream, source });
            at += 1;
        }
    }
    return statements;
}
/** `up >> down`, in parentheses on two lines where it is too long for one. */
function shift(up, down, indent) {
    const line = `${up} >> ${down}`;
    if (line.includes("\n") || indent + line.length <= width/* LINE_LENGTH */.uK)
        return line;
    const space = " ".repeat(indent);
    return `(\n${space}    ${up}\n${space}    >> ${down}\n${space})`;
}
/** A name, or a list of them; `other` are the columns of what stands beside it. */
function list(names, indent, other) {
    const [only] = names;
    if (names.length === 1 && only !== undefined)
        return only;
    return (0,layout/* print */.yy)((0,layout/* brackets */.Iv)("[", names.map((name) => (0,layout/* item */.AS)((0,layout/* text */.Qq)(name))), "]"), indent, other, 0);
}

// EXTERNAL MODULE: ./build/emit/python-names.js
var python_names = __webpack_require__(38259);
;// CONCATENATED MODULE: ./build/emit/date-code.js

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const DATETIME = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?(?:(Z)|([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;
/** A date or time of day as a call of its class; what Python cannot hold is refused. */
function dateCode(value, scope) {
    const numbers = (digits) => digits.map((part) => (0,layout/* item */.AS)((0,layout/* text */.Qq)(String(Number(part ?? "0")))));
    const date = DATE.exec(value.v);
    if (value.t === "date" && date !== null) {
        return (0,layout/* brackets */.Iv)(`${scope.member("datetime", "date")}(`, numbers(date.slice(1)), ")");
    }
    const match = DATETIME.exec(value.v);
    if (value.t === "date" || match === null) {
        scope.refuse(`\`${value.v}\` is no date that Python can hold`);
        return (0,layout/* text */.Qq)("None");
    }
    const parts = match.slice(1, 7);
    const micros = Number((match[7] ?? "").padEnd(6, "0"));
    if (micros > 0)
        parts.push(String(micros));
    else if (parts[5] === "00")
        parts.pop();
    const zone = match[8] === undefined && match[9] === undefined ? [] : [(0,layout/* item */.AS)(zoneCode(match, scope), "tzinfo=")];
    return (0,layout/* brackets */.Iv)(`${scope.member("datetime", "datetime")}(`, [...numbers(parts), ...zone], ")");
}
function zoneCode(match, scope) {
    const zone = scope.member("datetime", "timezone");
    const seconds = Number(match[10] ?? 0) * 3600 + Number(match[11] ?? 0) * 60 + Number(match[12] ?? 0);
    if (seconds === 0)
        return (0,layout/* text */.Qq)(`${zone}.utc`);
    const signed = match[9] === "-" ? -seconds : seconds;
    const offset = seconds % 3600 === 0 ? (0,layout/* item */.AS)((0,layout/* text */.Qq)(String(signed / 3600)), "hours=") : (0,layout/* item */.AS)((0,layout/* text */.Qq)(String(signed)), "seconds=");
    return (0,layout/* brackets */.Iv)(`${zone}(`, [(0,layout/* item */.AS)((0,layout/* brackets */.Iv)(`${scope.member("datetime", "timedelta")}(`, [offset], ")"))], ")");
}

// EXTERNAL MODULE: ./build/emit/string-literal.js
var string_literal = __webpack_require__(73091);
;// CONCATENATED MODULE: ./build/emit/dict-code.js


/** What makes two keys one key of a Python dict: `1`, `1.0` and `True` are equal. */
function identity(value) {
    switch (value.t) {
        case "null":
            return "null";
        case "bool":
            return `number:${value.v ? "1" : "0"}`;
        case "int":
            return `number:${value.v}`;
        case "float":
            return Number.isInteger(value.v) ? `number:${BigInt(value.v)}` : `number:${value.v}`;
        case "str":
            return `str:${value.v}`;
        default:
            return null;
    }
}
/** The members of a set, each once. */
function distinct(values) {
    const seen = new Set();
    return values.filter((value) => {
        const key = identity(value);
        if (key === null)
            return true;
        return !seen.has(key) && seen.add(key);
    });
}
/** A dict. Of equal keys the first gives the key and the last the value, as Python does. */
function mapCode(entries, inner) {
    const kept = [];
    const at = new Map();
    for (const [key, value] of entries) {
        const same = identity(key);
        const before = same === null ? undefined : at.get(same);
        if (before === undefined) {
            if (same !== null)
                at.set(same, kept.length);
            kept.push([key, value]);
        }
        else {
            kept[before] = [kept[before]?.[0] ?? key, value];
        }
    }
    const codes = kept.map(([key, value]) => [inner(key), inner(value, key.t === "str" ? key.v : undefined)]);
    return dictCode(codes);
}
/** A dict display, or `dict([…])` where a key is so long that nothing fits behind it. */
function dictCode(entries) {
    const keyText = (key) => (key.t === "string" ? (0,string_literal/* stringLiteral */.Hg)(key.text) : ((0,layout/* flat */.Ct)(key) ?? "None"));
    const items = entries.map(([key, value]) => (0,layout/* item */.AS)(value, `${keyText(key)}: `));
    const tuples = entries.map((pair) => (0,layout/* item */.AS)((0,layout/* brackets */.Iv)("(", pair.map((part) => (0,layout/* item */.AS)(part)), ")")));
    const pairs = (0,layout/* brackets */.Iv)("dict(", [(0,layout/* item */.AS)((0,layout/* brackets */.Iv)("[", tuples, "]"))], ")");
    return { t: "brackets", open: "{", items, close: "}", pairs };
}

;// CONCATENATED MODULE: ./build/emit/reference.js

/** Objects whose lower-case name is no module: what follows them is an attribute. */
const OBJECTS = new Set(["datetime.datetime", "datetime.date", "datetime.timezone", "os.environ"]);
/** Modules that are read best with their name before what is taken from them. */
const BY_MODULE = new Set([
    "os",
    "os.path",
    "pendulum",
    "functools",
    "json",
    "logging",
    "operator",
]);
/**
 * The text by which the file names an importable object, given by its full path; imports what it needs. In a path the
 * module ends before the first part that begins with a capital, else before the last part.
 */
function reference(path, scope) {
    if (!(0,python_names/* isDottedPath */.ub)(path)) {
        scope.refuse(`\`${path}\` is no name that Python can import`);
        return "None";
    }
    const parts = path.replace(/^builtins\./, "").split(".");
    if (parts.length === 1) {
        const [only = ""] = parts;
        if (!python_names/* BUILTINS */.H3.has(only))
            scope.refuse(`\`${path}\` names no module to import it from`);
        return only;
    }
    let cut = parts.findIndex((part, index) => index > 0 && /^_*[A-Z]/.test(part));
    for (let end = 2; end <= parts.length && cut < 0; end += 1) {
        if (OBJECTS.has(parts.slice(0, end).join(".")))
            cut = end - 1;
    }
    if (cut < 0)
        cut = parts.length - 1;
    const module = parts.slice(0, cut).join(".");
    const [member = "", ...attributes] = parts.slice(cut);
    const object = byModule(module) ? `${importModule(module, scope)}.${member}` : scope.member(module, member);
    return [object, ...attributes].join(".");
}
const byModule = (module) => BY_MODULE.has(module);
/** `os.path` comes with `os`. */
function importModule(module, scope) {
    if (module !== "os.path")
        return scope.module(module);
    return `${scope.module("os")}.path`;
}

;// CONCATENATED MODULE: ./build/emit/values.js






const helper = (name, { scope }) => scope.helper(name);
/** A path of the repository as an expression of type `Path`. */
function pathCode(file, { root }) {
    const name = root();
    if (file === "")
        return (0,layout/* text */.Qq)(name);
    return {
        t: "either",
        flat: `${name} / ${(0,string_literal/* stringLiteral */.Hg)(file)}`,
        broken: (0,layout/* brackets */.Iv)(`${name}.joinpath(`, [(0,layout/* item */.AS)({ t: "string", text: file })], ")"),
    };
}
/** Keyword arguments; keys that are no identifiers go through `**{…}`. */
function keywordItems(entries) {
    const named = entries.filter(([key]) => (0,python_names/* isIdentifier */._5)(key)).map(([key, code]) => (0,layout/* item */.AS)(code, `${key}=`));
    const others = entries.filter(([key]) => !(0,python_names/* isIdentifier */._5)(key));
    if (others.length === 0)
        return named;
    const other = others.map(([key, code]) => [{ t: "string", text: key }, code]);
    return [...named, (0,layout/* item */.AS)(dictCode(other), "**")];
}
/**
 * Any value that is not too deep as a Python expression. Adds to the file what the expression needs; what cannot be written is refused there.
 *
 * @param key the argument or key for which it stands, to name what has to be defined before
 */
function valueCode(value, writer, key) {
    const { scope } = writer;
    const inner = (part, name = key) => valueCode(part, writer, name);
    switch (value.t) {
        case "null":
            return (0,layout/* text */.Qq)("None");
        case "bool":
            return (0,layout/* text */.Qq)(value.v ? "True" : "False");
        case "int":
            return (0,layout/* text */.Qq)(String(value.v));
        case "float":
            return floatCode(value.v);
        case "str":
            return { t: "string", text: value.v };
        case "bytes":
            return { t: "bytes", bytes: value.v };
        case "list":
            return (0,layout/* brackets */.Iv)("[", value.v.map((part) => (0,layout/* item */.AS)(inner(part))), "]");
        case "tuple":
            return (0,layout/* brackets */.Iv)("(", value.v.map((part) => (0,layout/* item */.AS)(inner(part))), ")");
        case "set":
            if (value.v.length === 0)
                return (0,layout/* text */.Qq)("set()");
            return (0,layout/* brackets */.Iv)("{", distinct(value.v).map((part) => (0,layout/* item */.AS)(inner(part))), "}");
        case "map":
            return mapCode(value.v, inner);
        case "date":
        case "datetime":
            return dateCode(value, scope);
        case "name":
            if (value.path === "gusty.utils.days_ago")
                return (0,layout/* text */.Qq)(helper("days_ago", writer));
            return (0,layout/* text */.Qq)(reference(value.path, scope));
        case "call":
            return callCode(value, writer, key, inner);
        case "expr":
            return writer.expression(value, key);
        case "file-path":
            return (0,layout/* brackets */.Iv)("str(", [(0,layout/* item */.AS)(pathCode(value.file, writer))], ")");
        case "absql-runner":
            return writer.runner();
        case "run-file":
        case "function": {
            const loaded = value.t === "function"
                ? writer.callable(value.file, value.name)
                : (0,layout/* brackets */.Iv)(`${helper("run_file", writer)}(`, [(0,layout/* item */.AS)(pathCode(value.file, writer))], ")");
            if (value.partial === undefined)
                return loaded;
            const bound = keywordItems(value.partial.map(([name, part]) => [name, inner(part, name)]));
            return (0,layout/* brackets */.Iv)(`${scope.member("functools", "partial")}(`, [(0,layout/* item */.AS)(loaded), ...bound], ")");
        }
    }
}
function floatCode(value) {
    if (Number.isNaN(value))
        return (0,layout/* text */.Qq)('float("nan")');
    if (!Number.isFinite(value))
        return (0,layout/* text */.Qq)(value < 0 ? 'float("-inf")' : 'float("inf")');
    if (Object.is(value, -0))
        return (0,layout/* text */.Qq)("-0.0");
    const digits = String(value);
    return (0,layout/* text */.Qq)(/[.e]/.test(digits) ? digits.replace("e+", "e") : `${digits}.0`);
}
const ABSQL = /^absql\.functions\.(?:env\.|time\.)?(env_var|env_switch|previous_date|previous_hour)$/;
function callCode(call, writer, key, inner) {
    const args = call.args.map((part) => (0,layout/* item */.AS)(inner(part)));
    const kwargs = keywordItems(call.kwargs.map(([name, part]) => [name, inner(part, name)]));
    if (typeof call.fn !== "string") {
        const fn = (0,layout/* flat */.Ct)(writer.expression(call.fn, `${key}_function`));
        if (fn === null)
            writer.scope.refuse(`what \`${key}\` calls takes several lines`);
        return (0,layout/* brackets */.Iv)(`${fn ?? "None"}(`, [...args, ...kwargs], ")");
    }
    const absql = ABSQL.exec(call.fn)?.[1];
    if (absql === "env_var") {
        const os = writer.scope.module("os");
        const named = new Map(call.kwargs);
        const positional = [
            ...args,
            ...["var", "default"].slice(args.length).flatMap((name) => {
                const part = named.get(name);
                return part === undefined ? [] : [(0,layout/* item */.AS)(inner(part, name))];
            }),
        ];
        return (0,layout/* brackets */.Iv)(`${os}.environ.get(`, positional, ")");
    }
    if (absql !== undefined)
        return (0,layout/* brackets */.Iv)(`${helper(absql, writer)}(`, [...args, ...kwargs], ")");
    if (/^gusty\.utils\.days_ago$/.test(call.fn))
        return daysAgo(call, writer, [...args, ...kwargs]);
    return (0,layout/* brackets */.Iv)(`${reference(call.fn, writer.scope)}(`, [...args, ...kwargs], ")");
}
function daysAgo(call, writer, items) {
    const days = call.args[0] ?? call.kwargs.find(([name]) => name === "n")?.[1];
    if (days?.t !== "int")
        return (0,layout/* brackets */.Iv)(`${helper("days_ago", writer)}(`, items, ")");
    const pendulum = writer.scope.module("pendulum");
    return (0,layout/* brackets */.Iv)(`${pendulum}.today("UTC").add(`, [(0,layout/* item */.AS)((0,layout/* text */.Qq)(String(-days.v)), "days=")], ")");
}

;// CONCATENATED MODULE: ./build/emit/dag-body.js








/** From the key to the end of the value. */
function fieldSpan({ keySpan, value }) {
    if (keySpan === null)
        return value.span ?? null;
    return value.span?.file === keySpan.file && value.span.end > keySpan.start
        ? { ...keySpan, end: value.span.end }
        : keySpan;
}
function callOf(name, own, fields, writer, lines) {
    const items = keywordItems(fields.map(({ key, value }) => [key, valueCode(value, writer, key)]));
    const sources = items.map(({ prefix }) => {
        const field = fields.find(({ key }) => `${key}=` === prefix);
        return field === undefined ? null : fieldSpan(field);
    });
    return {
        code: (0,layout/* brackets */.Iv)(`${name}(`, [...own, ...items], ")", lines ? "lines" : undefined),
        sources: [...own.map(() => null), ...sources],
    };
}
const stringItem = (key, value) => (0,layout/* item */.AS)({ t: "string", text: value }, `${key}=`);
const wholeFile = (file, texts) => {
    const content = file === null ? undefined : texts.get(file);
    return file === null || content === undefined ? null : { file, start: 0, end: content.length };
};
/** An id as the name of a variable, short enough that a call of `callee` can follow it on the line. */
function variableName(id, callee) {
    const room = Math.max(10, Math.min(60, width/* LINE_LENGTH */.uK - 20 - callee.length));
    const name = id.replaceAll(/[^A-Za-z0-9_]+/g, "_").slice(0, room);
    return /^[0-9]|^_*$/.test(name) ? `task_${name}` : name;
}
/** What gusty calls a group is what Airflow adds the parent's prefix to. */
function groupId(group, dag) {
    const parent = dag.groups.find(({ id }) => id === group.parent);
    const prefix = parent?.prefixGroupId ? `${(0,structure/* idInAirflow */.j3)(parent)}.` : "";
    const id = (0,structure/* idInAirflow */.j3)(group);
    return id.startsWith(prefix) ? id.slice(prefix.length) : id;
}
/**
 * On Airflow 3, groups that gusty makes keep no common record of ids, so that one id in two groups is no error there;
 * groups made within `with DAG(…)` would refuse it.
 */
function sharesIds(dag) {
    const ids = [...dag.groups.map(structure/* idInAirflow */.j3), ...dag.tasks.map(({ id }) => id)];
    return new Set(ids).size < ids.length;
}
/** The class that a task is made of, or `null` with the reason noted. */
function operatorName(task, { scope }) {
    const { operator } = task;
    if (operator === null || !(0,python_names/* isDottedPath */.ub)(operator.module) || !(0,python_names/* isDottedPath */.ub)(operator.name)) {
        scope.refuse(`the operator of task \`${task.id}\` is no class that Python can import`);
        return "None";
    }
    return operator.local ? scope.local(operator.module, operator.name) : scope.member(operator.module, operator.name);
}
/** The links in gusty's order, with what operators compute in between, and then what gusty decides last. */
function writeLinks(out, dag, variable, computed, ends) {
    const known = dag.computed ? dag.links.slice(0, dag.computed.ends.after) : dag.links;
    if (known.length > 0 || computed)
        out.gap(1);
    for (const code of computed?.first ?? [])
        out.add(code, 4);
    const cuts = [...(computed?.at.keys() ?? []), known.length].sort((a, b) => a - b);
    let done = 0;
    for (const cut of new Set(cuts)) {
        for (const { code, source } of linkStatements(dag, known.slice(done, cut), variable, 4))
            out.add(code, 4, source);
        for (const code of computed?.at.get(cut) ?? [])
            out.add(code, 4);
        done = cut;
    }
    if (ends.length > 0)
        out.gap(1);
    for (const code of ends)
        out.add(code, 4);
}
/**
 * Prepares the `with DAG(…)` block: groups first, as gusty makes them before any task, then tasks, then links. Adds to
 * the file what the block needs; the result writes the block.
 */
function writeDag(dag, writer, texts) {
    const { scope } = writer;
    const dagClass = scope.member(dag.airflow === 2 ? "airflow" : "airflow.sdk", "DAG");
    const dagCall = callOf(dagClass, [stringItem("dag_id", dag.id)], dag.settings, writer, true);
    const operators = dag.tasks.map((task) => operatorName(task, writer));
    const taskCalls = dag.tasks.map((task, index) => callOf(operators[index] ?? "", [stringItem("task_id", task.gustyId)], task.arguments, writer, true));
    const groupCalls = dag.groups.map((group) => callOf("", [], group.arguments, writer, false));
    const groupModule = dag.airflow === 2 ? "airflow.utils.task_group" : "airflow.sdk";
    const groupClass = dag.groups.length === 0 ? "" : scope.member(groupModule, "TaskGroup");
    const groupNames = new Map(dag.groups.map(({ id, name }) => [id, scope.name(variableName(name, groupClass))]));
    const taskNames = new Map(dag.tasks.map(({ id, gustyId }, index) => [id, scope.name(variableName(gustyId, operators[index] ?? ""))]));
    const variable = ({ t, id }) => (t === "task" ? taskNames : groupNames).get(id) ?? "None";
    const computed = dag.computed ? computedStatements(dag.computed.tasks, variable, scope) : null;
    const ends = dag.computed ? endStatements(dag.computed.ends, variable, scope) : [];
    const apart = dag.airflow === 3 && sharesIds(dag);
    const groupStatement = (group, index) => {
        const own = [stringItem("group_id", groupId(group, dag))];
        const isGiven = group.arguments.some(({ key }) => key === "prefix_group_id");
        if (!group.prefixGroupId && !isGiven)
            own.push((0,layout/* item */.AS)((0,layout/* text */.Qq)("False"), "prefix_group_id="));
        if (group.parent !== null)
            own.push((0,layout/* item */.AS)((0,layout/* text */.Qq)(groupNames.get(group.parent) ?? "None"), "parent_group="));
        else if (apart)
            own.push((0,layout/* item */.AS)((0,layout/* text */.Qq)("None"), "parent_group="), (0,layout/* item */.AS)((0,layout/* text */.Qq)("dag"), "dag="));
        const call = groupCalls[index];
        const items = call?.code.t === "brackets" ? call.code.items : [];
        const sources = [...own.map(() => null), ...(call?.sources ?? [])];
        return {
            name: groupNames.get(group.id) ?? "None",
            call: { code: (0,layout/* brackets */.Iv)(`${groupClass}(`, [...own, ...items], ")"), sources },
        };
    };
    /** A group is there because of its METADATA file, or of the first task in its folder. */
    const sourceOf = (group) => wholeFile(group?.metadata ?? null, texts) ?? dag.tasks.find((task) => task.group === group?.id)?.source ?? null;
    const assign = (out, name, call, indent, source) => {
        const before = `${name} = `;
        out.add(before + (0,layout/* print */.yy)(call.code, indent, before.length, 0), indent, source);
        out.items((0,layout/* itemHeights */.ck)(call.code, indent, before.length, 0), call.sources);
    };
    const writeTasks = (out) => {
        let group = null;
        dag.tasks.forEach((task, index) => {
            const call = taskCalls[index];
            if (call === undefined)
                return;
            if (index > 0 || dag.groups.length > 0)
                out.gap(1);
            if (task.group !== group && task.group !== null) {
                const entered = dag.groups.find(({ id }) => id === task.group);
                out.add(`with ${groupNames.get(task.group) ?? "None"}:`, 4, sourceOf(entered));
            }
            group = task.group;
            const indent = group === null ? 4 : 8;
            const source = (0,comments/* taskComment */.x2)(task, dag);
            if (source !== null)
                out.add((0,comments/* comment */.Im)(source, indent), indent, task.source);
            assign(out, taskNames.get(task.id) ?? "None", call, indent, task.source);
        });
    };
    return (out) => {
        out.add(`with ${(0,layout/* print */.yy)(dagCall.code, 0, 5, 9)} as dag:`, 0, dag.site.declared);
        out.items((0,layout/* itemHeights */.ck)(dagCall.code, 0, 5, 9), dagCall.sources);
        dag.groups.forEach((group, index) => {
            const { name, call } = groupStatement(group, index);
            assign(out, name, call, 4, sourceOf(group));
        });
        writeTasks(out);
        writeLinks(out, dag, variable, computed, ends);
        if (dag.groups.length + dag.tasks.length === 0)
            out.add("pass", 4);
    };
}

;// CONCATENATED MODULE: ./build/emit/file-scope.js

/**
 * An empty file.
 *
 * @param taken names that code copied from the repository uses
 * @param bound imports that such code makes: they are used again
 */
function createFileScope(taken, bound) {
    const used = new Set([...python_names/* KEYWORDS */.d6, ...python_names/* BUILTINS */.H3, ...taken, "dag"]);
    const next = new Map();
    const known = new Map();
    const imports = [...bound];
    const localImports = [];
    const helpers = new Map();
    let refusal = null;
    for (const { module, member, as } of bound)
        known.set(`${module}:${member ?? ""}`, as ?? member ?? module);
    const name = (wanted) => {
        let candidate = wanted;
        for (let number = next.get(wanted) ?? 1; used.has(candidate); number += 1) {
            candidate = number === 1 ? `${wanted}_` : `${wanted}_${number}`;
            next.set(wanted, number + 1);
        }
        used.add(candidate);
        return candidate;
    };
    const take = (module, member, into) => {
        const key = `${module}:${member}`;
        const before = known.get(key);
        if (before !== undefined)
            return before;
        const local = name(member);
        into.push({ module, member, as: local === member ? null : local });
        known.set(key, local);
        return local;
    };
    return {
        name,
        member: (module, member) => take(module, member, imports),
        local: (module, member) => take(module, member, localImports),
        module: (module) => {
            const key = `${module}:`;
            const before = known.get(key);
            if (before !== undefined)
                return before;
            const top = module.split(".")[0] ?? module;
            const shared = imports.some((entry) => entry.member === null && entry.as === null && entry.module.split(".")[0] === top);
            const local = shared || !used.has(top) ? module : name(module.replaceAll(".", "_"));
            if (local === module)
                used.add(top);
            imports.push({ module, member: null, as: local === module ? null : local });
            known.set(key, local);
            return local;
        },
        helper: (wanted) => {
            const before = helpers.get(wanted);
            if (before !== undefined)
                return before;
            const local = name(wanted);
            helpers.set(wanted, local);
            return local;
        },
        refuse: (why) => {
            refusal ??= why;
        },
        get imports() {
            return imports;
        },
        get localImports() {
            return localImports;
        },
        get helpers() {
            return helpers;
        },
        get refusal() {
            return refusal;
        },
    };
}

// EXTERNAL MODULE: ./build/emit/tokens.js
var emit_tokens = __webpack_require__(75966);
;// CONCATENATED MODULE: ./build/emit/expression-code.js



/** A plain string literal's text: no prefix, no escape. */
function plainString(literal) {
    const match = /^(?:"([^"\\\n]*)"|'([^'\\\n]*)')$/.exec(literal);
    return match === null ? null : (match[1] ?? match[2] ?? "");
}
/**
 * A simple expression (names, attributes, plain literals, calls, lists and dicts of such) in the layout of generated
 * code, or `null` for all else, which must be kept as it is written.
 */
function simpleExpression(source) {
    const tokens = (0,emit_tokens/* tokenize */.qw)(source).filter(({ t }) => t !== "newline");
    let at = 0;
    const peek = (offset = 0) => tokens[at + offset];
    const takes = (mark) => {
        if (peek()?.t !== "other" || peek()?.text !== mark)
            return false;
        at += 1;
        return true;
    };
    const items = (close, read) => {
        const found = [];
        while (!takes(close)) {
            const next = read();
            if (next === null)
                return null;
            found.push(next);
            if (takes(","))
                continue;
            return takes(close) ? found : null;
        }
        return found;
    };
    const element = (depth) => () => {
        const value = expression(depth + 1);
        return value === null ? null : (0,layout/* item */.AS)(value);
    };
    const argument = (depth) => () => {
        const name = peek();
        const named = name?.t === "name" && (0,python_names/* isIdentifier */._5)(name.text) && peek(1)?.text === "=" && peek(2)?.text !== "=";
        if (named)
            at += 2;
        const value = expression(depth + 1);
        return value === null ? null : (0,layout/* item */.AS)(value, named ? `${name.text}=` : "");
    };
    const entry = (depth) => () => {
        const key = expression(depth + 1);
        const line = key === null ? null : (0,layout/* flat */.Ct)(key);
        if (line === null || !takes(":"))
            return null;
        const value = expression(depth + 1);
        return value === null ? null : (0,layout/* item */.AS)(value, `${line}: `);
    };
    const atom = (depth) => {
        const token = peek();
        if (token === undefined)
            return null;
        if (takes("[")) {
            const found = items("]", element(depth));
            return found === null ? null : (0,layout/* brackets */.Iv)("[", found, "]");
        }
        if (takes("{")) {
            const found = items("}", entry(depth));
            return found === null ? null : (0,layout/* brackets */.Iv)("{", found, "}");
        }
        at += 1;
        if (token.t === "string") {
            const content = plainString(token.text);
            return content === null ? null : { t: "string", text: content };
        }
        if (token.t === "number")
            return /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(token.text) ? (0,layout/* text */.Qq)(token.text) : null;
        const constant = /^(?:True|False|None)$/.test(token.text);
        return token.t === "name" && (constant || (0,python_names/* isIdentifier */._5)(token.text)) ? (0,layout/* text */.Qq)(token.text) : null;
    };
    const expression = (depth) => {
        if (depth > 20)
            return null;
        let code = atom(depth);
        let calls = 0;
        while (code !== null) {
            const before = (0,layout/* flat */.Ct)(code);
            if (takes(".")) {
                const name = peek();
                if (before === null || name?.t !== "name" || !(0,python_names/* isIdentifier */._5)(name.text))
                    return null;
                at += 1;
                code = (0,layout/* text */.Qq)(`${before}.${name.text}`);
            }
            else if (takes("(")) {
                const found = items(")", argument(depth));
                calls += 1;
                if (before === null || found === null || calls > 1 || !/^[\w.]+$/.test(before))
                    return null;
                code = (0,layout/* brackets */.Iv)(`${before}(`, found, ")");
            }
            else
                break;
        }
        return code;
    };
    const code = expression(0);
    return at === tokens.length ? code : null;
}

;// CONCATENATED MODULE: ./build/emit/rename.js

/**
 * Whether a name of a module can be given another one in a piece of its code by its words alone: it stands in no f-string,
 * names no keyword argument and is set in no class.
 */
function canRename(source, name) {
    const tokens = (0,emit_tokens/* tokenize */.qw)(source).filter(({ t }) => t !== "comment" && t !== "newline");
    const isClass = tokens.some(({ t, text }) => t === "name" && text === "class");
    let depth = 0;
    return tokens.every(({ t, text }, at) => {
        if (t === "other" && "([{".includes(text))
            depth += 1;
        if (t === "other" && ")]}".includes(text))
            depth -= 1;
        if (t === "string")
            return !(/^[rR]?[fF]/.test(text) && text.includes(name));
        if (t !== "name" || text !== name || tokens[at - 1]?.text === ".")
            return true;
        const assigned = tokens[at + 1]?.text === "=" && tokens[at + 2]?.text !== "=";
        return !isClass && !(assigned && depth > 0);
    });
}
/** The code with names exchanged where they stand as names of the module. */
function renamed(source, names) {
    if (names.size === 0)
        return source;
    let result = "";
    let at = 0;
    let before = "";
    for (const { t, text, start } of (0,emit_tokens/* tokenize */.qw)(source)) {
        const instead = t === "name" && before !== "." ? names.get(text) : undefined;
        before = text;
        if (instead === undefined)
            continue;
        result += source.slice(at, start) + instead;
        at = start + text.length;
    }
    return result + source.slice(at);
}

;// CONCATENATED MODULE: ./build/emit/file-writer.js






/** How often each function is loaded, by file and name: gusty loads it once for all tasks of a file. */
function countCallables(dag) {
    const counts = new Map();
    for (const task of dag.tasks) {
        for (const { value } of task.arguments) {
            if (value.t !== "function")
                continue;
            const key = callableKey(value.file, value.name);
            counts.set(key, (counts.get(key) ?? 0) + 1);
        }
    }
    return counts;
}
const callableKey = (file, name) => `${file}:${name}`;
const identifier = (words) => words.replaceAll(/[^A-Za-z0-9_]+/g, "_").replace(/^(?=\d|$)/, "_");
/** A writer for one file of the DAG. */
function createWriter(dag, scope, renames = new Map()) {
    const counts = countCallables(dag);
    const callables = new Map();
    const expressions = new Map();
    const shared = [];
    const files = new Map();
    let rootName = null;
    let runnerName = null;
    const load = (file, name) => (0,layout/* brackets */.Iv)(`${scope.helper("load_callable")}(`, [(0,layout/* item */.AS)(pathCode(file, writer)), (0,layout/* item */.AS)({ t: "string", text: name })], ")");
    const writer = {
        scope,
        expressions: [],
        shared,
        files: [],
        rootName: null,
        root: () => {
            scope.member("pathlib", "Path");
            rootName ??= scope.name("ROOT");
            return rootName;
        },
        inFile: (source, file) => {
            const expression = () => `str(${(0,layout/* flat */.Ct)(pathCode(file, writer)) ?? "None"})`;
            const constant = () => {
                const name = files.get(file)?.name ?? scope.name(`${identifier((0,model_path/* baseName */.Fl)(file).replace(/\.py$/, "")).toUpperCase()}_FILE`);
                files.set(file, { name, code: expression() });
                return name;
            };
            const replaced = (0,emit_tokens/* replaceFile */.fR)(source, { expression, constant });
            if (replaced === null)
                scope.refuse(`an f-string in ${file} shows \`__file__\` itself`);
            return renamed(replaced ?? source, renames.get(file) ?? new Map());
        },
        expression: (value, key) => {
            const file = value.span?.file ?? value.needs[0]?.file ?? dag.site.declared.file;
            const source = writer.inFile(value.source, file);
            const simple = simpleExpression(source);
            if (simple !== null)
                return simple;
            const before = expressions.get(source);
            const constant = before ?? { name: scope.name(identifier(key).toUpperCase()), code: source };
            expressions.set(source, constant);
            return (0,layout/* text */.Qq)(constant.name);
        },
        callable: (file, name) => {
            const key = callableKey(file, name);
            if ((counts.get(key) ?? 0) < 2)
                return load(file, name);
            const before = callables.get(key);
            if (before !== undefined)
                return (0,layout/* text */.Qq)(before.name);
            const stem = (0,model_path/* baseName */.Fl)(file).replace(/\.[^.]*$/, "");
            const constant = { name: scope.name(identifier(`${stem}_${name}`)), code: load(file, name) };
            callables.set(key, constant);
            shared.push(constant);
            return (0,layout/* text */.Qq)(constant.name);
        },
        runner: () => {
            if (runnerName === null) {
                runnerName = scope.name("ABSQL_RUNNER");
                shared.push({ name: runnerName, code: runnerCode(dag, writer) });
            }
            return (0,layout/* text */.Qq)(`${scope.member("copy", "copy")}(${runnerName})`);
        },
    };
    return Object.defineProperties(writer, {
        rootName: { get: () => rootName },
        expressions: { get: () => [...expressions.values()] },
        files: { get: () => [...files.values()] },
    });
}
const fieldsOf = (value) => value?.t === "map" ? value.v.flatMap(([key, part]) => (key.t === "str" ? [[key.v, part]] : [])) : [];
/** The runner with the names that gusty gives it (`gusty/utils/context.py`, `generate_runner_context`). */
function runnerCode(dag, writer) {
    const { scope } = writer;
    const argument = (key) => dag.site.arguments.find((field) => field.key === key);
    const constructors = argument("dag_constructors")?.value;
    const names = new Map([
        ["days_ago", (0,layout/* text */.Qq)(scope.helper("days_ago"))],
        ["timedelta", (0,layout/* text */.Qq)(scope.member("datetime", "timedelta"))],
        ["datetime", (0,layout/* text */.Qq)(scope.member("datetime", "datetime"))],
    ]);
    if (constructors?.t === "list") {
        for (const part of constructors.v) {
            const code = valueCode(part, writer, "dag_constructors");
            const name = /(?:^|\.)([A-Za-z_]\w*)$/.exec((0,layout/* flat */.Ct)(code) ?? "")?.[1];
            if (name === undefined)
                scope.refuse("a function in `dag_constructors` has no name that is known without Python");
            else
                names.set(name, code);
        }
    }
    for (const [key, part] of [...fieldsOf(constructors), ...fieldsOf(argument("user_defined_macros")?.value)]) {
        names.set(key.replace(/^!+|!+$/g, ""), valueCode(part, writer, key));
    }
    return (0,layout/* brackets */.Iv)(`${scope.member("absql", "Runner")}(`, keywordItems([...names]), ")");
}

;// CONCATENATED MODULE: ./build/emit/later-statements.js

/**
 * Prepares the statements of the entry point that deal with the DAG once it is made, as they stand there. Adds to the
 * file what they need; the result writes them.
 */
function laterStatements(dag, writer) {
    const lines = [];
    let file = null;
    const known = new Set(["dag"]);
    for (const { at, source, names, values, binds } of dag.site.statements ?? []) {
        if (at.file !== file)
            lines.push({ code: (0,comments/* comment */.Im)(`from ${at.file}`, 0), at: null });
        file = at.file;
        for (const name of names.filter((own) => !known.has(own))) {
            known.add(name);
            lines.push({ code: `${name} = dag`, at: null });
        }
        for (const [name, value] of values) {
            known.delete(name);
            lines.push({ code: `${name} = ${writer.inFile(value.source, at.file)}`, at });
        }
        lines.push({ code: writer.inFile(source, at.file), at });
        for (const name of binds)
            if (!names.includes(name))
                known.delete(name);
    }
    return (out) => {
        if (lines.length === 0)
            return;
        out.gap(1);
        out.add("# fmt: off");
        for (const { code, at } of lines)
            out.add(code, 0, at);
        out.add("# fmt: on");
    };
}

// EXTERNAL MODULE: ./build/emit/nesting.js
var nesting = __webpack_require__(49352);
;// CONCATENATED MODULE: ./build/emit/import-statement.js


/** `a.b as c` or `a`: the name and what it is called here. */
function readAlias(words) {
    const [name, keyword, as] = words;
    if (name === undefined || !(0,python_names/* isDottedPath */.ub)(name))
        return null;
    if (words.length === 1)
        return { name, as: null };
    return words.length === 3 && keyword === "as" && as !== undefined && (0,python_names/* isIdentifier */._5)(as) ? { name, as } : null;
}
/**
 * What an import statement binds, or `null` where the text is no plain absolute import: another statement, `import *`,
 * a relative import.
 */
function readImport(statement) {
    const tokens = (0,emit_tokens/* tokenize */.qw)(statement).filter(({ t }) => t !== "comment" && t !== "newline");
    const words = [];
    let joins = false;
    for (const { text } of tokens) {
        const last = words.length - 1;
        if (text === "." || joins)
            words[last] = `${words[last] ?? ""}${text}`;
        else
            words.push(text);
        joins = text === ".";
    }
    const kind = words.shift();
    if (kind !== "import" && kind !== "from")
        return null;
    const module = kind === "from" ? words.shift() : undefined;
    if (kind === "from" && (module === undefined || !(0,python_names/* isDottedPath */.ub)(module) || words.shift() !== "import"))
        return null;
    if (words[0] === "(" && words.at(-1) === ")")
        words.splice(0, words.length, ...words.slice(1, -1));
    if (words.at(-1) === ",")
        words.pop();
    const imports = [];
    let alias = [];
    for (const word of [...words, ","]) {
        if (word !== ",") {
            alias.push(word);
            continue;
        }
        const read = readAlias(alias);
        if (read === null)
            return null;
        if (module === undefined)
            imports.push({ module: read.name, member: null, as: read.as });
        else if ((0,python_names/* isIdentifier */._5)(read.name))
            imports.push({ module, member: read.name, as: read.as === read.name ? null : read.as });
        else
            return null;
        alias = [];
    }
    return imports;
}

// EXTERNAL MODULE: ./build/emit/imports.js
var emit_imports = __webpack_require__(30076);
;// CONCATENATED MODULE: ./build/emit/own-code.js






/** Every expression within a value, outer ones first. */
function expressionsOf(value) {
    return value.t === "expr" ? [value] : (0,nesting/* partsOf */.CI)(value).flatMap(expressionsOf);
}
/** Statements that change what a later import finds: imports after them stay after them. */
const CHANGES_IMPORTS = /\bsys\s*\.\s*path\b|\benviron\b|\bputenv\b/;
/** Names that a statement binds at the top of its module, as far as its first words show. */
function boundNames(statement) {
    const words = (0,emit_tokens/* tokenize */.qw)(statement).filter(({ t }) => t !== "comment" && t !== "newline");
    const [first, second, third] = words;
    if (first?.text === "def" || first?.text === "class")
        return [second?.text ?? ""];
    if (first?.text === "async")
        return [third?.text ?? ""];
    if (first?.t === "name" && (second?.text === "=" || second?.text === ":"))
        return [first.text];
    return [];
}
/**
 * A relative import as Python resolves it in its file; unchanged where the file is in no package. Modules of the DAGs
 * folder and of `plugins` are imported from there (`airflow/settings.py`, `prepare_syspath_for_dags_folder`), others from
 * the repository's root.
 */
function absoluteImport(statement, file) {
    const found = /^from\s+(\.+)\s*([\w.]*)\s+import\b/.exec(statement);
    const [whole = "", dots = "", name = ""] = found ?? [];
    if (!found)
        return statement;
    const folders = file.split("/").slice(0, -1);
    const root = folders.findIndex((folder) => folder === "dags" || folder === "plugins") + 1;
    const packages = folders.slice(root, folders.length - dots.length + 1);
    if (packages.length === 0 || packages.some((one) => !(0,python_names/* isIdentifier */._5)(one)))
        return statement;
    const module = [...packages, ...(name === "" ? [] : [name])].join(".");
    return `from ${module} import${statement.slice(whole.length)}`;
}
/** Collects what the expressions of a DAG need, each statement once, in the order of its file. */
function collectOwnCode(dag, texts) {
    const byFile = new Map();
    const names = new Set();
    const written = new Map();
    /** Expressions by their file, and those that use names of other files. */
    const sources = new Map();
    const mixedSources = new Set();
    let refusal = null;
    const statements = dag.site.statements ?? [];
    const need = (span) => {
        byFile.set(span.file, (byFile.get(span.file) ?? new Map()).set(span.start, span));
    };
    for (const span of dag.site.setup ?? [])
        need(span);
    for (const { at, source, names: own, binds, values, needs } of statements) {
        sources.set(at.file, [...(sources.get(at.file) ?? []), source]);
        const bound = [...binds, ...values.map(([name]) => name)];
        if (bound.includes("dag") && !own.includes("dag"))
            refusal ??= "a statement after `create_dag` gives the name `dag` to something else";
        for (const name of [...(0,emit_tokens/* namesIn */.wX)(source), ...own, ...bound])
            names.add(name);
        for (const span of needs)
            need(span);
    }
    const later = statements.flatMap(({ values }) => values.map(([, value]) => value));
    for (const value of [...(0,nesting/* writtenValues */.I)(dag).map(({ value }) => value), ...later]) {
        for (const expression of expressionsOf(value)) {
            if (expression.free.length > 0) {
                refusal ??= `\`${expression.source}\` uses \`${expression.free[0]}\`, which only a running entry point defines`;
            }
            for (const name of (0,emit_tokens/* namesIn */.wX)(expression.source))
                names.add(name);
            const file = expression.span?.file ?? expression.needs[0]?.file;
            const files = new Set(expression.needs.map((span) => span.file));
            if (file !== undefined)
                sources.set(file, [...(sources.get(file) ?? []), expression.source]);
            if (files.size > 1 || (file !== undefined && files.size === 1 && !files.has(file)))
                mixedSources.add(expression.source);
            for (const { file, text } of expression.defines ?? []) {
                written.set(file, (written.get(file) ?? new Set()).add(text));
                for (const name of (0,emit_tokens/* namesIn */.wX)(text))
                    names.add(name);
            }
            for (const span of expression.needs)
                need(span);
        }
    }
    const imports = [];
    /** Imports that are made for what they do. */
    const kept = [];
    const setup = new Set((dag.site.setup ?? []).map(({ file, start }) => `${file}:${start}`));
    const parts = [];
    const definedIn = new Map();
    const renames = new Map();
    const define = (name, meaning, file, isImport) => {
        const before = definedIn.get(name);
        const own = { file, meaning, isImport };
        if (before === undefined || before.meaning === meaning)
            definedIn.set(name, own);
        // In one file the order says which one counts, but for imports, which go to the top.
        else if (before.file === file && (before.isImport || !isImport))
            definedIn.set(name, own);
        else if (before.file === file || isImport || before.isImport)
            refusal ??= `\`${name}\` is defined twice for this DAG`;
        else
            renames.set(file, (renames.get(file) ?? new Map()).set(name, ""));
    };
    for (const file of written.keys())
        if (!byFile.has(file))
            byFile.set(file, new Map());
    for (const [file, spans] of byFile) {
        const text = texts.get(file);
        if (text === undefined) {
            refusal ??= `the text of ${file} is not at hand`;
            continue;
        }
        const statements = [];
        let importsStay = false;
        for (const span of [...spans.values()].sort((left, right) => left.start - right.start)) {
            const source = text.slice(span.start, span.end).replaceAll(/\r\n?/g, "\n").trimEnd();
            const statement = absoluteImport(source, file);
            if (/(?:^|[\r\n])[ \t]+$/.test(text.slice(0, span.start).slice(-200))) {
                refusal ??= `${file} defines what the DAG needs inside another statement`;
            }
            if (/^from\s*\./.test(statement)) {
                refusal ??= `${file} imports from its own package, which a file elsewhere cannot`;
            }
            const read = importsStay ? null : readImport(statement);
            for (const name of (0,emit_tokens/* namesIn */.wX)(statement))
                if (read === null)
                    names.add(name);
            const bound = read?.map((entry) => [(0,emit_imports/* boundName */.a)(entry), `${entry.module}:${entry.member}`]);
            for (const [name, meaning] of bound ?? boundNames(statement).map((name) => [name, statement])) {
                define(name, meaning, file, read !== null);
            }
            if (read !== null && setup.has(`${file}:${span.start}`))
                kept.push(...read);
            if (read !== null)
                imports.push(...read);
            else
                statements.push(statement);
            importsStay ||= read === null && CHANGES_IMPORTS.test(statement);
        }
        for (const definition of written.get(file) ?? []) {
            for (const name of boundNames(definition))
                define(name, definition, file, false);
            statements.push(definition);
        }
        if (statements.length > 0)
            parts.push({ file, statements });
    }
    for (const [file, own] of renames) {
        const code = [...(parts.find((part) => part.file === file)?.statements ?? []), ...(sources.get(file) ?? [])];
        for (const name of own.keys()) {
            let other = `${name}_2`;
            for (let number = 3; names.has(other); number += 1)
                other = `${name}_${number}`;
            names.add(other);
            own.set(name, other);
            const mixed = [...mixedSources].some((source) => (0,emit_tokens/* namesIn */.wX)(source).has(name));
            if (mixed || !code.every((source) => canRename(source, name)))
                refusal ??= `\`${name}\` is defined twice for this DAG`;
        }
    }
    return {
        renames,
        imports: imports.filter((entry) => entry.module === "__future__" || names.has((0,emit_imports/* boundName */.a)(entry)) || kept.includes(entry)),
        parts,
        names,
        changesPath: parts.some(({ statements: all }) => all.some((statement) => CHANGES_IMPORTS.test(statement))),
        refusal,
    };
}

// EXTERNAL MODULE: ./build/emit/preamble.js + 1 modules
var preamble = __webpack_require__(32727);
// EXTERNAL MODULE: ./build/build/outcome.js
var outcome = __webpack_require__(27239);
;// CONCATENATED MODULE: ./build/emit/refusal.js

/** A problem in half a sentence. */
function say(problem) {
    switch (problem.kind) {
        case "unreadable-file":
            return `${problem.at.file} cannot be read`;
        case "missing-operator":
            return `${problem.at.file} names no operator`;
        case "missing-callable":
            return `${problem.at.file} has no function \`${problem.name}\``;
        case "unknown-operator":
            return `${problem.at.file}: there is no operator \`${problem.operator}\``;
        case "missing-argument":
            return `${problem.at.file} does not give \`${problem.names.join("`, `")}\``;
        case "missing-start-date":
            return "it has a schedule and no start date";
        case "unknown-dependency":
            return `${problem.at.file} depends on \`${problem.name}\`, which is not there`;
        case "dependency-cycle":
            return `its tasks wait for each other: ${problem.ring.map(({ up }) => up).join(", ")}`;
        case "duplicate-id":
            return `the ${problem.what} id \`${problem.id}\` is there twice`;
        case "invalid-id":
            return `Airflow refuses the ${problem.what} id \`${problem.id}\``;
        case "unknown-tag":
            return `nothing is known of the tag \`${problem.tag}\` in ${problem.at.file}`;
        case "root-or-leaf-edges":
            return `\`${problem.name}\` is listed under \`${problem.key}\`, and has edges of its own`;
        case "misnamed-key":
            return `\`${problem.key}\` in ${problem.at.file} means nothing to gusty`;
        case "unknown-root-or-leaf":
            return `\`${problem.key}\` names \`${problem.name}\`, which is not there`;
        case "sensor-collision":
        case "sensor-override-lost":
            return `\`${problem.sensor}\` is declared twice`;
        case "dropped-argument":
        case "refused-argument":
        case "overwritten-key":
        case "dropped-metadata":
            return `\`${problem.keyName}\` in ${problem.at.file} does not arrive`;
        case "not-static":
            return `\`${problem.expression}\` in ${problem.at.file} is known only to Python: ${problem.why}`;
        default:
            return `${problem.at.file}: ${problem.detail}`;
    }
}
/** Why there is no Python for a DAG, or `null` where it can be written. */
function refusalOf(dag) {
    if (!/^[\p{L}\p{M}\p{N}_.-]+$/u.test(dag.id) || /^\.+$/.test(dag.id))
        return `\`${dag.id}\` cannot be a file's name`;
    if (dag.outcome === "built")
        return null;
    const decides = (problem) => (dag.outcome === "fails" ? (0,outcome/* raises */.ID)(problem) : (0,outcome/* leavesOpen */.LN)(problem));
    const first = dag.problems.find(decides);
    const reason = first === undefined ? "" : `: ${say(first)}`;
    return dag.outcome === "fails" ? `gusty or Airflow would fail${reason}` : `not everything is known${reason}`;
}

// EXTERNAL MODULE: ./build/build/template-files.js
var template_files = __webpack_require__(7675);
;// CONCATENATED MODULE: ./build/emit/search-path.js


function mayBeTemplate(value) {
    if (value.t === "str")
        return (0,template_files/* namesTemplate */.d2)(value.v);
    return value.t !== "call" && (0,nesting/* partsOf */.CI)(value).some(mayBeTemplate);
}
/**
 * The settings with the folder in which gusty's DAG finds template files: that of the entry point, for Airflow looks
 * beside the file that it loaded (`airflow/models/dag.py`, `get_template_env`), and the generated file lies elsewhere.
 * Unchanged where no task has an argument that could name such a file.
 * A search path of the DAG's own that only Python knows is added to when the file is loaded.
 */
function withSearchPath(dag, folder) {
    if (folder === (0,template_files/* templateFolder */.JV)(dag) ||
        !dag.tasks.some((task) => task.arguments.some(({ value }) => mayBeTemplate(value)))) {
        return dag.settings;
    }
    const entry = { t: "file-path", file: (0,template_files/* templateFolder */.JV)(dag) };
    const own = dag.settings.find(({ key }) => key === "template_searchpath");
    if (own === undefined || own.value.t === "null") {
        const added = { key: "template_searchpath", keySpan: null, value: entry };
        return [...dag.settings.filter((field) => field !== own), added];
    }
    const before = pathsOf(own.value);
    const value = before === null
        ? { t: "call", fn: JOINED, args: [entry, own.value], kwargs: [] }
        : { t: "list", v: [entry, ...before] };
    const merged = { ...own, value };
    return dag.settings.map((field) => (field === own ? merged : field));
}
/** One more folder before a text, a list, or nothing. */
const JOINED = {
    t: "expr",
    source: "(lambda folder, given: [folder, *([given] if isinstance(given, str) else given or [])])",
    needs: [],
    free: [],
    why: "the search path is known only to Python",
};
function pathsOf(value) {
    if (value.t === "list" || value.t === "tuple")
        return value.v;
    return value.t === "str" || value.t === "file-path" ? [value] : null;
}

;// CONCATENATED MODULE: ./build/emit/source-text.js
/** An empty text. `code` of several lines must be laid out for its indent already; the indent goes before its first line. */
function createSourceText() {
    const written = [];
    const lines = [];
    let start = 1;
    return {
        add: (code, indent = 0, source = null) => {
            const line = written.length + 1;
            start = line;
            written.push(...`${" ".repeat(indent)}${code}`.split("\n"));
            if (source !== null)
                lines.push({ line, endLine: written.length, source });
        },
        items: (heights, sources) => {
            let line = start + 1;
            for (const [index, height] of heights.entries()) {
                const source = sources[index] ?? null;
                if (source !== null)
                    lines.push({ line, endLine: line + height - 1, source });
                line += height;
            }
        },
        gap: (count) => {
            if (written.length === 0)
                return;
            while (written.at(-1) === "" && written.length > 0)
                written.pop();
            for (let index = 0; index < count; index += 1)
                written.push("");
        },
        text: () => `${written.join("\n")}\n`,
        lines,
    };
}

;// CONCATENATED MODULE: ./build/emit/emit-dag.js











/** gusty always gives the DAG its macros; Airflow does the same without them as with none. */
const saysNothing = ({ key, value }) => key === "user_defined_macros" && value.t === "map" && value.v.length === 0;
/**
 * A DAG as one plain Airflow file, the same DAG as gusty builds, formatted as ruff formats it at 100 columns.
 *
 * @returns the file with a source map, or why it cannot be written: the DAG fails, or something of it is not known
 */
function emitDag(dag, options) {
    const refusal = refusalOf(dag) ?? (0,nesting/* nestingRefusal */.Vj)(dag);
    if (refusal !== null)
        return { ok: false, why: refusal };
    const settings = withSearchPath(dag, options.directory).filter((field) => !saysNothing(field));
    const own = collectOwnCode({ ...dag, settings }, options.texts);
    if (own.refusal !== null)
        return { ok: false, why: own.refusal };
    const scope = createFileScope(own.names, own.imports);
    const writer = createWriter(dag, scope, own.renames);
    const body = writeDag({ ...dag, settings }, writer, options.texts);
    const later = laterStatements(dag, writer);
    const out = createSourceText();
    (0,preamble/* writePreamble */.C)(out, { dag, own, writer, directory: options.directory, files: options.texts.keys() });
    body(out);
    later(out);
    if (scope.refusal !== null)
        return { ok: false, why: scope.refusal };
    const path = (0,model_path/* joinPath */.uJ)(options.directory, `${dag.id}.py`);
    return { ok: true, file: { dag: dag.id, path, text: out.text(), lines: out.lines } };
}


/***/ }),

/***/ 30076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lt: () => (/* binding */ importBlock),
/* harmony export */   a: () => (/* binding */ boundName),
/* harmony export */   cx: () => (/* binding */ firstPartyModules)
/* harmony export */ });
/* harmony import */ var _python_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38259);
/* harmony import */ var _width_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98258);


/** The name that an import binds in its module: `import a.b` binds `a`. */
function boundName({ module, member, as }) {
    return as ?? member ?? module.split(".")[0] ?? module;
}
/** Compares as people count: runs of digits by their number, all else by code unit. */
function compareNatural(left, right) {
    const parts = (text) => text.match(/\d+|\D/g) ?? [];
    const a = parts(left);
    const b = parts(right);
    for (let index = 0; index < a.length && index < b.length; index += 1) {
        const x = a[index] ?? "";
        const y = b[index] ?? "";
        if (x === y)
            continue;
        const digits = /^\d/.test(x) && /^\d/.test(y);
        if (digits && x.length !== y.length)
            return x.length - y.length;
        return x < y ? -1 : 1;
    }
    return a.length - b.length;
}
const compareNames = (left, right) => compareNatural(left.toLowerCase(), right.toLowerCase()) || compareNatural(left, right);
/** isort's `order-by-type`: constants, then classes, then all else. */
function typeOrder(name) {
    if (name.length > 1 && /[A-Z]/.test(name) && name === name.toUpperCase())
        return 0;
    return /^[A-Z]/.test(name) ? 1 : 2;
}
const compareMembers = (left, right) => typeOrder(left) - typeOrder(right) || compareNames(left, right);
function section(module, firstParty) {
    const top = module.split(".")[0] ?? module;
    if (top === "__future__")
        return 0;
    if (_python_names_js__WEBPACK_IMPORTED_MODULE_0__/* .STANDARD_LIBRARY */ .ec.has(top))
        return 1;
    return firstParty.has(top) ? 3 : 2;
}
function fromStatement(module, members) {
    const line = `from ${module} import ${members.join(", ")}`;
    if (line.length <= _width_js__WEBPACK_IMPORTED_MODULE_1__/* .LINE_LENGTH */ .uK)
        return line;
    return `from ${module} import (\n${members.map((member) => `    ${member},\n`).join("")})`;
}
const bySource = (left, right) => compareNames(left.module, right.module) || compareMembers(left.first, right.first) || compareNames(left.as, right.as);
/** Statements of one section: `import x` first, then `from x import y`, each in isort's order (ruff's `I001` with its defaults). */
function sectionLines(imports) {
    const straight = [];
    const from = [];
    const members = new Map();
    for (const { module, member, as } of imports) {
        if (member === null) {
            straight.push({ module, first: "", as: as ?? "", text: `import ${module}${as === null ? "" : ` as ${as}`}` });
        }
        else if (as === null) {
            members.set(module, (members.get(module) ?? new Set()).add(member));
        }
        else {
            from.push({ module, first: member, as, text: fromStatement(module, [`${member} as ${as}`]) });
        }
    }
    for (const [module, names] of members) {
        const sorted = [...names].sort(compareMembers);
        from.push({ module, first: sorted[0] ?? "", as: "", text: fromStatement(module, sorted) });
    }
    return [...straight.sort(bySource), ...from.sort(bySource)].map((statement) => statement.text);
}
/**
 * The import block as ruff's isort rules want it: future, standard library, third party, first party.
 *
 * @param firstParty top-level names of the repository's own modules
 */
function importBlock(imports, firstParty) {
    const unique = new Map(imports.map((entry) => [`${entry.module}:${entry.member}:${entry.as}`, entry]));
    const sections = [[], [], [], []];
    for (const entry of unique.values())
        sections[section(entry.module, firstParty)]?.push(entry);
    return sections.filter((entries) => entries.length > 0).map((entries) => sectionLines(entries).join("\n"));
}
/** Names of folders and modules at the root (or in `src`) of the repository, as ruff finds first-party modules by default. */
function firstPartyModules(paths) {
    const names = new Set();
    for (const path of paths) {
        const parts = path.split("/");
        const name = parts[0] === "src" ? parts[1] : parts[0];
        const module = name?.replace(/\.py$/, "");
        if (module !== undefined && (0,_python_names_js__WEBPACK_IMPORTED_MODULE_0__/* .isIdentifier */ ._5)(module))
            names.add(module);
    }
    return names;
}


/***/ }),

/***/ 13502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ item),
/* harmony export */   Ct: () => (/* binding */ flat),
/* harmony export */   Iv: () => (/* binding */ brackets),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   ck: () => (/* binding */ itemHeights),
/* harmony export */   yy: () => (/* binding */ print)
/* harmony export */ });
/* harmony import */ var _string_literal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73091);
/* harmony import */ var _width_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98258);


const text = (content) => ({ t: "text", text: content });
const brackets = (open, items, close, style) => style === undefined ? { t: "brackets", open, items, close } : { t: "brackets", open, items, close, style };
const item = (value, prefix = "") => ({ prefix, value });
/** Two lines at least: better read as they are than with `\n` in them. */
const hasLines = (content) => content.slice(0, -1).includes("\n");
/** The expression on one line, or `null` where it must be broken. */
function flat(code) {
    switch (code.t) {
        case "text":
            return code.text;
        case "string":
            return hasLines(code.text) && (0,_string_literal_js__WEBPACK_IMPORTED_MODULE_0__/* .tripleQuoted */ .RG)(code.text) !== null ? null : (0,_string_literal_js__WEBPACK_IMPORTED_MODULE_0__/* .stringLiteral */ .Hg)(code.text);
        case "bytes":
            return (0,_string_literal_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesLiteral */ .h3)(code.bytes);
        case "either":
            return code.flat;
        case "brackets": {
            if (code.style === "lines" && code.items.length > 1)
                return null;
            const parts = [];
            for (const { prefix, value } of code.items) {
                const part = flat(value);
                if (part === null)
                    return null;
                parts.push(prefix + part);
            }
            return code.open + parts.join(", ") + (isLoneTuple(code) ? "," : "") + code.close;
        }
    }
}
const isLoneTuple = (code) => code.open === "(" && code.items.length === 1;
/**
 * The expression as it stands in a file, lines after the first indented.
 *
 * @param indent columns before the statement or item in which the expression stands
 * @param before columns that stand before it on its line, indent excluded
 * @param after columns that follow it on its last line, such as a comma
 */
function print(code, indent, before, after) {
    const room = _width_js__WEBPACK_IMPORTED_MODULE_1__/* .LINE_LENGTH */ .uK - indent - before - after;
    const line = flat(code);
    if (line !== null && (0,_width_js__WEBPACK_IMPORTED_MODULE_1__/* .widthOf */ .qz)(line) <= room)
        return line;
    const inner = " ".repeat(indent + 4);
    switch (code.t) {
        case "text":
            return code.text;
        case "either":
            return print(code.broken, indent, before, after);
        case "bytes": {
            const latin = Array.from(code.bytes, (byte) => String.fromCharCode(byte)).join("");
            const literal = (part) => (0,_string_literal_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesLiteral */ .h3)(Uint8Array.from(part, (char) => char.charCodeAt(0)));
            return concatenated(literal(latin), (room) => (0,_string_literal_js__WEBPACK_IMPORTED_MODULE_0__/* .splitText */ .Ad)(latin, room - 3, _string_literal_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsInBytes */ .gQ).map(literal), indent);
        }
        case "string": {
            const triple = hasLines(code.text) ? (0,_string_literal_js__WEBPACK_IMPORTED_MODULE_0__/* .tripleQuoted */ .RG)(code.text) : null;
            if (triple !== null && linesFit(triple, indent + before, after))
                return triple;
            const split = (columns) => (0,_string_literal_js__WEBPACK_IMPORTED_MODULE_0__/* .splitText */ .Ad)(code.text, columns - 2, _string_literal_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsInString */ .w6).map(_string_literal_js__WEBPACK_IMPORTED_MODULE_0__/* .stringLiteral */ .Hg);
            return concatenated((0,_string_literal_js__WEBPACK_IMPORTED_MODULE_0__/* .stringLiteral */ .Hg)(code.text), split, indent);
        }
        case "brackets": {
            if (code.items.length === 0)
                return code.open + code.close;
            if (code.pairs !== undefined && code.items.some((one) => !fitsBehindPrefix(one, indent + 4))) {
                return print(code.pairs, indent, before, after);
            }
            const lines = code.items.map(({ prefix, value }) => `${inner}${prefix}${print(value, indent + 4, (0,_width_js__WEBPACK_IMPORTED_MODULE_1__/* .widthOf */ .qz)(prefix), 1)},\n`);
            return `${code.open}\n${lines.join("")}${" ".repeat(indent)}${code.close}`;
        }
    }
}
/** Whether the first line of an item stays within the line, however its value is broken. */
function fitsBehindPrefix({ prefix, value }, indent) {
    const room = _width_js__WEBPACK_IMPORTED_MODULE_1__/* .LINE_LENGTH */ .uK - indent - (0,_width_js__WEBPACK_IMPORTED_MODULE_1__/* .widthOf */ .qz)(prefix) - 1;
    const line = flat(value);
    if (line !== null && (0,_width_js__WEBPACK_IMPORTED_MODULE_1__/* .widthOf */ .qz)(line) <= room)
        return true;
    switch (value.t) {
        case "text":
            return false;
        case "string":
        case "bytes":
            return room >= 1;
        case "either":
            return fitsBehindPrefix({ prefix, value: value.broken }, indent);
        case "brackets":
            return value.items.length > 0 && (0,_width_js__WEBPACK_IMPORTED_MODULE_1__/* .widthOf */ .qz)(value.open) <= room + 1;
    }
}
function linesFit(literal, before, after) {
    const lines = literal.split("\n");
    return lines.every((line, index) => {
        const extra = (index === 0 ? before : 0) + (index === lines.length - 1 ? after : 0);
        return (0,_width_js__WEBPACK_IMPORTED_MODULE_1__/* .widthOf */ .qz)(line) + extra <= _width_js__WEBPACK_IMPORTED_MODULE_1__/* .LINE_LENGTH */ .uK;
    });
}
/** One literal on a line of its own in parentheses where it fits, else several that Python joins. */
function concatenated(whole, split, indent) {
    const columns = Math.max(_width_js__WEBPACK_IMPORTED_MODULE_1__/* .LINE_LENGTH */ .uK - indent - 4, 20);
    const parts = (0,_width_js__WEBPACK_IMPORTED_MODULE_1__/* .widthOf */ .qz)(whole) <= columns ? [whole] : split(columns);
    const inner = " ".repeat(indent + 4);
    return `(\n${parts.map((part) => `${inner}${part}\n`).join("")}${" ".repeat(indent)})`;
}
/** How many lines each item takes where `print` breaks the brackets, in order; empty where they stay on one line. */
function itemHeights(code, indent, before, after) {
    if (code.t !== "brackets" || !print(code, indent, before, after).startsWith(`${code.open}\n`))
        return [];
    return code.items.map(({ prefix, value }) => print(value, indent + 4, (0,_width_js__WEBPACK_IMPORTED_MODULE_1__/* .widthOf */ .qz)(prefix), 1).split("\n").length);
}


/***/ }),

/***/ 49352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   I: () => (/* binding */ writtenValues),
/* harmony export */   Vj: () => (/* binding */ nestingRefusal)
/* harmony export */ });
/** Python's parser takes 200 open brackets, of which a level may need three; no value that people write is as deep. */
const LEVELS = 60;
/** The values directly within a value. */
function partsOf(value) {
    switch (value.t) {
        case "list":
        case "tuple":
        case "set":
            return value.v;
        case "map":
            return value.v.flat();
        case "call":
            return [
                ...(typeof value.fn === "string" ? [] : [value.fn]),
                ...value.args,
                ...value.kwargs.map(([, part]) => part),
            ];
        case "function":
        case "run-file":
            return (value.partial ?? []).map(([, part]) => part);
        default:
            return [];
    }
}
/** Every value that is written for a DAG, by the key under which it stands. */
function writtenValues(dag) {
    return [...dag.settings, ...[...dag.groups, ...dag.tasks].flatMap((node) => node.arguments)];
}
/** Why a DAG's values cannot be written, or `null` where none is nested too deeply. Goes level by level, not by recursion. */
function nestingRefusal(dag) {
    for (const { key, value } of writtenValues(dag)) {
        let level = [value];
        for (let depth = 0; level.length > 0; depth += 1) {
            if (depth > LEVELS)
                return `the value of \`${key}\` is nested more than ${LEVELS} levels deep`;
            level = level.flatMap(partsOf);
        }
    }
    return null;
}


/***/ }),

/***/ 32727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ GENERATED_MARK),
  C: () => (/* binding */ writePreamble)
});

// EXTERNAL MODULE: ./build/emit/comments.js
var comments = __webpack_require__(89746);
;// CONCATENATED MODULE: ./build/emit/helpers.js
/** Functions that a generated file defines for itself, each only where it is used. */
const HELPERS = {
    load_callable: (name, scope) => {
        const path = scope.member("pathlib", "Path");
        const util = scope.module("importlib.util");
        return `def ${name}(path: ${path}, name: str):
    """A function of a Python file, from a module of its own: every call runs the file anew."""
    module_name = "".join(char for char in str(path) if char.isalnum())
    spec = ${util}.spec_from_file_location(module_name, str(path))
    module = ${util}.module_from_spec(spec)
    spec.loader.exec_module(module)
    return getattr(module, name)`;
    },
    run_file: (name, scope, airflow) => {
        const path = scope.member("pathlib", "Path");
        const sameName = airflow === 3
            ? `    run.__qualname__ = "parse_py.<locals>.<lambda>"  # gusty's, for Airflow compares names\n`
            : "";
        return `def ${name}(path: ${path}):
    """A callable that runs a Python file; functions of the file do not see its top-level names."""
    file_path = str(path)

    def run():
        exec(open(file_path).read(), {"__name__": __name__}, {"file_path": file_path})

${sameName}    return run`;
    },
    depend: (name) => {
        return `def ${name}(task, reach):
    """Puts a task behind what its operator found out by itself, as far as it is in reach."""
    for dependency in sorted(set(getattr(task, "dependencies", []))):
        if dependency in reach:
            task.set_upstream(reach[dependency])`;
    },
    env_switch: (name, scope) => {
        const os = scope.module("os");
        return `def ${name}(default=None, **values):
    """The value for the environment that ENV names, or the variable that AB__ENV names."""
    unspecified = "value_unspecified"
    environment = ${os}.environ.get(${os}.environ.get("AB__ENV", "ENV"), unspecified)
    return values.get(environment, unspecified if default is None else default)`;
    },
    previous_date: (name, scope) => {
        const pendulum = scope.module("pendulum");
        return `def ${name}(tz="utc", days=1):
    """The date so many days ago, as text."""
    return (${pendulum}.now(tz) - ${scope.member("datetime", "timedelta")}(days=days)).to_date_string()`;
    },
    previous_hour: (name, scope) => {
        const pendulum = scope.module("pendulum");
        return `def ${name}(tz="utc", hours=1, days=0):
    """The full hour so many hours and days ago, as text."""
    moment = ${pendulum}.now(tz) - ${scope.member("datetime", "timedelta")}(hours=hours, days=days)
    return moment.replace(minute=0, second=0).to_datetime_string()`;
    },
    days_ago: (name, scope) => {
        return `def ${name}(n):
    """Midnight in UTC, n days ago."""
    return ${scope.module("pendulum")}.today("UTC").add(days=-n)`;
    },
};
/**
 * The text of every helper that the file uses. They do what gusty and ABSQL do (`gusty/parsing/utils.py`,
 * `get_callable_from_file`; `gusty/parsing/parsers.py`, `parse_py`; `gusty/utils`, `days_ago`; `absql/functions`).
 */
function helperTexts(scope, airflow) {
    const texts = [];
    for (const [key, make] of Object.entries(HELPERS)) {
        const name = scope.helpers.get(key);
        if (name !== undefined)
            texts.push(make(name, scope, airflow));
    }
    return texts;
}

// EXTERNAL MODULE: ./build/emit/imports.js
var imports = __webpack_require__(30076);
// EXTERNAL MODULE: ./build/emit/layout.js
var layout = __webpack_require__(13502);
// EXTERNAL MODULE: ./build/emit/nesting.js
var nesting = __webpack_require__(49352);
// EXTERNAL MODULE: ./build/emit/python-names.js
var python_names = __webpack_require__(38259);
// EXTERNAL MODULE: ./build/emit/tokens.js
var tokens = __webpack_require__(75966);
;// CONCATENATED MODULE: ./build/emit/preamble.js







/** The first line of every generated file: how tools know it. */
const GENERATED_MARK = "# windsock: generated";
/** Header, imports, the path of the repository, helpers and the repository's own definitions, as far as they are used. */
function writePreamble(out, { dag, own, writer, directory, files }) {
    const { scope } = writer;
    const parts = own.parts.map(({ file, statements }) => ({
        file,
        statements: statements.map((statement) => writer.inFile(statement, file)),
    }));
    const constants = [...writer.shared];
    const path = constants.length > 0 || writer.rootName !== null ? writer.rootName : null;
    const operators = scope.localImports.length > 0 ? operatorsFolder(writer) : null;
    const rootLine = path === null ? null : rootConstant(path, directory, writer);
    const helpers = helperTexts(scope, dag.airflow);
    const copied = parts.length > 0 || writer.expressions.length > 0;
    const kept = copied || (dag.site.statements ?? []).length > 0;
    for (const line of header(dag, kept))
        out.add(line);
    const firstParty = (0,imports/* firstPartyModules */.cx)([...dag.files, ...files]);
    const late = own.changesPath ? laterImports(scope.imports, own) : [];
    const blocks = (0,imports/* importBlock */.Lt)(scope.imports.filter((entry) => !late.includes(entry)), firstParty);
    for (const block of blocks) {
        out.gap(1);
        out.add(block);
    }
    if (operators !== null) {
        out.gap(1);
        out.add(operators);
        for (const block of (0,imports/* importBlock */.Lt)(scope.localImports, firstParty)) {
            out.gap(1);
            out.add(block);
        }
    }
    out.gap(1);
    if (rootLine !== null)
        out.add(rootLine);
    for (const { name, code } of writer.files)
        out.add(constantText(name, code));
    for (const helper of helpers) {
        out.gap(2);
        out.add(helper);
    }
    const first = parts[0]?.statements[0];
    out.gap(helpers.length > 0 || (first !== undefined && isDefinition(first)) ? 2 : 1);
    if (copied)
        writeKept(out, parts, (0,imports/* importBlock */.Lt)(late, firstParty), writer.expressions);
    for (const { name, code } of constants) {
        out.add(constantText(name, code));
        out.gap(1);
    }
}
/** Packages that every Airflow has, whatever `sys.path` says. */
const INSTALLED = new Set(["__future__", "airflow", "absql", "pendulum"]);
/** Imports that copied code does not make itself, and that may be found only once it has changed `sys.path`. */
function laterImports(imports, own) {
    return imports.filter(({ module }, at) => {
        const top = module.split(".")[0] ?? module;
        return at >= own.imports.length && !python_names/* STANDARD_LIBRARY */.ec.has(top) && !INSTALLED.has(top);
    });
}
/** Code of the repository, as it stands there. */
function writeKept(out, parts, imports, expressions) {
    out.add("# fmt: off");
    for (const { file, statements } of parts) {
        out.add((0,comments/* comment */.Im)(`from ${file}`, 0));
        for (const [index, statement] of statements.entries()) {
            if (index > 0 && (isDefinition(statement) || isDefinition(statements[index - 1] ?? "")))
                out.gap(2);
            out.add(statement);
        }
    }
    for (const block of imports) {
        out.gap(1);
        out.add(block);
    }
    const last = imports.at(-1) ?? parts.at(-1)?.statements.at(-1);
    if (last !== undefined && expressions.length > 0)
        out.gap(isDefinition(last) ? 2 : 1);
    for (const { name, code } of expressions)
        out.add(constantText(name, code));
    out.add("# fmt: on");
    out.gap(1);
}
/** Whether a value is made by ABSQL when the file is parsed. */
const holdsAbsql = (value) => (value.t === "call" && value.fn === "absql.render.render_text") || (0,nesting/* partsOf */.CI)(value).some(holdsAbsql);
const isDefinition = (statement) => /^(?:async\s+def|def|class)\b|^@/.test(statement);
function constantText(name, code) {
    return `${name} = ${typeof code === "string" ? keptExpression(code) : (0,layout/* print */.yy)(code, 0, name.length + 3, 0)}`;
}
function header(dag, kept) {
    const lines = [
        GENERATED_MARK,
        (0,comments/* comment */.Im)(`The DAG that gusty builds on Airflow ${dag.airflow} from ${dag.site.folder}`, 0),
        "# Do not edit: change the files of that folder, and let Windsock write this file again.",
    ];
    const values = (0,nesting/* writtenValues */.I)(dag);
    if (values.some(({ value }) => value.t === "absql-runner"))
        lines.push("# ABSQL is still needed: an operator takes gusty's `absql_runner`.");
    else if (values.some(({ value }) => holdsAbsql(value)))
        lines.push("# ABSQL is still needed: it renders texts that are known only when Airflow parses this file.");
    if (kept)
        lines.push("# Parts are copied from the repository as they stand there, so linters look away.", "# ruff: noqa");
    return lines;
}
/** gusty puts this folder on the path when it is imported (`gusty/importing.py`). */
function operatorsFolder({ scope }) {
    const os = scope.module("os");
    const sys = scope.module("sys");
    const home = `${os}.environ.get("GUSTY_HOME") or ${os}.environ.get("AIRFLOW_HOME", "")`;
    const folder = (0,layout/* brackets */.Iv)(`${os}.path.join(`, [(0,layout/* item */.AS)((0,layout/* text */.Qq)(home)), (0,layout/* item */.AS)((0,layout/* text */.Qq)('"operators"'))], ")");
    return (0,layout/* print */.yy)((0,layout/* brackets */.Iv)(`${sys}.path.append(`, [(0,layout/* item */.AS)(folder)], ")"), 0, 0, 0);
}
function rootConstant(name, directory, { scope }) {
    const depth = directory === "" ? 0 : directory.split("/").length;
    return `${name} = ${scope.member("pathlib", "Path")}(__file__).resolve().parents[${depth}]`;
}
/** An expression as it is written; in parentheses where it takes several lines. */
function keptExpression(source) {
    const takesLines = source.includes("\n") || (0,tokens/* tokenize */.qw)(source).some(({ t }) => t === "comment");
    return takesLines ? `(\n${source}\n)` : source;
}


/***/ }),

/***/ 38259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H3: () => (/* binding */ BUILTINS),
/* harmony export */   _5: () => (/* binding */ isIdentifier),
/* harmony export */   d6: () => (/* binding */ KEYWORDS),
/* harmony export */   ec: () => (/* binding */ STANDARD_LIBRARY),
/* harmony export */   ub: () => (/* binding */ isDottedPath)
/* harmony export */ });
/** Names of Python that generated code must not take for its own: facts of Python 3.11 (`keyword.kwlist`, `dir(builtins)`). */
const words = (text) => new Set(text.trim().split(/\s+/));
const KEYWORDS = words(`
  False None True and as assert async await break class continue def del elif else except finally for from global if
  import in is lambda nonlocal not or pass raise return try while with yield`);
const BUILTINS = words(`
  ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError
  BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
  ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception ExceptionGroup
  FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning
  IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError
  ModuleNotFoundError NameError NotADirectoryError NotImplemented NotImplementedError OSError OverflowError
  PendingDeprecationWarning PermissionError ProcessLookupError RecursionError ReferenceError ResourceWarning
  RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError
  TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError
  UnicodeWarning UserWarning ValueError Warning ZeroDivisionError abs aiter all anext any ascii bin bool breakpoint
  bytearray bytes callable chr classmethod compile complex copyright credits delattr dict dir divmod enumerate eval exec
  exit filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len
  license list locals map max memoryview min next object oct open ord pow print property quit range repr reversed round
  set setattr slice sorted staticmethod str sum super tuple type vars zip`);
/** Public top-level modules of the standard library (`sys.stdlib_module_names`): what ruff sorts first. */
const STANDARD_LIBRARY = words(`
  abc aifc antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins
  bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall concurrent
  configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis
  distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib
  functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib
  imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap
  marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers
  opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix
  posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline
  reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr
  socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct
  subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading
  time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata
  unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile
  zipimport zlib zoneinfo`);
/** True for a name that may stand where Python wants an identifier, written in ASCII. */
const isIdentifier = (text) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) && !KEYWORDS.has(text);
/** True for a dotted path of identifiers: what may be imported. */
const isDottedPath = (text) => text.split(".").every(isIdentifier);


/***/ }),

/***/ 73091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ad: () => (/* binding */ splitText),
/* harmony export */   Hg: () => (/* binding */ stringLiteral),
/* harmony export */   RG: () => (/* binding */ tripleQuoted),
/* harmony export */   gQ: () => (/* binding */ columnsInBytes),
/* harmony export */   h3: () => (/* binding */ bytesLiteral),
/* harmony export */   w6: () => (/* binding */ columnsInString)
/* harmony export */ });
/* harmony import */ var _width_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98258);

const SHORT = new Map([
    [0x09, "\\t"],
    [0x0a, "\\n"],
    [0x0d, "\\r"],
    [0x5c, "\\\\"],
]);
const hex = (code, digits) => code.toString(16).padStart(digits, "0");
function escapeCode(code, quote) {
    const char = String.fromCodePoint(code);
    if (char === quote)
        return `\\${char}`;
    const short = SHORT.get(code);
    if (short !== undefined)
        return short;
    if ((0,_width_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .PL)(code) !== null)
        return char;
    if (code <= 0xff)
        return `\\x${hex(code, 2)}`;
    return code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}
const count = (text, char) => text.split(char).length - 1;
/** Double quotes, unless the text has more of them than of single ones: the choice of black and ruff. */
const quoteFor = (text) => (count(text, '"') > count(text, "'") ? "'" : '"');
/** A Python string literal on one line. Characters that are invisible or of unclear width are escaped. */
function stringLiteral(text) {
    const quote = quoteFor(text);
    let body = "";
    for (const char of text)
        body += escapeCode(char.codePointAt(0) ?? 0, quote);
    return quote + body + quote;
}
/** A Python bytes literal on one line. */
function bytesLiteral(bytes) {
    const text = String.fromCharCode(...bytes);
    const quote = quoteFor(text);
    let body = "";
    for (const code of bytes)
        body += code <= 0x7e ? escapeCode(code, quote) : `\\x${hex(code, 2)}`;
    return `b${quote}${body}${quote}`;
}
/**
 * The text in triple quotes, on as many lines as it has, or `null` where it would need an escape, or holds what an
 * editor might change (tabs, a space at the end of a line). Raw where it has backslashes.
 */
function tripleQuoted(text) {
    if (text.includes('"""') || text.endsWith('"') || /[\t\r]| $/m.test(text))
        return null;
    if (/\\/.test(text.slice(-1)))
        return null;
    for (const char of text)
        if (char !== "\n" && (0,_width_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .PL)(char.codePointAt(0) ?? 0) === null)
            return null;
    return `${text.includes("\\") ? "r" : ""}"""${text}"""`;
}
/** Columns of one character in a string literal, whichever quotes it gets. */
const columnsInString = (char) => char === "'" || char === '"' ? 2 : (0,_width_js__WEBPACK_IMPORTED_MODULE_0__/* .widthOf */ .qz)(escapeCode(char.codePointAt(0) ?? 0, '"'));
/** Columns of one byte, given as a character, in a bytes literal. */
const columnsInBytes = (char) => (char > "~" ? 4 : columnsInString(char));
/**
 * Parts of a text whose literals are at most `room` columns wide, cut after line ends, else after spaces, else anywhere.
 * One pass over the text.
 */
function splitText(text, room, columnsOfChar) {
    const parts = [];
    let part = "";
    let width = 0;
    const flush = () => {
        if (part !== "")
            parts.push(part);
        part = "";
        width = 0;
    };
    for (const word of text.match(/[^ \n]*(?: +|\n)|[^ \n]+/g) ?? []) {
        const chars = Array.from(word, (char) => ({ char, columns: columnsOfChar(char) }));
        const columns = chars.reduce((sum, next) => sum + next.columns, 0);
        if (width + columns > room)
            flush();
        for (const next of chars) {
            if (width + next.columns > room)
                flush();
            part += next.char;
            width += next.columns;
        }
        if (word.endsWith("\n"))
            flush();
    }
    flush();
    return parts;
}


/***/ }),

/***/ 75966:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fR: () => (/* binding */ replaceFile),
/* harmony export */   qw: () => (/* binding */ tokenize),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
const NAME = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*/uy;
const NUMBER = /(?:0[xXoObB][0-9a-fA-F_]+|(?:\d[\d_]*)?\.?\d[\d_]*\.?(?:[eE][+-]?\d[\d_]*)?[jJ]?)/y;
const COMMENT = /#[^\n]*/y;
const SPACE = /(?:[ \t\f\r]|\\\r?\n)+/y;
const PREFIX = /(?:[rRbBuUfF]{0,2})(?="|')/y;
/** The end of a string literal whose quotes begin at `start`; the end of the text where it is never closed. */
function stringEnd(source, start) {
    const quote = source[start] ?? "";
    const triple = source.startsWith(quote.repeat(3), start);
    const close = triple ? quote.repeat(3) : quote;
    for (let at = start + close.length; at < source.length; at += 1) {
        if (source[at] === "\\")
            at += 1;
        else if (source.startsWith(close, at))
            return at + close.length;
        else if (source[at] === "\n" && !triple)
            return at;
    }
    return source.length;
}
/** The tokens of a piece of Python, in order; one pass, whatever the text. An f-string is one token. */
function tokenize(source) {
    const tokens = [];
    const match = (pattern, at) => {
        pattern.lastIndex = at;
        return pattern.exec(source)?.[0] ?? null;
    };
    let at = 0;
    while (at < source.length) {
        const space = match(SPACE, at);
        if (space !== null) {
            at += space.length;
            continue;
        }
        const prefix = match(PREFIX, at);
        let token;
        if (prefix !== null) {
            const end = stringEnd(source, at + prefix.length);
            token = { t: "string", text: source.slice(at, end), start: at };
        }
        else {
            const name = match(NAME, at);
            const number = name === null ? match(NUMBER, at) : null;
            const comment = match(COMMENT, at);
            if (name !== null)
                token = { t: "name", text: name, start: at };
            else if (number !== null)
                token = { t: "number", text: number, start: at };
            else if (comment !== null)
                token = { t: "comment", text: comment, start: at };
            else
                token = { t: source[at] === "\n" ? "newline" : "other", text: source[at] ?? "", start: at };
        }
        tokens.push(token);
        at += Math.max(token.text.length, 1);
    }
    return tokens;
}
/** Every name that a piece of Python may use or bind, attributes excepted, names within f-strings included. */
function namesIn(source) {
    const names = new Set();
    let before = "";
    for (const { t, text } of tokenize(source)) {
        if (t === "name" && before !== ".")
            names.add(text);
        before = text;
        if (t === "string" && /^[rR]?[fF]/.test(text)) {
            for (const [name] of text.matchAll(/[A-Za-z_]\w*/g))
                names.add(name);
        }
    }
    return names;
}
/** The source with every `__file__` replaced, or `null` where one stands in an f-string that shows its own text. */
function replaceFile(source, names) {
    if (!source.includes("__file__"))
        return source;
    let result = "";
    let at = 0;
    for (const { t, text, start } of tokenize(source)) {
        const isFormat = t === "string" && /^[rR]?[fF]/.test(text) && text.includes("__file__");
        if (!isFormat && (t !== "name" || text !== "__file__"))
            continue;
        const own = isFormat ? inFormat(text, names) : names.expression();
        if (own === null)
            return null;
        result += source.slice(at, start) + own;
        at = start + text.length;
    }
    return result + source.slice(at);
}
/** An f-string in which `__file__` is replaced where it is an expression, and not where it is text. */
function inFormat(text, { constant }) {
    let out = "";
    let depth = 0;
    for (let at = 0; at < text.length;) {
        const char = text[at] ?? "";
        const doubled = depth === 0 && (char === "{" || char === "}") && text[at + 1] === char;
        if (depth > 0 && text.startsWith("__file__", at)) {
            const around = `${text[at - 1] ?? ""}__file__${text
                .slice(at + 8)
                .trimStart()
                .slice(0, 1)}`;
            if (/^["'\w]|["'\w=]$/.test(around.replace("__file__", ".")))
                return null;
            out += constant();
            at += 8;
            continue;
        }
        if (!doubled && char === "{")
            depth += 1;
        if (!doubled && char === "}")
            depth -= 1;
        out += doubled ? char + char : char;
        at += doubled ? 2 : 1;
    }
    return out;
}


/***/ }),

/***/ 98258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PL: () => (/* binding */ columnsOf),
/* harmony export */   qz: () => (/* binding */ widthOf),
/* harmony export */   uK: () => (/* binding */ LINE_LENGTH)
/* harmony export */ });
/** Columns that a line may take in generated code: Airflow's own and ruff's common choice. */
const LINE_LENGTH = 100;
/** Ranges of characters that are printed as they are and take one column in every version of Unicode. */
const NARROW = [
    [0x20, 0x7e],
    [0xa1, 0xac],
    [0xae, 0x2ff],
    [0x370, 0x377],
    [0x37a, 0x37f],
    [0x384, 0x38a],
    [0x38e, 0x3a1],
    [0x3a3, 0x482],
    [0x48a, 0x52f],
    [0x1e00, 0x1eff],
    [0x2010, 0x2027],
    [0x2030, 0x205e],
    [0x20a0, 0x20bf],
    [0x2190, 0x2319],
    [0x2500, 0x25fc],
    [0x2713, 0x2718],
];
/** Ranges that are printed as they are and take two columns (East Asian wide). */
const WIDE = [
    [0x2705, 0x2705],
    [0x274c, 0x274c],
    [0x3001, 0x3029],
    [0x3041, 0x3096],
    [0x309b, 0x30ff],
    [0x3400, 0x4db5],
    [0x4e00, 0x9fcc],
    [0xac00, 0xd7a3],
    [0xff01, 0xff5e],
    [0x1f680, 0x1f6c5],
    [0x1f600, 0x1f64f],
];
const isIn = (ranges, code) => ranges.some(([first, last]) => code >= first && code <= last);
/**
 * Columns of one character, or `null` where it is not printed as it is: control, invisible and combining characters,
 * and all whose width depends on who counts.
 */
function columnsOf(code) {
    if (code >= 0x20 && code <= 0x7e)
        return 1;
    if (isIn(NARROW, code))
        return 1;
    return isIn(WIDE, code) ? 2 : null;
}
/** Columns of a line that holds printable characters only. */
function widthOf(line) {
    let width = 0;
    for (const char of line)
        width += columnsOf(char.codePointAt(0) ?? 0) ?? 1;
    return width;
}


/***/ })

};
