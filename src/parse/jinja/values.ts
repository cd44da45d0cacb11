import type { Obj } from "../../python/objects.ts";
import { textOfObj } from "../../python/python-text.ts";

/** A value while a template runs: Python data, a name that is not there, or a function of the project or of ABSQL. */
export type JinjaValue =
  | { readonly t: "data"; readonly v: Obj }
  /** Jinja's `DebugUndefined`: `shown` is how it prints itself. */
  | { readonly t: "undefined"; readonly shown: string; readonly name: string }
  | { readonly t: "function"; readonly name: string };

/** What stops a template here. */
export class Stopped extends Error {
  /** `raises`: Jinja or Python raises for certain. Else only Python knows. */
  readonly raises: boolean;
  constructor(raises: boolean, why: string) {
    super(why);
    this.raises = raises;
  }
}

export const data = (v: Obj): JinjaValue => ({ t: "data", v });

/** Stops since only Python knows. */
export const open = (why = "Only Python evaluates this expression."): never => {
  throw new Stopped(false, why);
};

/** `str(value)`. */
export function textOf(value: JinjaValue): string {
  if (value.t === "undefined") return value.shown;
  if (value.t === "function") return open(`Only Python knows the text of \`${value.name}\`.`);
  return textOfObj(value.v) ?? open();
}

/** Python data; a name that is not there raises when it is used in any way but to print or to test it. */
export function dataOf(value: JinjaValue): Obj {
  if (value.t === "data") return value.v;
  if (value.t === "function") return open(`Only Python knows what \`${value.name}\` is.`);
  throw new Stopped(true, `\`${value.name}\` is used, and is not known when the file is read.`);
}
