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
import { conversation, headOf } from "./rest.ts";
import { type Comment, nodeId, type Permissions, type Pull, type Repository, type State } from "./state.ts";

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

function repositoryNode(viewer: Viewer, repository: Repository) {
  return {
    nameWithOwner: `${repository.owner}/${repository.name}`,
    pullRequest({ number }: { number: number }) {
      const pull = repository.pulls.get(number);
      if (pull === undefined) throw new Error(`Could not resolve to a PullRequest with the number of ${number}.`);
      if (viewer.permissions["pull-requests"] === "none") throw new Error(FORBIDDEN);
      return {
        number: pull.number,
        state: pull.state.toUpperCase(),
        headRefOid: headOf(repository, pull),
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
        return repositoryNode(viewer, repository);
      },
      viewer: { login: viewer.login },
    },
  });
  const errors = result.errors?.map((error) => ({
    type:
      error.message === FORBIDDEN ? "FORBIDDEN" : error.message.startsWith("Could not") ? "NOT_FOUND" : "UNPROCESSABLE",
    path: error.path,
    message: error.message,
  }));
  return { body: errors === undefined ? { data: result.data } : { data: result.data, errors }, invalid: [] };
}
