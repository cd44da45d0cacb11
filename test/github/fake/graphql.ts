import { schema as published } from "@octokit/graphql-schema";
import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  parse,
  validate,
} from "graphql";
import { updatePull } from "./pull-request.ts";
import { conversation, headOf } from "./rest.ts";
import {
  type Comment,
  lagging,
  nodeId,
  type Permissions,
  type Pull,
  type Repository,
  remember,
  type State,
} from "./state.ts";

let built: GraphQLSchema | null = null;

/** GitHub's published schema; built once, as it takes a while. */
const githubSchema = (): GraphQLSchema => {
  built ??= buildSchema(published.idl, { assumeValidSDL: true });
  return built;
};

interface Viewer {
  readonly state: State;
  readonly login: string;
  readonly permissions: Permissions;
  readonly server: string;
  /** The answer is as things were before the last write. */
  readonly stale: boolean;
}

interface Window {
  readonly first?: number;
  readonly last?: number;
  readonly after?: string;
}

const FORBIDDEN = "Resource not accessible by integration";

function commentNode(viewer: Viewer, repository: Repository, comment: Comment) {
  return {
    __typename: "IssueComment",
    id: nodeId("IssueComment", comment.id),
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    body: comment.body,
    createdAt: comment.createdAt,
    isMinimized: comment.minimized,
    viewerDidAuthor: comment.author === viewer.login,
    url: `${viewer.server}/${repository.owner}/${repository.name}/pull/${comment.issue}#issuecomment-${comment.id}`,
    author: {
      __typename: comment.author.endsWith("[bot]") ? "Bot" : "User",
      login: comment.author.replace("[bot]", ""),
    },
  };
}

function commentsOf(viewer: Viewer, repository: Repository, pull: Pull, { first, last, after }: Window) {
  if (conversation(viewer.permissions) === "none") throw new Error(FORBIDDEN);
  if (first === undefined && last === undefined) throw new Error("You must provide a `first` or `last` value");
  if ((first ?? last ?? 0) > 100) throw new Error("Requesting more than 100 records exceeds the limit");
  const all = repository.comments.filter((comment) => comment.issue === pull.number);
  const start = last === undefined ? (after ? Number(after) : 0) : Math.max(all.length - last, 0);
  const nodes = all.slice(start, start + (first ?? last ?? 0));
  const end = start + nodes.length;
  return {
    nodes: nodes.map((comment) => commentNode(viewer, repository, comment)),
    totalCount: all.length,
    pageInfo: {
      endCursor: nodes.length > 0 ? String(end) : null,
      hasNextPage: end < all.length,
      hasPreviousPage: start > 0,
      startCursor: String(start),
    },
  };
}

function commitNode(repository: Repository, oid: string) {
  const [header = "", ...message] = repository.git.commitText(oid).split("\n\n");
  const parents = [...header.matchAll(/^parent (\w+)$/gm)].map((match) => ({ oid: match[1] }));
  return { __typename: "Commit", oid, message: message.join("\n\n"), parents: { nodes: parents } };
}

function refNode(repository: Repository, branch: string) {
  const oid = repository.git.resolve(`refs/heads/${branch}`);
  const protection = repository.protection.get(branch);
  return {
    name: branch,
    target: oid === null ? null : commitNode(repository, oid),
    refUpdateRule: protection ? { requiredStatusCheckContexts: protection.requiredChecks } : null,
    rules: { nodes: (protection?.rules ?? []).map((type) => ({ type })) },
  };
}

interface CommitInput {
  readonly branch: { readonly repositoryNameWithOwner: string; readonly branchName: string };
  readonly expectedHeadOid: string;
  readonly message: { readonly headline: string; readonly body?: string };
  readonly fileChanges: {
    readonly additions: readonly { readonly path: string; readonly contents: string }[];
    readonly deletions: readonly { readonly path: string }[];
  };
}

/** An error of GraphQL with its type, as GitHub gives it. */
class TypedError extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

function createCommit(viewer: Viewer, { branch, expectedHeadOid, message, fileChanges }: CommitInput) {
  const repository = viewer.state.repositories.get(branch.repositoryNameWithOwner);
  if (repository === undefined) throw new Error("Could not resolve to a Repository");
  if (viewer.permissions.contents !== "write") throw new Error(FORBIDDEN);
  const head = repository.git.resolve(`refs/heads/${branch.branchName}`);
  if (head !== expectedHeadOid) {
    const text = `Expected branch to point to "${expectedHeadOid}" but it points to "${head}". Pull and try again.`;
    throw new TypedError("STALE_DATA", text);
  }
  if (repository.protection.get(branch.branchName)?.locked) {
    throw new TypedError("UNPROCESSABLE", "Changes must be made through a pull request.");
  }
  remember(repository);
  const files = Object.fromEntries([
    ...fileChanges.additions.map(({ path, contents }) => [path, Buffer.from(contents, "base64")] as const),
    ...fileChanges.deletions.map(({ path }) => [path, null] as const),
  ]);
  const oid = repository.git.commit(branch.branchName, files, {
    message: [message.headline, ...(message.body ? ["", message.body] : [])].join("\n"),
  });
  for (const pull of repository.pulls.values()) {
    if (pull.branch === branch.branchName && pull.state === "open") updatePull(repository, pull);
  }
  return { commit: { oid } };
}

function repositoryNode(viewer: Viewer, repository: Repository) {
  return {
    nameWithOwner: `${repository.owner}/${repository.name}`,
    pullRequest({ number }: { number: number }) {
      const pull = repository.pulls.get(number);
      if (pull === undefined) throw new Error(`Could not resolve to a PullRequest with the number of ${number}.`);
      if (viewer.permissions["pull-requests"] === "none") throw new Error(FORBIDDEN);
      const full = `${repository.owner}/${repository.name}`;
      const merge = repository.git.resolve(`refs/pull/${number}/merge`);
      return {
        number: pull.number,
        state: pull.state.toUpperCase(),
        mergeable: merge === null ? "CONFLICTING" : "MERGEABLE",
        isCrossRepository: pull.headRepository !== full,
        headRefName: pull.branch,
        headRefOid: headOf(repository, pull),
        headRef: pull.headRepository === full ? refNode(repository, pull.branch) : null,
        baseRef: refNode(repository, pull.base),
        comments: (window: Window) => commentsOf(viewer, repository, pull, window),
      };
    },
  };
}

const read = new Map<string, { document: DocumentNode; invalid: string[] }>();

/** Parses and validates a query, each one once. */
function readQuery(schema: GraphQLSchema, query: string): { document: DocumentNode; invalid: string[] } {
  const known = read.get(query);
  if (known !== undefined) return known;
  const document = parse(query);
  const made = { document, invalid: validate(schema, document).map((error) => error.message) };
  read.set(query, made);
  return made;
}

/** Runs one query as GitHub does: checked against the published schema, errors with their type, status 200. */
export async function runGraphql(
  viewer: Viewer,
  request: { query: string; variables?: Record<string, unknown> },
): Promise<{ body: unknown; invalid: string[] }> {
  const schema = githubSchema();
  const { document, invalid } = readQuery(schema, request.query);
  if (invalid.length > 0) return { body: { errors: invalid.map((message) => ({ message })) }, invalid };
  const result: ExecutionResult = await execute({
    schema,
    document,
    variableValues: request.variables ?? {},
    rootValue: {
      repository({ owner, name }: { owner: string; name: string }) {
        const repository = viewer.state.repositories.get(`${owner}/${name}`);
        if (repository === undefined)
          throw new Error(`Could not resolve to a Repository with the name '${owner}/${name}'.`);
        return repositoryNode(viewer, viewer.stale ? lagging(repository) : repository);
      },
      createCommitOnBranch: ({ input }: { input: CommitInput }) => createCommit(viewer, input),
      viewer: { login: viewer.login },
    },
  });
  const errors = result.errors?.map((error) => ({
    type:
      error.originalError instanceof TypedError
        ? error.originalError.type
        : error.message === FORBIDDEN
          ? "FORBIDDEN"
          : error.message.startsWith("Could not")
            ? "NOT_FOUND"
            : "UNPROCESSABLE",
    path: error.path,
    message: error.message,
  }));
  return { body: errors === undefined ? { data: result.data } : { data: result.data, errors }, invalid: [] };
}
