import type { Problem } from "../model/problem.ts";
import type { DagSite, Undecided } from "../model/site.ts";
import type { Field } from "../model/value.ts";
import { fieldOf, truthOf } from "./fields.ts";
import type { Level } from "./levels.ts";
import { isNoClass, sensorClass } from "./operators.ts";
import { LATER_CHANGES } from "./outcome.ts";

/** Arguments that change how gusty reads or wires a DAG: what they hold must be known, or the shape is open. */
const SHAPING = ["latest_only", "ignore_subfolders", "render_on_create"];

/** What of a site itself is open or wrong, before any file of its folder is read. */
export function siteProblems(
  site: DagSite,
  undecided: readonly Undecided[],
  levels: readonly Level[],
): readonly Problem[] {
  const open = undecided.flatMap((item): Problem[] =>
    item.hides.what === "argument"
      ? [{ kind: "not-static", at: item.at, expression: item.expression, why: item.why, affects: item.hides.path }]
      : [],
  );
  const known = new Set(undecided.flatMap((item) => (item.hides.what === "argument" ? [item.hides.path] : [])));
  const later = (site.statements ?? []).map(({ at, source }): Problem => {
    const why = "this statement deals with the DAG after gusty has made it, and the generated file runs it too";
    return { kind: "not-static", at, expression: source.slice(0, 200), why, affects: LATER_CHANGES };
  });
  return [
    ...open,
    ...later,
    ...unsupported(site).filter((problem) => problem.kind !== "not-static" || !known.has(problem.affects)),
    ...folderProblems(site, levels),
  ];
}

function unsupported(site: DagSite): readonly Problem[] {
  const problems: Problem[] = [];
  const open = (field: Field, why: string): void => {
    const at = field.value.span ?? field.keySpan ?? site.declared;
    const { value } = field;
    const expression = value.t === "expr" ? value.source : value.t === "name" ? value.path : field.key;
    problems.push({ kind: "not-static", at, expression, why, affects: field.key });
  };
  for (const key of SHAPING) {
    const field = fieldOf(site.arguments, key);
    if (field && truthOf(field.value) === null)
      open(field, "its value is known only when Airflow parses the DAG, and it changes the shape of the DAG");
  }
  const hooks = fieldOf(site.arguments, "parse_hooks");
  if (hooks && !site.hooks && truthOf(hooks.value) !== false)
    open(hooks, "task files are read by functions that are known only when Airflow parses the DAG");
  const sensor = fieldOf(site.arguments, "wait_for_class");
  // What is no class at all raises where a sensor is made, and only there.
  if (sensor && !isNoClass(sensor.value) && !sensorClass(sensor.value, 3))
    open(sensor, "the class of the sensors is not known by its import path");
  return problems;
}

function folderProblems(site: DagSite, levels: readonly Level[]): readonly Problem[] {
  if (levels[0]?.folder === site.folder) return [];
  const hidden = /^[_.]/.test(site.id);
  const why = hidden
    ? `the name of the folder \`${site.folder}\` starts with \`${site.id.slice(0, 1)}\`, so gusty ignores it and has nothing to make a DAG of`
    : `the folder \`${site.folder}\` is not there, or holds \`.gustyignore\`, so gusty has nothing to make a DAG of`;
  const expected = hidden
    ? "another name, or one that ends in `__`, which `create_dags` passes over"
    : "a folder that gusty reads, or an entry point that passes this one over";
  return [{ kind: "folder-shape", at: site.declared, folder: site.folder, detail: why, expected, raises: true }];
}
