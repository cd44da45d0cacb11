import type { Path } from "../model/path.ts";
import type { Links } from "../report/links.ts";
import type { BranchLines } from "./branch-lines.ts";
import type { RepositoryName } from "./client.ts";

/** What addresses are made of. */
export interface LinkPlaces {
  /** GITHUB_SERVER_URL. */
  readonly server: string;
  readonly repository: RepositoryName;
  /** The commit that people know: the pull request's own head. */
  readonly branch: string;
  /** The commit that was reviewed: the merge result, where there is one. */
  readonly head: string;
  readonly base: string;
  /** Where lines of `head` stand in `branch`. */
  readonly lines: BranchLines;
  /** The folder of this action's sources, such as `https://github.com/OWNER/REPO/blob/v1`; `null` where it is not known. */
  readonly source: string | null;
  /** The page of the run, with the job summary. */
  readonly report: string | null;
}

/** Links to files, rule pages and the full report on one server. */
export function githubLinks(places: LinkPlaces): Links {
  const { server, repository, source, lines } = places;
  const address = (commit: string, path: Path, line: number, endLine: number): string =>
    `${server}/${repository.owner}/${repository.repo}/blob/${commit}/${encodePath(path)}#L${line}${endLine > line ? `-L${endLine}` : ""}`;
  return {
    file(path, line, endLine = line, side = "head") {
      if (side === "base") return address(places.base, path, line, endLine);
      const [start, end] = [lines.lineOf(path, line), lines.lineOf(path, endLine)];
      // Others' work on the base: only the merge result has it.
      if (start === null || end === null) return address(places.head, path, line, endLine);
      return address(places.branch, path, start, end);
    },
    rule: (name) => (source === null ? null : `${source}/docs/rules/${encodeURIComponent(name)}.md`),
    commit: places.branch,
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
