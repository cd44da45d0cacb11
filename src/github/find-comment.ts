import type { Client, RepositoryName } from "./client.ts";
import { type Marker, readMarker } from "./marker.ts";

/** A comment that we wrote. */
export interface OwnComment {
  readonly id: number;
  readonly url: string;
  readonly marker: Marker;
  /** The body without the marker line. */
  readonly text: string;
}

/** A pull request as it stands now. */
export interface Conversation {
  /** The current head commit. */
  readonly head: string;
  /** Our comments of this instance, the oldest first: one, but where two runs met. */
  readonly own: readonly OwnComment[];
}

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

interface Answer {
  readonly repository: {
    readonly pullRequest: {
      readonly headRefOid: string;
      readonly comments: {
        readonly nodes: readonly ({
          readonly url: string;
          readonly body: string;
          readonly viewerDidAuthor: boolean;
        } | null)[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    } | null;
  } | null;
}

/** Reads a pull request's head and our comments of one instance: by marker and by authorship. Throws what the API throws. */
export async function readConversation(
  client: Client,
  repository: RepositoryName,
  number: number,
  instance: string,
): Promise<Conversation> {
  const own: OwnComment[] = [];
  let after: string | null = null;
  for (let page = 1; ; page += 1) {
    const variables: Record<string, unknown> = { ...repository, number, after };
    const answer: Answer = await client.graphql<Answer>(QUERY, variables);
    const pull = answer.repository?.pullRequest;
    if (!pull) throw new Error("GitHub shows no such pull request to this token");
    for (const node of pull.comments.nodes) {
      const id = Number(/#issuecomment-(\d+)$/.exec(node?.url ?? "")?.[1]);
      if (!node?.viewerDidAuthor || Number.isNaN(id)) continue;
      const read = readMarker(node.body);
      if (read?.marker.instance === instance) own.push({ id, url: node.url, ...read });
    }
    const { hasNextPage, endCursor } = pull.comments.pageInfo;
    if (!hasNextPage || endCursor === null || page === PAGES) {
      return { head: pull.headRefOid, own: own.sort((a, b) => a.id - b.id) };
    }
    after = endCursor;
  }
}
