export const id = 370;
export const ids = [370];
export const modules = {

/***/ 44463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UU: () => (/* binding */ createClient),
/* harmony export */   Z2: () => (/* binding */ SECOND)
/* harmony export */ });
/* unused harmony export splitName */
/* harmony import */ var _actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47176);
/* harmony import */ var _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49735);
/* harmony import */ var _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86856);
/* harmony import */ var _octokit_rest__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11267);
/* harmony import */ var bottleneck_light_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63251);





/** A second, in milliseconds: what waiting times are multiples of. Tests have shorter ones. */
const SECOND = 1000;
/** The longest that one try of a request may take, in milliseconds. */
const TRY = 30_000;
/** The longest wait, in seconds, that GitHub may ask for: a job should not sit and wait for an hour. */
const LONGEST_WAIT = 90;
/** How often a request that met a rate limit is tried again. */
const LIMIT_RETRIES = 2;
/** The toolkit's `fetch` goes through the runner's proxy, where there is one; Node's own does not. */
const throughProxy = _actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_0__/* .defaults */ .NT.request?.fetch ?? fetch;
const Extended = _octokit_rest__WEBPACK_IMPORTED_MODULE_2__/* .Octokit */ .E.plugin(_octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L, _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_4__/* .throttling */ .A);
/**
 * A client for `apiUrl` (GITHUB_API_URL). Failing servers, broken connections and rate limits are met with bounded
 * retries (three on failures, after 1, 4 and 9 seconds; two on limits); a request that still fails is thrown. `deadline`
 * ends all of it.
 */
function createClient(options) {
    const retryAfterBaseValue = options.second ?? SECOND;
    const onLimit = (seconds, _request, _client, tried) => tried < LIMIT_RETRIES && seconds <= LONGEST_WAIT;
    return new Extended({
        auth: options.token,
        baseUrl: options.apiUrl,
        userAgent: options.userAgent,
        log: { debug: silent, info: silent, warn: silent, error: silent },
        retry: { retryAfterBaseValue },
        throttle: {
            onRateLimit: onLimit,
            onSecondaryRateLimit: onLimit,
            write: atOnce,
            notifications: atOnce,
            retryAfterBaseValue,
        },
        request: {
            fetch: (url, init) => throughProxy(url, { ...init, signal: AbortSignal.any([AbortSignal.timeout(TRY), options.deadline]) }),
        },
    });
}
const silent = () => { };
/** One review makes a handful of requests: they are not spaced out in advance, but limits that GitHub names are kept. */
const atOnce = new bottleneck_light_js__WEBPACK_IMPORTED_MODULE_1__.Group({ maxConcurrent: 1 });
/** Splits `owner/name`; `null` where it is none. */
function splitName(fullName) {
    const match = /^([\w.-]+)\/([\w.-]+)$/.exec(fullName);
    return match ? { owner: match[1] ?? "", repo: match[2] ?? "" } : null;
}


/***/ }),

/***/ 798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UW: () => (/* binding */ explainError),
/* harmony export */   Wv: () => (/* binding */ waitAfter),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   l: () => (/* binding */ reason),
/* harmony export */   tv: () => (/* binding */ mayPassLater)
/* harmony export */ });
/** One line: why something could not be written to GitHub, and what to do. `fork`: the pull request comes from a fork. */
function explainError(error, attempt, fork) {
    const status = statusOf(error);
    if (status === 401)
        return `Windsock could not ${attempt.action}: GitHub does not know the token. Check the input \`github-token\`.`;
    if (status === 403 || status === 404 || isForbidden(error)) {
        if (isRateLimit(error))
            return `Windsock could not ${attempt.action}: GitHub's rate limit is used up. Run the job again later.`;
        return fork
            ? `Windsock could not ${attempt.action}: a pull request from a fork gets a read-only token. Run the workflow on \`pull_request_target\` with \`permissions: ${attempt.permission}\`.`
            : `Windsock could not ${attempt.action}: the token lacks a permission. Give the job \`permissions: ${attempt.permission}\`.`;
    }
    if (status === 429)
        return `Windsock could not ${attempt.action}: GitHub's rate limit is used up. Run the job again later.`;
    if (status !== null && status >= 500)
        return `Windsock could not ${attempt.action}: GitHub did not answer (${reason(error)}). Run the job again.`;
    return `Windsock could not ${attempt.action}: ${reason(error)}`;
}
/** GraphQL answers with status 200 and a typed error where REST says 403 or 404. */
function isForbidden(error) {
    const errors = typeof error === "object" && error !== null ? Reflect.get(error, "errors") : null;
    const types = Array.isArray(errors) ? errors.map((item) => item?.type) : [];
    return types.some((type) => type === "FORBIDDEN" || type === "NOT_FOUND" || type === "INSUFFICIENT_SCOPES");
}
const isRateLimit = (error) => /rate limit/i.test(reason(error));
/** The error's own words in one line of at most `longest` characters, without control characters. */
function reason(error, longest = 300) {
    const text = error instanceof Error ? error.message : String(error);
    return text
        .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ")
        .trim()
        .slice(0, longest);
}
/** True where the same request may pass the next time: the server failed, the connection broke, or there were too many requests. */
const mayPassLater = (error) => {
    const status = statusOf(error);
    return status !== null && (status >= 500 || status === 429);
};
/** The longest wait that a server may ask for, in seconds. */
const LONGEST_WAIT = 90;
/** The seconds to wait before another try: what `retry-after` asks for, within bounds, or `least`. */
function waitAfter(error, least) {
    const response = typeof error === "object" && error !== null ? Reflect.get(error, "response") : null;
    const headers = typeof response === "object" && response !== null ? Reflect.get(response, "headers") : null;
    const asked = Number(typeof headers === "object" && headers !== null ? Reflect.get(headers, "retry-after") : Number.NaN);
    return Number.isFinite(asked) ? Math.min(Math.max(asked, least), LONGEST_WAIT) : least;
}
/** The HTTP status of an error of the API, or `null`. */
function statusOf(error) {
    const status = typeof error === "object" && error !== null ? Reflect.get(error, "status") : null;
    return typeof status === "number" ? status : null;
}


/***/ }),

/***/ 75563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ listRefs),
/* harmony export */   Ho: () => (/* binding */ openOwnRepository),
/* harmony export */   Xy: () => (/* binding */ createOwnRepository),
/* harmony export */   rt: () => (/* binding */ fetchObjects),
/* harmony export */   zY: () => (/* binding */ initRepository)
/* harmony export */ });
/* unused harmony export basicCredentials */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58500);
/* harmony import */ var _snapshot_git_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83776);
/* harmony import */ var _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35357);





/** The longest that one fetch may take, in milliseconds. */
const FETCH = 120_000;
/** How often a git command that reaches the server is tried. */
const TRIES = 3;
/** What makes the repository a partial clone that never tidies up by itself (git-config). */
const CONFIGURATION = `[extensions]
	partialClone = origin
[remote "origin"]
	promisor = true
	partialCloneFilter = blob:none
[gc]
	auto = 0
[maintenance]
	auto = false
`;
/**
 * Makes an empty bare repository in a new folder below `parent`. Address and token reach git only by environment
 * variables (`GIT_CONFIG_COUNT`), the token only for that server: it is in no file, argument or address.
 */
async function createOwnRepository(options) {
    const directory = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(options.parent, "windsock-"));
    await initRepository(directory, options.objectFormat);
    return openOwnRepository({ ...options, directory });
}
/** Makes an existing, empty folder a bare repository that `openOwnRepository` can open. */
async function initRepository(directory, objectFormat) {
    const plain = await (0,_snapshot_git_js__WEBPACK_IMPORTED_MODULE_3__/* .createGit */ .lD)({ directory, own: true });
    await plain.output(["init", "--quiet", "--bare", `--object-format=${objectFormat}`, "--template=", "."]);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.appendFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "config"), CONFIGURATION);
}
/** Opens a repository that `initRepository` made, with a token for its server. */
async function openOwnRepository(options) {
    const objects = options.alternate
        ? { GIT_ALTERNATE_OBJECT_DIRECTORIES: options.alternate }
        : {};
    const own = { gitDir: options.directory, own: true, environment: objects };
    const environment = { ...objects, ...access(options.url, options.token) };
    return {
        directory: options.directory,
        reading: await (0,_snapshot_git_js__WEBPACK_IMPORTED_MODULE_3__/* .createGit */ .lD)(own),
        fetching: await (0,_snapshot_git_js__WEBPACK_IMPORTED_MODULE_3__/* .createGit */ .lD)({ ...own, network: true, environment }),
    };
}
/** A token as git sends it. */
const basicCredentials = (token) => Buffer.from(`x-access-token:${token}`).toString("base64");
/** Git's configuration for requests with a token, as environment variables (git-config, GIT_CONFIG_COUNT). */
function access(url, token) {
    const basic = basicCredentials(token);
    const configuration = [
        ["remote.origin.url", url],
        [`http.${new URL(url).origin}/.extraHeader`, `Authorization: Basic ${basic}`],
        ["http.followRedirects", "false"],
        ["credential.helper", ""],
        ["core.askPass", ""],
        ["protocol.version", "2"],
        ["fetch.negotiationAlgorithm", "noop"],
        ["http.lowSpeedLimit", "1000"],
        ["http.lowSpeedTime", "30"],
    ];
    const variables = configuration.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
    ]);
    return { ...Object.fromEntries(variables), GIT_CONFIG_COUNT: String(configuration.length) };
}
/** The commits that refs of the server name; refs that are not there are left out. */
async function listRefs(repository, refs) {
    const output = await reachServer(repository, ["ls-remote", "origin", ...refs]);
    const lines = output.toString("latin1").split("\n");
    return new Map(lines.flatMap((line) => {
        const [oid = "", ref = ""] = line.split("\t");
        return refs.includes(ref) ? [[ref, oid]] : [];
    }));
}
/**
 * Fetches objects by id, all in one fetch: commits with their trees and without file content (`depth` commits deep),
 * or with `depth` 0 exactly the blobs that are named.
 */
async function fetchObjects(repository, oids, depth) {
    await reachServer(repository, [
        ...["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--no-auto-maintenance"],
        ...(depth > 0 ? [`--depth=${depth}`] : []),
        ...["--filter=blob:none", "--stdin", "origin"],
    ], [...new Set(oids)].map((oid) => `${oid}\n`).join(""));
}
/** Runs a command that talks to the server, again where the server or the connection failed. */
async function reachServer(repository, args, input = "") {
    for (let tried = 1;; tried += 1) {
        const result = await repository.fetching.attempt(args, { input, timeout: FETCH });
        if (result.code === 0)
            return result.stdout;
        if (tried === TRIES || !isTransient(result.stderr))
            throw failure(result.stderr);
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(tried * 1000);
    }
}
/** True where git's words are those of a failing server or connection, which may work the next time. */
const isTransient = (stderr) => /error: 5\d\d|error: 429|RPC failed|timed? ?out|reset by peer|early EOF|hung up|Empty reply|Could not resolve|Failed to connect|unexpected disconnect/i.test(stderr);
function failure(stderr) {
    if (stderr.trim() === "")
        return new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .y("GitHub did not send the repository in time", "Run the job again.");
    if (/error: 40[134]|Authentication failed|could not read Username|not found/i.test(stderr)) {
        return new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .y("GitHub does not let this token read the repository", "Give the job `permissions: contents: read`, and check the input `github-token`.");
    }
    if (/not our ref|no such remote ref|couldn't find remote ref/i.test(stderr)) {
        return new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .y("GitHub no longer has a commit of this event", "Push again, or start the newest run.");
    }
    const line = stderr.split("\n").find((text) => /^(?:fatal|error):/.test(text)) ?? "git gave no reason";
    return new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .y(`the repository cannot be fetched: ${line.replace(/^(?:fatal|error): /, "")}`, "Run the job again.");
}


/***/ }),

/***/ 37491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G2: () => (/* binding */ notesInMarkdown),
/* harmony export */   h$: () => (/* binding */ notesOf),
/* harmony export */   uj: () => (/* binding */ GONE)
/* harmony export */ });
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9924);

/** What the report must add about how it was made; each a sentence of ours, safe in Markdown. */
function notesOf({ compared, configChanges, commit, movedByBase, }) {
    return [
        ...(compared === "branch"
            ? [
                "GitHub has no merge result for this commit (there is a conflict, or it was pushed just now), so the branch itself was compared with the commit it started from.",
            ]
            : []),
        ...(configChanges
            ? ["This change touches Windsock's configuration, which is read from the base: it takes effect after merging."]
            : []),
        ...(commit?.what === "committed"
            ? ["Windsock committed the generated Python to this branch, and what is reviewed is that commit."]
            : []),
        ...(movedByBase.length > 0
            ? [
                `The generated Python of ${movedByBase
                    .slice(0, 5)
                    .map((id) => (0,_report_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeCode */ .tn)(id))
                    .join(", ")}${movedByBase.length > 5 ? ` and ${movedByBase.length - 5} more` : ""} is what the files of this branch give: only the base has moved. Update the branch, then write it again.`,
            ]
            : []),
    ];
}
/** Notes as lines of Markdown to put after a report; empty where there are none. */
const notesInMarkdown = (notes) => notes.map((note) => `\n\n> [!NOTE]\n> ${note}`).join("");
/** What a comment says whose reason has gone. It names no commit, so that it is written once. */
const GONE = `### ✔ No gusty DAG changes any more

An earlier version of this pull request changed DAGs or had findings. The current one does not.`;


/***/ }),

/***/ 91350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ writeComment)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/github/client.js
var github_client = __webpack_require__(44463);
// EXTERNAL MODULE: ./build/github/explain-error.js
var explain_error = __webpack_require__(798);
;// CONCATENATED MODULE: ./build/github/marker.js
const LINE = /^<!-- windsock:v1 (\{[^\r\n]*\}) -->(?:\r?\n|$)/;
/** Names of an instance: nothing that could end an HTML comment. */
const isInstanceName = (name) => /^[A-Za-z0-9](?:[A-Za-z0-9._ ]|-(?!-)){0,49}$/.test(name);
/** The marker line in front of `text`. */
const withMarker = (marker, text) => `<!-- windsock:v1 ${JSON.stringify({ instance: marker.instance, head: marker.head, revision: marker.revision })} -->\n${text}`;
/** Takes a comment's body apart; `null` where it does not begin with a marker of ours. */
function readMarker(body) {
    const match = LINE.exec(body);
    if (match === null)
        return null;
    try {
        const { instance, head, revision } = JSON.parse(match[1] ?? "");
        if (typeof instance !== "string" || typeof head !== "string" || !Number.isSafeInteger(revision))
            return null;
        return { marker: { instance, head, revision }, text: body.slice(match[0].length) };
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./build/github/find-comment.js

/** Comments are asked for by the hundred; more pages than this are not read. */
const PAGES = 50;
/**
 * REST cannot say who a token is; GraphQL tells of each comment whether the viewer wrote it. The id that REST wants is taken
 * from the address: `databaseId` has 32 bits, too few for today's comments, and older servers have no `fullDatabaseId`.
 */
const QUERY = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      headRefOid
      comments(first: 100, after: $after) {
        nodes { url body viewerDidAuthor }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;
/** Reads a pull request's head and our comments of one instance: by marker and by authorship. Throws what the API throws. */
async function readConversation(client, repository, number, instance) {
    const own = [];
    let after = null;
    for (let page = 1;; page += 1) {
        const variables = { ...repository, number, after };
        const answer = await client.graphql(QUERY, variables);
        const pull = answer.repository?.pullRequest;
        if (!pull)
            throw new Error("GitHub shows no such pull request to this token");
        for (const node of pull.comments.nodes) {
            const id = Number(/#issuecomment-(\d+)$/.exec(node?.url ?? "")?.[1]);
            if (!node?.viewerDidAuthor || Number.isNaN(id))
                continue;
            const read = readMarker(node.body);
            if (read?.marker.instance === instance)
                own.push({ id, url: node.url, ...read });
        }
        const { hasNextPage, endCursor } = pull.comments.pageInfo;
        if (!hasNextPage || endCursor === null || page === PAGES) {
            return { head: pull.headRefOid, own: own.sort((a, b) => a.id - b.id) };
        }
        after = endCursor;
    }
}

;// CONCATENATED MODULE: ./build/github/write-comment.js





/** How often the comment is brought to what it should be. */
const ROUNDS = 4;
/**
 * Brings our one comment on a pull request to what it should say: created, updated in place, or left alone where the text
 * is the same. Nothing is written for a head that is no longer the pull request's. GitHub knows no compare-and-swap, so
 * what was written is read back, and of several comments of ours the oldest stays. A write whose answer is lost is not
 * repeated before looking. Throws what the API throws when it fails for good.
 */
async function writeComment(client, request, second = github_client/* SECOND */.Z2) {
    const { repository, number, instance } = request;
    let done = null;
    let failure = null;
    for (let round = 1; round <= ROUNDS; round += 1) {
        if (round > 1 && (failure !== null || done === null))
            await (0,promises_.setTimeout)((0,explain_error/* waitAfter */.Wv)(failure, round - 1) * second);
        const conversation = await readConversation(client, repository, number, instance);
        const [first, ...others] = conversation.own;
        for (const other of others)
            await remove(client, repository, other);
        if (done !== null) {
            // A read may lag behind the write: what was written once is not written again.
            if (first === undefined)
                break;
            if (first.marker.head === request.head && (first.id === done.id || isWritten(first, request))) {
                return { what: done.what, url: first.url };
            }
        }
        if (conversation.head !== request.head && conversation.head !== request.formerHead)
            return { what: "outdated", url: first?.url ?? null };
        const text = request.text ?? (first === undefined ? null : request.gone);
        if (text === null)
            return { what: "none", url: null };
        if (first !== undefined && sameText(first.text, text))
            return { what: done?.what ?? "unchanged", url: first.url };
        try {
            const written = await write(client, request, first, text);
            done = done === null ? written : { ...written, what: done.what };
            failure = null;
        }
        catch (error) {
            if (!isLost(error))
                throw error;
            failure = error;
        }
    }
    if (done !== null)
        return { what: done.what, url: done.url };
    throw failure;
}
const isWritten = (comment, request) => sameText(comment.text, request.text ?? request.gone);
/** GitHub may change line ends and trim the end; the address of the run differs between two runs of one commit. */
const sameText = (a, b) => comparable(a) === comparable(b);
const comparable = (text) => text
    .replace(/\r\n/g, "\n")
    .replace(/\/actions\/runs\/\d+/g, "/actions/runs/N")
    .trimEnd();
async function write(client, request, existing, text) {
    const revision = (existing?.marker.revision ?? 0) + 1;
    const body = withMarker({ instance: request.instance, head: request.head, revision }, text);
    // Not repeated blindly: the next round looks first whether the effect is there.
    const once = { request: { retries: 0 } };
    const { data } = existing === undefined
        ? await client.rest.issues.createComment({ ...request.repository, issue_number: request.number, body, ...once })
        : await client.rest.issues.updateComment({ ...request.repository, comment_id: existing.id, body, ...once });
    return { what: existing === undefined ? "created" : "updated", id: data.id, url: data.html_url };
}
async function remove(client, repository, comment) {
    try {
        await client.rest.issues.deleteComment({ ...repository, comment_id: comment.id });
    }
    catch (error) {
        // Another run was faster.
        if ((0,explain_error/* statusOf */.c2)(error) !== 404)
            throw error;
    }
}
/** True where the request may pass later, or the comment was deleted meanwhile: looking again may help. */
const isLost = (error) => (0,explain_error/* mayPassLater */.tv)(error) || (0,explain_error/* statusOf */.c2)(error) === 404;


/***/ })

};
