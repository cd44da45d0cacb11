import type { Path } from "../model/path.ts";
import { matchesWildcard } from "../python/wildcard.ts";

/**
 * Whether a path matches a pattern of `windsock.yml`: `*`, `?` and `[…]` within one part, `**` over any number of parts.
 * The time is bounded by parts of the pattern times parts of the path.
 */
export function matchesPath(pattern: string, path: Path): boolean {
  const wanted = pattern.split("/").filter((part) => part !== "" && part !== ".");
  const parts = path === "" ? [] : path.split("/");
  let reached = new Set([0]);
  for (const [at, part] of wanted.entries()) {
    const next = new Set<number>();
    for (const position of reached) {
      if (part === "**") {
        const least = at === wanted.length - 1 && at > 0 ? position + 1 : position;
        for (let end = least; end <= parts.length; end += 1) next.add(end);
      } else if (position < parts.length && matchesWildcard(part, parts[position] ?? "")) next.add(position + 1);
    }
    reached = next;
  }
  return reached.has(parts.length);
}
