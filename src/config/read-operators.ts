import { RE2JS } from "re2js";
import type { Config, OperatorDependencies } from "../model/config.ts";
import { asPath, type Path } from "../model/path.ts";
import type { Span } from "../model/span.ts";
import type { Value } from "../model/value.ts";
import { cleanPath, readPattern } from "./paths.ts";
import { complain, type Reading, readKeys, readText, readTexts } from "./read-fields.ts";

/** What `operators:` says of a project's operator classes; the files of `catalogues` are still to be read. */
export interface ReadOperators extends Pick<Config["operators"], "roots" | "dependencies"> {
  readonly catalogues: readonly { readonly file: Path; readonly at: Span | null }[];
}

/** `operators:`; what it is silent of is as by default. */
export function readOperators(reading: Reading, value: Value): ReadOperators {
  let roots: ReadOperators["roots"] = null;
  let dependencies: ReadOperators["dependencies"] = [];
  const catalogues: ReadOperators["catalogues"][number][] = [];
  readKeys(reading, value, "`operators`", {
    roots: (given) => {
      const texts = readTexts(reading, given, "roots", (item, text) => readPattern(reading, item, text));
      roots = texts.map((text) => asPath(cleanPath(text)));
    },
    catalogues: (given) => {
      readTexts(reading, given, "catalogues", (item, text) => {
        const inside = readPattern(reading, item, text);
        if (inside) catalogues.push({ file: asPath(cleanPath(text)), at: item.span ?? null });
        return inside;
      });
    },
    dependencies: (given) => {
      if (given.t === "list") dependencies = given.v.flatMap((item) => readDependencies(reading, item) ?? []);
      else
        complain(
          reading,
          given.span,
          "`dependencies` is no list",
          "a list of mappings, each with `class`, `argument` and `pattern`",
        );
    },
  });
  return { roots, dependencies, catalogues };
}

function readDependencies(reading: Reading, item: Value): OperatorDependencies | null {
  const draft = { class: "", argument: "", pattern: "" };
  const take = (key: keyof typeof draft) => (value: Value) => {
    draft[key] = readText(reading, value, key) ?? "";
  };
  readKeys(reading, item, "an item of `dependencies`", {
    class: take("class"),
    argument: take("argument"),
    pattern: (value) => {
      const text = readText(reading, value, "pattern") ?? "";
      if (isRe2(text)) draft.pattern = text;
      else complain(reading, value.span, `\`${text}\` is no regular expression of RE2`, "one without look-arounds");
    },
  });
  if (item.t !== "map") return null;
  const missing = (["class", "argument", "pattern"] as const).filter(
    (key) => !item.v.some(([name]) => name.t === "str" && name.v === key),
  );
  for (const key of missing)
    complain(reading, item.span, `an item of \`dependencies\` has no \`${key}\``, "`class`, `argument` and `pattern`");
  return draft.class !== "" && draft.argument !== "" && draft.pattern !== "" ? draft : null;
}

function isRe2(text: string): boolean {
  try {
    RE2JS.compile(text);
    return true;
  } catch {
    return false;
  }
}
