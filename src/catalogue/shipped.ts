import type { CatalogueData, CatalogueRow } from "../model/catalogue.ts";
import type { AirflowMajor } from "../model/version.ts";
import airflow2 from "./data/airflow-2.json" with { type: "json" };
import airflow3 from "./data/airflow-3.json" with { type: "json" };

/** One parameter of a Python function, `self` left out; `args` and `kwargs` count as names, as gusty counts them. */
export interface Parameter {
  readonly name: string;
  readonly required: boolean;
}

/** A class of Airflow or a provider as Python would make it: `init` and `templateFields` inherited ones included. */
export interface ShippedClass {
  /** Where it is defined. */
  readonly path: string;
  readonly init: readonly Parameter[];
  readonly templateFields: readonly string[];
  /** Keys that a class above takes through `**kwargs`, without those that gusty passes on. */
  readonly through: readonly string[];
  /** Keys that gusty passes on and the class refuses. */
  readonly refuses: readonly string[];
  /** Keys that an `__init__` above the class's own needs. */
  readonly needs: readonly string[];
  /** The direct base (`__base__`), or `null` where it lies outside Airflow and its providers. */
  readonly base: ShippedClass | null;
  readonly operator: boolean;
  readonly sensor: boolean;
  /** The base or the template fields are computed, so that the accepted keys are not all known. */
  readonly open: boolean;
}

/** The shipped catalogue of one Airflow major, made by `tools/catalogue/extract.py`. */
export interface Shipped {
  /** The Airflow version it was read from. */
  readonly airflow: string;
  readonly dag: readonly string[];
  readonly taskGroup: readonly string[];
  readonly baseOperator: readonly string[];
  /** Versions of the packages by name: `google`, `standard`. */
  readonly packages: ReadonlyMap<string, string>;
  /** The class that an import path gives, through re-exports and deprecated paths too. */
  find(path: string): ShippedClass | null;
  /** Every path under which an operator can be imported, by the name of its class. */
  paths(name: string): readonly string[];
  /** Every class name that a module gives. */
  namesIn(module: string): readonly string[];
}

const SENSOR = 1;
const OPEN = 2;
const NO_OPERATOR = 8;

/** The types of the JSON are wider than what `extract.py` writes. */
const DATA: Readonly<Record<AirflowMajor, unknown>> = { 2: airflow2, 3: airflow3 };

const opened = new Map<AirflowMajor, Shipped>();

/** The shipped catalogue for an Airflow major; read once. */
export function openShipped(major: AirflowMajor): Shipped {
  const known = opened.get(major);
  if (known) return known;
  const shipped = decodeShipped(DATA[major] as CatalogueData);
  opened.set(major, shipped);
  return shipped;
}

/** The catalogue in the form that `tools/catalogue/extract.py` writes. */
export function decodeShipped(data: CatalogueData): Shipped {
  const rows = new Map<number, { module: string; row: CatalogueRow }>();
  const numbers = new Map<string, number>();
  const byName = new Map<string, string[]>();
  const byModule = new Map<string, string[]>();
  const add = (module: string, name: string, number: number): void => {
    const path = `${module}.${name}`;
    numbers.set(path, number);
    byName.set(name, [...(byName.get(name) ?? []), path]);
    byModule.set(module, [...(byModule.get(module) ?? []), name]);
  };
  for (const [module, list] of Object.entries(data.modules)) {
    for (const row of list) {
      rows.set(row[1], { module, row });
      add(module, row[0], row[1]);
    }
  }
  for (const [module, names] of Object.entries(data.aliases)) {
    for (const [name, number] of Object.entries(names)) add(module, name, number);
  }

  const parameters = (list: number): Parameter[] =>
    (data.lists[list] ?? []).map((n) => ({ name: data.strings[n >> 1] ?? "", required: (n & 1) === 1 }));
  const names = (list: number): string[] => parameters(list).map((parameter) => parameter.name);

  const classes = new Map<number, ShippedClass | null>();
  const classOf = (number: number): ShippedClass | null => {
    const known = classes.get(number);
    if (known !== undefined) return known;
    const found = rows.get(number);
    if (!found) return null;
    const [name, , init, fields, base, flags, through, refuses, needs] = found.row;
    const made: ShippedClass = {
      path: `${found.module}.${name}`,
      init: parameters(init),
      templateFields: names(fields),
      through: through === undefined ? [] : names(through),
      refuses: refuses === undefined ? [] : names(refuses),
      needs: needs === undefined ? [] : names(needs),
      base: classOf(base),
      operator: (flags & NO_OPERATOR) === 0,
      sensor: (flags & SENSOR) !== 0,
      open: (flags & OPEN) !== 0,
    };
    classes.set(number, made);
    return made;
  };

  return {
    airflow: data.airflow,
    dag: names(data.core.dag),
    taskGroup: names(data.core.taskGroup),
    baseOperator: names(data.core.baseOperator),
    packages: new Map(Object.entries(data.packages)),
    find: (path) => classOf(numbers.get(path) ?? -1),
    paths: (name) => byName.get(name) ?? [],
    namesIn: (module) => byModule.get(module) ?? [],
  };
}

/** A catalogue with those of private packages before it: what they name is looked up there first. */
export function withPrivate(shipped: Shipped, own: readonly Shipped[]): Shipped {
  if (own.length === 0) return shipped;
  const all = [...own, shipped];
  return {
    ...shipped,
    packages: new Map(all.toReversed().flatMap(({ packages }) => [...packages])),
    find: (path) => {
      for (const one of all) {
        const found = one.find(path);
        if (found) return found;
      }
      return null;
    },
    paths: (name) => [...new Set(all.flatMap((one) => one.paths(name)))],
    namesIn: (module) => [...new Set(all.flatMap((one) => one.namesIn(module)))],
  };
}
