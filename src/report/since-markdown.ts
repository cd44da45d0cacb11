import type { Review } from "../model/review.ts";
import { type Leaf, type Node, step } from "./budget.ts";
import { DETAILS_END, details } from "./dag-markdown.ts";
import { markdown } from "./escape.ts";
import { code, codes, joinRich, listOf, type Rich, strong } from "./rich.ts";
import { changesInWords, severityCounts } from "./verdict.ts";

/** What happened since reviewers looked at the pull request the last time. */
export interface SinceReview {
  /** Logins, sorted. */
  readonly reviewers: readonly string[];
  /** The commit that they reviewed. */
  readonly commit: string;
  /** The branch's newest commit compared with that one; `null` where that one cannot be had any more. */
  readonly review: Review | null;
}

/** Names that a line lists. */
const MOST_NAMES = 8;

/** Since one commit, in words. */
function sinceInWords({ reviewers, commit, review }: SinceReview): Rich {
  const who: Rich = [
    ...listOf(
      reviewers.map((login) => strong(login)),
      MOST_NAMES,
    ),
    " reviewed ",
    code(commit.slice(0, 7)),
    ": ",
  ];
  if (review === null)
    return [...who, "that commit cannot be read any more, so nothing is known of what changed since"];
  const changed = review.changes.filter(({ kind }) => !["unchanged", "affected"].includes(kind));
  const names: Rich =
    changed.length === 0
      ? []
      : [
          " (",
          ...listOf(
            changed.map(({ id }) => code(id)),
            MOST_NAMES,
          ),
          ")",
        ];
  const fresh = review.findings.filter(({ state }) => state === "new");
  const fixed = review.findings.filter(({ state }) => state === "fixed");
  const rules = [...new Set(fresh.map(({ rule }) => rule))];
  return [
    ...who,
    ...joinRich(
      [
        [changesInWords(review), ...names],
        ...(fresh.length > 0
          ? [[`${severityCounts(fresh)} new (`, ...listOf(codes(rules), MOST_NAMES), ")"] as Rich]
          : []),
        ...(fixed.length > 0 ? [[`${severityCounts(fixed)} repaired`]] : []),
      ],
      "; ",
    ),
  ];
}

/** The foldable section of what changed since each reviewer's last review. */
export function sinceSection(since: readonly SinceReview[], rank: number): Node[] {
  if (since.length === 0) return [];
  const children = since.map((one): Leaf => {
    return { what: "line on earlier reviews", steps: [step(rank, () => `- ${markdown(sinceInWords(one))}\n`)] };
  });
  const title: Rich = ["Since the last review"];
  return [{ open: details(false, title), close: `\n${DETAILS_END}`, inOrder: true, children }];
}
