export const id = 557;
export const ids = [557];
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

/***/ 55682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ codeFrame)
/* harmony export */ });
/* harmony import */ var _terminal_style_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48283);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6257);


/** Lines of the marked range that are shown. */
const MOST_LINES = 4;
const TAB = "    ";
/**
 * The lines of a place with the range underlined, and a line before and after. Secrets are hidden, tabs are four
 * spaces, and lines that are too long are shown from where the range starts.
 */
function codeFrame(place, places, side, terminal, style) {
    const { paint, text: show } = terminal;
    const width = String(Math.min(place.endLine, place.line + MOST_LINES) + 1).length;
    const gutter = (number) => paint(`${number.padStart(width)} ${show("│")}`, "blue");
    const head = `${" ".repeat(width)} ${paint(show("┌─"), "blue")} ${show(place.file)}:${place.line}:${place.column}`;
    const source = places.lines(place.file, side);
    if (source.length === 0)
        return [head];
    const lines = frameLines(place, source, terminal, terminal.width - width - 3);
    const body = lines.flatMap(({ number, text, mark }) => {
        const shown = `${gutter(String(number))} ${mark ? text : paint(text, "dim")}`.trimEnd();
        if (!mark)
            return [shown];
        const carets = "^".repeat(Math.max(1, mark.to - mark.from));
        return [shown, `${gutter("")} ${" ".repeat(mark.from)}${paint(carets, style, "bold")}`];
    });
    return [head, gutter(""), ...body, gutter("")];
}
function frameLines(place, all, terminal, room) {
    const last = place.endColumn === 1 && place.endLine > place.line ? place.endLine - 1 : place.endLine;
    const shownLast = Math.min(last, place.line + MOST_LINES - 1);
    const numbers = [];
    for (let number = Math.max(1, place.line - 1); number <= Math.min(all.length, shownLast + 1); number++)
        numbers.push(number);
    return numbers.flatMap((number) => {
        const line = all[number - 1] ?? "";
        const outside = number < place.line || number > shownLast;
        if (outside && line.trim() === "")
            return [];
        const show = (text) => terminal.text((0,_visible_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleLine */ .P8)(text.replaceAll("\t", TAB)));
        const marked = !outside && !(number > place.line && line.trim() === "");
        const start = number === place.line ? place.column - 1 : line.length - line.trimStart().length;
        const end = number === last ? place.endColumn - 1 : line.trimEnd().length;
        const before = show(line.slice(0, start));
        const range = show(line.slice(start, Math.max(start, end)));
        const skip = (0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .P)(before) + Math.min((0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .P)(range), 20) > room ? Math.max(0, before.length - 8) : 0;
        const dots = skip > 0 ? terminal.text("…") : "";
        const text = fit(dots + show(line).slice(skip), room, terminal);
        const from = (0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .P)(dots + before.slice(skip));
        const mark = marked ? { from, to: Math.min(from + (0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .P)(range), room) } : null;
        return [{ number, text, mark }];
    });
}
/** At most `room` columns of a line, and an ellipsis for the rest. */
function fit(text, room, terminal) {
    if ((0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .P)(text) <= room)
        return text;
    const dots = terminal.text("…");
    let out = "";
    let columns = (0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .P)(dots);
    for (const character of text) {
        columns += (0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .P)(character);
        if (columns > room)
            break;
        out += character;
    }
    return out + dots;
}


/***/ }),

/***/ 49084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XO: () => (/* binding */ DETAILS_END),
  ip: () => (/* binding */ dagSection),
  zH: () => (/* binding */ details)
});

// EXTERNAL MODULE: ./build/report/budget.js
var budget = __webpack_require__(29542);
// EXTERNAL MODULE: ./build/report/change-words.js + 1 modules
var change_words = __webpack_require__(22211);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/mask.js
var mask = __webpack_require__(92339);
// EXTERNAL MODULE: ./build/report/file-diff.js
var file_diff = __webpack_require__(56981);
;// CONCATENATED MODULE: ./build/report/python-diff.js


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
        ? { t: "new", text: (0,mask/* maskPython */.rS)(after), lines: lineCount(after) }
        : { t: "undecided", why: pair.why ?? "the version before is not known" };
}
/** The diff of changed Python, with secrets hidden; `null` where the versions differ too much to compare. */
const pythonDiff = ({ before, after }) => (0,file_diff/* fileDiff */.e)(before, after, 3, mask/* maskPython */.rS);

// EXTERNAL MODULE: ./build/report/rich.js
var rich = __webpack_require__(46781);
;// CONCATENATED MODULE: ./build/report/dag-markdown.js






const details = (open, summary) => `<details${open ? " open" : ""}><summary>${(0,report_escape/* html */.qy)(summary)}</summary>\n\n`;
const DETAILS_END = "</details>\n\n";
/** The foldable section of a changed DAG: diagram, the changes in words with what lies downstream, generated Python. */
function dagSection(row, context, options) {
    const { change } = row;
    const { ranks, diagram } = options;
    const backfill = change.backfill ? ["backfill"] : [];
    const risks = change.kind === "added" ? ["new", ...backfill] : change.kind === "removed" ? ["removed"] : change.risk;
    const title = [(0,rich/* strong */.ko)((0,rich/* code */.aY)(change.id)), ...(risks.length > 0 ? [` · ${risks.join(", ")}`] : [])];
    return {
        open: details(options.open, title),
        close: DETAILS_END,
        inOrder: false,
        children: [
            ...(diagram === null ? [] : [{ what: "diagram", steps: [(0,budget/* step */.P)(ranks.diagram, () => `${diagram()}\n\n`)] }]),
            { what: "list of changes", steps: [(0,budget/* step */.P)(ranks.words, () => changeList(change, context))] },
            ...pythonNodes(change, context, ranks.python),
        ],
    };
}
function downstream(change, { review }) {
    return (0,change_words/* downstreamInWords */.q)(change, review);
}
/** What stays open in this DAG without running Python. */
function undecidedInWords({ head }, { review }) {
    if (!head)
        return [];
    return review.head.discovery.undecided.flatMap(({ hides, expression }) => hides.what === "argument" && hides.folder === head.site.folder
        ? [[(0,rich/* code */.aY)(hides.path), " is not known without running Python: ", (0,rich/* code */.aY)((0,mask/* maskPython */.rS)(expression))]]
        : []);
}
function pythonNodes(change, { review }, rank) {
    const part = pythonPart(review, change);
    if (!part)
        return [];
    if (part.t === "undecided") {
        const why = ["No generated Python: ", ...(0,rich/* richOf */.G9)((0,mask/* maskMessage */.I1)(part.why).replace(/\.$/, "")), "."];
        return [{ what: "", steps: [(0,budget/* step */.P)(rank, () => `${(0,report_escape/* paragraph */.FY)(why)}\n\n`)] }];
    }
    return [{ what: "diff of generated Python", steps: [(0,budget/* step */.P)(rank, () => pythonText(part))] }];
}
function pythonText(part) {
    if (part.t === "same")
        return "The generated Python is the same.\n\n";
    if (part.t === "new")
        return folded(["Generated Python, ", (0,rich/* count */.U9)(part.lines, "line")], (0,report_escape/* fence */.EU)("python", part.text));
    const diff = pythonDiff(part);
    if (!diff)
        return "The generated Python is different in most lines.\n\n";
    return folded([`Generated Python, +${diff.added} −${diff.removed}`], (0,report_escape/* fence */.EU)("diff", diff.lines.join("\n")));
}
const folded = (summary, text) => `${details(false, summary)}${text}\n\n${DETAILS_END}`;
/** The changes in words, with what stays open and what lies downstream. */
function changeList(change, context) {
    const lines = [...(0,change_words/* changeInWords */.Z)(change), ...undecidedInWords(change, context), ...downstream(change, context)];
    return `${lines.map((line) => `- ${(0,report_escape/* paragraph */.FY)(line)}`).join("\n")}\n\n`;
}


/***/ }),

/***/ 9924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ escapeDestination),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   FY: () => (/* binding */ paragraph),
/* harmony export */   X1: () => (/* binding */ escapeText),
/* harmony export */   qy: () => (/* binding */ html),
/* harmony export */   tn: () => (/* binding */ escapeCode),
/* harmony export */   wD: () => (/* binding */ markdown)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);

/** A zero-width space as an entity: GitHub's filters look at the rendered text, where a backslash is gone, and find no name. */
const BREAK = "&#8203;";
const entity = (character) => `&#${character.codePointAt(0) ?? 32};`;
/**
 * Plain text as Markdown text that shows the same and is nothing else: no markup, HTML, image, math, footnote; and none
 * of what GitHub makes of rendered text (mentions, `#1`, `GH-1`, commit ids, addresses, e-mail, `:emoji:`).
 * Safe in table cells and, being without backslashes, in HTML blocks.
 * Rules: GFM 0.29 (autolinks extension), docs.github.com "Autolinked references and URLs", and html-pipeline's filters.
 */
function escapeText(text) {
    return ((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(text)
        .replace(/[&<>`*_[\]|~$\\!^]/g, entity)
        // The order matters: entities hold `#` and `;`, so what follows names only characters that entities have not.
        .replace(/@/g, `@${BREAK}`)
        .replace(/(?<!&)#(?=\w)/g, `#${BREAK}`)
        .replace(/(gh)-(?=\d)/gi, `$1-${BREAK}`)
        .replace(/:(?=[\w+-]+:|\/\/)/g, `:${BREAK}`)
        .replace(/(mailto|xmpp):/gi, `$1${BREAK}:`)
        .replace(/(www)\./gi, `$1${BREAK}.`)
        .replace(/(?<![\w#])[0-9a-f]{7,}(?!\w)/gi, (hex) => hex.replace(/.{6}/g, `$&${BREAK}`)));
}
/** Markdown text that starts a line: what would start a list, a heading or a rule there is an entity. */
const atLineStart = (text) => text
    .replace(/^\s*/, "")
    .replace(/^[-+=#:]/, entity)
    .replace(/^(\d{1,9})([.)])/, (_, number, mark) => number + entity(mark));
/** Text of a `code` element, in which Markdown still works: everything special is an entity, and no address is one. */
const escapeElement = (text) => text
    .replace(/[^\p{L}\p{N} .,;/+=-]/gu, entity)
    .replace(/(www)\./gi, `$1${BREAK}.`)
    .replace(/&#64;|&#58;(?=\/\/)/g, `$&${BREAK}`)
    .replace(/(mailto|xmpp)&/gi, `$1${BREAK}&`);
/** Code points of a name in a sentence; more are an ellipsis. */
const LONGEST_NAME = 160;
/**
 * A name as code, in which GitHub looks for nothing: between backticks, or as a `code` element where the text has
 * backticks or pipes (a pipe ends a table cell, even in code), or stands in HTML.
 */
function escapeCode(text, inHtml = false) {
    const line = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(text), LONGEST_NAME);
    if (line.trim() === "")
        return line === "" ? "(empty)" : "(blank)";
    if (inHtml || /[`|]|^ | $/.test(line))
        return `<code>${escapeElement(line)}</code>`;
    return `\`${line}\``;
}
/** Lines as a fenced block, its fence longer than any run of backticks in them. `language` is a word of ours. */
function fence(language, text) {
    const lines = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLines */ .gB)(text).replace(/\n+$/, "");
    const longest = Math.max(2, ...Array.from(lines.matchAll(/`+/g), (run) => run[0].length));
    const ticks = "`".repeat(longest + 1);
    return `${ticks}${language}\n${lines}\n${ticks}`;
}
/** A destination for `[…](…)` or `href`: an http(s) address or an anchor, everything unusual percent-encoded; else `null`. */
function escapeDestination(address) {
    if (address === null || !/^(https?:\/\/|#)/i.test(address))
        return null;
    return Array.from(address, (character) => /^[\w\-.~:/?#@!,;=%+&]$/.test(character)
        ? character.replace("&", "&amp;")
        : Array.from(new TextEncoder().encode(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("")).join("");
}
function markdownPiece(piece) {
    if (typeof piece === "string")
        return escapeText(piece);
    if (piece.t === "code")
        return escapeCode(piece.text);
    if (piece.t === "strong")
        return `**${markdown(piece.of)}**`;
    const to = escapeDestination(piece.to);
    return to === null ? markdown(piece.of) : `[${markdown(piece.of)}](${to})`;
}
/** Rich text as Markdown of one line that does not start it: a table cell, or after words of ours. */
function markdown(rich) {
    return rich.map(markdownPiece).join("");
}
/** Rich text as a line of its own, or a list item: a paragraph whatever it begins with. */
const paragraph = (rich) => atLineStart(markdown(rich));
/** Rich text as HTML of one line, for `<summary>` and `<sub>`. */
function html(rich) {
    return rich
        .map((piece) => {
        if (typeof piece === "string")
            return escapeText(piece);
        if (piece.t === "code")
            return escapeCode(piece.text, true);
        if (piece.t === "strong")
            return `<b>${html(piece.of)}</b>`;
        const to = escapeDestination(piece.to);
        return to === null ? html(piece.of) : `<a href="${to}">${html(piece.of)}</a>`;
    })
        .join("");
}


/***/ }),

/***/ 5712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ migratedInWords),
/* harmony export */   z: () => (/* binding */ migratedSection)
/* harmony export */ });
/* harmony import */ var _model_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68575);
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29542);
/* harmony import */ var _dag_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49084);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9924);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46781);





/** What is said of one DAG that went from gusty to plain Python. */
const migratedInWords = (change) => [
    "Airflow loads ",
    (0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(change.migrated ?? ""),
    ", byte for byte what ",
    (0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(change.base?.site.folder ?? ""),
    " gave through gusty; the id stays, and so does the run history",
];
/** The section about DAGs that went from gusty to plain Python. */
function migratedSection(changes, { links }, rank) {
    const migrated = changes.filter((change) => change.migrated !== null);
    if (migrated.length === 0)
        return [];
    const line = (change) => {
        const to = links.file((0,_model_path_js__WEBPACK_IMPORTED_MODULE_2__/* .asPath */ .w2)(change.migrated ?? ""), 1);
        return migratedInWords(change).map((piece, at) => (at === 1 ? (0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)(to, piece) : piece));
    };
    const children = migrated.map((change) => {
        const text = () => `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_3__/* .paragraph */ .FY)([(0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .strong */ .ko)((0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(change.id)), ": identical DAG, now from plain Python. ", ...line(change), "."])}\n`;
        return { what: "list of changes", steps: [(0,_budget_js__WEBPACK_IMPORTED_MODULE_4__/* .step */ .P)(rank, text)] };
    });
    const title = [(0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .strong */ .ko)("From gusty to plain Python"), ` · ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(migrated.length, "DAG")}`];
    return [{ open: (0,_dag_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .details */ .zH)(true, title), close: `\n${_dag_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .DETAILS_END */ .XO}`, inOrder: true, children }];
}


/***/ }),

/***/ 48283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ columnsOf),
/* harmony export */   g: () => (/* binding */ terminalOf)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);

/** ANSI SGR codes (ECMA-48, 8.3.117), on and off. */
const STYLES = {
    bold: [1, 22],
    dim: [2, 22],
    red: [31, 39],
    green: [32, 39],
    yellow: [33, 39],
    blue: [34, 39],
    cyan: [36, 39],
};
/** What our own signs become where only ASCII can be shown. */
const ASCII = {
    "→": "->",
    "−": "-",
    "·": "|",
    "…": "...",
    "✖": "x",
    "⚠": "!",
    "✔": "ok",
    "│": "|",
    "┌": "--",
    "─": ">",
    "•": "-",
    "×": "x",
};
const asciiOf = (character) => {
    const known = ASCII[character];
    if (known !== undefined)
        return known;
    const point = character.codePointAt(0) ?? 0;
    return point > 0xffff ? `\\U${point.toString(16).padStart(8, "0")}` : `\\u${point.toString(16).padStart(4, "0")}`;
};
/** The terminal that `options` describe. Narrower than 40 columns counts as 40. */
function terminalOf({ color, width, unicode }) {
    return {
        width: Math.max(40, width),
        color,
        text: (plain) => (unicode ? (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(plain) : (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(plain).replace(/[^\x20-\x7e]/gu, asciiOf)),
        paint: (text, ...styles) => color && text !== ""
            ? styles.reduceRight((inner, style) => `\u001b[${STYLES[style][0]}m${inner}\u001b[${STYLES[style][1]}m`, text)
            : text,
    };
}
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60\u3000-\u303e]/u;
/** Columns that a text without control characters takes: two for East Asian characters and emoji, none for combining marks. */
function columnsOf(text) {
    if (/^[\x20-\x7e]*$/.test(text))
        return text.length;
    let columns = 0;
    for (const character of text) {
        if (WIDE.test(character))
            columns += 2;
        else if (!/\p{M}|\ufe0f/u.test(character))
            columns += 1;
    }
    return columns;
}


/***/ }),

/***/ 61938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderText: () => (/* binding */ renderText)
});

// EXTERNAL MODULE: ./build/report/change-words.js + 1 modules
var change_words = __webpack_require__(22211);
// EXTERNAL MODULE: ./build/report/code-frame.js
var code_frame = __webpack_require__(55682);
// EXTERNAL MODULE: ./build/report/dag-rows.js
var dag_rows = __webpack_require__(16769);
// EXTERNAL MODULE: ./build/report/finding-text.js
var finding_text = __webpack_require__(15632);
// EXTERNAL MODULE: ./build/report/fix-diff.js
var fix_diff = __webpack_require__(81694);
// EXTERNAL MODULE: ./build/report/footer.js
var footer = __webpack_require__(16692);
// EXTERNAL MODULE: ./build/report/impact.js
var impact = __webpack_require__(72577);
// EXTERNAL MODULE: ./build/report/mask.js
var mask = __webpack_require__(92339);
// EXTERNAL MODULE: ./build/report/migrated-markdown.js
var migrated_markdown = __webpack_require__(5712);
// EXTERNAL MODULE: ./build/report/positions.js
var positions = __webpack_require__(70571);
// EXTERNAL MODULE: ./build/report/rich.js
var rich = __webpack_require__(46781);
// EXTERNAL MODULE: ./build/report/terminal-style.js
var terminal_style = __webpack_require__(48283);
;// CONCATENATED MODULE: ./build/report/terminal-wrap.js

function fragmentsOf(rich, terminal, styles) {
    return rich.flatMap((piece) => {
        if (typeof piece === "string")
            return [{ text: terminal.text(piece), styles }];
        if (piece.t === "code") {
            const name = terminal.text(piece.text);
            return [terminal.color ? { text: name, styles: [...styles, "cyan"] } : { text: `\`${name}\``, styles }];
        }
        return fragmentsOf(piece.of, terminal, piece.t === "strong" ? [...styles, "bold"] : styles);
    });
}
/** A word cut into pieces of at most `width` columns. */
function cut(text, width) {
    const pieces = [];
    let piece = "";
    let columns = 0;
    for (const character of text) {
        const wide = (0,terminal_style/* columnsOf */.P)(character);
        if (columns + wide > width) {
            pieces.push(piece);
            piece = "";
            columns = 0;
        }
        piece += character;
        columns += wide;
    }
    return [...pieces, piece];
}
function wordsOf(fragments, width) {
    const words = [[]];
    for (const { text, styles } of fragments) {
        text.split(" ").forEach((part, at) => {
            if (at > 0)
                words.push([]);
            cut(part, width).forEach((piece, nth) => {
                if (nth > 0)
                    words.push([]);
                words.at(-1)?.push({ text: piece, styles });
            });
        });
    }
    return words.filter((word) => word.some(({ text }) => text !== ""));
}
/** Words of one line with the spaces between them; neighbours of one style are painted together. */
function painted(words, terminal) {
    const runs = [];
    const add = (text, styles) => {
        const last = runs.at(-1);
        if (last && last.styles.join() === styles.join())
            last.text += text;
        else
            runs.push({ text, styles });
    };
    words.forEach((word, at) => {
        const first = word[0]?.styles ?? [];
        const before = words[at - 1]?.at(-1)?.styles ?? [];
        if (at > 0)
            add(" ", first.length < before.length ? first : before);
        for (const { text, styles } of word)
            add(text, styles);
    });
    return runs.map(({ text, styles }) => terminal.paint(text, ...styles)).join("");
}
/** Rich text as lines of the terminal's width. */
function wrap(rich, terminal, { first = "", hang, styles = [] } = {}) {
    const lead = (0,terminal_style/* columnsOf */.P)(terminal.text(stripped(first)));
    const indent = hang ?? lead;
    const room = Math.max(10, terminal.width - indent);
    const lines = [[]];
    let columns = lead - indent;
    for (const word of wordsOf(fragmentsOf(rich, terminal, styles), room)) {
        const wide = word.reduce((sum, { text }) => sum + (0,terminal_style/* columnsOf */.P)(text), 0);
        const space = (lines.at(-1)?.length ?? 0) > 0 ? 1 : 0;
        if (columns > 0 && columns + space + wide > room) {
            lines.push([word]);
            columns = wide;
        }
        else {
            lines.at(-1)?.push(word);
            columns += space + wide;
        }
    }
    return lines.map((words, at) => (at === 0 ? first : " ".repeat(indent)) + painted(words, terminal));
}
/** Text without the styles of `paint`. */
const stripped = (text) => text.replace(/\u001b\[\d+m/g, "");

// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(47342);
;// CONCATENATED MODULE: ./build/report/text.js














const SEVERITY_STYLE = { error: "red", warning: "yellow", notice: "blue" };
const VERDICT = {
    failure: ["✖", "red"],
    warning: ["⚠", "yellow"],
    success: ["✔", "green"],
};
const ROW = {
    fails: ["✖", "red"],
    changed: ["~", "yellow"],
    added: ["+", "green"],
    removed: ["−", "red"],
    affected: ["→", "cyan"],
    same: ["=", "dim"],
};
/**
 * The review for a terminal: each finding with its code frame, advice and fix, then the DAGs with their changes in
 * words, then the verdict. Ends in a newline.
 */
function renderText(review, options) {
    const terminal = (0,terminal_style/* terminalOf */.g)(options);
    const places = (0,positions/* placesOf */.ek)(review);
    const shown = review.findings.filter((finding) => finding.state === "new" || (0,impact/* isMain */.C)(finding));
    const blocks = [
        ...shown.map((finding) => findingBlock(finding, places, terminal)),
        ...dagBlocks(review, terminal),
        summaryBlock(review, shown, terminal),
    ];
    return `${blocks.map((lines) => lines.map((line) => line.trimEnd()).join("\n")).join("\n\n")}\n`;
}
function findingBlock(finding, places, terminal) {
    const side = (0,positions/* sideOf */.Jh)(finding);
    const style = SEVERITY_STYLE[finding.severity];
    const { message, advice } = (0,finding_text/* findingText */.N)(finding);
    const name = terminal.paint(`${finding.severity}[${terminal.text(finding.rule)}]`, style, "bold");
    const lines = wrap(message, terminal, { first: `${name}: `, hang: 0, styles: ["bold"] });
    lines.push(...(0,code_frame/* codeFrame */.l)(places.at(finding.at, side), places, side, terminal, style));
    for (const part of advice) {
        if (part.t === "sentence")
            lines.push(...wrap(part.of, terminal, { first: `  ${terminal.paint("help:", "cyan", "bold")} ` }));
        else
            lines.push(...part.text.split("\n").map((line) => `        ${terminal.text(line)}`));
    }
    for (const { at, message: note } of finding.related.slice(0, 8)) {
        const place = places.at(at, side);
        const where = `${place.file}:${place.line}: `;
        lines.push(...wrap([where, ...(0,rich/* richOf */.G9)((0,mask/* maskMessage */.I1)(note))], terminal, {
            first: `  ${terminal.paint("note:", "blue", "bold")} `,
        }));
    }
    return [...lines, ...fixLines(finding, places, terminal)];
}
function fixLines({ fix, state }, places, terminal) {
    if (!fix || state === "fixed")
        return [];
    const title = wrap((0,rich/* richOf */.G9)((0,mask/* maskMessage */.I1)(fix.description)), terminal, {
        first: `  ${terminal.paint("fix:", "green", "bold")} `,
    });
    const diffs = (0,fix_diff/* fixDiffs */.i)(fix, places, "head", 0);
    const body = diffs.flatMap(({ file, lines }) => [
        ...(diffs.length > 1 ? [`       ${terminal.text(file)}`] : []),
        ...lines
            .filter((line) => !line.startsWith("@@"))
            .map((line) => {
            const text = terminal.text(`${line.charAt(0)} ${line.slice(1)}`);
            return `       ${terminal.paint(text, line.startsWith("-") ? "red" : "green")}`;
        }),
    ]);
    return [...title, ...body.slice(0, 40)];
}
/** The DAGs: one with changes in words is a block of its own, lines of others stand together. */
function dagBlocks(review, terminal) {
    const rows = review.base ? (0,dag_rows/* dagRows */.c)(review) : [];
    const widest = Math.min(28, Math.max(0, ...rows.map(({ change }) => (0,terminal_style/* columnsOf */.P)(terminal.text(change.id)))));
    const blocks = [];
    let together = null;
    for (const row of rows) {
        const lines = dagLines(row, review, terminal, widest);
        if (together && !hasWords(row))
            together.push(...lines);
        else
            blocks.push(lines);
        together = hasWords(row) ? null : (blocks.at(-1) ?? null);
    }
    return blocks;
}
/** True for a DAG whose changes are told in words under it. */
const hasWords = ({ mark, change }) => mark === "changed" || (mark === "fails" && change.kind !== "affected");
function dagLines(row, review, terminal, widest) {
    const { change, mark } = row;
    const [sign, style] = ROW[mark];
    const id = terminal.text(change.id);
    const pad = " ".repeat(Math.max(0, widest - (0,terminal_style/* columnsOf */.P)(id)));
    const first = `${terminal.paint(terminal.text(sign), style, "bold")} ${terminal.paint(id, "bold")}${pad}  `;
    const facts = [];
    if (row.failure)
        facts.push(row.failure);
    else if (!hasWords(row))
        facts.push(row.what);
    if (mark !== "same" && mark !== "removed")
        facts.push(...sizes(row));
    const head = wrap((0,rich/* joinRich */.Rz)(facts, " · "), terminal, { first });
    if (change.migrated !== null)
        head.push(...wrap((0,migrated_markdown/* migratedInWords */.e)(change), terminal, { first: `    ${terminal.text("•")} ` }));
    if (!hasWords(row))
        return head;
    const words = [...(0,change_words/* changeInWords */.Z)(change), ...(0,change_words/* downstreamInWords */.q)(change, review)];
    return [...head, ...words.flatMap((line) => wrap(line, terminal, { first: `    ${terminal.text("•")} ` }))];
}
function sizes({ tasks, edges, schedule, owners }) {
    const facts = [[`tasks ${tasks}`]];
    if (edges !== "")
        facts.push([`edges ${edges}`]);
    facts.push(schedule);
    if (owners.length > 0)
        facts.push(["owner ", ...owners]);
    return facts;
}
function summaryBlock(review, shown, terminal) {
    const { mark, words } = (0,verdict/* verdictOf */.Vj)(review);
    const [sign, style] = VERDICT[mark];
    const lines = wrap(words, terminal, {
        first: `${terminal.paint(terminal.text(sign), style, "bold")} `,
        styles: ["bold"],
    });
    const of = (state) => review.findings.filter((finding) => finding.state === state && !shown.includes(finding));
    const others = (0,verdict/* severityCounts */.ur)(shown.filter((finding) => !(0,impact/* isMain */.C)(finding)));
    const known = [];
    if (mark === "failure" && others !== "")
        known.push(`also ${others}`);
    if (of("existing").length > 0)
        known.push(`${(0,verdict/* severityCounts */.ur)(of("existing"))} in the base already`);
    if (of("fixed").length > 0)
        known.push(`repairs ${(0,verdict/* severityCounts */.ur)(of("fixed"))}`);
    if (known.length > 0)
        lines.push(...wrap([known.join(" · ")], terminal, { first: "  " }));
    const about = [...(0,footer/* comparedInWords */.Yv)(review), " · ", ...(0,footer/* versionsInWords */.aA)(review), " · ", (0,footer/* sizeInWords */._u)(review)].map((piece) => (typeof piece !== "string" && piece.t === "code" ? piece.text : piece));
    lines.push(...wrap(about, terminal, { first: "  ", styles: ["dim"] }));
    return lines;
}


/***/ })

};
