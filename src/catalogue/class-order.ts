import { type Resolved, resolveIn, type World } from "./resolve.ts";
import type { Parameter, ShippedClass } from "./shipped.ts";
import type { Words } from "./words.ts";

/** One class in a method resolution order. What a shipped class has holds for all its bases. */
export type Ancestor = Extract<Resolved, { t: "class" | "shipped" | "outside" }>;

/** What Python's `inspect.signature(object.__init__)` lists besides `self`. */
export const OBJECT_INIT: readonly Parameter[] = [
  { name: "args", required: false },
  { name: "kwargs", required: false },
];

/** Bases that bring neither an `__init__` nor template fields. */
const BARE = new Set(["object", "abc.ABC", "typing.Generic", "typing.Protocol", "typing_extensions.Protocol"]);
const MAX_DEPTH = 40;

const keyOf = (one: Ancestor): string =>
  one.t === "class" ? `${one.module.name}.${one.source.name}` : one.t === "shipped" ? one.shipped.path : one.path;

/** Direct bases. `Generic[T]` is left out where another subscripted base follows, as Python does. */
export function basesOf(world: World, one: Ancestor): Ancestor[] {
  if (one.t === "shipped") return one.shipped.base ? [{ t: "shipped", shipped: one.shipped.base }] : [];
  if (one.t === "outside") return [];
  const kept = one.source.bases.filter(
    (base, position, all) =>
      !(
        base.subscripted &&
        /(^|\.)Generic$/.test(base.path ?? "") &&
        all.slice(position + 1).some((b) => b.subscripted)
      ),
  );
  return kept.map((base) => {
    if (base.path === null) return { t: "outside", path: "" };
    const found = resolveIn(world, one.module.name, base.path);
    if (found.t === "class" || found.t === "shipped" || found.t === "outside") return found;
    // A name that the module does not bind is a builtin, such as `object`.
    return { t: "outside", path: base.path };
  });
}

/** Python's method resolution order (C3); where Python would refuse it, the first candidate goes on. */
export function orderOf(world: World, one: Ancestor, depth = 0): Ancestor[] {
  if (depth > MAX_DEPTH) return [one, { t: "outside", path: "" }];
  const bases = basesOf(world, one);
  let lines = [...bases.map((base) => orderOf(world, base, depth + 1)), bases];
  const order: Ancestor[] = [one];
  for (;;) {
    lines = lines.filter((line) => line.length > 0);
    const heads = lines.flatMap((line) => line.slice(0, 1));
    if (heads.length === 0) return order;
    const tails = new Set(lines.flatMap((line) => line.slice(1).map(keyOf)));
    const head = heads.find((candidate) => !tails.has(keyOf(candidate))) ?? heads[0];
    if (!head) return order;
    order.push(head);
    lines = lines.map((line) => line.filter((other) => keyOf(other) !== keyOf(head)));
  }
}

/** What a class has, inherited or own, or `null` where only Python knows it. */
export interface ClassFacts {
  readonly init: readonly Parameter[] | null;
  readonly templateFields: readonly string[] | null;
  readonly gustyParameters: readonly string[] | null;
  /** Bases outside the repository and the catalogue. */
  readonly outside: readonly string[];
}

/** Looks up `__init__`, `template_fields` and `_gusty_parameters` along the method resolution order. */
export function factsOf(world: World, one: Ancestor, depth = 0): ClassFacts {
  const order = orderOf(world, one);
  const outside = order.flatMap((other) => (other.t === "outside" && !isBare(other) ? [other.path] : []));
  const look = <T>(own: (other: Ancestor) => T | undefined, none: T): T | null => {
    for (const other of order) {
      if (other.t === "outside" && !isBare(other)) return null;
      const found = own(other);
      if (found !== undefined) return found;
    }
    return none;
  };
  const words = (other: Ancestor, value: Words): readonly string[] | null =>
    other.t === "class" ? evaluate(world, other, value, depth) : null;
  return {
    init: look((other) => ownInit(other), OBJECT_INIT),
    templateFields: look<readonly string[] | null>((other) => {
      if (other.t === "shipped")
        return other.shipped.templateFields.length > 0 || other.shipped.operator
          ? other.shipped.templateFields
          : undefined;
      return other.t === "class" && other.source.templateFields ? words(other, other.source.templateFields) : undefined;
    }, []),
    gustyParameters: order.reduce<readonly string[] | null>((found, other) => {
      if (found !== null || other.t !== "class" || !other.source.gustyParameters) return found;
      return words(other, other.source.gustyParameters);
    }, null),
    outside,
  };
}

/** A base that brings neither an `__init__` nor template fields. */
export const isBare = (one: Ancestor): boolean => one.t === "outside" && BARE.has(one.path);

function ownInit(one: Ancestor): readonly Parameter[] | undefined {
  if (one.t === "class") return one.source.init?.parameters;
  if (one.t !== "shipped") return undefined;
  const mixin = !one.shipped.operator && isObjectInit(one.shipped);
  return mixin ? undefined : one.shipped.init;
}

const isObjectInit = (one: ShippedClass): boolean =>
  one.init.map((parameter) => parameter.name).join() === "args,kwargs";

function evaluate(
  world: World,
  at: Extract<Ancestor, { t: "class" }>,
  words: Words,
  depth: number,
): readonly string[] | null {
  if (depth > MAX_DEPTH) return null;
  switch (words.t) {
    case "words":
      return words.words;
    case "unknown":
      return null;
    case "sum": {
      const parts = words.parts.map((part) => evaluate(world, at, part, depth + 1));
      return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
    }
    case "name": {
      const found = resolveIn(world, at.module.name, words.name);
      return found.t === "words" ? evaluate(world, { ...at, module: found.module }, found.words, depth + 1) : null;
    }
    case "fields-of": {
      const found = resolveIn(world, at.module.name, words.path);
      return found.t === "class" || found.t === "shipped" ? factsOf(world, found, depth + 1).templateFields : null;
    }
  }
}
