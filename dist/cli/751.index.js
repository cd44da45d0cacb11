export const id = 751;
export const ids = [751,6];
export const modules = {

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

/***/ 59265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ ownersIn),
/* harmony export */   r: () => (/* binding */ impactInWords)
/* harmony export */ });
/* harmony import */ var _owners_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76495);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46781);
/* harmony import */ var _why_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20425);



const MOST_NAMES = 12;
/** The owners of a DAG of a project. */
function ownersIn(project, id) {
    const dag = project.dags.find((one) => one.id === id);
    return dag ? (0,_owners_js__WEBPACK_IMPORTED_MODULE_0__/* .ownersOf */ .K)(dag) : [];
}
/** What lies downstream, in words. */
function impactInWords(impact, project) {
    const name = (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .strong */ .ko)((0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)((0,_why_words_js__WEBPACK_IMPORTED_MODULE_1__/* .subjectName */ .wn)(impact.subject)));
    const [own, ...others] = impact.dags;
    const tasks = impact.dags.reduce((sum, dag) => sum + dag.tasks.length, 0);
    const limits = limitsOf(impact, project);
    if (tasks === 0)
        return { first: ["Nothing comes after ", name, ".", limits], lists: [] };
    const inOthers = others.length === 0 ? ["in no other DAG"] : [`in ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(others.length, "other DAG")} too`];
    const line = ({ dag, tasks: after, sensors }) => {
        const owners = ownersIn(project, dag);
        const waits = sensors.map(({ sensor, dag: of, task }) => [
            (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(sensor),
            " waits for ",
            ...(task === null ? ["all of ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(of)] : [(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(`${of}.${task}`)]),
        ]);
        return [
            (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .strong */ .ko)((0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(dag)),
            ...(owners.length > 0
                ? [` (${owners.length === 1 ? "owner" : "owners"} `, ...(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)(owners, MOST_NAMES), ")"]
                : []),
            ": ",
            ...(waits.length > 0 ? [...(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .joinRich */ .Rz)(waits.slice(0, MOST_NAMES), ", "), "; "] : []),
            `${(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(after.length, "task")}: `,
            ...(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)((0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .codes */ .F4)(after), MOST_NAMES),
        ];
    };
    return {
        first: [`${(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(tasks, "task")} after `, name, ", ", ...inOthers, ".", limits],
        lists: [
            { title: "In its own DAG", lines: own && own.tasks.length > 0 ? [line(own)] : [] },
            { title: "In other DAGs", lines: others.map(line) },
        ],
    };
}
/** What may be missing, as a sentence after others; empty where all is known. */
function limitsOf({ subject }, { discovery }) {
    const own = (0,_why_words_js__WEBPACK_IMPORTED_MODULE_1__/* .limitsInWords */ .Zf)(subject.dag);
    if (own !== null)
        return ` ${own}`;
    const hidden = discovery.undecided.some(({ hides }) => hides.what === "sites");
    return hidden ? " Not every entry point is known without running Python, so there may be more." : "";
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

/***/ 23782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ toldText),
/* harmony export */   n: () => (/* binding */ toldMarkdown)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9924);
/* harmony import */ var _terminal_style_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48283);
/* harmony import */ var _terminal_wrap_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71664);



/** Lines of one list that are shown; more are counted. */
const MOST_LINES = 60;
/** An answer as Markdown. Ends in a newline. */
function toldMarkdown({ first, lists }, most = MOST_LINES) {
    const blocks = lists
        .filter(({ lines }) => lines.length > 0)
        .map(({ title, lines }) => {
        const items = lines.slice(0, most).map((line) => `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .markdown */ .wD)(line)}`);
        return [`${title}:`, "", ...items, ...restOf(lines, most).map((rest) => `- ${rest}`)].join("\n");
    });
    return `${[(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)(first), ...blocks].join("\n\n")}\n`;
}
/** An answer for a terminal. Ends in a newline. */
function toldText({ first, lists }, options, most = MOST_LINES) {
    const terminal = (0,_terminal_style_js__WEBPACK_IMPORTED_MODULE_0__/* .terminalOf */ .g)(options);
    const bullet = `  ${terminal.text("•")} `;
    const blocks = lists
        .filter(({ lines }) => lines.length > 0)
        .map(({ title, lines }) => [
        terminal.paint(`${title}:`, "bold"),
        ...lines.slice(0, most).flatMap((line) => (0,_terminal_wrap_js__WEBPACK_IMPORTED_MODULE_1__/* .wrap */ .L)(line, terminal, { first: bullet })),
        ...restOf(lines, most).map((rest) => `${bullet}${terminal.text(rest)}`),
    ]);
    const all = [(0,_terminal_wrap_js__WEBPACK_IMPORTED_MODULE_1__/* .wrap */ .L)(first, terminal, { first: "" }), ...blocks];
    return `${all.map((lines) => lines.map((line) => line.trimEnd()).join("\n")).join("\n\n")}\n`;
}
const restOf = (lines, most) => lines.length > most ? [`and ${lines.length - most} more`] : [];


/***/ }),

/***/ 20425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zf: () => (/* binding */ limitsInWords),
/* harmony export */   aX: () => (/* binding */ whyBeforeInWords),
/* harmony export */   wn: () => (/* binding */ subjectName),
/* harmony export */   xf: () => (/* binding */ whyInWords)
/* harmony export */ });
/* harmony import */ var _build_operators_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(59982);
/* harmony import */ var _build_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27239);
/* harmony import */ var _trace_origin_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2398);
/* harmony import */ var _finding_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18470);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46781);
/* harmony import */ var _value_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13828);






const MOST_NAMES = 12;
/** `dag.task`, `dag.group` or `dag`, and its key. */
const subjectName = ({ dag, node, key }) => [dag.id, ...(node === null ? [] : [node.id]), ...(key === null ? [] : [key])].join(".");
/** Why something is as it is, in words. */
function whyInWords(why, context) {
    const { subject, values, dropped } = why;
    const name = (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(subjectName(subject));
    const lists = [
        {
            title: subject.node === null ? "Settings" : "Arguments",
            lines: values.map((one) => valueLine(one, why, context)),
        },
        {
            title: "Written, and dropped by gusty",
            lines: dropped.map((field) => [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(field.key), ...at((0,_trace_origin_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOf */ .$)(field), context)]),
        },
    ];
    if (subject.key !== null) {
        const found = values.length + dropped.length > 0;
        return {
            first: found ? [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .strong */ .ko)(name)] : [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .strong */ .ko)(name), " is set by nothing here: Airflow's own default counts."],
            lists,
        };
    }
    const known = subject.node === null ? null : limitsInWords(subject.dag);
    return {
        first: [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .strong */ .ko)(name), ...whatItIs(why, context), ...(known === null ? [] : [` ${known}`])],
        lists: [
            ...lists,
            { title: "Right before it", lines: why.before.map((link) => linkLine(link, "up", why, context)) },
            {
                title: "All that ends before it begins",
                lines: why.upstream.length === 0 ? [] : [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)((0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .codes */ .F4)(why.upstream), MOST_NAMES)],
            },
            { title: "Right after it", lines: why.after.map((link) => linkLine(link, "down", why, context)) },
        ],
    };
}
function whatItIs(why, context) {
    const { subject, task, group, waitsFor } = why;
    const { site } = subject.dag;
    if (task === null && group === null) {
        const from = [
            " is a DAG: the folder ",
            (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(site.folder),
            ", by ",
            (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(site.by),
            ...at(site.declared, context),
        ];
        const limits = limitsInWords(subject.dag);
        return [...from, limits === null ? "." : `. ${limits}`];
    }
    if (group !== null)
        return [" is a task group: the folder ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(group.folder), "."];
    if (task === null)
        return [];
    if (waitsFor !== null) {
        const target = waitsFor.task === null ? ["all of ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(waitsFor.dag)] : [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(`${waitsFor.dag}.${waitsFor.task}`)];
        const uses = waitsFor.uses.map(({ by, at: place }) => [by === null ? "the DAG" : (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(by.id), ...at(place, context)]);
        return [
            " is a sensor that gusty makes. It waits for ",
            ...target,
            ", as asked for by ",
            ...(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .joinRich */ .Rz)(uses.slice(0, MOST_NAMES), ", "),
            ".",
        ];
    }
    if (task.kind === "latest_only")
        return [" is made by gusty, as `latest_only` is on."];
    const file = task.spec?.file ?? task.source?.file;
    const by = task.operator === null ? [", and its file cannot be read"] : [", with ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_build_operators_js__WEBPACK_IMPORTED_MODULE_5__/* .operatorPath */ .se)(task.operator))];
    return [
        " is a task",
        ...(file === undefined ? [] : [" of ", (0,_finding_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .placeLink */ .aE)(context, { file, start: 0, end: 0 }, "head")]),
        ...by,
        ".",
    ];
}
/** Why what is said of a DAG may not be all, in a sentence; `null`: it is all. */
function limitsInWords(dag) {
    if (dag.outcome === "fails")
        return "The DAG does not load.";
    if (dag.outcome === "undecided")
        return "Not all of the DAG is known without running Python.";
    return (0,_build_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isAsFarAsKnown */ .Dz)(dag) ? "Its graph is shown as far as known." : null;
}
/** A place in brackets; nothing where there is none. */
const at = (span, context) => span === null ? [] : [" (", (0,_finding_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .placeLink */ .aE)(context, span, "head"), ")"];
function valueLine({ key, value, origin, beats, ifTaken }, why, context) {
    const line = [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(key), " = ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_value_text_js__WEBPACK_IMPORTED_MODULE_2__/* .valueText */ .R)(value, key)), " from ", ...originInWords(origin, why, context)];
    const beaten = beats.map((other) => [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)((0,_value_text_js__WEBPACK_IMPORTED_MODULE_2__/* .valueText */ .R)(other.value, key)), " from ", ...originInWords(other.origin, why, context)]);
    return [
        ...line,
        ...(ifTaken ? [", where the operator takes it"] : []),
        ...(beaten.length > 0 ? [", which beats ", ...(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .joinRich */ .Rz)(beaten, ", ")] : []),
    ];
}
function originInWords({ by, below, group, at: place }, { subject, waitsFor }, context) {
    const inside = below === null ? [] : [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(below), " of "];
    const { site } = subject.dag;
    const file = by === "task-file"
        ? [waitsFor === null ? "its file" : "the file that asks for it"]
        : by === "metadata"
            ? [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)("METADATA.yml"), ...(group === null ? [" of the DAG"] : [" of the group ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(group)])]
            : by === "gusty"
                ? ["gusty itself"]
                : [
                    site.by === "windsock.yml" ? (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(site.by) : "the call of ",
                    ...(site.by === "windsock.yml" ? [] : [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(site.by)]),
                ];
    return [...inside, ...file, ...at(place, context)];
}
const REASONS = {
    task: ["by ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)("dependencies")],
    group: ["by ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)("dependencies"), " of a task group"],
    external: ["by ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)("external_dependencies")],
    leaf: ["as a leaf task comes after all the others"],
    root: ["as a root task comes before all the others"],
    latest_only: ["as gusty puts ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)("latest_only"), " before all that has nothing before it"],
};
/** What sets a link, in words. */
function reasonInWords({ via, whole, up, down, from }, context) {
    const words = via !== "waits"
        ? REASONS[via]
        : whole
            ? ["as ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(down.task), " waits for all of ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(up.dag)]
            : ["as ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(down.task), " waits for ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(up.task)];
    return [...words, ...at(from, context)];
}
const nameOf = ({ dag, task }, home) => (dag === home ? task : `${dag}.${task}`);
function linkLine(link, end, { subject, task }, context) {
    const home = subject.dag.id;
    const other = end === "up" ? link.up : link.down;
    const own = end === "up" ? link.down : link.up;
    const between = task !== null || link.whole ? [] : [end === "up" ? " before " : " after ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(nameOf(own, home))];
    return [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(nameOf(other, home)), ...between, ": ", ...reasonInWords(link, context)];
}
/** How one comes before another, in words. */
function whyBeforeInWords({ from, to, path, reversed }, context) {
    const [first, last] = [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(subjectName(from)), (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(subjectName(to))];
    if (path === null) {
        const other = reversed ? [" It is the other way round: ", last, " comes before ", first, "."] : [];
        return { first: [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .strong */ .ko)(last), " does not come after ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .strong */ .ko)(first), ".", ...other], lists: [] };
    }
    const home = from.dag.id === to.dag.id ? from.dag.id : null;
    const lines = path.map((link) => [
        (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(nameOf(link.up, home)),
        " → ",
        (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(nameOf(link.down, home)),
        ": ",
        ...reasonInWords(link, context),
    ]);
    return {
        first: [(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .strong */ .ko)(last), " comes after ", (0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .strong */ .ko)(first), `, ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(path.length, "step")} away.`],
        lists: [{ title: "The shortest way", lines }],
    };
}


/***/ }),

/***/ 22070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ findSubject)
/* harmony export */ });
/* harmony import */ var _config_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(49445);

/** Longer names are none of a DAG and a task: Airflow takes 250 characters each. */
const LONGEST = 800;
/**
 * Reads `DAG`, `DAG.TASK`, `DAG.GROUP` or one of these with `.KEY`. Ids may hold dots: the longest DAG id that fits counts
 * (of several deployments also without the deployment's name, where one alone has it), then a task by its id in Airflow, by
 * gusty's name, or by its file's below its group, then a group, then a key of what is before the last dots.
 */
function findSubject(project, text) {
    const given = text.slice(0, LONGEST);
    const begins = (id) => given === id || given.startsWith(`${id}.`);
    const [alone, another] = project.dags.some(({ id }) => begins(id))
        ? []
        : project.dags.filter(({ site }) => begins(site.id));
    const name = alone && !another ? `${alone.id}${given.slice(alone.site.id.length)}` : given;
    const dags = project.dags.filter(({ id }) => name === id || name.startsWith(`${id}.`));
    const dag = dags.reduce((best, one) => (best !== null && best.id.length >= one.id.length ? best : one), null);
    if (dag === null) {
        const asked = name.split(".")[0] ?? "";
        const ids = project.dags.map(({ id }) => id);
        return {
            ok: false,
            message: `there is no DAG \`${asked}\``,
            near: (0,_config_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(name, ids) ?? (0,_config_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(asked, ids),
            names: ids,
        };
    }
    if (name === dag.id)
        return { ok: true, subject: { dag, node: null, key: null } };
    const rest = name.slice(dag.id.length + 1);
    const whole = findNode(dag, rest);
    if (whole !== null)
        return { ok: true, subject: { dag, node: whole, key: null } };
    for (let dot = rest.lastIndexOf("."); dot > 0; dot = rest.lastIndexOf(".", dot - 1)) {
        const node = findNode(dag, rest.slice(0, dot));
        const key = rest.slice(dot + 1);
        // What a group has not is more likely a task that is not in it.
        if (node !== null && (node.t === "task" || groupHas(dag, node.id, key))) {
            return { ok: true, subject: { dag, node, key } };
        }
    }
    const top = rest.split(".")[0] ?? "";
    if (dag.metadata.some(({ key }) => key === top))
        return { ok: true, subject: { dag, node: null, key: rest } };
    const near = (0,_config_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(rest, namesIn(dag)) ?? (0,_config_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(top, namesIn(dag));
    return {
        ok: false,
        message: `there is no task or task group \`${rest}\` in \`${dag.id}\``,
        near: near === null ? null : `${dag.id}.${near}`,
        names: namesIn(dag).map((one) => `${dag.id}.${one}`),
    };
}
function findNode(dag, name) {
    const task = dag.tasks.find(({ id }) => id === name) ??
        dag.tasks.find(({ gustyId }) => gustyId === name) ??
        dag.tasks.find(({ group, spec }) => spec !== null && `${group}.${spec.taskId}` === name);
    if (task !== undefined)
        return { t: "task", id: task.id };
    const group = dag.groups.find(({ id }) => id === name) ?? dag.groups.find((one) => one.name === name);
    return group === undefined ? null : { t: "group", id: group.id };
}
const groupHas = (dag, id, key) => dag.groups.find((group) => group.id === id)?.arguments.some((field) => field.key === key.split(".")[0]) ?? false;
const namesIn = (dag) => [
    ...new Set([...dag.tasks.map(({ id }) => id), ...dag.groups.map(({ id }) => id)]),
];


/***/ }),

/***/ 59347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ keyOfTask),
/* harmony export */   e: () => (/* binding */ indexLinks)
/* harmony export */ });
const keyOfTask = ({ dag, task }) => JSON.stringify([dag, task]);
/** Indexes all links of a project once. */
function indexLinks(project) {
    const [after, before] = [new Map(), new Map()];
    const whole = new Map();
    const byId = new Map(project.dags.map((dag) => [dag.id, dag]));
    const add = (link) => {
        push(after, keyOfTask(link.up), link);
        push(before, keyOfTask(link.down), link);
    };
    for (const dag of project.dags) {
        for (const { up, down, via, from } of dag.edges) {
            add({ up: { dag: dag.id, task: up }, down: { dag: dag.id, task: down }, via, whole: false, from });
        }
        for (const { dag: other, task, sensor, uses } of dag.externals) {
            const [down, from] = [{ dag: dag.id, task: sensor }, uses[0]?.at ?? null];
            if (task === null)
                push(whole, other, { sensor: down, from });
            else if (hasTask(byId.get(other), task)) {
                add({ up: { dag: other, task }, down, via: "waits", whole: false, from });
            }
        }
    }
    const wholeLinks = (up) => (whole.get(up.dag) ?? []).map(({ sensor, from }) => ({ up, down: sensor, via: "waits", whole: true, from }));
    return {
        after: (task) => [...(after.get(keyOfTask(task)) ?? []), ...wholeLinks(task)],
        before: (task) => before.get(keyOfTask(task)) ?? [],
        waitingForWhole: (dag) => whole.get(dag) ?? [],
    };
}
const hasTask = (dag, task) => dag?.tasks.some(({ id }) => id === task) ?? false;
function push(map, key, item) {
    const known = map.get(key);
    if (known)
        known.push(item);
    else
        map.set(key, [item]);
}


/***/ }),

/***/ 2398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   y: () => (/* binding */ originOf)
/* harmony export */ });
/** Where a field is written: at its key, or at its value. */
const placeOf = ({ keySpan, value }) => keySpan ?? value.span ?? null;
/** Whose text a span lies in, of a DAG's own files; `group`: where its value counts. */
function originOf(dag, field, below, group = null) {
    const at = placeOf(field);
    if (at === null)
        return { by: "gusty", below, group: null, at };
    if (group !== null && at.file === group.metadata)
        return { by: "metadata", below, group: group.id, at };
    if (at.file === dag.metadataFile)
        return { by: "metadata", below, group: null, at };
    const owner = dag.groups.find(({ metadata }) => metadata === at.file);
    if (owner !== undefined)
        return { by: "metadata", below, group: owner.id, at };
    const isTaskFile = dag.tasks.some(({ spec }) => spec?.file === at.file);
    return { by: isTaskFile && at.file !== dag.site.declared.file ? "task-file" : "call", below, group: null, at };
}


/***/ }),

/***/ 1529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ tasksOfSubject)
/* harmony export */ });
/** The tasks that a subject stands for: the one, all of a group and the groups in it, or all of the DAG. */
function tasksOfSubject({ dag, node }) {
    const inside = node?.t === "group" ? groupsInside(dag, node.id) : null;
    return dag.tasks
        .filter(({ id, group }) => node === null || (inside === null ? id === node.id : inside.has(group ?? "")))
        .map(({ id }) => ({ dag: dag.id, task: id }));
}
/** A group and all below it. gusty lists a group before those in it, but not in every folder shape. */
function groupsInside(dag, id) {
    const below = new Map();
    for (const { id: child, parent } of dag.groups)
        below.set(parent ?? "", [...(below.get(parent ?? "") ?? []), child]);
    const inside = new Set([id]);
    const waiting = [id];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        for (const child of below.get(next) ?? []) {
            if (inside.has(child))
                continue;
            inside.add(child);
            waiting.push(child);
        }
    }
    return inside;
}


/***/ }),

/***/ 16346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ whyBefore),
  g: () => (/* binding */ whyOf)
});

// EXTERNAL MODULE: ./build/compare/reach.js
var reach = __webpack_require__(54683);
// EXTERNAL MODULE: ./build/trace/links.js
var trace_links = __webpack_require__(59347);
;// CONCATENATED MODULE: ./build/trace/path-between.js

/**
 * The shortest way from some tasks to one of others, through sensors of other DAGs too; of equally short ones the first in
 * the order of the files. `null`: there is none.
 */
function pathBetween(links, from, to) {
    const goals = new Set(to.map(trace_links/* keyOfTask */.a));
    const came = new Map(from.map((task) => [(0,trace_links/* keyOfTask */.a)(task), null]));
    let row = [...from];
    while (row.length > 0) {
        const next = [];
        for (const task of row) {
            for (const link of links.after(task)) {
                const key = (0,trace_links/* keyOfTask */.a)(link.down);
                if (came.has(key))
                    continue;
                came.set(key, link);
                if (goals.has(key))
                    return wayTo(link.down, came);
                next.push(link.down);
            }
        }
        row = next;
    }
    return null;
}
function wayTo(goal, came) {
    const way = [];
    for (let link = came.get((0,trace_links/* keyOfTask */.a)(goal)); link; link = came.get((0,trace_links/* keyOfTask */.a)(link.up)))
        way.push(link);
    return way.reverse();
}

// EXTERNAL MODULE: ./build/trace/subject-tasks.js
var subject_tasks = __webpack_require__(1529);
// EXTERNAL MODULE: ./build/build/fields.js
var fields = __webpack_require__(65866);
// EXTERNAL MODULE: ./build/compare/default-args.js
var default_args = __webpack_require__(10107);
// EXTERNAL MODULE: ./build/trace/origin.js
var trace_origin = __webpack_require__(2398);
;// CONCATENATED MODULE: ./build/trace/why-values.js



/**
 * The arguments of a task with where each comes from: its own, then those of `default_args`, where an inner group beats an
 * outer one, and any group the DAG (`airflow/models/baseoperator.py`, `BaseOperatorMeta._apply_defaults`).
 */
function taskValues(dag, task) {
    const around = [...groupsAround(dag, task).map((group) => groupDefaults(dag, group)), ...dagDefaults(dag)];
    const own = task.arguments.map((field) => {
        const beats = candidates(around, field.key);
        return { key: field.key, value: field.value, origin: ownOrigin(dag, task, field), beats, ifTaken: false };
    });
    const keys = [...new Set(around.flatMap((level) => level.map(({ field }) => field.key)))];
    const inherited = keys.flatMap((key) => {
        const [first, ...beats] = candidates(around, key);
        if (first === undefined || (0,fields/* fieldOf */._F)(task.arguments, key))
            return [];
        return [{ key, ...first, beats, ifTaken: !(0,default_args/* everyOperatorTakes */.o)(key) }];
    });
    return [...own, ...inherited];
}
/** The settings of a DAG with where each comes from: METADATA.yml beats the call; `default_args` key by key. */
function dagValues(dag) {
    return dag.settings.flatMap((field) => {
        if (field.key === "default_args")
            return defaultArgs(dag);
        const origin = (0,trace_origin/* originOf */.y)(dag, field, null);
        const given = (0,fields/* fieldOf */._F)(dag.site.arguments, field.key);
        const beaten = origin.by === "metadata" && given ? [{ value: given.value, origin: (0,trace_origin/* originOf */.y)(dag, given, null) }] : [];
        return [{ key: field.key, value: field.value, origin, beats: beaten, ifTaken: false }];
    });
}
/** The arguments of a task group: its METADATA.yml beats `task_group_defaults`. */
function groupValues(dag, group) {
    const defaults = (0,fields/* fieldOf */._F)(dag.site.arguments, "task_group_defaults");
    const given = (defaults && (0,fields/* fieldsOfMap */.jR)(defaults.value)) ?? [];
    return group.arguments.map((field) => {
        const own = (0,trace_origin/* originOf */.y)(dag, field, null, group);
        const origin = own.by === "call" ? { ...own, below: "task_group_defaults" } : own;
        const other = (0,fields/* fieldOf */._F)(given, field.key);
        const beats = own.by === "metadata" && other
            ? [{ value: other.value, origin: (0,trace_origin/* originOf */.y)(dag, other, "task_group_defaults") }]
            : [];
        return { key: field.key, value: field.value, origin, beats, ifTaken: false };
    });
}
function defaultArgs(dag) {
    const levels = dagDefaults(dag);
    return (levels[0] ?? []).map(({ field, origin }) => {
        const beats = candidates(levels.slice(1), field.key);
        return { key: `default_args.${field.key}`, value: field.value, origin, beats, ifTaken: false };
    });
}
function candidates(levels, key) {
    return levels.flatMap((level) => level.filter(({ field }) => field.key === key).map(({ field, origin }) => ({ value: field.value, origin })));
}
/** The DAG's `default_args` as they count, then those of the call that METADATA.yml beats. */
function dagDefaults(dag) {
    const counting = (0,fields/* fieldOf */._F)(dag.settings, "default_args") ?? (0,fields/* fieldOf */._F)(dag.metadata, "default_args");
    const inCall = (0,fields/* fieldOf */._F)(dag.site.arguments, "default_args");
    const write = (field) => ({ field, origin: (0,trace_origin/* originOf */.y)(dag, field, "default_args") });
    const all = ((counting && (0,fields/* fieldsOfMap */.jR)(counting.value)) ?? []).map(write);
    const called = ((inCall && (0,fields/* fieldsOfMap */.jR)(inCall.value)) ?? []).map(write);
    const beaten = called.filter(({ field }) => all.some(({ field: other, origin }) => other.key === field.key && origin.by === "metadata"));
    return [all, beaten];
}
const groupDefaults = (dag, group) => {
    const given = (0,fields/* fieldOf */._F)(group.arguments, "default_args");
    return ((given && (0,fields/* fieldsOfMap */.jR)(given.value)) ?? []).map((field) => {
        const origin = (0,trace_origin/* originOf */.y)(dag, field, "default_args", group);
        return { field, origin: origin.by === "call" ? { ...origin, below: "task_group_defaults" } : origin };
    });
};
/** The groups that a task is in, the innermost first. */
function groupsAround(dag, task) {
    const byId = new Map(dag.groups.map((group) => [group.id, group]));
    const around = [];
    for (let group = byId.get(task.group ?? ""); group && !around.includes(group); group = byId.get(group.parent ?? "")) {
        around.push(group);
    }
    return around;
}
/** What gusty makes of a file's body has no key there, but comes from the file all the same. */
function ownOrigin(dag, task, field) {
    const file = task.spec?.file;
    const at = (0,trace_origin/* placeOf */.$)(field);
    if (file !== undefined && (at === null || at.file === file)) {
        const written = field.value.t !== "absql-runner" && field.value.t !== "file-path";
        return { by: written ? "task-file" : "gusty", below: null, group: null, at };
    }
    const origin = (0,trace_origin/* originOf */.y)(dag, field, null);
    return origin.by === "call" && task.kind === "sensor" ? { ...origin, below: "wait_for_defaults" } : origin;
}

;// CONCATENATED MODULE: ./build/trace/why.js





/** Explains a subject of a project. */
function whyOf(project, subject) {
    const { dag, node, key } = subject;
    const task = node?.t === "task" ? (dag.tasks.find(({ id }) => id === node.id) ?? null) : null;
    const group = node?.t === "group" ? (dag.groups.find(({ id }) => id === node.id) ?? null) : null;
    const all = task ? taskValues(dag, task) : group ? groupValues(dag, group) : dagValues(dag);
    const waitsFor = dag.externals.find(({ sensor }) => task?.kind === "sensor" && sensor === task.id) ?? null;
    const isAsked = (name) => key === null || name === key || name.startsWith(`${key}.`);
    const values = all.filter((value) => isAsked(value.key));
    const dropped = (task?.dropped ?? []).filter((field) => isAsked(field.key));
    if (key !== null)
        return { subject, task, group, waitsFor, values, dropped, before: [], after: [], upstream: [] };
    const links = (0,trace_links/* indexLinks */.e)(project);
    const own = (0,subject_tasks/* tasksOfSubject */.M)(subject);
    const inside = new Set(own.map((ref) => ref.task));
    const isOutside = (ref) => ref.dag !== dag.id || !inside.has(ref.task);
    const before = own.flatMap((ref) => links.before(ref)).filter(({ up }) => isOutside(up));
    const after = own
        .flatMap((ref) => links.after(ref).filter(({ whole }) => !whole))
        .filter(({ down }) => isOutside(down));
    const first = own[0];
    const whole = first
        ? links.waitingForWhole(dag.id).map(({ sensor, from }) => {
            return { up: first, down: sensor, via: "waits", whole: true, from };
        })
        : [];
    const turned = dag.edges.map(({ up, down }) => ({ up: down, down: up }));
    const earlier = node === null ? new Set() : (0,reach/* tasksAfter */.Z)(inside, turned);
    return {
        subject,
        task,
        group,
        waitsFor,
        values,
        dropped,
        before,
        after: [...after, ...whole],
        upstream: dag.tasks.map(({ id }) => id).filter((id) => earlier.has(id) && !inside.has(id)),
    };
}
/** The shortest way from one subject to another. */
function whyBefore(project, from, to) {
    const links = (0,trace_links/* indexLinks */.e)(project);
    const [starts, goals] = [(0,subject_tasks/* tasksOfSubject */.M)(from), (0,subject_tasks/* tasksOfSubject */.M)(to)];
    const path = pathBetween(links, starts, goals);
    return { from, to, path, reversed: path === null && pathBetween(links, goals, starts) !== null };
}


/***/ })

};
