import type { OperatorDependencies } from "./config.ts";
import type { Path } from "./path.ts";
import type { AirflowMajor } from "./version.ts";

/** What gusty needs to know of an operator class (`gusty/building.py`, `build_task`). */
export interface OperatorSignature {
  /** The path as written in the task file. */
  readonly path: string;
  /** Keys that gusty passes on: `BaseOperator.__init__`, the class's own and its direct base's `__init__`, and template fields. */
  readonly accepts: ReadonlySet<string>;
  /** Keys without a default in the class's own `__init__`, and in those above it which no call on the way up gives. */
  readonly required: readonly string[];
  /** Keys that some class above would take through `**kwargs`, and gusty does not pass on, with that class's name where it is known. */
  readonly through: ReadonlyMap<string, string | null>;
  /** Keys that gusty passes on and the class refuses with TypeError: `self`, and what no `__init__` takes or one gets twice. */
  readonly refuses: ReadonlySet<string>;
  /** What Airflow gives every operator and this class refuses, so that it always raises TypeError. */
  readonly refusesAlways: readonly string[];
  readonly sensor: boolean;
  readonly source: "catalogue" | "repository";
  /** Its `__init__` sets `self.dependencies`, so that it adds edges which only Python knows. */
  readonly computesDependencies: boolean;
}

/** `unknown`: nothing is known of its package. `absent`: the package is known and has no such class (`nearest` may help). */
export type OperatorLookup =
  | { readonly ok: true; readonly signature: OperatorSignature }
  | {
      readonly ok: false;
      readonly why: "unknown" | "absent" | "not-static";
      readonly detail: string;
      readonly nearest: string | null;
    };

/** Operators and core constructors for one Airflow major, with the repository's own classes. */
export interface Catalogue {
  readonly airflow: AirflowMajor;
  lookup(operator: string): OperatorLookup;
  /** The files of the repository that define an operator: its class and those above it; none for one from elsewhere. */
  filesOf(operator: string): readonly Path[];
  /** Its class, or one above it, lies in `$AIRFLOW_HOME/operators`, which only gusty puts on the import path. */
  needsOperatorsFolder(operator: string): boolean;
  /** Where the dependencies that it sets on itself come from, as far as the configuration says. */
  dependenciesOf(operator: string): readonly OperatorDependencies[];
  /** Parameters of `DAG.__init__`, `TaskGroup.__init__`, `BaseOperator.__init__` (without `self`). */
  readonly dag: ReadonlySet<string>;
  readonly taskGroup: ReadonlySet<string>;
  readonly baseOperator: ReadonlySet<string>;
}

/** `[name, number, init, template fields, number of the base or -1, flags, through, refuses, needs]`; lists by their number. */
export type CatalogueRow = readonly [
  name: string,
  number: number,
  init: number,
  templateFields: number,
  base: number,
  flags: number,
  through?: number,
  refuses?: number,
  needs?: number,
];

/** What `tools/catalogue/extract.py` writes: strings and lists once, rows speak of them by number (`docs/catalogue.md`). */
export interface CatalogueData {
  /** The Airflow version it was read with. */
  readonly airflow: string;
  /** Versions of the packages by name. */
  readonly packages: Readonly<Record<string, string>>;
  readonly core: { readonly dag: number; readonly taskGroup: number; readonly baseOperator: number };
  readonly modules: Readonly<Record<string, readonly CatalogueRow[]>>;
  readonly aliases: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly strings: readonly string[];
  readonly lists: readonly (readonly number[])[];
}
