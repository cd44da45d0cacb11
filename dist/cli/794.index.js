export const id = 794;
export const ids = [794];
export const modules = {

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

/***/ 45794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  demo: () => (/* binding */ demo)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/review.js
var build_review = __webpack_require__(74346);
// EXTERNAL MODULE: ./build/snapshot/user-error.js
var user_error = __webpack_require__(35357);
// EXTERNAL MODULE: ./build/snapshot/git.js + 1 modules
var snapshot_git = __webpack_require__(83776);
;// CONCATENATED MODULE: ./build/cli/demo/orders-daily.js
/** The DAG `orders_daily` of the sample project on `main`: extract, load, clean, check, publish. */
const ordersDaily = {
    "dags/orders_daily/METADATA.yml": `description: Orders of the shop, loaded, cleaned and published every night.
schedule: 0 2 * * *
start_date: !datetime [2024, 1, 1]
catchup: false
tags: [shop]
default_args:
  owner: shop-data
  retries: 1
  retry_delay: !timedelta "minutes: 5"
`,
    "dags/orders_daily/extract.py": `# ---
# python_callable: extract
# op_kwargs:
#   day: "{{ ds }}"
# ---
"""Copies one day of orders, customers and returns from the shop to the landing zone."""

TABLES = ["orders", "customers", "returns"]


def extract(day):
    for table in TABLES:
        print(f"copy shop.{table} of {day} to landing/{table}/{day}.parquet")
`,
    "dags/orders_daily/load/METADATA.yml": `tooltip: From the landing zone into the warehouse, one task a table.
dependencies:
  - extract
`,
    "dags/orders_daily/load/load_orders.sql": loadTable("orders"),
    "dags/orders_daily/load/load_customers.sql": loadTable("customers"),
    "dags/orders_daily/load/load_returns.sql": `---
operator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator
conn_id: warehouse
pool: warehouse
execution_timeout: !timedelta "minutes: 30"
---

insert into staging.returns (order_id, returned_at, reason, amount)
select order_id, returned_at, reason, amount
from landing.returns
where day = '{{ ds }}'
`,
    "dags/orders_daily/clean.sql": `---
operator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator
conn_id: warehouse
dependencies:
  - load_orders
  - load_returns
---

insert into clean.orders
select orders.*, returns.amount as returned
from staging.orders as orders
left join staging.returns as returns using (order_id)
where orders.day = '{{ ds }}'
`,
    "dags/orders_daily/enrich.sql": `---
operator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator
conn_id: warehouse
dependencies:
  - clean
  - load_customers
---

insert into mart.orders
select orders.*, customers.segment, customers.country
from clean.orders as orders
join staging.customers as customers using (customer_id)
where orders.day = '{{ ds }}'
`,
    "dags/orders_daily/quality/METADATA.yml": `tooltip: Fails where the numbers cannot be right.
dependencies:
  - clean
`,
    "dags/orders_daily/quality/row_count.py": `# ---
# python_callable: check_rows
# ---
def check_rows():
    print("clean.orders has as many rows as the shop has orders")
`,
    "dags/orders_daily/quality/null_keys.yml": `operator: airflow.operators.bash.BashOperator
bash_command: ./bin/check-nulls clean.orders order_id customer_id
`,
    "dags/orders_daily/publish.yml": `operator: airflow.operators.bash.BashOperator
bash_command: ./bin/publish mart.orders --day {{ ds }}
dependencies:
  - enrich
`,
};
function loadTable(table) {
    return `---
operator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator
conn_id: warehouse
pool: warehouse
---

insert into staging.${table}
select *
from landing.${table}
where day = '{{ ds }}'
`;
}

;// CONCATENATED MODULE: ./build/cli/demo/sales-and-finance.js
/** The DAG `sales` of the sample project on `main`: waits for the orders, refreshes its tables, reports. */
const sales = {
    "dags/sales/METADATA.yml": `description: Sales by region and segment.
schedule: 0 2 * * *
start_date: !datetime [2024, 1, 1]
catchup: false
tags: [sales]
external_dependencies:
  - orders_daily: publish
default_args:
  owner: sales-analytics
  retries: 2
`,
    "dags/sales/regions/METADATA.yml": `tooltip: One table a region.
`,
    "dags/sales/regions/europe.sql": region("europe"),
    "dags/sales/regions/america.sql": region("america"),
    "dags/sales/refresh.yml": `operator: airflow.operators.bash.BashOperator
bash_command: ./bin/refresh-dashboards sales
dependencies:
  - regions
`,
    "dags/sales/report.sql": `---
operator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator
conn_id: warehouse
dependencies:
  - refresh
---

insert into report.sales
select region, segment, sum(amount) as amount
from mart.sales
group by region, segment
`,
    "dags/sales/mail_report.yml": `operator: airflow.operators.bash.BashOperator
bash_command: ./bin/mail report.sales --to sales@example.com
dependencies:
  - report
`,
};
/** The DAG `finance` of the sample project on `main`: waits for orders and for the sales report, closes the books. */
const finance = {
    "dags/finance/METADATA.yml": `description: Revenue and taxes, closed once a day.
schedule: 0 2 * * *
start_date: !datetime [2024, 1, 1]
catchup: false
tags: [finance]
default_args:
  owner: finance
  retries: 2
`,
    "dags/finance/revenue.sql": `---
operator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator
conn_id: warehouse
external_dependencies:
  - orders_daily: publish
  - sales: report
---

insert into finance.revenue
select day, sum(amount) - sum(returned) as revenue
from mart.orders
group by day
`,
    "dags/finance/taxes.sql": `---
operator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator
conn_id: warehouse
dependencies:
  - revenue
---

insert into finance.taxes
select day, revenue * 0.19 as vat
from finance.revenue
`,
    "dags/finance/exchange_rates.yml": `operator: airflow.operators.bash.BashOperator
bash_command: ./bin/fetch-rates --day {{ ds }}
`,
    "dags/finance/close.yml": `operator: airflow.operators.bash.BashOperator
bash_command: ./bin/close-books --day {{ ds }}
dependencies:
  - taxes
  - exchange_rates
`,
};
function region(name) {
    return `---
operator: airflow.providers.common.sql.operators.sql.SQLExecuteQueryOperator
conn_id: warehouse
---

insert into mart.sales
select '${name}' as region, segment, amount
from mart.orders
where region = '${name}'
`;
}

;// CONCATENATED MODULE: ./build/cli/demo/project.js


/** The sample project as it is on `main`, by path. */
const project = {
    "README.md": `# Data of the shop

Three DAGs, written as files for [gusty](https://github.com/pipeline-tools/gusty). This repository was made by
\`windsock demo\`.
`,
    "requirements.txt": `apache-airflow==2.11.2
apache-airflow-providers-common-sql
gusty==0.23.1
`,
    "dags/dags.py": `"""Every folder beside this file is a DAG."""

import os

from gusty import create_dag

DAGS = os.path.dirname(os.path.abspath(__file__))

for name in sorted(os.listdir(DAGS)):
    folder = os.path.join(DAGS, name)
    if os.path.isdir(folder) and not name.startswith("__"):
        globals()[name] = create_dag(
            folder,
            latest_only=False,
            wait_for_defaults={"poke_interval": 60, "timeout": 7200, "mode": "reschedule"},
        )
`,
    ...ordersDaily,
    ...sales,
    ...finance,
};

;// CONCATENATED MODULE: ./build/cli/demo/pull-request.js

/** The branch of the sample's pull request. */
const BRANCH = "hourly-orders";
/**
 * The sample's pull request: orders come every hour, and refunds replace returns. Three slips are in it: a misspelt
 * dependency (`load_order`), a cycle (`refresh` and `report`), and two files that give one task id (`taxes`).
 */
const pullRequest = [
    {
        message: "Load orders every hour",
        files: {
            "dags/orders_daily/METADATA.yml": edit("dags/orders_daily/METADATA.yml", [
                ["cleaned and published every night", "cleaned and published every hour"],
                ["schedule: 0 2 * * *", "schedule: 0 * * * *"],
                ["retries: 1", "retries: 3"],
            ]),
        },
    },
    {
        message: "The shop calls them refunds now",
        files: {
            "dags/orders_daily/load/load_returns.sql": null,
            "dags/orders_daily/load/load_refunds.sql": edit("dags/orders_daily/load/load_returns.sql", [
                ["into staging.returns", "into staging.refunds"],
                ["from landing.returns", "from landing.refunds"],
            ]),
            "dags/orders_daily/extract.py": edit("dags/orders_daily/extract.py", [
                ["customers and returns", "customers and refunds"],
                ['"customers", "returns"]', '"customers", "refunds"]'],
            ]),
            "dags/orders_daily/clean.sql": edit("dags/orders_daily/clean.sql", [
                ["  - load_orders\n  - load_returns", "  - load_order\n  - load_refunds"],
                ["returns.amount as returned", "refunds.amount as returned"],
                ["staging.returns as returns", "staging.refunds as refunds"],
            ]),
        },
    },
    {
        message: "Publish only what passed the checks, and tell the shop",
        files: {
            "dags/orders_daily/quality/null_keys.yml": null,
            "dags/orders_daily/publish.yml": edit("dags/orders_daily/publish.yml", [
                ["  - enrich\n", "  - enrich\n  - quality\n"],
            ]),
            "dags/orders_daily/notify_shop.yml": `operator: airflow.operators.bash.BashOperator
bash_command: ./bin/notify shop --text "orders are published"
dependencies:
  - publish
`,
        },
    },
    {
        message: "Refresh the dashboards after the report",
        files: {
            "dags/sales/refresh.yml": edit("dags/sales/refresh.yml", [["  - regions\n", "  - regions\n  - report\n"]]),
        },
    },
    {
        message: "Taxes by country",
        files: {
            "dags/finance/taxes.yml": `operator: airflow.operators.bash.BashOperator
bash_command: ./bin/taxes --by country --day {{ ds }}
dependencies:
  - revenue
`,
        },
    },
];
/** A file of `main` with texts replaced, each of which must be there once. */
function edit(path, replacements) {
    return replacements.reduce((text, [from, to]) => {
        const parts = text.split(from);
        if (parts.length !== 2)
            throw new Error(`${path} holds "${from}" ${parts.length - 1} times`);
        return parts.join(to);
    }, project[path] ?? "");
}

;// CONCATENATED MODULE: ./build/cli/demo/make-repository.js





const PERSON = { name: "Ada Example", email: "ada@example.com" };
/**
 * Makes the sample repository in `folder`, which it creates: `main`, and the branch of the pull request, checked out.
 * Neither the user's git configuration nor the clock plays a part: the commit ids are always the same.
 */
async function makeRepository(folder) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    const commits = [{ message: "Orders, sales and finance", files: project }, ...pullRequest];
    for (const [index, commit] of commits.entries()) {
        const git = await (0,snapshot_git/* createGit */.lD)({ directory: folder, own: true, environment: author(index) });
        if (index === 0)
            await git.output(["-c", "init.defaultBranch=main", "init", "-q", "--template=", "--object-format=sha1"]);
        if (index === 1)
            await git.output(["checkout", "-q", "-b", BRANCH]);
        for (const [path, text] of Object.entries(commit.files))
            await write((0,external_node_path_.join)(folder, path), text);
        await git.output(["add", "--all", "."]);
        await git.output(["commit", "-q", "-m", commit.message]);
    }
}
async function write(path, text) {
    if (text === null)
        return (0,promises_.rm)(path);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    await (0,promises_.writeFile)(path, text);
}
function author(index) {
    const date = `2024-05-06T0${index}:00:00+00:00`;
    return {
        GIT_AUTHOR_NAME: PERSON.name,
        GIT_AUTHOR_EMAIL: PERSON.email,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: PERSON.name,
        GIT_COMMITTER_EMAIL: PERSON.email,
        GIT_COMMITTER_DATE: date,
    };
}

// EXTERNAL MODULE: ./build/cli/generated-files.js
var generated_files = __webpack_require__(56462);
// EXTERNAL MODULE: ./build/cli/read-versions.js + 6 modules
var read_versions = __webpack_require__(60613);
// EXTERNAL MODULE: ./build/cli/render-review.js
var render_review = __webpack_require__(61998);
// EXTERNAL MODULE: ./build/cli/say.js
var cli_say = __webpack_require__(2486);
;// CONCATENATED MODULE: ./build/cli/commands/demo.js











/** `windsock demo`: 0, although the sample's pull request has errors. */
async function demo(host, options) {
    const say = (0,cli_say/* createSay */.I)(host, options);
    const folder = await emptyFolder(host, options.dir);
    const repository = (0,external_node_path_.join)(folder, "shop");
    say.step("making the sample repository");
    await makeRepository(repository);
    const { base, head } = await (0,read_versions/* readVersions */.q)(host, { ...options, repo: repository, base: "main", head: BRANCH }, say);
    say.step("comparing and checking");
    const review = (0,build_review/* reviewProjects */.j)(base, head);
    const markdown = (0,external_node_path_.join)(folder, "review.md");
    await (0,promises_.writeFile)(markdown, await (0,render_review/* renderReview */.F)(review, "markdown", host, options));
    const html = (0,external_node_path_.join)(folder, "review.html");
    await (0,promises_.writeFile)(html, await (0,render_review/* renderReview */.F)(review, "html", host, options));
    const generated = (0,external_node_path_.join)(folder, "generated");
    const write = async (side, files) => {
        for (const file of files)
            if (file !== null)
                await (0,generated_files/* writeGenerated */.nF)((0,external_node_path_.join)(generated, side), file);
    };
    await write("base", review.generated.map((pair) => pair.base));
    await write("head", review.generated.map((pair) => pair.head));
    say.done();
    host.out(await (0,render_review/* renderReview */.F)(review, "text", host, options));
    host.out(`
The repository        ${repository}  (branch ${BRANCH}, to merge into main)
The comment           ${markdown}
The HTML report       ${html}
The generated Python  ${generated}  (base and head; a DAG that fails has none)

Try next:
  ${host.command} graph orders_daily --changed --repo ${repository}
  ${host.command} compile --ref main --out ${(0,external_node_path_.join)(folder, "compiled")} --repo ${repository}
  ${host.command} explain unknown-dependency
  mend dags/orders_daily/clean.sql there, and run: ${host.command} review --repo ${repository}
`);
    return 0;
}
async function emptyFolder(host, named) {
    if (named === undefined)
        return (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "windsock-demo-"));
    const folder = (0,external_node_path_.resolve)(host.cwd, named);
    await (0,promises_.mkdir)(folder, { recursive: true });
    if ((await (0,promises_.readdir)(folder)).length > 0)
        throw new user_error/* UserError */.y(`\`${named}\` is not empty`, "Name another folder: --dir DIR.");
    return folder;
}


/***/ }),

/***/ 56462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YP: () => (/* binding */ standingOf),
/* harmony export */   gU: () => (/* binding */ generatedNames),
/* harmony export */   nF: () => (/* binding */ writeGenerated)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _emit_preamble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32727);
/* harmony import */ var _model_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68575);




/** Compares a generated file with what is at its place. `foreign`: something that Windsock did not write. */
async function standingOf(directory, file) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, (0,_model_path_js__WEBPACK_IMPORTED_MODULE_3__/* .baseName */ .Fl)(file.path));
    const stat = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(path).catch(() => null);
    if (stat === null)
        return "missing";
    if (!stat.isFile())
        return "foreign";
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8");
    if (text === file.text)
        return "same";
    return isGenerated(text) ? "stale" : "foreign";
}
/** Writes a generated file into a folder, which is made if it is missing. */
async function writeGenerated(directory, file) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(directory, { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, (0,_model_path_js__WEBPACK_IMPORTED_MODULE_3__/* .baseName */ .Fl)(file.path)), file.text);
}
/** Names of the files in a folder that Windsock wrote, sorted. */
async function generatedNames(directory) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory, { withFileTypes: true }).catch(() => []);
    const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".py")).map((entry) => entry.name);
    const found = await Promise.all(names.map(async (name) => (isGenerated(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name), "utf8")) ? [name] : [])));
    return found.flat().sort();
}
const isGenerated = (text) => text.startsWith(_emit_preamble_js__WEBPACK_IMPORTED_MODULE_2__/* .GENERATED_MARK */ .i);


/***/ }),

/***/ 61998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ renderReview)
/* harmony export */ });
/* harmony import */ var _write_output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55558);

/** A review in the format that was asked for. Loads only what that format needs. */
async function renderReview(review, format, host, options) {
    switch (format) {
        case "text":
            return (await Promise.all(/* import() */[__webpack_require__.e(670), __webpack_require__.e(266), __webpack_require__.e(951), __webpack_require__.e(920)]).then(__webpack_require__.bind(__webpack_require__, 13920))).renderText(review, (0,_write_output_js__WEBPACK_IMPORTED_MODULE_0__/* .textStyle */ .X)(host, options));
        case "markdown": {
            const [{ renderComment }, { noLinks }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(670), __webpack_require__.e(266), __webpack_require__.e(951), __webpack_require__.e(402), __webpack_require__.e(554)]).then(__webpack_require__.bind(__webpack_require__, 17554)),
                __webpack_require__.e(/* import() */ 6).then(__webpack_require__.bind(__webpack_require__, 51006)),
            ]);
            return renderComment(review, { links: noLinks });
        }
        case "json":
            return `${JSON.stringify((await __webpack_require__.e(/* import() */ 665).then(__webpack_require__.bind(__webpack_require__, 9665))).reviewToJson(review), null, 2)}\n`;
        case "html":
            return (await Promise.all(/* import() */[__webpack_require__.e(670), __webpack_require__.e(266), __webpack_require__.e(951), __webpack_require__.e(808), __webpack_require__.e(21)]).then(__webpack_require__.bind(__webpack_require__, 40808))).renderHtml(review);
        case "sarif":
            return `${JSON.stringify((await __webpack_require__.e(/* import() */ 150).then(__webpack_require__.bind(__webpack_require__, 35150))).reviewToSarif(review), null, 2)}\n`;
        case "junit":
            return (await __webpack_require__.e(/* import() */ 227).then(__webpack_require__.bind(__webpack_require__, 44227))).renderJunit(review);
        case "github": {
            const [{ annotationsOf }, { workflowCommands }] = await Promise.all([
                __webpack_require__.e(/* import() */ 241).then(__webpack_require__.bind(__webpack_require__, 46241)),
                __webpack_require__.e(/* import() */ 141).then(__webpack_require__.bind(__webpack_require__, 13141)),
            ]);
            return workflowCommands(annotationsOf(review));
        }
    }
}


/***/ }),

/***/ 55558:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ textStyle),
/* harmony export */   z: () => (/* binding */ writeOutput)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35357);



/** Writes a command's result to standard output, or to the file of `--output`. Throws a `UserError` for bytes without a file. */
async function writeOutput(host, options, say, content) {
    say.done();
    if (options.output === undefined || options.output === "-") {
        if (typeof content !== "string")
            throw new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y("this format is no text", "Name a file: --output FILE.");
        host.out(content);
        return;
    }
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(host.cwd, options.output);
    if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)).catch(() => null))?.isDirectory()) {
        throw new _snapshot_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`\`${options.output}\` cannot be written: there is no such folder`, "Make the folder first.");
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, content);
    say.note(`wrote ${options.output}`);
}
/**
 * How text is to look: colours and signs as the terminal shows them, none of it where the output goes elsewhere.
 * `--color` decides on colours, then `FORCE_COLOR` (`0` is none), then `NO_COLOR` (no-color.org), as in Node itself.
 */
function textStyle(host, options) {
    const terminal = host.columns !== null && options.output === undefined;
    const { env } = host;
    const forced = env.FORCE_COLOR ?? "";
    const wanted = forced === ""
        ? terminal && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb"
        : forced !== "0" && forced !== "false";
    const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || "";
    return {
        color: options.color === "always" || (options.color === "auto" && wanted),
        width: terminal ? Math.max(40, Math.min(host.columns ?? 100, 120)) : 100,
        unicode: !terminal || process.platform !== "linux" || /utf-?8/i.test(locale),
    };
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


/***/ })

};
