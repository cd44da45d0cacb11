export const id = 599;
export const ids = [599];
export const modules = {

/***/ 93599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reviewChild: () => (/* binding */ reviewChild)
});

// EXTERNAL MODULE: ./build/github/client.js
var github_client = __webpack_require__(44463);
// EXTERNAL MODULE: ./build/github/git-repository.js
var git_repository = __webpack_require__(75563);
// EXTERNAL MODULE: ./build/github/rate-limit.js
var rate_limit = __webpack_require__(93408);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/build/read-project.js + 41 modules
var read_project = __webpack_require__(67090);
// EXTERNAL MODULE: ./build/config/read-config.js + 7 modules
var read_config = __webpack_require__(76870);
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

// EXTERNAL MODULE: ./build/build/deployments.js
var build_deployments = __webpack_require__(27487);
// EXTERNAL MODULE: ./build/config/deployments.js
var config_deployments = __webpack_require__(28547);
// EXTERNAL MODULE: ./build/discover/generated-place.js
var generated_place = __webpack_require__(64241);
// EXTERNAL MODULE: ./build/github/commit-files.js
var commit_files = __webpack_require__(29187);
// EXTERNAL MODULE: ./build/github/commit-generated.js
var commit_generated = __webpack_require__(33753);
// EXTERNAL MODULE: ./build/check/generated-files.js
var generated_files = __webpack_require__(72688);
// EXTERNAL MODULE: ./build/check/sites-open.js
var sites_open = __webpack_require__(72864);
// EXTERNAL MODULE: ./build/emit/emit-dag.js + 17 modules
var emit_dag = __webpack_require__(4978);
// EXTERNAL MODULE: ./build/model/path.js
var model_path = __webpack_require__(68575);
;// CONCATENATED MODULE: ./build/github/commit-plan.js





/**
 * What it takes to make the committed generated files those that the sources of one version give. Written are DAGs that
 * are known whole, over files with Windsock's mark or none. A file is deleted only where every DAG's place is known, no
 * DAG fails or is open, and the folder that the file names is gone. Nothing below `.github`. Each deployment has its own
 * folder of generated files.
 */
function planCommit(project, tree) {
    if (project.deployments !== undefined) {
        const plans = project.deployments.map((one) => planCommit(one, tree));
        return {
            additions: plans.flatMap(({ additions }) => additions),
            deletions: plans.flatMap(({ deletions }) => deletions),
        };
    }
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
/** The DAGs whose committed file is not what the sources of one version give, as the review of that version names them. */
function staleDags(project, tree) {
    return new Set((0,build_deployments/* deploymentsOf */.o)(project).flatMap((one) => {
        const { additions, deletions } = planCommit(one, tree);
        const ids = [...additions.map(({ dag }) => dag), ...deletions.map((file) => (0,model_path/* baseName */.Fl)(file).replace(/\.py$/, ""))];
        return ids.map((id) => (0,build_deployments/* nameIn */.ZC)(project.deployments === undefined ? null : (0,build_deployments/* deploymentName */.pC)(one), id));
    }));
}

;// CONCATENATED MODULE: ./build/github/commit-back.js






/**
 * Compares a branch head's generated files with its sources. A folder whose files an entry point would take for tasks is a
 * hindrance. `project` is the branch head compiled, never the merge result.
 */
async function planCommitBack(snapshot, project) {
    const plan = planCommit(project, snapshot.tree);
    const deployments = (0,build_deployments/* deploymentsOf */.o)(project).filter((one) => isChanged(planCommit(one, snapshot.tree)));
    const command = deployments.map(({ config }) => (0,config_deployments/* compileCommand */.z_)(config)).join(" && ");
    for (const { config } of deployments) {
        const { directory } = config.generated;
        const site = await (0,generated_place/* siteOfGeneratedFolder */.A)(snapshot, config, directory);
        if (site === null)
            continue;
        const hindrance = `Windsock did not commit the generated Python: \`${site.declared.file}\` would make tasks of what lies in \`${directory}\`. Choose another \`generated.directory\`.`;
        return { plan, hindrance, command };
    }
    return { plan, hindrance: null, command };
}
/**
 * `generated.commit: write`: compares the branch head's generated files with its sources, and commits what differs.
 * `branch` is the branch head compiled, never the merge result.
 */
async function commit_back_commitBack(places, target, branch) {
    const { plan, hindrance, command } = await planCommitBack(branch.snapshot, branch.project);
    if (!isChanged(plan))
        return { plan, outcome: null };
    if (hindrance !== null)
        return { plan, outcome: { what: "refused", why: hindrance } };
    // GitHub need not be asked, which a fork's token may not do either.
    if (target.fork)
        return { plan, outcome: { what: "refused", why: `${NOT_TO_A_FORK}${byHand(command)}` } };
    const { number, head } = target;
    const request = { repository: places.repository, number, head, plan, command };
    return { plan, outcome: await commitGenerated(places.client, request, places.second) };
}
/** True where a plan writes or deletes something. */
const isChanged = ({ additions, deletions }) => additions.length + deletions.length > 0;

// EXTERNAL MODULE: ./build/github/explain-error.js
var explain_error = __webpack_require__(798);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
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





/** How long GitHub is given to make the merge result of a push, in seconds, and how often it is asked. */
const MERGE_WAIT = 10;
const MERGE_PAUSE = 2;
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
/** One more commit of a repository, or `null` where the server has it no longer. */
async function fetchCommit(repository, commit) {
    try {
        await (0,git_repository/* fetchObjects */.rt)(repository, [commit], 1);
        const snapshot = await (0,git_snapshot/* openCommit */.Cg)(repository.reading, commit);
        const batches = await createBlobBatches(repository, [commit]);
        await batches.fetch([snapshot], isAlwaysRead);
        return batches.wrap(snapshot);
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.y)
            return null;
        throw error;
    }
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
        await (0,external_node_timers_promises_.setTimeout)(MERGE_PAUSE * repository.second);
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

// EXTERNAL MODULE: ./build/github/pace.js
var github_pace = __webpack_require__(74103);
;// CONCATENATED MODULE: ./build/github/review-target.js













/** Fetches the versions of a target into a repository. Throws a `UserError` where one cannot be had. */
async function openTarget({ client, repository, pace = github_pace/* PACE */.K }, own, target) {
    const mergeBase = mergeBaseBy(client, repository, pace.second);
    const versions = target.kind === "pull-request"
        ? await fetchPullRequest(own, target, { mergeBase, hasConflict: conflictBy(client, repository) })
        : await fetchPair(own, target, mergeBase);
    return { own, versions, config: (await (0,read_config/* readConfig */.Xg)(versions.base)).config };
}
/**
 * Fetches both versions by git, compiles them by the base's configuration and reviews them. Nothing is checked out and
 * nothing of the repository is run. Throws a `UserError` where a version cannot be had.
 */
async function reviewTarget(places, target) {
    const { repository, serverUrl, token, temp } = places;
    const pace = places.pace ?? PACE;
    const own = places.own ??
        (await createOwnRepository({
            parent: temp,
            url: `${serverUrl}/${repository.owner}/${repository.repo}.git`,
            token,
            objectFormat: target.head.length === 64 ? "sha256" : "sha1",
            alternate: places.objects ?? null,
            pace,
        }));
    try {
        const opened = await openTarget(places, own, target);
        const { versions, config } = opened;
        const written = target.kind === "pull-request" ? await writeGenerated(places, target, versions, config) : null;
        if (written?.outcome?.what !== "committed" || target.kind !== "pull-request") {
            return await reviewOpened(target, opened, { written });
        }
        const next = { ...target, head: written.outcome.oid, formerHead: target.head };
        const again = await openTarget(places, own, next);
        return await reviewOpened(next, { ...again, config }, { written });
    }
    finally {
        if (places.own === undefined)
            await rm(own.directory, { recursive: true, force: true });
    }
}
/** Compiles the versions of a target and reviews them. `acceptances` are those of the pull request. */
async function reviewOpened(target, { versions, config }, { written = null, acceptances = [] } = {}) {
    const [base, head] = await versions.batches.together(() => (0,read_project/* readProject */.W)(versions.base), () => readHead(versions.head, config));
    const review = (0,build_review/* reviewProjects */.j)(base, head, acceptances);
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
    const project = await readProject(versions.branch, { config });
    return commitBack({ ...places, second: (places.pace ?? PACE).second }, target, {
        snapshot: versions.branch,
        project,
    });
}
/** The DAGs that are stale in the merge result and not in the branch. */
async function staleByBase(review, versions, config) {
    const stale = review.findings.filter(({ rule, state }) => rule === "generated-stale" && state !== "fixed");
    if (stale.length === 0 || versions.compared !== "merge")
        return [];
    const project = await (0,read_project/* readProject */.W)(versions.branch, { config });
    const own = staleDags(project, versions.branch.tree);
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
const mergeBaseBy = (client, repository, second) => async (base, head) => {
    try {
        const request = { ...repository, basehead: `${base}...${head}`, per_page: 1 };
        const { data } = await (0,github_client/* askTwice */.g4)(() => client.rest.repos.compareCommitsWithBasehead(request), second);
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

// EXTERNAL MODULE: ./build/model/tool-version.js
var tool_version = __webpack_require__(96327);
// EXTERNAL MODULE: ./build/bot/pauses.js
var pauses = __webpack_require__(74287);
// EXTERNAL MODULE: ./build/check/judge.js
var judge = __webpack_require__(93556);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var lib_core = __webpack_require__(96421);
// EXTERNAL MODULE: ./build/report/annotations.js
var annotations = __webpack_require__(46241);
;// CONCATENATED MODULE: ./build/github/conclude.js


/** Prints one line of ours to the log. Nothing in it can be read as a command of the runner. */
function log(line) {
    core.info(`Windsock: ${conclude_printable(line)}`);
}
/** A line without control characters and without the runner's two command marks (`::` counts only at the start, `##[` anywhere). */
const conclude_printable = (line) => line.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").replaceAll("##[", "## [");
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
    core.setOutput("report-html", files.html);
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
    return (0,annotations.annotationsOf)(review, lines.lineOf).flatMap((annotation) => {
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
        commit: places.branch,
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
async function write_check_writeCheck(client, request, second = PACE.second) {
    let { summary } = request;
    let shortened = false;
    const shorten = () => {
        const { shorter } = request;
        if (shorter === undefined || shortened)
            return false;
        [summary, shortened] = [shorter, true];
        return true;
    };
    const output = (batch) => ({
        title: request.title,
        summary,
        annotations: request.annotations.slice(batch * BATCH, (batch + 1) * BATCH).map((annotation) => ({ ...annotation })),
    });
    const repeated = (send, found) => sendOnce(send, async () => {
        const run = await find(client, request);
        return run === null ? null : found(run);
    }, shorten, second);
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
/**
 * Sends a request; after a failure that may pass, `look` tells whether its effect is there all the same. `shorten` makes a
 * text shorter that GitHub finds too long; false where there is nothing shorter.
 */
async function sendOnce(send, look, shorten, second) {
    for (let round = 1;; round += 1) {
        try {
            const found = round === 1 ? null : await look();
            return found ?? (await send());
        }
        catch (error) {
            const again = isTooLong(error) ? shorten() : mayPassLater(error);
            if (!again || round === ROUNDS)
                throw error;
            await setTimeout(waitAfter(error, round) * second);
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

// EXTERNAL MODULE: ./build/github/write-comment.js
var write_comment = __webpack_require__(3609);
;// CONCATENATED MODULE: ./build/github/publish.js






/** The characters that the marker line may take. */
const MARKER_ROOM = 300;
/** Bytes of the check run's summary, with room for notes. */
const CHECK_SUMMARY = 64_000;
/** A text that GitHub finds too long all the same is written once more, at a quarter of the length. */
const SHORTER = 4;
/** The comment's text without its marker line. `conversation`: where the bot writes it. */
function commentText(request, length = comment.COMMENT_LIMIT) {
    const notes = (0,github_notes/* notesInMarkdown */.G2)(request.notes);
    const limit = length - MARKER_ROOM - notes.length;
    const instance = request.instance === null ? {} : { instance: request.instance };
    const conversation = request.conversation === undefined ? {} : { conversation: request.conversation };
    return (0,comment.renderComment)(request.reviewed.review, { limit, links: request.links, ...instance, ...conversation }) + notes;
}
/** Writes comment and check run. Never throws for what GitHub refuses: that becomes a line of `trouble`. */
async function publish(request) {
    const trouble = [];
    const fork = request.target?.fork ?? false;
    let comment = null;
    if (request.target !== null && request.when !== "never") {
        try {
            const { number, head, formerHead } = request.target;
            const { repository, instance } = request;
            const worth = isWorthAComment(request.reviewed.review, request.when);
            comment = await shorterIfTooLong(COMMENT_LIMIT, (length) => {
                const text = worth ? commentText(request, length) : null;
                const wanted = { repository, number, instance: instance ?? "default", head, formerHead, text, gone: GONE };
                return writeComment(request.client, wanted, request.second);
            });
        }
        catch (error) {
            trouble.push(explainError(error, { action: "comment on the pull request", permission: "pull-requests: write" }, fork));
        }
    }
    let checked = false;
    if (request.check !== null) {
        try {
            const { conclusion } = request.reviewed.review;
            const { summaryOf, ...check } = request.check;
            const summary = summaryOf(CHECK_SUMMARY);
            const shorter = summaryOf(Math.floor(CHECK_SUMMARY / SHORTER));
            const wanted = { repository: request.repository, conclusion, ...check, summary, shorter };
            await writeCheck(request.client, wanted, request.second);
            checked = true;
        }
        catch (error) {
            trouble.push(explainError(error, { action: "create its check run", permission: "checks: write" }, fork));
        }
    }
    return { comment, checked, trouble };
}
async function shorterIfTooLong(length, write) {
    try {
        return await write(length);
    }
    catch (error) {
        if (!isTooLong(error))
            throw error;
        return write(Math.floor(length / SHORTER));
    }
}

// EXTERNAL MODULE: ./build/report/diagram.js
var diagram = __webpack_require__(20050);
// EXTERNAL MODULE: ./build/report/document.js + 4 modules
var report_document = __webpack_require__(29934);
;// CONCATENATED MODULE: ./build/report/summary.js


/** A step's summary may hold 1 MiB ("Workflow commands", adding a job summary). */
const SUMMARY_LIMIT = 1_048_576;
const DIAGRAMS = 25;
/** The job summary: the comment's content with room for more. Same review, same bytes. */
function renderSummary(review, { limit = SUMMARY_LIMIT, links, instance, conversation }) {
    const render = (units) => (0,report_document/* renderDocument */.y)(review, {
        limit: units,
        links,
        instance,
        conversation,
        diagrams: DIAGRAMS,
        diagram: (change) => (0,diagram/* diagramOf */.f)(review, change),
    });
    const text = render(limit);
    // A UTF-16 unit is at most three bytes of UTF-8, so this always fits.
    return new TextEncoder().encode(text).length <= limit ? text : render(Math.floor(limit / 3));
}

// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(47342);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/rich.js
var rich = __webpack_require__(46781);
// EXTERNAL MODULE: ./build/check/waiting-ring.js
var waiting_ring = __webpack_require__(17699);
// EXTERNAL MODULE: ./build/config/nearest.js
var nearest = __webpack_require__(49445);
// EXTERNAL MODULE: ./build/draw/draw-change.js
var draw_change = __webpack_require__(66402);
// EXTERNAL MODULE: ./build/draw/draw-dag.js
var draw_dag = __webpack_require__(52044);
// EXTERNAL MODULE: ./build/draw/draw-dags.js
var draw_dags = __webpack_require__(56643);
// EXTERNAL MODULE: ./build/report/impact-words.js
var impact_words = __webpack_require__(59265);
// EXTERNAL MODULE: ./build/report/positions.js
var positions = __webpack_require__(70571);
// EXTERNAL MODULE: ./build/report/python-diff.js
var python_diff = __webpack_require__(30361);
// EXTERNAL MODULE: ./build/report/told.js
var report_told = __webpack_require__(23782);
// EXTERNAL MODULE: ./build/report/why-words.js
var why_words = __webpack_require__(20425);
// EXTERNAL MODULE: ./build/trace/find-subject.js
var find_subject = __webpack_require__(22070);
// EXTERNAL MODULE: ./build/trace/impact.js
var impact = __webpack_require__(8762);
// EXTERNAL MODULE: ./build/trace/why.js + 2 modules
var why = __webpack_require__(16346);
;// CONCATENATED MODULE: ./build/bot/answer-question.js
















/** Characters of an answer, so that it fits a comment of its own. */
const LONGEST = 60_000;
/** Lines of one list of an answer; fewer are tried where an answer is too long. */
const LINES = [60, 20, 5, 1];
/** Lines of a diff that are shown; fewer where they are too long. */
const DIFF_LINES = [1500, 500, 100, 10];
/** As telephones write it, too: they make one dash of two. */
const FROM = /\s+(?:--?|—|–)from\s+/;
/** The answer to `why`, `impact`, `graph` or `diff` as Markdown, of the version that a review has as head. */
function answerQuestion({ word, rest }, context) {
    const { review, links } = context;
    const places = { places: (0,positions/* placesOf */.ek)(review), links };
    switch (word) {
        case "why": {
            const [name = "", from] = rest.split(FROM, 2);
            return about(review, name.trim(), (to) => from === undefined
                ? shortest((0,why_words/* whyInWords */.xf)((0,why/* whyOf */.g)(review.head, to), places))
                : about(review, from.trim(), (start) => shortest((0,why_words/* whyBeforeInWords */.aX)((0,why/* whyBefore */.m)(review.head, start, to), places))));
        }
        case "impact":
            return about(review, rest, (subject) => shortest((0,impact_words/* impactInWords */.r)((0,impact/* impactOf */.u)(review.head, subject), review.head)));
        case "graph":
            return graph(review, rest);
        default:
            return ofDag(review, rest, (change) => diff(review, change));
    }
}
/** The answer with as many lines as it may have. */
const shortest = (told) => fitting(LINES, (most) => (0,report_told/* toldMarkdown */.n)(told, most));
function fitting(sizes, make) {
    for (const most of sizes) {
        const text = make(most);
        if (text.length <= LONGEST)
            return text;
    }
    return "The answer is too long for a comment.\n";
}
function about(review, name, answer) {
    const found = (0,find_subject/* findSubject */.o)(review.head, name);
    if (found.ok)
        return answer(found.subject);
    const near = found.near === null ? [] : [" Did you mean ", (0,rich/* code */.aY)(found.near), "?"];
    return `${(0,report_escape/* markdown */.wD)([...(0,rich/* richOf */.G9)(upperFirst(found.message)), ".", ...near])}\n`;
}
const upperFirst = (text) => text.charAt(0).toUpperCase() + text.slice(1);
function ofDag(review, id, answer) {
    // Of several deployments also without the deployment's name, where one alone has it.
    const [alone, another] = review.changes.filter(({ base, head }) => (head ?? base)?.site.id === id);
    const change = review.changes.find((one) => one.id === id) ?? (another === undefined ? alone : undefined);
    if (change !== undefined)
        return answer(change);
    const near = (0,nearest/* nearest */.p)(id, review.changes.map((one) => one.id));
    const meant = near === null ? [] : [" Did you mean ", (0,rich/* code */.aY)(near), "?"];
    return `${(0,report_escape/* markdown */.wD)(["There is no DAG ", (0,rich/* code */.aY)(id), ".", ...meant])}\n`;
}
function graph(review, id) {
    const options = { nodes: review.head.config.comment.nodes, direction: review.head.config.comment.direction };
    if (id === "") {
        const rings = (0,waiting_ring/* waitingRings */.$)(review.head).map((ring) => ring.map(({ dag }) => dag.id).reverse());
        return `${(0,diagram/* drawingMarkdown */.Y)((0,draw_dags/* drawDagGraph */.N)(review.head.dags, { ...options, rings }), "DAG")}\n`;
    }
    return ofDag(review, id, (change) => {
        const changed = change.kind !== "unchanged" && change.kind !== "affected";
        const dag = change.head ?? change.base;
        if (changed)
            return `${(0,diagram/* drawingMarkdown */.Y)((0,draw_change/* drawChange */.r)(change, options), "task")}\n`;
        return dag === null ? "There is nothing to draw.\n" : `${(0,diagram/* drawingMarkdown */.Y)((0,draw_dag/* drawDag */.B)(dag, options), "task")}\n`;
    });
}
function diff(review, change) {
    const part = (0,python_diff/* pythonPart */.q)(review, change);
    if (part === null || part.t === "same")
        return "The generated Python is the same.\n";
    if (part.t === "undecided")
        return `${(0,report_escape/* markdown */.wD)(["There is no generated Python: ", ...(0,rich/* richOf */.G9)(part.why)])}\n`;
    const [language, lines] = part.t === "new" ? ["python", part.text.replace(/\n$/, "").split("\n")] : ["diff", (0,python_diff/* pythonDiff */.W)(part)?.lines ?? null];
    if (lines === null)
        return "The generated Python differs too much to be compared.\n";
    return fitting(DIFF_LINES, (most) => {
        const left = lines.length - most;
        const rest = left > 0 ? `\n${left} lines more.\n` : "";
        return `${(0,report_escape/* fence */.EU)(language ?? "", lines.slice(0, most).join("\n"))}\n${rest}`;
    });
}

// EXTERNAL MODULE: ./build/bot/pull-memory.js
var pull_memory = __webpack_require__(11475);
;// CONCATENATED MODULE: ./build/bot/fold-answers.js




/**
 * Puts the answers to questions behind the comment's text, the newest open, while there is room below `limit` UTF-16 units;
 * the newest come first to it, and no more than `MOST_ANSWERS` fold. Where there is no comment, all answers stand apart.
 */
function foldAnswers(comment, questions, context, limit) {
    const made = questions.map((question) => ({ question, text: answerQuestion(question, context) }));
    let room = comment === null ? 0 : limit - comment.length;
    const folded = new Map();
    for (const [at, { question, text }] of [...made.entries()].slice(-pull_memory/* MOST_ANSWERS */.yp).reverse()) {
        const part = foldedAnswer(question, text, at === made.length - 1);
        if (part.length > room)
            continue;
        room -= part.length;
        folded.set(question.comment, part);
    }
    return {
        comment: comment && comment + made.map(({ question }) => folded.get(question.comment) ?? "").join(""),
        answers: made.map(({ question, text }) => ({
            comment: question.comment,
            text: `${(0,report_escape/* escapeCode */.tn)(said(question))}\n\n${text}`,
            apart: !folded.has(question.comment),
        })),
    };
}
const said = ({ word, rest }) => `/windsock ${word}${rest === "" ? "" : ` ${rest}`}`;
function foldedAnswer(question, text, open) {
    const summary = (0,report_escape/* html */.qy)([(0,rich/* code */.aY)(said(question)), " · ", (0,rich/* strong */.ko)(question.author)]);
    return `\n<details${open ? " open" : ""}><summary>${summary}</summary>\n\n${text}\n</details>\n`;
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./build/report/html/render-html.js + 9 modules
var render_html = __webpack_require__(40808);
;// CONCATENATED MODULE: ./build/bot/render-page.js


/** Characters of a report above which it has no page, and bytes of it compressed. */
const render_page_LONGEST = 32 * 1024 * 1024;
const LARGEST = 8 * 1024 * 1024;
/** Beside what the page says itself: it has no origin, so that not even its own script could reach this service. */
const SERVED = [
    "frame-ancestors 'none'",
    "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
];
/** The report as a page of the bot; `null` where it is too long for one. */
function renderPage(review, links) {
    const html = (0,render_html.renderHtml)(review, { links });
    if (html.length > render_page_LONGEST)
        return null;
    const content = (0,external_node_zlib_.gzipSync)(html);
    if (content.length > LARGEST)
        return null;
    return { policy: [render_html.CONTENT_SECURITY_POLICY, ...SERVED].join("; "), content: content.toString("base64") };
}

;// CONCATENATED MODULE: ./build/bot/render-review.js











/** Bytes of a check run's summary, with room for notes. */
const render_review_CHECK_SUMMARY = 64_000;
/** Findings that commands can name; the report shows fewer. */
const MOST_FINDINGS = 2000;
/** Renders a review for publishing, with the answers to questions as far as the comment has room for them. */
function renderReview({ repository, target, serverUrl }, work, reviewed, since) {
    const { review, lines } = reviewed;
    const linksTo = (report) => githubLinks({
        server: serverUrl,
        repository,
        branch: target.head,
        head: reviewed.headCommit,
        base: review.base?.commit ?? target.head,
        lines,
        source: null,
        report,
    });
    const page = work.page === null ? null : renderPage(review, linksTo(null));
    const links = linksTo(page === null ? work.report : work.page);
    const notes = (0,github_notes/* notesOf */.h$)(reviewed);
    const conversation = { since };
    const gating = (0,verdict/* severityCounts */.ur)(review.findings.filter(({ gates }) => gates));
    const when = review.head.config.comment.when ?? "changes";
    const text = comment_policy_isWorthAComment(review, when)
        ? commentText({ reviewed, links, instance: null, notes, conversation })
        : null;
    const answered = foldAnswers(text, work.questions, { review, links }, comment.COMMENT_LIMIT - MARKER_ROOM);
    return {
        conclusion: review.conclusion,
        title: [gating, (0,verdict/* changesInWords */.W1)(review)].filter((part) => part !== "").join(" · "),
        summary: renderSummary(review, { limit: render_review_CHECK_SUMMARY, links, conversation }) + (0,github_notes/* notesInMarkdown */.G2)(notes),
        comment: answered.comment,
        silent: when === "never",
        annotations: checkAnnotations(review, lines),
        actions: work.buttons ? buttonsOf(reviewed) : [],
        findings: review.findings
            .filter(({ state }) => state !== "fixed")
            .slice(0, MOST_FINDINGS)
            .map((finding) => ({ fingerprint: finding.fingerprint, digest: (0,judge/* findingDigest */.AK)(finding) })),
        answers: answered.answers,
        page,
    };
}
/** The buttons for which there is something to do. */
function buttonsOf({ review, movedByBase }) {
    const fresh = review.findings.filter(({ state, accepted }) => state === "new" && accepted === null);
    const stale = review.findings.some(({ rule, state, subject }) => rule === "generated-stale" && state !== "fixed" && !movedByBase.includes(subject.dag ?? ""));
    return [
        ...(fresh.some(({ fix }) => fix?.safe) ? ["fix"] : []),
        ...(stale && review.head.config.generated.commit !== "off" ? ["commit"] : []),
    ];
}

;// CONCATENATED MODULE: ./build/bot/since-reviews.js



/**
 * What is new since people's last reviews: the branch's newest commit compared with each commit that they reviewed, compiled
 * by the same configuration. Others' work on the base branch shows up only where the branch has merged it.
 */
async function sinceReviews({ own, versions, config }, reviewed) {
    if (reviewed.length === 0)
        return [];
    const branch = await (0,read_project/* readProject */.W)(versions.branch, { config });
    const since = [];
    for (const { commit, reviewers } of reviewed) {
        const snapshot = await fetchCommit(own, commit);
        const before = snapshot && (await (0,read_project/* readProject */.W)(snapshot, { config }));
        since.push({ commit, reviewers, review: before && (0,build_review/* reviewProjects */.j)(before, branch) });
    }
    return since;
}

// EXTERNAL MODULE: ./build/fix/fix-all.js + 1 modules
var fix_all = __webpack_require__(11460);
// EXTERNAL MODULE: ./build/fix/patch-text.js
var patch_text = __webpack_require__(41768);
// EXTERNAL MODULE: ./build/report/mask.js
var mask = __webpack_require__(92339);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
;// CONCATENATED MODULE: ./build/bot/work-out-commit.js









const NOTHING = { command: "", additions: [], deletions: [], nothing: null, done: [], patch: "" };
/** Characters of a patch that a comment may hold. */
const LONGEST_PATCH = 50_000;
/** The commit that brings a branch's generated Python to what its own sources give. */
async function workOutGenerated({ versions, config }) {
    if (config.generated.commit === "off") {
        const nothing = "This repository keeps no generated Python: `generated.commit` in its `windsock.yml` is `off`. Set it to `check` or `write` first.";
        return { ...NOTHING, nothing };
    }
    const project = await (0,read_project/* readProject */.W)(versions.branch, { config });
    const { plan, hindrance, command } = await planCommitBack(versions.branch, project);
    if (!isChanged(plan)) {
        return {
            ...NOTHING,
            nothing: "The generated Python is what the files of this branch give: there is nothing to commit.",
        };
    }
    if (hindrance !== null)
        return { ...NOTHING, nothing: (0,report_escape/* markdown */.wD)((0,rich/* richOf */.G9)(hindrance)) };
    const additions = plan.additions.map(({ path, text }) => ({ path, text }));
    return { ...NOTHING, command, additions, deletions: plan.deletions };
}
/** The commit that applies the safe fixes of what a pull request brings, but for what people have accepted. */
async function workOutFixes(target, opened, acceptances) {
    const { versions, config } = opened;
    const { review } = await reviewOpened(target, opened, { acceptances });
    const brought = new Set(review.findings.filter(({ state, accepted }) => state === "new" && accepted === null).map(identityOf));
    const read = (snapshot) => (0,read_project/* readProject */.W)(snapshot, { config });
    const fixed = await (0,fix_all/* fixAll */.t)(versions.branch, read, (finding) => brought.has(identityOf(finding)));
    // Workflows and the like are not Windsock's to write.
    const files = [...fixed.files].filter(([path, { from }]) => ![path, from].some((name) => /^\.git/i.test(name)));
    if (files.length === 0) {
        return { ...NOTHING, nothing: "There is nothing to fix: no finding that this pull request brings has a safe fix." };
    }
    const paths = new Set(files.map(([path]) => path));
    const patch = (0,patch_text/* patchText */.o)({ ...fixed, files: new Map(files) });
    const isSecret = files.some(([path, { before, after }]) => [before, after].some((text) => (0,mask/* maskFile */.Bl)(path, text) !== text));
    return {
        ...NOTHING,
        command: "windsock check --fix",
        additions: files.map(([path, { after }]) => ({ path, text: after })),
        deletions: files.flatMap(([path, { from }]) => (from === path || paths.has(from) ? [] : [from])),
        done: fixed.applied.map(({ at, fix, rule }) => (0,visible/* visibleLine */.P8)(`${at.file}: ${(0,mask/* maskMessage */.I1)(fix?.description ?? "")} (${rule})`)),
        patch: isSecret || patch.length > LONGEST_PATCH ? "" : patch,
    };
}
/** What tells a finding in the merge result and in the branch to be the same. */
const identityOf = ({ rule, at, subject, message }) => {
    const { dag = "", task = "", group = "", key = "" } = subject;
    return JSON.stringify([rule, at.file, dag, task, group, key, message]);
};

;// CONCATENATED MODULE: ./build/bot/review-child.js










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
        answer = await work(request);
    }
    catch (error) {
        const limitedUntil = (0,rate_limit/* rateLimitEnd */.j)(error, Date.now());
        if (limitedUntil !== null)
            answer = { ok: false, message: "GitHub's rate limit is used up", limitedUntil };
        else if (!(error instanceof user_error/* UserError */.y))
            throw error;
        else
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
async function work(request) {
    const { repository, target, token, serverUrl, apiUrl, mirror, work } = request;
    const deadline = AbortSignal.timeout(API_TIME);
    const client = (0,github_client/* createClient */.UU)({ token, apiUrl, userAgent: `windsock/${tool_version/* VERSION */.x}`, longestWait: pauses/* LONGEST_WAIT */.dX, deadline });
    const url = `${serverUrl}/${repository.owner}/${repository.repo}.git`;
    const own = await (0,git_repository/* openOwnRepository */.Ho)({ directory: mirror, url, token });
    const opened = await openTarget({ client, repository }, own, target);
    switch (work.kind) {
        case "commit":
            return { ok: true, commit: await workOutGenerated(opened) };
        case "fix":
            return { ok: true, commit: await workOutFixes(target, opened, work.acceptances) };
        case "review": {
            const reviewed = await reviewOpened(target, opened, { acceptances: work.acceptances });
            const since = await sinceReviews(opened, work.reviewed);
            return { ok: true, review: renderReview(request, work, reviewed, since) };
        }
    }
}


/***/ }),

/***/ 5233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ checkProject),
  O: () => (/* binding */ siftProject)
});

// EXTERNAL MODULE: ./build/build/deployments.js
var deployments = __webpack_require__(27487);
// EXTERNAL MODULE: ./build/discover/path-pattern.js
var path_pattern = __webpack_require__(98584);
// EXTERNAL MODULE: ./build/check/ignores.js
var ignores = __webpack_require__(31000);
// EXTERNAL MODULE: ./build/check/rules.js + 70 modules
var rules = __webpack_require__(77853);
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
/**
 * As `checkProject`, with the findings that files ignore, and their reasons. Of several deployments each is checked by
 * itself; what is said of a file that they share is said once.
 */
function siftProject(project, other) {
    if (project.deployments === undefined) {
        return (0,ignores/* siftIgnored */.rM)(project, other, [...acrossVersions(project, other, findAll)].sort(byPlace));
    }
    const sifted = (0,deployments/* pairDeployments */.Rz)(other, project).map(({ name, base, head }, index) => {
        const shared = index === 0 ? project.problems : [];
        const { findings, ignored } = siftProject({ ...head, problems: [...shared, ...head.problems] }, base);
        return {
            findings: findings.map((finding) => findingIn(name, finding)),
            ignored: ignored.map(({ finding, reason }) => ({ finding: findingIn(name, finding), reason })),
        };
    });
    return {
        findings: once(sifted.flatMap(({ findings }) => findings)).sort(byPlace),
        ignored: sifted.flatMap(({ ignored }) => ignored),
    };
}
/** A finding as it is told in a project of several deployments. */
const findingIn = (deployment, finding) => ({
    ...finding,
    subject: finding.subject.dag === undefined
        ? finding.subject
        : { ...finding.subject, dag: (0,deployments/* nameIn */.ZC)(deployment, finding.subject.dag) },
    stops: finding.stops.map((id) => (0,deployments/* nameIn */.ZC)(deployment, id)),
});
const once = (findings) => [
    ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];
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
/* harmony export */   AK: () => (/* binding */ findingDigest),
/* harmony export */   qJ: () => (/* binding */ judgeFindings),
/* harmony export */   us: () => (/* binding */ tellApart)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/**
 * Tells new findings from those that the base has too, and from those that this change mends, and says which gate: new
 * errors, or with `gate: touched` all errors in touched files, or with `gate: all` all; never one that the baseline or
 * a person accepts. With no base everything is new. In report order: what gates first, then by severity, then as given; mended
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
        const byPerson = acceptanceOf(told, options.acceptances);
        const gating = !baseline && byPerson === null && gates(told.finding, state, options);
        return { ...told.finding, fingerprint: told.fingerprint, state, baseline, accepted: byPerson, gates: gating };
    });
    const still = new Set(known.values());
    const fixed = before
        .filter((told) => !still.has(told))
        .map(({ finding, fingerprint }) => ({
        ...finding,
        fingerprint,
        state: "fixed",
        baseline: false,
        accepted: null,
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
/** A person's acceptance holds for the finding that they saw: with another text or severity it is another one. */
function acceptanceOf(told, acceptances) {
    const found = acceptances.find(({ fingerprint, digest }) => fingerprint === told.fingerprint && digest === findingDigest(told.finding));
    return found ? { by: found.by, reason: found.reason } : null;
}
/** What a finding says, as a hash: its place may move, its words and its weight may not. */
const findingDigest = ({ rule, effect, severity, subject, message }) => {
    const { dag = "", task = "", group = "", key = "" } = subject;
    return hash(JSON.stringify([rule, effect, severity, dag, task, group, key, message]));
};
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
/* harmony import */ var _discover_sites_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37915);


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

/***/ 52044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ drawDag)
/* harmony export */ });
/* unused harmony export drawCycle */
/* harmony import */ var _dag_scene_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11058);
/* harmony import */ var _draw_scene_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5267);
/* harmony import */ var _ring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65833);



/** The diagram of one DAG as it is. A cycle, if there is one, stands out. */
const drawDag = (dag, options) => (0,_draw_scene_js__WEBPACK_IMPORTED_MODULE_0__/* .drawScene */ .l)((0,_dag_scene_js__WEBPACK_IMPORTED_MODULE_1__/* .dagScene */ .Zy)(dag, (0,_ring_js__WEBPACK_IMPORTED_MODULE_2__/* .shortestRing */ .p)(dag.edges.map(({ up, down }) => [up, down]))), options);
/**
 * Only the tasks of a cycle, in their groups, with the edges between them; those of the cycle stand out. `ring` are task
 * ids in the order of the arrows.
 */
function drawCycle(dag, ring, options) {
    const scene = dagScene(dag, ring);
    const inside = new Set(ring);
    return drawScene({
        ...scene,
        nodes: scene.nodes.filter(({ key }) => inside.has(key)),
        edges: scene.edges.filter(({ up, down }) => inside.has(up) && inside.has(down)),
    }, options);
}


/***/ }),

/***/ 56643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ drawDagGraph)
/* harmony export */ });
/* harmony import */ var _dag_scene_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11058);
/* harmony import */ var _draw_scene_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5267);


/**
 * The graph between DAGs: an arrow from each DAG to those that wait for it. DAGs that are waited for but are not among
 * `dags` are drawn as outside. `nodes` is 40 and `direction` LR unless told otherwise. The arrows of `rings` (ids in the
 * order of the arrows, the last one leads back to the first) stand out: those DAGs wait for each other.
 */
function drawDagGraph(dags, options = {}) {
    const red = new Set((options.rings ?? []).flatMap((ring) => [...(0,_dag_scene_js__WEBPACK_IMPORTED_MODULE_1__/* .ringPairs */ .wd)(ring)]));
    const edges = new Map();
    for (const { id, externals } of dags) {
        for (const { dag } of externals) {
            const key = (0,_dag_scene_js__WEBPACK_IMPORTED_MODULE_1__/* .pairKey */ .Yz)(dag, id);
            edges.set(key, { up: dag, down: id, state: red.has(key) ? "ring" : "same" });
        }
    }
    const own = new Set(dags.map(({ id }) => id));
    const outside = new Set([...edges.values()].map(({ up }) => up).filter((id) => !own.has(id)));
    const node = (id) => ({
        key: id,
        label: id,
        note: null,
        state: "same",
        shape: outside.has(id) ? "outside" : "task",
        group: null,
        count: 1,
    });
    return (0,_draw_scene_js__WEBPACK_IMPORTED_MODULE_0__/* .drawScene */ .l)({
        nodes: [...own, ...[...outside].sort()].map(node),
        groups: [],
        edges: [...edges.values()],
        noun: ["DAG", "DAGs"],
    }, { nodes: options.nodes ?? 40, direction: options.direction ?? "LR" });
}


/***/ }),

/***/ 11460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ fixAll),
  j: () => (/* binding */ withTexts)
});

// EXTERNAL MODULE: ./build/check/check-project.js + 1 modules
var check_project = __webpack_require__(5233);
// EXTERNAL MODULE: ./build/fix/apply-edits.js
var apply_edits = __webpack_require__(64804);
;// CONCATENATED MODULE: ./build/fix/apply-renames.js
/**
 * The files that fixes rename, old name to new. Only files of the tree whose new name no other file has, and that no
 * second file is to get as well.
 */
function applyRenames(tree, fixes) {
    const wanted = new Map(fixes.flatMap((fix) => fix.renames ?? []).map(({ from, to }) => [from, to]));
    const targets = [...wanted.values()];
    return new Map([...wanted].filter(([from, to]) => tree.has(from) && !tree.has(to) && targets.filter((target) => target === to).length === 1));
}

;// CONCATENATED MODULE: ./build/fix/fix-all.js



/** Fixes may bring each other about; more rounds than these are not made. */
const MOST_ROUNDS = 10;
/**
 * Applies every safe fix of a version, reads the result again, and goes on until nothing is left to apply, so that a
 * second run changes nothing. `read` compiles a version; `wanted` says which findings count. Nothing is written.
 */
async function fixAll(snapshot, read, wanted = () => true) {
    const files = new Map();
    const applied = [];
    for (let round = 0; round < MOST_ROUNDS; round++) {
        const now = withTexts(snapshot, files);
        const project = await read(now);
        const safe = (0,check_project/* checkProject */.s)(project, null).filter((finding) => finding.fix?.safe && wanted(finding));
        const fixes = (0,apply_edits/* chooseFixes */.R)(project.texts, safe.flatMap(({ fix }) => (fix ? [fix] : []))).fixes;
        const changed = [...(0,apply_edits/* applyFixes */.y)(project.texts, fixes)].filter(([file, text]) => project.texts.get(file) !== text);
        const renamed = applyRenames(now.tree, fixes);
        if (changed.length === 0 && renamed.size === 0)
            break;
        const isDone = (fix) => fix !== null && fixes.includes(fix) && (fix.renames ?? []).every(({ from }) => renamed.has(from));
        applied.push(...safe.filter(({ fix }) => isDone(fix)));
        const start = (file) => {
            const text = project.texts.get(file) ?? "";
            return files.get(file) ?? { from: file, before: text, after: text };
        };
        for (const [file, after] of changed)
            files.set(file, { ...start(file), after });
        for (const [from, to] of renamed) {
            if (!project.texts.has(from))
                continue;
            files.set(to, start(from));
            files.delete(from);
        }
    }
    return { files, applied };
}
/** A version in which some files have another text, or another name. */
function withTexts(snapshot, files) {
    if (files.size === 0)
        return snapshot;
    const gone = new Set([...files.values()].map(({ from }) => from));
    const content = (text) => ({ ok: true, bytes: new TextEncoder().encode(text) });
    return {
        ...snapshot,
        commit: null,
        tree: new Map([
            ...[...snapshot.tree].filter(([path]) => !gone.has(path)),
            ...[...files.keys()].map((path) => [path, { kind: "file", oid: `fixed ${path}` }]),
        ].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
        load: async (paths) => {
            const others = await snapshot.load(paths.filter((path) => !files.has(path) && !gone.has(path)));
            const own = paths.flatMap((path) => {
                const file = files.get(path);
                if (!file && gone.has(path))
                    return [[path, { ok: false, why: "missing" }]];
                return file ? [[path, content(file.after)]] : [];
            });
            return new Map([...others, ...own]);
        },
    };
}


/***/ }),

/***/ 41768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ patchText)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94112);

/** The changes as a unified diff that `git apply` takes. */
const patchText = ({ files }) => [...files]
    .map(([path, { from, before, after }]) => {
    const patch = (0,diff__WEBPACK_IMPORTED_MODULE_0__/* .createTwoFilesPatch */ .ss)(`a/${from}`, `b/${path}`, before, after).replace(/^=+\n/, "");
    if (from === path)
        return patch;
    const head = `diff --git a/${from} b/${path}\nrename from ${from}\nrename to ${path}\n`;
    return before === after ? head : head + patch;
})
    .join("");


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



/** At most so many related places are named. */
const MOST_RELATED = 4;
/**
 * The new findings but those that people have accepted, and those that gate, as annotations, the most important first.
 * `lineOf` gives the line that a reader knows where it is not the reviewed version's; `null` where there is none.
 */
function annotationsOf(review, lineOf = (_, line) => line) {
    const places = (0,_positions_js__WEBPACK_IMPORTED_MODULE_1__/* .placesOf */ .ek)(review);
    return review.findings
        .filter(({ state, gates, accepted }) => accepted === null && (state === "new" || gates))
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
            message: [messageOf(finding), ...relatedOf(finding, places, lineOf)].join("\n"),
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
/** `dags/sales/refresh.yml:5: what it says`, a line each. */
const relatedOf = ({ related }, places, lineOf) => related.slice(0, MOST_RELATED).map(({ at, message }) => {
    const { file, line } = places.at(at, "head");
    const known = lineOf(file, line);
    return `${(0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLine */ .P8)(file)}${known === null ? "" : `:${known}`}: ${(0,_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .maskMessage */ .I1)((0,_visible_js__WEBPACK_IMPORTED_MODULE_2__/* .visibleLine */ .P8)(message))}`;
});


/***/ }),

/***/ 17554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   COMMENT_LIMIT: () => (/* binding */ COMMENT_LIMIT),
/* harmony export */   renderComment: () => (/* binding */ renderComment)
/* harmony export */ });
/* harmony import */ var _diagram_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20050);
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29934);


/** What one comment on GitHub may hold, in characters. */
const COMMENT_LIMIT = 65_536;
/** More diagrams than this make GitHub's page slow. */
const DIAGRAMS = 8;
/** The pull request's comment as GitHub Markdown, without the hidden marker. Same review, same bytes. */
const renderComment = (review, { limit = COMMENT_LIMIT, links, instance, conversation }) => (0,_document_js__WEBPACK_IMPORTED_MODULE_1__/* .renderDocument */ .y)(review, {
    limit,
    links,
    instance,
    conversation,
    diagrams: DIAGRAMS,
    diagram: (change) => (0,_diagram_js__WEBPACK_IMPORTED_MODULE_0__/* .diagramOf */ .f)(review, change),
});


/***/ }),

/***/ 20050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ drawingMarkdown),
/* harmony export */   f: () => (/* binding */ diagramOf)
/* harmony export */ });
/* harmony import */ var _draw_draw_change_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66402);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9924);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46781);



/** Signs that stand in the picture as they are; others are words for a look. */
const isSign = (sign) => sign.length === 1;
/** The diagram of a change as Markdown: Mermaid in its fence, and the legend under it. */
function diagramOf(review, change) {
    const { nodes, direction } = review.head.config.comment;
    return drawingMarkdown((0,_draw_draw_change_js__WEBPACK_IMPORTED_MODULE_0__/* .drawChange */ .r)(change, { nodes, direction }), "task");
}
/** A drawing as Markdown; `noun` is what it folds. */
function drawingMarkdown({ mermaid, legend, hidden }, noun) {
    const entries = legend.map(({ sign, meaning }) => [isSign(sign) ? (0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(sign) : sign, isSign(sign) ? ` ${meaning}` : `: ${meaning}`]);
    if (hidden > 0)
        entries.push([`${(0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(hidden, noun)} folded`]);
    const line = entries.length > 0 ? `\n<sub>${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy)((0,_rich_js__WEBPACK_IMPORTED_MODULE_1__/* .joinRich */ .Rz)(entries, " · "))}</sub>` : "";
    return `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_2__/* .fence */ .EU)("mermaid", mermaid)}${line}`;
}


/***/ }),

/***/ 29934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ renderDocument)
});

// EXTERNAL MODULE: ./build/report/accepted-markdown.js
var accepted_markdown = __webpack_require__(14354);
// EXTERNAL MODULE: ./build/report/budget.js
var budget = __webpack_require__(29542);
// EXTERNAL MODULE: ./build/report/dag-markdown.js
var dag_markdown = __webpack_require__(27577);
// EXTERNAL MODULE: ./build/report/dag-rows.js
var dag_rows = __webpack_require__(16769);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/finding-markdown.js
var finding_markdown = __webpack_require__(18470);
// EXTERNAL MODULE: ./build/report/footer.js
var footer = __webpack_require__(16692);
// EXTERNAL MODULE: ./build/report/impact.js
var impact = __webpack_require__(72577);
// EXTERNAL MODULE: ./build/report/rich.js
var rich = __webpack_require__(46781);
;// CONCATENATED MODULE: ./build/report/left-out.js


const KINDS = [
    "finding",
    "table row",
    "diagram",
    "list of changes",
    "diff of generated Python",
    "warning or notice",
];
const PLURALS = {
    finding: ["finding", "findings"],
    "table row": ["line of the table", "lines of the table"],
    diagram: ["diagram", "diagrams"],
    "list of changes": ["list of changes", "lists of changes"],
    "diff of generated Python": ["file of generated Python", "files of generated Python"],
    "warning or notice": ["warning or notice", "warnings and notices"],
};
/** Room that the longest note takes. */
const leftOutRoom = (report) => leftOutNote(new Map(KINDS.map((kind) => [kind, 99_999])), report).length;
/** What was left out for length, and where it is; empty where nothing was. */
function leftOutNote(leftOut, report) {
    const parts = KINDS.flatMap((kind) => {
        const number = leftOut.get(kind) ?? 0;
        const [one, many] = PLURALS[kind] ?? [kind, kind];
        return number > 0 ? [(0,rich/* count */.U9)(number, one, many)] : [];
    });
    if (parts.length === 0)
        return "";
    const where = ((0,report_escape/* escapeDestination */.CB)(report) ?? "").length <= 200 && report !== null
        ? [" See the ", (0,rich/* link */.nf)(report, "full report"), "."]
        : [];
    return `${(0,report_escape/* markdown */.wD)(["Left out for length: ", ...(0,rich/* listOf */.c3)(parts, KINDS.length), ".", ...where])}\n\n`;
}

// EXTERNAL MODULE: ./build/report/migrated-markdown.js
var migrated_markdown = __webpack_require__(5712);
// EXTERNAL MODULE: ./build/report/positions.js
var positions = __webpack_require__(70571);
// EXTERNAL MODULE: ./build/draw/draw-scene.js + 8 modules
var draw_scene = __webpack_require__(5267);
// EXTERNAL MODULE: ./build/draw/ring-scene.js
var ring_scene = __webpack_require__(9508);
// EXTERNAL MODULE: ./build/report/dag-rings.js
var dag_rings = __webpack_require__(53157);
// EXTERNAL MODULE: ./build/report/diagram.js
var diagram = __webpack_require__(20050);
;// CONCATENATED MODULE: ./build/report/ring-diagram.js




/** The diagrams, as Markdown, of the rings of DAGs among these findings; each made when it is asked for. */
function ringDiagrams(review, findings) {
    const { nodes, direction } = review.head.config.comment;
    return (0,dag_rings/* dagRings */.s)(review, findings).map(({ steps }) => () => (0,diagram/* drawingMarkdown */.Y)((0,draw_scene/* drawScene */.l)((0,ring_scene/* ringScene */.f)(steps), { nodes, direction }), "task"));
}

// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(47342);
;// CONCATENATED MODULE: ./build/report/since-markdown.js





/** Names that a line lists. */
const MOST_NAMES = 8;
/** Since one commit, in words. */
function sinceInWords({ reviewers, commit, review }) {
    const who = [
        ...(0,rich/* listOf */.c3)(reviewers.map((login) => (0,rich/* strong */.ko)(login)), MOST_NAMES),
        " reviewed ",
        (0,rich/* code */.aY)(commit.slice(0, 7)),
        ": ",
    ];
    if (review === null)
        return [...who, "that commit cannot be read any more, so nothing is known of what changed since"];
    const changed = review.changes.filter(({ kind }) => !["unchanged", "affected"].includes(kind));
    const names = changed.length === 0
        ? []
        : [
            " (",
            ...(0,rich/* listOf */.c3)(changed.map(({ id }) => (0,rich/* code */.aY)(id)), MOST_NAMES),
            ")",
        ];
    const fresh = review.findings.filter(({ state }) => state === "new");
    const fixed = review.findings.filter(({ state }) => state === "fixed");
    const rules = [...new Set(fresh.map(({ rule }) => rule))];
    return [
        ...who,
        ...(0,rich/* joinRich */.Rz)([
            [(0,verdict/* changesInWords */.W1)(review), ...names],
            ...(fresh.length > 0
                ? [[`${(0,verdict/* severityCounts */.ur)(fresh)} new (`, ...(0,rich/* listOf */.c3)((0,rich/* codes */.F4)(rules), MOST_NAMES), ")"]]
                : []),
            ...(fixed.length > 0 ? [[`${(0,verdict/* severityCounts */.ur)(fixed)} repaired`]] : []),
        ], "; "),
    ];
}
/** The foldable section of what changed since each reviewer's last review. */
function sinceSection(since, rank) {
    if (since.length === 0)
        return [];
    const children = since.map((one) => {
        return { what: "line on earlier reviews", steps: [(0,budget/* step */.P)(rank, () => `- ${(0,report_escape/* markdown */.wD)(sinceInWords(one))}\n`)] };
    });
    const title = ["Since the last review"];
    return [{ open: (0,dag_markdown/* details */.zH)(false, title), close: `\n${dag_markdown/* DETAILS_END */.XO}`, inOrder: true, children }];
}

;// CONCATENATED MODULE: ./build/report/table-markdown.js


const MARKS = {
    fails: "✖",
    changed: "~",
    added: "+",
    removed: "−",
    affected: "→",
    same: "=",
};
/** Text that no line break parts. */
const unbroken = (text) => text.replaceAll(" ", "\u00a0");
function columnsOf(places, links) {
    const dag = ({ change }) => {
        const shown = change.head ?? change.base;
        if (!shown)
            return [(0,rich/* code */.aY)(change.id)];
        const side = change.head ? "head" : "base";
        const { line } = places.at(shown.site.declared, side);
        const to = shown.metadataFile
            ? links.file(shown.metadataFile, 1, 1, side)
            : links.file(shown.site.declared.file, line, line, side);
        return [(0,rich/* link */.nf)(to, (0,rich/* code */.aY)(change.id))];
    };
    return [
        { title: "DAG", cell: dag },
        { title: "what changes", cell: (row) => row.what },
        { title: "schedule", cell: (row) => row.schedule },
        { title: "tasks", cell: (row) => [unbroken(row.tasks)] },
        { title: "edges", cell: (row) => [unbroken(row.edges)] },
        { title: "waiting for it", cell: (row) => row.waiting },
        { title: "owner", cell: (row) => row.owners },
    ];
}
/** The table of DAGs: its head, and a line for each row. Columns in which no row says anything are left out. */
function tableOf(rows, places, links) {
    const columns = columnsOf(places, links).filter(({ cell }) => rows.some((row) => (0,report_escape/* markdown */.wD)(cell(row)) !== ""));
    const line = (cells) => `| ${cells.join(" | ")} |\n`;
    return {
        head: line(["", ...columns.map(({ title }) => title)]) + line(["-", ...columns.map(() => "-")]),
        lines: rows.map((row) => line([`${MARKS[row.mark]}`, ...columns.map(({ cell }) => (0,report_escape/* markdown */.wD)(cell(row)))])),
    };
}

;// CONCATENATED MODULE: ./build/report/document.js
















const document_MARKS = { failure: "✖", warning: "⚠", success: "✔" };
/**
 * Ranks: what is filled first. Early findings, table rows and DAGs come before the long tail of them, so that a hundred
 * findings never hide the graph. `step` orders pieces of one kind.
 */
const RANK = {
    line: 1,
    full: 2,
    row: 3,
    words: 4,
    footer: 4.5,
    diagram: 5,
    other: 6,
    python: 7,
    otherFull: 8,
    tail: 9,
};
const EARLY = { findings: 20, rows: 40, dags: 8 };
/** The whole report as Markdown within its limit: pieces whole or left out, counted at the end. */
function renderDocument(review, options) {
    const { limit, links } = options;
    const context = {
        review,
        places: (0,positions/* placesOf */.ek)(review),
        links,
        fingerprints: options.conversation !== undefined,
    };
    const heading = headingOf(review, options);
    const [tool = [], ...footerRest] = (0,footer/* footerParts */.Sg)(review, links, options.conversation !== undefined);
    const nodes = [...body(review, context, options), footerNode(tool, footerRest)];
    const whole = (0,budget/* fill */.G)(nodes, limit - heading.length);
    if (whole.leftOut.size === 0)
        return heading + trimEnd(whole.text);
    const fullReport = links.artifacts?.[0]?.url ?? links.report;
    const filled = (0,budget/* fill */.G)(nodes, limit - heading.length - leftOutRoom(fullReport));
    const at = filled.text.lastIndexOf("<sub>");
    const place = at < 0 ? filled.text.length : at;
    return (heading + trimEnd(filled.text.slice(0, place) + leftOutNote(filled.leftOut, fullReport) + filled.text.slice(place)));
}
const trimEnd = (text) => `${text.replace(/\n+$/, "")}\n`;
/** Longer verdicts lose their names, so that the line is one. */
const LONGEST_HEADING = 340;
/** The first line: verdict, counts and commit, so that it can be read in a mail. */
function headingOf(review, { instance, links }) {
    const { mark, words } = (0,verdict/* verdictOf */.Vj)(review);
    const name = instance === undefined || instance === "default" ? [] : [(0,rich/* code */.aY)(instance), ": "];
    const commit = (links.commit ?? review.head.commit)?.slice(0, 7);
    const at = commit === undefined ? [] : [" · ", (0,rich/* code */.aY)(commit)];
    const line = `### ${document_MARKS[mark]} ${(0,report_escape/* markdown */.wD)([...name, ...words, ...at])}\n\n`;
    if (line.length <= LONGEST_HEADING)
        return line;
    const [first] = words;
    return `### ${document_MARKS[mark]} ${(0,report_escape/* markdown */.wD)([...(typeof first === "string" ? [first] : []), ...at])}\n\n`;
}
/** Rings of DAGs that are drawn, of the diagrams there may be. */
const MOST_RINGS = 2;
function body(review, context, options) {
    const main = review.findings.filter(impact/* isMain */.C);
    const others = review.findings.filter((finding) => finding.state === "new" && !(0,impact/* isMain */.C)(finding) && finding.accepted === null);
    const rows = (0,dag_rows/* dagRows */.c)(review);
    const rings = options.diagrams > 0 ? ringDiagrams(review, main).slice(0, MOST_RINGS) : [];
    return [
        mainFindings(main, context),
        ...rings.map((ring) => ({ what: "diagram", steps: [(0,budget/* step */.P)(RANK.diagram, () => `${ring()}\n\n`)] })),
        ...(rows.length > 0 ? [dagTable(rows, context)] : []),
        ...sinceSection(options.conversation?.since ?? [], RANK.words),
        ...(0,accepted_markdown/* acceptedSection */.V)(context, RANK.words),
        ...(0,migrated_markdown/* migratedSection */.z)(review.changes, context, RANK.words),
        ...dagSections(rows, context, { ...options, diagrams: Math.max(0, options.diagrams - rings.length) }),
        ...(others.length > 0 ? [otherFindings(others, context)] : []),
        ...knownFindings(review),
    ];
}
function mainFindings(findings, context) {
    const leaf = (finding, at) => {
        const lead = findings.length > 1 ? `${at + 1}. ` : "";
        const late = at < EARLY.findings ? 0 : RANK.tail;
        return {
            what: "finding",
            steps: [
                (0,budget/* step */.P)(RANK.line + late, () => `${(0,finding_markdown/* findingLine */.mC)(finding, lead, context, 300)}\n\n`),
                (0,budget/* step */.P)(RANK.full + late, () => `${(0,finding_markdown/* findingInFull */.eQ)(finding, lead, context)}\n\n`),
            ],
        };
    };
    return { open: "", close: "", inOrder: true, children: findings.map(leaf) };
}
function dagTable(rows, { places, links }) {
    const { head, lines } = tableOf(rows, places, links);
    const children = lines.map((text, at) => {
        return { what: "table row", steps: [(0,budget/* step */.P)(RANK.row + (at < EARLY.rows ? 0 : RANK.tail), () => text)] };
    });
    return { open: head, close: "\n", inOrder: true, children };
}
function dagSections(rows, context, options) {
    const changed = rows.filter(({ mark, change }) => mark !== "same" && change.kind !== "affected" && change.kind !== "removed");
    // Of many sections one is open: the first that tells what changes. Of a DAG that does not load that may not be known.
    const opened = Math.max(0, changed.findIndex(({ change }) => change.risk.length > 0));
    const sections = changed.map((row, at) => {
        const late = at < EARLY.dags ? 0 : RANK.tail;
        const ranks = { words: RANK.words + late, diagram: RANK.diagram + late, python: RANK.python + late };
        const diagram = at < options.diagrams ? () => options.diagram(row.change) : null;
        return (0,dag_markdown/* dagSection */.ip)(row, context, { open: at === opened || changed.length < 3, ranks, diagram });
    });
    if (changed.length <= options.diagrams)
        return sections;
    const note = `Diagrams are drawn for the first ${options.diagrams} of these DAGs.\n\n`;
    return [...sections, { what: "", steps: [(0,budget/* step */.P)(RANK.words, () => note)] }];
}
/** Warnings and notices: what does not gate. */
function otherFindings(findings, context) {
    const children = findings.map((finding) => {
        const lead = `${finding.severity}: `;
        return {
            what: "warning or notice",
            steps: [
                (0,budget/* step */.P)(RANK.other, () => `${(0,finding_markdown/* findingLine */.mC)(finding, lead, context, 300)}\n\n`),
                (0,budget/* step */.P)(RANK.otherFull, () => `${(0,finding_markdown/* findingInFull */.eQ)(finding, lead, context)}\n\n`),
            ],
        };
    });
    return { open: (0,dag_markdown/* details */.zH)(false, [(0,verdict/* severityCounts */.ur)(findings)]), close: dag_markdown/* DETAILS_END */.XO, inOrder: true, children };
}
/** Findings that say nothing of this change, and those that it repairs: counted. */
function knownFindings({ findings }) {
    const existing = findings.filter((finding) => finding.state === "existing" && !(0,impact/* isMain */.C)(finding) && finding.accepted === null);
    const fixed = findings.filter(({ state }) => state === "fixed");
    const sentences = [];
    if (existing.length > 0)
        sentences.push(`In the base already, so not listed: ${(0,verdict/* severityCounts */.ur)(existing)}.`);
    if (fixed.length > 0)
        sentences.push(`This change repairs ${(0,verdict/* severityCounts */.ur)(fixed)}.`);
    if (sentences.length === 0)
        return [];
    return [{ what: "", steps: [(0,budget/* step */.P)(RANK.row, () => `${(0,report_escape/* markdown */.wD)([sentences.join(" ")])}\n\n`)] }];
}
function footerNode(tool, rest) {
    const sub = (parts) => `<sub>${(0,report_escape/* html */.qy)((0,rich/* joinRich */.Rz)(parts, " · "))}</sub>\n`;
    return {
        what: "",
        steps: [(0,budget/* step */.P)(0, () => sub([tool])), (0,budget/* step */.P)(RANK.footer, () => sub([tool, ...rest]))],
    };
}


/***/ }),

/***/ 5712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ migratedInWords),
/* harmony export */   z: () => (/* binding */ migratedSection)
/* harmony export */ });
/* harmony import */ var _build_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27239);
/* harmony import */ var _model_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68575);
/* harmony import */ var _budget_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29542);
/* harmony import */ var _dag_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27577);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9924);
/* harmony import */ var _rich_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46781);






const sameness = ({ head }) => head !== null && (0,_build_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .isAsFarAsKnown */ .Dz)(head) ? "the same DAG as far as known" : "identical DAG";
/** What is said of one DAG that went from gusty to plain Python. */
const migratedInWords = (change) => [
    "Airflow loads ",
    (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(change.migrated ?? ""),
    ", byte for byte what ",
    (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(change.base?.site.folder ?? ""),
    " gave through gusty; the id stays, and so does the run history",
];
/** The section about DAGs that went from gusty to plain Python. */
function migratedSection(changes, { links }, rank) {
    const migrated = changes.filter((change) => change.migrated !== null);
    if (migrated.length === 0)
        return [];
    const line = (change) => {
        const to = links.file((0,_model_path_js__WEBPACK_IMPORTED_MODULE_3__/* .asPath */ .w2)(change.migrated ?? ""), 1);
        return migratedInWords(change).map((piece, at) => (at === 1 ? (0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)(to, piece) : piece));
    };
    const children = migrated.map((change) => {
        const text = () => `- ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_4__/* .paragraph */ .FY)([(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .strong */ .ko)((0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(change.id)), `: ${sameness(change)}, now from plain Python. `, ...line(change), "."])}\n`;
        return { what: "list of changes", steps: [(0,_budget_js__WEBPACK_IMPORTED_MODULE_5__/* .step */ .P)(rank, text)] };
    });
    const title = [(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .strong */ .ko)("From gusty to plain Python"), ` · ${(0,_rich_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(migrated.length, "DAG")}`];
    return [{ open: (0,_dag_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(true, title), close: `\n${_dag_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .DETAILS_END */ .XO}`, inOrder: true, children }];
}


/***/ }),

/***/ 74346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ reviewProjects)
/* harmony export */ });
/* harmony import */ var _build_deployments_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27487);
/* harmony import */ var _check_check_project_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5233);
/* harmony import */ var _check_judge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93556);
/* harmony import */ var _compare_compare_projects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50190);
/* harmony import */ var _compare_migrated_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96237);
/* harmony import */ var _emit_emit_dag_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4978);
/* harmony import */ var _model_tool_version_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(96327);







/**
 * The whole review of one change: what differs, what is wrong, and the generated Python of both versions. With `before`
 * `null` it looks at `after` alone. `acceptances` are of this pull request. Pure: the same input gives the same review.
 */
function reviewProjects(before, after, acceptances = []) {
    const [base, given] = before ? (0,_build_deployments_js__WEBPACK_IMPORTED_MODULE_5__/* .alignDeployments */ .Sx)(before, after) : [null, after];
    const head = base ? (0,_compare_migrated_js__WEBPACK_IMPORTED_MODULE_3__/* .withMigrated */ .s)(base, given) : given;
    const changes = (0,_compare_compare_projects_js__WEBPACK_IMPORTED_MODULE_2__/* .compareProjects */ .i)(base ?? head, head);
    const findings = (0,_check_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .judgeFindings */ .qJ)(base && (0,_check_check_project_js__WEBPACK_IMPORTED_MODULE_0__/* .checkProject */ .s)(base, null), (0,_check_check_project_js__WEBPACK_IMPORTED_MODULE_0__/* .checkProject */ .s)(head, base), {
        config: head.config,
        acceptances,
        touched: new Set(changes.flatMap((change) => change.files)),
        texts: { base: base?.texts ?? null, head: head.texts },
    });
    return {
        tool: { name: "windsock", version: _model_tool_version_js__WEBPACK_IMPORTED_MODULE_6__/* .VERSION */ .x },
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
    const before = change.base && base && emitIn(base, change.base);
    const after = change.head && emitIn(head, change.head);
    return {
        dag: change.id,
        base: before?.ok ? before.file : null,
        head: after?.ok ? after.file : null,
        why: after && !after.ok ? after.why : before && !before.ok ? before.why : null,
    };
}
/** The generated Python of a DAG in its own deployment, under the id by which the review tells it. */
function emitIn(project, dag) {
    for (const { config, dags, texts } of (0,_build_deployments_js__WEBPACK_IMPORTED_MODULE_5__/* .deploymentsOf */ .o)(project)) {
        const own = dags.find(({ site }) => site === dag.site);
        if (own === undefined)
            continue;
        const emitted = (0,_emit_emit_dag_js__WEBPACK_IMPORTED_MODULE_4__/* .emitDag */ .o)(own, { directory: config.generated.directory, texts });
        return emitted.ok ? { ...emitted, file: { ...emitted.file, dag: dag.id } } : emitted;
    }
    return null;
}
function countsOf(findings) {
    const present = findings.filter((finding) => finding.state !== "fixed");
    const count = (severity) => present.filter((finding) => finding.severity === severity).length;
    return { error: count("error"), warning: count("warning"), notice: count("notice") };
}


/***/ }),

/***/ 8762:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ impactOf)
/* harmony export */ });
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59347);
/* harmony import */ var _subject_tasks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1529);


/** Everything that comes after a task, all tasks of a group or a whole DAG, in other DAGs too, through their sensors. */
function impactOf(project, subject) {
    const links = (0,_links_js__WEBPACK_IMPORTED_MODULE_0__/* .indexLinks */ .e)(project);
    const start = (0,_subject_tasks_js__WEBPACK_IMPORTED_MODULE_1__/* .tasksOfSubject */ .M)(subject);
    const reached = new Set();
    const asked = new Set(start.map(_links_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOfTask */ .a));
    const found = new Map();
    found.set(subject.dag.id, { distance: 0, sensors: new Map() });
    let row = start;
    // By rows of DAGs: all of one DAG is followed before the next one is entered, so that distances are the least.
    for (let distance = 1; row.length > 0; distance += 1) {
        const next = [];
        const waiting = [...row];
        for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) {
            for (const { down, via, whole } of links.after(task)) {
                const key = (0,_links_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOfTask */ .a)(down);
                if (via === "waits") {
                    const entry = found.get(down.dag) ?? { distance, sensors: new Map() };
                    found.set(down.dag, entry);
                    const target = whole ? null : task.task;
                    if (down.dag !== subject.dag.id) {
                        entry.sensors.set(JSON.stringify([down.task, target]), { sensor: down.task, dag: task.dag, task: target });
                    }
                }
                if (reached.has(key))
                    continue;
                reached.add(key);
                if (asked.has(key))
                    continue;
                if (via === "waits")
                    next.push(down);
                else
                    waiting.push(down);
            }
        }
        row = next;
    }
    const dags = project.dags.flatMap((dag) => {
        const entry = found.get(dag.id);
        if (entry === undefined)
            return [];
        // Two files may give one id, in a DAG that does not load.
        const tasks = [...new Set(dag.tasks.map(({ id }) => id))].filter((id) => {
            const key = (0,_links_js__WEBPACK_IMPORTED_MODULE_0__/* .keyOfTask */ .a)({ dag: dag.id, task: id });
            return reached.has(key) && !asked.has(key);
        });
        return [{ dag: dag.id, tasks, sensors: [...entry.sensors.values()], distance: entry.distance }];
    });
    return { subject, dags: dags.sort((a, b) => a.distance - b.distance || (a.dag < b.dag ? -1 : 1)) };
}


/***/ })

};
