import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { openCatalogue } from "../../../src/catalogue/open-catalogue.ts";
import type { Catalogue, OperatorSignature } from "../../../src/model/catalogue.ts";
import { asPath } from "../../../src/model/path.ts";
import type { AirflowMajor } from "../../../src/model/version.ts";
import { openFolder } from "../../../src/snapshot/folder-snapshot.ts";
import { makeEnvironments } from "../../../tools/python/make-environments.ts";

const run = promisify(execFile);
const project = join(import.meta.dirname, "project");

/** What gusty passes on, what the class needs and refuses when it is built, and whether it can be built at all. */
interface Found {
  readonly accepts: readonly string[];
  readonly required: readonly string[];
  readonly refused: readonly string[];
  readonly builds: boolean;
}
type Truth = Found | { readonly error: string };

/** Only Python knows these: the catalogue has to say so. */
const COMPUTED = ["Conditional", "Subtracted", "Patched", "Made", "Typed"].map((name) => `tricky.${name}`);

const OPERATORS = [
  ...["Plain", "Aliased", "Positional", "Lambda", "NoKwargs"].map((name) => `plain.${name}`),
  ...["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Diamond", "Watch", "WatchMore", "Call"].map(
    (name) => `mixed.${name}`,
  ),
  ...["Constants", "MoreConstants", "Decorated", "Text", "Own", "OwnChild", "Twice", "Inner", "Later", "Renamed"].map(
    (name) => `tricky.${name}`,
  ),
  "kit.Saw",
  "kit.BigSaw",
  "kit.tools.Saw",
  "include.ops.Fine",
  "include.ops.Coarse",
  "local.BakeHTTPCake",
  "local.Nothing",
  "tricky.Missing",
  "tricky.function",
  "tricky.Better",
  "kit.beyond.Beyond",
  ...["Appended", "Multi", "Annotated", "Unioned", "Property"].map((name) => `tricky.${name}`),
];

/** Only what is of this class: `BaseOperator` takes the rest. */
function signatureOf(signature: OperatorSignature, base: ReadonlySet<string>): Found {
  const { accepts, refuses, refusesAlways } = signature;
  const required = signature.required.filter((key) => key !== "task_id").sort();
  return {
    accepts: [...accepts].sort(),
    required,
    refused: [...refuses]
      .filter((key) => key === "kwargs" || !(base.has(key) || key === "self" || required.includes(key)))
      .sort(),
    builds: refusesAlways.length === 0,
  };
}

describe.each<AirflowMajor>([2, 3])("operators of a repository on Airflow %i", (airflow) => {
  let truth: Readonly<Record<string, Truth>> = {};
  let catalogue: Catalogue;

  beforeAll(async () => {
    const { airflow2, airflow3 } = await makeEnvironments();
    const script = join(import.meta.dirname, "accepted.py");
    const { stdout } = await run(airflow === 2 ? airflow2 : airflow3, [script, project, ...OPERATORS, ...COMPUTED]);
    truth = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Record<string, Truth>;
    catalogue = await openCatalogue({
      snapshot: await openFolder(project),
      airflow,
      operators: [...OPERATORS, ...COMPUTED],
      importRoots: ["dags", "plugins"].map(asPath),
      airflowHome: asPath(""),
      gusty: null,
    });
  });

  test.each(COMPUTED)("%s is said to be unknown", (operator) => {
    expect(truth[operator]).toHaveProperty("accepts");
    expect(catalogue.lookup(operator)).toMatchObject({ ok: false, why: "not-static" });
  });

  test.each(OPERATORS)("%s takes the keys that gusty passes", (operator) => {
    const found = catalogue.lookup(operator);
    const real = truth[operator];
    const said: Truth = found.ok ? signatureOf(found.signature, catalogue.baseOperator) : { error: found.detail };
    // What a decorator makes of an `__init__` only Python knows, and so Windsock says nothing.
    if (operator === "tricky.Decorated") expect(said).toEqual({ ...real, refused: [] });
    else if (real && "error" in real) expect(said, real.error).toHaveProperty("error");
    else expect(said).toEqual(real);
  });
});
