import type { Path } from "../model/path.ts";
import type { Links } from "../report/links.ts";
import type { RepositoryName } from "./client.ts";

/** What addresses are made of. */
export interface LinkPlaces {
  /** GITHUB_SERVER_URL. */
  readonly server: string;
  readonly repository: RepositoryName;
  readonly head: string;
  readonly base: string;
  /** The folder of this action's sources, such as `https://github.com/OWNER/REPO/blob/v1`; `null` where it is not known. */
  readonly source: string | null;
  /** The page of the run, with the job summary. */
  readonly report: string | null;
}

/** Links to files, rule pages and the full report on one server. */
export function githubLinks(places: LinkPlaces): Links {
  const { server, repository, source } = places;
  return {
    file(path: Path, line: number, endLine?: number, side?: "base" | "head"): string {
      const commit = side === "base" ? places.base : places.head;
      const lines = endLine !== undefined && endLine > line ? `#L${line}-L${endLine}` : `#L${line}`;
      return `${server}/${repository.owner}/${repository.repo}/blob/${commit}/${encodePath(path)}${lines}`;
    },
    rule: (name) => (source === null ? null : `${source}/docs/rules/${encodeURIComponent(name)}.md`),
    report: places.report,
  };
}

/** A path in an address: every character that could end a Markdown link or start another part of the address is escaped. */
const encodePath = (path: string): string =>
  path
    .split("/")
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join("/");
