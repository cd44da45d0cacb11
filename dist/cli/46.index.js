export const id = 46;
export const ids = [46];
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

/***/ 13235:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  serve: () => (/* binding */ serve)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/github/rate-limit.js
var rate_limit = __webpack_require__(93408);
// EXTERNAL MODULE: ./build/github/explain-error.js
var explain_error = __webpack_require__(798);
// EXTERNAL MODULE: ./build/bot/pull-memory.js
var pull_memory = __webpack_require__(11475);
;// CONCATENATED MODULE: ./build/bot/accept-command.js

const LONGEST_REASON = 300;
/** Six characters of a fingerprint are enough to name a finding; the report shows all 16. */
const START = /^[0-9a-f]{6,16}$/;
const NO_FINGERPRINT = "A fingerprint has 6 to 16 letters and digits; the report shows it at each finding.";
/** The fingerprint's beginning that a command names, or `null`, and the words behind it. */
function read(rest) {
    const [start = "", ...words] = rest.replaceAll("`", "").split(/\s+/);
    const wanted = start.toLowerCase();
    return { wanted: START.test(wanted) ? wanted : null, words };
}
/**
 * `accept FINGERPRINT reason`: keeps that a person accepts a finding of the newest report, as it is now. Gives why not, in a
 * sentence; `null`: done.
 */
async function acceptFinding(database, key, by, rest) {
    const { wanted, words } = read(rest);
    const reason = words.join(" ").slice(0, LONGEST_REASON).trim();
    if (wanted === null)
        return NO_FINGERPRINT;
    const known = await (0,pull_memory/* recallFindings */.ml)(database, key);
    if (known.length === 0)
        return "The newest report has no finding, or is not written yet.";
    const [found, other] = known.filter(({ fingerprint }) => fingerprint.startsWith(wanted));
    if (found === undefined)
        return "The newest report has no finding with this fingerprint.";
    if (other !== undefined)
        return "Several findings have a fingerprint that begins so: write more of it.";
    if (reason === "")
        return "The reason is missing: it is shown to everybody.";
    await (0,pull_memory/* accept */.Ju)(database, key, { fingerprint: found.fingerprint, digest: found.digest, by, reason });
    return null;
}
/** `unaccept FINGERPRINT`: takes back what somebody accepted. Gives why not, in a sentence; `null`: done. */
async function takeBackAcceptance(database, key, rest) {
    const { wanted } = read(rest);
    if (wanted === null)
        return NO_FINGERPRINT;
    const taken = await (0,pull_memory/* takeBack */.zH)(database, key, wanted);
    return taken === 0 ? "Nobody has accepted a finding with this fingerprint here." : null;
}

// EXTERNAL MODULE: ./build/config/nearest.js
var nearest = __webpack_require__(49445);
;// CONCATENATED MODULE: ./build/bot/commands.js

/** The commands, in the order of the help. docs/bot.md lists the same. */
const COMMANDS = [
    { word: "help", takes: "", does: "shows this", who: "everybody" },
    { word: "review", takes: "", does: "reviews the newest commit once more", who: "write" },
    { word: "fix", takes: "", does: "commits the safe fixes of what this pull request brings", who: "write" },
    { word: "commit", takes: "", does: "commits the generated Python", who: "write" },
    {
        word: "accept",
        takes: "FINGERPRINT reason",
        does: "lets a finding pass in this pull request, until it says something else",
        who: "write",
    },
    { word: "unaccept", takes: "FINGERPRINT", does: "takes that back", who: "write" },
    {
        word: "why",
        takes: "DAG.TASK",
        does: "says where each value and dependency comes from; `DAG.TASK.KEY` asks for one value, `--from DAG.TASK` for the way from there",
        who: "everybody",
    },
    { word: "impact", takes: "DAG.TASK", does: "says what lies downstream, in other DAGs too", who: "everybody" },
    { word: "graph", takes: "DAG", does: "draws a DAG; without a name, the graph between DAGs", who: "everybody" },
    { word: "diff", takes: "DAG", does: "shows how the generated Python of a DAG differs", who: "everybody" },
];
/** The command of that word, or `null`. */
const commandSpec = (word) => COMMANDS.find((one) => one.word === word) ?? null;
const usage = ({ word, takes }) => `/windsock ${word}${takes === "" ? "" : ` ${takes}`}`;
/** What people may say, as Markdown. */
const HELP = [
    "Commands, each on a line of its own in a new comment:",
    "",
    "| command | what it does | who may |",
    "|---|---|---|",
    ...COMMANDS.map((spec) => `| \`${usage(spec)}\` | ${spec.does} | ${spec.who === "write" ? "those with write access" : "everybody"} |`),
    "",
    "Answers stand at the end of the report. Fingerprints stand behind its findings.",
].join("\n");
/** The answer to a word that is no command, as Markdown. The word is shown only where it is harmless. */
function unknownCommand(word) {
    const near = (0,nearest/* nearest */.p)(word, COMMANDS.map((one) => one.word));
    const said = /^[a-z][a-z-]{0,30}$/.test(word) ? `There is no command \`${word}\`.` : "There is no such command.";
    return `${said}${near === null ? "" : ` Did you mean \`/windsock ${near}\`?`}\n\n${HELP}`;
}
/** The answer to a command with the wrong words behind it, as Markdown. */
const wrongUse = (spec, why) => `${why} Write it so: \`${usage(spec)}\``;

// EXTERNAL MODULE: ./build/github/commit-files.js
var commit_files = __webpack_require__(29187);
// EXTERNAL MODULE: ./build/github/commit-generated.js
var commit_generated = __webpack_require__(33753);
// EXTERNAL MODULE: ./build/model/tool-version.js
var tool_version = __webpack_require__(96327);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/rich.js
var rich = __webpack_require__(46781);
;// CONCATENATED MODULE: ./build/bot/job.js
/** What a job is about: one review at a time for each. */
const keyOf = ({ repository, subject }) => subject.kind === "pull-request"
    ? `${repository.id}/pull/${subject.number}`
    : `${repository.id}/commit/${subject.head}`;
/** What a job that somebody asked for is about: one at a time for each. */
function askKeyOf(job) {
    const of = `${job.repository.id}`;
    if (job.kind === "comment")
        return `${of}/comment/${job.comment}`;
    return job.kind === "button" ? `${of}/check/${job.check}/${job.word}` : `${of}/rerun/${job.head}`;
}
/** What the log says of a job that somebody asked for. */
const fieldsOfAsk = (job) => ({
    delivery: job.delivery,
    installation: job.installation,
    repository: `${job.repository.owner}/${job.repository.repo}`,
    ...(job.kind === "rerun" ? { word: "rerun", head: job.head } : { word: job.word, number: job.number }),
});
/** What tells one request of a pull request from the others: the comment's id, or the check run's and the button's word. */
const requestOf = (job) => job.kind === "comment" ? `${job.comment}` : `${job.check} ${job.word}`;

// EXTERNAL MODULE: ./build/bot/payload.js
var bot_payload = __webpack_require__(93232);
;// CONCATENATED MODULE: ./build/bot/pull-target.js

/** Reads a pull request; `null` where it is closed or gone. Throws what the API throws. */
async function readPull(client, repository, number) {
    const { owner, repo } = repository;
    try {
        const { data } = await client.rest.pulls.get({ owner, repo, pull_number: number });
        if (data.state !== "open")
            return null;
        const about = {
            kind: "pull-request",
            number,
            head: data.head.sha,
            base: data.base.sha,
            formerBase: null,
            formerHead: null,
            fork: false,
        };
        const fork = data.head.repo?.full_name !== data.base.repo.full_name;
        return {
            about,
            base: data.base.ref,
            author: data.user?.login ?? "",
            fork,
            isPrivate: data.base.repo.private !== false,
        };
    }
    catch (error) {
        if ((0,explain_error/* statusOf */.c2)(error) === 404)
            return null;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/bot/pauses.js
var pauses = __webpack_require__(74287);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/bot/run-child.js


/** Variables that the process is given: what network and git need. None holds a secret of the service. */
const PASSED = [
    "PATH",
    "TMPDIR",
    "TEMP",
    "SystemRoot",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "NO_PROXY",
    "http_proxy",
    "https_proxy",
    "no_proxy",
    "NODE_EXTRA_CA_CERTS",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
];
/** Bytes of an answer that are too many, and characters of standard error that are kept. */
const LONGEST_ANSWER = 64 * 1024 * 1024;
const LONGEST_WORDS = 4000;
/** Milliseconds between two looks at the memory. */
const LOOK = 250;
/**
 * Runs one review in a process of its own: a shell limits its processor time, so that it ends even where nobody is left to end
 * it; wall clock and memory are watched from here. It and all its children are ended when a limit is met or `signal` says so.
 */
function runChild(command, request, limits, signal) {
    return new Promise((resolve) => {
        const heap = Math.max(48, Math.floor(limits.memory * 0.7));
        const node = [process.execPath, `--max-old-space-size=${heap}`, ...command];
        const posix = process.platform !== "win32";
        const [program = "", ...args] = posix
            ? ["/bin/sh", "-c", `ulimit -t ${limits.seconds * 2}; exec "$@"`, "sh", ...node]
            : node;
        const env = Object.fromEntries(PASSED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
        const child = (0,external_node_child_process_.spawn)(program, args, { env, detached: posix, stdio: ["pipe", "pipe", "pipe"] });
        let ended = null;
        const end = (result) => {
            ended ??= result;
            killAll(child, posix);
        };
        const chunks = [];
        let [size, words] = [0, ""];
        child.stdout.on("data", (chunk) => {
            size += chunk.length;
            if (size > LONGEST_ANSWER)
                end({ kind: "stopped", why: "its report was too long" });
            else
                chunks.push(chunk);
        });
        child.stderr.on("data", (chunk) => {
            words = (words + chunk.toString("utf8")).slice(-LONGEST_WORDS);
        });
        child.stdin.on("error", () => { });
        child.stdin.write(`${JSON.stringify(request)}\n`);
        const onAbort = () => end({ kind: "aborted" });
        const timer = setTimeout(() => end({ kind: "stopped", why: `it took more than ${limits.seconds} seconds` }), limits.seconds * 1000);
        const tooMuch = { kind: "stopped", why: `it needed more than ${limits.memory} MiB of memory` };
        const watch = setInterval(() => {
            if (residentMemory(child.pid) > limits.memory)
                end(tooMuch);
        }, LOOK);
        signal.addEventListener("abort", onAbort, { once: true });
        if (signal.aborted)
            onAbort();
        child.on("error", (error) => {
            ended ??= { kind: "crashed", words: error.message };
        });
        child.on("close", () => {
            clearTimeout(timer);
            clearInterval(watch);
            signal.removeEventListener("abort", onAbort);
            // What it started, such as git, ends with it.
            killAll(child, posix);
            if (ended !== null)
                resolve(ended);
            else if (/heap out of memory|allocation failed/i.test(words))
                resolve(tooMuch);
            else
                resolve(readAnswer(Buffer.concat(chunks).toString("utf8"), words));
        });
    });
}
function killAll(child, group) {
    if (child.pid === undefined)
        return;
    try {
        process.kill(group ? -child.pid : child.pid, "SIGKILL");
    }
    catch {
        // It has ended already.
    }
}
function readAnswer(text, words) {
    try {
        return { kind: "answer", answer: JSON.parse(text) };
    }
    catch {
        return { kind: "crashed", words };
    }
}
/** MiB of a process, where the system tells (Linux); elsewhere only the heap is limited. */
function residentMemory(pid) {
    try {
        const kib = /^VmRSS:\s+(\d+) kB$/m.exec((0,external_node_fs_.readFileSync)(`/proc/${pid}/status`, "latin1"))?.[1];
        return Number(kib ?? 0) / 1024;
    }
    catch {
        return 0;
    }
}

;// CONCATENATED MODULE: ./build/bot/run-work.js


/** Runs work on a target in a process of its own, within the limits, with a mirror for it alone. */
async function runWork(places, of, target, work, signal) {
    const { settings, github, mirrors, child } = places;
    const token = await github.token(of.installation, of.repository.id, "read");
    const mirror = await mirrors.take(of.repository.id, target.head.length === 64 ? "sha256" : "sha1");
    let result = null;
    try {
        const { serverUrl, apiUrl, reviewSeconds: seconds, reviewMemory: memory } = settings;
        const { owner, repo } = of.repository;
        const request = { repository: { owner, repo }, target, token, serverUrl, apiUrl, mirror: mirror.directory, work };
        result = await runChild(child, request, { seconds, memory }, signal);
        if (result.kind === "answer" && "limitedUntil" in result.answer)
            throw new pauses/* RateLimited */.JH(result.answer.limitedUntil);
        return result;
    }
    finally {
        await mirror.release(result?.kind === "answer");
    }
}

// EXTERNAL MODULE: ./build/bot/tables.js
var tables = __webpack_require__(83973);
;// CONCATENATED MODULE: ./build/bot/commit-command.js












/** Fixes that a commit's message lists. */
const MOST_LINES = 50;
/**
 * `fix` and `commit`: works out a commit in a process of its own and makes it, one commit on top of the branch's newest.
 * Nothing is written to a fork: there the fixes are given as a patch.
 */
async function commitToBranch(places, asked, word) {
    const { job, client, signal } = asked;
    const open = await readPull(client, job.repository, job.number);
    if (open === null)
        return { outcome: "closed", answer: null };
    if (open.fork && word === "commit")
        return { outcome: "not possible", answer: `${commit_files/* NOT_TO_A_FORK */.rK} ${BY_HAND.commit}` };
    if (await isCommitted(places, asked, open.about.head))
        return { outcome: "done", answer: null };
    const key = { repository: job.repository.id, number: job.number };
    const { acceptances } = await (0,pull_memory/* recallPull */.lZ)(places.database, key);
    const work = word === "fix" ? { kind: "fix", acceptances } : { kind: "commit" };
    const result = await runWork(places, job, open.about, work, signal);
    if (result.kind === "aborted")
        throw new Error("the work was stopped, because this process ends");
    if (result.kind === "stopped")
        return { outcome: "not possible", answer: `The work was stopped: ${result.why}.` };
    if (result.kind === "crashed") {
        const trouble = (0,explain_error/* reason */.l)(result.words, 2000);
        return { outcome: "not possible", answer: "The work met a defect of Windsock.", trouble };
    }
    if (!result.answer.ok)
        return { outcome: "not possible", answer: `${result.answer.message}. Ask again.` };
    if (!("commit" in result.answer))
        throw new Error("the process answered something else");
    const { commit } = result.answer;
    if (commit.nothing !== null)
        return { outcome: "not possible", answer: commit.nothing };
    if (open.fork)
        return { outcome: "done", answer: forFork(commit) };
    return write(places, asked, open.about.head, word, commit);
}
const BY_HAND = {
    fix: "Run `windsock check --fix` on the branch, and commit the result.",
    commit: "Run `windsock compile` on the branch, and commit the result.",
};
/** The fixes as a patch, where the branch is not to be written to. */
const forFork = ({ patch }) => patch === ""
    ? `${commit_files/* NOT_TO_A_FORK */.rK} ${BY_HAND.fix}`
    : `${commit_files/* NOT_TO_A_FORK */.rK} These are the fixes, for \`git apply\`:\n\n${(0,report_escape/* fence */.EU)("diff", patch)}`;
/** What was asked for, to note the commit that it makes. */
const noteOf = ({ job }) => `command/${job.repository.id}/${requestOf(job)}/commit`;
/** True where this very request has made its commit before, and was ended before it could say so. */
async function isCommitted({ database, github }, asked, head) {
    const { job, signal } = asked;
    const noted = await (0,tables/* recall */.I9)(database, noteOf(asked));
    const before = (0,bot_payload/* text */.Q)(noted, "head");
    if (before === "" || before === head)
        return false;
    const { owner, repo } = job.repository;
    const message = { headline: (0,bot_payload/* text */.Q)(noted, "message", "headline"), body: (0,bot_payload/* text */.Q)(noted, "message", "body") };
    const client = await github.client(job.installation, job.repository.id, signal, "commit");
    return ((await (0,commit_files/* findCommit */.fq)(client, { repository: { owner, repo }, number: job.number, head: before, message })) !== null);
}
async function write({ github, database }, asked, head, word, { additions, deletions, command, done }) {
    const { job, signal } = asked;
    const what = word === "fix" ? "the fixes" : commit_generated/* GENERATED */.KB;
    const { owner, repo } = job.repository;
    const message = word === "fix" ? fixMessage(head, done) : (0,commit_generated/* generatedMessage */.li)(head);
    const request = {
        repository: { owner, repo },
        number: job.number,
        head,
        additions,
        deletions,
        command,
        what,
        message,
    };
    try {
        const client = await github.client(job.installation, job.repository.id, signal, "commit");
        await (0,tables/* remember */.kY)(database, noteOf(asked), { head, message });
        const outcome = await (0,commit_files/* commitFiles */.zu)(client, request);
        if (outcome.what === "committed")
            return { outcome: "done", answer: null };
        if (outcome.what === "outdated") {
            const answer = `A newer push has come meanwhile, so ${what} of ${(0,report_escape/* markdown */.wD)([(0,rich/* code */.aY)(head.slice(0, 7))])} were not committed. Ask again.`;
            return { outcome: "not possible", answer };
        }
        return { outcome: "not possible", answer: outcome.why };
    }
    catch (error) {
        // The App was installed without the right to write contents.
        if ((0,explain_error/* statusOf */.c2)(error) !== 422)
            throw error;
        const why = (0,explain_error/* explainError */.UW)(error, { action: `commit ${what}`, permission: "{ contents: write, pull-requests: read }" }, false);
        return { outcome: "not possible", answer: `${why} The App needs the permission *Contents: read and write*.` };
    }
}
const fixMessage = (head, done) => ({
    headline: "Apply the fixes of Windsock",
    body: [
        ...done.slice(0, MOST_LINES).map((line) => `- ${line}`),
        ...(done.length > MOST_LINES ? [`- and ${done.length - MOST_LINES} more`] : []),
        "",
        `Worked out for ${head} by Windsock ${tool_version/* VERSION */.x}.`,
    ].join("\n"),
});

;// CONCATENATED MODULE: ./build/github/event.js
/** A commit's id, in SHA-1 or SHA-256. */
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const ZEROS = /^0+$/;
/** The input of a `workflow_dispatch` workflow that names a pull request. */
const NUMBER_INPUT = "pull-request";
/**
 * Reads what to compare from an event's name and payload (https://docs.github.com/webhooks/webhook-events-and-payloads),
 * never from GITHUB_SHA, which is another commit for some of the events.
 */
function readEvent(name, payload) {
    switch (name) {
        case "pull_request":
        case "pull_request_target":
            return pullRequest(name, payload);
        case "merge_group":
            return commits(name, event_text(payload, "merge_group", "base_sha"), event_text(payload, "merge_group", "head_sha"), payload);
        case "push":
            if (field(payload, "deleted") === true)
                return skip("The branch was deleted: there is nothing to review.");
            return commits(name, event_text(payload, "before"), event_text(payload, "after"), payload);
        case "workflow_run":
            return finishedRun(payload);
        case "workflow_dispatch":
            return dispatched(payload);
        default:
            return wrong(`Windsock does not know the event \`${printable(name)}\`. Run it on pull_request, pull_request_target, workflow_run, merge_group, push or workflow_dispatch.`);
    }
}
function pullRequest(name, payload) {
    if (field(payload, "action") === "closed")
        return skip("The pull request was closed: there is nothing to review.");
    const number = field(payload, "pull_request", "number");
    const head = event_text(payload, "pull_request", "head", "sha");
    const base = event_text(payload, "pull_request", "base", "sha");
    if (!isNumber(number) || !COMMIT.test(head) || !COMMIT.test(base))
        return incomplete(name);
    const own = event_text(payload, "repository", "full_name");
    const fork = name === "pull_request" && event_text(payload, "pull_request", "head", "repo", "full_name") !== own;
    const former = event_text(payload, "changes", "base", "sha", "from");
    const formerBase = COMMIT.test(former) && former !== base ? former : null;
    return { ok: true, target: { kind: "pull-request", number, head, base, formerBase, formerHead: null, fork } };
}
function commits(name, base, head, payload) {
    if (!COMMIT.test(head))
        return incomplete(name);
    const defaultBranch = event_text(payload, "repository", "default_branch");
    return {
        ok: true,
        target: { kind: "commits", head, base: COMMIT.test(base) && !ZEROS.test(base) ? base : null, defaultBranch },
    };
}
function finishedRun(payload) {
    const event = event_text(payload, "workflow_run", "event");
    if (event !== "pull_request") {
        return skip(`The finished run was started by \`${printable(event)}\`, not by a pull request: there is nothing to review.`);
    }
    const head = event_text(payload, "workflow_run", "head_sha");
    const repository = event_text(payload, "workflow_run", "head_repository", "full_name");
    const branch = event_text(payload, "workflow_run", "head_branch");
    if (!COMMIT.test(head) || repository === "" || branch === "") {
        return skip("The finished run's branch or repository was deleted: there is no pull request to report to.");
    }
    return { ok: true, target: { kind: "finished-run", head, repository, branch } };
}
function dispatched(payload) {
    const number = Number(field(payload, "inputs", NUMBER_INPUT));
    if (isNumber(number))
        return { ok: true, target: { kind: "pull-request-number", number } };
    return wrong(`A workflow_dispatch run needs the number of a pull request. Give the workflow an input named \`${NUMBER_INPUT}\` and start it with a number.`);
}
const isNumber = (value) => typeof value === "number" && Number.isSafeInteger(value) && value > 0;
function field(value, ...keys) {
    let current = value;
    for (const key of keys) {
        if (typeof current !== "object" || current === null || !Object.hasOwn(current, key))
            return undefined;
        current = Reflect.get(current, key);
    }
    return current;
}
const event_text = (value, ...keys) => {
    const found = field(value, ...keys);
    return typeof found === "string" ? found : "";
};
const printable = (name) => name.replace(/[^\w.-]/g, "?").slice(0, 60);
const skip = (message) => ({ ok: false, skip: true, message });
const wrong = (message) => ({ ok: false, skip: false, message });
const incomplete = (name) => wrong(`The payload of the event \`${name}\` lacks its commits. Is GITHUB_EVENT_PATH the file of that event?`);

;// CONCATENATED MODULE: ./build/bot/check-run.js

const CHECK_NAME = "Windsock";
/** How a check run is found again: by what it is about, and by the job where somebody asked for it once more. */
const externalIdOf = (about, again) => {
    const id = "number" in about ? `pull/${about.number}/${about.branch}` : `commits/${about.base}/${about.pull ?? ""}`;
    return id.slice(0, 200) + (again === null ? "" : `${AGAIN}${again}`);
};
const AGAIN = "/again/";
/** What a check run of ours is about, by its external id; `branch` is the default branch. `null`: it is none of ours. */
function subjectOfCheck(externalId, head, branch) {
    const [kind, what = "", more = ""] = externalId.split("/");
    const isNumber = (text) => /^[1-9]\d{0,14}$/.test(text);
    if (kind === "pull" && isNumber(what))
        return { kind: "pull-request", number: Number(what), head };
    if (kind === "commits" && COMMIT.test(what)) {
        return { kind: "commits", head, base: what, branch, pull: isNumber(more) ? Number(more) : null };
    }
    return null;
}
/** The title of a check run whose review was given up. */
const NO_VERDICT = "Windsock could not review this commit";
/** The API takes so many annotations in one request, and shows no more than a thousand in all. */
const BATCH = 50;
const MOST = 1000;
/** Finds the check run, or makes it, in progress; one that came to no verdict is left aside. Throws what the API throws. */
async function openCheck(place) {
    const found = await findCheck(place);
    if (found !== null)
        return found;
    const { data } = await place.client.rest.checks.create({
        ...place.repository,
        name: CHECK_NAME,
        head_sha: place.head,
        external_id: place.externalId,
        status: "in_progress",
        // Not repeated blindly: a lost answer does not mean that there is no check. The next try of the job looks first.
        request: { retries: 0 },
    });
    return { id: data.id, url: data.html_url, completed: false, annotations: 0 };
}
/** The check run of a place, or `null`; of several the newest, as GitHub counts that one. Throws what the API throws. */
async function findCheck({ client, repository, appId, head, externalId }) {
    const { data } = await client.rest.checks.listForRef({
        ...repository,
        ref: head,
        check_name: CHECK_NAME,
        app_id: Number(appId),
        filter: "all",
        per_page: 100,
    });
    const [run] = data.check_runs
        .filter(({ external_id: id }) => id === externalId || id?.startsWith(externalId + AGAIN))
        .filter(({ conclusion, output }) => conclusion !== "cancelled" && output.title !== NO_VERDICT)
        .sort((a, b) => b.id - a.id);
    if (run === undefined)
        return null;
    return {
        id: run.id,
        url: run.html_url,
        completed: run.status === "completed",
        annotations: run.output.annotations_count,
    };
}
/** The buttons as the API takes them: a label of at most 20 characters, a description of at most 40. */
const BUTTONS = {
    fix: { label: "Apply the fixes", description: "Commit the safe fixes to this branch", identifier: "fix" },
    commit: { label: "Commit the Python", description: "Commit the generated Python", identifier: "commit" },
};
/** What the check run of a head says that is the newest no more. */
const REPLACED = {
    conclusion: "cancelled",
    title: "A newer push has come",
    summary: "This commit was not reviewed to the end, because a newer one was pushed. The newer one has its own check.",
    annotations: [],
    actions: [],
};
/** Completes a check run. Annotations that an earlier try has sent are not sent again. */
async function completeCheck(place, run, result) {
    const { client, repository } = place;
    const { conclusion, title, summary } = result;
    const annotations = result.annotations.slice(0, MOST);
    let sent = run.annotations;
    const next = () => annotations.slice(sent, sent + BATCH).map((annotation) => ({ ...annotation }));
    while (annotations.length - sent > BATCH) {
        const output = { title, summary, annotations: next() };
        await client.rest.checks.update({ ...repository, check_run_id: run.id, output, request: { retries: 0 } });
        sent += BATCH;
    }
    const output = { title, summary, annotations: next() };
    await client.rest.checks.update({
        ...repository,
        check_run_id: run.id,
        status: "completed",
        conclusion,
        output,
        actions: result.actions.map((word) => BUTTONS[word]),
        ...(result.detailsUrl === undefined ? {} : { details_url: result.detailsUrl }),
        request: { retries: 0 },
    });
}

;// CONCATENATED MODULE: ./build/bot/rerun-checks.js


/** Asks for all reviews of a commit once more, by what its check runs are about: those of forks and of a merge queue too. */
async function rerunChecks({ settings, queue }, client, { installation, repository, head, branch, delivery }) {
    const { data } = await client.rest.checks.listForRef({
        owner: repository.owner,
        repo: repository.repo,
        ref: head,
        check_name: CHECK_NAME,
        app_id: Number(settings.appId),
        filter: "all",
        per_page: 100,
    });
    const subjects = data.check_runs.flatMap(({ external_id: id }) => subjectOfCheck(id ?? "", head, branch) ?? []);
    const byKey = new Map(subjects.map((subject) => [keyOf({ repository, subject }), subject]));
    for (const subject of byKey.values()) {
        await queue.add({ installation, repository, subject, again: true, delivery });
    }
}

// EXTERNAL MODULE: ./build/github/write-comment.js
var write_comment = __webpack_require__(3609);
;// CONCATENATED MODULE: ./build/bot/write-answer.js

/** Writes an answer as a comment of its own, one for each thing that was asked: `asked` is the comment's id, or a button's name. */
const writeAnswer = (client, answer) => (0,write_comment/* writeComment */.H)(client, {
    repository: answer.repository,
    number: answer.number,
    instance: `command ${answer.asked}`,
    head: answer.head,
    formerHead: null,
    text: answer.text,
    gone: answer.text,
});

;// CONCATENATED MODULE: ./build/bot/command-job.js










/**
 * Does what somebody asks for: a reaction to a comment at once, then what was asked for, and an answer where one is needed.
 * Running a job again changes nothing. Throws what makes another try worth it.
 */
async function runAskJob(places, job, signal) {
    const { github, database } = places;
    const client = await github.client(job.installation, job.repository.id, signal);
    if (job.kind === "rerun") {
        await rerunChecks(places, client, job);
        return { outcome: "done" };
    }
    const done = job.kind === "comment" ? `command/${job.repository.id}/${job.comment}` : null;
    if (done !== null && (await (0,tables/* recall */.I9)(database, done)) !== null)
        return { outcome: "done already" };
    const react = reactionsTo(client, job);
    await react("eyes");
    const { outcome, answer, trouble } = await runCommand(places, { job, client, signal });
    if (outcome === "not allowed" || outcome === "not understood" || outcome === "not possible")
        await react("confused");
    if (answer !== null) {
        const asked = requestOf(job);
        const head = (await readPull(client, job.repository, job.number))?.about.head;
        const { owner, repo } = job.repository;
        if (head !== undefined) {
            await writeAnswer(client, { repository: { owner, repo }, number: job.number, asked, head, text: answer });
        }
    }
    if (outcome === "done" && CHANGING.has(job.word))
        await react("rocket");
    if (done !== null)
        await (0,tables/* remember */.kY)(database, done, outcome);
    return { outcome, ...(trouble === undefined ? {} : { trouble }) };
}
/** Words whose effect is seen elsewhere, so that a sign at the comment says that it is done. */
const CHANGING = new Set(["fix", "commit", "accept", "unaccept"]);
async function runCommand(places, asked) {
    const { job, client } = asked;
    const spec = commandSpec(job.word);
    if (spec === null)
        return { outcome: "not understood", answer: unknownCommand(job.word) };
    if (spec.who === "write" && !(await mayWrite(client, job))) {
        const answer = `\`/windsock ${spec.word}\` is for those with write access to this repository.`;
        return { outcome: "not allowed", answer };
    }
    const rest = job.kind === "comment" ? job.rest : "";
    switch (spec.word) {
        case "help":
            return { outcome: "done", answer: HELP };
        case "review":
            return (await reviewAgain(places, asked, true)) ? DONE : CLOSED;
        case "fix":
        case "commit":
            return commitToBranch(places, asked, spec.word);
        case "accept":
        case "unaccept": {
            const key = { repository: job.repository.id, number: job.number };
            const change = spec.word === "accept"
                ? await acceptFinding(places.database, key, job.author, rest)
                : await takeBackAcceptance(places.database, key, rest);
            if (change !== null)
                return { outcome: "not understood", answer: wrongUse(spec, change) };
            return (await reviewAgain(places, asked, false)) ? DONE : CLOSED;
        }
        default:
            return takeQuestion(places, asked, rest);
    }
}
const DONE = { outcome: "done", answer: null };
const CLOSED = { outcome: "closed", answer: null };
/** Keeps a question; the report's next version has the answer, and is written at once. */
async function takeQuestion(places, asked, given) {
    const { job, client } = asked;
    const spec = commandSpec(job.word);
    if (job.kind !== "comment" || spec === null)
        return { outcome: "not understood", answer: HELP };
    // People write names as code.
    const rest = given.replaceAll("`", "").trim();
    if (rest === "" && job.word !== "graph") {
        return { outcome: "not understood", answer: wrongUse(spec, "The name is missing.") };
    }
    const key = { repository: job.repository.id, number: job.number };
    const question = { comment: job.comment, author: job.author, word: job.word, rest };
    const most = (await (0,pull_memory/* countQuestions */.jN)(places.database, key, job.comment)) >= MOST_QUESTIONS;
    if (most && !(await mayWrite(client, job))) {
        const answer = `There are many questions here already. On your own machine, \`windsock ${job.word}\` answers without limit.`;
        return { outcome: "not possible", answer };
    }
    await (0,pull_memory/* ask */.kA)(places.database, key, question);
    return (await reviewAgain(places, asked, false)) ? DONE : CLOSED;
}
/** So many questions of one pull request are taken from everybody, as each costs a review; more from those who may write. */
const MOST_QUESTIONS = 50;
/** Asks for a review of the newest commit; `again`: with a new check run. False where the pull request is closed. */
async function reviewAgain({ queue }, { job, client }, again) {
    const { installation, repository, delivery, number } = job;
    const open = await readPull(client, repository, number);
    if (open === null)
        return false;
    const subject = { kind: "pull-request", number, head: open.about.head };
    await queue.add({ installation, repository, subject, again, delivery });
    return true;
}
/** What reacts to the comment of a command: GitHub keeps one reaction of a kind for each author. A button has none. */
function reactionsTo(client, job) {
    return async (content) => {
        if (job.kind !== "comment")
            return;
        const { owner, repo } = job.repository;
        try {
            await client.rest.reactions.createForIssueComment({ owner, repo, comment_id: job.comment, content });
        }
        catch (error) {
            // The comment may be deleted again: what it asked for is done all the same.
            if ((0,explain_error/* statusOf */.c2)(error) !== 404)
                throw error;
        }
    };
}
/** Asks GitHub for a person's real permission: `maintain` counts as `write` there. */
async function mayWrite(client, { repository, author }) {
    try {
        const { data } = await client.rest.repos.getCollaboratorPermissionLevel({
            owner: repository.owner,
            repo: repository.repo,
            username: author,
        });
        return data.permission === "admin" || data.permission === "write";
    }
    catch (error) {
        if ((0,explain_error/* statusOf */.c2)(error) === 404)
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: ./node_modules/pg/esm/index.mjs
var esm = __webpack_require__(83849);
// EXTERNAL MODULE: ./node_modules/pg-boss/dist/index.js + 69 modules
var dist = __webpack_require__(11110);
// EXTERNAL MODULE: ./build/snapshot/user-error.js
var user_error = __webpack_require__(35357);
// EXTERNAL MODULE: external "node:sqlite"
var external_node_sqlite_ = __webpack_require__(80099);
;// CONCATENATED MODULE: ./build/bot/folder-lock.js




/**
 * Takes a folder for this process alone; throws a `UserError` where another has it. The system itself lets go of the lock when
 * the process ends, however it ends: it is SQLite's own lock on the file `lock`.
 */
function lockFolder(folder) {
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    const database = new external_node_sqlite_.DatabaseSync((0,external_node_path_.join)(folder, "lock"));
    try {
        database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
    }
    catch {
        database.close();
        throw new user_error/* UserError */.y(`another process uses the folder \`${folder}\``, "End that process, give this one its own DATA_FOLDER, or share a PostgreSQL server by DATABASE_URL.");
    }
    return () => database.close();
}

;// CONCATENATED MODULE: ./build/bot/database.js





/** Connections of one process to the server, beside those of pg-boss. */
const CONNECTIONS = 4;
/** Opens the database that the settings name. Throws a `UserError` where it is in use or not installed. */
async function openDatabase(settings, onError) {
    return settings.databaseUrl === null
        ? openFolder((0,external_node_path_.join)(settings.dataFolder, "database"))
        : openServer(settings.databaseUrl, onError);
}
function openServer(connectionString, onError) {
    const pool = new esm/* Pool */.bC({ connectionString, max: CONNECTIONS, connectionTimeoutMillis: 5000 });
    pool.on("error", onError);
    return {
        kind: "postgres",
        boss: { connectionString, max: 10 },
        query: async (text, values = []) => (await pool.query(text, [...values])).rows,
        async script(text) {
            // Sent as one message, which the server runs as one transaction.
            await pool.query(text);
        },
        close: () => pool.end(),
    };
}
async function openFolder(folder) {
    const release = lockFolder(folder);
    const { PGlite } = await loadPglite();
    const pglite = await PGlite.create((0,external_node_path_.join)(folder, "pglite"));
    return {
        kind: "pglite",
        boss: { db: (0,dist/* fromPglite */.me)(pglite), backend: "pglite" },
        async query(text, values = []) {
            const { rows } = await pglite.query(text, [...values]);
            return rows;
        },
        async script(text) {
            await pglite.transaction((transaction) => transaction.exec(text));
        },
        async close() {
            await pglite.close();
            release();
        },
    };
}
/** PGlite is large and stays outside the bundle: it is loaded where it is installed. */
async function loadPglite() {
    try {
        // The bundler must leave this alone: hoisted, it would be needed at every start.
        return await import(/* webpackIgnore: true */ "@electric-sql/pglite");
    }
    catch {
        throw new user_error/* UserError */.y("no DATABASE_URL is set, and the embedded database is not installed", "Set DATABASE_URL, or run: npm install @electric-sql/pglite@0.5.16");
    }
}

// EXTERNAL MODULE: ./build/bot/http-server.js
var http_server = __webpack_require__(7182);
// EXTERNAL MODULE: ./node_modules/@octokit/app/dist-node/index.js + 16 modules
var dist_node = __webpack_require__(46605);
// EXTERNAL MODULE: ./node_modules/@octokit/rest/dist-src/index.js + 3 modules
var dist_src = __webpack_require__(11267);
// EXTERNAL MODULE: ./build/github/client.js
var client = __webpack_require__(44463);
;// CONCATENATED MODULE: ./build/bot/installation-tokens.js






const PERMISSIONS = {
    read: { contents: "read", pull_requests: "read" },
    publish: { checks: "write", pull_requests: "write" },
    commit: { contents: "write", pull_requests: "read" },
};
/** Milliseconds for all requests of one job. */
const API_TIME = 300_000;
/** Signs in as the App that the settings name. */
function signIn(settings) {
    const silent = () => { };
    const app = new dist_node/* App */.q({
        appId: settings.appId,
        privateKey: settings.privateKey,
        webhooks: { secret: settings.webhookSecret },
        Octokit: dist_src/* Octokit */.E.defaults({
            baseUrl: settings.apiUrl,
            userAgent: `windsock/${tool_version/* VERSION */.x}`,
            log: { debug: silent, info: silent, warn: silent, error: silent },
        }),
    });
    const token = async (installation, repository, rights) => {
        const found = await app.octokit.auth({
            type: "installation",
            installationId: installation,
            repositoryIds: [repository],
            permissions: PERMISSIONS[rights],
        });
        return (0,bot_payload/* text */.Q)(found, "token");
    };
    return {
        app,
        token,
        client: async (installation, repository, signal, rights = "publish") => (0,client/* createClient */.UU)({
            token: await token(installation, repository, rights),
            apiUrl: settings.apiUrl,
            userAgent: `windsock/${tool_version/* VERSION */.x}`,
            longestWait: pauses/* LONGEST_WAIT */.dX,
            deadline: AbortSignal.any([signal, AbortSignal.timeout(API_TIME)]),
        }),
    };
}

// EXTERNAL MODULE: ./node_modules/prom-client/index.js
var prom_client = __webpack_require__(95222);
;// CONCATENATED MODULE: ./build/bot/metrics.js

/** Makes a registry of its own; `counts` is asked when the metrics are read. */
function createMetrics(counts) {
    const registry = new prom_client.Registry();
    (0,prom_client.collectDefaultMetrics)({ register: registry });
    const registers = [registry];
    new prom_client.Gauge({
        name: "windsock_jobs",
        help: "Jobs of the queue by state; those aside were given up",
        labelNames: ["state"],
        registers,
        async collect() {
            const { waiting, active, aside } = await counts();
            this.set({ state: "waiting" }, waiting);
            this.set({ state: "active" }, active);
            this.set({ state: "aside" }, aside);
        },
    });
    return {
        webhooks: new prom_client.Counter({
            name: "windsock_webhooks_total",
            help: "Webhooks by event and by what became of them",
            labelNames: ["event", "outcome"],
            registers,
        }),
        acknowledged: new prom_client.Histogram({
            name: "windsock_webhook_seconds",
            help: "Seconds from a webhook's arrival to its acknowledgement",
            buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
            registers,
        }),
        reviews: new prom_client.Counter({
            name: "windsock_reviews_total",
            help: "Reviews by what became of them",
            labelNames: ["outcome"],
            registers,
        }),
        commands: new prom_client.Counter({
            name: "windsock_commands_total",
            help: "Commands and buttons by their word and by what became of them",
            labelNames: ["word", "outcome"],
            registers,
        }),
        reviewed: new prom_client.Histogram({
            name: "windsock_review_seconds",
            help: "Seconds of a review, with fetching and publishing",
            buckets: [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300],
            registers,
        }),
        contentType: registry.contentType,
        text: () => registry.metrics(),
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/github/git-repository.js
var git_repository = __webpack_require__(75563);
;// CONCATENATED MODULE: ./build/bot/mirrors.js




const MIB = 1024 * 1024;
/** One mirror may take this part of all the space, and have so many packs: each fetch makes one. */
const SHARE = 4;
const PACKS = 150;
/** What a process that was killed had in use is removed after so many milliseconds: no review takes as long. */
const ABANDONED = 2 * 3_600_000;
/**
 * Opens the mirrors below `folder`. A review takes its mirror by renaming it away, so no two ever share one, in one process or
 * in several, and what a killed process had in use is never used again. A second review of the same repository starts empty.
 */
async function openMirrors(folder, space) {
    const [kept, used] = [(0,external_node_path_.join)(folder, "kept"), (0,external_node_path_.join)(folder, "in-use")];
    await (0,external_node_fs_promises_.mkdir)(kept, { recursive: true, mode: 0o700 });
    await (0,external_node_fs_promises_.mkdir)(used, { recursive: true, mode: 0o700 });
    const removeAbandoned = async () => {
        for (const name of await (0,external_node_fs_promises_.readdir)(used)) {
            const found = await (0,external_node_fs_promises_.stat)((0,external_node_path_.join)(used, name)).catch(() => null);
            if (found !== null && Date.now() - found.mtimeMs > ABANDONED)
                await remove((0,external_node_path_.join)(used, name));
        }
    };
    await removeAbandoned();
    return {
        async take(repositoryId, objectFormat) {
            const place = (0,external_node_path_.join)(kept, `${repositoryId}-${objectFormat}`);
            const directory = (0,external_node_path_.join)(used, (0,external_node_crypto_.randomUUID)());
            if (!(await moved(place, directory))) {
                await (0,external_node_fs_promises_.mkdir)(directory, { mode: 0o700 });
                await (0,git_repository/* initRepository */.zY)(directory, objectFormat);
            }
            const now = new Date();
            await (0,external_node_fs_promises_.utimes)(directory, now, now);
            return {
                directory,
                async release(sound) {
                    const { bytes, packs } = sound ? await measure(directory) : { bytes: 0, packs: 0 };
                    const worth = sound && bytes <= (space * MIB) / SHARE && packs <= PACKS;
                    if (!worth || !(await moved(directory, place)))
                        await remove(directory);
                    await evict(kept, used, space * MIB);
                    await removeAbandoned();
                },
            };
        },
    };
}
/** Renames a folder; false where there is none, or where the target is there already. */
async function moved(from, to) {
    try {
        await (0,external_node_fs_promises_.rename)(from, to);
        return true;
    }
    catch {
        return false;
    }
}
const remove = (folder) => (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
async function measure(folder) {
    let [bytes, packs] = [0, 0];
    const entries = await (0,external_node_fs_promises_.readdir)(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
        if (!entry.isFile())
            continue;
        if (entry.name.endsWith(".pack"))
            packs += 1;
        bytes += (await (0,external_node_fs_promises_.stat)((0,external_node_path_.join)(entry.parentPath, entry.name)).catch(() => null))?.size ?? 0;
    }
    return { bytes, packs };
}
/**
 * Removes the mirrors that were used the longest ago until the rest fits. Each is taken first, as a review takes it: no review
 * ever gets one that is half removed.
 */
async function evict(kept, used, space) {
    const found = await Promise.all((await (0,external_node_fs_promises_.readdir)(kept)).map(async (name) => {
        const folder = (0,external_node_path_.join)(kept, name);
        const at = (await (0,external_node_fs_promises_.stat)(folder).catch(() => null))?.mtimeMs ?? 0;
        return { folder, at, bytes: (await measure(folder)).bytes };
    }));
    let room = space;
    for (const { folder, bytes } of found.sort((a, b) => b.at - a.at)) {
        room -= bytes;
        const taken = (0,external_node_path_.join)(used, (0,external_node_crypto_.randomUUID)());
        if (room < 0 && (await moved(folder, taken)))
            await remove(taken);
    }
}

;// CONCATENATED MODULE: ./build/bot/queue.js



const REVIEW = "review";
const COMMAND = "command";
/** Where jobs go that were given up. */
const ASIDE = "review-aside";
const TABLE = "windsock_queue.job";
/** The job cannot be done, and trying again does not help: it is put aside. */
class GivenUp extends Error {
}
/**
 * What fails is tried again, at first after 2 seconds, in the end each minute: for more than an hour, as long as a rate limit
 * lasts. The last times are no further apart, as a killed process counts as a failure, too.
 */
const TRIED_AGAIN = {
    deadLetter: ASIDE,
    policy: "stately",
    notify: true,
    retryLimit: 75,
    retryDelay: 2,
    retryDelayMax: 60,
    retryBackoff: true,
    /** After so many seconds a job of a process that was killed is taken up by another; the least that pg-boss takes. */
    heartbeatSeconds: 10,
};
/** Seconds between two looks for jobs that are due. */
const POLL = 2;
const WORK = { notifyPollingIntervalSeconds: POLL, heartbeatRefreshSeconds: 3 };
/** What people ask for that is done at once in one process. */
const ASKS_AT_ONCE = 3;
/** How far back the queue is counted for an installation. */
const COUNTED = 1000;
/** Starts the queue, and brings its tables up to date. */
async function startQueue(database, onError) {
    const boss = new dist/* PgBoss */.zJ({
        ...database.boss,
        schema: "windsock_queue",
        useListenNotify: true,
        superviseIntervalSeconds: 2,
        monitorIntervalSeconds: 5,
        schedule: false,
    });
    boss.on("error", onError);
    await boss.start({ attempts: 5 });
    await boss.createQueue(ASIDE, { retentionSeconds: 30 * 86_400 });
    await boss.createQueue(REVIEW, { ...TRIED_AGAIN, expireInSeconds: 3600, deleteAfterSeconds: 86_400 });
    await boss.createQueue(COMMAND, TRIED_AGAIN);
    /** How many jobs of an installation wait, and until when it is paused. */
    const waitingOf = async (installation) => {
        const [row] = await database.query(`SELECT count(*)::int AS count, (SELECT until FROM windsock.pause WHERE installation = $1 AND until > now()) AS paused
       FROM (
         SELECT 1 FROM ${TABLE} WHERE name = '${REVIEW}' AND state = 'created' AND group_id = $1 LIMIT ${COUNTED}
       ) AS waiting`, [String(installation)]);
        return { count: Number(row?.count ?? 0), paused: row?.paused instanceof Date ? row.paused : null };
    };
    /** Lets an installation wait: what is in the queue, and what comes. */
    const pause = async (installation, { until }) => {
        await (0,pauses/* pauseInstallation */.jz)(database, installation, until);
        await database.query(`UPDATE ${TABLE} SET start_after = greatest(start_after, to_timestamp($2::float8 / 1000))
       WHERE name IN ('${REVIEW}', '${COMMAND}') AND state IN ('created', 'retry') AND group_id = $1`, [String(installation), until]);
    };
    const add = async (job) => {
        const { count, paused } = await waitingOf(job.installation);
        const id = await boss.send(REVIEW, job, {
            singletonKey: keyOf(job),
            group: { id: String(job.installation) },
            // The more an installation has waiting, the later its next job comes: everybody's first job comes first.
            priority: -count,
            ...(paused === null ? {} : { startAfter: paused }),
        });
        if (id !== null)
            return "added";
        // The waiting job is about the newest push: that is how a running review of an older one learns of it.
        await database.query(`UPDATE ${TABLE} SET data = $2::jsonb || CASE WHEN (data ->> 'again')::boolean THEN '{"again": true}' ELSE '{}' END::jsonb
       WHERE name = '${REVIEW}' AND state = 'created' AND singleton_key = $1`, [keyOf(job), JSON.stringify(job)]);
        return "waiting already";
    };
    const addAsk = async (job) => {
        const { paused } = await waitingOf(job.installation);
        await boss.send(COMMAND, job, {
            singletonKey: askKeyOf(job),
            group: { id: String(job.installation) },
            ...(paused === null ? {} : { startAfter: paused }),
        });
    };
    /** Starts a worker that looks for its next job as soon as one is done (pg-boss itself waits for the next look). */
    const workAtOnce = async (start) => {
        let worker = "";
        worker = await start(() => boss.notifyWorker(worker));
    };
    const settle = async ({ id, data, retryCount, retryLimit, signal }, run) => {
        const waits = async (states, head) => {
            const rows = await database.query(`SELECT 1 FROM ${TABLE} WHERE name = '${REVIEW}' AND state IN (${states}) AND singleton_key = $1
           AND ($2::text IS NULL OR data -> 'subject' ->> 'head' <> $2)`, [keyOf(data), head]);
            return rows.length > 0;
        };
        const isReplaced = (head) => waits("'created'", head);
        try {
            await run({ id, job: data, attempt: retryCount + 1, isLast: retryCount >= retryLimit, signal, isReplaced });
            return { id, status: "completed" };
        }
        catch (error) {
            const output = { message: error instanceof Error ? error.message.slice(0, 500) : "" };
            if (error instanceof pauses/* RateLimited */.JH) {
                // The job waits anew, so that the time it has to wait counts as no failure of it.
                await pause(data.installation, error);
                await add({ ...data, goesOn: data.goesOn ?? id });
                return { id, status: "completed", output };
            }
            if (error instanceof GivenUp)
                return { id, status: "deadletter", output };
            // The same pull request waits once more: that job stands for this one, too.
            const covered = await waits("'created', 'retry'", null).catch(() => false);
            return { id, status: covered ? "completed" : "failed", output };
        }
    };
    return {
        add,
        addAsk,
        async workAsks(run) {
            for (let started = 0; started < ASKS_AT_ONCE; started += 1) {
                await workAtOnce((next) => boss.work(COMMAND, WORK, async (jobs) => {
                    try {
                        for (const { data, signal } of jobs) {
                            await run(data, signal).catch(async (error) => {
                                if (!(error instanceof pauses/* RateLimited */.JH))
                                    throw error;
                                await pause(data.installation, error);
                                await addAsk(data);
                            });
                        }
                    }
                    finally {
                        next();
                    }
                }));
            }
        },
        async counts() {
            const rows = await database.query(`SELECT name, state::text AS state, count(*)::int AS count FROM ${TABLE}
         WHERE name IN ('${REVIEW}', '${ASIDE}') AND state IN ('created', 'retry', 'active') GROUP BY name, state`);
            const count = (name, state) => Number(rows.find((row) => row.name === name && row.state === state)?.count ?? 0);
            return {
                waiting: count(REVIEW, "created") + count(REVIEW, "retry"),
                active: count(REVIEW, "active"),
                aside: count(ASIDE, "created"),
            };
        },
        async work(concurrency, run) {
            const options = { ...WORK, includeMetadata: true, perJobResults: true };
            for (let started = 0; started < concurrency; started += 1) {
                await workAtOnce((next) => boss.work(REVIEW, options, (jobs) => Promise.all(jobs.map((job) => settle(job, run))).finally(next)));
            }
        },
        stop: (milliseconds) => boss.stop({ graceful: true, timeout: milliseconds, close: true }),
    };
}

;// CONCATENATED MODULE: ./build/bot/recover.js

/** GitHub lets a delivery be asked for again for three days (https://docs.github.com/webhooks/using-webhooks). */
const REMEMBERED = 3 * 86_400_000;
/** Deliveries around the last look are looked at twice, as clocks differ. */
const OVERLAP = 600_000;
/** A delivery that failed so often is not asked for any more. */
const ATTEMPTS = 5;
/** Deliveries come by the hundred; more pages are not read at once. */
const PAGES = 200;
const LAST = "deliveries looked at";
/**
 * The deliveries of which no attempt was answered well, but for the ones that were refused as wrong. `again`: those to ask for
 * again, by the id of the newest attempt of each; `lost`: how many have failed too often for that.
 */
function missedDeliveries(attempts) {
    const byGuid = new Map();
    for (const attempt of attempts)
        byGuid.set(attempt.guid, [...(byGuid.get(attempt.guid) ?? []), attempt]);
    const missed = [...byGuid.values()].filter((all) => !all.some(({ status_code: code }) => code >= 200 && code < 500));
    const again = missed.filter((all) => all.length < ATTEMPTS);
    return { again: again.map((all) => Math.max(...all.map(({ id }) => id))), lost: missed.length - again.length };
}
/**
 * Asks GitHub again for webhooks that did not arrive since the last look. Gives how many, and whether that is all: it is not
 * where the last look was too long ago, or where one has failed too often.
 */
async function recoverDeliveries(github, database, now) {
    const last = Number((await (0,tables/* recall */.I9)(database, LAST)) ?? 0);
    const since = Math.max(last - OVERLAP, now - REMEMBERED);
    const { octokit } = github.app;
    const attempts = [];
    let pages = 0;
    for await (const { data } of octokit.paginate.iterator(octokit.rest.apps.listWebhookDeliveries, { per_page: 100 })) {
        const recent = data.filter(({ delivered_at: at }) => Date.parse(at) >= since);
        attempts.push(...recent);
        pages += 1;
        if (recent.length < data.length || pages === PAGES)
            break;
    }
    const { again, lost } = missedDeliveries(attempts);
    for (const id of again)
        await octokit.rest.apps.redeliverWebhookDelivery({ delivery_id: id });
    await (0,tables/* remember */.kY)(database, LAST, now);
    return { asked: again.length, complete: last >= now - REMEMBERED && pages < PAGES && lost === 0 };
}
/** Asks for a review of every open pull request of every installation; what is known already changes nothing. Gives how many. */
async function recoverPullRequests(github, queue, signal) {
    let asked = 0;
    const { octokit } = github.app;
    for await (const { data } of octokit.paginate.iterator(octokit.rest.apps.listInstallations, { per_page: 100 })) {
        for (const { id } of data) {
            if (signal.aborted)
                return asked;
            asked += await recoverInstallation(await github.app.getInstallationOctokit(id), id, queue, signal);
        }
    }
    return asked;
}
async function recoverInstallation(octokit, installation, queue, signal) {
    let asked = 0;
    const repositories = octokit.paginate.iterator(octokit.rest.apps.listReposAccessibleToInstallation, {
        per_page: 100,
    });
    for await (const { data } of repositories) {
        for (const { id, name, owner } of data) {
            if (signal.aborted)
                return asked;
            const repository = { id, owner: owner.login, repo: name };
            const open = { owner: owner.login, repo: name, state: "open", per_page: 100 };
            for (const pull of await octokit.paginate(octokit.rest.pulls.list, open)) {
                const subject = { kind: "pull-request", number: pull.number, head: pull.head.sha };
                await queue.add({ installation, repository, subject, again: false, delivery: "" });
                asked += 1;
            }
        }
    }
    return asked;
}

;// CONCATENATED MODULE: ./build/bot/reports.js
const reports_MIB = 1024 * 1024;
/** Reports are counted anew when this process has added so much of the space. */
const PART = 32;
/** `space`: MiB of all reports; `days`: how long one is kept. */
function openReports(database, space, days) {
    let added = 0;
    const evict = async () => {
        added = 0;
        await database.query(`DELETE FROM windsock.report WHERE written_at < now() - make_interval(days => $2::int) OR id IN (
         SELECT id FROM (SELECT id, sum(bytes) OVER (ORDER BY written_at DESC, id) AS total FROM windsock.report) AS summed
         WHERE total > $1::bigint
       )`, [space * reports_MIB, days]);
    };
    return {
        async keep(id, { repository, isPrivate, policy, content }) {
            await database.query(`INSERT INTO windsock.report (id, repository, owner, name, private, policy, bytes, content)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, name = excluded.name, private = excluded.private,
           policy = excluded.policy, bytes = excluded.bytes, content = excluded.content, written_at = now()`, [id, repository.id, repository.owner, repository.repo, isPrivate, policy, content.length, content]);
            added += content.length;
            if (added * PART >= space * reports_MIB)
                await evict();
        },
        async find(id) {
            const [row] = await database.query("SELECT * FROM windsock.report WHERE id = $1", [id]);
            if (row === undefined || !(row.content instanceof Uint8Array))
                return null;
            return {
                repository: { id: Number(row.repository), owner: String(row.owner), repo: String(row.name) },
                isPrivate: row.private !== false,
                policy: String(row.policy),
                content: row.content,
            };
        },
        async hide(repository) {
            await database.query("UPDATE windsock.report SET private = true WHERE repository = $1", [repository]);
        },
        async forget(repository) {
            await database.query("DELETE FROM windsock.report WHERE repository = $1", [repository]);
        },
        evict,
    };
}

;// CONCATENATED MODULE: ./build/bot/last-reviews.js

/** So many commits are compared with the newest one: each costs time. */
const MOST_COMMITS = 3;
/** Reviews come by the hundred, the oldest first; more pages are not read. */
const last_reviews_PAGES = 10;
/** States of a review that a person has given; one that is being written is nobody's business. */
const SUBMITTED = new Set(["APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED"]);
/**
 * The commits that people reviewed the last time, those of the latest reviews first, but the newest commit itself. What
 * the author answers counts as a review at GitHub, and not here; nor does what Apps say.
 */
function lastReviewed(reviews, author, head) {
    const last = new Map();
    for (const { user, state, commit_id: commit } of reviews) {
        if (user?.type !== "User" || user.login === author || !SUBMITTED.has(state))
            continue;
        if (commit === null || !COMMIT.test(commit))
            continue;
        last.delete(user.login);
        last.set(user.login, commit);
    }
    const byCommit = new Map();
    for (const [login, commit] of [...last].reverse()) {
        if (commit !== head)
            byCommit.set(commit, [...(byCommit.get(commit) ?? []), login]);
    }
    return [...byCommit].slice(0, MOST_COMMITS).map(([commit, logins]) => ({ commit, reviewers: logins.sort() }));
}
/** Asks GitHub for the reviews of a pull request. Throws what the API throws. */
async function readReviewed(client, { owner, repo }, pull) {
    const reviews = [];
    const place = { owner, repo, pull_number: pull.number, per_page: 100 };
    let pages = 0;
    for await (const { data } of client.paginate.iterator(client.rest.pulls.listReviews, place)) {
        reviews.push(...data);
        pages += 1;
        if (pages === last_reviews_PAGES)
            break;
    }
    return lastReviewed(reviews, pull.author, pull.head);
}

;// CONCATENATED MODULE: ./build/bot/left-check.js



/** Which check run is open for a pull request: noted before it is made, so that none hangs when its process is killed. */
const left_check_noteOf = (key) => `open check/${key}`;
/**
 * Concludes the check run that an earlier job has left open for another head, and notes the one that is opened now
 * (`null`: none is).
 */
async function closeLeftCheck(database, key, place, now) {
    const left = await (0,tables/* recall */.I9)(database, left_check_noteOf(key));
    const [head, externalId] = [(0,bot_payload/* text */.Q)(left, "head"), (0,bot_payload/* text */.Q)(left, "externalId")];
    if (head !== "" && (head !== now?.head || externalId !== now.externalId)) {
        const old = { ...place, head, externalId };
        const found = await findCheck(old);
        if (found !== null && !found.completed)
            await completeCheck(old, found, REPLACED);
    }
    if (now !== null)
        await (0,tables/* remember */.kY)(database, left_check_noteOf(key), { head: now.head, externalId: now.externalId });
    else if (left !== null)
        await (0,tables/* forget */.y6)(database, left_check_noteOf(key));
}
/** The check run is concluded: nothing is open any more. */
const noteClosed = (database, key) => (0,tables/* forget */.y6)(database, left_check_noteOf(key));

// EXTERNAL MODULE: ./build/github/find-comment.js
var find_comment = __webpack_require__(94163);
// EXTERNAL MODULE: ./build/github/notes.js
var notes = __webpack_require__(37491);
;// CONCATENATED MODULE: ./build/bot/publish-comments.js







/** The one name of the bot's comment: the bot has one configuration for a repository. */
const INSTANCE = "default";
/**
 * Writes the comment, and each answer for which it has no room as a comment of its own; keeps what commands may name from now
 * on. A comment that a person has deleted is not written again with the same content.
 */
async function publishComments(of) {
    const { client, database, repository, key, head, rendered } = of;
    if (!rendered.silent && !(await isUnwanted(of))) {
        const { comment: text } = rendered;
        const { number } = key;
        const wanted = { repository, number, instance: INSTANCE, head, formerHead: null, text, gone: notes/* GONE */.uj };
        const { what } = await (0,write_comment/* writeComment */.H)(client, wanted);
        if (what !== "outdated")
            await (0,tables/* remember */.kY)(database, publish_comments_noteOf(key), contentOf(of));
    }
    await (0,pull_memory/* noteFindings */.$q)(database, key, rendered.findings);
    for (const answer of rendered.answers) {
        const { comment: asked, text, apart } = answer;
        if (apart)
            await writeAnswer(client, { repository, number: key.number, asked: `${asked}`, head, text });
        await (0,pull_memory/* noteAnswered */.GJ)(database, key, answer);
    }
}
const publish_comments_noteOf = ({ repository, number }) => `comment/${repository}/${number}`;
/** What a comment says, as a hash. */
const contentOf = ({ rendered, report }) => {
    const text = rendered.comment ?? "";
    return (0,external_node_crypto_.createHash)("sha256")
        .update(report === null ? text : text.replaceAll(report, ""))
        .digest("hex");
};
/** True where the same content was written before and is there no more: a person did not want it. */
async function isUnwanted(of) {
    if (of.rendered.comment === null || (await (0,tables/* recall */.I9)(of.database, publish_comments_noteOf(of.key))) !== contentOf(of))
        return false;
    return (await (0,find_comment/* readConversation */.G)(of.client, of.repository, of.key.number, INSTANCE)).own.length === 0;
}

// EXTERNAL MODULE: ./build/bot/sealed.js
var sealed = __webpack_require__(16736);
;// CONCATENATED MODULE: ./build/bot/report-address.js


const DAY = 86_400_000;
/** Addresses expire at the end of a week of the calendar, so that a review that runs again within it gives the same text. */
const ROUND = 7 * DAY;
const REPORT_ID = /^[0-9a-f]{40}$/;
/** The id of a review's report: the same whichever process makes it, and not to be guessed. */
const reportId = (key, repository, head, externalId) => (0,external_node_crypto_.createHmac)("sha256", key).update(`report\n${repository}\n${head}\n${externalId}`).digest("hex").slice(0, 40);
/** The address of a report: signed, so that it is enough for who has it, or plain, for those who sign in. */
function reportAddress(place, id, signed, now) {
    const address = `${place.publicUrl}/review/${id}`;
    if (!signed)
        return address;
    const expires = Math.ceil((now + place.days * DAY) / ROUND) * ROUND;
    return `${address}?expires=${expires}&signature=${(0,sealed/* signatureOf */.yK)(place.key, `${id}\n${expires}`)}`;
}
/** What the query of an address says: it holds, it held once, or it is not of ours. */
function checkAddress(key, id, query, now) {
    const [expires, signature] = [query.get("expires") ?? "", query.get("signature") ?? ""];
    if (!/^\d{1,16}$/.test(expires) || !(0,sealed/* sameText */.QV)(signature, (0,sealed/* signatureOf */.yK)(key, `${id}\n${expires}`)))
        return "none";
    return Number(expires) > now ? "valid" : "expired";
}

;// CONCATENATED MODULE: ./build/bot/review-job.js













/** How often a limit may be met before the review is given up: the machine may just have been busy. */
const TRIES_AT_LIMITS = 2;
/** Milliseconds between two questions whether a newer push waits. */
const review_job_LOOK = 1000;
/** GitHub may show a head for some seconds that is older than the webhook's: seconds before each look. */
const LAG = [0, 1, 2, 4];
/**
 * Reviews what a job asks for and publishes it: at the end there is one check run for the head, and one comment. Every step
 * looks first whether it is done, so a job that is run again, after a failure or by another process, changes nothing twice.
 * `stopping` ends it; the job is tried again. Throws what makes another try worth it.
 */
async function runReviewJob(places, running, stopping) {
    const { job } = running;
    const signal = AbortSignal.any([running.signal, stopping]);
    const client = await places.github.client(job.installation, job.repository.id, signal);
    let outcome = "closed";
    let reviewed = null;
    for (const seconds of LAG) {
        await (0,promises_.setTimeout)(seconds * 1000, undefined, { signal });
        const target = await readTarget(client, job, job.goesOn ?? running.id);
        if (target === null) {
            const place = { client, repository: names(job.repository), appId: places.settings.appId };
            await closeLeftCheck(places.database, keyOf(job), place, null);
            return reviewed === null ? "closed" : outcome;
        }
        const { head } = target.about;
        if (head !== reviewed)
            outcome = await reviewHead(places, running, client, target, signal);
        if (head === job.subject.head || (await running.isReplaced(head)))
            return outcome;
        reviewed = head;
    }
    return outcome;
}
async function reviewHead(places, running, client, target, signal) {
    const { job } = running;
    const place = {
        client,
        repository: names(job.repository),
        appId: places.settings.appId,
        head: target.about.head,
        externalId: target.externalId,
    };
    await closeLeftCheck(places.database, keyOf(job), place, { head: place.head, externalId: place.externalId });
    const check = await openCheck(place);
    const conclude = async (outcome) => {
        if (outcome !== null)
            await completeCheck(place, check, outcome);
        await noteClosed(places.database, keyOf(job));
    };
    const memory = target.key && (await (0,pull_memory/* recallPull */.lZ)(places.database, target.key));
    // A report that is there already is written anew only where people have said something since.
    if (check.completed && (target.pull === null || memory === null || memory.shown >= memory.revision)) {
        await conclude(null);
        return "known already";
    }
    const page = pageOf(places, job, target);
    const replaced = new AbortController();
    const result = await watchFor(running, target.about.head, replaced, async () => {
        const work = await workOf(places, running, client, target, { check, page }, memory);
        return runWork(places, job, target.about, work, AbortSignal.any([signal, replaced.signal]));
    });
    if (result.kind === "aborted") {
        if (!replaced.signal.aborted)
            throw new Error("the review was stopped, because this process ends");
        await conclude(check.completed ? null : REPLACED);
        return "replaced";
    }
    const why = whyNone(result, running);
    if (why !== null) {
        // A verdict that is there stays: it was only to be written anew.
        await conclude(check.completed ? null : failed(why));
        throw new GivenUp(why);
    }
    if (result.kind === "stopped" || result.kind === "crashed")
        await (0,tables/* remember */.kY)(places.database, limitOf(job), place.head);
    if (result.kind !== "answer" || !result.answer.ok || !("review" in result.answer))
        throw new Error(words(result));
    const rendered = result.answer.review;
    if (page !== null && rendered.page !== null)
        await page.keep(rendered.page);
    // The comments first: the check run's conclusion is the sign that all is done.
    if (target.pull !== null) {
        const { repository } = place;
        const report = page !== null && rendered.page !== null ? page.address : check.url;
        const { database } = places;
        await publishComments({ client, database, repository, key: target.pull, head: place.head, rendered, report });
    }
    await conclude(page === null || rendered.page === null ? rendered : { ...rendered, detailsUrl: page.address });
    if (target.pull !== null && memory !== null)
        await (0,pull_memory/* noteShown */.ce)(places.database, target.pull, memory.revision);
    return "reviewed";
}
/** Which head met a limit: its next try does without what is not the verdict's. */
const limitOf = (job) => `met a limit/${keyOf(job)}`;
/** The page that a report will have; `null`: it will have none. */
function pageOf({ pages }, { repository }, { about, externalId, isPrivate }) {
    if (!pages)
        return null;
    const { place, reports } = pages;
    const id = reportId(place.key, repository.id, about.head, externalId);
    return {
        address: reportAddress(place, id, !isPrivate, Date.now()),
        keep: ({ policy, content }) => reports.keep(id, { repository, isPrivate, policy, content: Buffer.from(content, "base64") }),
    };
}
/** What is to be reviewed as GitHub knows it now; `null` where the pull request is closed or gone. */
async function readTarget(client, job, id) {
    const { subject, repository } = job;
    const again = job.again ? id : null;
    if (subject.kind === "commits") {
        const { head, base, branch, pull: number } = subject;
        const about = { kind: "commits", head, base, defaultBranch: branch };
        const key = number === null ? null : { repository: repository.id, number };
        return { about, externalId: externalIdOf({ base, pull: number }, again), key, pull: null, isPrivate: true };
    }
    const { number } = subject;
    const open = await readPull(client, repository, number);
    if (open === null)
        return null;
    const { about, base, author, fork, isPrivate } = open;
    const externalId = externalIdOf({ number, branch: base }, again);
    const key = { repository: repository.id, number };
    return { about, externalId, key, pull: { ...key, author, fork }, isPrivate };
}
const names = ({ owner, repo }) => ({ owner, repo });
/** Runs `work`, and aborts it where a newer push waits. */
async function watchFor(running, head, replaced, work) {
    const timer = setInterval(() => {
        running.isReplaced(head).then((newer) => newer && replaced.abort(), () => { });
    }, review_job_LOOK);
    try {
        return await work();
    }
    finally {
        clearInterval(timer);
    }
}
/** What the review's process is to do. */
async function workOf({ database }, { job }, client, { about, pull }, { check, page }, memory) {
    const plain = {
        kind: "review",
        report: check.url,
        page: page?.address ?? null,
        acceptances: memory?.acceptances ?? [],
        questions: [],
        reviewed: [],
        buttons: pull !== null && !pull.fork,
    };
    if (pull === null || memory === null || (await (0,tables/* recall */.I9)(database, limitOf(job))) === about.head)
        return plain;
    const { number, author } = pull;
    const reviewed = await readReviewed(client, job.repository, { number, author, head: about.head });
    return { ...plain, questions: memory.questions, reviewed };
}
/** Why the job is given up, in words that are safe to publish; `null`: it is not. */
function whyNone(result, { attempt, isLast }) {
    switch (result.kind) {
        case "stopped":
            return isLast || attempt >= TRIES_AT_LIMITS ? `The review was stopped: ${result.why}.` : null;
        case "crashed":
            return isLast || attempt >= TRIES_AT_LIMITS ? "The review met a defect of Windsock." : null;
        case "answer":
            return isLast && !result.answer.ok ? `${result.answer.message}.` : null;
        case "aborted":
            return null;
    }
}
function words(result) {
    switch (result.kind) {
        case "stopped":
            return `the review was stopped: ${result.why}`;
        case "crashed":
            return `the review's process ended without an answer: ${(0,explain_error/* reason */.l)(result.words, 2000)}`;
        case "answer":
            return result.answer.ok ? "" : result.answer.message;
        case "aborted":
            return "the review was stopped";
    }
}
const failed = (why) => ({
    conclusion: "failure",
    title: NO_VERDICT,
    summary: `${why}\n\nThere is no verdict, so this check does not pass. Re-run it to try again.`,
    annotations: [],
    actions: [],
});

;// CONCATENATED MODULE: ./build/bot/queue-status.js


/** Rows of each table. */
const SHOWN = 50;
const minuteOf = (value) => value instanceof Date ? `${value.toISOString().slice(0, 16).replace("T", " ")} UTC` : "";
/** Reads what the page for operators shows. */
async function readQueueStatus(database, counts) {
    const aside = await database.query(`SELECT data, source_output, created_on FROM ${TABLE} WHERE name = '${ASIDE}' AND state = 'created'
     ORDER BY created_on DESC LIMIT ${SHOWN}`);
    const waiting = await database.query(`SELECT group_id, count(*)::int AS count, extract(epoch FROM now() - min(created_on))::float8 AS oldest,
       (SELECT until FROM windsock.pause WHERE installation = group_id AND until > now()) AS paused
     FROM ${TABLE} WHERE name IN ('${REVIEW}', '${COMMAND}') AND state IN ('created', 'retry')
     GROUP BY group_id ORDER BY count DESC, group_id LIMIT ${SHOWN}`);
    return {
        counts,
        oldest: Math.max(0, ...waiting.map(({ oldest }) => Number(oldest ?? 0))),
        aside: aside.map(({ data, source_output: output, created_on: at }) => ({
            what: whatOf(data),
            head: (0,bot_payload/* text */.Q)(data, "subject", "head"),
            why: (0,bot_payload/* text */.Q)(output, "message"),
            at: minuteOf(at),
        })),
        installations: waiting.map(({ group_id: id, count, paused }) => ({
            id: String(id ?? ""),
            waiting: Number(count),
            paused: minuteOf(paused) || null,
        })),
    };
}
function whatOf(data) {
    const repository = `${(0,bot_payload/* text */.Q)(data, "repository", "owner")}/${(0,bot_payload/* text */.Q)(data, "repository", "repo")}`;
    // A review has its number in its subject, what a person asks for has it itself.
    const number = (0,bot_payload/* field */.Z)(data, "subject", "number") ?? (0,bot_payload/* field */.Z)(data, "number");
    return typeof number === "number" ? `${repository} #${number}` : repository;
}

;// CONCATENATED MODULE: ./build/bot/parse-command.js
const LINE = /^\/windsock(?:[ \t]+(\S{1,60})(?:[ \t]+(\S.{0,500}))?)?[ \t]*$/i;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** Begins a quote, or HTML: what follows belongs to it until an empty line. */
const QUOTE = /^ {0,3}(?:>|<\/?[a-z])/i;
const BLANK = /^[ \t]*$/;
/** HTML in which text is code, a comment, or not shown. */
const OPENING = /<(pre|code|script|style|textarea|details|blockquote|samp|kbd)\b/gi;
const CLOSING = /<\/(pre|code|script|style|textarea|details|blockquote|samp|kbd)\s*>/gi;
/** Lines of a comment that are looked at. */
const LINES = 500;
/**
 * The command of a comment: its first line of its own that begins with `/windsock`, outside quotes, code and hidden text.
 * `null`: there is none. `/windsock` alone asks for help. Where it is not sure that a line is the writer's own words (the line
 * after a quote belongs to the quote in Markdown; a backtick may begin code that goes on), there is no command.
 */
function parseCommand(body) {
    let fence = null;
    let hidden = false;
    let elements = 0;
    let quoted = false;
    /** Lengths of backtick runs of the paragraph that have no partner yet. */
    const open = new Set();
    for (const line of body.split(/\r?\n/, LINES)) {
        const mark = FENCE.exec(line)?.[1];
        if (fence !== null) {
            if (mark !== undefined && mark[0] === fence[0] && mark.length >= fence.length)
                fence = null;
            continue;
        }
        if (!hidden && mark !== undefined) {
            fence = mark;
            continue;
        }
        if (BLANK.test(line)) {
            quoted = false;
            open.clear();
        }
        else if (QUOTE.test(line))
            quoted = true;
        const own = !hidden && elements === 0 && !quoted && open.size === 0;
        const found = own ? LINE.exec(line) : null;
        if (found !== null)
            return { word: (found[1] ?? "help").toLowerCase(), rest: (found[2] ?? "").trim() };
        hidden = endsHidden(line, hidden);
        elements = Math.max(0, elements + count(line, OPENING) - count(line, CLOSING));
        for (const [{ length }] of line.matchAll(/`+/g))
            if (!open.delete(length))
                open.add(length);
    }
    return null;
}
const count = (line, pattern) => line.match(pattern)?.length ?? 0;
/** True where an HTML comment is still open at the end of a line. */
function endsHidden(line, hidden) {
    const [open, close] = [line.lastIndexOf("<!--"), line.lastIndexOf("-->")];
    return open > close || (hidden && close < 0);
}

;// CONCATENATED MODULE: ./build/bot/webhook-jobs.js



/** Actions of `pull_request` after which there is something new to review. */
const OPENED = new Set(["opened", "reopened", "synchronize", "ready_for_review"]);
/**
 * The reviews that a webhook asks for (https://docs.github.com/webhooks/webhook-events-and-payloads): none for what is of no
 * concern here, or lacks what is needed.
 */
function reviewsOf(event, payload, delivery, appId) {
    const installation = (0,bot_payload/* field */.Z)(payload, "installation", "id");
    const repository = repositoryOf(payload);
    if (!isId(installation) || repository === null)
        return [];
    const job = (subject, again = false) => ({ installation, repository, subject, again, delivery });
    switch (event) {
        case "pull_request": {
            const action = (0,bot_payload/* text */.Q)(payload, "action");
            const newBase = action === "edited" && (0,bot_payload/* field */.Z)(payload, "changes", "base") !== undefined;
            if (!OPENED.has(action) && !newBase)
                return [];
            return webhook_jobs_pullRequest((0,bot_payload/* field */.Z)(payload, "pull_request")).map((subject) => job(subject));
        }
        case "merge_group": {
            if ((0,bot_payload/* text */.Q)(payload, "action") !== "checks_requested")
                return [];
            const [head, base] = [(0,bot_payload/* text */.Q)(payload, "merge_group", "head_sha"), (0,bot_payload/* text */.Q)(payload, "merge_group", "base_sha")];
            if (!COMMIT.test(head) || !COMMIT.test(base))
                return [];
            const branch = (0,bot_payload/* text */.Q)(payload, "repository", "default_branch");
            const pull = pullOfQueue((0,bot_payload/* text */.Q)(payload, "merge_group", "head_ref"));
            return [job({ kind: "commits", head, base, branch, pull })];
        }
        case "check_run":
        case "check_suite": {
            const about = (0,bot_payload/* field */.Z)(payload, event);
            if ((0,bot_payload/* text */.Q)(payload, "action") !== "rerequested" || !isOurs(about, appId))
                return [];
            const head = (0,bot_payload/* text */.Q)(about, "head_sha");
            if (!COMMIT.test(head))
                return [];
            const branch = (0,bot_payload/* text */.Q)(payload, "repository", "default_branch");
            // A check run of a fork's or a merge queue's commit names no pull request; its own id tells what it is about.
            const own = event === "check_run" ? subjectOfCheck((0,bot_payload/* text */.Q)(about, "external_id"), head, branch) : null;
            return own === null ? pullsOf(about, repository.id, head).map((subject) => job(subject, true)) : [job(own, true)];
        }
        default:
            return [];
    }
}
/**
 * The pull request that a branch of the merge queue adds to the one before it: GitHub names the branch after it,
 * `refs/heads/gh-readonly-queue/main/pr-104-COMMIT`.
 */
function pullOfQueue(ref) {
    const number = /\/pr-([1-9]\d{0,14})-[0-9a-f]+$/.exec(ref)?.[1];
    return number === undefined ? null : Number(number);
}
/** True for a check run or a check suite of this App. */
const isOurs = (about, appId) => String((0,bot_payload/* field */.Z)(about, "app", "id")) === appId;
/** The pull requests that a check run or a check suite names, of its own repository. */
function pullsOf(about, repository, head) {
    const pulls = (0,bot_payload/* field */.Z)(about, "pull_requests");
    return (Array.isArray(pulls) ? pulls : []).flatMap((pull) => {
        const number = (0,bot_payload/* field */.Z)(pull, "number");
        return isId(number) && (0,bot_payload/* field */.Z)(pull, "base", "repo", "id") === repository
            ? [{ kind: "pull-request", number, head }]
            : [];
    });
}
function webhook_jobs_pullRequest(pull) {
    const [number, head] = [(0,bot_payload/* field */.Z)(pull, "number"), (0,bot_payload/* text */.Q)(pull, "head", "sha")];
    return isId(number) && COMMIT.test(head) ? [{ kind: "pull-request", number, head }] : [];
}
/** The repository of a payload, or `null`. */
function repositoryOf(payload) {
    const id = (0,bot_payload/* field */.Z)(payload, "repository", "id");
    const [owner, repo] = [(0,bot_payload/* text */.Q)(payload, "repository", "owner", "login"), (0,bot_payload/* text */.Q)(payload, "repository", "name")];
    return isId(id) && /^[\w.-]+$/.test(owner) && /^[\w.-]+$/.test(repo) ? { id, owner, repo } : null;
}
/** True for an id or a number as GitHub has it. */
const isId = (value) => typeof value === "number" && Number.isSafeInteger(value) && value > 0;

;// CONCATENATED MODULE: ./build/bot/webhook-asks.js





/**
 * What a person asks for by a webhook: a command in a comment, a button of a check run, or a new run of a suite that names
 * no pull request. `null`: nothing.
 */
function askOf(event, payload, delivery, appId) {
    switch (event) {
        case "issue_comment":
            return commandOf(payload, delivery);
        case "check_run":
            return buttonOf(payload, delivery, appId);
        case "check_suite":
            return rerunOf(payload, delivery, appId);
        default:
            return null;
    }
}
function askedIn(payload, delivery) {
    const installation = (0,bot_payload/* field */.Z)(payload, "installation", "id");
    const repository = repositoryOf(payload);
    return isId(installation) && repository !== null ? { installation, repository, delivery } : null;
}
/**
 * The command of a comment that was just created by a person on an open pull request. Edits bring none, and neither do
 * Apps, among them this one.
 */
function commandOf(payload, delivery) {
    const asked = askedIn(payload, delivery);
    if (asked === null || (0,bot_payload/* text */.Q)(payload, "action") !== "created")
        return null;
    const [number, comment] = [(0,bot_payload/* field */.Z)(payload, "issue", "number"), (0,bot_payload/* field */.Z)(payload, "comment", "id")];
    const author = (0,bot_payload/* text */.Q)(payload, "comment", "user", "login");
    const person = (0,bot_payload/* text */.Q)(payload, "comment", "user", "type") === "User";
    const byApp = ((0,bot_payload/* field */.Z)(payload, "comment", "performed_via_github_app") ?? null) !== null;
    const open = (0,bot_payload/* text */.Q)(payload, "issue", "state") === "open" && (0,bot_payload/* field */.Z)(payload, "issue", "pull_request") !== undefined;
    if (!isId(number) || !isId(comment) || author === "" || !person || byApp || !open)
        return null;
    const command = parseCommand((0,bot_payload/* text */.Q)(payload, "comment", "body"));
    return command && { kind: "comment", ...asked, number, comment, author, word: command.word, rest: command.rest };
}
/** A button that a person pressed on a check run of ours. */
function buttonOf(payload, delivery, appId) {
    const asked = askedIn(payload, delivery);
    const run = (0,bot_payload/* field */.Z)(payload, "check_run");
    const [check, head] = [(0,bot_payload/* field */.Z)(run, "id"), (0,bot_payload/* text */.Q)(run, "head_sha")];
    const author = (0,bot_payload/* text */.Q)(payload, "sender", "login");
    const word = (0,bot_payload/* text */.Q)(payload, "requested_action", "identifier");
    if (asked === null || (0,bot_payload/* text */.Q)(payload, "action") !== "requested_action" || !isOurs(run, appId))
        return null;
    if (!isId(check) || !COMMIT.test(head) || author === "" || word === "")
        return null;
    if ((0,bot_payload/* text */.Q)(payload, "sender", "type") !== "User")
        return null;
    const subject = subjectOfCheck((0,bot_payload/* text */.Q)(run, "external_id"), head, "") ?? pullsOf(run, asked.repository.id, head)[0];
    if (subject?.kind !== "pull-request")
        return null;
    return { kind: "button", ...asked, number: subject.number, check, head, author, word };
}
/** A check suite that is to run again and names no pull request: one of a fork, or of a merge queue. */
function rerunOf(payload, delivery, appId) {
    const asked = askedIn(payload, delivery);
    const suite = (0,bot_payload/* field */.Z)(payload, "check_suite");
    const head = (0,bot_payload/* text */.Q)(suite, "head_sha");
    if (asked === null || (0,bot_payload/* text */.Q)(payload, "action") !== "rerequested" || !isOurs(suite, appId))
        return null;
    if (!COMMIT.test(head) || pullsOf(suite, asked.repository.id, head).length > 0)
        return null;
    return { kind: "rerun", ...asked, head, branch: (0,bot_payload/* text */.Q)(payload, "repository", "default_branch") };
}

;// CONCATENATED MODULE: ./build/bot/receive-webhook.js




/**
 * Takes one webhook: its signature is checked, what it asks for is stored, and only then it is acknowledged. A queue that is
 * too long refuses it: the delivery counts as failed at GitHub, and is asked for again when missed deliveries are.
 */
async function receiveWebhook(receiver, request) {
    const { metrics, log, queue } = receiver;
    const started = performance.now();
    const [event, delivery] = [header(request, "x-github-event"), header(request, "x-github-delivery")];
    const finish = (outcome, answer) => {
        // The event's name is the sender's: only what is signed is counted by it.
        metrics.webhooks.inc({ event: outcome === "refused" ? "" : event, outcome });
        metrics.acknowledged.observe((performance.now() - started) / 1000);
        return answer;
    };
    const signature = header(request, "x-hub-signature-256");
    if (signature === "" || !(await receiver.webhooks.verify(request.body, signature))) {
        log("warn", "webhook without a valid signature", { delivery: delivery.slice(0, 60) });
        return finish("refused", { status: 401, body: "The signature is not that of this service's secret.\n" });
    }
    const payload = parse(request.body);
    if (payload === null)
        return finish("unreadable", { status: 400, body: "The payload is no JSON.\n" });
    const jobs = reviewsOf(event, payload, delivery, receiver.settings.appId);
    const asked = askOf(event, payload, delivery, receiver.settings.appId);
    if (asked !== null) {
        await queue.addAsk(asked);
        log("info", "command asked for", { event, ...fieldsOfAsk(asked) });
        return finish("stored", { status: 202, body: "Stored.\n" });
    }
    if (await repositoryGone(receiver.reports, event, payload)) {
        return finish("stored", { status: 202, body: "Done.\n" });
    }
    if (jobs.length === 0)
        return finish("ignored", { status: 202, body: "Nothing to do.\n" });
    if (receiver.waiting() > receiver.settings.longestQueue) {
        log("warn", "webhook refused, the queue is too long", { delivery, event });
        return finish("too many", { status: 503, body: "Too much is waiting.\n", headers: { "retry-after": "600" } });
    }
    for (const job of jobs) {
        const outcome = await queue.add(job);
        log("info", "review asked for", {
            delivery,
            event,
            action: (0,bot_payload/* text */.Q)(payload, "action"),
            installation: job.installation,
            repository: `${job.repository.owner}/${job.repository.repo}`,
            ...(job.subject.kind === "pull-request" ? { number: job.subject.number } : {}),
            head: job.subject.head,
            outcome,
        });
    }
    return finish("stored", { status: 202, body: "Stored.\n" });
}
/** A repository that is public no more, or is no more: its reports, and what was said of them, follow it. */
async function repositoryGone(reports, event, payload) {
    const id = (0,bot_payload/* field */.Z)(payload, "repository", "id");
    if (event !== "repository" || typeof id !== "number")
        return false;
    const action = (0,bot_payload/* text */.Q)(payload, "action");
    if (action === "privatized")
        await reports.hide(id);
    else if (action === "deleted")
        await reports.forget(id);
    else
        return false;
    return true;
}
function header(request, name) {
    const value = request.headers[name];
    return typeof value === "string" ? value : "";
}
function parse(body) {
    try {
        return JSON.parse(body);
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/bot/plain-page.js
var plain_page = __webpack_require__(87368);
;// CONCATENATED MODULE: ./build/bot/report-page.js



/** The same for a report that is not there and for one that this person may not see. */
const none = () => (0,plain_page/* plainPage */.w)(404, "There is no such report", [
    "It may be too old and gone, or you may not see its repository on GitHub. Re-run the check to make it anew.",
]);
/**
 * `GET /review/ID`: the report of a public repository for whoever has its signed address, until that expires; any other for
 * those who may read the repository, which GitHub is asked each time.
 */
async function showReport({ reports, key, signIn }, request) {
    const id = request.url.pathname.split("/").at(-1) ?? "";
    if (!REPORT_ID.test(id))
        return none();
    const address = checkAddress(key, id, request.url.searchParams, Date.now());
    const report = await reports.find(id);
    if (report !== null && !report.isPrivate && address === "valid")
        return show(report, request);
    if (signIn === null)
        return address === "expired" ? expired() : none();
    // Whether there is such a report is told only to those who may read it.
    const allowed = report === null ? false : await signIn.mayRead(request, report.repository);
    if (report !== null && allowed === true)
        return show(report, request);
    return allowed === null || !signIn.isSignedIn(request) ? signIn.begin(id) : none();
}
const expired = () => (0,plain_page/* plainPage */.w)(410, "This address has expired", ["Re-run the check: it gives a new address."]);
function show({ content, policy }, request) {
    const compressed = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
    return {
        status: 200,
        body: compressed ? content : (0,external_node_zlib_.gunzipSync)(content),
        headers: {
            ...(0,plain_page/* pageHeaders */.W)(policy),
            ...(compressed ? { "content-encoding": "gzip" } : {}),
            vary: "accept-encoding, cookie",
            "cache-control": "private, no-store",
        },
    };
}

// EXTERNAL MODULE: ./build/bot/cookies.js
var cookies = __webpack_require__(91813);
;// CONCATENATED MODULE: ./build/bot/sign-in.js









/** Seconds of one sign-in, and of a session: GitHub's token for a person holds eight hours. */
const SIGNING = 600;
const SESSION = 8 * 3600;
const [STATE_COOKIE, SESSION_COOKIE] = ["state", "session"];
/**
 * GitHub's web flow for Apps (https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app). The person's
 * token is kept by the person's browser alone, encrypted, in a cookie that no script reads.
 */
function createSignIn(settings, publicUrl, client, keys) {
    const silent = () => { };
    const octokit = (auth) => new dist_src/* Octokit */.E({
        ...(auth === undefined ? {} : { auth }),
        baseUrl: settings.apiUrl,
        userAgent: `windsock/${tool_version/* VERSION */.x}`,
        log: { debug: silent, info: silent, warn: silent, error: silent },
    });
    const cookie = (request, name) => (0,sealed/* unseal */.Du)(keys.cookie, (0,cookies/* cookieOf */.QY)(request.headers.cookie, (0,cookies/* cookieName */.Ok)(publicUrl, name)) ?? "", Date.now());
    const withCookie = (name, value, seconds) => (0,cookies/* setCookie */.TV)(publicUrl, name, (0,sealed/* seal */.od)(keys.cookie, value, Date.now() + seconds * 1000), seconds);
    const failed = () => (0,plain_page/* plainPage */.w)(400, "Signing in did not work", ["Open the report's address once more, in the same browser."]);
    return {
        begin(reportId) {
            const state = (0,external_node_crypto_.randomBytes)(24).toString("base64url");
            const address = new URL(`${settings.serverUrl}/login/oauth/authorize`);
            address.searchParams.set("client_id", client.id);
            address.searchParams.set("redirect_uri", `${publicUrl}/sign-in/done`);
            address.searchParams.set("state", state);
            const headers = {
                location: address.href,
                "set-cookie": withCookie(STATE_COOKIE, { state, reportId }, SIGNING),
                "referrer-policy": "no-referrer",
            };
            return { status: 302, body: "", headers };
        },
        async finish(request) {
            const begun = cookie(request, STATE_COOKIE);
            const [state, reportId] = [(0,bot_payload/* text */.Q)(begun, "state"), (0,bot_payload/* text */.Q)(begun, "reportId")];
            const code = request.url.searchParams.get("code") ?? "";
            const given = request.url.searchParams.get("state") ?? "";
            if (state === "" || code === "" || !REPORT_ID.test(reportId) || !(0,sealed/* sameText */.QV)(given, state))
                return failed();
            const { data } = await octokit().request(`POST ${settings.serverUrl}/login/oauth/access_token`, {
                client_id: client.id,
                client_secret: client.secret,
                code,
                redirect_uri: `${publicUrl}/sign-in/done`,
                headers: { accept: "application/json" },
            });
            const token = (0,bot_payload/* text */.Q)(data, "access_token");
            if (token === "")
                return failed();
            return {
                status: 302,
                body: "",
                headers: {
                    location: `${publicUrl}/review/${reportId}`,
                    "set-cookie": [withCookie(SESSION_COOKIE, { token }, SESSION), (0,cookies/* setCookie */.TV)(publicUrl, STATE_COOKIE, "", 0)],
                },
            };
        },
        isSignedIn: (request) => (0,bot_payload/* text */.Q)(cookie(request, SESSION_COOKIE), "token") !== "",
        async mayRead(request, { id, owner, repo }) {
            const token = (0,bot_payload/* text */.Q)(cookie(request, SESSION_COOKIE), "token");
            if (token === "")
                return null;
            try {
                const { data } = await octokit(token).rest.repos.get({ owner, repo });
                // A name may be another repository's by now.
                return data.id === id;
            }
            catch (error) {
                const status = (0,explain_error/* statusOf */.c2)(error);
                if (status === 401)
                    return null;
                if (status === 403 || status === 404)
                    return false;
                throw error;
            }
        },
    };
}

// EXTERNAL MODULE: ./build/report/html/html-text.js
var html_text = __webpack_require__(10662);
;// CONCATENATED MODULE: ./build/bot/status-page.js




/** `GET /status`: for who has the token, as the password of HTTP's basic authentication; any name will do. */
async function showStatus(token, status, request) {
    const [scheme = "", value = ""] = (request.headers.authorization ?? "").split(" ");
    const [, ...password] = Buffer.from(value, "base64").toString("utf8").split(":");
    if (scheme.toLowerCase() !== "basic" || !(0,sealed/* sameText */.QV)(password.join(":"), token)) {
        const page = (0,plain_page/* plainPage */.w)(401, "For operators only", ["The password is STATUS_TOKEN of this service."]);
        return { ...page, headers: { ...page.headers, "www-authenticate": 'Basic realm="Windsock", charset="UTF-8"' } };
    }
    const { state, database, seconds, queue } = await status();
    const { waiting, active, aside } = queue.counts;
    return (0,plain_page/* plainPage */.w)(200, "Windsock", [
        table(["", ""], [
            ["version", tool_version/* VERSION */.x],
            ["this process", `${state}, for ${inWords(seconds)}`],
            ["database", database],
            ["reviews that wait", `${waiting}${waiting > 0 ? `, the oldest for ${inWords(queue.oldest)}` : ""}`],
            ["reviews that run", `${active}`],
            ["reviews put aside", `${aside}`],
        ]),
        (0,html_text/* element */.ND)("h2", {}, "Put aside"),
        queue.aside.length === 0
            ? (0,html_text/* element */.ND)("p", {}, "None.")
            : table(["what", "commit", "why", "when"], queue.aside.map(({ what, head, why, at }) => [what, head.slice(0, 10), why, at])),
        (0,html_text/* element */.ND)("h2", {}, "Installations with work waiting"),
        queue.installations.length === 0
            ? (0,html_text/* element */.ND)("p", {}, "None.")
            : table(["installation", "waiting", "paused until"], queue.installations.map(({ id, waiting: count, paused }) => [id, `${count}`, paused ?? ""])),
    ]);
}
const table = (heads, rows) => (0,html_text/* element */.ND)("table", {}, (0,html_text/* element */.ND)("tr", {}, (0,html_text/* joinHtml */.cR)(heads.map((head) => (0,html_text/* element */.ND)("th", {}, head)))), (0,html_text/* joinHtml */.cR)(rows.map((row) => (0,html_text/* element */.ND)("tr", {}, (0,html_text/* joinHtml */.cR)(row.map((cell) => (0,html_text/* element */.ND)("td", {}, cell)))))));
/** Seconds as people say them: the largest two units. */
function inWords(seconds) {
    const units = [
        ["day", 86_400],
        ["hour", 3600],
        ["minute", 60],
        ["second", 1],
    ];
    let rest = Math.max(0, Math.round(seconds));
    const parts = [];
    for (const [name, size] of units) {
        const count = Math.floor(rest / size);
        rest -= count * size;
        if (count > 0)
            parts.push(`${count} ${name}${count === 1 ? "" : "s"}`);
    }
    return parts.slice(0, 2).join(" ") || "0 seconds";
}

;// CONCATENATED MODULE: ./build/bot/service-routes.js






/** The addresses of the service (docs/bot.md lists them). Reports have pages where PUBLIC_URL is set, and the status page a token. */
function serviceRoutes(parts) {
    const { settings, receiver, database, queue, metrics } = parts;
    const plain = (status, body) => ({ status, body });
    const started = performance.now();
    return {
        "POST /webhook": (request) => receiveWebhook(receiver, request),
        "GET /healthz": async () => plain(200, "ok\n"),
        "GET /readyz": async () => {
            if (parts.state() !== "ready")
                return plain(503, `${parts.state()}\n`);
            await database.query("SELECT 1");
            return plain(200, "ready\n");
        },
        "GET /metrics": async () => ({
            ...plain(200, await metrics.text()),
            headers: { "content-type": metrics.contentType },
        }),
        ...reportRoutes(parts),
        ...statusRoute(settings.statusToken, async () => ({
            state: parts.state(),
            database: database.kind,
            seconds: (performance.now() - started) / 1000,
            queue: await readQueueStatus(database, await queue.counts()),
        })),
    };
}
function reportRoutes({ settings, reports }) {
    const { publicUrl, client } = settings;
    if (publicUrl === null)
        return {};
    const keys = (0,sealed/* keysOf */.YD)(settings.privateKey);
    const signIn = client && createSignIn(settings, publicUrl, client, keys);
    return {
        "GET /review/*": (request) => showReport({ reports, key: keys.address, signIn }, request),
        ...(signIn === null ? {} : { "GET /sign-in/done": (request) => signIn.finish(request) }),
    };
}
const statusRoute = (token, status) => token === null ? {} : { "GET /status": (request) => showStatus(token, status, request) };

;// CONCATENATED MODULE: ./build/bot/serve.js




















/** Milliseconds that running reviews are given to end when the service stops; then they are left to another process. */
const GRACE = 15_000;
/** Milliseconds between two counts of the queue. */
const COUNTING = 2000;
/** Milliseconds between two looks for missed webhooks. */
const RECOVERY = 600_000;
/** Starts the bot: webhooks in, reviews out. `child` are the arguments of Node that start `reviewChild`. */
async function serve(settings, child, log) {
    const onError = (error) => log("error", "database", { error: wordsOf(error) });
    const database = await openDatabase(settings, onError);
    await (0,tables/* migrate */._r)(database);
    const queue = await startQueue(database, onError);
    const github = signIn(settings);
    const mirrors = await openMirrors((0,external_node_path_.join)(settings.dataFolder, "mirrors"), settings.mirrorSpace);
    const metrics = createMetrics(queue.counts);
    const reports = openReports(database, settings.reportSpace, settings.reportDays);
    const stopping = new AbortController();
    let state = "starting";
    let known = { waiting: 0, active: 0, aside: 0 };
    const counting = (async () => {
        while (!stopping.signal.aborted) {
            await queue.counts().then((counts) => {
                known = counts;
            }, onError);
            await (0,promises_.setTimeout)(COUNTING, undefined, { signal: stopping.signal }).catch(() => { });
        }
    })();
    /** What was missed while no process ran, and what a database without a server may have lost. */
    const recoverRegularly = async () => {
        for (let round = 1; !stopping.signal.aborted; round += 1) {
            try {
                const { asked, complete } = await recoverDeliveries(github, database, Date.now());
                if (asked > 0)
                    log("warn", "missed webhooks asked for again", { asked });
                if (!complete || (round === 1 && database.kind === "pglite")) {
                    const pulls = await recoverPullRequests(github, queue, stopping.signal);
                    log("info", "open pull requests looked at", { asked: pulls });
                }
            }
            catch (error) {
                if (!stopping.signal.aborted)
                    log("warn", "missed webhooks cannot be asked for", { error: wordsOf(error) });
            }
            await reports.evict().catch(onError);
            await (0,promises_.setTimeout)(RECOVERY, undefined, { signal: stopping.signal }).catch(() => { });
        }
    };
    const waiting = () => known.waiting;
    const gone = {
        hide: reports.hide,
        async forget(repository) {
            await reports.forget(repository);
            await (0,pull_memory/* forgetRepository */._I)(database, repository);
        },
    };
    const receiver = { settings, webhooks: github.app.webhooks, queue, metrics, log, reports: gone, waiting };
    const server = await (0,http_server/* startHttpServer */.O)(serviceRoutes({ settings, receiver, database, queue, metrics, reports, state: () => state }), settings, (error, path) => log("error", "request failed", { path, error: wordsOf(error) }));
    const { publicUrl, reportDays: days } = settings;
    const pages = publicUrl && { place: { publicUrl, days, key: (0,sealed/* keysOf */.YD)(settings.privateKey).address }, reports };
    const places = { settings, github, database, mirrors, child, pages: pages || null };
    const run = async (running) => {
        const { job, attempt } = running;
        const started = performance.now();
        const note = (level, message, outcome, error) => {
            const seconds = (performance.now() - started) / 1000;
            metrics.reviews.inc({ outcome });
            metrics.reviewed.observe(seconds);
            log(level, message, {
                job: running.id,
                delivery: job.delivery,
                installation: job.installation,
                repository: `${job.repository.owner}/${job.repository.repo}`,
                ...(job.subject.kind === "pull-request" ? { number: job.subject.number } : {}),
                head: job.subject.head,
                attempt,
                outcome,
                seconds: Math.round(seconds * 1000) / 1000,
                ...(error === undefined ? {} : { error: wordsOf(error) }),
            });
        };
        try {
            note("info", "review", await runReviewJob(places, running, stopping.signal));
        }
        catch (thrown) {
            const error = orRateLimited(thrown);
            const outcome = error instanceof GivenUp ? "given up" : error instanceof pauses/* RateLimited */.JH ? "paused" : "failed";
            note("warn", "review", outcome, error);
            throw error;
        }
    };
    const runAsk = async (job, signal) => {
        try {
            const { outcome, trouble } = await runAskJob({ ...places, queue }, job, AbortSignal.any([signal, stopping.signal]));
            // The word is the writer's own: only known ones are counted by it.
            const word = job.kind === "rerun" ? "rerun" : (commandSpec(job.word)?.word ?? "");
            metrics.commands.inc({ word, outcome });
            log(trouble === undefined ? "info" : "error", "command", { ...fieldsOfAsk(job), outcome, error: trouble });
        }
        catch (thrown) {
            const error = orRateLimited(thrown);
            log("warn", "command", { ...fieldsOfAsk(job), outcome: "failed", error: wordsOf(error) });
            throw error;
        }
    };
    await queue.work(settings.concurrency, run);
    await queue.workAsks(runAsk);
    state = "ready";
    const recovering = recoverRegularly();
    log("info", "ready", { port: server.port, database: database.kind, reviews: settings.concurrency });
    return {
        port: server.port,
        async stop() {
            if (state === "stopping")
                return;
            state = "stopping";
            log("info", "stopping");
            const closed = server.close();
            void (0,promises_.setTimeout)(GRACE, undefined, { ref: false }).then(() => stopping.abort());
            await queue.stop(GRACE + 8000);
            stopping.abort();
            await Promise.all([closed, counting, recovering]);
            await database.close();
            log("info", "stopped");
        },
    };
}
/** An error of GitHub's rate limit as what the queue knows; any other as it is. */
function orRateLimited(error) {
    const end = error instanceof pauses/* RateLimited */.JH ? null : (0,rate_limit/* rateLimitEnd */.j)(error, Date.now());
    return end === null ? error : new pauses/* RateLimited */.JH(end);
}
/** The words of an error, without what a request carried. */
const wordsOf = (error) => (error instanceof Error ? error.message : String(error)).slice(0, 2000);


/***/ }),

/***/ 49445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ misspelt),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** Longer words are not compared: no key, task id or option that a person mistypes is as long. */
const LONGEST = 200;
/**
 * The candidate that `word` most likely means, or `null`: letter case aside, at most a third of its letters, and
 * at most three, may be missing, added, wrong or swapped. Of equally near ones the first by code unit.
 */
function nearest(word, candidates) {
    if (word.length > LONGEST)
        return null;
    const wanted = word.toLowerCase();
    let best = null;
    let least = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)), wanted.length - 1) + 1;
    for (const candidate of [...candidates].sort()) {
        if (candidate.length > LONGEST || Math.abs(candidate.length - word.length) >= least)
            continue;
        const steps = distance(wanted, candidate.toLowerCase(), least);
        if (steps < least)
            [best, least] = [candidate, steps];
    }
    return best;
}
/**
 * The one candidate that `word` is plainly meant to be: one letter off, or two in words of eight and more, and no other
 * candidate as near. `null` for words of fewer than four letters, which mean too many things.
 */
function misspelt(word, candidates) {
    const near = word.length < 4 ? null : nearest(word, candidates);
    if (near === null || near === word)
        return null;
    const steps = distance(word.toLowerCase(), near.toLowerCase(), 3);
    if (steps > (word.length < 8 ? 1 : 2))
        return null;
    const rivals = [...new Set(candidates)].filter((other) => other !== near && other.length <= LONGEST && distance(word.toLowerCase(), other.toLowerCase(), 3) <= steps);
    return rivals.length > 0 ? null : near;
}
/**
 * Letters to insert, delete, replace or swap with the next one (optimal string alignment); `limit` where it is that many
 * or more. What both begin and end with is left out first, so that long names that differ a little cost little.
 */
function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) >= limit)
        return limit;
    const shorter = Math.min(a.length, b.length);
    let start = 0;
    while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start))
        start++;
    let end = 0;
    while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end))
        end++;
    return aligned(a.slice(start, a.length - end), b.slice(start, b.length - end), limit);
}
/** The same, filling only the band of the table whose entries can be below the limit. */
function aligned(a, b, limit) {
    let before = new Uint8Array(b.length + 2);
    let previous = new Uint8Array(b.length + 2);
    let row = new Uint8Array(b.length + 2);
    for (let j = 0; j <= b.length + 1; j++)
        previous[j] = Math.min(j, limit);
    for (let i = 1; i <= a.length; i++) {
        const first = Math.max(1, i - limit);
        const last = Math.min(b.length, i + limit);
        row[first - 1] = first === 1 ? Math.min(i, limit) : limit;
        let least = row[first - 1] ?? limit;
        for (let j = first; j <= last; j++) {
            const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
            let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same, limit);
            if (i > 1 &&
                j > 1 &&
                a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
                a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
                cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
            }
            row[j] = cost;
            if (cost < least)
                least = cost;
        }
        row[last + 1] = limit;
        if (least >= limit)
            return limit;
        [before, previous, row] = [previous, row, before];
    }
    return previous[b.length] ?? limit;
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


/***/ }),

/***/ 46781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F4: () => (/* binding */ codes),
/* harmony export */   G9: () => (/* binding */ richOf),
/* harmony export */   Rz: () => (/* binding */ joinRich),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   nf: () => (/* binding */ link)
/* harmony export */ });
const code = (text) => ({ t: "code", text });
const strong = (...of) => ({ t: "strong", of });
const link = (to, ...of) => ({ t: "link", to, of });
/** Plain text with names in backticks, as findings have it. A backtick without its pair stays a backtick. */
function richOf(message) {
    const parts = message.split("`");
    const paired = parts.length % 2 === 1 ? parts.length : parts.length - 1;
    const pieces = parts.slice(0, paired).map((part, at) => (at % 2 === 1 ? code(part) : part));
    if (paired < parts.length)
        pieces.push(`\`${parts[paired] ?? ""}`);
    return pieces.filter((piece) => piece !== "");
}
/** `a`, `b` and `c`; at most `most` of them, and how many more there are. */
function listOf(items, most) {
    const shown = items.slice(0, most);
    const rest = items.length - shown.length;
    return shown
        .flatMap((item, at) => {
        if (at === 0)
            return [item];
        return [rest === 0 && at === shown.length - 1 ? " and " : ", ", item];
    })
        .concat(rest > 0 ? [` and ${rest} more`] : []);
}
/** Code pieces of names. */
const codes = (names) => names.map((name) => code(name));
/** `1 task`, `2 tasks`. */
const count = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;
/** Rich pieces in a row, with a text between them. */
const joinRich = (parts, between) => parts.flatMap((part, at) => (at === 0 ? part : [between, ...part]));


/***/ }),

/***/ 83776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lD: () => (/* binding */ createGit),
  tv: () => (/* binding */ gitFailure)
});

// UNUSED EXPORTS: LEAST_GIT

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./build/snapshot/git-environment.js
/** Variables that say where git and the user's configuration are; all other `GIT_…` variables are taken away. */
const KEPT = new Set([
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CEILING_DIRECTORIES",
    "GIT_EXEC_PATH",
]);
/** Configuration that the user gives in variables, such as `safe.directory` (git-config, GIT_CONFIG_COUNT). */
const GIVEN_CONFIGURATION = /^GIT_CONFIG_(COUNT|KEY_\d+|VALUE_\d+)$/;
/** What a runner gives to an action: its inputs, with the token among them, and the tokens of its services. git needs none. */
const OF_THE_RUNNER = /^(?:INPUT_|ACTIONS_)/;
/** Programs that git would start to ask or to show something. */
const PROGRAMS = new Set(["SSH_ASKPASS", "PAGER", "EDITOR", "VISUAL"]);
/**
 * The environment for a git process: nothing inherited points it at another repository, index or program, and it
 * never asks. Without `network` no object is fetched either: a missing blob stays missing (`GIT_NO_LAZY_FETCH` from
 * git 2.45 on, `GIT_ALLOW_PROTOCOL` before).
 */
function gitEnvironment(inherited, options) {
    const environment = {};
    for (const [name, value] of Object.entries(inherited)) {
        const kept = KEPT.has(name) || (!options.own && GIVEN_CONFIGURATION.test(name));
        const usual = !name.startsWith("GIT_") && !OF_THE_RUNNER.test(name) && !PROGRAMS.has(name);
        if (value !== undefined && (usual || kept))
            environment[name] = value;
    }
    Object.assign(environment, {
        LC_ALL: "C",
        GIT_TERMINAL_PROMPT: "0",
        GIT_OPTIONAL_LOCKS: "0",
        GIT_NO_LAZY_FETCH: "1",
    });
    if (!options.network)
        environment.GIT_ALLOW_PROTOCOL = "none";
    if (options.own)
        Object.assign(environment, { GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: nullDevice() });
    return Object.assign(environment, options.extra);
}
const nullDevice = () => (process.platform === "win32" ? "NUL" : "/dev/null");
/** Options before the command: no program that a repository's configuration names is started, and no bare repository is found by chance. */
const SAFE_OPTIONS = [
    "--no-pager",
    ...["-c", "core.fsmonitor=false"],
    ...["-c", "core.hooksPath=/dev/null"],
    ...["-c", "safe.bareRepository=explicit"],
    ...["-c", "core.quotePath=false"],
    ...["-c", "protocol.ext.allow=never"],
];

// EXTERNAL MODULE: ./build/snapshot/user-error.js
var user_error = __webpack_require__(35357);
;// CONCATENATED MODULE: ./build/snapshot/git.js



/** The least git: `fetch --stdin`, `--no-write-fetch-head` and sha256 repositories came with it. */
const LEAST_GIT = "2.29";
const MIB = 1024 * 1024;
/** git for the repository that `options` name. Throws a `UserError` where git is missing or older than `LEAST_GIT`. */
async function createGit(options = {}) {
    const environment = gitEnvironment(process.env, {
        network: options.network ?? false,
        own: options.own ?? false,
        extra: options.environment ?? {},
    });
    const place = [
        ...(options.directory === undefined ? [] : ["-C", options.directory]),
        ...(options.gitDir === undefined ? [] : [`--git-dir=${options.gitDir}`]),
    ];
    const attempt = (args, run = {}) => runGit([...place, ...SAFE_OPTIONS, ...args], environment, run);
    checkVersion((await runGit(["version"], environment, {})).stdout.toString("latin1"));
    return {
        attempt,
        blobs: new Map(),
        async output(args, run) {
            const result = await attempt(args, run);
            if (result.code !== 0)
                throw gitFailure(args[0] ?? "", result.stderr);
            return result.stdout;
        },
    };
}
function checkVersion(said) {
    const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(said)?.slice(1) ?? []).map(Number);
    const [leastMajor = 0, leastMinor = 0] = LEAST_GIT.split(".").map(Number);
    if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
        throw new user_error/* UserError */.y(`git ${major}.${minor} is too old`, `Install git ${LEAST_GIT} or newer.`);
    }
}
/** What git said when a command failed, as one line, and what to do where that is known. */
function gitFailure(command, stderr) {
    if (stderr.includes("dubious ownership")) {
        const directory = /safe\.directory (\S+)/.exec(stderr)?.[1] ?? "DIR";
        return new user_error/* UserError */.y("git does not trust this repository: it belongs to another user", `Run: git config --global --add safe.directory ${directory}`);
    }
    const lines = stderr.trim().split("\n");
    const fatal = lines.find((line) => /^(fatal|error):/.test(line)) ?? lines.at(-1) ?? "";
    return new user_error/* UserError */.y(`git ${command} failed: ${fatal.replace(/^(fatal|error): /, "") || "no reason given"}`);
}
function runGit(args, env, run) {
    const limit = run.limit ?? 256 * MIB;
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)("git", args, { env, stdio: ["pipe", "pipe", "pipe"], windowsHide: true, timeout: run.timeout });
        const out = [];
        const err = [];
        let size = 0;
        let said = 0;
        child.stdout.on("data", (chunk) => {
            size += chunk.length;
            if (size <= limit)
                out.push(chunk);
            else
                child.kill("SIGKILL");
        });
        child.stderr.on("data", (chunk) => {
            said += chunk.length;
            if (said <= MIB)
                err.push(chunk);
        });
        child.on("error", () => {
            reject(new user_error/* UserError */.y("git cannot be started", `Install git ${LEAST_GIT} or newer and put it on the PATH.`));
        });
        child.on("close", (code) => {
            if (size > limit)
                reject(new user_error/* UserError */.y(`git gave more than ${limit} bytes of output`));
            else
                resolve({ code: code ?? 1, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString("utf8") });
        });
        // git may end before it has read everything; its exit code says so.
        child.stdin.on("error", () => { });
        child.stdin.end(run.input);
    });
}


/***/ })

};
