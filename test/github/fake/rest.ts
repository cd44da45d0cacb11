import { ApiError, forbidden, notFound } from "./errors.ts";
import { peopleOperations } from "./people.ts";
import { openPull } from "./pull-request.ts";
import {
  type CheckRun,
  type Comment,
  newId,
  nodeId,
  now,
  type Permissions,
  type Pull,
  type Repository,
  type State,
} from "./state.ts";

export interface Call {
  readonly state: State;
  readonly repository: Repository;
  readonly login: string;
  readonly permissions: Permissions;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly api: string;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** Set for lists: the number of all items, for the `link` header. */
  readonly total?: number;
}

/** Right to the conversation of a pull request: either permission is enough, as on GitHub. */
export const conversation = (permissions: Permissions): "none" | "read" | "write" => {
  const both = [permissions["pull-requests"], permissions.issues];
  return both.includes("write") ? "write" : both.includes("read") ? "read" : "none";
};

const LONGEST_BODY = 65_536;

function textBody(body: unknown): string {
  const text = String(body ?? "");
  if (text.trim() === "") throw new ApiError(422, "Validation Failed", [{ code: "missing_field", field: "body" }]);
  if ([...text].length > LONGEST_BODY) {
    throw new ApiError(422, "Validation Failed", [
      {
        resource: "IssueComment",
        code: "unprocessable",
        field: "data",
        message: `Body is too long (maximum is ${LONGEST_BODY} characters)`,
      },
    ]);
  }
  return text;
}

export const user = (login: string) => ({
  login,
  id: login.length + 1,
  type: login.endsWith("[bot]") ? "Bot" : "User",
});

const commentUrl = (call: Call, comment: Comment): string =>
  `${call.api}/${call.repository.owner}/${call.repository.name}/pull/${comment.issue}#issuecomment-${comment.id}`;

const commentJson = (call: Call, comment: Comment) => ({
  id: comment.id,
  node_id: nodeId("IssueComment", comment.id),
  html_url: commentUrl(call, comment),
  user: user(comment.author),
  body: comment.body,
  created_at: comment.createdAt,
  updated_at: comment.updatedAt,
  author_association: "NONE",
});

const checkJson = (call: Call, run: CheckRun) => ({
  id: run.id,
  node_id: nodeId("CheckRun", run.id),
  name: run.name,
  head_sha: run.headSha,
  external_id: run.externalId,
  html_url: `${call.api}/${call.repository.owner}/${call.repository.name}/runs/${run.id}`,
  status: run.status,
  conclusion: run.conclusion,
  output: { ...run.output, annotations_count: run.annotations.length },
});

/** The sha of the head of a pull request, now. */
export const headOf = (repository: Repository, pull: Pull): string =>
  repository.git.resolve(`refs/pull/${pull.number}/head`) ?? "";

function pullOf(call: Call, name: string): Pull {
  const pull = call.repository.pulls.get(Number(call.parameters[name]));
  if (pull === undefined) throw notFound();
  return pull;
}

function commentOf(call: Call): Comment {
  const comment = call.repository.comments.find((item) => item.id === Number(call.parameters.comment_id));
  if (comment === undefined) throw notFound();
  if (conversation(call.permissions) !== "write") throw forbidden();
  return comment;
}

function setOutput(call: Call, run: CheckRun): void {
  const output = call.body.output as { title?: string; summary?: string; text?: string; annotations?: [] } | undefined;
  if (output === undefined) return;
  for (const part of [output.summary, output.text]) {
    if (Buffer.byteLength(part ?? "") > 65_535) throw new ApiError(422, "Invalid request.", ["is too long"]);
  }
  run.output = { title: output.title ?? null, summary: output.summary ?? null, text: output.text ?? null };
  run.annotations.push(...(output.annotations ?? []));
}

/** GitHub shows, and branches require, the newest check run of each name. */
export const latestOf = (runs: readonly CheckRun[]): CheckRun[] => [
  ...new Map(runs.map((run) => [`${run.headSha} ${run.name}`, run])).values(),
];

export function page<T>(call: Call, items: readonly T[]): { items: T[]; total: number } {
  const size = Math.min(Number(call.query.get("per_page") ?? 30), 100);
  const first = (Number(call.query.get("page") ?? 1) - 1) * size;
  return { items: items.slice(first, first + size), total: items.length };
}

function pullJson(call: Call, pull: Pull, about: { full_name: string; name: string }) {
  const { repository } = call;
  const repo = { ...about, private: repository.isPrivate ?? false };
  const from = pull.headRepository;
  const head = {
    ref: pull.branch,
    sha: headOf(repository, pull),
    repo: from === null ? null : { ...repo, full_name: from },
  };
  const base = { ref: pull.base, sha: repository.git.resolve(`refs/heads/${pull.base}`) ?? "", repo };
  const author = user(pull.author ?? "author");
  return {
    number: pull.number,
    state: pull.state,
    title: pull.title,
    draft: pull.draft ?? false,
    user: author,
    head,
    base,
  };
}

/** The operations, by method and path template of GitHub's description. */
export const operations: Readonly<Record<string, (call: Call) => Answer>> = {
  ...peopleOperations,
  "GET /repos/{owner}/{repo}"({ repository, login }) {
    const { id, owner, name, isPrivate = false } = repository;
    if (isPrivate && !login.endsWith("[bot]") && !repository.people?.has(login)) throw notFound();
    return {
      status: 200,
      body: { id, name, full_name: `${owner}/${name}`, private: isPrivate, owner: { login: owner } },
    };
  },
  "GET /repos/{owner}/{repo}/pulls/{pull_number}"(call) {
    if (call.permissions["pull-requests"] === "none") throw forbidden();
    const pull = pullOf(call, "pull_number");
    const repo = { full_name: `${call.repository.owner}/${call.repository.name}`, name: call.repository.name };
    return { status: 200, body: pullJson(call, pull, repo) };
  },
  "POST /repos/{owner}/{repo}/pulls"(call) {
    if (call.permissions["pull-requests"] !== "write") throw forbidden();
    const { repository } = call;
    const repo = { full_name: `${repository.owner}/${repository.name}`, name: repository.name };
    const pull = openPull(repository, String(call.body.head), { base: String(call.body.base) });
    return { status: 201, body: pullJson(call, pull, repo) };
  },
  "PATCH /repos/{owner}/{repo}/pulls/{pull_number}"(call) {
    if (call.permissions["pull-requests"] !== "write") throw forbidden();
    const { repository } = call;
    const pull = pullOf(call, "pull_number");
    if (call.body.state === "closed") pull.state = "closed";
    return {
      status: 200,
      body: pullJson(call, pull, { full_name: `${repository.owner}/${repository.name}`, name: repository.name }),
    };
  },
  "GET /repos/{owner}/{repo}/pulls"(call) {
    if (call.permissions["pull-requests"] === "none") throw forbidden();
    const repo = { full_name: `${call.repository.owner}/${call.repository.name}`, name: call.repository.name };
    const [owner, ...branch] = (call.query.get("head") ?? "").split(":");
    const state = call.query.get("state") ?? "open";
    const all = [...call.repository.pulls.values()].filter(
      (pull) =>
        (state === "all" || pull.state === state) &&
        (owner === "" || (pull.headRepository?.split("/")[0] === owner && pull.branch === branch.join(":"))),
    );
    const { items, total } = page(call, all);
    return { status: 200, body: items.map((pull) => pullJson(call, pull, repo)), total };
  },
  "GET /repos/{owner}/{repo}/compare/{basehead}"(call) {
    if (call.permissions.contents === "none") throw forbidden();
    const [base, head] = (call.parameters.basehead ?? "").split("...").map((ref) => call.repository.git.resolve(ref));
    if (!base || !head) throw notFound();
    const merge = call.repository.git.mergeBase(base, head);
    if (merge === null) throw new ApiError(404, `No common ancestor between ${base} and ${head}.`);
    return {
      status: 200,
      body: {
        base_commit: { sha: base },
        merge_base_commit: { sha: merge },
        status: "diverged",
        commits: [],
        files: [],
      },
    };
  },
  "GET /repos/{owner}/{repo}/issues/{issue_number}/comments"(call) {
    if (conversation(call.permissions) === "none") throw forbidden();
    const pull = pullOf(call, "issue_number");
    const all = call.repository.comments.filter((comment) => comment.issue === pull.number);
    const { items, total } = page(call, all);
    return { status: 200, body: items.map((comment) => commentJson(call, comment)), total };
  },
  "POST /repos/{owner}/{repo}/issues/{issue_number}/comments"(call) {
    if (conversation(call.permissions) !== "write") throw forbidden();
    const pull = pullOf(call, "issue_number");
    const at = now(call.state);
    const comment: Comment = {
      id: newId(call.state),
      issue: pull.number,
      author: call.login,
      body: textBody(call.body.body),
      createdAt: at,
      updatedAt: at,
      edits: 0,
      minimized: false,
    };
    call.repository.comments.push(comment);
    return { status: 201, body: commentJson(call, comment) };
  },
  "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}"(call) {
    const comment = commentOf(call);
    comment.body = textBody(call.body.body);
    comment.updatedAt = now(call.state);
    comment.edits += 1;
    return { status: 200, body: commentJson(call, comment) };
  },
  "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}"(call) {
    const comment = commentOf(call);
    call.repository.comments.splice(call.repository.comments.indexOf(comment), 1);
    return { status: 204 };
  },
  "POST /repos/{owner}/{repo}/check-runs"(call) {
    if (call.permissions.checks !== "write") throw forbidden();
    const headSha = String(call.body.head_sha);
    if (call.repository.git.resolve(headSha) === null) throw new ApiError(422, `No commit found for SHA: ${headSha}`);
    const run: CheckRun = {
      id: newId(call.state),
      name: String(call.body.name),
      headSha,
      status: String(call.body.status ?? "queued"),
      conclusion: call.body.conclusion === undefined ? null : String(call.body.conclusion),
      externalId: call.body.external_id === undefined ? null : String(call.body.external_id),
      output: { title: null, summary: null, text: null },
      annotations: [],
    };
    setOutput(call, run);
    call.repository.checkRuns.push(run);
    return { status: 201, body: checkJson(call, run) };
  },
  "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}"(call) {
    if (call.permissions.checks !== "write") throw forbidden();
    const run = call.repository.checkRuns.find((item) => item.id === Number(call.parameters.check_run_id));
    if (run === undefined) throw notFound();
    if (call.body.status !== undefined) run.status = String(call.body.status);
    if (call.body.details_url !== undefined) run.detailsUrl = String(call.body.details_url);
    if (call.body.conclusion !== undefined) run.conclusion = String(call.body.conclusion);
    if (Array.isArray(call.body.actions)) run.actions = call.body.actions;
    setOutput(call, run);
    return { status: 200, body: checkJson(call, run) };
  },
  "GET /repos/{owner}/{repo}/commits/{ref}/check-runs"(call) {
    if (call.permissions.checks === "none") throw forbidden();
    const sha = call.repository.git.resolve(call.parameters.ref ?? "");
    const name = call.query.get("check_name");
    const named = call.repository.checkRuns.filter(
      (run) => run.headSha === sha && (name === null || run.name === name),
    );
    const all = call.query.get("filter") === "all" ? named : latestOf(named);
    const { items, total } = page(call, all);
    return { status: 200, body: { total_count: total, check_runs: items.map((run) => checkJson(call, run)) }, total };
  },
};
