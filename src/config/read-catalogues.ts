import type { CatalogueData, CatalogueRow } from "../model/catalogue.ts";
import type { Config } from "../model/config.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { decodeText } from "../snapshot/text.ts";
import { complain, type Reading } from "./read-fields.ts";
import type { ReadOperators } from "./read-operators.ts";

const EXPECTED = "the file that `tools/catalogue/extract.py` writes (docs/catalogue.md)";

/** The catalogues that `operators.catalogues` names. One that is missing or of another form is left out, and a problem. */
export async function readCatalogues(
  snapshot: Snapshot,
  named: ReadOperators["catalogues"],
  reading: Reading,
): Promise<Config["operators"]["catalogues"]> {
  const contents = await snapshot.load(named.map(({ file }) => file));
  return named.flatMap(({ file, at }) => {
    const content = contents.get(file);
    const decoded = content?.ok ? decodeText(content.bytes) : null;
    if (!decoded?.ok) {
      complain(reading, at, `the catalogue \`${file}\` cannot be read`, EXPECTED);
      return [];
    }
    const data = catalogueIn(decoded.text);
    if (typeof data === "string") {
      complain(reading, at, `the catalogue \`${file}\` is of another form: ${data}`, EXPECTED);
      return [];
    }
    return [{ file, data }];
  });
}

/** What a catalogue's text holds, or why it is none: every number in it must lead somewhere, and no class to itself. */
export function catalogueIn(text: string): CatalogueData | string {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return "it is no JSON";
  }
  if (!isRecord(data)) return "it is no mapping";
  const { airflow, packages, core, modules, aliases, strings, lists } = data;
  if (typeof airflow !== "string" || !/^[23]\.\d+/.test(airflow)) return "`airflow` is no version";
  if (!isRecordOf(packages, isText)) return "`packages` is no mapping of texts";
  if (!isListOf(strings, isText)) return "`strings` is no list of texts";
  const inLists = below(Array.isArray(lists) ? lists.length : 0);
  // A parameter is twice the number of its name, and one more where it has no default.
  if (!isListOf(lists, (list) => isListOf(list, below(2 * strings.length)))) return "`lists` names what is not there";
  if (!isRecord(core) || !["dag", "taskGroup", "baseOperator"].every((key) => inLists(core[key])))
    return "`core` names what is not there";
  if (!isRecordOf(modules, (rows) => isListOf(rows, (row) => isRow(row, inLists))))
    return "a row of `modules` is not as it should be";
  const rows = new Map(
    Object.values(modules).flatMap((list) => (list as CatalogueRow[]).map((row) => [row[1], row[4]])),
  );
  if ([...rows.values()].some((base) => base !== -1 && !rows.has(base))) return "a base is not there";
  if ([...rows.keys()].some((number) => !ends(number, rows))) return "a class is its own base";
  if (!isRecordOf(aliases, (names) => isRecordOf(names, (number) => typeof number === "number" && rows.has(number))))
    return "`aliases` names what is not there";
  return data as unknown as CatalogueData;
}

/** Classes inherit over fewer steps than these. */
const DEEPEST = 100;

/** True where the bases of a class come to an end. */
function ends(number: number, bases: ReadonlyMap<number, number>): boolean {
  let at = number;
  for (let step = 0; step < DEEPEST; step += 1) {
    const base = bases.get(at);
    if (base === undefined || base === -1) return true;
    at = base;
  }
  return false;
}

const isText = (value: unknown): value is string => typeof value === "string";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isListOf = <T>(value: unknown, of: (item: unknown) => item is T): value is readonly T[] =>
  Array.isArray(value) && value.every(of);

const isRecordOf = (value: unknown, of: (item: unknown) => boolean): value is Readonly<Record<string, unknown>> =>
  isRecord(value) && Object.values(value).every(of);

const below =
  (length: number) =>
  (value: unknown): value is number =>
    typeof value === "number" && Number.isInteger(value) && value >= 0 && value < length;

function isRow(row: unknown, inLists: (value: unknown) => boolean): row is CatalogueRow {
  if (!Array.isArray(row) || (row.length !== 6 && row.length !== 9)) return false;
  const [name, number, init, fields, base, flags, ...rest] = row as readonly unknown[];
  return (
    isText(name) &&
    below(1_000_000)(number) &&
    [init, fields, ...rest].every(inLists) &&
    (base === -1 || below(1_000_000)(base)) &&
    below(16)(flags)
  );
}
