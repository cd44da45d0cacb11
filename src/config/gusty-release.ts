/**
 * True where gusty is pinned to a release before `release`; without a pin it counts as the newest. What changed when
 * stands in `docs/gusty-versions.md`, seen by running the releases.
 */
export function isGustyBefore(version: string | null, release: string): boolean {
  if (version === null) return false;
  const [own, other] = [partsOf(version), partsOf(release)];
  for (let at = 0; at < other.length; at += 1) {
    // `0.12` may be any of its patch releases, so it counts as the last.
    const part = own[at] ?? Number.POSITIVE_INFINITY;
    if (part !== (other[at] ?? 0)) return part < (other[at] ?? 0);
  }
  return false;
}

const partsOf = (version: string): readonly number[] =>
  (/^\d{1,9}(?:\.\d{1,9}){0,3}/.exec(version)?.[0] ?? "").split(".").map(Number);
