export const id = 534;
export const ids = [534];
export const modules = {

/***/ 74287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JH: () => (/* binding */ RateLimited),
/* harmony export */   dX: () => (/* binding */ LONGEST_WAIT),
/* harmony export */   jz: () => (/* binding */ pauseInstallation)
/* harmony export */ });
/** Seconds that a job waits for a rate limit by itself; a longer one pauses its installation, so that others have its place. */
const LONGEST_WAIT = 5;
/** GitHub's rate limit of an installation is used up: its jobs wait until then, in milliseconds since 1970. */
class RateLimited extends Error {
    until;
    constructor(until) {
        super(`GitHub's rate limit is used up until ${new Date(until).toISOString()}`);
        this.until = until;
    }
}
/** Notes that an installation has to wait; one that has to wait longer already goes on to do so. */
async function pauseInstallation(database, installation, until) {
    await database.query(`INSERT INTO windsock.pause (installation, until) VALUES ($1, to_timestamp($2::float8 / 1000))
     ON CONFLICT (installation) DO UPDATE SET until = greatest(pause.until, excluded.until)`, [String(installation), until]);
    await database.query("DELETE FROM windsock.pause WHERE until < now() - interval '1 hour'");
}


/***/ }),

/***/ 11475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ noteFindings),
/* harmony export */   GJ: () => (/* binding */ noteAnswered),
/* harmony export */   Ju: () => (/* binding */ accept),
/* harmony export */   _I: () => (/* binding */ forgetRepository),
/* harmony export */   ce: () => (/* binding */ noteShown),
/* harmony export */   jN: () => (/* binding */ countQuestions),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   lZ: () => (/* binding */ recallPull),
/* harmony export */   ml: () => (/* binding */ recallFindings),
/* harmony export */   yp: () => (/* binding */ MOST_ANSWERS),
/* harmony export */   zH: () => (/* binding */ takeBack)
/* harmony export */ });
/* harmony import */ var _payload_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93232);
/* harmony import */ var _tables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83973);


/** So many answers stand in a report; older ones go. */
const MOST_ANSWERS = 5;
/** So many questions are answered by one report: the others wait for the next. */
const AT_ONCE = 20;
/** What is known of a pull request; nothing of one that nobody said anything about. */
async function recallPull(database, { repository, number }) {
    const key = [repository, number];
    const pulls = await database.query("SELECT revision, shown FROM windsock.pull WHERE repository = $1 AND number = $2", key);
    const { revision = 0, shown = 0 } = pulls[0] ?? {};
    if (Number(revision) === 0)
        return { revision: 0, shown: 0, acceptances: [], questions: [] };
    const acceptances = await database.query(`SELECT fingerprint, digest, author, reason FROM windsock.acceptance
     WHERE repository = $1 AND number = $2 ORDER BY fingerprint`, key);
    const questions = await database.query(`SELECT comment, author, word, rest FROM (
       SELECT *, row_number() OVER (ORDER BY comment DESC) AS place FROM windsock.question
       WHERE repository = $1 AND number = $2 AND NOT apart
     ) AS own WHERE place <= ${MOST_ANSWERS} OR NOT answered ORDER BY comment DESC LIMIT ${AT_ONCE}`, key);
    return {
        revision: Number(revision),
        shown: Number(shown),
        acceptances: acceptances.map((row) => ({
            fingerprint: String(row.fingerprint),
            digest: String(row.digest),
            by: String(row.author),
            reason: String(row.reason),
        })),
        questions: questions.reverse().map((row) => ({
            comment: Number(row.comment),
            author: String(row.author),
            word: String(row.word),
            rest: String(row.rest),
        })),
    };
}
/** Notes that the report shows a revision. A revision that came meanwhile stays to be shown. */
async function noteShown(database, { repository, number }, revision) {
    if (revision === 0)
        return;
    await database.query("UPDATE windsock.pull SET shown = GREATEST(shown, $3) WHERE repository = $1 AND number = $2", [
        repository,
        number,
        revision,
    ]);
}
/** Keeps an acceptance: of one finding the last one counts. */
async function accept(database, key, acceptance) {
    const { fingerprint, digest, by, reason } = acceptance;
    await database.query(`INSERT INTO windsock.acceptance (repository, number, fingerprint, digest, author, reason)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (repository, number, fingerprint) DO UPDATE
     SET digest = excluded.digest, author = excluded.author, reason = excluded.reason, at = now()`, [key.repository, key.number, fingerprint, digest, by, reason]);
    await nextRevision(database, key);
}
/** Takes back the acceptances of the findings whose fingerprint begins so. Gives how many there were. */
async function takeBack(database, key, start) {
    const rows = await database.query(`DELETE FROM windsock.acceptance
     WHERE repository = $1 AND number = $2 AND left(fingerprint, length($3)) = $3 RETURNING fingerprint`, [key.repository, key.number, start]);
    if (rows.length > 0)
        await nextRevision(database, key);
    return rows.length;
}
/** How many questions were asked of a pull request, but in this comment. */
async function countQuestions(database, key, comment) {
    const rows = await database.query("SELECT count(*)::int AS count FROM windsock.question WHERE repository = $1 AND number = $2 AND comment <> $3", [key.repository, key.number, comment]);
    return Number(rows[0]?.count ?? 0);
}
/** Keeps a question, one for each comment. */
async function ask(database, key, question) {
    await database.query(`INSERT INTO windsock.question (repository, number, comment, author, word, rest)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`, [key.repository, key.number, question.comment, question.author, question.word, question.rest]);
    await nextRevision(database, key);
}
/** Notes that a question is answered: in the report, or `apart` in a comment of its own, so that reports leave it out. */
async function noteAnswered(database, key, { comment, apart }) {
    await database.query(`UPDATE windsock.question SET answered = true, apart = apart OR $4
     WHERE repository = $1 AND number = $2 AND comment = $3 AND NOT (answered AND apart = $4)`, [key.repository, key.number, comment, apart]);
}
async function nextRevision(database, { repository, number }) {
    await database.query(`INSERT INTO windsock.pull (repository, number, revision) VALUES ($1, $2, 1)
     ON CONFLICT (repository, number) DO UPDATE SET revision = windsock.pull.revision + 1`, [repository, number]);
}
const findingsOf = ({ repository, number }) => `findings/${repository}/${number}`;
/** Keeps what the newest report says, so that commands can name its findings. */
async function noteFindings(database, key, findings) {
    if (findings.length === 0)
        await (0,_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .forget */ .y6)(database, findingsOf(key));
    else
        await (0,_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .remember */ .kY)(database, findingsOf(key), findings);
}
/** The findings of the newest report. */
async function recallFindings(database, key) {
    const known = await (0,_tables_js__WEBPACK_IMPORTED_MODULE_0__/* .recall */ .I9)(database, findingsOf(key));
    return (Array.isArray(known) ? known : []).map((item) => ({
        fingerprint: (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Q)(item, "fingerprint"),
        digest: (0,_payload_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Q)(item, "digest"),
    }));
}
/** Forgets all that was said in a repository, which is no more. */
async function forgetRepository(database, repository) {
    for (const table of ["pull", "acceptance", "question"]) {
        await database.query(`DELETE FROM windsock.${table} WHERE repository = $1`, [repository]);
    }
    // Every key about a repository is KIND/REPOSITORY/….
    await database.query("DELETE FROM windsock.known WHERE split_part(key, '/', 2) = $1", [String(repository)]);
}


/***/ }),

/***/ 83973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I9: () => (/* binding */ recall),
/* harmony export */   _r: () => (/* binding */ migrate),
/* harmony export */   kY: () => (/* binding */ remember),
/* harmony export */   y6: () => (/* binding */ forget)
/* harmony export */ });
/** Changes of our own tables, in order. One that was released is never edited: a further one comes after it. */
const MIGRATIONS = [
    `CREATE TABLE windsock.known (
     key text PRIMARY KEY,
     value jsonb NOT NULL,
     written_at timestamptz NOT NULL DEFAULT now()
   )`,
    // Of pull requests, by the repository's id and their number. `revision` counts what changes their reports beside pushes,
    // `shown` is what the newest report has.
    `CREATE TABLE windsock.pull (
     repository bigint NOT NULL,
     number int NOT NULL,
     revision int NOT NULL DEFAULT 0,
     shown int NOT NULL DEFAULT 0,
     PRIMARY KEY (repository, number)
   );
   CREATE TABLE windsock.acceptance (
     repository bigint NOT NULL,
     number int NOT NULL,
     fingerprint text NOT NULL,
     digest text NOT NULL,
     author text NOT NULL,
     reason text NOT NULL,
     at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (repository, number, fingerprint)
   );
   CREATE TABLE windsock.question (
     repository bigint NOT NULL,
     number int NOT NULL,
     comment bigint NOT NULL,
     author text NOT NULL,
     word text NOT NULL,
     rest text NOT NULL,
     answered boolean NOT NULL DEFAULT false,
     apart boolean NOT NULL DEFAULT false,
     PRIMARY KEY (repository, number, comment)
   )`,
    // Reports of reviews; their content is compressed already.
    `CREATE TABLE windsock.report (
     id text PRIMARY KEY,
     repository bigint NOT NULL,
     owner text NOT NULL,
     name text NOT NULL,
     private boolean NOT NULL,
     policy text NOT NULL,
     bytes int NOT NULL,
     content bytea NOT NULL,
     written_at timestamptz NOT NULL DEFAULT now()
   );
   ALTER TABLE windsock.report ALTER COLUMN content SET STORAGE EXTERNAL;
   CREATE INDEX report_age ON windsock.report (written_at DESC, id);
   CREATE INDEX report_repository ON windsock.report (repository)`,
    // Installations that wait for GitHub's rate limit, by the id that their jobs have as a group.
    `CREATE TABLE windsock.pause (installation text PRIMARY KEY, until timestamptz NOT NULL)`,
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


/***/ }),

/***/ 44463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UU: () => (/* binding */ createClient),
/* harmony export */   g4: () => (/* binding */ askTwice)
/* harmony export */ });
/* unused harmony exports throughProxy, splitName */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47176);
/* harmony import */ var _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49735);
/* harmony import */ var _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(86856);
/* harmony import */ var _octokit_rest__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11267);
/* harmony import */ var bottleneck_light_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63251);
/* harmony import */ var _pace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74103);







/** The longest wait, in seconds, that GitHub may ask for: a job should not sit and wait for an hour. */
const LONGEST_WAIT = 90;
/** How often a request that met a rate limit is tried again. */
const LIMIT_RETRIES = 2;
/** The toolkit's `fetch` goes through the runner's proxy, where there is one; Node's own does not. */
const throughProxy = _actions_github_lib_utils__WEBPACK_IMPORTED_MODULE_1__/* .defaults */ .NT.request?.fetch ?? fetch;
const Extended = _octokit_rest__WEBPACK_IMPORTED_MODULE_4__/* .Octokit */ .E.plugin(_octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L, _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_6__/* .throttling */ .A);
/**
 * A client for `apiUrl` (GITHUB_API_URL). Failing servers, broken connections and rate limits are met with bounded
 * retries (three on failures, after 1, 4 and 9 seconds; two on limits); a request that still fails is thrown. `deadline`
 * ends all of it.
 */
function createClient(options) {
    const { pace = _pace_js__WEBPACK_IMPORTED_MODULE_3__/* .PACE */ .K, longestWait = LONGEST_WAIT } = options;
    const retryAfterBaseValue = pace.second;
    const onLimit = (seconds, _request, _client, tried) => tried < LIMIT_RETRIES && seconds <= longestWait;
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
            fetch: (url, init) => throughProxy(url, { ...init, signal: AbortSignal.any([AbortSignal.timeout(pace.answer), options.deadline]) }),
        },
    });
}
/**
 * Asks for what a review cannot do without. A refusal that was only a moment's is no reason to end without a verdict, so it
 * is asked again once, `second` milliseconds later.
 */
async function askTwice(ask, second) {
    try {
        return await ask();
    }
    catch {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(second);
        return ask();
    }
}
const silent = () => { };
/** One review makes a handful of requests: they are not spaced out in advance, but limits that GitHub names are kept. */
const atOnce = new bottleneck_light_js__WEBPACK_IMPORTED_MODULE_2__.Group({ maxConcurrent: 1 });
/** Splits `owner/name`; `null` where it is none. */
function splitName(fullName) {
    const match = /^([\w.-]+)\/([\w.-]+)$/.exec(fullName);
    return match ? { owner: match[1] ?? "", repo: match[2] ?? "" } : null;
}


/***/ }),

/***/ 29187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fq: () => (/* binding */ findCommit),
/* harmony export */   rK: () => (/* binding */ NOT_TO_A_FORK),
/* harmony export */   zu: () => (/* binding */ commitFiles)
/* harmony export */ });
/* unused harmony export byHand */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _explain_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(798);
/* harmony import */ var _pace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74103);



/** How often a commit whose answer was lost is looked for and tried again. */
const ROUNDS = 4;
const STATE = `query ($owner: String!, $repo: String!, $number: Int!) {
  viewer { login }
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      state
      isCrossRepository
      headRefName
      headRefOid
      headRef { target { ... on Commit { oid message parents(first: 2) { nodes { oid } } } } }
      baseRef { refUpdateRule { requiredStatusCheckContexts } rules(first: 100) { nodes { type } } }
    }
  }
}`;
const COMMIT = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
/** Rules of a branch that want checks of the newest commit. */
const CHECKING = new Set(["REQUIRED_STATUS_CHECKS", "WORKFLOWS", "CODE_SCANNING", "REQUIRED_DEPLOYMENTS"]);
/**
 * Commits files to a pull request's own branch by `createCommitOnBranch`, which GitHub signs and which is refused where the
 * branch is no longer at `head`. So a try that is repeated writes nothing twice, and a commit whose answer was lost is found
 * by its parent and message. Never throws for what GitHub refuses.
 */
async function commitFiles(client, request, second = _pace_js__WEBPACK_IMPORTED_MODULE_1__/* .PACE */ .K.second) {
    const refuse = (why) => ({ what: "refused", why: `${why}${byHand(request.command)}` });
    const { message, what } = request;
    let failure = null;
    try {
        for (let round = 1; round <= ROUNDS; round += 1) {
            if (round > 1)
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)((0,_explain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .waitAfter */ .Wv)(failure, round - 1) * second);
            const { viewer, pull } = await readState(client, request);
            const found = ownCommit(pull, request.head, message);
            if (found !== null)
                return { what: "committed", oid: found };
            // After a lost answer the branch may be read as it was before.
            if (pull.headRefOid !== request.head || pull.state !== "OPEN")
                return { what: "outdated" };
            const hindrance = hindranceOf(viewer, pull, what);
            if (hindrance !== null)
                return refuse(hindrance);
            try {
                return { what: "committed", oid: await commit(client, request, pull.headRefName, message) };
            }
            catch (error) {
                failure = error;
                if (!mayBeThere(error))
                    break;
            }
        }
    }
    catch (error) {
        failure = error;
    }
    return refuse((0,_explain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .explainError */ .UW)(failure, { action: `commit ${what}`, permission: "{ contents: write, pull-requests: read }" }, false));
}
/** The branch's newest commit where an earlier request has made it on top of `head`, by its message; else `null`. Throws what the API throws. */
async function findCommit(client, request) {
    return ownCommit((await readState(client, request)).pull, request.head, request.message);
}
/** What a person can do instead. */
const byHand = (command) => ` You can also run \`${command}\` and commit the result.`;
async function readState(client, request) {
    const variables = { ...request.repository, number: request.number };
    const answer = await client.graphql(STATE, variables);
    const pull = answer.repository?.pullRequest;
    if (!pull)
        throw new Error("GitHub shows no such pull request to this token");
    return { viewer: answer.viewer.login, pull };
}
/** The commit that this request made: on top of what was compiled, with the same message. */
function ownCommit(pull, head, message) {
    const { oid, message: text, parents } = pull.headRef?.target ?? {};
    const isOurs = text?.trimEnd() === `${message.headline}\n\n${message.body}` && parents?.nodes[0]?.oid === head;
    return isOurs && oid !== undefined ? oid : null;
}
/** Why a fork's branch is not written to. */
const NOT_TO_A_FORK = "Windsock does not commit to a fork: the branch belongs to somebody else.";
/** Why this pull request is not written to, in a sentence, or `null`. */
function hindranceOf(viewer, pull, what) {
    if (pull.isCrossRepository)
        return NOT_TO_A_FORK;
    const required = (pull.baseRef?.refUpdateRule?.requiredStatusCheckContexts ?? []).length > 0 ||
        (pull.baseRef?.rules?.nodes ?? []).some((rule) => CHECKING.has(rule?.type ?? ""));
    // A commit by the workflow's own token starts no workflow, so checks that are required would never come.
    if (required && /^github-actions(?:\[bot\])?$/.test(viewer)) {
        return `Windsock did not commit ${what}: the base branch requires checks, and a commit by the workflow's own token starts none. Give the input \`github-token\` a GitHub App's token.`;
    }
    return null;
}
async function commit(client, { repository, head, additions, deletions }, branchName, message) {
    const input = {
        branch: { repositoryNameWithOwner: `${repository.owner}/${repository.repo}`, branchName },
        expectedHeadOid: head,
        message,
        fileChanges: {
            additions: additions.map(({ path, text }) => ({ path, contents: Buffer.from(text).toString("base64") })),
            deletions: deletions.map((path) => ({ path })),
        },
    };
    const answer = await client.graphql(COMMIT, {
        input,
    });
    const oid = answer.createCommitOnBranch?.commit?.oid;
    if (oid === undefined)
        throw new Error("GitHub made no commit and gave no reason");
    return oid;
}
/** The answer was lost, or the branch has moved: perhaps by our own commit. */
function mayBeThere(error) {
    const errors = typeof error === "object" && error !== null ? Reflect.get(error, "errors") : null;
    if ((0,_explain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .mayPassLater */ .tv)(error))
        return true;
    return Array.isArray(errors) && errors.some((item) => item?.type === "STALE_DATA");
}


/***/ }),

/***/ 33753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KB: () => (/* binding */ GENERATED),
/* harmony export */   li: () => (/* binding */ generatedMessage)
/* harmony export */ });
/* unused harmony export commitGenerated */
/* harmony import */ var _model_tool_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96327);
/* harmony import */ var _commit_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29187);


/** The message of a commit of generated files, which were compiled from `head`. */
const generatedMessage = (head) => ({
    headline: "Write the generated Python",
    body: `Compiled from ${head} by Windsock ${_model_tool_version_js__WEBPACK_IMPORTED_MODULE_1__/* .VERSION */ .x}.`,
});
/** How a commit of generated files is called. */
const GENERATED = "the generated Python";
/** Commits generated files to a pull request's own branch, as `commitFiles` does. */
const commitGenerated = (client, { plan, ...request }, second) => commitFiles(client, { ...request, ...plan, what: GENERATED, message: generatedMessage(request.head) }, second);


/***/ }),

/***/ 798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UW: () => (/* binding */ explainError),
/* harmony export */   Wv: () => (/* binding */ waitAfter),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   l: () => (/* binding */ reason),
/* harmony export */   rR: () => (/* binding */ headerOf),
/* harmony export */   tv: () => (/* binding */ mayPassLater)
/* harmony export */ });
/* unused harmony export isTooLong */
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
    return `Windsock could not ${attempt.action}: ${reason(error).replace(/[.!?]?$/, ".")} The report is in the job summary.`;
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
/** True where GitHub finds a text too long. */
const isTooLong = (error) => statusOf(error) === 422 && /too long/i.test(reason(error));
/** True where the same request may pass the next time: the server failed, the connection broke, or there were too many requests. */
const mayPassLater = (error) => {
    const status = statusOf(error);
    return status !== null && (status >= 500 || status === 429);
};
/** The longest wait that a server may ask for, in seconds. */
const LONGEST_WAIT = 90;
/** The seconds to wait before another try: what `retry-after` asks for, within bounds, or `least`. */
function waitAfter(error, least) {
    const asked = headerOf(error, "retry-after");
    return Number.isFinite(asked) ? Math.min(Math.max(asked, least), LONGEST_WAIT) : least;
}
/** A header of the answer that an API error came with, as a number; `NaN` where there is none. */
function headerOf(error, name) {
    const response = typeof error === "object" && error !== null ? Reflect.get(error, "response") : null;
    const headers = typeof response === "object" && response !== null ? Reflect.get(response, "headers") : null;
    const value = typeof headers === "object" && headers !== null ? Reflect.get(headers, name) : null;
    return value === null || value === undefined || value === "" ? Number.NaN : Number(value);
}
/** The HTTP status of an error of the API, or `null`. */
function statusOf(error) {
    const status = typeof error === "object" && error !== null ? Reflect.get(error, "status") : null;
    return typeof status === "number" ? status : null;
}


/***/ }),

/***/ 94163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ readConversation)
/* harmony export */ });
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14878);

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
            const read = (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .readMarker */ .t7)(node.body);
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


/***/ }),

/***/ 75563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ listRefs),
/* harmony export */   Ho: () => (/* binding */ openOwnRepository),
/* harmony export */   rt: () => (/* binding */ fetchObjects),
/* harmony export */   zY: () => (/* binding */ initRepository)
/* harmony export */ });
/* unused harmony exports createOwnRepository, basicCredentials */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58500);
/* harmony import */ var _snapshot_git_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83776);
/* harmony import */ var _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35357);
/* harmony import */ var _pace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74103);






/** The longest that one fetch may take, in milliseconds. */
const FETCH = 120_000;
/** How often a git command is tried where the server or the connection failed, and where GitHub refused: that may be a moment's. */
const TRIES = 3;
const REFUSED_TRIES = 2;
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
    const directory = await mkdtemp(join(options.parent, "windsock-"));
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
    const pace = options.pace ?? _pace_js__WEBPACK_IMPORTED_MODULE_5__/* .PACE */ .K;
    const objects = options.alternate
        ? { GIT_ALTERNATE_OBJECT_DIRECTORIES: options.alternate }
        : {};
    const own = { gitDir: options.directory, own: true, environment: objects };
    const environment = { ...objects, ...access(options.url, options.token, pace) };
    return {
        directory: options.directory,
        second: pace.second,
        reading: await (0,_snapshot_git_js__WEBPACK_IMPORTED_MODULE_3__/* .createGit */ .lD)(own),
        fetching: await (0,_snapshot_git_js__WEBPACK_IMPORTED_MODULE_3__/* .createGit */ .lD)({ ...own, network: true, environment }),
    };
}
/** A token as git sends it. */
const basicCredentials = (token) => Buffer.from(`x-access-token:${token}`).toString("base64");
/** Git's configuration for requests with a token, as environment variables (git-config, GIT_CONFIG_COUNT). */
function access(url, token, pace) {
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
        ["http.lowSpeedTime", String(Math.max(1, Math.round(pace.answer / 1000)))],
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
/** Runs a command that talks to the server, again where it failed: without both versions there is no verdict. */
async function reachServer(repository, args, input = "") {
    for (let tried = 1;; tried += 1) {
        const result = await repository.fetching.attempt(args, { input, timeout: FETCH });
        if (result.code === 0)
            return result.stdout;
        if (tried === (isTransient(result.stderr) ? TRIES : REFUSED_TRIES))
            throw failure(result.stderr);
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(tried * repository.second);
    }
}
/** True where git's words are those of a failing server or connection, which may work the next time. */
const isTransient = (stderr) => /error: 5\d\d|error: 429|RPC failed|timed? ?out|too slow|reset by peer|early EOF|hung up|Empty reply|Could not resolve|Failed to connect|unexpected disconnect/i.test(stderr);
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

/***/ 14878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pe: () => (/* binding */ withMarker),
/* harmony export */   t7: () => (/* binding */ readMarker)
/* harmony export */ });
/* unused harmony export isInstanceName */
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

/***/ 74103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ PACE)
/* harmony export */ });
const PACE = { second: 1000, answer: 30_000, all: 300_000 };


/***/ }),

/***/ 93408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ rateLimitEnd)
/* harmony export */ });
/* harmony import */ var _explain_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(798);

/** Milliseconds to wait where GitHub names no time (https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api). */
const MINUTE = 60_000;
/** No limit of GitHub lasts longer than an hour: a clock that is wrong does not stop the work for days. */
const LONGEST = 3_600_000;
/**
 * When a rate limit of GitHub ends that made a request fail, in milliseconds since 1970: as `retry-after` or
 * `x-ratelimit-reset` say, at least a second and at most an hour from `now`. `null`: the request failed for another reason.
 */
function rateLimitEnd(error, now) {
    const status = (0,_explain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(error);
    if (status !== 403 && status !== 429)
        return null;
    const header = (name) => (0,_explain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .headerOf */ .rR)(error, name);
    const within = (at) => Math.min(Math.max(at, now + 1000), now + LONGEST);
    const wait = header("retry-after");
    if (Number.isFinite(wait))
        return within(now + wait * 1000);
    const reset = header("x-ratelimit-reset");
    if (header("x-ratelimit-remaining") === 0)
        return within(Number.isFinite(reset) ? reset * 1000 : now + MINUTE);
    return status === 429 || /rate limit/i.test((0,_explain_error_js__WEBPACK_IMPORTED_MODULE_0__/* .reason */ .l)(error)) ? now + MINUTE : null;
}


/***/ }),

/***/ 3609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ writeComment)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _explain_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(798);
/* harmony import */ var _find_comment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94163);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14878);
/* harmony import */ var _pace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(74103);





/** How often the comment is brought to what it should be. */
const ROUNDS = 4;
/**
 * Brings our one comment on a pull request to what it should say: created, updated in place, or left alone where the text
 * is the same. Nothing is written for a head that is no longer the pull request's. GitHub knows no compare-and-swap, so
 * what was written is read back, and of several comments of ours the oldest stays. A write whose answer is lost is not
 * repeated before looking. Throws what the API throws when it fails for good.
 */
async function writeComment(client, request, second = _pace_js__WEBPACK_IMPORTED_MODULE_1__/* .PACE */ .K.second) {
    const { repository, number, instance } = request;
    let done = null;
    let failure = null;
    for (let round = 1; round <= ROUNDS; round += 1) {
        if (round > 1 && (failure !== null || done === null))
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)((0,_explain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .waitAfter */ .Wv)(failure, round - 1) * second);
        let conversation;
        try {
            conversation = await (0,_find_comment_js__WEBPACK_IMPORTED_MODULE_3__/* .readConversation */ .G)(client, repository, number, instance);
        }
        catch (error) {
            // What was written stands, also where it cannot be read back.
            if (done === null)
                throw error;
            break;
        }
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
/** GitHub may change line ends and trim the end; the addresses of the run and of its artifacts differ between two runs of one commit. */
const sameText = (a, b) => comparable(a) === comparable(b);
const comparable = (text) => text
    .replace(/\r\n/g, "\n")
    .replace(/\/actions\/runs\/\d+(?:\/artifacts\/\d+)?/g, "/actions/runs/N")
    .trimEnd();
async function write(client, request, existing, text) {
    const revision = (existing?.marker.revision ?? 0) + 1;
    const body = (0,_marker_js__WEBPACK_IMPORTED_MODULE_4__/* .withMarker */ .Pe)({ instance: request.instance, head: request.head, revision }, text);
    // Not repeated blindly: the next round looks first whether the effect is there.
    const once = { request: { retries: 0 } };
    const { data } = existing === undefined
        ? await client.rest.issues.createComment({ ...request.repository, issue_number: request.number, body, ...once })
        : await client.rest.issues.updateComment({ ...request.repository, comment_id: existing.id, body, ...once });
    return { what: existing === undefined ? "created" : "updated", id: data.id, url: data.html_url };
}
/** Removes a second comment of ours. One that cannot be removed now is left to the next look or run. */
async function remove(client, repository, comment) {
    await client.rest.issues.deleteComment({ ...repository, comment_id: comment.id }).catch(() => { });
}
/** True where the request may pass later, or the comment was deleted meanwhile: looking again may help. */
const isLost = (error) => (0,_explain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .mayPassLater */ .tv)(error) || (0,_explain_error_js__WEBPACK_IMPORTED_MODULE_2__/* .statusOf */ .c2)(error) === 404;


/***/ })

};
