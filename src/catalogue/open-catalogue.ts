import { isGustyBefore } from "../config/gusty-release.ts";
import { nearest } from "../config/nearest.ts";
import type { Catalogue, CatalogueData, OperatorLookup, OperatorSignature } from "../model/catalogue.ts";
import { isWithin, joinPath, type Path } from "../model/path.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { AirflowMajor } from "../model/version.ts";
import { type Ancestor, basesOf, type ClassFacts, factsOf, OBJECT_INIT, orderOf } from "./class-order.ts";
import { GIVEN_BY_AIRFLOW, initChain } from "./init-chain.ts";
import { homeOf, movedInAirflow3 } from "./moved.ts";
import { operatorPlace } from "./operator-module.ts";
import { findModule, withModules } from "./repository-modules.ts";
import { resolveIn, type World } from "./resolve.ts";
import { decodeShipped, openShipped, type Shipped, withPrivate } from "./shipped.ts";

export interface CatalogueInput {
  readonly snapshot: Snapshot;
  readonly airflow: AirflowMajor;
  /** The pinned release of gusty, or `null` for the newest. */
  readonly gusty: string | null;
  /** Every operator path that may be looked up, as written in task files. */
  readonly operators: Iterable<string>;
  /** Folders from which modules are imported, in Python's order. */
  readonly importRoots: readonly Path[];
  /** Operators of private packages, as the configuration names them. */
  readonly own?: readonly CatalogueData[];
  /** `local.X` lies in its folder `operators`; `null` where it is not known. */
  readonly airflowHome: Path | null;
}

/**
 * Looks up all `operators` at once: in the repository's own sources, which are read but never run, and in the shipped
 * catalogue. The result answers for these operators only; any other is looked up in the shipped catalogue.
 */
export async function openCatalogue(input: CatalogueInput): Promise<Catalogue> {
  const shipped = withPrivate(openShipped(input.airflow), (input.own ?? []).map(decodeShipped));
  const operators = [...new Set(input.operators)];
  const folder = input.airflowHome === null ? null : joinPath(input.airflowHome, "operators");
  // gusty appends the operators folder to Python's path, so it comes last (`gusty/importing.py`).
  const roots = folder === null ? input.importRoots : [...input.importRoots.filter((root) => root !== folder), folder];
  const inFolder = (module: string): boolean =>
    folder !== null && findModule(input.snapshot.tree, [folder], module) !== null;

  const known = await withModules(input.snapshot, roots, (modules) => {
    const world: World = { modules, shipped, airflow: input.airflow, gusty: input.gusty };
    return new Map(
      operators.map((operator) => [
        operator,
        { answer: lookUp(world, operator, inFolder), files: filesOf(world, operator, input.snapshot.tree, roots) },
      ]),
    );
  });
  const nothing: World = { modules: { get: () => null }, shipped, airflow: input.airflow, gusty: input.gusty };
  return {
    airflow: input.airflow,
    lookup: (operator) => known.get(operator)?.answer ?? lookUp(nothing, operator, inFolder),
    filesOf: (operator) => known.get(operator)?.files ?? [],
    needsOperatorsFolder: (operator) =>
      folder !== null && (known.get(operator)?.files ?? []).some((file) => isWithin(file, folder)),
    dependenciesOf: () => [],
    dag: new Set(shipped.dag),
    taskGroup: new Set(shipped.taskGroup),
    baseOperator: new Set(shipped.baseOperator),
  };
}

function lookUp(world: World, operator: string, inFolder: (module: string) => boolean): OperatorLookup {
  const place = operatorPlace(operator);
  if (!place) {
    return no(
      "absent",
      `\`${operator}\` names no module: write it as \`package.module.Class\``,
      homeOf(world.shipped, operator),
    );
  }
  if (place.local && !inFolder(place.module)) {
    return no("absent", `there is no \`operators/${place.module}.py\` in AIRFLOW_HOME`, null);
  }
  const found = resolveIn(world, place.module, place.name);
  switch (found.t) {
    case "class":
    case "shipped":
      return signature(world, operator, found);
    case "function":
      // Before 0.16 gusty called whatever the name stood for.
      return isGustyBefore(world.gusty, "0.16")
        ? no("not-static", `\`${operator}\` is a function`, null)
        : no("absent", `\`${operator}\` is a function, and gusty takes classes only`, null);
    case "words":
      return no("not-static", `\`${operator}\` is made by an expression`, null);
    case "module":
      return no("absent", `\`${operator}\` is a module`, null);
    case "absent":
      return no("absent", `\`${found.module}\` has no \`${found.name}\``, null);
    case "outside":
      return outside(world, found.path);
  }
}

/** Where the repository defines an operator's class and those above it. */
function filesOf(world: World, operator: string, tree: Snapshot["tree"], roots: readonly Path[]): readonly Path[] {
  const place = operatorPlace(operator);
  const found = place ? resolveIn(world, place.module, place.name) : null;
  if (found?.t !== "class") return [];
  const files = orderOf(world, found).flatMap((one) =>
    one.t === "class" ? (findModule(tree, roots, one.module.name)?.file ?? []) : [],
  );
  return [...new Set(files)].sort();
}

const no = (why: "unknown" | "absent" | "not-static", detail: string, near: string | null): OperatorLookup => ({
  ok: false,
  why,
  detail,
  nearest: near,
});

/**
 * The keys that gusty passes on (`gusty/building.py`, `build_task` and `_get_operator_parameters`): before 0.16 none of
 * the base's, before 0.22.1 no template fields.
 */
function signature(world: World, operator: string, found: Ancestor): OperatorLookup {
  const own = factsOf(world, found);
  const base = baseFacts(world, found);
  const missing = [own, base].flatMap((facts) => facts.outside)[0];
  const withFields = !isGustyBefore(world.gusty, "0.22.1");
  const ownKeys = keysOf(own, withFields);
  const baseKeys = isGustyBefore(world.gusty, "0.16") ? [] : keysOf(base, withFields);
  if (!ownKeys || !baseKeys || (found.t === "shipped" && found.shipped.open)) {
    return missing
      ? no("unknown", `it inherits from \`${missing}\`, which is not known`, null)
      : no("not-static", "its template fields are computed", null);
  }
  const order = orderOf(world, found);
  // gusty takes `self` of the signatures for an argument, and no class takes it twice (`gusty/building.py`, `build_task`).
  const accepts = new Set(["self", ...world.shipped.baseOperator, ...ownKeys, ...baseKeys]);
  const chain = initChain(order, new Set([...accepts, ...GIVEN_BY_AIRFLOW]), new Set(world.shipped.baseOperator));
  const required = (own.init ?? []).filter((parameter) => parameter.required).map((parameter) => parameter.name);
  const made: OperatorSignature = {
    path: operator,
    accepts,
    required: [...new Set([...required, ...(found.t === "shipped" ? found.shipped.needs : chain.needs)])],
    through: new Map(
      upToShipped(order)
        .flatMap(keysTaken)
        .filter(([key]) => !accepts.has(key))
        .reverse(),
    ),
    refuses: new Set(["self", ...(found.t === "shipped" ? found.shipped.refuses : chain.refuses)]),
    refusesAlways: GIVEN_BY_AIRFLOW.filter((key) => chain.refuses.has(key)),
    sensor: order.some((one) => one.t === "shipped" && one.shipped.sensor),
    source: found.t === "shipped" ? "catalogue" : "repository",
    computesDependencies: order.some((one) => one.t === "class" && one.source.dependencies),
  };
  return { ok: true, signature: made };
}

/** The classes of the repository, and the first of the catalogue, which speaks for those above it. */
function upToShipped(order: readonly Ancestor[]): readonly Ancestor[] {
  const at = order.findIndex(({ t }) => t === "shipped");
  return at < 0 ? order : order.slice(0, at + 1);
}

/** Arguments of every sensor (`airflow/sensors/base.py`, `BaseSensorOperator.__init__`). */
const SENSOR_KEYS = new Set(
  "poke_interval timeout soft_fail mode exponential_backoff max_wait silent_fail never_fail".split(" "),
);

/** What the `__init__` of one class takes, with the class's name; of a class of the catalogue, also those above it. */
function keysTaken(one: Ancestor): readonly (readonly [string, string | null])[] {
  if (one.t === "class")
    return (one.source.init?.parameters ?? []).map((parameter) => [parameter.name, one.source.name] as const);
  if (one.t !== "shipped") return [];
  const { path, init, through, sensor } = one.shipped;
  const name = path.slice(path.lastIndexOf(".") + 1);
  return [
    ...init.map((parameter) => [parameter.name, name] as const),
    ...through.map((key) => [key, sensor && SENSOR_KEYS.has(key) ? "BaseSensorOperator" : null] as const),
  ];
}

function baseFacts(world: World, found: Ancestor): ClassFacts {
  const bare: ClassFacts = { init: OBJECT_INIT, templateFields: [], gustyParameters: null, outside: [] };
  if (found.t === "shipped") {
    const base = found.shipped.base;
    return base ? { ...bare, init: base.init, templateFields: base.templateFields } : bare;
  }
  const base = basesOf(world, found)[0];
  return base ? factsOf(world, base) : bare;
}

function keysOf(facts: ClassFacts, withFields: boolean): readonly string[] | null {
  if (facts.gustyParameters) return facts.gustyParameters;
  if (!facts.init || (withFields && !facts.templateFields)) return null;
  return [...facts.init.map((parameter) => parameter.name), ...((withFields && facts.templateFields) || [])];
}

/** A path that is neither in the repository nor, under this name, in the catalogue. */
function outside(world: World, path: string): OperatorLookup {
  const { shipped } = world;
  const name = path.slice(path.lastIndexOf(".") + 1);
  const module = path.slice(0, Math.max(0, path.lastIndexOf(".")));
  const source = packageOf(shipped, module);
  if (!source && shipped.namesIn(module).length > 0) {
    const near = nearest(name, shipped.namesIn(module));
    const detail = `\`${module}\` has no \`${name}\`, as the catalogue of the configuration says`;
    return no("absent", detail, near ? `${module}.${near}` : null);
  }
  if (!source) return no("unknown", `\`${module}\` is neither in the repository nor in the catalogue`, null);
  const moved = world.airflow === 3 ? (movedInAirflow3(path)?.to ?? null) : null;
  if (moved) return no("absent", `${source} has no \`${path}\`, which Airflow 2 has`, moved);
  const near = nearest(name, shipped.namesIn(module));
  return no("absent", `${source} has no \`${path}\``, near ? `${module}.${near}` : homeOf(world.shipped, path));
}

/** The package of the catalogue that a module belongs to, in words: `apache-airflow-providers-google 20.0.0`. */
function packageOf(shipped: Shipped, module: string): string | null {
  const parts = module.split(".");
  if (parts[0] !== "airflow") return null;
  if (parts[1] !== "providers") return `Airflow ${shipped.airflow}`;
  for (let end = parts.length; end > 2; end--) {
    const name = parts.slice(2, end).join("-").replaceAll("_", "-");
    const version = shipped.packages.get(name);
    if (version) return `apache-airflow-providers-${name} ${version}`;
  }
  return null;
}
