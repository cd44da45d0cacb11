import type { AirflowMajor } from "../model/version.ts";
import type { ClassSource } from "./class-source.ts";
import type { Binding, ModuleSource } from "./module-source.ts";
import type { RepositoryModules } from "./repository-modules.ts";
import type { Shipped, ShippedClass } from "./shipped.ts";
import type { Words } from "./words.ts";

/** What a dotted name stands for. */
export type Resolved =
  | { readonly t: "class"; readonly module: ModuleSource; readonly source: ClassSource }
  | { readonly t: "shipped"; readonly shipped: ShippedClass }
  | { readonly t: "words"; readonly module: ModuleSource; readonly words: Words }
  | { readonly t: "function" }
  | { readonly t: "module"; readonly name: string }
  /** Something outside the repository and the catalogue. */
  | { readonly t: "outside"; readonly path: string }
  /** A module of the repository that has no such name. */
  | { readonly t: "absent"; readonly module: string; readonly name: string };

/** Where names are looked up: the repository's modules first, then the shipped catalogue. */
export interface World {
  readonly airflow: AirflowMajor;
  /** The pinned release of gusty, or `null` for the newest. */
  readonly gusty: string | null;
  readonly modules: RepositoryModules;
  readonly shipped: Shipped;
}

const MAX_STEPS = 60;

/** What `from module import name` gives; `name` may go on with dots. */
export function resolveIn(world: World, module: string, dotted: string, steps = 0): Resolved {
  const path = `${module}.${dotted}`;
  if (steps > MAX_STEPS) return { t: "outside", path };
  const source = world.modules.get(module);
  if (!source) {
    const shipped = world.shipped.find(path);
    return shipped ? { t: "shipped", shipped } : { t: "outside", path };
  }
  const [first = "", ...rest] = dotted.split(".");
  const found = resolveName(world, source, first, steps + 1);
  if (rest.length === 0) return found;
  if (found.t === "module") return resolveIn(world, found.name, rest.join("."), steps + 1);
  if (found.t === "outside") return fromPath(world, `${found.path}.${rest.join(".")}`);
  return { t: "absent", module, name: dotted };
}

function resolveName(world: World, source: ModuleSource, name: string, steps: number): Resolved {
  const binding = source.names.get(name);
  if (binding) return follow(world, source, binding, steps);
  for (const star of source.stars) {
    const found = resolveIn(world, star, name, steps);
    if (found.t !== "absent" && found.t !== "outside") return found;
  }
  const inner = `${source.name}.${name}`;
  if (world.modules.get(inner)) return { t: "module", name: inner };
  return source.stars.length > 0 ? { t: "outside", path: inner } : { t: "absent", module: source.name, name };
}

function follow(world: World, source: ModuleSource, binding: Binding, steps: number): Resolved {
  switch (binding.t) {
    case "class":
      return { t: "class", module: source, source: binding.source };
    case "function":
      return { t: "function" };
    case "value":
      return { t: "words", module: source, words: binding.words };
    case "alias":
      return resolveIn(world, source.name, binding.path, steps);
    case "import": {
      if (binding.name === null) return { t: "module", name: binding.module };
      const inner = `${binding.module}.${binding.name}`;
      const found = resolveIn(world, binding.module, binding.name, steps);
      const isModule = (found.t === "absent" || found.t === "outside") && world.modules.get(inner) !== null;
      return isModule ? { t: "module", name: inner } : found;
    }
  }
}

function fromPath(world: World, path: string): Resolved {
  const shipped = world.shipped.find(path);
  return shipped ? { t: "shipped", shipped } : { t: "outside", path };
}
