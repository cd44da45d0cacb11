export const id = 542;
export const ids = [542];
export const modules = {

/***/ 70110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L1: () => (/* binding */ readCredentials),
/* harmony export */   XE: () => (/* binding */ credentialsFile),
/* harmony export */   wK: () => (/* binding */ writeCredentials)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35357);
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93232);





const FIELDS = ["appId", "privateKey", "webhookSecret", "clientId", "clientSecret"];
/** The file that `windsock serve --setup` writes, in the data folder. */
const credentialsFile = (dataFolder) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(dataFolder, "app.json");
/** The stored credentials, or `null` where there are none. Throws a `UserError` where everybody may read them, or they are damaged. */
function readCredentials(file) {
    let content;
    try {
        const { mode } = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(file);
        if (process.platform !== "win32" && (mode & 0o007) !== 0) {
            throw new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`the file \`${file}\` may be read by everybody`, "Run: chmod 600 on it, and make a new key.");
        }
        content = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, "utf8");
    }
    catch (error) {
        if (error instanceof _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y)
            throw error;
        if (error instanceof Error && Reflect.get(error, "code") === "ENOENT")
            return null;
        throw new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`the file \`${file}\` cannot be read`);
    }
    const read = parse(content);
    const [appId, privateKey, webhookSecret, clientId, clientSecret] = FIELDS.map((field) => (0,_payload_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Q)(read, field));
    if (!appId || !privateKey || !webhookSecret || !clientId || !clientSecret) {
        throw new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`the file \`${file}\` is damaged`, "Remove it, and run: windsock serve --setup");
    }
    return { appId, privateKey, webhookSecret, clientId, clientSecret };
}
/** Stores the credentials so that only this user may read them: at no moment is there a part of them, or a wider mode. */
function writeCredentials(file, credentials) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(file), { recursive: true, mode: 0o700 });
    const written = `${file}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(written, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600, flag: "wx", flush: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(written, file);
}
function parse(content) {
    try {
        return JSON.parse(content);
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 93232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ text),
/* harmony export */   Z: () => (/* binding */ field)
/* harmony export */ });
/** The value below some keys of a payload, or `undefined`. */
function field(value, ...keys) {
    let current = value;
    for (const key of keys) {
        if (typeof current !== "object" || current === null || !Object.hasOwn(current, key))
            return undefined;
        current = Reflect.get(current, key);
    }
    return current;
}
/** The text below some keys of a payload; empty where there is none. */
const text = (value, ...keys) => {
    const found = field(value, ...keys);
    return typeof found === "string" ? found : "";
};


/***/ }),

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
// EXTERNAL MODULE: ./build/bot/app-credentials.js
var app_credentials = __webpack_require__(70110);
;// CONCATENATED MODULE: ./build/bot/settings.js





/** Reads the settings (docs/bot.md lists them). Throws a `UserError` that names the variable and what it takes. */
function readSettings(environment, cwd) {
    const { text, number, address } = readersOf(environment);
    const place = readPlace(environment, cwd);
    return {
        ...place,
        ...readApp(environment, place.dataFolder),
        databaseUrl: text("DATABASE_URL") || null,
        concurrency: Math.max(1, number("REVIEWS_AT_ONCE", Math.max(2, (0,external_node_os_.availableParallelism)()), 256)),
        reviewSeconds: Math.max(1, number("REVIEW_SECONDS", 120, 3600)),
        reviewMemory: Math.max(64, number("REVIEW_MEMORY_MIB", 1024, 65_536)),
        mirrorSpace: number("MIRROR_SPACE_MIB", 4096, 16_777_216),
        longestQueue: Math.max(1, number("LONGEST_QUEUE", 50_000, 10_000_000)),
        publicUrl: text("PUBLIC_URL") === "" ? null : address("PUBLIC_URL", ""),
        statusToken: longEnough(text("STATUS_TOKEN")),
        reportSpace: number("REPORT_SPACE_MIB", 1024, 16_777_216),
        reportDays: Math.max(1, number("REPORT_DAYS", 90, 3650)),
    };
}
/** Reads what the setup needs. Throws a `UserError` as `readSettings` does. */
function readSetupSettings(environment, cwd, organization) {
    const { text, address } = readersOf(environment);
    if (text("PUBLIC_URL") === "") {
        throw new user_error/* UserError */.y("the variable PUBLIC_URL is not set", "It is the address where GitHub and your browser reach this service, such as https://windsock.example.com.");
    }
    if (organization !== null && !/^[A-Za-z\d](?:[A-Za-z\d-]{0,38})$/.test(organization)) {
        throw new user_error/* UserError */.y(`\`${organization}\` is no name of an organization`);
    }
    return { ...readPlace(environment, cwd), publicUrl: address("PUBLIC_URL", ""), organization };
}
function readPlace(environment, cwd) {
    const { text, number, address } = readersOf(environment);
    const serverUrl = address("GITHUB_SERVER_URL", "https://github.com");
    const usualApi = serverUrl === "https://github.com" ? "https://api.github.com" : `${serverUrl}/api/v3`;
    return {
        dataFolder: (0,external_node_path_.resolve)(cwd, text("DATA_FOLDER") || "windsock-data"),
        host: text("HOST") || "0.0.0.0",
        port: number("PORT", 3000, 65_535),
        serverUrl,
        apiUrl: address("GITHUB_API_URL", usualApi),
    };
}
function readersOf(environment) {
    const text = (name) => environment[name]?.trim() ?? "";
    return {
        text,
        number(name, usual, most) {
            if (text(name) === "")
                return usual;
            const value = Number(text(name));
            if (Number.isSafeInteger(value) && value >= 0 && value <= most)
                return value;
            throw new user_error/* UserError */.y(`the variable ${name} is no whole number from 0 to ${most}`);
        },
        address(name, usual) {
            const value = (text(name) || usual).replace(/\/+$/, "");
            if (/^https?:\/\//.test(value) && URL.canParse(value))
                return value;
            throw new user_error/* UserError */.y(`the variable ${name} is no address`, "Write it with https:// in front.");
        },
    };
}
/** The App: as the variables say, or else as the setup has stored it. */
function readApp(environment, dataFolder) {
    const { text } = readersOf(environment);
    const [id, secret] = [text("CLIENT_ID"), text("CLIENT_SECRET")];
    const client = id === "" || secret === "" ? null : { id, secret };
    const named = ["APP_ID", "PRIVATE_KEY", "PRIVATE_KEY_FILE", "WEBHOOK_SECRET"].some((name) => text(name) !== "");
    const stored = named ? null : (0,app_credentials/* readCredentials */.L1)(text("CREDENTIALS_FILE") || (0,app_credentials/* credentialsFile */.XE)(dataFolder));
    if (stored !== null) {
        const { appId, privateKey, webhookSecret, clientId, clientSecret } = stored;
        return { appId, privateKey, webhookSecret, client: client ?? { id: clientId, secret: clientSecret } };
    }
    const need = (name) => {
        if (text(name) !== "")
            return text(name);
        throw new user_error/* UserError */.y(`the variable ${name} is not set`, named ? "docs/bot.md says where it comes from." : "To make the App, run: windsock serve --setup");
    };
    const appId = need("APP_ID");
    if (!/^\d{1,15}$/.test(appId))
        throw new user_error/* UserError */.y("the variable APP_ID is no number", "It stands on the App's page.");
    return { appId, privateKey: readPrivateKey(environment), webhookSecret: need("WEBHOOK_SECRET"), client };
}
/** What people may guess at must be long. */
function longEnough(token) {
    if (token === "")
        return null;
    if (token.length >= 16)
        return token;
    throw new user_error/* UserError */.y("the variable STATUS_TOKEN is too short", "Take 16 characters or more: openssl rand -hex 16");
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
/** Runs the bot until it is told to stop (SIGTERM, SIGINT), or its setup until the App is made. */
async function serveBot(host, options) {
    const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
    if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
        throw new user_error/* UserError */.y(`the bot needs Node ${LEAST_NODE.join(".")} or newer, and this is ${process.versions.node}`);
    }
    return options.setup === true ? setUp(host, options.organization ?? null) : run(host);
}
async function setUp(host, organization) {
    const { startSetup } = await Promise.all(/* import() */[__webpack_require__.e(267), __webpack_require__.e(498)]).then(__webpack_require__.bind(__webpack_require__, 78498));
    const settings = readSetupSettings(host.env, host.cwd, organization);
    const setup = await startSetup(settings, (error) => {
        host.err(`${error instanceof Error ? error.message : String(error)}\n`);
    });
    for (const signal of ["SIGTERM", "SIGINT"])
        process.once(signal, () => void setup.close());
    host.out(`Open this address in your browser; it is good for one visit:\n\n  ${setup.address}\n\nThis program listens on port ${setup.port}, and ends when the App is made.\n`);
    host.out(await setup.done);
    return 0;
}
async function run(host) {
    const settings = readSettings(host.env, host.cwd);
    const log = createLog((line) => host.out(line));
    const { serve } = await Promise.all(/* import() */[__webpack_require__.e(267), __webpack_require__.e(389), __webpack_require__.e(861), __webpack_require__.e(534), __webpack_require__.e(46)]).then(__webpack_require__.bind(__webpack_require__, 13235));
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
    const { reviewChild } = await Promise.all(/* import() */[__webpack_require__.e(450), __webpack_require__.e(651), __webpack_require__.e(670), __webpack_require__.e(267), __webpack_require__.e(389), __webpack_require__.e(421), __webpack_require__.e(607), __webpack_require__.e(978), __webpack_require__.e(191), __webpack_require__.e(853), __webpack_require__.e(266), __webpack_require__.e(190), __webpack_require__.e(951), __webpack_require__.e(751), __webpack_require__.e(402), __webpack_require__.e(808), __webpack_require__.e(534), __webpack_require__.e(599)]).then(__webpack_require__.bind(__webpack_require__, 93599));
    return reviewChild();
}


/***/ })

};
