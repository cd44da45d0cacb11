import { isIdentifier, STANDARD_LIBRARY } from "./python-names.ts";
import { LINE_LENGTH } from "./width.ts";

/** One name that an import statement binds. `member` is `null` for `import module`; `as` is `null` where the name is its own. */
export interface Import {
  readonly module: string;
  readonly member: string | null;
  readonly as: string | null;
}

/** The name that an import binds in its module: `import a.b` binds `a`. */
export function boundName({ module, member, as }: Import): string {
  return as ?? member ?? module.split(".")[0] ?? module;
}

/** Compares as people count: runs of digits by their number, all else by code unit. */
function compareNatural(left: string, right: string): number {
  const parts = (text: string): string[] => text.match(/\d+|\D/g) ?? [];
  const a = parts(left);
  const b = parts(right);
  for (let index = 0; index < a.length && index < b.length; index += 1) {
    const x = a[index] ?? "";
    const y = b[index] ?? "";
    if (x === y) continue;
    const digits = /^\d/.test(x) && /^\d/.test(y);
    if (digits && x.length !== y.length) return x.length - y.length;
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}

const compareNames = (left: string, right: string): number =>
  compareNatural(left.toLowerCase(), right.toLowerCase()) || compareNatural(left, right);

/** isort's `order-by-type`: constants, then classes, then all else. */
function typeOrder(name: string): number {
  if (name.length > 1 && /[A-Z]/.test(name) && name === name.toUpperCase()) return 0;
  return /^[A-Z]/.test(name) ? 1 : 2;
}

const compareMembers = (left: string, right: string): number =>
  typeOrder(left) - typeOrder(right) || compareNames(left, right);

function section(module: string, firstParty: ReadonlySet<string>): number {
  const top = module.split(".")[0] ?? module;
  if (top === "__future__") return 0;
  if (STANDARD_LIBRARY.has(top)) return 1;
  return firstParty.has(top) ? 3 : 2;
}

interface Statement {
  readonly module: string;
  readonly first: string;
  readonly as: string;
  readonly text: string;
}

function fromStatement(module: string, members: readonly string[]): string {
  const line = `from ${module} import ${members.join(", ")}`;
  if (line.length <= LINE_LENGTH) return line;
  return `from ${module} import (\n${members.map((member) => `    ${member},\n`).join("")})`;
}

const bySource = (left: Statement, right: Statement): number =>
  compareNames(left.module, right.module) || compareMembers(left.first, right.first) || compareNames(left.as, right.as);

/** Statements of one section: `import x` first, then `from x import y`, each in isort's order (ruff's `I001` with its defaults). */
function sectionLines(imports: readonly Import[]): string[] {
  const straight: Statement[] = [];
  const from: Statement[] = [];
  const members = new Map<string, Set<string>>();
  for (const { module, member, as } of imports) {
    if (member === null) {
      straight.push({ module, first: "", as: as ?? "", text: `import ${module}${as === null ? "" : ` as ${as}`}` });
    } else if (as === null) {
      members.set(module, (members.get(module) ?? new Set()).add(member));
    } else {
      from.push({ module, first: member, as, text: fromStatement(module, [`${member} as ${as}`]) });
    }
  }
  for (const [module, names] of members) {
    const sorted = [...names].sort(compareMembers);
    from.push({ module, first: sorted[0] ?? "", as: "", text: fromStatement(module, sorted) });
  }
  return [...straight.sort(bySource), ...from.sort(bySource)].map((statement) => statement.text);
}

/**
 * The import block as ruff's isort rules want it: future, standard library, third party, first party.
 *
 * @param firstParty top-level names of the repository's own modules
 */
export function importBlock(imports: readonly Import[], firstParty: ReadonlySet<string>): string[] {
  const unique = new Map(imports.map((entry) => [`${entry.module}:${entry.member}:${entry.as}`, entry]));
  const sections: Import[][] = [[], [], [], []];
  for (const entry of unique.values()) sections[section(entry.module, firstParty)]?.push(entry);
  return sections.filter((entries) => entries.length > 0).map((entries) => sectionLines(entries).join("\n"));
}

/** Names of folders and modules at the root (or in `src`) of the repository, as ruff finds first-party modules by default. */
export function firstPartyModules(paths: Iterable<string>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const path of paths) {
    const parts = path.split("/");
    const name = parts[0] === "src" ? parts[1] : parts[0];
    const module = name?.replace(/\.py$/, "");
    if (module !== undefined && isIdentifier(module)) names.add(module);
  }
  return names;
}
