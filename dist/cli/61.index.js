export const id = 61;
export const ids = [61];
export const modules = {

/***/ 92131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  serve: () => (/* binding */ serve)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/github/explain-error.js
var explain_error = __webpack_require__(798);
// EXTERNAL MODULE: ./build/github/write-comment.js + 2 modules
var write_comment = __webpack_require__(91350);
;// CONCATENATED MODULE: ./build/bot/tables.js
/** Changes of our own tables, in order. One that was released is never edited: a further one comes after it. */
const MIGRATIONS = [
    `CREATE TABLE windsock.known (
     key text PRIMARY KEY,
     value jsonb NOT NULL,
     written_at timestamptz NOT NULL DEFAULT now()
   )`,
];
/** Any number, but the same in all processes: who holds it migrates, the others wait. */
const LOCK = 7_467_301;
/** Brings our own tables up to date; several processes may do so at once, and a newer version's tables are left alone. */
async function migrate(database) {
    const steps = MIGRATIONS.map((statement, index) => `
      IF version < ${index + 1} THEN
        ${statement};
        INSERT INTO windsock.migration (version) VALUES (${index + 1});
      END IF;`);
    await database.script(`
    SELECT pg_advisory_xact_lock(${LOCK});
    CREATE SCHEMA IF NOT EXISTS windsock;
    CREATE TABLE IF NOT EXISTS windsock.migration (version int PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());
    DO $migrate$
    DECLARE version int := (SELECT coalesce(max(m.version), 0) FROM windsock.migration m);
    BEGIN
      ${steps.join("\n")}
    END
    $migrate$;
  `);
}
/** What the service remembers from one start to the next; `null`: nothing. */
async function recall(database, key) {
    const rows = await database.query("SELECT value FROM windsock.known WHERE key = $1", [key]);
    return rows[0]?.value ?? null;
}
async function remember(database, key, value) {
    await database.query(`INSERT INTO windsock.known (key, value) VALUES ($1, $2::jsonb)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, written_at = now()`, [key, JSON.stringify(value)]);
}
async function forget(database, key) {
    await database.query("DELETE FROM windsock.known WHERE key = $1", [key]);
}

;// CONCATENATED MODULE: ./build/bot/command-job.js



const HELP = `Commands, each on a line of its own in a comment:

| command | what it does | who may |
|---|---|---|
| \`/windsock review\` | reviews the newest commit once more | those with write access |
| \`/windsock help\` | shows this | everybody |`;
/**
 * Does what a comment asks for: a reaction at once, then the command, and an answer where one is needed. Running a job again
 * changes nothing. Throws what makes another try worth it.
 */
async function runCommandJob(places, job, signal) {
    const { github, database, queue } = places;
    const done = `command/${job.repository.id}/${job.comment}`;
    if ((await recall(database, done)) !== null)
        return "done already";
    const client = await github.client(job.installation, job.repository.id, signal);
    const place = { owner: job.repository.owner, repo: job.repository.repo };
    const head = await openHead(client, job);
    if (head === null)
        return "closed";
    const react = async (content) => {
        // GitHub keeps one reaction of a kind for each author.
        await client.rest.reactions.createForIssueComment({ ...place, comment_id: job.comment, content });
    };
    const answer = (text) => (0,write_comment/* writeComment */.H)(client, {
        repository: place,
        number: job.number,
        instance: `command ${job.comment}`,
        head,
        formerHead: null,
        text,
        gone: text,
    });
    const outcome = await (async () => {
        switch (job.word) {
            case "help":
                await react("eyes");
                await answer(HELP);
                return "done";
            case "review": {
                if (!(await mayWrite(client, job))) {
                    await react("confused");
                    await answer("`/windsock review` is for those with write access to this repository.");
                    return "not allowed";
                }
                await react("eyes");
                const subject = { kind: "pull-request", number: job.number, head };
                const { installation, repository, delivery } = job;
                await queue.add({ installation, repository, subject, again: true, delivery });
                return "done";
            }
            default:
                await react("confused");
                await answer(`There is no such command.\n\n${HELP}`);
                return "not understood";
        }
    })();
    await remember(database, done, outcome);
    return outcome;
}
async function openHead(client, { repository, number }) {
    try {
        const { data } = await client.rest.pulls.get({
            owner: repository.owner,
            repo: repository.repo,
            pull_number: number,
        });
        return data.state === "open" ? data.head.sha : null;
    }
    catch (error) {
        if ((0,explain_error/* statusOf */.c2)(error) === 404)
            return null;
        throw error;
    }
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
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
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

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./build/bot/http-server.js

/** GitHub sends no webhook above 25 MB (https://docs.github.com/webhooks/webhook-events-and-payloads). */
const LARGEST_BODY = 25_000_000;
/** Milliseconds for one request to arrive. */
const ARRIVAL = 30_000;
/** Serves `routes`. A route that throws is answered with 500, without its words: `onError` gets them. */
async function startHttpServer(routes, place, onError) {
    const server = (0,external_node_http_.createServer)((request, response) => {
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
    const route = url === null ? undefined : routes[`${request.method} ${url.pathname}`];
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
        ...headers,
    });
    response.end(body);
}

// EXTERNAL MODULE: ./node_modules/@octokit/app/dist-node/index.js + 16 modules
var dist_node = __webpack_require__(46605);
// EXTERNAL MODULE: ./node_modules/@octokit/rest/dist-src/index.js + 3 modules
var dist_src = __webpack_require__(11267);
// EXTERNAL MODULE: ./build/github/client.js
var client = __webpack_require__(44463);
// EXTERNAL MODULE: ./build/model/tool-version.js
var tool_version = __webpack_require__(96327);
;// CONCATENATED MODULE: ./build/bot/parse-command.js
const LINE = /^\/windsock(?:[ \t]+(\S{1,60})(?:[ \t]+(\S.{0,500}))?)?[ \t]*$/i;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** Lines of a comment that are looked at. */
const LINES = 500;
/**
 * The command of a comment: its first line of its own that begins with `/windsock`, outside quotes, code and hidden text.
 * `null`: there is none. `/windsock` alone asks for help.
 */
function parseCommand(body) {
    let fence = null;
    let hidden = false;
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
        const found = hidden ? null : LINE.exec(line);
        if (found !== null)
            return { word: (found[1] ?? "help").toLowerCase(), rest: (found[2] ?? "").trim() };
        hidden = endsHidden(line, hidden);
    }
    return null;
}
/** True where an HTML comment is still open at the end of a line. */
function endsHidden(line, hidden) {
    const [open, close] = [line.lastIndexOf("<!--"), line.lastIndexOf("-->")];
    return open > close || (hidden && close < 0);
}

;// CONCATENATED MODULE: ./build/bot/webhook-jobs.js

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Actions of `pull_request` after which there is something new to review. */
const OPENED = new Set(["opened", "reopened", "synchronize", "ready_for_review"]);
/**
 * The reviews that a webhook asks for (https://docs.github.com/webhooks/webhook-events-and-payloads): none for what is of no
 * concern here, or lacks what is needed.
 */
function reviewsOf(event, payload, delivery, appId) {
    const installation = field(payload, "installation", "id");
    const repository = repositoryOf(payload);
    if (!isId(installation) || repository === null)
        return [];
    const job = (subject, again = false) => ({ installation, repository, subject, again, delivery });
    switch (event) {
        case "pull_request": {
            const action = webhook_jobs_text(payload, "action");
            const newBase = action === "edited" && field(payload, "changes", "base") !== undefined;
            if (!OPENED.has(action) && !newBase)
                return [];
            return pullRequest(field(payload, "pull_request")).map((subject) => job(subject));
        }
        case "merge_group": {
            if (webhook_jobs_text(payload, "action") !== "checks_requested")
                return [];
            const [head, base] = [webhook_jobs_text(payload, "merge_group", "head_sha"), webhook_jobs_text(payload, "merge_group", "base_sha")];
            if (!COMMIT.test(head) || !COMMIT.test(base))
                return [];
            return [job({ kind: "commits", head, base, branch: webhook_jobs_text(payload, "repository", "default_branch") })];
        }
        case "check_run":
        case "check_suite": {
            const about = field(payload, event);
            if (webhook_jobs_text(payload, "action") !== "rerequested" || String(field(about, "app", "id")) !== appId)
                return [];
            const pulls = field(about, "pull_requests");
            const head = webhook_jobs_text(about, "head_sha");
            if (!Array.isArray(pulls) || !COMMIT.test(head))
                return [];
            return pulls.flatMap((pull) => {
                const number = field(pull, "number");
                return isId(number) && field(pull, "base", "repo", "id") === repository.id
                    ? [job({ kind: "pull-request", number, head }, true)]
                    : [];
            });
        }
        default:
            return [];
    }
}
/**
 * The command that a webhook brings: from a comment that was just created by a person on an open pull request. `null`: none.
 * Edits bring none, and so do Apps, among them this one.
 */
function commandOf(event, payload, delivery) {
    if (event !== "issue_comment" || webhook_jobs_text(payload, "action") !== "created")
        return null;
    const installation = field(payload, "installation", "id");
    const repository = repositoryOf(payload);
    const [number, comment] = [field(payload, "issue", "number"), field(payload, "comment", "id")];
    const author = webhook_jobs_text(payload, "comment", "user", "login");
    const person = webhook_jobs_text(payload, "comment", "user", "type") === "User";
    const byApp = (field(payload, "comment", "performed_via_github_app") ?? null) !== null;
    const open = webhook_jobs_text(payload, "issue", "state") === "open" && field(payload, "issue", "pull_request") !== undefined;
    if (!isId(installation) || !isId(number) || !isId(comment) || repository === null)
        return null;
    if (author === "" || !person || byApp || !open)
        return null;
    const command = parseCommand(webhook_jobs_text(payload, "comment", "body"));
    return command && { installation, repository, number, comment, author, word: command.word, delivery };
}
function pullRequest(pull) {
    const [number, head] = [field(pull, "number"), webhook_jobs_text(pull, "head", "sha")];
    return isId(number) && COMMIT.test(head) ? [{ kind: "pull-request", number, head }] : [];
}
function repositoryOf(payload) {
    const id = field(payload, "repository", "id");
    const [owner, repo] = [webhook_jobs_text(payload, "repository", "owner", "login"), webhook_jobs_text(payload, "repository", "name")];
    return isId(id) && /^[\w.-]+$/.test(owner) && /^[\w.-]+$/.test(repo) ? { id, owner, repo } : null;
}
const isId = (value) => typeof value === "number" && Number.isSafeInteger(value) && value > 0;
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
const webhook_jobs_text = (value, ...keys) => {
    const found = field(value, ...keys);
    return typeof found === "string" ? found : "";
};

;// CONCATENATED MODULE: ./build/bot/installation-tokens.js





const PERMISSIONS = {
    read: { contents: "read", pull_requests: "read" },
    publish: { checks: "write", pull_requests: "write" },
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
        return webhook_jobs_text(found, "token");
    };
    return {
        app,
        token,
        client: async (installation, repository, signal) => (0,client/* createClient */.UU)({
            token: await token(installation, repository, "publish"),
            apiUrl: settings.apiUrl,
            userAgent: `windsock/${tool_version/* VERSION */.x}`,
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
                    await evict(kept, space * MIB);
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
/** Removes the mirrors that were used the longest ago until the rest fits. */
async function evict(kept, space) {
    const found = await Promise.all((await (0,external_node_fs_promises_.readdir)(kept)).map(async (name) => {
        const folder = (0,external_node_path_.join)(kept, name);
        const used = (await (0,external_node_fs_promises_.stat)(folder).catch(() => null))?.mtimeMs ?? 0;
        return { folder, used, bytes: (await measure(folder)).bytes };
    }));
    let room = space;
    for (const { folder, bytes } of found.sort((a, b) => b.used - a.used)) {
        room -= bytes;
        if (room < 0)
            await remove(folder);
    }
}

;// CONCATENATED MODULE: ./build/bot/job.js
/** What a job is about: one review at a time for each. */
const keyOf = ({ repository, subject }) => subject.kind === "pull-request"
    ? `${repository.id}/pull/${subject.number}`
    : `${repository.id}/commit/${subject.head}`;

;// CONCATENATED MODULE: ./build/bot/queue.js


const REVIEW = "review";
const COMMAND = "command";
/** Where jobs go that were given up. */
const ASIDE = "review-aside";
/**
 * How often a review that fails is tried again, and the seconds before the first and the last time: for more than an hour, as
 * long as a rate limit lasts. The last ones are no further apart, as a killed process counts as a failure, too.
 */
const RETRIES = { limit: 75, first: 2, last: 60 };
/** The job cannot be done, and trying again does not help: it is put aside. */
class GivenUp extends Error {
}
/** A job of a process that was killed is taken up by another after so many seconds; the least that pg-boss takes. */
const HEARTBEAT = 10;
/** Seconds between two looks for jobs that are due. */
const POLL = 2;
const WORK = { notifyPollingIntervalSeconds: POLL, heartbeatRefreshSeconds: 3 };
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
    await boss.createQueue(REVIEW, {
        deadLetter: ASIDE,
        policy: "stately",
        notify: true,
        retryLimit: RETRIES.limit,
        retryDelay: RETRIES.first,
        retryDelayMax: RETRIES.last,
        retryBackoff: true,
        heartbeatSeconds: HEARTBEAT,
        expireInSeconds: 3600,
        deleteAfterSeconds: 86_400,
    });
    await boss.createQueue(COMMAND, {
        policy: "stately",
        notify: true,
        retryLimit: RETRIES.limit,
        retryDelay: RETRIES.first,
        retryDelayMax: RETRIES.last,
        retryBackoff: true,
        heartbeatSeconds: HEARTBEAT,
        deadLetter: ASIDE,
    });
    const table = "windsock_queue.job";
    const waitingOf = async (installation) => {
        const rows = await database.query(`SELECT count(*)::int AS count FROM (
         SELECT 1 FROM ${table} WHERE name = '${REVIEW}' AND state = 'created' AND group_id = $1 LIMIT ${COUNTED}
       ) AS waiting`, [String(installation)]);
        return Number(rows[0]?.count ?? 0);
    };
    /** Starts a worker that looks for its next job as soon as one is done (pg-boss itself waits for the next look). */
    const workAtOnce = async (start) => {
        let worker = "";
        worker = await start(() => boss.notifyWorker(worker));
    };
    const settle = async ({ id, data, retryCount, retryLimit, signal }, run) => {
        const waits = async (states, head) => {
            const rows = await database.query(`SELECT 1 FROM ${table} WHERE name = '${REVIEW}' AND state IN (${states}) AND singleton_key = $1
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
            if (error instanceof GivenUp)
                return { id, status: "deadletter", output };
            // The same pull request waits once more: that job stands for this one, too.
            const covered = await waits("'created', 'retry'", null).catch(() => false);
            return { id, status: covered ? "completed" : "failed", output };
        }
    };
    return {
        async add(job) {
            const id = await boss.send(REVIEW, job, {
                singletonKey: keyOf(job),
                group: { id: String(job.installation) },
                // The more an installation has waiting, the later its next job comes: everybody's first job comes first.
                priority: -(await waitingOf(job.installation)),
            });
            return id === null ? "waiting already" : "added";
        },
        async addCommand(job) {
            await boss.send(COMMAND, job, { singletonKey: `${job.repository.id}/comment/${job.comment}` });
        },
        workCommands: (run) => workAtOnce((next) => boss.work(COMMAND, WORK, async (jobs) => {
            try {
                for (const { data, signal } of jobs)
                    await run(data, signal);
            }
            finally {
                next();
            }
        })),
        async counts() {
            const rows = await database.query(`SELECT name, state::text AS state, count(*)::int AS count FROM ${table}
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
    const command = commandOf(event, payload, delivery);
    if (command !== null) {
        await queue.addCommand(command);
        const { installation, number, word } = command;
        const repository = `${command.repository.owner}/${command.repository.repo}`;
        log("info", "command asked for", { delivery, event, installation, repository, number, word });
        return finish("stored", { status: 202, body: "Stored.\n" });
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
            action: webhook_jobs_text(payload, "action"),
            installation: job.installation,
            repository: `${job.repository.owner}/${job.repository.repo}`,
            ...(job.subject.kind === "pull-request" ? { number: job.subject.number } : {}),
            head: job.subject.head,
            outcome,
        });
    }
    return finish("stored", { status: 202, body: "Stored.\n" });
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
 * The deliveries to ask for again: those of which no attempt was answered well, but for the ones that were refused as wrong.
 * Gives the id of the newest attempt of each.
 */
function missedDeliveries(attempts) {
    const byGuid = new Map();
    for (const attempt of attempts)
        byGuid.set(attempt.guid, [...(byGuid.get(attempt.guid) ?? []), attempt]);
    return [...byGuid.values()].flatMap((all) => {
        const settled = all.some(({ status_code: code }) => code >= 200 && code < 500);
        return settled || all.length >= ATTEMPTS ? [] : [Math.max(...all.map(({ id }) => id))];
    });
}
/** Asks GitHub again for webhooks that did not arrive since the last look. Gives how many, and whether the last look was too long ago to find all. */
async function recoverDeliveries(github, database, now) {
    const last = Number((await recall(database, LAST)) ?? 0);
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
    const missed = missedDeliveries(attempts);
    for (const id of missed)
        await octokit.rest.apps.redeliverWebhookDelivery({ delivery_id: id });
    await remember(database, LAST, now);
    return { asked: missed.length, complete: last >= now - REMEMBERED && pages < PAGES };
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

// EXTERNAL MODULE: ./build/github/notes.js
var notes = __webpack_require__(37491);
;// CONCATENATED MODULE: ./build/bot/check-run.js
const CHECK_NAME = "Windsock";
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
/** The check run of a place, or `null`. Throws what the API throws. */
async function findCheck({ client, repository, appId, head, externalId }) {
    const { data } = await client.rest.checks.listForRef({
        ...repository,
        ref: head,
        check_name: CHECK_NAME,
        app_id: Number(appId),
        filter: "all",
        per_page: 100,
    });
    const run = data.check_runs.find((item) => item.external_id === externalId && item.conclusion !== "cancelled" && item.output.title !== NO_VERDICT);
    if (run === undefined)
        return null;
    return {
        id: run.id,
        url: run.html_url,
        completed: run.status === "completed",
        annotations: run.output.annotations_count,
    };
}
/** What the check run of a head says that is the newest no more. */
const REPLACED = {
    conclusion: "cancelled",
    title: "A newer push has come",
    summary: "This commit was not reviewed to the end, because a newer one was pushed. The newer one has its own check.",
    annotations: [],
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
        request: { retries: 0 },
    });
}

;// CONCATENATED MODULE: ./build/bot/left-check.js



/** Which check run is open for a pull request: noted before it is made, so that none hangs when its process is killed. */
const noteOf = (key) => `open check/${key}`;
/**
 * Concludes the check run that an earlier job has left open for another head, and notes the one that is opened now
 * (`null`: none is).
 */
async function closeLeftCheck(database, key, place, now) {
    const left = await recall(database, noteOf(key));
    const [head, externalId] = [webhook_jobs_text(left, "head"), webhook_jobs_text(left, "externalId")];
    if (head !== "" && (head !== now?.head || externalId !== now.externalId)) {
        const old = { ...place, head, externalId };
        const found = await findCheck(old);
        if (found !== null && !found.completed)
            await completeCheck(old, found, REPLACED);
    }
    if (now !== null)
        await remember(database, noteOf(key), { head: now.head, externalId: now.externalId });
    else if (left !== null)
        await forget(database, noteOf(key));
}
/** The check run is concluded: nothing is open any more. */
const noteClosed = (database, key) => forget(database, noteOf(key));

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
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
        const target = await readTarget(client, job, running.id);
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
    if (check.completed) {
        await conclude(null);
        return "known already";
    }
    const replaced = new AbortController();
    const result = await watchFor(running, target.about.head, replaced, () => review(places, job, target.about, check, AbortSignal.any([signal, replaced.signal])));
    if (result.kind === "aborted") {
        if (!replaced.signal.aborted)
            throw new Error("the review was stopped, because this process ends");
        await conclude(REPLACED);
        return "replaced";
    }
    const why = whyNone(result, running);
    if (why !== null) {
        await conclude(failed(why));
        throw new GivenUp(why);
    }
    if (result.kind !== "answer" || !result.answer.ok)
        throw new Error(words(result));
    // The comment first: the check run's conclusion is the sign that all is done.
    await comment(client, job, target.about, result.answer.review);
    await conclude(result.answer.review);
    return "reviewed";
}
/** What is to be reviewed as GitHub knows it now; `null` where the pull request is closed or gone. */
async function readTarget(client, job, id) {
    const { subject, repository } = job;
    const again = job.again ? `/again/${id}` : "";
    if (subject.kind === "commits") {
        const { head, base, branch } = subject;
        return { about: { kind: "commits", head, base, defaultBranch: branch }, externalId: `commits/${base}${again}` };
    }
    try {
        const { data } = await client.rest.pulls.get({ ...names(repository), pull_number: subject.number });
        if (data.state !== "open")
            return null;
        const about = {
            kind: "pull-request",
            number: subject.number,
            head: data.head.sha,
            base: data.base.sha,
            formerBase: null,
            formerHead: null,
            fork: false,
        };
        return { about, externalId: `pull/${subject.number}/${data.base.ref}`.slice(0, 200) + again };
    }
    catch (error) {
        if ((0,explain_error/* statusOf */.c2)(error) === 404)
            return null;
        throw error;
    }
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
async function review(places, job, target, check, signal) {
    const { settings, github, mirrors, child } = places;
    const token = await github.token(job.installation, job.repository.id, "read");
    const mirror = await mirrors.take(job.repository.id, target.head.length === 64 ? "sha256" : "sha1");
    let result = null;
    try {
        const { serverUrl, apiUrl } = settings;
        result = await runChild(child, {
            repository: names(job.repository),
            target,
            token,
            serverUrl,
            apiUrl,
            mirror: mirror.directory,
            report: check.url,
        }, { seconds: settings.reviewSeconds, memory: settings.reviewMemory }, signal);
        return result;
    }
    finally {
        await mirror.release(result?.kind === "answer");
    }
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
});
async function comment(client, job, target, rendered) {
    if (target.kind !== "pull-request" || rendered.silent)
        return;
    await (0,write_comment/* writeComment */.H)(client, {
        repository: names(job.repository),
        number: target.number,
        instance: "default",
        head: target.head,
        formerHead: null,
        text: rendered.comment,
        gone: notes/* GONE */.uj,
    });
}

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
    await migrate(database);
    const queue = await startQueue(database, onError);
    const github = signIn(settings);
    const mirrors = await openMirrors((0,external_node_path_.join)(settings.dataFolder, "mirrors"), settings.mirrorSpace);
    const metrics = createMetrics(queue.counts);
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
            await (0,promises_.setTimeout)(RECOVERY, undefined, { signal: stopping.signal }).catch(() => { });
        }
    };
    const plain = (status, body) => ({ status, body });
    const receiver = { settings, webhooks: github.app.webhooks, queue, metrics, log, waiting: () => known.waiting };
    const server = await startHttpServer({
        "POST /webhook": (request) => receiveWebhook(receiver, request),
        "GET /healthz": async () => plain(200, "ok\n"),
        "GET /readyz": async () => {
            if (state !== "ready")
                return plain(503, `${state}\n`);
            await database.query("SELECT 1");
            return plain(200, "ready\n");
        },
        "GET /metrics": async () => ({
            ...plain(200, await metrics.text()),
            headers: { "content-type": metrics.contentType },
        }),
    }, settings, (error, path) => log("error", "request failed", { path, error: wordsOf(error) }));
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
            note("info", "review", await runReviewJob({ settings, github, database, mirrors, child }, running, stopping.signal));
        }
        catch (error) {
            note("warn", "review", error instanceof GivenUp ? "given up" : "failed", error);
            throw error;
        }
    };
    const runCommand = async (job, signal) => {
        const { delivery, installation, number, word } = job;
        const repository = `${job.repository.owner}/${job.repository.repo}`;
        const fields = { delivery, installation, repository, number, word };
        try {
            const outcome = await runCommandJob({ github, database, queue }, job, AbortSignal.any([signal, stopping.signal]));
            log("info", "command", { ...fields, outcome });
        }
        catch (error) {
            log("warn", "command", { ...fields, outcome: "failed", error: wordsOf(error) });
            throw error;
        }
    };
    await queue.work(settings.concurrency, run);
    await queue.workCommands(runCommand);
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
/** The words of an error, without what a request carried. */
const wordsOf = (error) => (error instanceof Error ? error.message : String(error)).slice(0, 2000);


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
        if (value !== undefined && (!name.startsWith("GIT_") || kept) && !PROGRAMS.has(name))
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
