export const id = 141;
export const ids = [141];
export const modules = {

/***/ 13141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   workflowCommand: () => (/* binding */ workflowCommand),
/* harmony export */   workflowCommands: () => (/* binding */ workflowCommands)
/* harmony export */ });
/** GitHub shows at most 10 annotations of each level for a step ("Workflow commands", limits of annotations). */
const MOST = 10;
/** As `escapeData` of actions/toolkit, `packages/core/src/command.ts`. */
const escapeData = (text) => text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
/** As `escapeProperty` of actions/toolkit, `packages/core/src/command.ts`. */
const escapeProperty = (text) => escapeData(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
/** One annotation as a workflow command without a line end: `::error file=…,line=…::message`. */
function workflowCommand(annotation) {
    const { path, startLine, endLine, startColumn, endColumn, level, title, message } = annotation;
    const properties = [
        ["title", title],
        ["file", path],
        ["line", startLine],
        ["endLine", endLine],
        ["col", startColumn],
        ["endColumn", endColumn],
    ];
    const written = properties.flatMap(([name, value]) => value === null ? [] : [`${name}=${escapeProperty(String(value))}`]);
    return `::${level} ${written.join(",")}::${escapeData(message)}`;
}
/** Annotations as workflow commands, a line each: the first ten of each level, all that GitHub would show. */
function workflowCommands(annotations) {
    const left = { error: MOST, warning: MOST, notice: MOST };
    return annotations
        .filter(({ level }) => left[level]-- > 0)
        .map((annotation) => `${workflowCommand(annotation)}\n`)
        .join("");
}


/***/ })

};
