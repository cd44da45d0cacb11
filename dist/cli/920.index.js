export const id = 920;
export const ids = [920];
export const modules = {

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

/***/ 5712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ migratedInWords),
/* harmony export */   z: () => (/* binding */ migratedSection)
/* harmony export */ });
/* harmony import */ var _build_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27239);
/* harmony import */ var _model_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68575);
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29542);
/* harmony import */ var _dag_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27577);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9924);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46781);






const sameness = ({ head }) => head !== null && (0,_build_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isAsFarAsKnown */ .Dz)(head) ? "the same DAG as far as known" : "identical DAG";
/** What is said of one DAG that went from gusty to plain Python. */
const migratedInWords = (change) => [
    "Airflow loads ",
    (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(change.migrated ?? ""),
    ", byte for byte what ",
    (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(change.base?.site.folder ?? ""),
    " gave through gusty; the id stays, and so does the run history",
];
/** The section about DAGs that went from gusty to plain Python. */
function migratedSection(changes, { links }, rank) {
    const migrated = changes.filter((change) => change.migrated !== null);
    if (migrated.length === 0)
        return [];
    const line = (change) => {
        const to = links.file((0,_model_path_js__WEBPACK_IMPORTED_MODULE_3__/* .asPath */ .w2)(change.migrated ?? ""), 1);
        return migratedInWords(change).map((piece, at) => (at === 1 ? (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)(to, piece) : piece));
    };
    const children = migrated.map((change) => {
        const text = () => `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .paragraph */ .FY)([(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .strong */ .ko)((0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(change.id)), `: ${sameness(change)}, now from plain Python. `, ...line(change), "."])}\n`;
        return { what: "list of changes", steps: [(0,_budget_js__WEBPACK_IMPORTED_MODULE_5__/* .step */ .P)(rank, text)] };
    });
    const title = [(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .strong */ .ko)("From gusty to plain Python"), ` · ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(migrated.length, "DAG")}`];
    return [{ open: (0,_dag_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(true, title), close: `\n${_dag_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .DETAILS_END */ .XO}`, inOrder: true, children }];
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

/***/ 71664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ wrap)
/* harmony export */ });
/* unused harmony export stripped */
/* harmony import */ var _terminal_style_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48283);

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
        const wide = (0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .P)(character);
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
    const lead = (0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .P)(terminal.text(stripped(first)));
    const indent = hang ?? lead;
    const room = Math.max(10, terminal.width - indent);
    const lines = [[]];
    let columns = lead - indent;
    for (const word of wordsOf(fragmentsOf(rich, terminal, styles), room)) {
        const wide = word.reduce((sum, { text }) => sum + (0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_0__/* .columnsOf */ .P)(text), 0);
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


/***/ }),

/***/ 13920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderText: () => (/* binding */ renderText)
/* harmony export */ });
/* harmony import */ var _change_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93867);
/* harmony import */ var _code_frame_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55682);
/* harmony import */ var _dag_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16769);
/* harmony import */ var _finding_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15632);
/* harmony import */ var _fix_diff_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81694);
/* harmony import */ var _footer_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(16692);
/* harmony import */ var _impact_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(72577);
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92339);
/* harmony import */ var _migrated_markdown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5712);
/* harmony import */ var _positions_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(70571);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(46781);
/* harmony import */ var _terminal_style_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(48283);
/* harmony import */ var _terminal_wrap_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(71664);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(47342);














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
    const terminal = (0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_8__/* .terminalOf */ .g)(options);
    const places = (0,_positions_js__WEBPACK_IMPORTED_MODULE_7__/* .placesOf */ .ek)(review);
    const shown = review.findings.filter((finding) => finding.state === "new" || (0,_impact_js__WEBPACK_IMPORTED_MODULE_11__/* .isMain */ .C)(finding));
    const blocks = [
        ...shown.map((finding) => findingBlock(finding, places, terminal)),
        ...dagBlocks(review, terminal),
        summaryBlock(review, shown, terminal),
    ];
    return `${blocks.map((lines) => lines.map((line) => line.trimEnd()).join("\n")).join("\n\n")}\n`;
}
function findingBlock(finding, places, terminal) {
    const side = (0,_positions_js__WEBPACK_IMPORTED_MODULE_7__/* .sideOf */ .Jh)(finding);
    const style = SEVERITY_STYLE[finding.severity];
    const { message, advice } = (0,_finding_text_js__WEBPACK_IMPORTED_MODULE_3__/* .findingText */ .N)(finding);
    const name = terminal.paint(`${finding.severity}[${terminal.text(finding.rule)}]`, style, "bold");
    const lines = (0,_terminal_wrap_js__WEBPACK_IMPORTED_MODULE_9__/* .wrap */ .L)(message, terminal, { first: `${name}: `, hang: 0, styles: ["bold"] });
    lines.push(...(0,_code_frame_js__WEBPACK_IMPORTED_MODULE_1__/* .codeFrame */ .l)(places.at(finding.at, side), places, side, terminal, style));
    for (const part of advice) {
        if (part.t === "sentence")
            lines.push(...(0,_terminal_wrap_js__WEBPACK_IMPORTED_MODULE_9__/* .wrap */ .L)(part.of, terminal, { first: `  ${terminal.paint("help:", "cyan", "bold")} ` }));
        else
            lines.push(...part.text.split("\n").map((line) => `        ${terminal.text(line)}`));
    }
    for (const { at, message: note } of finding.related.slice(0, 8)) {
        const place = places.at(at, side);
        const where = `${place.file}:${place.line}: `;
        lines.push(...(0,_terminal_wrap_js__WEBPACK_IMPORTED_MODULE_9__/* .wrap */ .L)([where, ...(0,_rich_js__WEBPACK_IMPORTED_MODULE_12__/* .richOf */ .G9)((0,_mask_js__WEBPACK_IMPORTED_MODULE_5__/* .maskMessage */ .I1)(note))], terminal, {
            first: `  ${terminal.paint("note:", "blue", "bold")} `,
        }));
    }
    return [...lines, ...fixLines(finding, places, terminal)];
}
function fixLines({ fix, state }, places, terminal) {
    if (!fix || state === "fixed")
        return [];
    const title = (0,_terminal_wrap_js__WEBPACK_IMPORTED_MODULE_9__/* .wrap */ .L)((0,_rich_js__WEBPACK_IMPORTED_MODULE_12__/* .richOf */ .G9)((0,_mask_js__WEBPACK_IMPORTED_MODULE_5__/* .maskMessage */ .I1)(fix.description)), terminal, {
        first: `  ${terminal.paint("fix:", "green", "bold")} `,
    });
    const diffs = (0,_fix_diff_js__WEBPACK_IMPORTED_MODULE_4__/* .fixDiffs */ .i)(fix, places, "head", 0);
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
    const rows = review.base ? (0,_dag_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .dagRows */ .c)(review) : [];
    const widest = Math.min(28, Math.max(0, ...rows.map(({ change }) => (0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_8__/* .columnsOf */ .P)(terminal.text(change.id)))));
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
    const pad = " ".repeat(Math.max(0, widest - (0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_8__/* .columnsOf */ .P)(id)));
    const first = `${terminal.paint(terminal.text(sign), style, "bold")} ${terminal.paint(id, "bold")}${pad}  `;
    const facts = [];
    if (row.failure)
        facts.push(row.failure);
    else if (!hasWords(row))
        facts.push(row.what);
    if (mark !== "same" && mark !== "removed")
        facts.push(...sizes(row));
    const head = (0,_terminal_wrap_js__WEBPACK_IMPORTED_MODULE_9__/* .wrap */ .L)((0,_rich_js__WEBPACK_IMPORTED_MODULE_12__/* .joinRich */ .Rz)(facts, " · "), terminal, { first });
    if (change.migrated !== null)
        head.push(...(0,_terminal_wrap_js__WEBPACK_IMPORTED_MODULE_9__/* .wrap */ .L)((0,_migrated_markdown_js__WEBPACK_IMPORTED_MODULE_6__/* .migratedInWords */ .e)(change), terminal, { first: `    ${terminal.text("•")} ` }));
    if (!hasWords(row))
        return head;
    const words = [...(0,_change_words_js__WEBPACK_IMPORTED_MODULE_0__/* .changeInWords */ .Z)(change), ...(0,_change_words_js__WEBPACK_IMPORTED_MODULE_0__/* .downstreamInWords */ .q)(change, review)];
    return [...head, ...words.flatMap((line) => (0,_terminal_wrap_js__WEBPACK_IMPORTED_MODULE_9__/* .wrap */ .L)(line, terminal, { first: `    ${terminal.text("•")} ` }))];
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
    const { mark, words } = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_10__/* .verdictOf */ .Vj)(review);
    const [sign, style] = VERDICT[mark];
    const lines = (0,_terminal_wrap_js__WEBPACK_IMPORTED_MODULE_9__/* .wrap */ .L)(words, terminal, {
        first: `${terminal.paint(terminal.text(sign), style, "bold")} `,
        styles: ["bold"],
    });
    const of = (state) => review.findings.filter((finding) => finding.state === state && !shown.includes(finding));
    const others = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_10__/* .severityCounts */ .ur)(shown.filter((finding) => !(0,_impact_js__WEBPACK_IMPORTED_MODULE_11__/* .isMain */ .C)(finding)));
    const known = [];
    if (mark === "failure" && others !== "")
        known.push(`also ${others}`);
    if (of("existing").length > 0)
        known.push(`${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_10__/* .severityCounts */ .ur)(of("existing"))} in the base already`);
    if (of("fixed").length > 0)
        known.push(`repairs ${(0,_verdict_js__WEBPACK_IMPORTED_MODULE_10__/* .severityCounts */ .ur)(of("fixed"))}`);
    if (known.length > 0)
        lines.push(...(0,_terminal_wrap_js__WEBPACK_IMPORTED_MODULE_9__/* .wrap */ .L)([known.join(" · ")], terminal, { first: "  " }));
    const about = [...(0,_footer_js__WEBPACK_IMPORTED_MODULE_13__/* .comparedInWords */ .Yv)(review), " · ", ...(0,_footer_js__WEBPACK_IMPORTED_MODULE_13__/* .versionsInWords */ .aA)(review), " · ", (0,_footer_js__WEBPACK_IMPORTED_MODULE_13__/* .sizeInWords */ ._u)(review)].map((piece) => (typeof piece !== "string" && piece.t === "code" ? piece.text : piece));
    lines.push(...(0,_terminal_wrap_js__WEBPACK_IMPORTED_MODULE_9__/* .wrap */ .L)(about, terminal, { first: "  ", styles: ["dim"] }));
    return lines;
}


/***/ })

};
