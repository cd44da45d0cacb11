export const id = 6;
export const ids = [6];
export const modules = {

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
