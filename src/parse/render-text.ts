import type { CallFunction } from "../model/site.ts";
import type { Value } from "../model/value.ts";
import { fromValue } from "../python/data-files.ts";
import { toValue } from "../python/to-value.ts";
import { cleandoc } from "./cleandoc.ts";
import { type Rendered, renderTemplate } from "./jinja/render.ts";
import type { JinjaValue } from "./jinja/values.ts";

/** A value by its name; `function` is one that only a call tells, `unknown` one that only Python knows. */
export type Known = Value | "function";

/**
 * Renders a text as ABSQL does (`absql/render/__init__.py`, `render_text`): Jinja with `DebugUndefined`, then `cleandoc`.
 * @param known the values that are there by name
 * @param most how many characters may come out
 * @param call runs functions of the project
 */
export function renderText(
  text: string,
  known: ReadonlyMap<string, Known>,
  most: number,
  call: CallFunction = () => null,
): Rendered {
  const lookup = (name: string): JinjaValue | undefined => {
    const value = known.get(name);
    if (value === undefined) return undefined;
    const data = value === "function" ? null : fromValue(value, false);
    // A value that only Python holds is used as a function is: whatever is done with it, only Python knows.
    return data && data.t !== "called" && data.t !== "importable" ? { t: "data", v: data } : { t: "function", name };
  };
  const rendered = renderTemplate(text, {
    lookup,
    most,
    call: (name, args, named) => {
      const given = [...named].map(([key, value]) => [key, toValue(value, undefined)] as const);
      const result = call(
        name,
        args.map((value) => toValue(value, undefined)),
        given,
      );
      return result && fromValue(result, false);
    },
  });
  return rendered.kind === "text" ? { ...rendered, text: cleandoc(rendered.text) } : rendered;
}
