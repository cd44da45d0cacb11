export const id = 938;
export const ids = [938];
export const modules = {

/***/ 2938:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reviewChild: () => (/* binding */ reviewChild)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var lib_core = __webpack_require__(96421);
// EXTERNAL MODULE: ./build/report/annotations.js
var annotations = __webpack_require__(46241);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/report/json.js + 1 modules
var json = __webpack_require__(33195);
;// CONCATENATED MODULE: ./build/github/conclude.js





/** Prints one line of ours to the log. Nothing in it can be read as a command of the runner. */
function log(line) {
    core.info(`Windsock: ${conclude_printable(line)}`);
}
/** A line without control characters and without the runner's two command marks (`::` counts only at the start, `##[` anywhere). */
const conclude_printable = (line) => line.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").replaceAll("##[", "## [");
/** Writes the full report to files below the runner's temporary folder. */
async function writeReports(temp, instance, review, markdown) {
    const folder = join(temp, instance === null ? "windsock" : `windsock-${instance.replace(/[^A-Za-z0-9]/g, "-")}`);
    await mkdir(folder, { recursive: true });
    const files = { markdown: join(folder, "report.md"), json: join(folder, "report.json") };
    await writeFile(files.markdown, markdown);
    await writeFile(files.json, `${JSON.stringify(reviewToJson(review), null, 2)}\n`);
    return files;
}
/** Adds to the job summary. A runner that has none is no reason to fail. */
async function writeSummary(markdown) {
    try {
        await core.summary.addRaw(markdown, true).write();
    }
    catch (error) {
        log(`the job summary cannot be written: ${reason(error)}`);
    }
}
/** Sets the outputs that `action.yml` names. */
function writeOutputs(review, files, made) {
    const changed = review.changes.filter(({ kind }) => kind !== "unchanged" && kind !== "affected");
    core.setOutput("conclusion", review.conclusion);
    core.setOutput("errors", review.counts.error);
    core.setOutput("warnings", review.counts.warning);
    core.setOutput("notices", review.counts.notice);
    core.setOutput("changed-dags", JSON.stringify(changed.map(({ id }) => id)));
    core.setOutput("report-markdown", files.markdown);
    core.setOutput("report-json", files.json);
    core.setOutput("comment-url", made.comment ?? "");
    core.setOutput("commit-sha", made.commit ?? "");
}

;// CONCATENATED MODULE: ./build/github/annotate.js



/** GitHub shows at most ten annotations of each level for a step; one error is kept for the verdict. */
const SHOWN = { error: 9, warning: 10, notice: 10 };
const LEVELS = { error: "failure", warning: "warning", notice: "notice" };
const WRITE = { error: lib_core/* error */.z3, warning: lib_core/* warning */.$e, notice: lib_core/* notice */.lm };
/** The Checks API takes at most 64 KiB of message and 255 characters of title. */
const LONGEST_MESSAGE = 16_000;
/**
 * The annotations of a review with their lines in the pull request's own head commit, where GitHub shows them. One whose
 * file or line is not there is left out: the report has it.
 */
function onBranch(review, lines) {
    return (0,annotations.annotationsOf)(review).flatMap((annotation) => {
        const start = lines.lineOf(annotation.path, annotation.startLine);
        const end = lines.lineOf(annotation.path, annotation.endLine);
        return start === null || end === null ? [] : [{ ...annotation, startLine: start, endLine: Math.max(start, end) }];
    });
}
/** For the Checks API. */
function checkAnnotations(review, lines) {
    return onBranch(review, lines).map((annotation) => ({
        path: annotation.path,
        start_line: annotation.startLine,
        end_line: annotation.endLine,
        ...columnsOf(annotation, (start, end) => ({ start_column: start, end_column: end })),
        annotation_level: LEVELS[annotation.level],
        title: annotation.title.slice(0, 255),
        message: annotation.message.slice(0, LONGEST_MESSAGE),
    }));
}
/**
 * Writes annotations as commands to the log, as many as GitHub shows. A file whose name the log cannot carry safely is named
 * in the message instead.
 */
function annotateLog(review, lines) {
    const written = { error: 0, warning: 0, notice: 0 };
    for (const annotation of onBranch(review, lines)) {
        written[annotation.level] += 1;
        if (written[annotation.level] > SHOWN[annotation.level])
            continue;
        const message = annotation.message.slice(0, LONGEST_MESSAGE).split("\n").map(printable).join("\n");
        const { path, startLine, endLine, title } = annotation;
        if (printable(path) !== path)
            WRITE[annotation.level](`${printable(path)}:${startLine}: ${message}`, { title });
        else {
            const columns = columnsOf(annotation, (startColumn, endColumn) => ({ startColumn, endColumn }));
            WRITE[annotation.level](message, { title, file: path, startLine, endLine, ...columns });
        }
    }
}
function columnsOf(annotation, make) {
    const { startColumn, endColumn, startLine, endLine } = annotation;
    return startColumn !== null && endColumn !== null && startLine === endLine ? make(startColumn, endColumn) : {};
}

// EXTERNAL MODULE: ./build/github/client.js
var github_client = __webpack_require__(44463);
;// CONCATENATED MODULE: ./build/github/comment-policy.js
const COMMENT_WHEN = (/* unused pure expression or super */ null && (["changes", "always", "findings", "never"]));
/**
 * True where a review is worth a comment. `changes`: a DAG changes, or there is something new to say; `findings`: only
 * for findings that are new or that gate.
 */
function comment_policy_isWorthAComment(review, when) {
    if (when === "never")
        return false;
    if (when === "always")
        return true;
    const findings = review.findings.some((finding) => finding.state === "new" || finding.gates);
    return findings || (when === "changes" && review.changes.some((change) => change.kind !== "unchanged"));
}

// EXTERNAL MODULE: ./build/github/git-repository.js
var git_repository = __webpack_require__(75563);
;// CONCATENATED MODULE: ./build/github/links.js
/** Links to files, rule pages and the full report on one server. */
function githubLinks(places) {
    const { server, repository, source, lines } = places;
    const address = (commit, path, line, endLine) => `${server}/${repository.owner}/${repository.repo}/blob/${commit}/${encodePath(path)}#L${line}${endLine > line ? `-L${endLine}` : ""}`;
    return {
        file(path, line, endLine = line, side = "head") {
            if (side === "base")
                return address(places.base, path, line, endLine);
            const [start, end] = [lines.lineOf(path, line), lines.lineOf(path, endLine)];
            // Others' work on the base: only the merge result has it.
            if (start === null || end === null)
                return address(places.head, path, line, endLine);
            return address(places.branch, path, start, end);
        },
        rule: (name) => (source === null ? null : `${source}/docs/rules/${encodeURIComponent(name)}.md`),
        report: places.report,
    };
}
/** A path in an address: every character that could end a Markdown link or start another part of the address is escaped. */
const encodePath = (path) => path
    .split("/")
    .map((part) => encodeURIComponent(part).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`))
    .join("/");

// EXTERNAL MODULE: ./build/github/notes.js
var github_notes = __webpack_require__(37491);
// EXTERNAL MODULE: ./build/report/comment.js
var comment = __webpack_require__(17554);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./build/github/write-check.js



/** The API takes so many annotations in one request; more come in further requests. */
const BATCH = 50;
/** How often a request is tried. */
const ROUNDS = 3;
/**
 * Creates one completed check run on the head commit. A creation or a batch of annotations whose answer is lost is looked
 * for before it is repeated, so one run makes one check, and each annotation stands once. Gives its address. Throws what
 * the API throws when it fails for good.
 */
async function write_check_writeCheck(client, request, second = SECOND) {
    const output = (batch) => ({
        title: request.title,
        summary: request.summary,
        annotations: request.annotations.slice(batch * BATCH, (batch + 1) * BATCH).map((annotation) => ({ ...annotation })),
    });
    const repeated = (send, found) => sendOnce(send, async () => {
        const run = await find(client, request);
        return run === null ? null : found(run);
    }, second);
    // Not repeated blindly: a lost answer does not mean that nothing happened.
    const once = { request: { retries: 0 } };
    const check = await repeated(async () => {
        const { data } = await client.rest.checks.create({
            ...request.repository,
            name: request.name,
            head_sha: request.head,
            status: "completed",
            conclusion: request.conclusion,
            external_id: request.externalId,
            output: output(0),
            ...once,
        });
        return { id: data.id, url: data.html_url, annotations: data.output.annotations_count };
    }, (run) => run);
    for (let batch = 1; batch * BATCH < request.annotations.length; batch += 1) {
        const upTo = Math.min((batch + 1) * BATCH, request.annotations.length);
        const update = { ...request.repository, check_run_id: check.id, output: output(batch), ...once };
        await repeated(async () => (await client.rest.checks.update(update)).data.id, (run) => (run.annotations >= upTo ? run.id : null));
    }
    return check.url;
}
/** Sends a request; after a failure that may pass, `look` tells whether its effect is there all the same. */
async function sendOnce(send, look, second) {
    for (let round = 1;; round += 1) {
        try {
            return await send();
        }
        catch (error) {
            if (!mayPassLater(error) || round === ROUNDS)
                throw error;
            await setTimeout(waitAfter(error, round) * second);
            const found = await look();
            if (found !== null)
                return found;
        }
    }
}
async function find(client, request) {
    const { data } = await client.rest.checks.listForRef({
        ...request.repository,
        ref: request.head,
        check_name: request.name,
        filter: "all",
        per_page: 100,
    });
    const run = data.check_runs.find((item) => item.external_id === request.externalId);
    return run ? { id: run.id, url: run.html_url, annotations: run.output.annotations_count } : null;
}

// EXTERNAL MODULE: ./build/github/write-comment.js + 2 modules
var write_comment = __webpack_require__(91350);
;// CONCATENATED MODULE: ./build/github/publish.js






/** The characters that the marker line may take. */
const MARKER_ROOM = 300;
/** The comment's text without its marker line. */
function commentText(request) {
    const notes = (0,github_notes/* notesInMarkdown */.G2)(request.notes);
    const limit = comment.COMMENT_LIMIT - MARKER_ROOM - notes.length;
    const instance = request.instance === null ? {} : { instance: request.instance };
    return (0,comment.renderComment)(request.reviewed.review, { limit, links: request.links, ...instance }) + notes;
}
/** Writes comment and check run. Never throws for what GitHub refuses: that becomes a line of `trouble`. */
async function publish(request) {
    const trouble = [];
    const fork = request.target?.fork ?? false;
    let comment = null;
    if (request.target !== null && request.when !== "never") {
        try {
            comment = await writeComment(request.client, {
                repository: request.repository,
                number: request.target.number,
                instance: request.instance ?? "default",
                head: request.target.head,
                formerHead: request.target.formerHead,
                text: isWorthAComment(request.reviewed.review, request.when) ? commentText(request) : null,
                gone: GONE,
            });
        }
        catch (error) {
            trouble.push(explainError(error, { action: "comment on the pull request", permission: "pull-requests: write" }, fork));
        }
    }
    let checked = false;
    if (request.check !== null) {
        try {
            await writeCheck(request.client, {
                repository: request.repository,
                conclusion: request.reviewed.review.conclusion,
                ...request.check,
            });
            checked = true;
        }
        catch (error) {
            trouble.push(explainError(error, { action: "create its check run", permission: "checks: write" }, fork));
        }
    }
    return { comment, checked, trouble };
}

// EXTERNAL MODULE: ./build/build/read-project.js + 58 modules
var read_project = __webpack_require__(47968);
// EXTERNAL MODULE: ./build/config/read-config.js + 6 modules
var read_config = __webpack_require__(67917);
// EXTERNAL MODULE: ./build/review.js
var build_review = __webpack_require__(74346);
// EXTERNAL MODULE: ./build/snapshot/user-error.js
var user_error = __webpack_require__(35357);
// EXTERNAL MODULE: ./node_modules/diff/libesm/diff/array.js
var array = __webpack_require__(61318);
// EXTERNAL MODULE: ./build/snapshot/text.js
var snapshot_text = __webpack_require__(10150);
;// CONCATENATED MODULE: ./build/github/branch-lines.js


/** A file with more changed lines than this is not matched: the work grows with their square. */
const CHANGED_LINES = 2000;
/**
 * Maps lines of `merged` to lines of `branch`, for the files of `texts` (their text in `merged`). Most files are the same in
 * both; those that are not are loaded in one batch.
 */
async function mapBranchLines(merged, branch, texts) {
    const differing = [...texts.keys()].filter((path) => oidOf(merged, path) !== oidOf(branch, path)).sort();
    const contents = differing.length > 0 ? await branch.load(differing) : new Map();
    const tables = new Map();
    const tableOf = (path) => {
        const content = contents.get(path);
        const decoded = content?.ok ? (0,snapshot_text/* decodeText */.g)(content.bytes) : null;
        return decoded?.ok ? matchLines(texts.get(path) ?? "", decoded.text) : null;
    };
    const changed = new Set(differing);
    return {
        lineOf(path, line) {
            if (!changed.has(path))
                return branch.tree.has(path) ? line : null;
            const table = tables.has(path) ? tables.get(path) : tableOf(path);
            tables.set(path, table ?? null);
            return table?.[line - 1] ?? null;
        },
    };
}
const oidOf = (snapshot, path) => {
    const entry = snapshot.tree.get(path);
    return entry?.kind === "file" ? entry.oid : null;
};
/** For each line of `from` its line in `to`; for one that is not there the line before it. `null` where they differ too much. */
function matchLines(from, to) {
    const parts = (0,array/* diffArrays */.E)(splitLines(from), splitLines(to), { maxEditLength: CHANGED_LINES });
    if (parts === undefined)
        return null;
    const table = [];
    let line = 0;
    for (const part of parts) {
        if (part.added)
            line += part.count;
        else
            for (let n = 0; n < part.count; n += 1)
                table.push(part.removed ? Math.max(line, 1) : ++line);
    }
    return table;
}
const splitLines = (text) => text.split(/\r\n|\r|\n/);

// EXTERNAL MODULE: ./build/discover/generated-place.js
var generated_place = __webpack_require__(64241);
// EXTERNAL MODULE: ./build/model/tool-version.js
var tool_version = __webpack_require__(96327);
// EXTERNAL MODULE: ./build/github/explain-error.js
var explain_error = __webpack_require__(798);
;// CONCATENATED MODULE: ./build/github/commit-generated.js




/** How often a commit whose answer was lost is looked for and tried again. */
const commit_generated_ROUNDS = 4;
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
 * Commits the generated files to a pull request's own branch by `createCommitOnBranch`, which GitHub signs and which is
 * refused where the branch is no longer at `head`. So a try that is repeated writes nothing twice, and a commit whose
 * answer was lost is found by its parent and message. Never throws for what GitHub refuses.
 */
async function commitGenerated(client, request, second = github_client/* SECOND */.Z2) {
    const byHand = ` Or run \`${request.command}\`, and commit the result.`;
    const refuse = (why) => ({ what: "refused", why: `${why}${byHand}` });
    const message = { headline: "Write the generated Python", body: bodyOf(request.head) };
    let failure = null;
    try {
        for (let round = 1; round <= commit_generated_ROUNDS; round += 1) {
            if (round > 1)
                await (0,external_node_timers_promises_.setTimeout)((0,explain_error/* waitAfter */.Wv)(failure, round - 1) * second);
            const { viewer, pull } = await readState(client, request);
            const found = ownCommit(pull, request.head, message);
            if (found !== null)
                return { what: "committed", oid: found };
            // After a lost answer the branch may be read as it was before.
            if (pull.headRefOid !== request.head || pull.state !== "OPEN")
                return { what: "outdated" };
            const hindrance = hindranceOf(viewer, pull);
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
    return refuse((0,explain_error/* explainError */.UW)(failure, { action: "commit the generated Python", permission: "contents: write" }, false));
}
const bodyOf = (head) => `Compiled from ${head} by Windsock ${tool_version/* VERSION */.x}.`;
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
/** Why this pull request is not written to, in a sentence, or `null`. */
function hindranceOf(viewer, pull) {
    if (pull.isCrossRepository) {
        return "Windsock does not commit to a fork: the branch belongs to somebody else.";
    }
    const required = (pull.baseRef?.refUpdateRule?.requiredStatusCheckContexts ?? []).length > 0 ||
        (pull.baseRef?.rules?.nodes ?? []).some((rule) => CHECKING.has(rule?.type ?? ""));
    // A commit by the workflow's own token starts no workflow, so checks that are required would never come.
    if (required && /^github-actions(?:\[bot\])?$/.test(viewer)) {
        return "Windsock did not commit the generated Python: the base branch requires checks, and a commit by the workflow's own token starts none. Give the input `github-token` a GitHub App's token.";
    }
    return null;
}
async function commit(client, { repository, head, plan }, branchName, message) {
    const input = {
        branch: { repositoryNameWithOwner: `${repository.owner}/${repository.repo}`, branchName },
        expectedHeadOid: head,
        message,
        fileChanges: {
            additions: plan.additions.map(({ path, text }) => ({ path, contents: Buffer.from(text).toString("base64") })),
            deletions: plan.deletions.map((path) => ({ path })),
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
    if ((0,explain_error/* mayPassLater */.tv)(error))
        return true;
    return Array.isArray(errors) && errors.some((item) => item?.type === "STALE_DATA");
}

// EXTERNAL MODULE: ./build/check/generated-files.js
var generated_files = __webpack_require__(72688);
// EXTERNAL MODULE: ./build/check/sites-open.js
var sites_open = __webpack_require__(72864);
// EXTERNAL MODULE: ./build/emit/emit-dag.js + 16 modules
var emit_dag = __webpack_require__(96031);
// EXTERNAL MODULE: ./build/model/path.js
var model_path = __webpack_require__(68575);
;// CONCATENATED MODULE: ./build/github/commit-plan.js




/**
 * What it takes to make the committed generated files those that the sources of one version give. Written are DAGs that
 * are known whole, over files with Windsock's mark or none. A file is deleted only where every DAG's place is known, no
 * DAG fails or is open, and the folder that the file names is gone. Nothing below `.github`.
 */
function planCommit(project, tree) {
    const { directory } = project.config.generated;
    if (/^\.git(?:hub)?(?:\/|$)/i.test(directory))
        return { additions: [], deletions: [] };
    const committed = new Map((0,generated_files/* committedFiles */.q)(project).map((item) => [item.file, item]));
    const additions = project.dags.flatMap((dag, _, dags) => {
        if (dag.outcome !== "built" || dags.some((other) => other !== dag && other.id === dag.id))
            return [];
        const emitted = (0,emit_dag/* emitDag */.o)(dag, { directory, texts: project.texts });
        if (!emitted.ok || committed.get(emitted.file.path)?.text === emitted.file.text)
            return [];
        const foreign = tree.has(emitted.file.path) && !committed.has(emitted.file.path);
        return foreign || hasFileAbove(tree, directory) ? [] : [emitted.file];
    });
    const certain = !(0,sites_open/* isOpen */.n)(project) && project.dags.every(({ outcome }) => outcome === "built");
    const ids = new Set(project.dags.map(({ id }) => id));
    const deletions = [...committed.values()]
        .filter(({ dag, text }) => certain && !ids.has(dag) && isFolderGone(text, tree))
        .map(({ file }) => file);
    return { additions, deletions };
}
/** A part of the folder's path is a file, a link or a submodule. */
const hasFileAbove = (tree, directory) => {
    const parts = directory.split("/");
    return parts.some((_, index) => tree.has((0,model_path/* asPath */.w2)(parts.slice(0, index + 1).join("/"))));
};
/** The folder of which a generated file says that it is made is no longer there. A name that was not written plainly is not looked for. */
function isFolderGone(text, tree) {
    const folder = /^# The DAG that gusty builds on Airflow \d from ([\w./-]+)$/m.exec(text)?.[1];
    if (folder === undefined)
        return false;
    return ![...tree.keys()].some((path) => (0,model_path/* isWithin */.UO)(path, (0,model_path/* asPath */.w2)(folder)));
}
/** The ids of the DAGs whose committed file a plan would change. */
const dagsOfPlan = (plan) => new Set([
    ...plan.additions.map(({ dag }) => dag),
    ...plan.deletions.map((file) => (0,model_path/* baseName */.Fl)(file).replace(/\.py$/, "")),
]);

;// CONCATENATED MODULE: ./build/github/commit-back.js



/**
 * `generated.commit: write`: compares the branch head's generated files with its sources, and commits what differs. Refuses
 * a folder whose files an entry point would take for tasks. `branch` is the branch head compiled, never the merge result.
 */
async function commitBack(places, target, branch) {
    const { directory } = branch.project.config.generated;
    const plan = planCommit(branch.project, branch.snapshot.tree);
    if (plan.additions.length + plan.deletions.length === 0)
        return { plan, outcome: null };
    const site = await (0,generated_place/* siteOfGeneratedFolder */.A)(branch.snapshot, branch.project.config, directory);
    if (site !== null) {
        const why = `Windsock did not commit the generated Python: \`${site.declared.file}\` would make tasks of what lies in \`${directory}\`. Choose another \`generated.directory\`.`;
        return { plan, outcome: { what: "refused", why } };
    }
    const command = `windsock compile --out ${directory}`;
    const { number, head } = target;
    return {
        plan,
        outcome: await commitGenerated(places.client, { repository: places.repository, number, head, plan, command }),
    };
}

// EXTERNAL MODULE: ./build/snapshot/git-snapshot.js
var git_snapshot = __webpack_require__(90458);
;// CONCATENATED MODULE: ./build/github/blob-batches.js


/** Batches for the files of some commits, whose trees are there. */
async function createBlobBatches(repository, commits) {
    const known = await localObjects(repository, commits);
    let fetches = 0;
    let readers = 1;
    let waiting = [];
    const flush = async () => {
        const batch = waiting;
        waiting = [];
        const missing = new Set(batch.flatMap(({ oids }) => oids.filter((oid) => !known.has(oid))));
        try {
            if (missing.size > 0) {
                fetches += 1;
                await (0,git_repository/* fetchObjects */.rt)(repository, [...missing].sort(), 0);
                for (const oid of missing)
                    known.add(oid);
            }
            for (const { resolve } of batch)
                resolve();
        }
        catch (error) {
            for (const { reject } of batch)
                reject(error);
        }
    };
    const flushIfAllWait = () => {
        if (waiting.length > 0 && waiting.length >= readers)
            void flush();
    };
    const ensure = (oids) => {
        if (oids.every((oid) => known.has(oid)))
            return Promise.resolve();
        return new Promise((resolve, reject) => {
            waiting.push({ oids, resolve, reject });
            flushIfAllWait();
        });
    };
    const reader = async (read) => {
        try {
            return await read();
        }
        finally {
            readers -= 1;
            flushIfAllWait();
        }
    };
    return {
        count: () => fetches,
        wrap: (snapshot) => ({
            commit: snapshot.commit,
            date: snapshot.date,
            tree: snapshot.tree,
            async load(paths) {
                await ensure(paths.flatMap((path) => contentOf(snapshot, path)));
                return snapshot.load(paths);
            },
        }),
        fetch: (snapshots, wanted) => ensure(snapshots.flatMap((snapshot) => [...snapshot.tree.keys()].filter(wanted).flatMap((path) => contentOf(snapshot, path)))),
        async together(one, other) {
            readers += 1;
            const both = Promise.all([reader(one), reader(other)]);
            return both.finally(() => {
                readers = 1;
            });
        },
    };
}
const contentOf = (snapshot, path) => {
    const entry = snapshot.tree.get(path);
    return entry?.kind === "file" ? [entry.oid] : [];
};
/**
 * The objects of some commits that are here already: all where the server ignores the filter, many where another folder of
 * objects or an earlier review holds them. `--missing=print` looks without fetching, and marks what is missing.
 */
async function localObjects(repository, commits) {
    const options = ["--objects", "--no-object-names", "--no-walk", "--missing=print", "--stdin"];
    const output = await repository.reading.output(["rev-list", ...options], { input: `${commits.join("\n")}\n` });
    return new Set(output.toString("latin1").split("\n"));
}
/** Files that every review reads, whatever the project: Python, configuration, and what pins versions. */
function isAlwaysRead(path) {
    const name = (0,model_path/* baseName */.Fl)(path);
    return name.endsWith(".py") || CONFIGURATION.test(name);
}
const CONFIGURATION = /^(?:\.?windsock.*|\.airflowignore|METADATA\.ya?ml|pyproject\.toml|setup\.cfg|Pipfile|.*\.lock|.*(?:requirements|constraints).*\.(?:txt|in)|.*Dockerfile.*|\.python-version)$/;

;// CONCATENATED MODULE: ./build/github/fetch-commits.js





/** How long GitHub is given to make the merge result of a push, in milliseconds, and how often it is asked. */
const MERGE_WAIT = 10_000;
const MERGE_PAUSE = 2_000;
/**
 * Fetches both versions of a pull request. The head is the merge result if its second parent is the pull request's head, as
 * GitHub makes it late; else the head commit against the merge base that the compare API names.
 */
async function fetchPullRequest(repository, target, ask) {
    const merge = await findMergeResult(repository, target, ask.hasConflict);
    if (merge !== null) {
        return openVersions(repository, { ...merge, branch: target.head, compared: "merge" });
    }
    const base = await ask.mergeBase(target.base, target.head);
    await (0,git_repository/* fetchObjects */.rt)(repository, [base, target.head], 1);
    return openVersions(repository, { base, head: target.head, branch: target.head, compared: "branch" });
}
/** Fetches the two commits of an event that is about no pull request. */
async function fetchPair(repository, target, mergeBase) {
    const base = target.base ?? (await mergeBase(target.defaultBranch, target.head));
    await (0,git_repository/* fetchObjects */.rt)(repository, [base, target.head], 1);
    return openVersions(repository, { base, head: target.head, branch: target.head, compared: "commits" });
}
/** The merge result and its first parent, or `null` where GitHub has none for this head. */
async function findMergeResult(repository, target, hasConflict) {
    const [mergeRef, headRef] = [`refs/pull/${target.number}/merge`, `refs/pull/${target.number}/head`];
    const seen = new Set();
    for (let waited = 0;; waited += MERGE_PAUSE) {
        const refs = await (0,git_repository/* listRefs */.Dy)(repository, [mergeRef, headRef]);
        const merge = refs.get(mergeRef);
        if (merge !== undefined && !seen.has(merge)) {
            seen.add(merge);
            await (0,git_repository/* fetchObjects */.rt)(repository, [merge], 2);
            const [base, head] = await parentsOf(repository, merge);
            if (base !== undefined && base !== target.formerBase && head === target.head)
                return { base, head: merge };
        }
        // A newer push has come: GitHub will make no merge result for this head any more.
        const current = refs.get(headRef) === target.head || refs.get(headRef) === target.formerHead;
        if (!current || waited >= MERGE_WAIT)
            return null;
        if (await hasConflict(target.number))
            return null;
        await (0,external_node_timers_promises_.setTimeout)(MERGE_PAUSE);
    }
}
/** The parents that a commit object names: at the edge of a shallow history git itself knows none. */
async function parentsOf(repository, commit) {
    const text = (await repository.reading.output(["cat-file", "commit", commit])).toString("latin1");
    const header = text.slice(0, text.indexOf("\n\n"));
    return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1] ?? "");
}
async function openVersions(repository, ids) {
    const open = async (commit) => {
        try {
            return await (0,git_snapshot/* openCommit */.Cg)(repository.reading, commit);
        }
        catch (error) {
            throw error instanceof user_error/* UserError */.y ? new user_error/* UserError */.y(`${error.message} on GitHub`, "Run the job again.") : error;
        }
    };
    const [base, head, branch] = [await open(ids.base), await open(ids.head), await open(ids.branch)];
    const batches = await createBlobBatches(repository, [ids.base, ids.head, ids.branch]);
    await batches.fetch([base, head], isAlwaysRead);
    return {
        base: batches.wrap(base),
        head: { ...batches.wrap(head), commit: ids.branch, date: branch.date },
        headCommit: ids.head,
        branch: batches.wrap(branch),
        compared: ids.compared,
        batches,
    };
}

;// CONCATENATED MODULE: ./build/github/review-target.js











/**
 * Fetches both versions by git, compiles them by the base's configuration and reviews them. Nothing is checked out and
 * nothing of the repository is run. Throws a `UserError` where a version cannot be had.
 */
async function reviewTarget(places, target) {
    const { client, repository, serverUrl, token, temp } = places;
    const own = places.own ??
        (await (0,git_repository/* createOwnRepository */.Xy)({
            parent: temp,
            url: `${serverUrl}/${repository.owner}/${repository.repo}.git`,
            token,
            objectFormat: target.head.length === 64 ? "sha256" : "sha1",
            alternate: places.objects ?? null,
        }));
    try {
        const fetchVersions = (wanted) => wanted.kind === "pull-request"
            ? fetchPullRequest(own, wanted, {
                mergeBase: mergeBaseBy(client, repository),
                hasConflict: conflictBy(client, repository),
            })
            : fetchPair(own, wanted, mergeBaseBy(client, repository));
        const fetched = await fetchVersions(target);
        const { config } = await (0,read_config/* readConfig */.Xg)(fetched.base);
        const written = target.kind === "pull-request" ? await writeGenerated(places, target, fetched, config) : null;
        if (written?.outcome?.what !== "committed" || target.kind !== "pull-request") {
            return await reviewVersions(target, fetched, config, written);
        }
        const next = { ...target, head: written.outcome.oid, formerHead: target.head };
        return await reviewVersions(next, await fetchVersions(next), config, written);
    }
    finally {
        if (places.own === undefined)
            await (0,promises_.rm)(own.directory, { recursive: true, force: true });
    }
}
async function reviewVersions(target, versions, config, written) {
    const [base, head] = await versions.batches.together(() => (0,read_project/* readProject */.W)(versions.base), () => readHead(versions.head, config));
    const review = (0,build_review/* reviewProjects */.j)(base, head);
    return {
        review,
        compared: versions.compared,
        headCommit: versions.headCommit,
        lines: await mapBranchLines(versions.head, versions.branch, head.texts),
        configChanges: configIds(versions.base) !== configIds(versions.head),
        target,
        commit: written?.outcome ?? null,
        movedByBase: await staleByBase(review, versions, config),
    };
}
const configIds = (snapshot) => read_config/* CONFIG_FILES */.n0.map((file) => {
    const entry = snapshot.tree.get(file);
    return entry?.kind === "file" ? entry.oid : entry?.kind;
}).join();
/** `commit: write`: brings the branch's generated files to what its own sources give. */
async function writeGenerated(places, target, versions, config) {
    if (config.generated.commit !== "write")
        return null;
    const project = await (0,read_project/* readProject */.W)(versions.branch, { config });
    return commitBack(places, target, { snapshot: versions.branch, project });
}
/** The DAGs that are stale in the merge result and not in the branch. */
async function staleByBase(review, versions, config) {
    const stale = review.findings.filter(({ rule, state }) => rule === "generated-stale" && state !== "fixed");
    if (stale.length === 0 || versions.compared !== "merge")
        return [];
    const project = await (0,read_project/* readProject */.W)(versions.branch, { config });
    const own = dagsOfPlan(planCommit(project, versions.branch.tree));
    const ids = stale.flatMap(({ subject }) => subject.dag ?? []);
    return [...new Set(ids)].filter((id) => !own.has(id)).sort();
}
/** The head, compiled by the base's configuration; what is wrong in its own configuration is said all the same. */
async function readHead(snapshot, config) {
    const own = await (0,read_config/* readConfig */.Xg)(snapshot);
    const project = await (0,read_project/* readProject */.W)(snapshot, { config });
    return { ...project, problems: [...own.problems, ...project.problems] };
}
/** Asks the compare API. Throws a `UserError` where it names no common commit. */
const mergeBaseBy = (client, repository) => async (base, head) => {
    try {
        const basehead = `${base}...${head}`;
        const { data } = await client.rest.repos.compareCommitsWithBasehead({ ...repository, basehead, per_page: 1 });
        return data.merge_base_commit.sha;
    }
    catch (error) {
        throw new user_error/* UserError */.y(`GitHub names no common commit of ${base} and ${head}: ${(0,explain_error/* reason */.l)(error)}`, "Do both belong to one history, and has the job `permissions: contents: read`?");
    }
};
/** Asks for the pull request's `mergeable`. A token that may not ask, or a failing server, leaves it open. */
const conflictBy = (client, repository) => async (number) => {
    const query = `query ($owner: String!, $repo: String!, $number: Int!) {
      repository(owner: $owner, name: $repo) { pullRequest(number: $number) { mergeable } }
    }`;
    const variables = { ...repository, number };
    const answer = await client.graphql(query, variables).catch(() => null);
    return answer?.repository?.pullRequest?.mergeable === "CONFLICTING";
};

// EXTERNAL MODULE: ./build/report/diagram.js
var diagram = __webpack_require__(20050);
// EXTERNAL MODULE: ./build/report/document.js + 5 modules
var report_document = __webpack_require__(32685);
;// CONCATENATED MODULE: ./build/report/summary.js


/** A step's summary may hold 1 MiB ("Workflow commands", adding a job summary). */
const SUMMARY_LIMIT = 1_048_576;
const DIAGRAMS = 25;
/** The job summary: the comment's content with room for more. Same review, same bytes. */
function renderSummary(review, { limit = SUMMARY_LIMIT, links, instance }) {
    const render = (units) => (0,report_document/* renderDocument */.y)(review, {
        limit: units,
        links,
        instance,
        diagrams: DIAGRAMS,
        diagram: (change) => (0,diagram/* diagramOf */.f)(review, change),
    });
    const text = render(limit);
    // A UTF-16 unit is at most three bytes of UTF-8, so this always fits.
    return new TextEncoder().encode(text).length <= limit ? text : render(Math.floor(limit / 3));
}

// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(47342);
;// CONCATENATED MODULE: ./build/bot/review-child.js












/** Bytes of a check run's summary, with room for notes. */
const CHECK_SUMMARY = 64_000;
/** Milliseconds for all requests of one review; the parent process has its own limit. */
const API_TIME = 300_000;
/**
 * The process of one review: reads a `ReviewRequest` from standard input, writes a `ReviewAnswer` to standard output. It ends
 * when standard input does: then the process that asked is gone.
 */
async function reviewChild() {
    const request = await readRequest();
    let answer;
    try {
        answer = { ok: true, review: await render(request) };
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.y))
            throw error;
        answer = { ok: false, message: [error.message, error.hint].filter((part) => part !== null).join(". ") };
    }
    await new Promise((resolve) => process.stdout.write(JSON.stringify(answer), () => resolve()));
    process.exit(0);
}
function readRequest() {
    return new Promise((resolve) => {
        let text = "";
        process.stdin.setEncoding("utf8");
        process.stdin.on("data", (chunk) => {
            text += chunk;
            if (chunk.endsWith("\n"))
                resolve(JSON.parse(text));
        });
        process.stdin.on("end", () => process.exit(1));
    });
}
async function render(request) {
    const { repository, target, token, serverUrl, apiUrl, mirror } = request;
    const deadline = AbortSignal.timeout(API_TIME);
    const client = (0,github_client/* createClient */.UU)({ token, apiUrl, userAgent: `windsock/${tool_version/* VERSION */.x}`, deadline });
    const url = `${serverUrl}/${repository.owner}/${repository.repo}.git`;
    const own = await (0,git_repository/* openOwnRepository */.Ho)({ directory: mirror, url, token });
    const reviewed = await reviewTarget({ client, repository, serverUrl, token, temp: mirror, own }, target);
    const { review, lines } = reviewed;
    const links = githubLinks({
        server: serverUrl,
        repository,
        branch: target.head,
        head: reviewed.headCommit,
        base: review.base?.commit ?? target.head,
        lines,
        source: null,
        report: request.report,
    });
    const notes = (0,github_notes/* notesOf */.h$)(reviewed);
    const gating = (0,verdict/* severityCounts */.ur)(review.findings.filter(({ gates }) => gates));
    const when = review.head.config.comment.when ?? "changes";
    return {
        conclusion: review.conclusion,
        title: [gating, (0,verdict/* changesInWords */.W1)(review)].filter((part) => part !== "").join(" · "),
        summary: renderSummary(review, { limit: CHECK_SUMMARY, links }) + (0,github_notes/* notesInMarkdown */.G2)(notes),
        comment: comment_policy_isWorthAComment(review, when) ? commentText({ reviewed, links, instance: null, notes }) : null,
        silent: when === "never",
        annotations: checkAnnotations(review, lines),
    };
}


/***/ }),

/***/ 5233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ checkProject),
  O: () => (/* binding */ siftProject)
});

// EXTERNAL MODULE: ./build/discover/path-pattern.js
var path_pattern = __webpack_require__(98584);
// EXTERNAL MODULE: ./build/check/ignores.js
var ignores = __webpack_require__(31000);
// EXTERNAL MODULE: ./build/check/rules.js + 65 modules
var rules = __webpack_require__(39943);
;// CONCATENATED MODULE: ./build/check/version-choices.js
/** Effects of which an error must be true whatever version runs. */
const CERTAIN = ["fails", "dropped", "hangs"];
/**
 * The findings of a project that may run on several versions: an error that does not hold for all of them is a warning
 * that says for which it holds, and what would be an error only on another Airflow is added as such a warning.
 * `findAll` finds everything in a project compiled for one choice; `other` is the version compared with.
 */
function acrossVersions(project, other, findAll) {
    const main = { choice: choiceOf(project.versions), findings: findAll(project, other) };
    const rest = (project.others ?? []).map((compiled) => {
        const choice = choiceOf(compiled.versions);
        const match = other?.others?.find((one) => isSame(choiceOf(one.versions), choice)) ?? other;
        return { choice, findings: findAll(compiled, match) };
    });
    if (rest.length === 0)
        return main.findings;
    const all = [main, ...rest].map((one) => ({ ...one, keys: new Set(one.findings.map(keyOf)) }));
    const lowered = main.findings.map((finding) => lower(finding, main.choice, all));
    const added = rest
        .filter(({ choice }) => choice.airflow !== main.choice.airflow)
        .flatMap(({ choice, findings }) => findings
        .filter((finding) => isCertain(finding) && !all[0]?.keys.has(keyOf(finding)))
        .map((finding) => lower(finding, choice, all)));
    return [...lowered, ...added];
}
const choiceOf = ({ airflow, gusty }) => ({ airflow: airflow.major, gusty: gusty.version });
const isSame = (a, b) => a.airflow === b.airflow && a.gusty === b.gusty;
const isCertain = ({ effect, severity }) => severity === "error" && CERTAIN.includes(effect);
/** What makes two findings the same one: words differ between versions, and ids too, such as those of sensors. */
const keyOf = ({ rule, at }) => JSON.stringify([rule, at.file, at.start]);
function lower(finding, own, all) {
    const without = all.filter(({ keys }) => !keys.has(keyOf(finding)));
    const [first] = without;
    if (!isCertain(finding) || !first)
        return finding;
    const differs = first.choice.airflow !== own.airflow ? inAirflow : inGusty;
    const message = `${finding.message} Holds for ${differs(own)}, not for ${differs(first.choice)}, and the repository does not say which of them runs.`;
    return { ...finding, severity: "warning", message };
}
const inAirflow = ({ airflow }) => `Airflow ${airflow}`;
const inGusty = ({ gusty }) => (gusty === null ? "the newest gusty" : `gusty ${gusty}`);

;// CONCATENATED MODULE: ./build/check/check-project.js




/**
 * Every finding of one version, with the severities that the configuration sets, without the rules it turns off and
 * without what files ignore themselves, in a fixed order: by file, place, rule. `other` is the version it is compared
 * with, so that messages can say what this change did.
 */
const checkProject = (project, other) => siftProject(project, other).findings;
/** As `checkProject`, with the findings that files ignore, and their reasons. */
function siftProject(project, other) {
    return (0,ignores/* siftIgnored */.rM)(project, other, [...acrossVersions(project, other, findAll)].sort(byPlace));
}
function findAll(project, other) {
    const { config } = project;
    const severityOf = severities(config);
    return rules/* RULES */.y.flatMap((rule) => {
        if (config.rules.get(rule.name) === "off" && config.paths.length === 0)
            return [];
        return rule.check({ project, other }).flatMap((finding) => {
            const wanted = severityOf(rule.name, finding.at.file);
            if (wanted === "off")
                return [];
            return [wanted === null ? finding : { ...finding, severity: wanted }];
        });
    });
}
/** What the configuration makes of a rule in a file: of `paths` the last that matches and names it, else `rules`; `null`: nothing. */
function severities(config) {
    const matching = new Map();
    return (rule, file) => {
        const known = matching.get(file);
        const paths = known ?? config.paths.filter(({ match }) => (0,path_pattern/* matchesPath */.$)(match, file));
        if (!known)
            matching.set(file, paths);
        const own = paths.map(({ rules }) => rules.get(rule) ?? rules.get("*")).filter((one) => one !== undefined);
        return own.at(-1) ?? config.rules.get(rule) ?? null;
    };
}
function byPlace(a, b) {
    return (compare(a.at.file, b.at.file) ||
        a.at.start - b.at.start ||
        compare(a.rule, b.rule) ||
        compare(JSON.stringify(a.subject), JSON.stringify(b.subject)) ||
        compare(a.message, b.message));
}
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);


/***/ }),

/***/ 93556:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ judgeFindings),
/* harmony export */   u: () => (/* binding */ tellApart)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/**
 * Tells new findings from those that the base has too, and from those that this change mends, and says which gate: new
 * errors, or with `gate: touched` all errors in touched files, or with `gate: all` all; never one that the baseline
 * accepts. With no base everything is new. In report order: what gates first, then by severity, then as given; mended
 * ones last.
 */
function judgeFindings(base, head, options) {
    const before = base ? tellApart(base, options.texts.base ?? new Map()) : [];
    const now = tellApart(head, options.texts.head);
    const known = pairUp(now, before);
    const accepted = pairUp(now, options.config.accepted);
    const judged = now.map((told) => {
        const state = known.has(told) ? "existing" : "new";
        const baseline = accepted.has(told);
        const gating = !baseline && gates(told.finding, state, options);
        return { ...told.finding, fingerprint: told.fingerprint, state, baseline, gates: gating };
    });
    const still = new Set(known.values());
    const fixed = before
        .filter((told) => !still.has(told))
        .map(({ finding, fingerprint }) => ({
        ...finding,
        fingerprint,
        state: "fixed",
        baseline: false,
        gates: false,
    }));
    return [...judged, ...fixed]
        .map((finding, index) => ({ finding, index }))
        .sort((a, b) => rank(a.finding) - rank(b.finding) || a.index - b.index)
        .map(({ finding }) => finding);
}
/** Pairs each of `now` with one of `before`: by fingerprint, and what is left, by likeness, one for one. */
function pairUp(now, before) {
    const byPrint = new Map(before.map((told) => [told.fingerprint, told]));
    const pairs = new Map();
    for (const told of now) {
        const same = byPrint.get(told.fingerprint);
        if (same)
            pairs.set(told, same);
    }
    const taken = new Set(pairs.values());
    const left = new Map();
    for (const told of before) {
        if (!taken.has(told))
            left.set(told.likeness, [...(left.get(told.likeness) ?? []), told]);
    }
    for (const told of now) {
        const like = pairs.has(told) ? undefined : left.get(told.likeness)?.shift();
        if (like)
            pairs.set(told, like);
    }
    return pairs;
}
function gates(finding, state, { config, touched }) {
    if (finding.severity !== "error" || config.reportOnly)
        return false;
    if (state === "new" || config.gate === "all")
        return true;
    return config.gate === "touched" && touched.has(finding.at.file);
}
const SEVERITIES = ["error", "warning", "notice"];
const rank = (finding) => (finding.state === "fixed" ? 100 : 0) + (finding.gates ? 0 : 10) + SEVERITIES.indexOf(finding.severity);
/**
 * A fingerprint is made of the rule, the subject and the how-manieth of these it is, so that it survives moved lines; a
 * likeness of the rule, the DAG, the key and the text at the place, so that it survives a renamed file.
 */
function tellApart(findings, texts) {
    const counts = new Map();
    return findings.map((finding) => {
        const { dag = "", task = "", group = "", key = "" } = finding.subject;
        const place = dag === "" ? finding.at.file : "";
        const about = JSON.stringify([finding.rule, dag, task, group, key, place]);
        const nth = counts.get(about) ?? 0;
        counts.set(about, nth + 1);
        const { file, start, end } = finding.at;
        const text = (texts.get(file) ?? "").slice(start, Math.min(end, start + 500));
        return {
            finding,
            fingerprint: hash(`${about}#${nth}`),
            likeness: hash(JSON.stringify([finding.rule, dag, key, text])),
        };
    });
}
const hash = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex").slice(0, 16);


/***/ }),

/***/ 64241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ siteOfGeneratedFolder)
/* harmony export */ });
/* harmony import */ var _model_path_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68575);
/* harmony import */ var _discover_sites_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76286);


/**
 * The site that would make tasks of generated files in `directory`: a DAG's folder around it, or a folder that an entry
 * point's listing would make a DAG. The listing is evaluated with the folder added. `null` where it is a good place.
 */
async function siteOfGeneratedFolder(snapshot, config, directory) {
    const file = (0,_model_path_js__WEBPACK_IMPORTED_MODULE_1__/* .joinPath */ .uJ)(directory, "generated.py");
    const content = { ok: true, bytes: new Uint8Array() };
    const tree = new Map([...snapshot.tree, [file, { kind: "file", oid: "generated" }]]);
    const withFile = {
        commit: null,
        date: null,
        tree: new Map([...tree].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
        load: async (paths) => new Map([...(await snapshot.load(paths.filter((path) => path !== file))), [file, content]]),
    };
    const { sites } = await (0,_discover_sites_js__WEBPACK_IMPORTED_MODULE_0__/* .discoverSites */ .U)(withFile, config);
    return sites.find(({ folder }) => (0,_model_path_js__WEBPACK_IMPORTED_MODULE_1__/* .isWithin */ .UO)(directory, folder)) ?? null;
}


/***/ }),

/***/ 46241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   annotationsOf: () => (/* binding */ annotationsOf)
/* harmony export */ });
/* harmony import */ var _mask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92339);
/* harmony import */ var _positions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70571);
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6257);



/** The new findings, and those that gate, as annotations, the most important first. */
function annotationsOf(review) {
    const places = (0,_positions_js__WEBPACK_IMPORTED_MODULE_1__/* .placesOf */ .ek)(review);
    return review.findings
        .filter(({ state, gates }) => state === "new" || gates)
        .map((finding) => {
        const place = places.at(finding.at, "head");
        const endsBefore = place.endColumn === 1 && place.endLine > place.line;
        const endLine = endsBefore ? place.endLine - 1 : place.endLine;
        const inLine = place.line === place.endLine;
        return {
            path: place.file,
            startLine: place.line,
            endLine,
            startColumn: inLine ? place.column : null,
            endColumn: inLine ? Math.max(place.column, place.endColumn - 1) : null,
            level: finding.severity,
            title: (0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLine */ .P8)(finding.rule),
            message: messageOf(finding),
        };
    });
}
const messageOf = ({ message, advice, fix }) => [
    (0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLine */ .P8)(message),
    ...(advice === null ? [] : [(0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLines */ .gB)(advice)]),
    ...(advice === null && fix ? [(0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLine */ .P8)(fix.description)] : []),
]
    .map(_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskMessage */ .I1)
    .join("\n");


/***/ }),

/***/ 33195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reviewToJson: () => (/* binding */ reviewToJson)
});

// EXTERNAL MODULE: ./build/compare/default-args.js
var default_args = __webpack_require__(10107);
// EXTERNAL MODULE: ./build/report/mask.js
var mask = __webpack_require__(92339);
// EXTERNAL MODULE: ./build/report/value-text.js
var value_text = __webpack_require__(13828);
;// CONCATENATED MODULE: ./build/report/json-value.js


const DEPTH = 50;
/** A value for the JSON report, with secrets hidden; `path` is the path of keys to it. */
function jsonValue(value, path, depth = 0) {
    const python = () => ({ python: (0,value_text/* valueText */.R)(value, path, 1000) });
    if (depth > DEPTH)
        return python();
    switch (value.t) {
        case "null":
            return null;
        case "bool":
            return value.v;
        case "int":
            return (0,value_text/* isHidden */.d)(path) || value.v > BigInt(Number.MAX_SAFE_INTEGER) || value.v < BigInt(Number.MIN_SAFE_INTEGER)
                ? python()
                : Number(value.v);
        case "float":
            return (0,value_text/* isHidden */.d)(path) || !Number.isFinite(value.v) ? python() : value.v;
        case "str":
            return (0,value_text/* isHidden */.d)(path) ? python() : (0,mask/* maskCommand */.Iq)(value.v);
        case "list":
            return value.v.map((item) => jsonValue(item, path, depth + 1));
        case "map": {
            const entries = value.v.flatMap(([key, item]) => key.t === "str" ? [[key.v, jsonValue(item, `${path}.${key.v}`, depth + 1)]] : []);
            return entries.length === value.v.length ? Object.fromEntries(entries) : python();
        }
        default:
            return python();
    }
}

// EXTERNAL MODULE: ./build/report/owners.js
var owners = __webpack_require__(76495);
// EXTERNAL MODULE: ./build/report/positions.js
var positions = __webpack_require__(70571);
;// CONCATENATED MODULE: ./build/report/json.js





/**
 * The review as plain data, ready for `JSON.stringify`: version 1 of the format that `docs/schema/review-1.json`
 * describes. Secrets are hidden. `timing` is the caller's: it stays out of everything that is compared.
 */
function reviewToJson(review, timing) {
    const places = (0,positions/* placesOf */.ek)(review);
    return {
        version: 1,
        tool: { name: review.tool.name, version: review.tool.version },
        base: review.base && { commit: review.base.commit },
        head: { commit: review.head.commit },
        conclusion: review.conclusion,
        counts: { error: review.counts.error, warning: review.counts.warning, notice: review.counts.notice },
        findings: review.findings.map((finding) => findingJson(finding, places)),
        dags: review.changes.map((change) => dagJson(change, review, places)),
        unreadable: review.head.discovery.undecided
            .filter(({ hides }) => hides.what === "sites")
            .map(({ at, why }) => ({ file: at.file, line: places.at(at, "head").line, reason: (0,mask/* maskMessage */.I1)(why) })),
        ...(timing ? { timing: { totalMs: timing.totalMs } } : {}),
    };
}
function findingJson(finding, places) {
    const side = (0,positions/* sideOf */.Jh)(finding);
    const { file, line, column, endLine, endColumn } = places.at(finding.at, side);
    const { dag, task } = finding.subject;
    return {
        rule: finding.rule,
        severity: finding.severity,
        effect: finding.effect,
        message: (0,mask/* maskMessage */.I1)(finding.message),
        advice: finding.advice === null ? null : (0,mask/* maskMessage */.I1)(finding.advice),
        file,
        line,
        column,
        endLine,
        endColumn,
        dag: dag ?? null,
        task: task ?? null,
        stops: [...finding.stops],
        state: finding.state,
        gates: finding.gates,
        baseline: finding.baseline,
        fingerprint: finding.fingerprint,
        related: finding.related.map(({ at, message }) => ({
            file: at.file,
            line: places.at(at, side).line,
            message: (0,mask/* maskMessage */.I1)(message),
        })),
        fix: finding.fix && {
            description: (0,mask/* maskMessage */.I1)(finding.fix.description),
            safe: finding.fix.safe,
            edits: finding.fix.edits.map(({ at, text }) => {
                const place = places.at(at, side);
                return {
                    file: at.file,
                    start: [place.line, place.column],
                    end: [place.endLine, place.endColumn],
                    text,
                };
            }),
            ...(finding.fix.renames ? { renames: finding.fix.renames.map(({ from, to }) => ({ from, to })) } : {}),
        },
    };
}
function dagJson(change, review, places) {
    const [project, side] = change.head || !review.base ? [review.head, "head"] : [review.base, "base"];
    const site = (change.head ?? change.base)?.site;
    const { airflow, gusty } = project.versions;
    const { added, removed, renamed, moved, changed } = change.tasks;
    return {
        id: change.id,
        path: site?.folder ?? "",
        airflow: airflow.version ?? String(airflow.major),
        gusty: gusty.version,
        entryPoint: site ? { file: site.declared.file, line: places.at(site.declared, side).line } : null,
        change: change.kind,
        hash: { base: change.hash.base, head: change.hash.head },
        tasks: {
            added: [...added],
            removed: [...removed],
            renamed: renamed.map(({ from, to }) => [from, to]),
            moved: moved.map(({ id, from, to }) => ({ id, from, to })),
            changed: changed.map(({ id, fields, code }) => ({ id, fields: fields.map(fieldJson), code })),
        },
        edges: {
            added: change.edges.added.map((edge) => [...edge]),
            removed: change.edges.removed.map((edge) => [...edge]),
        },
        settings: change.settings.map((field) => settingJson(field, change.head)),
        operators: change.operators.map(({ operator, files, tasks }) => ({
            operator,
            files: [...files],
            tasks: [...tasks],
        })),
        backfill: change.backfill && { ...change.backfill },
        files: [...change.files],
        migrated: change.migrated,
        filesMoved: change.filesMoved.map((pair) => [...pair]),
        risk: [...change.risk],
        downstream: change.downstream.map(({ dag, tasks }) => {
            const waiting = review.head.dags.find(({ id }) => id === dag);
            return { dag, tasks: [...tasks], owners: waiting ? (0,owners/* ownersOf */.K)(waiting) : [] };
        }),
        undecided: project.discovery.undecided.flatMap(({ at, expression, hides }) => hides.what === "argument" && hides.folder === site?.folder
            ? [{ path: hides.path, expression: (0,mask/* maskPython */.rS)(expression), file: at.file, line: places.at(at, side).line }]
            : []),
    };
}
/** A default argument also says how many tasks it reaches; `null` where that is not known. */
const settingJson = (field, head) => ({
    ...fieldJson(field),
    ...(head && field.path.startsWith("default_args.") ? { reaches: (0,default_args/* reachOfDefault */.o)(head, field.path) } : {}),
});
/** `from` or `to` is missing where the field is not set on that side; `null` is Python's `None`. */
const fieldJson = ({ path, from, to }) => ({
    path,
    ...(from ? { from: jsonValue(from, path) } : {}),
    ...(to ? { to: jsonValue(to, path) } : {}),
});


/***/ }),

/***/ 74346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ reviewProjects)
/* harmony export */ });
/* harmony import */ var _check_check_project_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5233);
/* harmony import */ var _check_judge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93556);
/* harmony import */ var _compare_compare_projects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12199);
/* harmony import */ var _compare_migrated_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96237);
/* harmony import */ var _emit_emit_dag_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(96031);
/* harmony import */ var _model_tool_version_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(96327);






/**
 * The whole review of one change: what differs, what is wrong, and the generated Python of both versions. With `base`
 * `null` it looks at `head` alone. Pure: the same projects give the same review.
 */
function reviewProjects(base, given) {
    const head = base ? (0,_compare_migrated_js__WEBPACK_IMPORTED_MODULE_3__/* .withMigrated */ .s)(base, given) : given;
    const changes = (0,_compare_compare_projects_js__WEBPACK_IMPORTED_MODULE_2__/* .compareProjects */ .i)(base ?? head, head);
    const findings = (0,_check_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeFindings */ .q)(base && (0,_check_check_project_js__WEBPACK_IMPORTED_MODULE_0__/* .checkProject */ .s)(base, null), (0,_check_check_project_js__WEBPACK_IMPORTED_MODULE_0__/* .checkProject */ .s)(head, base), {
        config: head.config,
        touched: new Set(changes.flatMap((change) => change.files)),
        texts: { base: base?.texts ?? null, head: head.texts },
    });
    return {
        tool: { name: "windsock", version: _model_tool_version_js__WEBPACK_IMPORTED_MODULE_5__/* .VERSION */ .x },
        base,
        head,
        changes,
        findings,
        generated: changes.map((change) => generatedPair(change, base, head)),
        counts: countsOf(findings),
        conclusion: findings.some((finding) => finding.gates) ? "failure" : "success",
    };
}
function generatedPair(change, base, head) {
    const emit = (dag, project) => dag && project ? (0,_emit_emit_dag_js__WEBPACK_IMPORTED_MODULE_4__/* .emitDag */ .o)(dag, { directory: project.config.generated.directory, texts: project.texts }) : null;
    const before = base ? emit(change.base, base) : null;
    const after = emit(change.head, head);
    return {
        dag: change.id,
        base: before?.ok ? before.file : null,
        head: after?.ok ? after.file : null,
        why: after && !after.ok ? after.why : before && !before.ok ? before.why : null,
    };
}
function countsOf(findings) {
    const present = findings.filter((finding) => finding.state !== "fixed");
    const count = (severity) => present.filter((finding) => finding.severity === severity).length;
    return { error: count("error"), warning: count("warning"), notice: count("notice") };
}


/***/ })

};
