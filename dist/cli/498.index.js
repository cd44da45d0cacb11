export const id = 498;
export const ids = [498];
export const modules = {

/***/ 91813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ok: () => (/* binding */ cookieName),
/* harmony export */   QY: () => (/* binding */ cookieOf),
/* harmony export */   TV: () => (/* binding */ setCookie)
/* harmony export */ });
/** The value of a cookie of a request, or `null`. */
function cookieOf(header, name) {
    for (const part of (header ?? "").split(";")) {
        const [key, ...value] = part.trim().split("=");
        if (key === name && value.length > 0)
            return value.join("=");
    }
    return null;
}
/**
 * The name of one of our cookies at an address: over HTTPS it has the prefix that keeps other hosts from setting it
 * (https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie).
 */
const cookieName = (publicUrl, name) => publicUrl.startsWith("https:") ? `__Host-windsock-${name}` : `windsock-${name}`;
/**
 * The header that sets a cookie for so many seconds (0 removes it): no script reads it, and no other site's request has it but
 * for a link that a person follows.
 */
function setCookie(publicUrl, name, value, seconds) {
    const secure = publicUrl.startsWith("https:") ? "; Secure" : "";
    return `${cookieName(publicUrl, name)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}


/***/ }),

/***/ 7182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ startHttpServer)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);

/** GitHub sends no webhook above 25 MB (https://docs.github.com/webhooks/webhook-events-and-payloads). */
const LARGEST_BODY = 25_000_000;
/** Milliseconds for one request to arrive. */
const ARRIVAL = 30_000;
/** Serves `routes`. A route that throws is answered with 500, without its words: `onError` gets them. */
async function startHttpServer(routes, place, onError) {
    const server = (0,node_http__WEBPACK_IMPORTED_MODULE_0__.createServer)((request, response) => {
        answer(routes, request, response).catch((error) => {
            onError(error, request.url ?? "");
            send(response, { status: 500, body: "The service failed.\n" });
        });
    });
    server.requestTimeout = ARRIVAL;
    await listen(server, place);
    return {
        port: server.address().port,
        close: () => new Promise((resolve) => {
            server.close(() => resolve());
            server.closeIdleConnections();
        }),
    };
}
const listen = (server, { host, port }) => new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
});
async function answer(routes, request, response) {
    const url = URL.parse(request.url ?? "/", "http://service");
    const route = url === null ? undefined : routeOf(routes, request.method ?? "", url.pathname);
    if (url === null || route === undefined) {
        send(response, { status: 404, body: "There is nothing here.\n", headers: { connection: "close" } });
        return;
    }
    const body = await readBody(request);
    if (body === null)
        send(response, { status: 413, body: "Too large.\n", headers: { connection: "close" } });
    else
        send(response, await route({ url, headers: request.headers, body }));
}
const routeOf = (routes, method, path) => routes[`${method} ${path}`] ?? routes[`${method} ${path.slice(0, path.lastIndexOf("/") + 1)}*`];
async function readBody(request) {
    const chunks = [];
    let size = 0;
    for await (const chunk of request) {
        size += chunk.length;
        if (size > LARGEST_BODY)
            return null;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString("utf8");
}
function send(response, { status, body, headers }) {
    if (response.headersSent) {
        response.destroy();
        return;
    }
    response.writeHead(status, {
        "content-type": "text/plain; charset=utf-8",
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
        ...Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, typeof value === "string" ? value : [...value]])),
    });
    response.end(body);
}


/***/ }),

/***/ 87368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ pageHeaders),
/* harmony export */   w: () => (/* binding */ plainPage)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _report_html_html_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10662);


const STYLES = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse}td,th{text-align:left;vertical-align:top;padding:.2rem 1rem .2rem 0}button{font:inherit;padding:.4rem 1rem}`;
const STYLE_HASH = `'sha256-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(STYLES).digest("base64")}'`;
/** Headers of every page: nothing is loaded, no other page shows it in a frame, and its address is told to nobody. */
const pageHeaders = (policy) => ({
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
});
/** A page without a script. `formAction`: where its form may be sent to, an origin. */
function plainPage(status, title, content, formAction = "'none'") {
    const head = (0,_report_html_html_text_js__WEBPACK_IMPORTED_MODULE_1__/* .element */ .ND)("head", {}, (0,_report_html_html_text_js__WEBPACK_IMPORTED_MODULE_1__/* .element */ .ND)("meta", { charset: "utf-8" }), (0,_report_html_html_text_js__WEBPACK_IMPORTED_MODULE_1__/* .element */ .ND)("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }), (0,_report_html_html_text_js__WEBPACK_IMPORTED_MODULE_1__/* .element */ .ND)("title", {}, title), (0,_report_html_html_text_js__WEBPACK_IMPORTED_MODULE_1__/* .element */ .ND)("style", {}, { html: STYLES }));
    const body = (0,_report_html_html_text_js__WEBPACK_IMPORTED_MODULE_1__/* .element */ .ND)("body", {}, (0,_report_html_html_text_js__WEBPACK_IMPORTED_MODULE_1__/* .element */ .ND)("main", {}, (0,_report_html_html_text_js__WEBPACK_IMPORTED_MODULE_1__/* .element */ .ND)("h1", {}, title), (0,_report_html_html_text_js__WEBPACK_IMPORTED_MODULE_1__/* .joinHtml */ .cR)(content)));
    const policy = `default-src 'none'; style-src ${STYLE_HASH}; base-uri 'none'; frame-ancestors 'none'; form-action ${formAction}`;
    return {
        status,
        body: `<!doctype html>\n${(0,_report_html_html_text_js__WEBPACK_IMPORTED_MODULE_1__/* .element */ .ND)("html", { lang: "en" }, head, body).html}\n`,
        headers: pageHeaders(policy),
    };
}


/***/ }),

/***/ 16736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Du: () => (/* binding */ unseal),
/* harmony export */   QV: () => (/* binding */ sameText),
/* harmony export */   YD: () => (/* binding */ keysOf),
/* harmony export */   od: () => (/* binding */ seal),
/* harmony export */   yK: () => (/* binding */ signatureOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

function keysOf(privateKey) {
    const derive = (use) => Buffer.from((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hkdfSync)("sha256", privateKey, "", `windsock ${use}`, 32));
    return { address: derive("address"), cookie: derive("cookie") };
}
/** A short signature of some text, for an address. */
const signatureOf = (key, text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)("sha256", key).update(text).digest("base64url");
/** Compares two texts in a time that tells nothing of them. */
function sameText(given, wanted) {
    const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(32);
    const digest = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)("sha256", key).update(text).digest();
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(digest(given), digest(wanted));
}
const [NONCE, TAG] = [12, 16];
/** Encrypts a value so that only `unseal` reads it, until `expires` (milliseconds since 1970). AES-256-GCM. */
function seal(key, value, expires) {
    const nonce = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(NONCE);
    const cipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createCipheriv)("aes-256-gcm", key, nonce);
    const body = Buffer.concat([cipher.update(JSON.stringify({ value, expires }), "utf8"), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}
/** The value that was sealed, or `null` where it was not by this key, was changed, or is too old. */
function unseal(key, sealed, now) {
    const bytes = Buffer.from(sealed, "base64url");
    if (bytes.length <= NONCE + TAG)
        return null;
    try {
        const decipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)("aes-256-gcm", key, bytes.subarray(0, NONCE));
        decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
        const body = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
        const { value, expires } = JSON.parse(body.toString("utf8"));
        return expires > now ? value : null;
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 78498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  startSetup: () => (/* binding */ startSetup)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@octokit/rest/dist-src/index.js + 3 modules
var dist_src = __webpack_require__(11267);
// EXTERNAL MODULE: ./build/model/tool-version.js
var tool_version = __webpack_require__(96327);
// EXTERNAL MODULE: ./build/report/html/html-text.js
var html_text = __webpack_require__(10662);
// EXTERNAL MODULE: ./build/snapshot/user-error.js
var user_error = __webpack_require__(35357);
// EXTERNAL MODULE: ./build/bot/app-credentials.js
var app_credentials = __webpack_require__(70110);
;// CONCATENATED MODULE: ./build/bot/app-manifest.js
/**
 * The App that Windsock needs, as GitHub's manifest flow takes it
 * (https://docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest). `publicUrl`: the service's address.
 */
function appManifest(publicUrl) {
    return {
        name: `Windsock ${new URL(publicUrl).hostname}`.slice(0, LONGEST_NAME).trim(),
        url: publicUrl,
        description: "Reviews pull requests that change gusty task folders.",
        hook_attributes: { url: `${publicUrl}/webhook`, active: true },
        redirect_url: `${publicUrl}/setup/done`,
        callback_urls: [`${publicUrl}/sign-in/done`],
        public: false,
        default_permissions: PERMISSIONS,
        default_events: EVENTS,
    };
}
/** GitHub takes no longer name of an App. */
const LONGEST_NAME = 34;
/** The App's permissions and events, as docs/bot.md lists them. */
const PERMISSIONS = {
    checks: "write",
    contents: "write",
    merge_queues: "read",
    metadata: "read",
    pull_requests: "write",
};
const EVENTS = [
    "check_run",
    "check_suite",
    "issue_comment",
    "merge_group",
    "pull_request",
    "repository",
];

// EXTERNAL MODULE: ./build/bot/cookies.js
var cookies = __webpack_require__(91813);
// EXTERNAL MODULE: ./build/bot/http-server.js
var http_server = __webpack_require__(7182);
// EXTERNAL MODULE: ./build/bot/plain-page.js
var plain_page = __webpack_require__(87368);
// EXTERNAL MODULE: ./build/bot/sealed.js
var sealed = __webpack_require__(16736);
;// CONCATENATED MODULE: ./build/bot/setup.js











/** Seconds after which the setup closes by itself: GitHub's code holds an hour, a person needs minutes. */
const LONGEST = 3600;
const COOKIE = "setup";
/**
 * Makes the App by GitHub's manifest flow: a person opens `address` and presses a button, GitHub asks for confirmation and sends
 * the person back with a code, which is exchanged for the App's credentials. They are stored in the data folder, for this user
 * alone, and the server closes. Only the first visit with the one-time token gets in; what comes back from GitHub must have the
 * `state` and the cookie of that visit. Throws a `UserError` where there is an App already.
 */
async function startSetup(settings, onError) {
    const { publicUrl, dataFolder, organization } = settings;
    const file = (0,app_credentials/* credentialsFile */.XE)(dataFolder);
    if ((0,app_credentials/* readCredentials */.L1)(file) !== null) {
        throw new user_error/* UserError */.y(`there is an App already: \`${file}\``, "Run: windsock serve. To make another one, move that file away first.");
    }
    const random = () => (0,external_node_crypto_.randomBytes)(32).toString("base64url");
    let token = random();
    const [visit, state] = [random(), random()];
    let exchanging = false;
    let settle = { resolve() { }, reject() { } };
    const made = new Promise((resolve, reject) => {
        settle = { resolve, reject };
    });
    const isVisitor = (request) => (0,sealed/* sameText */.QV)((0,cookies/* cookieOf */.QY)(request.headers.cookie, (0,cookies/* cookieName */.Ok)(publicUrl, COOKIE)) ?? "", visit);
    const refused = () => (0,plain_page/* plainPage */.w)(403, "This is for whoever started the setup", [
        "Open the address that stands in the console. It is good for one visit: start the setup anew for another.",
    ]);
    const enter = async (request) => {
        const given = request.url.searchParams.get("token");
        if (given !== null) {
            if (token === null || !(0,sealed/* sameText */.QV)(given, token))
                return refused();
            token = null;
            // The token does not stay in the address, where it might be kept.
            const headers = { location: `${publicUrl}/setup`, "set-cookie": (0,cookies/* setCookie */.TV)(publicUrl, COOKIE, visit, LONGEST) };
            return { status: 302, body: "", headers: { ...headers, "referrer-policy": "no-referrer" } };
        }
        return isVisitor(request) ? form() : refused();
    };
    const form = () => {
        const owner = organization === null ? "settings" : `organizations/${organization}/settings`;
        const action = `${settings.serverUrl}/${owner}/apps/new?state=${state}`;
        const manifest = JSON.stringify(appManifest(publicUrl));
        return (0,plain_page/* plainPage */.w)(200, "Make the GitHub App", [
            (0,html_text/* element */.ND)("p", {}, `GitHub shows what the App may do, and lets you change its name. Its webhooks come to ${publicUrl}/webhook.`),
            (0,html_text/* element */.ND)("form", { method: "post", action }, (0,html_text/* element */.ND)("input", { type: "hidden", name: "manifest", value: manifest }), (0,html_text/* element */.ND)("button", { type: "submit" }, "Make the App on GitHub")),
        ], new URL(settings.serverUrl).origin);
    };
    const finish = async (request) => {
        const { searchParams: query } = request.url;
        const code = query.get("code") ?? "";
        const known = isVisitor(request) && (0,sealed/* sameText */.QV)(query.get("state") ?? "", state);
        if (!known || exchanging || !/^[\w-]{1,200}$/.test(code))
            return refused();
        exchanging = true;
        try {
            const install = await exchange(settings, code);
            settle.resolve(`The App is made, and its credentials are in ${file}. Install it: ${install}\nThen run: windsock serve\n`);
            return (0,plain_page/* plainPage */.w)(200, "The App is made", [
                (0,html_text/* element */.ND)("p", {}, (0,html_text/* element */.ND)("a", { href: install }, "Install it on repositories"), ". Then run: windsock serve"),
            ]);
        }
        catch (error) {
            onError(error);
            exchanging = false;
            return (0,plain_page/* plainPage */.w)(502, "GitHub did not give the App's credentials", [
                "The console says why. Load this page again.",
            ]);
        }
    };
    const server = await (0,http_server/* startHttpServer */.O)({
        "GET /setup": enter,
        "GET /setup/done": finish,
        "GET /healthz": async () => ({ status: 200, body: "ok\n" }),
    }, settings, onError);
    const timer = setTimeout(() => settle.reject(new user_error/* UserError */.y("nobody finished the setup within an hour", "Start it again.")), LONGEST * 1000);
    return {
        port: server.port,
        address: `${publicUrl}/setup?token=${token}`,
        done: made.finally(async () => {
            clearTimeout(timer);
            await server.close();
        }),
        async close() {
            settle.reject(new user_error/* UserError */.y("the setup was ended before there was an App"));
        },
    };
}
/** Exchanges GitHub's code, which works once, and stores what comes. Gives the address where the App is installed. */
async function exchange({ apiUrl, dataFolder }, code) {
    const silent = () => { };
    const log = { debug: silent, info: silent, warn: silent, error: silent };
    const octokit = new dist_src/* Octokit */.E({ baseUrl: apiUrl, userAgent: `windsock/${tool_version/* VERSION */.x}`, log });
    const { data } = await octokit.rest.apps.createFromManifest({ code });
    if (data.webhook_secret === null)
        throw new Error("GitHub gave no webhook secret");
    (0,app_credentials/* writeCredentials */.wK)((0,app_credentials/* credentialsFile */.XE)(dataFolder), {
        appId: String(data.id),
        privateKey: data.pem,
        webhookSecret: data.webhook_secret,
        clientId: data.client_id,
        clientSecret: data.client_secret,
    });
    return `${data.html_url}/installations/new`;
}


/***/ }),

/***/ 10662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   ND: () => (/* binding */ element),
/* harmony export */   cR: () => (/* binding */ joinHtml),
/* harmony export */   s$: () => (/* binding */ jsonText),
/* harmony export */   td: () => (/* binding */ rich)
/* harmony export */ });
/* unused harmony export text */
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6257);

const ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
};
const escaped = (text) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
/** Text as markup, on one line; nothing in it is hidden. */
const text = (words) => ({ html: escaped((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(words)) });
/** Text of several lines as markup. */
const lines = (words) => ({ html: escaped((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLines */ .gB)(words)) });
/** Markup in a row; strings are text. */
const joinHtml = (parts, between = "") => ({
    html: parts.map((part) => (typeof part === "string" ? text(part).html : part.html)).join(between),
});
/** HTML elements that have no end tag. */
const VOID = new Set(["meta", "input", "br", "hr", "link"]);
/** An element; an attribute is left out where its value is `null` or `false`, and without a value where it is `true`. */
function element(name, attributes, ...children) {
    const given = Object.entries(attributes)
        .filter(([, value]) => value !== null && value !== false)
        .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escaped((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(String(value)))}"`))
        .join("");
    const end = VOID.has(name) ? "" : `${joinHtml(children).html}</${name}>`;
    return { html: `<${name}${given}>${end}` };
}
function piece(part) {
    if (typeof part === "string")
        return text(part);
    if (part.t === "code")
        return element("code", {}, part.text);
    return element(part.t === "strong" ? "strong" : "span", {}, rich(part.of));
}
/** Rich text as markup; links are plain, since the report stands alone. */
const rich = (words) => joinHtml(words.map(piece));
/** JSON for a `<script type="application/json">`: no character in it can end the element or begin another. */
const jsonText = (data) => JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);


/***/ })

};
