import { type Ancestor, isBare } from "./class-order.ts";
import type { InitSource } from "./init-source.ts";
import type { ShippedClass } from "./shipped.ts";

/** What becomes of keywords on their way up the `__init__`s of a class of the repository. */
export interface InitChain {
  /** Of the offered keys, those for which some `__init__` raises TypeError. */
  readonly refuses: ReadonlySet<string>;
  /** Keys without a default in an `__init__` above the first, which nothing on the way up gives. */
  readonly needs: ReadonlySet<string>;
}

/** What Airflow itself gives every `__init__` of an operator (`BaseOperatorMeta._apply_defaults`). */
export const GIVEN_BY_AIRFLOW: readonly string[] = ["task_id", "dag", "default_args"];

/**
 * Follows `offered` keys along a method resolution order, call by call of `super().__init__`, up to `BaseOperator`, which
 * takes `base` alone. Where a call is not known, nothing is said of what lies above it.
 */
export function initChain(
  order: readonly Ancestor[],
  offered: ReadonlySet<string>,
  base: ReadonlySet<string>,
): InitChain {
  const taken = new Set<string>();
  const given = new Set(GIVEN_BY_AIRFLOW);
  const needs = new Set<string>();
  const refuses = new Set<string>();
  const refuse = (keys: Iterable<string>): void => {
    for (const key of keys) if (offered.has(key) && !taken.has(key)) refuses.add(key);
  };
  const addNeeded = (names: readonly string[]): void => {
    for (const name of names) if (!given.has(name)) needs.add(name);
  };
  let isFirst = true;
  for (const one of order) {
    if (one.t === "outside") {
      if (isBare(one)) continue;
      break;
    }
    if (one.t === "shipped") {
      if (!one.shipped.operator) break;
      const required = one.shipped.init.filter((parameter) => parameter.required).map(({ name }) => name);
      if (!isFirst) addNeeded([...required, ...one.shipped.needs]);
      refuse(refusedByShipped(one.shipped, offered, base));
      break;
    }
    const init: InitSource | null = one.source.init;
    if (init === null) continue;
    const names = init.keywords.map(({ name }) => name);
    for (const name of names) taken.add(name);
    if (!isFirst) addNeeded(init.keywords.filter(({ required }) => required).map(({ name }) => name));
    isFirst = false;
    if (!init.open) {
      refuse(offered);
      break;
    }
    if (init.above === null) break;
    const { always, sometimes, handled } = init.above;
    for (const key of handled) taken.add(key);
    // What a call names and hands on too comes twice.
    refuse(always);
    for (const key of [...sometimes, ...handled]) given.add(key);
    // A call that names what another leaves to `kwargs` raises in some runs only.
    if ([...sometimes].some((key) => !always.has(key) && !taken.has(key))) break;
  }
  return { refuses, needs };
}

/** `kwargs` is a name in the signature of BaseOperator that nobody takes: where it is not refused, the chain is not known. */
function refusedByShipped(
  { init, through, refuses }: ShippedClass,
  offered: ReadonlySet<string>,
  base: ReadonlySet<string>,
): Iterable<string> {
  if (!refuses.includes("kwargs")) return refuses;
  const takes = new Set([...base, ...init.map(({ name }) => name), ...through]);
  return [...refuses, ...[...offered].filter((key) => !takes.has(key))];
}
