import type { Obj } from "../../python/objects.ts";
import { bool, int } from "../../python/objects.ts";
import { evaluate, type Frame } from "./evaluate.ts";
import { NotRead } from "./expression.ts";
import { itemsOf, truth } from "./filters.ts";
import { type Node, readTemplate } from "./template.ts";
import { cutTemplate } from "./tokens.ts";
import { data, type JinjaValue, open, Stopped, textOf } from "./values.ts";

/** What Jinja makes of a text: the text, an exception, or an expression that only Python knows. */
export type Rendered =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "raises"; readonly detail: string }
  | { readonly kind: "unknown"; readonly expression: string; readonly why: string };

/** What a template is rendered with. */
export interface Context {
  lookup(name: string): JinjaValue | undefined;
  /** Calls a function of the project; `null` where only Python can. */
  call(name: string, args: readonly Obj[], named: ReadonlyMap<string, Obj>): Obj | null;
  /** How many characters may come out. */
  readonly most: number;
}

const MAX_STEPS = 20_000;

/**
 * Renders a Jinja template whose values are known: text, expressions, `if`, `for` and `set`, with `DebugUndefined` for
 * names that are not there. Of all that is not sure to give what Jinja gives, it is said that only Python knows.
 */
export function renderTemplate(source: string, context: Context): Rendered {
  const cut = cutTemplate(source);
  const unknown = (expression: string, why: string): Rendered => ({
    kind: "unknown",
    expression: expression.slice(0, 200),
    why,
  });
  if (!cut.ok) {
    return cut.raises === null
      ? unknown(cut.text, "Windsock does not read this part of Jinja.")
      : { kind: "raises", detail: cut.raises };
  }
  let steps = MAX_STEPS;
  let written = 0;
  const parts: string[] = [];
  const write = (text: string): void => {
    written += text.length;
    if (written > context.most) open("The text becomes too long to render here.");
    parts.push(text);
  };
  const step = (): void => {
    steps -= 1;
    if (steps < 0) open("It takes more steps than Windsock follows.");
  };
  const frameOf = (names: ReadonlyMap<string, JinjaValue>, outer: Frame | null): Frame => ({
    lookup: (name) => names.get(name) ?? (outer ?? context).lookup(name),
    call: (name, args, named) => context.call(name, args, named) ?? open(`Only Python knows what \`${name}\` gives.`),
    step,
  });

  let shown = source;
  const run = (nodes: readonly Node[], names: Map<string, JinjaValue>, outer: Frame | null): void => {
    const frame = frameOf(names, outer);
    for (const node of nodes) {
      step();
      if (node.k === "data") {
        write(node.text);
        continue;
      }
      shown = node.text;
      if (node.k === "print") write(textOf(evaluate(node.value, frame)));
      else if (node.k === "set") {
        const value = evaluate(node.value, frame);
        names.set(node.target, value);
      } else if (node.k === "if") {
        const taken = node.branches.find(({ test }) => truth(evaluate(test, frame)));
        run(taken ? taken.body : node.otherwise, names, outer);
      } else loop(node, frame);
    }
  };
  const loop = (node: Node & { readonly k: "for" }, frame: Frame): void => {
    const target = (item: Obj): Map<string, JinjaValue> => {
      const [only] = node.target;
      if (node.target.length === 1 && only !== undefined) return new Map([[only, data(item)]]);
      const items = itemsOf(data(item));
      if (items.length !== node.target.length) return open();
      return new Map(node.target.map((name, at) => [name, data(items[at] ?? open())] as const));
    };
    const { test } = node;
    const all = itemsOf(evaluate(node.iter, frame)).map(target);
    const turns = test ? all.filter((names) => truth(evaluate(test, frameOf(names, frame)))) : all;
    for (const [at, names] of turns.entries()) {
      names.set("loop", data(loopValue(at, turns.length)));
      run(node.body, names, frame);
    }
    if (turns.length === 0) run(node.otherwise, new Map(), frame);
  };

  try {
    const nodes = readTemplate(cut.pieces);
    run(nodes, new Map(), null);
    return { kind: "text", text: parts.join("") };
  } catch (error) {
    if (error instanceof NotRead)
      return unknown(cut.pieces.length === 1 ? source : shown, "Windsock does not read this part of Jinja.");
    if (!(error instanceof Stopped)) throw error;
    return error.raises ? { kind: "raises", detail: error.message } : unknown(shown, error.message);
  }
}

function loopValue(at: number, length: number): Obj {
  const entries: readonly (readonly [string, Obj])[] = [
    ["index", int(at + 1)],
    ["index0", int(at)],
    ["revindex", int(length - at)],
    ["revindex0", int(length - at - 1)],
    ["first", bool(at === 0)],
    ["last", bool(at === length - 1)],
    ["length", int(length)],
  ];
  return {
    t: "dict",
    entries: new Map(entries.map(([name, value]) => [`s${name}`, [{ t: "str", v: name }, value] as const])),
  };
}
