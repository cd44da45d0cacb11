export const id = 542;
export const ids = [542];
export const modules = {

/***/ 16542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  REVIEW_COMMAND: () => (/* binding */ REVIEW_COMMAND),
  serveBot: () => (/* binding */ serveBot),
  serveReview: () => (/* binding */ serveReview)
});

;// CONCATENATED MODULE: ./build/bot/log.js
/** A log that writes to `write`, one line a call, `fields` in each of them. */
function createLog(write, fields = {}) {
    return (level, message, more = {}) => {
        write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields, ...more })}\n`);
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/snapshot/user-error.js
var user_error = __webpack_require__(35357);
;// CONCATENATED MODULE: ./build/bot/settings.js




/** Reads the settings (docs/bot.md lists them). Throws a `UserError` that names the variable and what it takes. */
function readSettings(environment, cwd) {
    const text = (name) => environment[name]?.trim() ?? "";
    const need = (name) => {
        if (text(name) === "")
            throw new user_error/* UserError */.y(`the variable ${name} is not set`, "docs/bot.md says where it comes from.");
        return text(name);
    };
    const number = (name, usual, most) => {
        if (text(name) === "")
            return usual;
        const value = Number(text(name));
        if (Number.isSafeInteger(value) && value >= 0 && value <= most)
            return value;
        throw new user_error/* UserError */.y(`the variable ${name} is no whole number from 0 to ${most}`);
    };
    const address = (name, usual) => {
        const value = (text(name) || usual).replace(/\/+$/, "");
        if (!URL.canParse(value))
            throw new user_error/* UserError */.y(`the variable ${name} is no address`, "Write it with https:// in front.");
        return value;
    };
    const appId = need("APP_ID");
    if (!/^\d{1,15}$/.test(appId))
        throw new user_error/* UserError */.y("the variable APP_ID is no number", "It stands on the App's page.");
    const serverUrl = address("GITHUB_SERVER_URL", "https://github.com");
    const usualApi = serverUrl === "https://github.com" ? "https://api.github.com" : `${serverUrl}/api/v3`;
    return {
        appId,
        privateKey: readPrivateKey(environment),
        webhookSecret: need("WEBHOOK_SECRET"),
        databaseUrl: text("DATABASE_URL") || null,
        dataFolder: (0,external_node_path_.resolve)(cwd, text("DATA_FOLDER") || "windsock-data"),
        host: text("HOST") || "0.0.0.0",
        port: number("PORT", 3000, 65_535),
        serverUrl,
        apiUrl: address("GITHUB_API_URL", usualApi),
        concurrency: Math.max(1, number("REVIEWS_AT_ONCE", Math.max(2, (0,external_node_os_.availableParallelism)()), 256)),
        reviewSeconds: Math.max(1, number("REVIEW_SECONDS", 120, 3600)),
        reviewMemory: Math.max(64, number("REVIEW_MEMORY_MIB", 1024, 65_536)),
        mirrorSpace: number("MIRROR_SPACE_MIB", 4096, 16_777_216),
        longestQueue: Math.max(1, number("LONGEST_QUEUE", 50_000, 10_000_000)),
    };
}
/** The key itself, with line breaks as they are or as `\n`, or the file that holds it. */
function readPrivateKey(environment) {
    const file = environment.PRIVATE_KEY_FILE ?? "";
    let key = environment.PRIVATE_KEY ?? "";
    if (key === "" && file !== "") {
        try {
            key = (0,external_node_fs_.readFileSync)(file, "utf8");
        }
        catch {
            throw new user_error/* UserError */.y("the file that PRIVATE_KEY_FILE names cannot be read");
        }
    }
    key = key.replaceAll("\\n", "\n").trim();
    if (key === "")
        throw new user_error/* UserError */.y("neither PRIVATE_KEY nor PRIVATE_KEY_FILE is set", "docs/bot.md says where it comes from.");
    if (!/^-----BEGIN (?:RSA )?PRIVATE KEY-----\n[\s\S]+\n-----END (?:RSA )?PRIVATE KEY-----$/.test(key)) {
        throw new user_error/* UserError */.y("the private key is not in PEM form", "Take the file that GitHub gave, as it is.");
    }
    return `${key}\n`;
}

;// CONCATENATED MODULE: ./build/cli/commands/serve.js



/** The hidden command by which the service starts the process of one review. */
const REVIEW_COMMAND = "serve-review";
/** The least Node of the service. */
const LEAST_NODE = [22, 13];
/** Runs the bot until it is told to stop (SIGTERM, SIGINT). */
async function serveBot(host) {
    const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
    if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
        throw new user_error/* UserError */.y(`the bot needs Node ${LEAST_NODE.join(".")} or newer, and this is ${process.versions.node}`);
    }
    const settings = readSettings(host.env, host.cwd);
    const log = createLog((line) => host.out(line));
    const { serve } = await Promise.all(/* import() */[__webpack_require__.e(607), __webpack_require__.e(861), __webpack_require__.e(370), __webpack_require__.e(61)]).then(__webpack_require__.bind(__webpack_require__, 92131));
    const told = new Promise((resolve) => {
        for (const signal of ["SIGTERM", "SIGINT"])
            process.once(signal, () => resolve());
    });
    const service = await serve(settings, [process.argv[1] ?? "", REVIEW_COMMAND], log);
    await told;
    await service.stop();
    return 0;
}
/** The process of one review; never returns. */
async function serveReview() {
    const { reviewChild } = await Promise.all(/* import() */[__webpack_require__.e(450), __webpack_require__.e(651), __webpack_require__.e(670), __webpack_require__.e(607), __webpack_require__.e(421), __webpack_require__.e(451), __webpack_require__.e(191), __webpack_require__.e(943), __webpack_require__.e(199), __webpack_require__.e(957), __webpack_require__.e(377), __webpack_require__.e(554), __webpack_require__.e(370), __webpack_require__.e(938)]).then(__webpack_require__.bind(__webpack_require__, 2938));
    return reviewChild();
}


/***/ })

};
