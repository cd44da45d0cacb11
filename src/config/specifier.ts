/** What a version specifier of a requirement says: one version, or only which majors are possible. */
export interface Specified {
  /** `2.11.2`; of `==2.11.*` and `~=2.11.0` the part that is fixed, `2.11`; `null` for a range. */
  readonly version: string | null;
  /** The major, where the specifier leaves one. */
  readonly major: number | null;
  /** The lowest version that a range allows; `null` where it has no lower end, or names one version. */
  readonly atLeast: string | null;
}

const CLAUSE = /^(===|==|~=|>=|<=|!=|<|>|\^|~)?\s*v?(\d{1,6}(?:\.\d{1,6}){0,5})(\.\*)?([A-Za-z0-9.+-]{0,30})$/;

interface Clause {
  readonly operator: string;
  readonly release: readonly number[];
  readonly wildcard: boolean;
  readonly text: string;
}

/**
 * Reads `==2.11.2`, `~=2.11.0`, `>=2.7,<3`, or Poetry's `^2.7` and `2.11.2` (PEP 440; https://python-poetry.org/docs/dependency-specification/).
 * `null` if it is no specifier.
 */
export function readSpecifier(text: string): Specified | null {
  const parts = text.split(",").map((part) => part.trim());
  const clauses = parts.filter((part) => part !== "" && part !== "*").map(readClause);
  if (clauses.length === 0 || clauses.some((clause) => clause === null)) return null;
  const known = clauses.flatMap((clause) => clause ?? []);
  const version = known.map(fixedVersion).find((found) => found !== null) ?? null;
  if (version !== null) return { version, major: Number.parseInt(version, 10), atLeast: null };
  const lower = Math.max(...known.flatMap(lowerMajor), 0);
  const upper = Math.min(...known.flatMap(upperMajor), Number.POSITIVE_INFINITY);
  const lowest = known.filter(({ operator }) => !["<", "<=", "!=", ">"].includes(operator));
  return { version: null, major: lower === upper ? lower : null, atLeast: lowest[0]?.text ?? null };
}

function readClause(text: string): Clause | null {
  const match = CLAUSE.exec(text);
  if (!match) return null;
  const [, operator = "==", release = "", wildcard, suffix = ""] = match;
  return {
    operator,
    release: release.split(".").map(Number),
    wildcard: wildcard !== undefined,
    text: release + suffix,
  };
}

function fixedVersion({ operator, release, wildcard, text }: Clause): string | null {
  if (operator === "==" || operator === "===") {
    return wildcard && release.length < 2 ? null : wildcard ? release.join(".") : text;
  }
  if (operator === "~=" && release.length > 2) return release.slice(0, -1).join(".");
  if (operator === "~" && release.length > 1) return release.slice(0, 2).join(".");
  return null;
}

const lowerMajor = ({ operator, release }: Clause): number[] =>
  ["<", "<=", "!="].includes(operator) ? [] : [release[0] ?? 0];

function upperMajor({ operator, release }: Clause): number[] {
  const major = release[0] ?? 0;
  if (["^", "~", "~=", "=="].includes(operator)) return [major];
  if (operator === "<=") return [major];
  // `<3` and `<3.0` stop before 3.
  if (operator === "<") return [release.slice(1).some((part) => part > 0) ? major : major - 1];
  return [];
}
