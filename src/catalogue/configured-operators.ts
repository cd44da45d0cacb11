import type { Catalogue, OperatorLookup } from "../model/catalogue.ts";
import type { OperatorDependencies } from "../model/config.ts";

/**
 * A catalogue that knows what `operators.dependencies` of the configuration says: where the dependencies of these
 * classes, named as task files write them, come from, so that they are no longer computed by Python alone.
 */
export function withDependencies(catalogue: Catalogue, configured: readonly OperatorDependencies[]): Catalogue {
  if (configured.length === 0) return catalogue;
  const byClass = new Map<string, OperatorDependencies[]>();
  for (const one of configured) byClass.set(one.class, [...(byClass.get(one.class) ?? []), one]);
  const known = (lookup: OperatorLookup): OperatorLookup =>
    lookup.ok ? { ok: true, signature: { ...lookup.signature, computesDependencies: false } } : lookup;
  return {
    ...catalogue,
    lookup: (operator) => (byClass.has(operator) ? known(catalogue.lookup(operator)) : catalogue.lookup(operator)),
    dependenciesOf: (operator) => byClass.get(operator) ?? [],
  };
}
